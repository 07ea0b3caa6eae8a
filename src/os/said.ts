// Which keywords a command was given.

import type { Match } from '../language/spec.ts';

/** True when the keyword was typed; a value that happens to read the same does not count. */
export function said(match: Match, keyword: string): boolean {
  const inWords = match.words.filter((word) => word === keyword).length;
  const inValues = Object.values(match.args)
    .flatMap((value) => value.split(' '))
    .filter((value) => value === keyword).length;
  return inWords > inValues;
}
