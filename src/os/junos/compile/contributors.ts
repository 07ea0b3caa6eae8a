// from aggregate-contributor: routes that an aggregate or a generated route of this router may be made of.
// Source: Junos OS Routing Policies, "Routing Policy Match Conditions" ("Match routes that are contributing to a configured
// aggregate. This match condition can be used to suppress a contributor in an aggregate route").

import { type Prefix, parsePrefix } from '../../../base/prefix.ts';
import type { Match, Policy, Term } from '../../../policy/policy.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { blocksFor } from './rib-blocks.ts';
import { all, type Block, one } from './tree-reader.ts';

export const CONTRIBUTOR = 'aggregate-contributor';

interface Aggregated {
  readonly prefix: Prefix;
  readonly policies: readonly string[];
}

/** Every aggregate of every instance. */
function aggregated(tree: Block): readonly Aggregated[] {
  const instances = all(one(tree, 'routing-instances'), '<instance_name>');
  const holders: readonly (readonly [VrfName, Block])[] = [
    [MAIN, tree],
    ...instances.map((node) => [node.words[0] as VrfName, node] as const),
  ];
  return holders.flatMap(([vrf, holder]) =>
    blocksFor(tree, vrf, one(holder, 'routing-options'), []).flatMap(({ block }) =>
      ['aggregate', 'generate'].flatMap((kind) => {
        const found = one(block, kind);
        return all(found, 'route').flatMap((route): readonly Aggregated[] => {
          const prefix = parsePrefix(route.args['destination'] ?? '');
          const named = [route, one(found, 'defaults')].find((from) => one(from, 'policy'));
          const policies = all(named, 'policy').map(({ args }) => args['policy'] ?? '');
          return prefix?.family === 4 ? [{ prefix, policies }] : [];
        });
      }),
    ),
  );
}

/** `chain`: the policies of these names, which leave to the aggregate what no term decides. */
export function contributorMatch(tree: Block, chain: (names: readonly string[]) => Policy): Match {
  const terms = aggregated(tree).map(({ prefix, policies }): Term => {
    const inside: Match = {
      kind: 'route-filter',
      blocks: [{ prefix, low: prefix.length + 1, high: 32 }],
      only: [0],
      walkUp: false,
    };
    const wanted: readonly Match[] = policies.length === 0 ? [] : [{ kind: 'policy', policy: chain(policies) }];
    return { name: prefix.text, matches: [inside, ...wanted], actions: [], verdict: 'accept' };
  });
  return { kind: 'policy', policy: { name: CONTRIBUTOR, terms, otherwise: 'reject' } };
}
