// Whole sessions at a router: keys and screens.    Words and places of carets as in the captures that the shell's files
// name; a capture stands behind every line that is no consequence of what was typed.

import { expect, it } from 'vitest';
import { play } from './transcript.ts';

it.each(['first-day', 'editing', 'errors', 'commit', 'loading', 'sessions', 'pipes'])('%s', (name) => {
  const { expected, actual } = play(name);
  expect(actual).toBe(expected);
});
