// show arp [no-resolve] [vpn V] [interface I] [expiration-time]
// Source: captures `show arp`, `show arp no-resolve` (genieparser golden outputs); `show arp expiration-time` of 12.1X47 in the
// documentation of a tool (columns, `none 214`: seconds).

import { type Ip4, ip4Text } from '../../../base/ip.ts';
import { type Mac, macColons } from '../../../base/mac.ts';
import type { Match } from '../../../language/spec.ts';
import { type Micros, since, wholeSeconds } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { vrfNamed } from '../instance-name.ts';
import { isInstance } from './configured.ts';
import { hostText } from './host-names.ts';
import { said } from './said.ts';

/** One that has answered. */
export interface Neighbour {
  readonly address: Ip4;
  readonly mac: Mac;
  readonly interface: string;
  /** When it will be asked for anew. */
  readonly expires: Micros | undefined;
}

/** Those that were asked for; undefined: there is no such instance. */
export function neighboursOf(context: ViewContext, { args }: Match): readonly Neighbour[] | undefined {
  const { instance, interface: out } = args;
  if (instance !== undefined && !isInstance(context, vrfNamed(instance))) return undefined;
  return context
    .ask('arp', instance === undefined ? {} : { vrf: vrfNamed(instance) })
    .flatMap((row): readonly Neighbour[] => (row.own || row.mac === undefined ? [] : [{ ...row, mac: row.mac }]))
    .filter((row) => out === undefined || row.interface === out)
    .sort((a, b) => a.address - b.address);
}

export const showArp: View = (context, match) => {
  const rows = neighboursOf(context, match);
  if (!rows) return [`error: instance ${match.args['instance']} not found`];
  if (rows.length === 0) return [];
  const plain = said(match, 'no-resolve');
  const timed = said(match, 'expiration-time');
  const name = (row: Neighbour): string => (plain ? '' : `${hostText(context.box, row.address).padEnd(25)} `);
  const columns = plain ? 'Interface                Flags' : 'Name                      Interface               Flags';
  return [
    `MAC Address       Address         ${timed ? columns.replace('     Flags', ' Flags    TTE') : columns}`,
    ...rows.map((row) => {
      const out = row.interface.padEnd((plain ? 24 : 23) - (timed ? 4 : 0));
      const left = timed ? ` ${secondsLeft(context, row)}` : '';
      return `${macColons(row.mac)} ${ip4Text(row.address).padEnd(15)} ${name(row)}${out} none${left}`;
    }),
    `Total entries: ${rows.length}`,
  ];
};

/** Whole seconds until it is asked for anew. */
export const secondsLeft = ({ now }: ViewContext, { expires }: Neighbour): number =>
  expires === undefined || expires <= now ? 0 : wholeSeconds(since(now, expires));
