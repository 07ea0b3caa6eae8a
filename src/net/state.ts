// What the stack remembers: shapes only, and the few questions that everyone asks of them.

import type { Ip4 } from '../base/ip.ts';
import type { Mac } from '../base/mac.ts';
import type { IfName, VrfName } from '../route/names.ts';
import type { PortName } from '../sim/node.ts';
import type { Micros } from '../sim/time.ts';
import type { FibTable } from './fib.ts';
import {
  type Counters,
  countDrop,
  type Interface,
  type MplsForwarding,
  type PortConfig,
  type VirtualRouter,
} from './interface.ts';
import type { LabelTable } from './lfib.ts';
import type { LoadMeter } from './load.ts';
import type { Verdict } from './rib-types.ts';
import type { InPacket, LinkListener, StackPort } from './stack-port.ts';
import type { Timers } from './timers.ts';
import type { StackTraits } from './traits.ts';
import type { IcmpError } from './wire/icmp.ts';
import type { StackEntry } from './wire/mpls.ts';

/** A physical socket at work. */
export interface PortRecord {
  config: PortConfig;
  carrier: boolean;
  /** 'disabled': its owner switched it off. */
  state: 'up' | 'down' | 'disabled';
  /** When `state` last went to or from 'up'. */
  changed: Micros;
  /** How often it went down. */
  losses: number;
  counters: Counters;
  lastInput: Micros | undefined;
  lastOutput: Micros | undefined;
  readonly load: LoadMeter;
  /** By 802.1Q tag; `UNTAGGED` takes frames without one. */
  readonly byVlan: Map<number, InterfaceRecord>;
}

/** A tag of VLAN 0 says only a priority: such a frame is untagged. IEEE 802.1Q §6.9 */
export const UNTAGGED = 0;

/** A layer-3 interface at work. */
export interface LlcSent {
  readonly payload: Uint8Array;
  readonly to: Mac;
  /** The interface's at that time. */
  readonly header: Uint8Array;
  readonly frame: Uint8Array;
}

export interface InterfaceRecord {
  view: Interface;
  port: PortRecord | undefined;
  /** The link header of everything it sends in IPv4, the destination left blank. */
  header: Uint8Array;
  counters: Counters;
  readonly arp: Map<Ip4, ArpEntry>;
  readonly groups: Set<Ip4>;
  /** By the MAC that frames for them bear. */
  readonly virtual: Map<Mac, VirtualRouter>;
  /** What was sent last behind an LLC header, and the frame that it became. */
  last: LlcSent | undefined;
  /** When an own address was last defended against another's claim. RFC 5227 §2.4 */
  readonly defended: Map<Ip4, Micros>;
}

/** A frame that waits for its destination's MAC; the packet in it may be complained about. */
export interface Waiting {
  readonly frame: Uint8Array;
  /** Bytes of the packet in the frame. */
  readonly length: number;
  readonly arrival: Arrival | undefined;
}

export interface ArpEntry {
  readonly address: Ip4;
  /** Undefined: asked, not answered. */
  mac: Mac | undefined;
  since: Micros;
  expires: Micros | undefined;
  /** Requests sent since it was last answered. */
  asked: number;
  /** A packet needed it since it was last answered. */
  used: boolean;
  waiting: Waiting[];
}

/** A packet that is being looked at, and how it came. */
export interface Arrival {
  /** Exactly the IP packet, without padding. */
  readonly packet: Uint8Array;
  /** Undefined: this box made it. */
  readonly on: InterfaceRecord | undefined;
  /** Where answers to it are looked up. */
  readonly vrf: VrfName;
  /** The frame was for a group or for everybody. */
  readonly group: boolean;
  /** The labels that it bore until here, outermost first. */
  readonly labels?: readonly StackEntry[];
}

/** Who listens, by VRF and number. */
export type Hearers<T> = Map<VrfName, Map<number, T>>;

