// The configuration as a file: what `show running-config` prints below its first lines, and what is saved.
// Source: captures (show running-config of IOS 15.2, 15.4, 15.7, IOS XE 16.4: `! Last configuration change at …`).

import { type Civil, MONTHS, WEEKDAYS } from '../../../base/calendar.ts';
import type { ConfigTree } from '../../../config/tree.ts';
import { micros } from '../../../sim/time.ts';
import type { Box } from '../../os.ts';
import { bodyLines } from '../print.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `10:05:31 UTC Sun Mar 1 2026` */
export function moment(at: Civil): string {
  const time = `${two(at.hour)}:${two(at.minute)}:${two(at.second)} UTC`;
  return `${time} ${WEEKDAYS[at.weekday]} ${MONTHS[at.month - 1]} ${at.day} ${at.year}`;
}

const by = (user: string): string => (user === '' ? '' : ` by ${user}`);

/** When it was changed by hand, and saved; a box that came up with it and was left alone says neither. */
function historyLines(box: Box): readonly string[] {
  const [last] = box.store.commits;
  const saved = box.store.startup;
  const lines: string[] = [];
  if (last?.client === 'cli')
    lines.push(`! Last configuration change at ${moment(box.clock(micros(last.at)))}${by(last.user)}`);
  if (saved && saved.at > box.bootedAt)
    lines.push(`! NVRAM config last updated at ${moment(box.clock(micros(saved.at)))}${by(saved.user)}`);
  return lines.length > 0 ? ['!', ...lines, '!'] : ['!'];
}

/** What runs, from its first `!` to `end`. */
export const runningLines = (box: Box, tree: ConfigTree = box.store.running): readonly string[] => [
  ...historyLines(box),
  ...bodyLines(tree),
];

/** What is saved; undefined: nothing is. */
export function startupLines(box: Box): readonly string[] | undefined {
  const saved = box.store.startup;
  if (!saved) return undefined;
  const told = saved.at > box.bootedAt;
  const history = [`! Last configuration change at ${moment(box.clock(micros(saved.at)))}${by(saved.user)}`, '!'];
  return ['!', ...(told ? history : []), ...bodyLines(saved.tree)];
}
