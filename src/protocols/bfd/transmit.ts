// Sending control packets: what is in them, when the next one is due.                    RFC 5880 §6.8.7, RFC 5881 §4, §5

import { type Micros, millis, since } from '../../sim/time.ts';
import type { ProcessContext, SendOptions } from '../plugin.ts';
import { DIAGNOSTICS, PORT } from './iana.ts';
import { type Intervals, type Session, transmitInterval } from './model.ts';
import { type BfdPacket, bfdPacket } from './packet.ts';
import type { BfdEvent } from './show.ts';
import type { BfdTraits } from './traits.ts';

export type Context = ProcessContext<BfdTraits, BfdEvent>;

/** GTSM: nothing that was forwarded has this TTL. RFC 5881 §5 */
export const TTL = 255;
/** Precedence "internetwork control". */
const TOS = 0xc0;

/** Takes note of a packet, and of the time since the one before it. */
export function noteInterval(intervals: Intervals, now: Micros): void {
  if (intervals.last !== undefined) {
    const interval = since(intervals.last, now);
    intervals.sum += interval;
    intervals.least = Math.min(intervals.least ?? interval, interval) as Micros;
    intervals.most = Math.max(intervals.most ?? interval, interval) as Micros;
  }
  intervals.count++;
  intervals.last = now;
}

/** The packet as it stands. */
function packetOf(context: Context, session: Session, final: boolean): BfdPacket {
  return {
    diagnostic: DIAGNOSTICS.indexOf(session.diagnostic),
    state: session.state,
    // §6.8.7: never both.
    poll: session.polling && !final,
    final,
    controlPlaneIndependent: context.traits.controlPlaneIndependent,
    demand: false,
    multipoint: false,
    multiplier: session.config.timers.multiplier,
    myDiscriminator: session.localDiscriminator,
    yourDiscriminator: session.remoteDiscriminator,
    desiredMinTx: session.minTx,
    requiredMinRx: session.minRx,
    requiredMinEchoRx: 0,
    authentication: undefined,
  };
}

/** Sends one packet. Only a Final is made anew each time. */
export function sendPacket(context: Context, session: Session, final = false): void {
  let { bytes } = session;
  if (final) bytes = bfdPacket.encode(packetOf(context, session, true), undefined);
  else if (!bytes) {
    bytes = bfdPacket.encode(packetOf(context, session, false), undefined);
    session.bytes = bytes;
  }
  const { peer, on, local } = session.path;
  const options: SendOptions = {
    ttl: TTL,
    tos: TOS,
    fromPort: session.fromPort,
    toPort: on === undefined ? PORT.multihop : PORT.singleHop,
    ...(local === undefined ? {} : { from: local }),
  };
  noteInterval(session.sent, context.now);
  context.send(on, peer, bytes, options);
}

/**
 * Arms the timer of the next packet: 75 to 100 per cent of the interval, at most 90 where one lost packet is a failure
 * (§6.8.7). A peer that wants none gets none.
 */
export function scheduleTransmit(context: Context, session: Session): void {
  const interval = transmitInterval(session);
  if (interval === undefined) {
    context.timer('tx', session.key, 'off');
    return;
  }
  const span = session.config.timers.multiplier === 1 ? 0.15 : 0.25;
  const jitter = context.random(Math.max(1, Math.round(interval * span)));
  const least = Math.round(interval * 0.75);
  context.timer('tx', session.key, Math.max(least + jitter, millis(1)) as Micros);
}
