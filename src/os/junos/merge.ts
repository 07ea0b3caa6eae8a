// What somebody changed in a copy of the configuration, made again in another one (`configure private`, `update`, `load
// patch`).    Source: CLI user guide, "Updating the configure private Configuration".

import { type Change, diff } from '../../config/diff.ts';
import { annotate, type Chain, setInactive, setProtected } from '../../config/edit.ts';
import type { ConfigNode, ConfigTree } from '../../config/tree.ts';
import { putAll, removeFrom } from './schema.ts';

/** `onto` with the changes that made `own` of `base`. */
export const mergeChanges = (base: ConfigTree, own: ConfigTree, onto: ConfigTree): ConfigTree =>
  diff(base, own).reduce(applied, onto);

function applied(tree: ConfigTree, change: Change): ConfigTree {
  const chain: Chain = [...change.path, change.node];
  switch (change.kind) {
    case 'added':
      return graft(tree, change.path, change.node);
    case 'removed':
      return removeFrom(tree, chain).tree;
    case 'changed':
      return marked(putAll(tree, [chain]), chain, change.node);
    case 'moved':
      return tree;
  }
}

/** The statement with everything in it, at the end of a path. */
export function graft(tree: ConfigTree, path: Chain, node: ConfigNode): ConfigTree {
  const chain = [...path, node];
  const made = node.children.reduce((into, child) => graft(into, chain, child), putAll(tree, [chain]));
  return marked(made, chain, node);
}

function marked(tree: ConfigTree, chain: Chain, node: ConfigNode): ConfigTree {
  let result = tree;
  const keep = (made: { readonly ok: boolean; readonly value?: ConfigTree }): void => {
    if (made.ok && made.value) result = made.value;
  };
  keep(setInactive(result, chain, node.inactive));
  keep(setProtected(result, chain, node.protected));
  if (node.annotation !== undefined) keep(annotate(result, chain, node.annotation));
  return result;
}
