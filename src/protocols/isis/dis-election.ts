// Who stands for a LAN.                                                                        ISO 10589 §8.4.5

import type { Mac } from '../../base/mac.ts';

/** Somebody who may be elected: this system, or a neighbour that is up. */
export interface Candidate {
  readonly priority: number;
  /** Undefined: an interface without an address of its own; it loses every tie. */
  readonly snpa: Mac | undefined;
}

/** Positive: `a` goes before `b`. The higher priority, then the higher address. */
export const compareCandidates = (a: Candidate, b: Candidate): number =>
  a.priority - b.priority || (a.snpa ?? -1) - (b.snpa ?? -1);

/** Who is elected. Without neighbours there is nobody to stand for. */
export function electDis<N extends Candidate>(self: Candidate, neighbours: readonly N[]): 'self' | N | undefined {
  const first = neighbours[0];
  if (!first) return undefined;
  const best = neighbours.reduce((a, b) => (compareCandidates(b, a) > 0 ? b : a), first);
  return compareCandidates(self, best) > 0 ? 'self' : best;
}
