// Times as people read them.

import type { Micros } from '../sim/time.ts';
import { wholeSeconds } from '../sim/time.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** Lab time: `00:12:34`, `2d 03:04:05`. */
export function labClock(time: Micros): string {
  const all = wholeSeconds(time);
  const days = Math.floor(all / 86_400);
  const clock = `${two(Math.floor(all / 3600) % 24)}:${two(Math.floor(all / 60) % 60)}:${two(all % 60)}`;
  return days > 0 ? `${days}d ${clock}` : clock;
}

/** A moment of the wall clock, here: `2026-03-01 10:22`. */
export function wallDate(millis: number): string {
  const date = new Date(millis);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
