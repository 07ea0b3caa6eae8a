// The answers to what can be asked of LDP.

import { type Ip4, ip4Text } from '../../base/ip.ts';
import type { IfName } from '../../route/names.ts';
import { plus } from '../../sim/time.ts';
import { isTarget, targetKey, targetTimes, transportOn, usableFace } from './discovery.ts';
import { labelTowards } from './fecs.ts';
import { needsKey, permits } from './filter.ts';
import { peersOn } from './igp-sync.ts';
import { type Adjacency, type Fec, isActive, isUp, type Ldp, type Peer, transportsOf } from './model.ts';
import { keyOf, ruleOf } from './session.ts';
import type { LdpState } from './session-fsm.ts';
import type {
  LdpBindingRow,
  LdpDiscoveryRow,
  LdpHelloRow,
  LdpIdentifier,
  LdpNeighborRow,
  LdpProcessRow,
  LdpSyncRow,
} from './show.ts';
import { holdSeconds } from './transmit.ts';

const localOf = ({ routerId }: Ldp): LdpIdentifier | undefined =>
  routerId === undefined ? undefined : { id: routerId, space: 0 };

export function processRow(ldp: Ldp): LdpProcessRow {
  const sessions: Record<LdpState, number> = {
    'non-existent': 0,
    initialized: 0,
    opensent: 0,
    openrec: 0,
    operational: 0,
  };
  for (const { state } of ldp.peers.values()) sessions[state]++;
  return {
    vrf: ldp.context.vrf,
    config: ldp.config,
    local: localOf(ldp),
    messageId: ldp.messageId,
    advertisedAddresses: ldp.advertised,
    sessions,
    labels: ldp.fecs.values().filter(({ local }) => local !== undefined && local !== 'null').length,
    drops: ldp.drops,
  };
}

function helloRow(ldp: Ldp, adjacency: Adjacency): LdpHelloRow {
  const { lsr, on, from, transport, localTransport, hold, heardAt, sequence } = adjacency;
  const peer = ldp.peers.values().find(({ adjacencies }) => adjacencies.get(adjacency.key) === adjacency);
  const key = peer && keyOf(ldp, peer);
  return {
    lsr,
    on,
    from,
    transport,
    localTransport,
    localHoldSeconds: adjacency.localHoldSeconds,
    peerHoldSeconds: adjacency.peerHoldSeconds,
    hold,
    expires: hold === 'infinite' ? undefined : plus(heardAt, hold),
    heardAt,
    since: adjacency.since,
    sequence,
    reachableBy: ldp.context.rib(ldp.context.vrf).longest(transport)?.prefix,
    password: key !== undefined,
  };
}

function linkRow(ldp: Ldp, on: IfName): LdpDiscoveryRow {
  const { config, context } = ldp;
  const wanted = config.interfaces[on];
  const face = usableFace(ldp, on);
  const adjacencies = ldp.adjacencies.values().filter((one) => one.on === on);
  return {
    vrf: context.vrf,
    on,
    target: undefined,
    active: true,
    asked: false,
    sending: ldp.active.has(on),
    receiving: adjacencies.length > 0,
    helloInterval: wanted?.hello.interval ?? (0 as never),
    holdSeconds: wanted ? holdSeconds(wanted.hello) : 0,
    nextHello: context.timerAt('hello', on),
    localTransport: face && transportOn(ldp, face),
    hellosSent: ldp.helloSent.get(on) ?? 0,
    hellosReceived: ldp.helloReceived.get(on) ?? 0,
    adjacencies: adjacencies.map((one) => helloRow(ldp, one)),
  };
}

function targetRow(ldp: Ldp, target: Ip4): LdpDiscoveryRow {
  const hello = targetTimes(ldp, target);
  const nextHello = ldp.context.timerAt('target', ip4Text(target));
  const adjacency = ldp.adjacencies.get(targetKey(target));
  return {
    vrf: ldp.context.vrf,
    on: undefined,
    target,
    active: isTarget(ldp, target),
    asked: adjacency?.requestsTargeted === true,
    sending: nextHello !== undefined,
    receiving: adjacency !== undefined,
    helloInterval: hello.interval,
    holdSeconds: holdSeconds(hello),
    nextHello,
    localTransport: ldp.routerId,
    hellosSent: ldp.helloSent.get(String(target)) ?? 0,
    hellosReceived: ldp.helloReceived.get(String(target)) ?? 0,
    adjacencies: adjacency ? [helloRow(ldp, adjacency)] : [],
  };
}

