// One route as a line (or lines) of `show ip route`: code, prefix, where it leads.
// Source: captures `show ip route`, snapshots cisco_xr_ios_vpnv4, ospf_lab_validation, iosxe_eigrp_multi_process,
// iosxe_vrf_route_leaking_classic_eigrp and iosxe_vrf_route_leaking_export_map.

import { compareIp, ip4Text, ipText, isIp4 } from '../../../base/ip.ts';
import type { Prefix } from '../../../base/prefix.ts';
import { byText } from '../../../base/sorted-map.ts';
import type { RouteRow } from '../../../device/queries.ts';
import type { VrfName } from '../../../route/names.ts';
import type { Nexthop, RouteKind } from '../../../route/route.ts';
import { type Micros, since } from '../../../sim/time.ts';
import { ageText } from './age.ts';

/** First letter, and what stands behind the mark of a candidate default. */
const CODES: Readonly<Record<RouteKind, readonly [string, string]>> = {
  connected: ['C', ''],
  local: ['L', ''],
  static: ['S', ''],
  aggregate: ['B', ''],
  rip: ['R', ''],
  'ospf.intra': ['O', ''],
  'ospf.inter': ['O', 'IA'],
  'ospf.ext1': ['O', 'E1'],
  'ospf.ext2': ['O', 'E2'],
  'ospf.nssa1': ['O', 'N1'],
  'ospf.nssa2': ['O', 'N2'],
  'isis.l1': ['i', 'L1'],
  'isis.l2': ['i', 'L2'],
  'isis.l1.ext': ['i', 'L1'],
  'isis.l2.ext': ['i', 'L2'],
  'isis.ia': ['i', 'ia'],
  'isis.summary': ['i', 'su'],
  'eigrp.internal': ['D', ''],
  'eigrp.external': ['D', 'EX'],
  'eigrp.summary': ['D', ''],
  'bgp.external': ['B', ''],
  'bgp.internal': ['B', ''],
  'bgp.local': ['B', ''],
  ldp: ['l', ''],
};

/** Routes of these kinds never grow old: their age is not told. */
const AGELESS: readonly RouteKind[] = ['connected', 'local', 'static'];

/** Longer lines are broken behind the prefix: 77 columns were seen whole, 79 broken. */
const LINE_MAX = 78;

/** `S*    `, `O E2  `: six columns; candidates are default routes. */
export function codeText(kind: RouteKind, candidate: boolean): string {
  const [letter, sort] = CODES[kind];
  return `${letter}${candidate ? '*' : ' '}${sort}`.padEnd(6);
}

/** The prefix, where its line begins, and what of it is shown. */
export interface LineStyle {
  /** Inside a classful network: three columns further right. */
  readonly grouped: boolean;
  /** With its length: not where the line above says the length of all. */
  readonly withLength: boolean;
}

export function routeLines(
  prefix: Prefix,
  row: RouteRow,
  style: LineStyle,
  vrf: VrfName,
  now: Micros,
): readonly string[] {
  const { route } = row.candidate;
  const code = codeText(route.kind, prefix.length === 0) + (style.grouped ? '   ' : '');
  const head = code + (style.withLength ? prefix.text : ipText(prefix.address));
  const ways = inTableOrder(route.nexthops).map((hop) => wayText(hop, row, vrf, now));
  const whole = ways.map((way, i) => `${i === 0 ? head : ' '.repeat(head.length)} ${way}`);
  if (whole.every((line) => line.length <= LINE_MAX)) return whole;
  return [head, ...ways.map((way) => `${' '.repeat(11)}${way}`)];
}

const gatewayOf = (hop: Nexthop) => (hop.via === 'interface' || hop.via === 'address' ? hop.gateway : undefined);
const outOf = (hop: Nexthop): string => ('out' in hop ? (hop.out ?? '') : '');

/** Equal ways stand with the highest gateway first, those without one last. */
export function inTableOrder(hops: readonly Nexthop[]): readonly Nexthop[] {
  return [...hops].sort((a, b) => {
    const [left, right] = [gatewayOf(a), gatewayOf(b)];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined) || byText(outOf(a), outOf(b));
    return compareIp(right, left) || byText(outOf(a), outOf(b));
  });
}

/** Since when the route is in use as it stands. */
export const routeAge = (row: RouteRow, now: Micros): string => {
  const from = Math.max(row.activeSince ?? 0, row.candidate.since) as Micros;
  return ageText(since(from, now));
};

function wayText(hop: Nexthop, row: RouteRow, vrf: VrfName, now: Micros): string {
  const { route, preference } = row.candidate;
  const aged = !AGELESS.includes(route.kind);
  const age = aged ? `, ${routeAge(row, now)}` : '';
  const gateway = gatewayOf(hop);
  const out = outOf(hop);
  // Aggregates and summaries: `B    192.30.30.0/23 [200/0] via 0.0.0.0, 00:30:05, Null0` (printouts of `aggregate-address`).
  if (aged && hop.via === 'discard') return `[${preference}/${route.metric}] via 0.0.0.0${age}, Null0`;
  if (gateway === undefined) return `is directly connected${age}, ${out === '' ? 'Null0' : out}`;
  const via = isIp4(gateway) ? ip4Text(gateway) : ipText(gateway);
  // A VPN's next hop is that of its label-switched path: the table is not told.
  const leads = hop.via === 'address' && hop.vrf !== undefined && hop.vrf !== vrf && hop.labels.length === 0;
  const elsewhere = leads ? ` (${hop.vrf})` : '';
  const through = out === '' ? '' : `, ${out}`;
  return `[${preference}/${route.metric}] via ${via}${elsewhere}${age}${through}`;
}
