// archive: the configuration kept in numbered files; what two of them differ in.
// Source: Cisco IOS Configuration Management, "Configuration Versioning", "Contextual Configuration Diff Utility";
// genieparser ShowArchive golden output; captures `show archive` (IOS 15.x, IOL 2026: `Archive feature not enabled`).

import { MONTHS } from '../../../base/calendar.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { Match } from '../../../language/spec.ts';
import { minutes } from '../../../sim/time.ts';
import { numberOf, one, textOf } from '../compile/tree-reader.ts';
import { shown } from '../print.ts';
import { runningLines } from '../shell/configuration-text.ts';
import type { Seat } from '../shell/seat.ts';
import { additions, DIFFERENCES, differences, NO_CHANGES } from './diff.ts';
import { configurationAt, placeOf } from './place.ts';

/** Files that are kept when nobody says how many. */
const KEPT = 10;
const OFF = 'Archive feature not enabled';

/** The block, when it says where to. */
function archiveOf(seat: Seat): { readonly node: ConfigNode; readonly path: string } | undefined {
  const node = one(seat.running, 'archive');
  const path = node && textOf(node, 'path', 'path');
  return node && path !== undefined ? { node, path } : undefined;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `Mar--1-10-00-05.123` */
function stamp(seat: Seat): string {
  const at = seat.box.clock();
  const time = `${two(at.hour)}-${two(at.minute)}-${two(at.second)}.${String(Math.floor(at.micro / 1000)).padStart(3, '0')}`;
  return `${MONTHS[at.month - 1]}-${String(at.day).padStart(2, '-')}-${time}`;
}

/** The path with its variables, and the stamp where they do not say one. */
function fileName(seat: Seat, path: string, time: string, number: number): string {
  const named = path.replaceAll('$h', seat.box.hostname);
  return `${named.includes('$t') ? named.replaceAll('$t', time) : `${named}-${time}`}-${number}`;
}

/** Keeps what runs under the next number; gives its name, undefined when it has no place to go. */
export function keep(seat: Seat): string | undefined {
  const archive = archiveOf(seat);
  if (!archive) return undefined;
  const { box, system } = seat;
  const memory = system.memory(box);
  const file = fileName(seat, archive.path, stamp(seat), memory.archived);
  const place = placeOf(box, file);
  if (place?.kind !== 'disk') return undefined;
  system.disk(box).write(place.name, `${runningLines(box).join('\n')}\n`, box.now);
  memory.archived++;
  memory.archive = [...memory.archive, place.path];
  const most = numberOf(archive.node, 'maximum', 'count') ?? KEPT;
  for (const old of memory.archive.slice(0, -most)) {
    const gone = placeOf(box, old);
    if (gone?.kind === 'disk') system.disk(box).remove(gone.name);
  }
  memory.archive = memory.archive.slice(-most);
  return place.path;
}

/** archive config */
export function archiveConfig(seat: Seat): void {
  if (!archiveOf(seat)) seat.io.print([OFF]);
  else if (keep(seat) === undefined) seat.io.print([`%Error opening ${archiveOf(seat)?.path ?? ''} (No such device)`]);
}

/** `write-memory`: saved configurations go to the archive too. */
export function archiveOnWrite(seat: Seat): void {
  const archive = archiveOf(seat);
  if (archive && one(archive.node, 'write-memory')) keep(seat);
}

/** `time-period`: again and again, as long as the configuration says so. */
export function archiveInTime(seat: Seat): void {
  const archive = archiveOf(seat);
  const period = archive && numberOf(archive.node, 'time-period', 'minutes');
  const timer = 'archive/time-period';
  if (period === undefined) seat.box.timer(timer, 'off');
  else if (seat.box.timerAt(timer) === undefined)
    seat.box.timer(timer, minutes(period), () => {
      keep(seat);
      archiveInTime(seat);
    });
}

export function showArchive(seat: Seat): readonly string[] {
  const archive = archiveOf(seat);
  if (!archive) return [OFF];
  const { archive: files, archived } = seat.system.memory(seat.box);
  const most = numberOf(archive.node, 'maximum', 'count') ?? KEPT;
  const rows = Array.from({ length: most }, (_, i) => {
    const mark = i === files.length - 1 ? ' <- Most Recent' : '';
    return `${String(i + 1).padStart(4)}${' '.repeat(8)}${files[i] ?? ''}${mark}`;
  });
  return [
    `The maximum archive configurations allowed is ${most}.`,
    `There are currently ${files.length} archive configurations saved.`,
    `The next archive file will be named ${fileName(seat, archive.path, '<timestamp>', archived)}`,
    ' Archive #  Name',
    ...rows,
  ];
}

/** Lines of a configuration somewhere; a string: why there are none. */
function linesAt(seat: Seat, path: string): readonly string[] | string {
  const place = placeOf(seat.box, path);
  const lines = place && configurationAt(seat.system, seat.box, place);
  return lines ? shown(lines) : `%Error opening ${path} (No such file or directory)`;
}

/** show archive config differences: nothing named: the saved one to what runs; one: what runs to that one. */
export function showDifferences(seat: Seat, found: Match): readonly string[] {
  const [first, second] = [found.args['from'], found.args['to']];
  const [from, to] =
    second !== undefined
      ? [first ?? '', second]
      : first !== undefined
        ? ['system:running-config', first]
        : ['nvram:startup-config', 'system:running-config'];
  const [before, after] = [linesAt(seat, from), linesAt(seat, to)];
  if (typeof before === 'string') return [before];
  if (typeof after === 'string') return [after];
  const lines = differences(before, after);
  return [DIFFERENCES, ...(lines.length > 0 ? lines : [NO_CHANGES])];
}

/** show archive config incremental-diffs: what would have to be typed to have a file merged. */
export function showIncremental(seat: Seat, found: Match): readonly string[] {
  const lines = linesAt(seat, found.args['from'] ?? '');
  if (typeof lines === 'string') return [lines];
  const running = linesAt(seat, 'system:running-config');
  const more = typeof running === 'string' ? [] : additions(running, lines);
  return ['!List of Commands:', ...more, 'end', ...(more.length > 0 ? [] : [NO_CHANGES])];
}
