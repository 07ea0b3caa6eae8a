// A lock file beside a save: two programs that write one save would lose one of the two.

import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { err, ok, type Result } from '../base/result.ts';

interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** Takes the lock at `path`; the value gives it back. A lock whose owner is gone is taken over. */
export function takeLock(path: string): Result<() => void, string> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      create(path, JSON.stringify({ pid: process.pid, host: hostname() }));
      return ok(() => rmSync(path, { force: true }));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return err((error as Error).message);
    }
    const holder = holderOf(path);
    if (holder && alive(holder)) return err(`another program (process ${holder.pid} on ${holder.host}) is writing it`);
    rmSync(path, { force: true });
  }
  return err('another program is writing it');
}

/** Makes the file with what is in it in one step; fails with EEXIST when it is there. */
function create(path: string, text: string): void {
  const fresh = `${path}.${process.pid}.tmp`;
  writeFileSync(fresh, text);
  try {
    linkSync(fresh, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // Not every disk has hard links.
    writeFileSync(path, text, { flag: 'wx' });
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** Undefined when the file is gone, or says nothing that can be read. */
function holderOf(path: string): Holder | undefined {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder> | null;
    return typeof value?.pid === 'number' && typeof value.host === 'string' ? (value as Holder) : undefined;
  } catch {
    return undefined;
  }
}

/** A process of another machine is taken to live: nobody here can tell. */
function alive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
