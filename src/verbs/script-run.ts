// Playing a script for a verb: read, settled or waited for, played; saves written as it says.

import { basename } from 'node:path';
import { err, ok, type Result } from '../base/result.ts';
import { checkName } from '../host/store.ts';
import type { Lab } from '../lab/lab.ts';
import { parseSpan, SPAN_EXPECTED } from '../lab/span.ts';
import type { Play } from '../play/play.ts';
import { Player, type PlayerHooks, QUIET } from '../play/player.ts';
import { saveOf } from '../play/replay.ts';
import type { Save } from '../play/save.ts';
import { faultText, parseScript, type ScriptItem, SETTLE_DEFAULT } from '../play/script.ts';
import type { Micros } from '../sim/time.ts';
import { readNamed, storeOf } from './open-lab.ts';
import type { Program } from './program.ts';

/** A script file, read and found sound for this lab. */
export function readScript(path: string, lab: Lab, program: Program): Result<readonly ScriptItem[], string> {
  const text = readNamed(path, program);
  if (!text.ok) return text;
  const items = parseScript(text.value, basename(path), lab);
  return items.ok ? items : err(items.error.map(faultText).join('\n'));
}

/** When lines are typed: a lab time, or when nothing changes any more. */
export function readMoment(text: string): Result<Micros | 'settled', string> {
  if (text === 'settled') return ok('settled');
  const span = parseSpan(text);
  return span === undefined ? err(`"${text}" is no time; expected ${SPAN_EXPECTED}, or settled`) : ok(span);
}

/** Runs to that moment; a play that is past it already stays where it is. */
export function runTo(play: Play, moment: Micros | 'settled'): void {
  if (moment === 'settled') play.settle(SETTLE_DEFAULT, QUIET);
  else if (moment > play.now) play.advance(moment);
}

/** A script that was played to its end, or to an order that could not be followed. */
export interface Played {
  readonly player: Player;
  readonly done: Result<void, string>;
}

/** Plays items. Saves are gathered while it plays and written when it is over. */
export async function playScript(
  play: Play,
  items: readonly ScriptItem[],
  options: { readonly strict: boolean; readonly shown?: PlayerHooks['shown'] },
  program: Program,
): Promise<Played> {
  const saves: { readonly name: string; readonly save: Save }[] = [];
  const hooks: PlayerHooks = {
    ...(options.shown ? { shown: options.shown } : {}),
    save: (name) => {
      const named = checkName(name);
      if (named.ok) saves.push({ name, save: saveOf(play, { title: play.lab.title, engine: program.engine }) });
      return named;
    },
  };
  const player = new Player(play, hooks, options);
  const done = player.run(items);
  player.finish();
  for (const { name, save } of saves) {
    const written = await storeOf(program).write(name, save);
    if (!written.ok) return { player, done: written };
  }
  return { player, done };
}

/** Tells what did not come as a script expected it; true when all did. */
export function tellFailures(player: Player, program: Program): boolean {
  for (const { item, message } of player.failures) program.complain(`${faultText({ ...item, message })}\n`);
  return player.failures.length === 0;
}
