// Spans of time as IOS writes them: ages of routes and counters, uptimes.
// Source: captured tables (00:25:54, 1d02h, 4d19h, 3w6d), Cisco IOS Configuration Fundamentals.

import { type Micros, wholeSeconds } from '../../../sim/time.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `00:00:48` below a day, then `1d02h`, from a week on `1w2d`, from a year on `1y5w`. */
export function ageText(span: Micros): string {
  const seconds = wholeSeconds(span);
  const hours = Math.floor(seconds / 3600);
  if (hours < 24) return `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const days = Math.floor(hours / 24);
  if (days < 7) return `${days}d${two(hours % 24)}h`;
  const weeks = Math.floor(days / 7);
  if (weeks < 52) return `${weeks}w${days % 7}d`;
  return `${Math.floor(weeks / 52)}y${weeks % 52}w`;
}

const UNITS = [
  ['year', 52 * 7 * 24 * 60],
  ['week', 7 * 24 * 60],
  ['day', 24 * 60],
  ['hour', 60],
] as const;

/** `3 hours, 47 minutes`: the minutes always, larger units where there are any. */
export function uptimeText(span: Micros): string {
  let minutes = Math.floor(wholeSeconds(span) / 60);
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(minutes / size);
    if (count > 0) parts.push(counted(count, unit));
    minutes %= size;
  }
  return [...parts, counted(minutes, 'minute')].join(', ');
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
