// The toy system's command line: enough of one to log in, configure, ping, be stopped, and be asked.

import { civil } from '../../src/base/calendar.ts';
import { parseIp4 } from '../../src/base/ip.ts';
import type { KeyAnswer, LineState, Shell, ShellIo, ShellKey } from '../../src/cli/shell.ts';
import type { Box } from '../../src/os/os.ts';
import { MAIN } from '../../src/route/names.ts';
import { seconds } from '../../src/sim/time.ts';

const HELP = ['clock  ping  quit  set  show config'];

/**
 * `set LINE` configures, `show config` prints, `ping A.B.C.D [COUNT]` runs (without a count: until Ctrl-C), `clock`,
 * `ask` asks back, `long` prints 100 lines, `?` lists, `quit` hangs up. Everything else is refused.
 */
export class ToyShell implements Shell {
  readonly #box: Box;
  readonly #session: number;
  #auto = false;
  readonly #end: () => void;
  readonly editing = {
    keys: { backspace: 'delete-left', 'ctrl-a': 'home', 'ctrl-e': 'end', left: 'left', right: 'right' },
    shellKeys: { '?': 'help', enter: 'enter', 'ctrl-c': 'interrupt' },
    breakKeys: ['ctrl-c'],
    lineLimit: 254,
    keepsDuplicates: false,
    separators: ' ',
    longLines: { left: '$', right: '$', margin: 3, step: 10, rewrites: 'line', padding: 0 },
    searchPrompt: (pattern: string) => `search ${pattern}`,
  } as const;
  readonly pager = {
    marker: () => ' --More-- ',
    action: (key: string) => (key === 'space' ? 'page' : key === 'q' ? 'quit' : 'none'),
    erase: (marker: string) => '\b'.repeat(marker.length) + ' '.repeat(marker.length) + '\b'.repeat(marker.length),
    abort: undefined,
    eager: false,
    asks: {},
    matcher: () => undefined,
    help: [],
  } as const;
  readonly historyDepth = 10;
  #io: ShellIo | undefined;

  constructor(box: Box, session: number) {
    this.#box = box;
    this.#session = session;
    this.#end = box.listen((entry) => this.#io?.print([`* ${entry.text}`]));
  }

  begin(io: ShellIo, options: { readonly auto: boolean }): void {
    this.#io = io;
    this.#auto = options.auto;
    if (options.auto) return;
    io.print(['', 'Toy console']);
    io.ask('login: ', { echo: true }, (answer) => {
      if (answer.kind === 'line' && answer.text !== '')
        io.ask('Password: ', { echo: false }, () => io.print(['Welcome']));
      else io.hangup();
    });
  }

  prompt(): string {
    return `${this.#box.hostname}${this.#session === 0 ? '' : `/${this.#session}`}> `;
  }

  enter(line: string, io: ShellIo): void {
    const [word = '', ...rest] = line.trim().split(/\s+/);
    const commands: Readonly<Record<string, () => void>> = {
      '': () => {},
      set: () => this.#set(rest.join(' '), io),
      show: () => io.print(this.#box.os.print(this.#box.store.running)),
      ping: () => this.#ping(rest, io),
      clock: () => {
        const { hour, minute, second } = civil(this.#box.now);
        io.print([`${hour}:${minute}:${second}`]);
      },
      long: () => io.print(Array.from({ length: 100 }, (_, i) => `line ${i + 1}`)),
      ask: () =>
        io.ask('Really? [confirm]', { echo: true }, (answer) =>
          io.print([answer.kind === 'line' && answer.text === 'y' ? 'Done' : 'Not done']),
        ),
      quit: () => io.hangup(),
    };
    const caret = `${' '.repeat(this.prompt().length + line.indexOf(word))}^`;
    const command = commands[word] ?? (() => io.print([caret, '% Unknown word']));
    command();
  }

  #set(text: string, io: ShellIo): void {
    const { tree, lines } = this.#box.os.read(text, this.#box.store.running, this.#box.chassis.model);
    const refused = lines.find((line) => line.taken === 'rejected');
    const applied = refused ? undefined : this.#box.apply(tree);
    if (refused) io.print([`% ${refused.why}`]);
    else if (applied?.ok === false) io.print(applied.error.map((fault) => `% ${fault.message}`));
    else {
      this.#box.store.replace({ tree, at: this.#box.now, user: 'toy', client: 'cli', comment: undefined });
      this.#box.say({ text: `configured: ${text}`, severity: 5 });
    }
  }

  #ping([to = '', times]: readonly string[], io: ShellIo): void {
    const address = parseIp4(to);
    if (address === undefined) {
      io.print(['% No such address']);
      return;
    }
    const count = times === undefined ? undefined : Number(times);
    const finish = (): void => {
      io.write('\n');
      done();
    };
    const done = io.running(
      () => {
        operation.stop();
        finish();
      },
      { endless: count === undefined },
    );
    const spec = {
      vrf: MAIN,
      to: address,
      from: undefined,
      count,
      size: 100,
      df: false,
      ttl: 64,
      tos: 0,
      timeout: seconds(2),
      pace: seconds(1),
      pattern: undefined,
    };
    const operation = this.#box.router().ping(spec, (report) => {
      if (report.kind === 'reply') io.write('!');
      if (report.kind === 'timeout') io.write('.');
      if (report.kind === 'done') finish();
    });
  }

  key(key: ShellKey, line: LineState): KeyAnswer {
    if (key === 'help') return { kind: 'list', echo: '?', lines: HELP, line };
    if (key === 'interrupt') return { kind: 'drop', echo: '^C' };
    return { kind: 'plain' };
  }

  history(): string {
    return 'toy';
  }
  pageLength(): number {
    return this.#auto ? 0 : (this.#io?.rows ?? 24);
  }
  width(): number {
    return this.#auto ? 0 : (this.#io?.columns ?? 80);
  }
  redrawsAfterMessage(): boolean {
    return true;
  }
  end(): void {
    this.#end();
  }
}
