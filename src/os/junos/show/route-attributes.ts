// show route aspath-regex R | community C | community-name N | no-community | source-gateway A: routes by what BGP told of
// them. Source: Junos OS CLI reference, "show route aspath-regex", "show route community", "show route community-name",
// "show route no-community", "show route source-gateway".

import { parseIp } from '../../../base/ip.ts';
import type { Match } from '../../../language/spec.ts';
import { answered, type Communities, communityEntry } from '../../../policy/community-list.ts';
import { permitsPath } from '../../../policy/path-list.ts';
import type { PathAttributes } from '../../../route/attributes.ts';
import type { Route } from '../../../route/route.ts';
import { communityNamed, memberTest } from '../compile/communities.ts';
import { pathPattern } from '../compile/policy-from.ts';
import type { Block } from '../compile/tree-reader.ts';
import { slotPeer } from './bgp-facts.ts';
import { said } from './said.ts';

type Question = (bgp: PathAttributes, route: Route) => boolean;

const carried = ({ communities = [], extended = [], large = [] }: PathAttributes) =>
  ({ communities, extended, large }) satisfies Communities;

const hasNone = (bgp: PathAttributes): boolean => {
  const { communities, extended, large } = carried(bgp);
  return communities.length + extended.length + large.length === 0;
};

/** True of every route where nothing is asked; routes of other protocols have no attributes. */
export function attributesWanted(match: Match, tree: Block): (route: Route) => boolean {
  const questions = questionsOf(match, tree);
  return (route) => questions.every((holds) => route.bgp !== undefined && holds(route.bgp, route));
}

function questionsOf(match: Match, tree: Block): readonly Question[] {
  const { regex, community, 'community-name': name, 'source-gateway': gateway } = match.args;
  const questions: Question[] = [];
  if (regex !== undefined) {
    const list = { name: '', entries: [pathPattern(regex)] };
    questions.push(({ asPath }) => permitsPath(list, asPath));
  }
  if (community !== undefined) {
    const test = memberTest(community);
    questions.push((bgp) => answered(test, carried(bgp)));
  }
  if (name !== undefined) {
    const list = communityNamed(tree, name);
    questions.push((bgp) => list !== undefined && communityEntry(list, carried(bgp), false)?.verdict === 'permit');
  }
  if (said(match, 'no-community')) questions.push(hasNone);
  if (gateway !== undefined) {
    const address = parseIp(gateway);
    questions.push((_, route) => slotPeer(route) === address);
  }
  return questions;
}
