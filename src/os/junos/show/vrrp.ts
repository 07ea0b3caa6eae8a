// show vrrp [brief | summary | detail | extensive] [interface NAME [group N]]: tables and the choice between them.
// Source: dossier of an MX 104 (`show vrrp`); capture `show vrrp summary`, SRX, Junos 24.4; CLI reference, "show vrrp" (the
// words for the states of a group; `N` where no timer runs).

import { ip4Text } from '../../../base/ip.ts';
import type { Match } from '../../../language/spec.ts';
import type { VrrpGroupRow } from '../../../protocols/vrrp/show.ts';
import { since } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { comparePhysical } from './interface-facts.ts';
import { said, saidOf } from './said.ts';
import { detailLines, extensiveLines } from './vrrp-detail.ts';
import { trackLines } from './vrrp-track.ts';
import { faceText, stateText } from './vrrp-words.ts';

/** The groups that were asked for, in the order of the box. */
export function groupsOf(context: ViewContext, { args }: Match): readonly VrrpGroupRow[] {
  const { interface: on, group } = args;
  return context
    .ask('vrrp.groups', {})
    .filter(({ config }) => on === undefined || config.on === on)
    .filter(({ config }) => group === undefined || config.group === Number(group))
    .sort((a, b) => comparePhysical(a.config.on, b.config.on) || a.config.group - b.config.group);
}

/** Nobody starts vrrpd before a group asks for it. */
const NOT_RUNNING = 'vrrp subsystem not running - not needed by configuration.';

export const showVrrp: View = (context, match) => {
  if (context.ask('vrrp.groups', {}).length === 0) return [NOT_RUNNING];
  const rows = groupsOf(context, match);
  if (rows.length === 0) return [];
  const level = saidOf(match, 'detail', 'extensive', 'summary');
  if (said(match, 'track')) return trackLines(context, rows, level);
  if (level === 'summary') return [SUMMARY, ...rows.flatMap((row) => summaryLines(row))];
  if (level === 'detail') return rows.flatMap((row) => [...detailLines(context, row), '']);
  if (level === 'extensive') return extensiveLines(context, rows);
  return [BRIEF, ...rows.flatMap((row) => briefLines(context, row))];
};

const BRIEF = 'Interface     State       Group   VR state VR Mode   Timer    Type   Address';
const SUMMARY = 'Interface     State       Group   VR state       VR Mode    Type   Address';

const head = (row: VrrpGroupRow): string =>
  `${row.config.on.padEnd(14)}${faceText(row).padEnd(12)}${String(row.config.group).padStart(5)}   `;

/** The time left of the advertisement timer of a master, of the dead timer of a backup. */
export function timerOf(
  { now }: ViewContext,
  { advertiseAt, masterDownAt }: VrrpGroupRow,
): { readonly letter: 'A' | 'D' | 'N'; readonly left: string } {
  const at = advertiseAt ?? masterDownAt;
  const letter = advertiseAt !== undefined ? 'A' : masterDownAt !== undefined ? 'D' : 'N';
  return { letter, left: (at === undefined ? 0 : since(now, at) / 1_000_000).toFixed(3) };
}

function timerText(context: ViewContext, row: VrrpGroupRow): string {
  const { letter, left } = timerOf(context, row);
  return `  ${letter}${left.padStart(7)} `;
}

/** Its own address and the virtual ones, each on its line. */
function addressLines(row: VrrpGroupRow, start: string): readonly string[] {
  const indent = ' '.repeat(start.length);
  return [
    `${start}lcl    ${row.config.local === undefined ? '' : ip4Text(row.config.local)}`,
    ...row.config.addresses.map((address) => `${indent}vip    ${ip4Text(address)}`),
  ];
}

const briefLines = (context: ViewContext, row: VrrpGroupRow): readonly string[] =>
  addressLines(row, `${head(row)}${stateText(row).padEnd(9)}${'Active'.padEnd(10)}${timerText(context, row)}`);

const summaryLines = (row: VrrpGroupRow): readonly string[] =>
  addressLines(row, `${head(row)}${stateText(row).padEnd(16)}${'Active'.padEnd(10)}`);
