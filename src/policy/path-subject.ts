// A path of BGP as policies see it.                                                                     RFC 4271 §9.1.1

import type { Prefix } from '../base/prefix.ts';
import type { PathAttributes } from '../route/attributes.ts';
import type { Subject } from './policy.ts';

/** `more`: what the attributes do not say. */
export function pathSubject(
  prefix: Prefix,
  attributes: PathAttributes,
  more: Pick<Subject, 'kind'> & Partial<Subject>,
): Subject {
  return {
    prefix,
    tag: undefined,
    metric: attributes.med,
    localPref: attributes.localPref,
    weight: undefined,
    origin: attributes.origin,
    extended: attributes.extended ?? [],
    communities: attributes.communities ?? [],
    large: attributes.large ?? [],
    asPath: attributes.asPath,
    nexthop: attributes.nexthop,
    ...(attributes.aigp === undefined ? {} : { aigp: attributes.aigp }),
    ...more,
  };
}
