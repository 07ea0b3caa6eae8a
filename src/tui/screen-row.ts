// A row of the mini terminal: while it is on the screen as cells, afterwards as text.

import { glyphWidth } from './glyph-width.ts';

/**
 * How a cell looks: SGR parameters (ECMA-48 §8.3.117), attributes and colours apart so that colours can be left out:
 * `1;4|31`. Empty: plain.
 */
export type Pen = string;
export const PLAIN: Pen = '';

/** A row on the screen. */
export class Row {
  /** One entry a cell; '' is the right half of a wide glyph. Cells past the end are blank. */
  glyphs: string[] = [];
  /** Absent while every cell is plain. */
  pens: Pen[] | undefined = undefined;
  /** Goes on where the row above was full. */
  wrapped = false;

  /** Puts one glyph into one cell; half a wide glyph that was there goes blank. */
  put(column: number, glyph: string, pen: Pen): void {
    this.#reach(column);
    const glyphs = this.glyphs;
    if (glyphs[column] === '' && column > 0) glyphs[column - 1] = ' ';
    if (glyphs[column + 1] === '') glyphs[column + 1] = ' ';
    glyphs[column] = glyph;
    if (pen !== PLAIN || this.pens !== undefined) this.#pen(column, pen);
  }

  /** Puts a glyph into two cells. */
  putWide(column: number, glyph: string, pen: Pen): void {
    this.put(column + 1, ' ', pen);
    this.put(column, glyph, pen);
    this.glyphs[column + 1] = '';
  }

  /** Adds a combining mark to the glyph in, or ending in, that cell. */
  combine(column: number, mark: string): void {
    const at = this.glyphs[column] === '' ? column - 1 : column;
    if (at >= 0 && at < this.glyphs.length) this.glyphs[at] += mark;
  }

  /** Blanks the cells from `from` up to, not with, `to`. */
  erase(from: number, to: number): void {
    if (from > 0 && this.glyphs[from] === '') this.glyphs[from - 1] = ' ';
    if (this.glyphs[to] === '') this.glyphs[to] = ' ';
    if (to >= this.glyphs.length) {
      this.glyphs.length = Math.min(this.glyphs.length, from);
      if (this.pens !== undefined) this.pens.length = Math.min(this.pens.length, from);
      return;
    }
    for (let column = from; column < to; column++) {
      this.glyphs[column] = ' ';
      if (this.pens !== undefined) this.pens[column] = PLAIN;
    }
  }

  #reach(column: number): void {
    while (this.glyphs.length < column) this.glyphs.push(' ');
  }

  #pen(column: number, pen: Pen): void {
    this.pens ??= [];
    while (this.pens.length < column) this.pens.push(PLAIN);
    this.pens[column] = pen;
  }
}

/** A row as text: what the scrollback keeps. */
export interface Line {
  readonly text: string;
  /** One entry a cell, as far as not plain. */
  readonly pens: readonly Pen[] | undefined;
  readonly wrapped: boolean;
}

/** The row, blanks at its end cut off (unless they are painted). */
export function lineOf(row: Row): Line {
  const styled = row.pens?.some((pen) => pen !== PLAIN) ?? false;
  const text = row.glyphs.join('');
  return { text: styled ? text : text.trimEnd(), pens: styled ? row.pens : undefined, wrapped: row.wrapped };
}

/** Text as cells. */
export function cellsOf(text: string): string[] {
  if (/^[\x20-\x7e]*$/.test(text)) return text.split('');
  const cells: string[] = [];
  for (const glyph of text) {
    const width = glyphWidth(glyph.codePointAt(0) as number);
    const last = cells[cells.length - 1] === '' ? cells.length - 2 : cells.length - 1;
    if (width === 0 && last >= 0) cells[last] += glyph;
    else cells.push(glyph);
    if (width === 2) cells.push('');
  }
  return cells;
}

/** The line, as cells again. */
export function rowOf(line: Line): Row {
  const row = new Row();
  row.glyphs = cellsOf(line.text);
  row.pens = line.pens === undefined ? undefined : [...line.pens];
  row.wrapped = line.wrapped;
  return row;
}

/** Cells of a line that stand out, from `from` up to, not with, `to`. Of two marks on a cell the later one counts. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly look: 'match' | 'here' | 'selected';
}
/** Without colours: they tell the two apart on every terminal. */
const MARKED: Readonly<Record<Mark['look'], Pen>> = { match: '1;4', here: '7', selected: '7' };

/** The line as a terminal is told to show it. */
export function paintLine(line: Line, colour: boolean, marks: readonly Mark[] = []): string {
  if (line.pens === undefined && marks.length === 0) return line.text;
  const cells = cellsOf(line.text);
  const end = Math.max(0, ...marks.map((mark) => mark.to));
  while (cells.length < end) cells.push(' ');
  let out = '';
  let now = '';
  cells.forEach((glyph, column) => {
    const mark = marks.findLast(({ from, to }) => column >= from && column < to);
    const pen = mark === undefined ? (line.pens?.[column] ?? PLAIN) : MARKED[mark.look];
    const [attributes, colours] = pen.split('|') as [string, string | undefined];
    const wanted = [attributes, colour ? colours : undefined].filter(Boolean).join(';');
    if (wanted !== now) {
      if (now !== '') out += '\x1b[0m';
      if (wanted !== '') out += `\x1b[${wanted}m`;
      now = wanted;
    }
    out += glyph;
  });
  return now === '' ? out : `${out}\x1b[0m`;
}
