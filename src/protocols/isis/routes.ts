// Trees and what nodes say can be reached -> the routes of this router.   RFC 1195 §3.4, §3.10; RFC 5302 §3.2; RFC 7775 §3

import { compareIp } from '../../base/ip.ts';
import { comparePrefix, DEFAULT4, type Prefix } from '../../base/prefix.ts';
import { byText } from '../../base/sorted-map.ts';
import { accepted } from '../../policy/evaluate.ts';
import { routeSubject } from '../../policy/route-subject.ts';
import type { Nexthop, Route, RouteKind } from '../../route/route.ts';
import { MAX_NARROW_PATH, MAX_WIDE_PATH } from './iana.ts';
import { lspsOf, zeroth } from './lsdb.ts';
import { acceptedPrefixes } from './lsp-facts.ts';
import {
  type ComputedRoute,
  type Hop,
  type Isis,
  LEVELS,
  type Level,
  type LevelState,
  type PrefixAd,
  type RouteClass,
  type RouteState,
  type TreeNode,
} from './model.ts';
import { type NodeId, pseudonodeOf, systemOf } from './net-address.ts';
import { interfacePrefixes, standingSummaries } from './told.ts';

/** A route while it is being looked for: the best that was found so far. */
interface Draft {
  readonly class: RouteClass;
  readonly metric: number;
  readonly internalMetric: number;
  readonly external: boolean;
  readonly down: boolean;
  readonly tag: number | undefined;
  readonly attached: boolean;
  readonly nodes: TreeNode[];
}

/** RFC 5302 §3.2; of level 2 the up/down bit is not looked at (RFC 7775 §2). */
function classOf(level: Level, ad: PrefixAd): RouteClass {
  if (level === 2) return ad.externalMetric ? 5 : 2;
  if (ad.externalMetric) return ad.down ? 6 : 4;
  return ad.down ? 3 : 1;
}

/** By class, then metric; with external metrics the way to whoever told it decides last. RFC 1195 §3.4 */
const compareDrafts = (a: Omit<Draft, 'nodes'>, b: Omit<Draft, 'nodes'>): number =>
  a.class - b.class || a.metric - b.metric || a.internalMetric - b.internalMetric;

function offer(found: Map<Prefix, Draft>, prefix: Prefix, one: Omit<Draft, 'nodes'>, node: TreeNode): void {
  const old = found.get(prefix);
  const order = old ? compareDrafts(one, old) : -1;
  if (order < 0) found.set(prefix, { ...one, nodes: [node] });
  else if (order === 0) old?.nodes.push(node);
}

function draftOf(level: Level, ad: PrefixAd, node: TreeNode): Omit<Draft, 'nodes'> {
  const { externalMetric, external, down, tag } = ad;
  return {
    class: classOf(level, ad),
    metric: externalMetric ? ad.metric : node.distance + ad.metric,
    internalMetric: externalMetric ? node.distance : 0,
    external,
    down: level === 1 && down,
    tag,
    attached: false,
  };
}

/** What the nodes of a tree say, the best of it. Pseudonodes reach nothing (RFC 1195 §5.3.4); the root asks itself. */
function levelDrafts(isis: Isis, level: LevelState): Map<Prefix, Draft> {
  const found = new Map<Prefix, Draft>();
  const style = isis.config.level[level.level].accept;
  const limit = style === 'narrow' ? MAX_NARROW_PATH : MAX_WIDE_PATH;
  for (const node of level.tree?.nodes.values() ?? []) {
    if (systemOf(node.id) === isis.system || pseudonodeOf(node.id) !== 0) continue;
    const lsps = lspsOf(level, node.id);
    const ads = lsps.length === 1 ? (lsps[0]?.facts.prefixes ?? []) : lsps.flatMap((one) => one.facts.prefixes);
    for (const ad of acceptedPrefixes(ads, style))
      if (node.distance + ad.metric <= limit) offer(found, ad.prefix, draftOf(level.level, ad, node), node);
  }
  return found;
}

/**
 * The nearest way out of the area: of level 1 routers, and of those whose level 2 leads nowhere. An overloaded router is no
 * way out. ISO 10589 §7.2.9.1, RFC 1195 §3.10.1, RFC 3787 §4
 */
function offerAttached(isis: Isis, found: Map<Prefix, Draft>): void {
  const level = isis.level[1];
  if (!isis.config.attached.accept || isis.level[2].attached) return;
  for (const node of level.tree?.nodes.values() ?? []) {
    const flags = zeroth(level, node.id)?.flags;
    if (!flags || (flags.attached & 1) === 0 || flags.overload) continue;
    if (systemOf(node.id) === isis.system || pseudonodeOf(node.id) !== 0) continue;
    const metric = node.distance;
    const common = { class: 1 as const, internalMetric: 0, external: false, down: false, tag: undefined };
    offer(found, DEFAULT4, { ...common, metric, attached: true }, node);
  }
}

const byHop = (a: Hop, b: Hop): number => byText(a.system, b.system) || byText(a.on, b.on);

/** Each way out once, in the order of neighbours and circuits. */
function hopsOf(nodes: readonly TreeNode[]): readonly Hop[] {
  if (nodes.length === 1) return (nodes[0] as TreeNode).hops;
  const all = nodes.flatMap((node) => node.hops).sort(byHop);
  return all.filter((hop, i) => i === 0 || byHop(all[i - 1] as Hop, hop) !== 0);
}

