// `load … terminal`: text typed or pasted until Ctrl-D.    Source: captures of Junos 25.4 (`load set terminal`, `load merge
// terminal`): the echo of Ctrl-D is written over by what follows.

import { EMPTY_TREE } from '../../../config/tree.ts';
import type { Match } from '../../../language/spec.ts';
import { factoryTree } from '../factory.ts';
import { type LoadMode, loadBraces, loadSet } from '../load.ts';
import type { ShellContext } from './context.ts';

/** `load merge|override|replace|update|set terminal [relative]` */
export function loadTerminal({ session, words, io }: ShellContext, { words: said }: Match): void {
  io.print(['[Type ^D at a new line to end input]'], { page: false });
  io.collect(
    (_line, byEof) => byEof,
    (lines) => {
      if (lines === undefined) return;
      io.write('^D\b\b');
      const level = said.includes('relative') ? session.level : [];
      const text = lines.join('\n');
      const mode = said[1] ?? 'merge';
      const loaded =
        mode === 'set'
          ? loadSet(words.schema, text, session.candidate, level)
          : loadBraces(words.schema, text, session.candidate, mode as LoadMode, level);
      session.candidate = loaded.tree;
      session.changedAt = session.box.now;
      const errors = mode !== 'set' && loaded.errors > 0 ? ` (${loaded.errors} errors)` : '';
      io.print([...loaded.said, `load complete${errors}`], { page: false });
    },
  );
}

/** `load factory-default` */
export function loadFactory({ session, words, io }: ShellContext): void {
  session.candidate = factoryTree(words.schema, session.box.chassis.model, EMPTY_TREE);
  session.changedAt = session.box.now;
  io.print(['warning: activating factory configuration']);
}
