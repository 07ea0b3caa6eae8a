// After every event the tables agree: usable candidates -> active routes -> watchers -> FIB, until nothing changes.

import type { Ip } from '../base/ip.ts';
import { ipText } from '../base/ip.ts';
import { comparePrefix, type Prefix } from '../base/prefix.ts';
import { byText, SortedMap } from '../base/sorted-map.ts';
import { Dependents } from '../net/dependents.ts';
import type { Footing, Place, Resolver } from '../net/resolve.ts';
import type { Rib } from '../net/rib.ts';
import type { Fib } from '../net/stack-port.ts';
import type { Vrfs } from '../net/vrf.ts';
import type { ProcessInput } from '../protocols/plugin.ts';
import type { IfName, ProcessId, VrfName } from '../route/names.ts';
import type { Route, RouteKind } from '../route/route.ts';
import type { Micros } from '../sim/time.ts';

/** Tables that have not agreed by then chase one another. */
export const MAX_ROUNDS = 64;

/** What settling works on and whom it tells. */
export interface SettlePort {
  readonly vrfs: Vrfs;
  readonly resolver: Resolver;
  readonly now: Micros;
  fib(vrf: VrfName): Fib;
  deliver(to: ProcessId, input: ProcessInput): void;
  /** A route changed. */
  changed(): void;
  unstable(rounds: number): void;
}

interface RouteWatch {
  readonly who: ProcessId;
  readonly vrf: VrfName;
  readonly kinds: ReadonlySet<RouteKind>;
  readonly told: Map<Prefix, Route>;
  /** Not told anything yet: everything that stands is news. */
  fresh: boolean;
}

interface NexthopWatch {
  readonly who: ProcessId;
  readonly vrf: VrfName;
  readonly gateway: Ip;
  /** Null: not told yet. */
  told: number | undefined | null;
}

/** Who must look again when a next hop leads elsewhere. */
type Dependent =
  | { readonly kind: 'entry'; readonly place: Place; readonly prefix: Prefix }
  | { readonly kind: 'watch'; readonly name: string };

interface News {
  readonly to: ProcessId;
  readonly input: ProcessInput;
}

const watchName = (who: ProcessId, vrf: VrfName, gateway?: Ip): string =>
  gateway === undefined ? `${who} ${vrf}` : `${who} ${vrf} ${ipText(gateway)}`;
const entryName = (place: Place, prefix: Prefix): string => `${place.vrf} ${place.table} ${prefix.text}`;

export class Settler {
  readonly #port: SettlePort;
  readonly #routeWatches = new SortedMap<string, RouteWatch>(byText);
  readonly #nexthopWatches = new SortedMap<string, NexthopWatch>(byText);
  readonly #dependents = new Dependents<Dependent>();
  /** Unicast prefixes whose active route changed since the watchers were last told. */
  readonly #changed = new Map<VrfName, Set<Prefix>>();
  readonly #forwarding = new Map<VrfName, Set<Prefix>>();
  readonly #askAgain = new Set<string>();
  #unstable = false;

  constructor(port: SettlePort) {
    this.#port = port;
  }

  /** An empty list ends it. */
  watchRoutes(who: ProcessId, vrf: VrfName, kinds: readonly RouteKind[]): void {
    const name = watchName(who, vrf);
    const old = this.#routeWatches.get(name);
    if (kinds.length === 0) this.#routeWatches.delete(name);
    else if (!old || kinds.length !== old.kinds.size || kinds.some((kind) => !old.kinds.has(kind)))
      this.#routeWatches.set(name, { who, vrf, kinds: new Set(kinds), told: old?.told ?? new Map(), fresh: true });
  }

  watchNexthop(who: ProcessId, vrf: VrfName, gateway: Ip, on: boolean): void {
    const name = watchName(who, vrf, gateway);
    if (!on) {
      this.#nexthopWatches.delete(name);
      this.#dependents.delete(`watch ${name}`);
    } else if (!this.#nexthopWatches.has(name)) {
      this.#nexthopWatches.set(name, { who, vrf, gateway, told: null });
      this.#askAgain.add(name);
    }
  }

