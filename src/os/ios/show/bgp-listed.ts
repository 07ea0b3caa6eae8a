// show ip bgp filter-list, route-map, community-list, extcommunity-list: what lists of the configuration let through.
// Source: Cisco IOS IP Routing: BGP command reference, "show ip bgp filter-list", "show ip bgp route-map", "show ip bgp
// community-list", "show ip bgp extcommunity-list".

import { communityEntry } from '../../../policy/community-list.ts';
import { accepted } from '../../../policy/evaluate.ts';
import { permitsPath } from '../../../policy/path-list.ts';
import { pathSubject } from '../../../policy/path-subject.ts';
import type { BgpNetRow, BgpPathRow } from '../../../protocols/bgp/show.ts';
import type { View, ViewContext } from '../../os.ts';
import { communityListNamed, extendedListNamed, largeListNamed, pathListNamed } from '../compile/attribute-lists.ts';
import { policyNamed } from '../compile/policy.ts';
import { bgpFacts, keepPaths } from './bgp-facts.ts';
import { bgpTableLines } from './bgp-table.ts';
import { said } from './said.ts';

type Test = (path: BgpPathRow, net: BgpNetRow) => boolean;

export const showBgpListed: View = (context, match) => {
  const facts = bgpFacts(context, match);
  if (typeof facts === 'string') return [facts];
  const { args } = match;
  const test =
    args['filter'] !== undefined
      ? byPath(context, args['filter'])
      : args['map'] !== undefined
        ? byMap(context, args['map'])
        : byCommunity(context, args['list'] ?? '', kindOf(match), said(match, 'exact-match'));
  return bgpTableLines(context, keepPaths(facts, test));
};

/** Whether an AS path list lets a path through; one that is not there lets nothing through. */
export function byPath({ box }: ViewContext, number: string): Test {
  const list = pathListNamed(box.store.running, number);
  return ({ attributes }) => list !== undefined && permitsPath(list, attributes.asPath);
}

type Kind = 'communities' | 'extended' | 'large';

const NAMED = { communities: communityListNamed, extended: extendedListNamed, large: largeListNamed };

const kindOf = (match: Parameters<View>[1]): Kind =>
  said(match, 'extcommunity-list') ? 'extended' : said(match, 'large-community-list') ? 'large' : 'communities';

function byCommunity({ box }: ViewContext, name: string, kind: Kind, exact: boolean): Test {
  const list = NAMED[kind](box.store.running, name);
  return ({ attributes }) => {
    const { communities = [], extended = [], large = [] } = attributes;
    if (!list || { communities, extended, large }[kind].length === 0) return false;
    return communityEntry(list, { communities, extended, large }, exact)?.verdict === 'permit';
  };
}

function byMap({ box }: ViewContext, name: string): Test {
  const policy = policyNamed(box.store.running, name);
  return ({ attributes, weight, from }, { prefix }) => {
    const kind = from !== 'local' && from.external ? 'bgp.external' : 'bgp.internal';
    const subject = pathSubject(prefix, attributes, { kind, weight });
    return accepted(policy, subject) !== undefined;
  };
}
