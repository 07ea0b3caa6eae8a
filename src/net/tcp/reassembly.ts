// Segments that came too early, kept until the gap before them closes.   RFC 9293 §3.10.7.4 (SHLD-31)

import { advance, distance, isBefore } from './sequence.ts';

interface Run {
  readonly start: number;
  readonly bytes: Uint8Array;
}

/** Disjoint runs of bytes beyond RCV.NXT. What came first is kept where two segments overlap. */
export class Reassembly {
  /** In sequence order; a run ends at or before the start of the next. */
  #runs: Run[] = [];

  get empty(): boolean {
    return this.#runs.length === 0;
  }

  /** Bytes held. */
  get held(): number {
    return this.#runs.reduce((sum, run) => sum + run.bytes.length, 0);
  }

  /** Keeps what is new of `bytes`. The caller has trimmed them to the window. */
  add(start: number, bytes: Uint8Array): void {
    const runs: Run[] = [];
    let from = start;
    let rest = bytes;
    const cut = (count: number): void => {
      rest = rest.subarray(count);
      from = advance(from, count);
    };
    for (const run of this.#runs) {
      if (rest.length > 0 && isBefore(from, run.start)) {
        const fresh = Math.min(rest.length, distance(from, run.start));
        runs.push({ start: from, bytes: rest.subarray(0, fresh) });
        cut(fresh);
      }
      const end = advance(run.start, run.bytes.length);
      if (rest.length > 0 && isBefore(from, end)) cut(Math.min(rest.length, distance(from, end)));
      runs.push(run);
    }
    if (rest.length > 0) runs.push({ start: from, bytes: rest });
    this.#runs = runs;
  }

  /** Takes out the run that begins at `next`; undefined while there is a gap. */
  take(next: number): Uint8Array | undefined {
    const first = this.#runs[0];
    if (!first || first.start !== next) return undefined;
    this.#runs.shift();
    return first.bytes;
  }

  /** Drops everything from `limit` on: it lies beyond the peer's FIN. */
  truncate(limit: number): void {
    this.#runs = this.#runs
      .filter((run) => isBefore(run.start, limit))
      .map((run) => ({ start: run.start, bytes: run.bytes.subarray(0, distance(run.start, limit)) }));
  }

  clear(): void {
    this.#runs = [];
  }
}
