// A map for many keys, sorted only when it is walked, so that no output depends on who came first.

import type { Order } from './sorted-map.ts';

/**
 * A hash map that is walked in key order: an insertion costs what a Map's costs, the first walk after one sorts.
 * Keys are told apart by identity: texts, numbers, interned prefixes.
 */
export class WalkedMap<K, V> {
  readonly #order: Order<K>;
  readonly #map = new Map<K, V>();
  #sorted: readonly K[] | undefined = [];

  constructor(order: Order<K>) {
    this.#order = order;
  }

  get size(): number {
    return this.#map.size;
  }

  get(key: K): V | undefined {
    return this.#map.get(key);
  }

  has(key: K): boolean {
    return this.#map.has(key);
  }

  set(key: K, value: V): void {
    if (this.#sorted && !this.#map.has(key)) this.#sorted = undefined;
    this.#map.set(key, value);
  }

  /** The value at `key`, made and kept when it was not there. */
  getOrMake(key: K, make: () => V): V {
    const old = this.#map.get(key);
    if (old !== undefined) return old;
    const value = make();
    this.set(key, value);
    return value;
  }

  delete(key: K): boolean {
    const gone = this.#map.delete(key);
    if (gone) this.#sorted = undefined;
    return gone;
  }

  clear(): void {
    this.#map.clear();
    this.#sorted = [];
  }

  /** A snapshot, so that the map may change while it is walked. */
  keys(): readonly K[] {
    this.#sorted ??= [...this.#map.keys()].sort(this.#order);
    return this.#sorted;
  }

  values(): readonly V[] {
    return this.keys().map((key) => this.#map.get(key) as V);
  }

  entries(): readonly (readonly [K, V])[] {
    return this.keys().map((key) => [key, this.#map.get(key) as V] as const);
  }
}