  /** The process is gone. */
  forget(who: ProcessId): void {
    for (const watch of this.#routeWatches.values()) if (watch.who === who) this.watchRoutes(who, watch.vrf, []);
    for (const watch of this.#nexthopWatches.values())
      if (watch.who === who) this.watchNexthop(who, watch.vrf, watch.gateway, false);
  }

  /** Next hops that lead out of this interface must be looked at again. */
  interfaceChanged(name: IfName): void {
    this.#touch(this.#dependents.ofInterface(name));
  }

  /** Makes everything agree, or gives up after 64 rounds; the next event goes on from there. */
  settle(): void {
    let rounds = 0;
    while (rounds < MAX_ROUNDS && this.#round()) rounds++;
    this.#writeFibs();
    const unstable = rounds === MAX_ROUNDS;
    if (unstable && !this.#unstable) this.#port.unstable(rounds);
    this.#unstable = unstable;
  }

  /** The power went. */
  clear(): void {
    this.#routeWatches.clear();
    this.#nexthopWatches.clear();
    this.#dependents.clear();
    this.#changed.clear();
    this.#forwarding.clear();
    this.#askAgain.clear();
    this.#unstable = false;
  }

  /** Tables first; watchers hear only of tables that agree. False: nothing was left to do. */
  #round(): boolean {
    if (this.#refreshTables()) return true;
    const news = [...this.#routeNews(), ...this.#nexthopNews()];
    for (const { to, input } of news) this.#port.deliver(to, input);
    return news.length > 0;
  }

  #refreshTables(): boolean {
    let any = false;
    for (const place of this.#port.vrfs.places()) {
      const rib = this.#port.vrfs.rib(place);
      for (const prefix of rib.takeTouched()) {
        this.#refresh(place, rib, prefix);
        any = true;
      }
    }
    return any;
  }

  #refresh(place: Place, rib: Rib, prefix: Prefix): void {
    const { resolver, now } = this.#port;
    const gateways: Footing['gateways'][number][] = [];
    const interfaces: IfName[] = [];
    const { routeChanged, verdictChanged } = rib.refresh(
      prefix,
      (route) => {
        const { footing, ...reach } = resolver.reach(route, place);
        gateways.push(...footing.gateways);
        interfaces.push(...footing.interfaces);
        return reach;
      },
      now,
    );
    const footing = { gateways, interfaces };
    this.#dependents.set(`entry ${entryName(place, prefix)}`, { kind: 'entry', place, prefix }, footing);
    if (!routeChanged && !verdictChanged) return;
    this.#port.changed();
    this.#touch(this.#dependents.of(place, prefix));
    if (place.table !== 'unicast') return;
    note(this.#forwarding, place.vrf, prefix);
    if (routeChanged) note(this.#changed, place.vrf, prefix);
  }

  #touch(dependents: readonly Dependent[]): void {
    for (const dependent of dependents) {
      if (dependent.kind === 'watch') this.#askAgain.add(dependent.name);
      else this.#port.vrfs.rib(dependent.place).touch(dependent.prefix);
    }
  }

  /** By process, VRF, prefix. */
  #routeNews(): readonly News[] {
    const news = this.#routeWatches.values().flatMap((watch) => {
      const changed = this.#changed.get(watch.vrf);
      const prefixes = watch.fresh ? this.#everything(watch) : [...(changed ?? [])].sort(comparePrefix);
      watch.fresh = false;
      return prefixes.flatMap((prefix) => this.#tell(watch, prefix) ?? []);
    });
    this.#changed.clear();
    return news;
  }

  #everything(watch: RouteWatch): readonly Prefix[] {
    const { unicast } = this.#port.vrfs.get(watch.vrf);
    const prefixes = new Set([...watch.told.keys(), ...unicast.entries().map((entry) => entry.prefix)]);
    return [...prefixes].sort(comparePrefix);
  }

  #tell(watch: RouteWatch, prefix: Prefix): News | undefined {
    const route = this.#port.vrfs.get(watch.vrf).unicast.entry(prefix)?.active?.route;
    const active = route && watch.kinds.has(route.kind) ? route : undefined;
    if (watch.told.get(prefix) === active) return undefined;
    if (active) watch.told.set(prefix, active);
    else watch.told.delete(prefix);
    return { to: watch.who, input: { kind: 'route', vrf: watch.vrf, prefix, active } };
  }

  #nexthopNews(): readonly News[] {
    const names = [...this.#askAgain].sort(byText);
    this.#askAgain.clear();
    return names.flatMap((name) => {
      const watch = this.#nexthopWatches.get(name);
      if (!watch) return [];
      const { who, vrf, gateway } = watch;
      const { metric, footing } = this.#port.resolver.metric(gateway, { vrf, table: 'unicast' });
      this.#dependents.set(`watch ${name}`, { kind: 'watch', name }, footing);
      if (watch.told === metric) return [];
      watch.told = metric;
      return [{ to: who, input: { kind: 'nexthop', vrf, gateway, metric } }];
    });
  }

  #writeFibs(): void {
    for (const [vrf, prefixes] of [...this.#forwarding].sort(([a], [b]) => byText(a, b))) {
      if (!this.#port.vrfs.defined(vrf)) continue;
      const fib = this.#port.fib(vrf);
      const { unicast } = this.#port.vrfs.get(vrf);
      for (const prefix of [...prefixes].sort(comparePrefix)) {
        const active = unicast.entry(prefix)?.active;
        if (active?.verdict && active.route.noInstall !== true) fib.set(prefix, active.verdict);
        else fib.delete(prefix);
      }
    }
    this.#forwarding.clear();
  }
}

function note(map: Map<VrfName, Set<Prefix>>, vrf: VrfName, prefix: Prefix): void {
  const prefixes = map.get(vrf) ?? new Set();
  map.set(vrf, prefixes.add(prefix));
}
