// IOS as it is sold: its command files, its shell, a device under it; consoles on real VTYs that record every byte.

import { resolve } from 'node:path';
import { mac } from '../../../src/base/mac.ts';
import { present } from '../../../src/base/must.ts';
import { keyBytes } from '../../../src/cli/keys.ts';
import { Vty } from '../../../src/cli/vty.ts';
import type { ConfigTree } from '../../../src/config/tree.ts';
import { Device } from '../../../src/device/device.ts';
import { readVocabularyFiles } from '../../../src/host/vocabulary.ts';
import { parseVocabulary } from '../../../src/language/vocabulary.ts';
import { RunningBox } from '../../../src/os/box.ts';
import { makeIos } from '../../../src/os/ios/index.ts';
import type { Model } from '../../../src/os/os.ts';
import type { NodeId, PortName } from '../../../src/sim/node.ts';
import { micros, plus, seconds } from '../../../src/sim/time.ts';
import { World } from '../../../src/sim/world.ts';

const parsed = parseVocabulary(readVocabularyFiles(resolve(import.meta.dirname, '../../../commands/ios')));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error, null, 1));
export const IOS = makeIos(parsed.value);

export const model = (name: string): Model =>
  present(
    IOS.models.find((one) => one.name === name),
    name,
  );

/** What a text makes of a box out of the factory. */
export function configured(text: string, name = 'IOSv'): ConfigTree {
  const { tree, lines } = IOS.read(text, IOS.factory(model(name)), model(name));
  const rejected = lines.filter((line) => line.taken === 'rejected');
  if (rejected.length > 0) throw new Error(JSON.stringify(rejected, null, 1));
  return tree;
}

/** 2026-03-01T10:00:00Z */
const EPOCH = 1_772_359_200_000_000;

export interface ConsoleOptions {
  readonly model?: string;
  /** What is saved; `undefined` as text: nothing is. */
  readonly saved?: string | undefined;
  /** Somebody types (default: a script, which is at the prompt at once). */
  readonly typed?: boolean;
  readonly session?: number;
  /** One of several boxes in a world. */
  readonly world?: World;
  readonly name?: string;
  readonly mac?: number;
  /** False: it is switched on later, when its cables are plugged. */
  readonly power?: boolean;
  /** Microseconds from 1970 to lab time 0. */
  readonly epoch?: number;
}

/** A cable: `R1 GigabitEthernet0/0 - R2 GigabitEthernet0/0`. Before the power is on. */
export function plug(world: World, cable: string): void {
  const ports = cable.split(' - ').map((end) => {
    const [node, port] = end.split(' ');
    return { node: node as NodeId, port: port as PortName };
  });
  world.addLink({ id: cable, ports, delay: micros(500) });
}

/** A box with its configuration saved, its power off. */
function boughtBox(world: World, options: ConsoleOptions): RunningBox {
  const kind = model(options.model ?? 'IOSv');
  const box = new RunningBox({
    name: options.name ?? 'R1',
    os: IOS,
    chassis: { model: kind, macBase: mac(options.mac ?? 0xaabbcc000100) },
    world,
    epoch: options.epoch ?? EPOCH,
    makeRouter: (spec) => new Device(spec),
  });
  const text = 'saved' in options ? options.saved : 'hostname R1\n';
  if (text !== undefined) box.store.startup = { tree: configured(text, kind.name), at: 0, user: 'root' };
  return box;
}

/** One router and a terminal on it. */
export class Console {
  readonly world: World;
  readonly box: RunningBox;
  readonly vty: Vty;
  #screen = '';
  readonly #auto: boolean;

  constructor(options: ConsoleOptions = {}, known?: RunningBox) {
    this.world = options.world ?? new World(1);
    this.box = known ?? boughtBox(this.world, options);
    if (!known && options.power !== false) this.box.powerOn();
    const session = options.session ?? 0;
    const write = (bytes: string): void => {
      this.#screen += bytes;
    };
    this.vty = new Vty(IOS.shell(this.box, session), { rows: 24, columns: 80, console: session === 0, write });
    this.#auto = !options.typed;
    if (options.power !== false) this.vty.begin({ auto: this.#auto });
  }

  /** Another terminal at the same router. */
  beside(session: number): Console {
    return new Console({ world: this.world, session, typed: true }, this.box);
  }

  /** For one whose power was off at first. */
  power(): this {
    this.box.powerOn();
    this.vty.begin({ auto: this.#auto });
    return this;
  }

  /** Everything since the last time, with plain line ends. */
  screen(): string {
    const shown = this.#screen.replaceAll('\r\n', '\n');
    this.#screen = '';
    return shown;
  }

  wait(span: number): this {
    this.world.runUntil(plus(this.world.now, seconds(span)));
    return this;
  }

  keys(text: string): this {
    this.vty.keys(text);
    return this;
  }

  /** A key by its name: `tab`, `ctrl-z`. */
  press(...names: readonly string[]): this {
    for (const name of names) this.vty.keys(present(keyBytes(name), name));
    return this;
  }

  /** Types lines and lets each come to its end; nothing of them is returned. */
  lines(...lines: readonly string[]): this {
    for (const line of lines) this.line(line);
    return this;
  }

  /** Types a line: what is on the screen below it, with the next prompt. */
  line(text: string): string {
    this.#screen = '';
    this.vty.keys(`${text}\r`);
    this.settle();
    const screen = this.screen();
    return screen.slice(screen.indexOf('\n') + 1);
  }

  /** Runs until nothing runs on the terminal any more. */
  settle(): void {
    for (let i = 0; this.vty.state === 'running' && this.world.next !== undefined; i++) {
      if (i > 100_000) throw new Error('it does not end');
      this.world.runUntil(this.world.next);
    }
  }

  /** The configuration that runs, without the marks between its parts. */
  config(): string[] {
    return IOS.print(this.box.store.running).filter((line) => line.trim() !== '!');
  }
}
