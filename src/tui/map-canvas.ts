// A sheet of cells that lines and boxes are drawn on.

import type { Style, StyledLine } from './theme.ts';

export interface Spot {
  readonly column: number;
  readonly row: number;
}

/** What lines and boxes are made of. */
export interface Strokes {
  readonly horizontal: string;
  readonly vertical: string;
  readonly falling: string;
  readonly rising: string;
  readonly cross: string;
  readonly diagonalCross: string;
  readonly brokenHorizontal: string;
  readonly brokenVertical: string;
  /** A cable that is out. */
  readonly gap: string;
  /** Corners of a box from the top left, clockwise. */
  readonly corners: readonly [string, string, string, string];
}

const UNICODE: Strokes = {
  horizontal: '─',
  vertical: '│',
  falling: '╲',
  rising: '╱',
  cross: '┼',
  diagonalCross: '╳',
  brokenHorizontal: '╌',
  brokenVertical: '╎',
  gap: '✕',
  corners: ['┌', '┐', '┘', '└'],
};
const ASCII: Strokes = {
  horizontal: '-',
  vertical: '|',
  falling: '\\',
  rising: '/',
  cross: '+',
  diagonalCross: 'X',
  brokenHorizontal: '.',
  brokenVertical: ':',
  gap: 'x',
  corners: ['+', '+', '+', '+'],
};
export const strokes = (ascii: boolean): Strokes => (ascii ? ASCII : UNICODE);

interface Cell {
  readonly glyph: string;
  readonly style: Style;
}

/** Cells from one spot to another, ends included (Bresenham), each with the direction it was entered in. */
export function walk(from: Spot, to: Spot): { readonly spot: Spot; readonly dx: number; readonly dy: number }[] {
  const across = to.column - from.column;
  const down = to.row - from.row;
  const steps = Math.max(Math.abs(across), Math.abs(down));
  const cells: { spot: Spot; dx: number; dy: number }[] = [];
  let before = from;
  for (let step = 0; step <= steps; step++) {
    const part = steps === 0 ? 0 : step / steps;
    const spot = { column: from.column + Math.round(across * part), row: from.row + Math.round(down * part) };
    const first = step === 0;
    cells.push({
      spot,
      dx: first ? Math.sign(across) * Number(Math.abs(across) >= Math.abs(down)) : spot.column - before.column,
      dy: first ? Math.sign(down) * Number(Math.abs(down) > Math.abs(across)) : spot.row - before.row,
    });
    before = spot;
  }
  return cells;
}

export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly #cells: (Cell | undefined)[][];

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#cells = Array.from({ length: height }, () => Array<Cell | undefined>(width).fill(undefined));
  }

  glyph(spot: Spot): string | undefined {
    return this.#cells[spot.row]?.[spot.column]?.glyph;
  }

  put(spot: Spot, glyph: string, style: Style): void {
    const row = this.#cells[spot.row];
    if (row !== undefined && spot.column >= 0 && spot.column < this.width) row[spot.column] = { glyph, style };
  }

  /** Text of single-cell characters, to the right of a spot. */
  write(spot: Spot, text: string, style: Style): void {
    [...text].forEach((glyph, index) => {
      this.put({ column: spot.column + index, row: spot.row }, glyph, style);
    });
  }

  /** A straight line; what it crosses shows as crossed. */
  line(
    from: Spot,
    to: Spot,
    pen: { readonly strokes: Strokes; readonly broken: boolean; readonly style: Style },
  ): void {
    const set = pen.strokes;
    for (const { spot, dx, dy } of walk(from, to)) {
      const slanted = dx !== 0 && dy !== 0;
      const glyph = slanted ? (dx === dy ? set.falling : set.rising) : dx !== 0 ? set.horizontal : set.vertical;
      const there = this.glyph(spot);
      this.put(spot, crossed(there, glyph, set) ?? (pen.broken ? broken(glyph, set) : glyph), pen.style);
    }
  }

  lines(): StyledLine[] {
    return this.#cells.map((row) => {
      const spans: { text: string; style: Style }[] = [];
      for (const cell of row) {
        const { glyph, style } = cell ?? { glyph: ' ', style: 'plain' as const };
        const last = spans.at(-1);
        if (last !== undefined && last.style === style) last.text += glyph;
        else spans.push({ text: glyph, style });
      }
      return spans;
    });
  }
}

const broken = (glyph: string, set: Strokes): string =>
  glyph === set.horizontal ? set.brokenHorizontal : glyph === set.vertical ? set.brokenVertical : glyph;

function crossed(there: string | undefined, glyph: string, set: Strokes): string | undefined {
  const pair = (a: readonly string[], b: readonly string[]): boolean =>
    there !== undefined && ((a.includes(there) && b.includes(glyph)) || (b.includes(there) && a.includes(glyph)));
  if (pair([set.horizontal, set.brokenHorizontal], [set.vertical, set.brokenVertical])) return set.cross;
  return pair([set.falling], [set.rising]) ? set.diagonalCross : undefined;
}
