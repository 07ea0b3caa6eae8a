// From a point of a walk back to its start: which sentences were said, word by word.

import { present } from '../base/must.ts';
import type { State } from './grammar.ts';
import type { ArgStep, CommandSpec, WordStep } from './spec.ts';
import type { Point, Taken } from './walk.ts';

/** One word or the values of one argument, in their full spelling. */
export interface Part {
  readonly step: WordStep | ArgStep;
  readonly values: readonly string[];
}

/** A sentence as far as it was said. */
export interface Said {
  readonly spec: CommandSpec;
  readonly parts: readonly Part[];
  /** What follows stands in its block; otherwise beside it. */
  readonly entered: boolean;
}

/** The sentences on the way to `state` at `point`, outermost first. The last may be empty. */
export function trace(point: Point, state: State): readonly Said[] {
  const said: Said[] = [];
  let parts: Part[] = [];
  let target = state;
  let entered = false;
  let at: Point = point;
  for (let taken = at.taken; at.from && taken; taken = at.taken) {
    if (taken.kind === 'enter' || taken.kind === 'next') {
      said.push({ spec: target.spec, parts: parts.reverse(), entered });
      parts = [];
      entered = taken.kind === 'enter';
      target = taken.end;
    } else {
      const source = present(sourceOf(at.from, taken, target), 'a word that leads nowhere');
      const step = source.step as WordStep | ArgStep;
      parts.push({ step, values: taken.kind === 'word' ? [taken.keyword.text] : taken.values });
      target = source;
    }
    at = at.from;
  }
  said.push({ spec: target.spec, parts: parts.reverse(), entered });
  return said.reverse();
}

/** The state that waited for what was taken and leads to `target`. */
function sourceOf(from: Point, taken: Exclude<Taken, { readonly end: State }>, target: State): State | undefined {
  const { states } = taken.kind === 'word' ? taken.keyword : taken.group;
  const { grammar } = from.set;
  return states.find((state) => grammar.reach(state).includes(target)) ?? states.find((state) => state === target);
}

/** All words of a sentence in order. */
export function wordsOf(parts: readonly Part[]): readonly string[] {
  const words: string[] = [];
  for (const { values } of parts) for (const value of values) words.push(value);
  return words;
}

/** Values by argument; several of one argument joined by blanks. */
export function argsOf(parts: readonly Part[]): Readonly<Record<string, string>> {
  const args: Record<string, string> = {};
  for (const { step, values } of parts) {
    if (step.kind !== 'arg') continue;
    const before = args[step.name];
    const here = values.length === 1 ? (values[0] ?? '') : values.join(' ');
    args[step.name] = before === undefined ? here : `${before} ${here}`;
  }
  return args;
}
