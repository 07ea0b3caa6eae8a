// The VTY: bytes in, bytes out. It stands between a terminal (a pane, a pipe, a script, a test) and a shell: echo and
// editing, type-ahead, questions, the pager, messages that break in. No clock, no terminal codes beyond CR LF BS BEL.

import { History } from './history.ts';
import { KeyReader, keyText } from './keys.ts';
import type { LineState } from './line-editor.ts';
import { LineInput } from './line-input.ts';
import { appendsItself, pressAtAnswer, pressAtPrompt } from './line-keys.ts';
import { type Asking, type Collecting, type Listener, type Op, type Stage, shellIo } from './listener.ts';
import { lastRow, Output } from './output.ts';
import { Pager } from './pager.ts';
import type { BeginOptions, KeyAnswer, PromptMoment, Shell, ShellIo } from './shell.ts';
import type { VtyState, VtyTerminal } from './terminal.ts';
import { TypeAhead } from './type-ahead.ts';

export type { VtyState, VtyTerminal } from './terminal.ts';

const EMPTY: LineState = { text: '', cursor: 0 };

/** One login line of a device, as a terminal sees it. */
export class Vty {
  readonly #shell: Shell;
  readonly #console: boolean;
  readonly #io: ShellIo;
  readonly #out: Output;
  readonly #pager: Pager;
  readonly #reader = new KeyReader();
  readonly #typed = new TypeAhead();
  readonly #history = new History();
  #rows: number;
  #columns: number;
  #options: BeginOptions = { auto: false };
  #phase: 'fresh' | 'open' | 'hung' | 'closed' = 'fresh';
  #ops: Op[] = [];
  #listener: Listener | undefined;
  /** Interrupts of what runs, the latest last. */
  #runs: readonly { readonly interrupt: () => void; readonly endless: boolean }[] = [];
  #prefill: LineState | undefined;
  #kills: readonly string[] = [];
  #working = false;

  constructor(shell: Shell, terminal: VtyTerminal) {
    this.#shell = shell;
    this.#console = terminal.console ?? true;
    this.#rows = terminal.rows;
    this.#columns = terminal.columns;
    this.#io = shellIo(this.#stage());
    this.#out = new Output((text, kind) => terminal.write(text, kind));
    this.#pager = new Pager(shell, (text) => this.#out.write(text, 'output'));
  }

