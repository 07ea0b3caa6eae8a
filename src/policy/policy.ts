// The neutral policy: terms of matches and actions, as data. Vendors' silences are terms the compiler wrote.

import type { Ip } from '../base/ip.ts';
import type { Prefix } from '../base/prefix.ts';
import type { AsPath } from '../route/as-path.ts';
import type { Origin } from '../route/attributes.ts';
import type { Community, ExtendedCommunity, LargeCommunity } from '../route/community.ts';
import type { RouteKind } from '../route/route.ts';
import type { AccessList } from './access-list.ts';
import type { PrefixList } from './prefix-list.ts';

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
  readonly nexthop?: Ip;
  /** Who told it, or is told. */
  readonly peer?: Ip;
  /** Route preference that a policy gave it. */
  readonly preference?: number;
  /** The set of dampening parameters that a policy named for it. */
  readonly dampening?: string;
}

export type Match =
  | { readonly kind: 'prefix-lists'; readonly lists: readonly PrefixList[] }
  | { readonly kind: 'access-lists'; readonly lists: readonly AccessList[] }
  | { readonly kind: 'route-kinds'; readonly kinds: readonly RouteKind[] }
  | { readonly kind: 'tags'; readonly tags: readonly number[] }
  | { readonly kind: 'metrics'; readonly metrics: readonly number[] }
  /** All of one of these sets. */
  | { readonly kind: 'communities'; readonly sets: readonly (readonly Community[])[] }
  /** Any of these targets or origins. */
  | { readonly kind: 'extended'; readonly communities: readonly ExtendedCommunity[] }
  /** Its text, as its AS path is printed, holds one of these. `source` of a regular expression. */
  | { readonly kind: 'as-paths'; readonly patterns: readonly string[] }
  | { readonly kind: 'next-hops'; readonly lists: readonly PrefixList[] }
  | { readonly kind: 'local-prefs'; readonly values: readonly number[] }
  | { readonly kind: 'origins'; readonly origins: readonly Origin[] }
  | { readonly kind: 'peers'; readonly peers: readonly Ip[] }
  /** A list that is not defined: `holds` is what this vendor makes of it. */
  | {
      readonly kind: 'undefined';
      readonly name: string;
      readonly holds: boolean;
    };

export type Action =
  | {
      readonly kind: 'set-targets';
      readonly communities: readonly ExtendedCommunity[];
      readonly additive: boolean;
    }
  | { readonly kind: 'set-metric'; readonly value: number }
  | { readonly kind: 'set-local-pref'; readonly value: number }
  | { readonly kind: 'set-weight'; readonly value: number }
  | { readonly kind: 'set-origin'; readonly value: Origin }
  | { readonly kind: 'set-tag'; readonly value: number }
  /** 'replace': these and no others. */
  | { readonly kind: 'communities'; readonly how: 'replace' | 'add' | 'delete'; readonly list: readonly Community[] }
  | { readonly kind: 'large'; readonly how: 'replace' | 'add' | 'delete'; readonly list: readonly LargeCommunity[] }
  /** Each in its turn before the path. */
  | { readonly kind: 'prepend'; readonly asns: readonly number[] }
  | { readonly kind: 'set-nexthop'; readonly nexthop: Ip };

export interface Term {
  readonly name: string;
  /** All must hold; within one match any of its values. */
  readonly matches: readonly Match[];
  readonly actions: readonly Action[];
  readonly verdict: 'accept' | 'reject' | 'next-term';
}

export interface Policy {
  readonly name: string;
  readonly terms: readonly Term[];
  /** For routes that no term decided. */
  readonly otherwise: 'accept' | 'reject';
}
