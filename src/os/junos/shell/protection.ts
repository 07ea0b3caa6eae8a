// `protect`: what stands in the way of a change, and what a deletion leaves.    Source: CLI user guide, "Protecting the
// Junos OS Configuration from Modification or Deletion"; XML protocol guide, "Protect or Unprotect a Configuration Object"
// (unprotected children are deleted, protected ones preserved); words of the warning: "You don't know Junos" (0ffnet, 2018).

import { type Chain, findAll } from '../../../config/edit.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';

/** What may not be done to a statement. */
type Deed = 'changed' | 'deleted';

const text = (chain: Chain): string => chain.flatMap(({ words }) => words).join(' ');

const warning = (guard: Chain, chain: Chain, deed: Deed): string =>
  `warning: [${text(guard)}] is protected, '${text(chain)}' cannot be ${deed}`;

/** The warning, when a statement or one above it is protected. */
export function refusal(tree: ConfigTree, chain: Chain, deed: Deed): string | undefined {
  for (let length = 1; length <= chain.length; length++) {
    const guard = chain.slice(0, length);
    if (findAll(tree, guard).some((node) => node.protected)) return warning(guard, chain, deed);
  }
  return undefined;
}

/** What a deletion takes away, and the warnings about what it leaves. */
export interface Deletion {
  readonly chains: readonly Chain[];
  readonly warnings: readonly string[];
}

/** Deletes a statement, or all but what is protected in it. */
export function deletion(tree: ConfigTree, chain: Chain): Deletion {
  const refused = refusal(tree, chain, 'deleted');
  if (refused !== undefined) return { chains: [], warnings: [refused] };
  const nodes = findAll(tree, chain);
  if (!nodes.some(holdsProtected)) return { chains: [chain], warnings: [] };
  return joined(nodes.map((node) => around([...chain.slice(0, -1), node], node)));
}

/** Deletes everything in a container, or in the whole configuration. */
export function deletionBelow(tree: ConfigTree, level: Chain): Deletion {
  const children = level.length === 0 ? tree.children : findAll(tree, level).flatMap((node) => node.children);
  return joined(children.map((child) => deletion(tree, [...level, child])));
}

const holdsProtected = (node: ConfigNode): boolean =>
  node.children.some((child) => child.protected || holdsProtected(child));

function around(chain: Chain, node: ConfigNode): Deletion {
  return joined(
    node.children.map((child) => {
      const here = [...chain, child];
      if (child.protected) return { chains: [], warnings: [warning(here, here, 'deleted')] };
      return holdsProtected(child) ? around(here, child) : { chains: [here], warnings: [] };
    }),
  );
}

const joined = (deletions: readonly Deletion[]): Deletion => ({
  chains: deletions.flatMap(({ chains }) => chains),
  warnings: deletions.flatMap(({ warnings }) => warnings),
});