  get state(): VtyState {
    if (this.#phase !== 'open') return 'closed';
    if (this.#pager.waiting) return 'pager';
    if (this.#listener === undefined) return 'running';
    return this.#listener.kind === 'prompt' || this.#listener.kind === 'collect' ? this.#listener.kind : 'question';
  }

  /** What runs ends only when somebody stops it. */
  get endless(): boolean {
    return this.#runs.some((run) => run.endless);
  }

  /** The line being typed at a prompt, a question or in a collection, and the row that shows it. */
  get line(): (LineState & { readonly shown: LineInput['shown'] }) | undefined {
    const listener = this.#listener;
    if (listener === undefined || listener.kind === 'ask-key') return undefined;
    return { ...listener.input.line, shown: listener.input.shown };
  }

  /** The terminal is there. */
  begin(options: BeginOptions): void {
    if (this.#phase === 'closed') return;
    this.#phase = 'open';
    this.#options = options;
    this.#call(() => this.#shell.begin(this.#io, options));
    this.#work();
  }

  /** Whatever the terminal sent, cut anywhere. */
  keys(text: string): void {
    this.#take(this.#reader.push(text));
  }

  /** Nothing more follows for now: a lone ESC is the Escape key. */
  flush(): void {
    this.#take(this.#reader.flush());
  }

  /** The terminal has another size from now on. */
  resize(rows: number, columns: number): void {
    this.#rows = rows;
    this.#columns = columns;
  }

  /** A message for whoever sits here: breaks into the line, waits while the pager does. */
  notify(lines: readonly string[]): void {
    if (this.#phase === 'closed' || lines.length === 0) return;
    if (this.#phase !== 'open') {
      this.#breakIn(lines);
      return;
    }
    // The command's output goes first, but not its prompt.
    const at = this.#ops.at(-1)?.kind === 'prompt' ? this.#ops.length - 1 : this.#ops.length;
    this.#ops.splice(at, 0, { kind: 'message', lines });
    this.#work();
  }

  /** The connection is gone. */
  close(): void {
    if (this.#phase === 'closed') return;
    this.#phase = 'closed';
    this.#reset();
    this.#shell.end();
  }

  #take(keys: readonly string[]): void {
    if (this.#phase === 'closed' || keys.length === 0) return;
    this.#typed.push(keys);
    this.#shell.active?.();
    this.#work();
  }

  #reset(): void {
    this.#ops = [];
    this.#listener = undefined;
    this.#runs = [];
    this.#prefill = undefined;
    this.#kills = [];
    this.#history.clear();
    this.#pager.begin();
  }

  /** What the shell's calls come down to. */
  #stage(): Stage {
    return {
      style: this.#shell.editing,
      size: () => ({ rows: this.#rows, columns: this.#columns }),
      echo: (text) => this.#out.write(text, 'echo'),
      push: (op) => this.#push(op),
      message: (lines) => this.notify(lines),
      running: (interrupt, options) => this.#running(interrupt, options?.endless === true),
      prefill: (line) => {
        this.#prefill = line;
      },
      history: (list) => this.#history.lines(list),
    };
  }

  #push(op: Op): void {
    if (this.#phase !== 'open') return;
    this.#ops.push(op);
    this.#work();
  }

  #running(interrupt: () => void, endless: boolean): () => void {
    const run = { interrupt, endless };
    this.#runs = [...this.#runs, run];
    return () => {
      this.#runs = this.#runs.filter((other) => other !== run);
      this.#work();
    };
  }

  /** A callback of the shell's: what it asks for happens when it has returned. */
  #call(callback: () => void): void {
    const outer = this.#working;
    this.#working = true;
    try {
      callback();
    } finally {
      this.#working = outer;
    }
  }

  /** Does what can be done: first what waits for the screen, then the keys that somebody hears. */
  #work(): void {
    if (this.#working) return;
    this.#working = true;
    try {
      do this.#settle();
      while (this.#show() || this.#hearNext());
    } finally {
      this.#working = false;
    }
  }

  /** When nothing is asked and nothing runs, the prompt is due. */
  #settle(): void {
    if (this.#phase !== 'open' || this.#runs.length > 0 || this.#listener !== undefined) return;
    if (this.#ops.some((op) => op.kind === 'listen' || op.kind === 'prompt' || op.kind === 'hangup')) return;
    this.#ops.push({ kind: 'prompt', moment: 'new', line: undefined });
  }

  /** Shows what waits, as far as the pager and the line being typed allow. False: nothing could be shown. */
  #show(): boolean {
    const ops = this.#ops;
    this.#ops = [];
    let done = 0;
    for (const op of ops) {
      // While the marker is on the screen, more of the same output still counts for its total.
      const counts = op.kind === 'print' && op.options.page !== false;
      if (this.#phase !== 'open' || (this.#pager.waiting ? !counts : !this.#possible(op))) break;
      this.#perform(op);
      done++;
    }
    if (this.#phase === 'open') this.#ops = [...ops.slice(done), ...this.#ops];
    return done > 0;
  }

  #possible(op: Op): boolean {
    if (this.#listener !== undefined) return op.kind !== 'prompt' && op.kind !== 'listen';
    return op.kind !== 'prompt' || this.#pager.finish();
  }

  #perform(op: Op): void {
    switch (op.kind) {
      case 'print':
        if (this.#listener !== undefined) this.#breakIn(op.lines);
        else if (op.options.page === false) this.#out.lines(op.lines, 'output');
        else this.#pager.print(op.lines, op.options.hold === true);
        break;
      case 'write':
        this.#out.write(op.text, 'output');
        break;
      case 'message':
        this.#breakIn(op.lines);
        break;
      case 'listen':
        this.#out.write(op.question, 'output');
        this.#listener = op.listen();
        break;
      case 'forget':
        if (this.#listener?.kind.startsWith('ask')) this.#listener = undefined;
        break;
      case 'prompt':
        this.#prompt(op.moment, op.line);
        break;
      case 'hangup':
        this.#hangup();
        break;
    }
  }

  #prompt(moment: PromptMoment, line: LineState | undefined): void {
    const text = this.#shell.prompt(moment);
    this.#out.write(text, 'prompt');
    const { editing } = this.#shell;
    const setting = {
      prompt: lastRow(text),
      style: editing,
      width: () => this.#shell.width(),
      hidden: false,
      limit: editing.lineLimit,
      history: this.#history.lines(this.#shell.history() ?? ''),
      echo: (echoed: string) => this.#out.write(echoed, 'echo'),
    };
    this.#listener = { kind: 'prompt', input: new LineInput(setting, line ?? this.#prefill ?? EMPTY, this.#kills) };
    if (line === undefined) this.#prefill = undefined;
  }

  #hangup(): void {
    if (this.#console) {
      this.#phase = 'hung';
      this.#reset();
    } else this.close();
  }

  /** Lines in the middle of whatever stands there. */
  #breakIn(lines: readonly string[]): void {
    this.#out.lines(this.#out.fresh ? lines : ['', ...lines], 'output');
    if (this.#listener !== undefined && this.#shell.redrawsAfterMessage()) this.#again(this.#listener);
  }

  /** Prompt or question, and what was typed, once more on an empty row. */
  #again(listener: Listener): void {
    const text = listener.kind === 'prompt' ? this.#shell.prompt('again') : listener.question;
    this.#out.write(text, listener.kind === 'prompt' ? 'prompt' : 'output');
    if (listener.kind !== 'ask-key') listener.input.redrawBelow(lastRow(text));
  }

  /** The next key, to whoever hears it. False: there is none, or it has to wait. */
  #hearNext(): boolean {
    if (this.#typed.empty || this.#phase === 'closed') return false;
    const listener = this.#listener;
    if (this.#phase === 'hung') {
      if (this.#typed.take() === 'enter') this.begin(this.#options);
    } else if (this.#pager.waiting) this.#pager.key(this.#typed.take() as string);
    else if (listener === undefined) return this.#break();
    else if (listener.kind === 'ask-key') {
      const key = this.#typed.take() as string;
      this.#answered(() => listener.then(key));
    } else if (!this.#appendRun(listener)) {
      const key = this.#typed.take() as string;
      if (listener.kind === 'prompt') this.#keyAtPrompt(listener.input, key);
      else if (listener.kind === 'ask') this.#keyAtQuestion(listener, key);
      else this.#keyAtCollection(listener, key);
    }
    return true;
  }

  /** Something runs and nobody hears: a break key acts at once, and what was typed before it is dropped. */
  #break(): boolean {
    const run = this.#runs.at(-1);
    if (run === undefined || !this.#typed.takeBreak(this.#shell.editing.breakKeys)) return false;
    this.#call(run.interrupt);
    return true;
  }

  /** Printable characters at the end of a line, as many as are there: what a paste mostly is. */
  #appendRun(listener: Exclude<Listener, { readonly kind: 'ask-key' }>): boolean {
    const style = this.#shell.editing;
    const run = this.#typed.takeWhile(listener.input.roomForRun(), (key) => appendsItself(key, style, listener.kind));
    if (run.length > 0) listener.input.append(run.map(keyText).join(''));
    return run.length > 0;
  }

  #keyAtPrompt(input: LineInput, key: string): void {
    const press = pressAtPrompt(input, key, this.#shell.editing, (shellKey, line) =>
      this.#shell.key(shellKey, line, this.#io),
    );
    if (press === 'redraw-below') this.#redrawBelow();
    else if (press !== 'edited') this.#shellAnswered(input, press);
  }

  #shellAnswered(input: LineInput, answer: Exclude<KeyAnswer, { readonly kind: 'plain' | 'bell' }>): void {
    switch (answer.kind) {
      case 'replace':
        if (answer.bell === true) input.bell();
        if (answer.fresh) this.#leave(input, '\n', { kind: 'prompt', moment: 'again', line: answer.line });
        else input.replace(answer.line);
        if (answer.redraw === true && !answer.fresh) input.redrawOver();
        break;
      case 'list':
        this.#leave(input, `${answer.echo}\n`, { kind: 'print', lines: answer.lines, options: {} });
        this.#ops.push({ kind: 'prompt', moment: 'list', line: answer.line });
        break;
      case 'drop':
        this.#leave(input, `${answer.echo}\n`);
        break;
      case 'submit':
        this.#submit(input, answer.text, answer.echo ?? '');
        break;
    }
  }

  /** The prompt's line is over; something else may come. */
  #leave(input: LineInput, echo: string, next?: Op): void {
    this.#out.write(echo, 'echo');
    this.#kills = input.kills;
    this.#listener = undefined;
    this.#pager.begin();
    if (next !== undefined) this.#ops.push(next);
  }

  #submit(input: LineInput, text: string, echo: string): void {
    if (text !== input.line.text) input.replace({ text, cursor: text.length });
    this.#leave(input, `${echo}\n`);
    const rule = { depth: this.#shell.historyDepth, duplicates: this.#shell.editing.keepsDuplicates };
    this.#history.add(this.#shell.history(), text, rule);
    this.#call(() => this.#shell.enter(text, this.#io));
  }

  #redrawBelow(): void {
    this.#out.write('\n', 'echo');
    if (this.#listener !== undefined) this.#again(this.#listener);
  }

  /** A question is answered: `then` says what comes next. */
  #answered(then: () => void): void {
    this.#listener = undefined;
    this.#pager.begin();
    this.#call(then);
  }

  #keyAtQuestion(asking: Asking, key: string): void {
    const press = pressAtAnswer(asking.input, key, this.#shell.editing, 'ask');
    if (press === 'redraw-below') this.#redrawBelow();
    else if (press !== 'edited') {
      this.#out.write(`${press === 'enter' ? asking.enter : ''}\n`, 'echo');
      const { text } = asking.input.line;
      this.#answered(() => asking.then(press === 'enter' ? { kind: 'line', text } : { kind: 'interrupt' }));
    }
  }

  #keyAtCollection(collecting: Collecting, key: string): void {
    const press = pressAtAnswer(collecting.input, key, this.#shell.editing, 'collect');
    if (press === 'redraw-below') this.#redrawBelow();
    else if (press !== 'edited') this.#collected(collecting, press);
  }

  #collected(collecting: Collecting, press: 'enter' | 'interrupt' | 'eof'): void {
    const { text } = collecting.input.line;
    if (press !== 'eof' || text !== '') this.#out.write('\n', 'echo');
    if (press === 'enter' || (press === 'eof' && text !== '')) collecting.lines.push(text);
    if (press === 'interrupt') this.#answered(() => collecting.then(undefined));
    else if (collecting.ends(text, press === 'eof')) this.#answered(() => collecting.then(collecting.lines));
    else collecting.input = collecting.nextLine();
  }
}
