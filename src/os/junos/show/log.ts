// show log NAME: the files that the factory's syslog writes.
// Source: factory configuration (`file messages { any notice; authorization info; }`, `file interactive-commands {
// interactive-commands any; }`); capture `show log messages` (genieparser golden output) for the stamp; the line that
// `clear log` leaves behind in an emptied file (`clear-log[…]: logfile cleared`).

import { type Civil, MONTHS } from '../../../base/calendar.ts';
import type { Box, LogEntry, LogLine, View } from '../../os.ts';

/** `messages` takes everything from here on. RFC 5424 §6.2.1 */
const NOTICE = 5;
/** A line that is only for one of the other files. */
const INFO = 6;

const CLEARED = 'logfile cleared';

/** Which lines go into which file. */
const FILES: Readonly<Record<string, (entry: LogEntry) => boolean>> = {
  messages: ({ severity }) => severity <= NOTICE,
  'interactive-commands': ({ text, severity }) => text.startsWith('UI_') || (text === CLEARED && severity === INFO),
};

export const LOG_FILES: readonly string[] = Object.keys(FILES);

/** What an emptied file begins with. */
export const clearedLine = (box: Box, file: string): LogLine => ({
  severity: file === 'messages' ? NOTICE : INFO,
  process: `clear-log[${9000 + (box.log.at(-1)?.number ?? 0)}]`,
  text: CLEARED,
});

export const noFile = (name: string): string => `error: could not resolve file: ${name}`;

export const showLog: View = ({ box }, match) => {
  const name = match.args['log-file'] ?? '';
  const takes = FILES[name];
  if (!takes) return [noFile(name)];
  const entries = box.log.filter(takes);
  const begin = entries.findLastIndex(({ text }) => text === CLEARED);
  return entries.slice(Math.max(0, begin)).map((entry) => lineOf(box, entry));
};

const two = (value: number): string => String(value).padStart(2, '0');

/** `Mar  1 10:00:05` */
const stamp = ({ month, day, hour, minute, second }: Civil): string =>
  `${MONTHS[month - 1]} ${String(day).padStart(2)} ${two(hour)}:${two(minute)}:${two(second)}`;

const lineOf = (box: Box, { at, process, text }: LogEntry): string =>
  `${stamp(box.clock(at))}  ${box.hostname} ${process === undefined ? '' : `${process}: `}${text}`;
