// Whole sessions at a router: keys and screens.    Words and places of carets as in the captures that the shell's files
// name; a capture stands behind every line that is no consequence of what was typed.

import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { play } from './transcript.ts';

it.each(readdirSync(resolve(import.meta.dirname, 'transcripts')).map((file) => file.replace('.txt', '')))(
  '%s',
  (name) => {
    const { expected, actual } = play(name);
    expect(actual).toBe(expected);
  },
);
