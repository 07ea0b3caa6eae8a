// routing-options aggregate, generate: statements -> aggregates of each instance.
// Source: Junos OS Protocol-Independent Routing Properties, "Understanding Route Aggregation" (reject unless discard; full
// paths unless brief), "Understanding Conditionally Generated Routes" (the next hop of the primary contributor), "policy
// (Aggregate and Generated Routes)" (without a policy all candidates contribute), "passive", "Default Route Preference
// Values" (130).

import { byName } from '../../../base/by-name.ts';
import { parsePrefix } from '../../../base/prefix.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { AggregateConfig, AggregateRoute } from '../../../protocols/aggregate/config.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { PREFERENCES } from '../defaults.ts';
import { givenOf } from './given-attributes.ts';
import type { Instances } from './instances.ts';
import { chainOf } from './policy.ts';
import { blocksFor } from './rib-blocks.ts';
import { all, type Block, number, one, worded } from './tree-reader.ts';

/** Undefined: there are none. */
export function compileAggregates(tree: Block, instances: Instances): AggregateConfig | undefined {
  const holders: readonly (readonly [VrfName, Block])[] = [
    [MAIN, tree],
    ...[...instances.byName].map(([vrf, { node }]) => [vrf, node] as const),
  ];
  const routes = holders.flatMap(([vrf, holder]): readonly (readonly [VrfName, readonly AggregateRoute[]])[] => {
    const found = routesOf(tree, vrf, one(holder, 'routing-options'));
    return found.length === 0 ? [] : [[vrf, found]];
  });
  return routes.length === 0 ? undefined : { routes: byName(routes) };
}

/** One a prefix: what is generated stands behind what is aggregated. */
function routesOf(tree: Block, vrf: VrfName, options: ConfigNode | undefined): readonly AggregateRoute[] {
  const routes = new Map<string, AggregateRoute>();
  for (const { block } of blocksFor(tree, vrf, options, []))
    for (const kind of ['generate', 'aggregate'] as const) {
      const found = one(block, kind);
      for (const node of all(found, 'route')) {
        const route = routeOf(tree, node, one(found, 'defaults'), kind === 'generate');
        if (route) routes.set(route.prefix.text, route);
      }
    }
  return [...routes.values()];
}

function routeOf(
  tree: Block,
  node: ConfigNode,
  defaults: Block | undefined,
  generated: boolean,
): AggregateRoute | undefined {
  const prefix = parsePrefix(node.args['destination'] ?? '');
  if (prefix?.family !== 4) return undefined;
  const said = (...words: readonly string[]): string | undefined =>
    [node, defaults].flatMap((block) => words.filter((word) => worded(block, word)))[0];
  const figure = (name: string): number | undefined => number(node, name, name) ?? number(defaults, name, name);
  const policies = [node, defaults].map((block) => all(block, 'policy').map(({ args }) => args['policy'] ?? ''));
  const names = policies.find((list) => list.length > 0);
  const word = said('discard', 'reject') as 'discard' | 'reject' | undefined;
  return {
    prefix,
    toward: word ?? (generated ? 'first-contributor' : 'reject'),
    generated,
    ...(names ? { contributors: chainOf(tree, names, { otherwise: 'accept', to: undefined }) } : {}),
    preference: figure('preference') ?? PREFERENCES.aggregate,
    metric: figure('metric') ?? 0,
    tag: figure('tag'),
    path: said('brief', 'full') === 'brief' ? 'brief' : 'full',
    given: givenOf(node, defaults) ?? {},
    passive: said('passive', 'active') === 'passive',
  };
}
