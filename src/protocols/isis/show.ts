// What can be asked of the IS-IS instances of a router: rows of facts.

import type { Ip4 } from '../../base/ip.ts';
import type { Mac } from '../../base/mac.ts';
import type { Prefix } from '../../base/prefix.ts';
import type { Interface } from '../../net/interface.ts';
import type { IfName, VrfName } from '../../route/names.ts';
import type { Micros } from '../../sim/time.ts';
import type { LdpSyncState } from '../plugin.ts';
import type { CircuitConfig, IsisConfig } from './config.ts';
import type { AdjacencyReason } from './events.ts';
import type { LevelCounters, LogEntry, RouteState, Traffic, TreeNode } from './model.ts';
import type { AreaAddress, LspId, NodeId, SystemId } from './net-address.ts';
import type { Level, LevelBits, LspFlags } from './packet/pdu.ts';
import type { ThreeWayState, Tlv } from './packet/shapes.ts';

export { NLPID, TLV } from './iana.ts';
export type { Hop, LogEntry, RouteState, TreeNode, Trigger } from './model.ts';
export * from './net-address.ts';
export type { Tlv } from './packet/shapes.ts';

/** Whose row it is. */
interface Of {
  /** The instance's name. */
  readonly instance: string;
  readonly vrf: VrfName;
}

export interface IsisLevelRow {
  readonly level: Level;
  readonly lsps: number;
  /** Level 2: it leads out of the area. */
  readonly attached: boolean;
  readonly counters: Readonly<LevelCounters>;
  readonly spfLog: readonly LogEntry[];
  readonly lspLog: readonly LogEntry[];
  readonly lastSpf: Micros | undefined;
}

export interface IsisInstanceRow extends Of {
  readonly config: IsisConfig;
  readonly system: SystemId;
  readonly startedAt: Micros;
  /** Manual areas, and those that level 1 neighbours add. */
  readonly areas: readonly AreaAddress[];
  readonly overloaded: boolean;
  readonly overloadUntil: Micros | undefined;
  readonly levels: readonly IsisLevelRow[];
  readonly checksumErrors: number;
  /** What was thrown away, by reason. */
  readonly drops: ReadonlyMap<string, number>;
}

export interface IsisAdjacencyRow extends Of {
  readonly on: IfName;
  readonly network: 'broadcast' | 'point-to-point';
  readonly system: SystemId;
  readonly snpa: Mac | undefined;
  readonly state: 'Down' | 'Initializing' | 'Up';
  readonly levels: readonly Level[];
  /** What the neighbour takes part in on this link. */
  readonly circuitType: LevelBits;
  readonly areas: readonly AreaAddress[];
  readonly nlpids: readonly number[];
  readonly addresses: readonly Ip4[];
  readonly priority: number;
  /** Of a LAN: whom the neighbour takes for designated. */
  readonly lanId: NodeId | undefined;
  /** Of a point-to-point link: the neighbour's number of it. */
  readonly circuitId: number;
  readonly extendedCircuitId: number | undefined;
  /** The three-way option was heard: what the neighbour said of us. */
  readonly theirState: ThreeWayState | undefined;
  /** This router's own number of the link. */
  readonly ownCircuitId: number;
  readonly holdSeconds: number;
  readonly expiresAt: Micros;
  readonly since: Micros;
  readonly transitions: number;
  readonly isDis: boolean;
}

export interface IsisCircuitLevelRow {
  readonly level: Level;
  readonly runs: boolean;
  /** As configured. */
  readonly metric: number;
  /** As it is told now. */
  readonly metricTold: number;
  readonly priority: number;
  /** As its next hello says. */
  readonly helloInterval: Micros;
  readonly holdSeconds: number;
  readonly nextHello: Micros | undefined;
  readonly dis: 'self' | Mac | undefined;
  readonly lanId: NodeId | undefined;
  readonly adjacencies: number;
  readonly elections: number;
  readonly traffic: Readonly<Record<'hello' | 'lsp' | 'csnp' | 'psnp', Readonly<Traffic>>>;
  readonly retransmissions: number;
}

export interface IsisCircuitRow extends Of {
  readonly interface: Interface;
  readonly config: CircuitConfig;
  readonly id: number;
  readonly active: boolean;
  readonly levels: readonly IsisCircuitLevelRow[];
  readonly p2pHellos: Readonly<Traffic>;
  readonly nextP2pHello: Micros | undefined;
  readonly ldp: LdpSyncState;
  readonly ldpSince: Micros;
  /** No adjacency is formed before LDP works: for ever, or until a timer fires. */
  readonly heldFor: 'forever' | 'timer' | undefined;
  readonly drops: ReadonlyMap<string, number>;
  readonly lastDrop: { readonly at: Micros; readonly reason: string } | undefined;
  readonly lastLoss: { readonly at: Micros; readonly system: SystemId; readonly reason: AdjacencyReason } | undefined;
}

export interface IsisLspRow {
  readonly id: LspId;
  readonly own: boolean;
  readonly sequence: number;
  readonly checksum: number;
  /** Remaining Lifetime, seconds. */
  readonly lifetime: number;
  /** As it came. */
  readonly receivedLifetime: number;
  readonly length: number;
  readonly flags: LspFlags;
  readonly tlvs: readonly Tlv[];
  readonly since: Micros;
  readonly from: IfName | undefined;
}

/** The database of a level, in the order of LSP IDs. */
export interface IsisDatabaseRow extends Of {
  readonly level: Level;
  readonly lsps: readonly IsisLspRow[];
}

/** The shortest-path tree of a level, nearest first. */
export interface IsisTopologyRow extends Of {
  readonly level: Level;
  readonly root: NodeId;
  readonly nodes: readonly TreeNode[];
}

export interface IsisHostnameRow extends Of {
  readonly system: SystemId;
  readonly hostname: string;
  readonly own: boolean;
  /** At which levels its LSPs are known. */
  readonly levels: readonly Level[];
}

export interface IsisRouteRow extends Of {
  readonly prefix: Prefix;
  readonly state: RouteState;
}

interface Asked {
  /** Only of the instance of this name. */
  readonly instance?: string;
}

/** Every question is answered by all instances, in the order of their names. */
export interface IsisQueries {
  readonly 'isis.instances': { readonly args: Asked; readonly answer: readonly IsisInstanceRow[] };
  readonly 'isis.adjacencies': {
    readonly args: Asked & { readonly on?: IfName };
    readonly answer: readonly IsisAdjacencyRow[];
  };
  readonly 'isis.circuits': {
    readonly args: Asked & { readonly on?: IfName };
    readonly answer: readonly IsisCircuitRow[];
  };
  readonly 'isis.database': {
    readonly args: Asked & { readonly level?: Level };
    readonly answer: readonly IsisDatabaseRow[];
  };
  readonly 'isis.topology': {
    readonly args: Asked & { readonly level?: Level };
    readonly answer: readonly IsisTopologyRow[];
  };
  readonly 'isis.hostnames': { readonly args: Asked; readonly answer: readonly IsisHostnameRow[] };
  /** In table order, with what kept a route out of the table. */
  readonly 'isis.routes': { readonly args: Asked; readonly answer: readonly IsisRouteRow[] };
}

/** The questions, for whoever passes them on to several instances. */
export const ISIS_QUESTIONS = [
  'isis.instances',
  'isis.adjacencies',
  'isis.circuits',
  'isis.database',
  'isis.topology',
  'isis.hostnames',
  'isis.routes',
] as const satisfies readonly (keyof IsisQueries)[];
