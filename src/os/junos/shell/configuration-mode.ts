// A line of configuration mode: read, refused in the router's words, or done.

import { equal } from '../../../base/equal.ts';
import type { Chain } from '../../../config/edit.ts';
import { match } from '../../../language/match.ts';
import type { Match, MatchError, Token } from '../../../language/spec.ts';
import { mergeChanges } from '../merge.ts';
import { findPath } from '../schema.ts';
import { CONFIRM_MINUTES, type CommitOptions, commit, printCommit } from './commit.ts';
import { moment } from './commit-history.ts';
import { editorLines, exitConfiguration, leaveConfiguration } from './configuration-entry.ts';
import { NO_ROLLBACK, shownConfiguration } from './configuration-shown.ts';
import type { ShellContext } from './context.ts';
import {
  comment,
  copyTo,
  type Edit,
  type Edited,
  insertAt,
  mark,
  remove,
  removeBelow,
  renameTo,
  set,
} from './editing.ts';
import { PATH_STOPS, verbOf } from './ground.ts';
import { HELP_ORDERS } from './help-orders.ts';
import { type Segment, segmentsOf } from './line.ts';
import { liveOf } from './live.ts';
import { load, loadFactory } from './loading.ts';
import { DENIED, piped, runCommand, tell } from './operational-mode.ts';
import { filtered, type Pipeline, readPipes } from './pipes.ts';
import { plainTextPassword } from './plain-text-password.ts';
import { expandRanges } from './ranges.ts';
import { replacePattern } from './replacing.ts';
import { save } from './saving.ts';
import { editorsOf } from './session.ts';
import { replacedAt } from './standing.ts';
import { wildcardDelete } from './wildcard.ts';
import { faultOf } from './words.ts';
import { askYesNo } from './yes-no.ts';

/** Orders of editing.cmd. */
export const EDITING_ACTIONS = [
  'activate',
  'annotate',
  'commit',
  'copy',
  'deactivate',
  'delete',
  'edit',
  'exit-level',
  'insert',
  'load',
  'load-factory',
  'protect',
  'rename',
  'replace',
  'rollback',
  'run',
  'save',
  'set',
  'show',
  'status',
  'top',
  'unprotect',
  'up',
  'update',
  'wildcard-delete',
  'wildcard-range',
] as const;

/** A line on its way. */
interface Line {
  readonly segment: Segment;
  /** Words from the verb on. */
  readonly tokens: readonly Token[];
  readonly pipes: readonly Segment[];
  /** Column behind the line. */
  readonly end: number;
}

/** A whole line. */
export function runConfiguration(context: ShellContext, text: string): void {
  const [segment, ...pipes] = segmentsOf(text);
  if (!segment || segment.tokens.length === 0) return;
  run(context, { segment, tokens: segment.tokens, pipes, end: text.length });
  const { session } = context;
  const { editing } = session;
  if (editing && session.mode === 'configuration') session.tellEditing({ ...editing, level: session.level });
}

function run(context: ShellContext, line: Line): void {
  const { words } = context;
  const [first, ...path] = line.tokens;
  const verb = verbOf(words.editing, first);
  if (verb === 'run' && path.length > 0) {
    runCommand(context, line.segment, path, line.pipes, line.end);
  } else if ((verb === 'top' || verb === 'up') && elsewhere(context, verb, line)) {
    return;
  } else if (verb === 'wildcard' && runWildcard(context, line, path)) {
    return;
  } else if (verb !== undefined && PATH_STOPS[verb] !== undefined) {
    runVerb(context, verb, line, path);
  } else runSentence(context, line);
}

/** `wildcard delete …`, and every line that `wildcard range …` stands for. */
function runWildcard(context: ShellContext, line: Line, tokens: readonly Token[]): boolean {
  const [kind, verb, ...path] = tokens;
  if (kind && verb && 'delete'.startsWith(kind.text)) {
    wildcardDelete(context, [verb, ...path]);
    return true;
  }
  const meant = verb && kind && 'range'.startsWith(kind.text) ? verbOf(context.words.editing, verb) : undefined;
  if (meant === undefined || path.length === 0 || PATH_STOPS[meant] === undefined || meant === 'show') return false;
  for (const one of expandRanges(path)) if (!runVerb(context, meant, line, one)) break;
  return true;
}

