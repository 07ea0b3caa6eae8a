// Label -> what to do with it.                                                                         RFC 3031 §3.11

import { byNumber, SortedMap } from '../base/sorted-map.ts';
import type { Label } from '../route/label.ts';
import type { LfibEntry } from './rib-types.ts';
import type { Lfib } from './stack-port.ts';

/** One router's label table, in the order of labels. */
export class LabelTable implements Lfib {
  readonly #entries = new SortedMap<Label, LfibEntry>(byNumber);

  set(entry: LfibEntry): void {
    this.#entries.set(entry.label, entry);
  }

  delete(label: Label): void {
    this.#entries.delete(label);
  }

  get(label: Label): LfibEntry | undefined {
    return this.#entries.get(label);
  }

  entries(): readonly LfibEntry[] {
    return this.#entries.values();
  }

  clear(): void {
    this.#entries.clear();
  }
}
