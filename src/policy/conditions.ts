// Routes whose existence a policy asks for: whoever uses it must look again when one comes or goes.

import type { Expression, Match, Policy, RouteCondition, Term } from './policy.ts';

/** All that it asks, by itself and through others, in the order of its terms. */
export const conditionsOf = (policy: Policy): readonly RouteCondition[] => policy.terms.flatMap(ofTerm);

const ofTerm = ({ matches, asks }: Term): readonly RouteCondition[] => [
  ...matches.flatMap(ofMatch),
  ...(asks ? ofExpression(asks) : []),
];

function ofMatch(match: Match): readonly RouteCondition[] {
  if (match.kind === 'conditions') return match.conditions;
  return match.kind === 'policy' ? conditionsOf(match.policy) : [];
}

function ofExpression(expression: Expression): readonly RouteCondition[] {
  if (expression.op === 'policy') return expression.terms.flatMap(ofTerm);
  return expression.op === 'not' ? ofExpression(expression.of) : expression.of.flatMap(ofExpression);
}
