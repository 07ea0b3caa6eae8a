// Instance, levels, circuits, adjacencies, LSPs: shapes only.                                ISO 10589 §7.3, §8

import type { Ip4 } from '../../base/ip.ts';
import type { Mac } from '../../base/mac.ts';
import type { Prefix } from '../../base/prefix.ts';
import type { SortedMap } from '../../base/sorted-map.ts';
import type { Interface } from '../../net/interface.ts';
import type { IfName } from '../../route/names.ts';
import type { Route } from '../../route/route.ts';
import type { Micros } from '../../sim/time.ts';
import type { Throttle } from '../common/throttle.ts';
import type { LdpSyncState, ProcessContext } from '../plugin.ts';
import type { CircuitConfig, IsisConfig } from './config.ts';
import type { AdjacencyReason, IsisEvent } from './events.ts';
import type { AreaAddress, LspId, NodeId, SystemId } from './net-address.ts';
import type { Level, LevelBits, LspFlags } from './packet/pdu.ts';
import type { LspEntry, ThreeWayState, Tlv } from './packet/shapes.ts';
import type { IsisTraits } from './traits.ts';

export type { Level } from './packet/pdu.ts';
export type IsisPort = ProcessContext<IsisTraits, IsisEvent>;
export const LEVELS: readonly Level[] = [1, 2];

/** From a node to a neighbour, as one LSP says. */
export interface Edge {
  readonly to: NodeId;
  readonly metric: number;
  readonly wide: boolean;
}

/** A prefix that one LSP says can be reached. */
export interface PrefixAd {
  readonly prefix: Prefix;
  readonly metric: number;
  /** The I/E bit: its metric does not compare with internal ones. */
  readonly externalMetric: boolean;
  /** Came from another protocol, as far as narrow TLVs tell. */
  readonly external: boolean;
  /** Came down from level 2. RFC 5302 §2 */
  readonly down: boolean;
  readonly tag: number | undefined;
  readonly wide: boolean;
}

/** What calculations want to know of an LSP, drawn from its TLVs once. */
export interface LspFacts {
  readonly edges: readonly Edge[];
  readonly prefixes: readonly PrefixAd[];
  readonly areas: readonly AreaAddress[];
  readonly hostname: string | undefined;
}

/** An LSP in the database. A value: a change makes another. */
export interface LspRecord {
  readonly id: LspId;
  readonly sequence: number;
  readonly checksum: number;
  readonly flags: LspFlags;
  /** The PDU as it came or was made; never edited. Its Remaining Lifetime may be another's: `lifetime` is what came. */
  readonly bytes: Uint8Array;
  readonly tlvs: readonly Tlv[];
  readonly facts: LspFacts;
  readonly expiresAt: Micros;
  /** Remaining Lifetime as it came. */
  readonly lifetime: number;
  readonly since: Micros;
  /** Where it came in; undefined: made here. */
  readonly from: IfName | undefined;
  /** It is purged, or has aged out; until then its header is kept. ISO 10589 §7.3.16.4 */
  readonly forgetAt: Micros | undefined;
}

/** What a node of this system's own last said. */
export interface OwnFragment {
  readonly body: Uint8Array;
  readonly flags: number;
  readonly refreshAt: Micros;
}

/** This system, or a pseudonode that it stands for. */
export interface OwnNode {
  readonly node: NodeId;
  /** Which LSP an item went into: it stays there, so that one change makes one new LSP. */
  readonly places: Map<string, number>;
  readonly fragments: Map<number, OwnFragment>;
}

/** A way out: a neighbour on a circuit. */
export interface Hop {
  readonly on: IfName;
  readonly system: SystemId;
  readonly snpa: Mac | undefined;
  /** Undefined: the neighbour told none; nothing can be routed to it. */
  readonly gateway: Ip4 | undefined;
}

export interface TreeNode {
  readonly id: NodeId;
  readonly distance: number;
  readonly hops: readonly Hop[];
  /** The nodes before it on its shortest paths. */
  readonly parents: readonly NodeId[];
}

/** Shortest paths to every node of a level. */
export interface Tree {
  readonly level: Level;
  readonly at: Micros;
  /** In the order of their distance. */
  readonly nodes: ReadonlyMap<NodeId, TreeNode>;
}

