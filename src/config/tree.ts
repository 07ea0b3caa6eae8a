// ConfigNode, ConfigTree: what the owner typed; immutable. An edit makes a new tree that shares the rest.

import type { CommandSpec } from '../language/spec.ts';

/** One statement as its owner typed it. */
export interface ConfigNode {
  readonly spec: CommandSpec;
  /** In full and canonical: what is printed. Without `no`. */
  readonly words: readonly string[];
  readonly args: Readonly<Record<string, string>>;
  readonly children: readonly ConfigNode[];
  /** IOS: what is remembered is that it was negated (`no ip http server`). */
  readonly negated: boolean;
  /** Junos: `inactive:`. Printed, and passed over by the compiler. */
  readonly inactive: boolean;
  /** Junos: `protect:`. */
  readonly protected: boolean;
  /** Junos: the comment above it. */
  readonly annotation: string | undefined;
}

export interface ConfigTree {
  readonly children: readonly ConfigNode[];
}

/** A statement that is to be made: one step of a path through the tree. */
export interface Statement {
  readonly spec: CommandSpec;
  readonly words: readonly string[];
  readonly args: Readonly<Record<string, string>>;
}

export const EMPTY_TREE: ConfigTree = { children: [] };
