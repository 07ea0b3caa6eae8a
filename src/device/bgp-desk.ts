// Who waits for BGP to have converged after its start.                                                  RFC 3277 §3

import { byText, SortedMap } from '../base/sorted-map.ts';
import type { ProcessId } from '../route/names.ts';
import type { News } from './redistribution.ts';

export class BgpDesk {
  #converged = false;
  /** Those who were not told yet. */
  readonly #waiting = new SortedMap<ProcessId, true>(byText);

  watch(who: ProcessId, wanted: boolean): void {
    if (wanted) this.#waiting.set(who, true);
    else this.#waiting.delete(who);
  }

  forget(who: ProcessId): void {
    this.#waiting.delete(who);
  }

  /** BGP reports it, or (false) begins anew. */
  heard(converged: boolean): void {
    this.#converged = converged;
  }

  /** Somebody waits for what has happened. */
  get stirred(): boolean {
    return this.#converged && this.#waiting.size > 0;
  }

  /** What has to be said, by process. */
  news(): readonly News[] {
    if (!this.stirred) return [];
    const told = [...this.#waiting.keys()];
    for (const who of told) this.#waiting.delete(who);
    return told.map((to) => ({ to, input: { kind: 'bgp-converged' } }));
  }
}
