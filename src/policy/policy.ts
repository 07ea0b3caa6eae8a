// The neutral policy: terms of matches and actions, as data. Vendors' silences are terms the compiler wrote.

import type { Ip } from '../base/ip.ts';
import type { Prefix } from '../base/prefix.ts';
import type { AsPath } from '../route/as-path.ts';
import type { Origin } from '../route/attributes.ts';
import type { Community, ExtendedCommunity, LargeCommunity } from '../route/community.ts';
import type { VrfName } from '../route/names.ts';
import type { RouteKind } from '../route/route.ts';
import type { AccessList } from './access-list.ts';
import type { CommunityList } from './community-list.ts';
import type { PathList } from './path-list.ts';
import type { PrefixList } from './prefix-list.ts';
import type { RouteBlock } from './route-filter.ts';

/** RFC 6811 §2; 'unverified': nobody asked. */
export type Validation = 'valid' | 'invalid' | 'unknown' | 'unverified';

/** Where a policy sends a route instead of naming a next hop; a table is named as its vendor names it. */
export type Toward = 'self' | 'peer-address' | 'unchanged' | 'discard' | 'reject' | { readonly table: string };

/** What a policy sees and may change: a route on its way from one table to another. */
export interface Subject {
  readonly prefix: Prefix;
  readonly kind: RouteKind;
  readonly tag: number | undefined;
  readonly metric: number | undefined;
  readonly localPref: number | undefined;
  readonly weight: number | undefined;
  readonly origin: Origin | undefined;
  readonly extended: readonly ExtendedCommunity[];
  /** Of routes that BGP told, or is about to tell. */
  readonly communities?: readonly Community[];
  readonly large?: readonly LargeCommunity[];
  readonly asPath?: AsPath;
  /** Of a route that is told with the own AS before its path: what a policy wants before that one, too. */
  readonly outer?: readonly number[];
  readonly nexthop?: Ip;
  readonly toward?: Toward;
  /** The neighbour of the session that this is about. */
  readonly peer?: Ip;
  /** Who told it. */
  readonly source?: Ip;
  /** Where its packets leave, as the vendor names it. */
  readonly interfaces?: readonly string[];
  /** The table it stands in, the routing instance, as the vendor names them. */
  readonly table?: string;
  readonly instance?: string;
  /** Absent: yes. */
  readonly active?: boolean;
  readonly tag2?: number;
  readonly metric2?: number;
  readonly preference?: number;
  readonly preference2?: number;
  readonly color?: number;
  readonly color2?: number;
  /** What it costs to reach the next hop. */
  readonly igpMetric?: number;
  /** What it cost so far, in all ASs that add it up. RFC 7311 */
  readonly aigp?: number;
  /** How the protocol that it goes to counts its metric. */
  readonly metricType?: 'internal' | 'external' | 'type-1' | 'type-2';
  /** Levels of IS-IS that it goes to. */
  readonly levels?: readonly number[];
  readonly validation?: Validation;
  /** The set of dampening parameters that a policy named for it. */
  readonly dampening?: string;
  /** Its next hops are used at once. */
  readonly balanced?: boolean;
}

/** Numbers that a route bears. */
export type NumberField =
  | 'metric'
  | 'metric2'
  | 'tag'
  | 'tag2'
  | 'localPref'
  | 'weight'
  | 'preference'
  | 'preference2'
  | 'color'
  | 'color2';

/** A route whose existence decides on others. */
export interface RouteCondition {
  readonly name: string;
  readonly prefix: Prefix;
  /** Whose table it has to be in, and active. */
  readonly vrf: VrfName;
  /** Told by one of these; none: by anybody. */
  readonly peers: readonly Ip[];
}

export type Comparison = 'equal' | 'or-higher' | 'or-lower';

