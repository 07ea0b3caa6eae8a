// Edits: a tree and a path to a tree. Nothing is changed in place; what an edit does not touch is shared.

import { err, ok, type Result } from '../base/result.ts';
import { isMeantBy, isWhole, same } from './identity.ts';
import { inserted, positionOf, replaced, type SiblingOrder, type Siblings, without } from './siblings.ts';
import type { ConfigNode, ConfigTree, Statement } from './tree.ts';

/** The way to a statement: from one of the tree's own statements down. */
export type Chain = readonly Statement[];

export interface PutOptions {
  /** IOS: the negation is kept (`no ip http server`). */
  readonly negated?: boolean;
  /** IOS: kept although it is on by default (another release prints it). */
  readonly kept?: boolean;
  /** How statements of a `@sorted` sentence compare. Default: key by key, numbers by value. `as-typed`: the statement
   * comes behind all others, whatever its sentence (criteria of an IOS class map). */
  readonly order?: SiblingOrder | 'as-typed';
}

export interface Removal {
  readonly tree: ConfigTree;
  /** What was there; empty: nothing was, and the tree is the same. */
  readonly removed: readonly ConfigNode[];
}

export type EditError =
  /** Nothing stands where the path leads. */
  | { readonly kind: 'missing' }
  /** Something stands where a statement was to go. */
  | { readonly kind: 'exists' }
  /** There is no statement to put it before or behind. */
  | { readonly kind: 'no-anchor' }
  /** Only statements of one sentence have an order among themselves. */
  | { readonly kind: 'not-ordered' };

/** Makes a tree of the same kind with other statements; the same one when they are the same. */
const withChildren = <T extends ConfigTree>(parent: T, children: Siblings): T =>
  children === parent.children ? parent : { ...parent, children };

function newNode(statement: Statement): ConfigNode {
  const { spec, words, args } = statement;
  return {
    spec,
    words,
    args,
    children: [],
    negated: false,
    inactive: false,
    protected: false,
    annotation: undefined,
  };
}

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((word, i) => word === b[i]));

/**
 * The statement at the end of the path is in force; what the path leads through is made where it is missing. A
 * statement of the same identity takes the new words and keeps its block, its marks and its place. A sentence that is
 * on by default (`= on`) keeps only its negation: putting it takes that away.
 */
export function put(tree: ConfigTree, chain: Chain, options: PutOptions = {}): ConfigTree {
  const [statement, ...deeper] = chain;
  if (!statement) return tree;
  if (statement.spec.excludes !== undefined) {
    const left = withoutOtherCases(tree, statement);
    if (left !== tree) return put(left, chain, options);
  }
  const at = positionOf(tree.children, statement);
  const old = tree.children[at];
  if (deeper.length > 0) {
    const node = old ?? newNode(statement);
    const { children } = put(node, deeper, options);
    if (old?.children === children) return tree;
    const grown = { ...node, children };
    return withChildren(tree, old ? replaced(tree.children, at, grown) : inserted(tree.children, grown, options.order));
  }
  const { negated = false, kept = false } = options;
  if (statement.spec.defaultOn && !negated && !kept) return old ? withChildren(tree, without(tree.children, at)) : tree;
  if (!old) return withChildren(tree, inserted(tree.children, { ...newNode(statement), negated }, options.order));
  if (old.negated === negated && sameWords(old.words, statement.words)) return tree;
  const { words, args } = statement;
  return withChildren(tree, replaced(tree.children, at, { ...old, words, args, negated }));
}

/** The statement at the end of the path is in force and holds exactly these. */
export function graft(tree: ConfigTree, chain: Chain, children: Siblings, options: PutOptions = {}): ConfigTree {
  const made = put(tree, chain, options);
  const grafted = change(made, chain, (node) => withChildren(node, children));
  return grafted.ok ? grafted.value : made;
}

