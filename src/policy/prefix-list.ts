// ge and le, exact: lists of prefixes as both vendors know them.

import { covers, type Prefix } from '../base/prefix.ts';
import { Covering } from './covering.ts';

/** Matches prefixes inside `prefix` whose length is in `low` … `high`. */
export interface PrefixListEntry {
  readonly sequence: number;
  readonly verdict: 'permit' | 'deny';
  readonly prefix: Prefix;
  readonly low: number;
  readonly high: number;
}

export interface PrefixList {
  readonly name: string;
  /** In the order in which they are tried. */
  readonly entries: readonly PrefixListEntry[];
}

/** Longer lists are looked through by an index. */
const SHORT = 8;

const coverings = new WeakMap<readonly PrefixListEntry[], Covering>();

function coveringOf(entries: readonly PrefixListEntry[]): Covering {
  let known = coverings.get(entries);
  if (!known) {
    known = new Covering(entries.map((entry) => entry.prefix));
    coverings.set(entries, known);
  }
  return known;
}

/** The entry that decides; undefined when none matches (which the caller takes for a deny). */
export function prefixListEntry({ entries }: PrefixList, prefix: Prefix): PrefixListEntry | undefined {
  const { length } = prefix;
  if (entries.length <= SHORT)
    return entries.find((entry) => length >= entry.low && length <= entry.high && covers(entry.prefix, prefix));
  let first = entries.length;
  coveringOf(entries).each(prefix, (places) => {
    for (const place of places) {
      const entry = entries[place] as PrefixListEntry;
      if (place < first && length >= entry.low && length <= entry.high) first = place;
    }
    return false;
  });
  return entries[first];
}
