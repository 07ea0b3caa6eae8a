// show bgp neighbor [ADDRESS] [instance X]
// Source: captures `show bgp neighbor` (genieparser golden outputs ShowBgpNeighbor; snapshots of Junos 17.4 and 25.4 as JSON
// for the order of fields); transcripts of an MX104 and of vMX with VPNs (tables that took routes over, `not advertising`).

import { ip4Text } from '../../../base/ip.ts';
import type { BgpPeerRow } from '../../../protocols/bgp/show.ts';
import { since, wholeSeconds } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { releaseOf } from '../releases.ts';
import { NLRI, type PeerTable } from './bgp-counts.ts';
import {
  chosenPeers,
  familiesOf,
  namesOf,
  type PeerScene,
  peerFacts,
  peerNumbers,
  restartFacts,
  ribBit,
  sessionFacts,
  staleTime,
  toldOutOf,
} from './bgp-neighbor-facts.ts';
import {
  errorsOf,
  errorText,
  flapText,
  lastEventOf,
  namesFamilies,
  namesLocalAddress,
  optionLines,
  policiesOf,
} from './bgp-neighbor-words.ts';
import { messagesOf } from './bgp-summary.ts';
import { wholeSecondsOf } from './ldp-words.ts';

export const showBgpNeighbor: View = (context, { args }) => {
  const chosen = chosenPeers(context, args);
  if ('refused' in chosen) return [chosen.refused];
  const { scene, shown } = chosen;
  return shown.flatMap((peer, i) => [...(i > 0 ? [''] : []), ...peerLines(scene, peer)]);
};

function peerLines(scene: PeerScene, peer: BgpPeerRow): readonly string[] {
  const { config, state } = peer;
  const { threads, originValidation } = releaseOf(scene.context.box.chassis.model).bgp;
  const { there, here, instance, type, state: stated, client } = peerFacts(peer);
  const up = state === 'established';
  const [lastState, lastEvent] = lastEventOf(peer);
  const policies = policiesOf(scene.context, peer);
  const own =
    config.localAddress === undefined || !namesLocalAddress(scene.context, peer)
      ? ''
      : `Local Address: ${ip4Text(config.localAddress)} `;
  const { preference = 170, shutdownPref: heard } = Object.values(config.families)[0] ?? {};
  return [
    `Peer: ${there} AS ${String(config.remoteAs).padEnd(6)} Local: ${here} AS ${String(peer.localAs).padEnd(5)}`,
    ...(config.description === undefined ? [] : [`  Description: ${config.description}`]),
    ...(threads
      ? [
          `  Group: ${(config.group ?? '').padEnd(21)} Routing-Instance: ${instance}`,
          `  Forwarding routing-instance: ${instance}  `,
        ]
      : []),
    `  Type: ${type.padEnd(12)}State: ${client ? `${stated.padEnd(13)}(route reflector client)` : stated.padEnd(15)}Flags: <${up ? (threads ? 'Sync' : 'ImportEval Sync') : ''}>`,
    `  Last State: ${lastState.padEnd(14)}Last Event: ${lastEvent}`,
    `  Last Error: ${errorText(peer)}`,
    ...(policies === '' ? [] : [`  ${policies}`]),
    ...optionLines(scene.context, peer).map((line) => `  ${line}`),
    ...(config.md5 === undefined ? [] : ['  Authentication key is configured']),
    ...(namesFamilies(scene.context, peer) ? [`  Address families configured: ${namesOf(familiesOf(peer))}`] : []),
    `  ${own}Holdtime: ${wholeSecondsOf(config.holdTime)} Preference: ${preference}`,
    ...metricLines(peer),
    ...(heard === undefined ? [] : [`  Graceful Shutdown Receiver local-preference: ${heard}`]),
    `  Number of flaps: ${peer.dropped}`,
    ...(peer.lastDown ? [`  Last flap event: ${flapText(peer)}`] : []),
    ...errorsOf(peer).map((line) => `  ${line}`),
    ...(originValidation ? ['  Receive eBGP Origin Validation community: Reject'] : []),
    ...(up ? sessionLines(scene, peer) : []),
  ];
}

function metricLines({ config }: BgpPeerRow): readonly string[] {
  const metric = Object.values(config.families)[0]?.metricOut;
  return metric?.kind === 'fixed' ? [`  Outbound metric: ${metric.value}`] : [];
}

