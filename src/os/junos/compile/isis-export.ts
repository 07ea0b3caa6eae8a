// protocols isis export: policies -> what is told of other protocols' routes and of the other level's.
// Source: Junos OS IS-IS, "export", "Understanding IS-IS Route Leaking": internal routes of level 1 go up by themselves,
// everything else (external ones, level 2 down, other protocols) asks for a policy.

import type { Policy, Term } from '../../../policy/policy.ts';
import type { IsisConfig, IsisRedistribution, LeakConfig, Level } from '../../../protocols/isis/config.ts';
import { ROUTE_KINDS } from '../../../route/route.ts';
import { chainOf } from './policy.ts';
import { all, type Block } from './tree-reader.ts';

/** Of every other protocol; own addresses are told by their interfaces. */
const OTHERS = ROUTE_KINDS.filter((kind) => !kind.startsWith('isis.') && kind !== 'local');

/** What level 1 tells level 2 where no policy says otherwise. */
const UP: Term = {
  name: 'internal',
  matches: [{ kind: 'route-kinds', kinds: ['isis.l1'] }],
  actions: [],
  verdict: 'accept',
};

export function isisExports(
  tree: Block,
  isis: Block,
  levels: readonly Level[],
): Pick<IsisConfig, 'redistribute' | 'leaks'> {
  const names = all(isis, 'export').map(({ args }) => args['policy'] ?? '');
  const chain = (to: Level): Policy => chainOf(tree, names, { otherwise: 'reject', to });
  const redistribute = levels.map(
    (to): IsisRedistribution => ({
      kinds: OTHERS,
      source: undefined,
      levels: [to],
      policy: chain(to),
      metric: 'route',
      metricType: 'internal',
    }),
  );
  const up: LeakConfig = { from: 1, to: 2, policy: { ...chain(2), terms: [...chain(2).terms, UP] }, external: true };
  const down: LeakConfig = { from: 2, to: 1, policy: chain(1), external: true };
  const both = levels.length === 2;
  if (names.length === 0) return { redistribute: [], leaks: both ? [up] : [] };
  return { redistribute, leaks: both ? [up, down] : [] };
}
