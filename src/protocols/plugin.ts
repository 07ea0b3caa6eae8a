// What a protocol is: the inputs it gets, the port it speaks through.

import type { Ip, Ip4 } from '../base/ip.ts';
import type { Mac } from '../base/mac.ts';
import type { Prefix } from '../base/prefix.ts';
import type { Imposition } from '../net/imposition.ts';
import type { Interface, VirtualRouter } from '../net/interface.ts';
import type { ForwardingPath, LabelRoute, RibEntry } from '../net/rib-types.ts';
import type { CloseReason } from '../net/tcp/control-block.ts';
import type { Label } from '../route/label.ts';
import type { IfName, ProcessId, VrfName } from '../route/names.ts';
import type { Route, RouteKind } from '../route/route.ts';
import type { Micros } from '../sim/time.ts';

/** What a process wants to hear of the wire. */
export type Hearing =
  | {
      readonly kind: 'ip';
      readonly protocol: number;
      readonly groups: readonly Ip[];
    }
  | {
      readonly kind: 'udp';
      readonly port: number;
      readonly groups: readonly Ip[];
    }
  | { readonly kind: 'tcp'; readonly port: number }
  | { readonly kind: 'llc'; readonly sap: number };

/** Names one TCP connection of one process. */
export interface StreamKey {
  readonly vrf: VrfName;
  readonly peer: Ip;
  /** Tells two connections with one peer apart (collisions): local port of one that we opened, 65536 and the remote port of another. */
  readonly id: number;
}

/** How a process wants to speak to one peer. */
export interface StreamOptions {
  /** Key of RFC 2385. */
  readonly md5?: string;
  readonly ttl?: number;
  /** Hear only what arrives with at least this TTL. RFC 5082 */
  readonly minTtl?: number;
  readonly tos?: number;
}

/** An open stream, as show commands see it. */
export interface StreamFacts {
  readonly local: Ip;
  readonly localPort: number;
  readonly peer: Ip;
  readonly peerPort: number;
  /** The peer opened it. */
  readonly passive: boolean;
  readonly since: Micros;
}

/** Which routes a watch is about, beyond their kinds. */
export interface RouteWatch {
  /** The best route of another process, even where one's own is active. */
  readonly besidesOwn?: boolean;
  /** Tells also that a route leads elsewhere, and where it leads. */
  readonly ways?: boolean;
  /** Tells of every change among the routes of these kinds, whichever is active; the table says what they are. */
  readonly every?: boolean;
}

/** How to deal with a peer that opens a connection to us, or that it shall not. */
export type Admission = (peer: Ip, local: Ip) => StreamOptions | 'refuse';

/** A neighbour that BFD shall watch. */
export interface BfdPath {
  readonly vrf: VrfName;
  readonly peer: Ip;
  /** The link to it: single hop (RFC 5881). Undefined: over several hops (RFC 5883). */
  readonly on: IfName | undefined;
  /** Own address towards it. Absent: the interface's in the peer's subnet, or (several hops) that of the way there. */
  readonly local?: Ip;
}

/** What a client asks of its session. Of several clients' wishes the shortest times and the smallest multiplier count. */
export interface BfdTimers {
  /** bfd.DesiredMinTxInterval, bfd.RequiredMinRxInterval. RFC 5880 §6.8.1 */
  readonly minTx: Micros;
  readonly minRx: Micros;
  readonly multiplier: number;
}

/**
 * How LDP stands on a link, for an IGP that must not draw traffic where labels are missing (RFC 5443 §2): 'waiting' asks
 * for the highest metric; 'expected' is the same, and a peer is heard there to whom the session can come about without
 * the IGP's adjacency on this link. 'not-required': LDP does not run there.
 */
export type LdpSyncState = 'not-required' | 'waiting' | 'expected' | 'achieved';

/** How a tracked object stands. 'undefined': nobody has said what it is. */
export type TrackState = 'up' | 'down' | 'undefined';
/** By which tables a next hop is looked for: those of routes, of label-switched paths, or the better of both. */
export type NexthopSearch = 'unicast' | 'labeled' | 'both';

