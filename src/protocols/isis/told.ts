// The prefixes that this system tells at a level: its interfaces', the other level's, other protocols', summaries, a default.
// RFC 1195 §3.2, RFC 5302 §2

import { comparePrefix, covers, DEFAULT4, type Prefix, prefix } from '../../base/prefix.ts';
import { accepted } from '../../policy/evaluate.ts';
import { routeSubject } from '../../policy/route-subject.ts';
import { ROUTE_KINDS, type Route, type RouteKind } from '../../route/route.ts';
import type { IsisConfig, IsisRedistribution, LeakConfig, SummaryConfig } from './config.ts';
import { metricOf } from './metric.ts';
import { type Isis, LEVELS, type Level, type LevelState, type Told } from './model.ts';

/** Own routes that a level may tell the other; those that came down from level 2 never go up again. RFC 5302 §2 */
const LEAKED: Readonly<Record<Level, readonly RouteKind[]>> = {
  1: ['isis.l1', 'isis.l1.ext'],
  2: ['isis.l2', 'isis.l2.ext'],
};
const isExternal = (kind: RouteKind): boolean => kind === 'isis.l1.ext' || kind === 'isis.l2.ext';

/** Of which routes of the table the process must hear. */
export function kindsWanted(config: IsisConfig): readonly RouteKind[] {
  const conditional = config.defaultRoute !== undefined && config.defaultRoute.when !== 'always';
  if (conditional) return ROUTE_KINDS;
  const wanted = new Set([
    ...config.redistribute.flatMap(({ kinds }) => kinds),
    ...config.leaks.flatMap(({ from }) => LEAKED[from]),
  ]);
  return ROUTE_KINDS.filter((kind) => wanted.has(kind));
}

/** The prefixes of the interfaces that take part in a level. */
export function interfacePrefixes(isis: Isis, level: Level): readonly Told[] {
  const told: Told[] = [];
  for (const circuit of isis.circuits.values()) {
    const { config, view } = circuit;
    if (!view.up || !config.advertise || !config.levels.includes(level)) continue;
    for (const { address, length } of view.addresses) {
      const block = prefix(address, length);
      if (block.family !== 4) continue;
      const metric = metricOf(isis, circuit, level);
      const { tag } = config;
      told.push({ prefix: block, metric, external: false, externalMetric: false, down: false, tag, why: 'interface' });
    }
  }
  return told;
}

/** A route of one level, or an interface of it, as the other level hears of it. RFC 5302 §2 */
function leaked(leak: LeakConfig, route: Pick<Route, 'prefix' | 'kind' | 'tag' | 'metric'>): Told | undefined {
  const external = isExternal(route.kind);
  if (external && !leak.external) return undefined;
  const subject = accepted(leak.policy, routeSubject(route));
  if (!subject) return undefined;
  return {
    prefix: route.prefix,
    metric: subject.metric ?? route.metric,
    external,
    externalMetric: external,
    down: leak.to === 1,
    tag: subject.tag,
    why: 'leak',
  };
}

/** What the policy sets counts more than the statement's words: metric, its type, the levels. */
function redistributed(statement: IsisRedistribution, route: Route, level: Level): Told | undefined {
  if (route.noReadvertise) return undefined;
  const before = routeSubject(route);
  const subject = accepted(statement.policy, before);
  if (!subject || !(subject.levels ?? statement.levels).includes(level)) return undefined;
  const type = subject.metricType ?? statement.metricType;
  const stated = statement.metric === 'route' ? route.metric : statement.metric;
  return {
    prefix: route.prefix,
    metric: subject.metric === before.metric ? stated : (subject.metric ?? stated),
    external: true,
    externalMetric: type === 'external',
    down: false,
    tag: subject.tag,
    why: 'redistribution',
  };
}

/** Its policy may send routes to other levels than the statement names. */
const choosesLevels = ({ policy }: IsisRedistribution): boolean =>
  policy?.terms.some(({ actions }) => actions.some(({ kind }) => kind === 'set-levels')) === true;

function fromTable(isis: Isis, level: Level, route: Route): Told | undefined {
  const { config, port } = isis;
  if (route.source === port.id) {
    // The way to an attached router is this router's own conclusion: no LSP said it. RFC 1195 §3.2
    if (isis.routes.get(route.prefix)?.best.attached) return undefined;
    const leak = config.leaks.find((one) => one.to === level && LEAKED[one.from].includes(route.kind));
    return leak && leaked(leak, route);
  }
  for (const statement of config.redistribute) {
    const { kinds, source, levels } = statement;
    if (!kinds.includes(route.kind) || (source !== undefined && source !== route.source)) continue;
    if (!levels.includes(level) && !choosesLevels(statement)) continue;
    const told = redistributed(statement, route, level);
    if (told || levels.includes(level)) return told;
  }
  return undefined;
}

