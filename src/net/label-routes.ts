// What processes want done with labels: one router's label routes, and which must be looked at again.   RFC 3031 §3.10

import { equal } from '../base/equal.ts';
import { byNumber, SortedMap } from '../base/sorted-map.ts';
import type { Label } from '../route/label.ts';
import type { ProcessId } from '../route/names.ts';
import type { LabelRoute } from './rib-types.ts';

/** The table only marks what was touched; settling resolves it into the LFIB. */
export class LabelRoutes {
  readonly #routes = new SortedMap<Label, LabelRoute>(byNumber);
  readonly #touched = new Set<Label>();

  get(label: Label): LabelRoute | undefined {
    return this.#routes.get(label);
  }

  /** In the order of labels. */
  all(): readonly LabelRoute[] {
    return this.#routes.values();
  }

  /** Adds the route, or replaces the label's. The same route again changes nothing. */
  put(route: LabelRoute): void {
    if (equal(this.#routes.get(route.label), route)) return;
    this.#routes.set(route.label, route);
    this.#touched.add(route.label);
  }

  remove(label: Label, source: ProcessId): void {
    if (this.#routes.get(label)?.source !== source) return;
    this.#routes.delete(label);
    this.#touched.add(label);
  }

  removeAll(source: ProcessId): void {
    for (const route of this.#routes.values()) this.remove(route.label, source);
  }

  /** Marks a label whose next hops may lead elsewhere now. */
  touch(label: Label): void {
    this.#touched.add(label);
  }

  get touched(): boolean {
    return this.#touched.size > 0;
  }

  /** The marked labels, in order; the marks are gone then. */
  takeTouched(): readonly Label[] {
    const touched = [...this.#touched].sort(byNumber);
    this.#touched.clear();
    return touched;
  }
}
