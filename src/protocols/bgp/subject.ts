// What policies made of a path.                                                     RFC 4271 §9.1.1

import type { Subject } from '../../policy/policy.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import type { Marks } from '../../route/route.ts';

/** The attributes as the policy left them. */
export function withSubject(attributes: PathAttributes, subject: Subject): PathAttributes {
  const { med: _med, localPref: _pref, communities: _plain, extended: _extended, large: _large, ...more } = attributes;
  const { aigp: _aigp, ...rest } = more;
  const { metric, localPref, communities, extended, large, aigp } = subject;
  return {
    ...rest,
    origin: subject.origin ?? attributes.origin,
    asPath: subject.asPath ?? attributes.asPath,
    nexthop: subject.nexthop ?? attributes.nexthop,
    ...(metric === undefined ? {} : { med: metric }),
    ...(localPref === undefined ? {} : { localPref }),
    ...(communities && communities.length > 0 ? { communities } : {}),
    ...(extended.length > 0 ? { extended } : {}),
    ...(large && large.length > 0 ? { large } : {}),
    ...(aigp === undefined ? {} : { aigp }),
  };
}

/** What a policy wrote that is no attribute: it stays with the route here. */
export function writtenOn({ tag, tag2, color, color2, metric2 }: Subject): { tag?: number; marks?: Marks } {
  const marks = {
    ...(tag2 === undefined ? {} : { tag2 }),
    ...(color === undefined ? {} : { color }),
    ...(color2 === undefined ? {} : { color2 }),
    ...(metric2 === undefined ? {} : { metric2 }),
  };
  return { ...(tag === undefined ? {} : { tag }), ...(Object.keys(marks).length === 0 ? {} : { marks }) };
}
