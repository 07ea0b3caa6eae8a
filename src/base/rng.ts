// Seeded chance: one independent stream of numbers per name, so that adding a router never disturbs
// another's jitter. The generator is PCG32 (O'Neill, 2014: XSH-RR, 64-bit state, 32-bit output).

import { must } from './must.ts';

/** One stream of chance. `stream(name)` derives another that shares nothing with this one but the seed. */
export interface Rng {
  stream(name: string): Rng;
  /** A whole number in 0 … n-1, every one equally likely. `n` in 1 … 2^32. */
  below(n: number): number;
}

const MULTIPLIER = 6364136223846793005n;
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

class Pcg32 implements Rng {
  #state: bigint;
  readonly #increment: bigint;
  readonly #seed: bigint;
  readonly #name: string;

  constructor(seed: bigint, name: string) {
    this.#seed = seed;
    this.#name = name;
    this.#increment = ((hash(name) << 1n) | 1n) & MASK;
    this.#state = 0n;
    this.#next();
    this.#state = (this.#state + seed) & MASK;
    this.#next();
  }

  stream(name: string): Rng {
    return new Pcg32(this.#seed, this.#name === '' ? name : `${this.#name}/${name}`);
  }

  below(n: number): number {
    must(Number.isInteger(n) && n >= 1 && n <= 2 ** 32, `below(${n})`);
    // Reject the few values that would make small results likelier.
    const limit = 2 ** 32 - (2 ** 32 % n);
    for (;;) {
      const value = this.#next();
      if (value < limit) return value % n;
    }
  }

  #next(): number {
    const old = this.#state;
    this.#state = (old * MULTIPLIER + this.#increment) & MASK;
    const shifted = Number((((old >> 18n) ^ old) >> 27n) & 0xffffffffn);
    const turn = Number(old >> 59n);
    return ((shifted >>> turn) | (shifted << (-turn & 31))) >>> 0;
  }
}

/** The root of all chance of one run. */
export function makeRng(seed: number): Rng {
  return new Pcg32(BigInt(Math.trunc(seed)) & MASK, '');
}
