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

/** Places of the rates. */
const IN = 0;
const OUT = 2;

const remainder = (from: Micros, to: Micros): number => Math.exp(-since(from, to) / (INTERVAL * 1_000_000));

/** The rates of one port. Reading them changes nothing. */
export class LoadMeter {
  /** Bits and packets that come in, bits and packets that go out: kept in one place, for every frame is counted twice. */
  readonly #rates = new Float64Array(4);
  #at = 0 as Micros;

  /** A frame of so many bytes came in or went out. */
  count(now: Micros, direction: 'in' | 'out', bytes: number): void {
    const rates = this.#rates;
    if (now !== this.#at) {
      const left = remainder(this.#at, now);
      for (let i = 0; i < rates.length; i++) rates[i] = (rates[i] as number) * left;
      this.#at = now;
    }
    const at = direction === 'in' ? IN : OUT;
    rates[at] = (rates[at] as number) + (bytes * 8) / INTERVAL;
    rates[at + 1] = (rates[at + 1] as number) + 1 / INTERVAL;
  }

  /** As it stands at that moment. */
  at(now: Micros): Load {
    const left = remainder(this.#at, now);
    const [inBits, inPackets, outBits, outPackets] = this.#rates as unknown as readonly [
      number,
      number,
      number,
      number,
    ];
    return {
      inBits: inBits * left,
      inPackets: inPackets * left,
      outBits: outBits * left,
      outPackets: outPackets * left,
    };
  }
}
