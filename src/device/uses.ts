// Which routes lead to next hops, which use all of their paths: a policy asked of a route as it stands in its table.

import type { Uses } from '../net/vrf.ts';
import { accepted } from '../policy/evaluate.ts';
import type { Policy } from '../policy/policy.ts';
import { routeSubject } from '../policy/route-subject.ts';
import type { Route } from '../route/route.ts';
import type { VrfConfig } from './device-config.ts';

/** True for the routes that the policy accepts. */
const leadingBy =
  (policy: Policy) =>
  (route: Route): boolean =>
    accepted(policy, routeSubject(route)) !== undefined;

/** True for the routes that the policy wants balanced over their paths. */
export const balancedBy =
  (policy: Policy) =>
  (route: Route): boolean =>
    accepted(policy, routeSubject(route))?.balanced === true;

/** What the configuration of a VRF wants of its routes. */
export function usesOf({ resolveThrough, balancing }: VrfConfig): Uses {
  const { unicast, labeled } = resolveThrough ?? {};
  return {
    leading: {
      ...(unicast ? { unicast: leadingBy(unicast) } : {}),
      ...(labeled ? { labeled: leadingBy(labeled) } : {}),
    },
    ...(balancing ? { balanced: balancedBy(balancing) } : {}),
  };
}
