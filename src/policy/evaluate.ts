// A policy and a route -> verdict, route, and why.

import { act, type Draft } from './apply.ts';
import { holds } from './match.ts';
import type { Action, Expression, Match, Policy, Subject, Surroundings, Term } from './policy.ts';

export { communitySet } from './apply.ts';

/** What became of one term: which of its matches failed (undefined: all held). */
export interface TermTrace {
  readonly term: string;
  readonly failed: Match | undefined;
  /** Of a chain: the policy that the term belongs to. */
  readonly policy?: string;
}

export interface Evaluation {
  readonly verdict: 'accept' | 'reject';
  /** As the actions left it; as it came when it was rejected. */
  readonly subject: Subject;
  /** The terms that were tried, in order, those of policies that others asked before theirs. */
  readonly trace: readonly TermTrace[];
  /** No term decided: the policy's `otherwise` did, or what a term said in its place. */
  readonly byDefault: boolean;
}

/** One evaluation, policies that are asked by others included. */
interface Run {
  readonly around: Surroundings | undefined;
  readonly trace: TermTrace[];
  /** What matches look at. */
  seen: Subject;
  /** A copy of the subject, from the first action on. */
  draft: Draft | undefined;
  /** Actions that wait for the end. */
  readonly waiting: Action[] | undefined;
}

type Verdict = 'accept' | 'reject';
/** What a policy, or several, said; undefined: nothing. */
interface Said {
  readonly verdict: Verdict | undefined;
  /** A term's word for the case that no other decides. */
  readonly otherwise: Verdict | undefined;
}

const NOTHING: Said = { verdict: undefined, otherwise: undefined };

/**
 * Tries the terms in order. A term sees what earlier ones changed (Junos vJunos 25.4R1, capture
 * junos_cross_term_match: a community added in one term is matched by the next), unless the policy defers its actions.
 */
export function evaluate(policy: Policy, subject: Subject, around?: Surroundings): Evaluation {
  const run: Run = { around, trace: [], seen: subject, draft: undefined, waiting: policy.deferred ? [] : undefined };
  const said = tried(run, policy.terms);
  const verdict = said.verdict ?? said.otherwise ?? policy.otherwise;
  if (verdict === 'accept') for (const action of run.waiting ?? []) change(run, action);
  return {
    verdict,
    subject: verdict === 'accept' ? (run.draft ?? subject) : subject,
    trace: run.trace,
    byDefault: said.verdict === undefined,
  };
}

/** The route as the policy leaves it; undefined: it is rejected. No policy leaves it as it is. */
export function accepted(policy: Policy | undefined, subject: Subject, around?: Surroundings): Subject | undefined {
  if (!policy) return subject;
  const { verdict, subject: changed } = evaluate(policy, subject, around);
  return verdict === 'accept' ? changed : undefined;
}

function change(run: Run, action: Action): void {
  run.draft ??= { ...run.seen };
  act(run.draft, action);
  if (!run.waiting) run.seen = run.draft;
}

function tried(run: Run, terms: readonly Term[]): Said {
  let otherwise: Verdict | undefined;
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] as Term;
    if (term.usual && otherwise) break;
    const failed = term.matches.find((match) => !matches(run, match));
    const trace: TermTrace = { term: term.name, failed };
    run.trace.push(term.policy === undefined ? trace : { ...trace, policy: term.policy });
    if (failed) continue;
    if (term.verdict === 'reject') return { verdict: 'reject', otherwise };
    for (const action of term.actions) {
      if (run.waiting) run.waiting.push(action);
      else change(run, action);
    }
    otherwise = term.otherwise ?? otherwise;
    const said = term.asks ? asked(run, term.asks) : NOTHING;
    otherwise = said.otherwise ?? otherwise;
    const verdict = said.verdict ?? (term.verdict === 'accept' ? 'accept' : undefined);
    if (verdict) return { verdict, otherwise };
    if (term.goto !== undefined) at = Math.max(term.goto, at + 1) - 1;
  }
  return { verdict: undefined, otherwise };
}

function matches(run: Run, match: Match): boolean {
  if (match.kind !== 'policy') return holds(match, run.seen, run.around);
  const said = tried(run, match.policy.terms);
  return (said.verdict ?? said.otherwise ?? match.policy.otherwise) === 'accept';
}

/** Junos OS Routing Policies, "Understanding Policy Expressions": what accepts or leaves open is true, what rejects false. */
function asked(run: Run, expression: Expression): Said {
  switch (expression.op) {
    case 'policy':
      return tried(run, expression.terms);
    case 'not': {
      const { verdict, otherwise } = asked(run, expression.of);
      return { verdict: verdict === 'reject' ? 'accept' : 'reject', otherwise };
    }
    default: {
      let said = NOTHING;
      for (const one of expression.of) {
        said = asked(run, one);
        if ((said.verdict === 'reject') === (expression.op === 'and')) break;
      }
      return said;
    }
  }
}
