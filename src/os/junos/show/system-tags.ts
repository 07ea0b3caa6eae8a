// `show system uptime`, `show system users` and `show system commit` as elements.
// Source: replies `show system uptime` of 23.2R1, `show system users` of an EX and of 15.1R1, `show system commit` of 20.4R0 and
// 21.4R0 (`log` is the comment).

import { epochSeconds } from '../../../base/calendar.ts';
import { type Micros, since, wholeSeconds } from '../../../sim/time.ts';
import type { Box } from '../../os.ts';
import { group, leaf, number, spaceOf, type Tag } from '../answer.ts';
import { releaseOf } from '../releases.ts';
import { agoText, upText, wallText } from './spans.ts';
import { at, loginText, usersOf } from './system.ts';
import type { TaggedView } from './tagged-view.ts';

/** Seconds since 1970, by the box's clock. */
const seconds = (box: Box, moment: Micros): string => String(epochSeconds(box.clock(moment)));

const momentTag = (box: Box, moment: Micros): Tag =>
  leaf('date-time', at(box, moment), ['junos:seconds', seconds(box, moment)]);

function sinceTag(box: Box, name: string, moment: Micros, ...more: readonly Tag[]): Tag {
  const span = since(moment, box.now);
  const length = leaf('time-length', agoText(span), ['junos:seconds', String(wholeSeconds(span))]);
  return group(name, momentTag(box, moment), length, ...more);
}

function loadTag(box: Box, users: readonly Tag[]): Tag {
  const span = since(box.bootedAt, box.now);
  const averages = releaseOf(box.chassis.model).load.split(', ');
  const count = box.logins.size;
  return group(
    'uptime-information',
    leaf('date-time', wallText(box.clock()).trim(), ['junos:seconds', seconds(box, box.now)]),
    leaf('up-time', upText(span), ['junos:seconds', String(wholeSeconds(span))]),
    leaf('active-user-count', String(count), ['junos:format', `${count} users`]),
    ...[1, 5, 15].map((minutes, i) => leaf(`load-average-${minutes}`, averages[i] ?? '0.00')),
    group('user-table', ...users),
  );
}

const answer = (box: Box, name: string, ...tags: readonly Tag[]): Tag => ({
  ...group(name, ...tags),
  attributes: [['xmlns', spaceOf(box.chassis.model.release, 'junos')]],
});

export const uptimeTags: TaggedView = ({ box }) => {
  const last = box.store.commits[0];
  return answer(
    box,
    'system-uptime-information',
    group('current-time', momentTag(box, box.now)),
    leaf('time-source', ' LOCAL CLOCK '),
    sinceTag(box, 'system-booted-time', box.bootedAt),
    sinceTag(box, 'protocols-started-time', box.bootedAt),
    ...(last ? [sinceTag(box, 'last-configured-time', last.at as Micros, leaf('user', last.user))] : []),
    loadTag(box, []),
  );
};

export const usersTags: TaggedView = ({ box }) => {
  const entries = usersOf(box).map(({ user, tty, from, start }) =>
    group(
      'user-entry',
      leaf('user', user),
      leaf('tty', tty),
      leaf('from', from),
      leaf('login-time', loginText(box, start).trim(), ['junos:seconds', seconds(box, start)]),
      leaf('idle-time', '-', ['junos:seconds', '0']),
      leaf('command', '-cli (cli)'),
    ),
  );
  return answer(box, 'system-users-information', loadTag(box, entries));
};

export const commitsTags: TaggedView = ({ box }) =>
  box.store.pending === undefined
    ? group(
        'commit-information',
        ...box.store.commits.map(({ at: moment, user, client, comment }, i) =>
          group(
            'commit-history',
            number('sequence-number', i),
            leaf('user', user),
            leaf('client', client),
            momentTag(box, moment as Micros),
            ...(comment === undefined ? [] : [leaf('log', comment)]),
          ),
        ),
      )
    : undefined;
