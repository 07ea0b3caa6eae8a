// Which words and values a command was given.

import type { Match } from '../../../language/spec.ts';
import { said } from '../../said.ts';

export { said };

/** The first of these keywords that was typed. */
export const saidOf = <K extends string>(match: Match, ...keywords: readonly K[]): K | undefined =>
  keywords.find((keyword) => said(match, keyword));
