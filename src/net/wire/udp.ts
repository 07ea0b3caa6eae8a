// UDP.                                                                                      RFC 768, RFC 1122 §4.1.3.4

import { internetChecksum } from '../../base/checksum.ts';
import type { Ip4 } from '../../base/ip.ts';
import { must } from '../../base/must.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { zeroed } from '../../base/slab.ts';
import type { DecodeError, PacketCodec } from '../codec.ts';
import { ip4At, put16, u16At } from './fields.ts';
import { PROTOCOL } from './iana.ts';

export const UDP_HEADER = 8;
/** Of the addresses in an IPv4 header. RFC 791 §3.1 */
const SOURCE_AT = 12;
const DESTINATION_AT = 16;

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
  const length = UDP_HEADER + message.data.length;
  must(length <= 0xffff, 'a long datagram');
  const bytes = zeroed(length);
  put16(bytes, 0, message.fromPort);
  put16(bytes, 2, message.toPort);
  put16(bytes, 4, length);
  bytes.set(message.data, UDP_HEADER);
  // "If the computed checksum is zero, it is transmitted as all ones": zero says there is none.
  put16(bytes, 6, internetChecksum(bytes, pseudoSum(ends, PROTOCOL.udp, length)) || 0xffff);
  return bytes;
}

/** What is wrong with the datagram in an IPv4 packet, whose header ends at `at`; undefined: nothing. */
export function datagramFault(packet: Uint8Array, at: number): DecodeError | undefined {
  return faultAt(packet, at, packet.length - at, ip4At(packet, SOURCE_AT), ip4At(packet, DESTINATION_AT));
}

function faultAt(bytes: Uint8Array, at: number, have: number, from: Ip4, to: Ip4): DecodeError | undefined {
  if (have < UDP_HEADER) return { kind: 'short', need: UDP_HEADER, have };
  const length = u16At(bytes, at + 4);
  if (length < UDP_HEADER || length > have) return { kind: 'length', field: 'datagram', got: length };
  const sum = u16At(bytes, at + 6);
  if (sum === 0) return undefined;
  const wrong = internetChecksum(bytes, pseudoSum({ from, to }, PROTOCOL.udp, length), at, at + length) !== 0;
  return wrong ? { kind: 'checksum' } : undefined;
}

function decode(bytes: Uint8Array, { from, to }: Ends): Result<UdpDatagram, DecodeError> {
  const fault = faultAt(bytes, 0, bytes.length, from, to);
  if (fault) return err(fault);
  const data = bytes.subarray(UDP_HEADER, u16At(bytes, 4));
  return ok({ fromPort: u16At(bytes, 0), toPort: u16At(bytes, 2), data });
}

export const udp: PacketCodec<UdpDatagram, Ends> = {
  name: 'UDP',
  encode,
  decode,
  summary: (m) => `${m.fromPort} > ${m.toPort}, ${m.data.length} bytes`,
};
