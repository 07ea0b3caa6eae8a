// A segment arrives at a connection: the checks in the RFC's order.   RFC 9293 §3.10.7, RFC 5961

import { ACK, FIN, RST, SYN, sequenceLength, type TcpSegment, tcpOption } from '../wire/tcp.ts';
import type { ControlBlock } from './control-block.ts';
import { happen } from './machine.ts';
import { advanceUna, noteDuplicate, setWindow, updateWindow } from './retransmit.ts';
import { advance, distance, inWindow, isBefore, notAfter } from './sequence.ts';
import { challenge, pump, rejectAck, sendAck, sendSyn } from './transmit.ts';

/** Why a segment was thrown away, in the words of a counter; undefined when it was taken. */
export type Drop = string | undefined;

const has = (segment: TcpSegment, flag: number): boolean => (segment.flags & flag) !== 0;
const over = (tcb: ControlBlock): boolean => tcb.state === 'closed' || tcb.state === 'listen';

/** Lets a segment arrive. Its checksum, signature and TTL are good. */
export function arrive(tcb: ControlBlock, segment: TcpSegment): Drop {
  tcb.counters.segmentsIn++;
  tcb.lastReceived = tcb.port.now;
  if (tcb.state === 'listen') return arriveInListen(tcb, segment);
  if (tcb.state === 'syn-sent') return arriveInSynSent(tcb, segment);
  return arriveInOther(tcb, segment);
}

/** Takes over the peer's sequence number, MSS and window from its SYN. */
function noteSyn(tcb: ControlBlock, segment: TcpSegment): void {
  tcb.irs = segment.sequence;
  tcb.rcvNxt = advance(segment.sequence, 1);
  tcb.peerMss = tcpOption(segment, 'mss')?.size ?? tcb.peerMss;
  setWindow(tcb, segment);
}

/** §3.10.7.2, third check. The host has made this block for this SYN. Data on a SYN are left for the peer to repeat. */
function arriveInListen(tcb: ControlBlock, segment: TcpSegment): Drop {
  noteSyn(tcb, segment);
  happen(tcb, 'syn');
  return undefined;
}

/** §3.10.7.3 */
function arriveInSynSent(tcb: ControlBlock, segment: TcpSegment): Drop {
  const acknowledges = has(segment, ACK);
  // First, the ACK bit.
  if (acknowledges && (notAfter(segment.acknowledgment, tcb.iss) || isBefore(tcb.max, segment.acknowledgment))) {
    if (!has(segment, RST)) rejectAck(tcb, segment.acknowledgment);
    return 'ACK of nothing sent';
  }
  // Second, the RST bit.
  if (has(segment, RST)) {
    if (!acknowledges) return 'RST without ACK';
    happen(tcb, 'rst');
    return undefined;
  }
  // Fourth, the SYN bit.
  if (!has(segment, SYN)) return 'no SYN';
  noteSyn(tcb, segment);
  if (!acknowledges) {
    happen(tcb, 'syn');
    return undefined;
  }
  advanceUna(tcb, segment.acknowledgment);
  happen(tcb, 'syn-ack');
  if (!over(tcb)) takeText(tcb, { ...segment, sequence: tcb.rcvNxt });
  settle(tcb);
  return undefined;
}

/** §3.10.7.4 */
function arriveInOther(tcb: ControlBlock, arrived: TcpSegment): Drop {
  let segment = arrived;
  if (tcb.state === 'syn-received' && has(segment, SYN) && segment.sequence === tcb.irs && !has(segment, RST)) {
    if (!has(segment, ACK)) {
      // Our SYN-ACK was lost. The RFC would answer with an ACK and leave the SYN-ACK to its timer.
      sendSyn(tcb);
      return undefined;
    }
    // Simultaneous open: the SYN is known, its ACK is news. §3.5, Figure 8 line 6
    segment = { ...segment, sequence: tcb.rcvNxt, flags: segment.flags & ~SYN };
  }
  const drop = checkSequence(tcb, segment) ?? checkReset(tcb, segment);
  if (drop !== undefined || over(tcb)) return drop;
  // Fourth, the SYN bit. RFC 5961 §4.2
  if (has(segment, SYN)) {
    if (happen(tcb, 'syn')) return 'SYN in window';
    challenge(tcb);
    return 'SYN in window';
  }
  const refused = checkAck(tcb, segment);
  if (refused !== undefined || over(tcb)) return refused;
  if (tcb.state === 'established' || tcb.state === 'fin-wait-1' || tcb.state === 'fin-wait-2') takeText(tcb, segment);
  settle(tcb);
  return undefined;
}

/** First, the sequence number: Table 6. The receive window is never zero here. */
function checkSequence(tcb: ControlBlock, segment: TcpSegment): Drop {
  const length = sequenceLength(segment);
  const { window } = tcb.settings;
  const last = advance(segment.sequence, Math.max(0, length - 1));
  if (inWindow(segment.sequence, tcb.rcvNxt, window) || (length > 0 && inWindow(last, tcb.rcvNxt, window)))
    return undefined;
  if (has(segment, RST)) return 'RST outside the window';
  // The peer's FIN again: our ACK of it was lost.
  if (tcb.state === 'time-wait' && has(segment, FIN) && last === advance(tcb.rcvNxt, -1)) {
    happen(tcb, 'fin');
    return 'duplicate';
  }
  // Data are answered always, or a lost ACK would never be made good; the rest not without end.
  if (length > 0) sendAck(tcb);
  else challenge(tcb);
  return isBefore(segment.sequence, tcb.rcvNxt) ? 'duplicate' : 'outside the window';
}

