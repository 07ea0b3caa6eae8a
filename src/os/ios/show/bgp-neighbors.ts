// show ip bgp neighbors: a session from its head to its connection.
// Source: captures `show ip bgp neighbors`, `show ip bgp vpnv4 all neighbors`, `show bgp all neighbors` (genieparser golden
// outputs of IOS and IOS XE), snapshots ios_add_path, ios_nxos_bgp_local_as, iosxe_bgp_confederation, iosxe_undefined_route_map.

import { ip4Text, parseIp4 } from '../../../base/ip.ts';
import type { BgpPeerRow } from '../../../protocols/bgp/show.ts';
import { MAIN } from '../../../route/names.ts';
import { type Micros, wholeSeconds } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { refused } from '../statements.ts';
import { ageText } from './age.ts';
import { askedPeers, bgpFacts, type FamilyTitle, familyOfPeer, stateOf } from './bgp-facts.ts';
import { connectionLines, trackingLines } from './bgp-neighbor-connection.ts';
import { familySectionLines } from './bgp-neighbor-family.ts';
import { messages, STATES } from './bgp-summary.ts';
import { bgpNode } from './bgp-words.ts';

export const showBgpNeighbors: View = (context, match) => {
  const facts = bgpFacts(context, match);
  if (typeof facts === 'string') return [facts];
  const peers = askedPeers(context, match);
  if (peers.length === 0 && parseIp4(match.args['neighbor'] ?? '') !== undefined) return [NO_SUCH];
  return peers.flatMap((peer, i) => [...(i === 0 ? [] : ['']), ...neighborLines(context, peer, titlesOf(peer))]);
};

export const NO_SUCH = '% No such neighbor or address family';

const TITLES: readonly FamilyTitle[] = ['IPv4 Unicast', 'VPNv4 Unicast'];

const titlesOf = (peer: BgpPeerRow): readonly FamilyTitle[] =>
  TITLES.filter((title) => familyOfPeer(peer, title) !== undefined);

/** `families`: those that have a section of their own. */
export function neighborLines(
  context: ViewContext,
  peer: BgpPeerRow,
  families: readonly FamilyTitle[],
): readonly string[] {
  return [
    ...headLines(context, peer),
    ...stateLines(context, peer),
    ...capabilityLines(context, peer),
    ...messageLines(context, peer),
    '',
    ...families.flatMap((title) => [...familySectionLines(context, peer, title), '']),
    ...trackingLines(context, peer),
    ...connectionLines(context, peer),
  ];
}

function headLines(context: ViewContext, peer: BgpPeerRow): readonly string[] {
  const { config } = peer;
  const vrf = config.vrf === MAIN ? '' : `  vrf ${config.vrf},`;
  const local = config.localAs ? `  local AS ${localAsText(config.localAs)},` : '';
  const link = peer.kind === 'internal' ? 'internal' : 'external';
  const united = context.router.config?.bgp?.confederation !== undefined && peer.kind !== 'external';
  const star = peer.dynamic ? '*' : '';
  return [
    `BGP neighbor is ${star}${ip4Text(config.address)},${vrf}  remote AS ${config.remoteAs},${local} ${link} link`,
    ...(config.description === undefined ? [] : [` Description: ${config.description}`]),
    ...(config.group === undefined ? [] : [` Member of peer-group ${config.group} for session parameters`]),
    ...(peer.dynamic ? [` Belongs to the subnet range group: ${peer.dynamic.text}`] : []),
    ...(config.shutdown ? ['  Administratively shut down'] : []),
    `  BGP version 4, remote router ID ${ip4Text(peer.state === 'established' ? (peer.routerId ?? NOBODY) : NOBODY)}`,
    ...(united ? ['  Neighbor under common administration'] : []),
  ];
}

const NOBODY = 0 as NonNullable<BgpPeerRow['routerId']>;

function localAsText({ asn, prependIn, prependOwn, dual }: NonNullable<BgpPeerRow['config']['localAs']>): string {
  return [
    asn,
    ...(prependIn ? [] : ['no-prepend']),
    ...(prependOwn ? [] : ['replace-as']),
    ...(dual ? ['dual-as'] : []),
  ].join(' ');
}

const ago = ({ now }: ViewContext, at: Micros | undefined): string =>
  at === undefined ? 'never' : ageText((now - at) as Micros);

function stateLines(context: ViewContext, peer: BgpPeerRow): readonly string[] {
  const { config } = peer;
  const up = peer.state === 'established';
  const node = bgpNode(context.box, config, 'timers');
  const heard = `  Last read ${ago(context, peer.lastRead)}, last write ${ago(context, peer.lastWrite)}, `;
  const times = (hold: Micros, keepalive: Micros): string =>
    `hold time is ${wholeSeconds(hold)}, keepalive interval is ${wholeSeconds(keepalive)} seconds`;
  return [
    `  BGP state = ${STATES[stateOf(context, peer)]}${up ? `, up for ${ago(context, peer.since)}` : ''}`,
    ...(up ? [heard + times(peer.hold ?? config.holdTime, peer.keepalive ?? config.keepalive)] : []),
    ...(node
      ? [
          `  Configured ${times(config.holdTime, config.keepalive)}`,
          `  Minimum holdtime from neighbor is ${wholeSeconds(config.leastHold ?? (0 as Micros))} seconds`,
        ]
      : []),
    ...(config.bfd ? ['  BFD is configured. Using BFD to detect fast fallover'] : []),
  ];
}

