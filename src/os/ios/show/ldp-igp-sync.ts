// show mpls ldp igp sync [all | interface NAME | vrf NAME].
// Source: captures `show mpls ldp igp sync`, `… all` (genieparser ShowMplsLdpIgpSync, IOS and IOS XE)

import type { IsisCircuitRow } from '../../../protocols/isis/show.ts';
import type { LdpSyncRow } from '../../../protocols/ldp/show.ts';
import type { IfName, VrfName } from '../../../route/names.ts';
import { type Micros, since } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { statement } from '../statements.ts';
import { inBoxOrder } from './interface-order.ts';
import { tables } from './ldp-discovery.ts';
import { identifierText } from './ldp-neighbor.ts';
import { said, vrfOf } from './said.ts';

const seconds = (span: Micros | undefined): number => Math.round((span ?? 0) / 1_000_000);

interface Link {
  readonly on: IfName;
  readonly ldp: LdpSyncRow | undefined;
  /** The IGPs that wait for LDP there. */
  readonly igps: readonly IsisCircuitRow[];
}

function linksOf(context: ViewContext, vrf: VrfName): readonly Link[] {
  const ldp = new Map(context.ask('ldp.sync', { vrf }).map((row) => [row.on, row]));
  const waiting = context
    .ask('isis.circuits', {})
    .filter((row) => row.vrf === vrf && row.config.ldpSync !== undefined && !row.config.passive);
  const names = new Set([...ldp.keys(), ...waiting.map((row) => row.interface.name)]);
  return [...names].map((on) => ({
    on,
    ldp: ldp.get(on),
    igps: waiting.filter((row) => row.interface.name === on),
  }));
}

function statusText(ldp: LdpSyncRow | undefined): string {
  const reachable = ldp !== undefined && ldp.peers.length > 0;
  const achieved = ldp?.state === 'achieved';
  return `sync ${achieved ? '' : 'not '}achieved; peer ${reachable ? '' : 'not '}reachable.`;
}

function linkLines({ on, ldp, igps }: Link, { now, box }: ViewContext): readonly string[] {
  const configured = `    LDP ${ldp ? '' : 'not '}configured; LDP-IGP Synchronization ${igps.length > 0 ? '' : 'not '}enabled.`;
  if (igps.length === 0) return [`${on}:`, configured];
  const left = ldp?.readyAt === undefined ? 0 : seconds(since(now, ldp.readyAt));
  const holdDown = statement(box.store.running, 'mpls ldp igp sync holddown')?.args['millis'];
  return [
    `${on}:`,
    configured,
    `    Sync status: ${statusText(ldp)}`,
    `    Sync delay time: ${seconds(ldp?.delay)} seconds (${left} seconds left)`,
    `    IGP holddown time: ${holdDown === undefined ? 'infinite' : `${holdDown} milliseconds`}.`,
    ...(ldp?.peers ?? []).filter(({ up }) => up).map(({ lsr }) => `    Peer LDP Ident: ${identifierText(lsr)}`),
    `    IGP enabled: ${igps.map(({ instance }) => `ISIS ${instance}`.trimEnd()).join(', ')}`,
  ];
}

export const showLdpIgpSync: View = (context, match) => {
  const only = match.args['interface'];
  return tables(context, said(match, 'all'), vrfOf(match)).flatMap((vrf) =>
    inBoxOrder(linksOf(context, vrf), ({ on }) => on, context.box.chassis.model)
      .filter(({ on }) => only === undefined || on === only)
      .flatMap((link) => linkLines(link, context)),
  );
};
