// Which routes lead to next hops, which use all of their paths: a policy asked of a route as it stands in its table.

import { accepted } from '../policy/evaluate.ts';
import type { Policy } from '../policy/policy.ts';
import { routeSubject } from '../policy/route-subject.ts';
import type { Route } from '../route/route.ts';

/** True for the routes that the policy accepts. */
export const leadingBy =
  (policy: Policy) =>
  (route: Route): boolean =>
    accepted(policy, routeSubject(route)) !== undefined;

/** True for the routes that the policy wants balanced over their paths. */
export const balancedBy =
  (policy: Policy) =>
  (route: Route): boolean =>
    accepted(policy, routeSubject(route))?.balanced === true;
