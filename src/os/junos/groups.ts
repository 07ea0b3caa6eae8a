// apply-groups: what a configuration inherits from its groups, as a tree without groups.
// Source: CLI user guide, "Configuration groups": the explicit statement wins, then the group named first; a group named
// deeper in the hierarchy comes before one named above it; `<*>` matches what is there and makes nothing.

import { compileRegex } from '../../base/regex.ts';
import { identityOf } from '../../config/identity.ts';
import { inserted } from '../../config/siblings.ts';
import type { ConfigNode, ConfigTree } from '../../config/tree.ts';
import type { CommandSpec } from '../../language/spec.ts';
import { siblingOrder } from './sibling-order.ts';

export interface Expanded {
  /** Everything in force: inherited statements in their places; no groups, nothing inactive. */
  readonly tree: ConfigTree;
  /** The group each inherited statement comes from. */
  readonly origins: ReadonlyMap<ConfigNode, string>;
  /** Groups that are named and do not exist, with the way to where they are. */
  readonly undefinedGroups: readonly { readonly path: readonly ConfigNode[]; readonly group: string }[];
}

/** The statements of one group that apply to a level. */
interface Source {
  readonly group: string;
  readonly nodes: readonly ConfigNode[];
}

/** Lays the groups over the tree. Inactive statements are left out. */
export function expandGroups(tree: ConfigTree, specs: readonly CommandSpec[]): Expanded {
  const expander = new Expander(tree);
  const children = expander.level(tree.children, specs, [], []);
  return { tree: { children }, origins: expander.origins, undefinedGroups: expander.undefinedGroups };
}

const isGroupWord = (node: ConfigNode): boolean =>
  node.words[0] === 'apply-groups' || node.words[0] === 'apply-groups-except';

class Expander {
  readonly origins = new Map<ConfigNode, string>();
  readonly undefinedGroups: { readonly path: readonly ConfigNode[]; readonly group: string }[] = [];
  readonly #groups: ReadonlyMap<string, readonly ConfigNode[]>;

  constructor(tree: ConfigTree) {
    const groups = tree.children.find((node) => node.words[0] === 'groups' && !node.inactive)?.children ?? [];
    this.#groups = new Map(
      groups.flatMap((node) => (node.inactive || isGroupWord(node) ? [] : [[node.words[0] ?? '', node.children]])),
    );
  }

  /** The statements of one block with what they inherit. `path` leads to it from the root. */
  level(
    nodes: readonly ConfigNode[],
    specs: readonly CommandSpec[],
    path: readonly ConfigNode[],
    above: readonly Source[],
  ): readonly ConfigNode[] {
    const active = nodes.filter((node) => !node.inactive);
    const sources = [...this.#named(active, path), ...above.filter(({ group }) => !this.#excepted(active, group))];
    let result: readonly ConfigNode[] = active.filter((node) => !isGroupWord(node) && node.words[0] !== 'groups');
    for (const source of sources) result = this.#add(result, source, specs);
    return result.map((node) => this.#inside(node, path, sources));
  }

  /** Groups that are named at this level, first the first. */
  #named(nodes: readonly ConfigNode[], path: readonly ConfigNode[]): readonly Source[] {
    const named = nodes.filter((node) => node.words[0] === 'apply-groups');
    return named.flatMap((node) => {
      const group = node.words.at(-1) ?? '';
      const held = this.#groups.get(group);
      if (!held) this.undefinedGroups.push({ path: [...path, node], group });
      return held ? [{ group, nodes: this.#descend(held, path) }] : [];
    });
  }

  #excepted(nodes: readonly ConfigNode[], group: string): boolean {
    return nodes.some((node) => node.words[0] === 'apply-groups-except' && node.words.at(-1) === group);
  }

  /** What a group says at the end of a path. */
  #descend(nodes: readonly ConfigNode[], path: readonly ConfigNode[]): readonly ConfigNode[] {
    return path.reduce((level, step) => level.flatMap((node) => (fits(node, step) ? node.children : [])), nodes);
  }

  /** Statements of the group that the block lacks. */
  #add(
    nodes: readonly ConfigNode[],
    { group, nodes: given }: Source,
    specs: readonly CommandSpec[],
  ): readonly ConfigNode[] {
    let result = nodes;
    for (const node of given) {
      if (node.inactive || isGroupWord(node) || node.words.some(isWildcard)) continue;
      if (result.some((own) => identityOf(own) === identityOf(node))) continue;
      const spec = specs.find(
        ({ at, name }) => at.line === node.spec.at.line && at.file === node.spec.at.file && name === node.spec.name,
      );
      if (!spec) continue;
      const made: ConfigNode = { ...node, spec, children: [] };
      this.origins.set(made, group);
      result = inserted(result, made, siblingOrder);
    }
    return result;
  }

  #inside(node: ConfigNode, path: readonly ConfigNode[], sources: readonly Source[]): ConfigNode {
    if (!node.spec.container) return node;
    const inner = sources.map(({ group, nodes }) => ({
      group,
      nodes: nodes.flatMap((given) => (fits(given, node) && !given.inactive ? given.children : [])),
    }));
    const children = this.level(node.children, node.spec.children, [...path, node], inner);
    if (children.length === node.children.length && children.every((child, i) => child === node.children[i]))
      return node;
    const made = { ...node, children };
    const origin = this.origins.get(node);
    if (origin !== undefined) this.origins.set(made, origin);
    return made;
  }
}

const isWildcard = (word: string): boolean => /^<.*>$/.test(word);

/** Is a statement of a group about this statement? */
function fits(given: ConfigNode, node: ConfigNode): boolean {
  const { at, name } = given.spec;
  if (at.file !== node.spec.at.file || at.line !== node.spec.at.line || name !== node.spec.name) return false;
  if (!given.words.some(isWildcard)) return identityOf(given) === identityOf(node);
  return (
    given.words.length === node.words.length && given.words.every((word, i) => matches(word, node.words[i] as string))
  );
}

/** `<ge-*>`: a star is any run of characters, a question mark one, `[a-c]` one of these. */
function matches(pattern: string, word: string): boolean {
  if (!isWildcard(pattern)) return pattern === word;
  const source = pattern
    .slice(1, -1)
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.')
    .replace(/\[!/g, '[^');
  const compiled = compileRegex(`^${source}$`);
  return compiled.ok ? compiled.value.test(word) : pattern.slice(1, -1) === word;
}
