// Who contributes to an aggregate, who of them is the first, and what their AS paths come to.
// Source: Junos OS Protocol-Independent Routing Properties, "Understanding Route Aggregation" (a contributor is an active,
// more specific route), "policy (Aggregate and Generated Routes)" (the policy may change the preference; the numerically
// smallest prefix is the primary contributor); RFC 4271 §9.2.2.2 (paths).

import { comparePrefix, type Prefix } from '../../base/prefix.ts';
import { SortedMap } from '../../base/sorted-map.ts';
import { type AsPath, commonLead, EMPTY_PATH, joinedPaths, pathText } from '../../route/as-path.ts';
import type { Origin } from '../../route/attributes.ts';
import type { Route } from '../../route/route.ts';
import type { ContributedPath } from './show.ts';

/** A route that contributes. */
export interface Contributor {
  readonly route: Route;
  /** As its table, or the policy, has it. */
  readonly preference: number;
  /** The policy said so. */
  readonly own: boolean;
}

const pathOf = ({ bgp, given }: Route): { readonly asPath: AsPath; readonly origin: Origin } => ({
  asPath: bgp?.asPath ?? given?.asPath ?? EMPTY_PATH,
  origin: bgp?.origin ?? given?.origin ?? 'igp',
});

const isAtomic = ({ bgp, given }: Route): boolean => (bgp ?? given)?.atomicAggregate === true;

const RANK: Readonly<Record<Origin, number>> = { igp: 0, egp: 1, incomplete: 2 };

/** What the aggregate says of its parts. */
export interface Together {
  readonly asPath: AsPath;
  readonly origin: Origin;
  /** ASs of some part are not in its path. RFC 4271 §5.1.6 */
  readonly atomic: boolean;
}

export class Contributors {
  readonly #all = new SortedMap<Prefix, Contributor>(comparePrefix);
  /** By text and origin: how many bring it. Most bring the same. */
  readonly #paths = new Map<string, { readonly asPath: AsPath; readonly origin: Origin; count: number }>();
  #atomic = 0;
  #first: Contributor | undefined;

  get size(): number {
    return this.#all.size;
  }

  /** The preferred one: least preference, then the smallest prefix. */
  get first(): Contributor | undefined {
    this.#first ??= this.#all
      .values()
      .reduce<Contributor | undefined>(
        (best, one) => (best === undefined || one.preference < best.preference ? one : best),
        undefined,
      );
    return this.#first;
  }

  put(one: Contributor): void {
    const { prefix } = one.route;
    this.delete(prefix);
    this.#all.set(prefix, one);
    this.#count(one.route, 1);
    const first = this.#first;
    const before = first && (one.preference - first.preference || comparePrefix(prefix, first.route.prefix)) < 0;
    if (before) this.#first = one;
  }

  delete(prefix: Prefix): boolean {
    const old = this.#all.get(prefix);
    if (!old) return false;
    this.#all.delete(prefix);
    this.#count(old.route, -1);
    if (this.#first === old) this.#first = undefined;
    return true;
  }

  /** By prefix. */
  routes(): readonly Route[] {
    return this.#all.values().map(({ route }) => route);
  }

  /** In the order of who brings each first. */
  paths(): readonly ContributedPath[] {
    const keys = new Set(this.routes().map(keyOf));
    return [...keys].flatMap((key) => this.#paths.get(key) ?? []);
  }

  together(how: 'full' | 'brief'): Together {
    const paths = [...this.#paths.values()];
    const asPaths = paths.map(({ asPath }) => asPath);
    const origin = paths.reduce<Origin>((old, one) => (RANK[one.origin] > RANK[old] ? one.origin : old), 'igp');
    const full = joinedPaths(asPaths);
    if (how === 'full') return { asPath: full, origin, atomic: this.#atomic > 0 };
    const lead = commonLead(asPaths);
    const asPath: AsPath = lead.length === 0 ? EMPTY_PATH : [{ kind: 'sequence', asns: lead }];
    return { asPath, origin, atomic: this.#atomic > 0 || pathText(full) !== pathText(asPath) };
  }

  #count(route: Route, by: 1 | -1): void {
    const key = keyOf(route);
    const known = this.#paths.get(key) ?? { ...pathOf(route), count: 0 };
    known.count += by;
    if (known.count === 0) this.#paths.delete(key);
    else this.#paths.set(key, known);
    if (isAtomic(route)) this.#atomic += by;
  }
}

function keyOf(route: Route): string {
  const { asPath, origin } = pathOf(route);
  return `${origin} ${pathText(asPath)}`;
}
