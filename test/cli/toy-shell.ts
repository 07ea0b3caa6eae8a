// A toy shell in two editing styles, and a session that records what its VTY writes.

import { keyBytes } from '../../src/cli/keys.ts';
import type { OutputKind } from '../../src/cli/output.ts';
import { iosRegex, junosRegex } from '../../src/cli/regex.ts';
import type {
  EditingStyle,
  KeyAnswer,
  LineState,
  PagerStyle,
  PromptMoment,
  Shell,
  ShellIo,
  ShellKey,
} from '../../src/cli/shell.ts';
import { Vty } from '../../src/cli/vty.ts';

const SHARED_KEYS = {
  'ctrl-a': 'home',
  'ctrl-e': 'end',
  'ctrl-b': 'left',
  'ctrl-f': 'right',
  left: 'left',
  right: 'right',
  'ctrl-d': 'delete-right',
  delete: 'delete-right',
  backspace: 'delete-left',
  'ctrl-w': 'kill-word-left',
  'ctrl-k': 'kill-end',
  'ctrl-y': 'yank',
  'ctrl-t': 'transpose',
  'ctrl-p': 'history-previous',
  'ctrl-n': 'history-next',
  up: 'history-previous',
  down: 'history-next',
  'esc-b': 'word-left',
  'esc-f': 'word-right',
  'esc-d': 'kill-word-right',
} as const;

const IOS: EditingStyle = {
  keys: {
    ...SHARED_KEYS,
    'ctrl-u': 'kill-start',
    'ctrl-x': 'kill-start',
    'ctrl-l': 'redraw-below',
    'ctrl-r': 'redraw-below',
    'ctrl-v': 'quote',
    'esc-y': 'yank-next',
    'esc-c': 'capitalise',
    'esc-l': 'lower',
    'esc-u': 'upper',
  },
  shellKeys: { '?': 'help', tab: 'tab', enter: 'enter', 'ctrl-z': 'end', 'ctrl-c': 'interrupt' },
  breakKeys: ['ctrl-^', 'ctrl-c'],
  lineLimit: 254,
  keepsDuplicates: false,
  separators: ' ',
  longLines: { left: '$', right: '$', margin: 3, step: 10, rewrites: 'line', padding: 0 },
  searchPrompt: (pattern) => `find ${pattern}: `,
};

const JUNOS: EditingStyle = {
  keys: {
    ...SHARED_KEYS,
    'ctrl-u': 'kill-line',
    'ctrl-x': 'kill-line',
    'ctrl-l': 'redraw-over',
    'ctrl-r': 'search-back',
    'esc-/': 'expand',
  },
  shellKeys: {
    '?': 'help',
    tab: 'tab',
    space: 'space',
    enter: 'enter',
    'ctrl-c': 'interrupt',
    'ctrl-d': 'eof',
  },
  breakKeys: ['ctrl-c'],
  lineLimit: 1000,
  keepsDuplicates: false,
  separators: ' ',
  longLines: { left: '...', right: '...', margin: 4, step: 'half', rewrites: 'row', padding: 3 },
  searchPrompt: (pattern, found) => `(${found ? '' : 'no '}search '${pattern}'): `,
};

const matcher = (read: typeof iosRegex) => (pattern: string) => {
  const regex = read(pattern);
  return regex.ok ? (line: string) => regex.value.test(line) : undefined;
};

const IOS_PAGER: PagerStyle = {
  marker: () => ' --More-- ',
  action: (key) =>
    (({ space: 'page', enter: 'line', '/': 'begin', '+': 'match', '-': 'except' }) as const)[key] ?? 'quit',
  erase: () => `${'\b'.repeat(9)}${' '.repeat(8)}${'\b'.repeat(9)}`,
  abort: undefined,
  eager: false,
  asks: {
    begin: { prompt: () => '/', note: 'filtering...' },
    match: { prompt: () => '+', note: 'filtering...' },
    except: { prompt: () => '-', note: 'filtering...' },
  },
  matcher: matcher(iosRegex),
  help: [],
};

