// Trees from typed lines, and trees as text, for the tests of configuration.

import type { Chain } from '../../src/config/edit.ts';
import { type PutOptions, put } from '../../src/config/edit.ts';
import { type ConfigTree, EMPTY_TREE, type Statement } from '../../src/config/tree.ts';
import { match, matchPath, type PathStop } from '../../src/language/match.ts';
import type { CommandSpec } from '../../src/language/spec.ts';
import { IOS_CONFIG, IOS_TYPES, iosLine, JUNOS_CONFIG, JUNOS_TYPES, junosLine, LIVE } from '../language/samples.ts';

/** The statements of a Junos path. */
export function junosChains(line: string, stop: PathStop = 'unvalued', specs = JUNOS_CONFIG): readonly Chain[] {
  const result = matchPath(specs, junosLine(line), JUNOS_TYPES, LIVE, { stop });
  if (!result.ok) throw new Error(`${line}: ${JSON.stringify(result.error)}`);
  return result.value;
}
export function junosChain(line: string): Chain {
  return junosChains(line)[0] as Chain;
}
export const set = (tree: ConfigTree, ...lines: readonly string[]): ConfigTree =>
  lines.flatMap((line) => junosChains(line)).reduce((grown, chain) => put(grown, chain), tree);

/** The statement of each IOS line, each in the mode of the one before. */
export function iosChain(...lines: readonly string[]): Chain {
  const chain: Statement[] = [];
  let specs: readonly CommandSpec[] = IOS_CONFIG;
  for (const line of lines) {
    const result = match(specs, iosLine(line), IOS_TYPES, LIVE);
    if (!result.ok) throw new Error(`${line}: ${JSON.stringify(result.error)}`);
    chain.push(result.value);
    specs = result.value.spec.children;
  }
  return chain;
}
export const type = (tree: ConfigTree, options: PutOptions, ...lines: readonly string[]): ConfigTree =>
  put(tree, iosChain(...lines), options);

/** A statement a line, indented; marks before it. */
export function text(tree: ConfigTree, indent = ''): string[] {
  return tree.children.flatMap((node) => {
    const comment = node.annotation === undefined ? [] : [`${indent}/* ${node.annotation} */`];
    const marks = `${node.negated ? 'no ' : ''}${node.inactive ? 'inactive: ' : ''}${node.protected ? 'protect: ' : ''}`;
    return [...comment, `${indent}${marks}${node.words.join(' ')}`, ...text(node, `${indent}  `)];
  });
}

export const EMPTY = EMPTY_TREE;
