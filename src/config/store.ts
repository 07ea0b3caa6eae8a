// The configurations that a box keeps: running, saved, candidate, and those that went before.

import { type ConfigTree, EMPTY_TREE } from './tree.ts';

/** A configuration that was in force, and who put it there. `at` is lab time in microseconds. */
export interface Commit {
  readonly tree: ConfigTree;
  readonly at: number;
  readonly user: string;
  /** `cli`, `other`, `autoinstall` … */
  readonly client: string;
  readonly comment: string | undefined;
}

/** A commit that waits (Junos `commit at`, `commit prepare`). */
export interface PendingCommit {
  readonly tree: ConfigTree;
  readonly user: string;
  readonly comment: string | undefined;
  /** The moment it comes into force; at the next start; when somebody activates it. */
  readonly when: number | 'reboot' | 'activate';
  /** When it was ordered. */
  readonly at: number;
}

/** Junos keeps the running configuration and 49 before it. */
const COMMITS_KEPT = 50;

export class ConfigStore {
  /** Newest first; the first is what runs. Never empty once the box has booted. */
  #commits: readonly Commit[] = [];
  /** Survives power-off (IOS: startup-config). Undefined: never saved. */
  startup: { readonly tree: ConfigTree; readonly at: number; readonly user: string } | undefined;
  /** Shared by everybody who edits (Junos `configure`); the running tree when nobody does. */
  candidate: ConfigTree = EMPTY_TREE;
  rescue: ConfigTree | undefined;
  pending: PendingCommit | undefined;

  get running(): ConfigTree {
    return this.#commits[0]?.tree ?? EMPTY_TREE;
  }

  get commits(): readonly Commit[] {
    return this.#commits;
  }

  /** A configuration has come into force; the candidate follows it. */
  commit(commit: Commit): void {
    this.#commits = [commit, ...this.#commits].slice(0, COMMITS_KEPT);
    this.candidate = commit.tree;
  }

  /** IOS: every line is in force at once, and no history is kept. */
  replace(commit: Commit): void {
    this.#commits = [commit];
    this.candidate = commit.tree;
  }

  /** The candidate differs from what runs. Trees share what is equal, so identity is enough for "unchanged". */
  get dirty(): boolean {
    return this.candidate !== this.running;
  }
}
