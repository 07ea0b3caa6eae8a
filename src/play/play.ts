// One sitting at one lab: deeds in, console text out. Everything that happens follows from the lab, a seed and the log.

import { fromHex } from '../base/bytes.ts';
import { present } from '../base/must.ts';
import { err, ok, type Result } from '../base/result.ts';
import { Vty, type VtyState } from '../cli/vty.ts';
import { type PreparedLab, RunningLab } from '../lab/build.ts';
import type { Check, Lab } from '../lab/lab.ts';
import { type CheckState, examineLab, type TaskState } from '../lab/progress.ts';
import { MAIN_ROUTER, type RunningBox } from '../os/box.ts';
import { Fingerprint } from '../sim/fingerprint.ts';
import { impair, type Way } from '../sim/link.ts';
import type { NodeId, PortName } from '../sim/node.ts';
import { type Micros, ZERO } from '../sim/time.ts';
import { type Deed, deedText, type Input, type LinkWay } from './input.ts';
import { InputLog } from './log.ts';
import type { Configs, Save } from './save.ts';
import type { StreamKind } from './transcript.ts';

/** What a play was begun with; with its inputs, all there is to know of it. */
export interface Beginning {
  readonly prepared: PreparedLab;
  readonly seed: number;
  readonly from: Save['from'];
  /** With `from: 'configs'`: what the devices booted with. */
  readonly base?: Configs;
}

/** Whoever looks on. Nothing that a listener does may touch the play before it returns. */
export interface PlayListener {
  /** A console printed something. */
  console?(device: string, session: number, text: string, kind: StreamKind): void;
  /** Something was done: a session opened, a cable cut. Not told of keys. */
  deed?(input: Input): void;
}

/** What may change the answer of a grading. */
export interface GradeSubject {
  readonly inputs: number;
  readonly lastChange: Micros;
}

interface Session {
  readonly device: string;
  readonly number: number;
  readonly auto: boolean;
  rows: number;
  columns: number;
  /** Undefined while the device is switched off. */
  vty: Vty | undefined;
  /** What was printed since the last line break. */
  row: string;
}

const keyOf = (device: string, session: number): string => `${device} ${session}`;
/** Consoles a device has; more sessions than that are refused. */
const SESSIONS_MAX = 16;

