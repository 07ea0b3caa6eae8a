// What is different between two trees: statements added, removed, changed, moved, each with the way to it.

import { identityOf } from './identity.ts';
import type { ConfigNode, ConfigTree } from './tree.ts';

export type Change =
  | { readonly kind: 'added'; readonly path: readonly ConfigNode[]; readonly node: ConfigNode }
  | { readonly kind: 'removed'; readonly path: readonly ConfigNode[]; readonly node: ConfigNode }
  /** Same identity, other words or marks (`inactive:`, `protect:`, a comment, `no`). Its block is told for itself. */
  | {
      readonly kind: 'changed';
      readonly path: readonly ConfigNode[];
      readonly before: ConfigNode;
      readonly node: ConfigNode;
    }
  /** Its order among the statements of its sentence is another; it now stands behind `behind` (undefined: first). */
  | {
      readonly kind: 'moved';
      readonly path: readonly ConfigNode[];
      readonly node: ConfigNode;
      readonly behind: ConfigNode | undefined;
    };

/**
 * The changes that make `after` of `before`, in the order of `after`; what is gone is told where it stood. `path` holds
 * the nodes above, as they are now. Blocks that both trees share are not looked into, so equal trees cost nothing.
 */
export function diff(before: ConfigTree, after: ConfigTree): readonly Change[] {
  const changes: Change[] = [];
  compare(before.children, after.children, [], changes);
  return changes;
}

function compare(
  before: readonly ConfigNode[],
  after: readonly ConfigNode[],
  path: readonly ConfigNode[],
  changes: Change[],
): void {
  if (before === after) return;
  const old = new Map(before.map((node) => [identityOf(node), node]));
  const now = new Set(after.map(identityOf));
  const moved = movedAmong(
    before.filter((node) => now.has(identityOf(node))),
    after.filter((node) => old.has(identityOf(node))),
  );
  let at = 0;
  const tellGone = (until: string | undefined): void => {
    for (let node = before[at]; node; node = before[++at]) {
      const identity = identityOf(node);
      if (identity === until) return;
      if (!now.has(identity)) changes.push({ kind: 'removed', path, node });
    }
  };
  for (const [i, node] of after.entries()) {
    const identity = identityOf(node);
    const was = old.get(identity);
    if (was && !moved.has(identity)) {
      tellGone(identity);
      at++;
    }
    if (!was) changes.push({ kind: 'added', path, node });
    else {
      if (moved.has(identity)) changes.push({ kind: 'moved', path, node, behind: neighbour(after, i) });
      if (was !== node) {
        if (!sameMarks(was, node)) changes.push({ kind: 'changed', path, before: was, node });
        compare(was.children, node.children, [...path, node], changes);
      }
    }
  }
  tellGone(undefined);
}

/** The statement of the same sentence before this one. */
function neighbour(nodes: readonly ConfigNode[], at: number): ConfigNode | undefined {
  const previous = nodes[at - 1];
  return previous && previous.spec.order === nodes[at]?.spec.order ? previous : undefined;
}

function sameMarks(a: ConfigNode, b: ConfigNode): boolean {
  return (
    a.negated === b.negated &&
    a.inactive === b.inactive &&
    a.protected === b.protected &&
    a.annotation === b.annotation &&
    a.words.length === b.words.length &&
    a.words.every((word, i) => word === b.words[i])
  );
}

/** Of two orders of the same statements: the fewest that must be taken out so that the others keep their order. */
function movedAmong(before: readonly ConfigNode[], after: readonly ConfigNode[]): ReadonlySet<string> {
  const rank = new Map(before.map((node, i) => [identityOf(node), i]));
  const ranks = after.map((node) => rank.get(identityOf(node)) ?? 0);
  const kept = longestRise(ranks);
  return new Set(after.filter((_, i) => !kept.has(i)).map(identityOf));
}

/** Positions of a longest rising run of distinct numbers (patience sorting). */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  // ends[k]: position of the smallest number that ends a rising run of k + 1.
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [i, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    previous[i] = ends[low - 1];
    ends[low] = i;
  }
  const kept = new Set<number>();
  for (let i = ends[ends.length - 1]; i !== undefined; i = previous[i]) kept.add(i);
  return kept;
}
