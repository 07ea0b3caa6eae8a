// Rewrapping: the same text on a screen of another width.

import { cellsOf, type Line, type Pen, PLAIN } from './screen-row.ts';

/** A place in a list of lines; `column` may be one past the last. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What was typed between two line ends, as cells. */
interface Whole {
  readonly cells: string[];
  readonly pens: Pen[] | undefined;
}

/**
 * How many cells a row had that another one goes on: it lost its trailing blanks when it was stored. It was full, unless
 * one cell was too narrow for a wide glyph.
 */
export const fullRow = (cells: readonly string[], follower: readonly string[], columns: number): number =>
  follower[1] === '' && cells.length === columns - 1 ? columns - 1 : columns;

/** The lines from `first` on that belong together; `starts`: where each of them begins in the whole. */
function join(
  lines: readonly Line[],
  first: number,
  columns: number,
): { readonly whole: Whole; readonly starts: readonly number[] } {
  let next = first + 1;
  while (next < lines.length && (lines[next] as Line).wrapped) next++;
  const rows = lines.slice(first, next).map((line) => ({ line, cells: cellsOf(line.text) }));
  const styled = rows.some(({ line }) => line.pens !== undefined);
  const cells: string[] = [];
  const pens: Pen[] = [];
  const starts: number[] = [];
  rows.forEach((row, index) => {
    starts.push(cells.length);
    const follower = rows[index + 1]?.cells;
    // What follows must not slide into the place of the blanks.
    if (follower !== undefined) {
      const full = fullRow(row.cells, follower, columns);
      while (row.cells.length < full) row.cells.push(' ');
    }
    for (const cell of row.cells) cells.push(cell);
    if (styled) pens.push(...row.cells.map((_, column) => row.line.pens?.[column] ?? PLAIN));
  });
  return { whole: { cells, pens: styled ? pens : undefined }, starts };
}

/** Where a row that begins at `from` ends. */
function rowEnd(cells: readonly string[], from: number, columns: number): number {
  const end = Math.min(from + columns, cells.length);
  // Both halves of a wide glyph go to the next row, unless they would fit on none.
  return end < cells.length && cells[end] === '' && end - 1 > from ? end - 1 : end;
}

/** The lines as a screen of `columns` shows them, and where each of the places has gone. */
export function rewrap(
  lines: readonly Line[],
  oldColumns: number,
  columns: number,
  places: readonly Place[],
): { readonly lines: Line[]; readonly places: readonly Place[] } {
  const out: Line[] = [];
  const moved: Place[] = places.map(() => ({ line: 0, column: 0 }));
  const watched = new Set(places.map((place) => place.line));
  for (let first = 0; first < lines.length; ) {
    const head = lines[first] as Line;
    const alone = lines[first + 1]?.wrapped !== true;
    if (alone && head.text.length <= columns && !watched.has(first)) {
      // Most lines are short and stay as they are.
      out.push(head.wrapped ? { ...head, wrapped: false } : head);
      first++;
      continue;
    }
    const { whole, starts } = join(lines, first, oldColumns);
    const offsets = places.map((place) => {
      const start = starts[place.line - first];
      return start === undefined ? -1 : start + place.column;
    });
    // The cursor may stand behind the text: the row it is on must exist.
    while (whole.cells.length < Math.max(...offsets)) {
      whole.cells.push(' ');
      whole.pens?.push(PLAIN);
    }
    let from = 0;
    do {
      const end = rowEnd(whole.cells, from, columns);
      const last = end === whole.cells.length;
      offsets.forEach((offset, index) => {
        if (offset >= from && (offset < end || last)) moved[index] = { line: out.length, column: offset - from };
      });
      const text = whole.cells.slice(from, end).join('');
      out.push({
        text: whole.pens === undefined ? text.trimEnd() : text,
        pens: whole.pens?.slice(from, end),
        wrapped: from > 0,
      });
      from = end;
    } while (from < whole.cells.length);
    first += starts.length;
  }
  return { lines: out, places: moved };
}
