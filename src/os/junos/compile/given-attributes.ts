// community, as-path of static, aggregate and generated routes: what BGP says of them.
// Source: CLI reference, "community (Routing Options)", "as-path (Routing Options)": path, origin, atomic-aggregate,
// aggregator; what a route says takes the place of its block's `defaults`.

import { parseIp4 } from '../../../base/ip.ts';
import { type AsPath, parsePath } from '../../../route/as-path.ts';
import type { GivenAttributes, Origin } from '../../../route/attributes.ts';
import type { Community, ExtendedCommunity, LargeCommunity } from '../../../route/community.ts';
import { parseAsn } from '../../../route/extended.ts';
import { parseMember } from './communities.ts';
import { all, type Block, has, one, value } from './tree-reader.ts';

/** Undefined: nothing. */
export function givenOf(route: Block, defaults: Block | undefined): GivenAttributes | undefined {
  const communities = communitiesOf(has(route, 'community') ? route : defaults);
  const path = pathOf(one(route, 'as-path') ?? one(defaults, 'as-path'));
  return communities || path ? { ...communities, ...path } : undefined;
}

function communitiesOf(block: Block | undefined): GivenAttributes | undefined {
  const communities: Community[] = [];
  const extended: ExtendedCommunity[] = [];
  const large: LargeCommunity[] = [];
  for (const { args } of all(block, 'community')) {
    const member = parseMember(args['community'] ?? '');
    if (member?.kind === 'standard') communities.push(member.value);
    if (member?.kind === 'extended') extended.push(member.value);
    if (member?.kind === 'large') large.push(member.value);
  }
  if (communities.length + extended.length + large.length === 0) return undefined;
  return {
    ...(communities.length > 0 ? { communities } : {}),
    ...(extended.length > 0 ? { extended } : {}),
    ...(large.length > 0 ? { large } : {}),
  };
}

function pathOf(block: Block | undefined): GivenAttributes | undefined {
  if (!block) return undefined;
  const text = value(block, 'path', 'path');
  const asPath: AsPath | undefined = text === undefined ? undefined : parsePath(text);
  const origin = one(block, 'origin')?.words[1] as Origin | undefined;
  const asn = parseAsn(value(block, 'aggregator', 'asn') ?? '');
  const routerId = parseIp4(value(block, 'aggregator', 'address') ?? '');
  return {
    ...(asPath ? { asPath } : {}),
    ...(origin ? { origin } : {}),
    ...(has(block, 'atomic-aggregate') ? { atomicAggregate: true } : {}),
    ...(asn === undefined || routerId === undefined ? {} : { aggregator: { asn, routerId } }),
  };
}
