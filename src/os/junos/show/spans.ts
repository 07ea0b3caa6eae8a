// Spans of time and moments as Junos writes them.
// Source: captures `show route` (1w1d 00:32:28, 5d 22:29:55, 00:00:22), `show route extensive` (3w2d 4:46:58, 7:14:16, 4:32),
// `show interfaces` (29w6d 18:56 ago, 00:02:01 ago), `show system uptime` (up 209 days, 36 mins).

import { type Civil, MONTHS, WEEKDAYS } from '../../../base/calendar.ts';
import { type Micros, wholeSeconds } from '../../../sim/time.ts';

const two = (value: number): string => String(value).padStart(2, '0');

interface Parts {
  /** `1w1d `, `5d ` or nothing. */
  readonly days: string;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

function partsOf(span: Micros): Parts {
  const total = wholeSeconds(span);
  const days = Math.floor(total / 86_400);
  const weeks = Math.floor(days / 7);
  const text = weeks > 0 ? `${weeks}w${days % 7}d ` : days > 0 ? `${days}d ` : '';
  return {
    days: text,
    hours: Math.floor(total / 3600) % 24,
    minutes: Math.floor(total / 60) % 60,
    seconds: total % 60,
  };
}

/** Age of a route: `00:32:28`, `5d 22:29:55`, `1w1d 00:32:28`. */
export function ageText(span: Micros): string {
  const { days, hours, minutes, seconds } = partsOf(span);
  return `${days}${two(hours)}:${two(minutes)}:${two(seconds)}`;
}

/** Age in the long forms: `18`, `1:57`, `2:41:17`, `3w2d 4:46:58`. */
export function longAgeText(span: Micros): string {
  const { days, hours, minutes, seconds } = partsOf(span);
  if (days !== '' || hours > 0) return `${days}${hours}:${two(minutes)}:${two(seconds)}`;
  return minutes > 0 ? `${minutes}:${two(seconds)}` : String(seconds);
}

/** Time since something happened: `00:02:01`, and from a day on `1d 01:36`. */
export function agoText(span: Micros): string {
  const { days, hours, minutes, seconds } = partsOf(span);
  return `${days}${two(hours)}:${two(minutes)}${days === '' ? `:${two(seconds)}` : ''}`;
}

/** As BSD's `w` says it: `209 days, 23:14`, `2 days,  1:04`, `11:03`, `36 mins`; whole minutes are rounded. */
export function upText(span: Micros): string {
  const seconds = wholeSeconds(span);
  if (seconds < 60) return `${seconds} sec${seconds === 1 ? '' : 's'}`;
  const minutes = Math.floor((seconds + 30) / 60);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor(minutes / 60) % 24;
  const rest = minutes % 60;
  const parts = days > 0 ? [`${days} day${days === 1 ? '' : 's'}`] : [];
  if (hours > 0 && rest > 0) parts.push(`${days > 0 ? String(hours).padStart(2) : hours}:${two(rest)}`);
  else if (hours > 0) parts.push(`${hours} hr${hours === 1 ? '' : 's'}`);
  else if (rest > 0) parts.push(`${rest} min${rest === 1 ? '' : 's'}`);
  return parts.join(', ');
}

/** `2026-03-01 10:05:31`, without the zone. */
export function momentText({ year, month, day, hour, minute, second }: Civil): string {
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
}

/** ` 8:16AM`: the hour is seven wide with its sign. */
export function wallText({ hour, minute }: Civil): string {
  const of12 = hour % 12 === 0 ? 12 : hour % 12;
  return `${String(of12).padStart(2)}:${two(minute)}${hour < 12 ? 'AM' : 'PM'}`;
}

/** `Sat Nov 14 13:38:21`, `Tue Jul  5 18:03:45` */
export function stampText({ weekday, month, day, hour, minute, second }: Civil): string {
  const date = `${WEEKDAYS[weekday] ?? ''} ${MONTHS[month - 1] ?? ''} ${String(day).padStart(2)}`;
  return `${date} ${two(hour)}:${two(minute)}:${two(second)}`;
}
