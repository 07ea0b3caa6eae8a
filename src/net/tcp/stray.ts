// The answer to a segment that belongs to no connection.   RFC 9293 §3.10.7.1

import { ACK, RST, sequenceLength, type TcpSegment } from '../wire/tcp.ts';

const NOTHING = new Uint8Array(0);

/** The reset that its sender will believe; undefined for a reset, which is never answered. */
export function resetFor(segment: TcpSegment): TcpSegment | undefined {
  if ((segment.flags & RST) !== 0) return undefined;
  const acknowledged = (segment.flags & ACK) !== 0;
  return {
    sourcePort: segment.destinationPort,
    destinationPort: segment.sourcePort,
    sequence: acknowledged ? segment.acknowledgment : 0,
    acknowledgment: acknowledged ? 0 : (segment.sequence + sequenceLength(segment)) % 2 ** 32,
    flags: acknowledged ? RST : RST | ACK,
    window: 0,
    urgent: 0,
    options: [],
    data: NOTHING,
  };
}