/** `top show …`, `up 2 set …`: a command as if one stood elsewhere. */
function elsewhere(context: ShellContext, verb: 'top' | 'up', line: Line): boolean {
  const { session } = context;
  const [, second, ...others] = line.tokens;
  const counted = verb === 'up' && second !== undefined && /^\d+$/.test(second.text);
  const rest = counted ? others : second ? [second, ...others] : [];
  const here = session.level;
  const { root } = session;
  const back = counted ? Number(second.text) : 1;
  const above = verb === 'top' ? root : here.slice(0, Math.max(root.length, here.length - back));
  if (rest.length === 0) {
    move(context, above);
    return true;
  }
  // Only `edit` takes one there for good.
  const stays = verbOf(context.words.editing, rest[0]) === 'edit';
  const { earlier } = session;
  if (stays) move(context, above);
  else session.level = above;
  run(context, { ...line, tokens: rest });
  if (stays && session.level !== above) return true;
  session.level = here;
  session.earlier = earlier;
  return true;
}

/** Another level; `exit` no longer goes back to those below it. */
function move({ session }: ShellContext, level: Chain): void {
  session.level = level;
  session.earlier = session.earlier.filter((earlier) => earlier.length < level.length);
}

function editOf({ session, words }: ShellContext, tokens: readonly Token[]): Edit {
  return { session, schema: words.schema, live: liveOf(session.box, session.seen(session.candidate)), tokens };
}

/** False: the words were wrong. */
function runVerb(context: ShellContext, verb: string, line: Line, path: readonly Token[]): boolean {
  const { session, io } = context;
  if (verb === 'show') {
    show(context, line, path);
    return true;
  }
  if (path.length === 0) {
    if (verb === 'delete') askToDelete(context);
    // Capture: `set` alone is "syntax error.", one column further than other commands that lack something.
    else if (verb === 'set') tell(context, { column: line.end + 1, lines: ['syntax error.'] });
    else tell(context, { column: line.end, lines: ['missing argument.'] });
    return true;
  }
  const edit = editOf(context, path);
  if (verb === 'edit') {
    enterLevel(context, line, edit);
    return true;
  }
  if (!mayChange(context, edit)) {
    tell(context, { column: line.end, lines: DENIED });
    return false;
  }
  if (verb === 'set' && plainTextPassword(context, edit)) return true;
  const before = session.candidate;
  const done = doVerb(verb, edit);
  if (done.ok) io.print(done.value, { page: false });
  else refuse(context, line, path, done.error);
  if (session.candidate !== before) session.changedAt = session.box.now;
  return done.ok;
}

/** Does the user's class allow it? What cannot be read is told as such. */
function mayChange({ rights, session }: ShellContext, edit: Edit): boolean {
  if (rights.everything) return true;
  const found = findPath(edit.schema, session.level, edit.tokens, 'anywhere', edit.live);
  if (!found.ok) return true;
  return found.value.every((chain) =>
    rights.changes([...session.levelWords, ...chain.flatMap((statement) => statement.words)].join(' ')),
  );
}

function doVerb(verb: string, edit: Edit): Edited {
  switch (verb) {
    case 'set':
      return set(edit);
    case 'delete':
      return remove(edit);
    case 'annotate':
      return comment(edit);
    case 'copy':
      return copyTo(edit);
    case 'insert':
      return insertAt(edit);
    case 'rename':
      return renameTo(edit);
    default:
      return mark(verb, edit);
  }
}

/** A path that could not be read. */
function refuse(
  context: ShellContext,
  { end }: Line,
  path: readonly Token[],
  { error, at }: { readonly error: MatchError; readonly at: number },
): void {
  const tokens = path.slice(at);
  tell(context, faultOf(error, { reader: 'configuration', tokens, first: false, end, wantsValue: true }));
}

function enterLevel(context: ShellContext, line: Line, edit: Edit): void {
  const { session } = context;
  const found = findPath(edit.schema, session.level, edit.tokens, 'container', edit.live);
  if (!found.ok) {
    refuse(context, line, edit.tokens, { error: found.error, at: 0 });
    return;
  }
  session.earlier = [...session.earlier, session.level];
  session.level = [...session.level, ...(found.value[0] ?? [])];
}

function askToDelete({ session, io }: ShellContext): void {
  if (session.level.length === session.root.length) io.print(['This will delete the entire configuration']);
  askYesNo(io, 'Delete everything under this level?', false, (yes) => {
    if (!yes) return;
    io.write('\n');
    io.print(removeBelow(session), { page: false });
    session.changedAt = session.box.now;
  });
}

/** `show [PATH]` with its pipes. */
function show(context: ShellContext, line: Line, path: readonly Token[]): void {
  const { session, words } = context;
  const pipeline = readPipes(context, line.pipes);
  if (!pipeline.ok) {
    tell(context, pipeline.error);
    return;
  }
  const edit = editOf(context, path);
  const found = findPath(words.schema, session.level, path, 'anywhere', edit.live);
  if (path.length > 0 && !found.ok) {
    refuse(context, line, path, { error: found.error, at: 0 });
    return;
  }
  const chains =
    path.length > 0 && found.ok ? found.value.map((chain) => [...session.level, ...chain]) : [session.level];
  const lines = shownConfiguration({
    session,
    rights: context.rights,
    schema: words.schema,
    tree: session.candidate,
    chains,
    inside: path.length === 0,
    displays: pipeline.value.displays,
    header: headerOf(context),
  });
  print(context, pipeline.value, lines);
}

