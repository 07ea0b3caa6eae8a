// A policy and a route -> verdict, route, and why.

import { never } from '../base/must.ts';
import { hostPrefix } from '../base/prefix.ts';
import { byNumber } from '../base/sorted-map.ts';
import { EMPTY_PATH, pathText, prepended } from '../route/as-path.ts';
import { compareExtended, compareLarge, type ExtendedCommunity, sameExtended } from '../route/community.ts';
import { permitsRoute } from './access-list.ts';
import type { Action, Match, Policy, Subject, Term } from './policy.ts';
import { prefixListEntry } from './prefix-list.ts';

/** What became of one term: which of its matches failed (undefined: all held). */
export interface TermTrace {
  readonly term: string;
  readonly failed: Match | undefined;
}

export interface Evaluation {
  readonly verdict: 'accept' | 'reject';
  /** As the actions left it; as it came when it was rejected. */
  readonly subject: Subject;
  /** The terms that were tried, in order. The last one decided, unless `byDefault`. */
  readonly trace: readonly TermTrace[];
  /** No term decided: the policy's `otherwise` did. */
  readonly byDefault: boolean;
}

/**
 * Tries the terms in order. A term sees what earlier ones changed (Junos vJunos 25.4R1, capture
 * junos_cross_term_match: a community added in one term is matched by the next).
 */
export function evaluate(policy: Policy, subject: Subject): Evaluation {
  const trace: TermTrace[] = [];
  let changed = subject;
  for (const term of policy.terms) {
    const failed = term.matches.find((match) => !holds(match, changed));
    trace.push({ term: term.name, failed });
    if (failed) continue;
    if (term.verdict === 'reject') return { verdict: 'reject', subject, trace, byDefault: false };
    changed = applied(term, changed);
    if (term.verdict === 'accept') return { verdict: 'accept', subject: changed, trace, byDefault: false };
  }
  const accepted = policy.otherwise === 'accept';
  return { verdict: policy.otherwise, subject: accepted ? changed : subject, trace, byDefault: true };
}

/** True when any of the match's values fits. */
export function holds(match: Match, subject: Subject): boolean {
  switch (match.kind) {
    case 'prefix-lists':
      return match.lists.some((list) => prefixListEntry(list, subject.prefix)?.verdict === 'permit');
    case 'access-lists':
      return match.lists.some((list) => permitsRoute(list, subject.prefix));
    case 'route-kinds':
      return match.kinds.includes(subject.kind);
    case 'tags':
      return subject.tag !== undefined && match.tags.includes(subject.tag);
    case 'metrics':
      return subject.metric !== undefined && match.metrics.includes(subject.metric);
    case 'undefined':
      return match.holds;
    default:
      return holdsOfBgp(match, subject);
  }
}

type OfBgp = Exclude<
  Match,
  { readonly kind: 'prefix-lists' | 'access-lists' | 'route-kinds' | 'tags' | 'metrics' | 'undefined' }
>;

/** What only BGP's routes can be asked. */
function holdsOfBgp(match: OfBgp, subject: Subject): boolean {
  const { communities, asPath, nexthop } = subject;
  switch (match.kind) {
    case 'communities':
      return match.sets.some((set) => set.every((one) => communities?.includes(one) === true));
    case 'extended':
      return match.communities.some((one) => subject.extended.some((carried) => sameExtended(one, carried)));
    case 'as-paths': {
      const text = asPath && pathText(asPath);
      return text !== undefined && match.patterns.some((pattern) => new RegExp(pattern).test(text));
    }
    case 'next-hops':
      return (
        nexthop !== undefined &&
        match.lists.some((list) => prefixListEntry(list, hostPrefix(nexthop))?.verdict === 'permit')
      );
    case 'local-prefs':
      return subject.localPref !== undefined && match.values.includes(subject.localPref);
    case 'origins':
      return subject.origin !== undefined && match.origins.includes(subject.origin);
    case 'peers':
      return subject.peer !== undefined && match.peers.includes(subject.peer);
    default:
      return never(match);
  }
}

const applied = (term: Term, subject: Subject): Subject => term.actions.reduce(act, subject);

function act(subject: Subject, action: Action): Subject {
  switch (action.kind) {
    case 'set-targets':
      return { ...subject, extended: withTargets(subject.extended, action.communities, action.additive) };
    case 'set-metric':
      return { ...subject, metric: action.value };
    case 'set-local-pref':
      return { ...subject, localPref: action.value };
    case 'set-weight':
      return { ...subject, weight: action.value };
    case 'set-origin':
      return { ...subject, origin: action.value };
    case 'set-tag':
      return { ...subject, tag: action.value };
    case 'communities':
      return { ...subject, communities: edited(subject.communities, action.how, action.list, byNumber) };
    case 'large':
      return { ...subject, large: edited(subject.large, action.how, action.list, compareLarge) };
    case 'prepend':
      return { ...subject, asPath: prepended(subject.asPath ?? EMPTY_PATH, action.asns) };
    case 'set-nexthop':
      return { ...subject, nexthop: action.nexthop };
    default:
      return never(action);
  }
}

/** Route targets are replaced, or added to; other extended communities stay (networklessons "MPLS VPN VRF Export Map"). */
function withTargets(
  old: readonly ExtendedCommunity[],
  targets: readonly ExtendedCommunity[],
  additive: boolean,
): readonly ExtendedCommunity[] {
  const kept = additive ? old : old.filter((community) => community.kind !== 'target');
  return communitySet([...kept, ...targets]);
}

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