/** What can set off a calculation of shortest paths, or a new LSP. */
export type Trigger =
  | 'start'
  | 'configuration'
  | 'new-adjacency'
  | 'adjacency-lost'
  | 'dis'
  | 'new-lsp'
  | 'lsp-changed'
  | 'lsp-expired'
  | 'lsp-purged'
  | 'overload'
  | 'attached'
  | 'prefixes'
  | 'area-addresses'
  | 'interface'
  | 'redistribution'
  | 'ldp-sync'
  | 'own-lsp'
  | 'refresh'
  | 'periodic'
  | 'cleared';

/** A run of the calculation, or a new set of own LSPs, and what it was for. */
export interface LogEntry {
  readonly at: Micros;
  readonly kind: 'full' | 'partial' | 'lsp';
  /** How many triggers there were since the last one. */
  readonly count: number;
  readonly triggers: readonly Trigger[];
  /** What the first trigger was about. */
  readonly lsp: LspId | undefined;
  readonly on: IfName | undefined;
  /** Nodes reached. */
  readonly nodes: number;
}

/** Work that is asked for many times and done once. */
export interface Job {
  readonly throttle: Throttle;
  /** When it will be done; undefined: nobody has asked. */
  due: Micros | undefined;
  readonly triggers: Set<Trigger>;
  count: number;
  lsp: LspId | undefined;
  on: IfName | undefined;
}

/** Events of one level, counted. */
export interface LevelCounters {
  lspsOriginated: number;
  lspsRefreshed: number;
  lspsPurged: number;
  spfRuns: number;
  partialRuns: number;
  elections: number;
}

export interface LevelState {
  readonly level: Level;
  /** The instance takes part in it. */
  runs: boolean;
  readonly lsps: SortedMap<LspId, LspRecord>;
  readonly own: SortedMap<NodeId, OwnNode>;
  tree: Tree | undefined;
  /** Level 2: it leads out of the area. */
  attached: boolean;
  readonly spf: Job;
  readonly prc: Job;
  readonly generation: Job;
  readonly spfLog: LogEntry[];
  readonly lspLog: LogEntry[];
  readonly counters: LevelCounters;
  /** More was to be said than 256 LSPs hold. */
  full: boolean;
  /** Of own LSPs that others have seen with a higher sequence number: that number. */
  readonly outbid: Map<LspId, number>;
}

/** PDUs of one kind on one circuit. */
export interface Traffic {
  sent: number;
  received: number;
}

export interface CircuitLevel {
  readonly level: Level;
  /** Hellos go out and are heard. */
  runs: boolean;
  /** The bytes of the next hello; undefined: to be made anew. LAN. */
  hello: Uint8Array | undefined;
  /** No election before that. */
  waiting: boolean;
  /** Who was elected: this system, or the neighbour at this address. */
  dis: 'self' | Mac | undefined;
  /** The pseudonode of the LAN, once the designated router told it. */
  lanId: NodeId | undefined;
  elections: number;
  /** SRM: LSPs to be sent, oldest wish first. */
  readonly queue: Set<LspId>;
  /** SRM: sent on a point-to-point link and not acknowledged, and when. */
  readonly unacknowledged: Map<LspId, Micros>;
  /** SSN: what the next PSNP will say. */
  readonly toAcknowledge: Map<LspId, LspEntry>;
  /** When the next LSP may go out. */
  readyAt: Micros;
  readonly traffic: Readonly<Record<'hello' | 'lsp' | 'csnp' | 'psnp', Traffic>>;
  retransmissions: number;
}

/** A neighbour on a circuit. */
export interface Adjacency {
  /** `1 ca01bbcc0006`: level and SNPA, or `p2p`. */
  readonly key: string;
  readonly on: IfName;
  readonly network: 'broadcast' | 'point-to-point';
  readonly system: SystemId;
  snpa: Mac | undefined;
  state: 'Down' | 'Initializing' | 'Up';
  /** What it is used for. */
  levels: readonly Level[];
  /** What the neighbour takes part in on this link. */
  circuitType: LevelBits;
  areas: readonly AreaAddress[];
  nlpids: readonly number[];
  addresses: readonly Ip4[];
  /** LAN. */
  priority: number;
  lanId: NodeId | undefined;
  /** Point-to-point: the neighbour's numbers of the link. */
  circuitId: number;
  extendedCircuitId: number | undefined;
  /** What the neighbour said of us. RFC 5303 */
  theirState: ThreeWayState | undefined;
  holdSeconds: number;
  expiresAt: Micros;
  /** Since when it is in its state. */
  since: Micros;
  transitions: number;
  /** As its last hello was signed. */
  auth: { readonly type: number; readonly keyId: number | undefined } | undefined;
  /** The last hello, byte for byte: the same again says nothing new. */
  lastHello: Uint8Array | undefined;
  /** BFD watches this address of its. */
  watched: Ip4 | undefined;
}

