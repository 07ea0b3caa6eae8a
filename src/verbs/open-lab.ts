// What most verbs begin with: a lab by its name, and a play of it, new or from a save.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { err, ok, type Result } from '../base/result.ts';
import { findLab, loadLab } from '../host/lab-files.ts';
import { labsFolder, savesFolder } from '../host/places.ts';
import { Store } from '../host/store.ts';
import { type Lab, problemText } from '../lab/lab.ts';
import type { Play } from '../play/play.ts';
import { begin, reopen, saveOf } from '../play/replay.ts';
import type { Program } from './program.ts';

/** The saves of this user. */
export function storeOf(program: Program): Store {
  return new Store(savesFolder(program.environment, program.folder));
}

/** The lab that `LAB` on the command line means, read whole. The error is for people, a problem a line. */
export async function openLab(name: string, program: Program): Promise<Result<Lab, string>> {
  const labs = labsFolder(program.environment, program.folder);
  const found = findLab(name, labs, program.cwd);
  if (!found.ok) {
    const save = await storeOf(program).load(name);
    return save.ok
      ? err(`"${name}" is a save of the lab ${save.value.lab.id}: ${save.value.lab.id} --save ${name}`)
      : found;
  }
  const { systems } = await program.machinery();
  const lab = await loadLab(found.value, labs, systems);
  return lab.ok ? lab : err(lab.error.map(problemText).join('\n'));
}

export interface PlayRequest {
  readonly save: string | undefined;
  /** `start` or `solution`, as it was typed. */
  readonly from: string | undefined;
  readonly seed: string | undefined;
}

/** A play of a lab. What the owner of a save must know is told as a complaint. */
export async function openPlay(lab: Lab, request: PlayRequest, program: Program): Promise<Result<Play, string>> {
  const { from = 'start', seed } = request;
  if (from !== 'start' && from !== 'solution') return err(`--from ${from}; expected start or solution`);
  if (seed !== undefined && !/^\d{1,15}$/.test(seed)) return err(`--seed ${seed}; expected a whole number`);
  const machinery = await program.machinery();
  if (request.save !== undefined) {
    if (request.from !== undefined || seed !== undefined)
      return err('a save has its own beginning: --save goes with neither --from nor --seed');
    const save = await storeOf(program).load(request.save);
    if (!save.ok) return save;
    if (save.value.lab.id !== lab.id)
      return err(`the save "${request.save}" is one of the lab ${save.value.lab.id}, not of ${lab.id}`);
    const opened = reopen(save.value, lab, machinery, { engine: program.engine });
    for (const words of opened.words) program.complain(`${words}\n`);
    return ok(opened.play);
  }
  const options = { from, ...(seed === undefined ? {} : { seed: Number(seed) }) } as const;
  const begun = begin(lab, machinery, options);
  return begun.ok ? begun : err(begun.error.map(problemText).join('\n'));
}

/** Writes a play under a name. */
export async function writeSave(play: Play, name: string, program: Program): Promise<Result<void, string>> {
  return storeOf(program).write(name, saveOf(play, { title: play.lab.title, engine: program.engine }));
}

/** A file that the command line names. */
export function readNamed(path: string, program: Program): Result<string, string> {
  try {
    return ok(readFileSync(resolve(program.cwd, path), 'utf8'));
  } catch (error) {
    return err(`${path} cannot be read: ${reason(error)}`);
  }
}

/** `no such file`, `permission denied`: what the machine says, without its codes. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EACCES: 'permission denied',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is no folder',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
  };
  return words[code ?? ''] ?? message;
}
