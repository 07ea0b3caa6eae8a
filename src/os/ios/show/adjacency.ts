// show adjacency [INTERFACE] [detail], show ip cef exact-route.
// Source: printouts of IOS 15 and IOS XE (`IP       GigabitEthernet0/0        192.168.10.10(7)`, `Encap length 14`, the header as
// one number, `ARP`; `192.168.0.1 -> 172.16.1.1 =>IP adj out of GigabitEthernet0/0, addr 192.168.0.11`).

import { ip4Text, ipText, isIp4, parseIp4 } from '../../../base/ip.ts';
import { macDots } from '../../../base/mac.ts';
import { byNumber } from '../../../base/sorted-map.ts';
import type { ArpRow } from '../../../device/queries.ts';
import type { View, ViewContext } from '../../os.ts';
import { activeRows } from './route-table.ts';
import { said, vrfOf } from './said.ts';

const HEADING = 'Protocol Interface                 Address';
const INDENT = ' '.repeat(35);
/** Who holds an adjacency: ARP, CEF, and the routes through it. */
const HOLDERS = 7;

const hexOf = (mac: Parameters<typeof macDots>[0]): string => macDots(mac).replaceAll('.', '').toUpperCase();

function adjacencyLines(context: ViewContext, row: ArpRow, isDetailed: boolean, link: 'IP' | 'TAG'): readonly string[] {
  const head = `${link.padEnd(9)}${row.interface.padEnd(26)}${ip4Text(row.address)}(${HOLDERS})`;
  if (!isDetailed || row.mac === undefined) return [head];
  const [out] = context.ask('interfaces', { name: row.interface });
  const own = out?.interface.mac;
  const type = link === 'IP' ? '0800' : '8847';
  return [
    head,
    ...[
      '0 packets, 0 bytes',
      'epoch 0',
      'sourced in sev-epoch 0',
      'Encap length 14',
      `${hexOf(row.mac)}${own === undefined ? '' : hexOf(own)}${type}`,
      'ARP',
    ].map((text) => INDENT + text),
  ];
}

/** Every neighbour that a frame can be sent to; on links with labels twice. */
export const showAdjacency: View = (context, match) => {
  const out = match.args['interface'];
  const address = parseIp4(match.args['address'] ?? '');
  const rows = context
    .ask('arp', {})
    .filter((row) => !row.own && row.mac !== undefined)
    .filter((row) => out === undefined || row.interface === out)
    .filter((row) => address === undefined || row.address === address)
    .sort((a, b) => byNumber(a.address, b.address));
  const labelled = ({ interface: on }: ArpRow): boolean =>
    context.ask('interfaces', { name: on }).some((one) => one.interface.mpls !== undefined);
  return [
    HEADING,
    ...rows.flatMap((row) => [
      ...adjacencyLines(context, row, said(match, 'detail'), 'IP'),
      ...(labelled(row) ? adjacencyLines(context, row, said(match, 'detail'), 'TAG') : []),
    ]),
  ];
};

/** Which way packets of two addresses take. */
export const showExactRoute: View = (context, match) => {
  const vrf = vrfOf(match);
  const rows = context.ask('routes', { vrf });
  if (rows === undefined) return [`% VRF ${vrf} does not exist`];
  const { source = '', destination = '' } = match.args;
  const to = parseIp4(destination);
  const found = to === undefined ? undefined : context.ask('lookup', { vrf, to });
  const way = `${source} -> ${destination}`;
  const row = activeRows(rows).find(({ prefix }) => prefix === found?.prefix);
  const hop = row?.row.candidate.route.nexthops[0];
  if (!row || hop?.via === 'discard' || hop?.via === 'reject') return [`${way} =>drop`];
  if (hop?.via === 'receive') return [`${way} =>receive`];
  const path = row.row.paths[0];
  if (!path) return [`${way} =>drop`];
  const gateway = path.gateway === undefined || !isIp4(path.gateway) ? destination : ipText(path.gateway);
  return [`${way} =>${path.push.length > 0 ? 'TAG' : 'IP'} adj out of ${path.out}, addr ${gateway}`];
};
