// What exists now and may be named: interfaces of the running configuration.

import type { ConfigTree } from '../../config/tree.ts';
import type { Live, Offer } from '../../language/spec.ts';
import { interfaceNodes } from './edit/addresses.ts';

/** The interfaces of a tree, looked up once. */
export function liveOf(tree: ConfigTree): Live {
  let interfaces: readonly Offer[] | undefined;
  return {
    offers(type) {
      if (type !== 'interface') return [];
      interfaces ??= interfaceNodes(tree).map(({ words }) => ({ text: words[1] ?? '' }));
      return interfaces;
    },
  };
}
