// After every event the tables agree: usable candidates -> active routes -> watchers -> FIB and LFIB, until nothing changes.

import { equal } from '../base/equal.ts';
import type { Ip } from '../base/ip.ts';
import { comparePrefix, contains, DEFAULT4, DEFAULT6, type Prefix } from '../base/prefix.ts';
import { byText } from '../base/sorted-map.ts';
import { Dependents } from '../net/dependents.ts';
import type { Footing, Place, Resolver } from '../net/resolve.ts';
import type { Reach } from '../net/rib.ts';
import type { LfibEntry, Verdict } from '../net/rib-types.ts';
import type { Fib, Lfib } from '../net/stack-port.ts';
import type { Vrfs } from '../net/vrf.ts';
import type { NexthopSearch, ProcessInput, RouteWatch } from '../protocols/plugin.ts';
import type { Label } from '../route/label.ts';
import type { IfName, ProcessId, VrfName } from '../route/names.ts';
import type { Route, RouteKind } from '../route/route.ts';
import type { Micros } from '../sim/time.ts';
import { NexthopWatches } from './nexthop-watches.ts';
import { Redistribution } from './redistribution.ts';
import type { ActiveWatch } from './router.ts';

/** Tables that do not agree by then chase one another. */
export const MAX_ROUNDS = 64;

/** What settling works on and whom it tells. */
export interface SettlePort {
  readonly vrfs: Vrfs;
  readonly resolver: Resolver;
  readonly now: Micros;
  fib(vrf: VrfName): Fib;
  readonly lfib: Lfib;
  deliver(to: ProcessId, input: ProcessInput): void;
  /** A route changed. */
  changed(): void;
  unstable(rounds: number): void;
}

/** Who must look again when a next hop leads elsewhere. */
type Dependent =
  | { readonly kind: 'entry'; readonly place: Place; readonly prefix: Prefix }
  | { readonly kind: 'label'; readonly label: Label }
  | { readonly kind: 'watch'; readonly watch: string };

type Reached = Reach & { readonly footing: Footing };

/** The answer depends on what leads to addresses inside this prefix. */
const standsOn = ({ footing }: Reached, prefix: Prefix): boolean =>
  footing.gateways.some(({ gateway }) => contains(prefix, gateway));

const NOTHING: Footing = { gateways: [], interfaces: [] };

/** What all of a prefix's candidates stand on. */
function together(footings: readonly Footing[]): Footing {
  const [first = NOTHING, ...more] = footings;
  if (more.length === 0) return first;
  return {
    gateways: footings.flatMap((one) => one.gateways),
    interfaces: footings.flatMap((one) => one.interfaces),
  };
}

export class Settler {
  /** Hears of active routes that change. */
  watch: ActiveWatch | undefined;
  readonly #port: SettlePort;
  readonly #redistribution: Redistribution;
  readonly #nexthops: NexthopWatches;
  readonly #dependents = new Dependents<Dependent>();
  readonly #askers = new Map<string, Map<unknown, Dependent>>();
  /** Where lists of next hops led in this round of refreshing: many routes of one neighbour share one list. */
  readonly #reached = new Map<Route['nexthops'], Reached>();
  /** Prefixes whose forwarding entry must be written. */
  readonly #forwarding = new Map<VrfName, Set<Prefix>>();
  /** Forwarding entries that stay as they are, whatever becomes of their routes. */
  readonly #held = new Map<VrfName, ReadonlySet<Prefix>>();
  #unstable = false;

