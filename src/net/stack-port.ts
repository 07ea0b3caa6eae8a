// What the IP stack needs of its device, and what it offers it. The device knows tables and processes; the stack knows
// frames. `Stack` (stack.ts) implements `IpStack`.

import type { Ip, Ip4 } from '../base/ip.ts';
import type { Mac } from '../base/mac.ts';
import type { Prefix } from '../base/prefix.ts';
import type { Label } from '../route/label.ts';
import type { IfName, VrfName } from '../route/names.ts';
import type { Frame } from '../sim/frame.ts';
import type { PortName } from '../sim/node.ts';
import type { Micros } from '../sim/time.ts';
import type { Counters, Interface, InterfaceConfig, MplsForwarding, PortConfig, VirtualRouter } from './interface.ts';
import type { Load } from './load.ts';
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
import type { FibEntry, ForwardingPath, LabelCounters, LfibEntry, Verdict } from './rib-types.ts';

/** Something the stack noticed by itself. */
export type StackEvent =
  | { readonly kind: 'port'; readonly port: PortName; readonly state: 'up' | 'down' | 'disabled' }
  | { readonly kind: 'interface'; readonly before: Interface | undefined; readonly interface: Interface | undefined }
  | { readonly kind: 'duplicate-address'; readonly interface: IfName; readonly address: Ip4; readonly mac: number };

/** The device, as its stack sees it. */
export interface StackPort {
  readonly now: Micros;
  timer(key: string, after: Micros | 'off'): void;
  transmit(port: PortName, frame: Frame): void;
  light(port: PortName, on: boolean): void;
  carrier(port: PortName): boolean;
  random(below: number): number;
  notice(event: StackEvent): void;
}

/** A packet as a process sends it; the stack adds everything below. */
export interface OutPacket {
  readonly vrf: VrfName;
  readonly protocol: number;
  readonly to: Ip4;
  /** Undefined: the address of the interface that it leaves by. */
  readonly from: Ip4 | undefined;
  readonly payload: Uint8Array;
  readonly ttl?: number | undefined;
  readonly tos?: number | undefined;
  readonly df?: boolean;
  /** Straight out of this interface, past the FIB: hellos to link-local groups. */
  readonly on?: IfName | undefined;
  /** Whose its frame is said to be: a virtual router's. Absent: the port's own address. */
  readonly sender?: Mac | undefined;
}

/** A packet that was for this box. */
export interface InPacket {
  readonly vrf: VrfName;
  /** The interface it came in by; undefined: from this box itself. */
  readonly on: IfName | undefined;
  readonly from: Ip4;
  readonly to: Ip4;
  readonly ttl: number;
  readonly tos: number;
  readonly payload: Uint8Array;
}

/** The forwarding table of one VRF. */
export interface Fib {
  set(prefix: Prefix, verdict: Verdict): void;
  delete(prefix: Prefix): void;
  lookup(address: Ip): FibEntry | undefined;
  /** In table order. */
  entries(): readonly FibEntry[];
}

export interface Lfib {
  set(entry: LfibEntry): void;
  delete(label: Label): void;
  get(label: Label): LfibEntry | undefined;
  /** In the order of labels. */
  entries(): readonly LfibEntry[];
  /** What took this path of the label; undefined: what was looked up. */
  counters(label: Label, path: ForwardingPath | undefined): Readonly<LabelCounters>;
  clearCounters(): void;
}

export interface PortState {
  readonly config: PortConfig;
  readonly carrier: boolean;
  readonly up: boolean;
  readonly changed: Micros;
  readonly losses: number;
  readonly counters: Counters;
  readonly lastInput: Micros | undefined;
  readonly lastOutput: Micros | undefined;
  /** Rates of the last minutes. */
  readonly load: Load;
}

export interface ArpState {
  readonly interface: IfName;
  readonly address: Ip4;
  readonly mac: number | undefined;
  readonly since: Micros;
  readonly expires: Micros | undefined;
  readonly own: boolean;
}

/** Hears LLC frames: where one came in, what it carries from its DSAP on, and who sent it. */
export type LinkListener = (on: IfName, llc: Uint8Array, from: Mac) => void;

export interface IpStack {
  /** Ports and interfaces as they shall be from now on; what changed is noticed through `StackPort.notice`. */
  configure(config: {
    readonly routing: boolean;
    readonly ports: readonly PortConfig[];
    readonly interfaces: readonly InterfaceConfig[];
    /** Absent: as `MPLS_FORWARDING` says. */
    readonly mpls?: MplsForwarding | undefined;
  }): void;
  receive(port: PortName, frame: Frame): void;
  carrier(port: PortName, up: boolean): void;
  /** A timer whose key began with `net/`. */
  expire(key: string): void;
  /** Power off: forget everything learned. */
  reset(): void;

  interface(name: IfName): Interface | undefined;
  /** In the order of their names. */
  interfaces(): readonly Interface[];
  fib(vrf: VrfName): Fib;
  dropFib(vrf: VrfName): void;
  readonly lfib: Lfib;

  /** False: refused (no route, no address, too big for DF), with the drop counted. */
  send(packet: OutPacket): boolean;
  /** Frames that are not IP: IS-IS on LLC. */
  sendLink(on: IfName, to: number, llc: Uint8Array): void;
  hearProtocol(protocol: number, vrf: VrfName, hear: ((packet: InPacket) => void) | undefined): void;
  hearUdp(port: number, vrf: VrfName, hear: ((packet: InPacket, fromPort: number) => void) | undefined): void;
  /** Several may listen to one SAP, and each hears every frame. Answers how to stop. */
  hearLink(sap: number, hear: LinkListener): () => void;
  /** Stands for a virtual router on an interface, known by its MAC, or (undefined) no longer. */
  standFor(on: IfName, mac: Mac, router: VirtualRouter | undefined): void;
  joinGroup(on: IfName, group: Ip4, member: boolean): void;
  /** True when the address belongs to an interface of this VRF that is up. */
  owns(vrf: VrfName, address: Ip4): IfName | undefined;

  ping(spec: PingSpec, report: (report: PingReport) => void): Operation;
  traceroute(spec: TraceSpec, report: (report: TraceReport) => void): Operation;
  lspPing(spec: LspPingSpec, report: (report: LspPingReport) => void): Operation;
  lspTrace(spec: LspTraceSpec, report: (report: LspTraceReport) => void): Operation;

  portStates(): readonly PortState[];
  portState(name: PortName): PortState | undefined;
  counters(name: IfName): Counters;
  clearCounters(name: IfName | undefined): void;
  /** Of the socket alone, whatever units it has. */
  clearPortCounters(name: PortName): void;
  arpEntries(): readonly ArpState[];
  clearArp(matches: (entry: ArpState) => boolean): void;
  /** Everything thrown away, by reason, over all interfaces and before any was known. */
  drops(): ReadonlyMap<string, number>;
}
