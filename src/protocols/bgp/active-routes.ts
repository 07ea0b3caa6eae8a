// `tells: 'active'`: the routing table holds every path of peers beside the routes of others, and only what is active there
// is told (Junos: "Only active routes are advertised", BGP user guide).                              RFC 4271 §9.1.3

import { ANY4, ip4Text } from '../../base/ip.ts';
import { byText } from '../../base/sorted-map.ts';
import type { TableKind } from '../../net/rib-types.ts';
import { EMPTY_PATH } from '../../route/as-path.ts';
import type { Aggregator, PathAttributes } from '../../route/attributes.ts';
import type { Route, RouteKind } from '../../route/route.ts';
import { rdText } from '../../route/route-distinguisher.ts';
import { decide, type LadderFacts } from './decision.ts';
import { isSourced, type LocRib, type Net, type Path, type Table } from './model.ts';
import type { Speaker } from './peer.ts';
import { placesOf, ribRoute } from './rib-routes.ts';

/** IGPs have a metric that means something to others; it becomes the MED. */
const hasMetric = (kind: RouteKind): boolean => /^(isis|ospf|rip|eigrp)/.test(kind);

/** The active route of the table as its attributes: export policies decide whether anybody hears of it. */
export const activeAttributes = ({ kind, metric, bgp, given }: Route, self: Aggregator): PathAttributes => ({
  origin: 'igp',
  asPath: EMPTY_PATH,
  // A copy of another instance's route of BGP.
  ...bgp,
  nexthop: ANY4,
  ...(hasMetric(kind) || metric > 0 ? { med: metric } : {}),
  // RFC 4271 §5.1.7
  ...(kind === 'aggregate' ? { aggregator: self } : {}),
  ...given,
});

/** Nets that something happened to, before their best paths are chosen anew. */
export function touchedNets(rib: LocRib): readonly (readonly [Table, Net])[] {
  return rib.tables
    .values()
    .filter((table) => table.remote !== true && table.touched.size > 0)
    .flatMap((table) =>
      [...table.touched].flatMap((prefix): readonly (readonly [Table, Net])[] => {
        const net = table.nets.get(prefix);
        return net ? [[table, net]] : [];
      }),
    );
}

/** What tells a path from others in the routing table: who told it, and under which distinguisher and identifier. */
export function slotOf({
  from,
  importedFrom,
  pathId,
  labels,
}: Pick<Path, 'from' | 'importedFrom' | 'pathId' | 'labels'>): string {
  const peer = from === 'local' ? 'local' : ip4Text(from.peer);
  const rd = importedFrom ? ` ${importedFrom.vrf ?? (importedFrom.rd ? rdText(importedFrom.rd) : '')}` : '';
  const labeled = labels && !importedFrom ? ' labeled' : '';
  return `${peer}${labeled}${rd}${pathId === undefined ? '' : ` #${pathId}`}`;
}

/** Best first; what may not be used stands behind all others. */
function inOrder(net: Net, facts: LadderFacts): readonly Path[] {
  const paths = [...net.paths.values()].filter((path) => path.nexthops !== undefined && path.barred !== 'history');
  if (paths.length < 2) return paths;
  const ranked: Path[] = [];
  let left: readonly Path[] = paths.filter((path) => !isSourced(path) || path.origination === 'aggregate');
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
  const paths = inOrder(net, facts);
  const labeled = paths.some(({ into }) => into !== undefined) || net.ways !== undefined;
  net.slots = fill(speaker, table, net, paths, 'unicast', net.slots);
  if (labeled) net.ways = fill(speaker, table, net, paths, 'labeled', net.ways);
}

/** One of the tables. `old`: what stands there; the answer: what stands there now. */
function fill(
  speaker: Speaker,
  table: Table,
  net: Net,
  paths: readonly Path[],
  place: TableKind,
  old: Net['slots'],
): ReadonlySet<string> {
  const rib = speaker.context.rib(table.vrf, place);
  const routes = new Map<string, Omit<Route, 'source'>>();
  for (const [rank, path] of paths.entries()) {
    const route = placesOf(path).includes(place) ? routeOf(net, path, rank) : undefined;
    if (route?.slot !== undefined) routes.set(route.slot, route);
  }
  for (const slot of old ?? []) if (!routes.has(slot)) rib.withdraw(net.prefix, slot);
  for (const route of routes.values()) rib.install(route);
  return new Set(routes.keys());
}

function routeOf(net: Net, path: Path, rank: number): Omit<Route, 'source'> | undefined {
  const route = ribRoute(net.prefix, path, path === net.best ? net.also : []);
  const { made } = path;
  // A route of another VRF of this router stays what it is.
  if (route && made && path.importedFrom?.vrf !== undefined) {
    const { bgp: _bgp, preference: _own, ...leaked } = route;
    return { ...leaked, kind: made.kind, metric: made.metric, slot: slotOf(path) };
  }
  return route && { ...route, slot: slotOf(path), rank, ...(path.barred ? { hidden: path.barred } : {}) };
}
