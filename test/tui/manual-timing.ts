// A clock that stands still until a test moves it.

import type { Timing } from '../../src/tui/timing.ts';

export class ManualTiming implements Timing {
  #now = 0;
  #next = 0;
  readonly #waiting = new Map<number, { readonly at: number; readonly then: () => void }>();

  after(millis: number, then: () => void): () => void {
    const id = this.#next++;
    this.#waiting.set(id, { at: this.#now + millis, then });
    return () => this.#waiting.delete(id);
  }

  /** Milliseconds since it was made. */
  get now(): number {
    return this.#now;
  }

  /** How many timers are running. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** So much time passes. */
  advance(millis: number): void {
    const until = this.#now + millis;
    for (;;) {
      const [next] = [...this.#waiting].filter(([, one]) => one.at <= until).sort(([, a], [, b]) => a.at - b.at);
      if (next === undefined) break;
      this.#now = next[1].at;
      this.#waiting.delete(next[0]);
      next[1].then();
    }
    this.#now = until;
  }

  /** Time passes until every timer of this moment has run. */
  runAll(): void {
    this.advance(2000);
  }
}
