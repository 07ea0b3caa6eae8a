// route-filter, prefix-list, prefix-list-filter: the blocks of a `from`.
// Source: Junos OS Routing Policies, "Route Filter Match Types" (the longest block that holds a route is the only one that
// is asked), "Configuring Prefix Lists" (a list, a filter and a list's filter in one `from` are alternatives).

import { parseIp4 } from '../../../base/ip.ts';
import { type Prefix, parsePrefix } from '../../../base/prefix.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { RouteBlock } from '../../../policy/route-filter.ts';
import { prefixesNamed } from './prefix-lists.ts';
import { all, type Block, one } from './tree-reader.ts';

/** Names of the conditions that are blocks. */
export const FILTERS = ['route-filter', 'route-filter-list', 'prefix-list', 'prefix-list-filter'];

export interface ListedBlock {
  readonly block: RouteBlock;
  /** An action of its own behind the block. */
  readonly own: 'accept' | 'reject' | 'next term' | 'next policy' | undefined;
}

/** Blocks of all filters and lists of a `from`. */
export const blocksOf = (tree: Block, conditions: readonly ConfigNode[]): readonly ListedBlock[] =>
  conditions.flatMap((node) => (FILTERS.includes(node.spec.name) ? blocksOfOne(tree, node) : []));

function blocksOfOne(tree: Block, node: ConfigNode): readonly ListedBlock[] {
  const own = ownOf(node.words);
  const listed = node.args['list-name'];
  if (listed !== undefined) {
    const list = all(one(tree, 'policy-options'), 'route-filter-list').find(({ args }) => args['list-name'] === listed);
    return (list?.children ?? []).flatMap((entry) => blocksOfOne(tree, entry));
  }
  const name = node.args['prefix-list'];
  if (name === undefined) {
    const prefix = parsePrefix(node.args['address'] ?? '');
    const block = prefix?.family === 4 ? blockOf(node, prefix) : undefined;
    return block ? [{ block, own }] : [];
  }
  return (prefixesNamed(tree, name) ?? []).flatMap((prefix) => {
    const block = blockOf(node, prefix);
    return block ? [{ block: { ...block, apart: true as const }, own }] : [];
  });
}

function ownOf(words: readonly string[]): ListedBlock['own'] {
  if (words.includes('accept')) return 'accept';
  if (words.includes('reject')) return 'reject';
  const next = words.indexOf('next');
  if (next < 0) return undefined;
  return words[next + 1] === 'policy' ? 'next policy' : 'next term';
}

/** The lengths that fit; undefined for what cannot be read. */
function blockOf({ words, args }: ConfigNode, prefix: Prefix): RouteBlock | undefined {
  const { length } = prefix;
  const bits = (text: string | undefined): number => Number((text ?? '').replace('/', ''));
  const block = (low: number, high: number): RouteBlock => ({ prefix, low, high });
  if (words.includes('orlonger')) return block(length, 32);
  if (words.includes('longer')) return block(length + 1, 32);
  if (words.includes('upto')) return block(length, bits(args['length']));
  if (words.includes('prefix-length-range')) {
    const [low, high] = (args['range'] ?? '').split('-');
    return block(bits(low), bits(high));
  }
  if (words.includes('through')) {
    const through = parsePrefix(args['through'] ?? '');
    return through && { ...block(length, through.length), through };
  }
  if (words.includes('address-mask')) {
    const mask = parseIp4(args['mask'] ?? '');
    return mask === undefined ? undefined : { ...block(length, length), mask };
  }
  return block(length, length);
}
