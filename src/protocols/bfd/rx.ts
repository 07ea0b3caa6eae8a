// A control packet came in.                                                          RFC 5880 §6.8.6, RFC 5881 §3, §5

import { sameBytes } from '../../base/bytes.ts';
import type { Ip } from '../../base/ip.ts';
import { reasonOf } from '../../net/codec.ts';
import { u32At } from '../../net/wire/fields.ts';
import type { ProcessInput } from '../plugin.ts';
import { PORT } from './iana.ts';
import { type BfdModel, detectionTime, keyOf, type Session } from './model.ts';
import { type BfdPacket, bfdPacket, LENGTH } from './packet.ts';
import { armDetection, happen, pollAnswered } from './session.ts';
import { type Context, noteInterval, scheduleTransmit, sendPacket, TTL } from './transmit.ts';

/** §4.1 */
const YOUR_DISCRIMINATOR_AT = 8;

type Arrived = ProcessInput & { readonly kind: 'packet' };

/** Takes a packet, or says why not. */
export function received(context: Context, model: BfdModel, input: Arrived): string | undefined {
  const singleHop = input.port !== PORT.multihop;
  // RFC 5881 §5: a packet that came over another hop has less.
  if (singleHop && input.ttl !== TTL) return 'ttl';
  if (repeats(context, model, input, singleHop)) return undefined;
  const read = bfdPacket.decode(input.bytes, undefined);
  if (!read.ok) return reasonOf(read.error);
  const packet = read.value;
  const why = implausible(packet);
  if (why !== undefined) return why;
  const session = sessionFor(model, input, packet, singleHop);
  if (typeof session === 'string') return session;
  if (session.state === 'admin-down') return 'admin down';
  accept(context, model, session, packet, input.bytes);
  return undefined;
}

/** Byte for byte what the peer of a session that is up said before, from where it said it: nothing but time has passed. */
function repeats(context: Context, model: BfdModel, input: Arrived, singleHop: boolean): boolean {
  const { bytes, on, from } = input;
  if (bytes.length < LENGTH) return false;
  const session = model.byDiscriminator.get(u32At(bytes, YOUR_DISCRIMINATOR_AT));
  if (session?.state !== 'up' || session.heard?.state !== 'up' || session.heardAt === undefined) return false;
  if (session.heard.poll || session.heard.final || session.path.peer !== from) return false;
  if (singleHop ? session.path.on !== on : session.path.on !== undefined) return false;
  if (session.heardBytes === undefined || !sameBytes(session.heardBytes, bytes)) return false;
  noteInterval(session.received, context.now);
  session.heardAt = context.now;
  return true;
}

/** §6.8.6, the checks on the packet itself. */
function implausible(packet: BfdPacket): string | undefined {
  if (packet.multiplier === 0) return 'multiplier zero';
  if (packet.multipoint) return 'multipoint';
  if (packet.myDiscriminator === 0) return 'no discriminator';
  // No session here uses authentication.
  if (packet.authentication) return 'authenticated';
  return undefined;
}

/** §6.8.6 and RFC 5881 §3: by the discriminator that we gave, or else by the neighbour and the link. */
function sessionFor(model: BfdModel, input: Arrived, packet: BfdPacket, singleHop: boolean): Session | string {
  const { on, from, to } = input;
  if (from === 'link' || to === 'link') return 'no address';
  const known = packet.yourDiscriminator !== 0;
  if (!known && packet.state !== 'down' && packet.state !== 'admin-down') return 'no session named';
  const session = known
    ? model.byDiscriminator.get(packet.yourDiscriminator)
    : byEnds(model, input, from, to, singleHop);
  if (!session) return known ? 'unknown discriminator' : 'no session';
  const { path } = session;
  if (path.peer !== from) return 'other neighbor';
  if (singleHop ? path.on !== on : path.on !== undefined) return 'other path';
  return session;
}

function byEnds(model: BfdModel, { on }: Arrived, peer: Ip, local: Ip, singleHop: boolean): Session | undefined {
  if (singleHop) return model.sessions.get(keyOf({ peer, on }));
  return (
    model.sessions.get(keyOf({ peer, on: undefined, local })) ?? model.sessions.get(keyOf({ peer, on: undefined }))
  );
}

function accept(context: Context, model: BfdModel, session: Session, packet: BfdPacket, bytes: Uint8Array): void {
  const same = session.heardBytes !== undefined && sameBytes(session.heardBytes, bytes);
  noteInterval(session.received, context.now);
  const silent = session.heardAt === undefined;
  session.heardAt = context.now;
  // A peer that repeats itself has nothing new to say.
  if (!same) learn(context, session, packet, bytes);
  if (silent) armDetection(context, session);
  if (packet.final) pollAnswered(context, session);
  happen(context, model, session, `rx-${packet.state}`);
  if (packet.poll) sendPacket(context, session, true);
}

/** §6.8.6: the peer's values, and what follows from them at once. */
function learn(context: Context, session: Session, packet: BfdPacket, bytes: Uint8Array): void {
  const detection = detectionTime(session);
  const minRx = session.remoteMinRx;
  session.heardBytes = bytes.slice();
  session.heard = packet;
  if (session.remoteDiscriminator !== packet.myDiscriminator) session.bytes = undefined;
  session.remoteDiscriminator = packet.myDiscriminator;
  session.remoteState = packet.state;
  session.remoteMinRx = packet.requiredMinRx;
  session.remoteMinTx = packet.desiredMinTx;
  session.remoteMultiplier = packet.multiplier;
  if (detectionTime(session) !== detection) armDetection(context, session);
  if (session.remoteMinRx !== minRx) scheduleTransmit(context, session);
}