/** The prefix, and what kind of a route it is. */
export type RouteMatch =
  | { readonly kind: 'prefix-lists'; readonly lists: readonly PrefixList[] }
  | { readonly kind: 'access-lists'; readonly lists: readonly AccessList[] }
  /** The longest of the blocks that hold the route takes it, and is one of `only`. `walkUp`: the longest that takes it. */
  | {
      readonly kind: 'route-filter';
      readonly blocks: readonly RouteBlock[];
      readonly only: readonly number[];
      readonly walkUp: boolean;
    }
  | { readonly kind: 'route-kinds'; readonly kinds: readonly RouteKind[] }
  | { readonly kind: 'tags'; readonly tags: readonly number[] }
  | { readonly kind: 'metrics'; readonly metrics: readonly number[] }
  /** `within`: as far as this from one of the values. `usual`: what a route of BGP has that bears none. */
  | {
      readonly kind: 'numbers';
      readonly field: NumberField;
      readonly values: readonly number[];
      readonly within?: number;
      readonly usual?: number;
    }
  | { readonly kind: 'conditions'; readonly conditions: readonly RouteCondition[] }
  /** A list that is not defined: `holds` is what this vendor makes of it. */
  | {
      readonly kind: 'undefined';
      readonly name: string;
      readonly holds: boolean;
    };

/** Where the route stands, and where it leads. */
export type PlaceMatch =
  /** The address is in any of the lists. */
  | {
      readonly kind: 'addresses';
      readonly of: 'nexthop' | 'source' | 'peer';
      readonly lists: readonly PrefixList[];
      readonly accessLists?: readonly AccessList[];
    }
  | { readonly kind: 'interfaces'; readonly names: readonly string[] }
  | { readonly kind: 'tables'; readonly names: readonly string[] }
  | { readonly kind: 'instances'; readonly names: readonly string[] }
  | { readonly kind: 'active'; readonly active: boolean };

/** What BGP says of the route. */
export type BgpMatch =
  /** `exact`: nothing else may be there. `absent`: holds for routes that bear no BGP attributes. */
  | {
      readonly kind: 'communities';
      readonly lists: readonly CommunityList[];
      readonly exact?: true;
      readonly absent?: true;
    }
  /** Of all kinds together. */
  | { readonly kind: 'community-count'; readonly count: number; readonly how: Comparison }
  | { readonly kind: 'as-paths'; readonly lists: readonly PathList[]; readonly absent?: true }
  /** Confederations not counted; 'unique': each AS once. */
  | {
      readonly kind: 'as-path-count';
      readonly of: 'length' | 'unique';
      readonly count: number;
      readonly how: Comparison;
    }
  /** The neighbouring AS, the originating one, or any between. Pairs: first and last. */
  | {
      readonly kind: 'as-numbers';
      readonly at: 'neighbor' | 'origin' | 'transit';
      readonly ranges: readonly (readonly [number, number])[];
    }
  | { readonly kind: 'origins'; readonly origins: readonly Origin[] }
  | { readonly kind: 'validation'; readonly states: readonly Validation[] };

export type Match =
  | RouteMatch
  | PlaceMatch
  | BgpMatch
  /** Another policy accepts the route. What it changes stays changed, whatever it says. */
  | { readonly kind: 'policy'; readonly policy: Policy };

/** A number of a route times `multiplier`, and `offset`. */
export interface Line {
  readonly multiplier: number;
  readonly offset: number;
}

export type NumberAction =
  | { readonly kind: 'set-metric'; readonly value: number }
  | { readonly kind: 'set-local-pref'; readonly value: number }
  | { readonly kind: 'set-weight'; readonly value: number }
  /** 'metric': the route's own. */
  | { readonly kind: 'set-aigp'; readonly value: number | 'metric' }
  | { readonly kind: 'change-aigp'; readonly how: 'add' | 'subtract' | 'multiply' | 'divide'; readonly by: number }
  | { readonly kind: 'set-tag'; readonly value: number }
  | { readonly kind: 'set-number'; readonly field: NumberField; readonly value: number }
  /** Adds `by`, which may be negative, to what is there, or to `from`; the sum stays a number of 32 bits. */
  | { readonly kind: 'change'; readonly field: NumberField; readonly by: number; readonly from: number }
  /** The sum of both metrics, each multiplied and added to; a metric that is not named does not count. */
  | { readonly kind: 'metric-expression'; readonly metric?: Line; readonly metric2?: Line }
  /** The metric is what it costs to reach the next hop, and `offset`. `least`: never more than it is. */
  | { readonly kind: 'metric-igp'; readonly offset: number; readonly least: boolean };