const FAMILY_NAMES: Readonly<Record<string, string>> = {
  ipv4: 'IPv4 Unicast',
  'ipv4-labeled': 'ipv4 MPLS Label capability',
  vpnv4: 'VPNv4 Unicast',
  // Not captured: the words of the command in this form.
  rtfilter: 'RTFilter Unicast',
  ipv6: 'IPv6 Unicast',
};

/** `advertised and received`, `advertised`, `received`. */
const ways = (said: boolean, heard: boolean): string =>
  [...(said ? ['advertised'] : []), ...(heard ? ['received'] : [])].join(' and ');

function capabilityLines(context: ViewContext, peer: BgpPeerRow): readonly string[] {
  const { config, open, state } = peer;
  if (state !== 'established') {
    const session = stateOf(context, peer) === 'idle' ? '' : ' for session 0';
    return [
      '  Neighbor sessions:',
      '    0 active, is not multisession capable (disabled)',
      `    Stateful switchover support enabled: NO${session}`,
    ];
  }
  const theirs = (open?.parameters ?? []).flat();
  const has = (kind: string): boolean => theirs.some((one) => one.kind === kind);
  const restart = theirs.find((one) => one.kind === 'graceful-restart');
  const enhanced = ways(config.enhancedRefresh === true, peer.enhancedRefresh === true);
  return [
    '  Neighbor sessions:',
    '    1 active, is not multisession capable (disabled)',
    '  Neighbor capabilities:',
    `    Route refresh: ${peer.refresh ? 'advertised and received(new)' : 'advertised'}`,
    `    Four-octets ASN Capability: ${ways(true, has('four-octet-as'))}`,
    ...familyLines(peer),
    ...restartLines(config.gracefulRestart !== undefined, restart),
    ...(enhanced === '' ? [] : [`    Enhanced Refresh Capability: ${enhanced}`]),
    '    Multisession Capability: ',
    '    Stateful switchover support enabled: NO for session 1',
  ];
}

function familyLines({ config, open }: BgpPeerRow): readonly string[] {
  const theirs = (open?.parameters ?? []).flat();
  return Object.entries(FAMILY_NAMES).flatMap(([family, name]) => {
    const ours = Object.keys(config.families).includes(family);
    const numbers = NUMBERS[family];
    const heard = theirs.some(
      (one) => one.kind === 'multiprotocol' && one.afi === numbers?.[0] && one.safi === numbers[1],
    );
    const how = ways(ours, heard);
    if (how === '') return [];
    return family === 'ipv4-labeled' ? [`    ${name}: ${how}`] : [`    Address family ${name}: ${how}`];
  });
}

const NUMBERS: Readonly<Record<string, readonly [number, number]>> = {
  ipv4: [1, 1],
  'ipv4-labeled': [1, 4],
  vpnv4: [1, 128],
  rtfilter: [1, 132],
  ipv6: [2, 1],
};

type Restart = Extract<
  NonNullable<BgpPeerRow['open']>['parameters'][number][number],
  { readonly kind: 'graceful-restart' }
>;

/** RFC 4724 §3: what it forwards of a family outlived its restart. */
const FORWARDING = 0x80;

/** The bracket that is never closed is the router's own. */
function restartLines(ours: boolean, theirs: Restart | undefined): readonly string[] {
  const how = ways(ours, theirs !== undefined);
  if (how === '') return [];
  const kept = (theirs?.families ?? []).map(({ afi, safi, flags }) => {
    const known = Object.entries(NUMBERS).find(([, numbers]) => numbers[0] === afi && numbers[1] === safi);
    return `${FAMILY_NAMES[known?.[0] ?? ''] ?? `${afi}/${safi}`} (was ${(flags & FORWARDING) === 0 ? 'not ' : ''}preserved`;
  });
  return [
    `    Graceful Restart Capability: ${how}`,
    ...(theirs
      ? [
          `      Remote Restart timer is ${theirs.seconds} seconds`,
          '      Address families advertised by peer:',
          `        ${kept.length === 0 ? 'none' : kept.join(', ')}`,
        ]
      : []),
  ];
}

/** An idle session has no statistics. */
function messageLines(context: ViewContext, peer: BgpPeerRow): readonly string[] {
  const { sent, received, config } = peer;
  const row = (title: string, out: number, into: number): string =>
    `    ${`${title}:`.padEnd(15)}${String(out).padStart(10)}${String(into).padStart(11)}`;
  const pace = wholeSeconds(config.advertisementInterval);
  const counted = stateOf(context, peer) !== 'idle';
  return [
    ...(counted
      ? [
          '  Message statistics:',
          '    InQ depth is 0',
          '    OutQ depth is 0',
          '    ',
          '                         Sent       Rcvd',
          row('Opens', sent.opens, received.opens),
          row('Notifications', sent.notifications, received.notifications),
          row('Updates', sent.updates, received.updates),
          row('Keepalives', sent.keepalives, received.keepalives),
          row('Route Refresh', sent.refreshes, received.refreshes),
          row('Total', messages(sent), messages(received)),
        ]
      : []),
    ...(logs(context) ? ['  Do log neighbor state changes (via global configuration)'] : []),
    `  Default minimum time between advertisement runs is ${pace} seconds`,
  ];
}

/** "bgp log-neighbor-changes" */
export function logs({ box }: Pick<ViewContext, 'box'>): boolean {
  const process = box.store.running.children.find(({ spec }) => spec.name === 'router bgp');
  return (
    process !== undefined &&
    !refused(process, 'bgp log-neighbor-changes') &&
    process.children.some(({ spec }) => spec.name === 'bgp log-neighbor-changes')
  );
}
