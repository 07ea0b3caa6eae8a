// What a policy does to a route.

import { never } from '../base/must.ts';
import { byNumber } from '../base/sorted-map.ts';
import { EMPTY_PATH, prepended, replacedIn } from '../route/as-path.ts';
import { compareExtended, compareLarge, type ExtendedCommunity, sameExtended } from '../route/community.ts';
import { withoutListed } from './community-list.ts';
import type { Action, CommunityAction, Line, MarkAction, PathAction, Subject } from './policy.ts';

/** A subject that is being changed. */
export type Draft = { -readonly [Field in keyof Subject]: Subject[Field] };

const MAX = 0xffffffff;
const bounded = (value: number): number => Math.min(Math.max(value, 0), MAX);

/** Does one action to the draft. */
export function act(draft: Draft, action: Action): void {
  switch (action.kind) {
    case 'set-metric':
      draft.metric = action.value;
      break;
    case 'set-local-pref':
      draft.localPref = action.value;
      break;
    case 'set-weight':
      draft.weight = action.value;
      break;
    case 'set-aigp':
      draft.aigp = action.value === 'metric' ? (draft.metric ?? 0) : action.value;
      break;
    case 'change-aigp':
      if (draft.aigp !== undefined) draft.aigp = bounded(Math.floor(changed(draft.aigp, action.how, action.by)));
      break;
    case 'set-tag':
      draft.tag = action.value;
      break;
    case 'set-number':
      draft[action.field] = action.value;
      break;
    case 'change':
      draft[action.field] = bounded((draft[action.field] ?? action.from) + action.by);
      break;
    case 'metric-expression':
      draft.metric = bounded(on(action.metric, draft.metric) + on(action.metric2, draft.metric2));
      break;
    case 'metric-igp':
      measure(draft, action.offset, action.least);
      break;
    default:
      mark(draft, action);
  }
}

function changed(value: number, how: 'add' | 'subtract' | 'multiply' | 'divide', by: number): number {
  if (how === 'add') return value + by;
  if (how === 'subtract') return value - by;
  return how === 'multiply' ? value * by : by === 0 ? value : value / by;
}

const on = (line: Line | undefined, value: number | undefined): number =>
  line ? Math.round((value ?? 0) * line.multiplier) + line.offset : 0;

/** Where the metric to the next hop is not known, nothing is known. */
function measure(draft: Draft, offset: number, least: boolean): void {
  if (draft.igpMetric === undefined) return;
  const wanted = bounded(draft.igpMetric + offset);
  draft.metric = least && draft.metric !== undefined ? Math.min(draft.metric, wanted) : wanted;
}

function mark(draft: Draft, action: MarkAction | CommunityAction | PathAction): void {
  switch (action.kind) {
    case 'set-origin':
      draft.origin = action.value;
      break;
    case 'set-metric-type':
      draft.metricType = action.value;
      break;
    case 'set-levels':
      draft.levels = action.levels;
      break;
    case 'set-validation':
      draft.validation = action.value;
      break;
    case 'set-dampening':
      draft.dampening = action.value;
      break;
    case 'balance':
      draft.balanced = action.on;
      break;
    default:
      attribute(draft, action);
  }
}

function attribute(draft: Draft, action: CommunityAction | PathAction): void {
  switch (action.kind) {
    case 'set-targets':
      draft.extended = withTargets(draft.extended, action.communities, action.additive);
      break;
    case 'extended':
      draft.extended = withExtended(draft.extended, action.how, action.list);
      break;
    case 'communities':
      draft.communities = edited(draft.communities, action.how, action.list, byNumber);
      break;
    case 'large':
      draft.large = edited(draft.large, action.how, action.list, compareLarge);
      break;
    case 'delete-listed':
      Object.assign(draft, withoutListed(draft, action.list));
      break;
    default:
      way(draft, action);
  }
}

/** The way that it came and goes. */
function way(draft: Draft, action: PathAction): void {
  const path = draft.asPath ?? EMPTY_PATH;
  switch (action.kind) {
    case 'prepend':
      if (action.outside && draft.outer) draft.outer = [...action.asns, ...draft.outer];
      else draft.asPath = prepended(path, action.asns);
      break;
    case 'prepend-last': {
      const first = path[0]?.asns[0];
      if (first === undefined) break;
      draft.asPath = prepended(
        path,
        Array.from({ length: action.times }, () => first),
      );
      break;
    }
    case 'replace-asns':
      draft.asPath = replacedIn(path, action.asns, action.by);
      break;
    case 'path-from-tag':
      if (draft.tag) draft.asPath = [{ kind: 'sequence', asns: [draft.tag] }];
      break;
    case 'set-nexthop':
      draft.nexthop = action.nexthop;
      delete draft.toward;
      break;
    case 'set-toward':
      draft.toward = action.toward;
      break;
    default:
      never(action);
  }
}

/** Route targets are replaced, or added to; other extended communities stay (networklessons "MPLS VPN VRF Export Map"). */
const withTargets = (
  old: readonly ExtendedCommunity[],
  targets: readonly ExtendedCommunity[],
  additive: boolean,
): readonly ExtendedCommunity[] =>
  communitySet([...(additive ? old : old.filter(({ kind }) => kind !== 'target')), ...targets]);

function withExtended(
  old: readonly ExtendedCommunity[],
  how: 'replace' | 'replace-kind' | 'add',
  list: readonly ExtendedCommunity[],
): readonly ExtendedCommunity[] {
  if (how === 'replace') return communitySet(list);
  const kinds = list.map(typeOf);
  return communitySet([...(how === 'add' ? old : old.filter((one) => !kinds.includes(typeOf(one)))), ...list]);
}

/** Of kinds without a name: their type and subtype. */
const typeOf = (one: ExtendedCommunity): string => (one.kind === 'other' ? one.hex.slice(0, 4) : one.kind);

/** In order, each once. */
function edited<T>(
  old: readonly T[] | undefined,
  how: 'replace' | 'add' | 'delete',
  list: readonly T[],
  order: (a: T, b: T) => number,
): readonly T[] {
  const before = how === 'replace' ? [] : (old ?? []);
  if (how === 'delete') return before.filter((one) => !list.some((gone) => order(one, gone) === 0));
  const sorted = [...before, ...list].sort(order);
  return sorted.filter((one, i) => i === 0 || order(sorted[i - 1] as T, one) !== 0);
}

/** Each community once, in their total order. */
export function communitySet(communities: readonly ExtendedCommunity[]): readonly ExtendedCommunity[] {
  const sorted = [...communities].sort(compareExtended);
  return sorted.filter((community, i) => i === 0 || !sameExtended(sorted[i - 1] as ExtendedCommunity, community));
}
