// Plays a script: types its lines, follows its orders, and keeps what the consoles printed.

import { err, ok, type Result } from '../base/result.ts';
import { type Micros, plus, seconds } from '../sim/time.ts';
import type { Play } from './play.ts';
import { faultText, type ScriptItem } from './script.ts';
import { type Chunk, only, shown, shownLines } from './transcript.ts';

/** A typed line is answered within this much lab time, or it is left running. */
const ANSWER_LIMIT = seconds(600);
/** Nothing may change for that long until a lab counts as settled. */
export const QUIET = seconds(30);
/** A console that nobody sits at: pages and widths have no limit there. */
const ROWS = 24;
const COLUMNS = 80;

/** One typed line and what came of it. */
export interface Typed {
  readonly device: string;
  /** Lab time at which it was typed. */
  readonly at: Micros;
  readonly prompt: string;
  readonly line: string;
  /** Without prompt and echo. */
  readonly output: string;
  /** What the console waits for after it: `prompt`, `question`, `pager`, `collect`, `running`, `closed`. */
  readonly ended: string;
}

/** An expectation that was not met, or a line that the device refused. */
export interface Failure {
  readonly item: ScriptItem;
  readonly message: string;
}

export interface PlayerHooks {
  /** Console text as it is shown, whole lines; the last line of a console comes at the end. */
  shown?(device: string, session: number, text: string): void;
  /** `.save NAME` */
  save(name: string): Result<void, string>;
}

interface Entry {
  readonly device: string;
  readonly at: Micros;
  readonly prompt: string;
  line: string | undefined;
  readonly chunks: Chunk[];
  ended: string;
  /** Enter was pressed: what is typed next is another line. */
  entered: boolean;
}

/** One console that the player has used. */
interface Seat {
  readonly device: string;
  readonly session: number;
  /** Everything since the last line that was shown. */
  pending: Chunk[];
  entry: Entry | undefined;
}

/** A line of output that says that a line was not taken: a caret, a percent sign, `error:`; not a log message. */
const REFUSAL =
  /^\s*\^\s*$|^% ?(?![A-Z0-9_]+-\d-)\S|^(error|syntax error|unknown command|missing argument|invalid value)\b/i;

export class Player {
  readonly #play: Play;
  readonly #hooks: PlayerHooks;
  readonly #seats = new Map<string, Seat>();
  readonly #entries: Entry[] = [];
  readonly #failures: Failure[] = [];
  readonly #strict: boolean;
  #seat: Seat | undefined;

