// Routes go into the table, and out of it: only what changed.

import { equal } from '../../base/equal.ts';
import { comparePrefix } from '../../base/prefix.ts';
import type { Isis } from './model.ts';
import { computeRoutes } from './routes.ts';
import { standingSummaries } from './told.ts';

/** A summary's discard route stands beside whatever else is known of its prefix. */
const SUMMARY = 'summary';

/** Calculates every route anew and tells the table what is different. */
export function refreshRoutes(isis: Isis): void {
  const rib = isis.port.rib(isis.config.vrf);
  const wanted = computeRoutes(isis);
  for (const [prefix, old] of isis.routes) {
    if (old.route && !wanted.get(prefix)?.route) rib.withdraw(prefix);
  }
  const before = new Map(isis.routes);
  isis.routes.clear();
  for (const [prefix, now] of wanted) {
    const old = before.get(prefix);
    // What stays as it was stays the same object: the table has it too.
    const kept = old && equal(now, old) ? old : now;
    if (kept !== old && now.route && !equal(now.route, old?.route)) rib.install(now.route);
    isis.routes.set(prefix, kept);
  }
}

/** Discard routes for summaries that stand for something. True when others stand now than before. */
export function refreshSummaries(isis: Isis): boolean {
  const installed = isis.discarded;
  let changed = false;
  const rib = isis.port.rib(isis.config.vrf);
  const wanted = standingSummaries(isis);
  for (const prefix of [...installed.keys()].sort(comparePrefix)) {
    if (wanted.has(prefix)) continue;
    rib.withdraw(prefix, SUMMARY);
    installed.delete(prefix);
    changed = true;
  }
  for (const [prefix, metric] of [...wanted].sort(([a], [b]) => comparePrefix(a, b))) {
    if (installed.get(prefix) === metric) continue;
    changed ||= !installed.has(prefix);
    installed.set(prefix, metric);
    rib.install({ prefix, kind: 'isis.summary', slot: SUMMARY, metric, nexthops: [{ via: 'discard' }] });
  }
  return changed;
}
