// Whose connection is whose: those that peers open, and those that come before their Hello.                RFC 5036 §2.5

import { type Ip, ip4Text, isIp4 } from '../../base/ip.ts';
import { seconds } from '../../sim/time.ts';
import type { ProcessInput, StreamKey, StreamOptions } from '../plugin.ts';
import { keyFor } from './filter.ts';
import { MAX_PDU, STATUS } from './iana.ts';
import { dropped, isActive, type Ldp, type Peer, transportsOf } from './model.ts';
import { PduStream } from './packet/framing.ts';
import { ldpMessage, ldpPdu, message } from './packet/message.ts';
import { peerOf } from './peers.ts';
import { receiveBytes } from './rx/stream.ts';
import { connected, connectionFailed, keyOf, type SessionWork, streamOptions } from './session.ts';
import { localLsr } from './transmit.ts';

/** So long a connection may wait for the Hello that belongs to it. */
const PATIENCE = seconds(15);

const nameOf = ({ peer, id }: StreamKey): string => `${peer} ${id}`;
const same = (a: StreamKey | undefined, b: StreamKey): boolean => a !== undefined && nameOf(a) === nameOf(b);

const peerBetween = (ldp: Ldp, remote: Ip, local: Ip | undefined): Peer | undefined =>
  ldp.peers.values().find((peer) => {
    const ends = transportsOf(peer);
    return ends?.remote === remote && (local === undefined || ends.local === local);
  });

/** Somebody opens a connection to the LDP port. */
export function admit(ldp: Ldp, from: Ip, local: Ip): StreamOptions | 'refuse' {
  const peer = peerBetween(ldp, from, local);
  if (!peer) {
    const { authentication } = ldp.config;
    return streamOptions(isIp4(from) ? keyFor(authentication, [ip4Text(from)], from)?.key : undefined);
  }
  // §2.5.2: the connection is the other side's to open, and there is one only.
  if (isActive(peer) || peer.stream) return 'refuse';
  const key = keyOf(ldp, peer);
  return key === 'refused' ? 'refuse' : streamOptions(key);
}

/** Something happened to a connection. */
export function streamInput(ldp: Ldp, input: ProcessInput & { readonly kind: 'stream' }, work: SessionWork): void {
  const { stream, event } = input;
  const peer = ldp.peers.values().find((one) => same(one.stream, stream));
  if (event === 'accepted') accepted(ldp, stream, work);
  else if (!peer) strangerInput(ldp, input, work);
  else if (event === 'opened') connected(ldp, peer, stream, work);
  else if (event === 'data') receiveBytes(ldp, peer, input.bytes ?? new Uint8Array(0), work);
  else connectionFailed(ldp, peer, work);
}

function accepted(ldp: Ldp, stream: StreamKey, work: SessionWork): void {
  const local = ldp.context.stream(stream)?.local;
  const peer = peerBetween(ldp, stream.peer, local);
  if (peer && !peer.stream && !isActive(peer)) {
    connected(ldp, peer, stream, work);
    return;
  }
  ldp.strangers.set(nameOf(stream), { stream, framing: new PduStream() });
  ldp.context.timer('stranger', nameOf(stream), PATIENCE);
}

/** §2.5.3: the first PDU tells who it is; without a Hello it is sent away. */
function strangerInput(ldp: Ldp, input: ProcessInput & { readonly kind: 'stream' }, work: SessionWork): void {
  const name = nameOf(input.stream);
  const stranger = ldp.strangers.get(name);
  if (!stranger) return;
  if (input.event !== 'data') {
    forget(ldp, name);
    return;
  }
  const pdus = stranger.framing.take(input.bytes ?? new Uint8Array(0), MAX_PDU + 4);
  const first = pdus.ok ? pdus.value[0] : undefined;
  if (pdus.ok && !first) return;
  const pdu = first && ldpPdu.decode(first, undefined);
  const peer = pdu?.ok ? peerOf(ldp, pdu.value.lsr) : undefined;
  if (!pdus.ok || !pdu?.ok || !peer || peer.stream || isActive(peer)) {
    dropped(ldp, 'connection without hello');
    sendAway(ldp, input.stream);
    forget(ldp, name);
    return;
  }
  forget(ldp, name);
  connected(ldp, peer, input.stream, work);
  for (const one of pdus.value) receiveBytes(ldp, peer, one, work);
}

function sendAway(ldp: Ldp, stream: StreamKey): void {
  const { code, fatal } = STATUS['session rejected, no hello'];
  const notification = message('notification', 0, [
    { kind: 'status', fatal, forward: false, code, messageId: 0, messageType: 0 },
  ]);
  const pdu = { lsr: localLsr(ldp), messages: [ldpMessage.encode(notification, undefined)] };
  ldp.context.write(stream, ldpPdu.encode(pdu, undefined));
  ldp.context.close(stream);
}

function forget(ldp: Ldp, name: string): void {
  ldp.strangers.delete(name);
  ldp.context.timer('stranger', name, 'off');
}

/** A connection has waited long enough for its Hello. */
export function strangerExpired(ldp: Ldp, name: string): void {
  const stranger = ldp.strangers.get(name);
  if (!stranger) return;
  ldp.strangers.delete(name);
  ldp.context.close(stranger.stream, 'reset');
}
