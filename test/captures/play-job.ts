// Plays a job: runs its network, types its commands, writes what was printed where the scorer looks for it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Machinery } from '../../src/lab/build.ts';
import type { Play } from '../../src/play/play.ts';
import { Player } from '../../src/play/player.ts';
import type { ScriptItem } from '../../src/play/script.ts';
import { type Captured, captured } from './captured-lab.ts';
import { configOf, type JobDevice, readJob } from './job.ts';

/** Output of one command. */
export interface Said {
  readonly device: string;
  readonly run: string;
  readonly save: string;
  readonly output: string;
}

export interface Played extends Captured {
  readonly said: readonly Said[];
}

/** Runs the network and asks what the job asks. */
export function playJob(real: string, name: string, machinery: Machinery): Played {
  const job = readJob(real, name);
  const network = captured(real, job, machinery);
  const player = new Player(network.play, { save: () => ({ ok: true, value: undefined }) });
  const place = { file: name, line: 0 };
  /** Which of the lines that are typed answers which command. */
  const asked: { readonly device: string; readonly run: string; readonly save: string; readonly line: number }[] = [];
  let lines = 0;
  for (const device of job.devices) {
    const isRefused = network.refused.some(({ file, line }) => file === device.config && line === 0);
    if (isRefused) lines += typeAsCandidate(player, network.play, device, configOf(real, device));
    for (const { run, save } of device.commands) {
      const items: readonly ScriptItem[] = [
        { ...place, kind: 'goto', device: device.name, session: 0 },
        { ...place, kind: 'line', text: isRefused ? inConfiguration(run) : run },
      ];
      const done = player.run(items);
      if (!done.ok) throw new Error(`${device.name}: ${run}: ${done.error}`);
      asked.push({ device: device.name, run, save, line: lines++ });
    }
  }
  const { typed } = player;
  return { ...network, said: asked.map(({ line, ...one }): Said => ({ ...one, output: typed[line]?.output ?? '' })) };
}

/** What the router will not commit is looked at in configuration mode, like on the one that refused it. Lines typed. */
function typeAsCandidate(player: Player, play: Play, device: JobDevice, text: string): number {
  const box = play.running.boxes.get(device.name);
  box?.files.set(CANDIDATE, { lines: text.split('\n'), at: play.now, user: 'root' });
  const place = { file: device.name, line: 0 };
  const typed = ['configure', `load set ${CANDIDATE}`];
  player.run([
    { ...place, kind: 'goto', device: device.name, session: 0 },
    ...typed.map((line): ScriptItem => ({ ...place, kind: 'line', text: line })),
  ]);
  return typed.length;
}

const CANDIDATE = '/var/tmp/captured.set';
const inConfiguration = (run: string): string =>
  run.startsWith('show configuration') ? run.replace(' configuration', '') : `run ${run}`;

/** Each output to its file below a folder. */
export function writeOutputs(folder: string, said: readonly Said[]): void {
  for (const { save, output } of said) {
    const file = join(folder, save);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, output);
  }
}
