// A Junos box at somebody's fingertips: keys in, the bytes that came out.

import { parseIsoUtc } from '../../../src/base/calendar.ts';
import { mac } from '../../../src/base/mac.ts';
import { must } from '../../../src/base/must.ts';
import { Vty, type VtyState } from '../../../src/cli/vty.ts';
import { Device } from '../../../src/device/device.ts';
import { readVocabularyFiles } from '../../../src/host/vocabulary.ts';
import type { Vocabulary } from '../../../src/language/spec.ts';
import { parseVocabulary } from '../../../src/language/vocabulary.ts';
import { RunningBox } from '../../../src/os/box.ts';
import { makeJunos } from '../../../src/os/junos/index.ts';
import type { Os } from '../../../src/os/os.ts';
import type { NodeId, PortName } from '../../../src/sim/node.ts';
import { type Micros, micros, plus, seconds, ZERO } from '../../../src/sim/time.ts';
import { World } from '../../../src/sim/world.ts';

let vocabulary: Vocabulary | undefined;

/** commands/junos, read once. */
export function junosVocabulary(): Vocabulary {
  if (vocabulary) return vocabulary;
  const read = parseVocabulary(readVocabularyFiles('commands/junos'));
  must(read.ok, `commands/junos: ${read.ok ? '' : JSON.stringify(read.error)}`);
  vocabulary = read.value;
  return vocabulary;
}

let system: Os | undefined;

/** Junos with everything that it answers. */
export function junos(): Os {
  system ??= makeJunos(junosVocabulary());
  return system;
}

/** Root's password is `root123`, lab's `lab123`. */
export const LAB_START = `system {
    host-name R1;
    root-authentication {
        encrypted-password "$1$5RPVAd$YuAIoivAfXGuf5B0TtDMI0";
    }
    login {
        user lab {
            class super-user;
            authentication {
                encrypted-password "$6$labstack$sHxJptWbMO5LnVq7CbnUNmPDFHSLOZnPZQZVApBAbVBbulJZfq.bO/tscxdH/0JsYs0lY/RntROhqRYD5DnCJ0";
            }
        }
    }
}
`;

export interface ConsoleSpec {
  readonly config?: string;
  readonly model?: string;
  readonly rows?: number;
  readonly columns?: number;
}

/** One box, switched on, in a world of its own; 1 March 2026, ten o'clock. */
export class JunosBox {
  readonly world = new World(1);
  readonly box: RunningBox;
  readonly os = junos();

  constructor(spec: ConsoleSpec = {}) {
    const model = this.os.models.find(({ name }) => name === (spec.model ?? 'vmx'));
    must(model, 'a model');
    this.box = new RunningBox({
      name: 'R1',
      os: this.os,
      chassis: { model, macBase: mac(0x0005_8671_0000) },
      world: this.world,
      epoch: parseIsoUtc('2026-03-01T10:00:00Z') ?? 0,
      makeRouter: (router) => new Device(router),
    });
    const read = this.os.read(spec.config ?? LAB_START, this.os.factory(model), model);
    must(
      read.lines.every(({ taken }) => taken !== 'rejected'),
      `the configuration: ${JSON.stringify(read.lines.filter(({ taken }) => taken === 'rejected'))}`,
    );
    this.box.store.startup = { tree: read.tree, at: ZERO, user: 'root' };
    // Far ends, so that the ports have light.
    for (const port of ['ge-0/0/0', 'ge-0/0/1']) {
      const far = { node: `far-${port}` as NodeId, port: 'e0' as PortName };
      this.world.addNode({ id: far.node, receive: () => {}, expire: () => {}, carrier: () => {} });
      const ports = [{ node: 'R1' as NodeId, port: port as PortName }, far];
      this.world.addLink({ id: port, ports, segment: false, delay: micros(500) });
    }
    this.box.powerOn();
    this.run(seconds(5));
  }

  run(span: Micros): void {
    this.world.runUntil(plus(this.world.now, span));
  }

  /** A terminal on a line of it. */
  console(spec: ConsoleSpec & { readonly session?: number; readonly auto?: boolean } = {}): Console {
    return new Console(this, spec);
  }
}

export class Console {
  readonly box: JunosBox;
  readonly vty: Vty;
  #out = '';

  constructor(
    box: JunosBox,
    {
      rows = 24,
      columns = 80,
      session = 0,
      auto = true,
    }: ConsoleSpec & { readonly session?: number; readonly auto?: boolean },
  ) {
    this.box = box;
    this.vty = new Vty(box.os.shell(box.box, session), {
      rows,
      columns,
      write: (text) => {
        this.#out += text;
      },
    });
    this.vty.begin({ auto });
  }

  get state(): VtyState {
    return this.vty.state;
  }

  /** The bytes that were written since the last call. */
  raw(): string {
    const text = this.#out;
    this.#out = '';
    return text;
  }

  /** What was written since the last call; line ends as `\n`. */
  take(): string {
    return this.raw().replaceAll('\r\n', '\n');
  }

  /** Presses keys; gives what came back. */
  press(keys: string): string {
    this.take();
    this.vty.keys(keys.replaceAll('\n', '\r'));
    return this.take();
  }

  /** A whole line, with Enter: what was printed between it and the next prompt. */
  line(text: string): string {
    const shown = this.press(`${text}\n`);
    const begin = shown.indexOf('\n') + 1;
    const end = shown.lastIndexOf('\n');
    return shown.slice(begin, Math.max(begin, end)).replace(/\n(?:\[edit[^\n]*\])?$/, '');
  }
}
