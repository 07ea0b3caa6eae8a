// The routing tables of a router as Junos names, orders and counts them.
// Source: captures `show route` of boxes with instances (lab-validation junos_static_route_defaults: inet.0,
// mgmt_junos.inet.0, BLUE.inet.0, RED.inet.0, inet6.0, mgmt_junos.inet6.0; a table without routes is not there);
// juniper_resolution (routes whose next hop cannot be reached count as hidden).

import { comparePrefix, type Prefix } from '../../../base/prefix.ts';
import { byText } from '../../../base/sorted-map.ts';
import type { PrefixRow, RouteRow } from '../../../device/queries.ts';
import type { TableKind } from '../../../net/rib-types.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import type { ViewContext } from '../../os.ts';
import { MANAGEMENT } from '../compile/instances.ts';
import { l3vpnRows } from './l3vpn-table.ts';
import { labelRows, ldpGroupRows } from './label-table.ts';
import { rtargetRows } from './rtarget-table.ts';
import { tableName } from './table-name.ts';

export interface RouteTable {
  /** `inet.0`, `cust-a.inet6.0` */
  readonly name: string;
  readonly vrf: VrfName;
  /** In table order; never empty. */
  readonly rows: readonly PrefixRow[];
  /** Of labels: what stands in it are no blocks of addresses. */
  readonly labels?: true;
}

/** `hidden`: kept, but never used: by policy, or because its next hop cannot be reached. */
export type Standing = 'active' | 'inactive' | 'hidden';

export function standing({ active, candidate }: RouteRow): Standing {
  if (active) return 'active';
  return candidate.usable && candidate.route.hidden === undefined ? 'inactive' : 'hidden';
}

/**
 * A static route that may not resolve its next hop is in the table only while that is on a link; with `resolve` it is there,
 * hidden (juniper_resolution: 10.10.3.0/32 is not counted, 10.10.7.0/32 is).
 */
const stands = ({ candidate: { route, usable } }: RouteRow): boolean =>
  usable || route.kind !== 'static' || route.nexthops.some((hop) => hop.via !== 'address' || hop.direct !== true);

const KINDS: readonly { readonly suffix: string; readonly kind: TableKind; readonly family: Prefix['family'] }[] = [
  { suffix: 'inet.0', kind: 'unicast', family: 4 },
  { suffix: 'inet.3', kind: 'labeled', family: 4 },
  { suffix: 'inet6.0', kind: 'unicast', family: 6 },
  { suffix: 'inet6.3', kind: 'labeled', family: 6 },
];

/** The main instance, the management instance, the others by name. */
export function instancesOf({ ask }: Pick<ViewContext, 'ask' | 'box'>): readonly VrfName[] {
  const rank = (name: VrfName): number => (name === MAIN ? 0 : name === MANAGEMENT ? 1 : 2);
  return ask('vrfs', {})
    .map(({ name }) => name)
    .sort((a, b) => rank(a) - rank(b) || byText(a, b));
}

/** Tables that hold something, in the order of the box: IPv4 first, one instance after the other, labels behind IPv4. */
export function routeTables(context: Pick<ViewContext, 'ask' | 'box'>): readonly RouteTable[] {
  const labels: RouteTable = { name: 'mpls.0', vrf: MAIN, rows: labelRows(context), labels: true };
  const vpns: RouteTable = { name: 'bgp.l3vpn.0', vrf: MAIN, rows: l3vpnRows(context) };
  const targets: RouteTable = { name: 'bgp.rtarget.0', vrf: MAIN, rows: rtargetRows(context) };
  return [...tablesOf(context, 4), labels, vpns, targets, ...tablesOf(context, 6)].filter(
    ({ rows }) => rows.length > 0,
  );
}

function tablesOf(context: Pick<ViewContext, 'ask' | 'box'>, wanted: Prefix['family']): readonly RouteTable[] {
  const kinds = KINDS.filter(({ family }) => family === wanted);
  return instancesOf(context).flatMap((vrf) =>
    kinds.map(({ suffix, kind, family }) => {
      const rows = (context.ask('routes', { vrf, table: kind }) ?? [])
        .filter(({ prefix }) => prefix.family === family)
        .map((row) => ({ ...row, routes: row.routes.filter(stands) }))
        .filter(({ routes }) => routes.length > 0);
      const groups = suffix === 'inet.0' ? ldpGroupRows(context, vrf) : [];
      const whole = groups.length === 0 ? rows : [...rows, ...groups].sort((a, b) => comparePrefix(a.prefix, b.prefix));
      return { name: tableName(vrf, suffix), vrf, rows: whole };
    }),
  );
}

export interface Counts {
  readonly routes: number;
  readonly active: number;
  readonly hidden: number;
}

export function countsOf(routes: readonly RouteRow[]): Counts {
  const all = routes.map(standing);
  const of = (wanted: Standing): number => all.filter((one) => one === wanted).length;
  return { routes: all.length, active: of('active'), hidden: of('hidden') };
}

/** `inet.0: 12 destinations, 13 routes (12 active, 0 holddown, 1 hidden)` */
export function countsLine({ name, rows }: RouteTable): string {
  const { routes, active, hidden } = countsOf(rows.flatMap((row) => row.routes));
  return `${name}: ${rows.length} destinations, ${routes} routes (${active} active, 0 holddown, ${hidden} hidden)`;
}
