// aggregate-address, bgp dampening: what a family makes of its routes.
// Source: Cisco IOS IP Routing: BGP command reference ("aggregate-address", "bgp dampening")

import { parseIp4 } from '../../../base/ip.ts';
import { lengthOfMask, prefix } from '../../../base/prefix.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { Aggregate, BgpFamily, Dampening } from '../../../protocols/bgp/config.ts';
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

/** Half-life 15 minutes, 750, 2000, at most four half-lives. A flap costs 1000, a change of attributes 500. */
const DAMPENING = { half: 15, reuse: 750, suppress: 2000 };
const PENALTIES = { withdrawn: 1000, announced: 0, changed: 500 };

export function dampeningOf(blocks: readonly ConfigNode[]): Pick<BgpFamily, 'dampening'> {
  const args = blocks.map((block) => one(block, 'bgp dampening')?.args).find((found) => found !== undefined);
  if (!args) return {};
  const half = Number(args['half'] ?? DAMPENING.half);
  const dampening: Dampening = {
    penalties: PENALTIES,
    usual: {
      halfLife: minutes(half),
      reuse: Number(args['reuse'] ?? DAMPENING.reuse),
      suppress: Number(args['suppress'] ?? DAMPENING.suppress),
      maximum: minutes(Number(args['most'] ?? half * 4)),
    },
  };
  return { dampening };
}
