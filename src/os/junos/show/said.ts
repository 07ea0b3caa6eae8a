// Which words and values a command was given.

import type { Match } from '../../../language/spec.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { said } from '../../said.ts';

export { said };

/** The first of these keywords that was typed. */
export const saidOf = <K extends string>(match: Match, ...keywords: readonly K[]): K | undefined =>
  keywords.find((keyword) => said(match, keyword));

/** How the owner calls the main instance where an instance is asked for. */
export const MASTER = 'master';

/** The instance of that name as tables know it. */
export const vrfNamed = (name: string | undefined): VrfName =>
  name === undefined || name === MASTER || name === 'default' ? MAIN : (name as VrfName);
