// Runs the session machine: connections, timers, notifications, the end.             RFC 4271 §8.2, §6.8

import { type Micros, minutes } from '../../sim/time.ts';
import { step } from '../common/fsm.ts';
import type { StreamOptions } from '../plugin.ts';
import type { DownReason, SessionChange } from './events.ts';
import { CEASE, ERROR, FSM_ERROR } from './iana.ts';
import { type BgpError, bgpError } from './packet/error.ts';
import { asnTowards, freshLine, type Line, ownId, type Peer, type Speaker, stateOf } from './peer.ts';
import { type BgpFsmAction, type BgpFsmEvent, type BgpState, sessionTable } from './session-fsm.ts';
import { notify, ownOpen, say } from './transmit.ts';

/** What a session brings with it when it comes and when it goes: the files above. */
export interface SessionWork {
  opened(speaker: Speaker, peer: Peer): void;
  closed(speaker: Speaker, peer: Peer, why: DownReason): void;
}

/** Why a connection ends: what is remembered, and what the peer is told. */
export interface End {
  readonly why: DownReason;
  readonly error?: BgpError;
  readonly changed?: SessionChange;
}

/** RFC 4271 §8.2.2, OpenSent: "a HoldTimer value of 4 minutes is suggested". */
const LARGE_HOLD = minutes(4);
const STATE_ERRORS: Readonly<Partial<Record<BgpState, number>>> = {
  'open-sent': FSM_ERROR['open-sent'],
  'open-confirm': FSM_ERROR['open-confirm'],
  established: FSM_ERROR.established,
};

export const cease = (subcode: keyof typeof CEASE): BgpError => bgpError(ERROR.cease, CEASE[subcode]);

export const streamOptions = ({
  config,
}: {
  readonly config: Omit<Peer['config'], 'vrf' | 'address' | 'remoteAs'>;
}): StreamOptions => ({
  tos: 0xc0,
  ...(config.md5 === undefined ? {} : { md5: config.md5 }),
  ...(config.ttl === undefined ? {} : { ttl: config.ttl }),
  ...(config.minTtl === undefined ? {} : { minTtl: config.minTtl }),
});

const lineTimer = (peer: Peer, line: Line): string => `${peer.name} ${line.id}`;

/** It may run: nobody shut it, and this router has a name. */
export const wanted = (speaker: Speaker, peer: Peer): boolean =>
  !peer.config.shutdown && !peer.overLimit && speaker.routerId !== undefined;

/** Begins, unless it may not or has begun. */
export function begin(speaker: Speaker, peer: Peer, work: SessionWork): void {
  const [line] = peer.lines;
  if (line?.state !== 'idle' || !wanted(speaker, peer)) return;
  speaker.context.timer('idle-hold', peer.name, 'off');
  happen(speaker, peer, line, 'start', work);
  if (stateOf(peer) === 'active' && !peer.config.passive) speaker.context.timer('retry', peer.name, moment(speaker));
}

/** How long the first attempt waits: two routers that begin together do not meet each other's. */
export function moment({ context }: Speaker): Micros {
  const { openDelay } = context.traits;
  return (openDelay === undefined ? 0 : context.random(openDelay)) as Micros;
}

/** Ends whatever runs; `again`: it tries anew after the idle hold time. */
export function end(speaker: Speaker, peer: Peer, work: SessionWork, why: End, again: boolean): void {
  for (const line of [...peer.lines]) happen(speaker, peer, line, 'stop', work, why);
  for (const timer of ['retry', 'idle-hold']) speaker.context.timer(timer, peer.name, 'off');
  if (again) speaker.context.timer('idle-hold', peer.name, peer.config.idleHold);
}

/** One step of a connection's machine, and what it brings. */
export function happen(
  speaker: Speaker,
  peer: Peer,
  line: Line,
  event: BgpFsmEvent,
  work: SessionWork,
  why?: End,
): void {
  const waits = event === 'start' && speaker.context.traits.openDelay !== undefined;
  const outcome = step(sessionTable, line.state, event, { passive: peer.config.passive || waits });
  if (!outcome) return;
  const before = stateOf(peer);
  const was = line.state;
  line.state = outcome.next;
  for (const action of outcome.do) run(speaker, peer, line, action, was, why);
  if (was !== 'established' && line.state === 'established') up(speaker, peer, line, work);
  if (was !== 'idle' && line.state === 'idle') down(speaker, peer, line, was, work, why ?? reasonOf(event));
  report(speaker, peer, before);
}

const reasonOf = (event: BgpFsmEvent): End => ({
  why:
    event === 'hold-expired'
      ? 'hold-expired'
      : event === 'notification'
        ? 'notification-received'
        : event === 'failed'
          ? 'closed'
          : 'notification-sent',
});