export interface Circuit {
  readonly name: IfName;
  /** Its number on the wire. */
  readonly id: number;
  config: CircuitConfig;
  view: Interface;
  /** PDUs are sent and heard on it. */
  active: boolean;
  readonly level: Readonly<Record<Level, CircuitLevel>>;
  readonly adjacencies: SortedMap<string, Adjacency>;
  /** The bytes of the next point-to-point hello. */
  hello: Uint8Array | undefined;
  /** Hellos sent since it came up. */
  hellos: number;
  readonly p2pHellos: Traffic;
  ldp: LdpSyncState;
  /** When LDP came to stand as it does. */
  ldpSince: Micros;
  /** LDP was waited for as long as the owner wished: with the highest metric, and without an adjacency. */
  ldpGivenUp: boolean;
  ldpHeldEnough: boolean;
  /** It was asked for. */
  followsLdp: boolean;
  /** What was thrown away here, by reason. */
  readonly drops: Map<string, number>;
  /** The last of them. */
  lastDrop: { readonly at: Micros; readonly reason: string } | undefined;
  /** The last adjacency that went, and why. */
  lastLoss: { readonly at: Micros; readonly system: SystemId; readonly reason: AdjacencyReason } | undefined;
  /** Authentication faults that were reported already. */
  readonly reported: Set<string>;
}

/** How good a route is, whatever its metric: smaller is better. RFC 5302 §3.2, RFC 7775 §3 */
export type RouteClass = 1 | 2 | 3 | 4 | 5 | 6;

/** A route as it was calculated. */
export interface ComputedRoute {
  readonly prefix: Prefix;
  readonly class: RouteClass;
  readonly level: Level;
  /** What it is compared by within its class. */
  readonly metric: number;
  /** With external metric: the distance to the router that told it, which decides between equals. */
  readonly internalMetric: number;
  readonly external: boolean;
  readonly down: boolean;
  readonly tag: number | undefined;
  readonly hops: readonly Hop[];
  /** Who told it, nearest first. */
  readonly origins: readonly NodeId[];
  /** The default route towards an attached router. */
  readonly attached: boolean;
}

/** A prefix, and why it is, or is not, in the routing table. */
export interface RouteState {
  readonly best: ComputedRoute;
  /** Of the other level, or of a worse class. */
  readonly others: readonly ComputedRoute[];
  /** Undefined: kept out, see `refused`. */
  readonly route: Omit<Route, 'source'> | undefined;
  readonly refused: 'own-prefix' | 'policy' | 'no-next-hop' | undefined;
}

/** A prefix that this system says can be reached. */
export interface Told {
  readonly prefix: Prefix;
  readonly metric: number;
  /** From another protocol. */
  readonly external: boolean;
  /** The I/E bit. */
  readonly externalMetric: boolean;
  /** From level 2 to level 1. */
  readonly down: boolean;
  readonly tag: number | undefined;
  readonly why: 'interface' | 'leak' | 'redistribution' | 'summary' | 'default';
}

export interface Isis {
  readonly port: IsisPort;
  config: IsisConfig;
  readonly system: SystemId;
  readonly startedAt: Micros;
  readonly circuits: SortedMap<IfName, Circuit>;
  readonly level: Readonly<Record<Level, LevelState>>;
  /** Manual areas, and those that level 1 neighbours add. ISO 10589 §7.1.5 */
  areas: readonly AreaAddress[];
  /** Names of other systems, as their LSPs say. */
  readonly hostnames: Map<SystemId, string>;
  readonly routes: Map<Prefix, RouteState>;
  /** Routes of the table that may be told, as they were last heard. */
  readonly heard: Map<Prefix, Route>;
  /** Summaries that stand for something, with the metric they are told with. */
  readonly summaries: Readonly<Record<Level, Map<Prefix, number>>>;
  /** Discard routes of summaries that are in the table, with their metrics. */
  readonly discarded: Map<Prefix, number>;
  overloaded: boolean;
  /** Until when overload lasts that has an end. */
  overloadUntil: Micros | undefined;
  /** Silent until then: out of sequence numbers. */
  exhausted: boolean;
  readonly drops: Map<string, number>;
  /** Of received LSPs. */
  checksumErrors: number;
}
