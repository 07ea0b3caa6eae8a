// ge and le, exact: lists of prefixes as both vendors know them.

import { covers, type Prefix } from '../base/prefix.ts';

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

/** The entry that decides; undefined when none matches (which the caller takes for a deny). */
export function prefixListEntry(list: PrefixList, prefix: Prefix): PrefixListEntry | undefined {
  return list.entries.find(
    (entry) => prefix.length >= entry.low && prefix.length <= entry.high && covers(entry.prefix, prefix),
  );
}
