// A span as terminals tell it: hours, minutes, seconds.

import { type Micros, wholeSeconds } from '../../../sim/time.ts';

/** `00:12:34` */
export function hours(span: Micros): string {
  const all = wholeSeconds(span);
  return [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
