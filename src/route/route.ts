// Route, RouteKind, Nexthop: what a route is.

import type { Ip } from '../base/ip.ts';
import type { Prefix } from '../base/prefix.ts';
import type { GivenAttributes, PathAttributes } from './attributes.ts';
import type { Label } from './label.ts';
import type { IfName, ProcessId, VrfName } from './names.ts';

/** Every kind of route. */
export const ROUTE_KINDS = [
  'connected',
  'local',
  'static',
  'aggregate',
  'rip',
  'ospf.intra',
  'ospf.inter',
  'ospf.ext1',
  'ospf.ext2',
  'ospf.nssa1',
  'ospf.nssa2',
  'isis.l1',
  'isis.l2',
  'isis.l1.ext',
  'isis.l2.ext',
  /** Told down from level 2 to level 1. RFC 5302 §2 */
  'isis.ia',
  /** Discards what a summary of this router's own covers and nobody has. */
  'isis.summary',
  'eigrp.internal',
  'eigrp.external',
  'eigrp.summary',
  'bgp.external',
  'bgp.internal',
  'bgp.local',
  'ldp',
] as const;

/** What a route is, never how much it is preferred: that number is its VRF's, by kind. */
export type RouteKind = (typeof ROUTE_KINDS)[number];

export type Nexthop =
  /** Out of this interface, which may be another VRF's (a leaked route); to `gateway`, or straight to the destination. */
  | {
      readonly via: 'interface';
      readonly out: IfName;
      readonly gateway?: Ip;
      readonly labels: readonly Label[];
      /** Of a label's next hop: it knows no labels, so that the whole stack is taken off before it. */
      readonly untagged?: true;
    }
  /**
   * To be resolved: in `vrf` (default: the route's own), by the unicast table, by label-switched paths alone, or by
   * whichever of both prefers its route (equal: the labelled one).
   */
  | {
      readonly via: 'address';
      readonly gateway: Ip;
      readonly labels: readonly Label[];
      readonly table: 'unicast' | 'labeled' | 'both';
      readonly vrf?: VrfName;
      /**
       * true: counts only while the gateway is on a link of this router, without recursion (a static route that may not
       * resolve). `preferred`: where it is on a link, nothing else is asked.
       */
      readonly direct?: boolean | 'preferred';
      /** As above. */
      readonly untagged?: true;
    }
  /** Look the destination up again in another VRF. */
  | { readonly via: 'vrf'; readonly vrf: VrfName }
  /** The address is this router's own, on `out`. */
  | { readonly via: 'receive'; readonly out: IfName }
  /** Dropped in silence, or with an ICMP unreachable. `out` where the vendor has a name for it (`Null0`). */
  | { readonly via: 'discard' | 'reject'; readonly out?: IfName };

/** Numbers that only policies write and read (Junos `tag2`, `color`, `color2`, `metric2`). */
export interface Marks {
  readonly tag2?: number;
  readonly color?: number;
  readonly color2?: number;
  readonly metric2?: number;
}

export interface Route {
  /** Interned: === is equality. */
  readonly prefix: Prefix;
  readonly kind: RouteKind;
  readonly source: ProcessId;
  /** Tells apart several routes of one process to one prefix (Junos keeps every BGP path in the table). */
  readonly slot?: string;
  readonly metric: number;
  /** The process's own order among its routes to one prefix, in the place of the metric: the smallest is preferred. */
  readonly rank?: number;
  readonly nexthops: readonly Nexthop[];
  /** Only where this one route was given its own. */
  readonly preference?: number;
  readonly tag?: number;
  /** What a policy wrote on it beside that. */
  readonly marks?: Marks;
  /** Kept out of forwarding and of other protocols, but shown (martians, a rejected import …), and why. */
  readonly hidden?: string;
  /** Active in the table and told to other protocols, but not given to forwarding (Junos `no-install`). */
  readonly noInstall?: boolean;
  /** Stays active although no next hop of it can be reached; packets are dropped meanwhile, or refused. */
  readonly permanent?: boolean | 'reject';
  /** No protocol may tell it (Junos `no-readvertise`). */
  readonly noReadvertise?: true;
  /** For routes that BGP put here. */
  readonly bgp?: PathAttributes;
  /** For others: what BGP says of them beside what it knows itself. */
  readonly given?: GivenAttributes;
  /** An import from another VRF of this router: whose route it was. */
  readonly leakedFrom?: VrfName;
}
