// The retransmission timeout from measured round trips.   RFC 6298

import type { Micros } from '../../sim/time.ts';
import { distance } from './sequence.ts';

/** RFC 6298 §2: the clock granularity G. Lab time is exact; a floor keeps the variance from vanishing. */
const GRANULARITY = 1_000;

/** One connection's estimate, and the one segment that is being timed. */
export class RoundTrip {
  readonly #min: number;
  readonly #max: number;
  #rto: number;
  #srtt: number | undefined;
  #rttvar = 0;
  #least: number | undefined;
  #most: number | undefined;
  #timed: { readonly end: number; readonly sent: Micros } | undefined;

  /** `initial`: RTO before anything was measured. §2.1 */
  constructor(initial: Micros, min: Micros, max: Micros) {
    this.#rto = initial;
    this.#min = min;
    this.#max = max;
  }

  get rto(): Micros {
    return this.#rto as Micros;
  }

  /** Smoothed; undefined before the first measurement. */
  get srtt(): Micros | undefined {
    return this.#srtt as Micros | undefined;
  }

  get variance(): Micros {
    return this.#rttvar as Micros;
  }

  get least(): Micros | undefined {
    return this.#least as Micros | undefined;
  }

  get most(): Micros | undefined {
    return this.#most as Micros | undefined;
  }

  /** A segment that ends before `end` went out for the first time. One is timed at once. */
  sent(end: number, now: Micros): void {
    this.#timed ??= { end, sent: now };
  }

  /** Something was sent again: its ACK would be ambiguous (Karn). §3 */
  resent(): void {
    this.#timed = undefined;
  }

  /** Everything before `acknowledgment` has arrived. */
  acknowledged(acknowledgment: number, now: Micros): void {
    const timed = this.#timed;
    if (!timed || distance(timed.end, acknowledgment) >= 2 ** 31) return;
    this.#timed = undefined;
    this.#measured(now - timed.sent);
  }

  /** §5.5 */
  backOff(): void {
    this.#rto = Math.min(this.#rto * 2, this.#max);
  }

  /** §5.7: a SYN was sent again, and data may not start with less than three seconds. */
  afterSlowOpening(): void {
    if (this.#srtt === undefined) this.#rto = Math.max(this.#min, Math.min(3_000_000, this.#max));
  }

  #measured(r: number): void {
    this.#least = Math.min(this.#least ?? r, r);
    this.#most = Math.max(this.#most ?? r, r);
    if (this.#srtt === undefined) {
      // §2.2
      this.#srtt = r;
      this.#rttvar = Math.round(r / 2);
    } else {
      // §2.3: beta 1/4 first, then alpha 1/8
      this.#rttvar = Math.round((3 * this.#rttvar + Math.abs(this.#srtt - r)) / 4);
      this.#srtt = Math.round((7 * this.#srtt + r) / 8);
    }
    const rto = this.#srtt + Math.max(GRANULARITY, 4 * this.#rttvar);
    this.#rto = Math.min(Math.max(rto, this.#min), this.#max);
  }
}
