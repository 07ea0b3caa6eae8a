// Dice: choices of a fuzzer. Every chapter has a stream of its own, so that one can be thrown again without the others.

import { makeRng, type Rng } from '../../src/base/rng.ts';

/** The seed of every fuzzing test; FUZZ_SEED=n looks elsewhere. */
export const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_701);
/** How many times more is typed than in the ordinary suite; FUZZ_ROUNDS=10 makes 100,000 lines a shell. */
export const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? 1);

export class Dice {
  readonly #rng: Rng;

  constructor(name: string) {
    this.#rng = makeRng(SEED).stream(name);
  }

  /** 0 … n-1 */
  below(n: number): number {
    return this.#rng.below(n);
  }

  /** first … last */
  between(first: number, last: number): number {
    return first + this.below(last - first + 1);
  }

  /** Once in `n` times. */
  once(n: number): boolean {
    return this.below(n) === 0;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  /** `[weight, what]`, by weight. */
  weighed<T>(choices: readonly (readonly [number, T])[]): T {
    let at = this.below(choices.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, what] of choices) {
      if (at < weight) return what;
      at -= weight;
    }
    return (choices.at(-1) as readonly [number, T])[1];
  }

  shuffled<T>(values: readonly T[]): readonly T[] {
    const left = [...values];
    for (let i = left.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [left[i], left[j]] = [left[j] as T, left[i] as T];
    }
    return left;
  }
}
