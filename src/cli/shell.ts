// Shell and ShellIo: what a login offers, and what it may do to its terminal. The VTY (vty.ts) stands between the two
// and the bytes; it owns echo, editing keys, history, the pager. A shell owns what words mean.

import type { EditCommand, LineState } from './line-editor.ts';

export type { LineState } from './line-editor.ts';

/** Keys whose meaning is the vendor's. All others are editing keys, or insert themselves. */
export type ShellKey = 'help' | 'tab' | 'space' | 'enter' | 'end' | 'interrupt' | 'eof';

/** What becomes of the line after such a key. */
export type KeyAnswer =
  /** As if the shell had not been asked: inserted if it can be printed, `enter` submits, else the editing command. */
  | { readonly kind: 'plain' }
  | { readonly kind: 'bell' }
  /** A new line in place of the old one; on a fresh line after a fresh prompt (IOS' Tab) or over the old one (Junos). */
  | {
      readonly kind: 'replace';
      readonly line: LineState;
      readonly fresh: boolean;
      /** Over the old one, but prompt and all: what Junos does when it had to look a value up. */
      readonly redraw?: boolean;
      readonly bell?: boolean;
    }
  /** `echo` is shown (not kept), then the lines (paged), then the prompt with `line`. */
  | {
      readonly kind: 'list';
      readonly echo: string;
      readonly lines: readonly string[];
      readonly line: LineState;
    }
  /**
   * The line is finished: shown as `text` (and kept so in the history), then `echo`, then the cursor goes to a new
   * line and `enter(text)` follows.
   */
  | { readonly kind: 'submit'; readonly text: string; readonly echo?: string }
  /** The line is thrown away after `echo`; a new line, a new prompt. */
  | { readonly kind: 'drop'; readonly echo: string };

/** How much of what is printed may be held back by the pager. */
export interface PrintOptions {
  /** Default true. Lines that are not paged do not count for the page either. */
  readonly page?: boolean;
  /** The marker stays at the end of what was printed until a key is pressed (`| hold`). */
  readonly hold?: boolean;
}

export interface RunOptions {
  /** It ends only when somebody stops it (a ping without a count): whoever drives the console does not wait for it. */
  readonly endless?: boolean;
}

export interface AskOptions {
  /** False: what is typed does not show (a password). */
  readonly echo: boolean;
  /** Shown behind the answer when Enter ends it, before the new line (Junos: a blank). */
  readonly enter?: string;
}

export type Answer =
  | { readonly kind: 'line'; readonly text: string }
  /** Ctrl-C (or the vendor's break key) instead of an answer. */
  | { readonly kind: 'interrupt' };

/** What a shell may do to its terminal. Everything happens in the order of the calls. */
export interface ShellIo {
  readonly rows: number;
  readonly columns: number;
  /** Whole lines. At an idle prompt they break in as a message does. */
  print(lines: readonly string[], options?: PrintOptions): void;
  /** Text as it is, not paged: the dots of a ping. `\n` becomes CR LF. */
  write(text: string): void;
  /** A question on a line of its own or behind what was written; the next line typed is the answer. */
  ask(question: string, options: AskOptions, then: (answer: Answer) => void): void;
  /** One key is the answer, without Enter; it is not echoed. The name is that of keys.ts. */
  askKey(question: string, then: (key: string) => void): void;
  /** The key or the answer that was asked for is wanted no longer (the far end has hung up, the time is over). */
  forget(): void;
  /**
   * Lines are collected until `ends` says so (banner text, `load … terminal`); then `then` gets them: the line that
   * ended it among them, but not an empty line that was ended by the end-of-file key. Undefined: interrupted.
   */
  collect(ends: (line: string, byEof: boolean) => boolean, then: (lines: readonly string[] | undefined) => void): void;
  /** Something runs now: keys wait, break keys reach `interrupt`. The returned function ends it. */
  running(interrupt: () => void, options?: RunOptions): () => void;
  /** The next prompt comes with this text already typed. */
  prefill(line: LineState): void;
  /** The lines of a history list, oldest first. */
  history(list: string): readonly string[];
  /** Lines that break into whatever the terminal shows, as those of a log do; at the pager's marker they wait. */
  message(lines: readonly string[]): void;
  bell(): void;
  /** The session is over; `begin` follows when somebody presses Enter on a console. */
  hangup(): void;
}

/** What a pager's marker may speak of. Lines are counted from the command on. */
export interface PagerView {
  readonly shown: number;
  readonly total: number;
  /** No key was pressed at this output's marker yet. */
  readonly first: boolean;
  /** Lines are left out (`match`, `except`). */
  readonly filtered: boolean;
}

/** A pattern is typed on the marker's row. */
export interface PagerQuestion {
  /** Shown in place of the marker; `previous` is what was typed last time, `''` the first time. */
  prompt(previous: string): string;
  /** A line of its own after Enter (IOS: `filtering...`). Undefined: the row is cleared. */
  readonly note?: string;
}

/** Actions that first ask for a pattern or a name. */
export type PagerAsk = 'search' | 'search-back' | 'begin' | 'match' | 'except' | 'save';

