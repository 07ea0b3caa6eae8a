// `show configuration` and `show`: the part of a tree that was asked for, in braces or as its pipes want it.
// Source: CLI user guide, "show | display set", "display inheritance"; headers: captures of Junos 21.4 to 25.4.

import { type Chain, findAll } from '../../../config/edit.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { Box } from '../../os.ts';
import { compareAt } from '../compare.ts';
import { displaySet } from '../display-set.ts';
import { expandGroups } from '../groups.ts';
import { printBlock, printFound } from '../print.ts';
import type { Schema } from '../schema.ts';
import { quoted } from '../statement-text.ts';
import type { ConfigDisplay } from './pipes.ts';

/** What of a configuration is wanted. */
export interface Wanted {
  readonly box: Box;
  readonly schema: Schema;
  readonly tree: ConfigTree;
  /** Paths from the root; one that is empty is everything. */
  readonly chains: readonly Chain[];
  /** The path leads to where somebody stands: its contents are shown, not the statement. */
  readonly inside: boolean;
  readonly displays: readonly ConfigDisplay[];
  /** Above a whole configuration. */
  readonly header: readonly string[];
}

/** The lines. */
export function shownConfiguration(wanted: Wanted): readonly string[] {
  const { box, schema, displays, chains } = wanted;
  const compared = displays.find((display) => display.kind === 'compare');
  if (compared) {
    const old = box.store.commits[compared.rollback ?? 0]?.tree;
    if (old === undefined) return [NO_ROLLBACK];
    return chains.flatMap((chain) => compareAt(old, wanted.tree, chain));
  }
  const inheritance = displays.find((display) => display.kind === 'inheritance');
  const expanded = inheritance && expandGroups(wanted.tree, schema.specs);
  const tree = expanded?.tree ?? wanted.tree;
  const set = displays.find((display) => display.kind === 'set');
  if (set) return chains.flatMap((chain) => setLines(tree, chain, set.relative));
  const note = inheritance?.comments
    ? (node: ConfigNode) => inheritedFrom(node, expanded?.origins.get(node))
    : () => undefined;
  const whole = chains.length === 1 && chains[0]?.length === 0;
  if (whole) return [...wanted.header, ...printBlock(tree.children, { note })];
  const found = chains.flatMap((chain) => findAll(tree, chain));
  return wanted.inside ? found.flatMap((node) => printBlock(node.children, { note })) : printFound(found, { note });
}

export const NO_ROLLBACK = 'error: rollback file does not exist';

function setLines(tree: ConfigTree, chain: Chain, relative: boolean): readonly string[] {
  if (chain.length === 0) return displaySet(tree.children);
  const above = chain.slice(0, -1).flatMap(({ words }) => words.map(quoted));
  return findAll(tree, chain).flatMap((node) => {
    if (!relative) return displaySet([node], above.join(' '));
    return displaySet(node.children.length > 0 ? node.children : [node]);
  });
}

/** The comment above an inherited statement. */
function inheritedFrom(node: ConfigNode, group: string | undefined): readonly string[] | undefined {
  if (group === undefined) return undefined;
  return ['##', `## '${node.words.at(-1) ?? ''}' was inherited from group '${group}'`, '##'];
}
