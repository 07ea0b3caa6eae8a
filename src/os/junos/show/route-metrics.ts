// What a route costs: its own metric, and that of the route which leads to its next hop.
// Source: capture `show route` of static routes with `resolve` (lab-validation juniper_resolution: `metric2 10`).

import type { RouteRow } from '../../../device/queries.ts';
import type { VrfName } from '../../../route/names.ts';
import type { ViewContext } from '../../os.ts';
import { metricOf } from './route-words.ts';

export interface Metrics {
  readonly metric: number | undefined;
  /** Of the way to the protocol's next hop, where that had to be looked for. */
  readonly metric2: number | undefined;
}

/** Of a route in a table of this instance. */
export function metricsOf({ ask }: Pick<ViewContext, 'ask'>, vrf: VrfName, row: RouteRow): Metrics {
  const metric = metricOf(row);
  const { route, usable } = row.candidate;
  const sought = route.nexthops.find((hop) => hop.via === 'address' && hop.direct !== true);
  if (!usable || sought?.via !== 'address') return { metric, metric2: undefined };
  const at = sought.vrf ?? vrf;
  const table = sought.table === 'both' ? 'unicast' : sought.table;
  const within = ask('lookup', { vrf: at, to: sought.gateway })?.prefix;
  if (!within) return { metric, metric2: undefined };
  const found = (ask('routes', { vrf: at, table, within }) ?? []).find(({ prefix }) => prefix === within);
  const leading = found?.routes.find(({ active }) => active)?.candidate.route;
  // Nothing is looked for where the next hop is on a link: juniper_resolution, 10.10.1.0/24 (`resolve`) and 10.100.1.0/24 (BGP).
  return { metric, metric2: leading?.kind === 'connected' ? undefined : leading?.metric };
}
