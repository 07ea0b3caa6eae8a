// Standard, extended and large communities as plain values.          RFC 1997, RFC 4360, RFC 8092

import { type Administered, administeredText, compareAdministered, parseAdministered } from './extended.ts';

/** 32 bits, `65000:1`. RFC 1997 */
export type Community = number;

/** Twelve bytes, `65000:1:2`. RFC 8092 §3 */
export interface LargeCommunity {
  readonly admin: number;
  readonly first: number;
  readonly second: number;
}

/** By their three numbers. */
export const compareLarge = (a: LargeCommunity, b: LargeCommunity): number =>
  a.admin - b.admin || a.first - b.first || a.second - b.second;

/** `65000:1:2` */
export const largeText = ({ admin, first, second }: LargeCommunity): string => `${admin}:${first}:${second}`;

/** `65000:1:2`; undefined: no large community. RFC 8092 §5 */
export function parseLarge(text: string): LargeCommunity | undefined {
  const parts = /^(\d{1,10}):(\d{1,10}):(\d{1,10})$/.exec(text)?.slice(1).map(Number);
  if (!parts?.every((part) => part <= 0xffffffff)) return undefined;
  const [admin = 0, first = 0, second = 0] = parts;
  return { admin, first, second };
}

/** A route target: decides which VRFs import a route. RFC 4360 §4 */
export interface RouteTarget {
  readonly kind: 'target';
  readonly value: Administered;
}
/** Site of origin. RFC 4360 §5 */
export interface SiteOfOrigin {
  readonly kind: 'origin';
  readonly value: Administered;
}
/** Any other: its eight bytes as sixteen hex digits. */
export interface OtherExtended {
  readonly kind: 'other';
  readonly hex: string;
}
export type ExtendedCommunity = RouteTarget | SiteOfOrigin | OtherExtended;

/** A route target from `65000:1`. */
export function parseRouteTarget(text: string): RouteTarget | undefined {
  const value = parseAdministered(text);
  return value && { kind: 'target', value };
}

/** It may leave the AS: a bit of the first octet. Targets and sites of origin are written without it. RFC 4360 §2 */
export const isTransitive = (community: ExtendedCommunity): boolean =>
  community.kind !== 'other' || (Number.parseInt(community.hex.slice(0, 2), 16) & 0x40) === 0;

/** `65000:1`, without the vendor's `RT:` or `target:`. */
export function extendedText(community: ExtendedCommunity): string {
  return community.kind === 'other' ? community.hex : administeredText(community.value);
}

const RANK = { target: 0, origin: 1, other: 2 } as const;

/** A total order: by kind, then value. */
export function compareExtended(a: ExtendedCommunity, b: ExtendedCommunity): number {
  if (a.kind === 'other' || b.kind === 'other') {
    if (a.kind === 'other' && b.kind === 'other') return a.hex < b.hex ? -1 : a.hex > b.hex ? 1 : 0;
    return RANK[a.kind] - RANK[b.kind];
  }
  return RANK[a.kind] - RANK[b.kind] || compareAdministered(a.value, b.value);
}

/** True when both say the same. */
export const sameExtended = (a: ExtendedCommunity, b: ExtendedCommunity): boolean => compareExtended(a, b) === 0;
