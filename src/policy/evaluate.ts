// A policy and a route -> verdict, route, and why.

import { never } from '../base/must.ts';
import { compareExtended, type ExtendedCommunity, sameExtended } from '../route/community.ts';
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

/** Each community once, in their total order. */
export function communitySet(communities: readonly ExtendedCommunity[]): readonly ExtendedCommunity[] {
  const sorted = [...communities].sort(compareExtended);
  return sorted.filter((community, i) => i === 0 || !sameExtended(sorted[i - 1] as ExtendedCommunity, community));
}
