// show route [DESTINATION] [exact | best | range] [table T] [protocol P] [terse | brief | detail | extensive] …
// Source: the captures named beside route-brief.ts, route-terse.ts, route-detail.ts.

import type { View, ViewContext } from '../../os.ts';
import { mplsBlock } from '../compile/mpls.ts';
import { has } from '../compile/tree-reader.ts';
import { releaseOf } from '../releases.ts';
import { bgpScene } from './bgp-facts.ts';
import { groupNumbers } from './bgp-neighbor-facts.ts';
import { inForce, ownAs } from './configured.ts';
import { numberedHops } from './next-hops.ts';
import { briefLines } from './route-brief.ts';
import { type ChosenTable, chosenTables } from './route-choice.ts';
import { detailLines } from './route-detail.ts';
import type { DetailScene } from './route-detail-fields.ts';
import { countsLine, type RouteTable, routeTables } from './route-tables.ts';
import { TERSE_HEADING, terseRouteLines } from './route-terse.ts';
import { saidOf } from './said.ts';

const LEGEND = '+ = Active Route, - = Last Active, * = Both';

export const showRoute: View = (context, match) => {
  const tables = routeTables(context);
  const chosen = chosenTables(context, tables, match);
  const level = saidOf(match, 'terse', 'detail', 'extensive');
  if (level === 'detail' || level === 'extensive') return detail(context, tables, chosen, level === 'extensive');
  return level === 'terse' ? terse(context, chosen) : brief(context, chosen);
};

const styleOf = (context: ViewContext) => releaseOf(context.box.chassis.model).route;

function brief(context: ViewContext, chosen: readonly ChosenTable[]): readonly string[] {
  const style = styleOf(context);
  return chosen.flatMap(({ table, prefixes }) => [
    '',
    countsLine(table),
    ...(prefixes.length > 0 ? [LEGEND, ''] : []),
    ...prefixes.flatMap((prefix) => briefLines(context, style, prefix)),
  ]);
}

function terse(context: ViewContext, chosen: readonly ChosenTable[]): readonly string[] {
  const style = styleOf(context);
  return chosen.flatMap(({ table, prefixes }) => [
    '',
    countsLine(table),
    ...(prefixes.length > 0 ? [LEGEND, '', TERSE_HEADING] : []),
    ...prefixes.flatMap((prefix) => terseRouteLines(context, style, prefix)),
  ]);
}

/** What the routes of one answer share. */
export function detailScene(context: ViewContext, tables: readonly RouteTable[], extensive: boolean): DetailScene {
  const hops = numberedHops(context);
  const propagates = !has(mplsBlock(inForce(context)), 'no-propagate-ttl');
  const asn = ownAs(context);
  const bgp = bgpScene(context);
  return {
    context,
    style: styleOf(context),
    hops,
    asn,
    tables,
    extensive,
    propagates,
    bgp,
    groups: groupNumbers(context),
  };
}

function detail(
  context: ViewContext,
  tables: readonly RouteTable[],
  chosen: readonly ChosenTable[],
  extensive: boolean,
): readonly string[] {
  const scene = detailScene(context, tables, extensive);
  let first = true;
  return chosen.flatMap(({ table, prefixes }) => [
    '',
    countsLine(table),
    ...prefixes.flatMap((prefix) => {
      const gap = first ? [] : [''];
      first = false;
      return [...gap, ...detailLines(scene, prefix)];
    }),
  ]);
}
