// A console without a screen: for a person the bytes themselves, for a pipe line by line.

import type { ConsoleView } from '../console-view.ts';
import { selectedText } from '../selection.ts';
import type { Timing } from '../timing.ts';
import type { PlainTerminal } from './plain-terminal.ts';

/** How often a console is asked whether it has answered. */
const LOOK_MILLIS = 50;
/** A line of this leaves a console that reads from a pipe; as in ssh. */
export const LEAVE_LINE = '~.';
/** Of what was printed meanwhile, so many lines are read out. */
const UNREAD_LINES = 100;

export class PlainConsole {
  readonly view: ConsoleView;
  readonly #terminal: PlainTerminal;
  readonly #timing: Timing;
  /** Number of the first line that has not been read out whole. */
  #unread = 0;

  constructor(view: ConsoleView, terminal: PlainTerminal, timing: Timing) {
    this.view = view;
    this.#terminal = terminal;
    this.#timing = timing;
  }

  /** Text from a line on, up to the newest or the one before it; wrapped lines are whole again. */
  #text(from: number, whole: boolean): string {
    const buffer = this.view.text;
    if (buffer === undefined) return '';
    const last = buffer.written - (whole ? 1 : 2);
    const first = Math.max(from, buffer.first);
    if (last < first) return '';
    const shape = { shape: 'lines', from: { line: first, column: 0 }, to: { line: last, column: 0 } } as const;
    return selectedText(buffer, shape);
  }

  /** The newest lines. */
  newest(count: number): string {
    return this.#text((this.view.text?.written ?? 0) - count, true);
  }

  /** Everything that has not been read yet, without the line that waits for input. */
  #fresh(): string {
    const text = this.#text(this.#unread, false);
    this.skip();
    return text;
  }

  /** Bytes both ways, until the prefix key; resolves with it. */
  async visit(prefix: string): Promise<void> {
    const { view } = this;
    view.toEnd();
    const start = Math.max(this.#unread, (view.text?.written ?? 0) - UNREAD_LINES);
    this.#terminal.print(this.#text(start, true).trimEnd());
    const column = view.text?.cursor.column ?? 0;
    const typed = this.#text((view.text?.written ?? 0) - 1, true).trimEnd().length;
    this.#terminal.print(' '.repeat(Math.max(0, column - typed)));
    view.mirror = (text) => this.#terminal.print(text);
    await new Promise<void>((resolve) => {
      let over = false;
      const leave = (rest: string): void => {
        if (over) return;
        over = true;
        // Not yet: what was typed ahead is heard before this is known.
        void Promise.resolve().then(() => {
          stop(rest);
          resolve();
        });
      };
      this.#terminal.onEnd = () => leave('');
      const stop = this.#terminal.keys((keys) => {
        if (over) return;
        const at = keys.indexOf(prefix);
        const own = at < 0 ? keys : keys.slice(0, at);
        if (own !== '') view.keys(own);
        if (at >= 0) leave(keys.slice(at + prefix.length));
      });
    });
    view.mirror = undefined;
    this.skip();
  }

  /** Line by line; resolves at the line that leaves it, or when there are no more. */
  async visitByLines(limitMillis: number): Promise<void> {
    this.#terminal.print(this.#fresh());
    for (;;) {
      const line = await this.#terminal.next();
      if (line === undefined || line === LEAVE_LINE) break;
      if (!(await this.type(`${line}\r`, limitMillis))) {
        this.view.keys('\x03');
        await this.#answered(limitMillis);
        this.#terminal.print(this.#fresh());
        this.#terminal.say('It did not end by itself, and was stopped.');
      }
    }
    // The line that waits for input.
    this.#terminal.print(this.#text(this.#unread, true));
  }

  /** What was printed so far is not read out any more. */
  skip(): void {
    this.#unread = Math.max(0, (this.view.text?.written ?? 0) - 1);
  }

  /** Types keys and reads the answer out. False: it is not over yet. */
  async type(keys: string, limitMillis: number): Promise<boolean> {
    this.view.keys(keys);
    const answered = await this.#answered(limitMillis);
    this.#terminal.print(this.#fresh());
    return answered;
  }

  /** Waits until nothing runs; pages are turned. False: it takes longer than that. */
  async #answered(limitMillis: number): Promise<boolean> {
    for (let waited = 0; waited <= limitMillis; ) {
      const { state } = this.view;
      if (state === 'pager') this.view.keys(' ');
      else if (state !== 'running') return true;
      else {
        await new Promise<void>((resolve) => this.#timing.after(LOOK_MILLIS, resolve));
        waited += LOOK_MILLIS;
      }
    }
    return false;
  }

  /** The lines that have those words, and how many lines above the newest each is. */
  find(words: string): readonly string[] {
    const buffer = this.view.text;
    if (buffer === undefined) return [];
    const wanted = words.toLowerCase();
    const found: string[] = [];
    for (let index = 0; index < buffer.lineCount; index++) {
      const line = buffer.line(index);
      if (line.toLowerCase().includes(wanted)) found.push(`${buffer.lineCount - 1 - index} up: ${line.trim()}`);
    }
    return found;
  }
}
