// `load`: text typed or pasted until Ctrl-D, or a file.    Source: captures of Junos 25.4 (`load set terminal`, `load merge
// terminal`): the echo of Ctrl-D is written over by what follows.

import { EMPTY_TREE } from '../../../config/tree.ts';
import type { Match } from '../../../language/spec.ts';
import { factoryTree } from '../factory.ts';
import { fullPath, isUrl, readFile, unreachable } from '../files.ts';
import { type LoadMode, type LoadResult, loadBraces, loadSet } from '../load.ts';
import { loadPatch } from '../load-patch.ts';
import type { ShellContext } from './context.ts';

/** `load merge|override|replace|update|set|patch (terminal | FILE) [relative]` */
export function load(context: ShellContext, match: Match): void {
  const { session, io } = context;
  const { file } = match.args;
  if (file !== undefined) {
    const { box, user, directory } = session;
    const lines = isUrl(file) ? undefined : readFile(box, fullPath(user, file, directory));
    if (lines) loadText(context, match, lines.join('\n'), file);
    else io.print([isUrl(file) ? unreachable(file) : `error: could not resolve file: ${file}`], { page: false });
    return;
  }
  io.print(['[Type ^D at a new line to end input]'], { page: false });
  io.collect(
    (_line, byEof) => byEof,
    (lines) => {
      if (lines === undefined) return;
      io.write('^D\b\b');
      loadText(context, match, lines.join('\n'), 'terminal');
    },
  );
}

function loadText(context: ShellContext, { words: said }: Match, text: string, source: string): void {
  const { session, io } = context;
  const mode = said[1] ?? 'merge';
  const loaded = loadedAs(context, mode, text, said.includes('relative'), source);
  session.candidate = loaded.tree;
  session.changedAt = session.box.now;
  const errors = mode !== 'set' && loaded.errors > 0 ? ` (${loaded.errors} errors)` : '';
  io.print([...loaded.said, `load complete${errors}`], { page: false });
}

function loadedAs(
  { session, words: { schema } }: ShellContext,
  mode: string,
  text: string,
  relative: boolean,
  source: string,
): LoadResult {
  const level = relative ? session.level : session.root;
  if (mode === 'set') return loadSet(schema, text, session.candidate, level, source);
  if (mode === 'patch') return loadPatch(schema, text, session.candidate, source);
  return loadBraces(schema, text, session.candidate, mode as LoadMode, level, source);
}

/** `load factory-default` */
export function loadFactory({ session, words, io }: ShellContext): void {
  session.candidate = factoryTree(words.schema, session.box.chassis.model, EMPTY_TREE);
  session.changedAt = session.box.now;
  io.print(['warning: activating factory configuration']);
}
