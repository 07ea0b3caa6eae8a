// When and by whom a configuration came into force, as Junos writes it.    Source: captures `show system commit` (genieparser
// golden output), `show configuration | compare rollback ?` (Junos 24.4), `show configuration` headers.

import type { Commit } from '../../../config/store.ts';
import { type Micros, micros } from '../../../sim/time.ts';
import type { Box } from '../../os.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-03-01 10:05:31 UTC` */
export function moment(box: Box, at: Micros | number = box.now): string {
  const { year, month, day, hour, minute, second } = box.clock(micros(at));
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)} UTC`;
}

/** `2026-03-01 10:05:31 UTC by lab via cli` */
export const commitMoment = (box: Box, { at, user, client }: Commit): string =>
  `${moment(box, at)} by ${user} via ${client}`;
