// show mpls ldp discovery [all | vrf NAME] [detail]; show mpls ldp bindings; show mpls ldp parameters.
// Source: captures of the same (genieparser ShowMplsLdpDiscovery, ShowMplsLdpBindings, ShowMplsLdpParameters; IOS and IOS XE).

import { ip4Text } from '../../../base/ip.ts';
import type { Prefix } from '../../../base/prefix.ts';
import { byText } from '../../../base/sorted-map.ts';
import type { LdpConfig } from '../../../protocols/ldp/config.ts';
import type { LdpBindingRow, LdpDiscoveryRow, LdpHelloRow } from '../../../protocols/ldp/show.ts';
import { EXPLICIT_NULL, IMPLICIT_NULL } from '../../../route/label.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import type { View, ViewContext } from '../../os.ts';
import { ldpTimes } from '../compile/mpls.ts';
import { inBoxOrder } from './interface-order.ts';
import { identifierText } from './ldp-neighbor.ts';
import { askedPrefix } from './route-asked.ts';
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

function sourceLines(row: LdpDiscoveryRow, detail: boolean): readonly string[] {
  const transport = row.localTransport === undefined ? '0.0.0.0' : ip4Text(row.localTransport);
  const hellos = row.adjacencies.flatMap((hello) => helloLines(hello, detail));
  const times = `            Hello interval: ${row.helloInterval / 1000} ms; Transport IP addr: ${transport}`;
  if (row.on !== undefined)
    return [
      `        ${row.on} (ldp): ${traffic(row)}`,
      ...(detail ? ['            Enabled: Interface config', times] : []),
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
    ...(links.length > 0 ? ['    Interfaces:', ...links.flatMap((row) => sourceLines(row, detail))] : []),
    ...(targets.length > 0 ? ['    Targeted Hellos:', ...targets.flatMap((row) => sourceLines(row, detail))] : []),
  ];
}

/** The tables that a command is about: the global one first. */
function tables(context: ViewContext, all: boolean, vrf: VrfName): readonly VrfName[] {
  if (!all) return [vrf];
  const running = context.ask('ldp.processes', {}).map((row) => row.vrf);
  return [MAIN, ...running.filter((name) => name !== MAIN).sort(byText)];
}

export const showLdpDiscovery: View = (context, match) =>
  tables(context, said(match, 'all'), vrfOf(match)).flatMap((vrf) =>
    discoveryLines(context, vrf, said(match, 'detail')),
  );

const labelText = (label: number): string => {
  if (label === IMPLICIT_NULL) return 'imp-null';
  return label === EXPLICIT_NULL ? 'exp-null' : String(label);
};

/** Of null labels the one that peers are told, implicit unless all of them are told the other. */
function localText({ local, told }: LdpBindingRow): string | undefined {
  if (local !== 'null') return local === undefined ? undefined : String(local);
  return labelText(
    told.length > 0 && told.every(({ label }) => label === EXPLICIT_NULL) ? EXPLICIT_NULL : IMPLICIT_NULL,
  );
}

function bindingLines(row: LdpBindingRow): readonly string[] {
  const local = localText(row);
  if (local === undefined && row.remote.length === 0) return [];
  return [
    `  lib entry: ${row.prefix.text}, rev ${row.revision}`,
    ...(local === undefined ? [] : [`        local binding:  label: ${local}`]),
    ...row.remote.map(
      ({ lsr, label }) => `        remote binding: lsr: ${identifierText(lsr)}, label: ${labelText(label)}`,
    ),
  ];
}

export const showLdpBindings: View = (context, match) => {
  const wanted: Prefix | undefined = askedPrefix(match)?.block;
  const all = said(match, 'all');
  return tables(context, all, vrfOf(match)).flatMap((vrf) => {
    const rows = context.ask('ldp.bindings', { vrf }).filter(({ prefix }) => wanted === undefined || prefix === wanted);
    const lines = rows.flatMap(bindingLines);
    return vrf === MAIN || lines.length === 0 || !all ? lines : [`VRF ${vrf}:`, ...lines];
  });
};

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
