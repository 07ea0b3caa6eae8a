// show log [NAME]: a file of the system log, or which there are.
// Source: capture `show log messages` (genieparser golden output) for the stamp; the line that `clear log` leaves behind in
// an emptied file (`clear-log[…]: logfile cleared`).

import { type Civil, MONTHS } from '../../../base/calendar.ts';
import type { Box, LogEntry, View } from '../../os.ts';
import { linesOf, logFiles } from '../log-files.ts';

export const noFile = (name: string): string => `error: could not resolve file: ${name}`;

export const showLog: View = ({ box }, match) => {
  const name = match.args['log-file'];
  if (name === undefined) return logFiles(box.store.running).map((file) => directoryLine(box, file));
  return logText(box, name) ?? [noFile(name)];
};

/** The lines of a file as they stand in it. */
export const logText = (box: Box, name: string): readonly string[] | undefined =>
  linesOf(box, name)?.map((entry) => lineOf(box, entry));

const two = (value: number): string => String(value).padStart(2, '0');

/** `Mar  1 10:00:05` */
const stamp = ({ month, day, hour, minute, second }: Civil): string =>
  `${MONTHS[month - 1]} ${String(day).padStart(2)} ${two(hour)}:${two(minute)}:${two(second)}`;

/** A line of the log as a file holds it. */
export const lineOf = (box: Box, { at, process, text }: LogEntry): string =>
  `${stamp(box.clock(at))}  ${box.hostname} ${process === undefined ? '' : `${process.replace(/\(.*\)$/, '')}: `}${text}`;

/** As ls(1) prints it: `-rw-r-----  1 root  wheel    3190 Mar  1 10:00 messages` */
function directoryLine(box: Box, file: string): string {
  const lines = linesOf(box, file) ?? [];
  const size = lines.reduce((sum, entry) => sum + lineOf(box, entry).length + 1, 0);
  return `-rw-r-----  1 root  wheel  ${String(size).padStart(8)} ${shortStamp(box.clock(lines.at(-1)?.at ?? box.bootedAt))} ${file}`;
}

/** `Mar  1 10:00` */
export const shortStamp = (moment: Civil): string => stamp(moment).slice(0, -3);