  constructor(play: Play, hooks: PlayerHooks, options: { readonly strict: boolean } = { strict: false }) {
    this.#play = play;
    this.#hooks = hooks;
    this.#strict = options.strict;
    play.listen({ console: (device, session, text, kind) => this.#hear(device, session, { text, kind }) });
  }

  get failures(): readonly Failure[] {
    return this.#failures;
  }

  /** Every line that was typed, in order. */
  get typed(): readonly Typed[] {
    return this.#entries.map((entry) => ({
      device: entry.device,
      at: entry.at,
      prompt: entry.prompt,
      line: entry.line ?? shown(textOf(entry.chunks, 'echo')).split('\n')[0] ?? '',
      output: only('output', entry.chunks),
      ended: entry.ended,
    }));
  }

  /** Plays every item. An order that cannot be followed ends it. */
  run(items: readonly ScriptItem[]): Result<void, string> {
    for (const [i, item] of items.entries()) {
      const next = items[i + 1];
      const done = this.#item(item, next !== undefined && next.kind !== 'line');
      if (!done.ok) return err(faultText({ ...item, message: done.error }));
    }
    return ok(undefined);
  }

  /** Shows what consoles still hold back: their last lines, unless these are bare prompts. */
  finish(): void {
    for (const seat of this.#seats.values()) {
      this.#late(seat);
      const lines = shownLines(seat.pending.map((chunk) => chunk.text).join(''));
      const last = seat.pending.map((chunk) => chunk.kind).at(-1);
      if (last !== undefined && last !== 'prompt' && (lines.at(-1) ?? '') !== '')
        this.#hooks.shown?.(seat.device, seat.session, `${lines.join('\n')}\n`);
      seat.pending = [];
    }
  }

  #item(item: ScriptItem, orderNext: boolean): Result<void, string> {
    const play = this.#play;
    switch (item.kind) {
      case 'goto':
        return this.#goto(item.device, item.session);
      case 'line':
        return this.#line(item, orderNext);
      case 'keys':
        return this.#keys(item.keys);
      case 'wait':
        play.advance(plus(play.now, item.span));
        return ok(undefined);
      case 'settle':
        play.settle(item.limit, QUIET);
        return ok(undefined);
      case 'link':
        return play.do({ kind: 'link', link: item.link, up: item.up, ...(item.way && { way: item.way }) });
      case 'impair':
        return play.do({ kind: 'impair', link: item.link, ...item.how, ...(item.way && { way: item.way }) });
      case 'power':
        return play.do({ kind: 'power', device: item.device, on: item.on });
      case 'save':
        return this.#hooks.save(item.name);
      case 'expect':
      case 'reject':
        this.#expect(item, item.text, item.kind === 'expect');
        return ok(undefined);
    }
  }

  #goto(device: string, session: number): Result<void, string> {
    const key = `${device} ${session}`;
    const known = this.#seats.get(key);
    if (known) {
      this.#seat = known;
      return ok(undefined);
    }
    const seat: Seat = { device, session, pending: [], entry: undefined };
    this.#seats.set(key, seat);
    this.#seat = seat;
    const there = this.#play.sessions(device).find((one) => one.session === session);
    // Somebody else's console (a learner's save): whoever comes now logs in anew.
    if (there && !there.auto) {
      const closed = this.#play.do({ kind: 'close', device, session });
      if (!closed.ok) return closed;
    }
    if (there?.auto) {
      seat.pending = [{ kind: 'prompt', text: this.#play.row(device, session) }];
      return ok(undefined);
    }
    const opened = this.#play.do({ kind: 'open', device, session, auto: true, rows: ROWS, columns: COLUMNS });
    // What a login greets with is not part of any line's answer.
    if (opened.ok) this.#answered(seat);
    return opened;
  }

  #here(): Result<Seat, string> {
    if (this.#seat) return ok(this.#seat);
    const only = this.#play.lab.devices;
    if (only.length !== 1) return err('no device was chosen: begin with @DEVICE, or with -d');
    const went = this.#goto((only[0] as { name: string }).name, 0);
    return went.ok && this.#seat ? ok(this.#seat) : err('no console');
  }

  #line(item: ScriptItem & { kind: 'line' }, orderNext: boolean): Result<void, string> {
    const here = this.#here();
    if (!here.ok) return here;
    const seat = here.value;
    // A console that was left waits for Enter and begins anew; what is typed before that is lost.
    if (this.#state(seat) === 'closed') {
      const woken = this.#press(seat, '\r');
      if (!woken.ok) return woken;
      this.#answered(seat);
    }
    const entry = this.#begin(seat);
    entry.line = entry.line === undefined && entry.chunks.length === 0 ? item.text : undefined;
    const pressed = this.#press(seat, `${item.text}\r`);
    if (!pressed.ok) return pressed;
    const { device, session } = seat;
    if (!(orderNext && this.#state(seat) === 'running' && this.#play.endless(device, session))) this.#answered(seat);
    entry.ended = this.#state(seat);
    if (this.#strict) this.#checkRefusal(item, entry);
    return ok(undefined);
  }

  #keys(keys: string): Result<void, string> {
    const here = this.#here();
    if (!here.ok) return here;
    const seat = here.value;
    const state = this.#state(seat);
    // Keys at a prompt begin a line; while something runs, or at a question of it, they belong to its answer.
    if (!seat.entry || (state === 'prompt' && seat.entry.entered)) this.#begin(seat);
    const pressed = this.#press(seat, keys);
    if (pressed.ok && seat.entry?.entered) this.#answered(seat);
    if (seat.entry) seat.entry.ended = this.#state(seat);
    return pressed;
  }

  /** The entry of the line that is being typed: a new one, unless one is half typed. */
  #begin(seat: Seat): Entry {
    if (seat.entry && !seat.entry.entered) return seat.entry;
    const prompt = shownLines(seat.pending.map((chunk) => chunk.text).join('')).at(-1) ?? '';
    if (seat.entry) this.#late(seat);
    // What greeted at the login is nobody's answer.
    else seat.pending = [{ kind: 'prompt', text: prompt }];
    const entry: Entry = {
      device: seat.device,
      at: this.#play.now,
      prompt,
      line: undefined,
      chunks: [],
      ended: '',
      entered: false,
    };
    seat.entry = entry;
    this.#entries.push(entry);
    return entry;
  }

  /** What was left running may have ended meanwhile. */
  #late(seat: Seat): void {
    if (seat.entry?.ended === 'running') seat.entry.ended = this.#state(seat);
  }

  #press(seat: Seat, keys: string): Result<void, string> {
    if (seat.entry && /[\r\n]/.test(keys)) seat.entry.entered = true;
    return this.#play.do({ kind: 'keys', device: seat.device, session: seat.session, keys });
  }

  /** Lets lab time pass until the console takes something again. */
  #answered(seat: Seat): void {
    this.#play.until(() => this.#state(seat) !== 'running', plus(this.#play.now, ANSWER_LIMIT));
  }

  #state(seat: Seat): string {
    return this.#play.state(seat.device, seat.session) ?? 'closed';
  }

  #expect(item: ScriptItem, text: string, wanted: boolean): void {
    const entry = this.#seat?.entry ?? this.#entries.at(-1);
    const output = entry ? only('output', entry.chunks) : '';
    if (output.includes(text) === wanted) return;
    const line = entry?.line ?? '';
    const what = entry ? `the output of "${line}" on ${entry.device}` : 'the output (nothing was typed yet)';
    const message = wanted ? `expected in ${what}: ${text}` : `not wanted in ${what}: ${text}`;
    this.#failures.push({ item, message });
  }

  #checkRefusal(item: ScriptItem & { kind: 'line' }, entry: Entry): void {
    const refusals = only('output', entry.chunks)
      .split('\n')
      .filter((line) => REFUSAL.test(line));
    const words = refusals.find((line) => line.trim() !== '^') ?? refusals[0];
    if (words !== undefined)
      this.#failures.push({ item, message: `${entry.device} refused "${item.text}": ${words.trim()}` });
  }

  #hear(device: string, session: number, chunk: Chunk): void {
    const seat = this.#seats.get(`${device} ${session}`);
    if (!seat) return;
    seat.entry?.chunks.push(chunk);
    seat.pending.push(chunk);
    if (chunk.text.includes('\n')) this.#show(seat);
  }

  /** Shows whole lines; what stands behind the last line break stays. */
  #show(seat: Seat): void {
    const at = seat.pending.findLastIndex((chunk) => chunk.text.includes('\n'));
    const last = seat.pending[at];
    if (!last || !seat.entry) return;
    const cut = last.text.lastIndexOf('\n') + 1;
    const whole = [...seat.pending.slice(0, at), { ...last, text: last.text.slice(0, cut) }];
    const rest = last.text.slice(cut);
    seat.pending = [...(rest === '' ? [] : [{ ...last, text: rest }]), ...seat.pending.slice(at + 1)];
    this.#hooks.shown?.(seat.device, seat.session, shown(whole.map((chunk) => chunk.text).join('')));
  }
}

const textOf = (chunks: readonly Chunk[], kind: Chunk['kind']): string =>
  chunks
    .filter((chunk) => chunk.kind === kind)
    .map((chunk) => chunk.text)
    .join('');
