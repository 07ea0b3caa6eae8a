// Who hears the keys, what waits for its turn on the screen, and how a shell's calls become such.

import type { LineState } from './line-editor.ts';
import { LineInput } from './line-input.ts';
import { lastRow } from './output.ts';
import type { Answer, EditingStyle, PrintOptions, PromptMoment, RunOptions, ShellIo } from './shell.ts';

/** A question on the screen, and the line that is its answer. */
export interface Asking {
  readonly kind: 'ask';
  readonly input: LineInput;
  readonly question: string;
  /** Shown behind the answer. */
  readonly enter: string;
  then(answer: Answer): void;
}

/** Lines of text being collected. */
export interface Collecting {
  readonly kind: 'collect';
  input: LineInput;
  readonly question: '';
  readonly lines: string[];
  nextLine(): LineInput;
  ends(line: string, byEof: boolean): boolean;
  then(lines: readonly string[] | undefined): void;
}

/** Who hears the keys. */
export type Listener =
  | { readonly kind: 'prompt'; readonly input: LineInput }
  | { readonly kind: 'ask-key'; readonly question: string; then(key: string): void }
  | Asking
  | Collecting;

/** What waits for its turn on the screen. */
export type Op =
  | { readonly kind: 'print'; readonly lines: readonly string[]; readonly options: PrintOptions }
  | { readonly kind: 'write'; readonly text: string }
  | { readonly kind: 'message'; readonly lines: readonly string[] }
  /** The question is shown, then somebody listens. */
  | { readonly kind: 'listen'; readonly question: string; readonly listen: () => Listener }
  /** Nobody listens for a key or an answer any more. */
  | { readonly kind: 'forget' }
  | { readonly kind: 'prompt'; readonly moment: PromptMoment; readonly line: LineState | undefined }
  | { readonly kind: 'hangup' };

/** What a shell's calls need of the VTY. */
export interface Stage {
  readonly style: EditingStyle;
  size(): { readonly rows: number; readonly columns: number };
  echo(text: string): void;
  push(op: Op): void;
  message(lines: readonly string[]): void;
  running(interrupt: () => void, options?: RunOptions): () => void;
  prefill(line: LineState): void;
  history(list: string): readonly string[];
}

/** Most characters of a line of collected text. */
const COLLECT_LIMIT = 65_535;

/** The shell's side of a VTY. */
export const shellIo = (stage: Stage): ShellIo => {
  // Answers and collected text know no history, and do not move sideways.
  const answerLine = (prompt: string, hidden: boolean, limit: number): LineInput => {
    const { style, echo } = stage;
    const setting = { prompt, style, width: () => 0, hidden, limit, history: [], echo };
    return new LineInput(setting, { text: '', cursor: 0 }, []);
  };
  const listen = (question: string, make: () => Listener): void =>
    stage.push({ kind: 'listen', question, listen: make });
  return {
    get rows() {
      return stage.size().rows;
    },
    get columns() {
      return stage.size().columns;
    },
    print: (lines, options = {}) => stage.push({ kind: 'print', lines, options }),
    write: (text) => stage.push({ kind: 'write', text }),
    message: (lines) => stage.message(lines),
    bell: () => stage.push({ kind: 'write', text: '\x07' }),
    hangup: () => stage.push({ kind: 'hangup' }),
    ask: (question, { echo, enter = '' }, then) =>
      listen(question, () => {
        const input = answerLine(lastRow(question), !echo, stage.style.lineLimit);
        return { kind: 'ask', input, question, enter, then };
      }),
    askKey: (question, then) => listen(question, () => ({ kind: 'ask-key', question, then })),
    forget: () => stage.push({ kind: 'forget' }),
    collect: (ends, then) => {
      const nextLine = (): LineInput => answerLine('', false, COLLECT_LIMIT);
      listen('', () => ({ kind: 'collect', question: '', input: nextLine(), lines: [], nextLine, ends, then }));
    },
    running: (interrupt, options) => stage.running(interrupt, options),
    prefill: (line) => stage.prefill(line),
    history: (list) => stage.history(list),
  };
};
