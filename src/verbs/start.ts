// The program as the machine starts it.

import * as modules from 'node:module';
import { join } from 'node:path';
import { programFolder } from '../host/places.ts';
import type { Machinery } from '../lab/build.ts';
import { crashed, dispatch } from './dispatch.ts';
import type { Program } from './program.ts';
import { leave, mortalFrames, quietPipes, realProgram, smallNursery } from './system.ts';

/** Runs what the command line asks, and ends the process with its exit code. */
export async function start(): Promise<void> {
  const folder = programFolder();
  // What the engine compiled is kept beside the program; where that cannot be written, it compiles again.
  modules.enableCompileCache?.(join(folder, 'dist', 'cache'));
  let machinery: ReturnType<Program['machinery']> | undefined;
  const load = async (): Promise<Machinery> => (await import('./machinery.ts')).loadMachinery(folder);
  const program = realProgram(folder, () => {
    machinery ??= load();
    return machinery;
  });
  const args = process.argv.slice(2);
  quietPipes();
  mortalFrames();
  if (args[0] === 'bench') smallNursery();
  const crash = (error: unknown): void => {
    process.stdin.setRawMode?.(false);
    void crashed(error, args, program).then(leave);
  };
  process.once('uncaughtException', crash);
  process.once('unhandledRejection', crash);
  leave(await dispatch(args, program));
}
