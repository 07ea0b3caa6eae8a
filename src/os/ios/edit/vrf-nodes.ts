// VRFs of a configuration, by either syntax.

import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';

export const vrfNodes = (tree: ConfigTree): readonly ConfigNode[] =>
  tree.children.filter(({ spec }) => spec.name === 'vrf definition' || spec.name === 'ip vrf');

/** The VRF of this name. */
export const vrfNode = (tree: ConfigTree, name: string): ConfigNode | undefined =>
  vrfNodes(tree).find(({ args }) => args['vrf'] === name);

/** Its route distinguisher as configured. */
export const rdOf = (vrf: ConfigNode): string | undefined =>
  vrf.children.find(({ spec }) => spec.name === 'rd')?.args['rd'];
