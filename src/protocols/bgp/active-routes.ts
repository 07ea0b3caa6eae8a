// `tells: 'active'`: the routing table holds every path of peers beside the routes of others, and only what is active there
// is told (Junos: "Only active routes are advertised", BGP user guide).                              RFC 4271 §9.1.3

import { ANY4, ip4Text } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import { byText } from '../../base/sorted-map.ts';
import { EMPTY_PATH } from '../../route/as-path.ts';
import { ROUTE_KINDS, type Route, type RouteKind } from '../../route/route.ts';
import { rdText } from '../../route/route-distinguisher.ts';
import type { BgpConfig } from './config.ts';
import { decide, type LadderFacts } from './decision.ts';
import type { NewPath } from './loc-rib.ts';
import { isExternal, type LocRib, type Net, type Path, type Table } from './model.ts';
import { LOCAL } from './originate.ts';
import type { Speaker } from './peer.ts';

export const tellsActive = ({ tells }: BgpConfig): boolean => tells === 'active';

/** Whatever is active may be told, or keeps a path of a peer from being told. */
export const EVERY_KIND: readonly RouteKind[] = ROUTE_KINDS;

/** IGPs have a metric that means something to others; it becomes the MED. */
const hasMetric = (kind: RouteKind): boolean => /^(isis|ospf|rip|eigrp)/.test(kind);

/** The active route of the table, as a path: export policies decide whether anybody hears of it. */
export function activePath(table: Table, route: Route): NewPath {
  return {
    key: LOCAL,
    attributes: {
      origin: 'igp',
      asPath: EMPTY_PATH,
      nexthop: ANY4,
      ...(hasMetric(route.kind) || route.metric > 0 ? { med: route.metric } : {}),
    },
    weight: 0,
    from: 'local',
    origination: 'redistributed',
    valid: true,
    nexthopVrf: table.vrf,
    igpMetric: 0,
    importedFrom: undefined,
    made: route,
    nexthops: undefined,
  };
}

/** A host route for an address of this router itself is told to nobody. */
export const isTellable = (path: Path): boolean => path.made?.kind !== 'local';

/** Nets that something happened to, before their best paths are chosen anew. */
export function touchedNets(rib: LocRib): readonly (readonly [Table, Net])[] {
  return rib.tables
    .values()
    .filter((table) => table.remote !== true)
    .flatMap((table) =>
      [...table.touched].flatMap((prefix): readonly (readonly [Table, Net])[] => {
        const net = table.nets.get(prefix);
        return net ? [[table, net]] : [];
      }),
    );
}

/** What tells a path from others in the routing table: who told it, and under which distinguisher and identifier. */
export function slotOf({ from, importedFrom, pathId }: Path): string {
  const peer = from === 'local' ? LOCAL : ip4Text(from.peer);
  const rd = importedFrom ? ` ${importedFrom.vrf ?? rdText(importedFrom.rd)}` : '';
  return `${peer}${rd}${pathId === undefined ? '' : ` #${pathId}`}`;
}

/** Best first; what may not be used stands behind all others. */
function inOrder(net: Net, facts: LadderFacts): readonly Path[] {
  const paths = [...net.paths.values()].filter((path) => path.nexthops !== undefined);
  const ranked: Path[] = [];
  let left = paths.length > 1 ? paths : [];
  while (left.length > 0) {
    const { best } = decide(left, facts);
    if (!best) break;
    ranked.push(best);
    left = left.filter((path) => path !== best);
  }
  return [...ranked, ...paths.filter((path) => !ranked.includes(path)).sort((a, b) => byText(a.key, b.key))];
}

/** Brings the routing table into line with the paths of a net. */
export function tellTable(speaker: Speaker, table: Table, net: Net, facts: LadderFacts): void {
  const rib = speaker.context.rib(table.vrf);
  const routes = new Map(inOrder(net, facts).map((path, rank) => [slotOf(path), routeOf(net, path, rank)] as const));
  for (const slot of net.slots ?? []) if (!routes.has(slot)) rib.withdraw(net.prefix, slot);
  for (const route of routes.values()) rib.install(route);
  net.slots = new Set(routes.keys());
}

function routeOf(net: Net, path: Path, rank: number): Omit<Route, 'source'> & { readonly prefix: Prefix } {
  const also = path === net.best ? net.also : [];
  const vrf = path.importedFrom?.vrf;
  return {
    prefix: net.prefix,
    kind: isExternal(path) ? 'bgp.external' : 'bgp.internal',
    slot: slotOf(path),
    metric: path.attributes.med ?? 0,
    rank,
    nexthops: [path, ...also].flatMap((one) => one.nexthops ?? []),
    bgp: path.attributes,
    ...(path.preference === undefined ? {} : { preference: path.preference }),
    ...(path.hidden === undefined ? {} : { hidden: path.hidden }),
    ...(vrf === undefined ? {} : { leakedFrom: vrf }),
  };
}
