// show isis neighbors [detail], show clns neighbors [detail], show isis hostname.
// Source: captures of IOS 15.x (`R24            L2   Et0/2       10.0.177.5      UP    23       01`) and IOS XE 17;
// genieparser ShowIsisNeighbors, ShowIsisNeighborsDetail, ShowClnsNeighborsDetail, ShowIsisHostname.

import { ip4Text } from '../../../base/ip.ts';
import { macDots } from '../../../base/mac.ts';
import { byText } from '../../../base/sorted-map.ts';
import type { IsisAdjacencyRow } from '../../../protocols/isis/show.ts';
import { type Micros, since, wholeSeconds } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { ageText } from './age.ts';
import { isXe, levelText, type Names, namesOf, tagLine, tagsOf } from './isis-facts.ts';
import { showClns } from './not-running.ts';
import { said } from './said.ts';
import { shortName } from './short-name.ts';

/** By system, interface, level. */
function adjacenciesOf(context: ViewContext, tag: string): readonly IsisAdjacencyRow[] {
  const order = (one: IsisAdjacencyRow): string => `${one.system} ${one.on} ${one.levels.join('')}`;
  return [...context.ask('isis.adjacencies', { instance: tag })].sort((a, b) => byText(order(a), order(b)));
}

const holdOf = (one: IsisAdjacencyRow, now: Micros): string => String(wholeSeconds(since(now, one.expiresAt)));

const pad = (texts: readonly string[], widths: readonly number[]): string =>
  texts.map((text, i) => text.padEnd(widths[i] ?? 0)).join('');

/** Whose number of the link: on a LAN the pseudonode's, else the neighbor's own. */
function circuitId(one: IsisAdjacencyRow, names: Names): string {
  if (one.network === 'broadcast' && one.lanId !== undefined) return names.node(one.lanId);
  return one.circuitId.toString(16).toUpperCase().padStart(2, '0');
}

function areaLines(one: IsisAdjacencyRow): readonly string[] {
  return [`  Area Address(es): ${one.areas.join(' ')}`];
}

function detailLines(one: IsisAdjacencyRow, now: Micros): readonly string[] {
  return [
    ...areaLines(one),
    `  SNPA: ${one.snpa === undefined ? '' : macDots(one.snpa)}`,
    `  State Changed: ${ageText(since(one.since, now))}`,
    ...(one.network === 'broadcast' ? [`  LAN Priority: ${one.priority}`] : []),
    '  Format: Phase V',
    '  Remote TID: 0',
    '  Local TID:  0',
    `  Interface name: ${one.on}`,
    ...(one.network === 'broadcast' ? [] : [`  Neighbor Circuit Id: ${one.circuitId}`]),
  ];
}

export const showIsisNeighbors: View = (context, match) =>
  tagsOf(context, match).flatMap((tag) => {
    const xe = isXe(context);
    const names = namesOf(context, tag);
    const widths = xe ? [16, 5, 14, 16, 6, 9, 19] : [15, 5, 12, 16, 6, 9, 0];
    const title = ['System Id', 'Type', 'Interface', 'IP Address', 'State', 'Holdtime', 'Circuit Id'];
    const rows = adjacenciesOf(context, tag).flatMap((one) => [
      pad(
        [
          names.system(one.system),
          levelText(one.levels),
          shortName(one.on),
          one.addresses[0] === undefined ? '' : ip4Text(one.addresses[0]),
          one.state === 'Up' ? 'UP' : 'INIT',
          holdOf(one, context.now),
          circuitId(one, names),
        ],
        widths,
      ),
      ...(said(match, 'detail') ? detailLines(one, context.now) : []),
    ]);
    return ['', ...tagLine(context, tag), pad(title, widths.slice(0, -1)), ...rows];
  });

/** Both levels of a neighbor on a LAN are one line. */
function merged(all: readonly IsisAdjacencyRow[]): readonly IsisAdjacencyRow[] {
  const found = new Map<string, IsisAdjacencyRow>();
  for (const one of all) {
    const key = `${one.system} ${one.on}`;
    const first = found.get(key);
    found.set(key, first ? { ...first, levels: [...first.levels, ...one.levels] } : one);
  }
  return [...found.values()];
}

export const showClnsNeighbors: View = (context, match) => {
  const tags = tagsOf(context, match);
  if (tags.length === 0) return showClns(context, match);
  return tags.flatMap((tag) => {
    const names = namesOf(context, tag);
    const widths = isXe(context) ? [16, 14, 20, 7, 10, 5, 0] : [15, 12, 20, 7, 10, 5, 0];
    const title = ['System Id', 'Interface', 'SNPA', 'State', 'Holdtime', 'Type', 'Protocol'];
    const rows = merged(adjacenciesOf(context, tag)).flatMap((one) => [
      pad(
        [
          names.system(one.system),
          shortName(one.on),
          one.snpa === undefined ? '' : macDots(one.snpa),
          one.state === 'Up' ? 'Up' : 'Init',
          holdOf(one, context.now),
          levelText(one.levels),
          'IS-IS',
        ],
        widths,
      ),
      ...(said(match, 'detail') ? clnsDetail(one, context.now) : []),
    ]);
    return ['', ...tagLine(context, tag), pad(title, widths), ...rows];
  });
};

const clnsDetail = (one: IsisAdjacencyRow, now: Micros): readonly string[] => [
  ...areaLines(one),
  `  IP Address(es):  ${one.addresses.map((address, i) => `${ip4Text(address)}${i === 0 ? '*' : ''}`).join(' ')}`,
  `  Uptime: ${ageText(since(one.since, now))}`,
  '  NSF capable',
  `  Interface name: ${one.on}`,
];

export const showIsisHostname: View = (context, match) =>
  tagsOf(context, match).flatMap((tag) => {
    const title = tag === '' ? (isXe(context) ? 'null' : 'notag') : tag;
    const rows = context.ask('isis.hostnames', { instance: tag }).flatMap((row) => {
      if (row.own) return [`     * ${row.system} ${row.hostname}`];
      return row.levels.map((level) => ` ${level}     ${row.system} ${row.hostname}`);
    });
    return [`Level  System ID      Dynamic Hostname  (${title})`, ...rows];
  });
