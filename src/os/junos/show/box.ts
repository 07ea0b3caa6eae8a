// show system alarms, information, storage, processes and their like: the box, not its network.
// Source: CLI reference of Junos 21.4 (sample outputs); capture `show system information` (MX80); `show version and haiku`
// (SRX300, 22.1): the form. The poems are the house's own.

import { type Civil, MONTHS, WEEKDAYS } from '../../../base/calendar.ts';
import { type Micros, since, wholeSeconds } from '../../../sim/time.ts';
import type { Box, View } from '../../os.ts';
import { compareLines } from '../compare.ts';
import { allFiles, readFile, sizeOf } from '../files.ts';
import { printBlock } from '../print.ts';
import { releaseOf } from '../releases.ts';
import { showVersion } from './version.ts';

export const showAlarms: View = () => ['No alarms currently active'];

export const showInformation: View = ({ box }) => {
  const { product, model } = releaseOf(box.chassis.model);
  return [`Model: ${product}`, 'Family: junos', `Junos: ${model.release}`, `Hostname: ${box.hostname}`];
};

/** Places where a dying process leaves its memory. */
const CORES = [
  '/var/crash/*core*',
  '/var/tmp/*core*',
  '/var/tmp/pics/*core*',
  '/var/crash/kernel.*',
  '/tftpboot/corefiles/*core*',
];

export const showCoreDumps: View = () => CORES.map((place) => `${place}: No such file or directory`);

export const showLicense: View = () => [
  'License usage: ',
  '                                 Licenses     Licenses    Licenses    Expiry',
  '  Feature name                       used    installed      needed ',
  '',
  'Licenses installed: none',
];

export const showRescue: View = ({ box }) =>
  box.store.rescue ? printBlock(box.store.rescue.children) : ['error: rescue configuration does not exist'];

export const showReboot: View = ({ box }) => rebootLines(box);

/** What is said of a reboot that was ordered for later ("show system reboot", sample output). */
export function rebootLines(box: Box): readonly string[] {
  const at = box.timerAt('reboot');
  if (at === undefined) return ['No shutdown/reboot scheduled.'];
  return [`reboot requested by root at ${longMoment(box.clock(at))}`, '[process id 4410]'];
}

/** `Sun Mar  1 10:01:14 2026`, as ctime(3) writes it. */
export function longMoment({ weekday, month, day, hour, minute, second, year }: Civil): string {
  const time = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
  return `${WEEKDAYS[weekday]} ${MONTHS[month - 1]} ${String(day).padStart(2)} ${time} ${year}`;
}

export const showRollback: View = ({ box }, { args }) => {
  const [first, second] = [args['number'], args['other']].map((number) => box.store.commits[Number(number ?? -1)]);
  if (!first || (args['other'] !== undefined && !second)) return ['error: rollback file does not exist'];
  return second ? compareLines(first.tree, second.tree) : printBlock(first.tree.children);
};

/** Where a file is kept. */
const SYSTEMS: readonly (readonly [mounted: string, device: string, kilobytes: number])[] = [
  ['/config', '/dev/gpt/config', 770_000],
  ['/var', '/dev/gpt/var', 15_500_000],
];

export const showStorage: View = ({ box }) => [
  'Filesystem              Size       Used      Avail  Capacity   Mounted on',
  ...SYSTEMS.map(([mounted, device, size]) => {
    const used = Math.ceil(
      allFiles(box)
        .filter((path) => path.startsWith(`${mounted}/`))
        .reduce((sum, path) => sum + sizeOf(readFile(box, path) ?? []), 0) / 1024,
    );
    const share = `${Math.ceil((100 * used) / size)}%`;
    const cells = [size, used, size - used].map((amount) => amountText(amount).padStart(10));
    return `${device.padEnd(18)}${cells.join(' ')} ${share.padStart(9)}  ${mounted}`;
  }),
];

/** Kilobytes as df(1) shortens them. */
const amountText = (kilobytes: number): string =>
  kilobytes < 1024
    ? `${kilobytes}K`
    : kilobytes < 1024 * 1024
      ? `${Math.round(kilobytes / 1024)}M`
      : `${Math.round((10 * kilobytes) / 1024 / 1024) / 10}G`;

/** Processes that speak in the log, and those of the logins. */
const DAEMONS: readonly (readonly [pid: number, command: string])[] = [
  [5990, '/usr/sbin/mib2d -N'],
  [5993, '/sbin/dcd -N'],
  [6021, '/usr/sbin/rpd -N'],
];

export const showProcesses: View = ({ box }) => [
  '  PID  TT  STAT      TIME COMMAND',
  ...DAEMONS.map(([pid, command]) => processLine(pid, '-', timeOf(box, pid), command)),
  ...[...box.logins.values()]
    .sort((a, b) => a.session - b.session)
    .map(({ session }) =>
      processLine(8812 + session, session === 0 ? 'u0' : String(session - 1), '0:00.10', '-cli (cli)'),
    ),
];

const processLine = (pid: number, tty: string, time: string, command: string): string =>
  `${String(pid).padStart(5)}  ${tty.padStart(2)}  S     ${time.padStart(9)} ${command}`;

/** A hundredth of the time since the start. */
function timeOf(box: Box, pid: number): string {
  const hundredths = Math.floor(since(box.bootedAt, box.now as Micros) / 1_000_000) + (pid % 7);
  const rest = hundredths % 6000;
  return `${Math.floor(hundredths / 6000)}:${String(Math.floor(rest / 100)).padStart(2, '0')}.${String(rest % 100).padStart(2, '0')}`;
}

const POEMS = [
  ['A route is withdrawn', 'Quietly the table turns', 'Packets find a way'],
  ['One commit too many', 'The neighbour no longer speaks', 'Roll back, breathe, compare'],
  ['Hello in the night', 'Forty seconds of silence', 'The dead timer blinks'],
  ['Label after label', 'The penultimate router', 'Pops the last of them'],
] as const;

export const showHaiku: View = (context, match) => {
  const poem = POEMS[wholeSeconds(since(context.box.bootedAt, context.now)) % POEMS.length] ?? [];
  return [...showVersion(context, match), '', '', ...poem.map((line) => `        ${line}`)];
};
