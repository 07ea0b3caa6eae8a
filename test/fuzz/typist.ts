// Somebody who hammers at the consoles of one device of a play, and what must hold whatever is pressed.

import assert from 'node:assert/strict';
import { must, present } from '../../src/base/must.ts';
import { type ConfigTree, EMPTY_TREE } from '../../src/config/tree.ts';
import type { RunningBox } from '../../src/os/box.ts';
import type { Play } from '../../src/play/play.ts';
import { type Micros, micros, minutes, plus, seconds } from '../../src/sim/time.ts';
import type { Dice } from './dice.ts';
import { noise } from './keystrokes.ts';

/** A box is up again after that much; nothing else takes so long. */
const BACK_LIMIT = minutes(10);
/** Presses until a console that is asked nicely must show its prompt. */
const PATIENCE = 16;
/** Events that one line may cause until its console is back. */
const EVENTS_MAX = 400_000;

const PASSWORDS = ['lab123', 'cisco', 'lab', 'x', ''];
const ANSWERS = [
  '',
  'yes',
  'no',
  'y',
  'n',
  '?',
  'terminal',
  'ip',
  '10.0.12.2',
  '1',
  '99999999999',
  'lab',
  'root',
  ...PASSWORDS,
];
const PAGER_KEYS = [
  ' ',
  '\r',
  'q',
  'b',
  'u',
  'd',
  'h',
  'H',
  'G',
  'g',
  '/ip\r',
  '?x\r',
  'm^set\r',
  'e(\r',
  'c',
  'N',
  'n',
  '\x1b[A',
];

export class Typist {
  readonly play: Play;
  readonly device: string;
  readonly #dice: Dice;
  #session = 0;
  #pressed: readonly string[] = [];

  constructor(play: Play, device: string, dice: Dice) {
    this.play = play;
    this.device = device;
    this.#dice = dice;
  }

  get box(): RunningBox {
    return present(this.play.running.boxes.get(this.device), this.device);
  }

  /** The latest keys, for whoever looks for what went wrong. */
  get pressed(): readonly string[] {
    return this.#pressed;
  }

  get row(): string {
    return this.play.row(this.device, this.#session);
  }

  get state(): string {
    return this.play.state(this.device, this.#session) ?? 'none';
  }

  /** Goes to a session; one that is not there is opened. */
  sit(session: number, auto: boolean): void {
    this.#session = session;
    if (this.state !== 'none') return;
    const [rows, columns] = [this.#dice.pick([24, 24, 24, 5, 1, 0, 100]), this.#dice.pick([80, 80, 80, 20, 3, 0, 200])];
    this.#do({ kind: 'open', device: this.device, session, auto, rows, columns });
  }

  /** Presses keys, sometimes in pieces; then brings the console back to where a line can be typed. */
  press(keys: string): void {
    const before = this.play.running.world.executed;
    if (this.#dice.once(10)) for (const key of keys) this.keys(key);
    else this.keys(keys);
    this.back();
    const caused = this.play.running.world.executed - before;
    must(caused < EVENTS_MAX, `${caused} events until the console was back`);
  }

  /** Until the console shows a prompt. Whoever is locked out connects anew. */
  back(): void {
    for (let step = 0; step < PATIENCE; step++) {
      if (this.state === 'prompt') return;
      this.#answer(step);
    }
    this.reconnect();
  }

  /** The line is dropped, and somebody who needs no password comes. */
  reconnect(): void {
    const { device } = this;
    if (!this.box.powered) {
      this.#wait(BACK_LIMIT, () => this.box.powered);
      if (!this.box.powered) this.#do({ kind: 'power', device, on: true });
    }
    if (this.state !== 'none') this.#do({ kind: 'close', device, session: this.#session });
    this.#do({ kind: 'open', device, session: this.#session, auto: true, rows: 24, columns: 80 });
    assert.equal(this.state, 'prompt', `after a new login: ${this.row}`);
  }

  keys(keys: string): void {
    this.#pressed = [...this.#pressed.slice(-11), keys];
    this.#do({ kind: 'keys', device: this.device, session: this.#session, keys });
  }

  #answer(step: number): void {
    const dice = this.#dice;
    const late = step > PATIENCE / 2;
    switch (this.state) {
      case 'running':
        this.#running();
        break;
      case 'pager':
        this.keys(late ? 'q' : dice.pick(PAGER_KEYS));
        break;
      case 'question':
        this.keys(this.#reply(late));
        break;
      case 'collect':
        this.keys(
          late ? '\x03' : dice.pick(['\x04', '\x03', 'text #\r', '^C\r', '}\r', 'a {\r', `${noise(dice)}\r`, '\r\x04']),
        );
        break;
      case 'closed':
        if (this.box.powered) this.keys('\r');
        else this.reconnect();
        break;
      default:
        this.reconnect();
    }
  }

  #reply(late: boolean): string {
    const dice = this.#dice;
    if (/login: $/.test(this.row) && dice.once(2)) return 'lab\r';
    if (/assword:/.test(this.row) && !dice.once(3)) return 'lab123\r';
    if (late) return dice.pick(['\r', '\x03', 'no\r', 'lab\r', 'lab123\r', 'y', 'q']);
    return dice.weighed<() => string>([
      [8, () => `${dice.pick(ANSWERS)}\r`],
      [3, () => dice.pick(['\x03', '\x1e', '\x04', '\x1a', 'y', 'n'])],
      [1, () => `${noise(dice)}\r`],
    ])();
  }

  /** Something runs: it is let run for a while, then it is broken off; what cannot be must end by itself. */
  #running(): void {
    const free = (): boolean => this.state !== 'running';
    if (this.#wait(this.#dice.pick([micros(0), seconds(1), seconds(12)]), free)) return;
    for (let i = 0; i < 3 && !free(); i++) this.keys(this.#dice.pick(['\x03', '\x1e', '\x1ex']));
    if (this.#wait(seconds(1), free)) return;
    this.keys('\x03\x1e');
    must(this.#wait(BACK_LIMIT, free), 'what runs does not end, and cannot be stopped');
  }

  #wait(span: Micros, until: () => boolean): boolean {
    this.play.until(until, plus(this.play.now, span));
    return until();
  }

  #do(deed: Parameters<Play['do']>[0]): void {
    const done = this.play.do(deed);
    must(done.ok, done.ok ? '' : done.error);
  }
}

/** What a box says it runs, and what is being edited, is read back to the same; what runs means something. */
export function checkConfiguration(box: RunningBox): void {
  const { store, os, chassis } = box;
  const compiled = os.compile(readsBack(box, store.running, os.factory(chassis.model)), chassis);
  assert.deepEqual(compiled.ok ? [] : compiled.error, [], 'what runs does not compile');
  if (store.candidate !== store.running) readsBack(box, store.candidate, EMPTY_TREE);
}

function readsBack(box: RunningBox, tree: ConfigTree, onto: ConfigTree): ConfigTree {
  const printed = box.os.print(tree);
  const read = readLines(box, printed, onto);
  assert.deepEqual(box.os.print(read), printed, 'printed, read and printed again');
  return read;
}

/** Lines of a configuration as the box reads them. None may be refused. */
export function readLines({ os, chassis }: RunningBox, lines: readonly string[], onto: ConfigTree): ConfigTree {
  const read = os.read(`${lines.join('\n')}\n`, onto, chassis.model);
  const refused = read.lines.filter(({ taken }) => taken === 'rejected');
  assert.deepEqual(refused, [], 'lines of our own that are refused');
  return read.tree;
}
