// What the BGP process is told of route flap dampening.                              RFC 2439 §4.2

import type { Policy } from '../../policy/policy.ts';
import type { Micros } from '../../sim/time.ts';

/** Figures of merit of one way of flap dampening. RFC 2439 §4.2 */
export interface DampeningSet {
  readonly halfLife: Micros;
  /** Below it a suppressed path is used again; above the other one a path is suppressed. */
  readonly reuse: number;
  readonly suppress: number;
  /** No path is suppressed for longer. */
  readonly maximum: Micros;
}

/** Whose flaps count, and how. */
export interface Dampening {
  /** Added at a withdrawal, at an announcement after one, at a change of attributes. */
  readonly penalties: { readonly withdrawn: number; readonly announced: number; readonly changed: number };
  /** Of paths that no policy names a set for; undefined: these are not dampened. */
  readonly usual: DampeningSet | undefined;
  /** Decides by its `dampening` which set holds for a path; what it rejects is not dampened. */
  readonly policy?: Policy;
  /** The sets that policies name; 'none' in a policy: not dampened. */
  readonly sets?: Readonly<Record<string, DampeningSet>>;
  /** Paths of internal peers are dampened as well. Absent: no. */
  readonly internal?: boolean;
}
