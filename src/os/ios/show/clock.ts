// show clock.                                        Source: Cisco IOS Basic System Management, "show clock"

import type { Civil } from '../../../base/calendar.ts';
import { MONTHS, WEEKDAYS } from '../../../base/calendar.ts';
import type { Box, View } from '../../os.ts';
import { said } from './said.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `10:00:11.204 UTC Sun Mar 1 2026`, without the sign that says how far the clock is to be trusted. */
export function clockText(moment: Civil): string {
  const time = `${two(moment.hour)}:${two(moment.minute)}:${two(moment.second)}`;
  const millis = String(Math.floor(moment.micro / 1000)).padStart(3, '0');
  const date = `${WEEKDAYS[moment.weekday]} ${MONTHS[moment.month - 1]} ${moment.day} ${moment.year}`;
  return `${time}.${millis} UTC ${date}`;
}

/** The clock of a box that nobody set is marked with an asterisk: not authoritative. */
export const clockMark = ({ clockIsSet }: Pick<Box, 'clockIsSet'>): string => (clockIsSet ? '' : '*');

export const timeSource = ({ clockIsSet }: Pick<Box, 'clockIsSet'>): string =>
  clockIsSet ? 'Time source is user configuration' : 'No time source';

export const showClock: View = ({ box }, match) => [
  `${clockMark(box)}${clockText(box.clock())}`,
  ...(said(match, 'detail') ? [timeSource(box)] : []),
];
