// `file …`: the disk seen from the command line.    Source: "file list", "file show", "file compare", "file checksum" (CLI
// reference, sample outputs); captures `file list /var/tmp/`, `file list … detail`.

import { toHex } from '../../../base/bytes.ts';
import { md5 } from '../../../base/digest.ts';
import { utf8 } from '../../../base/utf8.ts';
import type { Match } from '../../../language/spec.ts';
import { allFiles, entriesIn, fullPath, isUrl, readFile, sizeOf, unreachable, writeFile } from '../files.ts';
import { noFile, shortStamp } from '../show/log.ts';
import type { ShellContext } from './context.ts';
import { lineDiff } from './line-diff.ts';

export type Order = (context: ShellContext, found: Match) => void;

/** By the action's name. */
export const FILE_ORDERS: Readonly<Record<string, Order>> = {
  'file-checksum': (context, { args }) => {
    const path = pathOf(context, args['file']);
    const lines = linesOf(context, args['file']);
    if (!lines) return;
    const digest = md5(utf8(lines.map((line) => `${line}\n`).join('')));
    context.io.print([`MD5 (${path}) = ${toHex(digest)}`]);
  },
  'file-compare': (context, { args }) => {
    const from = linesOf(context, args['from']);
    const to = from && linesOf(context, args['to']);
    if (from && to) context.io.print(lineDiff(from, to));
  },
  'file-copy': (context, { args }) => {
    const lines = linesOf(context, args['from']);
    const { to = '' } = args;
    if (!lines) return;
    if (isUrl(to)) context.io.print([unreachable(to)]);
    else write(context, target(context, args['from'], to), lines);
  },
  'file-delete': (context, { args }) => {
    const { box } = context.session;
    if (linesOf(context, args['file'])) box.files.delete(pathOf(context, args['file']));
  },
  'file-list': list,
  'file-rename': (context, { args }) => {
    const lines = linesOf(context, args['from']);
    if (!lines) return;
    write(context, target(context, args['from'], args['to']), lines);
    context.session.box.files.delete(pathOf(context, args['from']));
  },
  'file-show': (context, { args }) => {
    const lines = linesOf(context, args['file']);
    if (lines) context.io.print(lines);
  },
};

const pathOf = ({ session }: ShellContext, name = ''): string => fullPath(session.user, name, session.directory);

/** The lines of a file; when there is none, that is told. */
function linesOf(context: ShellContext, name = ''): readonly string[] | undefined {
  const lines = isUrl(name) ? undefined : readFile(context.session.box, pathOf(context, name));
  if (!lines) context.io.print([isUrl(name) ? unreachable(name) : noFile(name)]);
  return lines;
}

/** Into a directory under its own name, else under the new one. */
function target(context: ShellContext, from = '', to = ''): string {
  const { box, user } = context.session;
  const directory = entriesIn(box, user, pathOf(context, to)) !== undefined;
  return directory ? `${pathOf(context, to)}/${from.slice(from.lastIndexOf('/') + 1)}` : to;
}

function write(context: ShellContext, name: string, lines: readonly string[]): void {
  const { box, user } = context.session;
  writeFile(box, user, pathOf(context, name), lines);
}

function list(context: ShellContext, { args, words }: Match): void {
  const { session, io } = context;
  const { box, user } = session;
  const directory = pathOf(context, args['directory'] ?? '.');
  const names = entriesIn(box, user, directory);
  if (names) {
    const rows = words.includes('detail') ? detailed(context, directory, names) : names;
    // Captures: a directory is called as it was typed.
    io.print(['', `${args['directory'] ?? `${directory}/`}:`, ...rows]);
  } else if (allFiles(box).includes(directory)) io.print([directory]);
  else io.print([`error: no such file or directory: ${args['directory']}`]);
}

/** As ls(1) prints it, with the sums that Junos puts around. */
function detailed({ session }: ShellContext, directory: string, names: readonly string[]): readonly string[] {
  const { box } = session;
  let blocks = 0;
  const rows = names.map((name) => {
    const path = `${directory === '/' ? '' : directory}/${name}`;
    const own = box.files.get(path);
    const size = name.endsWith('/') ? 512 : sizeOf(readFile(box, path) ?? []);
    blocks += Math.ceil(size / 512);
    const mode = name.endsWith('/') ? 'drwxr-xr-x  2' : '-rw-r--r--  1';
    const owner = (own?.user ?? 'root').padEnd(5);
    return `${mode} ${owner} wheel ${String(size).padStart(10)} ${shortStamp(box.clock(own?.at ?? box.bootedAt))} ${name}`;
  });
  return [`total blocks: ${blocks}`, ...rows, `total files: ${names.length}`];
}
