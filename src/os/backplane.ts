// The sockets of one box, shared by its routers: a frame goes to the router that has a unit for its VLAN tag there.
// Source: "Logical Systems Overview": a physical port belongs to the box, its logical interfaces each to one logical system.

import { byText } from '../base/sorted-map.ts';
import type { Router } from '../device/router.ts';
import type { PortWire } from '../device/wire.ts';
import { u16At } from '../net/wire/fields.ts';
import type { IfName } from '../route/names.ts';
import type { Frame } from '../sim/frame.ts';
import type { Node, NodeId, Port, PortName, TimerKey } from '../sim/node.ts';
import type { World } from '../sim/world.ts';

/**
 * A cable may be plugged into a whole port (`xe-0/0/0`) or, where a switch parts the VLANs before they reach the lab's
 * other devices, into one VLAN of it (`xe-0/0/0.105`: tag 105).
 */
export class Backplane implements Node {
  readonly id: NodeId;
  readonly #world: World;
  /** The routers of the box, the box itself first. */
  readonly #routers: () => Iterable<Router>;
  /** Sockets for single VLANs, by port. */
  readonly #lanes = new Map<PortName, Map<number, PortName>>();
  /** Who hears a VLAN (0: untagged frames) at a port; whoever is not listed, the box itself. */
  #owners: ReadonlyMap<PortName, ReadonlyMap<number, Router>> = new Map();
  /** Light as the routers were told of it. */
  readonly #told = new Map<PortName, boolean>();
  /** The port of each socket that was plugged in. */
  readonly #ports = new Map<PortName, PortName>();

  constructor(id: NodeId, world: World, routers: () => Iterable<Router>) {
    this.id = id;
    this.#world = world;
    this.#routers = routers;
    world.addNode(this);
  }

  /** A cable will be plugged in here: an end of a link as the lab names it. */
  socket(name: PortName): void {
    const lane = /^(.+)\.(\d+)$/.exec(name);
    if (!lane) return;
    const port = lane[1] as PortName;
    const lanes = this.#lanes.get(port) ?? new Map<number, PortName>();
    lanes.set(Number(lane[2]), name);
    this.#lanes.set(port, lanes);
    this.#ports.set(name, port);
  }

  /** Does a frame at this end of a link pass through this port? */
  leadsTo(end: Port, port: PortName): boolean {
    return end.node === this.id && (end.port === port || this.#portOf(end.port) === port);
  }

  /** How the box itself uses its ports. */
  get main(): PortWire {
    return {
      transmit: (port, frame) => this.#world.transmit(this.id, this.#laneOf(port, frame), frame),
      light: (port, on) => this.#light(port, on),
      carrier: (port) => this.#carrier(port),
    };
  }

  /** How a router within it does: the light is the box's own. */
  get guest(): PortWire {
    return { ...this.main, light: () => {} };
  }

  /** Looks up anew which router has which VLAN. */
  share(guests: readonly Router[]): void {
    const owners = new Map<PortName, Map<number, Router>>();
    for (const router of guests) {
      const interfaces = router.config?.interfaces ?? {};
      for (const name of (Object.keys(interfaces) as IfName[]).sort(byText)) {
        const { port, vlan } = interfaces[name] ?? {};
        if (port === undefined) continue;
        const here = owners.get(port) ?? new Map<number, Router>();
        here.set(vlan ?? 0, router);
        owners.set(port, here);
      }
    }
    this.#owners = owners;
  }

  receive(socket: PortName, frame: Frame): void {
    const port = this.#portOf(socket);
    const owner = this.#owners.size === 0 ? undefined : this.#owners.get(port)?.get(tagOf(frame));
    (owner ?? this.#main).receive(port, frame);
  }

  expire(timer: TimerKey): void {
    this.#main.expire(timer);
  }

  carrier(socket: PortName): void {
    const port = this.#portOf(socket);
    const up = this.#carrier(port);
    if ((this.#told.get(port) ?? false) === up) return;
    this.#told.set(port, up);
    for (const router of this.#routers()) router.carrier(port, up);
  }

  get #main(): Router {
    const [main] = this.#routers();
    return main as Router;
  }

  #portOf(socket: PortName): PortName {
    return this.#ports.get(socket) ?? socket;
  }

  #laneOf(port: PortName, frame: Frame): PortName {
    return this.#lanes.get(port)?.get(tagOf(frame)) ?? port;
  }

  #light(port: PortName, on: boolean): void {
    this.#world.light(this.id, port, on);
    for (const lane of this.#lanes.get(port)?.values() ?? []) this.#world.light(this.id, lane, on);
  }

  /** A switch at the far end keeps a port lit whatever becomes of one VLAN. */
  #carrier(port: PortName): boolean {
    if (this.#world.carrier(this.id, port)) return true;
    const lanes = this.#lanes.get(port);
    return lanes !== undefined && [...lanes.values()].some((lane) => this.#world.isLit(this.id, lane));
  }
}

const TYPE_AT = 12;
const VLAN_TAG = 0x8100;
const VLAN_BITS = 0x0fff;
const TAG_END = 16;

/** The number in the 802.1Q tag (IEEE 802.1Q §9.6); 0: there is none. */
function tagOf({ bytes }: Frame): number {
  if (bytes.length < TAG_END || u16At(bytes, TYPE_AT) !== VLAN_TAG) return 0;
  return u16At(bytes, TYPE_AT + 2) & VLAN_BITS;
}
