// A mini terminal: bytes in, a screen over a ring of lines out. As much of one as router consoles need.
// ECMA-48 §8.3 (BS, CR, CUU, CUD, CUF, CUB, CHA, CUP, ED, EL, SGR); wrapping as xterm defers it.

import { must } from '../base/must.ts';
import { glyphWidth } from './glyph-width.ts';
import { type Place, rewrap } from './rewrap.ts';
import { type Csi, EscapeReader, PenState } from './screen-escapes.ts';
import { type Line, lineOf, type Mark, paintLine, Row, rowOf } from './screen-row.ts';

/** What a window onto the buffer shows. */
export interface ScreenView {
  /** Exactly as many as were asked for, as a terminal is told to show them. */
  readonly lines: readonly string[];
  /** Where the cursor is in them; absent when it is outside. */
  readonly cursor: { readonly row: number; readonly column: number } | undefined;
  /** The number of the first line. */
  readonly top: number;
}

/** How a window is painted. */
export interface Paint {
  /** SGR colours may be used. */
  readonly colour: boolean;
  /** What is marked on a line, by its number. */
  readonly marks?: (line: number) => readonly Mark[];
}

const TAB = 8;

/** The screen of one console. Cost is linear in what is written. */
export class ScreenBuffer {
  #columns: number;
  #rows: number;
  readonly #limit: number;
  /** A ring: the oldest line is at `#head` once it is full. */
  readonly #ring: Line[] = [];
  #head = 0;
  #screen: Row[];
  /** `#columns` itself: the row is full, the next glyph wraps. */
  #x = 0;
  #y = 0;
  readonly #escapes = new EscapeReader();
  readonly #pen = new PenState();
  #half = '';
  /** How often the bell rang. */
  bells = 0;
  /** Lines that ever left the screen at its top. */
  scrolled = 0;
  /** Goes up whenever the text may have changed. */
  version = 0;

  /** `limit`: lines kept above the screen. */
  constructor(columns: number, rows: number, limit = 10_000) {
    must(columns > 0 && rows > 0 && limit > 0, `a screen of ${columns}x${rows} over ${limit} lines`);
    this.#columns = columns;
    this.#rows = rows;
    this.#limit = limit;
    this.#screen = Array.from({ length: rows }, () => new Row());
  }

