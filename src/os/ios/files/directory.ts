// dir, more, delete, show flash:, show file systems.
// Source: Cisco IOS Configuration Fundamentals command reference, "dir", "more", "delete", "show file systems"; capture of a
// C800 router, 15.5 (2024): `  408  -rw-        2134   Nov 8 2024 06:34:42 +00:00  backup-config`.

import { MONTHS } from '../../../base/calendar.ts';
import type { Match } from '../../../language/spec.ts';
import type { Micros } from '../../../sim/time.ts';
import { layoutOf } from '../layouts.ts';
import { byteCount } from '../print.ts';
import { startupLines } from '../shell/configuration-text.ts';
import type { Seat } from '../shell/seat.ts';
import { confirm } from './copy.ts';
import { diskOf, partsOf, placeOf, textAt } from './place.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** ` Nov 8 2024 06:34:42 +00:00`: a day of one digit has no blank before it, the whole is as wide as the widest. */
function dateText(seat: Seat, at: Micros): string {
  const { year, month, day, hour, minute, second } = seat.box.clock(at);
  return `${`${MONTHS[month - 1]} ${day} ${year}`.padStart(11)} ${two(hour)}:${two(minute)}:${two(second)} +00:00`;
}

const room = (seat: Seat): { readonly total: number; readonly free: number } => {
  const { bytes } = layoutOf(seat.box.chassis.model).disk;
  return { total: bytes, free: bytes - seat.system.disk(seat.box).used };
};

const noDevice = (text: string): readonly string[] => [`%Error opening ${text} (No such device)`];

/** dir [URL] */
export function dir(seat: Seat, found: Match): readonly string[] {
  const { box } = seat;
  const own = diskOf(box);
  const asked = found.args['url'] ?? own;
  const { prefix, name } = partsOf(asked, own);
  if (prefix === 'nvram:') return nvramDirectory(seat);
  if (prefix !== 'flash:' && prefix !== own) return [`%Error opening ${prefix}/${name} (No such device)`];
  const files = seat.system
    .disk(box)
    .files.filter((file) => name === '' || file.name === name || file.name.startsWith(`${name}/`));
  if (name !== '' && files.length === 0) return [`%Error opening ${own}/${name} (No such file or directory)`];
  const { total, free } = room(seat);
  const rows = files.map(
    (file) =>
      `${String(file.number).padStart(5)}  -rw-  ${String(file.text.length).padStart(10)}  ${dateText(seat, file.at)}  ${file.name}`,
  );
  return [
    `Directory of ${own}/${name}`,
    '',
    ...(rows.length > 0 ? rows : ['No files in directory']),
    '',
    `${total} bytes total (${free} bytes free)`,
  ];
}

/** The saved configuration, seen as a file; its hidden part is empty. */
function nvramDirectory(seat: Seat): readonly string[] {
  const lines = startupLines(seat.box);
  const size = layoutOf(seat.box.chassis.model).nvram;
  const used = lines ? byteCount(lines) : 0;
  const row = (number: number, rights: string, bytes: number, name: string): string =>
    `${String(number).padStart(5)}  ${rights}  ${String(bytes).padStart(10)}  ${'<no date>'.padStart(27)}  ${name}`;
  return [
    'Directory of nvram:/',
    '',
    ...(lines ? [row(1, '-rw-', used, 'startup-config')] : ['No files in directory']),
    '',
    `${size} bytes total (${size - used} bytes free)`,
  ];
}

/** more URL */
export function more(seat: Seat, found: Match): readonly string[] {
  const url = found.args['url'] ?? '';
  const place = placeOf(seat.box, url);
  if (!place) return noDevice(url);
  const text = textAt(seat.system, seat.box, place);
  if (text === undefined) return [`%Error opening ${url} (No such file or directory)`];
  return text.replaceAll('\x03', '^C').replace(/\n$/, '').split('\n');
}

/** delete [/force] URL: asks for the name and once more. */
export function deleteFile(seat: Seat, found: Match): void {
  const { io, box, system } = seat;
  const url = found.args['url'] ?? '';
  const first = placeOf(box, url);
  if (first?.kind !== 'disk') {
    io.print(noDevice(url));
    return;
  }
  const remove = (name: string): void => {
    if (!system.disk(box).remove(name)) io.print([`%Error deleting ${diskOf(box)}${name} (No such file or directory)`]);
  };
  if (found.words.includes('/force')) {
    remove(first.name);
    return;
  }
  io.ask(`Delete filename [${first.name}]? `, { echo: true }, (answer) => {
    if (answer.kind === 'interrupt') return;
    const name = answer.text.trim() || first.name;
    const prefix = first.path.slice(0, first.path.indexOf(':') + 1);
    confirm(seat, `Delete ${prefix}/${name}? [confirm]`, () => remove(name));
  });
}

/** show flash: */
export function showFlash(seat: Seat): readonly string[] {
  const { total, free } = room(seat);
  const rows = seat.system
    .disk(seat.box)
    .files.map(
      (file) =>
        `${String(file.number).padEnd(3)} ${String(file.text.length).padStart(10)} ${dateText(seat, file.at).trim()} ${file.name}`,
    );
  return [
    '-#- --length-- -----date/time------ path',
    ...rows,
    '',
    `${free} bytes available (${total - free} bytes used)`,
    '',
  ];
}

/** show file systems */
export function showFileSystems(seat: Seat): readonly string[] {
  const { total, free } = room(seat);
  const layout = layoutOf(seat.box.chassis.model);
  const lines = startupLines(seat.box);
  const nvram = layout.nvram - (lines ? byteCount(lines) : 0);
  const row = (mark: string, size: string, left: string, type: string, flags: string, prefix: string): string =>
    `${mark}${size.padStart(13)}${left.padStart(15)}${type.padStart(11)}${flags.padStart(7)}   ${prefix}`;
  return [
    'File Systems:',
    '',
    '       Size(b)       Free(b)      Type  Flags  Prefixes',
    row(' ', '-', '-', 'opaque', 'rw', 'system:'),
    row(
      '*',
      String(total),
      String(free),
      'disk',
      'rw',
      `${layout.disk.name}${layout.disk.name === 'flash:' ? '' : ' flash:#'}`,
    ),
    row(' ', String(layout.nvram), String(nvram), 'nvram', 'rw', 'nvram:'),
    '',
  ];
}
