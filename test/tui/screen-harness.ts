// The TUI in this process on a headless terminal: keys in, the screen as people see it out.

import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import { Terminal } from '@xterm/headless';
import { runTui, type TuiHandle, type TuiOptions } from '../../src/tui/app.tsx';
import type { FrontDesk } from '../../src/tui/front-desk.ts';
import { ManualTiming } from './manual-timing.ts';

class Screen extends Writable {
  readonly isTTY = true;
  readonly terminal: Terminal;
  written = 0;
  #all = '';

  constructor(columns: number, rows: number) {
    super({ decodeStrings: false });
    // A terminal's driver turns LF into CR LF, in raw mode too (libuv keeps ONLCR).
    this.terminal = new Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 50, convertEol: true });
  }
  get columns(): number {
    return this.terminal.cols;
  }
  get rows(): number {
    return this.terminal.rows;
  }
  get all(): string {
    return this.#all;
  }
  // A write that never calls back would leave every flush waiting.
  override _write(chunk: string | Buffer, _encoding: string, done: () => void): void {
    this.written++;
    this.#all += chunk.toString();
    this.terminal.write(chunk, done);
  }
}

class Keyboard extends EventEmitter {
  readonly isTTY = true;
  raw = false;
  setRawMode(raw: boolean): void {
    this.raw = raw;
  }
  resume(): void {}
  pause(): void {}
}

export class TuiTest {
  readonly timing: ManualTiming;
  readonly keyboard = new Keyboard();
  readonly output: Screen;
  readonly complaints: string[] = [];
  exitCode: number | undefined = undefined;
  #handle: TuiHandle | undefined = undefined;

  private constructor(columns: number, rows: number, timing: ManualTiming) {
    this.output = new Screen(columns, rows);
    this.timing = timing;
  }

  /** Starts it, and waits for the first frame. */
  static async start(
    desk: FrontDesk,
    columns: number,
    rows: number,
    options: Omit<TuiOptions, 'timing'> = {},
    timing = new ManualTiming(),
  ): Promise<TuiTest> {
    const test = new TuiTest(columns, rows, timing);
    runTui(desk, {
      stdin: test.keyboard,
      stdout: test.output as unknown as NodeJS.WriteStream,
      stderr: { write: (text) => test.complaints.push(text) },
      env: { LANG: 'C.UTF-8', TERM: 'xterm' },
      timing: test.timing,
      embedded: true,
      started: (handle) => {
        test.#handle = handle;
      },
      ...options,
    }).then((code) => {
      test.exitCode = code;
    });
    await test.flush();
    return test;
  }

  get program(): TuiHandle['program'] {
    return (this.#handle as TuiHandle).program;
  }

  /** Waits until all that is due has been drawn; no time passes. */
  async flush(): Promise<void> {
    for (let turn = 0; turn < 6; turn++) await new Promise((resolve) => setImmediate(resolve));
    await this.#handle?.flush();
    await new Promise<void>((resolve) => this.output.terminal.write('', resolve));
  }

  /** Waits until the screen shows that, for as long as the disk takes; no time of the lab passes. */
  async shows(what: string): Promise<void> {
    for (let turn = 0; !this.text.includes(what); turn++) {
      if (turn === 2000) throw new Error(`it never showed "${what}":\n${this.text}`);
      await this.flush();
    }
  }

  /** Presses keys, as the terminal sends them, and waits for what they do. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.keyboard.emit('data', Buffer.from(key));
      await this.flush();
    }
  }

  /** Time passes. */
  async pass(millis: number): Promise<void> {
    this.timing.advance(millis);
    await this.flush();
  }

  /** Another size, without waiting for what is drawn. */
  resizeNow(columns: number, rows: number): void {
    this.output.terminal.resize(columns, rows);
    this.output.emit('resize');
  }

  /** The rows of the screen, blanks at their ends cut off. */
  get rows(): string[] {
    const buffer = this.output.terminal.buffer.active;
    return Array.from(
      { length: this.output.rows },
      (_, row) =>
        buffer
          .getLine(buffer.viewportY + row)
          ?.translateToString(true, 0, this.output.columns)
          .trimEnd() ?? '',
    );
  }
  get text(): string {
    return this.rows.join('\n');
  }
  /** Where the cursor is, and whether it shows. */
  get cursor(): { x: number; y: number } {
    const buffer = this.output.terminal.buffer.active;
    return { x: buffer.cursorX, y: buffer.cursorY };
  }
  get alternate(): boolean {
    return this.output.terminal.buffer.active.type === 'alternate';
  }

  async stop(): Promise<void> {
    if (this.exitCode === undefined) await this.press('\x1dq', 'd', '\x1dq');
    this.output.terminal.dispose();
  }
}

export const F = (number: number): string =>
  ['', '\x1bOP', '\x1bOQ', '\x1bOR', '\x1bOS', '\x1b[15~', '\x1b[17~', '\x1b[18~', '\x1b[19~', '\x1b[20~', '\x1b[21~'][
    number
  ] as string;
/** The program's key. */
export const PREFIX = '\x1d';
