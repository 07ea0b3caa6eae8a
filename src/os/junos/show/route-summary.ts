// show route summary [table T]
// Source: capture `show route summary` (genieparser golden output; a vMX for its blanks).

import { ip4Text } from '../../../base/ip.ts';
import type { Match } from '../../../language/spec.ts';
import { MAIN } from '../../../route/names.ts';
import type { View } from '../../os.ts';
import { ownAs, routerIdOf } from './configured.ts';
import { countsLine, countsOf, type RouteTable, routeTables } from './route-tables.ts';
import { PROTOCOLS, protocolOf } from './route-words.ts';

export const showRouteSummary: View = (context, match) => {
  const asn = ownAs(context);
  const tables = routeTables(context).filter(({ name }) => isWanted(name, match));
  return [
    ...(asn === undefined ? [] : [`Autonomous system number: ${asn}`]),
    `Router ID: ${ip4Text(routerIdOf(context, MAIN))}`,
    ...tables.flatMap((table) => ['', countsLine(table), ...protocolLines(table)]),
  ];
};

const isWanted = (name: string, { args: { table } }: Match): boolean => table === undefined || name.startsWith(table);

function protocolLines({ rows }: RouteTable): readonly string[] {
  const all = rows.flatMap(({ routes }) => routes);
  return PROTOCOLS.flatMap((protocol) => {
    const { routes, active } = countsOf(all.filter(({ candidate }) => protocolOf(candidate.route) === protocol));
    if (routes === 0) return [];
    return [
      `${`${protocol}:`.padStart(21)} ${String(routes).padStart(6)} routes, ${String(active).padStart(6)} active`,
    ];
  });
}
