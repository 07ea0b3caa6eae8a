// Junos routers with cables between them, one console each: lines are typed, the world goes on, the exact screen is seen.

import { parseIsoUtc } from '../../../src/base/calendar.ts';
import { mac } from '../../../src/base/mac.ts';
import { must, present } from '../../../src/base/must.ts';
import { keyBytes } from '../../../src/cli/keys.ts';
import { Vty } from '../../../src/cli/vty.ts';
import { Device } from '../../../src/device/device.ts';
import { RunningBox } from '../../../src/os/box.ts';
import type { NodeId, PortName } from '../../../src/sim/node.ts';
import { type Micros, micros, plus, ZERO } from '../../../src/sim/time.ts';
import { World } from '../../../src/sim/world.ts';
import { junos } from './console.ts';

/** A router: its model (vmx unless said) and its configuration as `set` lines. */
export interface RouterSpec {
  readonly model?: string;
  readonly set: string;
}

const ROOT = 'set system root-authentication encrypted-password "$1$5RPVAd$NHuIQtVz6uOGRUhNTnu0a/"\n';

export class Routers {
  readonly world = new World(1);
  readonly #boxes = new Map<string, RunningBox>();
  readonly #vtys = new Map<string, Vty>();
  /** What commands printed since the last line was typed. */
  readonly #screens = new Map<string, string>();

  constructor(
    routers: Readonly<Record<string, RouterSpec>>,
    cables: readonly string[] = [],
    delay: Micros = micros(250),
  ) {
    for (const [name, spec] of Object.entries(routers)) this.#add(name, spec, this.#boxes.size + 1);
    for (const cable of cables) this.#plug(cable, delay);
    for (const [name, box] of this.#boxes) {
      box.powerOn();
      this.#open(name, box);
    }
  }

  box(name: string): RunningBox {
    return present(this.#boxes.get(name), name);
  }

  run(span: Micros): this {
    this.world.runUntil(plus(this.world.now, span));
    return this;
  }

  /** Types a line and runs until its prompt is back: what was printed, without what the prompt begins with. */
  type(name: string, line: string): string {
    this.begin(name, line);
    const vty = present(this.#vtys.get(name), name);
    for (let i = 0; vty.state === 'running' && i < 100_000; i++) {
      if (this.world.next === undefined) break;
      this.world.runUntil(this.world.next);
    }
    return this.screen(name);
  }

  /** Types a line and stops there. */
  begin(name: string, line: string): void {
    this.#screens.set(name, '');
    present(this.#vtys.get(name), name).keys(`${line}\r`);
  }

  press(name: string, key: string): this {
    present(this.#vtys.get(name), name).keys(present(keyBytes(key), key));
    return this;
  }

  /** What was printed since the last line was typed; prompts and echo left out. */
  screen(name: string): string {
    return present(this.#screens.get(name), name);
  }

  #add(name: string, spec: RouterSpec, number: number): void {
    const os = junos();
    const model = present(
      os.models.find((one) => one.name === (spec.model ?? 'vmx')),
      spec.model ?? '',
    );
    const box = new RunningBox({
      name,
      os,
      chassis: { model, macBase: mac(0x0205_8671_0000 + number * 256) },
      world: this.world,
      epoch: parseIsoUtc('2026-03-01T10:00:00Z') ?? 0,
      makeRouter: (router) => new Device(router),
    });
    const read = os.read(`set system host-name ${name}\n${ROOT}${spec.set}`, os.factory(model), model);
    const rejected = read.lines.filter(({ taken }) => taken === 'rejected');
    must(rejected.length === 0, `the configuration: ${JSON.stringify(rejected)}`);
    box.store.startup = { tree: read.tree, at: ZERO, user: 'root' };
    this.#boxes.set(name, box);
  }

  #open(name: string, box: RunningBox): void {
    this.#screens.set(name, '');
    const write = (text: string, kind: string): void => {
      if (kind === 'output') this.#screens.set(name, this.screen(name) + text.replaceAll('\r', ''));
    };
    const vty = new Vty(box.os.shell(box, 0), { rows: 24, columns: 80, write });
    this.#vtys.set(name, vty);
    vty.begin({ auto: true });
  }

  #plug(cable: string, delay: Micros): void {
    const ports = cable.split(' - ').map((end) => {
      const [node, port] = end.split(' ');
      return { node: node as NodeId, port: port as PortName };
    });
    this.world.addLink({ id: `l${this.world.links.length}`, ports, segment: ports.length > 2, delay });
  }
}