const print = ({ io }: ShellContext, pipeline: Pipeline, lines: readonly string[]): void =>
  io.print(filtered(pipeline, lines), { page: pipeline.page, hold: pipeline.hold });

function headerOf({ session }: ShellContext): readonly string[] {
  const { box } = session;
  if (session.dirty) return [`## Last changed: ${moment(box, session.changedAt ?? box.now)}`];
  const [last] = box.store.commits;
  return last ? [`## Last commit: ${moment(box, last.at)} by ${last.user}`] : [];
}

/** Commands that are read as a whole. */
function runSentence(context: ShellContext, { tokens, pipes, end }: Line): void {
  const { words, session, io } = context;
  const live = liveOf(session.box, session.seen(session.candidate));
  const found = match(words.editing, tokens, words.schema.types, live, { exactCase: true });
  if (!found.ok) {
    tell(context, faultOf(found.error, { reader: 'operational', tokens, first: true, end, wantsValue: true }));
    return;
  }
  const pipeline = readPipes(context, pipes);
  if (!pipeline.ok) {
    tell(context, pipeline.error);
    return;
  }
  const { effect } = found.value.spec;
  const action = effect.kind === 'do' ? effect.action : '';
  SENTENCES[action]?.({ ...context, io: piped(io, pipeline.value) }, found.value, pipeline.value);
}

type Sentence = (context: ShellContext, found: Match, pipeline: Pipeline) => void;

const SENTENCES: Readonly<Record<string, Sentence>> = {
  ...HELP_ORDERS,
  commit: runCommit,
  'exit-level': exitLevel,
  load,
  'load-factory': loadFactory,
  replace: ({ session, words, io }, { args }) => {
    const { pattern = '', by = '', times } = args;
    const wanted = { pattern, by, upto: times === undefined ? undefined : Number(times) };
    const before = session.candidate;
    io.print(replacePattern(session, words.schema, wanted), { page: false });
    if (session.candidate !== before) session.changedAt = session.box.now;
  },
  rollback,
  save: (context, { args }) => save(context, args['file'] ?? 'terminal'),
  status: ({ session, io }) =>
    io.print([
      'Users currently editing the configuration:',
      ...editorsOf(session.box).flatMap((login) => editorLines(session.box, login)),
    ]),
  update,
};

/** The changes of others come into a private copy. */
function update({ session, io }: ShellContext): void {
  const { own, box } = session;
  if (!own) {
    io.print(['error: update is only allowed in private mode'], { page: false });
    return;
  }
  const { running } = box.store;
  session.own = { tree: mergeChanges(own.base, own.tree, running), base: running };
}

function runCommit(context: ShellContext, { words, args }: Match, { displays }: Pipeline): void {
  const { session, io } = context;
  const confirmed = words.includes('confirmed') ? Number(args['minutes'] ?? CONFIRM_MINUTES) : undefined;
  const options: CommitOptions = {
    check: words.includes('check'),
    comment: args['comment'],
    confirmed,
    at: args['at'],
    step: words.includes('prepare') ? 'prepare' : words.includes('activate') ? 'activate' : undefined,
    detail: displays.some(({ kind }) => kind === 'detail'),
  };
  const { lines, done, leaves } = commit(session, context.words.schema, options);
  printCommit(io, lines);
  if (leaves) leaveConfiguration(context);
  else if (done && !options.check && words.includes('and-quit')) exitConfiguration(context);
}

function exitLevel(context: ShellContext, { words }: Match): void {
  const { session } = context;
  const back = words.includes('configuration-mode') ? undefined : session.earlier.pop();
  if (back === undefined) exitConfiguration(context);
  else session.level = back;
}

function rollback({ session, io }: ShellContext, { words, args }: Match): void {
  const { store } = session.box;
  const tree = words.includes('rescue') ? store.rescue : store.commits[Number(args['number'] ?? 0)]?.tree;
  if (tree === undefined) {
    io.print([words.includes('rescue') ? 'error: rescue configuration does not exist' : NO_ROLLBACK]);
    return;
  }
  const made = replacedAt(session.candidate, session.root, tree);
  // What stands there again is not changed.
  const base = session.own?.base ?? store.running;
  session.candidate = session.root.length > 0 && equal(made, base) ? base : made;
  session.changedAt = session.box.now;
  io.print(['load complete']);
}
