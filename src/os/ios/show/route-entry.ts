// show ip route ADDRESS [MASK]: one route in detail, or the subnets of a classful network.
// Source: captures of IOSv and CSR1000V (`show ip route vrf BLUE 172.16.100.1`, `show ip route 192.168.204.204`, `… 0.0.0.0`,
// `… 10.0.0.0`), genieparser ShowIpRouteWord; a connected route that BGP leaked: composed of these.

import { classfulLength, ipText, isIp4 } from '../../../base/ip.ts';
import { contains, DEFAULT4, type Prefix } from '../../../base/prefix.ts';
import type { RouteRow } from '../../../device/queries.ts';
import { pathLength } from '../../../route/as-path.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import type { Nexthop, Route, RouteKind } from '../../../route/route.ts';
import type { ViewContext } from '../../os.ts';
import { originsOf } from './isis-facts.ts';
import { redistributionLines } from './redistribution.ts';
import type { Asked } from './route-asked.ts';
import { inTableOrder, routeAge, routeLines } from './route-line.ts';
import { type ActiveRow, type Group, groupsOf, masksIn, standsAlone } from './route-table.ts';

/** The answer to one address or prefix, without the title of the table. */
export function entryLines(
  context: ViewContext,
  vrf: VrfName,
  rows: readonly ActiveRow[],
  asked: Asked,
): readonly string[] {
  const group = groupsOf(rows).find((one) => one.network !== undefined && contains(one.network, asked.block.address));
  if (!asked.exact && group?.network?.address === asked.block.address && !standsAlone(group))
    return subnetLines(group, vrf, context);
  const found = asked.exact ? rows.find(({ prefix }) => prefix === asked.block) : longest(rows, asked.block);
  if (!found) return [group ? '% Subnet not in table' : '% Network not in table'];
  return routeEntry(context, vrf, found);
}

/** The longest prefix that holds the address. The default route answers only for 0.0.0.0 itself. */
function longest(rows: readonly ActiveRow[], host: Prefix): ActiveRow | undefined {
  const holding = rows.filter(({ prefix }) =>
    prefix === DEFAULT4 ? host.address === DEFAULT4.address : contains(prefix, host.address),
  );
  return holding.reduce<ActiveRow | undefined>(
    (best, row) => (best && best.prefix.length >= row.prefix.length ? best : row),
    undefined,
  );
}

/** `Routing entry for 10.0.0.0/8, 4 known subnets` and their lines. */
function subnetLines(group: Group, vrf: VrfName, context: ViewContext): readonly string[] {
  const masks = masksIn(group);
  const length = masks > 1 ? group.network?.length : group.rows[0]?.prefix.length;
  const attached = group.rows.filter(({ row }) => ['connected', 'local'].includes(row.candidate.route.kind)).length;
  const style = { grouped: true, withLength: masks > 1 };
  return [
    `Routing entry for ${ipText(group.network?.address ?? DEFAULT4.address)}/${length}, ${group.rows.length} known subnets`,
    ...(attached > 0 ? [`  Attached (${attached} connections)`] : []),
    ...(masks > 1 ? [`  Variably subnetted with ${masks} masks`] : []),
    ...group.rows.flatMap(({ prefix, row }) => routeLines(prefix, row, style, vrf, context.now)),
  ];
}

/** Shorter than its class. */
const isSupernet = (prefix: Prefix): boolean => {
  const length = isIp4(prefix.address) ? classfulLength(prefix.address) : undefined;
  return length !== undefined && prefix.length < length;
};

function routeEntry(context: ViewContext, vrf: VrfName, { prefix, row }: ActiveRow): readonly string[] {
  const { route } = row.candidate;
  const hops = inTableOrder(route.nexthops);
  return [
    `Routing entry for ${prefix.text}${isSupernet(prefix) ? ', supernet' : ''}`,
    ...knownLines(context, prefix, row),
    ...(route.kind.startsWith('isis') ? [`  Redistributing via ${knownVia(context, route)}`] : []),
    ...redistributionLines(context.router.config?.bgp, vrf, prefix, route),
    ...updateLines(row, hops, context),
    '  Routing Descriptor Blocks:',
    ...hops.flatMap((hop, i) => descriptorLines(hop, row, i === 0, vrf, context)),
  ];
}

const gatewayOf = (hop: Nexthop): string | undefined => {
  const gateway = hop.via === 'interface' || hop.via === 'address' ? hop.gateway : undefined;
  return gateway === undefined ? undefined : ipText(gateway);
};

/** `connected`, `static`, `bgp 65000`, `isis`, `isis CORE` */
function knownVia(context: ViewContext, route: Route): string {
  if (route.kind === 'connected' || route.kind === 'local') return 'connected';
  if (route.kind === 'static') return 'static';
  if (route.kind.startsWith('bgp')) return `bgp ${context.router.config?.bgp?.asn ?? ''}`.trim();
  return route.source.replace('/', ' ').trim();
}

const TYPES: Partial<Readonly<Record<RouteKind, string>>> = {
  'ospf.intra': 'intra area',
  'ospf.inter': 'inter area',
  'ospf.ext1': 'extern 1',
  'ospf.ext2': 'extern 2',
  'ospf.nssa1': 'NSSA extern 1',
  'ospf.nssa2': 'NSSA extern 2',
  'isis.l1': 'level-1',
  'isis.l2': 'level-2',
  'isis.l1.ext': 'level-1',
  'isis.l2.ext': 'level-2',
  'isis.ia': 'inter area',
  'eigrp.internal': 'internal',
  'eigrp.external': 'external',
  'bgp.external': 'external',
  'bgp.internal': 'internal',
  'bgp.local': 'local',
};

