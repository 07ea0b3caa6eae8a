// What would be lost is saved under a name of its own: the terminal is gone, or somebody wants us to be.

import type { Play } from '../play/play.ts';
import { storeOf, writeSave } from './open-lab.ts';
import type { Program } from './program.ts';

/** Writes `kept-1`, or the next that is free, and says so. */
export async function keepUnsaved(play: Play, program: Program): Promise<void> {
  const names = storeOf(program).names();
  let number = 1;
  while (names.includes(`kept-${number}`)) number++;
  const written = await writeSave(play, `kept-${number}`, program);
  program.complain(written.ok ? `What was not saved is kept as "kept-${number}".\n` : `${written.error}\n`);
}
