// Aggregates follow the active routes of their table: each more specific route contributes to one of them.
// Source: as contributors.ts. A route contributes to the narrowest aggregate whose policy takes it; an active aggregate
// contributes to wider ones.

import { comparePrefix, covers, type Prefix } from '../../base/prefix.ts';
import { byText } from '../../base/sorted-map.ts';
import { accepted } from '../../policy/evaluate.ts';
import { routeSubject } from '../../policy/route-subject.ts';
import type { GivenAttributes } from '../../route/attributes.ts';
import type { VrfName } from '../../route/names.ts';
import { type Nexthop, ROUTE_KINDS, type Route } from '../../route/route.ts';
import type { Process, ProcessContext, ProcessInput } from '../plugin.ts';
import type { AggregateConfig, AggregateRoute } from './config.ts';
import { type Contributor, Contributors } from './contributors.ts';
import type { AggregateRow } from './show.ts';

interface Aggregate {
  readonly config: AggregateRoute;
  readonly contributors: Contributors;
}

interface Table {
  /** Narrowest first, then by prefix. */
  readonly aggregates: readonly Aggregate[];
  /** To which one each prefix contributes. */
  readonly holders: Map<Prefix, Aggregate>;
  /** Every active route. */
  readonly known: Map<Prefix, Route>;
}

/** Why an aggregate without contributors is not used. */
const UNUSABLE = 'Unusable path';

const narrowestFirst = (a: AggregateRoute, b: AggregateRoute): number =>
  b.prefix.length - a.prefix.length || comparePrefix(a.prefix, b.prefix);

/** A generated route leads where a neighbour is. */
const hasGateway = ({ nexthops }: Route): boolean =>
  nexthops.length > 0 &&
  nexthops.every((hop) => hop.via === 'address' || (hop.via === 'interface' && hop.gateway !== undefined));

export class AggregateProcess implements Process<AggregateConfig> {
  readonly #context: ProcessContext<undefined, never>;
  readonly #tables = new Map<VrfName, Table>();

  constructor(context: ProcessContext<undefined, never>) {
    this.#context = context;
  }

  configure(wanted: AggregateConfig): 'applied' {
    for (const [vrf, { aggregates }] of [...this.#tables]) {
      const kept = wanted.routes[vrf] ?? [];
      for (const { config } of aggregates)
        if (!kept.some(({ prefix }) => prefix === config.prefix)) this.#context.rib(vrf).withdraw(config.prefix);
      if (kept.length > 0) continue;
      this.#context.watchRoutes(vrf, []);
      this.#tables.delete(vrf);
    }
    for (const vrf of (Object.keys(wanted.routes) as VrfName[]).sort(byText)) {
      const routes = [...(wanted.routes[vrf] ?? [])].sort(narrowestFirst);
      if (routes.length > 0) this.#make(vrf, routes);
    }
    return 'applied';
  }

  /** What was heard of the table is not told again. */
  #make(vrf: VrfName, routes: readonly AggregateRoute[]): void {
    const known = this.#tables.get(vrf)?.known ?? new Map<Prefix, Route>();
    const aggregates = routes.map((config) => ({ config, contributors: new Contributors() }));
    const table: Table = { aggregates, holders: new Map(), known };
    this.#tables.set(vrf, table);
    for (const route of known.values()) this.#contribute(vrf, table, route);
    for (const aggregate of aggregates) this.#form(vrf, aggregate);
    this.#context.watchRoutes(vrf, ROUTE_KINDS);
  }

  handle(input: ProcessInput): void {
    if (input.kind !== 'route') return;
    const { vrf, prefix, active } = input;
    const table = this.#tables.get(vrf);
    if (!table) return;
    if (active) table.known.set(prefix, active);
    else table.known.delete(prefix);
    const before = table.holders.get(prefix);
    before?.contributors.delete(prefix);
    table.holders.delete(prefix);
    const after = active && this.#contribute(vrf, table, active);
    if (before && before !== after) this.#form(vrf, before);
    if (after) this.#form(vrf, after);
  }

  stop(): void {
    this.configure({ routes: {} });
  }

  rows(vrf: VrfName): readonly AggregateRow[] {
    const rows = (this.#tables.get(vrf)?.aggregates ?? []).map(({ config, contributors }): AggregateRow => {
      const { prefix, generated } = config;
      return { prefix, generated, contributors: contributors.routes(), paths: contributors.paths() };
    });
    return rows.sort((a, b) => comparePrefix(a.prefix, b.prefix));
  }

  /** The narrowest aggregate that takes the route has it among its contributors. */
  #contribute(vrf: VrfName, { aggregates, holders }: Table, route: Route): Aggregate | undefined {
    for (const aggregate of aggregates) {
      const { config, contributors } = aggregate;
      if (config.prefix === route.prefix || !covers(config.prefix, route.prefix)) continue;
      if (config.generated && !hasGateway(route)) continue;
      const subject = accepted(config.contributors, routeSubject(route));
      if (!subject) continue;
      const { preference = this.#preferenceOf(vrf, route) } = subject;
      contributors.put({ route, preference, own: subject.preference !== undefined });
      holders.set(route.prefix, aggregate);
      return aggregate;
    }
    return undefined;
  }

  #preferenceOf(vrf: VrfName, { prefix }: Route): number {
    return this.#context.rib(vrf).entry(prefix)?.active?.preference ?? 0;
  }

  /** Puts the aggregate into the table as its contributors make it. */
  #form(vrf: VrfName, { config, contributors }: Aggregate): void {
    const { first } = contributors;
    const given = givenBy(config, contributors);
    this.#context.rib(vrf).install({
      prefix: config.prefix,
      kind: 'aggregate',
      metric: config.metric,
      preference: first?.own ? first.preference : config.preference,
      nexthops: nexthopsOf(config, first),
      ...(config.tag === undefined ? {} : { tag: config.tag }),
      ...(first || config.passive ? {} : { hidden: UNUSABLE }),
      ...(Object.keys(given).length === 0 ? {} : { given }),
    });
  }
}

function nexthopsOf({ toward }: AggregateRoute, first: Contributor | undefined): readonly Nexthop[] {
  if (toward === 'first-contributor') return first?.route.nexthops ?? [{ via: 'reject' }];
  // "passive": without contributors packets are refused.
  return [{ via: first ? toward : 'reject' }];
}

/** What was configured counts more than what contributors bring; of them nothing is said that is not worth saying. */
function givenBy({ path, given }: AggregateRoute, contributors: Contributors): GivenAttributes {
  if (given.asPath !== undefined || contributors.size === 0) return given;
  const { asPath, origin, atomic } = contributors.together(path);
  return {
    ...(asPath.length === 0 ? {} : { asPath }),
    ...(origin === 'igp' ? {} : { origin }),
    ...(atomic ? { atomicAggregate: true } : {}),
    ...given,
  };
}
