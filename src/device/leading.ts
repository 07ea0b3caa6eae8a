// Which routes lead to next hops: a policy asked of a route as it stands in its table.

import { evaluate } from '../policy/evaluate.ts';
import type { Policy } from '../policy/policy.ts';
import type { Route } from '../route/route.ts';

/** True for the routes that the policy accepts. */
export const leadingBy =
  (policy: Policy) =>
  ({ prefix, kind, tag, metric, bgp }: Route): boolean =>
    evaluate(policy, {
      prefix,
      kind,
      tag,
      metric,
      localPref: bgp?.localPref,
      weight: undefined,
      origin: bgp?.origin,
      extended: bgp?.extended ?? [],
      ...(bgp ? { asPath: bgp.asPath, communities: bgp.communities } : {}),
    }).verdict === 'accept';
