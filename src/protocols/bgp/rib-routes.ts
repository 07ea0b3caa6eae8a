// Which tables there are, and what the routing table is told of a net.                 RFC 4271 §9.1, RFC 4364 §4

import { equal } from '../../base/equal.ts';
import type { Prefix } from '../../base/prefix.ts';
import { byText } from '../../base/sorted-map.ts';
import type { TableKind } from '../../net/rib-types.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { pathSubject } from '../../policy/path-subject.ts';
import { MAIN, type VrfName } from '../../route/names.ts';
import type { Route } from '../../route/route.ts';
import type { RouteDistinguisher } from '../../route/route-distinguisher.ts';
import type { BgpConfig, TableMap } from './config.ts';
import type { NetChange } from './loc-rib.ts';
import { isExternal, type LocRib, type Net, type Path, type Table } from './model.ts';
import type { Context } from './peer.ts';

/**
 * What the routing table is told. A leaked route is of the external kind, whatever it was at home (capture: IOS-XE 16.4
 * lab-validation iosxe_vrf_route_leaking_classic_eigrp: `B 192.168.123.1 [20/130816] via 10.13.11.1 (d1_ce)`).
 */
export function ribRoute(prefix: Prefix, path: Path, also: readonly Path[]): Omit<Route, 'source'> | undefined {
  if (!path.nexthops) return undefined;
  const vrf = path.importedFrom?.vrf;
  return {
    prefix,
    kind: path.origination === 'aggregate' && !vrf ? 'bgp.local' : isExternal(path) ? 'bgp.external' : 'bgp.internal',
    metric: path.attributes.med ?? 0,
    // The very same list for all routes through one next hop: where it leads is found once.
    nexthops: also.length === 0 ? path.nexthops : [path, ...also].flatMap((one) => one.nexthops ?? []),
    bgp: path.attributes,
    ...(vrf === undefined ? {} : { leakedFrom: vrf }),
    ...(path.preference === undefined ? {} : { preference: path.preference }),
    ...(path.tag === undefined ? {} : { tag: path.tag }),
    ...(path.marks ? { marks: path.marks } : {}),
  };
}

/** The route as the table map of its VRF leaves it: its metric, its tag, and whether it goes to the table at all. */
export function mapped(
  map: TableMap | undefined,
  path: Path,
  route: Omit<Route, 'source'> | undefined,
): Omit<Route, 'source'> | undefined {
  if (!map || !route) return route;
  const asked = pathSubject(route.prefix, path.attributes, { kind: route.kind, weight: path.weight });
  const { verdict, subject } = evaluate(map.policy, asked);
  if (verdict === 'reject') return map.filters ? undefined : route;
  return {
    ...route,
    metric: subject.metric ?? route.metric,
    ...(subject.tag === undefined ? {} : { tag: subject.tag }),
    ...(subject.preference === undefined ? {} : { preference: subject.preference }),
  };
}

/** Nets whose way to the routing table has changed with the table maps. */
export function* remapped(
  rib: LocRib,
  before: BgpConfig | undefined,
  now: BgpConfig,
): Generator<readonly [Table, Net]> {
  for (const table of rib.tables.values()) {
    const [old, map] = [before, now].map((config) => config?.families[table.vrf]?.tableMap);
    if (before && !equal(old, map)) for (const net of table.nets.values()) yield [table, net];
  }
}

/** The tables that a path is put into: for packets, as a way to next hops, or both. */
export const placesOf = ({ into = 'unicast' }: Path): readonly TableKind[] =>
  into === 'both' ? ['unicast', 'labeled'] : [into];

/** A table for every VRF that has a family or is a VPN, in the order of their names. */
export function wantedTables(config: BgpConfig): ReadonlyMap<VrfName, RouteDistinguisher | undefined> {
  const talked = (config.neighbors ?? []).map((neighbor) => neighbor.vrf);
  const names = new Set([...Object.keys(config.families), ...Object.keys(config.vpns), ...talked] as VrfName[]);
  return new Map([...names].sort(byText).map((vrf) => [vrf, vrf === MAIN ? undefined : config.vpns[vrf]?.rd]));
}

export function sameRd(a: RouteDistinguisher | undefined, b: RouteDistinguisher | undefined): boolean {
  return (
    a === b || (a !== undefined && b !== undefined && a.form === b.form && a.admin === b.admin && a.number === b.number)
  );
}

/** Brings the routing table into line with a choice. */
export function install(context: Context, config: BgpConfig, { table, prefix, before, after, also }: NetChange): void {
  if (table.remote) return;
  const map = config.families[table.vrf]?.tableMap;
  const route = after && mapped(map, after, ribRoute(prefix, after, also));
  const places = after && route ? placesOf(after) : [];
  if (route) for (const place of places) context.rib(table.vrf, place).install(route);
  if (!before?.nexthops) return;
  for (const place of placesOf(before)) if (!places.includes(place)) context.rib(table.vrf, place).withdraw(prefix);
}
