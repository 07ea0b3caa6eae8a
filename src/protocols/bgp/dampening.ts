// Route flap dampening: what a path earns by coming and going, and how it is forgotten.     RFC 2439 §4.4, §4.8

import type { Micros } from '../../sim/time.ts';
import type { DampeningSet } from './dampening-config.ts';
import { type Entry, NlriBook } from './nlri-book.ts';

/** The flaps of one path. */
export interface Flap extends Entry {
  readonly set: DampeningSet;
  /** The set's name; undefined: the usual one. */
  readonly name: string | undefined;
  /** As of `at`. */
  penalty: number;
  at: Micros;
  flaps: number;
  readonly first: Micros;
  suppressed: boolean;
  /** It is withdrawn at this moment. */
  gone: boolean;
}

/** Of one peer. */
export class Flaps extends NlriBook<Flap> {}

/** RFC 2439 §4.4.2: halved every half life. */
export const penaltyAt = ({ penalty, at, set }: Flap, now: Micros): number =>
  penalty * 2 ** (-(now - at) / set.halfLife);

/** §4.2: no path is out of use for longer than the maximum: its penalty does not grow beyond this. */
export const ceiling = ({ reuse, maximum, halfLife }: DampeningSet): number => reuse * 2 ** (maximum / halfLife);

/** Brings the flap to this moment; `points` are added to it. */
export function judge(flap: Flap, now: Micros, points = 0): void {
  flap.penalty = Math.min(penaltyAt(flap, now) + points, ceiling(flap.set));
  flap.at = now;
  if (points > 0) flap.flaps++;
  if (flap.suppressed) flap.suppressed = flap.penalty >= flap.set.reuse;
  else flap.suppressed = points > 0 && flap.penalty > flap.set.suppress;
}

/** RFC 2439 §4.8.6: half of the reuse threshold is worth no memory. */
export const isForgotten = (flap: Flap, now: Micros): boolean =>
  !flap.suppressed && penaltyAt(flap, now) < flap.set.reuse / 2;

/** Until it may be used again. */
export function reuseIn(flap: Flap, now: Micros): Micros | undefined {
  if (!flap.suppressed) return undefined;
  return Math.ceil(Math.log2(penaltyAt(flap, now) / flap.set.reuse) * flap.set.halfLife) as Micros;
}
