// Recursive next hops: from what a route says to the interface and gateway that forwarding uses.    RFC 4271 §5.1.3

import { compareIp, type Ip } from '../base/ip.ts';
import { must } from '../base/must.ts';
import type { Prefix } from '../base/prefix.ts';
import { byText } from '../base/sorted-map.ts';
import { IMPLICIT_NULL, type Label } from '../route/label.ts';
import type { IfName, VrfName } from '../route/names.ts';
import type { Nexthop, Route } from '../route/route.ts';
import type { Reach, Rib } from './rib.ts';
import type { ForwardingPath, RibEntry, TableKind, Verdict } from './rib-types.ts';
import type { ResolveTraits } from './traits.ts';

/** Steps from a next hop to a link. Longer chains are configuration errors. */
export const MAX_DEPTH = 16;

/** Where somebody stands who asks for a next hop. */
export interface Place {
  readonly vrf: VrfName;
  readonly table: TableKind;
}

/** What an answer depends on: it must be asked for again when one of these changes. */
export interface Footing {
  readonly gateways: readonly (Place & { readonly gateway: Ip })[];
  readonly interfaces: readonly IfName[];
}

/** The tables and interfaces, as the resolver sees them. */
export interface Surroundings {
  rib(place: Place): Rib | undefined;
  /** Null interfaces are always up. */
  up(name: IfName): boolean;
}

interface Found {
  readonly paths: ForwardingPath[];
  special: Verdict | undefined;
}

interface Step extends Place {
  readonly prefix: Prefix;
}

/** One question: walks the tables and notes what it looked at. */
class Walk {
  readonly gateways: (Place & { readonly gateway: Ip })[] = [];
  readonly interfaces: IfName[] = [];
  readonly #around: Surroundings;
  readonly #traits: ResolveTraits;
  /** Entries gone through on the way to where the walk stands: none may be used twice. */
  readonly #trail: Step[] = [];

  constructor(around: Surroundings, traits: ResolveTraits) {
    this.#around = around;
    this.#traits = traits;
  }

  /** Follows one next hop. `gateway` is the address that is looked for, when it comes from another route. */
  follow(hop: Nexthop, at: Place, gateway: Ip | undefined, inner: readonly Label[], found: Found): boolean {
    switch (hop.via) {
      case 'interface':
        return this.#leave(hop.out, hop.gateway ?? gateway, stack(hop.labels, inner), found);
      case 'address':
        return this.#search(
          { vrf: hop.vrf ?? at.vrf, table: hop.table },
          hop.gateway,
          stack(hop.labels, inner),
          hop.direct === true,
          found,
        );
      case 'vrf':
        return this.#enter(hop.vrf, gateway, inner, found);
      case 'receive':
        // A gateway that is this router itself leads nowhere.
        return gateway === undefined && this.#receive(hop.out, found);
      case 'discard':
      case 'reject':
        found.special ??= { kind: hop.via };
        return true;
    }
  }

  /** Does not go through this entry. */
  within<T>(step: Step, act: () => T): T {
    this.#trail.push(step);
    const result = act();
    this.#trail.pop();
    return result;
  }

  /** The active entry that leads to `gateway`; nothing that is already on the trail. */
  entry(place: Place, gateway: Ip, direct: boolean): RibEntry | undefined {
    this.gateways.push({ ...place, gateway });
    return this.#around.rib(place)?.longest(gateway, (entry) => {
      if (!entry.active || (entry.prefix.length === 0 && !this.#traits.viaDefault)) return false;
      if (direct && entry.active.route.kind !== 'connected') return false;
      return !this.#trail.some(
        (step) => step.prefix === entry.prefix && step.vrf === place.vrf && step.table === place.table,
      );
    });
  }

  #leave(out: IfName, gateway: Ip | undefined, push: readonly Label[], found: Found): boolean {
    this.interfaces.push(out);
    if (!this.#around.up(out)) return false;
    found.paths.push({ out, gateway, push });
    return true;
  }

  #receive(out: IfName, found: Found): boolean {
    this.interfaces.push(out);
    if (!this.#around.up(out)) return false;
    found.special ??= { kind: 'receive', on: out };
    return true;
  }

  #enter(vrf: VrfName, gateway: Ip | undefined, inner: readonly Label[], found: Found): boolean {
    if (gateway !== undefined) return this.#search({ vrf, table: 'unicast' }, gateway, inner, false, found);
    found.special ??= { kind: 'lookup', vrf };
    return true;
  }

  #search(place: Place, gateway: Ip, inner: readonly Label[], direct: boolean, found: Found): boolean {
    if (this.#trail.length >= MAX_DEPTH) return false;
    const entry = this.entry(place, gateway, direct);
    const active = entry?.active;
    if (!entry || !active) return false;
    const step: Step = { ...place, prefix: entry.prefix };
    return this.within(step, () => {
      const led = active.route.nexthops.map((hop) => this.follow(hop, place, gateway, inner, found));
      return led.includes(true);
    });
  }
}

