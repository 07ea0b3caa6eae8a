// What routes, origins and next hops are called in the tables of Junos.
// Source: captures `show route`, `show route terse`, `show route detail` (genieparser golden outputs); Junos OS CLI
// reference, "show route" (protocol codes of the terse form).

import { type Ip, ipText } from '../../../base/ip.ts';
import type { RouteRow } from '../../../device/queries.ts';
import type { ForwardingPath } from '../../../net/rib-types.ts';
import { EMPTY_PATH, pathText } from '../../../route/as-path.ts';
import type { GivenAttributes, PathAttributes } from '../../../route/attributes.ts';
import type { ProcessId } from '../../../route/names.ts';
import type { Route } from '../../../route/route.ts';
import { tableName } from './table-name.ts';

export const PROTOCOLS = [
  'Direct',
  'Local',
  'RIP',
  'OSPF',
  'IS-IS',
  'BGP',
  'Static',
  'Aggregate',
  'MPLS',
  'LDP',
  'VPN',
  'RTarget',
] as const;
export type Protocol = (typeof PROTOCOLS)[number];

const BY_FIRST: Readonly<Record<string, Protocol>> = {
  connected: 'Direct',
  local: 'Local',
  static: 'Static',
  aggregate: 'Aggregate',
  rip: 'RIP',
  ospf: 'OSPF',
  isis: 'IS-IS',
  bgp: 'BGP',
  ldp: 'LDP',
};

/** Whose the labels are that nobody gives out. */
export const MPLS = 'mpls' as ProcessId;

/** Whose the labels are that BGP gives out. */
export const VPN = 'vpn' as ProcessId;

/** Whose the memberships are that this router tells. */
export const RTARGET = 'rtarget' as ProcessId;

/** Undefined for kinds that Junos does not have. */
export const protocolOf = ({ kind, source }: Pick<Route, 'kind' | 'source'>): Protocol | undefined =>
  source === MPLS
    ? 'MPLS'
    : source === VPN
      ? 'VPN'
      : source === RTARGET
        ? 'RTarget'
        : BY_FIRST[kind.split('.')[0] ?? kind];

/** As `protocol` of a command spells it. */
export const PROTOCOL_WORDS: Readonly<Record<string, Protocol>> = {
  aggregate: 'Aggregate',
  bgp: 'BGP',
  direct: 'Direct',
  isis: 'IS-IS',
  ldp: 'LDP',
  local: 'Local',
  mpls: 'MPLS',
  ospf: 'OSPF',
  rip: 'RIP',
  rtarget: 'RTarget',
  static: 'Static',
  vpn: 'VPN',
};

/** The metric where its protocol has one to show: an IGP always, others when it was set. */
export function metricOf({ candidate: { route } }: RouteRow): number | undefined {
  if (route.kind === 'connected' || route.kind === 'local' || route.bgp) return undefined;
  const always = /^(ospf|isis|rip|ldp)/.test(route.kind);
  return always || route.metric > 0 ? route.metric : undefined;
}

const ORIGINS: Readonly<Record<PathAttributes['origin'], string>> = { igp: 'I', egp: 'E', incomplete: '?' };

/** `65001 65002 I`; a route of no BGP has the empty path and came from an IGP. */
export function asPathText(bgp: GivenAttributes | undefined): string {
  const path = pathText(bgp?.asPath ?? EMPTY_PATH);
  const origin = ORIGINS[bgp?.origin ?? 'igp'];
  return path === '' ? origin : `${path} ${origin}`;
}

/** A way out, and what is done there to the label that a packet came with (`Swap 299776`, `Pop`). */
export interface ShownPath extends ForwardingPath {
  readonly operation?: string;
  /** For packets with more labels below: another next hop, though it does the same. */
  readonly deeper?: true;
}

/** A row, of a route that is no process's own perhaps: it says by itself where it leads. */
export interface ShownRow extends RouteRow {
  readonly shownAs?: Way;
  /** Who told what stands behind it, and how far away the next hop is. */
  readonly heard?: { readonly peer: Ip; readonly metric2: number };
}

/** Where a route leads, in the words of a table. */
export type Way =
  | { readonly kind: 'paths'; readonly paths: readonly ShownPath[] }
  /** An own address on this interface: of a loopback's host route, or `Local`. */
  | { readonly kind: 'own'; readonly on: string }
  | { readonly kind: 'local'; readonly on: string }
  | { readonly kind: 'table'; readonly name: string; readonly operation?: string }
  | { readonly kind: 'word'; readonly word: 'Discard' | 'Local' | 'MultiRecv' | 'Receive' | 'Reject' | 'Unusable' };

export function wayOf({ candidate: { route, verdict, usable }, shownAs }: ShownRow): Way {
  if (shownAs) return shownAs;
  if (!usable || !verdict) return { kind: 'word', word: 'Unusable' };
  switch (verdict.kind) {
    case 'forward':
      return { kind: 'paths', paths: verdict.paths };
    case 'receive':
      return { kind: route.kind === 'local' ? 'local' : 'own', on: verdict.on };
    case 'lookup':
      return { kind: 'table', name: tableName(verdict.vrf, route.prefix.family === 4 ? 'inet.0' : 'inet6.0') };
    case 'discard':
      return { kind: 'word', word: 'Discard' };
    case 'reject':
      return { kind: 'word', word: 'Reject' };
  }
}

/** `Push 16`; of several the one at the bottom is pushed first: `Push 16, Push 300144(top)`. */
export function pushText({ push, operation }: ShownPath): string | undefined {
  if (operation !== undefined) return operation;
  if (push.length === 0) return undefined;
  const pushed = [...push].reverse().map((label) => `Push ${label}`);
  return `${pushed.join(', ')}${push.length > 1 ? '(top)' : ''}`;
}

/** `10.0.12.2 via ge-0/0/0.0`, `via ge-0/0/0.0` */
export const hopText = ({ gateway, out }: ForwardingPath): string =>
  gateway === undefined ? `via ${out}` : `${ipText(gateway)} via ${out}`;
