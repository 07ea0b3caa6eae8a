// Recursive next hops: from what a route says to the interface and gateway that forwarding uses.    RFC 4271 §5.1.3

import { compareIp, type Ip } from '../base/ip.ts';
import { must } from '../base/must.ts';
import type { Prefix } from '../base/prefix.ts';
import { byText } from '../base/sorted-map.ts';
import { IMPLICIT_NULL, type Label } from '../route/label.ts';
import type { IfName, VrfName } from '../route/names.ts';
import type { Nexthop, Route } from '../route/route.ts';
import type { Reach, Rib } from './rib.ts';
import type { Candidate, ForwardingPath, LabelRoute, LabelVerdict, RibEntry, TableKind, Verdict } from './rib-types.ts';
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
  /** May next hops be found through this route of that table? Its owner may want it otherwise. */
  mayLead(place: Place, route: Route): boolean;
  /** Null interfaces are always up. */
  up(name: IfName): boolean;
  /** The label that packets for a prefix of the unicast table are given towards this next hop. */
  imposed(vrf: VrfName, prefix: Prefix, out: IfName, gateway: Ip): Label | undefined;
}

/** By which tables a next hop is found, as a route says it. */
export type Search = (Nexthop & { readonly via: 'address' })['table'];

interface Found {
  readonly paths: ForwardingPath[];
  special: Verdict | undefined;
}

interface Step extends Place {
  readonly prefix: Prefix;
  /** It stands for a link: whoever is found through it is a neighbour. */
  readonly link: boolean;
}

/** What is carried along a walk. */
interface Load {
  /** The address that is looked for, when it comes from another route. */
  readonly gateway: Ip | undefined;
  readonly inner: readonly Label[];
  /** A next hop on the way knows no labels. */
  readonly untagged?: true;
  /** Packets may not leave the label-switched path. */
  readonly lsp: boolean;
}

const EMPTY: Load = { gateway: undefined, inner: [], lsp: false };

const NOTHING: readonly never[] = [];
/** Of a list that grew, `slice` and spreading would copy the room to spare too. */
const copied = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NOTHING : list.map((one) => one));

/** An entry that was found, and where. */
interface Hit {
  readonly place: Place;
  readonly entry: RibEntry;
  readonly active: Candidate;
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

  /** What was looked at, to be kept: lists that grew have room to spare, copies have none. */
  get footing(): Footing {
    return { gateways: copied(this.gateways), interfaces: copied(this.interfaces) };
  }

  /** Follows one next hop; true when it leads somewhere. */
  follow(hop: Nexthop, at: Place, load: Load, found: Found): boolean {
    switch (hop.via) {
      case 'interface':
        return this.#leave(hop, load, found);
      case 'address': {
        const wanted = hop.table === 'labeled' || (load.lsp && hop.labels.length === 0);
        const lsp = wanted && this.#traits.lspFrom === 'unicast-labels';
        const vrf = hop.vrf ?? at.vrf;
        const near = hop.direct ? this.best(vrf, hop.table, hop.gateway, true) : undefined;
        const hit = near ?? (hop.direct === true ? undefined : this.best(vrf, hop.table, hop.gateway, false));
        const untagged = hop.untagged || load.untagged ? { untagged: true as const } : {};
        return this.#search(
          hit,
          { gateway: hop.gateway, inner: stack(hop.labels, load.inner), lsp, ...untagged },
          found,
        );
      }
      case 'vrf':
        return this.#enter(hop.vrf, load, found);
      case 'receive':
        // A gateway that is this router itself leads nowhere.
        return load.gateway === undefined && this.#receive(hop.out, found);
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
      const { route } = entry.active;
      if (direct ? route.kind !== 'connected' : !this.#around.mayLead(place, route)) return false;
      // A link ends every walk, whichever other routes lead to its subnet.
      const link = route.kind === 'connected';
      return !this.#trail.some(
        (step) =>
          step.prefix === entry.prefix && step.vrf === place.vrf && step.table === place.table && !(link && !step.link),
      );
    });
  }

  /** The active entry that leads to `gateway` by these tables. Of equal preference the labelled one counts. */
  best(vrf: VrfName, search: Search, gateway: Ip, direct: boolean): Hit | undefined {
    const ownTable = this.#traits.lspFrom !== 'unicast-labels';
    const tables: readonly TableKind[] =
      search === 'unicast' || !ownTable ? ['unicast'] : search === 'labeled' ? ['labeled'] : ['labeled', 'unicast'];
    let best: Hit | undefined;
    for (const table of tables) {
      const place: Place = { vrf, table };
      const entry = this.entry(place, gateway, direct);
      const active = entry?.active;
      if (entry && active && (!best || active.preference < best.active.preference)) best = { place, entry, active };
    }
    return best;
  }

  #leave(hop: Nexthop & { via: 'interface' }, load: Load, found: Found): boolean {
    const { out } = hop;
    this.interfaces.push(out);
    if (!this.#around.up(out)) return false;
    const gateway = hop.gateway ?? load.gateway;
    const given = hop.labels.length > 0 ? hop.labels : this.#imposed(out, gateway);
    const noLsp = load.lsp && given === undefined && this.#trail.at(-1)?.link !== true;
    found.paths.push({
      out,
      gateway,
      push: stack(given ?? [], load.inner),
      ...(given?.[0] === IMPLICIT_NULL ? { php: true as const } : {}),
      ...(noLsp ? { noLsp } : {}),
      ...(hop.untagged || load.untagged ? { untagged: true as const } : {}),
    });
    return true;
  }

  /** The label of the route that leads to this neighbour: of the last one on the trail that is more than a link. */
  #imposed(out: IfName, gateway: Ip | undefined): readonly Label[] | undefined {
    const step = this.#trail.findLast(({ link }) => !link);
    if (gateway === undefined || step?.table !== 'unicast') return undefined;
    const label = this.#around.imposed(step.vrf, step.prefix, out, gateway);
    return label === undefined ? undefined : [label];
  }

  #receive(out: IfName, found: Found): boolean {
    this.interfaces.push(out);
    if (!this.#around.up(out)) return false;
    found.special ??= { kind: 'receive', on: out };
    return true;
  }

  #enter(vrf: VrfName, load: Load, found: Found): boolean {
    if (load.gateway !== undefined) return this.#search(this.best(vrf, 'unicast', load.gateway, false), load, found);
    found.special ??= { kind: 'lookup', vrf };
    return true;
  }

  #search(hit: Hit | undefined, load: Load, found: Found): boolean {
    if (!hit || this.#trail.length >= MAX_DEPTH) return false;
    const { route } = hit.active;
    return this.within(stepOf(hit.place, route), () => {
      const led = route.nexthops.map((hop) => this.follow(hop, hit.place, load, found));
      return led.includes(true);
    });
  }
}

