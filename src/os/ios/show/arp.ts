// show arp, show ip arp [vrf NAME] [ADDRESS | INTERFACE].
// Source: captures `show ip arp` (7206VXR 15.2(4)S7, IOSv 15.x), genieparser ShowIpArp.

import { ip4Text, parseIp4 } from '../../../base/ip.ts';
import { macDots } from '../../../base/mac.ts';
import type { ArpRow } from '../../../device/queries.ts';
import { since, wholeSeconds } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { vrfOf } from './said.ts';

export const showArp: View = (context, match) => {
  const vrf = vrfOf(match);
  if (context.router.config?.vrfs[vrf] === undefined) return [`% VRF ${vrf} does not exist`];
  const address = parseIp4(match.args['address'] ?? '');
  const out = match.args['interface'];
  const rows = context
    .ask('arp', { vrf })
    .filter((row) => address === undefined || row.address === address)
    .filter((row) => out === undefined || row.interface === out);
  if (rows.length === 0) return [];
  const sorted = [...rows].sort((a, b) => a.address - b.address);
  return [
    'Protocol  Address          Age (min)  Hardware Addr   Type   Interface',
    ...sorted.map((row) => arpLine(row, context)),
  ];
};

function arpLine(row: ArpRow, context: ViewContext): string {
  const age = row.own ? '-' : String(Math.floor(wholeSeconds(since(row.since, context.now)) / 60));
  const mac = row.mac === undefined ? 'Incomplete' : macDots(row.mac);
  const head = `Internet  ${ip4Text(row.address).padEnd(15)}${age.padStart(10)}   ${mac.padEnd(16)}ARPA   `;
  return row.mac === undefined ? head : head + row.interface;
}
