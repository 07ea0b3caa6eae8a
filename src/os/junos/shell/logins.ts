// Who has logged in, as the log keeps it, and what the next login is told of the last.    Source: System Log Explorer,
// LOGIN_INFORMATION and LOGIN_FAILED; FreeBSD login(1), "Last login:".

import { MONTHS, WEEKDAYS } from '../../../base/calendar.ts';
import type { Box } from '../../os.ts';

const INFO = 6;
const NOTICE = 5;

/** Somebody came in. */
export const tellLogin = (box: Box, user: string, device: string): void =>
  box.say({
    severity: INFO,
    process: 'login[4303]',
    text: `LOGIN_INFORMATION: User ${user} logged in from host [unknown] on device ${device}`,
  });

/** Somebody did not know the password. */
export function failedLogin(box: Box, user: string, device: string): void {
  box.say({
    severity: NOTICE,
    process: 'login[4303]',
    text: `LOGIN_FAILED: Login failed for user ${user} from host ${device}`,
  });
}

/** `Last login: Sun Mar  1 09:58:02 on ttyu0`, or nothing. */
export function lastLogin(box: Box, user: string): readonly string[] {
  const beginning = `LOGIN_INFORMATION: User ${user} logged in `;
  const last = box.log.findLast(({ text }) => text.startsWith(beginning));
  if (!last) return [];
  const { weekday, month, day, hour, minute, second } = box.clock(last.at);
  const time = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
  const device = last.text.slice(last.text.lastIndexOf(' ') + 1);
  return [`Last login: ${WEEKDAYS[weekday]} ${MONTHS[month - 1]} ${String(day).padStart(2)} ${time} on ${device}`];
}
