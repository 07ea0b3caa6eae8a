// Ten thousand random and damaged lines at each shell, on real labs: nothing throws, nothing hangs, a prompt always comes
// back, what the box says it runs is read back to the same, and the sitting can be saved and opened again.
// FUZZ_ROUNDS=10 types ten times as much, FUZZ_SEED=n something else, FUZZ_CHAPTER=n one chapter only.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { LINES, openScene, playChapter, type Scene } from './chapters.ts';
import { ROUNDS } from './dice.ts';

const ONLY = process.env['FUZZ_CHAPTER'];
const CHAPTERS = (10_000 / LINES) * ROUNDS;

/** Of this heap, when all that can go is gone. */
function megabytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});

describe.each(['host', 'ios', 'junos'])('the shell of %s', (os) => {
  it('survives whatever is typed', () => {
    if (ONLY !== undefined) playChapter(scene, os, Number(ONLY));
    else for (let number = 0; number < CHAPTERS; number++) playChapter(scene, os, number);
  }, 3_600_000);

  // What words lead where is remembered, and after some chapters all of it is.
  it.runIf(ROUNDS > 1 && ONLY === undefined)(
    'keeps nothing of what is over',
    () => {
      const more = (from: number): number => {
        for (let number = from; number < from + CHAPTERS / 4; number++) playChapter(scene, os, number);
        return megabytes();
      };
      const before = more(CHAPTERS);
      expect(more(CHAPTERS * 2) - before).toBeLessThan(10);
    },
    3_600_000,
  );
});
