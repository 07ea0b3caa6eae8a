// Who wants to hear of active routes of which kinds, and what is news to them.

import { equal } from '../base/equal.ts';
import { comparePrefix, type Prefix } from '../base/prefix.ts';
import { byText, SortedMap } from '../base/sorted-map.ts';
import type { Candidate, ForwardingPath, RibEntry } from '../net/rib-types.ts';
import type { Vrfs } from '../net/vrf.ts';
import type { ProcessInput, RouteWatch } from '../protocols/plugin.ts';
import type { ProcessId, VrfName } from '../route/names.ts';
import type { Route, RouteKind } from '../route/route.ts';

/** An input that waits for its process. */
export interface News {
  readonly to: ProcessId;
  readonly input: ProcessInput;
}

interface Told {
  readonly route: Route;
  readonly ways: readonly ForwardingPath[] | undefined;
  /** Of a watch that hears of every change. */
  readonly every?: readonly Route[];
  readonly active?: Route | undefined;
}

interface Watch {
  readonly who: ProcessId;
  readonly vrf: VrfName;
  readonly kinds: ReadonlySet<RouteKind>;
  readonly which: RouteWatch;
  /** What was last said of each prefix. */
  readonly told: Map<Prefix, Told>;
  /** Everything that stands is news. */
  fresh: boolean;
}

/** The route that a watch is about. */
function concerned({ who, which }: Watch, entry: RibEntry | undefined): Candidate | undefined {
  const active = entry?.active;
  if (!which.besidesOwn || active?.route.source !== who) return active;
  return entry?.candidates.find(({ route, usable }) => route.source !== who && usable && route.hidden === undefined);
}

/** Where a candidate leads, without the labels that are pushed on the way. */
function waysOf({ verdict }: Candidate): readonly ForwardingPath[] {
  return verdict?.kind === 'forward' ? verdict.paths.map(({ out, gateway }) => ({ out, gateway, push: [] })) : [];
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
  watch(who: ProcessId, vrf: VrfName, kinds: readonly RouteKind[], which: RouteWatch = {}): void {
    const name = nameOf(who, vrf);
    const old = this.#watches.get(name);
    if (kinds.length === 0) {
      this.#watches.delete(name);
      return;
    }
    if (old && kinds.length === old.kinds.size && kinds.every((kind) => old.kinds.has(kind))) return;
    this.#watches.set(name, { who, vrf, kinds: new Set(kinds), which, told: old?.told ?? new Map(), fresh: true });
    this.pending = true;
  }

  forget(who: ProcessId): void {
    for (const watch of this.#watches.values()) if (watch.who === who) this.watch(who, watch.vrf, []);
  }

  /** Another route is active there, or none; or it leads elsewhere. */
  changed(vrf: VrfName, prefix: Prefix): void {
    const prefixes = this.#changed.get(vrf) ?? new Set();
    this.#changed.set(vrf, prefixes.add(prefix));
    this.pending = true;
  }

  /** The prefix was looked at again: a route that is not active may be another one. */
  refreshed(vrf: VrfName, prefix: Prefix): void {
    const concerns = ({ vrf: own, which }: Watch): boolean => own === vrf && Boolean(which.besidesOwn || which.every);
    if (this.#watches.some(concerns)) this.changed(vrf, prefix);
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

  /** Active or not; usable or not. */
  #tellEvery({ who, vrf, kinds, told }: Watch, prefix: Prefix): News | undefined {
    const entry = this.#vrfs.get(vrf).unicast.entry(prefix);
    const every = (entry?.candidates ?? []).map(({ route }) => route).filter(({ kind }) => kinds.has(kind));
    const active = entry?.active?.route;
    const old = told.get(prefix);
    const [first] = every;
    if (old ? old.active === active && equal(old.every, every) : !first) return undefined;
    if (first) told.set(prefix, { route: first, ways: undefined, every, active });
    else told.delete(prefix);
    return {
      to: who,
      input: { kind: 'route', vrf, prefix, active: active && kinds.has(active.kind) ? active : undefined },
    };
  }

  #tell(watch: Watch, prefix: Prefix): News | undefined {
    if (watch.which.every) return this.#tellEvery(watch, prefix);
    const found = concerned(watch, this.#vrfs.get(watch.vrf).unicast.entry(prefix));
    const candidate = found && watch.kinds.has(found.route.kind) ? found : undefined;
    const ways = candidate && watch.which.ways ? waysOf(candidate) : undefined;
    const old = watch.told.get(prefix);
    if (old?.route === candidate?.route && equal(old?.ways, ways)) return undefined;
    if (candidate) watch.told.set(prefix, { route: candidate.route, ways });
    else watch.told.delete(prefix);
    const { who: to, vrf } = watch;
    return { to, input: { kind: 'route', vrf, prefix, active: candidate?.route, ...(ways ? { ways } : {}) } };
  }
}