  constructor(port: SettlePort) {
    this.#port = port;
    this.#redistribution = new Redistribution(port.vrfs);
    this.#nexthops = new NexthopWatches(port.resolver, (watch, footing) => {
      this.#stands('watch', watch, footing, () => ({ kind: 'watch', watch }));
    });
  }

  /** An empty list ends it. */
  watchRoutes(who: ProcessId, vrf: VrfName, kinds: readonly RouteKind[], which?: RouteWatch): void {
    this.#redistribution.watch(who, vrf, kinds, which);
  }

  watchNexthop(who: ProcessId, vrf: VrfName, gateway: Ip, on: boolean, search?: NexthopSearch): void {
    this.#nexthops.watch(who, vrf, gateway, on, search);
  }

  /** The process is gone. */
  forget(who: ProcessId): void {
    this.#redistribution.forget(who);
    this.#nexthops.forget(who);
  }

  /** What is forwarded by routes of this process is forwarded as before, until `release`. RFC 4724 §4.1 */
  hold(who: ProcessId): void {
    for (const { name, unicast } of this.#port.vrfs.all()) {
      const its = unicast.entries().filter(({ active }) => active?.route.source === who);
      this.#held.set(name, new Set(its.map(({ prefix }) => prefix)));
    }
  }

  /** Forwarding follows the tables again. */
  release(): void {
    for (const [vrf, prefixes] of this.#held)
      this.#forwarding.set(vrf, new Set([...(this.#forwarding.get(vrf) ?? []), ...prefixes]));
    this.#held.clear();
  }

  /** Next hops that lead out of this interface must be looked at again. */
  interfaceChanged(name: IfName): void {
    this.#touch(this.#dependents.ofInterface(name));
  }

  /** Other routes of this table lead to next hops than before. */
  leadingChanged(place: Place): void {
    for (const block of [DEFAULT4, DEFAULT6]) this.#touch(this.#dependents.of(place, block));
  }

  /** Packets take other paths of the VRF's routes than before. */
  balancingChanged(vrf: VrfName): void {
    const written = this.#forwarding.get(vrf) ?? new Set();
    for (const { prefix } of this.#port.vrfs.get(vrf).unicast.entries()) written.add(prefix);
    if (written.size > 0) this.#forwarding.set(vrf, written);
  }

  /** Makes everything agree, or gives up after 64 rounds; the next event goes on from there. */
  settle(): void {
    let rounds = 0;
    while (this.#toDo && rounds < MAX_ROUNDS) {
      this.#round();
      rounds++;
    }
    if (this.#forwarding.size > 0) this.#writeFibs();
    if (this.#port.vrfs.labels.touched) this.#writeLfib();
    const unstable = this.#toDo;
    if (unstable && !this.#unstable) this.#port.unstable(rounds);
    this.#unstable = unstable;
  }

  get #toDo(): boolean {
    return this.#port.vrfs.touched || this.#redistribution.pending || this.#nexthops.pending;
  }

  /** Tables first; watchers hear only of tables that agree. */
  #round(): void {
    if (this.#port.vrfs.touched) {
      this.#refreshTables();
      return;
    }
    for (const { to, input } of [...this.#redistribution.news(), ...this.#nexthops.news()])
      this.#port.deliver(to, input);
  }

  #refreshTables(): void {
    const { vrfs } = this.#port;
    vrfs.touched = false;
    for (const place of vrfs.places()) {
      for (const prefix of vrfs.rib(place).takeTouched()) this.#refresh(place, prefix);
      this.#reached.clear();
    }
  }

  /** As the resolver says it; once for all routes that have the very same next hops, while nothing that it stood on changes. */
  #reach(route: Route, place: Place): Reached {
    const known = this.#reached.get(route.nexthops);
    if (known && !standsOn(known, route.prefix)) return known;
    const reached = this.#port.resolver.reach(route, place);
    if (!standsOn(reached, route.prefix)) this.#reached.set(route.nexthops, reached);
    return reached;
  }

  #refresh(place: Place, prefix: Prefix): void {
    const { vrfs, now } = this.#port;
    const footings: Footing[] = [];
    const reachOf = (route: Route): Reached => {
      const reached = this.#reach(route, place);
      footings.push(reached.footing);
      return reached;
    };
    const { before, after, routeChanged, verdictChanged } = vrfs.rib(place).refresh(prefix, reachOf, now);
    if (routeChanged && place.table === 'unicast') this.watch?.({ vrf: place.vrf, prefix, before, after });
    const footing = footings.length === 0 ? undefined : together(footings);
    this.#stands(`${place.vrf} ${place.table}`, prefix, footing, () => ({ kind: 'entry', place, prefix }));
    if (place.table === 'unicast') this.#redistribution.refreshed(place.vrf, prefix);
    if (!routeChanged && !verdictChanged) return;
    for (const [nexthops, reached] of this.#reached) if (standsOn(reached, prefix)) this.#reached.delete(nexthops);
    this.#port.changed();
    this.#touch(this.#dependents.of(place, prefix));
    if (place.table !== 'unicast') return;
    const written = this.#forwarding.get(place.vrf) ?? new Set();
    this.#forwarding.set(place.vrf, written.add(prefix));
    this.#redistribution.changed(place.vrf, prefix);
  }

  /** What an answer stood on; undefined: nobody asks any more. Who asks is one object as long as he does. */
  #stands(kind: string, name: unknown, footing: Footing | undefined, make: () => Dependent): void {
    const askers = this.#askers.get(kind) ?? new Map<unknown, Dependent>();
    this.#askers.set(kind, askers);
    const known = askers.get(name);
    if (!footing) {
      if (known) this.#dependents.delete(known);
      askers.delete(name);
      return;
    }
    const asker = known ?? make();
    if (!known) askers.set(name, asker);
    this.#dependents.set(asker, footing);
  }

  #touch(dependents: readonly Dependent[]): void {
    for (const dependent of dependents) {
      if (dependent.kind === 'watch') this.#nexthops.askAgain(dependent.watch);
      else if (dependent.kind === 'label') this.#port.vrfs.labels.touch(dependent.label);
      else this.#port.vrfs.rib(dependent.place).touch(dependent.prefix);
    }
  }

  #writeFibs(): void {
    const { vrfs } = this.#port;
    for (const [vrf, prefixes] of [...this.#forwarding].sort(([a], [b]) => byText(a, b))) {
      const fib = this.#port.fib(vrf);
      const held = this.#held.get(vrf);
      for (const prefix of [...prefixes].sort(comparePrefix)) {
        if (held?.has(prefix)) continue;
        const active = vrfs.get(vrf).unicast.entry(prefix)?.active;
        if (active?.verdict && active.route.noInstall !== true)
          fib.set(prefix, this.#used(vrf, active.route, active.verdict));
        else fib.delete(prefix);
      }
    }
    this.#forwarding.clear();
  }

  /** One path, where packets are not to be spread over several. */
  #used(vrf: VrfName, route: Route, verdict: Verdict): Verdict {
    if (verdict.kind !== 'forward' || verdict.paths.length < 2 || this.#port.vrfs.isBalanced(vrf, route))
      return verdict;
    return { ...verdict, paths: verdict.paths.slice(0, 1) };
  }

  /** Nothing stands on the LFIB: it is written when everything else agrees. */
  #writeLfib(): void {
    const { vrfs, lfib, resolver } = this.#port;
    for (const label of vrfs.labels.takeTouched()) {
      const route = vrfs.labels.get(label);
      if (!route) {
        this.#stands('label', label, undefined, () => ({ kind: 'label', label }));
        lfib.delete(label);
        this.#port.changed();
        continue;
      }
      const { verdict, footing } = resolver.reachLabel(route);
      this.#stands('label', label, footing, () => ({ kind: 'label', label }));
      const { source, fec, from } = route;
      const entry: LfibEntry = { label, source, fec, from, verdict };
      if (equal(lfib.get(label), entry)) continue;
      lfib.set(entry);
      this.#port.changed();
    }
  }
}
