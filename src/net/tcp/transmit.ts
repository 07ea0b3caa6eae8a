// Forming and sending segments: what window, congestion and the queue allow.   RFC 9293 §3.8, §3.10

import type { Micros } from '../../sim/time.ts';
import { ACK, FIN, MD5_ROOM, PSH, RST, SYN, type TcpOption, tcp } from '../wire/tcp.ts';
import type { ControlBlock } from './control-block.ts';
import type { TcpState } from './fsm.ts';
import { advance, distance, isBefore, later } from './sequence.ts';

/** An announced MSS below this is taken for this: segments of a few bytes are an attack on the processor. */
const LEAST_MSS = 64;

/** RFC 5961 §7: at most this many challenge ACKs in this time. */
const CHALLENGES = 10;
const CHALLENGE_INTERVAL = 5_000_000;

const NOTHING = new Uint8Array(0);
const NO_OPTIONS: readonly TcpOption[] = [];

/** States in which data or a FIN may be waiting to be sent. */
const SENDING: ReadonlySet<TcpState> = new Set<TcpState>([
  'established',
  'close-wait',
  'fin-wait-1',
  'closing',
  'last-ack',
]);

/** The most data one segment may carry: both ends' MSS, less the options of every segment. RFC 9293 §3.7.1 */
export function effectiveMss(tcb: ControlBlock): number {
  const size = Math.min(tcb.peerMss, tcb.settings.mss) - (tcb.key ? MD5_ROOM : 0);
  return Math.max(LEAST_MSS, size);
}

function emit(
  tcb: ControlBlock,
  sequence: number,
  flags: number,
  data: Uint8Array = NOTHING,
  options: readonly TcpOption[] = NO_OPTIONS,
): void {
  const { ends, counters, port } = tcb;
  const acknowledges = (flags & ACK) !== 0;
  const bytes = tcp.encode(
    {
      sourcePort: ends.localPort,
      destinationPort: ends.peerPort,
      sequence,
      acknowledgment: acknowledges ? tcb.rcvNxt : 0,
      flags,
      window: (flags & RST) !== 0 ? 0 : tcb.settings.window,
      urgent: 0,
      options,
      data,
    },
    { from: ends.local, to: ends.peer, key: tcb.key },
  );
  if (acknowledges) {
    tcb.ackDue = 'no';
    tcb.unacknowledged = 0;
    tcb.disarm('ack');
  }
  counters.segmentsOut++;
  if (data.length > 0) {
    counters.dataSegmentsOut++;
    counters.bytesOut += data.length;
  }
  tcb.lastSent = port.now;
  if (!port.send(bytes)) tcb.unreachable = true;
}

/** Starts the retransmission timer, cut short where the patience of §3.8.3 ends. RFC 6298 §5.1 */
export function armRetransmit(tcb: ControlBlock): void {
  const { now } = tcb.port;
  tcb.stalledSince ??= now;
  const left = tcb.stalledSince + patience(tcb) - now;
  tcb.arm('retransmit', Math.max(0, Math.min(tcb.roundTrip.rto, left)) as Micros);
}

/** How long the peer may leave unacknowledged what is out now. */
export function patience(tcb: ControlBlock): Micros {
  return tcb.synAcknowledged ? tcb.settings.giveUpAfter : tcb.settings.connectTimeout;
}

/** Our SYN; with an ACK in every state but SYN-SENT. First or again. */
export function sendSyn(tcb: ControlBlock): void {
  const again = tcb.max !== tcb.iss;
  const end = advance(tcb.iss, 1);
  if (again) {
    tcb.counters.retransmits++;
    tcb.roundTrip.resent();
  } else {
    tcb.roundTrip.sent(end, tcb.port.now);
    tcb.max = end;
    tcb.next = end;
  }
  emit(tcb, tcb.iss, tcb.state === 'syn-sent' ? SYN : SYN | ACK, NOTHING, [{ kind: 'mss', size: tcb.settings.mss }]);
  if (!tcb.armed('retransmit')) armRetransmit(tcb);
}

/** <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK> */
export function sendAck(tcb: ControlBlock): void {
  emit(tcb, tcb.max, ACK);
}

/** An ACK that the peer's segment provoked rather than earned; not more than RFC 5961 §7 allows. */
export function challenge(tcb: ControlBlock): void {
  const { now } = tcb.port;
  if (tcb.challengesSince === undefined || now - tcb.challengesSince >= CHALLENGE_INTERVAL) {
    tcb.challengesSince = now;
    tcb.challenges = 0;
  }
  if (tcb.challenges >= CHALLENGES) return;
  tcb.challenges++;
  sendAck(tcb);
}

/** ABORT: <SEQ=SND.NXT><CTL=RST>. §3.10.5 */
export function sendReset(tcb: ControlBlock): void {
  emit(tcb, tcb.max, RST);
}

