// Which statement a statement is: two with the same identity replace each other, others stand side by side.

import { must } from '../base/must.ts';
import { align } from '../language/align.ts';
import type { CommandSpec, Step } from '../language/spec.ts';
import type { Statement } from './tree.ts';

/** What identifies the statements of one sentence. */
interface Shape {
  /** Equal for one sentence wherever it is used. */
  readonly sentence: string;
  /** Where the identifying values stand among the words; undefined: forks or lists before them, each statement is laid out. */
  readonly places: readonly number[] | undefined;
}
const shapes = new WeakMap<CommandSpec, Shape>();

function shapeOf(spec: CommandSpec): Shape {
  const known = shapes.get(spec);
  if (known) return known;
  const places = spec.apart || spec.whole ? undefined : placesOf(spec.path);
  const made = { sentence: `${spec.at.file}:${spec.at.line}:${spec.name}`, places };
  shapes.set(spec, made);
  return made;
}

function placesOf(path: readonly Step[]): readonly number[] | undefined {
  const places: number[] = [];
  const last = path.findLastIndex(holdsKey);
  for (let i = 0; i <= last; i++) {
    const step = path[i] as Step;
    if (step.kind === 'arg' && step.key && (!step.many || i === path.length - 1)) places.push(i);
    else if (step.kind !== 'word' && (step.kind !== 'arg' || step.key || step.many)) return undefined;
  }
  return places;
}

interface Known {
  readonly spec: CommandSpec;
  readonly keys: readonly string[];
}
/** Of statements that have to be laid out; by the words, which a statement keeps for life. */
const known = new WeakMap<readonly string[], Known>();

/**
 * The sentence, the values that identify (`!`), and the words of forks before the last of those (`import` and `export`
 * in front of a route target). Equal for equal statements of one sentence wherever it is used, so that a statement of a
 * group can be laid over one of the configuration. The statement must be whole.
 */
export function identityOf(statement: Statement): string {
  const { sentence, places } = shapeOf(statement.spec);
  if (!places) return [sentence, ...laidOut(statement)].join('\0');
  let identity = sentence;
  for (const place of places) identity += `\0${statement.words[place] ?? ''}`;
  return identity;
}

/** The identifying words of a whole statement, in their order; what `@sorted` sorts by. */
export function keysOf(statement: Statement): readonly string[] {
  const { places } = shapeOf(statement.spec);
  return places ? places.map((place) => statement.words[place] ?? '') : laidOut(statement);
}

function laidOut(statement: Statement): readonly string[] {
  const { spec, words } = statement;
  const cached = known.get(words);
  if (cached?.spec === spec) return cached.keys;
  const keys = spec.whole ? words : keysIn(statement);
  known.set(words, { spec, keys });
  return keys;
}

function keysIn(statement: Statement): readonly string[] {
  const aligned = align(statement);
  must(aligned, `'${statement.words.join(' ')}' is no '${statement.spec.name}'`);
  const last = aligned.findLastIndex(({ step }) => step.kind === 'arg' && step.key);
  const apart = statement.spec.apart ? settingsOf(statement.spec) : undefined;
  return aligned
    .filter(({ step, forked }, i) => apart?.has(step) || (i <= last && (step.kind === 'word' ? forked : step.key)))
    .map(({ word }) => word);
}

const settings = new WeakMap<CommandSpec, ReadonlySet<Step>>();

/** The words with which the first fork of a sentence may go on. */
function settingsOf(spec: CommandSpec): ReadonlySet<Step> {
  const cached = settings.get(spec);
  if (cached) return cached;
  const fork = spec.path.find((step) => step.kind === 'choice');
  const made = new Set(fork?.of.flatMap(([first]) => (first?.kind === 'word' ? [first] : [])) ?? []);
  settings.set(spec, made);
  return made;
}

/** Do the two stand for the same statement? */
export function same(a: Statement, b: Statement): boolean {
  if (a.words === b.words && a.spec === b.spec) return true;
  const [left, right] = [shapeOf(a.spec), shapeOf(b.spec)];
  if (left !== right && left.sentence !== right.sentence) return false;
  if (left.places && right.places) return left.places.every((place) => a.words[place] === b.words[place]);
  const keys = laidOut(a);
  const others = laidOut(b);
  return keys.length === others.length && keys.every((key, i) => key === others[i]);
}

/** The words make up the sentence; otherwise they are only its beginning. */
export function isWhole(statement: Statement): boolean {
  const { spec, words } = statement;
  // Nothing but words and single values: it is whole when it is long enough.
  if (spec.path.every((step) => step.kind === 'word' || (step.kind === 'arg' && !step.many)))
    return words.length === spec.path.length;
  return known.get(words)?.spec === spec || align(statement) !== undefined;
}

/** Is `statement` one of those that the unfinished `beginning` may mean? Values that do not identify need not agree. */
export function isMeantBy(statement: Statement, beginning: Statement): boolean {
  const { at, name } = beginning.spec;
  const { spec, words } = statement;
  if (spec.at.file !== at.file || spec.at.line !== at.line || spec.name !== name) return false;
  const aligned = align(beginning, true);
  must(aligned, `'${beginning.words.join(' ')}' does not begin '${name}'`);
  return aligned.every(({ word, step }, i) => words[i] === word || (step.kind === 'arg' && !step.key));
}

/** A value that identifies stands in it. */
export function holdsKey(step: Step): boolean {
  if (step.kind === 'word') return false;
  if (step.kind === 'arg') return step.key;
  return step.kind === 'optional' ? step.of.some(holdsKey) : step.of.some((branch) => branch.some(holdsKey));
}

/** Numbers inside the texts by their value: `Gi0/2` before `Gi0/10`, 10.0.0.9 before 10.0.0.10. */
export function compareNatural(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x, y] = [left[i] as string, right[i] as string];
    const numbers = /^\d/.test(x) && /^\d/.test(y);
    const sign = numbers ? compareDigits(x, y) : x < y ? -1 : x > y ? 1 : 0;
    if (sign !== 0) return sign;
  }
  return left.length - right.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** Digits of any length. */
function compareDigits(x: string, y: string): number {
  const [a, b] = [x.replace(/^0+(?=\d)/, ''), y.replace(/^0+(?=\d)/, '')];
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** Identifying words one by one, numbers by value: the order of `@sorted` statements. */
export function compareKeys(a: Statement, b: Statement): number {
  const left = keysOf(a);
  const right = keysOf(b);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const sign = compareNatural(left[i] as string, right[i] as string);
    if (sign !== 0) return sign;
  }
  return left.length - right.length;
}
