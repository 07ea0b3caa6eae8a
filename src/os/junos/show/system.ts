// show system uptime, show system users, show system commit
// Source: captures of the same names (genieparser golden outputs of vMX 19.2 and 20.2); FreeBSD w(1) for the moments of
// logging in.

import { MONTHS, WEEKDAYS } from '../../../base/calendar.ts';
import { byNumber } from '../../../base/sorted-map.ts';
import { type Micros, since, wholeSeconds } from '../../../sim/time.ts';
import type { Box, View } from '../../os.ts';
import { releaseOf } from '../releases.ts';
import { agoText, momentText, upText, wallText } from './spans.ts';

export const at = (box: Box, moment: Micros): string => `${momentText(box.clock(moment))} UTC`;

const ago = (box: Box, moment: Micros): string => `${at(box, moment)} (${agoText(since(moment, box.now))} ago)`;

export const showUptime: View = ({ box }) => {
  const last = box.store.commits[0];
  return [
    `Current time: ${at(box, box.now)}`,
    'Time Source:  LOCAL CLOCK ',
    `System booted: ${ago(box, box.bootedAt)}`,
    `Protocols started: ${ago(box, box.bootedAt)}`,
    ...(last ? [`Last configured: ${ago(box, last.at as Micros)} by ${last.user}`] : []),
    loadLine(box),
  ];
};

function loadLine(box: Box): string {
  const up = upText(since(box.bootedAt, box.now));
  const { load } = releaseOf(box.chassis.model);
  return `${wallText(box.clock())}  up ${up}, ${box.logins.size} users, load averages: ${load}`;
}

export const showUsers: View = ({ box }) => [
  loadLine(box),
  'USER     TTY      FROM                              LOGIN@  IDLE WHAT',
  ...usersOf(box).map(({ user, tty, from, start }) => {
    const login = loginText(box, start).padStart(7);
    return `${user.padEnd(8)} ${tty.padEnd(8)} ${from.padEnd(32)} ${login}     - -cli (cli)`;
  }),
];

interface LoggedIn {
  readonly user: string;
  readonly tty: string;
  readonly from: string;
  readonly start: Micros;
}

/** Who is logged in, by session. */
export const usersOf = (box: Box): readonly LoggedIn[] =>
  [...box.logins.values()]
    .sort((a, b) => byNumber(a.session, b.session))
    .map(({ user, session, from, since: start }) => ({
      user,
      tty: session === 0 ? 'u0' : `pts/${session - 1}`,
      from: from === '' ? '-' : from,
      start,
    }));

/** ` 2:35AM` today, `Mon10PM` within a week, `05Mar26` before that. */
export function loginText(box: Box, start: Micros): string {
  const moment = box.clock(start);
  const today = box.clock();
  const sameDay = moment.day === today.day && moment.month === today.month && moment.year === today.year;
  if (sameDay) return wallText(moment);
  if (wholeSeconds(since(start, box.now)) < 6 * 86_400)
    return `${WEEKDAYS[moment.weekday]}${wallText(moment).slice(0, 2).trim().padStart(2, '0')}${moment.hour < 12 ? 'AM' : 'PM'}`;
  return `${String(moment.day).padStart(2, '0')}${MONTHS[moment.month - 1]}${String(moment.year % 100).padStart(2, '0')}`;
}

export const showCommits: View = ({ box }) => [
  ...pendingLine(box),
  ...box.store.commits.flatMap(({ at: moment, user, client, comment }, i) => [
    `${String(i).padEnd(3)} ${at(box, moment as Micros)} by ${user} via ${client}`,
    ...(comment === undefined ? [] : [`    ${comment}`]),
  ]),
];

/** Sample output of the command reference, "show system commit (At a Particular Time)". */
function pendingLine(box: Box): readonly string[] {
  const { pending } = box.store;
  if (pending === undefined) return [];
  const verb = pending.when === 'activate' ? 'prepared' : 'requested';
  const when = pending.when === 'activate' ? pending.at : pending.when;
  return [`commit ${verb} by ${pending.user} via cli at ${when === 'reboot' ? when : at(box, when as Micros)}`];
}
