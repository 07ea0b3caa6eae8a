// A play as the screens see it: its consoles, its pace, its tasks, its saves.

import { err, ok, type Result } from '../base/result.ts';
import { gradeBeside } from '../host/grader.ts';
import { Pacer, type Wall } from '../host/pacer.ts';
import { checkName, type Store } from '../host/store.ts';
import type { CheckState, TaskState } from '../lab/progress.ts';
import type { Play } from '../play/play.ts';
import { QUIET } from '../play/player.ts';
import { saveOf } from '../play/replay.ts';
import { SETTLE_DEFAULT } from '../play/script.ts';
import { type Micros, micros, since } from '../sim/time.ts';
import type {
  CheckFacts,
  ConsoleLine,
  DeviceFacts,
  LinkFacts,
  LinkState,
  Pace,
  SaveOver,
  SaveRefusal,
  Sitting,
  Speed,
  TaskFacts,
} from '../tui/front-desk.ts';

/** The session that a device's console is. */
const CONSOLE = 0;

export interface ConsoleSize {
  readonly rows: number;
  readonly columns: number;
}

/** What a sitting begins with. */
export interface SittingSetup {
  readonly play: Play;
  readonly store: Store;
  /** Digest of this program. */
  readonly engine: string;
  /** The name of the save that it goes on from. */
  readonly name: string | undefined;
  readonly notes: readonly string[];
  /** What the consoles printed so far, by device. */
  readonly backlogs: ReadonlyMap<string, string>;
  /** How large the consoles are that are open already. */
  readonly sizes: ReadonlyMap<string, ConsoleSize>;
  readonly speed: Speed;
  /** The user has left it, saved or not. */
  readonly left: () => void;
  readonly wall?: Wall;
}

const checkFacts = (state: CheckState): CheckFacts => ({
  say: state.check.say,
  hint: state.check.hint,
  state: state.passed === undefined ? 'unknown' : state.passed ? 'passed' : 'failed',
  found: state.of.length > 0 ? '' : state.why,
  of: state.of.map(checkFacts),
});

const taskFacts = ({ task, state, checks }: TaskState): TaskFacts => ({
  id: task.id,
  title: task.title,
  brief: task.brief,
  hints: task.hints,
  points: task.points,
  state,
  checks: checks.map(checkFacts),
});

/** One device's console. */
class PlayConsole implements ConsoleLine {
  readonly device: string;
  readonly #sitting: PlaySitting;
  readonly #before: string;
  readonly #ears = new Set<(text: string) => void>();

  constructor(device: string, before: string, sitting: PlaySitting) {
    this.device = device;
    this.#before = before;
    this.#sitting = sitting;
  }

  open(rows: number, columns: number): void {
    const { play, sizes } = this.#sitting.setup;
    const size = sizes.get(this.device);
    if (play.state(this.device, CONSOLE) === undefined)
      this.#sitting.pacer.do({ kind: 'open', device: this.device, session: CONSOLE, auto: false, rows, columns });
    else if (size?.rows !== rows || size.columns !== columns) this.resize(rows, columns);
  }

  backlog(): string {
    return this.#before;
  }

  keys(text: string): void {
    this.#sitting.touched = true;
    this.#sitting.pacer.do({ kind: 'keys', device: this.device, session: CONSOLE, keys: text });
  }

  resize(rows: number, columns: number): void {
    this.#sitting.pacer.do({ kind: 'resize', device: this.device, session: CONSOLE, rows, columns });
  }

  onBytes(hear: (text: string) => void): () => void {
    this.#ears.add(hear);
    return () => this.#ears.delete(hear);
  }

  state(): ReturnType<ConsoleLine['state']> {
    return this.#sitting.setup.play.state(this.device, CONSOLE) ?? 'closed';
  }

