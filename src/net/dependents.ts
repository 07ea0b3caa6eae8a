// Who asked for a next hop, and must ask again when what the answer stood on has changed.

import { hostPrefix, type Prefix } from '../base/prefix.ts';
import { Trie } from '../base/trie.ts';
import type { IfName } from '../route/names.ts';
import type { Footing, Place } from './resolve.ts';

interface Held<T> {
  readonly value: T;
  readonly footing: Footing;
}

const placeKey = (place: Place): string => `${place.vrf} ${place.table}`;

/** Values by name, found by the gateways and interfaces that their last answer looked at. */
export class Dependents<T> {
  readonly #held = new Map<string, Held<T>>();
  readonly #gateways = new Map<string, Trie<Set<string>>>();
  readonly #interfaces = new Map<IfName, Set<string>>();

  /** Replaces what was known of the name. */
  set(name: string, value: T, footing: Footing): void {
    this.delete(name);
    if (footing.gateways.length === 0 && footing.interfaces.length === 0) return;
    this.#held.set(name, { value, footing });
    for (const at of footing.gateways) this.#namesAt(at, hostPrefix(at.gateway)).add(name);
    for (const out of footing.interfaces) {
      const names = this.#interfaces.get(out) ?? new Set();
      this.#interfaces.set(out, names.add(name));
    }
  }

  delete(name: string): void {
    const held = this.#held.get(name);
    if (!held) return;
    this.#held.delete(name);
    for (const at of held.footing.gateways) {
      const trie = this.#gateways.get(placeKey(at));
      const host = hostPrefix(at.gateway);
      const names = trie?.get(host);
      names?.delete(name);
      if (names?.size === 0) trie?.delete(host);
    }
    for (const out of held.footing.interfaces) {
      const names = this.#interfaces.get(out);
      names?.delete(name);
      if (names?.size === 0) this.#interfaces.delete(out);
    }
  }

  /** Those who looked for an address inside this prefix of this table. */
  of(place: Place, prefix: Prefix): readonly T[] {
    const found = this.#gateways.get(placeKey(place))?.within(prefix) ?? [];
    return this.#values(found.flatMap((held) => [...held.value]));
  }

  /** Those whose way led, or would have led, out of this interface. */
  ofInterface(name: IfName): readonly T[] {
    return this.#values([...(this.#interfaces.get(name) ?? [])]);
  }

  clear(): void {
    this.#held.clear();
    this.#gateways.clear();
    this.#interfaces.clear();
  }

  #namesAt(place: Place, host: Prefix): Set<string> {
    const key = placeKey(place);
    const trie = this.#gateways.get(key) ?? new Trie<Set<string>>();
    this.#gateways.set(key, trie);
    const names = trie.get(host) ?? new Set<string>();
    trie.set(host, names);
    return names;
  }

  #values(names: readonly string[]): readonly T[] {
    return [...new Set(names)].sort().flatMap((name) => this.#held.get(name)?.value ?? []);
  }
}