const stepOf = (place: Place, { prefix, kind }: Route): Step => ({ ...place, prefix, link: kind === 'connected' });

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
  const fresh = (path: ForwardingPath, i: number): boolean =>
    i === 0 || comparePaths(sorted[i - 1] as ForwardingPath, path) !== 0;
  return sorted.every(fresh) ? sorted : sorted.filter(fresh);
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
    const reachable = walk.within(stepOf(at, route), () =>
      route.nexthops.map((hop) => walk.follow(hop, at, EMPTY, found)),
    );
    const paths = whole(pathSet(found.paths));
    const verdict: Verdict | undefined = paths.length > 0 ? { kind: 'forward', paths } : found.special;
    const { permanent = false } = route;
    const instead: Verdict | undefined = permanent
      ? { kind: permanent === 'reject' ? 'reject' : 'discard' }
      : undefined;
    const usable = verdict !== undefined || instead !== undefined;
    return { reachable, usable, verdict: verdict ?? instead, footing: walk.footing };
  }

  /** Where a label leads; 'discard': nowhere at this moment. */
  reachLabel(route: LabelRoute): { readonly verdict: LabelVerdict; readonly footing: Footing } {
    const walk = new Walk(this.#around, this.#traits);
    const found: Found = { paths: [], special: undefined };
    const at: Place = { vrf: route.fec.vrf, table: 'unicast' };
    for (const hop of route.nexthops) walk.follow(hop, at, EMPTY, found);
    const paths = whole(pathSet(found.paths));
    if (paths.length > 0) return { verdict: { kind: 'forward', paths }, footing: walk.footing };
    const { special } = found;
    return { verdict: special?.kind === 'lookup' ? special : { kind: 'discard' }, footing: walk.footing };
  }

  /** Metric of the route that leads to `gateway` by these tables; undefined when none does. */
  metric(
    gateway: Ip,
    { vrf, table }: { readonly vrf: VrfName; readonly table: Search },
  ): { readonly metric: number | undefined; readonly footing: Footing } {
    const walk = new Walk(this.#around, this.#traits);
    const active = walk.best(vrf, table, gateway, false)?.active;
    if (!active) return { metric: undefined, footing: walk.footing };
    const found: Found = { paths: [], special: undefined };
    const hop: Nexthop = { via: 'address', gateway, labels: [], table };
    const leads = walk.follow(hop, { vrf, table: 'unicast' }, EMPTY, found);
    return { metric: leads ? active.route.metric : undefined, footing: walk.footing };
  }
}

/** Paths that hold as label-switched paths, when any does; else those that do not, which drop what takes them. */
function whole(paths: readonly ForwardingPath[]): readonly ForwardingPath[] {
  const holds = ({ noLsp }: ForwardingPath): boolean => noLsp !== true;
  if (paths.every(holds)) return paths;
  const good = paths.filter(holds);
  return good.length > 0 ? good : paths;
}
