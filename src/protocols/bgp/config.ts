// What the BGP process is told: complete, every default filled in by the operating system.

import type { Ip4 } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import type { Policy } from '../../policy/policy.ts';
import type { RouteTarget } from '../../route/community.ts';
import type { VrfName } from '../../route/names.ts';
import type { RouteKind } from '../../route/route.ts';
import type { RouteDistinguisher } from '../../route/route-distinguisher.ts';
import type { Micros } from '../../sim/time.ts';
import type { Dampening } from './dampening-config.ts';
import type { BgpNeighbor } from './neighbor-config.ts';

export type { Dampening, DampeningSet } from './dampening-config.ts';
export type { FamilyName } from './iana.ts';
export type {
  BgpNeighbor,
  ConditionalTelling,
  LocalAs,
  MaximumPrefix,
  MetricOut,
  NeighborFamily,
  RemovePrivate,
} from './neighbor-config.ts';

/** A rung of the best-path ladder. RFC 4271 §9.1.2 and what vendors put before and after it. */
export type Rung =
  | 'valid'
  /** Cost communities that count before everything else (point of insertion 128). */
  | 'cost'
  /** The route preference that a policy or a neighbour's configuration gave the path. */
  | 'preference'
  | 'weight'
  | 'local-preference'
  | 'locally-originated'
  | 'aigp'
  | 'as-path-length'
  | 'origin'
  | 'med'
  | 'external'
  | 'igp-metric'
  /** Cost communities that count after the metric (point of insertion 129). */
  | 'cost-igp'
  | 'oldest-external'
  | 'router-id'
  | 'cluster-length'
  | 'peer-address';

/** What every ladder has in its middle. RFC 4271 §9.1.2.2 a) to e) */
export const MIDDLE_RUNGS: readonly Rung[] = ['as-path-length', 'origin', 'med', 'external', 'igp-metric'];

/** Rungs that only break ties: paths that got so far are as good as the best one. RFC 4271 §9.1.2.2 f), g); RFC 4456 §9 */
export const TIE_RUNGS: readonly Rung[] = ['oldest-external', 'router-id', 'cluster-length', 'peer-address'];

/** Routes of these kinds, taken out of the VRF's table. The first statement that names a route's kind decides on it. */
export interface Redistribution {
  readonly kinds: readonly RouteKind[];
  readonly policy: Policy | undefined;
  /** MED of the BGP route, unless the policy sets one; undefined: the metric of the route it comes from. */
  readonly metric: number | undefined;
}

/** `network`: the prefix is originated while the VRF's table has exactly it. */
export interface NetworkStatement {
  readonly prefix: Prefix;
  readonly policy: Policy | undefined;
}

/** Several routes told as one. RFC 4271 §9.2.2.2 */
export interface Aggregate {
  readonly prefix: Prefix;
  /** Its path names the ASs of all that it is made of. Otherwise it is empty, and the route marked ATOMIC_AGGREGATE. */
  readonly asSet: boolean;
  /** What it is made of is not told beside it. */
  readonly summaryOnly: boolean;
  /** Of these nets the accepted ones are not told beside it. */
  readonly suppress?: Policy;
  /** Changes the aggregate. */
  readonly attributes?: Policy;
  /** It is made of what this accepts. Absent: of everything inside. */
  readonly contributors?: Policy;
}

/** How MEDs are compared. RFC 4271 §9.1.2.2 c */
export interface MedRules {
  /** 'always': of different neighbouring ASs as well. */
  readonly compare: 'same-as' | 'always';
  /** What a path without one counts as. */
  readonly missing: 'zero' | 'worst';
  /** 'arrival': each path against the best of those that are newer, pair by pair. 'deterministic': of each AS the best first. */
  readonly order: 'deterministic' | 'arrival';
  /** Among paths from inside the confederation alone as well. Absent: no. */
  readonly confederation?: boolean;
}

/** Paths that are used at once. */
export interface Multipath {
  readonly external: number;
  readonly internal: number;
  /** Of different neighbouring ASs, with paths as long. Absent: of the same AS only. */
  readonly anyAs?: boolean;
  /** External and internal ones together, so many. Absent: no. */
  readonly mixed?: number;
}

/** Changes best paths on their way to the routing table. */
export interface TableMap {
  readonly policy: Policy;
  /** What the policy rejects is not put there; otherwise it is, unchanged. */
  readonly filters: boolean;
}