function finished(level: Level, prefix: Prefix, draft: Draft): ComputedRoute {
  const { nodes } = draft;
  const origins: readonly NodeId[] = nodes.map((node) => node.id);
  // Written out: there are thousands of these, and what is made by spreading takes half as much again.
  return {
    class: draft.class,
    metric: draft.metric,
    internalMetric: draft.internalMetric,
    external: draft.external,
    down: draft.down,
    tag: draft.tag,
    attached: draft.attached,
    prefix,
    level,
    hops: hopsOf(nodes),
    origins,
  };
}

/** RFC 7775 §3 and RFC 5302 §3.2 between the levels too. */
const compareRoutes = (a: ComputedRoute, b: ComputedRoute): number =>
  a.class - b.class || a.metric - b.metric || a.internalMetric - b.internalMetric || a.level - b.level;

function kindOf(one: ComputedRoute): RouteKind {
  if (one.down) return 'isis.ia';
  if (one.level === 1) return one.external ? 'isis.l1.ext' : 'isis.l1';
  return one.external ? 'isis.l2.ext' : 'isis.l2';
}

const NO_LABELS: readonly never[] = [];

function nexthopsOf(isis: Isis, hops: readonly Hop[]): readonly Nexthop[] {
  const usable = hops.filter((hop) => hop.gateway !== undefined).slice(0, isis.config.maxPaths);
  return usable
    .map(({ on, gateway }) => ({
      via: 'interface' as const,
      out: on,
      labels: NO_LABELS,
      ...(gateway === undefined ? {} : { gateway }),
    }))
    .sort((a, b) => compareIp(a.gateway ?? (0 as never), b.gateway ?? (0 as never)) || byText(a.out, b.out));
}

/** As the table shall have it. */
function routeOf(isis: Isis, one: ComputedRoute): Omit<Route, 'source'> {
  const { traits } = isis.port;
  const external = one.class >= 4;
  const metric = external ? one.metric + one.internalMetric + traits.externalMetricOffset : one.metric;
  const { preference } = isis.config;
  return {
    prefix: one.prefix,
    kind: kindOf(one),
    metric,
    nexthops: nexthopsOf(isis, one.hops),
    ...(preference === undefined ? {} : { preference }),
    ...(one.tag === undefined ? {} : { tag: one.tag }),
  };
}

/** What the import policy leaves of it. */
function imported(isis: Isis, route: Omit<Route, 'source'>): Omit<Route, 'source'> | undefined {
  const policy = isis.config.importPolicy;
  if (!policy) return route;
  const changed = accepted(policy, routeSubject(route));
  if (!changed) return undefined;
  const { tag: _, ...rest } = route;
  return {
    ...rest,
    metric: changed.metric ?? route.metric,
    ...(changed.tag === undefined ? {} : { tag: changed.tag }),
  };
}

function stateOf(isis: Isis, all: readonly ComputedRoute[], own: ReadonlySet<Prefix>): RouteState {
  const [best, ...others] = [...all].sort(compareRoutes) as [ComputedRoute, ...ComputedRoute[]];
  const kept = (refused: NonNullable<RouteState['refused']>): RouteState => ({
    best,
    others,
    route: undefined,
    refused,
  });
  if (own.has(best.prefix)) return kept('own-prefix');
  const route = routeOf(isis, best);
  if (route.nexthops.length === 0) return kept('no-next-hop');
  const wanted = imported(isis, route);
  return wanted ? { best, others, route: wanted, refused: undefined } : kept('policy');
}

/** Prefixes to which this router needs no way: those of its own circuits, and its own summaries. */
function ownPrefixes(isis: Isis): ReadonlySet<Prefix> {
  const interfaces = LEVELS.flatMap((level) => interfacePrefixes(isis, level).map((one) => one.prefix));
  return new Set([...interfaces, ...standingSummaries(isis).keys()]);
}

/** Every prefix that the trees lead to, in table order. */
export function computeRoutes(isis: Isis): ReadonlyMap<Prefix, RouteState> {
  const levels = LEVELS.filter((level) => isis.level[level].runs);
  const found = levels.map((level) => {
    const drafts = levelDrafts(isis, isis.level[level]);
    if (level === 1) offerAttached(isis, drafts);
    return { level, drafts };
  });
  const own = ownPrefixes(isis);
  const prefixes = [...new Set(found.flatMap(({ drafts }) => [...drafts.keys()]))].sort(comparePrefix);
  const states = new Map<Prefix, RouteState>();
  for (const prefix of prefixes) {
    const all = found.flatMap(({ level, drafts }) => {
      const draft = drafts.get(prefix);
      return draft ? [finished(level, prefix, draft)] : [];
    });
    states.set(prefix, stateOf(isis, all, own));
  }
  return states;
}

/** Does level 2 lead out of this area? ISO 10589 §7.2.9.2 */
export function isAttached(isis: Isis): boolean {
  const level = isis.level[2];
  const mine = new Set(isis.areas);
  for (const node of level.tree?.nodes.values() ?? []) {
    if (systemOf(node.id) === isis.system || pseudonodeOf(node.id) !== 0) continue;
    const areas = zeroth(level, node.id)?.facts.areas ?? [];
    if (areas.length > 0 && !areas.some((area) => mine.has(area))) return true;
  }
  return false;
}