/** Second, the RST bit. RFC 5961 §3.2 */
function checkReset(tcb: ControlBlock, segment: TcpSegment): Drop {
  if (!has(segment, RST)) return undefined;
  if (segment.sequence !== tcb.rcvNxt) {
    challenge(tcb);
    return 'RST in window';
  }
  happen(tcb, 'rst');
  return undefined;
}

/** Fifth, the ACK field. */
function checkAck(tcb: ControlBlock, segment: TcpSegment): Drop {
  if (!has(segment, ACK)) return 'no ACK';
  const { acknowledgment } = segment;
  if (tcb.state === 'syn-received') {
    if (notAfter(acknowledgment, tcb.una) || isBefore(tcb.max, acknowledgment)) {
      rejectAck(tcb, acknowledgment);
      return 'ACK of nothing sent';
    }
    advanceUna(tcb, acknowledgment);
    setWindow(tcb, segment);
    happen(tcb, 'ack-of-syn');
    return undefined;
  }
  // RFC 5961 §5.2: SND.UNA - MAX.SND.WND =< SEG.ACK =< SND.NXT
  if (isBefore(tcb.max, acknowledgment) || isBefore(acknowledgment, advance(tcb.una, -tcb.maxWindow))) {
    challenge(tcb);
    return isBefore(tcb.max, acknowledgment) ? 'ACK of nothing sent' : 'ACK too old';
  }
  if (isBefore(tcb.una, acknowledgment)) advanceUna(tcb, acknowledgment);
  else noteDuplicate(tcb, segment);
  if (!isBefore(acknowledgment, tcb.una)) updateWindow(tcb, segment);
  // FIN-WAIT-2 waits for a sign of life, and this is one.
  if (tcb.state === 'fin-wait-2') tcb.arm('wait', tcb.traits.finWait);
  else if (tcb.finQueued && tcb.una === advance(tcb.finSequence, 1)) happen(tcb, 'ack-of-fin');
  return undefined;
}

/** Seventh and eighth, the text and the FIN. Urgent data are data like others (RFC 6093 §6). */
function takeText(tcb: ControlBlock, segment: TcpSegment): void {
  const { window } = tcb.settings;
  const edge = tcb.finAt ?? advance(tcb.rcvNxt, window);
  const end = advance(segment.sequence, segment.data.length);
  let { sequence, data } = segment;
  if (isBefore(edge, end)) data = data.subarray(0, isBefore(sequence, edge) ? distance(sequence, edge) : 0);
  else if (has(segment, FIN) && tcb.finAt === undefined && inWindow(end, tcb.rcvNxt, window)) {
    tcb.finAt = end;
    tcb.reassembly.truncate(end);
  }
  if (isBefore(sequence, tcb.rcvNxt)) {
    data = data.subarray(Math.min(data.length, distance(sequence, tcb.rcvNxt)));
    sequence = tcb.rcvNxt;
  }
  if (segment.data.length > 0) {
    tcb.counters.dataSegmentsIn++;
    if (segment.sequence !== tcb.rcvNxt) tcb.counters.outOfOrder++;
    takeData(tcb, sequence, data);
  }
  if (!over(tcb) && tcb.finAt !== undefined) takeFin(tcb);
}

/** Gives the owner what follows on what it has, and keeps the rest. */
function takeData(tcb: ControlBlock, sequence: number, data: Uint8Array): void {
  const { reassembly } = tcb;
  if (sequence === tcb.rcvNxt && reassembly.empty && data.length > 0) {
    tcb.unacknowledged++;
    // §3.8.6.3: at least every second segment is acknowledged at once.
    tcb.ackDue = tcb.traits.delayedAck === 'off' || tcb.unacknowledged >= 2 ? 'now' : 'later';
    deliver(tcb, data);
    return;
  }
  // RFC 5681 §4.2: a gap, its closing and a repetition are told at once.
  tcb.ackDue = 'now';
  reassembly.add(sequence, data);
  for (let run = reassembly.take(tcb.rcvNxt); run; run = reassembly.take(tcb.rcvNxt)) {
    deliver(tcb, run);
    if (over(tcb)) return;
  }
}

function deliver(tcb: ControlBlock, data: Uint8Array): void {
  tcb.rcvNxt = advance(tcb.rcvNxt, data.length);
  tcb.counters.bytesIn += data.length;
  tcb.port.data(data);
}

/** The FIN counts when all before it has arrived. */
function takeFin(tcb: ControlBlock): void {
  if (tcb.finAt !== tcb.rcvNxt) {
    tcb.ackDue = 'now';
    return;
  }
  tcb.rcvNxt = advance(tcb.rcvNxt, 1);
  happen(tcb, 'fin');
}

/** Sends what the segment made possible, and the ACK it is owed. */
function settle(tcb: ControlBlock): void {
  if (over(tcb)) return;
  pump(tcb);
  if (tcb.ackDue === 'now') sendAck(tcb);
  else if (tcb.ackDue === 'later' && tcb.traits.delayedAck !== 'off' && !tcb.armed('ack'))
    tcb.arm('ack', tcb.traits.delayedAck);
}
