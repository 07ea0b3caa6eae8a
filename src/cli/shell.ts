// Shell and ShellIo: what a login offers, and what it may do to its terminal. The VTY (vty.ts) stands between the two
// and the bytes; it owns echo, editing keys, history, the pager. A shell owns what words mean.

/** The line being typed. */
export interface LineState {
  readonly text: string;
  /** 0 … text.length */
  readonly cursor: number;
}

/** Keys whose meaning is the vendor's. All others are editing keys, or insert themselves. */
export type ShellKey = 'help' | 'tab' | 'space' | 'enter' | 'end' | 'interrupt' | 'eof';

/** What becomes of the line after such a key. */
export type KeyAnswer =
  /** The key stands for itself: inserted if it can be printed, otherwise nothing. */
  | { readonly kind: 'plain' }
  | { readonly kind: 'bell' }
  /** A new line in place of the old one; on a fresh line after a fresh prompt (IOS' Tab) or over the old one (Junos). */
  | {
      readonly kind: 'replace';
      readonly line: LineState;
      readonly fresh: boolean;
      readonly bell?: boolean;
    }
  /** `echo` is shown (not kept), then the lines (paged), then the prompt with `line`. */
  | {
      readonly kind: 'list';
      readonly echo: string;
      readonly lines: readonly string[];
      readonly line: LineState;
    }
  /** The line is finished: shown as `text`, then the cursor goes to a new line and `enter(text)` follows. */
  | { readonly kind: 'submit'; readonly text: string; readonly echo?: string }
  /** The line is thrown away after `echo`; a new prompt. */
  | { readonly kind: 'drop'; readonly echo: string };

/** How much of what is printed may be held back by the pager. */
export interface PrintOptions {
  /** Default true. */
  readonly page?: boolean;
}

export type Answer =
  | { readonly kind: 'line'; readonly text: string }
  /** Ctrl-C (or the vendor's break key) instead of an answer. */
  | { readonly kind: 'interrupt' };

/** What a shell may do to its terminal. Everything happens in the order of the calls. */
export interface ShellIo {
  readonly rows: number;
  readonly columns: number;
  /** Whole lines. */
  print(lines: readonly string[], options?: PrintOptions): void;
  /** Text as it is, not paged: the dots of a ping. `\n` becomes CR LF. */
  write(text: string): void;
  /** A question on a line of its own or behind what was written; the next line typed is the answer. */
  ask(question: string, options: { readonly echo: boolean }, then: (answer: Answer) => void): void;
  /** One key is the answer, without Enter. */
  askKey(question: string, then: (key: string) => void): void;
  /** Lines are collected until `ends` says so (banner text, `load … terminal`); then `then` gets them. */
  collect(ends: (line: string, byEof: boolean) => boolean, then: (lines: readonly string[] | undefined) => void): void;
  /** Something runs now: keys wait, break keys reach `interrupt`. The returned function ends it. */
  running(interrupt: () => void): () => void;
  /** The next prompt comes with this text already typed. */
  prefill(line: LineState): void;
  bell(): void;
  /** The session is over; `begin` follows when somebody presses a key on a console. */
  hangup(): void;
}

/** How a vendor's pager looks and which keys it knows. */
export interface PagerStyle {
  /** The marker, given how much was shown: `shown` of `total` lines. */
  prompt(shown: number, total: number): string;
  /** What a key does at the marker. */
  action(key: string): PagerAction;
  /** Bytes that take the marker off the screen. */
  erase(prompt: string): string;
  /** Shown when output is cut short (`---(more)---[abort]`). */
  readonly abort: string;
}

export type PagerAction =
  | 'page'
  | 'line'
  | 'half'
  | 'all'
  | 'quit'
  | 'back'
  | 'back-half'
  | 'back-line'
  | 'start'
  | 'end'
  | 'search'
  | 'search-back'
  | 'next-match'
  | 'match'
  | 'except'
  | 'clear'
  | 'save'
  | 'help'
  | 'none';

export interface BeginOptions {
  /** Nobody types a name and a password: `run` and graders start at the prompt, paging off, width unlimited. */
  readonly auto: boolean;
}

/** One login's worth of a vendor's command line. */
export interface Shell {
  /** The terminal is there: greet, ask who it is. When it returns with nothing asked, the prompt comes. */
  begin(io: ShellIo, options: BeginOptions): void;
  /** As it stands now; may hold line breaks before its last line. */
  prompt(): string;
  /** A finished line. When it returns with nothing asked and nothing running, the prompt comes again. */
  enter(line: string, io: ShellIo): void;
  key(key: ShellKey, line: LineState, io: ShellIo): KeyAnswer;
  /** Which history the current mode has (`exec` and `config` do not share one), and whether this line is kept. */
  history(): string;
  readonly historyDepth: number;
  readonly pager: PagerStyle;
  /** Lines a page; 0: no paging. */
  pageLength(): number;
  /** Columns for the editor; 0: unlimited. */
  width(): number;
  /** After a message broke into a line: is prompt and line shown again? */
  redrawsAfterMessage(): boolean;
  readonly editing: EditingStyle;
  /** The connection is gone. */
  end(): void;
}

/** Differences between the vendors' line editors. */
export interface EditingStyle {
  /** Editing command by key name (`ctrl-a`, `esc-b`, `left` …): see line-editor.ts for the commands. */
  readonly keys: Readonly<Record<string, string>>;
  /** Which keys go to the shell as which ShellKey. */
  readonly shellKeys: Readonly<Record<string, ShellKey>>;
  /** Break keys while something runs. */
  readonly breakKeys: readonly string[];
  /** Long lines: IOS scrolls sideways with a `$`, Junos wraps. */
  readonly longLines: 'scroll' | 'wrap';
}
