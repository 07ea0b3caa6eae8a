// A shipped lab, played headless by a script: what its consoles print, and what its routers know.

import { parseIp4 } from '../../src/base/ip.ts';
import type { Router } from '../../src/device/router.ts';
import { programFolder } from '../../src/host/places.ts';
import type { Machinery } from '../../src/lab/build.ts';
import type { Lab } from '../../src/lab/lab.ts';
import type { Play } from '../../src/play/play.ts';
import { Player, type Typed } from '../../src/play/player.ts';
import { begin } from '../../src/play/replay.ts';
import { parseScript } from '../../src/play/script.ts';
import { seconds } from '../../src/sim/time.ts';
import { loadMachinery } from '../../src/verbs/machinery.ts';
import { openLab } from '../../src/verbs/open-lab.ts';
import type { Program } from '../../src/verbs/program.ts';
import { bed } from './program.ts';

let loaded: Promise<Machinery> | undefined;

export class LabRoom {
  readonly lab: Lab;
  readonly play: Play;
  readonly machinery: Machinery;
  readonly #player: Player;

  private constructor(lab: Lab, play: Play, machinery: Machinery) {
    this.lab = lab;
    this.machinery = machinery;
    this.play = play;
    this.#player = new Player(play, { save: () => ({ ok: true, value: undefined }) });
  }

  /** The lab from its `start` or `solution`, settled. */
  static async open(name: string, from: 'start' | 'solution' = 'start'): Promise<LabRoom> {
    const files = bed({ 'package.json': { name: 'labelstack' } }).program;
    return LabRoom.#settled(name, from, { ...files, folder: programFolder() });
  }

  /** A lab of the test's own: files by their path, `labs/NAME/lab.json` and what belongs to it. */
  static async made(name: string, files: Readonly<Record<string, unknown>>): Promise<LabRoom> {
    return LabRoom.#settled(name, 'start', bed({ ...files, 'package.json': { name: 'labelstack' } }).program);
  }

  static async #settled(name: string, from: 'start' | 'solution', there: Program): Promise<LabRoom> {
    loaded ??= loadMachinery(programFolder());
    const machinery = await loaded;
    const program: Program = { ...there, machinery: async () => machinery };
    const lab = await openLab(name, program);
    if (!lab.ok) throw new Error(lab.error);
    const play = begin(lab.value, machinery, { from });
    if (!play.ok) throw new Error(JSON.stringify(play.error));
    play.value.settle(seconds(600), seconds(30));
    return new LabRoom(lab.value, play.value, machinery);
  }

  /** Plays a script; the lines that it typed, with what came of them. */
  script(text: string): readonly Typed[] {
    const before = this.#player.typed.length;
    const items = parseScript(text, 'script', this.lab);
    if (!items.ok) throw new Error(JSON.stringify(items.error));
    const done = this.#player.run(items.value);
    if (!done.ok) throw new Error(done.error);
    return this.#player.typed.slice(before);
  }

  /** The output of the last line of a script, trailing blanks as printed. */
  shown(text: string): string {
    return this.script(text).at(-1)?.output ?? '';
  }

  router(device: string): Router {
    const router = this.play.running.router(device);
    if (router === undefined) throw new Error(`no router ${device}`);
    return router;
  }

  /** How many of a ping's requests were answered: typed at the console, asked of the router. */
  ping(device: string, line: string, to: string): number {
    this.script(`@${device}\n${line}`);
    const wanted = parseIp4(to);
    const row = this.router(device)
      .ask('pings', {})
      .filter((one) => one.to === wanted)
      .at(-1);
    if (row === undefined) throw new Error(`no ping to ${to}`);
    return row.received;
  }
}