/** Answers an unacceptable ACK: <SEQ=SEG.ACK><CTL=RST>. The connection stands. §3.10.7.3, §3.10.7.4 */
export function rejectAck(tcb: ControlBlock, acknowledgment: number): void {
  emit(tcb, acknowledgment, RST);
}

/** Bytes of the queue from `next` on. */
const unsent = (tcb: ControlBlock): number =>
  Math.max(0, tcb.queue.length - distance(tcb.queueStart, later(tcb.next, tcb.queueStart)));

/** True while something was written, or a FIN is due, that the next segment would carry. */
export const hasMore = (tcb: ControlBlock): boolean =>
  unsent(tcb) > 0 || (tcb.finQueued && !isBefore(tcb.finSequence, tcb.next));

/** Sends `length` bytes from `sequence` on, and the FIN when asked. */
function sendData(tcb: ControlBlock, sequence: number, length: number, fin: boolean): void {
  const offset = distance(tcb.queueStart, sequence);
  const data = length > 0 ? tcb.queue.peek(offset, length) : NOTHING;
  const end = advance(sequence, length + (fin ? 1 : 0));
  if (isBefore(sequence, tcb.max)) {
    tcb.counters.retransmits++;
    tcb.roundTrip.resent();
  } else tcb.roundTrip.sent(end, tcb.port.now);
  tcb.max = later(tcb.max, end);
  tcb.lastData = tcb.port.now;
  // §3.9.1.2: the segment that empties the queue is pushed.
  const push = length > 0 && offset + length === tcb.queue.length ? PSH : 0;
  emit(tcb, sequence, ACK | push | (fin ? FIN : 0), data);
  tcb.disarm('persist');
  if (!tcb.armed('retransmit')) armRetransmit(tcb);
}

/** Sends one segment from `next` on; false when nothing may go now. No Nagle: small segments do not wait for ACKs. */
function sendNext(tcb: ControlBlock): boolean {
  const flight = distance(tcb.una, tcb.next);
  const room = Math.max(0, Math.min(tcb.sendWindow, tcb.congestion.window) - flight);
  const waiting = unsent(tcb);
  const mss = effectiveMss(tcb);
  const length = Math.min(waiting, mss, room);
  const fin = tcb.finQueued && length === waiting && room > length;
  if (length === 0 && !fin) return false;
  // §3.8.6.2.1 (silly window): a sliver that the window cuts off waits, as long as an ACK is due that opens it.
  if (length < waiting && length < mss && flight > 0) return false;
  sendData(tcb, tcb.next, length, fin);
  tcb.next = advance(tcb.next, length + (fin ? 1 : 0));
  return true;
}

/** Sends all that may be sent, and sees to it that a closed window is probed. */
export function pump(tcb: ControlBlock): void {
  if (!SENDING.has(tcb.state) || !hasMore(tcb)) return;
  const { now } = tcb.port;
  const { lastData } = tcb;
  if (tcb.una === tcb.max && lastData !== undefined && now - lastData > tcb.roundTrip.rto) tcb.congestion.idle();
  while (hasMore(tcb) && sendNext(tcb)) tcb.probes = 0;
  // §3.8.6.1: nothing is on its way whose ACK could open the window.
  if (hasMore(tcb) && tcb.next === tcb.una) {
    tcb.disarm('retransmit');
    if (!tcb.armed('persist')) armPersist(tcb);
  }
}

/** §3.8.6.1: the first probe after one RTO, then at growing intervals. */
export function armPersist(tcb: ControlBlock): void {
  const { now } = tcb.port;
  const interval = Math.min(tcb.roundTrip.rto * 2 ** Math.min(tcb.probes, 16), tcb.traits.maxRto);
  const left = tcb.stalledSince === undefined ? interval : tcb.stalledSince + tcb.settings.giveUpAfter - now;
  tcb.arm('persist', Math.max(0, Math.min(interval, left)) as Micros);
}

/** One byte (or the FIN) beyond the window: the peer must answer with its window. */
export function sendProbe(tcb: ControlBlock): void {
  const length = Math.min(1, unsent(tcb));
  const end = advance(tcb.next, 1);
  if (isBefore(tcb.next, tcb.max)) tcb.counters.retransmits++;
  tcb.roundTrip.resent();
  tcb.max = later(tcb.max, end);
  const data = length > 0 ? tcb.queue.peek(distance(tcb.queueStart, tcb.next), 1) : NOTHING;
  emit(tcb, tcb.next, ACK | (length > 0 ? 0 : FIN), data);
}

/** The oldest segment again, before its timer says so. RFC 5681 §3.2 */
export function resendFirst(tcb: ControlBlock): void {
  const start = tcb.una;
  const sentData = Math.min(tcb.queue.length, distance(start, tcb.max));
  const length = Math.min(sentData, effectiveMss(tcb));
  const fin = tcb.finQueued && length === tcb.queue.length && isBefore(tcb.finSequence, tcb.max);
  if (length === 0 && !fin) return;
  tcb.counters.fastRetransmits++;
  sendData(tcb, start, length, fin);
}
