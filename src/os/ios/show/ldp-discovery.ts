// show mpls ldp discovery [all | vrf NAME] [detail]; show mpls ldp parameters, capabilities, backoff.
// Source: captures of the same (genieparser ShowMplsLdpDiscovery, ShowMplsLdpParameters, ShowMplsLdpCapabilities; IOS and
// IOS XE); Cisco IOS MPLS Command Reference, "show mpls ldp backoff".

import { ip4Text } from '../../../base/ip.ts';
import { byText } from '../../../base/sorted-map.ts';
import type { LdpConfig } from '../../../protocols/ldp/config.ts';
import type { LdpDiscoveryRow, LdpHelloRow } from '../../../protocols/ldp/show.ts';
import { type IfName, MAIN, type VrfName } from '../../../route/names.ts';
import { since } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { byIsis, ldpTimes } from '../compile/mpls.ts';
import { interfaceNode } from '../edit/addresses.ts';
import { statement } from '../statements.ts';
import { inBoxOrder } from './interface-order.ts';
import { identifierText } from './ldp-neighbor.ts';
import { said, vrfOf } from './said.ts';

const seconds = (micros: number): number => Math.round(micros / 1_000_000);

function helloLines(hello: LdpHelloRow, detail: boolean): readonly string[] {
  const ident = identifierText(hello.lsr);
  const reachable = hello.reachableBy;
  if (!detail) return [`            LDP Id: ${ident}${reachable ? '' : '; no host route'}`];
  const hold = hello.hold === 'infinite' ? 'infinite' : `${seconds(hello.hold)} sec`;
  return [
    `            LDP Id: ${ident}`,
    `              Src IP addr: ${ip4Text(hello.from)}; Transport IP addr: ${ip4Text(hello.transport)}`,
    `              Hold time: ${hold}; Proposed local/peer: ${hello.localHoldSeconds}/${hello.peerHoldSeconds} sec`,
    reachable ? `              Reachable via ${reachable.text}` : '              No route',
    `              Password: not required, ${hello.password ? 'neighbor' : 'none'}, in use`,
  ];
}

const traffic = ({ sending, receiving }: LdpDiscoveryRow): string =>
  [...(sending ? ['xmit'] : []), ...(receiving ? ['recv'] : [])].join('/');

/** `Enabled: Interface config, IGP config`: Cisco, MPLS LDP Autoconfiguration, "Verifying MPLS LDP Autoconfiguration with IS-IS". */
function enabledBy({ box }: ViewContext, on: IfName): string {
  const node = interfaceNode(box.store.running, on);
  const igp = node !== undefined && byIsis(box.store.running, node);
  const own = !igp || (node && statement(node, 'mpls ip') !== undefined);
  const by = [...(own ? ['Interface config'] : []), ...(igp ? ['IGP config'] : [])];
  return `            Enabled: ${by.join(', ')}`;
}

function sourceLines(context: ViewContext, row: LdpDiscoveryRow, detail: boolean): readonly string[] {
  const transport = row.localTransport === undefined ? '0.0.0.0' : ip4Text(row.localTransport);
  const hellos = row.adjacencies.flatMap((hello) => helloLines(hello, detail));
  const times = `            Hello interval: ${row.helloInterval / 1000} ms; Transport IP addr: ${transport}`;
  if (row.on !== undefined)
    return [
      `        ${row.on} (ldp): ${traffic(row)}`,
      ...(detail ? [enabledBy(context, row.on), times] : []),
      ...hellos,
      ...(detail ? ['            Clients: IPv4, mLDP'] : []),
    ];
  const mode = row.active ? 'active' : 'passive';
  const ends = `${transport} -> ${row.target === undefined ? '' : ip4Text(row.target)}`;
  return [`        ${ends} (ldp): ${mode}, ${traffic(row)}`, ...(detail ? [times] : []), ...hellos];
}

