// What every form of `show route` says first of a route, as elements.
// Source: as route-tags.ts.

import type { RouteRow } from '../../../device/queries.ts';
import { flag, group, leaf, type Tag } from '../answer.ts';
import { protocolOf } from './route-words.ts';

export const entryHead = ({ active, candidate: { route, preference } }: RouteRow): readonly Tag[] => [
  active ? leaf('active-tag', '*') : group('active-tag'),
  ...(active ? [flag('current-active'), flag('last-active')] : []),
  leaf('protocol-name', protocolOf(route) ?? ''),
  leaf('preference', String(preference)),
];
