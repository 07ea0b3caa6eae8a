// Sentences that a vocabulary allows: any path through a command, with values of its types.

import type { ArgStep, CommandSpec, Step, Vocabulary } from '../../src/language/spec.ts';
import type { Dice } from './dice.ts';
import { sampleOf } from './values.ts';

/** What a value of a type is made of, where the type means sentences of its own (`set <statement>`). */
export type Deeper = (type: string, dice: Dice) => string | undefined;

const argument = ({ type, many }: ArgStep, dice: Dice, deeper: Deeper): readonly string[] => {
  const one = (): string => deeper(type, dice) ?? sampleOf(type, dice);
  if (!many) return [one()];
  const values = Array.from({ length: dice.between(1, 3) }, one);
  return values.length > 1 ? ['[', ...values, ']'] : values;
};

function words(step: Step, dice: Dice, deeper: Deeper): readonly string[] {
  switch (step.kind) {
    case 'word':
      return [step.text];
    case 'arg':
      return argument(step, dice, deeper);
    case 'optional':
      return dice.once(2) ? [] : path(step.of, dice, deeper);
    case 'choice':
      return path(dice.pick(step.of), dice, deeper);
    case 'any':
      return dice
        .shuffled(step.of)
        .slice(0, dice.below(step.of.length + 1))
        .flatMap((one) => path(one, dice, deeper));
  }
}

const path = (steps: readonly Step[], dice: Dice, deeper: Deeper): readonly string[] =>
  steps.flatMap((step) => words(step, dice, deeper));

const NONE: Deeper = () => undefined;

/** One sentence, without its block. */
export const sentence = (spec: CommandSpec, dice: Dice, deeper: Deeper = NONE): string =>
  path(spec.path, dice, deeper).join(' ');

/** A way down a hierarchy (Junos): a sentence, mostly one of its block behind it, and so on. */
export function descent(specs: readonly CommandSpec[], dice: Dice): string {
  const parts: string[] = [];
  for (let level = specs; level.length > 0; ) {
    // Blocks are deep and `apply-groups` is everywhere: mostly further down, seldom to groups that nobody has.
    const blocks = level.filter((spec) => spec.container);
    const leaves = level.filter((spec) => !spec.container && !spec.name.startsWith('apply-'));
    const some = dice.weighed([
      [10, blocks],
      [10, leaves],
      [1, level],
    ]);
    const spec = dice.pick(some.length > 0 ? some : level);
    parts.push(sentence(spec, dice));
    if (!spec.container || dice.once(20)) break;
    level = spec.children;
  }
  return parts.join(' ');
}

/** The commands of a section; none when there is no such section. */
export const section = (vocabulary: Vocabulary, name: string): readonly CommandSpec[] =>
  vocabulary.sections.get(name)?.commands ?? [];

/** Blocks by the mode that they open (`config-if`), through a few levels. */
export function modes(specs: readonly CommandSpec[]): ReadonlyMap<string, readonly CommandSpec[]> {
  const found = new Map<string, CommandSpec[]>();
  const seen = new Set<CommandSpec>();
  const walk = (spec: CommandSpec): void => {
    if (seen.has(spec)) return;
    seen.add(spec);
    if (spec.mode !== undefined) found.set(spec.mode, [...(found.get(spec.mode) ?? []), ...spec.children]);
    for (const child of spec.children) walk(child);
  };
  for (const spec of specs) walk(spec);
  return found;
}
