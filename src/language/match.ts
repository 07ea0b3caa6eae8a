// What a typed line means: a whole line, the beginning of one, or a path through nested blocks.

import { err, ok, type Result } from '../base/result.ts';
import type { State } from './grammar.ts';
import type { CommandSpec, Live, Match, MatchError, Token } from './spec.ts';
import { argsOf, type Part, type Said, trace, wordsOf } from './trace.ts';
import { type Point, type Types, type Walk, walk } from './walk.ts';

export interface MatchOptions {
  /** Letters must agree in size too. Default: they need not. */
  readonly exactCase?: boolean;
}

/** A sentence of which perhaps only the beginning was said. */
export interface Beginning extends Match {
  /** What it lacks: nothing, only values, or words as well. */
  readonly missing: 'nothing' | 'values' | 'words';
}

/** One statement of a path. Of an unfinished one the words end early and the values are missing. */
export interface PathStatement {
  readonly spec: CommandSpec;
  readonly words: readonly string[];
  readonly args: Readonly<Record<string, string>>;
}

/**
 * Where a path may stop. `statement`: behind a whole one, containers included (`set`). `container`: only at one
 * (`edit`). `unvalued`: also where words or a value are missing, but not before a value that says which of several is
 * meant, unless it is one of a list (`delete`). `anywhere`: also there (`show`).
 */
export type PathStop = 'statement' | 'container' | 'unvalued' | 'anywhere';

export interface PathOptions extends MatchOptions {
  /** Default `statement`. */
  readonly stop?: PathStop;
  /** `<ge-*>` and `<*>` are values of any type, as in Junos groups. */
  readonly wildcards?: boolean;
}

/** The walk that a path takes. */
export function walkPath(
  specs: readonly CommandSpec[],
  tokens: readonly Token[],
  types: Types,
  live: Live,
  options: PathOptions,
  cursor?: Token,
): Walk {
  const { exactCase = false, wildcards = false } = options;
  return walk(specs, tokens, types, live, { path: true, exactCase, wildcards, cursor });
}

/** A whole line: an IOS line, a Junos operational command. Of several readings that fit, the narrowest types win. */
export function match(
  specs: readonly CommandSpec[],
  tokens: readonly Token[],
  types: Types,
  live: Live,
  options: MatchOptions = {},
): Result<Match, MatchError> {
  const { exactCase = false } = options;
  const { points, error } = walk(specs, tokens, types, live, {
    path: false,
    exactCase,
    wildcards: false,
    cursor: undefined,
  });
  for (const point of points) {
    const [end] = point.set.ends;
    const said = end && trace(point, end).at(-1);
    if (said) return ok(matchOf(said));
  }
  return err(error);
}

const matchOf = ({ spec, parts }: Said): Match => ({ spec, words: wordsOf(parts), args: argsOf(parts) });

const LACKS = ['nothing', 'values', 'words'] as const;

/**
 * The sentences that a line is, or begins: what IOS takes back with `no`. Whole ones first, then those that lack only
 * values, then the others, each in canonical order. Never empty when it succeeds.
 */
export function matchBeginning(
  specs: readonly CommandSpec[],
  tokens: readonly Token[],
  types: Types,
  live: Live,
  options: MatchOptions = {},
): Result<readonly Beginning[], MatchError> {
  const { exactCase = false } = options;
  const { points, error } = walk(specs, tokens, types, live, {
    path: false,
    exactCase,
    wildcards: false,
    cursor: undefined,
  });
  const found = new Map<CommandSpec, Beginning>();
  for (const point of points) {
    for (const state of point.set.states) {
      const missing = missingFrom(point, state);
      const known = found.get(state.spec);
      if (known && LACKS.indexOf(known.missing) <= LACKS.indexOf(missing)) continue;
      const said = trace(point, state).at(-1);
      if (said) found.set(state.spec, { ...matchOf(said), missing });
    }
  }
  if (found.size === 0 || tokens.length === 0) return err(error);
  const rank = ({ missing, spec }: Beginning): number => LACKS.indexOf(missing) * 1e6 + spec.order;
  return ok([...found.values()].sort((a, b) => rank(a) - rank(b)));
}

function missingFrom(point: Point, state: State): Beginning['missing'] {
  if (!state.step) return 'nothing';
  const seen = new Set<State>();
  const ends = (from: State): boolean => {
    if (!from.step) return true;
    if (from.step.kind === 'word' || seen.has(from)) return false;
    seen.add(from);
    return point.set.grammar.reach(from).some(ends);
  };
  return ends(state) ? 'values' : 'words';
}

/**
 * A path through nested blocks in one line: each answer leads from the given sentences down to one statement. Several,
 * where leaf statements of one container follow each other (`metric 10 passive`) or a list of values makes one each.
 */
export function matchPath(
  specs: readonly CommandSpec[],
  tokens: readonly Token[],
  types: Types,
  live: Live,
  options: PathOptions = {},
): Result<readonly (readonly PathStatement[])[], MatchError> {
  const { points, error } = walkPath(specs, tokens, types, live, options);
  const stop = options.stop ?? 'statement';
  for (const point of points) {
    const states = stopsAt(point, stop);
    if (states.length > 0) return ok(states.flatMap((state) => chains(trace(point, state))));
  }
  return err(error);
}

/** The states of a point at which a path may stop: one whole statement, or else all that it begins. */
export function stopsAt(point: Point, stop: PathStop): readonly State[] {
  if (point.depth === 0) return [];
  const ends = point.set.ends.filter((end) => stop !== 'container' || end.spec.container);
  if (ends.length > 0) return ends.slice(0, 1);
  if (stop === 'statement' || stop === 'container') return [];
  const begun = point.set.states.filter(
    ({ step }) => step && (stop === 'anywhere' || step.kind === 'word' || !step.key || step.many),
  );
  // One sentence may wait for several things.
  return begun.filter((state, i) => begun.findIndex((other) => other.spec === state.spec) === i);
}

/** Sentences in their order on the line to statements in their order in the tree. */
function chains(said: readonly Said[]): PathStatement[][] {
  const done: PathStatement[][] = [];
  let above: PathStatement[][] = [[]];
  for (const { spec, parts, entered } of said) {
    const statements = apart(parts).map((one) => ({ spec, words: wordsOf(one), args: argsOf(one) }));
    const here = above.flatMap((chain) => statements.map((statement) => [...chain, statement]));
    if (entered) above = here;
    else done.push(...here);
  }
  return done;
}

/** A list of values that identify makes a statement for each. */
function apart(parts: readonly Part[]): (readonly Part[])[] {
  const at = parts.findIndex(({ step, values }) => step.kind === 'arg' && step.key && step.many && values.length > 1);
  const list = parts[at];
  if (!list) return [parts];
  return list.values.flatMap((value) => apart(parts.with(at, { step: list.step, values: [value] })));
}
