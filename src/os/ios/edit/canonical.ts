// The order of a statement's words: options that may be typed in any order are kept in that of their sentence.

import type { Statement } from '../../../config/tree.ts';
import { align } from '../../../language/align.ts';
import type { CommandSpec, Step } from '../../../language/spec.ts';

const hasAny = (steps: readonly Step[]): boolean =>
  steps.some((step) => {
    if (step.kind === 'any') return true;
    if (step.kind === 'optional') return hasAny(step.of);
    return step.kind === 'choice' && step.of.some(hasAny);
  });

function leaves(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => {
    if (step.kind === 'word' || step.kind === 'arg') return [step];
    return step.kind === 'optional' ? leaves(step.of) : step.of.flatMap(leaves);
  });
}

/** The rank of every word and value of a sentence; undefined when its order is the only one. */
const ranks = new WeakMap<CommandSpec, ReadonlyMap<Step, number> | 'fixed'>();

function ranksOf(spec: CommandSpec): ReadonlyMap<Step, number> | 'fixed' {
  const known = ranks.get(spec);
  if (known) return known;
  const made = hasAny(spec.path) ? new Map(leaves(spec.path).map((step, i) => [step, i])) : 'fixed';
  ranks.set(spec, made);
  return made;
}

/** The same statement with its options in the order of its sentence. */
export function canonical<S extends Statement>(statement: S): S {
  const known = ranksOf(statement.spec);
  if (known === 'fixed') return statement;
  const aligned = align(statement);
  if (!aligned) return statement;
  const sorted = [...aligned].sort((a, b) => (known.get(a.step) ?? 0) - (known.get(b.step) ?? 0));
  return { ...statement, words: sorted.map(({ word }) => word) };
}
