// Nodes, links, the loop: the whole running lab.

import { impossible, must, never, present } from '../base/must.ts';
import { makeRng, type Rng } from '../base/rng.ts';
import { type Faults, fates, isFaultless, NO_FAULTS } from './fault.ts';
import type { Frame } from './frame.ts';
import { darken, isDeaf, isMute, type Link, seesCarrier, treatment, type Way } from './link.ts';
import type { Node, NodeId, Port, PortName, TimerKey } from './node.ts';
import { type Clock, Scheduler, type Ticket } from './scheduler.ts';
import type { SimEvent, Tap } from './tap.ts';
import { type Micros, micros, plus } from './time.ts';

export interface LinkSpec {
  readonly id: string;
  readonly ports: readonly Port[];
  readonly segment?: boolean;
  readonly delay: Micros;
  readonly faults?: Faults;
}

interface Socket extends Port {
  readonly link: Link | undefined;
  /** The owner has switched the transmitter on. */
  lit: boolean;
  /** What the owner was last told. */
  carrier: boolean;
}

export class World implements Clock {
  readonly rng: Rng;
  readonly #scheduler = new Scheduler<SimEvent>((event) => this.#run(event));
  readonly #nodes = new Map<NodeId, Node>();
  readonly #links = new Map<string, Link>();
  readonly #sockets = new Map<NodeId, Map<PortName, Socket>>();
  readonly #timers = new Map<NodeId, Map<TimerKey, Ticket>>();
  readonly #taps: Tap[] = [];

  constructor(seed: number) {
    this.rng = makeRng(seed);
  }

  get now(): Micros {
    return this.#scheduler.now;
  }

  get executed(): number {
    return this.#scheduler.executed;
  }

  get next(): Micros | undefined {
    return this.#scheduler.next;
  }

