// MD5 (RFC 1321), SHA-1 (FIPS 180-4), HMAC (RFC 2104), for protocol authentication; SHA-256 has a file of its own. The core
// may not reach for node:crypto.

import { zeroed } from './slab.ts';

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

/** RFC 1321 §3.4: T[i] = floor(2^32 * abs(sin(i + 1))). */
const TABLE = Int32Array.from({ length: 64 }, (_, i) => Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))) | 0);

/**
 * Filled up to whole blocks of 64 bytes; the length in bits ends it, in the byte order of the hash. So many bytes `before`
 * the message went into the state already.
 */
export function padded(message: Uint8Array, littleEndian: boolean, before = 0): Uint8Array {
  const length = ((message.length + 8) >> 6) * 64 + 64;
  const bytes = zeroed(length);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const low = ((before + message.length) * 8) >>> 0;
  const high = Math.floor((before + message.length) / 2 ** 29);
  view.setUint32(length - 8, littleEndian ? low : high, littleEndian);
  view.setUint32(length - 4, littleEndian ? high : low, littleEndian);
  return bytes;
}

function round(state: Int32Array, words: Int32Array): void {
  let [a, b, c, d] = state as unknown as [number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const quarter = i >> 4;
    let mix: number;
    let word: number;
    if (quarter === 0) {
      mix = (b & c) | (~b & d);
      word = i;
    } else if (quarter === 1) {
      mix = (d & b) | (~d & c);
      word = (5 * i + 1) & 15;
    } else if (quarter === 2) {
      mix = b ^ c ^ d;
      word = (3 * i + 5) & 15;
    } else {
      mix = c ^ (b | ~d);
      word = (7 * i) & 15;
    }
    const turn = SHIFTS[quarter * 4 + (i & 3)] as number;
    const value = (a + mix + (TABLE[i] as number) + (words[word] as number)) | 0;
    a = d;
    d = c;
    c = b;
    b = (b + ((value << turn) | (value >>> (32 - turn)))) | 0;
  }
  state[0] = ((state[0] as number) + a) | 0;
  state[1] = ((state[1] as number) + b) | 0;
  state[2] = ((state[2] as number) + c) | 0;
  state[3] = ((state[3] as number) + d) | 0;
}

/** MD5 of a message: 16 bytes. */
export function md5(message: Uint8Array): Uint8Array {
  const bytes = padded(message, true);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const state = Int32Array.of(0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476);
  const words = new Int32Array(16);
  for (let block = 0; block < bytes.length; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(block + 4 * i, true);
    round(state, words);
  }
  const out = new Uint8Array(16);
  const outView = new DataView(out.buffer);
  for (let i = 0; i < 4; i++) outView.setInt32(4 * i, state[i] as number, true);
  return out;
}

const turned = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/** FIPS 180-4 §6.1.2 */
function sha1Block(state: Int32Array, words: Int32Array): void {
  for (let i = 16; i < 80; i++) {
    const mixed =
      (words[i - 3] as number) ^ (words[i - 8] as number) ^ (words[i - 14] as number) ^ (words[i - 16] as number);
    words[i] = turned(mixed, 1);
  }
  let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
  for (let i = 0; i < 80; i++) {
    let mix: number;
    if (i < 20) mix = ((b & c) | (~b & d)) + 0x5a827999;
    else if (i < 40) mix = (b ^ c ^ d) + 0x6ed9eba1;
    else if (i < 60) mix = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
    else mix = (b ^ c ^ d) + 0xca62c1d6;
    const next = (turned(a, 5) + mix + e + (words[i] as number)) | 0;
    e = d;
    d = c;
    c = turned(b, 30);
    b = a;
    a = next;
  }
  const add = [a, b, c, d, e];
  for (let i = 0; i < 5; i++) state[i] = ((state[i] as number) + (add[i] as number)) | 0;
}

/** SHA-1 of a message: 20 bytes. */
export function sha1(message: Uint8Array): Uint8Array {
  const state = Int32Array.of(0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0);
  const bytes = padded(message, false);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const words = new Int32Array(80);
  for (let block = 0; block < bytes.length; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(block + 4 * i, false);
    sha1Block(state, words);
  }
  const out = new Uint8Array(20);
  const outView = new DataView(out.buffer);
  for (let i = 0; i < 5; i++) outView.setInt32(4 * i, state[i] as number, false);
  return out;
}

/** A hash over blocks of 64 bytes. */
export type Hash = (message: Uint8Array) => Uint8Array;

/** HMAC (RFC 2104 §2) with a hash whose block is 64 bytes long. */
export function hmac(hash: Hash, key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? hash(key) : key);
  const inner = zeroed(64 + message.length);
  for (let i = 0; i < 64; i++) inner[i] = (block[i] as number) ^ 0x36;
  inner.set(message, 64);
  const digest = hash(inner);
  const outer = new Uint8Array(64 + digest.length);
  for (let i = 0; i < 64; i++) outer[i] = (block[i] as number) ^ 0x5c;
  outer.set(digest, 64);
  return hash(outer);
}

/** HMAC with MD5 (RFC 2104): 16 bytes. */
export const hmacMd5 = (key: Uint8Array, message: Uint8Array): Uint8Array => hmac(md5, key, message);