  get columns(): number {
    return this.#columns;
  }
  get rows(): number {
    return this.#rows;
  }
  get cursor(): { readonly row: number; readonly column: number } {
    return { row: this.#y, column: Math.min(this.#x, this.#columns - 1) };
  }
  /** Lines kept above the screen. */
  get above(): number {
    return this.#ring.length;
  }
  /** All lines there are: those above, and the screen down to its last used row. */
  get lineCount(): number {
    return this.#ring.length + this.#used();
  }
  /** All lines there ever were. */
  get written(): number {
    return this.scrolled + this.#used();
  }
  /** The number of the oldest line that is kept. A line keeps its number for as long as the screen keeps its width. */
  get first(): number {
    return this.scrolled - this.#ring.length;
  }
  /** A line as plain text; 0 is the oldest. */
  line(index: number): string {
    return this.#line(index)?.text.trimEnd() ?? '';
  }
  /** A line by its number. */
  lineAt(number: number): Line | undefined {
    return this.#line(number - this.first);
  }

  /** Text from the console, cut anywhere. */
  write(text: string): void {
    const chars = this.#half + text;
    this.#half = '';
    this.version++;
    for (let at = 0; at < chars.length; ) {
      const code = chars.charCodeAt(at);
      if (!this.#escapes.idle) {
        if (code === 0x18 || code === 0x1a) this.#escapes.cancel();
        else if (code < 0x20 && !this.#escapes.inString) this.#single(code);
        else {
          const csi = this.#escapes.take(chars[at] as string);
          if (csi !== undefined) this.#control(csi);
        }
        at++;
      } else if (code >= 0x20 && code < 0x7f) {
        let end = at + 1;
        while (end < chars.length && chars.charCodeAt(end) >= 0x20 && chars.charCodeAt(end) < 0x7f) end++;
        this.#ascii(chars, at, end);
        at = end;
      } else if (code < 0xa0) {
        this.#single(code);
        at++;
      } else {
        const point = chars.codePointAt(at) as number;
        if (point >= 0xd800 && point < 0xdc00 && at + 1 === chars.length) {
          this.#half = chars.slice(at);
          return;
        }
        this.#glyph(point >= 0xd800 && point < 0xe000 ? 0xfffd : point);
        at += point > 0xffff ? 2 : 1;
      }
    }
  }

  /**
   * Another size: the text is wrapped anew, and what no longer fits moves up. Gives where the places in it (by line
   * number) have gone.
   */
  resize(columns: number, rows: number, places: readonly Place[] = []): readonly Place[] {
    if (columns === this.#columns && rows === this.#rows) return places;
    must(columns > 0 && rows > 0, `a screen of ${columns}x${rows}`);
    this.version++;
    const [kept, first] = [this.#ring.length, this.first];
    let lines: Line[] = [];
    for (let index = 0; index < kept; index++) lines.push(this.#above(index));
    for (let row = 0; row < this.#used(); row++) lines.push(lineOf(this.#screen[row] as Row));
    const last = lines.length - 1;
    let moved: readonly Place[] = [
      { line: kept + this.#y, column: this.#x },
      ...places.map(({ line, column }) => ({ line: Math.max(0, Math.min(last, line - first)), column })),
    ];
    if (columns !== this.#columns) ({ lines, places: moved } = rewrap(lines, this.#columns, columns, moved));
    const top = Math.max(0, lines.length - rows);
    const dropped = Math.max(0, top - this.#limit);
    this.#ring.length = 0;
    this.#head = 0;
    for (const line of lines.slice(dropped, top)) this.#ring.push(line);
    this.scrolled = Math.max(this.scrolled + top - kept, this.#ring.length);
    this.#screen = lines.slice(top).map(rowOf);
    while (this.#screen.length < rows) this.#screen.push(new Row());
    this.#columns = columns;
    this.#rows = rows;
    const [cursor, ...others] = moved as [Place, ...Place[]];
    this.#y = Math.max(0, cursor.line - top);
    this.#x = Math.min(cursor.column, columns);
    return others.map(({ line, column }) => ({ line: this.first + Math.max(0, line - dropped), column }));
  }

  /** A window of `height` rows whose last row is `back` lines above the newest. */
  view(height: number, back = 0, colour = true): ScreenView {
    const whole = height >= this.#rows && back === 0;
    const bottom = Math.max(Math.min(this.lineCount, height), this.lineCount - back);
    return this.window(this.first + (whole ? this.#ring.length : Math.max(0, bottom - height)), height, { colour });
  }

  /** A window of `height` rows that begins with the line of that number. */
  window(top: number, height: number, { colour, marks }: Paint): ScreenView {
    const lines = Array.from({ length: height }, (_, row) => {
      const line = this.lineAt(top + row);
      return line === undefined ? '' : paintLine(line, colour, marks?.(top + row));
    });
    const row = this.scrolled + this.#y - top;
    return { lines, cursor: row >= 0 && row < height ? { row, column: this.cursor.column } : undefined, top };
  }

  #line(index: number): Line | undefined {
    if (index < this.#ring.length) return index < 0 ? undefined : this.#above(index);
    const row = this.#screen[index - this.#ring.length];
    return row === undefined ? undefined : lineOf(row);
  }

  #above(index: number): Line {
    return this.#ring[(this.#head + index) % this.#ring.length] as Line;
  }

  /** Rows down to the last one with something on it, or the cursor. */
  #used(): number {
    let last = this.#rows - 1;
    while (last > this.#y && (this.#screen[last] as Row).glyphs.length === 0) last--;
    return last + 1;
  }

  #ascii(text: string, from: number, to: number): void {
    for (let at = from; at < to; ) {
      if (this.#x >= this.#columns) this.#wrap();
      const row = this.#screen[this.#y] as Row;
      const end = Math.min(to, at + this.#columns - this.#x);
      while (at < end) row.put(this.#x++, text[at++] as string, this.#pen.pen);
    }
  }

  #glyph(point: number): void {
    const glyph = String.fromCodePoint(point);
    const width = glyphWidth(point);
    if (width === 0) {
      if (this.#x > 0) (this.#screen[this.#y] as Row).combine(this.#x - 1, glyph);
      return;
    }
    if (this.#x + width > this.#columns && this.#x > 0) {
      (this.#screen[this.#y] as Row).erase(this.#x, this.#columns);
      this.#wrap();
    }
    const row = this.#screen[this.#y] as Row;
    if (width === 2 && this.#columns > 1) row.putWide(this.#x, glyph, this.#pen.pen);
    else row.put(this.#x, width === 2 ? '?' : glyph, this.#pen.pen);
    this.#x = Math.min(this.#columns, this.#x + width);
  }

  #wrap(): void {
    this.#x = 0;
    this.#feed();
    (this.#screen[this.#y] as Row).wrapped = true;
  }

  /** The cursor goes one row down; at the bottom the screen goes up. */
  #feed(): void {
    if (this.#y < this.#rows - 1) {
      this.#y++;
      (this.#screen[this.#y] as Row).wrapped = false;
      return;
    }
    const gone = lineOf(this.#screen.shift() as Row);
    if (this.#ring.length < this.#limit) this.#ring.push(gone);
    else {
      this.#ring[this.#head] = gone;
      this.#head = (this.#head + 1) % this.#limit;
    }
    this.scrolled++;
    this.#screen.push(new Row());
  }

  #single(code: number): void {
    if (code === 0x0d) this.#x = 0;
    else if (code === 0x0a || code === 0x0b || code === 0x0c) {
      this.#x = Math.min(this.#x, this.#columns - 1);
      this.#feed();
    } else if (code === 0x08) this.#x = Math.max(0, Math.min(this.#x, this.#columns - 1) - 1);
    else if (code === 0x09) {
      if (this.#x < this.#columns) this.#x = Math.min(this.#columns - 1, (Math.floor(this.#x / TAB) + 1) * TAB);
    } else if (code === 0x07) this.bells++;
    else if (code === 0x1b) this.#escapes.begin();
  }

  #control({ final, params }: Csi): void {
    const count = Math.max(1, params[0] ?? 1);
    const [right, bottom] = [this.#columns - 1, this.#rows - 1];
    const x = Math.min(this.#x, right);
    switch (final) {
      case 'A':
        this.#to(x, this.#y - count);
        break;
      case 'B':
        this.#to(x, this.#y + count);
        break;
      case 'C':
        this.#to(x + count, this.#y);
        break;
      case 'D':
        this.#to(x - count, this.#y);
        break;
      case 'G':
        this.#to(count - 1, this.#y);
        break;
      case 'H':
      case 'f':
        this.#to(Math.max(1, params[1] ?? 1) - 1, Math.min(bottom, count - 1));
        break;
      case 'J':
        this.#eraseScreen(params[0] ?? 0);
        break;
      case 'K':
        this.#eraseRow(params[0] ?? 0);
        break;
      case 'm':
        this.#pen.select(params);
        break;
      default:
    }
  }

  #to(x: number, y: number): void {
    this.#x = Math.max(0, Math.min(this.#columns - 1, x));
    this.#y = Math.max(0, Math.min(this.#rows - 1, y));
  }

  /** EL: 0 to the end, 1 from the beginning, 2 all. */
  #eraseRow(part: number): void {
    const row = this.#screen[this.#y] as Row;
    if (part === 0) row.erase(this.#x, this.#columns);
    else if (part === 1) row.erase(0, Math.min(this.#x + 1, this.#columns));
    else if (part === 2) row.erase(0, this.#columns);
  }

  /** ED: 0 to the end, 1 from the beginning, 2 all, 3 the lines above. */
  #eraseScreen(part: number): void {
    if (part > 3) return;
    if (part === 3) {
      this.#ring.length = 0;
      this.#head = 0;
      return;
    }
    if (part < 2) this.#eraseRow(part);
    const from = part === 0 ? this.#y + 1 : 0;
    const to = part === 1 ? this.#y : this.#rows;
    for (let row = from; row < to; row++) this.#screen[row] = new Row();
  }
}
