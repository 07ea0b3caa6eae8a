// The disk of a box: what its users wrote, and what the system keeps there: logs, the configurations that were in force.
// Source: CLI user guide, "Viewing Files and Directories on a Device Running Junos OS"; places of juniper.conf.N.gz:
// "Commit the Configuration", ibid.

import type { Box } from '../os.ts';
import { logFiles } from './log-files.ts';
import { printBlock } from './print.ts';
import { logText } from './show/log.ts';

/** Where somebody's own files are. */
export const homeOf = (user: string): string => (user === 'root' ? '/root' : `/var/home/${user}`);

/** Somewhere else: no file server answers in a lab. */
export const isUrl = (name: string): boolean => /^(?:[a-z]+:\/\/|[\w.@-]+:)/.test(name);

/** FreeBSD's fetch(3) about a server that does not answer. */
export const unreachable = (name: string): string => `error: could not transfer file: ${name}: Operation timed out`;

/** A name as typed to a full path; a URL stays what it is. */
export function fullPath(user: string, name: string, directory = homeOf(user)): string {
  const from = name.startsWith('/') ? name : name.replace(/^~(?=\/|$)/, homeOf(user));
  const parts: string[] = [];
  for (const part of (from.startsWith('/') ? from : `${directory}/${from}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Configurations that were in force: the first four in /config, the others behind. */
function configurationAt(box: Box, path: string): readonly string[] | undefined {
  const found = /^(\/config|\/var\/db\/config)\/juniper\.conf(?:\.(\d+))?\.gz$/.exec(path);
  const number = Number(found?.[2] ?? 0);
  if (found) {
    const tree = (found[1] === '/config') === number < 4 ? box.store.commits[number]?.tree : undefined;
    return tree && printBlock(tree.children);
  }
  return path === '/config/rescue.conf.gz' && box.store.rescue ? printBlock(box.store.rescue.children) : undefined;
}

const LOGS = '/var/log/';

/** The lines of a file; undefined: there is none. */
export function readFile(box: Box, path: string): readonly string[] | undefined {
  const own = box.files.get(path)?.lines;
  if (own) return own;
  if (path.startsWith(LOGS)) return logText(box, path.slice(LOGS.length));
  return configurationAt(box, path);
}

/** Writes a file, or adds to it. */
export function writeFile(box: Box, user: string, path: string, lines: readonly string[], add = false): void {
  const before = add ? (readFile(box, path) ?? []) : [];
  box.files.set(path, { lines: [...before, ...lines], at: box.now, user });
}

/** Every file there is, by path. */
export function allFiles(box: Box): readonly string[] {
  const configurations = box.store.commits.map((_, i) =>
    i === 0 ? '/config/juniper.conf.gz' : `${i < 4 ? '/config' : '/var/db/config'}/juniper.conf.${i}.gz`,
  );
  const rescue = box.store.rescue ? ['/config/rescue.conf.gz'] : [];
  const logs = logFiles(box.store.running).map((name) => `${LOGS}${name}`);
  return [...new Set([...box.files.keys(), ...configurations, ...rescue, ...logs])].sort();
}

/** Directories that are there although nothing is in them. */
const DIRECTORIES = ['/', '/config', '/root', '/var', '/var/db', '/var/db/config', '/var/home', '/var/log', '/var/tmp'];

/** What is in a directory, its directories with a `/`; undefined: it does not exist. */
export function entriesIn(box: Box, user: string, directory: string): readonly string[] | undefined {
  const known = new Set([...DIRECTORIES, homeOf(user)]);
  const prefix = directory === '/' ? '/' : `${directory}/`;
  const names = new Set<string>();
  for (const path of [...allFiles(box), ...[...known].map((name) => `${name}/`)]) {
    if (!path.startsWith(prefix) || path === prefix) continue;
    const rest = path.slice(prefix.length);
    const slash = rest.indexOf('/');
    names.add(slash < 0 ? rest : rest.slice(0, slash + 1));
  }
  if (names.size === 0 && !known.has(directory)) return undefined;
  return [...names].filter((name) => name !== '/').sort();
}

/** Bytes of a text. */
export const sizeOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length + 1, 0);
