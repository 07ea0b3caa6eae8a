// Runs the session table: connections, parameters, keepalives, the end.                 RFC 5036 §2.5, §3.5.1, §3.5.3

import { ip4Text } from '../../base/ip.ts';
import { type Micros, plus, seconds, since } from '../../sim/time.ts';
import { step } from '../common/fsm.ts';
import type { StreamKey, StreamOptions } from '../plugin.ts';
import { keyFor, lists } from './filter.ts';
import { LDP_VERSION, MAX_PDU, type StatusName, TLV } from './iana.ts';
import { isActive, isUp, type Ldp, type Peer, transportsOf } from './model.ts';
import { PduStream } from './packet/framing.ts';
import { type LdpMessage, tlvOf } from './packet/message.ts';
import type { Tlv } from './packet/tlv.ts';
import { type LdpFsmAction, type LdpFsmEvent, sessionTable } from './session-fsm.ts';
import type { DownReason } from './show.ts';
import { flush, fromSeconds, localLsr, notify, say, TOS } from './transmit.ts';

/** What a session brings with it when it comes and when it goes: the files above. */
export interface SessionWork {
  opened(ldp: Ldp, peer: Peer): void;
  closed(ldp: Ldp, peer: Peer): void;
}

/** How long a session may take to come up. RFC 5036 §2.5.4 leaves it open. */
const COMING_UP = seconds(15);
/** §3.5.3: the values 0 to 255 mean 4096. */
const SMALL_PDU = 255;

/** The key that the peer's connection is signed with; 'refused': it has none and should. */
export function keyOf(ldp: Ldp, peer: Peer): string | undefined | 'refused' {
  const { authentication } = ldp.config;
  const transports = transportsOf(peer);
  const names = [ip4Text(peer.lsr.id), ...(transports ? [ip4Text(transports.remote)] : [])];
  const key = keyFor(authentication, names, peer.lsr.id);
  const { required } = authentication;
  return key === undefined && required !== undefined && lists(required, peer.lsr.id) ? 'refused' : key;
}

export const streamOptions = (key: string | undefined): StreamOptions => ({
  tos: TOS,
  ...(key === undefined ? {} : { md5: key }),
});

/** Opens the connection, when it is ours to open and there is none. */
export function tryToConnect(ldp: Ldp, peer: Peer): void {
  const { context } = ldp;
  // Every hello comes by here, and most sessions stand.
  if (peer.stream) return;
  const ends = transportsOf(peer);
  if (!ends || !isActive(peer) || context.timerAt('connect', peer.name) !== undefined) return;
  const key = keyOf(ldp, peer);
  if (key === 'refused') return;
  peer.stream = context.connect(context.vrf, ends.remote, { ...streamOptions(key), local: ends.local });
  if (!peer.stream) context.timer('connect', peer.name, ldp.config.session.connectRetry);
}

/** A connection of the peer's, or ours, is open. */
export function connected(ldp: Ldp, peer: Peer, stream: StreamKey, work: SessionWork): void {
  peer.stream = stream;
  peer.framing = new PduStream();
  peer.heardAt = ldp.context.now;
  happen(ldp, peer, 'connected', work);
  ldp.context.timer('hold', peer.name, COMING_UP);
}

/** One step of the table, and what it brings. `status`: what the peer is told; `why`: what is remembered. */
export function happen(
  ldp: Ldp,
  peer: Peer,
  event: LdpFsmEvent,
  work: SessionWork,
  end?: { readonly status?: StatusName; readonly why: DownReason },
): void {
  const outcome = step(sessionTable, peer.state, event, { active: isActive(peer) });
  if (!outcome) return;
  const was = peer.state;
  peer.state = outcome.next;
  if (was !== outcome.next) {
    peer.changedAt = ldp.context.now;
    ldp.stirred = true;
  }
  for (const action of outcome.do) run(ldp, peer, action, work, end);
  if (was !== 'non-existent' && outcome.next === 'non-existent')
    ended(ldp, peer, was === 'operational', work, end?.why);
}

function run(
  ldp: Ldp,
  peer: Peer,
  action: LdpFsmAction,
  work: SessionWork,
  end: { readonly status?: StatusName; readonly why: DownReason } | undefined,
): void {
  const { context } = ldp;
  switch (action) {
    case 'send-initialization':
      say(ldp, peer, 'initialization', initialization(ldp, peer));
      break;
    case 'send-keepalive':
      say(ldp, peer, 'keepalive', []);
      break;
    case 'agree':
      // The parameters were agreed on when the message was judged.
      break;
    case 'open':
      peer.upSince = context.now;
      peer.backoff = undefined;
      context.timer('keepalive', peer.name, peer.agreement?.keepalive ?? 'off');
      context.timer('hold', peer.name, peer.agreement?.hold ?? 'off');
      report(ldp, peer, true, undefined);
      work.opened(ldp, peer);
      break;
    case 'notify':
      notify(ldp, peer, end?.status ?? 'shutdown');
      flush(ldp, peer);
      break;
    case 'disconnect':
      if (peer.stream) context.close(peer.stream);
      break;
  }
}

