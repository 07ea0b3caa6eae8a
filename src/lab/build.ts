// Lab -> World: devices, cables, configurations. Prepared once, switched on as often as somebody needs a copy.

import { mac } from '../base/mac.ts';
import { must, present } from '../base/must.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Router } from '../device/router.ts';
import { MAIN_ROUTER, type RouterSpec, RunningBox } from '../os/box.ts';
import type { Chassis, Os } from '../os/os.ts';
import type { NodeId, Port, PortName } from '../sim/node.ts';
import { type Micros, plus, ZERO } from '../sim/time.ts';
import { World } from '../sim/world.ts';
import type { ConfigFile, Lab, LabDevice, LabLink, LabProblem } from './lab.ts';
import { laneOf, ownerOf } from './owners.ts';
import { modelOf } from './read.ts';

/** What a lab is built of: operating systems by name, and whoever builds a router. */
export interface Machinery {
  readonly systems: ReadonlyMap<string, Os>;
  readonly makeRouter: (spec: RouterSpec) => Router;
}

type ConfigTree = ReturnType<Os['factory']>;

interface Prepared {
  readonly device: LabDevice;
  readonly os: Os;
  readonly chassis: Chassis;
  readonly tree: ConfigTree;
}

/** A lab whose configurations were read and found sound. */
export interface PreparedLab {
  readonly lab: Lab;
  readonly machinery: Machinery;
  readonly devices: readonly Prepared[];
}

/** The first device's addresses; each further one has the next 256. The prefix is the one that software routers use. */
const MAC_BASE = 0xaabbcc000100;

/** Reads the configurations that the devices boot with. All errors are gathered. */
export function prepareLab(
  lab: Lab,
  machinery: Machinery,
  configs: Readonly<Record<string, readonly ConfigFile[]>>,
): Result<PreparedLab, readonly LabProblem[]> {
  const { prepared, refused } = prepareWhatFits(lab, machinery, configs);
  return refused.length > 0 ? err(refused) : ok(prepared);
}

/** The same, leaving out what is refused: lines, or the whole of a configuration that cannot be put into force. */
export function prepareWhatFits(
  lab: Lab,
  machinery: Machinery,
  configs: Readonly<Record<string, readonly ConfigFile[]>>,
): { readonly prepared: PreparedLab; readonly refused: readonly LabProblem[] } {
  const refused: LabProblem[] = [];
  const boxes = lab.devices.filter(({ of }) => of === undefined);
  const devices = boxes.map((device, i) => {
    const os = present(machinery.systems.get(device.os), `the operating system of ${device.name}`);
    const model = present(modelOf(device, machinery.systems), `the model of ${device.name}`);
    const chassis: Chassis = { model, macBase: mac(MAC_BASE + 256 * i) };
    const layers = configs[device.name] ?? [];
    const tree = readLayers(os, chassis, layers, refused);
    const compiled = os.compile(tree, chassis);
    if (compiled.ok) return { device, os, chassis, tree };
    const file = layers.at(-1)?.file ?? `the factory configuration of ${model.name}`;
    for (const fault of compiled.error)
      refused.push({ file, line: 0, message: [fault.path.join(' '), fault.message].filter(Boolean).join(': ') });
    return { device, os, chassis, tree: os.factory(model) };
  });
  return { prepared: { lab, machinery, devices }, refused };
}

function readLayers(os: Os, chassis: Chassis, layers: readonly ConfigFile[], refused: LabProblem[]): ConfigTree {
  let tree = os.factory(chassis.model);
  for (const layer of layers) {
    const read = os.read(layer.text, tree, chassis.model);
    for (const line of read.lines) {
      if (line.taken !== 'rejected') continue;
      const message = `"${line.text.trim()}" is refused: ${line.why ?? 'not understood'}`;
      refused.push({ file: layer.file, line: line.line, message });
    }
    tree = read.tree;
  }
  return tree;
}

/** A lab that runs. */
export class RunningLab {
  readonly lab: Lab;
  readonly world: World;
  readonly boxes: ReadonlyMap<string, RunningBox>;

