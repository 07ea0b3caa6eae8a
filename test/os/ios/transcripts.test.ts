// Sessions typed line by line, and the exact screens.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { play } from './transcript.ts';

const LAB = readFileSync(resolve(import.meta.dirname, '../../../labs/vrf-leak/start/Router.ios'), 'utf8');
const QUIET = 'no logging console\n';

/** networkdirection.net, "Leaking Routes with MP-BGP" (7206VXR, 15.2): the whole lab, with what it leaves for another time. */
it('leaks routes between VRFs', () => {
  const { expected, actual } = play('vrf-leak', { model: '7206VXR', saved: QUIET + LAB });
  expect(actual).toBe(expected);
});

/** A router out of its box, as somebody types who has read the first chapter: abbreviations, `do`, messages on the console. */
it('takes a new router through its first steps', () => {
  const { expected, actual } = play('first-steps', {
    saved: 'line con 0\n logging synchronous\n',
    typed: true,
    before: (terminal) => terminal.wait(5).press('enter'),
  });
  expect(actual).toBe(expected);
});
