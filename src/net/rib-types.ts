// Shapes of the routing and forwarding tables, shared by those who fill and those who read them.

import type { Ip } from '../base/ip.ts';
import type { Prefix } from '../base/prefix.ts';
import type { Label } from '../route/label.ts';
import type { IfName, ProcessId, VrfName } from '../route/names.ts';
import type { Nexthop, Route, RouteKind } from '../route/route.ts';
import type { Micros } from '../sim/time.ts';

/** A route as one process installed it, and what the table made of it. */
export interface Candidate {
  readonly route: Route;
  /** Administrative distance or preference in force: the route's own, or its VRF's for the kind. */
  readonly preference: number;
  /** Since when it stands like this: installed, or last changed, or usable again. */
  readonly since: Micros;
  /** False while no next hop of it can be reached. */
  readonly usable: boolean;
  /** Which of the route's next hops can be reached, in their order. */
  readonly reachable: readonly boolean[];
  /** What forwarding would do with it; undefined while it is not usable. */
  readonly verdict: Verdict | undefined;
}

/** Everything the table knows of one prefix. */
export interface RibEntry {
  readonly prefix: Prefix;
  /** Best first. */
  readonly candidates: readonly Candidate[];
  readonly active: Candidate | undefined;
  /** When `active` became the active one: a route that takes over from another is new to those who look. */
  readonly activeSince: Micros;
}

/** Preference by kind of route: a VRF's configuration. */
export type Preferences = Readonly<Record<RouteKind, number>>;

/** Which table: inet.0 / RIB, or inet.3 (label-switched next hops). */
export type TableKind = 'unicast' | 'labeled';

/** Resolved to the last hop: the forwarding path asks nothing further. */
export interface ForwardingPath {
  readonly out: IfName;
  /** Undefined: the destination itself is on the link. */
  readonly gateway: Ip | undefined;
  /** The first one is the top of the stack. */
  readonly push: readonly Label[];
  /** The next hop gave out implicit null: nothing is pushed for it, but its label-switched path stands. */
  readonly php?: true;
  /** It must not leave the label-switched path to its next hop, and there is none: what takes it is dropped. */
  readonly noLsp?: true;
  /** Of a label's path: the next hop knows no labels, so that nothing of the stack may go there. */
  readonly untagged?: true;
}

export type Verdict =
  | { readonly kind: 'forward'; readonly paths: readonly ForwardingPath[] }
  /** An own address, on this interface; the packet is delivered in that interface's VRF. */
  | { readonly kind: 'receive'; readonly on: IfName }
  | { readonly kind: 'lookup'; readonly vrf: VrfName }
  | { readonly kind: 'discard' }
  | { readonly kind: 'reject' };

export interface FibEntry {
  readonly prefix: Prefix;
  readonly verdict: Verdict;
}

/** What a label stands for on this router. RFC 3031 §3.1 */
export type LabelFec =
  /** Packets that would go where this prefix leads. */
  | { readonly kind: 'prefix'; readonly vrf: VrfName; readonly prefix: Prefix }
  /** Packets that are looked up anew in this table. */
  | { readonly kind: 'vrf'; readonly vrf: VrfName };

/**
 * What a process wants done with a label. The labels of a next hop stand in the place of the one that came: none, or
 * implicit null, is a pop. A next hop 'vrf' takes the label off and looks the packet up there.
 */
export interface LabelRoute {
  readonly label: Label;
  readonly source: ProcessId;
  readonly fec: LabelFec;
  readonly nexthops: readonly Nexthop[];
  /** Only interfaces of this VRF may bring it; undefined: any. RFC 4364 §9: a label counts where it was given out */
  readonly from?: VrfName;
}

export type LabelVerdict =
  /** What a path pushes stands in the place of the label that came. */
  | { readonly kind: 'forward'; readonly paths: readonly ForwardingPath[] }
  /** Pop and look the packet up here. */
  | { readonly kind: 'lookup'; readonly vrf: VrfName }
  | { readonly kind: 'discard' };

/** A label route, resolved. */
export interface LfibEntry {
  readonly label: Label;
  readonly source: ProcessId;
  readonly fec: LabelFec;
  readonly from: VrfName | undefined;
  readonly verdict: LabelVerdict;
}

/** What went through an entry. */
export interface LabelCounters {
  packets: number;
  /** With the label stack, without the link header. */
  bytes: number;
}
