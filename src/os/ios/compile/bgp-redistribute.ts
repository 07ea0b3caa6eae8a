// redistribute … in BGP: routes of others that become paths.
// Source: Cisco IOS IP Routing: BGP command reference ("redistribute (BGP)", "default-metric (BGP)", "default-information
// originate (BGP)": a default route is not redistributed without it).

import { DEFAULT4 } from '../../../base/prefix.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { Match, Policy, Term } from '../../../policy/policy.ts';
import type { Redistribution } from '../../../protocols/bgp/config.ts';
import type { RouteKind } from '../../../route/route.ts';
import { levelsNamed } from './isis-circuit.ts';
import { policyNamed } from './policy.ts';
import { accessListMatch, prefixListMatch } from './route-map-match.ts';
import { all, numberOf, one } from './tree-reader.ts';

const OF_LEVEL: Readonly<Record<1 | 2, readonly RouteKind[]>> = {
  1: ['isis.l1', 'isis.l1.ext'],
  2: ['isis.l2', 'isis.l2.ext', 'isis.ia'],
};

/** Kinds of routes of IS-IS: those of level 2 unless it is said. */
const isisKinds = ({ words }: ConfigNode): readonly RouteKind[] =>
  (levelsNamed(words) ?? [2]).flatMap((level) => OF_LEVEL[level]);

const SOURCES: readonly (readonly [string, (node: ConfigNode) => readonly RouteKind[]])[] = [
  ['redistribute connected', () => ['connected']],
  ['redistribute static', () => ['static']],
  ['redistribute isis', isisKinds],
];

export function redistributionsOf(tree: ConfigTree, blocks: readonly ConfigNode[]): readonly Redistribution[] {
  const usual = blocks
    .map((block) => numberOf(block, 'default-metric', 'metric'))
    .findLast((metric) => metric !== undefined);
  const defaults = blocks.some((block) => one(block, 'default-information originate') !== undefined);
  return blocks.flatMap((block) =>
    SOURCES.flatMap(([name, kindsOf]) =>
      all(block, name).map((node): Redistribution => {
        const said = node.args['metric'] === undefined ? undefined : Number(node.args['metric']);
        const kinds = kindsOf(node);
        const policy = listed(tree, blocks, name, policyNamed(tree, node.args['map']));
        const connected = kinds.includes('connected');
        return {
          kinds,
          policy: defaults || connected ? policy : withoutDefault(policy),
          metric: said ?? (connected ? undefined : usual),
        };
      }),
    ),
  );
}

/** "distribute-list LIST out PROTOCOL": of what is redistributed from there, what the list permits. */
function listed(
  tree: ConfigTree,
  blocks: readonly ConfigNode[],
  name: string,
  policy: Policy | undefined,
): Policy | undefined {
  const protocol = name.split(' ').at(-1);
  const from = ({ args }: ConfigNode): boolean => args['source']?.split(' ')[0] === protocol;
  const matches = blocks.flatMap((block): readonly Match[] => [
    ...all(block, 'distribute-list out')
      .filter(from)
      .map(({ args }) => accessListMatch(tree, [args['list'] ?? ''])),
    ...all(block, 'distribute-list prefix out')
      .filter(from)
      .map(({ args }) => prefixListMatch(tree, [args['list'] ?? ''])),
  ]);
  if (matches.length === 0) return policy;
  const everything: Term = { name: '', matches: [], actions: [], verdict: 'accept' };
  const terms = (policy?.terms ?? [everything]).map(
    (term): Term => ({ ...term, matches: [...matches, ...term.matches] }),
  );
  return { ...(policy ?? { name: '' }), terms, otherwise: 'reject' };
}

const NO_DEFAULT: Term = {
  name: '',
  matches: [
    {
      kind: 'prefix-lists',
      lists: [{ name: '', entries: [{ sequence: 5, verdict: 'permit', prefix: DEFAULT4, low: 0, high: 0 }] }],
    },
  ],
  actions: [],
  verdict: 'reject',
};

/** Everything but the default route, and of that what the policy lets through. */
function withoutDefault(policy: Policy | undefined): Policy {
  if (!policy) return { name: '', terms: [NO_DEFAULT], otherwise: 'accept' };
  const terms = policy.terms.map((term) => (term.goto === undefined ? term : { ...term, goto: term.goto + 1 }));
  return { ...policy, terms: [NO_DEFAULT, ...terms] };
}
