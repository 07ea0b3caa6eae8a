// `replace pattern A with B [upto N]`: names and values below a level, by a regular expression.    Source: "Using Global
// Replace in a Junos OS Configuration" (CLI user guide): `&` stands for what was
// matched; capture of an MX
// (a target that exists already).

import { compileRegex, type Regex } from '../../../base/regex.ts';
import { err, ok, type Result } from '../../../base/result.ts';
import { type Chain, findAll } from '../../../config/edit.ts';
import { identityOf } from '../../../config/identity.ts';
import { inserted } from '../../../config/siblings.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import { align } from '../../../language/align.ts';
import { findPath, type Schema, tokensOf } from '../schema.ts';
import { siblingOrder } from '../sibling-order.ts';
import { quoted } from '../statement-text.ts';
import type { Session } from './session.ts';

/** What is to be replaced. */
export interface Replacement {
  readonly pattern: string;
  readonly by: string;
  /** So many times at most. */
  readonly upto: number | undefined;
}

/** Gives what is printed. */
export function replacePattern(session: Session, schema: Schema, wanted: Replacement): readonly string[] {
  const finder = finderOf(wanted.pattern);
  if (!finder) return [`error: invalid regular expression: ${wanted.pattern}`];
  const replacer = new Replacer(schema, finder, wanted);
  const made = within(session.candidate, session.level, (nodes) => replacer.block(nodes, session.level));
  if (!made.ok) return made.error;
  session.candidate = made.value;
  return [];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a pattern matches first, and as long as it can. */
type Finder = (text: string) => Place | undefined;

function finderOf(pattern: string): Finder | undefined {
  const [fromStart, toEnd] = [pattern.startsWith('^'), /(?:^|[^\\])\$$/.test(pattern)];
  const inner = pattern.slice(fromStart ? 1 : 0, toEnd ? -1 : undefined);
  const regex = compileRegex(`^(${inner})$`, { intervals: true });
  return regex.ok ? (text) => longest(regex.value, text, fromStart, toEnd) : undefined;
}

function longest(regex: Regex, text: string, fromStart: boolean, toEnd: boolean): Place | undefined {
  for (let start = 0; start < (fromStart ? 1 : text.length); start++) {
    for (let end = text.length; end > (toEnd ? text.length - 1 : start); end--) {
      if (regex.test(text.slice(start, end))) return { start, end };
    }
  }
  return undefined;
}

type Changed<T> = Result<T, readonly string[]>;

/** The tree with another block at the end of a path. */
function within(
  tree: ConfigTree,
  path: Chain,
  change: (nodes: readonly ConfigNode[]) => Changed<readonly ConfigNode[]>,
): Changed<ConfigTree> {
  const [first, ...deeper] = path;
  if (!first) {
    const children = change(tree.children);
    return children.ok ? ok({ ...tree, children: children.value }) : children;
  }
  const [node] = findAll(tree, [first]);
  if (!node) return ok(tree);
  const inner = within(node, deeper, change);
  if (!inner.ok) return inner;
  return ok({ ...tree, children: tree.children.with(tree.children.indexOf(node), { ...node, ...inner.value }) });
}

class Replacer {
  readonly #schema: Schema;
  readonly #find: Finder;
  readonly #by: string;
  #left: number;

  constructor(schema: Schema, find: Finder, { by, upto }: Replacement) {
    this.#schema = schema;
    this.#find = find;
    this.#by = by;
    this.#left = upto ?? Number.POSITIVE_INFINITY;
  }

  /** A block; the same one when nothing in it fits. */
  block(nodes: readonly ConfigNode[], level: Chain): Changed<readonly ConfigNode[]> {
    let made: readonly ConfigNode[] = nodes;
    for (const node of nodes) {
      const one = this.#statement(node, level);
      if (!one.ok) return one;
      if (one.value === node) continue;
      const at = made.indexOf(node);
      const same = identityOf(one.value) === identityOf(node);
      const rest = made.filter((other) => other !== node);
      if (!same && rest.some((other) => identityOf(other) === identityOf(one.value))) {
        return err(taken(node, one.value, level));
      }
      made = same || !node.spec.sorted ? made.with(at, one.value) : inserted(rest, one.value, siblingOrder);
    }
    return ok(made);
  }

  #statement(node: ConfigNode, level: Chain): Changed<ConfigNode> {
    const words = this.#words(node);
    let made = node;
    if (words !== node.words) {
      const found = findPath(this.#schema, level, tokensOf(words.map(quoted).join(' ')), 'anywhere');
      const last = found.ok ? found.value[0]?.at(-1) : undefined;
      if (last?.spec !== node.spec) return err(unread(node, words, level));
      made = { ...node, words: last.words, args: last.args };
    }
    const children = this.block(node.children, [...level, made]);
    if (!children.ok) return children;
    return ok(children.value === node.children ? made : { ...made, children: children.value });
  }

  /** The values of a statement; its keywords stay. */
  #words(node: ConfigNode): readonly string[] {
    const aligned = align(node);
    if (!aligned) return node.words;
    const words = aligned.map(({ word, step }) => (step.kind === 'arg' ? this.#replaced(word) : word));
    return words.every((word, i) => word === node.words[i]) ? node.words : words;
  }

  #replaced(word: string): string {
    let text = '';
    let rest = word;
    while (this.#left > 0 && rest !== '') {
      const found = this.#find(rest);
      if (!found) break;
      this.#left--;
      const matched = rest.slice(found.start, found.end);
      text += rest.slice(0, found.start) + this.#by.replace(/\\&|&/g, (sign) => (sign === '&' ? matched : '&'));
      rest = rest.slice(found.end);
    }
    return text + rest;
  }
}

const levelText = (level: Chain): string =>
  `[edit${level
    .flatMap(({ words }) => words)
    .map((word) => ` ${word}`)
    .join('')}]`;

/** Capture: `replace pattern ge-10/3/5 with ge-10/0/6` where both stood. */
function taken(node: ConfigNode, target: ConfigNode, level: Chain): readonly string[] {
  const [from, to] = [node.words.join(' '), target.words.join(' ')];
  return [
    `error: target statement '${to}' already exists`,
    levelText(level),
    `  '${from}'`,
    `    could not rename to '${to}'`,
  ];
}

const unread = (node: ConfigNode, words: readonly string[], level: Chain): readonly string[] => [
  `error: invalid value '${words.join(' ')}'`,
  levelText(level),
  `  '${node.words.join(' ')}'`,
  `    could not rename to '${words.join(' ')}'`,
];
