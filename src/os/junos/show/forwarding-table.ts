// show route forwarding-table [summary] [destination D] [matching D] [table T | vpn T] [family inet | family mpls] [label N]
// Source: captures `show route forwarding-table` (vMX; types user, intf, dest, perm; next hops rslv, ucst, locl, recv, bcst,
// rjct, dscd, ulst; numbers of the entries that are always there), `… summary` (genieparser golden output); Junos OS CLI
// reference, "show route forwarding-table".

import { contains, covers, type Prefix, parsePrefix } from '../../../base/prefix.ts';
import type { View, ViewContext } from '../../os.ts';
import { entriesOf, type ForwardingEntry, type ForwardingHop, kernelName } from './forwarding-facts.ts';
import { labelCounts, labelForwardingLines } from './forwarding-labels.ts';
import { systemLines } from './forwarding-systems.ts';
import { numberedHops } from './next-hops.ts';
import { instancesOf } from './route-tables.ts';
import { said } from './said.ts';

const HEADING = 'Destination        Type RtRef Next hop           Type Index    NhRef Netif';
/** Where the next hops of a list stand. */
const LISTED = 30;

export const showForwardingTable: View = (context, match) => {
  const { destination, table, vpn = table, matching, label } = match.args;
  const summary = said(match, 'summary');
  if (!summary && (label !== undefined || said(match, 'mpls'))) return labelForwardingLines(context, label);
  const hops = numberedHops(context);
  const to = destination === undefined ? undefined : parsePrefix(destination);
  const within = matching === undefined ? undefined : parsePrefix(matching);
  const system = systemLines(context);
  const tables = instancesOf(context)
    .map((vrf, place) => ({ name: kernelName(vrf), entries: entriesOf(context, vrf, place, hops) }))
    .filter(({ name }) => vpn === undefined || name === vpn);
  if (summary)
    return summaryLines(context, said(match, 'mpls') ? [] : tables, vpn === undefined && !said(match, 'inet'));
  return tables.flatMap(({ name, entries }, i) => [
    ...(i > 0 ? [''] : []),
    ...system,
    `Routing table: ${name}.inet`,
    'Internet:',
    HEADING,
    ...inside(toward(entries, to), within).flatMap(entryLines),
  ]);
};

/** In the order of their counts in the summary. */
const TYPES = ['user', 'perm', 'intf', 'dest'] as const;

/** `summary`: how many entries of each type a table has; those of labels last. */
function summaryLines(
  context: ViewContext,
  tables: readonly { readonly name: string; readonly entries: readonly ForwardingEntry[] }[],
  labels: boolean,
): readonly string[] {
  const block = (
    table: string,
    heading: readonly string[],
    counts: Partial<Record<ForwardingEntry['type'], number>>,
  ) => [
    ...systemLines(context),
    `Routing table: ${table}`,
    ...heading,
    ...TYPES.flatMap((type) => {
      const count = counts[type] ?? 0;
      return count === 0 ? [] : [`        ${type}:${String(count).padStart(12)} routes`];
    }),
    '',
  ];
  return [
    ...tables.flatMap(({ name, entries }) => {
      const of = (type: ForwardingEntry['type']): number => entries.filter((entry) => entry.type === type).length;
      const counts = { user: of('user'), perm: of('perm'), intf: of('intf'), dest: of('dest') };
      return block(`${name}.inet`, ['Internet:'], counts);
    }),
    ...(labels ? block('default.mpls', ['MPLS:'], labelCounts(context)) : []),
    ...(labels
      ? block('__mpls-oam__.mpls', ['MPLS:', 'Enabled protocols: Bridging, Single VLAN, Dual VLAN, '], { perm: 1 })
      : []),
  ];
}

/** `matching`: the block itself and what lies in it. */
function inside(entries: readonly ForwardingEntry[], block: Prefix | undefined): readonly ForwardingEntry[] {
  return block ? entries.filter(({ prefix }) => prefix.family === block.family && covers(block, prefix)) : entries;
}

/** What a packet to this address or block would use: the longest entry that holds it. */
function toward(entries: readonly ForwardingEntry[], to: Prefix | undefined): readonly ForwardingEntry[] {
  if (!to) return entries;
  const around = entries.filter(({ prefix }) => prefix.length <= to.length && contains(prefix, to.address));
  const longest = Math.max(...around.map(({ prefix }) => prefix.length));
  return around.filter(({ prefix }) => prefix.length === longest);
}

function entryLines({ prefix, type, references, hops }: ForwardingEntry): readonly string[] {
  const name = prefix.length === 0 ? 'default' : prefix.text;
  const head = `${name.padEnd(18)} ${type} ${String(references).padStart(5)} `;
  return hops.map((hop, i) => (i === 0 ? head : ' '.repeat(LISTED)) + hopText(hop));
}

/** Types have four letters and a blank before them; an operation takes the place it needs. */
const hopText = ({ to, type, index, references, out }: ForwardingHop): string =>
  `${to.padEnd(18)}${type.padStart(5)}${String(index).padStart(9)}${String(references).padStart(6)}${out === undefined ? '' : ` ${out}`}`;