export class Play {
  readonly beginning: Beginning;
  readonly running: RunningLab;
  readonly #log: InputLog;
  readonly #fingerprint = new Fingerprint();
  readonly #sessions = new Map<string, Session>();
  readonly #listeners = new Set<PlayListener>();
  #graded: GradeSubject & { readonly states: ReadonlyMap<Check, CheckState> } = {
    inputs: -1,
    lastChange: ZERO,
    states: new Map(),
  };

  /** Builds the lab and switches it on. A listener given here hears a replay too. */
  constructor(beginning: Beginning, listener?: PlayListener) {
    this.beginning = beginning;
    if (listener) this.#listeners.add(listener);
    this.#log = new InputLog((input) => this.#fingerprint.input(input.at, deedText(input)));
    this.running = new RunningLab(beginning.prepared, beginning.seed);
    this.running.world.watch({
      event: (time, event) => {
        this.#log.seal();
        this.#fingerprint.event(time, event);
      },
    });
  }

  get lab(): Lab {
    return this.running.lab;
  }

  get now(): Micros {
    return this.running.world.now;
  }

  /** Everything that was done, in order. */
  get inputs(): readonly Input[] {
    return this.#log.inputs;
  }

  /** Of everything so far. Reading it closes the last input. */
  get fingerprint(): string {
    this.#log.seal();
    return this.#fingerprint.value;
  }

  /** Hears from now on; the returned function ends it. */
  listen(listener: PlayListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Does something, and notes it. What cannot be done is refused with its reason, and not noted. */
  do(deed: Deed): Result<void, string> {
    const possible = this.#check(deed);
    if (!possible.ok) return possible;
    const world = this.running.world;
    const state = deed.kind === 'keys' ? this.state(deed.device, deed.session) : undefined;
    const stamp = { executed: world.executed, at: world.now };
    this.#log.add(stamp, deed, state === 'prompt' || state === 'question');
    this.#perform(deed);
    if (deed.kind !== 'keys') for (const listener of [...this.#listeners]) listener.deed?.({ ...stamp, ...deed });
    return ok(undefined);
  }

  /** Does what was done in another run; the input stays as it is there. */
  redo(input: Input): Result<void, string> {
    this.#log.seal();
    const done = this.do(deedOf(input));
    this.#log.seal();
    return done;
  }

  /** What a console is waiting for. Undefined: no such session. A console without power is `closed`. */
  state(device: string, session: number): VtyState | undefined {
    const found = this.#sessions.get(keyOf(device, session));
    return found && (found.vty?.state ?? 'closed');
  }

  /** What a console printed since its last line break: its prompt, and what is typed behind it. */
  row(device: string, session: number): string {
    return this.#sessions.get(keyOf(device, session))?.row ?? '';
  }

  /** What runs at a console ends only when it is stopped (a ping without a count). */
  endless(device: string, session: number): boolean {
    return this.#sessions.get(keyOf(device, session))?.vty?.endless === true;
  }

  /** Open sessions of a device, by number. */
  sessions(device: string): readonly { readonly session: number; readonly auto: boolean }[] {
    return [...this.#sessions.values()]
      .filter((one) => one.device === device)
      .sort((a, b) => a.number - b.number)
      .map((one) => ({ session: one.number, auto: one.auto }));
  }

  /** Lets time pass to `time`; `enough` may end it early, between two events. True when the time was reached. */
  advance(time: Micros, enough?: () => boolean): boolean {
    return this.running.advance(time, enough);
  }

  /** Runs event by event until `done`, at most to `limit`. */
  until(done: () => boolean, limit: Micros): boolean {
    return this.running.until(done, limit);
  }

  /** Runs until nothing has changed for `quiet`, at most for `limit`. */
  settle(limit: Micros, quiet: Micros): boolean {
    return this.running.settle(limit, quiet);
  }

  /** What runs on each device, as its owner reads it. */
  configs(): Configs {
    const printed: Record<string, readonly string[]> = {};
    for (const [name, box] of this.running.boxes) printed[name] = box.os.print(box.store.running);
    return printed;
  }

  /** Every task as far as looking tells; what takes time to find out is told from the last `grade` that still holds. */
  progress(): readonly TaskState[] {
    const known = (check: Check): CheckState | undefined =>
      this.gradeDue ? undefined : this.#graded.states.get(check);
    return examineLab(this.lab, { live: this.running, fork: undefined, known });
  }

  /** Something has happened since the last `grade` that may change its answer. */
  get gradeDue(): boolean {
    return this.#graded.inputs !== this.inputs.length || this.#graded.lastChange !== this.running.lastChange;
  }

  /** What a grading is about: it holds until this is something else. */
  get subject(): GradeSubject {
    return { inputs: this.inputs.length, lastChange: this.running.lastChange };
  }

  /**
   * Every task, with pings and waiting in a copy of this world. `fork` makes the copy, when one is needed; a copy that
   * was made a while ago is graded for what it was made of (`subject`).
   */
  grade(
    fork: () => Play,
    subject: GradeSubject = this.subject,
    options: { readonly hasty?: boolean } = {},
  ): readonly TaskState[] {
    let copy: RunningLab | undefined;
    const states = examineLab(this.lab, {
      ...options,
      live: this.running,
      fork: () => {
        copy ??= fork().running;
        return copy;
      },
    });
    const byCheck = new Map<Check, CheckState>();
    const note = (state: CheckState): void => {
      byCheck.set(state.check, state);
      for (const inner of state.of) note(inner);
    };
    for (const task of states) for (const state of task.checks) note(state);
    this.#graded = { ...subject, states: byCheck };
    return states;
  }

  #check(deed: Deed): Result<void, string> {
    switch (deed.kind) {
      case 'link':
      case 'impair':
      case 'frame':
        if (!this.running.world.link(deed.link)) return err(`there is no link "${deed.link}"`);
        if (deed.kind !== 'frame' && deed.way && !this.#endsThere(deed.link, deed.way))
          return err(`the link "${deed.link}" has no end at ${deed.way.device}:${deed.way.port}`);
        if (deed.kind === 'frame' && !fromHex(deed.hex)) return err('a frame that is not hex');
        return ok(undefined);
      case 'power':
        return this.#hasRouter(deed.device) ? ok(undefined) : err(`there is no device "${deed.device}"`);
      default: {
        if (!this.running.owner(deed.device)) return err(`there is no device "${deed.device}"`);
        const there = this.#sessions.has(keyOf(deed.device, deed.session));
        if (deed.kind !== 'open') return there ? ok(undefined) : err(`${deed.device} has no session ${deed.session}`);
        if (there) return err(`session ${deed.session} of ${deed.device} is open already`);
        return deed.session < SESSIONS_MAX ? ok(undefined) : err(`${deed.device} has only ${SESSIONS_MAX} sessions`);
      }
    }
  }

  #impair({ kind: _, link, way, ...how }: Extract<Deed, { kind: 'impair' }>): void {
    impair(present(this.running.world.link(link), 'a link, checked before'), how, wayOf(way));
  }

  #endsThere(link: string, { device, port }: LinkWay): boolean {
    return this.running.world.linkAt(device as NodeId, port as PortName)?.id === link;
  }

  #hasRouter(name: string): boolean {
    const owner = this.running.owner(name);
    return owner?.box.routers.has(owner.router) === true;
  }

  #perform(deed: Deed): void {
    switch (deed.kind) {
      case 'open': {
        const session: Session = { ...deed, number: deed.session, vty: undefined, row: '' };
        this.#sessions.set(keyOf(deed.device, deed.session), session);
        this.#connect(session);
        break;
      }
      case 'close':
        this.#session(deed).vty?.close();
        this.#sessions.delete(keyOf(deed.device, deed.session));
        break;
      case 'keys':
        this.#session(deed).vty?.keys(deed.keys);
        break;
      case 'resize': {
        const session = this.#session(deed);
        session.rows = deed.rows;
        session.columns = deed.columns;
        session.vty?.resize(deed.rows, deed.columns);
        break;
      }
      case 'power':
        this.#power(deed.device, deed.on);
        break;
      case 'link':
        this.running.world.setLink(deed.link, deed.up, wayOf(deed.way));
        break;
      case 'impair':
        this.#impair(deed);
        break;
      case 'frame':
        this.running.world.inject(deed.link, { bytes: present(fromHex(deed.hex), 'hex, checked before') });
        break;
    }
  }

  #session(deed: { readonly device: string; readonly session: number }): Session {
    return present(this.#sessions.get(keyOf(deed.device, deed.session)), 'a session, checked before');
  }

  #owner(name: string): { readonly box: RunningBox; readonly router: string } {
    return present(this.running.owner(name), 'a box, checked before');
  }

  #connect(session: Session): void {
    const { box, router } = this.#owner(session.device);
    if (!box.isOn(router)) return;
    const guest = router === MAIN_ROUTER ? undefined : router;
    session.vty = new Vty(box.os.shell(box, this.#line(session), guest), {
      console: session.number === 0,
      rows: session.rows,
      columns: session.columns,
      write: (text, kind) => {
        session.row = rowAfter(session.row, text);
        for (const listener of [...this.#listeners]) listener.console?.(session.device, session.number, text, kind);
      },
    });
    session.vty.begin({ auto: session.auto });
  }

  /** Sessions of a box are numbered one way, whichever of its routers they lead to. */
  #line({ device, number }: Session): number {
    const { box } = this.#owner(device);
    const guests = this.lab.devices.filter(({ of }) => of === box.name);
    return SESSIONS_MAX * (1 + guests.findIndex(({ name }) => name === device)) + number;
  }

  /** A device without power has no consoles; the one that has a cable of its own comes back with the power. */
  #power(name: string, on: boolean): void {
    const { box, router } = this.#owner(name);
    const guest = router !== MAIN_ROUTER;
    if ((guest ? box.isOn(router) : box.powered || box.restarting) === on) return;
    const sessions = [...this.#sessions.values()].filter((one) =>
      guest ? one.device === name : this.#owner(one.device).box === box,
    );
    if (!on) {
      for (const session of sessions) {
        session.vty?.close();
        session.vty = undefined;
      }
      if (guest) box.powerRouter(router, false);
      else box.powerOff();
      return;
    }
    if (guest) box.powerRouter(router, true);
    else box.powerOn();
    for (const session of sessions) {
      session.vty?.close();
      if (session.number === 0) this.#connect(session);
      else this.#sessions.delete(keyOf(session.device, session.number));
    }
  }
}

const wayOf = (way: LinkWay | undefined): Way | undefined =>
  way && { end: { node: way.device as NodeId, port: way.port as PortName }, direction: way.direction };

/** What was done, without when. */
export function deedOf(input: Input): Deed {
  const { executed: _, at: __, ...deed } = input;
  return deed as Deed;
}

/** A row that never ends (a megabyte pasted in one line) is kept to its end only. */
const LONGEST_ROW = 4096;

/** The row the cursor stands in after `text`; bells leave no mark. */
function rowAfter(row: string, text: string): string {
  const at = text.lastIndexOf('\n');
  const shown = (at >= 0 ? text.slice(at + 1) : row + text).replaceAll('\x07', '');
  return shown.length > LONGEST_ROW ? shown.slice(-LONGEST_ROW) : shown;
}