/** Without the statements that cannot stand beside this one. */
function withoutOtherCases<T extends ConfigTree>(tree: T, { spec }: Statement): T {
  let { children } = tree;
  for (const node of tree.children) {
    const { excludes } = node.spec;
    if (excludes !== undefined && excludes !== spec.excludes) children = without(children, children.indexOf(node));
  }
  return withChildren(tree, children);
}

export interface RemoveOptions {
  /** Values that do not identify must agree as well (Junos: `delete … description x` finds no other description). */
  readonly exact?: boolean;
  /** Statements on the way that have become empty and go too. Default: none. */
  readonly prune?: (node: ConfigNode) => boolean;
}

/**
 * Takes away the statement at the end of the path with all that is below it. Where the path ends in the middle of a
 * sentence, all statements that begin so.
 */
export function remove(tree: ConfigTree, chain: Chain, options: RemoveOptions = {}): Removal {
  const [statement, ...deeper] = chain;
  if (!statement) return { tree, removed: [] };
  if (deeper.length === 0) {
    const found = matching(tree.children, statement);
    const removed = options.exact
      ? found.filter((node) => !isWhole(statement) || sameWords(node.words, statement.words))
      : found;
    if (removed.length === 0) return { tree, removed };
    let { children } = tree;
    for (const node of removed) children = without(children, children.indexOf(node));
    return { tree: { ...tree, children }, removed };
  }
  const at = positionOf(tree.children, statement);
  const node = tree.children[at];
  if (!node) return { tree, removed: [] };
  const inner = remove(node, deeper, options);
  if (inner.removed.length === 0) return { tree, removed: [] };
  const left: ConfigNode = { ...node, children: inner.tree.children };
  const children =
    left.children.length === 0 && options.prune?.(left)
      ? without(tree.children, at)
      : replaced(tree.children, at, left);
  return { tree: withChildren(tree, children), removed: inner.removed };
}

/** IOS `no`: a sentence that is on by default keeps its negation, any other is taken away. */
export function negate(tree: ConfigTree, chain: Chain, options: RemoveOptions & PutOptions = {}): Removal {
  const last = chain[chain.length - 1];
  if (!last?.spec.defaultOn) return remove(tree, chain, options);
  const negated = put(tree, chain, { ...options, negated: true });
  return { tree: negated, removed: [] };
}

function matching(siblings: Siblings, statement: Statement): readonly ConfigNode[] {
  if (!isWhole(statement)) return siblings.filter((node) => isMeantBy(node, statement));
  const node = siblings[positionOf(siblings, statement)];
  return node ? [node] : [];
}

/** The statement at the end of the path. */
export function find(tree: ConfigTree, chain: Chain): ConfigNode | undefined {
  return findAll(tree, chain)[0];
}

/** The statements at the end of the path: several where it ends in the middle of a sentence. */
export function findAll(tree: ConfigTree, chain: Chain): readonly ConfigNode[] {
  const [statement, ...deeper] = chain;
  if (!statement) return [];
  const found = matching(tree.children, statement);
  return deeper.length === 0 ? found : found.flatMap((node) => findAll(node, deeper));
}

/** Replaces each statement at the end of the path. */
function change(tree: ConfigTree, chain: Chain, how: (node: ConfigNode) => ConfigNode): Result<ConfigTree, EditError> {
  const [statement, ...deeper] = chain;
  const found = statement ? matching(tree.children, statement) : [];
  if (found.length === 0) return err({ kind: 'missing' });
  let children = tree.children;
  for (const node of found) {
    const at = children.indexOf(node);
    if (deeper.length === 0) children = replaced(children, at, how(node));
    else {
      const inner = change(node, deeper, how);
      if (!inner.ok) return inner;
      children = replaced(children, at, inner.value === node ? node : { ...node, children: inner.value.children });
    }
  }
  return ok(withChildren(tree, children));
}

