// show mpls ldp neighbor [vrf NAME] [ADDRESS] [detail].
// Source: captures `show mpls ldp neighbor`, `show mpls ldp neighbor detail` (genieparser ShowMplsLdpNeighbor,
// ShowMplsLdpNeighborDetail; the second one of IOS XE shows tabs where they stand).

import { ip4Text, ipText } from '../../../base/ip.ts';
import type { LdpHelloRow, LdpIdentifier, LdpNeighborRow } from '../../../protocols/ldp/show.ts';
import { since } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { ageText } from './age.ts';
import { said, vrfOf } from './said.ts';

export const identifierText = ({ id, space }: LdpIdentifier): string => `${ip4Text(id)}:${space}`;

const STATES: Readonly<Record<LdpNeighborRow['state'], string>> = {
  'non-existent': 'Nonex',
  initialized: 'Init',
  opensent: 'Sent',
  openrec: 'Rcvd',
  operational: 'Oper',
};

/** Four to a line, each as wide as the longest address. */
function addressLines({ addresses }: LdpNeighborRow): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < addresses.length; at += 4)
    lines.push(
      `          ${addresses
        .slice(at, at + 4)
        .map((address) => ip4Text(address).padEnd(16))
        .join('')}`,
    );
  return lines;
}

const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0);

/** RFC 5561, RFC 5918 as IOS names them. */
const CAPABILITIES = new Map([
  [0x0506, '[Dynamic Announcement (0x0506)]'],
  [0x0508, '[mLDP Point-to-Multipoint (0x0508)]'],
  [0x0509, '[mLDP Multipoint-to-Multipoint (0x0509)]'],
  [0x050b, '[Typed Wildcard (0x050B)]'],
]);

const capabilityLines = (types: readonly number[]): readonly string[] => {
  const known = types.flatMap((type) => CAPABILITIES.get(type) ?? []);
  return (known.length > 0 ? known : ['[None]']).map((text) => `\t  ${text}`);
};

function connectionText({ connection }: LdpNeighborRow): string {
  if (!connection) return '';
  const { peer, peerPort, local, localPort } = connection;
  return `${ipText(peer)}.${peerPort} - ${ipText(local)}.${localPort}`;
}

function sourceLines(context: ViewContext, row: LdpNeighborRow, detail: boolean): readonly string[] {
  return row.adjacencies.flatMap((hello) => {
    const intervals = detail ? [helloText(context, row, hello)] : [];
    if (hello.on !== undefined)
      return [`\t  ${hello.on}${detail ? ';' : ','} Src IP addr: ${ip4Text(hello.from)}`, ...intervals];
    const ends = `${ip4Text(hello.localTransport)} -> ${ip4Text(hello.from)}`;
    return [`\t  Targeted Hello ${ends}, ${modeText(context, row, hello)}${detail ? ';' : ''}`, ...intervals];
  });
}

function discoveryOf({ ask }: ViewContext, { vrf }: LdpNeighborRow, hello: LdpHelloRow) {
  return ask('ldp.discovery', { vrf }).find(({ on, target }) =>
    hello.on === undefined ? target === hello.from : on === hello.on,
  );
}

/** Configured here, or only answered. */
const modeText = (context: ViewContext, row: LdpNeighborRow, hello: LdpHelloRow): string => {
  const found = discoveryOf(context, row, hello);
  return [...(found?.active ? ['active'] : []), ...(found?.asked || !found?.active ? ['passive'] : [])].join(', ');
};

function helloText(context: ViewContext, row: LdpNeighborRow, hello: LdpHelloRow): string {
  const hold = hello.hold === 'infinite' ? 'infinite' : `${hello.hold / 1000} ms`;
  const interval = discoveryOf(context, row, hello)?.helloInterval ?? 0;
  return `\t    holdtime: ${hold}, hello interval: ${interval / 1000} ms`;
}

const PROTECTION = { incomplete: 'Incomplete', ready: 'Ready', protecting: 'Protecting' } as const;

/** Capture `show mpls ldp neighbor detail` (genieparser golden output 2, IOS XE). */
function protectionLines({ protection }: LdpNeighborRow): readonly string[] {
  if (!protection) return [];
  const { state, duration } = protection;
  return [
    '\tClients: Dir Adj Client',
    `\tLDP Session Protection enabled, state: ${PROTECTION[state]}`,
    `\t    duration: ${duration === 'infinite' ? 'infinite' : `${duration / 1_000_000} seconds`}`,
  ];
}

function detailLines(row: LdpNeighborRow): readonly string[] {
  const hold = (row.hold ?? row.localHold) / 1000;
  return [
    `\tPeer holdtime: ${hold} ms; KA interval: ${(row.keepalive ?? 0) / 1000} ms; Peer state: ${row.state === 'operational' ? 'estab' : 'unknown'}`,
    ...protectionLines(row),
    '\tNSR: Not Ready',
    '\tCapabilities Sent:',
    ...capabilityLines(row.capabilitiesSent),
    '\tCapabilities Received:',
    ...capabilityLines(row.capabilitiesReceived),
  ];
}

function neighborLines(context: ViewContext, row: LdpNeighborRow, index: number, detail: boolean): readonly string[] {
  const local = row.local ? identifierText(row.local) : '';
  const counts = `${total(row.messagesSent)}/${total(row.messagesReceived)}`;
  const age = ageText(since(row.upSince ?? context.now, context.now));
  const password = `${row.password.required ? 'required' : 'not required'}, ${row.password.inUse ? (row.password.of ?? 'neighbor') : 'none'}, in use`;
  return [
    `    Peer LDP Ident: ${identifierText(row.lsr)}; Local LDP Ident ${local}`,
    `\tTCP connection: ${connectionText(row)}`,
    ...(detail ? [`\tPassword: ${password}`] : []),
    `\tState: ${STATES[row.state]}; Msgs sent/rcvd: ${counts}; Downstream${detail ? `; Last TIB rev sent ${row.lastRevision}` : ''}`,
    ...(row.upSince === undefined ? [] : [`\tUp time: ${age}${detail ? `; UID: ${row.uid}; Peer Id ${index}` : ''}`]),
    '\tLDP discovery sources:',
    ...sourceLines(context, row, detail),
    '        Addresses bound to peer LDP Ident:',
    ...addressLines(row),
    ...(detail ? detailLines(row) : []),
  ];
}

/** Peers whose connection is there: those that are only heard are found under `discovery`. */
export const showLdpNeighbor: View = (context, match) => {
  const address = match.args['address'];
  const on = match.args['interface'];
  const detail = said(match, 'detail');
  return context
    .ask('ldp.neighbors', { vrf: vrfOf(match) })
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.state !== 'non-existent')
    .filter(({ row }) => address === undefined || ip4Text(row.lsr.id) === address)
    .filter(({ row }) => on === undefined || row.adjacencies.some((hello) => hello.on === on))
    .flatMap(({ row, index }) => neighborLines(context, row, index, detail));
};
