// UDP.                                                                                      RFC 768, RFC 1122 §4.1.3.4

import { internetChecksum } from '../../base/checksum.ts';
import type { Ip4 } from '../../base/ip.ts';
import { must } from '../../base/must.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { DecodeError, PacketCodec } from '../codec.ts';
import { put16, u16At } from './fields.ts';
import { PROTOCOL } from './iana.ts';

const HEADER = 8;

export interface UdpDatagram {
  readonly fromPort: number;
  readonly toPort: number;
  readonly data: Uint8Array;
}

/** The addresses below: the checksum covers them. */
export interface Ends {
  readonly from: Ip4;
  readonly to: Ip4;
}

/** Sum of the pseudo-header, to carry on from. RFC 768 "Fields", RFC 9293 §3.1 */
export const pseudoSum = ({ from, to }: Ends, protocol: number, length: number): number =>
  (from >>> 16) + (from & 0xffff) + (to >>> 16) + (to & 0xffff) + protocol + length;

function encode(message: UdpDatagram, ends: Ends): Uint8Array {
  const length = HEADER + message.data.length;
  must(length <= 0xffff, `a datagram of ${length} bytes`);
  const bytes = new Uint8Array(length);
  put16(bytes, 0, message.fromPort);
  put16(bytes, 2, message.toPort);
  put16(bytes, 4, length);
  bytes.set(message.data, HEADER);
  // "If the computed checksum is zero, it is transmitted as all ones": zero says there is none.
  put16(bytes, 6, internetChecksum(bytes, pseudoSum(ends, PROTOCOL.udp, length)) || 0xffff);
  return bytes;
}

function decode(bytes: Uint8Array, ends: Ends): Result<UdpDatagram, DecodeError> {
  if (bytes.length < HEADER) return err({ kind: 'short', need: HEADER, have: bytes.length });
  const length = u16At(bytes, 4);
  if (length < HEADER || length > bytes.length) return err({ kind: 'length', field: 'datagram', got: length });
  const sum = u16At(bytes, 6);
  if (sum !== 0 && internetChecksum(bytes, pseudoSum(ends, PROTOCOL.udp, length), 0, length) !== 0)
    return err({ kind: 'checksum' });
  return ok({ fromPort: u16At(bytes, 0), toPort: u16At(bytes, 2), data: bytes.subarray(HEADER, length) });
}

export const udp: PacketCodec<UdpDatagram, Ends> = {
  name: 'UDP',
  encode,
  decode,
  summary: (m) => `${m.fromPort} > ${m.toPort}, ${m.data.length} bytes`,
};
