// Where a login stands: at the box itself, or in one of its logical systems, whose configuration is then all there is.
// Source: captures `set cli logical-system R3-1`, `clear cli logical-system` and of editing in one of an MX (2024: banner `[edit]`,
// prompt `lab@mxB:R3-1#`, paths without the way to the logical system); class `logical-system`: user access guide.

import { type Chain, findAll, graft, remove } from '../../../config/edit.ts';
import { type ConfigTree, EMPTY_TREE } from '../../../config/tree.ts';
import type { Router } from '../../../device/router.ts';
import { MAIN_ROUTER } from '../../box.ts';
import type { Box } from '../../os.ts';
import { findPath, type Schema, tokensOf } from '../schema.ts';
import { siblingOrder } from '../sibling-order.ts';
import { quoted } from '../statement-text.ts';

/** Statements from the root of the configuration to a logical system's; none: the root itself. */
export function rootOf(schema: Schema, logicalSystem: string | undefined): Chain {
  if (logicalSystem === undefined) return [];
  const found = findPath(schema, [], tokensOf(`logical-systems ${quoted(logicalSystem)}`), 'container');
  return found.ok ? (found.value[0] ?? []) : [];
}

/** The configuration as it is seen from there. */
export function seenFrom(tree: ConfigTree, root: Chain): ConfigTree {
  return root.length === 0 ? tree : { children: findAll(tree, root).flatMap((node) => node.children) };
}

/** A tree in which only what is seen from there is that of another. */
export function replacedAt(tree: ConfigTree, root: Chain, by: ConfigTree): ConfigTree {
  if (root.length === 0) return by;
  const without = remove(tree, root, { exact: true }).tree;
  const contents = seenFrom(by, root);
  return contents === EMPTY_TREE || contents.children.length === 0
    ? without
    : graft(without, root, contents.children, { order: siblingOrder });
}

/** The router behind a name of a logical system; undefined: there is none of that name. */
export function routerOf(box: Box, logicalSystem: string | undefined): Router | undefined {
  return logicalSystem === MAIN_ROUTER ? undefined : box.routers.get(logicalSystem ?? MAIN_ROUTER);
}

/** The logical systems that run, by name. */
export const logicalSystemsOf = (box: Box): readonly string[] =>
  [...box.routers.keys()].filter((name) => name !== MAIN_ROUTER).sort((a, b) => (a < b ? -1 : 1));
