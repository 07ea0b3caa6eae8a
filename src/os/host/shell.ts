// A PC's command line: one prompt, every line either sets something or does something.

import { ip4Text, isIp4 } from '../../base/ip.ts';
import { maskOf, parseIpWithLength } from '../../base/prefix.ts';
import type {
  BeginOptions,
  EditingStyle,
  KeyAnswer,
  LineState,
  PagerStyle,
  Shell,
  ShellIo,
  ShellKey,
} from '../../cli/shell.ts';
import { put } from '../../config/edit.ts';
import { NO_LIVE } from '../../language/arg-types.ts';
import { expect } from '../../language/expect.ts';
import { match } from '../../language/match.ts';
import type { CommandSpec, Expectation, Match } from '../../language/spec.ts';
import { tokenize } from '../../language/tokens.ts';
import type { ActionContext } from '../action.ts';
import type { Box } from '../os.ts';
import { types } from './arg-types.ts';
import { badCommand, TOKENS } from './read.ts';
import { actions } from './tools.ts';
import { views } from './views.ts';

const EDITING: EditingStyle = {
  keys: {
    'ctrl-a': 'home',
    'ctrl-e': 'end',
    'ctrl-b': 'left',
    'ctrl-f': 'right',
    left: 'left',
    right: 'right',
    home: 'home',
    end: 'end',
    backspace: 'delete-left',
    delete: 'delete-right',
    'ctrl-d': 'delete-right',
    'ctrl-k': 'kill-end',
    'ctrl-u': 'kill-line',
    'ctrl-w': 'kill-word-left',
    'ctrl-y': 'yank',
    'ctrl-p': 'history-previous',
    'ctrl-n': 'history-next',
    up: 'history-previous',
    down: 'history-next',
    'ctrl-l': 'redraw-below',
  },
  shellKeys: { '?': 'help', tab: 'tab', 'ctrl-c': 'interrupt' },
  breakKeys: ['ctrl-c'],
  lineLimit: 250,
  keepsDuplicates: false,
  separators: ' ',
  longLines: { left: '<', right: '>', margin: 2, step: 10, rewrites: 'line', padding: 0 },
  searchPrompt: (pattern) => `(search) ${pattern}: `,
};

/** Nothing here is ever longer than a screen. */
const PAGER: PagerStyle = {
  marker: () => '-- more --',
  action: (key) => (key === 'q' ? 'quit' : 'page'),
  erase: (marker) => `\r${' '.repeat(marker.length)}\r`,
  abort: undefined,
  eager: false,
  asks: {},
  matcher: () => undefined,
  help: [],
};

export class HostShell implements Shell {
  readonly historyDepth = 50;
  readonly pager = PAGER;
  readonly editing = EDITING;
  readonly #box: Box;
  readonly #session: number;
  readonly #config: readonly CommandSpec[];
  readonly #exec: readonly CommandSpec[];
  readonly #all: readonly CommandSpec[];

  constructor(box: Box, session: number) {
    const { sections } = box.os.vocabulary;
    this.#box = box;
    this.#session = session;
    this.#config = sections.get('config')?.commands ?? [];
    this.#exec = sections.get('exec')?.commands ?? [];
    this.#all = [...this.#config, ...this.#exec];
  }

  begin(io: ShellIo, options: BeginOptions): void {
    if (!options.auto) io.print(['', 'A small PC. Type ? for help.', '']);
  }

  prompt(): string {
    return `${this.#box.hostname}> `;
  }

  history(): string {
    return 'pc';
  }

  pageLength(): number {
    return 0;
  }

  width(): number {
    return 0;
  }

  redrawsAfterMessage(): boolean {
    return true;
  }

  end(): void {}

  enter(line: string, io: ShellIo): void {
    const tokens = tokenize(line, TOKENS);
    if (tokens.length === 0) return;
    const set = match(this.#config, tokens, types, NO_LIVE);
    if (set.ok) {
      this.#set(set.value, io);
      return;
    }
    const found = match(this.#exec, tokens, types, NO_LIVE);
    if (found.ok) this.#do(found.value, io);
    else io.print([badCommand(line.trim()), '']);
  }

  key(key: ShellKey, line: LineState): KeyAnswer {
    if (key === 'help') return this.#help(line);
    if (key === 'tab') return this.#complete(line);
    return key === 'interrupt' ? { kind: 'drop', echo: '^C' } : { kind: 'plain' };
  }

  #do(found: Match, io: ShellIo): void {
    const { effect } = found.spec;
    const router = this.#box.router();
    if (effect.kind === 'show') {
      const { now } = this.#box;
      const context = { box: this.#box, router, ask: router.ask, now, session: this.#session };
      io.print(views[effect.view]?.(context, found) ?? []);
    } else if (effect.kind === 'do') {
      const context: ActionContext = {
        box: this.#box,
        router,
        session: this.#session,
        user: 'pc',
        privileged: true,
        io,
      };
      actions[effect.action]?.(context, found);
    }
  }

  #set(found: Match, io: ShellIo): void {
    const { store } = this.#box;
    const tree = put(store.running, [found]);
    this.#box.apply(tree);
    store.replace({ tree, at: this.#box.now, user: 'pc', client: 'cli', comment: undefined });
    const address = parseIpWithLength(found.args['address'] ?? '');
    if (!address || !isIp4(address.address)) return;
    const gateway = found.args['gateway'];
    const mask = ip4Text(maskOf(address.length));
    const way = gateway === undefined ? '' : ` gateway ${gateway}`;
    const name = this.#box.hostname;
    io.print(['Checking for duplicate address...', `${name} : ${ip4Text(address.address)} ${mask}${way}`, '']);
  }

  /** What may follow what stands left of the cursor, and the word under way. */
  #next(line: LineState): { readonly found: readonly Expectation[]; readonly partial: string } {
    const typed = line.text.slice(0, line.cursor);
    const tokens = tokenize(typed, TOKENS);
    const last = tokens.at(-1);
    const open = last !== undefined && last.end === typed.length;
    const partial = open ? last.text : '';
    const found = expect(this.#all, open ? tokens.slice(0, -1) : tokens, partial, types, NO_LIVE);
    return { found: found.ok ? found.value : [], partial };
  }

  #help(line: LineState): KeyAnswer {
    const rows = this.#next(line).found.map((one) => (one.kind === 'end' ? ['<cr>', ''] : [one.text, one.help]));
    const width = Math.max(0, ...rows.map(([text = '']) => text.length));
    const lines = rows.map(([text = '', help = '']) => `  ${text.padEnd(width)}  ${help}`.trimEnd());
    return { kind: 'list', echo: '?', lines: lines.length > 0 ? [...lines, ''] : ['No help here.', ''], line };
  }

  #complete(line: LineState): KeyAnswer {
    const { found, partial } = this.#next(line);
    const words = found.filter((one) => one.kind === 'word');
    const [only] = words;
    if (words.length !== 1 || !only || partial === '') return { kind: 'bell' };
    const left = `${line.text.slice(0, line.cursor - partial.length)}${only.text} `;
    const text = left + line.text.slice(line.cursor);
    return { kind: 'replace', line: { text, cursor: left.length }, fresh: false };
  }
}
