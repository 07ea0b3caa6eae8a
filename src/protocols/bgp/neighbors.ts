// Neighbours come, change and go: by configuration, by timers, by links, by order.   RFC 4271 §8.1, §8.2.1

import { equal } from '../../base/equal.ts';
import { type Ip4, parseIp4 } from '../../base/ip.ts';
import { contains, prefix } from '../../base/prefix.ts';
import { byText } from '../../base/sorted-map.ts';
import type { Interface } from '../../net/interface.ts';
import type { IfName, VrfName } from '../../route/names.ts';
import type { BfdPath, ProcessInput } from '../plugin.ts';
import { forgetAll, reconsider } from './adj-rib-in.ts';
import { admit } from './connections.ts';
import { rangeFor } from './dynamic-peers.ts';
import type { SessionChange } from './events.ts';
import { pardon } from './flap-review.ts';
import { forgetHop, holdHop } from './hops.ts';
import { groupTimer, regroup, tellAgain, tellAll } from './membership.ts';
import type { BgpNeighbor } from './neighbor-config.ts';
import { activityOf, freshPeer, isEstablished, type Peer, peerName, type Speaker } from './peer.ts';
import { begin, cease, end, happen, moment, type SessionWork } from './session.ts';
import { RESTART_TIMER, STALE_TIMER, tooLate } from './stale-paths.ts';
import { familiesOf, sayRefresh } from './transmit.ts';

/** Changes of these do not end a session: what they say of routes is applied to those that are there. */
function sessionSide({ families, ...rest }: BgpNeighbor): unknown {
  const { description: _text, advertisementInterval: _pace, group: _group, bfd: _bfd, ...session } = rest;
  return {
    ...session,
    families: Object.entries(families).map(([name, family]) => [name, family.addPath, family.client]),
  };
}

function vrfsOf(speaker: Speaker): ReadonlySet<VrfName> {
  const ranges = (speaker.config.listen ?? []).map((range) => range.vrf);
  return new Set([...speaker.peers.values().map((peer) => peer.config.vrf), ...ranges]);
}

/** Brings the peers into line with the configuration. `anew`: all sessions begin again. */
export function configurePeers(speaker: Speaker, work: SessionWork, anew: boolean): void {
  const wanted = new Map((speaker.config.neighbors ?? []).map((one) => [peerName(one.vrf, one.address), one] as const));
  for (const peer of speaker.peers.values()) {
    if (wanted.has(peer.name) || (peer.dynamic && rangeFor(speaker, peer.config.vrf, peer.config.address))) continue;
    remove(speaker, peer, work);
  }
  for (const name of [...wanted.keys()].sort(byText)) {
    const config = wanted.get(name) as BgpNeighbor;
    const peer = speaker.peers.get(name);
    if (peer) change(speaker, peer, config, work, anew);
    else {
      const made = freshPeer(speaker, config);
      speaker.peers.set(name, made);
      holdHop(speaker, config.vrf, config.address, userOf(made));
    }
  }
  const now = vrfsOf(speaker);
  for (const vrf of speaker.listening) if (!now.has(vrf)) speaker.context.listen(vrf, 'off');
  for (const vrf of now) speaker.context.listen(vrf, (from) => admit(speaker, vrf, from));
  speaker.listening = now;
  for (const peer of speaker.peers.values()) {
    watchLiveness(speaker, peer);
    if (speaker.context.timerAt('idle-hold', peer.name) === undefined) begin(speaker, peer, work);
  }
}

/** Nobody named it, and its session is over. */
export function sweep(speaker: Speaker, work: SessionWork): void {
  for (const peer of speaker.peers.values()) {
    if (!peer.dynamic || peer.lines.some((line) => line.state !== 'idle')) continue;
    remove(speaker, peer, work);
  }
}

function remove(speaker: Speaker, peer: Peer, work: SessionWork): void {
  end(speaker, peer, work, { why: 'removed', error: cease('deconfigured') }, false);
  speaker.context.timer('idle-hold', peer.name, 'off');
  speaker.context.timer('over-limit', peer.name, 'off');
  unwatchLiveness(speaker, peer);
  forgetHop(speaker, peer.config.vrf, peer.config.address, userOf(peer));
  for (const timer of [RESTART_TIMER, STALE_TIMER]) speaker.context.timer(timer, peer.name, 'off');
  forgetAll(speaker, peer);
  pardon(speaker, peer);
  speaker.peers.delete(peer.name);
}

