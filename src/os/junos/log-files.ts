// The files of the system log: which there are, and which lines go into each.
// Source: factory configuration (`file messages { any notice; authorization info; }`, `file interactive-commands {
// interactive-commands any; }`); "Junos OS system logging facilities and message severity levels" (system log guide).

import type { ConfigNode, ConfigTree } from '../../config/tree.ts';
import type { Box, LogEntry, LogLine } from '../os.ts';
import { all, one } from './compile/tree-reader.ts';

/** RFC 5424 §6.2.1; `any` takes them all, `none` nothing. */
const LEVELS: Readonly<Record<string, number>> = {
  any: 7,
  emergency: 0,
  alert: 1,
  critical: 2,
  error: 3,
  warning: 4,
  notice: 5,
  info: 6,
  none: -1,
};
const NOTICE = 5;
/** A line that is only for one of the other files. */
const INFO = 6;

/** What an emptied file begins with: told to that file alone. */
const CLEARED = 'logfile cleared';

/** Facility and level of every rule of a file. */
type Rules = readonly (readonly [facility: string, level: number])[];

/** Where the factory's configuration sends what. */
const USUAL: readonly (readonly [name: string, rules: Rules])[] = [
  ['interactive-commands', [['interactive-commands', 7]]],
  [
    'messages',
    [
      ['any', NOTICE],
      ['authorization', INFO],
    ],
  ],
];

function rulesOf(file: ConfigNode): Rules {
  return file.children.flatMap((rule) => {
    const level = LEVELS[rule.args['level'] ?? ''];
    return level === undefined || rule.inactive ? [] : [[rule.args['facility'] ?? '', level] as const];
  });
}

/** By name; what is not configured at all goes where the factory sends it. */
function filesOf(tree: ConfigTree): ReadonlyMap<string, Rules> {
  const configured = all(one(one(tree, 'system'), 'syslog'), 'file').filter((file) => !file.inactive);
  return new Map(
    configured.length === 0 ? USUAL : configured.map((file) => [file.args['file'] ?? '', rulesOf(file)] as const),
  );
}

/** The names of all files, by their letters. */
export const logFiles = (tree: ConfigTree): readonly string[] => [...filesOf(tree).keys()].sort();

/** A line is of one facility, told by who writes it. */
function facilityOf({ text, process = '' }: LogLine): string {
  if (text.startsWith('UI_')) return 'interactive-commands';
  if (/^(?:login|sshd|su)\b/.test(process)) return 'authorization';
  return /^(?:kernel|\/kernel|fpc)/.test(process) ? 'kernel' : 'daemon';
}

function takes(rules: Rules, entry: LogLine): boolean {
  const facility = facilityOf(entry);
  return rules.some(([wanted, level]) => (wanted === 'any' || wanted === facility) && entry.severity <= level);
}

/** Is a line shown on the terminals of a user (`syslog user NAME`), to all (`user *`), or on the console? */
export function shownTo(tree: ConfigTree, entry: LogEntry, user: string, console: boolean): 'user' | 'all' | undefined {
  if (entry.text === CLEARED) return undefined;
  const syslog = one(one(tree, 'system'), 'syslog');
  const wants = (node: ConfigNode | undefined): boolean =>
    node !== undefined && !node.inactive && takes(rulesOf(node), entry);
  const users = all(syslog, 'user');
  if (wants(users.find(({ args }) => args['user'] === user))) return 'user';
  if (console && wants(one(syslog, 'console'))) return 'user';
  return wants(users.find(({ args }) => args['user'] === '*')) ? 'all' : undefined;
}

/** Does a line go into this file? */
export function goesInto(tree: ConfigTree, name: string, entry: LogEntry): boolean {
  if (entry.text === CLEARED) return entry.process?.endsWith(`(${name})`) ?? false;
  return takes(filesOf(tree).get(name) ?? [], entry);
}

/** What stands in a file since it was emptied; undefined: there is no such file. */
export function linesOf(box: Box, name: string): readonly LogEntry[] | undefined {
  const tree = box.store.running;
  const rules = filesOf(tree).get(name);
  if (!rules) return undefined;
  const entries = box.log.filter((entry) => goesInto(tree, name, entry));
  return entries.slice(
    Math.max(
      0,
      entries.findLastIndex(({ text }) => text === CLEARED),
    ),
  );
}

/** The line that empties a file. */
export const clearedLine = (box: Box, file: string): LogLine => ({
  severity: NOTICE,
  process: `clear-log[${9000 + (box.log.at(-1)?.number ?? 0)}](${file})`,
  text: CLEARED,
});