const JUNOS_ACTIONS: Readonly<Record<string, ReturnType<PagerStyle['action']>>> = {
  space: 'page',
  enter: 'line',
  d: 'half',
  b: 'back',
  u: 'back-half',
  k: 'back-line',
  g: 'start',
  G: 'end',
  '/': 'search',
  '?': 'search-back',
  n: 'next-match',
  m: 'match',
  e: 'except',
  c: 'clear',
  s: 'save',
  h: 'help',
  H: 'hold',
  N: 'no-hold',
  q: 'quit',
  'ctrl-c': 'quit',
  'ctrl-l': 'redraw',
};

const JUNOS_PAGER: PagerStyle = {
  marker: ({ shown, total, first, filtered }) =>
    first ? '---(more)---' : `---(more${filtered ? '[filtered]' : ''} ${Math.round((100 * shown) / total)}%)---`,
  action: (key) => JUNOS_ACTIONS[key] ?? 'none',
  erase: () => `\r${' '.repeat(40)}\r`,
  abort: '[abort]',
  eager: true,
  asks: {
    search: { prompt: (previous) => (previous === '' ? 'Search for: ' : `Search for (${previous}): `) },
    'search-back': { prompt: () => 'Reverse search for: ' },
    match: { prompt: () => 'Match for: ' },
    except: { prompt: () => 'Match except: ' },
    save: { prompt: () => 'Filename: ' },
  },
  matcher: matcher(junosRegex),
  help: ['keys:', '  q quit'],
  save: (name, lines) => [`Wrote ${lines.length} lines of output to '${name}'`],
};

export interface ToyOptions {
  readonly vendor: 'ios' | 'junos';
  readonly prompt?: string;
  readonly width?: number;
  readonly pageLength?: number;
  readonly redraws?: boolean;
  readonly words?: readonly string[];
  readonly login?: boolean;
}

/** Commands: `lines N`, `ask`, `password`, `key`, `collect`, `run`, `prefill TEXT`, `exit`; others echo themselves. */
export class ToyShell implements Shell {
  readonly #options: ToyOptions;
  readonly entered: string[] = [];
  readonly heard: string[] = [];
  /** Ends what runs. */
  done: (() => void) | undefined;
  io: ShellIo | undefined;
  ended = 0;
  mode = 'exec';
  readonly historyDepth = 10;
  readonly pager: PagerStyle;
  readonly editing: EditingStyle;

  constructor(options: ToyOptions) {
    this.#options = options;
    this.pager = options.vendor === 'ios' ? IOS_PAGER : JUNOS_PAGER;
    this.editing = options.vendor === 'ios' ? IOS : JUNOS;
  }

  begin(io: ShellIo): void {
    this.io = io;
    if (this.#options.login !== true) return;
    io.print(['Hello', '']);
    io.ask('login: ', { echo: true }, (name) => {
      if (name.kind === 'line') io.ask('Password:', { echo: false }, (word) => this.heard.push(JSON.stringify(word)));
      this.heard.push(JSON.stringify(name));
    });
  }

  prompt(moment: PromptMoment): string {
    const { prompt, vendor } = this.#options;
    if (prompt !== undefined) return prompt;
    if (this.mode === 'config') return vendor === 'ios' ? 'R1(config)#' : '\n[edit]\nlab@R1# ';
    return vendor === 'ios' ? 'R1#' : `${moment === 'new' ? '\n' : ''}lab@R1> `;
  }

  enter(line: string, io: ShellIo): void {
    this.entered.push(line);
    const [word = '', ...rest] = line.trim().split(' ');
    const commands: Record<string, () => void> = {
      lines: () => io.print(Array.from({ length: Number(rest[0]) }, (_, i) => `line ${i + 1}`)),
      held: () => io.print(['one', 'two'], { hold: true }),
      ask: () => io.ask('Proceed? [confirm]', { echo: true }, (answer) => this.heard.push(JSON.stringify(answer))),
      key: () => io.askKey('Press: ', (key) => this.#pressed(key, io)),
      collect: () =>
        io.collect(
          (text, eof) => eof || text.endsWith('#'),
          (lines) => this.heard.push(JSON.stringify(lines ?? 'interrupted')),
        ),
      run: () => this.#run(io),
      prefill: () => io.prefill({ text: rest.join(' '), cursor: rest.join(' ').length }),
      configure: () => {
        this.mode = 'config';
      },
      exit: () => {
        io.print(['bye']);
        io.hangup();
      },
      '': () => undefined,
    };
    (commands[word] ?? (() => io.print([`did ${line.trim().replace(/[\0-\x1f]/g, '.')}`])))();
  }

  #pressed(key: string, io: ShellIo): void {
    this.heard.push(key);
    io.write('\n');
  }

  #run(io: ShellIo): void {
    io.write('working');
    const end = io.running(() => {
      io.write('^C\n');
      end();
    });
    this.done = () => {
      io.print(['finished'], { page: false });
      end();
    };
  }

