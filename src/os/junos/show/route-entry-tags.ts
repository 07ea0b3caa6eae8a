// What every form of `show route` says first of a table and of a route, as elements.
// Source: as route-tags.ts.

import type { RouteRow } from '../../../device/queries.ts';
import { flag, group, leaf, number, type Tag } from '../answer.ts';
import { countsOf, type RouteTable } from './route-tables.ts';
import { protocolOf } from './route-words.ts';

export const entryHead = ({ active, candidate: { route, preference } }: RouteRow): readonly Tag[] => [
  active ? leaf('active-tag', '*') : group('active-tag'),
  ...(active ? [flag('current-active'), flag('last-active')] : []),
  leaf('protocol-name', protocolOf(route) ?? ''),
  number('preference', preference),
];

export function tableHead({ name, rows }: RouteTable): readonly Tag[] {
  const counts = countsOf(rows.flatMap((row) => row.routes));
  return [
    leaf('table-name', name),
    number('destination-count', rows.length),
    number('total-route-count', counts.routes),
    number('active-route-count', counts.active),
    leaf('holddown-route-count', '0'),
    number('hidden-route-count', counts.hidden),
  ];
}
