// What `show route detail` and `extensive` tell of a route of BGP.
// Source: captures `show route protocol bgp detail` (vJunos-router 25.4, junos_cross_term_match) and `extensive` (genieparser
// golden outputs); transcripts of an MX104 and of vMX: indirect next hops, secondary routes of VPNs (`Import Accepted`, `VPN
// Label`), reflected ones (`AS path: I  (Originator)`, two blanks behind `Cluster list:`); reasons: Junos OS CLI reference,
// "show route detail" (Inactive reason).

import { ip4Text, ipText } from '../../../base/ip.ts';
import type { RouteRow } from '../../../device/queries.ts';
import { MIDDLE_RUNGS, type Rung, TIE_RUNGS } from '../../../protocols/bgp/config.ts';
import type { PathAttributes } from '../../../route/attributes.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import type { Route } from '../../../route/route.ts';
import { slotPeer, slotRd } from './bgp-facts.ts';
import { indirectHop, isIndirect, ownLabels } from './indirect.ts';
import { rdOf } from './l3vpn-table.ts';
import { labelFields } from './label-element.ts';
import { hopAddress, hopKey } from './next-hops.ts';
import { communityFields, type DetailScene, wayFields } from './route-detail-fields.ts';
import { standing } from './route-tables.ts';
import { asPathText, wayOf } from './route-words.ts';

export function bgpHopFields(scene: DetailScene, vrf: VrfName, row: RouteRow): readonly string[] {
  const { style, hops } = scene;
  const { route } = row.candidate;
  const way = wayOf(row);
  const hop = hops.get(hopKey(row));
  const paths = way.kind === 'paths';
  const session = style.kernelTable ? `, Next-hop session id: ${paths ? hop?.session : 0}` : '';
  const peer = slotPeer(route);
  const rd = slotRd(route) ?? rdOf(route.prefix);
  const indirect = paths && isIndirect(scene.bgp, vrf, row);
  const type = paths
    ? `Router, Next hop index: ${hop?.index ?? 0}`
    : `${way.kind === 'word' ? way.word : 'Router'}, Next hop index: 0`;
  return [
    ...(rd === undefined ? [] : [`Route Distinguisher: ${rd}`]),
    `Next hop type: ${indirect ? `Indirect${style.early ? '' : ', Next hop index: 0'}` : type}`,
    `Address: ${hopAddress(row)}`,
    `Next-hop reference count: ${hop?.references ?? 1}${indirect ? '' : session}`,
    ...(style.kernelTable && !indirect ? ['Kernel Table Id: 0'] : []),
    ...(peer === undefined ? [] : [`Source: ${ipText(peer)}`]),
    ...(indirect ? [`Next hop type: ${type}`] : []),
    ...wayFields(scene, way, paths ? hop : undefined),
    ...(indirect ? indirectFields(scene, row) : []),
  ];
}

/** The protocol's own next hop and what it is called in the kernel. */
function indirectFields({ style, propagates, hops }: DetailScene, row: RouteRow): readonly string[] {
  const { bgp } = row.candidate.route;
  const nexthop = bgp ? ipText(bgp.nexthop) : '';
  const push = ownLabels(row);
  const nil = style.kernelTable ? '(nil)' : '0x0';
  const label =
    push.length === 0 ? [] : labelFields({ out: 'lo0.0' as never, gateway: undefined, push }, { propagates, nil });
  const { address, index } = indirectHop(row);
  const number = hops.get(hopKey(row));
  return [
    `Protocol next hop: ${nexthop}`,
    ...(style.early ? push.map((one) => `Push ${one}`) : label.slice(0, 3)),
    `Indirect next hop: ${address} ${row.active ? index : '-'} INH Session ID: ${
      style.kernelTable ? (number?.session ?? 0) : `0x${(number?.session ?? 0).toString(16)}`
    }`,
  ];
}

const REASONS: Readonly<Partial<Record<Rung, string>>> = {
  preference: 'Route Preference',
  'local-preference': 'Local Preference',
  aigp: 'AIGP',
  'as-path-length': 'AS path',
  origin: 'Origin',
  med: 'Route Metric or MED comparison',
  external: 'Interior > Exterior > Exterior via Interior',
  'igp-metric': 'IGP metric',
  'oldest-external': 'Active preferred',
  'router-id': 'Router ID',
  'cluster-length': 'Cluster list length',
  'peer-address': 'Update source',
};

/** Routes of one neighboring AS are compared with one another before the best of each are: from the MED on. */
const GROUPED: readonly Rung[] = [...MIDDLE_RUNGS.slice(MIDDLE_RUNGS.indexOf('med')), ...TIE_RUNGS];

interface Lost {
  readonly reason: string;
  readonly grouped: boolean;
}

const neighborAs = (bgp: PathAttributes | undefined): number | undefined => bgp?.asPath[0]?.asns[0];

function lostTo(scene: DetailScene, vrf: VrfName, all: readonly RouteRow[], row: RouteRow): Lost {
  const { route, preference } = row.candidate;
  const active = all.find((one) => one.active)?.candidate;
  if (active && active.preference !== preference) return { reason: 'Route Preference', grouped: false };
  const rung = scene.bgp.pathOf(vrf, route)?.lostAt;
  const reason = (rung && REASONS[rung]) ?? 'Active preferred';
  const same = neighborAs(active?.route.bgp) === neighborAs(route.bgp);
  return { reason, grouped: rung !== undefined && GROUPED.includes(rung) && same };
}

