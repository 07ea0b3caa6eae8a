// What the BGP process is told: complete, every default filled in by the operating system.

import type { Ip4 } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import type { Policy } from '../../policy/policy.ts';
import type { RouteTarget } from '../../route/community.ts';
import type { VrfName } from '../../route/names.ts';
import type { RouteKind } from '../../route/route.ts';
import type { RouteDistinguisher } from '../../route/route-distinguisher.ts';
import type { BgpNeighbor } from './neighbor-config.ts';

/** A rung of the best-path ladder. RFC 4271 §9.1.2 and what vendors put before and after it. */
export type Rung =
  | 'valid'
  | 'weight'
  | 'local-preference'
  | 'locally-originated'
  | 'aigp'
  | 'as-path-length'
  | 'origin'
  | 'med'
  | 'external'
  | 'igp-metric'
  | 'oldest-external'
  | 'router-id'
  | 'cluster-length'
  | 'peer-address';

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

/** IPv4 unicast in one VRF (or in the global table). */
export interface BgpFamily {
  readonly vrf: VrfName;
  readonly networks: readonly NetworkStatement[];
  readonly redistribute: readonly Redistribution[];
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
  /** This VRF's own, where it is configured. */
  readonly routerId: Ip4 | undefined;
  /** One label for the whole table, one a prefix, or one a neighbour that packets are handed to. Absent: 'table'. */
  readonly labels?: 'table' | 'prefix' | 'next-hop';
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
  readonly multipath?: { readonly external: number; readonly internal: number };
  /** An external peer's paths must begin with its AS. Absent: yes. */
  readonly enforceFirstAs?: boolean;
  /** VPN routes whose targets nobody here imports are kept all the same. Absent: no. */
  readonly keepAllTargets?: boolean;
}
