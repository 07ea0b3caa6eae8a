// The IP stack of one router: everything below the processes, in one object.

import type { Ip4 } from '../base/ip.ts';
import { type Mac, mac } from '../base/mac.ts';
import type { IfName, VrfName } from '../route/names.ts';
import type { Frame } from '../sim/frame.ts';
import type { PortName } from '../sim/node.ts';
import { arpRows, clearArp } from './arp-cache.ts';
import { deliver, hear } from './deliver.ts';
import { FibTable } from './fib.ts';
import { complain } from './icmp-errors.ts';
import { frameInput } from './input.ts';
import {
  type Counters,
  freshCounters,
  type Interface,
  type InterfaceConfig,
  MPLS_FORWARDING,
  type MplsForwarding,
  type PortConfig,
  type VirtualRouter,
} from './interface.ts';
import { LabelTable } from './lfib.ts';
import { lspPing, lspTrace } from './lsp-probe.ts';
import { respond } from './lsp-responder.ts';
import type {
  LspPingReport,
  LspPingSpec,
  LspTraceReport,
  LspTraceSpec,
  Operation,
  PingReport,
  PingSpec,
  TraceReport,
  TraceSpec,
} from './operations.ts';
import { send } from './output.ts';
import { ping } from './ping.ts';
import { carrierChanged, configure, darken } from './ports.ts';
import { Reassembly } from './reassembly.ts';
import type {
  ArpState,
  Fib,
  InPacket,
  IpStack,
  Lfib,
  LinkListener,
  OutPacket,
  PortState,
  StackPort,
} from './stack-port.ts';
import { drop, ownedAt, type PortRecord, type StackState } from './state.ts';
import { Timers } from './timers.ts';
import { traceroute } from './traceroute.ts';
import type { StackTraits } from './traits.ts';
import { transmitLlc } from './transmit.ts';
import { standFor } from './virtual.ts';
import { ICMP } from './wire/iana.ts';

function freshState(port: StackPort, traits: StackTraits): StackState {
  return {
    port,
    traits,
    timers: new Timers(port),
    routing: true,
    mpls: MPLS_FORWARDING,
    ports: new Map(),
    interfaces: new Map(),
    owned: new Map(),
    fibs: new Map(),
    lfib: new LabelTable(),
    drops: new Map(),
    protocols: new Map(),
    udpPorts: new Map(),
    links: new Map(),
    echoes: new Map(),
    probes: new Map(),
    flowSeed: port.random(2 ** 32) | 0,
    nextId: port.random(2 ** 16),
    nextEcho: 1,
    nextProbe: 0,
    nextTimer: 0,
    lastUnreachable: { fragmentation: undefined, other: undefined },
    deliver: () => {},
    probed: () => undefined,
    unresolved: () => {},
  };
}

export class Stack implements IpStack {
  readonly #state: StackState;
  readonly #reassembly: Reassembly;

  constructor(port: StackPort, traits: StackTraits) {
    const state = freshState(port, traits);
    const reassembly = new Reassembly(state);
    state.deliver = (arrival) => deliver(state, reassembly, arrival);
    state.probed = (arrival) => respond(state, arrival);
    // RFC 1812 §5.2.7.1: the route is there, the host is not. Only for vendors that say so.
    state.unresolved = (arrival) => {
      const code = traits.arpFailureCode;
      if (code !== undefined && !arrival.labels) complain(state, arrival, { type: ICMP.unreachable, code });
    };
    this.#state = state;
    this.#reassembly = reassembly;
  }

