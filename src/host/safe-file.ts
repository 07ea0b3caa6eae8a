// A JSON file that survives: written beside, flushed, put in place in one step; the one before it is kept as `.bak`.

import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';

/** lowdb's adapter for one file. What it reads is JSON of any shape: the store looks at it. */
export class SafeJsonFile implements Adapter<unknown> {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** What the file holds; null when there is none. Throws a SyntaxError when it is no JSON. */
  async read(): Promise<unknown> {
    return existsSync(this.#path) ? (JSON.parse(readFileSync(this.#path, 'utf8')) as unknown) : null;
  }

  /**
   * At every moment there is a whole file under the name: the old one or the new one. A link is followed, an old
   * file's mode is kept.
   */
  async write(data: unknown): Promise<void> {
    const target = existsSync(this.#path) ? realpathSync(this.#path) : this.#path;
    const folder = dirname(target);
    const mode = existsSync(target) ? statSync(target).mode & 0o777 : 0o644;
    const fresh = join(folder, `.${basename(target)}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`);
    try {
      writeFlushed(fresh, `${JSON.stringify(data)}\n`, mode);
      if (existsSync(target)) keepAsBackup(target);
      renameSync(fresh, target);
    } finally {
      rmSync(fresh, { force: true });
    }
    flushFolder(folder);
  }
}

function writeFlushed(path: string, text: string, mode: number): void {
  const handle = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, mode);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The old file gets a second name, in one step: a crash in between leaves the older backup or the newer, whole. */
function keepAsBackup(target: string): void {
  const fresh = join(dirname(target), `.${basename(target)}.${process.pid}.bak.tmp`);
  try {
    try {
      linkSync(target, fresh);
    } catch {
      // Not every disk has hard links.
      copyFileSync(target, fresh);
    }
    renameSync(fresh, backupOf(target));
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** Removes what writers that were killed left behind. Only for whoever holds the lock of this file. */
export function sweep(path: string, lock: string): void {
  const folder = dirname(path);
  const ours = [`.${basename(path)}.`, `${basename(lock)}.`];
  for (const name of readdirSync(folder))
    if (name.endsWith('.tmp') && ours.some((begin) => name.startsWith(begin)))
      rmSync(join(folder, name), { force: true });
}

/** Where the save before the last is kept. */
export const backupOf = (path: string): string => `${path}.bak`;

/** A renamed file is on the disk only when its folder is. Not every system can flush a folder. */
function flushFolder(folder: string): void {
  let handle: number | undefined;
  try {
    handle = openSync(folder, constants.O_RDONLY);
    fsyncSync(handle);
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