/** IPv4 unicast in one VRF (or in the global table). */
export interface BgpFamily {
  readonly vrf: VrfName;
  readonly networks: readonly NetworkStatement[];
  readonly redistribute: readonly Redistribution[];
  /** Absent: none. */
  readonly aggregates?: readonly Aggregate[];
  /** Absent: nothing is dampened, unless a neighbour's own says so. */
  readonly dampening?: Dampening;
  /** What the routing table is told of the best paths. Absent: them as they are. */
  readonly tableMap?: TableMap;
  /** Absent: the process's. */
  readonly multipath?: Multipath;
  /** The AS and the identifier that the neighbours in this VRF see. Absent: the process's. */
  readonly asn?: number;
  readonly routerId?: Ip4;
}

/** Neighbours that nobody named one by one: whoever opens a session from this range. */
export interface ListenRange {
  readonly vrf: VrfName;
  readonly range: Prefix;
  /** Its AS must be one of these, from and to. */
  readonly remoteAs: readonly (readonly [number, number])[];
  /** Everything but who it is. */
  readonly template: Omit<BgpNeighbor, 'vrf' | 'address' | 'remoteAs'>;
}

/** ASs that show one number to the rest of the world. RFC 5065 */
export interface Confederation {
  readonly identifier: number;
  /** The member ASs beside our own. */
  readonly members: readonly number[];
}

/** What makes a VRF a VPN. RFC 4364 §4 */
export interface BgpVpn {
  readonly vrf: VrfName;
  readonly rd: RouteDistinguisher;
  readonly importTargets: readonly RouteTarget[];
  readonly exportTargets: readonly RouteTarget[];
  /** Runs over the route with its export targets already set; a route it rejects keeps them. `undefined`: none. */
  readonly exportPolicy: Policy | undefined;
  readonly importPolicy: Policy | undefined;
  /** Of the global table's routes, what this lets through stands in the VRF as well. Absent: nothing. */
  readonly globalImport?: Policy;
  /** Of the VRF's routes, what this lets through stands in the global table as well. Absent: nothing. */
  readonly globalExport?: Policy;
  /** This VRF's own, where it is configured. */
  readonly routerId: Ip4 | undefined;
  /** One label for the whole table, one a prefix, or one a neighbour that packets are handed to. Absent: 'table'. */
  readonly labels?: 'table' | 'prefix' | 'next-hop';
  /** What the export policy rejects is not exported. Absent: it is, with the export targets. */
  readonly exportRejects?: boolean;
  /** 'export': the VRF's own routes bear no targets, only what is told and leaked does. Absent: 'arrival'. */
  readonly targetsAt?: 'arrival' | 'export';
  /** 'policy': the import policy alone says what is imported, and what is kept at all. Absent: 'targets', and then the policy. */
  readonly importsBy?: 'targets' | 'policy';
  /** Routes of other VRFs of this router are imported as well. Absent: yes. */
  readonly importsOwn?: boolean;
  /** The label of the whole table comes out of the range for such labels. Absent: out of the common one. */
  readonly labelRange?: 'tables';
}

export interface BgpConfig {
  readonly asn: number;
  /** Configured; otherwise the process chooses as its vendor does. */
  readonly routerId: Ip4 | undefined;
  readonly ladder: readonly Rung[];
  /** By VRF name. */
  readonly families: Readonly<Record<VrfName, BgpFamily>>;
  readonly vpns: Readonly<Record<VrfName, BgpVpn>>;
  /** Weight of routes this router originates. */
  readonly localWeight: number;
  readonly defaultLocalPref: number;
  /** Absent: none. */
  readonly neighbors?: readonly BgpNeighbor[];
  /** Absent: the router ID. RFC 4456 §7 */
  readonly clusterId?: Ip4;
  /** Absent: clients hear of one another through this router. */
  readonly reflectBetweenClients?: boolean;
  readonly confederation?: Confederation;
  /** Paths that are used at once. Absent: 1. */
  readonly multipath?: Multipath;
  /** An external peer's paths must begin with its AS. Absent: yes. */
  readonly enforceFirstAs?: boolean;
  /** VPN routes whose targets nobody here imports are kept all the same. Absent: no. */
  readonly keepAllTargets?: boolean;
  /** Absent: MEDs of the same neighbouring AS, a missing one is 0, deterministic. */
  readonly med?: MedRules;
  /**
   * What is told of a net. 'best': the best path, local ones among them, whatever the routing table makes of it.
   * 'active': routes of others and paths of peers are not compared here; both are in the routing table, and the active
   * one is told. Absent: 'best'.
   */
  readonly tells?: 'best' | 'active';
  /** Absent: none. */
  readonly listen?: readonly ListenRange[];
  /** Of all neighbours that came by `listen` together. Absent: 100. */
  readonly listenLimit?: number;
  /** What it forwards outlives a restart; paths are chosen so long after it at the latest. RFC 4724 §4.1; absent: nothing does. */
  readonly restart?: { readonly deferral: Micros };
}
