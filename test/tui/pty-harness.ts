// A process on a pseudo-terminal, and the terminal it draws on.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { Terminal } from '@xterm/headless';
import { build } from 'esbuild';
import { OPTIONS } from '../../build.mjs';

let bundled: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const outdir = mkdtempSync(join(tmpdir(), 'labelstack-toy-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  await build({ ...OPTIONS, entryPoints: [{ in: 'test/tui/toy-main.ts', out: 'toy' }], outdir });
  return join(outdir, 'toy.mjs');
}

/** toy-main.ts, bundled as the program is, once. */
export function toyProgram(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

export class PtyRun {
  readonly #terminal: Terminal;
  readonly #process: ReturnType<typeof spawn>;
  readonly ended: Promise<{ exitCode: number; signal?: number | undefined }>;
  all = '';
  readonly #waiting = new Set<() => void>();

  /** Runs a program file with this Node, on a terminal of 80 x 24. */
  constructor(file: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) {
    this.#terminal = new Terminal({ cols: 80, rows: 24, allowProposedApi: true });
    const env = { ...process.env, TERM: 'xterm-256color', LANG: 'C.UTF-8', LC_ALL: '', NO_COLOR: '', ...more };
    this.#process = spawn(process.execPath, [file, ...args], { cols: 80, rows: 24, env, cwd: tmpdir() });
    this.#process.onData((data) => {
      this.all += data;
      this.#terminal.write(data, () => {
        for (const look of [...this.#waiting]) look();
      });
    });
    // What was written last has been drawn, too.
    this.ended = new Promise((done) => this.#process.onExit((how) => this.#terminal.write('', () => done(how))));
  }

  get alternate(): boolean {
    return this.#terminal.buffer.active.type === 'alternate';
  }
  get text(): string {
    const buffer = this.#terminal.buffer.active;
    return Array.from(
      { length: buffer.length },
      (_, row) => buffer.getLine(row)?.translateToString(true, 0, this.#terminal.cols).trimEnd() ?? '',
    ).join('\n');
  }
  /** DEC private modes that were switched on and not off again. */
  get modesLeftOn(): string[] {
    const on = new Set<string>();
    for (const [, mode, what] of this.all.matchAll(/\x1b\[\?(\d+)([hl])/g))
      if (what === 'h') on.add(mode as string);
      else on.delete(mode as string);
    // 25 is the cursor, which belongs on.
    return [...on].filter((mode) => mode !== '25').sort();
  }
  get cursorShown(): boolean {
    return this.all.lastIndexOf('\x1b[?25h') >= this.all.lastIndexOf('\x1b[?25l');
  }

  type(text: string): void {
    this.#process.write(text);
  }
  resize(columns: number, rows: number): void {
    this.#terminal.resize(columns, rows);
    this.#process.resize(columns, rows);
  }
  signal(name: string): void {
    process.kill(this.#process.pid, name);
  }
  /** The terminal goes away: a window is closed, a line drops. */
  hangUp(): void {
    (this.#process as unknown as { destroy(): void }).destroy();
  }
  /** Resolves when the screen shows that. */
  async shows(what: string | RegExp): Promise<void> {
    const there = (): boolean => (typeof what === 'string' ? this.text.includes(what) : what.test(this.text));
    if (there()) return;
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (!there()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      void this.ended.then(() => reject(new Error(`ended without showing ${what}:\n${this.text}`)));
    });
  }
}
