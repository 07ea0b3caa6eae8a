// The pings that were run here, remembered for those who check what somebody tried.

import type { PingReport, PingSpec } from '../net/operations.ts';
import type { Micros } from '../sim/time.ts';
import type { PingRow } from './queries.ts';

/** So many are remembered. */
export const PINGS_KEPT = 256;

export class Pings {
  #rows: readonly PingRow[] = [];

  /** Oldest first. */
  get rows(): readonly PingRow[] {
    return this.#rows;
  }

  /** Counts along while a ping runs; `end` (when it was stopped) or its last report puts it on record, once. */
  follow(spec: PingSpec, now: () => Micros): { hear(report: PingReport): void; end(): void } {
    const answered = new Set<number>();
    let sent = 0;
    let over = false;
    const end = (): void => {
      if (over) return;
      over = true;
      const { vrf, to, from } = spec;
      const row: PingRow = { vrf, to, from, sent, received: answered.size, at: now() };
      this.#rows = [...this.#rows, row].slice(-PINGS_KEPT);
    };
    const hear = (report: PingReport): void => {
      if (report.kind === 'sent') sent++;
      else if (report.kind === 'reply') answered.add(report.sequence);
      else if (report.kind === 'done') end();
    };
    return { hear, end };
  }

  clear(): void {
    this.#rows = [];
  }
}
