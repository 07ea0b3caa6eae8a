// The IPv4 header: checks, encoding, and the one change that forwarding makes.        RFC 791 §3.1, RFC 1812 §5.2.2

import { internetChecksum } from '../../base/checksum.ts';
import { type Ip4, ip4Text } from '../../base/ip.ts';
import { must } from '../../base/must.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { zeroed } from '../../base/slab.ts';
import type { DecodeError, PacketCodec } from '../codec.ts';
import { ip4At, put16, put32, u16At } from './fields.ts';

/** The header without options. */
export const MIN_HEADER = 20;
export const MAX_PACKET = 65535;
/** Flags and offset, as they stand in bytes 6 and 7. */
export const DF = 0x4000;
export const MF = 0x2000;
export const OFFSET_MASK = 0x1fff;

export interface Ipv4Header {
  readonly tos: number;
  readonly id: number;
  readonly df: boolean;
  readonly mf: boolean;
  /** Of this fragment in the whole datagram's data, in bytes: a multiple of 8. */
  readonly offset: number;
  readonly ttl: number;
  readonly protocol: number;
  readonly from: Ip4;
  readonly to: Ip4;
  /** Kept as they came, padded to a multiple of 4. */
  readonly options: Uint8Array;
}

export interface Ipv4Packet extends Ipv4Header {
  readonly payload: Uint8Array;
}

export const headerLength = (packet: Uint8Array): number => ((packet[0] as number) & 15) * 4;
export const totalLength = (packet: Uint8Array): number => u16At(packet, 2);
export const sourceOf = (packet: Uint8Array): Ip4 => ip4At(packet, 12);
export const destinationOf = (packet: Uint8Array): Ip4 => ip4At(packet, 16);
export const ttlOf = (packet: Uint8Array): number => packet[8] as number;
export const protocolOf = (packet: Uint8Array): number => packet[9] as number;
export const tosOf = (packet: Uint8Array): number => packet[1] as number;
export const idOf = (packet: Uint8Array): number => u16At(packet, 4);
export const isDf = (packet: Uint8Array): boolean => ((packet[6] as number) & 0x40) !== 0;
export const hasMore = (packet: Uint8Array): boolean => ((packet[6] as number) & 0x20) !== 0;
/** Offset of this fragment's data, in bytes. */
export const offsetOf = (packet: Uint8Array): number => (u16At(packet, 6) & OFFSET_MASK) * 8;
/** True for any part of a datagram that is not the whole. */
export const isFragment = (packet: Uint8Array): boolean => (u16At(packet, 6) & (MF | OFFSET_MASK)) !== 0;

/** What is wrong with the header at `at`; undefined: nothing. RFC 1812 §5.2.2 steps 1 to 5, the checksum last. */
export function headerFault(bytes: Uint8Array, at: number): DecodeError | undefined {
  const have = bytes.length - at;
  if (have < MIN_HEADER) return { kind: 'short', need: MIN_HEADER, have };
  const first = bytes[at] as number;
  if (first >>> 4 !== 4) return { kind: 'version', got: first >>> 4 };
  const header = (first & 15) * 4;
  if (header < MIN_HEADER) return { kind: 'length', field: 'header', got: header };
  const total = u16At(bytes, at + 2);
  if (total < header) return { kind: 'length', field: 'total', got: total };
  if (total > have) return { kind: 'short', need: total, have };
  return internetChecksum(bytes, 0, at, at + header) === 0 ? undefined : { kind: 'checksum' };
}

/** Writes the checksum of the header at `at`. */
export function sealHeader(bytes: Uint8Array, at = 0): void {
  const header = ((bytes[at] as number) & 15) * 4;
  put16(bytes, at + 10, 0);
  put16(bytes, at + 10, internetChecksum(bytes, 0, at, at + header));
}

/** Another TTL, and the checksum follows without being computed anew. RFC 1624 §3, equation 3 */
export function setTtl(bytes: Uint8Array, at: number, ttl: number): void {
  const old = u16At(bytes, at + 8);
  const word = (ttl << 8) | (old & 0xff);
  let sum = (~u16At(bytes, at + 10) & 0xffff) + (~old & 0xffff) + word;
  sum = (sum & 0xffff) + (sum >>> 16);
  sum = (sum & 0xffff) + (sum >>> 16);
  put16(bytes, at + 10, ~sum & 0xffff);
  bytes[at + 8] = ttl;
}

/** One hop: TTL less one. */
export const decrementTtl = (bytes: Uint8Array, at: number): void => setTtl(bytes, at, (bytes[at + 8] as number) - 1);

/** Writes the header of a packet of `total` bytes at `at`. */
export function putHeader(bytes: Uint8Array, at: number, message: Ipv4Header, total: number): void {
  const header = MIN_HEADER + message.options.length;
  must(message.options.length % 4 === 0 && header <= 60, 'IP options');
  must(total <= MAX_PACKET, 'a long IP packet');
  must(message.offset % 8 === 0, 'a fragment offset');
  bytes[at] = 0x40 | (header >>> 2);
  bytes[at + 1] = message.tos;
  put16(bytes, at + 2, total);
  put16(bytes, at + 4, message.id);
  put16(bytes, at + 6, (message.df ? DF : 0) | (message.mf ? MF : 0) | (message.offset >>> 3));
  bytes[at + 8] = message.ttl;
  bytes[at + 9] = message.protocol;
  put32(bytes, at + 12, message.from);
  put32(bytes, at + 16, message.to);
  if (message.options.length > 0) bytes.set(message.options, at + MIN_HEADER);
  sealHeader(bytes, at);
}

function encode(message: Ipv4Packet): Uint8Array {
  const header = MIN_HEADER + message.options.length;
  const bytes = zeroed(header + message.payload.length);
  putHeader(bytes, 0, message, bytes.length);
  bytes.set(message.payload, header);
  return bytes;
}

function decode(bytes: Uint8Array): Result<Ipv4Packet, DecodeError> {
  const fault = headerFault(bytes, 0);
  if (fault) return err(fault);
  const header = headerLength(bytes);
  return ok({
    tos: tosOf(bytes),
    id: idOf(bytes),
    df: isDf(bytes),
    mf: hasMore(bytes),
    offset: offsetOf(bytes),
    ttl: ttlOf(bytes),
    protocol: protocolOf(bytes),
    from: sourceOf(bytes),
    to: destinationOf(bytes),
    options: bytes.subarray(MIN_HEADER, header),
    payload: bytes.subarray(header, totalLength(bytes)),
  });
}

/** Decoding cuts off what lies behind the total length: Ethernet's padding. */
export const ipv4: PacketCodec<Ipv4Packet> = {
  name: 'IPv4',
  encode,
  decode,
  summary(p) {
    const flags = [
      p.tos ? ` tos 0x${p.tos.toString(16).padStart(2, '0')}` : '',
      p.df ? ' df' : '',
      p.mf || p.offset ? ` fragment ${p.offset}${p.mf ? '+' : ''}` : '',
      p.options.length ? ` options ${p.options.length}` : '',
    ].join('');
    const length = MIN_HEADER + p.options.length + p.payload.length;
    return `${ip4Text(p.from)} > ${ip4Text(p.to)} protocol ${p.protocol} ttl ${p.ttl} id ${p.id} length ${length}${flags}`;
  },
};
