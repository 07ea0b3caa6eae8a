// How long work waits that may be asked for again and again: shortest-path runs, LSPs. Quick at first, slower while the
// network does not come to rest. Two shapes: doubling waits, and a number of quick runs before a pause.

import { type Micros, since } from '../../sim/time.ts';

export type ThrottleConfig =
  /**
   * The first run comes after `initial`, the next not before `second`, each further one not before twice the last wait, up
   * to `maximum`. After twice `maximum` without a run it begins anew (Cisco, "IS-IS Incremental SPF", `spf-interval`).
   */
  | { readonly kind: 'doubling'; readonly initial: Micros; readonly second: Micros; readonly maximum: Micros }
  /**
   * Each run comes after `delay`; after `runs` of them in a row the next waits for `pause`. A pause that nobody cut short
   * begins anew (Juniper, `spf-options delay`, `rapid-runs`, `holddown`).
   */
  | { readonly kind: 'rapid'; readonly delay: Micros; readonly runs: number; readonly pause: Micros };

/** Keeps account of runs; whoever has work asks how long it must wait, and says when it was done. */
export class Throttle {
  #config: ThrottleConfig;
  #lastRun: Micros | undefined;
  /** Of doubling waits: what must pass between the last run and the next one. */
  #hold = 0;
  /** Of quick runs: how many there were in a row. */
  #runs = 0;

  constructor(config: ThrottleConfig) {
    this.#config = config;
  }

  /** Other times from now on; what was run already counts. */
  set config(config: ThrottleConfig) {
    this.#config = config;
  }

  /** How long work waits that is asked for now. */
  wait(now: Micros): Micros {
    const config = this.#config;
    const passed = this.#lastRun === undefined ? undefined : since(this.#lastRun, now);
    if (config.kind === 'doubling') {
      if (passed === undefined || passed >= 2 * config.maximum) {
        this.#hold = 0;
        return config.initial;
      }
      return Math.max(config.initial, this.#hold - passed) as Micros;
    }
    if (passed === undefined || passed >= config.pause) this.#runs = 0;
    if (passed === undefined || this.#runs < config.runs) return config.delay;
    return Math.max(config.delay, config.pause - passed) as Micros;
  }

  /** The work was done. */
  ran(now: Micros): void {
    const config = this.#config;
    this.#lastRun = now;
    this.#runs++;
    if (config.kind === 'doubling')
      this.#hold = this.#hold === 0 ? config.second : Math.min(config.maximum, this.#hold * 2);
  }
}
