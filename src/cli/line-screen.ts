// The row the line stands on: which columns show what, and the bytes that turn the row as it is into the row wanted.
// Only printable characters, CR and BS: no terminal is assumed.

import type { LineState } from './line-editor.ts';
import type { LongLines } from './shell.ts';

export interface Layout {
  /** Columns of the terminal; 0: unlimited. */
  readonly width: number;
  readonly long: LongLines;
  /** Nothing of the line is shown (passwords). */
  readonly hidden: boolean;
}

/** A row: the prompt, what stands behind it, the cursor's place in that. */
export interface Row {
  readonly prompt: string;
  readonly cells: string;
  readonly cursor: number;
  /** Cells that moved out on the left. */
  readonly offset: number;
}

/** However long the prompt is, the line keeps this many columns. */
const ROOM_MIN = 12;
const CONTROL = /[\0-\x1f\x7f]/;

/** Control characters that were quoted into the line show as `^X`, tabs as a blank. */
const displayed = (text: string): string => {
  if (!CONTROL.test(text)) return text;
  return [...text]
    .map((char) =>
      char === '\t' ? ' ' : CONTROL.test(char) ? `^${String.fromCharCode(char.charCodeAt(0) ^ 0x40)}` : char,
    )
    .join('');
};

/** The cursor's last place behind a prompt; there may be one more cell, for the mark on the right. */
export const roomFor = (prompt: string, { width, long }: Layout): number =>
  width === 0 ? Number.POSITIVE_INFINITY : Math.max(ROOM_MIN, width - prompt.length - long.margin);

/** As much of a prompt's end as leaves the line its room; a search's grows with its pattern. */
export const cutPrompt = (prompt: string, { width, long }: Layout): string =>
  width === 0 ? prompt : prompt.slice(-Math.max(1, width - long.margin - ROOM_MIN));

/** How far the cells move, given how far they had. */
const moved = (length: number, cursor: number, offset: number, room: number, long: LongLines): number => {
  const half = Math.floor(room / 2);
  const step = long.step === 'half' ? half : Math.min(long.step, half);
  const middle = Math.max(0, cursor - half - long.left.length);
  let at = offset;
  // The cursor may not stand on a mark: left of it there is one when something moved out, right of it when the rest
  // does not fit.
  while (cursor - at > room - (length - at > room ? long.right.length : 0)) {
    at = long.step === 'half' ? Math.max(middle, at + 1) : at + step;
  }
  while (at > 0 && cursor - at < long.left.length) {
    at = Math.max(0, long.step === 'half' ? Math.min(middle, at - 1) : at - step);
  }
  return at;
};

/** The row for a line; `offset` is that of the row before, which stays where it can. */
export const rowOf = (prompt: string, line: LineState, layout: Layout, offset: number): Row => {
  if (layout.hidden) return { prompt, cells: '', cursor: 0, offset: 0 };
  const cells = displayed(line.text);
  const cursor = cells === line.text ? line.cursor : displayed(line.text.slice(0, line.cursor)).length;
  const { long } = layout;
  const room = roomFor(prompt, layout);
  const at = moved(cells.length, cursor, Math.min(offset, cells.length), room, long);
  let shown = cells.slice(at);
  if (shown.length > room) shown = shown.slice(0, room + 1 - long.right.length) + long.right;
  if (at > 0) shown = long.left + shown.slice(long.left.length);
  return { prompt, cells: shown, cursor: cursor - at, offset: at };
};

const back = (count: number): string => '\b'.repeat(Math.max(0, count));

/** From a fresh row on: the line behind a prompt that stands there already. */
export const firstPaint = (row: Row): string => row.cells + back(row.cells.length - row.cursor);

/**
 * Prompt and line over what stands there, blanks over the rest of it and `padding` more, the cursor back to its place.
 * Nothing is written in the last column: terminals differ in where BS goes from there.
 */
export const redrawOver = (old: Row, row: Row, layout: Layout, padding: number): string => {
  const before = old.prompt.length + old.cells.length;
  const now = row.prompt.length + row.cells.length;
  const most = layout.width === 0 ? before + padding : Math.max(before, layout.width - 1);
  const blanks = Math.max(0, Math.min(before + padding, most) - now);
  return `\r${row.prompt}${row.cells}${' '.repeat(blanks)}${back(blanks + row.cells.length - row.cursor)}`;
};

/**
 * The change as a router writes it: an appended character is echoed, the last one rubbed out with BS blank BS, from any
 * other change on the tail is written again, as far as it differs; the cursor goes left by BS and right by writing what
 * it passes.
 */
export const repaint = (old: Row, row: Row, layout: Layout): string => {
  const { rewrites, padding } = layout.long;
  if (old.prompt !== row.prompt) return redrawOver(old, row, layout, 0);
  if (old.offset !== row.offset && rewrites === 'row') return redrawOver(old, row, layout, padding);
  if (old.cells === row.cells) {
    return row.cursor < old.cursor ? back(old.cursor - row.cursor) : row.cells.slice(old.cursor, row.cursor);
  }
  const most = Math.min(old.cursor, row.cursor, old.cells.length, row.cells.length);
  let same = 0;
  while (same < most && old.cells[same] === row.cells[same]) same++;
  const blanks = Math.max(0, old.cells.length - row.cells.length);
  let end = row.cells.length;
  if (end === old.cells.length) while (old.cells[end - 1] === row.cells[end - 1]) end--;
  const changed = row.cells.slice(same, end) + ' '.repeat(blanks);
  return back(old.cursor - same) + changed + row.cells.slice(end, row.cursor) + back(end + blanks - row.cursor);
};
