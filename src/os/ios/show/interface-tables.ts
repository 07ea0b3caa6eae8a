// show interfaces summary, show interfaces stats; show arp summary.
// Source: printouts of IOS 15 and IOS XE: `show interfaces summary` (NAPALM on IOL: columns of ten, a star where it is up; dashes
// for sub-interfaces and the note below), `show interfaces stats` (`Switching path    Pkts In   Chars In …`, `Interface … is
// disabled`), `show arp summary` (genieparser ShowArpSummary), `show ip arp summary`.

import type { InterfaceRow } from '../../../device/queries.ts';
import type { View } from '../../os.ts';
import { interfacesOf, isSubinterface, lineState } from './interface-state.ts';
import { isXe } from './isis-facts.ts';
import { vrfOf } from './said.ts';

const LEGEND = [
  '',
  ' *: interface is up',
  ' IHQ: pkts in input hold queue     IQD: pkts dropped from input queue',
  ' OHQ: pkts in output hold queue    OQD: pkts dropped from output queue',
  ' RXBS: rx rate (bits/sec)          RXPS: rx rate (pkts/sec)',
  ' TXBS: tx rate (bits/sec)          TXPS: tx rate (pkts/sec)',
  ' TRTL: throttle count',
  '',
  '  Interface                   IHQ       IQD       OHQ       OQD      RXBS      RXPS      TXBS      TXPS      TRTL',
  '-'.repeat(113),
];

const COLUMNS = 9;

export const showInterfacesSummary: View = (context, match) => {
  const rows = interfacesOf(context, match.args['interface']);
  const subs = rows.some((row) => isSubinterface(row.interface.name));
  return [
    ...LEGEND,
    ...rows.map((row) => {
      const value = isSubinterface(row.interface.name) ? '-' : '0';
      const mark = lineState(row) === 'up' ? '*' : ' ';
      const first = `${mark} ${row.interface.name}`.padEnd(23) + value.padStart(10);
      return first + value.padStart(10).repeat(COLUMNS - 1);
    }),
    ...(subs
      ? [
          'NOTE:No separate counters are maintained for subinterfaces',
          '     Hence Details of subinterface are not shown',
        ]
      : []),
  ];
};

function statsLines(row: InterfaceRow, xe: boolean): readonly string[] {
  const { name } = row.interface;
  if (lineState(row) === 'administratively down') return [`Interface ${name} is disabled`, ''];
  const { inPackets, inBytes, outPackets, outBytes } = row.counters;
  const line = (title: string, counts: readonly number[]): string =>
    title.padStart(24) + counts.map((count) => String(count).padStart(11)).join('');
  const all = [inPackets, inBytes, outPackets, outBytes];
  const none = [0, 0, 0, 0];
  return [
    name,
    '          Switching path    Pkts In   Chars In   Pkts Out  Chars Out',
    line('Processor', all),
    line('Route cache', none),
    ...(xe ? [line('Distributed cache', none)] : []),
    line('Total', all),
  ];
}

/** Sub-interfaces count with their ports. */
export const showInterfacesStats: View = (context, match) =>
  interfacesOf(context, match.args['interface'])
    .filter((row) => !isSubinterface(row.interface.name))
    .flatMap((row) => statsLines(row, isXe(context)));

/** How many entries of which kind there are. */
export const showArpSummary: View = (context, match) => {
  const rows = context.ask('arp', {});
  const open = rows.filter(({ mac }) => mac === undefined).length;
  if (match.words[1] === 'ip') {
    const here = context.ask('arp', { vrf: vrfOf(match) });
    const waiting = here.filter(({ mac }) => mac === undefined).length;
    return [`${here.length} IP ARP entries, with ${waiting} of them incomplete`];
  }
  const own = rows.filter((row) => row.own).length;
  const line = (what: string, count: number): string => `Total number of ${what}: ${count}.`;
  return [
    line('entries in the ARP table', rows.length),
    line('Dynamic ARP entries', rows.length - own - open),
    line('Incomplete ARP entries', open),
    line('Interface ARP entries', own),
    line('Static ARP entries', 0),
    line('Alias ARP entries', 0),
    line('Simple Application ARP entries', 0),
    line('Application Alias ARP entries', 0),
    line('Application Timer ARP entries', 0),
  ];
};
