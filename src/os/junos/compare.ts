// What is different between two configurations, as `show | compare` tells it: a header for each level, `+`, `-`, `!`, and
// the neighbour behind which something new stands.
// Source: captures of `show | compare` on SRX 12.1, vMX 21.4, vJunos 25.4 (levels indent by one, lists and containers by one
// more; leaf statements and containers that follow each other share a header, lists have their own).

import { type Chain, findAll } from '../../config/edit.ts';
import { identityOf } from '../../config/identity.ts';
import type { ConfigNode, ConfigTree } from '../../config/tree.ts';
import { isOneLine, printEntry } from './print.ts';
import { type Entry, entriesOf, entryText, isLeafList, isList, marksOf } from './statement-text.ts';

/** The lines of `show | compare`; none when nothing differs. */
export function compareLines(before: ConfigTree, after: ConfigTree): readonly string[] {
  const report = new Report();
  compareLevel({ words: [], depth: 0 }, before.children, after.children, report);
  return report.lines;
}

/** The same, of what lies at the end of a path or below it. */
export const compareAt = (before: ConfigTree, after: ConfigTree, chain: Chain): readonly string[] =>
  compareLines(along(before, chain), along(after, chain));

/** The tree with nothing beside the path. */
export function along<T extends ConfigTree>(tree: T, chain: Chain): T {
  const [statement, ...deeper] = chain;
  if (!statement) return tree;
  const found = findAll(tree, [statement]).map((node) => along(node, deeper));
  return { ...tree, children: found };
}

/** A level of the hierarchy. */
interface Level {
  readonly words: readonly string[];
  /** Elements from the root to here; `family inet` is two. */
  readonly depth: number;
}

const below = (level: Level, node: ConfigNode): Level => {
  const literals = node.spec.path.filter((step) => step.kind === 'word').length;
  return {
    words: [...level.words, ...node.words],
    depth: level.depth + (isList(node.spec) ? 1 : Math.max(1, literals)),
  };
};

class Report {
  readonly lines: string[] = [];
  /** What the last header was about. */
  #shown = '';
  #indent = 0;

  /** A changed statement under the header of its level. `kind` tells which statements share one. */
  tell(level: Level, node: ConfigNode, sign: string, lines: readonly string[], toggled = false): void {
    const kind = isList(node.spec) && !isLeafList(node.spec) ? `${node.spec.at.file}:${node.spec.at.line}` : 'plain';
    const place = `${level.words.join(' ')}\0${kind}`;
    if (place !== this.#shown || toggled) {
      this.lines.push(`[edit${level.words.map((word) => ` ${word}`).join('')}]`);
      this.#indent = level.depth + (node.spec.container ? 2 : 1) + (toggled ? 1 : 0);
      this.#shown = toggled ? '' : place;
    }
    for (const line of lines) this.lines.push(`${sign}${' '.repeat(this.#indent)}${line}`);
  }
}

function compareLevel(level: Level, before: readonly ConfigNode[], after: readonly ConfigNode[], report: Report): void {
  if (before === after) return;
  for (const group of groups(before, after)) {
    if (isLeafList(group.node.spec)) compareLeafList(level, group, report);
    else if (isList(group.node.spec)) compareList(level, group, report);
    else compareOne(level, group.before[0], group.after[0], report);
  }
}

/** The statements of one sentence, before and after. */
interface Group {
  readonly node: ConfigNode;
  readonly before: readonly ConfigNode[];
  readonly after: readonly ConfigNode[];
}

/** By sentence, in canonical order. */
function groups(before: readonly ConfigNode[], after: readonly ConfigNode[]): readonly Group[] {
  const byOrder = new Map<number, { node: ConfigNode; before: ConfigNode[]; after: ConfigNode[] }>();
  const of = (node: ConfigNode) => {
    const known = byOrder.get(node.spec.order) ?? { node, before: [], after: [] };
    byOrder.set(node.spec.order, known);
    return known;
  };
  for (const node of before) of(node).before.push(node);
  for (const node of after) of(node).after.push(node);
  return [...byOrder].sort(([a], [b]) => a - b).map(([, group]) => group);
}

const sameMarks = (a: ConfigNode, b: ConfigNode): boolean => a.inactive === b.inactive && a.protected === b.protected;
const sameWords = (a: ConfigNode, b: ConfigNode): boolean => a.words.join('\0') === b.words.join('\0');

/** The same statement before and after, or one of them missing. */
function compareOne(level: Level, before: ConfigNode | undefined, after: ConfigNode | undefined, report: Report): void {
  if (before === after) return;
  if (!before || !after) {
    const node = (after ?? before) as ConfigNode;
    report.tell(level, node, after ? '+' : '-', printEntry([node]));
    return;
  }
  const lineByLine = isOneLine(before) && isOneLine(after);
  const [old, now] = [printEntry([before]), printEntry([after])];
  if (lineByLine && !sameMarks(before, after) && !sameWords(before, after)) {
    report.tell(level, before, '-', old);
    report.tell(level, after, '+', now);
    return;
  }
  if (!sameMarks(before, after)) {
    const active = before.inactive && !after.inactive ? 'active: ' : '';
    report.tell(level, after, '!', [`${active}${marksOf(after)}${shortText(after)}`], true);
  }
  if (!lineByLine && sameWords(before, after)) {
    compareLevel(below(level, after), before.children, after.children, report);
  } else if (sameMarks(before, after) && old.join('\n') !== now.join('\n')) {
    report.tell(level, before, '-', old);
    report.tell(level, after, '+', now);
  }
}

function compareLeafList(level: Level, { before, after }: Group, report: Report): void {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const text = (entries: readonly Entry[]): string => entries.map(entryText).join('\n');
  if (text(old) === text(now) && before.every((node, i) => sameMarks(node, after[i] as ConfigNode))) return;
  for (const entry of old) report.tell(level, entry[0], '-', printEntry(entry));
  for (const entry of now) report.tell(level, entry[0], '+', printEntry(entry));
}

/** Statements that stand beside each other: new and moved ones in their order, then those that are gone. */
function compareList(level: Level, { node, before, after }: Group, report: Report): void {
  const old = new Map(before.map((one) => [identityOf(one), one]));
  const now = new Set(after.map(identityOf));
  /** Those of before that have not been met yet, in their order. */
  const waiting = before.filter((one) => now.has(identityOf(one)));
  let previous: ConfigNode | undefined;
  let previousShown = false;
  for (const one of after) {
    const was = old.get(identityOf(one));
    const moved = was !== undefined && waiting[0] !== was;
    if (was) waiting.splice(waiting.indexOf(was), 1);
    const told = !was || moved;
    // Where the order is the owner's, it is said behind whom.
    if (told && previous && !previousShown && !node.spec.sorted) {
      report.tell(level, one, ' ', [`${marksOf(previous)}${shortText(previous)}`]);
    }
    if (!was) report.tell(level, one, '+', printEntry([one]));
    else if (moved) report.tell(level, one, '!', [shortText(one)]);
    const shown = report.lines.length;
    if (was) compareOne(level, was, one, report);
    previous = one;
    // What was told of its contents stands between it and the next.
    previousShown = told && report.lines.length === shown;
  }
  for (const one of before) {
    if (!now.has(identityOf(one))) report.tell(level, one, '-', printEntry([one]));
  }
}

/** A statement without its contents. */
const shortText = (node: ConfigNode): string =>
  node.spec.container ? `${entryText([node])} { ... }` : `${entryText([node])};`;
