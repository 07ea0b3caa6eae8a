// The body of `show ip route`: routes under the classful networks they belong to.
// Source: captures `show ip route`, snapshots cisco_xr_ios_vpnv4, ios_add_path, ios_basic_vrrp, ospf_lab_validation.

import { classfulLength, ip4Text, isIp4 } from '../../../base/ip.ts';
import { type Prefix, prefix as prefixOf } from '../../../base/prefix.ts';
import type { PrefixRow, RouteRow } from '../../../device/queries.ts';
import type { VrfName } from '../../../route/names.ts';
import type { Micros } from '../../../sim/time.ts';
import { routeLines } from './route-line.ts';

/** A prefix with the route that is in use. */
export interface ActiveRow {
  readonly prefix: Prefix;
  readonly row: RouteRow;
}

/** A network of class A, B or C and what the table has in it; or one prefix that is in none. */
export interface Group {
  /** Undefined: a supernet (or the default route), which stands alone. */
  readonly network: Prefix | undefined;
  readonly rows: readonly ActiveRow[];
}

/** What the table has active, in table order. */
export function activeRows(rows: readonly PrefixRow[]): readonly ActiveRow[] {
  return rows.flatMap(({ prefix, routes }) => {
    const row = routes.find((candidate) => candidate.active);
    return row && isIp4(prefix.address) ? [{ prefix, row }] : [];
  });
}

/** The classful network that the prefix is, or is a part of. */
export function networkOf(prefix: Prefix): Prefix | undefined {
  if (!isIp4(prefix.address)) return undefined;
  const length = classfulLength(prefix.address);
  return length === undefined || prefix.length < length ? undefined : prefixOf(prefix.address, length);
}

export function groupsOf(rows: readonly ActiveRow[]): readonly Group[] {
  const groups: { network: Prefix | undefined; rows: ActiveRow[] }[] = [];
  for (const row of rows) {
    const network = networkOf(row.prefix);
    const last = groups.at(-1);
    if (last && network !== undefined && last.network === network) last.rows.push(row);
    else groups.push({ network, rows: [row] });
  }
  return groups;
}

/** How many lengths there are in a group. */
export const masksIn = (group: Group): number => new Set(group.rows.map(({ prefix }) => prefix.length)).size;

/** A network that is itself in the table, and nothing of it: one line, no heading. */
export const standsAlone = (group: Group): boolean =>
  group.network === undefined || (group.rows.length === 1 && group.rows[0]?.prefix === group.network);

/** `10.0.0.0/8 is variably subnetted, 4 subnets, 3 masks` */
function heading(group: Group & { readonly network: Prefix }): string {
  const masks = masksIn(group);
  const first = group.rows[0]?.prefix ?? group.network;
  if (masks > 1)
    return `      ${group.network.text} is variably subnetted, ${group.rows.length} subnets, ${masks} masks`;
  const network = isIp4(group.network.address) ? ip4Text(group.network.address) : '';
  return `      ${network}/${first.length} is subnetted, ${group.rows.length} subnets`;
}

/** Lines of the routes that are wanted; headings count all that there is. */
export function tableLines(
  rows: readonly ActiveRow[],
  wanted: (row: ActiveRow) => boolean,
  vrf: VrfName,
  now: Micros,
): readonly string[] {
  return groupsOf(rows).flatMap((group) => {
    const chosen = group.rows.filter(wanted);
    if (chosen.length === 0) return [];
    const alone = standsAlone(group);
    const style = { grouped: !alone, withLength: alone || masksIn(group) > 1 };
    const lines = chosen.flatMap(({ prefix, row }) => routeLines(prefix, row, style, vrf, now));
    return alone || group.network === undefined ? lines : [heading({ ...group, network: group.network }), ...lines];
  });
}
