// What ACKs and the timers mean for what was sent: progress, loss, silence.   RFC 6298 §5, RFC 5681 §3, RFC 9293 §3.8

import { FIN, type TcpSegment } from '../wire/tcp.ts';
import type { ControlBlock } from './control-block.ts';
import { advance, distance, isBefore, later } from './sequence.ts';
import {
  armPersist,
  armRetransmit,
  effectiveMss,
  hasMore,
  patience,
  pump,
  resendFirst,
  sendProbe,
  sendSyn,
} from './transmit.ts';

/** SND.UNA < SEG.ACK =< SND.NXT: something new has arrived at the peer. */
export function advanceUna(tcb: ControlBlock, acknowledgment: number): void {
  const { now } = tcb.port;
  const opening = !tcb.synAcknowledged;
  const acknowledged = distance(tcb.una, acknowledgment);
  tcb.una = acknowledgment;
  tcb.next = later(tcb.next, acknowledgment);
  tcb.roundTrip.acknowledged(acknowledgment, now);
  tcb.stalledSince = undefined;
  tcb.unreachable = false;
  if (opening) {
    tcb.synAcknowledged = true;
    tcb.congestion.start(effectiveMss(tcb), tcb.tries > 0);
    if (tcb.tries > 0) tcb.roundTrip.afterSlowOpening();
  }
  tcb.tries = 0;
  const data = Math.min(tcb.queue.length, distance(tcb.queueStart, acknowledgment));
  tcb.queue.drop(data);
  tcb.queueStart = advance(tcb.queueStart, data);
  const answer = opening ? undefined : tcb.congestion.acknowledged(acknowledged, acknowledgment);
  // RFC 6298 §5.2, §5.3
  if (tcb.una === tcb.max) tcb.disarm('retransmit');
  else armRetransmit(tcb);
  // Should the window still be closed, the caller's `pump` will see.
  tcb.disarm('persist');
  if (answer === 'resend') resendFirst(tcb);
}

/** Counts a duplicate ACK as RFC 5681 §2 defines it. To be asked before the window is updated. */
export function noteDuplicate(tcb: ControlBlock, segment: TcpSegment): void {
  if (tcb.una === tcb.max || segment.acknowledgment !== tcb.una) return;
  if (
    segment.data.length > 0 ||
    (segment.flags & FIN) !== 0 ||
    segment.window !== tcb.sendWindow ||
    segment.window === 0
  )
    return;
  const answer = tcb.congestion.duplicate(distance(tcb.una, tcb.max), tcb.una, tcb.max);
  if (answer === 'resend') resendFirst(tcb);
}

/** SND.WND from a segment whose ACK is acceptable. §3.10.7.4 step 5 */
export function updateWindow(tcb: ControlBlock, segment: TcpSegment): void {
  const { sequence, acknowledgment, window } = segment;
  if (isBefore(sequence, tcb.wl1) || (sequence === tcb.wl1 && isBefore(acknowledgment, tcb.wl2))) return;
  setWindow(tcb, segment);
  // A probe was answered: the peer lives. §3.8.6.1 MUST-37
  if (window === 0) tcb.stalledSince = undefined;
}

/** SND.WND, SND.WL1, SND.WL2, whatever they were before. */
export function setWindow(tcb: ControlBlock, segment: TcpSegment): void {
  tcb.sendWindow = segment.window;
  tcb.maxWindow = Math.max(tcb.maxWindow, segment.window);
  tcb.wl1 = segment.sequence;
  tcb.wl2 = segment.acknowledgment;
}

/** The retransmission timer ran out. 'give-up': the peer has been silent for too long. */
export function retransmissionTimeout(tcb: ControlBlock): 'give-up' | undefined {
  const { now } = tcb.port;
  const stalled = tcb.stalledSince ?? now;
  if (now - stalled >= patience(tcb) || tcb.tries >= tcb.traits.retransmissions) return 'give-up';
  const again = tcb.tries > 0;
  tcb.tries++;
  tcb.roundTrip.backOff();
  tcb.roundTrip.resent();
  if (!tcb.synAcknowledged) {
    sendSyn(tcb);
    return undefined;
  }
  tcb.congestion.timeout(distance(tcb.una, tcb.max), tcb.max, again);
  // Everything after the lost segment is sent anew as the window allows; what the peer has kept it skips by its ACKs.
  tcb.next = tcb.una;
  pump(tcb);
  return undefined;
}

/** The persist timer ran out: probe, unless nothing has answered for too long. */
export function persistTimeout(tcb: ControlBlock): 'give-up' | undefined {
  const { now } = tcb.port;
  if (tcb.stalledSince !== undefined && now - tcb.stalledSince >= tcb.settings.giveUpAfter) return 'give-up';
  if (!hasMore(tcb)) return undefined;
  tcb.stalledSince ??= now;
  tcb.probes++;
  sendProbe(tcb);
  armPersist(tcb);
  return undefined;
}
