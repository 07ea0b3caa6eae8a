// One route of `show route terse`: columns.
// Source: captures `show route terse` (vMX and vQFX of public labs: several next hops, inactive routes, OSPF external,
// BGP with its validation state on the second line).

import { ipText } from '../../../base/ip.ts';
import type { RouteRow } from '../../../device/queries.ts';
import type { ViewContext } from '../../os.ts';
import type { RouteStyle } from '../releases/release.ts';
import type { ChosenPrefix } from './route-choice.ts';
import { metricsOf } from './route-metrics.ts';
import { asPathText, protocolOf, wayOf } from './route-words.ts';

export const TERSE_HEADING = 'A V Destination        P Prf   Metric 1   Metric 2  Next hop        AS path';
const DESTINATION = 18;
const PROTOCOL = 23;
const NEXT_HOP = 51;
const AS_PATH = 68;

/** All of one prefix that were asked for. */
export function terseRouteLines(context: ViewContext, style: RouteStyle, chosen: ChosenPrefix): readonly string[] {
  const { text } = chosen.prefix;
  return chosen.routes.flatMap((row, i) => {
    const head = `${row.active ? '*' : ' '} ? ${i === 0 ? text : ''}`;
    const long = i === 0 && text.length > DESTINATION;
    return [...(long ? [head] : []), ...rowLines(context, style, chosen, row, (long ? '' : head).padEnd(PROTOCOL))];
  });
}

function rowLines(
  context: ViewContext,
  style: RouteStyle,
  { vrf }: ChosenPrefix,
  row: RouteRow,
  head: string,
): readonly string[] {
  const { route, preference } = row.candidate;
  const { metric, metric2 } = metricsOf(context, vrf, row);
  const first = route.bgp ? (route.bgp.localPref ?? 100) : metric;
  const second = route.bgp ? route.bgp.med : metric2;
  const cell = (value: number | undefined): string => String(value ?? '').padStart(11);
  const letter = protocolOf(route)?.[0] ?? ' ';
  const front = `${head}${letter} ${String(preference).padStart(3)}${cell(first)}${cell(second)} `;
  const hops = hopCells(row);
  if (!route.bgp) return hops.map((hop, i) => (i === 0 ? front.padEnd(NEXT_HOP) : ' '.repeat(NEXT_HOP)) + hop);
  const state = style.validation ? '  unverified' : '';
  return [
    front.padEnd(AS_PATH) + asPathText(route.bgp),
    ...hops.map((hop, i) => (i === 0 ? state : '').padEnd(NEXT_HOP) + hop),
  ];
}

/** The one in use has a sign before it. */
function hopCells(row: RouteRow): readonly string[] {
  const way = wayOf(row);
  switch (way.kind) {
    case 'paths':
      return way.paths.map(
        ({ gateway, out }, i) => `${i === 0 ? '>' : ' '}${gateway === undefined ? out : ipText(gateway)}`,
      );
    case 'own':
      return [`>${way.on}`];
    case 'local':
      return [' Local'];
    case 'table':
      return [` ${way.name}`];
    case 'word':
      return [` ${way.word}`];
  }
}
