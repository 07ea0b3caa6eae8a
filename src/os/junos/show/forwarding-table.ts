// show route forwarding-table [destination D] [matching D] [table T | vpn T] [family inet | family mpls] [label N]
// Source: captures `show route forwarding-table` (vMX; types user, intf, dest, perm; next hops rslv, ucst, locl, recv, bcst,
// rjct, dscd, ulst; numbers of the entries that are always there); Junos OS CLI reference, "show route forwarding-table".

import { contains, covers, type Prefix, parsePrefix } from '../../../base/prefix.ts';
import type { View } from '../../os.ts';
import { entriesOf, type ForwardingEntry, type ForwardingHop, kernelName } from './forwarding-facts.ts';
import { labelForwardingLines } from './forwarding-labels.ts';
import { systemLines } from './forwarding-systems.ts';
import { numberedHops } from './next-hops.ts';
import { instancesOf } from './route-tables.ts';
import { said } from './said.ts';

const HEADING = 'Destination        Type RtRef Next hop           Type Index    NhRef Netif';
/** Where the next hops of a list stand. */
const LISTED = 30;

export const showForwardingTable: View = (context, match) => {
  const { destination, table, vpn = table, matching, label } = match.args;
  if (label !== undefined || said(match, 'mpls')) return labelForwardingLines(context, label);
  const hops = numberedHops(context);
  const to = destination === undefined ? undefined : parsePrefix(destination);
  const within = matching === undefined ? undefined : parsePrefix(matching);
  const system = systemLines(context);
  return instancesOf(context)
    .map((vrf, place) => ({ name: kernelName(vrf), entries: entriesOf(context, vrf, place, hops) }))
    .filter(({ name }) => vpn === undefined || name === vpn)
    .flatMap(({ name, entries }, i) => [
      ...(i > 0 ? [''] : []),
      ...system,
      `Routing table: ${name}.inet`,
      'Internet:',
      HEADING,
      ...inside(toward(entries, to), within).flatMap(entryLines),
    ]);
};

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
