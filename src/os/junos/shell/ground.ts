// Where the words at the cursor are looked up: the commands of a mode, a path through the configuration, a pipe.

import { err, ok, type Result } from '../../../base/result.ts';
import type { Chain } from '../../../config/edit.ts';
import type { ConfigTree } from '../../../config/tree.ts';
import { expect } from '../../../language/expect.ts';
import { matchBeginning, type PathStop } from '../../../language/match.ts';
import type { CommandSpec, Expectation, Live, MatchError, Token } from '../../../language/spec.ts';
import type { Box } from '../../os.ts';
import { expectOnPath, findPath, type Schema } from '../schema.ts';
import { existingEntries } from './existing.ts';
import type { Cursor } from './line.ts';
import { addressed, systemOffers, systemWord, takesLogicalSystem } from './logical-argument.ts';
import { firstOfRanges } from './ranges.ts';
import type { Reader } from './words.ts';

/** The vocabulary of the shell. */
export interface Vocabularies {
  readonly schema: Schema;
  readonly operational: readonly CommandSpec[];
  readonly editing: readonly CommandSpec[];
  readonly pipes: readonly CommandSpec[];
}

export interface GroundContext {
  readonly words: Vocabularies;
  readonly live: Live;
  /** What paths lead through, and what runs. */
  readonly tree: ConfigTree;
  readonly running: ConfigTree;
  readonly mode: 'operational' | 'configuration';
  readonly level: Chain;
  /** Where the configuration begins for whoever types. */
  readonly root?: Chain;
  /** The box whose logical systems an order may name; absent: it may not. */
  readonly systems?: Box | undefined;
  /** The line is typed in one of them, where none is offered. */
  readonly inside?: boolean;
}

/** A place in a line from which on words are read one way. */
export interface Ground {
  readonly reader: Reader;
  /** So many tokens of the segment stand before it. */
  readonly from: number;
  /** The line begins here. */
  readonly first: boolean;
  /** What may stand at the cursor. */
  expect(before: readonly Token[], cursor: Token): Result<readonly Expectation[], MatchError>;
  /** Can these words begin the rest of the line? */
  accepts(tokens: readonly Token[]): Result<true, MatchError>;
}

/** How far a verb's path must lead. */
export const PATH_STOPS: Readonly<Record<string, PathStop>> = {
  set: 'statement',
  delete: 'unvalued',
  edit: 'container',
  show: 'anywhere',
  activate: 'unvalued',
  deactivate: 'unvalued',
  protect: 'unvalued',
  unprotect: 'unvalued',
  annotate: 'unvalued',
  rename: 'statement',
  copy: 'statement',
  insert: 'statement',
};

/** Words that part two paths of one command. */
export const JOINTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rename: { to: 'New name' },
  copy: { to: 'New name' },
  insert: { after: 'Insert after given data element', before: 'Insert before given data element' },
};

/** The ground at a cursor. */
export function groundAt(context: GroundContext, cursor: Cursor): Ground {
  if (cursor.before.length > 0) return lineGround(context.words.pipes, context, 'operational', 0, false);
  return commandGround(context, cursor.words, 0);
}

/** The ground behind whole words of a command that begins at token `from`. */
export function commandGround(context: GroundContext, words: readonly Token[], from: number): Ground {
  const { mode, level, root = [] } = context;
  const here = words.slice(from);
  if (mode === 'operational') {
    return isShowConfiguration(context, here)
      ? pathGround(context, root, 'anywhere', from + 2)
      : orderGround(context, from);
  }
  const verb = verbOf(context.words.editing, here[0]);
  if (verb === 'run') return commandGround({ ...context, mode: 'operational', tree: context.running }, words, from + 1);
  if (verb === 'top') return commandGround({ ...context, level: root }, words, from + 1);
  if (verb === 'up') {
    const count = /^\d+$/.test(here[1]?.text ?? '') ? Number(here[1]?.text) : undefined;
    const above = level.slice(0, Math.max(root.length, level.length - (count ?? 1)));
    if (here.length > (count === undefined ? 1 : 2) || count !== undefined) {
      return commandGround({ ...context, level: above }, words, from + (count === undefined ? 1 : 2));
    }
    return lineGround(context.words.editing, context, 'operational', from, from === 0);
  }
  if (verb === 'wildcard' && here.length > 1) return wildcardGround(context, words, from);
  const stop = verb === undefined ? undefined : PATH_STOPS[verb];
  if (verb === undefined || stop === undefined) {
    return lineGround(context.words.editing, context, 'operational', from, from === 0);
  }
  return jointed(context, verb, stop, words, from + 1);
}

/** The path of `rename A to B`: A, or B beside it. */
function jointed(context: GroundContext, verb: string, stop: PathStop, words: readonly Token[], from: number): Ground {
  const joints = JOINTS[verb];
  const at = joints ? words.findIndex(({ text, quoted }, i) => i >= from && !quoted && text in joints) : -1;
  if (at < 0 || !joints) return pathGround(context, context.level, stop, from, joints);
  const source = findPath(context.words.schema, context.level, words.slice(from, at), 'statement', context.live);
  const above = source.ok ? [...context.level, ...(source.value[0]?.slice(0, -1) ?? [])] : context.level;
  return pathGround(context, above, stop, at + 1);
}

