// What was told of prefixes, one way or the other: by family, distinguisher, path identifier and prefix.    RFC 4271 §3.2

import { comparePrefix, type Prefix } from '../../base/prefix.ts';
import { byNumber, byText } from '../../base/sorted-map.ts';
import { compareRd, rdText } from '../../route/route-distinguisher.ts';
import type { FamilyName } from './iana.ts';
import type { Nlri } from './packet/nlri.ts';

/** Anything that is said of one prefix of one family. */
export interface Entry {
  readonly family: FamilyName;
  readonly nlri: Nlri;
}

const shelfOf = ({ family, nlri: { rd, pathId } }: Entry): string => {
  if (!rd && pathId === undefined) return family;
  return `${family} ${rd ? rdText(rd) : ''} ${pathId ?? ''}`;
};

function compareEntries(a: Entry, b: Entry): number {
  const [left, right] = [a.nlri, b.nlri];
  return (
    byText(a.family, b.family) ||
    (left.rd && right.rd ? compareRd(left.rd, right.rd) : 0) ||
    comparePrefix(left.prefix, right.prefix) ||
    byNumber(left.pathId ?? 0, right.pathId ?? 0)
  );
}

const NOTHING: readonly never[] = [];

/** A hundred thousand prefixes must fit: no text is made for a prefix of a plain family. */
export class NlriBook<T extends Entry> {
  readonly #shelves = new Map<string, Map<Prefix, T>>();
  /** Some of it bears path identifiers. */
  #withIds = false;

  get size(): number {
    let sum = 0;
    for (const shelf of this.#shelves.values()) sum += shelf.size;
    return sum;
  }

  get(entry: Entry): T | undefined {
    return this.#shelves.get(shelfOf(entry))?.get(entry.nlri.prefix);
  }

  set(value: T): void {
    const name = shelfOf(value);
    this.#withIds ||= value.nlri.pathId !== undefined;
    let shelf = this.#shelves.get(name);
    if (!shelf) {
      shelf = new Map();
      this.#shelves.set(name, shelf);
    }
    shelf.set(value.nlri.prefix, value);
  }

  delete(entry: Entry): boolean {
    return this.#shelves.get(shelfOf(entry))?.delete(entry.nlri.prefix) === true;
  }

  clear(): void {
    this.#shelves.clear();
  }

  /** In the order in which they came. */
  *values(): Generator<T> {
    for (const shelf of this.#shelves.values()) yield* shelf.values();
  }

  /** Of one prefix under one distinguisher, whatever its path identifier. */
  of(family: FamilyName, rd: Nlri['rd'], prefix: Prefix): readonly T[] {
    const plain = this.#shelves.get(shelfOf({ family, nlri: { prefix, ...(rd ? { rd } : {}) } }))?.get(prefix);
    if (plain) return [plain];
    if (!this.#withIds) return NOTHING;
    const low = `${family} ${rd ? rdText(rd) : ''} `;
    const found: T[] = [];
    for (const [name, shelf] of this.#shelves) {
      const one = name.startsWith(low) ? shelf.get(prefix) : undefined;
      if (one) found.push(one);
    }
    return found.sort(compareEntries);
  }

  /** By family, distinguisher, prefix, path identifier. */
  sorted(): readonly T[] {
    return [...this.values()].sort(compareEntries);
  }

  /** How many of a family. */
  count(family: FamilyName): number {
    let sum = 0;
    for (const [name, shelf] of this.#shelves) if (name === family || name.startsWith(`${family} `)) sum += shelf.size;
    return sum;
  }
}