/** What is left when a session is over, whoever ended it. */
function ended(ldp: Ldp, peer: Peer, wasUp: boolean, work: SessionWork, why: DownReason = 'connection-closed'): void {
  const { context } = ldp;
  for (const timer of ['keepalive', 'hold', 'connect']) context.timer(timer, peer.name, 'off');
  peer.stream = undefined;
  peer.agreement = undefined;
  peer.outbox.length = 0;
  peer.upSince = undefined;
  peer.lastDown = { reason: why, at: context.now };
  if (wasUp) {
    peer.flaps++;
    report(ldp, peer, false, why);
    work.closed(ldp, peer);
  }
  context.timer('connect', peer.name, peer.adjacencies.size === 0 ? 'off' : delayOf(ldp, peer, why));
}

/** §2.5.3: who was refused waits longer each time; a connection that was merely lost is opened again soon. */
function delayOf(ldp: Ldp, peer: Peer, why: DownReason): Micros {
  const { backoff, connectRetry } = ldp.config.session;
  const refused = typeof why === 'object' && peer.changedAt === ldp.context.now && isRefusal(why);
  if (!refused) return connectRetry;
  const delay = peer.backoff ?? backoff.initial;
  peer.backoff = Math.min(delay * 2, backoff.maximum) as Micros;
  return delay;
}

const isRefusal = (why: Exclude<DownReason, string>): boolean => {
  const status = 'heard' in why ? why.heard : why.said;
  return typeof status === 'string' && status.startsWith('session rejected');
};

/** The connection could not be opened, or was lost before anything was said. */
export function connectionFailed(ldp: Ldp, peer: Peer, work: SessionWork): void {
  if (peer.state === 'non-existent') {
    peer.stream = undefined;
    if (peer.adjacencies.size > 0) ldp.context.timer('connect', peer.name, ldp.config.session.connectRetry);
  } else happen(ldp, peer, 'disconnected', work, { why: 'connection-closed' });
}

function report(ldp: Ldp, peer: Peer, up: boolean, reason: DownReason | undefined): void {
  const { lsr, uid } = peer;
  const transport = transportsOf(peer)?.remote ?? lsr.id;
  ldp.context.emit({ kind: 'ldp-session', vrf: ldp.context.vrf, lsr, transport, uid, up, reason });
}

/** §3.5.3, RFC 5561 §4: our proposal. */
function initialization(ldp: Ldp, peer: Peer): readonly Tlv[] {
  const keepaliveSeconds = Math.round(ldp.config.session.hold / 1_000_000);
  const capabilities = ldp.context.traits.capabilities.map(
    (type): Tlv => ({ kind: 'raw', type, unknown: true, forward: false, value: Uint8Array.of(0x80) }),
  );
  const flags = { onDemand: false, loopDetection: false, pathVectorLimit: 0, maxPdu: 0 };
  return [{ kind: 'session', version: LDP_VERSION, keepaliveSeconds, ...flags, receiver: peer.lsr }, ...capabilities];
}

/** Judges the peer's proposal: undefined when it is agreed on, else what it is told. §3.5.3.1 */
export function judge(ldp: Ldp, peer: Peer, one: LdpMessage): StatusName | undefined {
  const wanted = tlvOf(one, 'session');
  if (!wanted) return 'missing message parameters';
  if (wanted.version !== LDP_VERSION) return 'bad protocol version';
  const own = localLsr(ldp);
  if (wanted.receiver.id !== own.id || wanted.receiver.space !== own.space) return 'session rejected, no hello';
  if (wanted.keepaliveSeconds === 0) return 'session rejected, bad keepalive time';
  const hold = Math.min(ldp.config.session.hold, fromSeconds(wanted.keepaliveSeconds)) as Micros;
  peer.proposedHold = fromSeconds(wanted.keepaliveSeconds);
  peer.capabilities = one.tlvs.flatMap((tlv) => (tlv.kind === 'raw' && isCapability(tlv.type) ? [tlv.type] : []));
  peer.agreement = {
    hold,
    // §2.5.6 wants several a hold time, so that one lost is no harm.
    keepalive: Math.min(ldp.config.session.keepalive, Math.floor(hold / 3)) as Micros,
    maxPdu: wanted.maxPdu <= SMALL_PDU ? MAX_PDU : Math.min(wanted.maxPdu, MAX_PDU),
  };
  return undefined;
}

/** Capability TLVs have no registry of their own: those of Initialization messages that are none of RFC 5036's. */
const isCapability = (type: number): boolean => type > TLV.commonSession + 2;

/** The hold timer fired. It runs lazily: heard since, or not. */
export function holdFired(ldp: Ldp, peer: Peer, work: SessionWork): void {
  const span = isUp(peer) ? (peer.agreement?.hold ?? COMING_UP) : COMING_UP;
  const due = plus(isUp(peer) ? peer.heardAt : peer.changedAt, span);
  if (due > ldp.context.now) ldp.context.timer('hold', peer.name, since(ldp.context.now, due));
  else {
    const why = isUp(peer) ? 'keepalive-expired' : 'initialization-expired';
    happen(ldp, peer, 'timeout', work, { status: 'keepalive timer expired', why });
  }
}

/** The keepalive timer fired: a KeepAlive unless something else was said meanwhile. */
export function keepaliveFired(ldp: Ldp, peer: Peer): void {
  const interval = peer.agreement?.keepalive;
  if (!isUp(peer) || interval === undefined) return;
  const due = plus(peer.sentAt, interval);
  if (due <= ldp.context.now) say(ldp, peer, 'keepalive', []);
  const next = due <= ldp.context.now ? interval : since(ldp.context.now, due);
  ldp.context.timer('keepalive', peer.name, next);
}