function sessionLines(scene: PeerScene, peer: BgpPeerRow): readonly string[] {
  const { config } = peer;
  const { context } = scene;
  const { threads } = releaseOf(context.box.chassis.model).bgp;
  const keepalive = `Keepalive Interval: ${String(wholeSecondsOf(peer.keepalive)).padEnd(10)}`;
  const { group, peer: index, snmp } = peerNumbers(scene, peer);
  const { peerId, ownId, bfd, on, configured, agreed: names } = sessionFacts(scene, peer);
  return [
    `  Peer ID: ${peerId.padEnd(16)}Local ID: ${ownId.padEnd(18)}Active Holdtime: ${wholeSecondsOf(peer.hold)}`,
    ...(threads
      ? [
          `  ${keepalive} Group index: ${String(group).padEnd(4)} Peer index: ${String(index).padEnd(4)} SNMP index: ${snmp}`,
          '  I/O Session Thread: bgpio-0 State: Enabled',
        ]
      : [`  ${keepalive} Group index: ${String(group).padEnd(4)} Peer index: ${String(index).padEnd(4)}`]),
    `  BFD: ${config.bfd ? `enabled, ${bfd}` : 'disabled, down'}`,
    ...(on === undefined ? [] : [`  Local Interface: ${on.name.padEnd(33)}`]),
    `  NLRI for restart configured on peer: ${configured}`,
    `  NLRI advertised by peer: ${names}`,
    `  NLRI for this session: ${names}`,
    ...(peer.refresh ? ['  Peer supports Refresh capability (2)'] : []),
    ...restarterLines(peer),
    ...(peer.gracefulRestart
      ? [
          ...(threads ? ['  Restart flag received from the peer: Notification'] : []),
          `  NLRI that restart is negotiated for: ${names}`,
          `  NLRI of received end-of-rib markers: ${names}`,
          `  NLRI of all end-of-rib markers sent: ${names}`,
        ]
      : ['  Peer does not support Receiver functionality']),
    ...(threads
      ? [`  Peer does not support LLGR Restarter ${peer.gracefulRestart ? '' : 'or Receiver '}functionality`]
      : []),
    peer.as4
      ? `  Peer supports 4 byte AS extension (peer-as ${config.remoteAs})`
      : '  Peer does not support 4 byte AS extension',
    ...addPathLines(peer),
    ...(threads && names.split(' ').includes('inet-unicast')
      ? ['  NLRI(s) enabled for color nexthop resolution: inet-unicast']
      : []),
    ...tableBlocks(scene, peer),
    ...trafficLines(context, peer),
    ...queueLines(scene, peer),
  ];
}

/** Source: Junos OS CLI reference, "show bgp neighbor" (a session with graceful restart on both sides). */
function restarterLines(peer: BgpPeerRow): readonly string[] {
  const { config } = peer;
  const { kept, saved, seconds } = restartFacts(peer);
  return [
    ...(config.keepsForwarding ? [`  Restart time configured on the peer: ${config.gracefulRestart}`] : []),
    `  Stale routes from peer are kept for: ${staleTime(peer)}`,
    ...(kept === ''
      ? ['  Peer does not support Restarter functionality']
      : [`  Restart time requested by this peer: ${seconds}`, `  NLRI that peer supports restart for: ${kept}`]),
    ...(saved === ''
      ? []
      : [`  NLRI peer can save forwarding state: ${saved}`, `  NLRI that peer saved forwarding for: ${saved}`]),
  ];
}

/** By family; before threads, by table (MX104 of 2015: three tables, out of two of which something is told). */
function queueLines({ context, tables }: PeerScene, peer: BgpPeerRow): readonly string[] {
  const all = tables.of(peer);
  if (!releaseOf(context.box.chassis.model).bgp.threads) return all.map((_, i) => `  Output Queue[${i}]: 0`);
  return all
    .filter(({ secondary }) => !secondary)
    .map(({ table, family }, i) => `  Output Queue[${i + 1}]: ${'0'.padEnd(12)} (${table}, ${NLRI[family]})`);
}

function addPathLines({ families }: BgpPeerRow): readonly string[] {
  const of = (wanted: 'addPathReceive' | 'addPathSend'): string =>
    namesOf(families.filter((family) => family[wanted]).map(({ family }) => family));
  const [receive, send] = [of('addPathReceive'), of('addPathSend')];
  if (receive === '' && send === '') return ['  Peer does not support Addpath'];
  return [
    ...(send === '' ? [] : [`  Peer supports Addpath-receive for: ${send}`]),
    ...(receive === '' ? [] : [`  Peer supports Addpath-send for: ${receive}`]),
  ];
}

/** What a PE tells of VPNs leaves its instances' tables; that of VPNs itself is a reflector's to tell. */
function tableBlocks({ context, tables }: PeerScene, peer: BgpPeerRow): readonly string[] {
  const all = tables.of(peer);
  return all.flatMap((one, i) =>
    tableBlock(one, ribBit(context, i), toldOutOf(all, one, peer), peer.restarting === true),
  );
}

function tableBlock(
  one: PeerTable,
  bit: number,
  advertised: number | undefined,
  restarting: boolean,
): readonly string[] {
  const restart = restarting ? 'in progress' : 'is complete';
  const count = (title: string, value: number): string => `    ${`${title}:`.padEnd(30)}${value}`;
  return [
    `  Table ${one.table}${advertised === undefined ? '' : ` Bit: ${bit}`}`,
    `    RIB State: BGP restart ${restart}`,
    ...(one.family === 'vpnv4' ? [`    RIB State: VPN restart ${restart}`] : []),
    `    Send state: ${advertised === undefined ? 'not advertising' : 'in sync'}`,
    count('Active prefixes', one.active),
    count('Received prefixes', one.received),
    count('Accepted prefixes', one.accepted),
    count('Suppressed due to damping', one.damped),
    ...(advertised === undefined ? [] : [count('Advertised prefixes', advertised)]),
  ];
}

function trafficLines({ now }: ViewContext, peer: BgpPeerRow): readonly string[] {
  const ago = (at: BgpPeerRow['lastRead']): string => String(at === undefined ? 0 : wholeSeconds(since(at, now)));
  const line = (title: string, counts: BgpPeerRow['received'], bytes: number): string =>
    `  ${title}Total ${String(messagesOf(counts)).padEnd(6)} Updates ${String(counts.updates).padEnd(7)} Refreshes ${String(counts.refreshes).padEnd(5)} Octets ${bytes}`;
  return [
    `  Last traffic (seconds): Received ${ago(peer.lastRead).padEnd(4)} Sent ${ago(peer.lastWrite).padEnd(4)} Checked ${ago(peer.since)}`,
    line('Input messages:  ', peer.received, peer.bytes?.received ?? 0),
    line('Output messages: ', peer.sent, peer.bytes?.sent ?? 0),
  ];
}
