// Reading statements out of a configuration tree by the words they begin with.

import type { ConfigNode, ConfigTree } from '../../config/tree.ts';

/** Statements in force below a node (or at the top) that begin with these words, in their order. */
export function statements(of: ConfigNode | ConfigTree, beginning: string): readonly ConfigNode[] {
  const wanted = beginning.split(' ');
  return of.children.filter((node) => !node.negated && wanted.every((word, i) => node.words[i] === word));
}

/** The first of them. */
export const statement = (of: ConfigNode | ConfigTree, beginning: string): ConfigNode | undefined =>
  statements(of, beginning)[0];

/** What follows the beginning: `ip host R1 10.0.0.1` after `ip host` is `['R1', '10.0.0.1']`. */
export function after(node: ConfigNode, beginning: string): readonly string[] {
  return node.words.slice(beginning.split(' ').length);
}

/** True when the statement was negated (`no ip domain lookup`). */
export function refused(of: ConfigNode | ConfigTree, beginning: string): boolean {
  const wanted = beginning.split(' ');
  return of.children.some((node) => node.negated && wanted.every((word, i) => node.words[i] === word));
}
