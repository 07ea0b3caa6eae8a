// The ladder: which of several paths is best, rung by rung, and where the others lost.   RFC 4271 §9.1.2

import { equal } from '../../base/equal.ts';
import { compareIp, type Ip4 } from '../../base/ip.ts';
import { byNumber, byText, type Order } from '../../base/sorted-map.ts';
import { type AsPath, pathLength } from '../../route/as-path.ts';
import { compareRd } from '../../route/route-distinguisher.ts';
import { type MedRules, type Multipath, type Rung, TIE_RUNGS } from './config.ts';
import { COST_POINT, costsOf, DEFAULT_COST } from './cost-community.ts';
import { isExternal, isSourced, type Path, type PathKey } from './model.ts';

/** What the rungs need to know beside the paths. */
export interface LadderFacts {
  readonly ladder: readonly Rung[];
  /** Of paths that carry none. */
  readonly defaultLocalPref: number;
  /** This router's own: what a local path was "told" by. */
  readonly routerId: Ip4;
  /** Paths that are used at once; absent: one. */
  readonly multipath?: Multipath;
  readonly med?: MedRules;
  readonly tells?: 'best' | 'active';
}

export interface Decision {
  /** Undefined: no path is valid. */
  readonly best: Path | undefined;
  readonly lost: ReadonlyMap<PathKey, Rung>;
}

/** Takes the paths that are still in the running, gives those that stay. */
type Sieve = (paths: readonly Path[], facts: LadderFacts) => readonly Path[];

/** Keeps the paths with the smallest measure. */
function least(measure: (path: Path, facts: LadderFacts) => number): Sieve {
  return (paths, facts) => {
    const smallest = Math.min(...paths.map((path) => measure(path, facts)));
    return paths.filter((path) => measure(path, facts) === smallest);
  };
}

const ORIGIN_RANK = { igp: 0, egp: 1, incomplete: 2 } as const;

/** The AS that told us: the first one of the path. Local paths have none. */
function neighbourAs(path: AsPath): number | undefined {
  const first = path.find((segment) => segment.kind === 'sequence' || segment.kind === 'set');
  return first?.kind === 'sequence' ? first.asns[0] : undefined;
}

const WORST_MED = 0xffffffff;

/** RFC 4271 §9.1.2.2 c: a path without one has 0, unless it is to have the worst. */
const medOf = ({ attributes }: Path, rules: MedRules | undefined): number =>
  attributes.med ?? (rules?.missing === 'worst' ? WORST_MED : 0);

/** Paths whose MEDs are compared: of one neighbouring AS. RFC 5065 §5.3: from inside the confederation where it is asked for. */
function medGroup(path: Path, rules: MedRules | undefined): number | string | undefined {
  if (rules?.compare === 'always') return 'all';
  const asn = neighbourAs(path.attributes.asPath);
  return asn === undefined && rules?.confederation && path.from !== 'local' && path.from.confederation ? 'inside' : asn;
}

/** MEDs of different neighbouring ASs are not compared. */
const bestMedOfEachAs: Sieve = (paths, { med: rules }) => {
  const smallest = new Map<number | string | undefined, number>();
  for (const path of paths) {
    const group = medGroup(path, rules);
    smallest.set(group, Math.min(smallest.get(group) ?? Number.POSITIVE_INFINITY, medOf(path, rules)));
  }
  return paths.filter((path) => medOf(path, rules) === smallest.get(medGroup(path, rules)));
};

/** RFC 7311 §4.1: whoever has an AIGP beats whoever has none; then AIGP plus the distance to the next hop. */
const leastAigp: Sieve = (paths, facts) => {
  const having = paths.filter((path) => path.attributes.aigp !== undefined);
  return having.length === 0 ? paths : least((path) => (path.attributes.aigp ?? 0) + path.igpMetric)(having, facts);
};

const toldBy = (path: Path, facts: LadderFacts): Ip4 =>
  path.attributes.originatorId ?? (path.from === 'local' ? facts.routerId : path.from.routerId);

/** RFC 5004 §3: among external paths of different routers the first one stays, so that a newcomer does not make churn. */
const oldestExternal: Sieve = (paths, facts) => {
  const routers = new Set(paths.map((path) => toldBy(path, facts)));
  return paths.every(isExternal) && routers.size === paths.length ? least((path) => path.order)(paths, facts) : paths;
};

/** Drops what `wanted` does not take, unless that would drop everything. */
const prefer =
  (wanted: (path: Path) => boolean): Sieve =>
  (paths) =>
    paths.some(wanted) ? paths.filter(wanted) : paths;

/** Cost communities of this point of insertion: the smallest identifier counts first. draft-retana-bgp-custom-decision §3 */
const leastCost =
  (point: number): Sieve =>
  (paths, facts) => {
    const costs = new Map(paths.map((path) => [path, costsOf(path.attributes.extended, point)] as const));
    const ids = [...new Set([...costs.values()].flatMap((of) => [...of.keys()]))].sort(byNumber);
    return ids.reduce<readonly Path[]>(
      (kept, id) => least((path) => costs.get(path)?.get(id) ?? DEFAULT_COST)(kept, facts),
      paths,
    );
  };

