// Who wants to hear of active routes of which kinds, and what is news to them.

import { comparePrefix, type Prefix } from '../base/prefix.ts';
import { byText, SortedMap } from '../base/sorted-map.ts';
import type { Vrfs } from '../net/vrf.ts';
import type { ProcessInput } from '../protocols/plugin.ts';
import type { ProcessId, VrfName } from '../route/names.ts';
import type { Route, RouteKind } from '../route/route.ts';

/** An input that waits for its process. */
export interface News {
  readonly to: ProcessId;
  readonly input: ProcessInput;
}

interface Watch {
  readonly who: ProcessId;
  readonly vrf: VrfName;
  readonly kinds: ReadonlySet<RouteKind>;
  /** What was last said of each prefix. */
  readonly told: Map<Prefix, Route>;
  /** Everything that stands is news. */
  fresh: boolean;
}

const nameOf = (who: ProcessId, vrf: VrfName): string => `${who} ${vrf}`;

export class Redistribution {
  readonly #vrfs: Vrfs;
  readonly #watches = new SortedMap<string, Watch>(byText);
  readonly #changed = new Map<VrfName, Set<Prefix>>();
  /** False: `news` has nothing to tell. */
  pending = false;

  constructor(vrfs: Vrfs) {
    this.#vrfs = vrfs;
  }

  /** Replaces the process's list of kinds; an empty one ends the watch. What stands is told at the next `news`. */
  watch(who: ProcessId, vrf: VrfName, kinds: readonly RouteKind[]): void {
    const name = nameOf(who, vrf);
    const old = this.#watches.get(name);
    if (kinds.length === 0) {
      this.#watches.delete(name);
      return;
    }
    if (old && kinds.length === old.kinds.size && kinds.every((kind) => old.kinds.has(kind))) return;
    this.#watches.set(name, { who, vrf, kinds: new Set(kinds), told: old?.told ?? new Map(), fresh: true });
    this.pending = true;
  }

  forget(who: ProcessId): void {
    for (const watch of this.#watches.values()) if (watch.who === who) this.watch(who, watch.vrf, []);
  }

  /** Another route is active there, or none. */
  changed(vrf: VrfName, prefix: Prefix): void {
    const prefixes = this.#changed.get(vrf) ?? new Set();
    this.#changed.set(vrf, prefixes.add(prefix));
    this.pending = true;
  }

  /** What has to be said, by process, VRF, prefix. */
  news(): readonly News[] {
    const news = this.#watches.values().flatMap((watch) => {
      const prefixes = watch.fresh ? this.#everything(watch) : [...(this.#changed.get(watch.vrf) ?? [])];
      watch.fresh = false;
      return prefixes.sort(comparePrefix).flatMap((prefix) => this.#tell(watch, prefix) ?? []);
    });
    this.#changed.clear();
    this.pending = false;
    return news;
  }

  #everything(watch: Watch): Prefix[] {
    const { unicast } = this.#vrfs.get(watch.vrf);
    return [...new Set([...watch.told.keys(), ...unicast.entries().map((entry) => entry.prefix)])];
  }

  #tell(watch: Watch, prefix: Prefix): News | undefined {
    const route = this.#vrfs.get(watch.vrf).unicast.entry(prefix)?.active?.route;
    const active = route && watch.kinds.has(route.kind) ? route : undefined;
    if (watch.told.get(prefix) === active) return undefined;
    if (active) watch.told.set(prefix, active);
    else watch.told.delete(prefix);
    return { to: watch.who, input: { kind: 'route', vrf: watch.vrf, prefix, active } };
  }
}
