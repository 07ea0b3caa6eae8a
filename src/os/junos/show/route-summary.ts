// show route summary [table T]
// Source: capture `show route summary` (genieparser golden output; a vMX for its blanks).

import { ip4Text } from '../../../base/ip.ts';
import type { Match } from '../../../language/spec.ts';
import { MAIN } from '../../../route/names.ts';
import type { View, ViewContext } from '../../os.ts';
import { group, leaf, number, spaceOf } from '../answer.ts';
import { ownAs, routerIdOf } from './configured.ts';
import { tableHead } from './route-entry-tags.ts';
import { countsLine, countsOf, type RouteTable, routeTables } from './route-tables.ts';
import { PROTOCOLS, type Protocol, protocolOf } from './route-words.ts';
import type { TaggedView } from './tagged-view.ts';

export const showRouteSummary: View = (context, match) => {
  const asn = ownAs(context);
  const tables = tablesOf(context, match);
  return [
    ...(asn === undefined ? [] : [`Autonomous system number: ${asn}`]),
    `Router ID: ${ip4Text(routerIdOf(context, MAIN))}`,
    ...tables.flatMap((table) => ['', countsLine(table), ...protocolLines(table)]),
  ];
};

const tablesOf = (context: ViewContext, match: Match): readonly RouteTable[] =>
  routeTables(context).filter(({ name }) => isWanted(name, match));

const isWanted = (name: string, { args: { table } }: Match): boolean => table === undefined || name.startsWith(table);

/** Routes of each protocol that has any. */
function byProtocol({
  rows,
}: RouteTable): readonly { readonly protocol: Protocol; readonly routes: number; readonly active: number }[] {
  const all = rows.flatMap(({ routes }) => routes);
  return PROTOCOLS.map((protocol) => ({
    protocol,
    ...countsOf(all.filter(({ candidate }) => protocolOf(candidate.route) === protocol)),
  })).filter(({ routes }) => routes > 0);
}

const protocolLines = (table: RouteTable): readonly string[] =>
  byProtocol(table).map(
    ({ protocol, routes, active }) =>
      `${`${protocol}:`.padStart(21)} ${String(routes).padStart(6)} routes, ${String(active).padStart(6)} active`,
  );

/** The same as elements: replies of an SRX 12.1X46 (PyEZ test data) and of a vMX (genieparser golden output, `as-number`). */
export const routeSummaryTags: TaggedView = (context, match) => {
  const asn = ownAs(context);
  const { release } = context.box.chassis.model;
  return {
    ...group(
      'route-summary-information',
      ...(asn === undefined ? [] : [leaf('as-number', asn)]),
      leaf('router-id', ip4Text(routerIdOf(context, MAIN))),
      ...tablesOf(context, match).map((table) =>
        group(
          'route-table',
          ...tableHead(table),
          ...byProtocol(table).map(({ protocol, routes, active }) =>
            group(
              'protocols',
              leaf('protocol-name', protocol),
              number('protocol-route-count', routes),
              number('active-route-count', active),
            ),
          ),
        ),
      ),
    ),
    attributes: [['xmlns', spaceOf(release, 'junos-routing')]],
  };
};