function discoveryLines(context: ViewContext, vrf: VrfName, detail: boolean): readonly string[] {
  const [process] = context.ask('ldp.processes', { vrf });
  if (!process) return [];
  const rows = context.ask('ldp.discovery', { vrf });
  const links = inBoxOrder(
    rows.filter(({ on }) => on !== undefined),
    ({ on }) => on ?? '',
    context.box.chassis.model,
  );
  const targets = rows.filter(({ target }) => target !== undefined);
  return [
    `${vrf === MAIN ? ' ' : ` VRF ${vrf}:`}Local LDP Identifier:`,
    `    ${process.local ? identifierText(process.local) : '0.0.0.0:0'}`,
    '    Discovery Sources:',
    ...(links.length > 0 ? ['    Interfaces:', ...links.flatMap((row) => sourceLines(context, row, detail))] : []),
    ...(targets.length > 0
      ? ['    Targeted Hellos:', ...targets.flatMap((row) => sourceLines(context, row, detail))]
      : []),
  ];
}

/** The tables that a command is about: the global one first. */
export function tables(context: ViewContext, all: boolean, vrf: VrfName): readonly VrfName[] {
  if (!all) return [vrf];
  const running = context.ask('ldp.processes', {}).map((row) => row.vrf);
  return [MAIN, ...running.filter((name) => name !== MAIN).sort(byText)];
}

export const showLdpDiscovery: View = (context, match) =>
  tables(context, said(match, 'all'), vrfOf(match)).flatMap((vrf) =>
    discoveryLines(context, vrf, said(match, 'detail')),
  );

const holdText = (hold: LdpConfig['targeted']['hello']['hold']): string =>
  hold === 'infinite' ? 'infinite' : `${seconds(hold)} sec`;

export const showLdpParameters: View = (context) => {
  const { session, targeted, hello } = ldpTimes(context.box.store.running);
  const { backoff } = session;
  return [
    'LDP Feature Set Manager: State Initialized',
    '  LDP features:',
    ...[
      'Auto-Configuration',
      'Basic',
      'ICPM',
      'IP-over-MPLS',
      'IGP-Sync',
      'LLAF',
      'TCP-MD5-Rollover',
      'TDP',
      'NSR',
    ].map((feature) => `    ${feature}`),
    'Protocol version: 1',
    `Session hold time: ${seconds(session.hold)} sec; keep alive interval: ${seconds(session.keepalive)} sec`,
    `Discovery hello: holdtime: ${holdText(hello.hold)}; interval: ${seconds(hello.interval)} sec`,
    `Discovery targeted hello: holdtime: ${holdText(targeted.hello.hold)}; interval: ${seconds(targeted.hello.interval)} sec`,
    'Downstream on Demand max hop count: 255',
    'LDP for targeted sessions',
    `LDP initial/maximum backoff: ${seconds(backoff.initial)}/${seconds(backoff.maximum)} sec`,
    'LDP loop detection: off',
    'LDP NSR: Disabled',
  ];
};

/** RFC 5561 and RFC 5918 are what every session is offered; with `all`, also what others of the box may ask for. */
const CAPABILITIES = ['[Dynamic Announcement (0x0506)]', '[Typed Wildcard (0x050B)]'];
const ALL_CAPABILITIES = [
  '[ICCP (type 0x0405) MajVer 1 MinVer 0]',
  '[Dynamic Announcement (0x0506)]',
  '[mLDP Point-to-Multipoint (0x0508)]',
  '[mLDP Multipoint-to-Multipoint (0x0509)]',
  '[Typed Wildcard (0x050B)]',
];

export const showLdpCapabilities: View = (_, match) => [
  '',
  'LDP Capabilities - [<description> (<type>)]',
  '-'.repeat(57),
  ...(said(match, 'all') ? ALL_CAPABILITIES.map((one) => `    ${one}`) : CAPABILITIES),
  '',
];

/** Peers that refused a session, and when they will be asked again. */
export const showLdpBackoff: View = (context) => {
  const { backoff } = ldpTimes(context.box.store.running).session;
  const waiting = context.ask('ldp.neighbors', { vrf: MAIN }).filter((row) => row.backoff !== undefined);
  const lines = waiting.map(({ lsr, backoff: next, nextAttempt }) => {
    const left = nextAttempt === undefined ? 0 : seconds(since(context.now, nextAttempt));
    return `${identifierText(lsr).padEnd(19)}${String(seconds(next ?? 0)).padEnd(14)}${left}`;
  });
  return [
    `LDP initial/maximum backoff: ${seconds(backoff.initial)}/${seconds(backoff.maximum)} sec`,
    ...(lines.length === 0
      ? ['Backoff table: empty']
      : [`Backoff table: ${lines.length} entries`, 'LDP Id             Backoff(sec)  Waiting(sec)', ...lines]),
  ];
};