export function discoveryRows(ldp: Ldp): readonly LdpDiscoveryRow[] {
  const { targeted, interfaces } = ldp.config;
  const answered = ldp.adjacencies.values().flatMap(({ on, from }) => (on === undefined ? [from] : []));
  const targets = [...new Set([...targeted.peers, ...ldp.protected.keys(), ...answered])].sort((a, b) => a - b);
  return [
    ...(Object.keys(interfaces) as IfName[]).sort().map((on) => linkRow(ldp, on)),
    ...targets.map((target) => targetRow(ldp, target)),
  ];
}

function protectionOf(ldp: Ldp, peer: Peer): LdpNeighborRow['protection'] {
  const { protect } = ldp.config.targeted;
  const address = transportsOf(peer)?.remote;
  const one = address === undefined ? undefined : ldp.protected.get(address);
  if (!protect || !one) return undefined;
  const heard = peer.adjacencies.some(({ on }) => on === undefined);
  const state = one.holding ? 'protecting' : heard ? 'ready' : 'incomplete';
  return { state, duration: protect.duration };
}

function neighborRow(ldp: Ldp, peer: Peer): LdpNeighborRow {
  const { context, config } = ldp;
  const ends = transportsOf(peer);
  const hold = isUp(peer) ? peer.agreement?.hold : undefined;
  const key = keyOf(ldp, peer);
  const fecs = ldp.fecs.values();
  return {
    vrf: context.vrf,
    lsr: peer.lsr,
    local: localOf(ldp),
    uid: peer.uid,
    state: peer.state,
    active: isActive(peer),
    transport: ends?.remote,
    localTransport: ends?.local,
    connection: peer.stream && context.stream(peer.stream),
    changedAt: peer.changedAt,
    upSince: peer.upSince,
    adjacencies: peer.adjacencies.values().map((one) => helloRow(ldp, one)),
    addresses: [...peer.addresses],
    localHold: config.session.hold,
    peerHold: peer.proposedHold,
    hold: peer.agreement?.hold,
    keepalive: peer.agreement?.keepalive,
    maxPdu: peer.agreement?.maxPdu,
    expires: hold === undefined ? undefined : plus(peer.heardAt, hold),
    nextKeepalive: context.timerAt('keepalive', peer.name),
    nextAttempt: context.timerAt('connect', peer.name),
    backoff: peer.backoff,
    messagesSent: peer.sent,
    messagesReceived: peer.received,
    capabilitiesSent: context.traits.capabilities,
    capabilitiesReceived: peer.capabilities,
    password: {
      inUse: key !== undefined && key !== 'refused',
      required: needsKey(config.authentication, peer.lsr.id),
      of: ruleOf(ldp, peer)?.name,
    },
    protection: protectionOf(ldp, peer),
    labelsReceived: fecs.filter(({ remote }) => remote.has(peer.name)).length,
    labelsSent: fecs.filter(({ told }) => told.has(peer.name)).length,
    lastRevision: ldp.revision,
    flaps: peer.flaps,
    lastDown: peer.lastDown,
  };
}

export const neighborRows = (ldp: Ldp): readonly LdpNeighborRow[] =>
  ldp.peers.values().map((peer) => neighborRow(ldp, peer));

function bindingRow(ldp: Ldp, fec: Fec): LdpBindingRow {
  const inUse = new Set(fec.ways.flatMap((way) => labelTowards(ldp, fec, way)?.peer.name ?? []));
  const lsrOf = (name: string): LdpIdentifier => ldp.peers.get(name)?.lsr ?? { id: 0 as Ip4, space: 0 };
  return {
    prefix: fec.prefix,
    revision: fec.revision,
    routed: fec.route !== undefined,
    local: fec.local,
    ways: fec.ways,
    told: fec.told.entries().map(([name, label]) => ({ lsr: lsrOf(name), label })),
    remote: fec.remote.entries().map(([name, label]) => ({
      lsr: lsrOf(name),
      label,
      inUse: inUse.has(name),
      filtered: !permits(ldp.config.labels.accept, fec.prefix, lsrOf(name).id),
    })),
  };
}

export const bindingRows = (ldp: Ldp): readonly LdpBindingRow[] => ldp.fecs.values().map((fec) => bindingRow(ldp, fec));

export const syncRows = (ldp: Ldp): readonly LdpSyncRow[] =>
  ldp.sync.values().map((fact) => ({
    ...fact,
    vrf: ldp.context.vrf,
    delay: ldp.config.interfaces[fact.on]?.syncDelay,
    peers: peersOn(ldp, fact.on).map((peer) => ({ lsr: peer.lsr, up: isUp(peer) })),
  }));