/** Undefined for the active one. */
export function bgpReason(
  scene: DetailScene,
  vrf: VrfName,
  all: readonly RouteRow[],
  row: RouteRow,
): string | undefined {
  const state = standing(row);
  if (state === 'active') return undefined;
  if (state === 'hidden') return row.candidate.route.hidden === undefined ? 'Unusable path' : undefined;
  const { reason, grouped } = lostTo(scene, vrf, all, row);
  return grouped ? `Not Best in its group - ${reason}` : reason;
}

export function bgpStateWords(
  scene: DetailScene,
  vrf: VrfName,
  all: readonly RouteRow[],
  row: RouteRow,
): readonly string[] {
  const { route } = row.candidate;
  const state = standing(row);
  const loser = state === 'inactive' && lostTo(scene, vrf, all, row).grouped;
  return [
    ...(slotRd(route) === undefined && route.leakedFrom === undefined ? [] : ['Secondary']),
    ...(state === 'active' ? ['Active'] : state === 'hidden' ? ['Hidden'] : loser ? ['NotBest'] : []),
    ...(route.kind === 'bgp.external' ? ['Ext'] : ['Int', 'Ext']),
    ...(vrf === MAIN ? [] : ['ProtectionCand']),
  ];
}

export function bgpAsFields(scene: DetailScene, vrf: VrfName, row: RouteRow): readonly string[] {
  const { route } = row.candidate;
  const peer = scene.bgp.peerOf(vrf, route);
  const own = peer ? String(peer.localAs) : scene.asn;
  const theirs = peer?.config.remoteAs ?? neighborAs(route.bgp);
  if (own === undefined) return [];
  return [`Local AS: ${own.padStart(5)} ${theirs === undefined ? '' : `Peer AS: ${String(theirs).padStart(5)}`}`];
}

/** The part of rpd that put it there. */
export function bgpTask(scene: DetailScene, vrf: VrfName, row: RouteRow): string {
  const { route } = row.candidate;
  const peer = slotPeer(route);
  const teller = scene.bgp.peerOf(vrf, route);
  const asn = teller?.config.remoteAs ?? neighborAs(route.bgp);
  const port = scene.style.early && teller?.tcp ? `+${teller.tcp.peerPort}` : '';
  return `BGP${asn === undefined ? '' : `_${asn}`}${peer === undefined ? '' : `.${ipText(peer)}${port}`}`;
}

export function bgpOriginFields(
  scene: DetailScene,
  vrf: VrfName,
  row: RouteRow,
  bgp: PathAttributes,
): readonly string[] {
  const { route } = row.candidate;
  const peer = scene.bgp.peerOf(vrf, route);
  const rd = slotRd(route);
  const labels = ownLabels(row);
  const reflected = bgp.originatorId !== undefined;
  const copied = rd !== undefined;
  const told = rdOf(route.prefix);
  const label = copied || told !== undefined ? 'VPN Label' : 'Route Label';
  const secondary = told === undefined ? [] : copiesOf(scene, row, told);
  const id = scene.bgp.pathOf(vrf, route)?.from;
  const routerId = id !== undefined && id !== 'local' ? id.routerId : peer?.routerId;
  return [
    `AS path: ${asPathText(bgp)} ${aggregatorText(bgp)}${reflected ? ' (Originator)' : ''}`,
    ...(bgp.clusterList ? [`Cluster list:  ${bgp.clusterList.map(ip4Text).join(' ')}`] : []),
    ...(bgp.originatorId === undefined ? [] : [`Originator ID: ${ip4Text(bgp.originatorId)}`]),
    ...communityFields(bgp),
    ...(route.hidden === undefined ? [copied ? 'Import Accepted' : 'Accepted'] : []),
    ...(labels.length === 0 ? [] : [`${label}: ${labels.join(', ')}`]),
    `Localpref: ${bgp.localPref ?? 100}`,
    ...(bgp.aigp === undefined ? [] : [`AIGP: ${bgp.aigp}`]),
    ...(routerId === undefined ? [] : [`Router ID: ${ip4Text(routerId)}`]),
    ...(copied ? [`Primary Routing Table${scene.style.early ? '' : ':'} bgp.l3vpn.0`] : []),
    ...(secondary.length === 0 ? [] : [`Secondary Tables: ${secondary.join(' ')} `]),
  ];
}

/** Its place behind the path was not captured; the words are those of the CLI reference, "show route detail". */
const aggregatorText = ({ aggregator }: PathAttributes): string =>
  aggregator ? ` Aggregator: ${aggregator.asn} ${ip4Text(aggregator.routerId)}` : '';

/** Tables of VPNs that took it over. */
function copiesOf({ tables }: DetailScene, { candidate: { route } }: RouteRow, rd: string): readonly string[] {
  const { text } = route.prefix;
  const peer = slotPeer(route);
  const isCopy = (other: Route): boolean =>
    slotRd(other) === rd && slotPeer(other) === peer && text === `${rd}:${other.prefix.text}`;
  return tables
    .filter(({ rows }) => rows.some(({ routes }) => routes.some(({ candidate }) => isCopy(candidate.route))))
    .map(({ name }) => name);
}