/** Labels of the way to the next hop go on top of those of the route itself. RFC 3032 §2.1; implicit null is none. */
function stack(outer: readonly Label[], inner: readonly Label[]): readonly Label[] {
  const real = outer.filter((label) => label !== IMPLICIT_NULL);
  return real.length === 0 ? inner : [...real, ...inner];
}

const compareLabels = (a: readonly Label[], b: readonly Label[]): number =>
  byText(
    a.map((label) => String(label).padStart(7, '0')).join(),
    b.map((label) => String(label).padStart(7, '0')).join(),
  );

/** On-link destinations first, then by gateway, interface, labels: the same set is always the same list. */
function comparePaths(a: ForwardingPath, b: ForwardingPath): number {
  const gateways =
    a.gateway === undefined || b.gateway === undefined
      ? Number(a.gateway !== undefined) - Number(b.gateway !== undefined)
      : compareIp(a.gateway, b.gateway);
  return gateways || byText(a.out, b.out) || compareLabels(a.push, b.push);
}

/** Equal-cost paths in address order, each once. */
export function pathSet(paths: readonly ForwardingPath[]): readonly ForwardingPath[] {
  const sorted = [...paths].sort(comparePaths);
  return sorted.filter((path, i) => i === 0 || comparePaths(sorted[i - 1] as ForwardingPath, path) !== 0);
}

export class Resolver {
  readonly #around: Surroundings;
  readonly #traits: ResolveTraits;

  constructor(around: Surroundings, traits: ResolveTraits) {
    this.#around = around;
    this.#traits = traits;
  }

  /** Where a route leads. It never resolves through itself. */
  reach(route: Route, at: Place): Reach & { readonly footing: Footing } {
    must(route.nexthops.length > 0, `${route.prefix.text} has no next hop`);
    const walk = new Walk(this.#around, this.#traits);
    const found: Found = { paths: [], special: undefined };
    const reachable = walk.within({ ...at, prefix: route.prefix }, () =>
      route.nexthops.map((hop) => walk.follow(hop, at, undefined, [], found)),
    );
    const paths = pathSet(found.paths);
    const verdict: Verdict | undefined = paths.length > 0 ? { kind: 'forward', paths } : found.special;
    const usable = verdict !== undefined || route.permanent === true;
    return { reachable, usable, verdict: verdict ?? (usable ? { kind: 'discard' } : undefined), footing: walk };
  }

  /** Metric of the route that leads to `gateway`; undefined when none does. */
  metric(gateway: Ip, at: Place): { readonly metric: number | undefined; readonly footing: Footing } {
    const walk = new Walk(this.#around, this.#traits);
    const active = walk.entry(at, gateway, false)?.active;
    if (!active) return { metric: undefined, footing: walk };
    const found: Found = { paths: [], special: undefined };
    const hop: Nexthop = { via: 'address', gateway, labels: [], table: at.table };
    const leads = walk.follow(hop, at, undefined, [], found);
    return { metric: leads ? active.route.metric : undefined, footing: walk };
  }
}