  configure(config: {
    readonly routing: boolean;
    readonly ports: readonly PortConfig[];
    readonly interfaces: readonly InterfaceConfig[];
    readonly mpls?: MplsForwarding | undefined;
  }): void {
    this.#state.routing = config.routing;
    this.#state.mpls = config.mpls ?? MPLS_FORWARDING;
    configure(this.#state, config.ports, config.interfaces);
  }

  receive(port: PortName, frame: Frame): void {
    frameInput(this.#state, port, frame);
  }

  carrier(port: PortName, up: boolean): void {
    carrierChanged(this.#state, port, up);
  }

  expire(key: string): void {
    this.#state.timers.expire(key);
  }

  /** Tables, ports and interfaces go as well; who hears stays, for those who hear decide themselves when to stop. */
  reset(): void {
    const state = this.#state;
    state.timers.stopAll();
    darken(state);
    this.#reassembly.clear();
    for (const run of [...state.echoes.values(), ...state.probes.values()]) run.stop();
    for (const clock of ['fragmentation', 'other'] as const) state.lastUnreachable[clock] = undefined;
    state.fibs.clear();
    state.lfib.clear();
    state.drops.clear();
  }

  interface(name: IfName): Interface | undefined {
    return this.#state.interfaces.get(name)?.view;
  }

  interfaces(): readonly Interface[] {
    return [...this.#state.interfaces.values()].map((record) => record.view);
  }

  fib(vrf: VrfName): Fib {
    const { fibs } = this.#state;
    const fib = fibs.get(vrf) ?? new FibTable();
    fibs.set(vrf, fib);
    return fib;
  }

  dropFib(vrf: VrfName): void {
    this.#state.fibs.delete(vrf);
  }

  get lfib(): Lfib {
    return this.#state.lfib;
  }

  send(packet: OutPacket): boolean {
    return send(this.#state, packet) === undefined;
  }

  sendLink(on: IfName, to: number, llc: Uint8Array): void {
    const record = this.#state.interfaces.get(on);
    if (record) transmitLlc(this.#state, record, llc, mac(to));
    else drop(this.#state, undefined, 'no interface');
  }

  hearProtocol(protocol: number, vrf: VrfName, listener: ((packet: InPacket) => void) | undefined): void {
    hear(this.#state.protocols, vrf, protocol, listener);
  }

  hearUdp(port: number, vrf: VrfName, listener: ((packet: InPacket, fromPort: number) => void) | undefined): void {
    hear(this.#state.udpPorts, vrf, port, listener);
  }

  hearLink(sap: number, listener: LinkListener): () => void {
    const { links } = this.#state;
    links.set(sap, (links.get(sap) ?? new Set()).add(listener));
    return () => {
      const left = links.get(sap);
      left?.delete(listener);
      if (left?.size === 0) links.delete(sap);
    };
  }

  joinGroup(on: IfName, group: Ip4, member: boolean): void {
    const groups = this.#state.interfaces.get(on)?.groups;
    if (member) groups?.add(group);
    else groups?.delete(group);
  }

  standFor(on: IfName, address: Mac, router: VirtualRouter | undefined): void {
    standFor(this.#state, on, address, router);
  }

  owns(vrf: VrfName, address: Ip4): IfName | undefined {
    const owned = ownedAt(this.#state, vrf, address);
    return owned?.kind === 'host' ? owned.record.view.name : undefined;
  }

  ping(spec: PingSpec, report: (report: PingReport) => void): Operation {
    return ping(this.#state, spec, report);
  }

  lspPing(spec: LspPingSpec, report: (report: LspPingReport) => void): Operation {
    return lspPing(this.#state, spec, report);
  }

  lspTrace(spec: LspTraceSpec, report: (report: LspTraceReport) => void): Operation {
    return lspTrace(this.#state, spec, report);
  }

  traceroute(spec: TraceSpec, report: (report: TraceReport) => void): Operation {
    return traceroute(this.#state, spec, report);
  }

  portStates(): readonly PortState[] {
    return [...this.#state.ports.values()].map((record) => this.#portState(record));
  }

  portState(name: PortName): PortState | undefined {
    const record = this.#state.ports.get(name);
    return record && this.#portState(record);
  }

  #portState(record: PortRecord): PortState {
    return {
      config: record.config,
      carrier: record.carrier,
      up: record.state === 'up',
      changed: record.changed,
      losses: record.losses,
      counters: record.counters,
      lastInput: record.lastInput,
      lastOutput: record.lastOutput,
      load: record.load.at(this.#state.port.now),
    };
  }

  counters(name: IfName): Counters {
    return this.#state.interfaces.get(name)?.counters ?? freshCounters();
  }

  /** Of an interface, and of the port that it alone uses; undefined: of all. What `drops` says stays. */
  clearCounters(name: IfName | undefined): void {
    const { now } = this.#state.port;
    for (const record of this.#state.interfaces.values()) {
      if (name !== undefined && record.view.name !== name) continue;
      record.counters = freshCounters(now);
      if (record.port && (name === undefined || record.port.byVlan.size === 1))
        record.port.counters = freshCounters(now);
    }
    if (name === undefined) for (const port of this.#state.ports.values()) port.counters = freshCounters(now);
  }

  clearPortCounters(name: PortName): void {
    const port = this.#state.ports.get(name);
    if (port) port.counters = freshCounters(this.#state.port.now);
  }

  arpEntries(): readonly ArpState[] {
    return arpRows(this.#state);
  }

  clearArp(matches: (entry: ArpState) => boolean): void {
    clearArp(this.#state, matches);
  }

  drops(): ReadonlyMap<string, number> {
    return this.#state.drops;
  }
}
