// A packet that is too long for a link, cut into fragments.                                          RFC 791 §3.2

import { put16, u16At } from './wire/fields.ts';
import { hasMore, headerLength, MF, MIN_HEADER, OFFSET_MASK, sealHeader } from './wire/ipv4.ts';

/** The options that every fragment carries: those with the copied flag. RFC 791 §3.1 "Options" */
function copiedOptions(packet: Uint8Array): Uint8Array {
  const end = headerLength(packet);
  const kept: number[] = [];
  for (let at = MIN_HEADER; at < end; ) {
    const type = packet[at] as number;
    if (type === 0) break;
    const length = type === 1 ? 1 : (packet[at + 1] ?? 0);
    if (length < 1 || (type !== 1 && length < 2) || at + length > end) break;
    if (type & 0x80) kept.push(...packet.subarray(at, at + length));
    at += length;
  }
  while (kept.length % 4 !== 0) kept.push(0);
  return Uint8Array.from(kept);
}

function headerWith(packet: Uint8Array, options: Uint8Array): Uint8Array {
  const header = new Uint8Array(MIN_HEADER + options.length);
  header.set(packet.subarray(0, MIN_HEADER));
  header.set(options, MIN_HEADER);
  header[0] = 0x40 | (header.length >>> 2);
  return header;
}

/** The packet in pieces that fit; itself alone when it fits; none when not even eight bytes of data fit. */
export function fragments(packet: Uint8Array, mtu: number): readonly Uint8Array[] {
  if (packet.length <= mtu) return [packet];
  const length = headerLength(packet);
  const data = packet.subarray(length);
  const offset = u16At(packet, 6) & OFFSET_MASK;
  const flags = u16At(packet, 6) & ~(OFFSET_MASK | MF);
  const laterHeader = headerWith(packet, copiedOptions(packet));
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < data.length; ) {
    const header = at === 0 ? packet.subarray(0, length) : laterHeader;
    const room = mtu - header.length;
    const last = data.length - at <= room;
    const size = last ? data.length - at : room & ~7;
    if (size <= 0) return [];
    const piece = new Uint8Array(header.length + size);
    piece.set(header);
    piece.set(data.subarray(at, at + size), header.length);
    put16(piece, 2, piece.length);
    put16(piece, 6, flags | (!last || hasMore(packet) ? MF : 0) | (offset + (at >>> 3)));
    sealHeader(piece);
    pieces.push(piece);
    at += size;
  }
  return pieces;
}
