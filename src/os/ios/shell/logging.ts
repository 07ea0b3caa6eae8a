// The log on terminals and in the buffer: time stamps, levels, show logging, clear logging.
// Source: Cisco IOS Network Management command reference ("service timestamps", "logging console", "show logging"); captures of
// logs (`*Mar  1 10:00:11.204: %SYS-5-CONFIG_I: …`), genieparser ShowLogging golden outputs.

import { MONTHS } from '../../../base/calendar.ts';
import type { ConfigTree } from '../../../config/tree.ts';
import { since } from '../../../sim/time.ts';
import type { Box, LogEntry } from '../../os.ts';
import { isOn, one, textOf } from '../compile/tree-reader.ts';
import { SEVERITIES, severityOf } from '../severities.ts';
import { ageText } from '../show/age.ts';
import { clockMark } from '../show/clock.ts';
import type { Seat } from './seat.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** The stamp before a line, as the configuration wants it. The asterisk: nobody has set the clock. */
function stamp(box: Box, entry: LogEntry): string {
  const kind = entry.text.startsWith('%') ? 'log' : 'debug';
  const service = one(box.store.running, `service timestamps ${kind}`);
  if (!service) return '';
  const { words } = service;
  if (!words.includes('datetime')) return `${ageText(since(box.bootedAt, entry.at))}: `;
  const at = box.clock(entry.at);
  const millis = words.includes('msec') ? `.${String(Math.floor(at.micro / 1000)).padStart(3, '0')}` : '';
  const year = words.includes('year') ? ` ${at.year}` : '';
  const zone = words.includes('show-timezone') ? ' UTC' : '';
  const day = `${MONTHS[at.month - 1]} ${String(at.day).padStart(2)}${year}`;
  return `${clockMark(box)}${day} ${two(at.hour)}:${two(at.minute)}:${two(at.second)}${millis}${zone}: `;
}

/** A line of the log as terminals and the buffer show it. */
export function entryText(box: Box, entry: LogEntry): string {
  const numbered = one(box.store.running, 'service sequence-numbers') !== undefined;
  const number = numbered ? `${String(entry.number).padStart(6, '0')}: ` : '';
  return number + stamp(box, entry) + entry.text;
}

/** The least severe level that a destination takes; undefined: it is switched off. */
function levelOf(tree: ConfigTree, destination: string): number | undefined {
  if (!isOn(tree, `logging ${destination}`)) return undefined;
  return severityOf(textOf(tree, `logging ${destination}`, 'severity'));
}

/** Is this terminal shown the line? A console always, unless it was told otherwise; another one only while it monitors. */
export function isShown(seat: Seat, entry: LogEntry): boolean {
  const level = levelOf(seat.running, seat.session === 0 ? 'console' : 'monitor');
  return level !== undefined && entry.severity <= level && (seat.session === 0 || seat.monitor);
}

/** Bytes of the buffer when nobody said how many (captures of IOSv and CSR1000V: `Log Buffer (8192 bytes):`, `(4096 bytes)`). */
const BUFFER = 8192;

/** clear logging: asks first. */
export function clearLogging(seat: Seat): void {
  seat.io.askKey('Clear logging buffer [confirm]', (key) => {
    seat.io.write('\n');
    if (key === 'enter' || key.toLowerCase() === 'y') {
      seat.system.memory(seat.box).clearedLog = seat.box.log.at(-1)?.number ?? 0;
    }
  });
}

const levelText = (level: number | undefined, count: number): string =>
  level === undefined ? 'disabled' : `level ${SEVERITIES[level]}, ${count} messages logged, xml disabled,`;

export function showLogging(seat: Seat): readonly string[] {
  const { box, running } = seat;
  const count = (level: number | undefined): number =>
    level === undefined ? 0 : box.log.filter(({ severity }) => severity <= level).length;
  const destination = (title: string, name: string): readonly string[] => {
    const level = levelOf(running, name);
    const shown = name === 'monitor' ? 0 : count(level);
    const first = `    ${title} logging: ${levelText(level, shown)}`;
    return level === undefined ? [first] : [first, '                     filtering disabled'];
  };
  const buffered = one(running, 'logging buffered');
  const size = Number(buffered?.args['size'] ?? BUFFER);
  const level = severityOf(buffered?.args['severity']);
  const from = seat.system.memory(box).clearedLog;
  const kept = box.log.filter((entry) => entry.number > from && entry.severity <= level);
  return [
    'Syslog logging: enabled (0 messages dropped, 0 messages rate-limited, 0 flushes, 0 overruns, xml disabled, filtering disabled)',
    '',
    'No Active Message Discriminator.',
    '',
    '',
    '',
    'No Inactive Message Discriminator.',
    '',
    '',
    ...destination('Console', 'console'),
    ...destination('Monitor', 'monitor'),
    `    Buffer logging:  level ${SEVERITIES[level]}, ${count(level)} messages logged, xml disabled,`,
    '                    filtering disabled',
    '    Exception Logging: size (8192 bytes)',
    '    Count and timestamp logging messages: disabled',
    '    Persistent logging: disabled',
    '',
    'No active filter modules.',
    '',
    `    Trap logging: level informational, ${box.log.length} message lines logged`,
    '        Logging Source-Interface:       VRF Name:',
    '',
    `Log Buffer (${size} bytes):`,
    '',
    ...withinBytes(
      kept.map((entry) => entryText(box, entry)),
      size,
    ),
  ];
}

/** The last lines that fit into the buffer. */
function withinBytes(lines: readonly string[], size: number): readonly string[] {
  let bytes = 0;
  const at = lines.findLastIndex((line) => {
    bytes += line.length + 1;
    return bytes > size;
  });
  return lines.slice(at + 1);
}
