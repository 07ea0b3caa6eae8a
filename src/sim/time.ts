// Micros: whole microseconds of lab time.

import type { Branded } from '../base/brand.ts';
import { impossible } from '../base/must.ts';

/** Whole microseconds since the lab was switched on. Never a Date. */
export type Micros = Branded<number, 'Micros'>;

export const ZERO = 0 as Micros;

/** The number as lab time. */
export function micros(value: number): Micros {
  if (!Number.isSafeInteger(value) || value < 0) impossible(`micros(${value})`);
  return value as Micros;
}

export const seconds = (value: number): Micros => micros(Math.round(value * 1_000_000));
export const millis = (value: number): Micros => micros(Math.round(value * 1_000));

/** Sum of two times or spans. */
export const plus = (a: Micros, b: Micros): Micros => (a + b) as Micros;

/** What has passed from `start` to `end`; never negative. */
export const since = (start: Micros, end: Micros): Micros => Math.max(0, end - start) as Micros;

/** Whole seconds, cut off. */
export const wholeSeconds = (span: Micros): number => Math.floor(span / 1_000_000);

export const minutes = (value: number): Micros => seconds(value * 60);
