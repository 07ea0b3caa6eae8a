// One line being typed on a terminal: the editor's state, the row that shows it, and the echo that keeps the two alike.

import { beginLine, type Edit, type EditorState, edit, type LineState } from './line-editor.ts';
import { cutPrompt, firstPaint, type Layout, type Row, redrawOver, repaint, roomFor, rowOf } from './line-screen.ts';
import type { EditingStyle } from './shell.ts';

export interface LineSetting {
  /** What stands before the line on its row. */
  readonly prompt: string;
  readonly style: EditingStyle;
  /** Columns, 0: unlimited; asked whenever the line changes. */
  width(): number;
  /** Nothing is echoed. */
  readonly hidden: boolean;
  readonly limit: number;
  /** Lines to go back to, oldest first. */
  readonly history: readonly string[];
  echo(text: string): void;
}

/** Commands after which the line is another one: it is shown from its beginning. */
const STARTS_OVER: readonly Edit[] = ['history-previous', 'history-next', 'search-back', 'search-cancel', 'kill-line'];

/** A line being typed behind a prompt that stands on the screen. */
export class LineInput {
  readonly #setting: LineSetting;
  #prompt: string;
  #state: EditorState;
  #row: Row;

  /** Shows the text to begin with. `kills` are pieces cut from earlier lines. */
  constructor(setting: LineSetting, line: LineState, kills: readonly string[]) {
    this.#setting = setting;
    this.#prompt = setting.prompt;
    this.#state = beginLine(line, kills);
    this.#row = this.#rowNow(0);
    setting.echo(firstPaint(this.#row));
  }

  get line(): LineState {
    return { text: this.#state.text, cursor: this.#state.cursor };
  }

  get kills(): readonly string[] {
    return this.#state.kills;
  }

  /** The next key is to be inserted as it is. */
  get quoting(): boolean {
    return this.#state.quoting;
  }

  get searching(): boolean {
    return this.#state.search !== undefined;
  }

  /** What the row shows behind its prompt, and the cursor's place in it. */
  get shown(): Pick<Row, 'prompt' | 'cells' | 'cursor'> {
    return this.#row;
  }

  /** Does a command and shows what came of it. */
  edit(command: Edit): void {
    const { limit, style, history } = this.#setting;
    const before = this.#state.text;
    this.#state = edit(this.#state, command, { limit, separators: style.separators, history });
    // A full line takes no more: a megabyte pasted into it costs a bell a character, and no look at the row.
    const refused = typeof command === 'object' && this.#state.bell && this.#state.text === before;
    if (!refused || this.searching) this.#paint(STARTS_OVER.includes(command) || this.searching ? 0 : this.#row.offset);
    if (this.#state.bell) this.bell();
  }

  bell(): void {
    this.#setting.echo('\x07');
  }

  /** How many of the characters that are coming can be echoed as they are, with nothing else to do. */
  roomForRun(): number {
    const { cursor, text } = this.#state;
    const { prompt, cells } = this.#row;
    if (cursor < text.length || this.searching || this.quoting) return 0;
    const layout = this.#layout();
    return Math.min(
      this.#setting.limit - text.length,
      layout.hidden ? this.#setting.limit : roomFor(prompt, layout) - cells.length,
    );
  }

  /** Characters appended: the same as `edit` for each of them, at the cost of one. At most `roomForRun`. */
  append(run: string): void {
    const { limit, style, history } = this.#setting;
    this.#state = edit(this.#state, { insert: run }, { limit, separators: style.separators, history });
    if (this.#setting.hidden) return;
    const cells = this.#row.cells + run;
    this.#row = { ...this.#row, cells, cursor: cells.length };
    this.#setting.echo(run);
  }

  /** Another line in place of this one; what was cut and where in the history one stands remain. */
  replace(line: LineState): void {
    const cursor = Math.min(line.cursor, line.text.length);
    this.#state = { ...this.#state, text: line.text, cursor, inserted: undefined, search: undefined };
    this.#paint(this.#row.offset);
  }

  /** Prompt and line again, over themselves. */
  redrawOver(): void {
    const row = this.#rowNow(this.#row.offset);
    this.#setting.echo(redrawOver(this.#row, row, this.#layout(), this.#setting.style.longLines.padding));
    this.#row = row;
  }

  /** The line again, on a row of its own; the caller has written its prompt there. */
  redrawBelow(prompt: string): void {
    this.#prompt = prompt;
    this.#row = this.#rowNow(0);
    this.#setting.echo(firstPaint(this.#row));
  }

  #paint(offset: number): void {
    const row = this.#rowNow(offset);
    this.#setting.echo(repaint(this.#row, row, this.#layout()));
    this.#row = row;
  }

  #layout(): Layout {
    const { style, hidden, width } = this.#setting;
    return { width: width(), long: style.longLines, hidden };
  }

  #rowNow(offset: number): Row {
    const search = this.#state.search;
    const layout = this.#layout();
    if (search === undefined) return rowOf(this.#prompt, this.line, layout, offset);
    const prompt = this.#setting.style.searchPrompt(search.pattern, search.found);
    return rowOf(cutPrompt(prompt, layout), this.line, layout, offset);
  }
}
