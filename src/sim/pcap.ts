// Captured frames as pcapng bytes (draft-ietf-opsawg-pcapng), link type Ethernet, microseconds.

import { concat, fromAscii } from '../base/bytes.ts';
import type { Frame } from './frame.ts';
import type { Micros } from './time.ts';

const ETHERNET = 1;

/** Little-endian block writer: a type, a body padded to four bytes, the length before and after. */
function block(type: number, body: Uint8Array): Uint8Array {
  const padded = (body.length + 3) & ~3;
  const bytes = new Uint8Array(padded + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, type, true);
  view.setUint32(4, padded + 12, true);
  bytes.set(body, 8);
  view.setUint32(padded + 8, padded + 12, true);
  return bytes;
}

/** An option: code, length, value padded to four bytes. */
function option(code: number, value: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + ((value.length + 3) & ~3));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, code, true);
  view.setUint16(2, value.length, true);
  bytes.set(value, 4);
  return bytes;
}

/** The section header: byte-order magic, version 1.0, length unknown. */
export function sectionHeader(): Uint8Array {
  const body = new Uint8Array(16);
  const view = new DataView(body.buffer);
  view.setUint32(0, 0x1a2b3c4d, true);
  view.setUint16(4, 1, true);
  view.setBigInt64(8, -1n, true);
  return block(0x0a0d0d0a, body);
}

/** One interface a link: its name is shown by readers as the interface's. Numbered in the order they are written. */
export function interfaceDescription(name: string): Uint8Array {
  const fixed = new Uint8Array(8);
  const view = new DataView(fixed.buffer);
  view.setUint16(0, ETHERNET, true);
  view.setUint32(4, 0, true);
  return block(1, concat([fixed, option(2, fromAscii(name)), option(0, new Uint8Array(0))]));
}

/** One frame on interface `index`, stamped `epoch + time` (both in microseconds). */
export function enhancedPacket(index: number, epochMicros: number, time: Micros, frame: Frame): Uint8Array {
  const stamp = epochMicros + time;
  const fixed = new Uint8Array(20);
  const view = new DataView(fixed.buffer);
  view.setUint32(0, index, true);
  view.setUint32(4, Math.floor(stamp / 2 ** 32), true);
  view.setUint32(8, stamp >>> 0, true);
  view.setUint32(12, frame.bytes.length, true);
  view.setUint32(16, frame.bytes.length, true);
  return block(6, concat([fixed, frame.bytes]));
}
