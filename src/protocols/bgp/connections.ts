// Connections that peers open, and what happens to any of them.                      RFC 4271 §8.2.1, §6.8

import { type Ip, isIp4 } from '../../base/ip.ts';
import type { VrfName } from '../../route/names.ts';
import type { ProcessInput, StreamKey, StreamOptions } from '../plugin.ts';
import { admits, adoptAs, dynamicPeer } from './dynamic-peers.ts';
import { ERROR, HEADER, MAX_MESSAGE, OPEN_ERROR } from './iana.ts';
import { noteError } from './note-error.ts';
import type { Dialect } from './packet/attribute.ts';
import type { BgpError } from './packet/error.ts';
import { decodeMessage, type Message } from './packet/message.ts';
import { freshLine, type Line, type Peer, peerName, type Speaker, stateOf } from './peer.ts';
import { agree, openError } from './rx/open.ts';
import { begin, collides, happen, type SessionWork, streamOptions, wanted } from './session.ts';
import { wayOf } from './transmit.ts';

/** What is done with messages of a session that stands. */
export interface Listener extends SessionWork {
  update(speaker: Speaker, peer: Peer, message: Message & { readonly type: 'update' }): void;
  refresh(speaker: Speaker, peer: Peer, message: Message & { readonly type: 'route-refresh' }): void;
}

const PLAIN: Dialect = { as4: true, addPath: new Set() };
const same = (a: StreamKey | undefined, b: StreamKey): boolean =>
  a !== undefined && a.vrf === b.vrf && a.peer === b.peer && a.id === b.id;

/** Only neighbours that were configured, with the key and the TTL that belongs to them. */
export function admit(speaker: Speaker, vrf: VrfName, from: Ip): StreamOptions | 'refuse' {
  if (!isIp4(from)) return 'refuse';
  const peer = speaker.peers.get(peerName(vrf, from));
  if (!peer) {
    const range = admits(speaker, vrf, from);
    return range && speaker.routerId !== undefined ? streamOptions({ config: range.template }) : 'refuse';
  }
  if (peer.config.activeOnly || !wanted(speaker, peer) || stateOf(peer) === 'idle') return 'refuse';
  return streamOptions(peer);
}

export function streamInput(speaker: Speaker, input: ProcessInput & { readonly kind: 'stream' }, work: Listener): void {
  const { stream, event } = input;
  const peer = peerOf(speaker, stream, event === 'accepted', work);
  if (!peer) {
    speaker.context.close(stream, 'reset');
    return;
  }
  if (event === 'accepted') accepted(speaker, peer, stream, work);
  const line = peer.lines.find((one) => same(one.stream, stream));
  if (!line) return;
  if (event === 'opened') happen(speaker, peer, line, 'connected', work);
  else if (event === 'data') receive(speaker, peer, line, input.bytes ?? new Uint8Array(0), work);
  else if (event === 'closed' || event === 'refused') {
    line.stream = undefined;
    happen(speaker, peer, line, 'failed', work);
  }
}

/** The neighbour at the other end; one from a range comes into being with its connection. */
function peerOf(speaker: Speaker, { vrf, peer: from }: StreamKey, accepted: boolean, work: Listener): Peer | undefined {
  if (!isIp4(from)) return undefined;
  const known = speaker.peers.get(peerName(vrf, from));
  if (known || !accepted) return known;
  const range = admits(speaker, vrf, from);
  if (!range) return undefined;
  const peer = dynamicPeer(speaker, range, from);
  begin(speaker, peer, work);
  return peer;
}

/** Takes the place of a line that only waits; beside one that is further it is a rival. */
function accepted(speaker: Speaker, peer: Peer, stream: StreamKey, work: Listener): void {
  const [main] = peer.lines;
  const local = peer.config.localAddress;
  const there = speaker.context.stream(stream)?.local;
  const state = stateOf(peer);
  if (!main || state === 'idle' || peer.lines.length > 1 || (local !== undefined && there !== local)) {
    speaker.context.close(stream, 'reset');
    return;
  }
  const line: Line = freshLine(speaker, stream);
  if (main.state === 'active') peer.lines[0] = line;
  else peer.lines.push(line);
  happen(speaker, peer, line, 'connected', work);
}

function receive(speaker: Speaker, peer: Peer, line: Line, bytes: Uint8Array, work: Listener): void {
  const { messages, error } = line.framing.take(bytes, MAX_MESSAGE);
  for (const raw of messages) {
    if (!line.stream) return;
    const read = decodeMessage(raw, peer.agreement?.reading ?? PLAIN);
    peer.lastRead = speaker.context.now;
    peer.bytes.received += HEADER + raw.body.length;
    if (read.ok) heard(speaker, peer, line, read.value, work);
    else happen(speaker, peer, line, 'error', work, { why: 'notification-sent', error: read.error });
  }
  if (error && line.stream) happen(speaker, peer, line, 'error', work, { why: 'notification-sent', error });
}

function heard(speaker: Speaker, peer: Peer, line: Line, message: Message, work: Listener): void {
  switch (message.type) {
    case 'open':
      peer.received.opens++;
      heardOpen(speaker, peer, line, message, work);
      break;
    case 'keepalive':
      peer.received.keepalives++;
      if (line.state === 'established') peer.toldAll = true;
      happen(speaker, peer, line, 'keepalive', work);
      break;
    case 'notification': {
      const { vrf, address, remoteAs } = peer.config;
      peer.received.notifications++;
      noteError(peer, message.error, false, speaker.context.now);
      speaker.context.emit({
        kind: 'bgp-notification',
        vrf,
        peer: address,
        asn: remoteAs,
        sent: false,
        error: message.error,
        ...wayOf(line, line.state),
      });
      shownOtherwise(peer, message.error);
      happen(speaker, peer, line, 'notification', work);
      break;
    }
    case 'update':
      peer.received.updates++;
      happen(speaker, peer, line, 'update', work);
      if (line.state === 'established') work.update(speaker, peer, message);
      break;
    case 'route-refresh':
      peer.received.refreshes++;
      happen(speaker, peer, line, 'update', work);
      if (line.state === 'established') work.refresh(speaker, peer, message);
      break;
  }
}

/** RFC 7705 §4: who does not know us by the one AS may by the other. */
function shownOtherwise(peer: Peer, { code, subcode }: BgpError): void {
  if (!peer.config.localAs?.dual || code !== ERROR.open || subcode !== OPEN_ERROR['peer-as']) return;
  peer.showsOwn = !peer.showsOwn;
}

function heardOpen(
  speaker: Speaker,
  peer: Peer,
  line: Line,
  { open }: Message & { readonly type: 'open' },
  work: Listener,
): void {
  if (line.state !== 'open-sent') {
    happen(speaker, peer, line, 'open', work);
    return;
  }
  adoptAs(speaker, peer, open.asn);
  const error = openError(speaker, peer, open);
  const agreed = agree(peer, open);
  if (error || !agreed.ok) {
    const why = error ?? (agreed.ok ? undefined : agreed.error);
    happen(speaker, peer, line, 'error', work, { why: 'notification-sent', ...(why ? { error: why } : {}) });
    return;
  }
  line.open = open;
  if (collides(speaker, peer, line)) return;
  peer.agreement = agreed.value;
  happen(speaker, peer, line, 'open', work);
}
