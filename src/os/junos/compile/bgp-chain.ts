// import and export of BGP: chains of policies with the default policy of BGP behind them.
// Source: Junos OS Routing Policies, "Default Routing Policies": BGP accepts what comes in, tells active BGP routes and
// nothing else.

import type { Policy, Term } from '../../../policy/policy.ts';
import { chainOf } from './policy.ts';
import type { Block } from './tree-reader.ts';

const BGP_ROUTES: Term = {
  name: 'default',
  matches: [{ kind: 'route-kinds', kinds: ['bgp.external', 'bgp.internal', 'bgp.local'] }],
  actions: [],
  verdict: 'accept',
};

/** Undefined: everything, unchanged. */
export const importChain = (tree: Block, names: readonly string[]): Policy | undefined =>
  names.length === 0 ? undefined : chainOf(tree, names, { otherwise: 'accept', to: undefined });

export const exportChain = (tree: Block, names: readonly string[]): Policy =>
  chainOf(tree, names, { otherwise: 'reject', to: undefined, usual: [BGP_ROUTES] });