/** `wildcard range VERB PATH` with numbers in brackets, `wildcard delete PATH PATTERN`. */
function wildcardGround(context: GroundContext, words: readonly Token[], from: number): Ground {
  const { words: vocabulary, level } = context;
  const [, kind, verb] = words.slice(from);
  if (kind && 'delete'.startsWith(kind.text)) {
    // What the last word is, only the pattern knows.
    return { ...pathGround(context, level, 'unvalued', from + 2), accepts: () => ok(true) };
  }
  const meant = verbOf(vocabulary.editing, verb);
  const stop = meant === undefined ? undefined : PATH_STOPS[meant];
  if (stop === undefined) return lineGround(vocabulary.editing, context, 'operational', from, from === 0);
  const ground = pathGround(context, level, stop, from + 3);
  return {
    ...ground,
    expect: (before, cursor) => ground.expect(firstOfRanges(before), cursor),
    accepts: (tokens) => ground.accepts(firstOfRanges(tokens)),
  };
}

/** The editing command that a word means. */
export function verbOf(specs: readonly CommandSpec[], token: Token | undefined): string | undefined {
  if (!token || token.quoted) return undefined;
  const words = new Set(specs.flatMap(({ path: [first] }) => (first?.kind === 'word' ? [first.text] : [])));
  if (words.has(token.text)) return token.text;
  const fitting = [...words].filter((word) => word.startsWith(token.text));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Do the first two words say `show configuration`? */
export function isShowConfiguration(context: GroundContext, tokens: readonly Token[]): boolean {
  if (tokens.length < 2) return false;
  const found = matchBeginning(
    context.words.operational,
    tokens.slice(0, 2),
    context.words.schema.types,
    context.live,
    { exactCase: true },
  );
  return found.ok && found.value.every(({ words }) => words.join(' ') === 'show configuration');
}

/** What only lacks its end is no fault yet. */
const unlessBegun = (error: MatchError): Result<true, MatchError> =>
  error.kind === 'incomplete' ? ok(true) : err(error);

function lineGround(
  specs: readonly CommandSpec[],
  { words: { schema }, live }: GroundContext,
  reader: Reader,
  from: number,
  first: boolean,
): Ground {
  const options = { exactCase: true };
  return {
    reader,
    from,
    first,
    expect: (before, cursor) => expect(specs, before, cursor, schema.types, live, options),
    accepts(tokens) {
      const begun = matchBeginning(specs, tokens, schema.types, live, options);
      return begun.ok || tokens.length === 0 ? ok(true) : unlessBegun(begun.error);
    },
  };
}

/** An order of operational mode, which may be given to another router of the box. */
function orderGround(context: GroundContext, from: number): Ground {
  const ground = lineGround(context.words.operational, context, 'operational', from, from === 0);
  const { systems } = context;
  if (!systems) return ground;
  return {
    ...ground,
    expect(before, cursor) {
      const { tokens, open, name } = addressed(before);
      if (open) return ok(systemOffers(systems, before, cursor));
      const found = ground.expect(tokens, cursor);
      const more = context.inside || name || !takesLogicalSystem(before) ? [] : systemWord(before, cursor);
      if (more.length === 0) return found;
      return ok(inOrder([...(found.ok ? found.value : []), ...more]));
    },
    accepts: (tokens) => ground.accepts(addressed(tokens).tokens),
  };
}

const inOrder = (rows: readonly Expectation[]): readonly Expectation[] =>
  [...rows].sort((a, b) => (a.kind === 'end' || b.kind === 'end' ? 0 : a.text < b.text ? -1 : 1));

function pathGround(
  { words: { schema }, live, tree }: GroundContext,
  level: Chain,
  stop: PathStop,
  from: number,
  joints: Readonly<Record<string, string>> = {},
): Ground {
  return {
    reader: 'configuration',
    from,
    first: false,
    expect(before, cursor) {
      const found = expectOnPath(schema, level, before, cursor, stop, live);
      const whole = before.length > 0 && findPath(schema, level, before, 'statement', live).ok;
      const words = whole ? Object.entries(joints).filter(([word]) => word.startsWith(cursor.text)) : [];
      const more = [
        ...existingEntries({ schema, tree, live, level, stop }, before, cursor),
        ...words.map(([text, help]): Expectation => ({ kind: 'word', text, help, specs: [] })),
      ];
      if (more.length === 0) return found;
      const told = found.ok ? found.value.filter(({ text }) => !more.some((other) => other.text === text)) : [];
      return ok([...told, ...more]);
    },
    accepts(tokens) {
      const found = findPath(schema, level, tokens, 'anywhere', live);
      return found.ok || tokens.length === 0 ? ok(true) : unlessBegun(found.error);
    },
  };
}