/** Interfaces of the other level only: in the table they are connected, no routes of this process. */
function leakedInterfaces(isis: Isis, level: Level): readonly Told[] {
  return isis.config.leaks
    .filter((leak) => leak.to === level && isis.level[leak.from].runs)
    .flatMap((leak) =>
      interfacePrefixes(isis, leak.from).flatMap(({ prefix: block, metric, tag }) => {
        const kind = leak.from === 1 ? 'isis.l1' : 'isis.l2';
        return leaked(leak, { prefix: block, kind, metric, ...(tag === undefined ? {} : { tag }) }) ?? [];
      }),
    );
}

function defaultRoute(isis: Isis, level: Level): readonly Told[] {
  const wanted = isis.config.defaultRoute;
  if (!wanted?.levels.includes(level)) return [];
  const { when, metric, tag } = wanted;
  const holds =
    when === 'always' ||
    [...isis.heard.values()].some((route) => route.source !== isis.port.id && accepted(when, routeSubject(route)));
  if (!holds) return [];
  return [{ prefix: DEFAULT4, metric, external: true, externalMetric: false, down: false, tag, why: 'default' }];
}

/** May a summary stand for it? What only this level knows of the router itself stays. RFC 1195 §3.2 */
const isSummarised = (one: Told, inArea: ReadonlySet<Prefix>): boolean =>
  one.why === 'leak' || one.why === 'redistribution' || (one.why === 'interface' && inArea.has(one.prefix));

/** Summaries in place of what lies in them; their metrics are noted. */
function summarised(isis: Isis, level: Level, told: Map<Prefix, Told>, inArea: ReadonlySet<Prefix>): void {
  const noted = isis.summaries[level];
  noted.clear();
  const within = (summary: SummaryConfig): readonly Told[] =>
    [...told.values()].filter((one) => covers(summary.prefix, one.prefix) && isSummarised(one, inArea));
  // The narrower first: a summary may itself lie in another, and is told beside it.
  const wanted = isis.config.summaries.filter((one) => one.levels.includes(level));
  for (const summary of [...wanted].sort((a, b) => b.prefix.length - a.prefix.length)) {
    const inside = within(summary);
    if (inside.length === 0) continue;
    for (const one of inside) told.delete(one.prefix);
    const metric = summary.metric ?? Math.min(...inside.map((one) => one.metric));
    noted.set(summary.prefix, metric);
    told.set(summary.prefix, {
      prefix: summary.prefix,
      metric,
      external: inside.every((one) => one.external),
      externalMetric: inside.every((one) => one.externalMetric),
      down: inside.every((one) => one.down),
      tag: summary.tag,
      why: 'summary',
    });
  }
}

function isSuppressed(isis: Isis, one: Told): boolean {
  if (!isis.overloaded) return false;
  const { suppress } = isis.config.overload;
  return (
    (one.why === 'leak' && suppress.includes('interlevel')) ||
    ((one.why === 'redistribution' || one.why === 'default') && suppress.includes('external'))
  );
}

/** Of two ways to come by a prefix the earlier one counts, of interfaces the cheaper. */
function add(told: Map<Prefix, Told>, one: Told): void {
  const old = told.get(one.prefix);
  if (!old || (old.why === 'interface' && one.why === 'interface' && one.metric < old.metric))
    told.set(one.prefix, one);
}

/** Everything that is told at a level, in table order. */
export function toldPrefixes(isis: Isis, level: LevelState): readonly Told[] {
  const told = new Map<Prefix, Told>();
  for (const one of interfacePrefixes(isis, level.level)) add(told, one);
  for (const one of defaultRoute(isis, level.level)) add(told, one);
  for (const one of leakedInterfaces(isis, level.level)) add(told, one);
  for (const route of isis.heard.values()) {
    if (route.prefix.family !== 4) continue;
    const one = fromTable(isis, level.level, route);
    if (one) add(told, one);
  }
  for (const one of told.values()) if (isSuppressed(isis, one)) told.delete(one.prefix);
  const inArea = new Set(
    level.level === 2 && isis.level[1].runs ? interfacePrefixes(isis, 1).map((one) => one.prefix) : [],
  );
  summarised(isis, level.level, told, inArea);
  return [...told.values()].sort((a, b) => comparePrefix(a.prefix, b.prefix));
}

/** True when a summary of any level stands for something: it needs a route that discards what nobody has. */
export const standingSummaries = (isis: Isis): ReadonlyMap<Prefix, number> =>
  new Map(LEVELS.flatMap((level) => [...isis.summaries[level]]));
