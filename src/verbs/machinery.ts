// What labs are built of: every operating system with its words, and the router that runs under them.

import { present } from '../base/must.ts';
import { Device } from '../device/device.ts';
import { Commands } from '../host/command-cache.ts';
import type { Machinery } from '../lab/build.ts';
import { SYSTEMS } from '../os/index.ts';
import type { Os } from '../os/os.ts';

/** Each system is made when somebody first asks for it: a lab does not pay for those that it has no device of. */
class Systems implements ReadonlyMap<string, Os> {
  readonly #makers: ReadonlyMap<string, () => Os>;
  readonly #made = new Map<string, Os>();

  constructor(makers: ReadonlyMap<string, () => Os>) {
    this.#makers = makers;
  }

  get size(): number {
    return this.#makers.size;
  }

  has(name: string): boolean {
    return this.#makers.has(name);
  }

  get(name: string): Os | undefined {
    const os = this.#made.get(name) ?? this.#makers.get(name)?.();
    if (os) this.#made.set(name, os);
    return os;
  }

  keys(): MapIterator<string> {
    return this.#makers.keys();
  }

  *values(): MapIterator<Os> {
    for (const [, os] of this) yield os;
  }

  *entries(): MapIterator<[string, Os]> {
    for (const name of this.keys()) yield [name, present(this.get(name), name)];
  }

  [Symbol.iterator](): MapIterator<[string, Os]> {
    return this.entries();
  }

  forEach(visit: (os: Os, name: string, all: ReadonlyMap<string, Os>) => void): void {
    for (const [name, os] of this) visit(os, name, this);
  }
}

/** Loads it all. A command file that is wrong stops the program: it is part of it. */
export async function loadMachinery(program: string): Promise<Machinery> {
  const commands = new Commands(program);
  const makers = new Map<string, () => Os>();
  for (const [name, make] of Object.entries(SYSTEMS)) {
    const vocabulary = await commands.later(name);
    if (!vocabulary.ok) {
      const faults = vocabulary.error.map((fault) => `commands/${fault.file}:${fault.line}: ${fault.message}`);
      throw new Error(`command files that cannot be read:\n${faults.join('\n')}`);
    }
    makers.set(name, () => make(vocabulary.value()));
  }
  return { systems: new Systems(makers), makeRouter: (spec) => new Device(spec) };
}
