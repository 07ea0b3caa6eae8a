// policy-options prefix-list: its prefixes, those that apply-path takes out of the configuration among them.
// Source: Junos OS Routing Policies, "Configuring Prefix Lists", "apply-path" (a path of words and `<*>` patterns).

import { comparePrefix, type Prefix, parsePrefix } from '../../../base/prefix.ts';
import { compileRegex } from '../../../base/regex.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import { all, type Block, one } from './tree-reader.ts';

/** The prefixes of a list in order, each once; undefined when there is none of this name. */
export function prefixesNamed(tree: Block, name: string): readonly Prefix[] | undefined {
  const list = all(one(tree, 'policy-options'), 'prefix-list').find(({ args }) => args['list-name'] === name);
  if (!list) return undefined;
  const own = list.children.map(({ args }) => args['list-item'] ?? '');
  const applied = all(list, 'apply-path').flatMap(({ args }) => valuesAt(tree, pathOf(args['path'] ?? '')));
  const prefixes = new Set([...own, ...applied].flatMap((text) => parsePrefix(text) ?? []));
  return [...prefixes].filter(({ family }) => family === 4).sort(comparePrefix);
}

/** A logical system reads its own part of the configuration, which does not bear its name. */
function pathOf(path: string): readonly string[] {
  const words = path.split(/\s+/).filter((word) => word !== '');
  return words[0] === 'logical-systems' ? words.slice(2) : words;
}

/** The last words of every statement that the path leads to. */
function valuesAt(block: Block, path: readonly string[]): readonly string[] {
  return block.children.flatMap((node) => {
    const { words } = node;
    if (words.length > path.length || !words.every((word, i) => fits(path[i] as string, word))) return [];
    return words.length === path.length ? [lastOf(node)] : valuesAt(node, path.slice(words.length));
  });
}

const lastOf = ({ words }: ConfigNode): string => words.at(-1) ?? '';

/** `<ge-*>`: a name with any letters in the place of the stars. */
function fits(pattern: string, word: string): boolean {
  if (!pattern.startsWith('<')) return pattern === word;
  const inner = pattern
    .slice(1, -1)
    .replace(/[.+()|^$\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  const regex = compileRegex(`^${inner}$`);
  return regex.ok && regex.value.test(word);
}