  key(key: ShellKey, line: LineState): KeyAnswer {
    switch (key) {
      case 'help':
        return { kind: 'list', echo: '?', lines: ['  one  First', '  two  Second', ''], line };
      case 'interrupt':
        this.mode = 'exec';
        return { kind: 'drop', echo: '^C' };
      case 'end':
        return { kind: 'submit', text: line.text, echo: '^Z' };
      case 'enter':
        return this.#options.vendor === 'ios' || line.text.endsWith(' ') || line.text === ''
          ? { kind: 'plain' }
          : { kind: 'submit', text: `${line.text} ` };
      case 'eof':
        return { kind: 'plain' };
      case 'tab':
      case 'space':
        return this.#complete(key, line);
    }
  }

  #complete(key: ShellKey, line: LineState): KeyAnswer {
    const found = (this.#options.words ?? []).filter((word) => word.startsWith(line.text) && line.text !== '');
    const fresh = this.#options.vendor === 'ios';
    if (found.length === 1) {
      const text = `${found[0]} `;
      return { kind: 'replace', line: { text, cursor: text.length }, fresh };
    }
    if (key === 'space') return { kind: 'plain' };
    return fresh ? { kind: 'replace', line, fresh, bell: true } : { kind: 'bell' };
  }

  history(): string {
    return this.mode;
  }

  pageLength(): number {
    return this.#options.pageLength ?? 0;
  }

  width(): number {
    return this.#options.width ?? 80;
  }

  redrawsAfterMessage(): boolean {
    return this.#options.redraws ?? false;
  }

  end(): void {
    this.ended++;
  }
}

/** A toy shell behind a VTY, and everything the VTY wrote. */
export class Session {
  readonly shell: ToyShell;
  readonly vty: Vty;
  readonly written: { readonly text: string; readonly kind: OutputKind }[] = [];
  #taken = 0;

  constructor(options: ToyOptions, terminal: { readonly console?: boolean } = {}) {
    this.shell = new ToyShell(options);
    this.vty = new Vty(this.shell, {
      rows: 24,
      columns: 80,
      ...terminal,
      write: (text, kind) => this.written.push({ text, kind }),
    });
    this.vty.begin({ auto: true });
  }

  /** What was written since the last call. */
  take(): string {
    const text = this.written
      .slice(this.#taken)
      .map((part) => part.text)
      .join('');
    this.#taken = this.written.length;
    return text;
  }

  /** Everything that was written. */
  get all(): string {
    return this.written.map((part) => part.text).join('');
  }

  /** Presses keys by name (one character, or a name of `keyBytes`), or types text; gives what was written. */
  press(...keys: readonly string[]): string {
    for (const key of keys) this.vty.keys(keyBytes(key) ?? key);
    return this.take();
  }
}

/** A session whose first prompt was already looked at. */
export const sessionOf = (options: ToyOptions, terminal: { readonly console?: boolean } = {}): Session => {
  const session = new Session(options, terminal);
  session.take();
  return session;
};