function knownLines(context: ViewContext, prefix: Prefix, row: RouteRow): readonly string[] {
  const { route, preference } = row.candidate;
  const direct = route.nexthops.every((hop) => gatewayOf(hop) === undefined);
  const viaInterface = route.nexthops[0]?.via === 'interface' && route.kind !== 'static';
  const loopback = route.kind === 'connected' && route.nexthops[0]?.via === 'receive';
  const connected = direct ? ` (connected${viaInterface || loopback ? ', via interface' : ''})` : '';
  const candidate = prefix === DEFAULT4 ? ', candidate default path' : '';
  const type = TYPES[route.kind] === undefined ? '' : `type ${TYPES[route.kind]}`;
  const known = `  Known via "${knownVia(context, route)}", distance ${preference}, metric ${route.metric}${connected}${candidate}`;
  const tag = tagOf(route);
  if (tag === undefined) return [type === '' ? known : `${known}, ${type}`];
  return [known, `  Tag ${tag}${type === '' ? '' : `, ${type}`}`];
}

/** Routes of BGP bear the AS that told them. Printouts of IOS 15: `Tag 65000, type external`, `Route tag 65000`. */
function tagOf({ tag, bgp }: Route): number | undefined {
  const [first] = bgp?.asPath ?? [];
  return tag ?? (first?.kind === 'sequence' ? first.asns[0] : undefined);
}

const isDynamic = (route: Route): boolean => !['connected', 'local', 'static'].includes(route.kind);

function updateLines(row: RouteRow, hops: readonly Nexthop[], context: ViewContext): readonly string[] {
  const { route } = row.candidate;
  const hop = hops[0];
  const gateway = hop && gatewayOf(hop);
  if (!isDynamic(route) || gateway === undefined) return [];
  const out = hop?.via === 'interface' ? ` on ${hop.out},` : '';
  return [`  Last update from ${gateway}${out} ${routeAge(row, context.now)} ago`];
}

function descriptorLines(
  hop: Nexthop,
  row: RouteRow,
  first: boolean,
  vrf: VrfName,
  context: ViewContext,
): readonly string[] {
  const { route } = row.candidate;
  const dynamic = isDynamic(route);
  const age = dynamic ? `, ${routeAge(row, context.now)} ago` : '';
  const gateway = gatewayOf(hop);
  const out = 'out' in hop && hop.out !== undefined ? hop.out : undefined;
  const elsewhere = hop.via === 'address' && hop.vrf !== undefined && hop.vrf !== vrf ? ` (${hop.vrf})` : '';
  const way =
    gateway === undefined
      ? `directly connected${age}, via ${out ?? 'Null0'}${leakText(route)}`
      : `${gateway}${elsewhere}${dynamic ? `, from ${teller(context, vrf, route, hop) ?? gateway}` : ''}${age}${out === undefined ? '' : `, via ${out}`}`;
  return [
    `  ${first ? '*' : ' '} ${way}`,
    `      Route metric is ${route.metric}, traffic share count is 1`,
    ...(route.bgp ? [`      AS Hops ${pathLength(route.bgp.asPath)}`] : []),
    ...(tagOf(route) === undefined || !dynamic ? [] : [`      Route tag ${tagOf(route)}`]),
    ...(route.bgp ? labelLines(hop) : []),
  ];
}

/** Printouts of VPN routes on IOS 15: `MPLS label: 19`, `MPLS Flags: MPLS Required`. */
function labelLines(hop: Nexthop): readonly string[] {
  const labels = hop.via === 'address' || hop.via === 'interface' ? hop.labels : [];
  if (labels.length === 0) return ['      MPLS label: none'];
  return [`      MPLS label: ${labels.join(' ')}`, '      MPLS Flags: MPLS Required'];
}

/**
 * IS-IS names the router that tells the prefix, BGP the neighbor that told the path (Cisco IOS IP Routing:
 * Protocol-Independent, "show ip route").
 */
function teller(context: ViewContext, vrf: VrfName, route: Route, hop: Nexthop): string | undefined {
  if (route.bgp) return bgpTeller(context, vrf, route, hop);
  if (!route.kind.startsWith('isis')) return undefined;
  const [address] = originsOf(context, route.source.slice('isis/'.length)).get(route.prefix) ?? [];
  return address === undefined ? undefined : ipText(address);
}

function bgpTeller(context: ViewContext, vrf: VrfName, { prefix }: Route, hop: Nexthop): string | undefined {
  const tables = context.ask('bgp.tables', vrf === MAIN ? { family: 'ipv4' } : { family: 'vpnv4', vrf }) ?? [];
  const paths = tables.flatMap(({ nets }) => nets.filter((net) => net.prefix === prefix).flatMap((net) => net.paths));
  const gateway = gatewayOf(hop);
  const used = paths.filter((path) => path.best || path.multipath);
  const path = used.find(({ attributes }) => ipText(attributes.nexthop) === gateway) ?? used[0];
  return path === undefined || path.from === 'local' ? undefined : ipText(path.from.peer);
}

/** Whose interface it is, where the route was leaked. */
const leakText = (route: Route): string => (route.leakedFrom === undefined ? '' : ` (${route.leakedFrom})`);
