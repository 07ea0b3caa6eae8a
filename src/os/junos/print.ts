// A tree in braces: `show configuration`.    Source: captures of Junos 17.4 to 25.4; CLI user guide, "View the
// configuration".

import type { ConfigNode } from '../../config/tree.ts';
import { type Entry, entriesOf, entryText, isLeafList, isList, isUnmarked, marksOf } from './statement-text.ts';

/** Blanks a level is moved to the right. */
const STEP = 4;

/** How a configuration is shown. */
export interface PrintStyle {
  /** Comment lines above a statement that was inherited, without their indentation; undefined: none. */
  readonly note?: (node: ConfigNode) => readonly string[] | undefined;
  /** Statements of which only the name is shown: what stands in place of the rest (`ACCESS-DENIED`). */
  readonly hide?: (node: ConfigNode) => string | undefined;
  /** False: a remark stands in place of every secret. */
  readonly secrets?: boolean;
}

/** Statements of one block, as lines. */
export function printBlock(nodes: readonly ConfigNode[], style: PrintStyle = {}, indent = 0): readonly string[] {
  return entriesOf(nodes).flatMap((entry) => printEntry(entry, style, indent));
}

/** One statement with what is in it, or one leaf list, as lines. */
export function printEntry(entry: Entry, style: PrintStyle = {}, indent = 0): readonly string[] {
  const [node] = entry;
  const blanks = ' '.repeat(indent);
  const hidden = style.hide?.(node);
  if (hidden !== undefined) return [`${blanks}${marksOf(node)}${hiddenText(entry, hidden)}`];
  const head = `${marksOf(node)}${shown(entry, style)}`;
  const above = [...(style.note?.(node) ?? []), ...annotation(node)].map((line) => blanks + line);
  const only = onlyLine(node);
  const flat = flatText(node, style);
  if (node.children.length === 0) return [...above, `${blanks}${head};${secret(node)}`];
  if (flat !== undefined) return [...above, `${blanks}${head} ${flat};${secret(node)}`];
  if (only) return [...above, `${blanks}${head} ${marksOf(only[0])}${shown(only, style)};${secret(only[0])}`];
  return [...above, `${blanks}${head} {`, ...printBlock(node.children, style, indent + STEP), `${blanks}}`];
}

// Capture: what somebody may not see (`system { /* ACCESS-DENIED */ };`); what is left out says OMITTED.
const hiddenText = (entry: Entry, why: string): string =>
  entry[0].spec.container ? `${entryText(entry)} { /* ${why} */ };` : `${entry[0].words[0] ?? ''} /* ${why} */;`;

/** A secret that is not for everybody's eyes has a remark in its place. */
function shown(entry: Entry, { secrets = true }: PrintStyle): string {
  const [node] = entry;
  if (secrets || !node.spec.secret) return entryText(entry);
  return [...node.words.slice(0, -1), '/* SECRET-DATA */'].join(' ');
}

const secret = (node: ConfigNode): string => (holdsSecret(node) ? ' ## SECRET-DATA' : '');

const holdsSecret = (node: ConfigNode): boolean => node.spec.secret || node.children.some(holdsSecret);

/**
 * Everything in a flat container, as it stands on its line; undefined when it does not fit there: marks and comments need
 * lines of their own.
 */
function flatText(node: ConfigNode, style: PrintStyle): string | undefined {
  if (!node.spec.flat || node.children.length === 0) return undefined;
  const texts: string[] = [];
  for (const entry of entriesOf(node.children)) {
    const [first] = entry;
    if (!entry.every(isUnmarked) || style.hide?.(first) !== undefined) return undefined;
    const inner = first.children.length === 0 ? '' : flatText(first, style);
    if (inner === undefined) return undefined;
    texts.push(inner === '' ? shown(entry, style) : `${shown(entry, style)} ${inner}`);
  }
  return texts.join(' ');
}

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

const isPlainLeaf = (node: ConfigNode): boolean => node.children.length === 0 && isUnmarked(node);

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
