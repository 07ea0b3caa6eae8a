// show isis protocol, show clns protocol, show clns is-neighbors.
// Source: captures `show clns protocol` (genieparser ShowClnsProtocol, IOS XE), `show isis protocol` of IOSv 15
// (`Tag 65010:`, `IS-IS Router: 65010`), `show clns is-neighbors detail` (genieparser ShowClnsIsNeighborsDetail).

import { byText } from '../../../base/sorted-map.ts';
import type { IsisAdjacencyRow, IsisInstanceRow } from '../../../protocols/isis/show.ts';
import { since } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { ageText } from './age.ts';
import { inBoxOrder } from './interface-order.ts';
import { isXe, levelText, type Names, namesOf, tagLine, tagsOf } from './isis-facts.ts';
import { showClns } from './not-running.ts';
import { said } from './said.ts';
import { shortName } from './short-name.ts';

/** `level-1-2`, `level-1`, `none` */
const levelsText = (levels: readonly number[]): string => (levels.length === 0 ? 'none' : `level-${levels.join('-')}`);

/** At which levels metrics of this kind are sent, or believed. */
function metricLevels(
  { level }: IsisInstanceRow['config'],
  which: 'send' | 'accept',
  style: 'narrow' | 'wide',
): string {
  return levelsText(([1, 2] as const).filter((one) => level[one][which] === style || level[one][which] === 'both'));
}

/** Of several processes the second has the number behind the first one's. */
const ROUTER_NUMBER = 0x10000;

function protocolLines(context: ViewContext, row: IsisInstanceRow, number: number): readonly string[] {
  const { config, instance } = row;
  const areas = row.areas.map((area) => `\t${area}`);
  const circuits = context.ask('isis.circuits', { instance }).map((one) => one.interface.name);
  const names = inBoxOrder(circuits, (name) => name, context.box.chassis.model);
  const isXeBox = isXe(context);
  return [
    `IS-IS Router: ${instance === '' ? '<Null Tag>' : instance}${isXeBox ? ` (0x${(ROUTER_NUMBER + number).toString(16)})` : ''}`,
    `  System Id: ${row.system}.00  IS-Type: ${TYPES[config.levels.join('')] ?? 'level-1-2'}`,
    '  Manual area address(es):',
    ...config.nets.map(({ area }) => `\t${area}`),
    '  Routing for area address(es):',
    ...areas,
    ...(names.length === 0
      ? ['  No interfaces in domain/area.']
      : ['  Interfaces supported by IS-IS:', ...names.map((name) => `\t${name} - IP`)]),
    '  Redistribute:',
    '    static (on by default)',
    '  Distance for L2 CLNS routes: 110',
    '  RRR level: none',
    `  Generate narrow metrics: ${metricLevels(config, 'send', 'narrow')}`,
    `  Accept narrow metrics:   ${metricLevels(config, 'accept', 'narrow')}`,
    `  Generate wide metrics:   ${metricLevels(config, 'send', 'wide')}`,
    `  Accept wide metrics:     ${metricLevels(config, 'accept', 'wide')}`,
  ];
}

/** Source: printouts of `show clns` on IOS 15 (IS-IS for IP alone). */
export const showClnsGlobal: View = (context, match) => {
  const tags = tagsOf(context, match);
  if (tags.length === 0) return showClns(context, match);
  const circuits = tags.flatMap((instance) => context.ask('isis.circuits', { instance }));
  const nets = (context.router.config?.isis ?? []).flatMap(({ nets: own }) => own);
  return [
    'Global CLNS Information:',
    `  ${circuits.filter(({ config }) => !config.passive).length} Interfaces Enabled for CLNS`,
    '  Configuration Timer: 60, Default Holding Timer: 300, Packet Lifetime 64',
    "  ERPDU's requested on locally generated packets",
    '  Running IS-IS in IP-only mode (CLNS forwarding not allowed)',
    ...nets.map(({ area, system }) => `  NET: ${area}.${system}.00`),
  ];
};

const TYPES: Readonly<Record<string, string>> = { '1': 'level-1', '2': 'level-2', '12': 'level-1-2' };

const shownProtocol =
  (tagged: boolean): View =>
  (context, match) =>
    tagsOf(context, match).flatMap((tag, number) =>
      context
        .ask('isis.instances', { instance: tag })
        .flatMap((row) => ['', ...(tagged ? tagLine(context, tag) : []), ...protocolLines(context, row, number)]),
    );

export const showIsisProtocol: View = shownProtocol(true);

export const showClnsProtocol: View = (context, match) =>
  tagsOf(context, match).length === 0 ? showClns(context, match) : shownProtocol(false)(context, match);

/** `L1L2` when one line stands for both levels. */
function neighborLine(one: IsisAdjacencyRow, names: Names): string {
  const lan = one.network === 'broadcast';
  const circuit = lan && one.lanId !== undefined ? names.node(one.lanId) : one.circuitId.toString(16).padStart(2, '0');
  return [
    names.system(one.system).padEnd(16),
    shortName(one.on).padEnd(14),
    (one.state === 'Up' ? 'Up' : 'Init').padEnd(7),
    levelText(one.levels).padEnd(5),
    (lan ? String(one.priority) : '0').padEnd(10),
    circuit.padEnd(19),
    'Phase V',
  ].join('');
}

export const showClnsIsNeighbors: View = (context, match) => {
  const tags = tagsOf(context, match);
  if (tags.length === 0) return showClns(context, match);
  return tags.flatMap((tag) => {
    const names = namesOf(context, tag);
    const order = (one: IsisAdjacencyRow): string => `${one.system} ${one.on} ${one.levels.join('')}`;
    const rows = [...context.ask('isis.adjacencies', { instance: tag })].sort((a, b) => byText(order(a), order(b)));
    return [
      '',
      ...tagLine(context, tag),
      'System Id       Interface     State  Type Priority  Circuit Id         Format',
      ...rows.flatMap((one) => [
        neighborLine(one, names),
        ...(said(match, 'detail')
          ? [`  Area Address(es): ${one.areas.join(' ')}`, `  Uptime: ${ageText(since(one.since, context.now))}`]
          : []),
      ]),
    ];
  });
};
