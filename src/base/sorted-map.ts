// A map walked in key order, so that no output depends on who came first.

/** Compares two keys: negative, zero, positive. Zero must mean "the same key". */
export type Order<K> = (a: K, b: K) => number;

/** Code-unit order; the same on every machine and in every locale. */
export const byText: Order<string> = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Numeric order. */
export const byNumber: Order<number> = (a, b) => a - b;

/**
 * Sorted array of entries. Look-up is logarithmic, an insertion in the middle moves the rest:
 * right for the hundreds of keys a process has, not for a full Internet table.
 */
export class SortedMap<K, V> {
  readonly #order: Order<K>;
  readonly #keys: K[] = [];
  readonly #values: V[] = [];

  constructor(order: Order<K>) {
    this.#order = order;
  }

  get size(): number {
    return this.#keys.length;
  }

  get(key: K): V | undefined {
    const at = this.#find(key);
    return at >= 0 ? this.#values[at] : undefined;
  }

  has(key: K): boolean {
    return this.#find(key) >= 0;
  }

  set(key: K, value: V): void {
    const at = this.#find(key);
    if (at >= 0) this.#values[at] = value;
    else {
      this.#keys.splice(~at, 0, key);
      this.#values.splice(~at, 0, value);
    }
  }

  /** The value at `key`, made and kept when it was not there. */
  getOrMake(key: K, make: () => V): V {
    const at = this.#find(key);
    if (at >= 0) return this.#values[at] as V;
    const value = make();
    this.set(key, value);
    return value;
  }

  delete(key: K): boolean {
    const at = this.#find(key);
    if (at < 0) return false;
    this.#keys.splice(at, 1);
    this.#values.splice(at, 1);
    return true;
  }

  clear(): void {
    this.#keys.length = 0;
    this.#values.length = 0;
  }

  /** Snapshots, so that the map may change while they are walked. */
  keys(): readonly K[] {
    return [...this.#keys];
  }

  values(): readonly V[] {
    return [...this.#values];
  }

  /** True when any value fits. */
  some(fits: (value: V) => boolean): boolean {
    return this.#values.some(fits);
  }

  /** The values of the keys from `low` to `high`, both included. */
  between(low: K, high: K): readonly V[] {
    const from = this.#find(low);
    const to = this.#find(high);
    return this.#values.slice(from >= 0 ? from : ~from, to >= 0 ? to + 1 : ~to);
  }

  entries(): readonly (readonly [K, V])[] {
    return this.#keys.map((key, i) => [key, this.#values[i] as V] as const);
  }

  /** Index of `key`, or the complement of where it belongs. */
  #find(key: K): number {
    let low = 0;
    let high = this.#keys.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const sign = this.#order(this.#keys[middle] as K, key);
      if (sign === 0) return middle;
      if (sign < 0) low = middle + 1;
      else high = middle - 1;
    }
    return ~low;
  }
}