export type CommunityAction =
  | {
      readonly kind: 'set-targets';
      readonly communities: readonly ExtendedCommunity[];
      readonly additive: boolean;
    }
  /** 'replace': these and no others. */
  | { readonly kind: 'communities'; readonly how: 'replace' | 'add' | 'delete'; readonly list: readonly Community[] }
  | { readonly kind: 'large'; readonly how: 'replace' | 'add' | 'delete'; readonly list: readonly LargeCommunity[] }
  /** 'replace-kind': those of the kinds that are in the list go, others stay. */
  | {
      readonly kind: 'extended';
      readonly how: 'replace' | 'replace-kind' | 'add';
      readonly list: readonly ExtendedCommunity[];
    }
  /** Takes away each community, of whatever kind, that alone passes the list. */
  | { readonly kind: 'delete-listed'; readonly list: CommunityList };

export type PathAction =
  /** Before the path, in this order; `outside`: before the own AS too, where the route is told. */
  | { readonly kind: 'prepend'; readonly asns: readonly number[]; readonly outside?: true }
  /** The AS that stands first, so often again. */
  | { readonly kind: 'prepend-last'; readonly times: number }
  /** Each AS of such a sequence, or each AS at all, becomes this one. */
  | { readonly kind: 'replace-asns'; readonly asns: readonly number[] | 'any'; readonly by: number }
  /** The tag is the path. */
  | { readonly kind: 'path-from-tag' }
  | { readonly kind: 'set-nexthop'; readonly nexthop: Ip }
  | { readonly kind: 'set-toward'; readonly toward: Toward };

export type MarkAction =
  | { readonly kind: 'set-origin'; readonly value: Origin }
  | { readonly kind: 'set-metric-type'; readonly value: NonNullable<Subject['metricType']> }
  | { readonly kind: 'set-levels'; readonly levels: readonly number[] }
  | { readonly kind: 'set-validation'; readonly value: Validation }
  | { readonly kind: 'set-dampening'; readonly value: string }
  /** All next hops at once. */
  | { readonly kind: 'balance'; readonly on: boolean };

export type Action = NumberAction | CommunityAction | PathAction | MarkAction;

export interface Term {
  readonly name: string;
  /** All must hold; within one match any of its values. */
  readonly matches: readonly Match[];
  readonly actions: readonly Action[];
  readonly verdict: 'accept' | 'reject' | 'next-term';
  /** Where to go on when the verdict is 'next-term': the place of a term further down. Absent: with the next. */
  readonly goto?: number;
  /** What becomes of the route from here on when no term decides. */
  readonly otherwise?: 'accept' | 'reject';
  /** Of the default policy: not tried once a term said what becomes of the route otherwise. */
  readonly usual?: true;
  /** Policies that are asked instead of a verdict; what they leave open the next term decides. */
  readonly asks?: Expression;
  /** The policy of a chain that the term belongs to. */
  readonly policy?: string;
}

/** Policies and how they go together. `next policy` counts as true, and stays what it is unless it is turned round. */
export type Expression =
  | { readonly op: 'policy'; readonly name: string; readonly terms: readonly Term[] }
  | { readonly op: 'and' | 'or'; readonly of: readonly Expression[] }
  | { readonly op: 'not'; readonly of: Expression };

export interface Policy {
  readonly name: string;
  readonly terms: readonly Term[];
  /** For routes that no term decided. */
  readonly otherwise: 'accept' | 'reject';
  /** Matches see the route as it came; actions are done when all is decided. */
  readonly deferred?: true;
}

/** What a policy may ask beyond the route itself. */
export interface Surroundings {
  exists(condition: RouteCondition): boolean;
  /** This entry of a prefix list took a route, whatever it says of it. */
  readonly hit?: (list: string, sequence: number) => void;
}
