// What labs are built of: every operating system with its words, and the router that runs under them.

import { Device } from '../device/device.ts';
import { Commands } from '../host/command-cache.ts';
import type { Machinery } from '../lab/build.ts';
import { SYSTEMS } from '../os/index.ts';
import type { Os } from '../os/os.ts';

/** Loads it all. A command file that is wrong stops the program: it is part of it. */
export async function loadMachinery(program: string): Promise<Machinery> {
  const commands = new Commands(program);
  const systems = new Map<string, Os>();
  for (const [name, make] of Object.entries(SYSTEMS)) {
    const vocabulary = await commands.vocabulary(name);
    if (!vocabulary.ok) {
      const faults = vocabulary.error.map((fault) => `commands/${fault.file}:${fault.line}: ${fault.message}`);
      throw new Error(`command files that cannot be read:\n${faults.join('\n')}`);
    }
    systems.set(name, make(vocabulary.value));
  }
  return { systems, makeRouter: (spec) => new Device(spec) };
}
