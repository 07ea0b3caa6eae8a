// show vrrp track [summary | detail]: tracked interfaces, and who tracks them.
// Source: CLI reference, "show vrrp" (sample outputs of `show vrrp track summary` and `show vrrp track detail`).

import type { VrrpGroupRow } from '../../../protocols/vrrp/show.ts';
import { since } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';
import { linkFacts } from './vrrp-detail.ts';
import { stateText } from './vrrp-words.ts';

const SUMMARY = 'Track if      State       Speed   VRRP if       Group   VR State       Current priority';

interface Tracked {
  readonly name: string;
  readonly groups: readonly VrrpGroupRow[];
}

function trackedOf(rows: readonly VrrpGroupRow[]): readonly Tracked[] {
  const names = [...new Set(rows.flatMap(({ tracks }) => tracks.map(({ object }) => object)))].filter(
    (name) => !name.includes(' '),
  );
  return names
    .sort()
    .map((name) => ({ name, groups: rows.filter(({ tracks }) => tracks.some(({ object }) => object === name)) }));
}

export function trackLines(
  context: ViewContext,
  rows: readonly VrrpGroupRow[],
  level: string | undefined,
): readonly string[] {
  const tracked = trackedOf(rows);
  if (tracked.length === 0) return [];
  if (level === 'detail' || level === 'extensive') return tracked.flatMap((one) => [...detailOf(context, one), '']);
  return [SUMMARY, ...tracked.flatMap((one) => summaryOf(context, one))];
}

function summaryOf(context: ViewContext, { name, groups }: Tracked): readonly string[] {
  const { up, speed } = linkFacts(context, name);
  return groups.map((row) =>
    [
      name.padEnd(14),
      (up ? 'up' : 'down').padEnd(12),
      speed.padStart(5).padEnd(8),
      row.config.on.padEnd(14),
      String(row.config.group).padStart(5).padEnd(8),
      stateText(row).padEnd(15),
      row.priority,
    ].join(''),
  );
}

function detailOf(context: ViewContext, { name, groups }: Tracked): readonly string[] {
  const { up, speed } = linkFacts(context, name);
  return groups.flatMap((row) => {
    const cost = row.tracks.find(({ object }) => object === name)?.effect ?? 0;
    const { raise } = row.config.priorityHold;
    const waits = row.priorityAt === undefined ? 0 : since(context.now, row.priorityAt) / 1_000_000;
    const hold = raise === 0 ? 'disabled' : `${raise / 1_000_000} secs`;
    return [
      `Tracked interface: ${name}`,
      `  State: ${up ? 'up' : 'down'}, Speed: ${speed}`,
      `  Incurred priority cost: ${up ? 0 : cost}`,
      '  Threshold   Priority cost    Active',
      `  down${String(cost).padStart(21)}${up ? '' : '    *'}`,
      `  Tracking VRRP interface: ${row.config.on}, Group: ${row.config.group}`,
      `    VRRP state: ${stateText(row)}, Current priority: ${row.priority}, Configured priority: ${row.config.priority}`,
      `    Priority hold-time: ${hold}${raise === 0 ? '' : `, Remaining-time: ${waits.toFixed(3)}`}`,
    ];
  });
}
