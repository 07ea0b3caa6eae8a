// Every question that a show command or a check may ask of a device: rows of facts, the union of what vendors print.

import type { Ip, Ip4 } from '../base/ip.ts';
import type { Mac } from '../base/mac.ts';
import type { Prefix } from '../base/prefix.ts';
import type { Counters, Interface, PortConfig } from '../net/interface.ts';
import type { LabelRange } from '../net/labels.ts';
import type { Load } from '../net/load.ts';
import type { Candidate, FibEntry, ForwardingPath, LabelCounters, LfibEntry, TableKind } from '../net/rib-types.ts';
import type { TcpStatus } from '../net/tcp/connection.ts';
import type { TcpCounters } from '../net/tcp/control-block.ts';
import type { AggregateQueries } from '../protocols/aggregate/show.ts';
import type { BfdQueries } from '../protocols/bfd/show.ts';
import type { BgpQueries } from '../protocols/bgp/show.ts';
import type { IsisQueries } from '../protocols/isis/show.ts';
import type { LdpQueries } from '../protocols/ldp/show.ts';
import type { Answers } from '../protocols/plugin.ts';
import type { StaticQueries } from '../protocols/static/show.ts';
import type { TrackQueries } from '../protocols/track/show.ts';
import type { VrrpQueries } from '../protocols/vrrp/show.ts';
import type { Label } from '../route/label.ts';
import type { IfName, VrfName } from '../route/names.ts';
import type { PortName } from '../sim/node.ts';
import type { Micros } from '../sim/time.ts';
import type { VrfConfig } from './device-config.ts';

export interface PortRow {
  readonly config: PortConfig;
  /** Light is seen. */
  readonly carrier: boolean;
  /** Enabled, lit and past the vendor's carrier delay. */
  readonly up: boolean;
  readonly changed: Micros;
  /** How often it went down. */
  readonly losses: number;
  readonly counters: Counters;
  readonly lastInput: Micros | undefined;
  readonly lastOutput: Micros | undefined;
  /** Rates of the last minutes. */
  readonly load: Load;
}

export interface InterfaceRow {
  readonly interface: Interface;
  readonly port: PortRow | undefined;
  readonly counters: Counters;
}

/** A candidate with what it resolves to now. Those that lead nowhere are rows too: `candidate.usable` says so. */
export interface RouteRow {
  readonly candidate: Candidate;
  readonly active: boolean;
  /** When it became the active one; undefined for the others. */
  readonly activeSince: Micros | undefined;
  readonly paths: readonly ForwardingPath[];
}

export interface PrefixRow {
  readonly prefix: Prefix;
  /** Best first. */
  readonly routes: readonly RouteRow[];
}

export interface ArpRow {
  readonly interface: IfName;
  readonly address: Ip4;
  /** Undefined: asked, not yet answered. */
  readonly mac: Mac | undefined;
  /** When it was learned. */
  readonly since: Micros;
  /** When it will be asked for anew. */
  readonly expires: Micros | undefined;
  /** An address of this router itself. */
  readonly own: boolean;
}

/** A ping that was run on this device, as lab checks see it. */
export interface PingRow {
  readonly vrf: VrfName;
  readonly to: Ip4;
  readonly from: Ip4 | undefined;
  readonly sent: number;
  readonly received: number;
  readonly at: Micros;
}

/** One TCP connection of this device. */
export interface TcpRow {
  readonly vrf: VrfName;
  readonly local: Ip4;
  readonly localPort: number;
  readonly peer: Ip4;
  readonly peerPort: number;
  /** The most data one of our segments carries. */
  readonly mss: number;
  readonly status: TcpStatus;
  readonly counters: Readonly<TcpCounters>;
  /** Its place among all connections. */
  readonly index: number;
}

export interface StackQueries {
  interfaces: {
    args: { readonly name?: IfName };
    answer: readonly InterfaceRow[];
  };
  ports: { args: { readonly name?: PortName }; answer: readonly PortRow[] };
  vrfs: { args: Record<string, never>; answer: readonly VrfConfig[] };
  /** In table order. Undefined: there is no such table. */
  routes: {
    args: {
      readonly vrf: VrfName;
      readonly table?: TableKind;
      readonly within?: Prefix;
    };
    answer: readonly PrefixRow[] | undefined;
  };
  /** The entry that a packet to this address would use. */
  lookup: {
    args: { readonly vrf: VrfName; readonly to: Ip };
    answer: FibEntry | undefined;
  };
  arp: { args: { readonly vrf?: VrfName }; answer: readonly ArpRow[] };
  pings: { args: Record<string, never>; answer: readonly PingRow[] };
  /** Frames and packets that were thrown away, by reason, over the whole device. */
  drops: { args: Record<string, never>; answer: ReadonlyMap<string, number> };
  /** By VRF, own address and port, the peer's; only `vrf`'s when given. */
  tcp: { args: { readonly vrf?: VrfName }; answer: readonly TcpRow[] };
  uptime: {
    args: Record<string, never>;
    answer: { readonly since: Micros; readonly now: Micros };
  };
}

/** What is done with a label, and what went through it. */
export interface LabelRow {
  readonly entry: LfibEntry;
  /** By path, in their order; one without a path for what is looked up or thrown away. */
  readonly ways: readonly { readonly path: ForwardingPath | undefined; readonly counters: Readonly<LabelCounters> }[];
}

export interface MplsQueries {
  /** In the order of labels. */
  lfib: { args: { readonly label?: Label }; answer: readonly LabelRow[] };
  'mpls.labels': { args: Record<string, never>; answer: LabelRange };
  /** Its owner wants labels switched, whether an interface does so or not. */
  'mpls.runs': { args: Record<string, never>; answer: boolean };
}

export type DeviceQueries = StackQueries &
  MplsQueries &
  StaticQueries &
  AggregateQueries &
  BfdQueries &
  IsisQueries &
  LdpQueries &
  TrackQueries &
  VrrpQueries &
  BgpQueries;

/** Asks one question. A question to a process that does not run is answered as by an empty one. */
export type Ask = <K extends keyof DeviceQueries>(
  question: K,
  args: DeviceQueries[K]['args'],
) => DeviceQueries[K]['answer'];

export type DeviceAnswers = Answers<DeviceQueries>;