/** How a vendor's pager looks and which keys it knows. */
export interface PagerStyle {
  /** The marker. */
  marker(view: PagerView): string;
  /** What a key does at the marker. */
  action(key: string): PagerAction;
  /**
   * Bytes that take the marker off the screen. IOS: back to the second column, blanks, back to the first. Junos: CR,
   * 40 blanks, CR.
   */
  erase(marker: string): string;
  /**
   * Written behind the marker when output is cut short (Junos: `[abort]`; the prompt's own line break ends the row).
   * Undefined: the marker is erased (IOS).
   */
  readonly abort: string | undefined;
  /** The marker comes as soon as the page is full; false: only when another line follows. */
  readonly eager: boolean;
  readonly asks: Readonly<Partial<Record<PagerAsk, PagerQuestion>>>;
  /** The vendor's reading of a pattern; undefined when it is not one. */
  matcher(pattern: string): ((line: string) => boolean) | undefined;
  readonly help: readonly string[];
  /** A line longer than the terminal is wide takes several rows of the page (IOS). Absent: every line is one. */
  readonly wraps?: boolean;
  /** Writes the output to a file; gives what is said about it. */
  save?(name: string, lines: readonly string[]): readonly string[];
}

export type PagerAction =
  | PagerAsk
  | 'page'
  | 'line'
  | 'half'
  /** No more markers for this output. */
  | 'all'
  | 'quit'
  | 'back'
  | 'back-half'
  | 'back-line'
  | 'start'
  | 'end'
  | 'next-match'
  /** No filter any more. */
  | 'clear'
  /** Stay, or do not stay, at the end of the output. */
  | 'hold'
  | 'no-hold'
  | 'redraw'
  | 'help'
  | 'none';

export interface BeginOptions {
  /** Nobody types a name and a password: `run` and graders start at the prompt, paging off, width unlimited. */
  readonly auto: boolean;
}

/**
 * `new`: for the next line. `list`: behind the answer to a `?`, the line goes on. `again`: the line is shown again
 * (after a message, a redisplay, IOS' Tab).
 */
export type PromptMoment = 'new' | 'list' | 'again';

/** One login's worth of a vendor's command line. */
export interface Shell {
  /** The terminal is there: greet, ask who it is. When it returns with nothing asked, the prompt comes. */
  begin(io: ShellIo, options: BeginOptions): void;
  /** As it stands now; may hold line breaks before its last line. Written where the cursor is. */
  prompt(moment: PromptMoment): string;
  /** A finished line. When it returns with nothing asked and nothing running, the prompt comes again. */
  enter(line: string, io: ShellIo): void;
  /** A key with a meaning of the vendor's, at the prompt. What it prints through `io` comes before its answer. */
  key(key: ShellKey, line: LineState, io: ShellIo): KeyAnswer;
  /** Which history the current mode has (`exec` and `config` do not share one); undefined: lines are not kept. */
  history(): string | undefined;
  readonly historyDepth: number;
  readonly pager: PagerStyle;
  /** Rows a page has, the marker's among them; 0: no paging. */
  pageLength(): number;
  /** Columns for the editor; 0: unlimited. */
  width(): number;
  /** After a message broke into a line: is prompt and line shown again? */
  redrawsAfterMessage(): boolean;
  readonly editing: EditingStyle;
  /** Somebody pressed keys (for idle timers). */
  active?(): void;
  /** The connection is gone. */
  end(): void;
}

/** Editing commands, and two that only the VTY can do: show the line again below, or over itself. */
export type EditingCommand = EditCommand | 'redraw-below' | 'redraw-over';

/** Differences between the vendors' line editors. */
export interface EditingStyle {
  /** Editing command by key name (`ctrl-a`, `esc-b`, `left` …): see line-editor.ts for the commands. */
  readonly keys: Readonly<Record<string, EditingCommand>>;
  /** Which keys go to the shell as which ShellKey. */
  readonly shellKeys: Readonly<Record<string, ShellKey>>;
  /** Break keys while something runs. */
  readonly breakKeys: readonly string[];
  /** Characters a line may have; more ring the bell. IOS: 254. */
  readonly lineLimit: number;
  /** Is a line equal to the one before it kept in the history? */
  readonly keepsDuplicates: boolean;
  /** Characters that part words, for word moves and word kills. */
  readonly separators: string;
  readonly longLines: LongLines;
  /** Stands for the prompt's last row during a reverse search; `found` is false when nothing matches. */
  searchPrompt(pattern: string, found: boolean): string;
}

/**
 * How a line longer than its row is shown: it moves sideways under marks. IOS: `$` by tens, margin 3 (Cisco IOS
 * Configuration Fundamentals, "Editing Command Lines that Wrap"; raw echo in netmiko issue 160). Junos: `...`, the
 * cursor to the middle, the whole row, margin 4, padding 3 (raw echoes in the test data of comocutor and gnetcli).
 */
export interface LongLines {
  /** In place of what is hidden on the left, and on the right. */
  readonly left: string;
  readonly right: string;
  /** The cursor's last column is the width less this. */
  readonly margin: number;
  /** Columns per move; `half`: as many as bring the cursor to the middle. */
  readonly step: number | 'half';
  /** After a move: the line is written again from its first column on, or the whole row, prompt and all. */
  readonly rewrites: 'line' | 'row';
  /** Blanks written behind a line that is redrawn over itself. */
  readonly padding: number;
}