  /** Builds everything and switches it on at lab time 0. */
  constructor(prepared: PreparedLab, seed: number) {
    this.lab = prepared.lab;
    this.world = new World(seed);
    const boxes = new Map<string, RunningBox>();
    for (const { device, os, chassis, tree } of prepared.devices) {
      const box = new RunningBox({
        name: device.name,
        os,
        chassis,
        world: this.world,
        epoch: prepared.lab.epoch,
        makeRouter: prepared.machinery.makeRouter,
      });
      box.store.startup = { tree, at: ZERO, user: 'root' };
      boxes.set(device.name, box);
    }
    this.boxes = boxes;
    for (const link of prepared.lab.links) {
      const ports = link.ends.map((end) => this.socket(end));
      for (const { node, port } of ports) boxes.get(node)?.socket(port);
      // Where a VLAN is an end there is a switch before it, which keeps the port lit.
      const segment = link.kind === 'lan' || link.ends.some(({ port }) => laneOf(port) !== undefined);
      this.world.addLink({ id: link.id, ports, segment, delay: link.delay });
    }
    for (const box of boxes.values()) box.powerOn();
  }

  /** A router by the name that checks and commands use: `r1`, or `mx:Luna`. Undefined: none, or switched off. */
  router(name: string): Router | undefined {
    const owner = this.owner(name);
    return owner?.box.isOn(owner.router) ? owner.box.routers.get(owner.router) : undefined;
  }

  /** The box that a name of the lab stands for, and the router of it; undefined: there is no such box. */
  owner(name: string): { readonly box: RunningBox; readonly router: string } | undefined {
    const { device, router = MAIN_ROUTER } = ownerOf(this.lab.devices, name);
    const box = this.boxes.get(device);
    return box && { box, router };
  }

  /** Somebody switched it off: the whole box, or this router of it. */
  isOff(name: string): boolean {
    const owner = this.owner(name);
    return owner?.box.routers.has(owner.router) === true && !owner.box.isOn(owner.router);
  }

  /** Where an end of a link is plugged in. */
  socket(end: LabLink['ends'][number]): Port {
    return { node: ownerOf(this.lab.devices, end.device).device as NodeId, port: end.port as PortName };
  }

  /** When a route, a label, a neighbour or an interface of any device last changed. */
  get lastChange(): Micros {
    let last = ZERO;
    for (const box of this.boxes.values())
      for (const router of box.routers.values()) if (router.lastChange > last) last = router.lastChange;
    return last;
  }

  /**
   * The last change, or one that is sure to come: who is overloaded after a start (IS-IS, RFC 3277 §3) carries nothing for
   * others until a moment that it knows. What is quiet before that has not settled.
   */
  get unrest(): Micros {
    let last = this.lastChange;
    for (const box of this.boxes.values())
      for (const router of box.routers.values())
        for (const { overloadUntil } of router.ask('isis.instances', {}))
          if (overloadUntil !== undefined && overloadUntil > last) last = overloadUntil;
    return last;
  }

  /**
   * Lets time pass to `time`. `enough` is asked every few events and may end it early, between two events;
   * true when the time was reached.
   */
  advance(time: Micros, enough: () => boolean = () => false): boolean {
    must(time >= this.world.now, 'lab time runs forward');
    for (let count = 1; ; count++) {
      const next = this.world.next;
      if (next === undefined || next > time) break;
      this.world.step();
      if (count % EVENTS_BETWEEN_QUESTIONS === 0 && enough()) return false;
    }
    this.world.runUntil(time);
    return true;
  }

  /** Runs event by event until `done`, at most to `limit`; true when it was. */
  until(done: () => boolean, limit: Micros): boolean {
    if (done()) return true;
    for (let next = this.world.next; next !== undefined && next <= limit; next = this.world.next) {
      this.world.step();
      if (done()) return true;
    }
    this.world.runUntil(limit);
    return done();
  }

  /** Runs until nothing has changed for `quiet`, at most for `limit`; true when it became quiet. */
  settle(limit: Micros, quiet: Micros): boolean {
    const began = this.world.now;
    const end = plus(began, limit);
    for (;;) {
      const { unrest } = this;
      const quietAt = plus(began > unrest ? began : unrest, quiet);
      if (quietAt > end) break;
      this.advance(quietAt);
      if (plus(this.unrest, quiet) <= this.world.now) return true;
    }
    this.advance(end);
    return false;
  }
}

/** Often enough for a slice of a few milliseconds, seldom enough to cost nothing. */
const EVENTS_BETWEEN_QUESTIONS = 32;
