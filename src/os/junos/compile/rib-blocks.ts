// Where `routing-options` speak of one table: the instance's own one at the top, or named below `rib`.
// Source: CLI reference, "rib (General)".

import type { ConfigNode } from '../../../config/tree.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { all, type Block, one } from './tree-reader.ts';

/** `inet.0` of an instance: where its IPv4 routes stand. */
export const tableOf = (vrf: VrfName): string => (vrf === MAIN ? 'inet.0' : `${vrf}.inet.0`);

type Way = readonly (ConfigNode | string)[];

/** A block that may tell of routes, and the way to it. */
export interface RibBlock {
  readonly block: Block;
  readonly above: Way;
}

/**
 * Places that tell of an instance's IPv4 routes: its `routing-options` (whose way this is), and what they, and those of
 * the main instance, say of its table by name.
 */
export function blocksFor(tree: Block, vrf: VrfName, options: ConfigNode | undefined, path: Way): readonly RibBlock[] {
  const named = (holder: ConfigNode | undefined, way: Way): readonly RibBlock[] =>
    all(holder, 'rib').flatMap((rib) =>
      rib.args['rib-name'] === tableOf(vrf) ? [{ block: rib, above: [...way, rib] }] : [],
    );
  return [
    ...(options ? [{ block: options, above: path }] : []),
    ...named(options, path),
    ...(vrf === MAIN ? [] : named(one(tree, 'routing-options'), ['routing-options'])),
  ];
}
