// Runs calculations when they are due: trees, areas, the way out of the area, routes.    ISO 10589 §7.1.5, §7.2.8, §7.2.9.2

import { equal } from '../../base/equal.ts';
import { byText } from '../../base/sorted-map.ts';
import { refreshRoutes } from './install.ts';
import { zeroth } from './lsdb.ts';
import type { Isis, LevelState } from './model.ts';
import { pseudonodeOf } from './net-address.ts';
import { isAttached } from './routes.ts';
import { logged, originateSoon, prcSoon, TIMER, take } from './schedule.ts';
import { shortestPathTree } from './spf.ts';

/** ISO 10589 §7.1.5 maximumAreaAddresses */
const MAX_AREAS = 3;

/** The areas of everybody who can be reached at level 1; of too many the first ones. */
function areasOf(isis: Isis): Isis['areas'] {
  const level = isis.level[1];
  const all = new Set(isis.config.nets.map((net) => net.area));
  for (const node of level.tree?.nodes.values() ?? []) {
    if (pseudonodeOf(node.id) !== 0) continue;
    for (const area of zeroth(level, node.id)?.facts.areas ?? []) all.add(area);
  }
  return [...all].sort(byText).slice(0, MAX_AREAS);
}

/** What follows from new trees for what is told, and for the routes. */
function conclude(isis: Isis): void {
  const areas = areasOf(isis);
  if (!equal(areas, isis.areas)) {
    isis.areas = areas;
    originateSoon(isis, isis.level[2], 'area-addresses');
  }
  const attached = isis.level[2].runs && isAttached(isis);
  if (attached !== isis.level[2].attached) {
    isis.level[2].attached = attached;
    originateSoon(isis, isis.level[1], 'attached');
    prcSoon(isis, isis.level[1], 'attached');
  }
  refreshRoutes(isis);
}

/** Shortest paths anew, and routes. What waited for routes alone is done by that. */
export function spfNow(isis: Isis, level: LevelState): void {
  const { traits } = isis.port;
  level.tree = shortestPathTree(isis, level);
  level.counters.spfRuns++;
  logged(level.spfLog, take(isis, level.spf, 'full', level.tree.nodes.size), traits.logLength);
  if (level.prc.due !== undefined) {
    take(isis, level.prc, 'partial', level.tree.nodes.size);
    isis.port.timer(TIMER.prc, String(level.level), 'off');
  }
  if (traits.periodicSpf !== undefined) isis.port.timer(TIMER.periodic, String(level.level), traits.periodicSpf);
  conclude(isis);
}

/** Routes anew, over the paths that stand. */
export function prcNow(isis: Isis, level: LevelState): void {
  level.counters.partialRuns++;
  logged(level.spfLog, take(isis, level.prc, 'partial', level.tree?.nodes.size ?? 0), isis.port.traits.logLength);
  conclude(isis);
}
