// show route forwarding-table family mpls | label N: what the kernel does with labels.
// Source: capture `show route forwarding-table label 16` (genieparser golden output ShowRouteForwardingTableLabel: the
// operation in the place of the type, the table of OAM behind it); transcripts of `family mpls` (MX480: `recv` for reserved
// labels, `default perm dscd`) and of labels with several next hops (`ulst`).

import { ipText } from '../../../base/ip.ts';
import type { ViewContext } from '../../os.ts';
import { systemLines } from './forwarding-systems.ts';
import { labelRows } from './label-table.ts';
import { hopKey, looseIndex, numberedHops, pathKey } from './next-hops.ts';
import { pushText, wayOf } from './route-words.ts';

const HEADING = 'Destination        Type RtRef Next hop           Type Index    NhRef Netif';
/** Where the next hops of a list stand. */
const LISTED = 30;
const PERMANENT = 535;
const PLAIN = { dscd: 535, recv: 536 } as const;

/** `label`: of this one alone; what is always there is left out then, but not in the table of OAM. */
export function labelForwardingLines(context: ViewContext, label: string | undefined): readonly string[] {
  const rows = labelRows(context);
  const shown = rows.filter(({ prefix: { text } }) => label === undefined || text.split('(')[0] === label);
  const own = label === undefined ? [entryLine('default', 'perm', '', 'dscd', PERMANENT, 1, '')] : [];
  const system = systemLines(context);
  return [
    ...system,
    'Routing table: default.mpls',
    'MPLS:',
    HEADING,
    ...own,
    ...shown.flatMap((row) => entryLines(context, row)),
    '',
    ...system,
    'Routing table: __mpls-oam__.mpls',
    'MPLS:',
    'Enabled protocols: Bridging, Single VLAN, Dual VLAN, ',
    HEADING,
    entryLine('default', 'perm', '', 'dscd', PERMANENT, 1, ''),
  ];
}

function entryLines(
  context: ViewContext,
  { prefix: { text }, routes: [row] }: ReturnType<typeof labelRows>[number],
): readonly string[] {
  if (!row) return [];
  const way = wayOf(row);
  if (way.kind !== 'paths') {
    const type = way.kind === 'word' && way.word === 'Discard' ? 'dscd' : way.kind === 'table' ? 'rtbl' : 'recv';
    return [entryLine(text, 'user', '', type, type === 'rtbl' ? 1 : PLAIN[type], 3, '')];
  }
  const hops = numberedHops(context);
  const lines = way.paths.map((path) => {
    const number = hops.get(pathKey(path));
    const gateway = path.gateway === undefined ? '' : ipText(path.gateway);
    const index = number?.index ?? looseIndex(pathKey(path));
    return hopText(gateway, pushText(path)?.trimEnd() ?? ' ucst', index, number?.references ?? 2, path.out);
  });
  if (lines.length === 1) return [`${headText(text, 'user')}${lines[0]}`];
  const list = hops.get(hopKey(row));
  return [
    `${headText(text, 'user')}${hopText('', ' ulst', 0xfffff - (list?.index ?? 0), list?.references ?? 2, '')}`,
    ...lines.map((line) => ' '.repeat(LISTED) + line),
  ];
}

/** How many entries rpd gave, and those that are always there: of the main table, and of that of OAM. */
export const labelCounts = (context: ViewContext): { readonly user: number; readonly perm: number } => ({
  user: labelRows(context).length,
  perm: 1,
});

const headText = (name: string, type: string): string => `${name.padEnd(18)} ${type} ${'0'.padStart(5)} `;

/** Five letters for a type, ` ucst`, or an operation, `Pop`; a longer one pushes what follows it to the right. */
const hopText = (to: string, what: string, index: number, references: number, out: string): string =>
  `${to.padEnd(18)}${what.padEnd(5)}${String(index).padStart(9)}${String(references).padStart(6)}${out === '' ? '' : ` ${out}`}`;

const entryLine = (
  name: string,
  type: string,
  to: string,
  kind: string,
  index: number,
  references: number,
  out: string,
): string => headText(name, type) + hopText(to, ` ${kind}`, index, references, out);
