// Seeded loss, duplication and jitter on a link.

import type { Rng } from '../base/rng.ts';
import { type Micros, micros } from './time.ts';

/** How a link misbehaves. Shares are of a million frames, so that they stay whole numbers. */
export interface Faults {
  readonly lossPerMillion: number;
  readonly duplicatePerMillion: number;
  /** Each frame is late by up to this; two frames may so overtake each other. */
  readonly jitter: Micros;
}

/** A change of how a link, or one way of it, treats its frames. What is not said stays as it is. */
export interface Impairment {
  readonly lossPerMillion?: number;
  readonly duplicatePerMillion?: number;
  readonly jitter?: Micros;
  readonly delay?: Micros;
}

export const NO_FAULTS: Faults = {
  lossPerMillion: 0,
  duplicatePerMillion: 0,
  jitter: micros(0),
};

/** Each frame arrives once, and in time. */
export const isFaultless = ({ lossPerMillion, duplicatePerMillion, jitter }: Faults): boolean =>
  lossPerMillion === 0 && duplicatePerMillion === 0 && jitter === 0;

/**
 * The extra delays with which one frame arrives: none when it is lost, two when it is duplicated.
 * Draws only what the faults need, so that a link without faults uses no chance.
 */
export function fates(faults: Faults, rng: Rng): readonly number[] {
  if (faults.lossPerMillion > 0 && rng.below(1_000_000) < faults.lossPerMillion) return [];
  const late = (): number => (faults.jitter > 0 ? rng.below(faults.jitter + 1) : 0);
  const first = late();
  if (faults.duplicatePerMillion > 0 && rng.below(1_000_000) < faults.duplicatePerMillion) return [first, late()];
  return [first];
}
