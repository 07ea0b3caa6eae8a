// Seeded chance: one independent stream of numbers per name, so that adding a router never disturbs
// another's jitter. The generator is PCG32 (O'Neill, 2014: XSH-RR, 64-bit state, 32-bit output).

import { impossible } from './must.ts';

/** One stream of chance. `stream(name)` derives another that shares nothing with this one but the seed. */
export interface Rng {
  stream(name: string): Rng;
  /** A whole number in 0 … n-1, every one equally likely. `n` in 1 … 2^32. */
  below(n: number): number;
}

/** 6364136223846793005, its upper and lower half. */
const MULTIPLIER_HIGH = 0x5851f42d;
const MULTIPLIER_LOW = 0x4c957f2d;
const MASK = (1n << 64n) - 1n;

/** FNV-1a, 64 bit: names to stream numbers. */
function hash(text: string): bigint {
  let value = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) {
    value ^= BigInt(text.charCodeAt(i));
    value = (value * 0x100000001b3n) & MASK;
  }
  return value;
}

const upper = (value: bigint): number => Number(value >> 32n);
const lower = (value: bigint): number => Number(value & 0xffffffffn);

/** The upper half of the product of two words. Halves of words, for a product of whole ones is no exact number. */
function productHigh(a: number, b: number): number {
  const [aHigh, aLow] = [a >>> 16, a & 0xffff];
  const [bHigh, bLow] = [b >>> 16, b & 0xffff];
  const cross = aHigh * bLow + ((aLow * bLow) >>> 16);
  const other = aLow * bHigh + (cross & 0xffff);
  return aHigh * bHigh + Math.floor(cross / 0x10000) + Math.floor(other / 0x10000);
}

/** Sixty-four bits in two words: every packet draws one, and whole numbers of any length cost memory. */
class Pcg32 implements Rng {
  #high: number;
  #low: number;
  readonly #incrementHigh: number;
  readonly #incrementLow: number;
  readonly #seed: bigint;
  readonly #name: string;

  constructor(seed: bigint, name: string) {
    this.#seed = seed;
    this.#name = name;
    const increment = ((hash(name) << 1n) | 1n) & MASK;
    this.#incrementHigh = upper(increment);
    this.#incrementLow = lower(increment);
    // One step from nothing leads to the increment.
    const start = (increment + seed) & MASK;
    this.#high = upper(start);
    this.#low = lower(start);
    this.#next();
  }

  stream(name: string): Rng {
    return new Pcg32(this.#seed, this.#name === '' ? name : `${this.#name}/${name}`);
  }

  below(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 2 ** 32) impossible(`below(${n})`);
    // Reject the few values that would make small results likelier.
    const limit = 2 ** 32 - (2 ** 32 % n);
    for (;;) {
      const value = this.#next();
      if (value < limit) return value % n;
    }
  }

  #next(): number {
    const high = this.#high;
    const low = this.#low;
    const sum = (Math.imul(low, MULTIPLIER_LOW) >>> 0) + this.#incrementLow;
    const carry = sum > 0xffffffff ? 1 : 0;
    this.#low = sum >>> 0;
    this.#high =
      (productHigh(low, MULTIPLIER_LOW) +
        (Math.imul(low, MULTIPLIER_HIGH) >>> 0) +
        (Math.imul(high, MULTIPLIER_LOW) >>> 0) +
        this.#incrementHigh +
        carry) >>>
      0;
    const mixedHigh = high ^ (high >>> 18);
    const mixedLow = low ^ ((low >>> 18) | (high << 14));
    const shifted = ((mixedLow >>> 27) | (mixedHigh << 5)) >>> 0;
    const turn = high >>> 27;
    return ((shifted >>> turn) | (shifted << (-turn & 31))) >>> 0;
  }
}

/** The root of all chance of one run. */
export function makeRng(seed: number): Rng {
  return new Pcg32(BigInt(Math.trunc(seed)) & MASK, '');
}
