// The statements of one block: found by identity, kept in canonical order. Lists are never changed, only replaced.

import { compareKeys, identityOf, same } from './identity.ts';
import type { ConfigNode, Statement } from './tree.ts';

export type Siblings = readonly ConfigNode[];

/** Compares two statements of one `@sorted` sentence. */
export type SiblingOrder = (a: Statement, b: Statement) => number;

/** From here on a list has an index. Short lists are searched faster without. */
const INDEXED = 24;

/**
 * The nodes of a list by identity. A list hands its index on to the one that replaces it, so that a long configuration
 * is read in little more than linear time; the older list makes another if it is ever asked again.
 */
const indexes = new WeakMap<Siblings, Map<string, ConfigNode>>();

/** Position of the statement with this identity; -1 when there is none. */
export function positionOf(siblings: Siblings, statement: Statement): number {
  if (siblings.length < INDEXED) return siblings.findIndex((node) => same(node, statement));
  let index = indexes.get(siblings);
  if (!index) {
    index = new Map(siblings.map((node) => [identityOf(node), node]));
    indexes.set(siblings, index);
  }
  const node = index.get(identityOf(statement));
  return node ? siblings.indexOf(node) : -1;
}

/** With another node of the same identity at `at`. */
export function replaced(siblings: Siblings, at: number, node: ConfigNode): Siblings {
  if (siblings[at] === node) return siblings;
  const result = siblings.with(at, node);
  handOn(siblings, result)?.set(identityOf(node), node);
  return result;
}

/** Without the one at `at`. */
export function without(siblings: Siblings, at: number): Siblings {
  const node = siblings[at];
  const result = siblings.toSpliced(at, 1);
  if (node) handOn(siblings, result)?.delete(identityOf(node));
  return result;
}

/**
 * With a new node where it belongs: behind the sentences that come before its own, and among its own last, or by its
 * keys when the sentence is `@sorted`; `as-typed`: last of all.
 */
export function inserted(
  siblings: Siblings,
  node: ConfigNode,
  order: SiblingOrder | 'as-typed' = compareKeys,
): Siblings {
  const at = order === 'as-typed' ? siblings.length : place(siblings, node, order);
  const result = siblings.toSpliced(at, 0, node);
  handOn(siblings, result)?.set(identityOf(node), node);
  return result;
}

function handOn(from: Siblings, to: Siblings): Map<string, ConfigNode> | undefined {
  const index = indexes.get(from);
  if (!index) return undefined;
  indexes.delete(from);
  indexes.set(to, index);
  return index;
}

function place(siblings: Siblings, node: ConfigNode, order: SiblingOrder): number {
  const { spec } = node;
  const goesBefore = (other: ConfigNode): boolean => {
    if (other.spec.order !== spec.order) return spec.order < other.spec.order;
    return spec.sorted && order(node, other) < 0;
  };
  // Most come at the end; otherwise the first that the node goes before, found by halving.
  let high = siblings.length;
  let low = high > 0 && goesBefore(siblings[high - 1] as ConfigNode) ? 0 : high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (goesBefore(siblings[middle] as ConfigNode)) high = middle;
    else low = middle + 1;
  }
  return low;
}
