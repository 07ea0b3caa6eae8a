// Reading a tree: statements by their sentence's name, and what is wrong with them.

import type { ConfigNode } from '../../../config/tree.ts';
import type { ConfigError } from '../../os.ts';

/** A block: the root of a tree, or a statement. */
export interface Block {
  readonly children: readonly ConfigNode[];
}

/** The first statement of this name. */
export const one = (block: Block | undefined, name: string): ConfigNode | undefined =>
  block?.children.find((node) => node.spec.name === name);

/** All statements of this name, in order. */
export const all = (block: Block | undefined, name: string): readonly ConfigNode[] =>
  block?.children.filter((node) => node.spec.name === name) ?? [];

/** Is there a statement of this name? */
export const has = (block: Block | undefined, name: string): boolean => one(block, name) !== undefined;

/** The statement that begins with this word, where a sentence is a choice (`discard`, `vlan-tagging`). */
export const worded = (block: Block | undefined, word: string): ConfigNode | undefined =>
  block?.children.find((node) => node.words[0] === word);

/** A value of the first statement of this name, or of what stands on its line (`local-as 65000 loops 2`). */
export function value(block: Block | undefined, name: string, arg: string): string | undefined {
  const node = one(block, name);
  const held = node?.spec.flat ? node.children.find((child) => arg in child.args) : undefined;
  return node?.args[arg] ?? held?.args[arg];
}

/** The same as a whole number. */
export function number(block: Block | undefined, name: string, arg: string): number | undefined {
  const text = value(block, name, arg);
  return text === undefined ? undefined : Number(text);
}

/** Gathers what is wrong, each with the way to its statement. */
export class Faults {
  readonly #list: ConfigError[];
  readonly #above: readonly (ConfigNode | string)[];

  constructor(list: ConfigError[] = [], above: readonly (ConfigNode | string)[] = []) {
    this.#list = list;
    this.#above = above;
  }

  /** The same list, for whoever finds faults below a statement and does not know it. */
  below(path: readonly (ConfigNode | string)[]): Faults {
    return new Faults(this.#list, [...this.#above, ...path]);
  }

  get errors(): readonly ConfigError[] {
    return this.#list.filter(({ warning }) => !warning);
  }

  get warnings(): readonly ConfigError[] {
    return this.#list.filter(({ warning }) => warning);
  }

  /** `path` leads from the root to the statement; a text in it stands for one. */
  error(path: readonly (ConfigNode | string)[], message: string): void {
    this.#list.push({ path: this.#path(path), message, warning: false });
  }

  /** A rule of the schema is broken. */
  constraint(path: readonly (ConfigNode | string)[], message: string): void {
    this.#list.push({ path: this.#path(path), message, warning: false, constraint: true });
  }

  warn(path: readonly (ConfigNode | string)[], message: string): void {
    this.#list.push({ path: this.#path(path), message, warning: true });
  }

  /** What is told of nothing in particular stays so. */
  #path(path: readonly (ConfigNode | string)[]): readonly string[] {
    return (path.length === 0 ? [] : [...this.#above, ...path]).map(text);
  }
}

const text = (step: ConfigNode | string): string => (typeof step === 'string' ? step : step.words.join(' '));