function run(speaker: Speaker, peer: Peer, line: Line, action: BgpFsmAction, was: BgpState, why?: End): void {
  const { context } = speaker;
  const timer = lineTimer(peer, line);
  switch (action) {
    case 'connect':
      connect(speaker, peer, line);
      break;
    case 'start-retry':
      context.timer('retry', peer.name, peer.config.connectRetry);
      break;
    case 'stop-retry':
      context.timer('retry', peer.name, 'off');
      break;
    case 'send-open':
      say(speaker, peer, line, { type: 'open', open: ownOpen(speaker, peer) });
      break;
    case 'hold-open':
      context.timer('hold', timer, LARGE_HOLD);
      break;
    case 'agree':
      // Both sides' wishes were compared when the OPEN was judged.
      break;
    case 'send-keepalive':
      say(speaker, peer, line, { type: 'keepalive' });
      break;
    case 'start-keepalive':
      context.timer('keepalive', timer, peer.agreement && peer.agreement.hold > 0 ? peer.agreement.keepalive : 'off');
      break;
    case 'restart-hold':
      context.timer('hold', timer, peer.agreement && peer.agreement.hold > 0 ? peer.agreement.hold : 'off');
      break;
    case 'established':
      break;
    case 'notify-hold':
      notify(speaker, peer, line, bgpError(ERROR['hold-timer']), was);
      break;
    case 'notify-state':
      notify(speaker, peer, line, bgpError(ERROR.fsm, STATE_ERRORS[was]), was);
      break;
    case 'notify':
      notify(speaker, peer, line, why?.error ?? cease('shutdown'), was);
      break;
    case 'drop':
      for (const name of ['hold', 'keepalive']) context.timer(name, timer, 'off');
      if (line.stream) context.close(line.stream);
      line.stream = undefined;
      break;
  }
}

/** The peer must be on a link where the session is to be a direct one. */
function onLink(speaker: Speaker, { config }: Peer): boolean {
  const entry = speaker.context.rib(config.vrf).longest(config.address);
  return entry?.active?.route.kind === 'connected';
}

function connect(speaker: Speaker, peer: Peer, line: Line): void {
  const { vrf, address, localAddress, direct } = peer.config;
  if (direct && !onLink(speaker, peer)) return;
  const local = localAddress === undefined ? {} : { local: localAddress };
  line.stream = speaker.context.connect(vrf, address, { ...streamOptions(peer), ...local });
}

function up(speaker: Speaker, peer: Peer, line: Line, work: SessionWork): void {
  const { context } = speaker;
  for (const other of [...peer.lines]) if (other !== line) dump(speaker, peer, other);
  peer.since = context.now;
  peer.established++;
  peer.routerId = line.open?.routerId;
  peer.lastOpen = line.open;
  peer.local = (line.stream && (context.stream(line.stream)?.local as never)) ?? undefined;
  context.timer('retry', peer.name, 'off');
  const { vrf, address, remoteAs } = peer.config;
  context.emit({ kind: 'bgp-peer-up', vrf, peer: address, asn: remoteAs });
  work.opened(speaker, peer);
}

/** A connection is over; where it was the last one, the session is. */
function down(speaker: Speaker, peer: Peer, line: Line, was: BgpState, work: SessionWork, why: End): void {
  const { context } = speaker;
  const at = peer.lines.indexOf(line);
  if (peer.lines.length > 1) {
    peer.lines.splice(at, 1);
    return;
  }
  peer.lines[0] = freshLine(speaker);
  context.timer('retry', peer.name, 'off');
  if (wanted(speaker, peer)) context.timer('idle-hold', peer.name, peer.config.idleHold);
  if (was === 'established') {
    const { vrf, address, remoteAs } = peer.config;
    peer.dropped++;
    peer.since = context.now;
    peer.lastDown = {
      reason: why.why,
      at: context.now,
      ...(why.changed === undefined ? {} : { changed: why.changed }),
    };
    context.emit({
      kind: 'bgp-peer-down',
      vrf,
      peer: address,
      asn: remoteAs,
      reason: why.why,
      error: why.error ?? (peer.lastError?.at === context.now ? peer.lastError.error : undefined),
      ...(why.changed === undefined ? {} : { changed: why.changed }),
    });
    work.closed(speaker, peer, why.why);
  }
  peer.agreement = undefined;
  // Messages are counted by session.
  for (const counts of [peer.received, peer.sentMessages])
    Object.assign(counts, { opens: 0, updates: 0, notifications: 0, keepalives: 0, refreshes: 0 });
}

function report(speaker: Speaker, peer: Peer, before: BgpState): void {
  const after = stateOf(peer);
  if (before === after) return;
  const { vrf, address, remoteAs } = peer.config;
  speaker.context.emit({ kind: 'bgp-peer-state', vrf, peer: address, asn: remoteAs, from: before, to: after });
}

/** §6.8: this one of two connections is closed. */
export function dump(speaker: Speaker, peer: Peer, line: Line): void {
  const at = peer.lines.indexOf(line);
  if (at < 0) return;
  peer.lines.splice(at, 1);
  if (line.state === 'open-sent' || line.state === 'open-confirm')
    notify(speaker, peer, line, cease('collision'), line.state);
  for (const name of ['hold', 'keepalive']) speaker.context.timer(name, lineTimer(peer, line), 'off');
  if (line.stream) speaker.context.close(line.stream, line.state === 'connect' ? 'reset' : undefined);
  line.stream = undefined;
}

/**
 * §6.8: an OPEN came on `line` while another connection has one under way: that which the side with the greater
 * identifier opened stays. True when `line` is the one that goes.
 */
export function collides(speaker: Speaker, peer: Peer, line: Line): boolean {
  const other = peer.lines.find(
    (one) => one !== line && ['open-sent', 'open-confirm', 'established'].includes(one.state),
  );
  if (!other || !line.open || speaker.routerId === undefined) return false;
  const own = ownId(speaker, peer.config.vrf) ?? speaker.routerId;
  // RFC 6286 §2.3: of equal identifiers the greater AS counts.
  const keepOurs =
    own === line.open.routerId ? asnTowards(speaker.config, peer) > line.open.asn : own > line.open.routerId;
  const loser = other.state === 'established' ? line : [line, other].find((one) => one.passive === keepOurs);
  if (!loser) return false;
  dump(speaker, peer, loser);
  return loser === line;
}
