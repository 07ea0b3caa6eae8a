// Label -> what to do with it, and how often that was done.                                            RFC 3031 §3.11

import { byNumber, SortedMap } from '../base/sorted-map.ts';
import type { Label } from '../route/label.ts';
import type { ForwardingPath, LabelCounters, LfibEntry } from './rib-types.ts';
import type { Lfib } from './stack-port.ts';

interface Slot {
  readonly entry: LfibEntry;
  /** By path, or under '' for what has none. They outlive a change of the entry that keeps the path. */
  readonly counters: Map<string, LabelCounters>;
}

const pathKey = (path: ForwardingPath | undefined): string =>
  path === undefined ? '' : `${path.out} ${path.gateway ?? ''}`;
const keysOf = ({ verdict }: LfibEntry): ReadonlySet<string> =>
  new Set(verdict.kind === 'forward' ? verdict.paths.map(pathKey) : ['']);

/** One router's label table, in the order of labels. */
export class LabelTable implements Lfib {
  readonly #slots = new SortedMap<Label, Slot>(byNumber);

  set(entry: LfibEntry): void {
    const kept = keysOf(entry);
    const old = this.#slots.get(entry.label)?.counters ?? new Map<string, LabelCounters>();
    this.#slots.set(entry.label, { entry, counters: new Map([...old].filter(([key]) => kept.has(key))) });
  }

  delete(label: Label): void {
    this.#slots.delete(label);
  }

  get(label: Label): LfibEntry | undefined {
    return this.#slots.get(label)?.entry;
  }

  entries(): readonly LfibEntry[] {
    return this.#slots.values().map((slot) => slot.entry);
  }

  /** A labelled packet of so many bytes took this path of the label; undefined: it was looked up. */
  count(label: Label, path: ForwardingPath | undefined, bytes: number): void {
    const counters = this.#slots.get(label)?.counters;
    if (!counters) return;
    const key = pathKey(path);
    const counter = counters.get(key);
    if (counter) {
      counter.packets++;
      counter.bytes += bytes;
    } else counters.set(key, { packets: 1, bytes });
  }

  counters(label: Label, path: ForwardingPath | undefined): Readonly<LabelCounters> {
    return this.#slots.get(label)?.counters.get(pathKey(path)) ?? { packets: 0, bytes: 0 };
  }

  clearCounters(): void {
    for (const { counters } of this.#slots.values()) counters.clear();
  }

  clear(): void {
    this.#slots.clear();
  }
}
