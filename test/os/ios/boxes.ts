// Several IOS boxes with saved configurations and cables between them: switched on, typed at, looked at.

import { mac } from '../../../src/base/mac.ts';
import { present } from '../../../src/base/must.ts';
import { Vty } from '../../../src/cli/vty.ts';
import { Device } from '../../../src/device/device.ts';
import { RunningBox } from '../../../src/os/box.ts';
import type { NodeId, PortName } from '../../../src/sim/node.ts';
import { micros, plus, seconds } from '../../../src/sim/time.ts';
import { World } from '../../../src/sim/world.ts';
import { configured, IOS, model } from './console.ts';

/** 2026-03-01T10:00:00Z */
const EPOCH = 1_772_359_200_000_000;

/** Cables: `R1 GigabitEthernet0/0 - R2 GigabitEthernet0/0`. */
export class Boxes {
  readonly world = new World(1);
  readonly boxes = new Map<string, RunningBox>();

  constructor(kind: string, configs: Readonly<Record<string, string>>, cables: readonly string[]) {
    Object.entries(configs).forEach(([name, text], i) => {
      const box = new RunningBox({
        name,
        os: IOS,
        chassis: { model: model(kind), macBase: mac(0xaabbcc000100 + i * 0x100) },
        world: this.world,
        epoch: EPOCH,
        makeRouter: (spec) => new Device(spec),
      });
      box.store.startup = { tree: configured(`hostname ${name}\n${text}`, kind), at: 0, user: 'root' };
      this.boxes.set(name, box);
    });
    cables.forEach((cable, i) => {
      const ports = cable.split(' - ').map((end) => {
        const [node, port] = end.split(' ');
        return { node: node as NodeId, port: port as PortName };
      });
      this.world.addLink({ id: `l${i}`, ports, delay: micros(500) });
    });
    for (const box of this.boxes.values()) box.powerOn();
  }

  box(name: string): RunningBox {
    return present(this.boxes.get(name), name);
  }

  /** So many seconds pass. */
  run(span: number): this {
    this.world.runUntil(plus(this.world.now, seconds(span)));
    return this;
  }

  /** What the last of these lines prints, typed one after another in privileged mode. */
  shown(name: string, ...lines: readonly string[]): string {
    let screen = '';
    const write = (bytes: string): void => {
      screen += bytes;
    };
    const vty = new Vty(IOS.shell(this.box(name), 7), { rows: 0, columns: 200, console: false, write });
    vty.begin({ auto: true });
    for (const line of lines) {
      screen = '';
      vty.keys(`${line}\r`);
      for (let i = 0; vty.state === 'running' && this.world.next !== undefined && i < 100_000; i++)
        this.world.runUntil(this.world.next);
    }
    const text = screen.replaceAll('\r\n', '\n');
    return text.slice(text.indexOf('\n') + 1, text.lastIndexOf('\n'));
  }

  /** Typed in configuration mode. */
  configure(name: string, ...lines: readonly string[]): this {
    this.shown(name, 'configure terminal', ...lines, 'end');
    return this;
  }

  /** Lines of the log that begin so. */
  log(name: string, beginning: string): readonly string[] {
    return this.box(name).log.flatMap(({ text }) => (text.startsWith(beginning) ? [text] : []));
  }
}