/** Junos `deactivate` and `activate`. */
export function setInactive(tree: ConfigTree, chain: Chain, inactive: boolean): Result<ConfigTree, EditError> {
  return change(tree, chain, (node) => (node.inactive === inactive ? node : { ...node, inactive }));
}

/** Junos `protect` and `unprotect`. The edits do not look at it: a shell refuses before it edits. */
export function setProtected(tree: ConfigTree, chain: Chain, on: boolean): Result<ConfigTree, EditError> {
  return change(tree, chain, (node) => (node.protected === on ? node : { ...node, protected: on }));
}

/** Junos `annotate`: the comment above a statement; undefined takes it away. */
export function annotate(
  tree: ConfigTree,
  chain: Chain,
  annotation: string | undefined,
): Result<ConfigTree, EditError> {
  return change(tree, chain, (node) => (node.annotation === annotation ? node : { ...node, annotation }));
}

/** Changes the block that holds the last statement of the path. */
function inBlock(
  tree: ConfigTree,
  chain: Chain,
  how: (siblings: Siblings, at: number, node: ConfigNode) => Result<Siblings, EditError>,
): Result<ConfigTree, EditError> {
  const [statement, ...deeper] = chain;
  const at = statement ? positionOf(tree.children, statement) : -1;
  const node = tree.children[at];
  if (!node) return err({ kind: 'missing' });
  if (deeper.length === 0) {
    const changed = how(tree.children, at, node);
    return changed.ok ? ok(withChildren(tree, changed.value)) : changed;
  }
  const inner = inBlock(node, deeper, how);
  if (!inner.ok) return inner;
  if (inner.value === node) return ok(tree);
  return ok(withChildren(tree, replaced(tree.children, at, { ...node, children: inner.value.children })));
}

const renamed = (node: ConfigNode, to: Statement): ConfigNode => ({
  ...node,
  spec: to.spec,
  words: to.words,
  args: to.args,
});

/** Junos `rename A to B`: the block, the marks and the place stay; a `@sorted` statement goes where it now belongs. */
export function rename(
  tree: ConfigTree,
  chain: Chain,
  to: Statement,
  order?: SiblingOrder,
): Result<ConfigTree, EditError> {
  return inBlock(tree, chain, (siblings, at, node) => {
    const taken = positionOf(siblings, to);
    if (taken === at) return ok(sameWords(node.words, to.words) ? siblings : replaced(siblings, at, renamed(node, to)));
    if (taken >= 0) return err({ kind: 'exists' });
    if (to.spec.sorted || to.spec !== node.spec) return ok(inserted(without(siblings, at), renamed(node, to), order));
    return ok(siblings.with(at, renamed(node, to)));
  });
}

/** Junos `copy A to B`: both hold the same block. */
export function copy(
  tree: ConfigTree,
  chain: Chain,
  to: Statement,
  order?: SiblingOrder,
): Result<ConfigTree, EditError> {
  return inBlock(tree, chain, (siblings, _at, node) =>
    positionOf(siblings, to) >= 0 ? err({ kind: 'exists' }) : ok(inserted(siblings, renamed(node, to), order)),
  );
}

/** Junos `insert A before B`, `insert A after B`: the order among statements of one sentence. */
export function insert(
  tree: ConfigTree,
  chain: Chain,
  where: 'before' | 'after',
  anchor: Statement,
): Result<ConfigTree, EditError> {
  return inBlock(tree, chain, (siblings, at, node) => {
    const target = siblings[positionOf(siblings, anchor)];
    if (!target) return err({ kind: 'no-anchor' });
    if (target.spec.order !== node.spec.order || node.spec.sorted) return err({ kind: 'not-ordered' });
    if (same(target, node)) return ok(siblings);
    const rest = without(siblings, at);
    const to = rest.indexOf(target) + (where === 'after' ? 1 : 0);
    return ok(to === at ? siblings : rest.toSpliced(to, 0, node));
  });
}
