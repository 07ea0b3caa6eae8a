// How busy a port has been of late: rates that forget exponentially, as both vendors' load intervals do.
// Source: Cisco IOS Interface and Hardware Component, "load-interval": an exponentially weighted average over five minutes.

import { type Micros, since } from '../sim/time.ts';

/** Per second, over the last five minutes or so. */
export interface Load {
  readonly inBits: number;
  readonly inPackets: number;
  readonly outBits: number;
  readonly outPackets: number;
}

export const NO_LOAD: Load = { inBits: 0, inPackets: 0, outBits: 0, outPackets: 0 };

/** Seconds in which an old rate falls to 1/e. */
const INTERVAL = 300;

/** The rates of one port. Reading them changes nothing. */
export class LoadMeter {
  #load = NO_LOAD;
  #at = 0 as Micros;

  /** A frame of so many bytes came in or went out. */
  count(now: Micros, direction: 'in' | 'out', bytes: number): void {
    const load = this.at(now);
    const bits = (bytes * 8) / INTERVAL;
    const packets = 1 / INTERVAL;
    this.#load =
      direction === 'in'
        ? { ...load, inBits: load.inBits + bits, inPackets: load.inPackets + packets }
        : { ...load, outBits: load.outBits + bits, outPackets: load.outPackets + packets };
    this.#at = now;
  }

  /** As it stands at that moment. */
  at(now: Micros): Load {
    const left = Math.exp(-since(this.#at, now) / (INTERVAL * 1_000_000));
    const { inBits, inPackets, outBits, outPackets } = this.#load;
    return {
      inBits: inBits * left,
      inPackets: inPackets * left,
      outBits: outBits * left,
      outPackets: outPackets * left,
    };
  }
}
