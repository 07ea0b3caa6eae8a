// show isis route [PREFIX]: what was calculated, with the systems that the routes lead through.
// Source: captures `show isis route` of MX80, vMX and cRPD (public labs).

import { type Ip4, ip4Text } from '../../../base/ip.ts';
import { comparePrefix, covers, parsePrefix } from '../../../base/prefix.ts';
import type { Level } from '../../../protocols/isis/config.ts';
import type { IsisRouteRow } from '../../../protocols/isis/show.ts';
import type { View } from '../../os.ts';
import { type IsisScene, levelsAsked, withIsis } from './isis-facts.ts';

const COLUMNS = 'Prefix             L Version   Metric Type Interface       NH   Via                 Backup Score';
const FIRST_HOP = 43;

/** Every calculation makes another version of the tables. */
function versionOf({ row }: IsisScene, level: Level): number {
  const counters = row.levels.find((one) => one.level === level)?.counters;
  return counters ? counters.spfRuns + counters.partialRuns : 0;
}

function routeLines(scene: IsisScene, { prefix, state }: IsisRouteRow): readonly string[] {
  const { best } = state;
  const metric = best.external ? best.metric + best.internalMetric : best.metric;
  const text = `${ip4Text(prefix.address as Ip4)}/${prefix.length}`;
  const numbers = `${best.level}${String(versionOf(scene, best.level)).padStart(8)}${String(metric).padStart(9)}`;
  const start = `${text.padEnd(19)}${numbers} ${best.external ? 'ext' : 'int'}  `;
  return best.hops.map((hop, i) => {
    const via = scene.names.system(hop.system).padEnd(19);
    return `${i === 0 ? start : ' '.repeat(FIRST_HOP)}${hop.on.padEnd(16)}IPV4 ${via}`;
  });
}

export const showIsisRoute: View = (context, match) =>
  withIsis(context, match, (scene) => {
    const { instance } = scene;
    const within = parsePrefix(match.args['destination'] ?? '');
    const levels = levelsAsked(match);
    const rows = [...context.ask('isis.routes', { instance })]
      .filter(({ state }) => state.route !== undefined && levels.includes(state.best.level))
      .filter(({ prefix }) => !within || covers(within, prefix))
      .sort((a, b) => comparePrefix(a.prefix, b.prefix));
    const versions = ([1, 2] as const).map((level) => `L${level}: ${versionOf(scene, level)}`).join(' ');
    return [
      ` IS-IS routing table             Current version: ${versions}`,
      'IPv4/IPv6 Routes',
      '----------------',
      COLUMNS,
      ...rows.flatMap((row) => routeLines(scene, row)),
    ];
  });
