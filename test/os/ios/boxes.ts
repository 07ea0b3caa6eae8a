// IOS boxes that speak to each other, and what their consoles print.

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

/** Boxes with saved configurations, and cables `R1 GigabitEthernet0/0 - R2 GigabitEthernet0/0`. */
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
    this.world.runUntil(seconds(100));
  }

  box(name: string): RunningBox {
    return present(this.boxes.get(name), name);
  }

  run(span: number): this {
    this.world.runUntil(plus(this.world.now, seconds(span)));
    return this;
  }

  /** What a line of exec prints. */
  shown(name: string, line: string): string {
    let screen = '';
    const write = (bytes: string): void => {
      screen += bytes;
    };
    const vty = new Vty(IOS.shell(this.box(name), 7), { rows: 0, columns: 200, console: false, write });
    vty.begin({ auto: true });
    screen = '';
    vty.keys(`${line}\r`);
    const text = screen.replaceAll('\r\n', '\n');
    return text.slice(text.indexOf('\n') + 1, text.lastIndexOf('\n'));
  }

  adjacencyLog(name: string): readonly string[] {
    return this.box(name).log.flatMap(({ text }) => (text.startsWith('%CLNS') ? [text] : []));
  }
}

/** Loopback0 10.255.255.N, interfaces, and a process of that area with system ID N. */
export const router = (n: number, area: string, more: string, ...interfaces: readonly string[]): string => `\
interface Loopback0
 ip address 10.255.255.${n} 255.255.255.255
 ip router isis
${interfaces.join('\n')}
router isis
 net ${area}.0000.0000.00${String(n).padStart(2, '0')}.00
${more}
`;
/** An interface that runs IS-IS, /28. */
export const port = (name: string, address: string, ...more: readonly string[]): string =>
  [`interface ${name}`, ` ip address ${address} 255.255.255.240`, ' ip router isis', ...more, ' no shutdown'].join(
    '\n',
  );
