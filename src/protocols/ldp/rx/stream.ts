// What comes over a session's connection: whole PDUs, their messages, and what is wrong with them.  RFC 5036 §3.5.1.2

import { reasonOf } from '../../../net/codec.ts';
import { STATUS, type StatusName, statusName, TLV } from '../iana.ts';
import { dropped, type Ldp, type Peer } from '../model.ts';
import { type LdpMessage, ldpMessage, ldpPdu, tlvOf } from '../packet/message.ts';
import type { Tlv } from '../packet/tlv.ts';
import { happen, judge, type SessionWork } from '../session.ts';
import { notify } from '../transmit.ts';
import { receiveAddresses, receiveLabelMessage } from './labels.ts';

const KNOWN_TLVS = new Set<number>(Object.values(TLV));

/** Ends the session with a Notification. */
function fail(ldp: Ldp, peer: Peer, status: StatusName, work: SessionWork): void {
  happen(ldp, peer, 'end', work, { status, why: { said: status } });
}

/** Bytes of the peer's, as they come. */
export function receiveBytes(ldp: Ldp, peer: Peer, bytes: Uint8Array, work: SessionWork): void {
  peer.heardAt = ldp.context.now;
  const pdus = peer.framing.take(bytes, peer.agreement?.maxPdu ?? MAX_UNAGREED);
  if (!pdus.ok) {
    dropped(ldp, `PDU ${reasonOf(pdus.error)}`);
    fail(ldp, peer, pdus.error.kind === 'version' ? 'bad protocol version' : 'bad PDU length', work);
    return;
  }
  const { stream } = peer;
  for (const pdu of pdus.value) {
    // A message before may have ended the session.
    if (peer.stream === undefined || peer.stream !== stream) return;
    receivePdu(ldp, peer, pdu, work);
  }
}

/** §3.1: before the parameters are agreed on. */
const MAX_UNAGREED = 4096 + 4;

function receivePdu(ldp: Ldp, peer: Peer, bytes: Uint8Array, work: SessionWork): void {
  const pdu = ldpPdu.decode(bytes, undefined);
  if (!pdu.ok) {
    dropped(ldp, `PDU ${reasonOf(pdu.error)}`);
    fail(ldp, peer, 'bad message length', work);
    return;
  }
  const { lsr, messages } = pdu.value;
  if (lsr.id !== peer.lsr.id || lsr.space !== peer.lsr.space) {
    dropped(ldp, 'PDU of another LSR');
    fail(ldp, peer, 'bad LDP identifier', work);
    return;
  }
  for (const one of messages) {
    if (peer.stream === undefined) return;
    receiveOne(ldp, peer, one, work);
  }
}

function receiveOne(ldp: Ldp, peer: Peer, bytes: Uint8Array, work: SessionWork): void {
  const read = ldpMessage.decode(bytes, undefined);
  if (!read.ok) {
    dropped(ldp, `message ${reasonOf(read.error)}`);
    fail(ldp, peer, read.error.kind === 'value' ? 'malformed TLV value' : 'bad TLV length', work);
    return;
  }
  const one = read.value;
  peer.received.set(one.kind, (peer.received.get(one.kind) ?? 0) + 1);
  if (one.kind === 'unknown') {
    dropped(ldp, 'message unknown');
    // §3.5.1.2.2: the U bit asks for silence.
    if (!one.unknownBit) notify(ldp, peer, 'unknown message type', one);
    return;
  }
  if (one.tlvs.some(isStrange)) {
    dropped(ldp, 'TLV unknown');
    notify(ldp, peer, 'unknown TLV', one);
    return;
  }
  dispatch(ldp, peer, one, work);
}

/** §3.3: a TLV that nobody here knows and that asks for more than silence. */
const isStrange = (tlv: Tlv): boolean => tlv.kind === 'raw' && !tlv.unknown && !KNOWN_TLVS.has(tlv.type);

function dispatch(ldp: Ldp, peer: Peer, one: LdpMessage, work: SessionWork): void {
  switch (one.kind) {
    case 'initialization': {
      const status = judge(ldp, peer, one);
      if (status === undefined) happen(ldp, peer, 'initialization', work, { status: 'shutdown', why: 'cleared' });
      else happen(ldp, peer, 'bad-initialization', work, { status, why: { said: status } });
      return;
    }
    case 'keepalive':
      happen(ldp, peer, 'keepalive', work, { status: 'shutdown', why: { said: 'shutdown' } });
      return;
    case 'notification':
      receiveNotification(ldp, peer, one, work);
      return;
    default:
      happen(ldp, peer, 'message', work, { status: 'shutdown', why: { said: 'shutdown' } });
  }
  if (peer.state !== 'operational') return;
  const status = isAddresses(one) ? receiveAddresses(ldp, peer, one) : receiveLabelMessage(ldp, peer, one);
  if (status === undefined) return;
  dropped(ldp, `message ${status}`);
  if (STATUS[status].fatal) fail(ldp, peer, status, work);
  else notify(ldp, peer, status, one);
}

const isAddresses = ({ kind }: LdpMessage): boolean => kind === 'address' || kind === 'addressWithdraw';

/** §3.5.1.1: a fatal one ends the session; others are told only. */
function receiveNotification(ldp: Ldp, peer: Peer, one: LdpMessage, work: SessionWork): void {
  const status = tlvOf(one, 'status');
  if (!status) {
    dropped(ldp, 'notification without status');
    return;
  }
  if (status.fatal) happen(ldp, peer, 'shutdown', work, { why: { heard: statusName(status.code) ?? status.code } });
}
