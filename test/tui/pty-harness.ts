// A process on a pseudo-terminal, and the terminal it draws on.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { Terminal } from '@xterm/headless';
import { build, type Plugin } from 'esbuild';

/** Ink imports it, and runs it in development only. */
const NO_DEVTOOLS: Plugin = {
  name: 'no-devtools',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^react-devtools-core$/ }, () => ({ path: 'none', namespace: 'none' }));
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export default {};' }));
  },
};

let bundled: Promise<string> | undefined;

/** toy-main.ts as one file, made once. */
function bundle(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'labelstack-')), 'toy.mjs');
  bundled ??= build({
    entryPoints: [resolve(import.meta.dirname, 'toy-main.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
    plugins: [NO_DEVTOOLS],
    banner: { js: "import {createRequire as __cr} from 'node:module';const require=__cr(import.meta.url);" },
  }).then(() => file);
  return bundled;
}

export class PtyRun {
  readonly #terminal: Terminal;
  readonly #process: ReturnType<typeof spawn>;
  readonly ended: Promise<{ exitCode: number; signal?: number | undefined }>;
  all = '';
  readonly #waiting = new Set<() => void>();

  private constructor(file: string, args: readonly string[], columns: number, rows: number) {
    this.#terminal = new Terminal({ cols: columns, rows, allowProposedApi: true });
    const env = { ...process.env, TERM: 'xterm-256color', LANG: 'C.UTF-8', LC_ALL: '', NO_COLOR: '' };
    this.#process = spawn(process.execPath, [file, ...args], { cols: columns, rows, env, cwd: tmpdir() });
    this.#process.onData((data) => {
      this.all += data;
      this.#terminal.write(data, () => {
        for (const look of [...this.#waiting]) look();
      });
    });
    this.ended = new Promise((done) => this.#process.onExit(done));
  }

  static async start(how: string, columns = 80, rows = 24): Promise<PtyRun> {
    return new PtyRun(await bundle(), [how], columns, rows);
  }

  get pid(): number {
    return this.#process.pid;
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
