// `show bgp neighbor` as elements: for `| display json` and `| display xml`.
// Source: captures `show bgp neighbor | display json` (vQFX 17.4R1: lab-validation junos_ebgp_loop_prevention,
// junos_default_address_selection, juniper_resolution with a peer that cannot restart; vJunos-router 25.4R1:
// junos_cross_term_match, junos_ext_community_literal).

import { ip4Text } from '../../../base/ip.ts';
import type { BgpPeerRow } from '../../../protocols/bgp/show.ts';
import { since, wholeSeconds } from '../../../sim/time.ts';
import { flag, group, leaf, number, spaceOf, type Tag } from '../answer.ts';
import { releaseOf } from '../releases.ts';
import { NLRI, type PeerTable } from './bgp-counts.ts';
import {
  chosenPeers,
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
  errorsCounted,
  errorText,
  flapText,
  lastEventOf,
  moreOptionWords,
  namesFamilies,
  namesLocalAddress,
  optionWords,
  policyNames,
} from './bgp-neighbor-words.ts';
import { messagesOf } from './bgp-summary.ts';
import { wholeSecondsOf } from './ldp-words.ts';
import { longAgeText } from './spans.ts';
import type { TaggedView } from './tagged-view.ts';

/** An element that is there without anything in it: `{ }`. */
const empty = (name: string): Tag => group(name);
const said = (name: string, text: string): Tag => (text === '' ? empty(name) : leaf(name, text));
const named = (name: string, text: string): readonly Tag[] => (text === '' ? [] : [leaf(name, text)]);

export const bgpNeighborTags: TaggedView = (context, match) => {
  const chosen = chosenPeers(context, match.args);
  if ('refused' in chosen) return undefined;
  const { release } = context.box.chassis.model;
  return {
    ...group('bgp-information', ...chosen.shown.map((peer) => peerTag(chosen.scene, peer))),
    attributes: [['xmlns', spaceOf(release, 'junos-routing')]],
  };
};

const DETAIL: NonNullable<Tag['attributes']> = [['junos:style', 'detail']];

function peerTag(scene: PeerScene, peer: BgpPeerRow): Tag {
  const { context } = scene;
  const { config, state } = peer;
  const { threads, originValidation } = releaseOf(context.box.chassis.model).bgp;
  const facts = peerFacts(peer);
  const [lastState, lastEvent] = lastEventOf(peer);
  const up = state === 'established';
  const age = since(peer.since ?? context.now, context.now);
  return {
    ...group(
      'bgp-peer',
      leaf('peer-address', facts.there),
      number('peer-as', config.remoteAs),
      leaf('local-address', facts.here),
      number('local-as', peer.localAs),
      ...(config.description === undefined ? [] : [leaf('description', config.description)]),
      ...(threads
        ? [
            leaf('peer-group', config.group ?? ''),
            leaf('peer-cfg-rti', facts.instance),
            leaf('peer-fwd-rti', facts.instance),
          ]
        : []),
      leaf('peer-type', facts.type),
      leaf('peer-state', facts.state),
      ...(facts.client ? [flag('route-reflector-client')] : []),
      said('peer-flags', up ? (threads ? 'Sync' : 'ImportEval Sync') : ''),
      ...(originValidation ? [empty('rsync-flags')] : []),
      leaf('last-state', lastState),
      leaf('last-event', lastEvent),
      leaf('last-error', errorText(peer)),
      optionTag(scene, peer),
      number('flap-count', peer.dropped),
      ...(peer.lastDown ? [leaf('last-flap-event', flapText(peer))] : []),
      ...(originValidation && up
        ? [
            leaf('elapsed-time', longAgeText(age), ['junos:seconds', String(wholeSeconds(age))]),
            leaf('recv-ebgp-origin-validation-state', 'Reject'),
          ]
        : []),
      ...errorsCounted(peer).map(({ name, sent, received }) =>
        group('bgp-error', leaf('name', name), number('send-count', sent), number('receive-count', received)),
      ),
      ...(up ? sessionTags(scene, peer) : []),
    ),
    attributes: DETAIL,
  };
}

