// Messages on their way out: Hellos at once, session messages in PDUs at the end of the event.      RFC 5036 §3.1, §3.5

import { type Ip4, ip4 } from '../../base/ip.ts';
import type { IfName } from '../../route/names.ts';
import type { Micros } from '../../sim/time.ts';
import type { HelloTimes } from './config.ts';
import { INFINITE_HOLD, MAX_PDU, STATUS, type StatusName } from './iana.ts';
import { countOne, type Ldp, type Peer } from './model.ts';
import { type LdpMessage, ldpMessage, ldpPdu, type MessageKind, message } from './packet/message.ts';
import type { LsrId, Tlv } from './packet/tlv.ts';

/** 224.0.0.2: all routers on this subnet. RFC 5036 §2.4.1 */
export const ALL_ROUTERS = ip4(0xe0000002);
/** Precedence "internetwork control". */
export const TOS = 0xc0;
/** Header of a PDU with its identifier. */
const PDU_OVERHEAD = 10;

export const localLsr = (ldp: Ldp): LsrId => ({ id: ldp.routerId ?? (0 as Ip4), space: 0 });

const nextId = (ldp: Ldp): number => {
  ldp.messageId = (ldp.messageId + 1) >>> 0;
  return ldp.messageId;
};

/** Whole seconds, as a Hello says them. */
export const holdSeconds = ({ hold }: HelloTimes): number =>
  hold === 'infinite' ? INFINITE_HOLD : Math.round(hold / 1_000_000);

/** What a Hello says besides its times. */
interface HelloFacts {
  readonly times: HelloTimes;
  readonly transport: Ip4;
  readonly targeted: boolean;
  readonly requestsTargeted: boolean;
}

function helloPdu(ldp: Ldp, { times, transport, targeted, requestsTargeted }: HelloFacts): Uint8Array {
  const hello = message('hello', nextId(ldp), [
    { kind: 'hello', holdSeconds: holdSeconds(times), targeted, requestsTargeted, gtsm: false },
    { kind: 'transport', address: transport },
  ]);
  return ldpPdu.encode({ lsr: localLsr(ldp), messages: [ldpMessage.encode(hello, undefined)] }, undefined);
}

/** RFC 5036 §2.4.1 */
export function sendLinkHello(ldp: Ldp, on: IfName, transport: Ip4, times: HelloTimes): void {
  const bytes = helloPdu(ldp, { times, transport, targeted: false, requestsTargeted: false });
  countOne(ldp.helloSent, on);
  ldp.context.send(on, ALL_ROUTERS, bytes, { ttl: 1, tos: TOS });
}

/** RFC 5036 §2.4.2. `asks`: the other side shall answer. */
export function sendTargetedHello(ldp: Ldp, to: Ip4, from: Ip4, times: HelloTimes, asks: boolean): void {
  const bytes = helloPdu(ldp, { times, transport: from, targeted: true, requestsTargeted: asks });
  countOne(ldp.helloSent, String(to));
  ldp.context.send(undefined, to, bytes, { from, tos: TOS });
}

/** A message waits for the end of the event, so that many share a PDU. */
export function queue(peer: Peer, one: LdpMessage): void {
  peer.outbox.push(ldpMessage.encode(one, undefined));
  peer.sent.set(one.kind, (peer.sent.get(one.kind) ?? 0) + 1);
}

/** Queues a message of a kind, numbered. */
export function say(ldp: Ldp, peer: Peer, kind: MessageKind, tlvs: readonly Tlv[]): void {
  queue(peer, message(kind, nextId(ldp), tlvs));
}

/** A Notification; `about`: the message that it answers. RFC 5036 §3.5.1 */
export function notify(ldp: Ldp, peer: Peer, status: StatusName, about?: LdpMessage): void {
  const { code, fatal } = STATUS[status];
  const of = { messageId: about?.id ?? 0, messageType: about?.type ?? 0 };
  say(ldp, peer, 'notification', [{ kind: 'status', fatal, forward: false, code, ...of }]);
}

/** Sends what waits, in PDUs as long as both sides agreed. */
export function flush(ldp: Ldp, peer: Peer): void {
  if (peer.outbox.length === 0) return;
  const messages = peer.outbox.splice(0);
  const { stream } = peer;
  if (!stream) return;
  const room = (peer.agreement?.maxPdu ?? MAX_PDU) - PDU_OVERHEAD;
  let batch: Uint8Array[] = [];
  let size = 0;
  const send = (): void => {
    if (batch.length > 0) ldp.context.write(stream, ldpPdu.encode({ lsr: localLsr(ldp), messages: batch }, undefined));
    batch = [];
    size = 0;
  };
  for (const bytes of messages) {
    if (size + bytes.length > room) send();
    batch.push(bytes);
    size += bytes.length;
  }
  send();
  peer.sentAt = ldp.context.now;
}

/** Micros of whole seconds. */
export const fromSeconds = (seconds: number): Micros => (seconds * 1_000_000) as Micros;
