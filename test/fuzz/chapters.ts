// A chapter: one play of a lab, five hundred lines at the consoles of one of its devices, and what must hold at its end.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { present } from '../../src/base/must.ts';
import { EMPTY_TREE } from '../../src/config/tree.ts';
import { findLab, loadLab } from '../../src/host/lab-files.ts';
import { programFolder } from '../../src/host/places.ts';
import type { Machinery } from '../../src/lab/build.ts';
import type { Lab } from '../../src/lab/lab.ts';
import type { Play } from '../../src/play/play.ts';
import { begin, reopen, saveOf } from '../../src/play/replay.ts';
import type { Save } from '../../src/play/save.ts';
import { minutes, plus, seconds } from '../../src/sim/time.ts';
import { loadMachinery } from '../../src/verbs/machinery.ts';
import { Dice } from './dice.ts';
import { keysFor, noise } from './keystrokes.ts';
import { corpus, type LineSource, lineSource } from './lines.ts';
import { checkConfiguration, readLines, Typist } from './typist.ts';

const ROOT = programFolder();
const LABS = join(ROOT, 'labs');
/** Lines of a chapter: of one play, from the beginning of a lab. */
export const LINES = 500;
/** One chapter in so many is saved and opened again. */
const REOPENED = 10;

/** The house, and the labs that are played in it. */
export interface Scene {
  readonly machinery: Machinery;
  readonly labs: ReadonlyMap<string, Lab>;
}

export async function openScene(): Promise<Scene> {
  const machinery = await loadMachinery(ROOT);
  const labs = new Map<string, Lab>();
  for (const name of ['first-steps', 'vrf-leak']) {
    const found = findLab(name, LABS, ROOT);
    const lab = found.ok ? await loadLab(found.value, LABS, machinery.systems) : undefined;
    if (!lab?.ok) throw new Error(`no lab ${name}`);
    labs.set(name, lab.value);
  }
  return { machinery, labs };
}

function newPlay({ machinery, labs }: Scene, dice: Dice, os: string): { readonly play: Play; readonly device: string } {
  const lab = present(labs.get(os === 'ios' && dice.once(2) ? 'vrf-leak' : 'first-steps'), 'a lab');
  const begun = begin(lab, machinery, { from: dice.pick(['start', 'solution']), seed: dice.below(1000) });
  if (!begun.ok) throw new Error('the lab does not begin');
  const device = dice.pick(lab.devices.filter((one) => one.os === os).map((one) => one.name));
  return { play: begun.value, device };
}

/** One line, or one piece of a paste; sometimes something happens around it. */
function step(typist: Typist, source: LineSource, texts: readonly (readonly string[])[], dice: Dice): void {
  const { play, device } = typist;
  const chance = dice.below(200);
  if (chance === 0) play.advance(plus(play.now, dice.pick([seconds(1), minutes(2), minutes(15)])));
  else if (chance === 1) for (const on of [false, true]) play.do({ kind: 'power', device, on });
  else if (chance < 6) typist.sit(dice.below(3), dice.once(2));
  else if (chance < 9) {
    // Left as it is, whatever runs there or is asked.
    typist.keys(keysFor(source(typist.row, dice, typist.box.store.candidate), dice));
    typist.sit(dice.below(3), dice.once(2));
  }
  typist.back();
  const keys = dice.weighed<() => string>([
    [14, () => keysFor(source(typist.row, dice, typist.box.store.candidate), dice)],
    [3, () => keysFor(dice.pick(dice.pick(texts)), dice)],
    [2, () => `${noise(dice)}\r`],
    [1, () => pasted(texts, dice)],
  ])();
  typist.press(keys);
}

/** Some lines of a configuration at once, behind what takes them. */
function pasted(texts: readonly (readonly string[])[], dice: Dice): string {
  const text = dice.pick(texts);
  const from = dice.below(text.length);
  const lines = text.slice(from, from + dice.between(1, 20));
  const before = dice.pick([
    '',
    '',
    'configure terminal\r',
    'configure\rload merge terminal\r',
    'load override terminal\r',
  ]);
  return `${before}${lines.join('\r')}\r${before.includes('load') ? '\x04' : ''}`;
}

const SHOW: Readonly<Record<string, string>> = {
  ios: 'show running-config',
  // With what `apply-flags omit` keeps out of sight.
  junos: 'show configuration | display omit',
  host: 'show ip',
};

/** What a line of somebody who is let in without a password prints. */
function shown(typist: Typist, line: string): readonly string[] {
  let text = '';
  const deaf = typist.play.listen({
    console: (_device, session, more, kind) => {
      if (session === 15 && kind === 'output') text += more;
    },
  });
  typist.keys(`${line}\r`);
  deaf();
  assert.equal(typist.state, 'prompt', line);
  return text.split('\r\n');
}

/** The configuration is shown, also as `set` lines that make it again, and all boxes still stand. */
function ends(typist: Typist, os: string): void {
  typist.sit(15, true);
  typist.reconnect();
  const { box } = typist;
  const printed = box.os.print(box.store.running);
  const said = shown(typist, SHOW[os] ?? '');
  if (os !== 'host')
    assert.deepEqual(
      printed.filter((line) => !line.includes('SECRET-DATA') && !said.includes(line)),
      [],
    );
  // Remarks have no `set` line, and keep lists apart.
  if (os === 'junos' && !printed.some((line) => /^\s*\/\*/.test(line))) {
    const sets = shown(typist, 'show configuration | display set | display omit').filter((line) => line !== '');
    assert.deepEqual(box.os.print(readLines(box, sets, EMPTY_TREE)), printed, 'as set lines');
  }
  for (const one of typist.play.running.boxes.values()) if (one.powered) checkConfiguration(one);
}

/** A save of it is opened as the same run. */
export function reopens({ machinery }: Scene, play: Play): void {
  const save = JSON.parse(JSON.stringify(saveOf(play, { title: 'fuzz', engine: 'x' }))) as Save;
  const again = reopen(save, play.lab, machinery, { engine: 'x' });
  assert.deepEqual([again.how, again.words, again.play.fingerprint], ['exact', [], play.fingerprint]);
}

/** Plays it. What goes wrong is thrown, with what was pressed last. */
export function playChapter(scene: Scene, os: string, number: number): void {
  const dice = new Dice(`${os}/${number}`);
  const { play, device } = newPlay(scene, dice, os);
  const box = present(play.running.boxes.get(device), device);
  const typist = new Typist(play, device, dice);
  const source = lineSource(os, box.os.vocabulary);
  const texts = corpus(LABS, os);
  try {
    typist.sit(0, !dice.once(5));
    for (let line = 0; line < LINES; line++) {
      const before = box.store.running;
      step(typist, source, texts, dice);
      if (box.store.running !== before && dice.once(4)) checkConfiguration(box);
    }
    ends(typist, os);
    if (number % REOPENED === 0) reopens(scene, play);
  } catch (error) {
    const pressed = typist.pressed.map((keys) => JSON.stringify(keys).slice(0, 300)).join('\n');
    throw new Error(`chapter ${number} of ${os} at ${device}; pressed last:\n${pressed}`, { cause: error });
  }
}
