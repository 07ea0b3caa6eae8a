// Routers of both systems on one world, with saved configurations.

import { mac } from '../../../../src/base/mac.ts';
import { must, present } from '../../../../src/base/must.ts';
import { Vty } from '../../../../src/cli/vty.ts';
import { Device } from '../../../../src/device/device.ts';
import { RunningBox } from '../../../../src/os/box.ts';
import type { Os } from '../../../../src/os/os.ts';
import type { NodeId, PortName } from '../../../../src/sim/node.ts';
import { type Micros, micros, plus, ZERO } from '../../../../src/sim/time.ts';
import { World } from '../../../../src/sim/world.ts';
import { IOS } from '../../ios/console.ts';
import { junos } from '../console.ts';

/** 2026-03-01T10:00:00Z */
const EPOCH = 1_772_359_200_000_000;

/** A configuration and whose it is. */
export interface Written {
  readonly os: 'ios' | 'junos';
  readonly text: string;
}

const MODELS = { ios: 'IOSv', junos: 'vmx' } as const;

export class Mixed {
  readonly world = new World(1);
  readonly #boxes = new Map<string, RunningBox>();

  /** `cables`: `R1 ge-0/0/0 - R2 GigabitEthernet0/0`. */
  constructor(routers: Readonly<Record<string, Written>>, cables: readonly string[]) {
    for (const [name, written] of Object.entries(routers)) this.#add(name, written, this.#boxes.size + 1);
    cables.forEach((cable, i) => {
      const ports = cable.split(' - ').map((end) => {
        const [node, port] = end.split(' ');
        return { node: node as NodeId, port: port as PortName };
      });
      this.world.addLink({ id: `l${i}`, ports, delay: micros(500) });
    });
    for (const box of this.#boxes.values()) box.powerOn();
  }

  box(name: string): RunningBox {
    return present(this.#boxes.get(name), name);
  }

  run(span: Micros): this {
    this.world.runUntil(plus(this.world.now, span));
    return this;
  }

  /** Routes of IS-IS with their metrics: `10.0.0.0/30 10`. */
  routes(name: string): readonly string[] {
    return this.box(name)
      .router()
      .ask('isis.routes', {})
      .flatMap(({ prefix, state }) => (state.route ? [`${prefix.text} ${state.route.metric}`] : []));
  }

  /** What a line prints. */
  type(name: string, line: string): string {
    const box = this.box(name);
    let screen = '';
    const write = (text: string, kind: string): void => {
      if (kind === 'output') screen += text.replaceAll('\r', '');
    };
    const vty = new Vty(box.os.shell(box, 3), { rows: 0, columns: 100, write });
    vty.begin({ auto: true });
    screen = '';
    vty.keys(`${line}\r`);
    for (let i = 0; vty.state === 'running' && i < 100_000 && this.world.next !== undefined; i++) {
      this.world.runUntil(this.world.next);
    }
    return screen;
  }

  #add(name: string, { os: kind, text }: Written, number: number): void {
    const os: Os = kind === 'ios' ? IOS : junos();
    const model = present(
      os.models.find((one) => one.name === MODELS[kind]),
      MODELS[kind],
    );
    const box = new RunningBox({
      name,
      os,
      chassis: { model, macBase: mac(0x0205_8671_0000 + number * 256) },
      world: this.world,
      epoch: EPOCH,
      makeRouter: (spec) => new Device(spec),
    });
    const named = kind === 'ios' ? `hostname ${name}\n${text}` : `set system host-name ${name}\n${text}`;
    const read = os.read(named, os.factory(model), model);
    const rejected = read.lines.filter(({ taken }) => taken === 'rejected');
    must(rejected.length === 0, `the configuration: ${JSON.stringify(rejected)}`);
    box.store.startup = { tree: read.tree, at: ZERO, user: 'root' };
    this.#boxes.set(name, box);
  }
}
