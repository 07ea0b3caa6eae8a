// Who asked for a next hop, and must ask again when what the answer stood on has changed.

import { hostPrefix, type Prefix } from '../base/prefix.ts';
import { Trie } from '../base/trie.ts';
import type { IfName } from '../route/names.ts';
import type { Footing, Place } from './resolve.ts';

const placeKey = (place: Place): string => `${place.vrf} ${place.table}`;

/** Askers, told apart by identity, found by the gateways and interfaces that their last answer looked at. */
export class Dependents<T> {
  readonly #held = new Map<T, Footing>();
  readonly #gateways = new Map<string, Trie<Set<T>>>();
  readonly #interfaces = new Map<IfName, Set<T>>();

  /** Replaces what was known of the asker. */
  set(asker: T, footing: Footing): void {
    const old = this.#held.get(asker);
    if (old === footing) return;
    if (old) this.delete(asker);
    if (footing.gateways.length === 0 && footing.interfaces.length === 0) return;
    this.#held.set(asker, footing);
    for (const at of footing.gateways) this.#askersAt(at, hostPrefix(at.gateway)).add(asker);
    for (const out of footing.interfaces) {
      const askers = this.#interfaces.get(out) ?? new Set();
      this.#interfaces.set(out, askers.add(asker));
    }
  }

  delete(asker: T): void {
    const footing = this.#held.get(asker);
    if (!footing) return;
    this.#held.delete(asker);
    for (const at of footing.gateways) {
      const trie = this.#gateways.get(placeKey(at));
      const host = hostPrefix(at.gateway);
      const askers = trie?.get(host);
      askers?.delete(asker);
      if (askers?.size === 0) trie?.delete(host);
    }
    for (const out of footing.interfaces) {
      const askers = this.#interfaces.get(out);
      askers?.delete(asker);
      if (askers?.size === 0) this.#interfaces.delete(out);
    }
  }

  /** Those who looked for an address inside this prefix of this table, each once, in no order. */
  of(place: Place, prefix: Prefix): readonly T[] {
    const found = this.#gateways.get(placeKey(place))?.within(prefix) ?? [];
    return found.length === 0 ? [] : [...new Set(found.flatMap((held) => [...held.value]))];
  }

  /** Those whose way led, or would have led, out of this interface. */
  ofInterface(name: IfName): readonly T[] {
    return [...(this.#interfaces.get(name) ?? [])];
  }

  #askersAt(place: Place, host: Prefix): Set<T> {
    const key = placeKey(place);
    const trie = this.#gateways.get(key) ?? new Trie<Set<T>>();
    this.#gateways.set(key, trie);
    const askers = trie.get(host) ?? new Set<T>();
    trie.set(host, askers);
    return askers;
  }
}