/** A running ping or traceroute, as ICMP input sees it. */
export interface EchoRun {
  stop(): void;
  replied(sequence: number, packet: InPacket): void;
  failed(sequence: number, from: Ip4, to: Ip4, error: IcmpError, bytes: number): void;
}
export interface ProbeRun {
  stop(): void;
  answered(toPort: number, from: Ip4, to: Ip4, error: IcmpError): void;
}

export interface StackState {
  readonly port: StackPort;
  readonly traits: StackTraits;
  readonly timers: Timers;
  routing: boolean;
  mpls: MplsForwarding;
  /** In the order of names, as the next two. */
  ports: ReadonlyMap<PortName, PortRecord>;
  interfaces: ReadonlyMap<IfName, InterfaceRecord>;
  /** Addresses of interfaces that are up, and their subnets' broadcast addresses. */
  owned: ReadonlyMap<VrfName, ReadonlyMap<Ip4, Owned>>;
  readonly fibs: Map<VrfName, FibTable>;
  readonly lfib: LabelTable;
  readonly drops: Map<string, number>;

  readonly protocols: Hearers<(packet: InPacket) => void>;
  readonly udpPorts: Hearers<(packet: InPacket, fromPort: number) => void>;
  /** By SAP, in the order in which they came. */
  readonly links: Map<number, Set<LinkListener>>;
  /** By identifier. */
  readonly echoes: Map<number, EchoRun>;
  /** By the UDP port that they send from. */
  readonly probes: Map<number, ProbeRun>;

  /** Makes equal-cost choices differ from router to router. */
  readonly flowSeed: number;
  /** Identification of the next own packet. */
  nextId: number;
  /** Identifier of the next ping, source port of the next traceroute. */
  nextEcho: number;
  nextProbe: number;
  /** Numbers timers of which many may run. */
  nextTimer: number;
  /** When the last ICMP unreachable left, by kind: code 4 has a clock of its own. */
  readonly lastUnreachable: { fragmentation: Micros | undefined; other: Micros | undefined };

  /** Upward from output: a packet for this box itself has arrived. */
  deliver: (arrival: Arrival) => void;
  /** Upward from arrival: an MPLS echo request has come to the end of its path; the reason when it is of no use. */
  probed: (arrival: Arrival) => string | undefined;
  /** Upward from ARP: nobody answers for a packet's next hop. */
  unresolved: (arrival: Arrival) => void;
}

/** Whose address it is, and what kind of address. */
export interface Owned {
  readonly record: InterfaceRecord;
  /**
   * 'network': the subnet's own number, once used for broadcasts. RFC 1812 §4.2.3.1 'virtual', 'unanswered': of a virtual
   * router, whose packets are for this box or for nobody. RFC 5798 §6.4.3 (650), (655)
   */
  readonly kind: 'host' | 'broadcast' | 'network' | 'virtual' | 'unanswered';
}

/** Counts what is thrown away: here, and where it happened if that is known. */
export function drop(state: StackState, where: { readonly counters: Counters } | undefined, reason: string): void {
  state.drops.set(reason, (state.drops.get(reason) ?? 0) + 1);
  if (where) countDrop(where.counters, reason);
}

/** Tables that point at one another through `lookup` are given up after so many. */
const MAX_LOOKUPS = 8;

/** The verdict on an address, from table to table. Still a 'lookup': they run in a circle. */
export function verdictOn(state: StackState, vrf: VrfName, to: Ip4): Verdict | undefined {
  let verdict = state.fibs.get(vrf)?.lookup(to)?.verdict;
  for (let round = 0; verdict?.kind === 'lookup' && round < MAX_LOOKUPS; round++)
    verdict = state.fibs.get(verdict.vrf)?.lookup(to)?.verdict;
  return verdict;
}

/** What an address is to this box, in a VRF. */
export const ownedAt = (state: StackState, vrf: VrfName, address: Ip4): Owned | undefined =>
  state.owned.get(vrf)?.get(address);
