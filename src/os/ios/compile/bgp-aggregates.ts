// aggregate-address, bgp dampening: what a family makes of its routes.
// Source: Cisco IOS IP Routing: BGP command reference ("aggregate-address", "bgp dampening")

import { byName } from '../../../base/by-name.ts';
import { parseIp4 } from '../../../base/ip.ts';
import { lengthOfMask, prefix } from '../../../base/prefix.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { Aggregate, BgpFamily, Dampening, DampeningSet } from '../../../protocols/bgp/config.ts';
import { minutes } from '../../../sim/time.ts';
import { policyNamed } from './policy.ts';
import { all, one } from './tree-reader.ts';

export function aggregatesOf(tree: ConfigTree, blocks: readonly ConfigNode[]): Pick<BgpFamily, 'aggregates'> {
  const nodes = blocks.flatMap((block) => all(block, 'aggregate-address'));
  const aggregates = nodes.flatMap((node) => aggregateOf(tree, node));
  return aggregates.length === 0 ? {} : { aggregates };
}

function aggregateOf(tree: ConfigTree, { args, words }: ConfigNode): readonly Aggregate[] {
  const address = parseIp4(args['network'] ?? '');
  const mask = parseIp4(args['mask'] ?? '');
  const length = mask === undefined ? undefined : lengthOfMask(mask);
  if (address === undefined || length === undefined) return [];
  const suppress = policyNamed(tree, args['suppress']);
  const attributes = policyNamed(tree, args['attribute']);
  const contributors = policyNamed(tree, args['advertise']);
  return [
    {
      prefix: prefix(address, length),
      asSet: words.includes('as-set'),
      summaryOnly: words.includes('summary-only'),
      ...(suppress ? { suppress } : {}),
      ...(attributes ? { attributes } : {}),
      ...(contributors ? { contributors } : {}),
    },
  ];
}

/** "table-map": changes metric and tag of what goes to the routing table; with `filter`, what it denies does not go there. */
export function tableMapOf(tree: ConfigTree, blocks: readonly ConfigNode[]): Pick<BgpFamily, 'tableMap'> {
  const said = blocks.map((block) => one(block, 'table-map')).find((found) => found !== undefined);
  const policy = policyNamed(tree, said?.args['map']);
  return policy ? { tableMap: { policy, filters: said?.words.includes('filter') === true } } : {};
}

/** Half-life 15 minutes, 750, 2000, at most four half-lives. A flap costs 1000, a change of attributes 500. */
const DAMPENING = { half: 15, reuse: 750, suppress: 2000 };
const PENALTIES = { withdrawn: 1000, announced: 0, changed: 500 };

export function dampeningOf(tree: ConfigTree, blocks: readonly ConfigNode[]): Pick<BgpFamily, 'dampening'> {
  const map = blocks.map((block) => one(block, 'bgp dampening route-map')).find((found) => found !== undefined);
  if (map) return { dampening: byMap(tree, map.args['map'] ?? '') };
  const args = blocks.map((block) => one(block, 'bgp dampening')?.args).find((found) => found !== undefined);
  return args ? { dampening: { penalties: PENALTIES, usual: setOf(args) } } : {};
}

function setOf(args: ConfigNode['args']): DampeningSet {
  const half = Number(args['half'] ?? DAMPENING.half);
  return {
    halfLife: minutes(half),
    reuse: Number(args['reuse'] ?? DAMPENING.reuse),
    suppress: Number(args['suppress'] ?? DAMPENING.suppress),
    maximum: minutes(Number(args['most'] ?? half * 4)),
  };
}

/** Routes that the map permits are dampened as its `set dampening` says; the others are not. */
function byMap(tree: ConfigTree, map: string): Dampening {
  const policy = policyNamed(tree, map);
  const said = tree.children
    .filter(({ spec, args }) => spec.name === 'route-map' && args['map'] === map)
    .flatMap((entry) => all(entry, 'set dampening'));
  const sets = byName(said.map(({ words, args }) => [words.slice(2).join(' '), setOf(args)]));
  return { penalties: PENALTIES, usual: setOf({}), sets, ...(policy ? { policy } : {}) };
}