/** Everything that can ever happen to a protocol. There is no other way in. */
export type ProcessInput =
  | {
      readonly kind: 'packet';
      readonly on: IfName;
      readonly from: Ip | 'link';
      readonly to: Ip | 'link';
      readonly ttl: number;
      readonly bytes: Uint8Array;
      /** The UDP port it was sent to. */
      readonly port?: number;
      /** Of a frame: who sent it. */
      readonly mac?: Mac;
    }
  | {
      readonly kind: 'stream';
      readonly stream: StreamKey;
      readonly event: 'opened' | 'accepted' | 'closed' | 'refused' | 'data';
      readonly bytes?: Uint8Array;
      /** Why it was closed. */
      readonly reason?: CloseReason;
    }
  | { readonly kind: 'timer'; readonly name: string; readonly key: string }
  | {
      readonly kind: 'interface';
      readonly change: 'added' | 'changed' | 'removed';
      readonly interface: Interface;
    }
  /** The active route of a watched kind changed; undefined: there is none of these kinds any more. */
  | {
      readonly kind: 'route';
      readonly vrf: VrfName;
      readonly prefix: Prefix;
      readonly active: Route | undefined;
      /** Where it leads, for a watch that asked for ways; empty: to this router itself, or nowhere. */
      readonly ways?: readonly ForwardingPath[];
    }
  /** Reachability of a watched next hop: the metric to it, or undefined. */
  | {
      readonly kind: 'nexthop';
      readonly vrf: VrfName;
      readonly gateway: Ip;
      /** As it was asked for; absent: 'unicast'. */
      readonly search?: NexthopSearch;
      readonly metric: number | undefined;
    }
  /**
   * A session that was asked for with `bfd` is up, or no longer: 'down' when the peer was not heard for the detection time
   * or said so itself, 'admin-down' when its owner shut it, which is no failure (RFC 5882 §3.2). Nothing is told before
   * it is up for the first time; a session that is up already is told at once.
   */
  | { readonly kind: 'bfd'; readonly path: BfdPath; readonly state: 'up' | 'down' | 'admin-down' }
  /** What became of a request of `echo`: its time there and back; undefined: none came back in time. */
  | { readonly kind: 'echo'; readonly key: string; readonly rtt: Micros | undefined }
  /** Of an object that is watched with `watchTrack`: how it stands, at once and at every change. */
  | { readonly kind: 'track'; readonly object: string; readonly state: TrackState }
  /** Of an interface that is watched with `watchLdpSync`: how it stands, at once and at every change. */
  | { readonly kind: 'ldp-sync'; readonly on: IfName; readonly state: LdpSyncState }
  /** For who asked with `watchBgp`: every BGP session has told all that it had to tell. Once, at once when it was so before. */
  | { readonly kind: 'bgp-converged' }
  | {
      readonly kind: 'action';
      readonly name: string;
      readonly args: Readonly<Record<string, string>>;
    };

/** The routing table of one VRF, as a process may touch it: its own routes and no others. */
export interface RibPort {
  /** Adds or replaces this process's route to the prefix (of the same slot). */
  install(route: Omit<Route, 'source'>): void;
  withdraw(prefix: Prefix, slot?: string): void;
  entry(prefix: Prefix): RibEntry | undefined;
  longest(address: Ip): RibEntry | undefined;
}

export interface SendOptions {
  readonly ttl?: number;
  readonly tos?: number;
  /** Absent: the address of the interface that it leaves by. */
  readonly from?: Ip;
  /** UDP ports; absent: the one that the plug-in hears on. */
  readonly fromPort?: number;
  readonly toPort?: number;
  /** Where a frame to 'link' goes; needed there, unused elsewhere. */
  readonly mac?: Mac;
  /** Of a packet: whose its frame is said to be (a virtual router's). Absent: the port's own. */
  readonly sender?: Mac;
}

export interface EchoAsked {
  readonly vrf: VrfName;
  readonly to: Ip4;
  /** Undefined: the address of the interface that it leaves by. */
  readonly from: Ip4 | undefined;
  readonly timeout: Micros;
  /** Whole IP packet, headers included. */
  readonly size: number;
  readonly tos: number;
}

