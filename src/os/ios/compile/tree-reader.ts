// Reading a configuration tree by the names of its sentences.

import { type Ip4, parseIp4 } from '../../../base/ip.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';

/** Statements in force: not negated. */
export const all = (of: ConfigTree, name: string): readonly ConfigNode[] =>
  of.children.filter((node) => node.spec.name === name && !node.negated);

export const one = (of: ConfigTree, name: string): ConfigNode | undefined => all(of, name)[0];

/** On unless negated. */
export const isOn = (of: ConfigTree, name: string): boolean =>
  !of.children.some((node) => node.spec.name === name && node.negated);

/** A value of the first such statement. */
export const textOf = (of: ConfigTree, name: string, arg: string): string | undefined => one(of, name)?.args[arg];

export const numberOf = (of: ConfigTree, name: string, arg: string): number | undefined => {
  const value = textOf(of, name, arg);
  return value === undefined ? undefined : Number(value);
};

export const addressOf = (of: ConfigTree, name: string, arg: string): Ip4 | undefined =>
  parseIp4(textOf(of, name, arg) ?? '');
