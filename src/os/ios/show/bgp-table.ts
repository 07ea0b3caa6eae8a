// The table of `show ip bgp` and `show ip bgp vpnv4 …`.
// Source: captures `show ip bgp all`, snapshots iosxe_vrf_route_leaking_export_map, …_classic_eigrp, ios_add_path,
// cisco_xr_ios_vpnv4; the narrow form of 15.2: networkdirection.net, "Leaking Routes with MP-BGP".

import { classfulLength, ip4Text, ipText, isIp4 } from '../../../base/ip.ts';
import type { Prefix } from '../../../base/prefix.ts';
import type { BgpNetRow, BgpPathRow, BgpTableRow } from '../../../protocols/bgp/show.ts';
import { type AsPath, pathText } from '../../../route/as-path.ts';
import type { Origin } from '../../../route/attributes.ts';
import { MAIN } from '../../../route/names.ts';
import { rdText } from '../../../route/route-distinguisher.ts';
import type { ViewContext } from '../../os.ts';
import { bgpBlocks } from '../compile/vrf.ts';
import { releaseOf } from '../releases.ts';
import type { BgpFacts } from './bgp-facts.ts';

const PREFIX_WIDTH = 17;

/** Legend and all nets; nothing where BGP has no nets. `before`: stands above the columns. */
export function bgpTableLines(
  context: ViewContext,
  facts: BgpFacts,
  before: readonly string[] = [],
): readonly string[] {
  const release = releaseOf(context.box.chassis.model);
  if (facts.tables.every((table) => table.nets.length === 0)) return [];
  const selects = selectsPaths(context);
  const only = facts.tables.length === 1 ? facts.tables[0]?.routerId : undefined;
  const id = (facts.family === 'vpnv4' ? only : undefined) ?? facts.summary.routerId;
  return [
    `BGP table version is ${facts.summary.version}, local router ID is ${id === undefined ? '0.0.0.0' : ip4Text(id)}`,
    ...release.bgpLegend,
    ...before,
    '',
    '     Network          Next Hop            Metric LocPrf Weight Path',
    ...facts.tables.flatMap((table) => [
      ...(table.rd === undefined ? [] : [distinguisherLine(context, table)]),
      ...table.nets.map((net) => ofTable(table, net)).flatMap((net) => netLines(net, release.bgpStatusWidth, selects)),
    ]),
  ];
}

/** What peers told under a distinguisher of no VRF here is in no routing table, and misses none. */
export const ofTable = (table: BgpTableRow, net: BgpNetRow): BgpNetRow =>
  table.rd !== undefined && table.vrf === undefined ? { ...net, ribFailure: false } : net;

/** `Route Distinguisher: 65000:1 (default for vrf CUST) VRF Router ID 10.0.0.1` */
export function distinguisherLine(context: ViewContext, table: BgpTableRow): string {
  if (table.rd === undefined) return '';
  const own = table.vrf === undefined ? undefined : context.router.config?.bgp?.vpns[table.vrf]?.routerId;
  const vrf = table.vrf === undefined ? '' : ` (default for vrf ${table.vrf})`;
  return `Route Distinguisher: ${rdText(table.rd)}${vrf}${own === undefined ? '' : ` VRF Router ID ${ip4Text(own)}`}`;
}

/** Without its length where the class says it. */
export function networkText(prefix: Prefix): string {
  const { address } = prefix;
  if (!isIp4(address)) return prefix.text;
  return prefix.length === classfulLength(address) || prefix.length === 0 ? ip4Text(address) : prefix.text;
}

const ORIGIN_LETTER: Readonly<Record<Origin, string>> = { igp: 'i', egp: 'e', incomplete: '?' };

function netLines(net: BgpNetRow, width: 5 | 6, selects: boolean): readonly string[] {
  return net.paths.flatMap((path, i) => {
    const marks = marksOf(net, path, selects).padEnd(width);
    const network = i === 0 ? networkText(net.prefix) : '';
    const rest = pathColumns(path);
    if (network.length < PREFIX_WIDTH) return [marks + network.padEnd(PREFIX_WIDTH) + rest];
    return [marks + network, ' '.repeat(5 + PREFIX_WIDTH) + rest];
  });
}

/** ` *>i`: in use, not in the routing table, hidden by an aggregate or out of use; best or used beside it; internal; told as well. */
function marksOf(net: BgpNetRow, path: BgpPathRow, selects: boolean): string {
  const second = path.best ? '>' : path.multipath ? 'm' : ' ';
  const internal = path.from !== 'local' && !path.from.external;
  const additional = selects && isAdditional(net, path) ? 'a' : '';
  return ` ${stateMark(net, path)}${second}${internal ? 'i' : ' '}${additional}`;
}

/** "bgp additional-paths select", in the process or its IPv4 family. */
export const selectsPaths = ({ box }: ViewContext): boolean =>
  bgpBlocks(box.store.running, MAIN).some(({ children }) =>
    children.some(({ spec, negated }) => !negated && spec.name === 'bgp additional-paths select'),
  );

/** Paths are selected by their next hops: a second one through the best one's is not. Snapshot ios_add_path. */
export function isAdditional(net: BgpNetRow, path: BgpPathRow): boolean {
  const best = net.paths.find((one) => one.best);
  return best !== undefined && path !== best && path.valid && path.attributes.nexthop !== best.attributes.nexthop;
}

/** A path whose next hop nobody can reach counts as valid. */
function stateMark(net: BgpNetRow, path: BgpPathRow): string {
  if (path.history) return 'h';
  if (path.dampening?.suppressed) return 'd';
  if (path.suppressed || (net.suppressed && path.best)) return 's';
  if (path.stale) return 'S';
  return path.best && net.ribFailure ? 'r' : '*';
}

function pathColumns({ attributes, weight }: BgpPathRow): string {
  const hop = ipText(attributes.nexthop).padEnd(16);
  const metric = String(attributes.med ?? '').padStart(10);
  const preference = String(attributes.localPref ?? '').padStart(7);
  const path = [...asText(attributes.asPath), ORIGIN_LETTER[attributes.origin]].join(' ');
  return `${hop}${metric}${preference}${String(weight).padStart(7)} ${path}`;
}

export const asText = (path: AsPath): readonly string[] => (path.length === 0 ? [] : [pathText(path)]);