const userOf = (peer: Peer): string => `session ${peer.name}`;

/** There is a way to somebody now: who had none tries once the tables agree. */
export function wayFound(speaker: Speaker, vrf: VrfName, gateway: Ip4): void {
  const peer = speaker.peers.get(peerName(vrf, gateway));
  const line = peer?.lines[0];
  if (!peer || !line || line.stream) return;
  if (line.state === 'connect' || line.state === 'active') speaker.context.timer('retry', peer.name, moment(speaker));
}

/** What ends the session, for those who say so. */
function whatChanged(before: BgpNeighbor, after: BgpNeighbor, anew: boolean): SessionChange {
  const names = ({ families }: BgpNeighbor): readonly string[] => Object.keys(families).sort(byText);
  const clients = ({ families }: BgpNeighbor): unknown => Object.values(families).map(({ client }) => client);
  if (anew) return 'router-id';
  if (before.remoteAs !== after.remoteAs) return 'remote-as';
  if (!equal(names(before), names(after))) return 'families';
  return equal(clients(before), clients(after)) ? 'session' : 'client';
}

function change(speaker: Speaker, peer: Peer, config: BgpNeighbor, work: SessionWork, anew: boolean): void {
  const before = peer.config;
  if (equal(before, config) && !anew) return;
  const restart = anew || !equal(sessionSide(before), sessionSide(config));
  if (restart) {
    peer.showsOwn = false;
    const why = config.shutdown
      ? ({ why: 'shutdown', error: cease('shutdown') } as const)
      : ({ why: 'reconfigured', error: cease('other-change'), changed: whatChanged(before, config, anew) } as const);
    end(speaker, peer, work, why, false);
    peer.overLimit = false;
    speaker.context.timer('idle-hold', peer.name, 'off');
    peer.config = config;
    return;
  }
  peer.config = config;
  reconsider(speaker, peer, 'then');
  if (!isEstablished(peer)) return;
  regroup(speaker, peer);
  // What was refused and not kept may be welcome now.
  for (const family of familiesOf(config))
    if (config.families[family]?.keep === 'none' && peer.agreement?.refresh) sayRefresh(speaker, peer, family, 0);
}

/** By the link that the peer is on, where it has to be on one; undefined: it is on none. */
function livenessOf(speaker: Speaker, { config }: Peer): BfdPath | undefined {
  const on = config.direct ? linkOf(speaker, config) : undefined;
  if (config.direct && on === undefined) return undefined;
  return {
    vrf: config.vrf,
    peer: config.address,
    on,
    ...(config.localAddress === undefined ? {} : { local: config.localAddress }),
  };
}

/** The interface whose subnet the peer is in, up or not. */
const linkOf = (speaker: Speaker, { vrf, address }: BgpNeighbor): IfName | undefined =>
  speaker.context
    .interfaces()
    .find((on) => on.vrf === vrf && on.addresses.some((at) => contains(prefix(at.address, at.length), address)))?.name;

/** The peer is watched where it is now, as it is configured now, and nowhere else. */
function watchLiveness(speaker: Speaker, peer: Peer): void {
  const wanted = peer.config.bfd && livenessOf(speaker, peer);
  if (peer.watched && !(wanted && equal(wanted, peer.watched))) speaker.context.bfd(peer.watched, undefined);
  peer.watched = wanted;
  if (wanted) speaker.context.bfd(wanted, peer.config.bfd);
}

function unwatchLiveness(speaker: Speaker, peer: Peer): void {
  if (peer.watched) speaker.context.bfd(peer.watched, undefined);
  peer.watched = undefined;
}

/** RFC 5882 §4.1: BFD lost the peer. */
export function bfdTold(speaker: Speaker, input: ProcessInput & { readonly kind: 'bfd' }, work: SessionWork): void {
  if (input.state !== 'down') return;
  for (const peer of speaker.peers.values())
    if (
      peer.config.bfd &&
      peer.config.vrf === input.path.vrf &&
      peer.config.address === input.path.peer &&
      isEstablished(peer)
    )
      end(speaker, peer, work, { why: 'bfd-down', error: cease('bfd-down') }, true);
}