function optionTag({ context }: PeerScene, peer: BgpPeerRow): Tag {
  const { config } = peer;
  const { originValidation } = releaseOf(context.box.chassis.model).bgp;
  const families = Object.keys(config.families) as readonly (keyof typeof NLRI)[];
  const [first] = Object.values(config.families);
  const tag = group(
    'bgp-option-information',
    ...named('export-policy', policyNames(context, peer, 'export')),
    ...named('import-policy', policyNames(context, peer, 'import')),
    ...(originValidation ? [empty('send-community-type')] : []),
    leaf('bgp-options', optionWords(context, peer)),
    said('bgp-options2', moreOptionWords(context, peer)),
    said('bgp-options-extended', first?.shutdownPref === undefined ? '' : 'GracefulShutdownRcv'),
    ...(originValidation ? [empty('bgp-options-extended2')] : []),
    ...(config.md5 === undefined ? [] : [flag('authentication-configured')]),
    ...(namesFamilies(context, peer) ? [leaf('address-families', families.map((one) => NLRI[one]).join(' '))] : []),
    ...(config.localAddress === undefined || !namesLocalAddress(context, peer)
      ? []
      : [leaf('local-address', ip4Text(config.localAddress))]),
    number('holdtime', wholeSecondsOf(config.holdTime)),
    number('preference', first?.preference ?? 170),
    ...(first?.metricOut?.kind === 'fixed' ? [number('metric-out', first.metricOut.value)] : []),
    ...(first?.shutdownPref === undefined ? [] : [number('gshut-recv-local-preference', first.shutdownPref)]),
  );
  const { release } = context.box.chassis.model;
  return originValidation ? tag : { ...tag, attributes: [['xmlns', spaceOf(release, 'junos-routing')]] };
}

/** The tables stand before what is kept of a peer that restarts since 25.4, and behind it before. */
function sessionTags(scene: PeerScene, peer: BgpPeerRow): readonly Tag[] {
  const { context } = scene;
  const { threads, originValidation } = releaseOf(context.box.chassis.model).bgp;
  const facts = sessionFacts(scene, peer);
  const { group: groupIndex, peer: peerIndex, snmp } = peerNumbers(scene, peer);
  const rest = restartTags(peer, facts.agreed, threads);
  const four = [
    ...(peer.as4 ? [number('peer-4byte-as-capability-advertised', peer.config.remoteAs)] : []),
    ...(peer.families.some(({ addPathReceive, addPathSend }) => addPathReceive || addPathSend)
      ? []
      : [flag('peer-addpath-not-supported')]),
  ];
  const ribs = ribTags(scene, peer);
  return [
    ...(originValidation ? [malformed()] : []),
    leaf('peer-id', facts.peerId),
    leaf('local-id', facts.ownId),
    number('active-holdtime', wholeSecondsOf(peer.hold)),
    number('keepalive-interval', wholeSecondsOf(peer.keepalive)),
    ...(threads ? [number('group-index', groupIndex)] : []),
    number('peer-index', peerIndex),
    ...(threads
      ? [
          number('snmp-index', snmp),
          group('bgp-peer-iosession', leaf('iosession-thread-name', 'bgpio-0'), leaf('iosession-state', 'Enabled')),
        ]
      : []),
    group(
      'bgp-bfd',
      leaf('bfd-configuration-state', peer.config.bfd ? 'enabled' : 'disabled'),
      leaf('bfd-operational-state', facts.bfd),
    ),
    ...(facts.on ? [leaf('local-interface-name', facts.on.name), number('local-interface-index', facts.on.index)] : []),
    leaf('peer-restart-nlri-configured', facts.configured),
    leaf('nlri-type-peer', facts.agreed),
    leaf('nlri-type-session', facts.agreed),
    ...(originValidation ? [leaf('loop-check-display', 'AS loop check: Domain Scoped')] : []),
    ...(peer.refresh ? [number('peer-refresh-capability', 2)] : []),
    ...(originValidation ? [...four, ...ribs, ...rest, ...familyTags(peer)] : [...rest, ...four, ...ribs]),
    ...trafficTags(scene, peer),
  ];
}