  get links(): readonly Link[] {
    return [...this.#links.values()];
  }

  link(id: string): Link | undefined {
    return this.#links.get(id);
  }

  /** The link that is plugged in here. */
  linkAt(node: NodeId, port: PortName): Link | undefined {
    return this.#socket(node, port)?.link;
  }

  watch(tap: Tap): void {
    this.#taps.push(tap);
  }

  unwatch(tap: Tap): void {
    const at = this.#taps.indexOf(tap);
    if (at >= 0) this.#taps.splice(at, 1);
  }

  addNode(node: Node): void {
    must(!this.#nodes.has(node.id), `two nodes are called ${node.id}`);
    this.#nodes.set(node.id, node);
    this.#timers.set(node.id, new Map());
  }

  /** Takes a node out; its cables stay where they are and lead nowhere. */
  removeNode(id: NodeId): void {
    this.stopTimers(id);
    this.#timers.delete(id);
    this.#nodes.delete(id);
  }

  addLink(spec: LinkSpec): Link {
    must(!this.#links.has(spec.id), `two links are called ${spec.id}`);
    const link: Link = {
      id: spec.id,
      ports: spec.ports,
      segment: spec.segment ?? spec.ports.length !== 2,
      delay: spec.delay,
      faults: spec.faults ?? NO_FAULTS,
      up: true,
      epoch: 0,
      ways: new Map(),
      rng: this.rng.stream(`link/${spec.id}`),
    };
    this.#links.set(link.id, link);
    for (const end of spec.ports) {
      must(this.#nodes.has(end.node), `link ${spec.id} ends at ${end.node}, which is no node`);
      const sockets = this.#sockets.get(end.node) ?? new Map<PortName, Socket>();
      must(!sockets.has(end.port), `two cables in ${end.node} ${end.port}`);
      sockets.set(end.port, { ...end, link, lit: false, carrier: false });
      this.#sockets.set(end.node, sockets);
    }
    return link;
  }

  /** Switches a port's transmitter on or off; whoever sees its light hears of it in an event of this instant. */
  light(node: NodeId, port: PortName, on: boolean): void {
    const socket = this.#socket(node, port);
    if (!socket || socket.lit === on) return;
    socket.lit = on;
    if (socket.link) this.#carriers(socket.link);
  }

  /** Light at this port now. A port without a cable sees none. */
  carrier(node: NodeId, port: PortName): boolean {
    const socket = this.#socket(node, port);
    return socket?.lit === true && this.#sees(socket);
  }

  /** The owner has switched this port's transmitter on. */
  isLit(node: NodeId, port: PortName): boolean {
    return this.#socket(node, port)?.lit === true;
  }

  /** Pulls the cable out (false) or plugs it in again; with `way` only the fibre of that way. A whole cable has both. */
  setLink(id: string, up: boolean, way?: Way): void {
    const link = present(this.#links.get(id), `link ${id}`);
    if (way) darken(link, way, !up);
    else {
      const broken = [...link.ways].filter(([, one]) => one.dark);
      if (up) for (const [key, one] of broken) link.ways.set(key, { ...one, dark: false });
      if (link.up === up && !(up && broken.length > 0)) return;
      if (!up) link.epoch++;
      link.up = up;
    }
    this.#carriers(link);
  }

  /** Puts a frame on the link at this port. Without a cable, or without light, it is gone. */
  transmit(node: NodeId, port: PortName, frame: Frame): void {
    const socket = this.#socket(node, port);
    const link = socket?.link;
    if (!socket || !link || !socket.lit || !link.up || isMute(link, socket)) return;
    for (const tap of this.#taps) tap.sent?.(this.now, link, socket, frame);
    for (const end of link.ports) {
      if (end.node === node && end.port === port) continue;
      if (isDeaf(link, end)) continue;
      const way = link.ways.size > 0 ? treatment(link, socket, end) : undefined;
      const faults = way ?? link.faults;
      const arrival = plus(this.now, way?.delay ?? link.delay);
      if (isFaultless(faults)) this.#fly(link, end, frame, arrival);
      else for (const late of fates(faults, link.rng)) this.#fly(link, end, frame, plus(arrival, micros(late)));
    }
  }

  /** Puts a frame from outside the world on a link: every port of it hears it. */
  inject(id: string, frame: Frame): void {
    const link = present(this.#links.get(id), `link ${id}`);
    if (!link.up) return;
    for (const to of link.ports) if (!isDeaf(link, to)) this.#fly(link, to, frame, plus(this.now, link.delay));
  }

  /** Arms, re-arms or stops a named timer of a node. */
  timer(node: NodeId, timer: TimerKey, after: Micros | 'off'): void {
    const timers = this.#timers.get(node) ?? impossible(`node ${node}`);
    const old = timers.get(timer);
    if (old) this.#scheduler.cancel(old);
    if (after === 'off') timers.delete(timer);
    else
      timers.set(
        timer,
        this.#scheduler.at(plus(this.now, after), {
          kind: 'timer',
          node,
          timer,
        }),
      );
  }

  /** When a timer will fire. */
  timerAt(node: NodeId, timer: TimerKey): Micros | undefined {
    const ticket = this.#timers.get(node)?.get(timer);
    return ticket?.done === false ? ticket.time : undefined;
  }

  /** Stops every timer of a node: its power went off. */
  stopTimers(node: NodeId): void {
    const timers = present(this.#timers.get(node), `node ${node}`);
    for (const ticket of timers.values()) this.#scheduler.cancel(ticket);
    timers.clear();
  }

  /** Runs one event; false when there is none. */
  step(): boolean {
    return this.#scheduler.step();
  }

  /** Runs every event up to and including `time`, and lets time pass to it. */
  runUntil(time: Micros): void {
    for (let next = this.next; next !== undefined && next <= time; next = this.next) this.#scheduler.step();
    this.#scheduler.pass(time);
  }

  #run(event: SimEvent): void {
    for (const tap of this.#taps) tap.event?.(this.now, event);
    switch (event.kind) {
      case 'frame':
        this.#deliver(event.link, event.epoch, event.to, event.frame);
        break;
      case 'timer':
        this.#expire(event.node, event.timer);
        break;
      case 'carrier':
        this.#tellCarrier(event.node, event.port);
        break;
      default:
        never(event);
    }
  }

  /** A ticket stays where it is while its timer is heard: most timers are armed again then, and a map that shrinks and grows costs. */
  #expire(id: NodeId, timer: TimerKey): void {
    const ticket = this.#timers.get(id)?.get(timer);
    this.#nodes.get(id)?.expire(timer);
    const timers = this.#timers.get(id);
    if (ticket && timers?.get(timer) === ticket) timers.delete(timer);
  }

  #deliver(link: Link, epoch: number, to: Port, frame: Frame): void {
    if (!link.up || link.epoch !== epoch) return;
    if (this.#socket(to.node, to.port)?.lit) this.#nodes.get(to.node)?.receive(to.port, frame);
  }

  #fly(link: Link, to: Port, frame: Frame, arrival: Micros): void {
    this.#scheduler.at(arrival, { kind: 'frame', link, epoch: link.epoch, to, frame });
  }

  #socket(node: NodeId, port: PortName): Socket | undefined {
    return this.#sockets.get(node)?.get(port);
  }

  #sees(socket: Socket): boolean {
    const lit = (port: Port): boolean => this.#socket(port.node, port.port)?.lit === true;
    return socket.link !== undefined && seesCarrier(socket.link, this.#endOf(socket), lit);
  }

  #endOf(socket: Socket): Port {
    const ends = present(socket.link, 'a link').ports;
    return present(
      ends.find((end) => end.node === socket.node && end.port === socket.port),
      'the end of a link',
    );
  }

  #carriers(link: Link): void {
    for (const end of link.ports)
      this.#scheduler.at(this.now, {
        kind: 'carrier',
        node: end.node,
        port: end.port,
      });
  }

  #tellCarrier(node: NodeId, port: PortName): void {
    const socket = present(this.#socket(node, port), `port ${port} of ${node}`);
    const up = socket.lit && this.#sees(socket);
    if (socket.carrier === up) return;
    socket.carrier = up;
    this.#nodes.get(node)?.carrier(port, up);
  }
}
