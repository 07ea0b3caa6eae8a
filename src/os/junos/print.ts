// A tree in braces: `show configuration`.    Source: captures of Junos 17.4 to 25.4; CLI user guide, "View the
// configuration".

import type { ConfigNode } from '../../config/tree.ts';
import { type Entry, entriesOf, entryText, isLeafList, isList, marksOf } from './statement-text.ts';

/** Blanks a level is moved to the right. */
const STEP = 4;

/** How a configuration is shown. */
export interface PrintStyle {
  /** Comment lines above a statement that was inherited, without their indentation; undefined: none. */
  readonly note?: (node: ConfigNode) => readonly string[] | undefined;
}

/** Statements of one block, as lines. */
export function printBlock(nodes: readonly ConfigNode[], style: PrintStyle = {}, indent = 0): readonly string[] {
  return entriesOf(nodes).flatMap((entry) => printEntry(entry, style, indent));
}

/** One statement with what is in it, or one leaf list, as lines. */
export function printEntry(entry: Entry, style: PrintStyle = {}, indent = 0): readonly string[] {
  const [node] = entry;
  const blanks = ' '.repeat(indent);
  const head = `${marksOf(node)}${entryText(entry)}`;
  const above = [...(style.note?.(node) ?? []), ...annotation(node)].map((line) => blanks + line);
  const only = onlyLine(node);
  if (node.children.length === 0) return [...above, `${blanks}${head};${secret(node)}`];
  if (only) return [...above, `${blanks}${head} ${marksOf(only[0])}${entryText(only)};${secret(only[0])}`];
  return [...above, `${blanks}${head} {`, ...printBlock(node.children, style, indent + STEP), `${blanks}}`];
}

const secret = (node: ConfigNode): string => (node.spec.secret ? ' ## SECRET-DATA' : '');

/**
 * What a one-line container holds when it can be printed on its own line: a leaf or a leaf list. Behind `then` only what
 * decides (captures: `then accept;`, but braces around `next-hop self;` and `load-balance per-packet;`).
 */
function onlyLine(node: ConfigNode): Entry | undefined {
  if (!node.spec.oneLine) return undefined;
  const [entry, ...others] = entriesOf(node.children);
  if (!entry || others.length > 0 || !entry.every(isPlainLeaf)) return undefined;
  const [leaf] = entry;
  if (isList(leaf.spec) && !isLeafList(leaf.spec)) return undefined;
  const decides = leaf.words.length === 1 || leaf.words[0] === 'next';
  return node.spec.name !== 'then' || decides ? entry : undefined;
}

const isPlainLeaf = (node: ConfigNode): boolean =>
  node.children.length === 0 && !node.inactive && !node.protected && node.annotation === undefined;

/** The comment above a statement. */
function annotation({ annotation: text }: ConfigNode): readonly string[] {
  if (text === undefined) return [];
  return text.includes('\n') ? `/*${text}*/`.split('\n') : [`/* ${text} */`];
}

/** Is the whole statement one line? */
export const isOneLine = (node: ConfigNode): boolean => node.children.length === 0 || onlyLine(node) !== undefined;

/** The statements behind a path: one container is shown from inside, anything else as it stands. */
export function printFound(nodes: readonly ConfigNode[], style: PrintStyle = {}): readonly string[] {
  const [node] = nodes;
  if (node && nodes.length === 1 && node.children.length > 0) return printBlock(node.children, style);
  return printBlock(nodes, style);
}
