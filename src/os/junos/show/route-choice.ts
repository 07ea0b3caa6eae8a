// Which routes `show route` was asked for: by destination, table, protocol, standing.
// Source: Junos OS CLI reference, "show route", "show route exact", "show route best", "show route range", "show route table",
// "show route protocol", "show route hidden", "show route inactive-path", "show route active-path", "show route next-hop".

import { type Ip, parseIp } from '../../../base/ip.ts';
import { contains, covers, type Prefix, parsePrefix, widthOf } from '../../../base/prefix.ts';
import type { PrefixRow, RouteRow } from '../../../device/queries.ts';
import type { Match } from '../../../language/spec.ts';
import type { VrfName } from '../../../route/names.ts';
import type { Route } from '../../../route/route.ts';
import type { Block } from '../compile/tree-reader.ts';
import { inForce, type Of } from './configured.ts';
import { attributesWanted } from './route-attributes.ts';
import { type RouteTable, type Standing, standing } from './route-tables.ts';
import { PROTOCOL_WORDS, type Protocol, protocolOf } from './route-words.ts';
import { saidOf } from './said.ts';

/** A prefix with those of its routes that were asked for. */
export interface ChosenPrefix {
  readonly prefix: Prefix;
  readonly vrf: VrfName;
  readonly routes: readonly RouteRow[];
  /** Everything that the table knows of it. */
  readonly all: readonly RouteRow[];
}

export interface ChosenTable {
  readonly table: RouteTable;
  readonly prefixes: readonly ChosenPrefix[];
}

/** `exact` that prefix · `best` the longest that holds it · `range` it and what lies in it. */
type How = 'exact' | 'best' | 'range';

interface Asked {
  readonly to: { readonly prefix: Prefix; readonly how: How | undefined } | undefined;
  readonly table: string | undefined;
  readonly label: string | undefined;
  readonly protocol: Protocol | undefined;
  readonly nexthop: Ip | undefined;
  /** What is asked of the attributes of BGP. */
  readonly carries: (route: Route) => boolean;
  readonly which: 'all' | 'hidden' | 'active-path' | 'inactive-path' | 'inactive-prefix' | undefined;
}

function askedOf(match: Match, tree: Block): Asked {
  const { destination, table, label, protocol, 'next-hop': nexthop } = match.args;
  const prefix = destination === undefined ? undefined : parsePrefix(destination);
  return {
    to: prefix && { prefix, how: saidOf(match, 'exact', 'best', 'range') },
    table,
    label,
    protocol: protocol === undefined ? undefined : PROTOCOL_WORDS[protocol],
    nexthop: nexthop === undefined ? undefined : parseIp(nexthop),
    carries: attributesWanted(match, tree),
    which: saidOf(match, 'all', 'hidden', 'active-path', 'inactive-path', 'inactive-prefix'),
  };
}

/** Tables that the answer names, with the routes it shows of each. A destination that a table does not have hides it. */
export function chosenTables(context: Of, tables: readonly RouteTable[], match: Match): readonly ChosenTable[] {
  const asked = askedOf(match, inForce(context));
  return tables
    .filter(({ name }) => asked.table === undefined || name.startsWith(asked.table))
    .filter(({ labels }) => labels || asked.label === undefined)
    .map((table): ChosenTable => ({ table, prefixes: prefixesOf(table, asked) }))
    .filter(({ prefixes }) => (!asked.to && asked.label === undefined) || prefixes.length > 0);
}

function prefixesOf({ vrf, rows, labels }: RouteTable, asked: Asked): readonly ChosenPrefix[] {
  const shown = rows
    .map(({ prefix, routes }) => ({ prefix, vrf, routes: routesOf(routes, asked), all: routes }))
    .filter(({ routes }) => routes.length > 0);
  if (!labels) return asked.to ? toward(shown, asked.to.prefix, asked.to.how) : shown;
  const { label } = asked;
  return asked.to ? [] : shown.filter(({ prefix: { text } }) => label === undefined || text.split('(')[0] === label);
}

/** A host is looked up; a block is shown with what lies in it, or else what it lies in. */
function toward<Row extends Pick<PrefixRow, 'prefix'>>(
  rows: readonly Row[],
  to: Prefix,
  how: How | undefined,
): readonly Row[] {
  const inside = rows.filter(({ prefix }) => prefix.family === to.family && covers(to, prefix));
  if (how === 'exact') return inside.filter(({ prefix }) => prefix === to);
  if (how === 'range') return inside;
  const host = to.length === widthOf(to.address);
  if (how === undefined && !host && inside.length > 0) return inside;
  const around = rows.filter(({ prefix }) => prefix.length <= to.length && contains(prefix, to.address));
  const longest = Math.max(...around.map(({ prefix }) => prefix.length));
  return around.filter(({ prefix }) => prefix.length === longest);
}

function routesOf(routes: readonly RouteRow[], { protocol, nexthop, which, carries }: Asked): readonly RouteRow[] {
  const active = routes.some((row) => row.active);
  return routes.filter((row) => {
    const kind = protocolOf(row.candidate.route);
    if (kind === undefined || (protocol !== undefined && kind !== protocol)) return false;
    if (nexthop !== undefined && !row.paths.some(({ gateway }) => gateway === nexthop)) return false;
    return carries(row.candidate.route) && isWanted(standing(row), which, active);
  });
}

/** `active`: another route of the prefix is in use, or this one. */
function isWanted(state: Standing, which: Asked['which'], active: boolean): boolean {
  switch (which) {
    case 'all':
      return true;
    case 'hidden':
      return state === 'hidden';
    case 'active-path':
      return state === 'active';
    case 'inactive-path':
      return state === 'inactive';
    case 'inactive-prefix':
      return state === 'inactive' && !active;
    case undefined:
      return state !== 'hidden';
  }
}
