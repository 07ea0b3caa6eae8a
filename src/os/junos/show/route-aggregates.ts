// Of an aggregate in `show route detail`: who contributes, and which AS paths they bring.
// Source: capture `show route 192.168.1.0 detail` of a vMX (public notes on JNCIP-SP: LocalAgg, Flags, AS path list,
// Contributing Routes); `Flags: Generate` from the CLI reference, "show route detail"; its column was not captured.

import type { RouteRow } from '../../../device/queries.ts';
import type { VrfName } from '../../../route/names.ts';
import type { DetailScene } from './route-detail-fields.ts';
import { asPathText, protocolOf } from './route-words.ts';

const FLAGS = 16;
const CONTRIBUTOR = ' '.repeat(24);

/** What stands behind its own AS path. */
export function aggregateFields({ context }: DetailScene, vrf: VrfName, { candidate }: RouteRow): readonly string[] {
  const { prefix, hidden } = candidate.route;
  const row = context.ask('aggregate.routes', { vrf }).find((one) => one.prefix === prefix);
  if (!row) return [];
  const flags = (row.generated ? 'Generate' : '').padEnd(FLAGS);
  const { contributors, paths } = row;
  return [
    `Flags: ${flags} Depth: 0\t${hidden === undefined ? 'Active' : 'Inactive'}`,
    ...(paths.length === 0 ? [] : ['AS path list:']),
    ...paths.map((path) => `AS path: ${asPathText(path)} Refcount: ${path.count}`),
    ...(contributors.length === 0 ? [] : [`Contributing Routes (${contributors.length}):`]),
    ...contributors.map((route) => `${CONTRIBUTOR}${route.prefix.text} proto ${protocolOf(route) ?? ''}`),
  ];
}