  print(text: string): void {
    for (const hear of [...this.#ears]) hear(text);
  }
}

export class PlaySitting implements Sitting {
  readonly setup: SittingSetup;
  readonly pacer: Pacer;
  readonly lab: Sitting['lab'];
  readonly notes: readonly string[];
  /** Something was done that a save would keep. */
  touched = false;
  #name: string | undefined;
  /** The file of that name when it was last read or written here. */
  #stamp: string | undefined;
  #speed: Speed;
  /** Lab time went on before it was settled. */
  #wasRunning = true;
  readonly #consoles: ReadonlyMap<string, PlayConsole>;
  readonly #ears = new Set<() => void>();
  readonly #deaf: () => void;
  #tasks: { readonly stamp: string; readonly facts: readonly TaskFacts[] } | undefined;
  #grades = 0;

  constructor(setup: SittingSetup) {
    this.setup = setup;
    const { play } = setup;
    this.lab = { id: play.lab.id, title: play.lab.title, guide: play.lab.guide };
    this.notes = setup.notes;
    this.#name = setup.name;
    this.#stamp = setup.name === undefined ? undefined : setup.store.stamp(setup.name);
    this.#speed = setup.speed;
    this.#consoles = new Map(
      play.lab.devices.map(({ name }) => [name, new PlayConsole(name, setup.backlogs.get(name) ?? '', this)]),
    );
    const tell = (): void => {
      for (const hear of [...this.#ears]) hear();
    };
    this.pacer = new Pacer(play, { changed: tell, ...(setup.wall === undefined ? {} : { wall: setup.wall }) });
    this.#deaf = play.listen({
      console: (device, session, text) => {
        if (session === CONSOLE) this.#consoles.get(device)?.print(text);
      },
      deed: tell,
    });
    this.pacer.run(this.#speed);
  }

  devices(): readonly DeviceFacts[] {
    const { lab, running } = this.setup.play;
    return lab.devices.map(({ name, os, at, login }) => ({
      name,
      os,
      at,
      login,
      powered: running.router(name) !== undefined,
    }));
  }

  links(): readonly LinkFacts[] {
    const { lab, running } = this.setup.play;
    return lab.links.map(({ id, kind, ends }) => {
      const lit = ends.map((end) => running.socket(end)).every(({ node, port }) => running.world.carrier(node, port));
      const state: LinkState = running.world.link(id)?.up === false ? 'cut' : lit ? 'up' : 'down';
      return { id, kind, ends, state };
    });
  }

  tasks(): readonly TaskFacts[] {
    const { play } = this.setup;
    const stamp = `${play.inputs.length} ${play.running.lastChange} ${this.#grades}`;
    if (this.#tasks?.stamp !== stamp) this.#tasks = { stamp, facts: play.progress().map(taskFacts) };
    return this.#tasks.facts;
  }

  /** In a copy of the world, made beside this one. */
  async grade(): Promise<void> {
    await gradeBeside(this.setup.play, this.setup.wall);
    this.#grades++;
  }

  console(device: string): ConsoleLine {
    const found = this.#consoles.get(device);
    if (found === undefined) throw new Error(`${device} is no device of this lab`);
    return found;
  }

  time(): Micros {
    return this.setup.play.now;
  }

  pace(): Pace {
    const { mode } = this.pacer;
    const pace = { speed: this.#speed, paused: mode.kind === 'paused', settling: undefined };
    if (mode.kind === 'paused' && mode.why === 'unattended')
      return { ...pace, why: 'Paused: nobody was here for ten minutes.' };
    if (mode.kind !== 'settling') return pace;
    const { play } = this.setup;
    const quiet = since(micros(Math.max(mode.since, play.running.unrest)), play.now);
    return { ...pace, settling: { since: mode.since, quiet, enough: mode.quiet, limit: since(mode.since, mode.end) } };
  }

  setSpeed(speed: Speed): void {
    this.#speed = speed;
    if (this.pacer.mode.kind === 'running') this.pacer.run(speed);
  }

  pause(): void {
    this.pacer.pause();
  }

  resume(): void {
    this.pacer.run(this.#speed);
  }

  step(span: Micros): void {
    void this.pacer.step(span);
  }

  async settle(): Promise<boolean> {
    this.#wasRunning = this.pacer.mode.kind === 'running';
    const quiet = await this.pacer.settle(SETTLE_DEFAULT, QUIET);
    // The speed may have been changed meanwhile.
    if (this.pacer.mode.kind === 'running' && this.pacer.speed !== this.#speed) this.pacer.run(this.#speed);
    return quiet;
  }

  stopSettling(): void {
    if (this.pacer.mode.kind !== 'settling') return;
    if (this.#wasRunning) this.pacer.run(this.#speed);
    else this.pacer.pause();
  }

  setCable(link: string, plugged: boolean): void {
    this.touched = true;
    this.pacer.do({ kind: 'link', link, up: plugged });
  }

  saveName(): string | undefined {
    return this.#name;
  }

  dirty(): boolean {
    return this.touched;
  }

  fingerprint(): string {
    return this.setup.play.fingerprint;
  }

  async save(name: string, over: SaveOver): Promise<Result<undefined, SaveRefusal>> {
    const { play, store, engine } = this.setup;
    const named = checkName(name);
    if (!named.ok) return err({ kind: 'failed', why: named.error });
    const there = store.stamp(name);
    if (over === 'nothing' && there !== undefined) return err({ kind: 'exists' });
    if (over === 'own' && there !== undefined && there !== this.#stamp) return err({ kind: 'changed' });
    const save = saveOf(play, { title: play.lab.title, engine });
    // What is typed while the disk works is not in it.
    this.touched = false;
    const written = await store.write(name, save);
    if (!written.ok) {
      this.touched = true;
      return err({ kind: 'failed', why: written.error });
    }
    this.#name = name;
    this.#stamp = store.stamp(name);
    return ok(undefined);
  }

  subscribe(listener: () => void): () => void {
    this.#ears.add(listener);
    return () => this.#ears.delete(listener);
  }

  close(why: 'left' | 'ended'): void {
    this.pacer.close();
    this.#deaf();
    this.#ears.clear();
    if (why === 'left') this.setup.left();
  }
}
