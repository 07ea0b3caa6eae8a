// The saves: named, written safely, checked when they are loaded, never half of one.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '../base/nearest.ts';
import { err, ok, type Result } from '../base/result.ts';
import { parseJson } from '../lab/json-source.ts';
import { problemText } from '../lab/lab.ts';
import { migrate } from '../play/migrate.ts';
import type { Save } from '../play/save.ts';
import type { Micros } from '../sim/time.ts';
import { takeLock } from './lock.ts';
import { backupOf, SafeJsonFile, sweep } from './safe-file.ts';

/** A save as a menu lists it. */
export interface SaveCard {
  readonly name: string;
  readonly file: string;
  /** When it was written, as the disk has it: milliseconds since 1970. */
  readonly written: number;
  readonly title: string;
  readonly lab: string;
  readonly time: Micros;
  readonly done: number;
  /** Why it cannot be loaded; the other facts are then empty. */
  readonly damage: string | undefined;
}

/** Letters, digits, dots, blanks and the like; not the first a dot: no path can be spelled with it. */
const NAME = /^[A-Za-z0-9_][A-Za-z0-9_. -]{0,63}$/;
const SUFFIX = '.json';
const size = (path: string): number => (existsSync(path) ? statSync(path).size : -1);

export class Store {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Names of all saves, sorted. */
  names(): readonly string[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder)
      .filter((file) => file.endsWith(SUFFIX) && NAME.test(file.slice(0, -SUFFIX.length)))
      .map((file) => file.slice(0, -SUFFIX.length))
      .sort();
  }

  /** Another text when the save of that name was written again; undefined: there is none. */
  stamp(name: string): string | undefined {
    const file = this.#file(name);
    if (!existsSync(file)) return undefined;
    const { mtimeMs, size: bytes, ino } = statSync(file);
    return `${mtimeMs} ${bytes} ${ino}`;
  }

  /** Every save, a damaged one with its damage. */
  async cards(): Promise<readonly SaveCard[]> {
    const cards: SaveCard[] = [];
    for (const name of this.names()) {
      const file = this.#file(name);
      const written = Math.floor(statSync(file).mtimeMs);
      const loaded = await this.load(name);
      const card = { name, file, written };
      if (loaded.ok) {
        const { title, lab, end, done } = loaded.value;
        cards.push({ ...card, title, lab: lab.id, time: end.at, done: done.length, damage: undefined });
      } else cards.push({ ...card, title: name, lab: '', time: 0 as Micros, done: 0, damage: loaded.error });
    }
    return cards;
  }

  /** A whole, sound save, or what is wrong: the file, the place in it, and whether the one before it is good. */
  async load(name: string): Promise<Result<Save, string>> {
    const named = checkName(name);
    if (!named.ok) return named;
    const file = this.#file(name);
    if (!existsSync(file) && !existsSync(backupOf(file)))
      return err(`there is no save "${name}"${didYouMean(name, this.names())}`);
    const read = await readSave(file);
    if (read.ok) return read;
    const before = existsSync(backupOf(file)) ? await readSave(backupOf(file)) : undefined;
    const cure = before?.ok
      ? `; the save before it is good: rename ${backupOf(file)} to ${file} to go on from there`
      : '';
    return err(`${read.error}${cure}`);
  }

  /** Writes a save under a name, in place of the one that it had. */
  async write(name: string, save: Save): Promise<Result<void, string>> {
    const named = checkName(name);
    if (!named.ok) return named;
    const file = this.#file(name);
    const lockFile = join(this.folder, `.${name}.lock`);
    const lock = takeLock(lockFile);
    if (!lock.ok) return err(`${file} was not written: ${lock.error}`);
    try {
      sweep(file, lockFile);
      const { Low } = await import('lowdb');
      await new Low<unknown>(new SafeJsonFile(file), save).write();
      return ok(undefined);
    } catch (error) {
      return err(`${file} was not written: ${(error as Error).message}`);
    } finally {
      lock.value();
    }
  }

  #file(name: string): string {
    return join(this.folder, `${name}${SUFFIX}`);
  }
}

/** Whether something may be the name of a save. */
export function checkName(name: string): Result<void, string> {
  if (NAME.test(name) && !/[. ]$/.test(name)) return ok(undefined);
  return err(`"${name}" cannot name a save; expected letters, digits, blanks, "-", "_" and ".", 64 at most`);
}

async function readSave(file: string): Promise<Result<Save, string>> {
  if (size(file) < 0) return err(`${file} is missing`);
  if (size(file) === 0) return err(`${file} is empty`);
  const source = parseJson(readFileSync(file, 'utf8'));
  if (!source.ok) return err(`${file}:${source.error.line}:${source.error.column}: ${source.error.message}`);
  const migrated = migrate(source.value.value);
  if (!migrated.ok) return err(`${file}: ${migrated.error}`);
  const { checkSave } = await import('./save-schema.ts');
  const checked = checkSave(migrated.value);
  if ('save' in checked) return ok(checked.save);
  const { shapeProblems } = await import('./shape-text.ts');
  const first = shapeProblems(file, source.value, checked.issues, [])[0];
  return err(first ? problemText(first) : `${file} is no save`);
}
