// Which part of BGP a command asks for, and what BGP has there.

import { type Ip4, parseIp4 } from '../../../base/ip.ts';
import { contains, prefix } from '../../../base/prefix.ts';
import type { InterfaceRow } from '../../../device/queries.ts';
import type { Match } from '../../../language/spec.ts';
import type {
  BgpNetRow,
  BgpPathRow,
  BgpPeerFamilyRow,
  BgpPeerRow,
  BgpSummaryRow,
  BgpTableRow,
} from '../../../protocols/bgp/show.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { parseRd } from '../../../route/route-distinguisher.ts';
import type { ViewContext } from '../../os.ts';
import { said } from './said.ts';

export interface BgpFacts {
  readonly family: 'ipv4' | 'vpnv4';
  readonly summary: BgpSummaryRow;
  readonly tables: readonly BgpTableRow[];
}

/** The tables of the family, VRF or distinguisher that was named; in words when there are none. */
export function bgpFacts(context: ViewContext, match: Match): BgpFacts | string {
  const family = said(match, 'vpnv4') ? 'vpnv4' : 'ipv4';
  const vrf = match.args['vrf'] as VrfName | undefined;
  const rd = parseRd(match.args['rd'] ?? '');
  if (vrf !== undefined && context.router.config?.vrfs[vrf] === undefined) return `% VRF ${vrf} does not exist`;
  const which = { family, ...(vrf === undefined ? {} : { vrf }) } as const;
  const summary = context.ask('bgp.summary', which);
  const tables = context.ask('bgp.tables', { ...which, ...(rd === undefined ? {} : { rd }) });
  if (!summary || !tables) return '% BGP not active';
  return { family, summary, tables };
}

/** As IOS names a neighbour's family: what a VRF's neighbours speak is the VPN's. */
export type FamilyTitle = 'IPv4 Unicast' | 'VPNv4 Unicast';

/** A peer of a family: VRFs' neighbours belong to VPNv4. */
export function familyOfPeer(peer: BgpPeerRow, title: FamilyTitle): BgpPeerFamilyRow | undefined {
  const inVrf = peer.config.vrf !== MAIN;
  const named = (name: string): BgpPeerFamilyRow | undefined => peer.families.find(({ family }) => family === name);
  if (title === 'IPv4 Unicast') return inVrf ? undefined : (named('ipv4') ?? named('ipv4-labeled'));
  return inVrf ? (named('ipv4') ?? named('ipv4-labeled')) : named('vpnv4');
}

/** How far it is: whoever cannot be reached, or is not on the link where it must be, stays idle. Snapshot iosxe_undefined_route_map. */
export function stateOf(context: ViewContext, { config, state }: BgpPeerRow): BgpPeerRow['state'] {
  if (state !== 'connect' && state !== 'active') return state;
  const way = context.ask('lookup', { vrf: config.vrf, to: config.address });
  if (!way || (config.direct && associated(context, config) === undefined)) return 'idle';
  return state;
}

/** The interface that is up and in whose subnet the neighbour is. */
export function associated(
  context: ViewContext,
  { vrf, address }: BgpPeerRow['config'],
): InterfaceRow['interface'] | undefined {
  return context
    .ask('interfaces', {})
    .map((row) => row.interface)
    .find(
      (one) =>
        one.vrf === vrf &&
        one.up &&
        one.addresses.some((own) => own.length < 32 && contains(prefix(own.address, own.length), address)),
    );
}

/** The global table first, then VRF by VRF. */
const byPlace = (a: BgpPeerRow, b: BgpPeerRow): number => Number(a.config.vrf !== MAIN) - Number(b.config.vrf !== MAIN);

/** Peers of one family, or of one VRF; `only`: this address. */
export function peersOf(
  context: ViewContext,
  title: FamilyTitle,
  which: { readonly vrf?: VrfName | undefined; readonly only?: Ip4 | undefined } = {},
): readonly BgpPeerRow[] {
  const asked = which.vrf === undefined ? {} : { vrf: which.vrf };
  return [...(context.ask('bgp.peers', asked) ?? [])]
    .filter((peer) => familyOfPeer(peer, title) !== undefined)
    .filter(({ config }) => which.only === undefined || config.address === which.only)
    .sort(byPlace);
}

/** Peers that the command means. */
export function askedPeers(context: ViewContext, match: Match): readonly BgpPeerRow[] {
  const vrf = match.args['vrf'] as VrfName | undefined;
  const only = parseIp4(match.args['neighbor'] ?? '');
  return peersOf(context, titleOf(match), { vrf, only });
}

export const titleOf = (match: Match): FamilyTitle => (said(match, 'vpnv4') ? 'VPNv4 Unicast' : 'IPv4 Unicast');

/** Only the nets and paths that fit; tables that are empty then go. */
export function keepPaths(
  facts: BgpFacts,
  keep: (path: BgpPathRow, net: BgpNetRow, table: BgpTableRow) => boolean,
): BgpFacts {
  const tables = facts.tables.map((table) => ({
    ...table,
    nets: table.nets
      .map((net) => ({ ...net, paths: net.paths.filter((path) => keep(path, net, table)) }))
      .filter((net) => net.paths.length > 0),
  }));
  return { ...facts, tables: tables.filter(({ nets }) => nets.length > 0) };
}
