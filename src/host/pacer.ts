// Wall clock -> lab time. It decides when a play goes on, never what happens in it, and is not part of the log.

import type { Result } from '../base/result.ts';
import type { Deed } from '../play/input.ts';
import type { Play } from '../play/play.ts';
import { type Micros, micros, plus } from '../sim/time.ts';

export type Speed = 1 | 10 | 100;

/** What the pacer does: nothing; keep step with the clock; run on as fast as it can, to a quiet network or a time. */
export type PacerMode =
  | { readonly kind: 'paused'; readonly why: 'asked' | 'unattended' }
  | { readonly kind: 'running' }
  | Settling
  | { readonly kind: 'stepping'; readonly to: Micros };

/** Running until nothing has changed for `quiet`, at most until `end`. */
export interface Settling {
  readonly kind: 'settling';
  readonly since: Micros;
  readonly quiet: Micros;
  readonly end: Micros;
}

/** The machine's clock and its queue; a test has its own. */
export interface Wall {
  /** Milliseconds; runs forward. */
  now(): number;
  /** Calls back as soon as others have had their turn. */
  soon(then: () => void): unknown;
  /** Calls back in so many milliseconds. */
  later(millis: number, then: () => void): unknown;
  /** Takes back what `soon` or `later` gave. */
  cancel(handle: unknown): void;
}

/** The real one. */
export const WALL: Wall = {
  now: () => performance.now(),
  soon: (then) => setImmediate(then),
  later: (millis, then) => setTimeout(then, millis),
  cancel: (handle) => {
    clearImmediate(handle as NodeJS.Immediate);
    clearTimeout(handle as NodeJS.Timeout);
  },
};

export interface PacerOptions {
  readonly wall?: Wall;
  /** A lab that nobody touches is paused after so many milliseconds of wall time; 0: never. */
  readonly unattendedMillis?: number;
  /** Something was run, or the mode changed. Called at most once a slice. */
  readonly changed?: () => void;
}

/** Longest stretch of work before others have their turn. */
const SLICE_MILLIS = 5;
/** Without an event lab time still goes on, so that clocks move. */
const TICK_MILLIS = 250;
/** A program that falls further behind than this does not try to catch up. */
const BEHIND_MILLIS = 1_000;
const UNATTENDED_DEFAULT = 600_000;

export class Pacer {
  readonly #play: Play;
  readonly #wall: Wall;
  readonly #unattended: number;
  readonly #changed: () => void;
  #mode: PacerMode = { kind: 'paused', why: 'asked' };
  #speed: Speed = 1;
  /** Where lab time and wall clock were last tied together. */
  #anchor = { wall: 0, lab: 0 };
  #touched: number;
  #handle: unknown;
  /** Who waits for the end of settling or stepping. */
  #finished: ((reached: boolean) => void) | undefined;

  constructor(play: Play, options: PacerOptions = {}) {
    this.#play = play;
    this.#wall = options.wall ?? WALL;
    this.#unattended = options.unattendedMillis ?? UNATTENDED_DEFAULT;
    this.#changed = options.changed ?? (() => {});
    this.#touched = this.#wall.now();
  }

  get mode(): PacerMode {
    return this.#mode;
  }

  get speed(): Speed {
    return this.#speed;
  }

  /** Lab time goes on at this many times the wall clock. */
  run(speed: Speed = this.#speed): void {
    this.#finish(false);
    this.#speed = speed;
    this.#mode = { kind: 'running' };
    this.#touched = this.#wall.now();
    this.#tie();
    this.#schedule('soon');
    this.#changed();
  }

