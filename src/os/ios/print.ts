// A configuration as `show running-config` prints it.
// Source: captures (show running-config) of IOS 15.2, 15.7 and IOS XE 16.4: closers, blank marks between address
// families, neighbors line by line in the order of their addresses, the count of bytes.

import { compareIp, parseIp } from '../../base/ip.ts';
import { byText } from '../../base/sorted-map.ts';
import type { ConfigNode, ConfigTree } from '../../config/tree.ts';
import { shownBanners } from './banner.ts';
import type { Item, Layout, Slot } from './layouts/layout.ts';
import { layoutFor } from './layouts.ts';

/** What ends a block besides the next line. */
const CLOSERS: readonly (readonly [string, string])[] = [
  ['address-family', 'exit-address-family'],
  ['service-family', 'exit-service-family'],
  ['af-interface', 'exit-af-interface'],
  ['sf-interface', 'exit-sf-interface'],
  // In the column of the block's own statements (configurations of IOS XE: `  exit-vrrp`).
  ['vrrp', ' exit-vrrp'],
];

/** Blocks whose statements stand in the same column as the line that opens them (configurations of 12.4 to 15.x). */
const FLAT = ['ip sla'];

/** Entries of access lists, named and numbered. */
const ENTRIES = ['<seq>', 'access-list'];

/** Statements of an interface that are printed group by group. */
const GROUPED = ['standby', 'vrrp', 'glbp'];

/** Blocks with ` !` before them. */
const MARKED = ['address-family', 'service-family', 'af-interface', 'sf-interface', 'topology', 'template'];

const begins = (node: ConfigNode, words: string): boolean => {
  const text = node.words.join(' ');
  return text === words || text.startsWith(`${words} `);
};

/** Lines of a statement and its block. A text of several lines (a banner) stays as it is. */
export function nodeLines(node: ConfigNode, layout: Layout, depth = 0, inside = depth + 1): readonly string[] {
  const indent = ' '.repeat(depth);
  const inner = ' '.repeat(inside);
  const flat = FLAT.includes(node.spec.name);
  const text = `${node.negated ? 'no ' : ''}${textOf(node)}`;
  const [first = '', ...more] = text.split('\n');
  const lines = [indent + first, ...more];
  for (const child of inOrder(node, layout)) {
    if (MARKED.some((words) => begins(child, words))) lines.push(`${inner}!`);
    lines.push(...nodeLines(child, layout, inside, flat ? inside : inside + 1));
    const closer = closerOf(child, node);
    if (closer !== undefined) lines.push(inner + closer);
  }
  return lines;
}

/** Entries of access lists have their addresses in one column: `deny   ip any any`. */
function textOf({ spec, words }: ConfigNode): string {
  const text = words.join(' ');
  if (!ENTRIES.includes(spec.name)) return text;
  return text.replace(/^((?:access-list )?(?:\d+ )?)deny /, '$1deny   ');
}

function closerOf(node: ConfigNode, parent: ConfigNode): string | undefined {
  if (begins(node, 'topology')) return begins(parent, 'service-family') ? 'exit-sf-topology' : 'exit-af-topology';
  return node.spec.container ? CLOSERS.find(([words]) => begins(node, words))?.[1] : undefined;
}

/** The block's statements as they are printed: neighbors together, a port's options as its release has them. */
function inOrder(node: ConfigNode, layout: Layout): readonly ConfigNode[] {
  if (node.children.some(({ spec }) => spec.name.startsWith('neighbor '))) return withNeighbors(node.children);
  if (node.spec.name !== 'interface') return node.children;
  const children = GROUPED.reduce(byGroup, node.children);
  return layout.portOrder.length > 0 ? reordered(children, layout.portOrder) : children;
}

/** Statements of one redundancy protocol: what has no group, then group by group. */
function byGroup(children: readonly ConfigNode[], family: string): readonly ConfigNode[] {
  const at = children.findIndex(({ words }) => words[0] === family);
  if (at < 0) return children;
  const isMine = ({ words }: ConfigNode): boolean => words[0] === family;
  const group = ({ args }: ConfigNode): number => Number(args['group'] ?? -1);
  const sorted = children.filter(isMine).sort((a, b) => group(a) - group(b));
  return [...children.slice(0, at), ...sorted, ...children.slice(at).filter((node) => !isMine(node))];
}

