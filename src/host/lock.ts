// A lock file beside a save: two programs that write one save would lose one of the two.

import { closeSync, constants, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
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
      const handle = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o644);
      writeSync(handle, JSON.stringify({ pid: process.pid, host: hostname() }));
      closeSync(handle);
      return ok(() => rmSync(path, { force: true }));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return err((error as Error).message);
    }
    const holder = holderOf(path);
    if (holder === 'fresh') return err('another program is writing it');
    if (holder && alive(holder)) return err(`another program (process ${holder.pid} on ${holder.host}) is writing it`);
    rmSync(path, { force: true });
  }
  return err('another program is writing it');
}

/** A lock that says nothing yet belongs to somebody who is just taking it; after a while, to somebody who died. */
const FRESH_MILLIS = 5_000;

/** Undefined when the file is gone, or its writer died in the middle of it. */
function holderOf(path: string): Holder | 'fresh' | undefined {
  try {
    const age = Date.now() - statSync(path).mtimeMs;
    const value = parsed(readFileSync(path, 'utf8'));
    if (typeof value?.pid === 'number' && typeof value.host === 'string') return value as Holder;
    return age < FRESH_MILLIS ? 'fresh' : undefined;
  } catch {
    return undefined;
  }
}

function parsed(text: string): Partial<Holder> | undefined {
  try {
    return (JSON.parse(text) ?? undefined) as Partial<Holder> | undefined;
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
