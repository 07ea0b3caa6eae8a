// Which of many prefixes hold another one: found by its own beginnings, however many there are.

import { type Ip, isIp4 } from '../base/ip.ts';
import { maskOf, type Prefix } from '../base/prefix.ts';

/** The first bits of an address, as a key. */
const beginning = (address: Ip, length: number): number | bigint =>
  isIp4(address) ? (address & maskOf(length)) >>> 0 : address >> BigInt(128 - length);

export class Covering {
  /** By family: lengths that occur, longest first, and the places of the prefixes by their beginnings. */
  readonly #of: Readonly<Record<4 | 6, { length: number; at: Map<number | bigint, number[]> }[]>> = { 4: [], 6: [] };

  constructor(prefixes: readonly Prefix[]) {
    prefixes.forEach(({ family, address, length }, place) => {
      let row = this.#of[family].find((one) => one.length === length);
      if (!row) {
        row = { length, at: new Map() };
        this.#of[family].push(row);
      }
      const key = beginning(address, length);
      const places = row.at.get(key);
      if (places) places.push(place);
      else row.at.set(key, [place]);
    });
    for (const family of [4, 6] as const) this.#of[family].sort((a, b) => b.length - a.length);
  }

  /** Places of the prefixes that hold this one, those of equal prefixes together, the longest first; until `visit` says so. */
  each({ family, address, length }: Prefix, visit: (places: readonly number[]) => boolean): void {
    for (const row of this.#of[family]) {
      if (row.length > length) continue;
      const places = row.at.get(beginning(address, row.length));
      if (places && visit(places)) return;
    }
  }
}
