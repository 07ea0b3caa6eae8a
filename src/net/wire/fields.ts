// Fields at a known offset of a buffer, big-endian: for those who may not afford a reader.

import type { Ip4 } from '../../base/ip.ts';
import type { Mac } from '../../base/mac.ts';

/** Two bytes at `at`; the caller knows that they are there. */
export const u16At = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] as number) << 8) | (bytes[at + 1] as number);

/** Four bytes at `at`, unsigned. */
export const u32At = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] as number) << 24) |
    ((bytes[at + 1] as number) << 16) |
    ((bytes[at + 2] as number) << 8) |
    (bytes[at + 3] as number)) >>>
  0;

export const ip4At = (bytes: Uint8Array, at: number): Ip4 => u32At(bytes, at) as Ip4;

/** Six bytes at `at`. */
export const macAt = (bytes: Uint8Array, at: number): Mac =>
  (u16At(bytes, at) * 0x100000000 + u32At(bytes, at + 2)) as Mac;

export function put16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 8;
  bytes[at + 1] = value;
}

export function put32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
}

export function putMac(bytes: Uint8Array, at: number, value: Mac): void {
  put16(bytes, at, Math.floor(value / 0x100000000));
  put32(bytes, at + 2, value >>> 0);
}
