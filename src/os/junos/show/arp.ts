// show arp [no-resolve] [vpn V] [interface I]
// Source: captures `show arp`, `show arp no-resolve` (genieparser golden outputs).

import { type Ip4, ip4Text } from '../../../base/ip.ts';
import { type Mac, macColons } from '../../../base/mac.ts';
import type { View } from '../../os.ts';
import { isInstance } from './configured.ts';
import { hostText } from './host-names.ts';
import { said, vrfNamed } from './said.ts';

/** One that has answered. */
interface Neighbour {
  readonly address: Ip4;
  readonly mac: Mac;
  readonly interface: string;
}

export const showArp: View = (context, match) => {
  const { instance, interface: out } = match.args;
  if (instance !== undefined && !isInstance(context, vrfNamed(instance)))
    return [`error: instance ${instance} not found`];
  const rows = context
    .ask('arp', instance === undefined ? {} : { vrf: vrfNamed(instance) })
    .flatMap((row): readonly Neighbour[] => (row.own || row.mac === undefined ? [] : [{ ...row, mac: row.mac }]))
    .filter((row) => out === undefined || row.interface === out)
    .sort((a, b) => a.address - b.address);
  if (rows.length === 0) return [];
  const plain = said(match, 'no-resolve');
  const name = (row: Neighbour): string => (plain ? '' : `${hostText(context.box, row.address).padEnd(25)} `);
  return [
    `MAC Address       Address         ${plain ? 'Interface                Flags' : 'Name                      Interface               Flags'}`,
    ...rows.map((row) => {
      const out = row.interface.padEnd(plain ? 24 : 23);
      return `${macColons(row.mac)} ${ip4Text(row.address).padEnd(15)} ${name(row)}${out} none`;
    }),
    `Total entries: ${rows.length}`,
  ];
};
