// show ldp neighbor, show ldp interface.
// Source: captures `show ldp neighbor`, `show ldp interface`, `show ldp interface detail` (genieparser golden outputs
// ShowLdpNeighbor, ShowLDPInterface, ShowLDPInterfaceDetail; columns: transcripts of vMX, since addresses of the captures
// were replaced by shorter ones); Junos OS CLI reference, "show ldp neighbor" (detail).

import { type Ip4, ip4Text } from '../../../base/ip.ts';
import { speaksAs } from '../../../net/addresses.ts';
import type { LdpDiscoveryRow, LdpHelloRow } from '../../../protocols/ldp/show.ts';
import { since } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { identifierOr0, identifierText, instanceOf, secondsTo, wholeSecondsOf } from './ldp-words.ts';
import { saidOf } from './said.ts';
import { ageText } from './spans.ts';

const NEIGHBORS = 'Address                             Interface       Label space ID     Hold time';

/** Where targeted Hellos come in. */
export const LOOPBACK = 'lo0.0';

export const showLdpNeighbor: View = (context, match) => {
  const detail = saidOf(match, 'detail', 'extensive') !== undefined;
  const wanted = match.args['neighbor'];
  const hellos = context
    .ask('ldp.discovery', { vrf: instanceOf(match) })
    .flatMap(({ adjacencies }) => adjacencies)
    .filter(({ from }) => wanted === undefined || ip4Text(from) === wanted);
  if (hellos.length === 0) return [];
  return [NEIGHBORS, ...hellos.flatMap((hello) => neighborLines(context, hello, detail))];
};

function neighborLines({ now }: ViewContext, hello: LdpHelloRow, detail: boolean): readonly string[] {
  const left = hello.expires === undefined ? 'infinite' : String(secondsTo(hello.expires, now));
  const line = [
    ip4Text(hello.from).padEnd(36),
    (hello.on ?? LOOPBACK).padEnd(16),
    identifierText(hello.lsr).padEnd(19),
    left.padStart(4),
  ].join('');
  if (!detail) return [line];
  const hold = hello.hold === 'infinite' ? 'infinite' : wholeSecondsOf(hello.hold);
  return [
    line,
    `  Transport address: ${ip4Text(hello.transport)}, Configuration sequence: ${hello.sequence ?? 0}`,
    `  Up for ${ageText(since(hello.since, now))}`,
    '  Reference count: 1',
    `  Hold time: ${hold}, Proposed local/peer: ${hello.localHoldSeconds}/${hello.peerHoldSeconds}`,
    `  Hello flags: ${hello.on === undefined ? 'targeted' : 'none'}`,
    `  Neighbor types: ${hello.on === undefined ? 'configured-remote' : 'discovered'}`,
  ];
}

const INTERFACES = [
  'Interface          Address                          Label space ID   Nbr   Next',
  '                                                                    count  hello',
];

export const showLdpInterface: View = (context, match) => {
  const vrf = instanceOf(match);
  const detail = saidOf(match, 'detail', 'extensive') !== undefined;
  const wanted = match.args['interface'];
  const [process] = context.ask('ldp.processes', { vrf });
  const rows = context
    .ask('ldp.discovery', { vrf })
    .filter(({ on }) => on !== undefined && (wanted === undefined || on === wanted));
  if (!process || rows.length === 0) return [];
  const local = identifierOr0(process.local);
  return [...INTERFACES, ...rows.flatMap((row) => interfaceLines(context, local, row, detail))];
};

/** What this router is called on the link. */
export function ownAddress({ ask }: ViewContext, { on }: LdpDiscoveryRow): Ip4 | undefined {
  const face = ask('interfaces', {}).find((one) => one.interface.name === on)?.interface;
  return face && speaksAs(face, undefined);
}

function interfaceLines(context: ViewContext, local: string, row: LdpDiscoveryRow, detail: boolean): readonly string[] {
  const { on, adjacencies, nextHello, helloInterval, holdSeconds, localTransport } = row;
  const address = ownAddress(context, row);
  const line = [
    (on ?? '').padEnd(19),
    (address === undefined ? '' : ip4Text(address)).padEnd(33),
    local.padEnd(18),
    String(adjacencies.length).padEnd(7),
    secondsTo(nextHello, context.now),
  ].join('');
  if (!detail) return [line];
  const transport = localTransport === undefined ? '0.0.0.0' : ip4Text(localTransport);
  const times = `Hello interval: ${wholeSecondsOf(helloInterval)}, Hold time: ${holdSeconds}`;
  return [line, `${times}, Transport address: ${transport}`];
}
