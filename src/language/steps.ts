// Steps of sentences as they were parsed, made into those that lines are matched with.

import type { Glossary } from './glossary.ts';
import type { ParsedStep } from './source.ts';
import type { ArgStep, Step, WordStep } from './spec.ts';

/** The word that a step is. */
export const wordOf = (step: ParsedStep): string | undefined =>
  typeof step === 'string' ? step : 'word' in step ? step.word : undefined;

/** A step as it is matched; what it holds is looked at when a line comes there. */
export function stepOf(step: ParsedStep, file: string, words: Glossary): Step {
  const list = (steps: readonly ParsedStep[]): readonly Step[] => steps.map((inner) => stepOf(inner, file, words));
  if (typeof step === 'string' || 'word' in step) return wordStep(step, file, words);
  if ('arg' in step) return valueStep(step, file, words);
  if ('optional' in step) {
    const of = once(() => list(step.optional));
    return {
      kind: 'optional',
      get of() {
        return of();
      },
    };
  }
  const branches = 'choice' in step ? step.choice : step.any;
  const of = once(() => branches.map(list));
  return {
    kind: 'choice' in step ? 'choice' : 'any',
    get of() {
      return of();
    },
  };
}

/** What lies in a fork is looked at when a line comes there. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A value; its help is looked up when somebody asks. */
function valueStep(step: Extract<ParsedStep, { readonly arg: string }>, file: string, words: Glossary): ArgStep {
  const { arg: name, type, key = false, many = false, help } = step;
  const told = { kind: 'arg', name, type, key, many } as const;
  if (help !== undefined) return { ...told, help };
  return {
    ...told,
    get help() {
      return words.help(file, `<${name}>`);
    },
  };
}

/** A word; its help is looked up when somebody asks. */
export function wordStep(step: ParsedStep, file: string, words: Glossary): WordStep {
  const text = wordOf(step) ?? '';
  const help = typeof step === 'object' && 'word' in step ? step.help : undefined;
  if (help !== undefined) return { kind: 'word', text, help };
  return {
    kind: 'word',
    text,
    get help() {
      return words.help(file, text);
    },
  };
}
