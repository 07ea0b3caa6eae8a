// route-map: statements -> the neutral policy.
// Source: Cisco IOS IP Routing: Protocol-Independent, "route-map"; capture of IOS XE 16.4 (snapshot iosxe_undefined_route_map):
// a route map that is not defined lets nothing through; Cisco IOS IP Routing: BGP Configuration Guide, "BGP Route Map
// Continue" (clauses are done when all entries are looked through; what no later entry takes the entry that sent it there decides).

import { byNumber } from '../../../base/sorted-map.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { Policy, Term } from '../../../policy/policy.ts';
import { matchesOf } from './route-map-match.ts';
import { actionsOf } from './route-map-set.ts';

export { prefixListNamed } from './prefix-list.ts';

/** The policy that a statement names; undefined: it names none. */
export function policyNamed(tree: ConfigTree, name: string | undefined): Policy | undefined {
  if (name === undefined) return undefined;
  const nodes = tree.children
    .filter(({ spec, args }) => spec.name === 'route-map' && args['map'] === name)
    .sort((a, b) => byNumber(sequenceOf(a), sequenceOf(b)));
  const sequences = nodes.map(sequenceOf);
  const terms = nodes.map((node) => termOf(tree, node, sequences));
  const jumps = terms.some(({ verdict }) => verdict === 'next-term');
  return { name, terms, otherwise: 'reject', ...(jumps ? { deferred: true } : {}) };
}

const sequenceOf = ({ args }: ConfigNode): number => Number(args['seq']);

function termOf(tree: ConfigTree, node: ConfigNode, sequences: readonly number[]): Term {
  const clauses = node.children.filter(({ negated }) => !negated);
  const verdict = node.words[2] === 'deny' ? 'reject' : 'accept';
  const term: Term = {
    name: node.args['seq'] ?? '',
    matches: clauses.flatMap((clause) => matchesOf(tree, clause)),
    actions: actionsOf(tree, clauses),
    verdict,
  };
  const jump = clauses.find(({ words }) => words[0] === 'continue');
  if (!jump) return term;
  const next = jump.args['next'];
  const goto = next === undefined ? {} : { goto: placeOf(sequences, Number(next)) };
  return { ...term, verdict: 'next-term', otherwise: verdict, ...goto };
}

/** Behind all entries when there is none of this number. */
function placeOf(sequences: readonly number[], wanted: number): number {
  const place = sequences.indexOf(wanted);
  return place < 0 ? sequences.length : place;
}
