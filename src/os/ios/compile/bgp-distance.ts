// distance N ADDRESS WILDCARD [ACL]: of what neighbours in a range told.
// Source: Cisco IOS IP Routing: BGP command reference, "distance (IP)": the range is the neighbour's, the list is about the
// routes it tells.

import { type Ip4, parseIp4 } from '../../../base/ip.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { Match, Policy, Term } from '../../../policy/policy.ts';
import type { NeighborFamily } from '../../../protocols/bgp/config.ts';
import { accessListNamed } from './access-list.ts';
import { all } from './tree-reader.ts';

const distancesFor = (blocks: readonly ConfigNode[], neighbor: Ip4): readonly ConfigNode[] =>
  blocks
    .flatMap((block) => all(block, 'distance'))
    .filter(({ args }) => {
      const [source, wildcard] = [parseIp4(args['source'] ?? ''), parseIp4(args['wildcard'] ?? '')];
      return source !== undefined && wildcard !== undefined && ((source ^ neighbor) & ~wildcard) === 0;
    });

/** Of all that a neighbour tells. */
export function distanceOf(
  blocks: readonly ConfigNode[],
  neighbor: Ip4 | undefined,
): Pick<NeighborFamily, 'preference'> {
  if (neighbor === undefined) return {};
  const said = distancesFor(blocks, neighbor).find(({ args }) => args['list'] === undefined);
  return said ? { preference: Number(said.args['distance']) } : {};
}

const EVERY: Term = { name: '', matches: [], actions: [], verdict: 'accept' };

/** What a neighbour tells goes through these terms first: a list gives its routes their distance, the first that fits. */
export function withDistances(
  policy: Policy | undefined,
  tree: ConfigTree,
  blocks: readonly ConfigNode[],
  neighbor: Ip4 | undefined,
): Policy | undefined {
  const listed = neighbor === undefined ? [] : distancesFor(blocks, neighbor);
  const first = listed.flatMap(({ args }): readonly Term[] => {
    const list = args['list'];
    if (list === undefined) return [];
    const matches = routesOf(tree, list);
    const value = Number(args['distance']);
    return [{ name: '', matches, actions: [{ kind: 'set-number', field: 'preference', value }], verdict: 'next-term' }];
  });
  if (first.length === 0) return policy;
  // Each overwrites what one before it said.
  const before = first.toReversed();
  const terms = (policy?.terms ?? [EVERY]).map((term) =>
    term.goto === undefined ? term : { ...term, goto: term.goto + before.length },
  );
  return { ...(policy ?? { name: '', otherwise: 'reject' }), terms: [...before, ...terms] };
}

/** A list that is not defined lets everything through. */
function routesOf(tree: ConfigTree, name: string): readonly Match[] {
  const list = accessListNamed(tree, name);
  return list?.entries.length ? [{ kind: 'access-lists', lists: [list] }] : [];
}
