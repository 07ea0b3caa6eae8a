// SHA-256 (FIPS 180-4), HMAC over it (RFC 2104) and the two slow hashes made of it: PBKDF2 (RFC 8018 §5.2) and scrypt
// (RFC 7914). For the secrets that configurations hold.

import { padded } from './digest.ts';

const PRIMES = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
  113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197, 199, 211, 223, 227, 229, 233, 239,
  241, 251, 257, 263, 269, 271, 277, 281, 283, 293, 307, 311,
];

/** The first 32 bits of the fraction of a root. FIPS 180-4 §4.2.2, §5.3.3 */
const fraction = (value: number): number => Math.floor((value - Math.floor(value)) * 2 ** 32) | 0;
const K = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const H = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

const W = new Int32Array(64);

/** One block of 64 bytes into the state. FIPS 180-4 §6.2.2 */
function compress(state: Int32Array, view: DataView, at: number): void {
  for (let i = 0; i < 16; i++) W[i] = view.getInt32(at + 4 * i);
  for (let i = 16; i < 64; i++) {
    const x = W[i - 15] as number;
    const y = W[i - 2] as number;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    W[i] = ((W[i - 16] as number) + s0 + (W[i - 7] as number) + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[i] as number) + (W[i] as number)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  const mixed = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i++) state[i] = (state[i] as number) + (mixed[i] as number);
}

function bytesOf(state: Int32Array): Uint8Array {
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < 8; i++) view.setInt32(4 * i, state[i] as number);
  return bytes;
}

/** The rest of a message behind `before` bytes that the state has taken already. */
function finish(state: Int32Array, message: Uint8Array, before: number): Uint8Array {
  const bytes = padded(message, false, before);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length; at += 64) compress(state, view, at);
  return bytesOf(state);
}

/** SHA-256 of a message: 32 bytes. */
export const sha256 = (message: Uint8Array): Uint8Array => finish(H.slice(), message, 0);

/** HMAC-SHA-256 under one key: both pads are hashed once. */
function keyed(key: Uint8Array): (message: Uint8Array) => Uint8Array {
  const short = key.length > 64 ? sha256(key) : key;
  const padded = (with_: number): Int32Array => {
    const pad = new Uint8Array(64).fill(with_);
    for (const [i, byte] of short.entries()) pad[i] = byte ^ with_;
    const state = H.slice();
    compress(state, new DataView(pad.buffer), 0);
    return state;
  };
  const inner = padded(0x36);
  const outer = padded(0x5c);
  return (message) => finish(outer.slice(), finish(inner.slice(), message, 64), 64);
}

/** HMAC-SHA-256 of a message. */
export const hmacSha256 = (key: Uint8Array, message: Uint8Array): Uint8Array => keyed(key)(message);

/** RFC 8018 §5.2 with HMAC-SHA-256: `length` bytes after so many rounds. */
export function pbkdf2(password: Uint8Array, salt: Uint8Array, rounds: number, length: number): Uint8Array {
  const hmac = keyed(password);
  const derived = new Uint8Array(length);
  for (let block = 0; block * 32 < length; block++) {
    const first = new Uint8Array(salt.length + 4);
    first.set(salt);
    new DataView(first.buffer).setUint32(salt.length, block + 1);
    let u = hmac(first);
    const sum = u.slice();
    for (let round = 1; round < rounds; round++) {
      u = hmac(u);
      for (let i = 0; i < 32; i++) sum[i] = (sum[i] as number) ^ (u[i] as number);
    }
    derived.set(sum.subarray(0, Math.min(32, length - block * 32)), block * 32);
  }
  return derived;
}

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
/** RFC 7914 §3: the four words of each quarter round, columns first, then rows. */
const QUARTERS = [
  [0, 4, 8, 12],
  [5, 9, 13, 1],
  [10, 14, 2, 6],
  [15, 3, 7, 11],
  [0, 1, 2, 3],
  [5, 6, 7, 4],
  [10, 11, 8, 9],
  [15, 12, 13, 14],
] as const;

/** RFC 7914 §3: Salsa20/8 of sixteen words, in place. */
function salsa(words: Int32Array, x: Int32Array): void {
  x.set(words);
  for (let round = 0; round < 4; round++) {
    for (const [a, b, c, d] of QUARTERS) {
      x[b] = (x[b] as number) ^ rotated(((x[a] as number) + (x[d] as number)) | 0, 7);
      x[c] = (x[c] as number) ^ rotated(((x[b] as number) + (x[a] as number)) | 0, 9);
      x[d] = (x[d] as number) ^ rotated(((x[c] as number) + (x[b] as number)) | 0, 13);
      x[a] = (x[a] as number) ^ rotated(((x[d] as number) + (x[c] as number)) | 0, 18);
    }
  }
  for (let i = 0; i < 16; i++) words[i] = (words[i] as number) + (x[i] as number);
}

/** RFC 7914 §4: scryptBlockMix of 2r blocks into `out`. */
function blockMix(words: Int32Array, out: Int32Array, block: Int32Array, spare: Int32Array): void {
  const blocks = words.length / 16;
  block.set(words.subarray((blocks - 1) * 16));
  for (let i = 0; i < blocks; i++) {
    for (let j = 0; j < 16; j++) block[j] = (block[j] as number) ^ (words[i * 16 + j] as number);
    salsa(block, spare);
    out.set(block, (i % 2 === 0 ? i / 2 : (blocks + i - 1) / 2) * 16);
  }
}

/** RFC 7914 §5: scryptROMix, in place; `n` is a power of two. */
function romMix(bytes: Uint8Array, n: number): void {
  const size = bytes.length / 4;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let x = Int32Array.from({ length: size }, (_, i) => view.getInt32(4 * i, true));
  let y = new Int32Array(size);
  const [block, spare] = [new Int32Array(16), new Int32Array(16)];
  const kept = new Int32Array(n * size);
  for (let i = 0; i < n; i++) {
    kept.set(x, i * size);
    blockMix(x, y, block, spare);
    [x, y] = [y, x];
  }
  for (let i = 0; i < n; i++) {
    const at = ((x[size - 16] as number) & (n - 1)) * size;
    for (let j = 0; j < size; j++) x[j] = (x[j] as number) ^ (kept[at + j] as number);
    blockMix(x, y, block, spare);
    [x, y] = [y, x];
  }
  for (let i = 0; i < size; i++) view.setInt32(4 * i, x[i] as number, true);
}

export interface ScryptCost {
  /** A power of two. */
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** RFC 7914 §6: `length` bytes. */
export function scrypt(password: Uint8Array, salt: Uint8Array, { n, r, p }: ScryptCost, length: number): Uint8Array {
  const mixed = pbkdf2(password, salt, 1, p * 128 * r);
  for (let i = 0; i < p; i++) romMix(mixed.subarray(i * 128 * r, (i + 1) * 128 * r), n);
  return pbkdf2(password, mixed, 1, length);
}
