// What a route can be asked: does a match hold?

import { never } from '../base/must.ts';
import { hostPrefix, type Prefix } from '../base/prefix.ts';
import { type AsPath, EMPTY_PATH, pathLength, prepended } from '../route/as-path.ts';
import { permitsRoute } from './access-list.ts';
import { communityEntry } from './community-list.ts';
import { permitsPath } from './path-list.ts';
import type { BgpMatch, Comparison, PlaceMatch, RouteMatch, Subject, Surroundings } from './policy.ts';
import { type PrefixList, prefixListEntry } from './prefix-list.ts';
import { takenBy } from './route-filter.ts';

/** Every match but those that ask another policy. */
export type PlainMatch = RouteMatch | PlaceMatch | BgpMatch;

/** Where nothing was said of anything else, nothing else exists. */
const ALONE: Surroundings = { exists: () => false };

/** The path with what a policy put before it. */
export function pathOf({ asPath, outer }: Subject): AsPath | undefined {
  return !outer?.length ? asPath : prepended(asPath ?? EMPTY_PATH, outer);
}

/** True when any of the match's values fits. */
export function holds(match: PlainMatch, subject: Subject, around: Surroundings = ALONE): boolean {
  switch (match.kind) {
    case 'prefix-lists':
      return match.lists.some((list) => permits(list, subject.prefix, around));
    case 'access-lists':
      return match.lists.some((list) => permitsRoute(list, subject.prefix));
    case 'route-filter': {
      const place = takenBy(match.blocks, subject.prefix, match.walkUp);
      return place !== undefined && match.only.includes(place);
    }
    case 'route-kinds':
      return match.kinds.includes(subject.kind);
    case 'tags':
      return subject.tag !== undefined && match.tags.includes(subject.tag);
    case 'metrics':
      return subject.metric !== undefined && match.metrics.includes(subject.metric);
    case 'numbers':
      return isNear(subject[match.field], match.values, match.within ?? 0);
    case 'conditions':
      return match.conditions.some((condition) => around.exists(condition));
    case 'undefined':
      return match.holds;
    default:
      return placed(match, subject, around);
  }
}

function permits(list: PrefixList, prefix: Prefix, { hit }: Surroundings): boolean {
  const entry = prefixListEntry(list, prefix);
  if (entry) hit?.(list.name, entry.sequence);
  return entry?.verdict === 'permit';
}

const isNear = (value: number | undefined, values: readonly number[], within: number): boolean =>
  value !== undefined && values.some((one) => Math.abs(value - one) <= within);

/** Where it stands and where it leads. */
function placed(match: PlaceMatch | BgpMatch, subject: Subject, around: Surroundings): boolean {
  switch (match.kind) {
    case 'addresses': {
      const address = subject[match.of];
      if (address === undefined) return false;
      const host = hostPrefix(address);
      return (
        match.lists.some((list) => permits(list, host, around)) ||
        match.accessLists?.some((list) => permitsRoute(list, host)) === true
      );
    }
    case 'interfaces':
      return subject.interfaces?.some((name) => match.names.includes(name)) === true;
    case 'tables':
      return subject.table !== undefined && match.names.includes(subject.table);
    case 'instances':
      return subject.instance !== undefined && match.names.includes(subject.instance);
    case 'active':
      return (subject.active ?? true) === match.active;
    default:
      return attributed(match, subject);
  }
}

/** What only BGP's routes bear. */
function attributed(match: BgpMatch, subject: Subject): boolean {
  switch (match.kind) {
    case 'communities':
      if (match.absent && subject.asPath === undefined) return true;
      return match.lists.some((list) => communityEntry(list, subject, match.exact === true)?.verdict === 'permit');
    case 'community-count': {
      const { communities, extended, large } = subject;
      return compares((communities?.length ?? 0) + extended.length + (large?.length ?? 0), match);
    }
    case 'as-paths': {
      const path = pathOf(subject);
      return path === undefined ? match.absent === true : match.lists.some((list) => permitsPath(list, path));
    }
    case 'as-path-count': {
      const path = pathOf(subject);
      return path !== undefined && compares(match.of === 'length' ? pathLength(path) : uniqueOf(path), match);
    }
    case 'as-numbers':
      return asNumbers(match.at, pathOf(subject)).some((asn) =>
        match.ranges.some(([first, last]) => asn >= first && asn <= last),
      );
    case 'origins':
      return subject.origin !== undefined && match.origins.includes(subject.origin);
    case 'validation':
      return match.states.includes(subject.validation ?? 'unverified');
    default:
      return never(match);
  }
}

function compares(value: number, { count, how }: { readonly count: number; readonly how: Comparison }): boolean {
  if (how === 'equal') return value === count;
  return how === 'or-higher' ? value >= count : value <= count;
}

const outside = (path: AsPath): readonly number[] =>
  path.flatMap(({ kind, asns }) => (kind === 'sequence' || kind === 'set' ? asns : []));

const uniqueOf = (path: AsPath): number => new Set(outside(path)).size;

function asNumbers(at: 'neighbor' | 'origin' | 'transit', path: AsPath | undefined): readonly number[] {
  const asns = outside(path ?? EMPTY_PATH);
  if (at === 'neighbor') return asns.slice(0, 1);
  return at === 'origin' ? asns.slice(-1) : asns.slice(1, -1);
}