/** All lines about one neighbor follow each other: groups by name, then addresses by value. */
function withNeighbors(children: readonly ConfigNode[]): readonly ConfigNode[] {
  const isNeighbor = ({ spec }: ConfigNode): boolean => spec.name.startsWith('neighbor ');
  const at = children.findIndex(isNeighbor);
  const sorted = children
    .filter(isNeighbor)
    .map((node, i) => ({ node, i, name: node.args['neighbor'] ?? '' }))
    .sort((a, b) => compareNeighbors(a.name, b.name) || a.i - b.i)
    .map(({ node }) => node);
  return [...children.slice(0, at), ...sorted, ...children.slice(at).filter((node) => !isNeighbor(node))];
}

function compareNeighbors(a: string, b: string): number {
  const [left, right] = [parseIp(a), parseIp(b)];
  if (left !== undefined && right !== undefined) return compareIp(left, right);
  if ((left === undefined) !== (right === undefined)) return left === undefined ? -1 : 1;
  return byText(a, b);
}

/** The statements that the list names change places among themselves. */
function reordered(children: readonly ConfigNode[], order: readonly string[]): readonly ConfigNode[] {
  const rank = (node: ConfigNode): number => order.findIndex((words) => begins(node, words));
  const moved = children.filter((node) => rank(node) >= 0).sort((a, b) => rank(a) - rank(b));
  return children.map((node) => (rank(node) >= 0 ? (moved.shift() ?? node) : node));
}

/** Which slot each statement goes to: the one that names most of its words. */
function placed(tree: ConfigTree, slots: readonly Slot[]): ReadonlyMap<Slot, readonly ConfigNode[]> {
  const found = new Map<Slot, ConfigNode[]>();
  const rest = slots.find((slot) => slot.others);
  for (const node of tree.children) {
    let best: Slot | undefined = rest;
    let most = 0;
    for (const slot of slots) {
      for (const words of slot.of) {
        const length = words.split(' ').length;
        if (length > most && begins(node, words)) [best, most] = [slot, length];
      }
    }
    if (best) found.set(best, [...(found.get(best) ?? []), node]);
  }
  return found;
}

function slotLines(slot: Slot, nodes: readonly ConfigNode[], layout: Layout): readonly string[] {
  if (nodes.length === 0) return [];
  const lines: string[] = [...slot.before];
  for (const [i, node] of nodes.entries()) {
    const { group } = slot;
    const last = nodes[i - 1];
    const parted =
      group && last && last.words.slice(0, group.words).join(' ') !== node.words.slice(0, group.words).join(' ');
    if (parted) lines.push(...group.between);
    lines.push(...nodeLines(node, layout), ...slot.each);
  }
  return [...lines, ...slot.after];
}

const isSlot = (item: Item): item is Slot => typeof item !== 'string';

/** `no ip prefix-list sequence-number`: entries without their numbers ("ip prefix-list sequence-number"). */
function withoutNumbers(tree: ConfigTree): ConfigTree {
  const told = !tree.children.some(({ spec, negated }) => negated && spec.name === 'ip prefix-list sequence-number');
  if (told) return tree;
  const bare = (node: ConfigNode): ConfigNode =>
    node.spec.name === 'ip prefix-list seq' ? { ...node, words: node.words.toSpliced(3, 2) } : node;
  return { ...tree, children: tree.children.map(bare) };
}

/** From `version` to `end`. */
export function bodyLines(tree: ConfigTree): readonly string[] {
  const layout = layoutFor(tree);
  const nodes = placed(withoutNumbers(tree), layout.items.filter(isSlot));
  return layout.items.flatMap((item) => (isSlot(item) ? slotLines(item, nodes.get(item) ?? [], layout) : [item]));
}

/** As a terminal shows them. */
export const shown = (lines: readonly string[]): readonly string[] => shownBanners(lines.join('\n')).split('\n');

/**
 * The number in `Current configuration : … bytes`: every line with one line end, from the first `!` to `end`, and one
 * more (checked against 42 captures; of a banner's delimiter only one byte counts).
 */
export const byteCount = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + line.length + 1, 0) + 1;