/** Everything a protocol can ever do. There is no other way out. */
export interface ProcessContext<Traits, Event> {
  readonly id: ProcessId;
  /** The VRF it was started in; a process that serves several names them. */
  readonly vrf: VrfName;
  readonly now: Micros;
  /** This vendor's habits. */
  readonly traits: Traits;
  /** This process's own stream of chance. */
  random(below: number): number;
  /** Of every VRF it serves, in the order of their names. */
  interfaces(): readonly Interface[];
  interface(name: IfName): Interface | undefined;
  timer(name: string, key: string, after: Micros | 'off'): void;
  /** When that timer will fire. */
  timerAt(name: string, key: string): Micros | undefined;
  /** `on` undefined: by the process's VRF, as its table says. */
  send(on: IfName | undefined, to: Ip | 'link', bytes: Uint8Array, options?: SendOptions): void;
  /** Begins to open a stream to the port that the plug-in hears on; undefined: there is no way to the peer. */
  connect(vrf: VrfName, peer: Ip, options: StreamOptions & { readonly local?: Ip }): StreamKey | undefined;
  /** Hears connections to that port on every address of the VRF, from those whom `admit` lets in. */
  listen(vrf: VrfName, admit: Admission | 'off'): void;
  write(stream: StreamKey, bytes: Uint8Array): void;
  /** Ends it when everything written has arrived, or at once with a reset; nothing more is heard of it. */
  close(stream: StreamKey, how?: 'reset'): void;
  /** Undefined: it is closed. */
  stream(stream: StreamKey): StreamFacts | undefined;
  rib(vrf: VrfName, table?: 'unicast' | 'labeled'): RibPort;
  /** Hear of active routes of these kinds in this VRF (redistribution); an empty list ends it. Those that stand are told at once. */
  watchRoutes(vrf: VrfName, kinds: readonly RouteKind[], which?: RouteWatch): void;
  watchNexthop(vrf: VrfName, gateway: Ip, on: boolean, search?: NexthopSearch): void;
  /**
   * The label of a FEC, allocated when it has none; 'tables': out of the range for whole tables, where the box has one.
   * Undefined: the label space is used up.
   */
  label(fec: string, of?: 'tables'): Label | undefined;
  freeLabel(fec: string): void;
  /** What shall happen to packets with a label of this process; undefined: they are unknown again. */
  lfib(label: Label, route: Omit<LabelRoute, 'label' | 'source'> | undefined): void;
  /** Which labels packets for a unicast prefix get, by next hop. One process a VRF may say so. */
  impose(vrf: VrfName, prefix: Prefix, labels: readonly Imposition[]): void;
  /** Asks for a BFD session, or for other timers of it; undefined: needs it no longer. What becomes of it is an input. */
  bfd(path: BfdPath, wanted: BfdTimers | undefined): void;
  /** Wants to hear how LDP stands on an interface, or no longer. */
  watchLdpSync(on: IfName, wanted: boolean): void;
  /** Wants to hear that BGP has converged after its start, or no longer. */
  watchBgp(wanted: boolean): void;
  /** Sends an echo request (RFC 792), instead of the one before that is not answered yet; undefined: nobody waits for that. */
  echo(key: string, asked: EchoAsked | undefined): void;
  /** Wants to hear how a tracked object stands, or no longer. */
  watchTrack(object: string, wanted: boolean): void;
  /** Stands for a virtual router on an interface, known by its MAC, or (undefined) no longer. */
  standFor(on: IfName, mac: Mac, router: VirtualRouter | undefined): void;
  /** Typed; each operating system has its own words for it. */
  emit(event: Event): void;
}

/** A running protocol. */
export interface Process<Config> {
  /** Brings what runs into line with what is wanted. 'restart': I cannot, begin me anew. */
  configure(wanted: Config): 'applied' | 'restart';
  handle(input: ProcessInput): void;
  stop(): void;
}

/** One answering function a question. */
export type Answers<Q> = {
  readonly [K in keyof Q]: Q[K] extends {
    readonly args: infer A;
    readonly answer: infer R;
  }
    ? (args: A) => R
    : never;
};

export interface ProtocolPlugin<Config, Traits, Event, Queries> {
  readonly name: string;
  readonly hears: readonly Hearing[];
  /** What is wrong with a configuration, in plain words; empty when nothing is. */
  check(config: Config): readonly string[];
  start(context: ProcessContext<Traits, Event>): Process<Config> & { readonly ask: Answers<Queries> };
}
