// What a verb is, and what the machine gives it: texts out, keys in, the environment. A test hands in its own.

import type { Readable } from 'node:stream';
import type { Machinery } from '../lab/build.ts';
import type { Play } from '../play/play.ts';

/** Exit codes of the program. */
export const EXIT = { done: 0, no: 1, misuse: 2, bug: 3 } as const;

export interface Program {
  /** Answers. */
  out(text: string): void;
  /** Complaints. */
  complain(text: string): void;
  readonly stdin: Readable & { readonly isTTY?: boolean; setRawMode?(on: boolean): unknown };
  /** Standard input and output are both a terminal. */
  readonly terminal: boolean;
  /** Rows and columns of the terminal, now. */
  size(): { readonly rows: number; readonly columns: number };
  /** Hears of a new size, and of the machine's wish that it ends; the returned function ends it. */
  onSignal(then: (signal: 'resize' | 'end') => void): () => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Colours are welcome. */
  readonly colour: boolean;
  /** The folder of the program itself: commands, labs, saves are looked for in it. */
  readonly folder: string;
  /** Digest of what decides how a lab runs: a save tells with it whether the program has changed. */
  readonly engine: string;
  machinery(): Promise<Machinery>;
  /** A play that would be lost when the program dies: it is saved then. */
  precious: Play | undefined;
}

export interface Verb {
  /** What follows the verb on the command line, and what it means: printed by `--help`. */
  readonly help: string;
  run(args: readonly string[], program: Program): Promise<number>;
}

/** Wrong use: says so, and gives the exit code. */
export function refuse(program: Program, why: string): number {
  program.complain(`${why}\n`);
  return EXIT.misuse;
}