  pause(): void {
    if (this.#mode.kind === 'running') this.catchUp();
    this.#stop('asked');
  }

  /** Runs that much lab time as fast as it can, then stands still. False: something else was asked for meanwhile. */
  step(span: Micros): Promise<boolean> {
    this.pause();
    return this.#sprint({ kind: 'stepping', to: plus(this.#play.now, span) });
  }

  /** Runs as fast as it can until nothing has changed for `quiet`; then paused or running, as before. */
  settle(limit: Micros, quiet: Micros): Promise<boolean> {
    this.#finish(false);
    const since = this.#play.now;
    return this.#sprint({ kind: 'settling', since, quiet, end: plus(since, limit) });
  }

  #sprint(mode: PacerMode): Promise<boolean> {
    const before = this.#mode;
    this.#mode = mode;
    return new Promise((resolve) => {
      this.#finished = (reached) => {
        this.#finished = undefined;
        this.#mode = before;
        this.#tie();
        this.#touched = this.#wall.now();
        if (before.kind === 'running') this.#schedule('soon');
        this.#changed();
        resolve(reached);
      };
      this.#schedule('soon');
      this.#changed();
    });
  }

  /** Does something in the play at the moment that the clock has, and sees to what follows from it. */
  do(deed: Deed): Result<void, string> {
    this.touch();
    const done = this.#play.do(deed);
    this.catchUp();
    return done;
  }

  /** Somebody is there: the lab goes on, if it was paused because nobody was. */
  touch(): void {
    this.#touched = this.#wall.now();
    if (this.#mode.kind === 'paused' && this.#mode.why === 'unattended') this.run();
    else this.catchUp();
  }

  /** Brings lab time to where the clock says it should be, as far as one slice reaches. */
  catchUp(): void {
    if (this.#mode.kind === 'running') this.#schedule(this.#slice(this.#due()) ? this.#idleMillis() : 'soon');
  }

  /** Nothing more is run. */
  close(): void {
    this.#stop('asked');
  }

  #stop(why: 'asked' | 'unattended'): void {
    this.#finish(false);
    this.#wall.cancel(this.#handle);
    this.#handle = undefined;
    this.#mode = { kind: 'paused', why };
    this.#changed();
  }

  #finish(reached: boolean): void {
    this.#finished?.(reached);
  }

  #tie(): void {
    this.#anchor = { wall: this.#wall.now(), lab: this.#play.now };
  }

  /** Lab time as the clock has it. */
  #due(): Micros {
    const passed = (this.#wall.now() - this.#anchor.wall) * 1_000 * this.#speed;
    return micros(Math.max(this.#play.now, this.#anchor.lab + Math.floor(passed)));
  }

  /** Works for a few milliseconds at most; true when `time` was reached. */
  #slice(time: Micros): boolean {
    const end = this.#wall.now() + SLICE_MILLIS;
    return this.#play.advance(time, () => this.#wall.now() >= end);
  }

  #schedule(when: 'soon' | number): void {
    this.#wall.cancel(this.#handle);
    const tick = (): void => this.#tick();
    this.#handle = when === 'soon' ? this.#wall.soon(tick) : this.#wall.later(when, tick);
  }

  #tick(): void {
    const mode = this.#mode;
    if (mode.kind === 'running') this.#runOn();
    else if (mode.kind === 'settling') this.#settleOn(mode);
    else if (mode.kind === 'stepping') this.#sprintTo(mode.to, () => this.#play.now >= mode.to, mode.to);
  }

  #settleOn({ since, quiet, end }: Settling): void {
    const { running } = this.#play;
    const quietAt = (): number => Math.max(since, running.unrest) + quiet;
    this.#sprintTo(micros(Math.min(quietAt(), end)), () => this.#play.now >= quietAt(), end);
  }

  /** One slice towards `time`; finished when `reached` says so, given up at `end`. */
  #sprintTo(time: Micros, reached: () => boolean, end: Micros): void {
    this.#slice(time);
    if (reached()) this.#finish(true);
    else if (this.#play.now >= end) this.#finish(false);
    else {
      this.#schedule('soon');
      this.#changed();
    }
  }

  #runOn(): void {
    if (this.#unattended > 0 && this.#wall.now() - this.#touched >= this.#unattended) {
      this.#stop('unattended');
      return;
    }
    const due = this.#due();
    const reached = this.#slice(due);
    const behind = (due - this.#play.now) / 1_000 / this.#speed;
    if (behind > BEHIND_MILLIS) this.#tie();
    this.#changed();
    this.#schedule(reached ? this.#idleMillis() : 'soon');
  }

  /** Until the next event is due, or the clock should move on. */
  #idleMillis(): number {
    const next = this.#play.running.world.next;
    if (next === undefined) return TICK_MILLIS;
    const wait = (next - this.#play.now) / 1_000 / this.#speed;
    return Math.min(TICK_MILLIS, Math.max(1, Math.ceil(wait)));
  }
}
