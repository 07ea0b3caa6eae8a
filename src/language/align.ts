// The words of a statement laid beside the steps of its sentence: which is a keyword, which a value, which a fork.

import type { ArgStep, CommandSpec, Step, WordStep } from './spec.ts';

/** A word of a statement and the step that it is. */
export interface Aligned {
  readonly word: string;
  readonly step: WordStep | ArgStep;
  /** It stands in an option or a choice: another could stand there. */
  readonly forked: boolean;
}

/** What remains to be laid beside words. */
interface Rest {
  readonly steps: readonly Step[];
  readonly at: number;
  readonly forked: boolean;
  /** Of a `( … )*`: branches not taken yet. */
  readonly left?: readonly (readonly Step[])[];
  readonly next: Rest | undefined;
}

/** Something that a matched line or a configuration node is. */
export interface Worded {
  readonly spec: CommandSpec;
  readonly words: readonly string[];
  readonly args: Readonly<Record<string, string>>;
}

/**
 * The steps of a statement's words, which are in full and canonical as matching gives them. Undefined when the words do
 * not make up the sentence; with `unfinished` they may be only its beginning.
 */
export function align(statement: Worded, unfinished = false): readonly Aligned[] | undefined {
  const { words, args } = statement;
  const aligned: Aligned[] = [];
  const take = (step: WordStep | ArgStep, forked: boolean, then: () => boolean): boolean => {
    aligned.push({ word: words[aligned.length] as string, step, forked });
    if (then()) return true;
    aligned.pop();
    return false;
  };
  const branch = (steps: readonly Step[], next: Rest): boolean => lay({ steps, at: 0, forked: true, next });
  const lay = (rest: Rest | undefined): boolean => {
    if (unfinished && aligned.length === words.length) return true;
    if (!rest) return aligned.length === words.length;
    if (rest.left) {
      const { left, next } = rest;
      return (
        left.some((steps) => branch(steps, { ...rest, left: left.filter((other) => other !== steps) })) || lay(next)
      );
    }
    const step = rest.steps[rest.at];
    if (!step) return lay(rest.next);
    const after: Rest = { ...rest, at: rest.at + 1 };
    switch (step.kind) {
      case 'word':
        return words[aligned.length] === step.text && take(step, rest.forked, () => lay(after));
      case 'arg': {
        const word = words[aligned.length];
        if (word === undefined || !holds(args[step.name], word)) return false;
        return take(step, rest.forked, () => (step.many && lay(rest)) || lay(after));
      }
      case 'optional':
        return branch(step.of, after) || lay(after);
      case 'choice':
        return step.of.some((steps) => branch(steps, after));
      case 'any':
        return lay({ steps: [], at: 0, forked: true, left: step.of, next: after });
    }
  };
  return lay({ steps: statement.spec.path, at: 0, forked: false, next: undefined }) ? aligned : undefined;
}

/** Is this word the argument's value, or one of its values? */
const holds = (values: string | undefined, word: string): boolean =>
  values !== undefined && ` ${values} `.includes(` ${word} `);
