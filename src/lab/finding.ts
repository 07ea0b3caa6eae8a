// What a check answers, and the question that it answers.

import type { Question } from './lab.ts';

/** What was found. `holds` is whether the question's sentence is true, `why` the facts behind it, either way. */
export interface Finding {
  readonly holds: boolean;
  /** Neither clearly so nor clearly not (a ping that lost some): fails with `not` and without. */
  readonly mixed?: true;
  readonly why: string;
}

/** The question of that kind. */
export type Of<K extends Question['check']> = Extract<Question, { check: K }>;