const RUNGS: Readonly<Record<Rung, Sieve>> = {
  valid: (paths) => paths.filter((path) => path.valid && path.barred === undefined),
  cost: leastCost(COST_POINT.before),
  preference: least((path) => path.preference ?? Number.POSITIVE_INFINITY),
  weight: least((path) => -path.weight),
  'local-preference': least((path, facts) => -(path.attributes.localPref ?? facts.defaultLocalPref)),
  'locally-originated': prefer(isSourced),
  aigp: leastAigp,
  'as-path-length': least((path) => pathLength(path.attributes.asPath)),
  origin: least((path) => ORIGIN_RANK[path.attributes.origin]),
  med: bestMedOfEachAs,
  external: prefer((path) => isExternal(path) || isSourced(path)),
  'igp-metric': least((path) => path.igpMetric),
  'cost-igp': leastCost(COST_POINT.igp),
  'oldest-external': oldestExternal,
  'router-id': least(toldBy),
  'cluster-length': least((path) => path.attributes.clusterList?.length ?? 0),
  'peer-address': least((path) => (path.from === 'local' ? 0 : path.from.peer)),
};

/** What is left when every rung saw equals (imports of one net from two VRFs): by distinguisher, then by name. */
const compareRest: Order<Path> = (a, b) => {
  const [left, right] = [a.importedFrom, b.importedFrom];
  if (!left || !right) return byNumber(Number(left !== undefined), Number(right !== undefined)) || byText(a.key, b.key);
  if (!left.rd || !right.rd)
    return byNumber(Number(left.rd !== undefined), Number(right.rd !== undefined)) || byText(a.key, b.key);
  return compareRd(left.rd, right.rd) || compareIp(left.prefix.address, right.prefix.address) || byText(a.key, b.key);
};

const NOTHING_LOST: Decision['lost'] = new Map();

/**
 * Climbs the ladder. A rung drops paths from the running (RFC 4271 §9.1.2.2: "remove from consideration"), so the
 * answer does not depend on the order in which they came, unless the MEDs are to be compared by arrival.
 */
export function decide(paths: readonly Path[], facts: LadderFacts): Decision {
  const [only, ...more] = paths;
  if (only && more.length === 0 && only.valid && only.barred === undefined) return { best: only, lost: NOTHING_LOST };
  return facts.med?.order === 'arrival' ? byArrival(paths, facts) : climbed(paths, facts);
}

function climbed(paths: readonly Path[], facts: LadderFacts): Decision {
  const lost = new Map<PathKey, Rung>();
  let running: readonly Path[] = [...paths].sort(compareRest);
  const drop = (kept: readonly Path[], rung: Rung): void => {
    if (kept.length === running.length) return;
    for (const path of running) if (!kept.includes(path)) lost.set(path.key, rung);
    running = kept;
  };
  drop(RUNGS.valid(running, facts), 'valid');
  for (const rung of facts.ladder) if (running.length > 1) drop(RUNGS[rung](running, facts), rung);
  drop(running.slice(0, 1), facts.ladder.at(-1) ?? 'peer-address');
  return { best: running[0], lost };
}

/**
 * The newest path against the next older one, the winner against the next, and so on: how it comes out depends on who
 * came first (Cisco, "How BGP Routers Use the Multi-Exit Discriminator for Best Path Selection", bgp deterministic-med).
 */
function byArrival(paths: readonly Path[], facts: LadderFacts): Decision {
  const lost = new Map<PathKey, Rung>();
  let best: Path | undefined;
  for (const path of [...paths].sort((a, b) => b.order - a.order)) {
    const duel = climbed(best ? [best, path] : [path], facts);
    for (const [key, rung] of duel.lost) lost.set(key, rung);
    best = duel.best;
  }
  return { best, lost };
}

/** Paths that are used beside the best one: equal up to the tie-breakers, from the same neighbouring AS unless any will do. */
export function equals(paths: readonly Path[], { best, lost }: Decision, { multipath }: LadderFacts): readonly Path[] {
  if (!best || best.from === 'local' || !multipath) return [];
  const external = isExternal(best);
  const { mixed = 0, anyAs } = multipath;
  const room = Math.max(mixed, external ? multipath.external : multipath.internal) - 1;
  const asn = neighbourAs(best.attributes.asPath);
  const ties = mixed > 1 ? [...TIE_RUNGS, 'external', 'igp-metric', 'cost-igp'] : TIE_RUNGS;
  return paths
    .filter((path) => path !== best && ties.includes(lost.get(path.key) as Rung) && path.from !== 'local')
    .filter((path) => mixed > 1 || isExternal(path) === external)
    .filter((path) => anyAs || neighbourAs(path.attributes.asPath) === asn)
    .sort((a, b) => toldIn(a) - toldIn(b) || byText(a.key, b.key))
    .filter((path, i, all) => [best, ...all.slice(0, i)].every((other) => !sameWay(path, other)))
    .slice(0, Math.max(0, room));
}

/** Two paths with one next hop are one way: capture `show ip bgp all` (IOS 15, lab-validation ios_add_path, as2rr). */
const sameWay = (a: Path, b: Path): boolean =>
  a.attributes.nexthop === b.attributes.nexthop && a.nexthopVrf === b.nexthopVrf && equal(a.labels, b.labels);

const toldIn = ({ from }: Path): number => (from === 'local' ? 0 : from.peer);
