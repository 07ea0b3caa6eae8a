// Where `routing-options` speak of one table: the instance's own one at the top, or named below `rib`.
// Source: CLI reference, "rib (General)".

import type { ConfigNode } from '../../../config/tree.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { all, type Block } from './tree-reader.ts';

/** `inet.0` of an instance: where its IPv4 routes stand. */
export const tableOf = (vrf: VrfName): string => (vrf === MAIN ? 'inet.0' : `${vrf}.inet.0`);

/** Both places that tell of an instance's IPv4 routes, with the way to each. */
export function blocksFor(
  options: ConfigNode | undefined,
  path: readonly (ConfigNode | string)[],
  vrf: VrfName,
): readonly { readonly block: Block | undefined; readonly above: readonly (ConfigNode | string)[] }[] {
  const own = all(options, 'rib').find((rib) => rib.args['rib-name'] === tableOf(vrf));
  return [{ block: options, above: path }, ...(own ? [{ block: own, above: [...path, own] }] : [])];
}