const malformed = (): Tag =>
  group(
    'bgp-malformed-attributes',
    group('malformed-information', number('log-interval', 300), number('route-limit', 1000)),
  );

function restartTags(peer: BgpPeerRow, agreed: string, threads: boolean): readonly Tag[] {
  const { kept: names, saved, seconds } = restartFacts(peer);
  const { config } = peer;
  const kept = [
    ...(config.keepsForwarding ? [number('peer-restart-time-configured', config.gracefulRestart ?? 0)] : []),
    number('peer-stale-route-time-configured', staleTime(peer)),
    ...(names === ''
      ? [flag('peer-no-restart')]
      : [number('peer-restart-time-received', seconds), leaf('peer-restart-nlri-received', names)]),
    ...(saved === ''
      ? []
      : [leaf('peer-restart-nlri-can-save-state', saved), leaf('peer-restart-nlri-state-saved', saved)]),
  ];
  if (!peer.gracefulRestart)
    return [...kept, flag('peer-no-helper'), ...(threads ? [flag('peer-no-llgr-helper')] : [])];
  return [
    ...kept,
    ...(threads ? [leaf('peer-restart-flags-received', 'Notification')] : []),
    leaf('peer-restart-nlri-negotiated', agreed),
    leaf('peer-end-of-rib-received', agreed),
    leaf('peer-end-of-rib-sent', agreed),
    empty('peer-end-of-rib-scheduled'),
    ...(threads ? [flag('peer-no-llgr-restarter')] : []),
  ];
}

const ribTags = ({ context, tables }: PeerScene, peer: BgpPeerRow): readonly Tag[] => {
  const all = tables.of(peer);
  return all.map((one, i) => ribTag(one, ribBit(context, i), toldOutOf(all, one, peer)));
};

const ribTag = (one: PeerTable, bit: number, advertised: number | undefined): Tag => ({
  ...group(
    'bgp-rib',
    leaf('name', one.table),
    ...(advertised === undefined ? [] : [number('rib-bit', bit)]),
    leaf('bgp-rib-state', 'BGP restart is complete'),
    ...(one.family === 'vpnv4' ? [leaf('vpn-rib-state', 'VPN restart is complete')] : []),
    leaf('send-state', advertised === undefined ? 'not advertising' : 'in sync'),
    number('active-prefix-count', one.active),
    number('received-prefix-count', one.received),
    number('accepted-prefix-count', one.accepted),
    number('suppressed-prefix-count', one.damped),
    ...(advertised === undefined ? [] : [number('advertised-prefix-count', advertised)]),
  ),
  attributes: DETAIL,
});

const familyTags = ({ families }: BgpPeerRow): readonly Tag[] =>
  families
    .filter(({ agreed }) => agreed)
    .map(({ family }) => ({
      ...group(
        'bgp-family-stat',
        leaf('nlri-type', NLRI[family]),
        number('bgp-nlri-send-time', 0),
        number('bgp-nlri-recv-time', 0),
      ),
      attributes: DETAIL,
    }));

function trafficTags({ context, tables }: PeerScene, peer: BgpPeerRow): readonly Tag[] {
  const ago = (at: BgpPeerRow['lastRead']): number => (at === undefined ? 0 : wholeSeconds(since(at, context.now)));
  const way = (name: 'input' | 'output', counts: BgpPeerRow['received'], octets: number): readonly Tag[] => [
    number(`${name}-messages`, messagesOf(counts)),
    number(`${name}-updates`, counts.updates),
    number(`${name}-refreshes`, counts.refreshes),
    number(`${name}-octets`, octets),
  ];
  return [
    number('last-received', ago(peer.lastRead)),
    number('last-sent', ago(peer.lastWrite)),
    number('last-checked', ago(peer.since)),
    ...way('input', peer.received, peer.bytes?.received ?? 0),
    ...way('output', peer.sent, peer.bytes?.sent ?? 0),
    ...tables
      .of(peer)
      .filter(({ secondary }) => !secondary)
      .map(({ table, family }, i) =>
        group(
          'bgp-output-queue',
          number('number', i + 1),
          number('count', 0),
          leaf('table-name', table),
          leaf('rib-adv-nlri', NLRI[family]),
        ),
      ),
  ];
}
