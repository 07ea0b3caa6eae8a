// Old save formats, carried over one step each.

import { err, ok, type Result } from '../base/result.ts';
import { SAVE_FORMAT } from './save.ts';

type Raw = Readonly<Record<string, unknown>>;

/** What turns a save of format n into one of format n + 1, by n. */
export type Steps = ReadonlyMap<number, (save: Raw) => Raw>;

/** There has been one format so far. */
const STEPS: Steps = new Map();

/** A save as it was read, in the newest format; whether it is a sound one is not looked at. */
export function migrate(value: unknown, steps: Steps = STEPS, newest: number = SAVE_FORMAT): Result<Raw, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return err('it holds no save');
  let save = value as Raw;
  const format = save['format'];
  if (!Number.isSafeInteger(format) || (format as number) < 1) return err('it does not say which format it has');
  if ((format as number) > newest)
    return err(`its format is ${format} and this program knows only up to ${newest}: a newer one wrote it`);
  for (let at = format as number; at < newest; at++) {
    const step = steps.get(at);
    if (!step) return err(`its format is ${at}, which this program no longer reads`);
    save = { ...step(save), format: at + 1 };
  }
  return ok(save);
}
