// What a save holds: the lab, a seed, what was done, and how it ended. Everything else follows from these.

import type { Input, Stamp } from './input.ts';

/** The number of the format that is written. Older ones are carried over in migrate.ts. */
export const SAVE_FORMAT = 1;

/** Configurations by device, as their owner reads them. */
export type Configs = Readonly<Record<string, readonly string[]>>;

export interface Save {
  readonly format: typeof SAVE_FORMAT;
  readonly title: string;
  /** Digest of the program that wrote it. */
  readonly engine: string;
  readonly lab: { readonly id: string; readonly digest: string };
  readonly seed: number;
  /** Which configurations the devices booted with; `configs`: those in `base`. */
  readonly from: 'start' | 'solution' | 'configs';
  readonly base?: Configs;
  readonly inputs: readonly Input[];
  readonly end: Stamp;
  /** Of everything that happened: a replay that gives the same was the same run. */
  readonly fingerprint: string;
  /** What ran on each device at the end. */
  readonly configs: Configs;
  /** Tasks that were done at the end. */
  readonly done: readonly string[];
}
