// Attach mode: one console on the whole terminal, its bytes as they are, in the terminal's own scrollback.

import type { ConsoleView } from './console-view.ts';
import { textWidth } from './glyph-width.ts';
import type { ScreenBuffer } from './screen-buffer.ts';

/** The terminal, out of the program's hands. */
export interface BareTerminal {
  write(text: string): void;
  /** The screens come back. */
  takeBack(): void;
}

const PLAIN = '\x1b[0m';

/** The newest lines as a terminal is told to print them, with its cursor where the console has it. */
export function lastLines(buffer: ScreenBuffer, rows: number, colour: boolean): string {
  const count = Math.max(1, Math.min(rows, buffer.lineCount));
  const top = buffer.written - count;
  const { lines } = buffer.window(top, count, { colour });
  const { row, column } = buffer.cursor;
  const at = buffer.scrolled + row - top;
  const up = count - 1 - at;
  const shown = lines.join('\r\n');
  const width = textWidth(buffer.lineAt(top + at)?.text ?? '');
  if (up === 0 && width === column) return shown;
  // A full last row waits to be wrapped, and must go on waiting.
  if (up === 0 && column === buffer.columns - 1 && width === buffer.columns) return shown;
  return `${shown}${up > 0 ? `\x1b[${up}A` : ''}\x1b[${column + 1}G`;
}

export class Attachment {
  readonly #view: ConsoleView;
  readonly #terminal: BareTerminal;
  readonly #back: () => void;

  /** `rows` of the terminal; `back`: told when it is over. */
  constructor(
    view: ConsoleView,
    terminal: BareTerminal,
    how: { readonly prefixLabel: string; readonly rows: number; readonly colour: boolean },
    back: () => void,
  ) {
    this.#view = view;
    this.#terminal = terminal;
    this.#back = back;
    // The hint keeps a row.
    const recent = view.text === undefined ? '' : lastLines(view.text, Math.max(1, how.rows - 1), how.colour);
    terminal.write(`-- The console of ${view.device}. ${how.prefixLabel} returns to the screens. --\r\n${recent}`);
    view.mirror = (text) => terminal.write(text);
  }

  keys(raw: string): void {
    this.#view.keys(raw);
  }

  end(): void {
    this.#view.mirror = undefined;
    // What comes after it, perhaps much later, begins on a row of its own.
    this.#terminal.write(`${PLAIN}\r\n`);
    this.#back();
    this.#terminal.takeBack();
  }
}