/** A link went: so do the sessions with those who were on it. It came: those who wait for it try at once. */
export function linkChanged(speaker: Speaker, on: Interface, work: SessionWork): void {
  for (const peer of speaker.peers.values()) {
    const { config } = peer;
    if (!config.direct || config.vrf !== on.vrf) continue;
    const here = on.addresses.some((at) => at.address === peer.local);
    if (!on.up && here && isEstablished(peer)) end(speaker, peer, work, { why: 'interface-down' }, true);
    else if (on.up) watchLiveness(speaker, peer);
  }
}

export function peerTimer(speaker: Speaker, name: string, key: string, work: SessionWork): void {
  const at = key.lastIndexOf(' ');
  const whole = speaker.peers.get(key);
  if (name === 'advertise' || name === 'out-delay') {
    groupTimer(speaker, name, key);
    return;
  }
  if (whole && (name === RESTART_TIMER || name === STALE_TIMER)) {
    tooLate(speaker, whole);
    return;
  }
  if (name === 'idle-hold') {
    if (whole) begin(speaker, whole, work);
    return;
  }
  if (name === 'over-limit' && whole) {
    whole.overLimit = false;
    begin(speaker, whole, work);
    return;
  }
  if (name === 'retry') {
    const line = whole?.lines[0];
    if (whole && line) happen(speaker, whole, line, 'connect-retry', work);
    return;
  }
  const peer = speaker.peers.get(key.slice(0, at));
  const line = peer?.lines.find(({ id }) => String(id) === key.slice(at + 1));
  if (!peer || !line) return;
  if (name === 'hold') happen(speaker, peer, line, 'hold-expired', work);
  if (name === 'keepalive') happen(speaker, peer, line, 'keepalive-due', work);
}

/** `peer`, `asn`, `vrf`, `group` choose; `soft`: 'in', 'out' or 'true' for both, with sessions left as they are. */
export function clearPeers(speaker: Speaker, args: Readonly<Record<string, string>>, work: SessionWork): void {
  const address = args['peer'] === undefined ? undefined : parseIp4(args['peer']);
  for (const peer of speaker.peers.values()) {
    const { config } = peer;
    if (address !== undefined && config.address !== address) continue;
    if (args['asn'] !== undefined && String(config.remoteAs) !== args['asn']) continue;
    if (args['vrf'] !== undefined && config.vrf !== args['vrf']) continue;
    if (args['group'] !== undefined && config.group !== args['group']) continue;
    const soft = args['soft'];
    if (soft === undefined || soft === 'false') reset(speaker, peer, work);
    else softly(speaker, peer, soft);
  }
}

function reset(speaker: Speaker, peer: Peer, work: SessionWork): void {
  peer.overLimit = false;
  speaker.context.timer('over-limit', peer.name, 'off');
  end(speaker, peer, work, { why: 'cleared', error: cease('reset') }, true);
}

/** Judges what is there anew; asks for everything again (RFC 2918 §4) unless it is kept for that. */
function softly(speaker: Speaker, peer: Peer, how: string): void {
  if (!isEstablished(peer)) return;
  if (how !== 'out') {
    const [line] = peer.lines;
    reconsider(speaker, peer, 'now');
    if (line && peer.agreement?.refresh)
      for (const family of familiesOf(peer.config))
        if (peer.agreement.families.has(family) && !peer.config.families[family]?.keepInbound) {
          activityOf(peer, family).epochIn++;
          sayRefresh(speaker, peer, family, 0);
        }
  }
  if (how !== 'in') for (const family of familiesOf(peer.config)) tellAgain(speaker, peer, family);
}

/** What holds for all of them is another now: what they told, and what they are told. */
export function judgeAnew(speaker: Speaker): void {
  for (const peer of speaker.peers.values()) {
    reconsider(speaker, peer, 'then');
    if (isEstablished(peer)) regroup(speaker, peer);
  }
  tellAll(speaker);
}

/** The process ends. */
export function stopPeers(speaker: Speaker, work: SessionWork): void {
  for (const peer of speaker.peers.values()) remove(speaker, peer, work);
}
