// The neutral policy: terms of matches and actions, as data. Vendors' silences are terms the compiler wrote.

import type { Prefix } from '../base/prefix.ts';
import type { Origin } from '../route/attributes.ts';
import type { ExtendedCommunity } from '../route/community.ts';
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
}

export type Match =
  | { readonly kind: 'prefix-lists'; readonly lists: readonly PrefixList[] }
  | { readonly kind: 'access-lists'; readonly lists: readonly AccessList[] }
  | { readonly kind: 'route-kinds'; readonly kinds: readonly RouteKind[] }
  | { readonly kind: 'tags'; readonly tags: readonly number[] }
  | { readonly kind: 'metrics'; readonly metrics: readonly number[] }
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
  | { readonly kind: 'set-tag'; readonly value: number };

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
