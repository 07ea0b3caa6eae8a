// How the lab screen shares out the window.

import type { Size } from './stage.ts';

/** What is beside, below or in place of the console. */
export type Panel = 'none' | 'tasks' | 'map';

export interface Pane {
  readonly columns: number;
  readonly rows: number;
}

/** A console's pane in the room for consoles. */
export interface Placed extends Pane {
  readonly device: string;
  readonly top: number;
  readonly left: number;
  /** A row over the console says whose it is. It does not count among `rows`. */
  readonly titled: boolean;
}

export interface Panes {
  /** Absent: the panel covers it. */
  readonly console: Pane | undefined;
  readonly panel: (Pane & { readonly where: 'right' | 'below' | 'whole' }) | undefined;
}

/** Below this nothing sensible can be drawn. */
export const COLUMNS_NEEDED = 40;
export const ROWS_NEEDED = 10;
/** A row that shows keys is left out in low windows. */
const KEY_BAR_FROM = 16;
/** A router's output is made for 80 columns: a panel goes to the right only where they remain. */
const CONSOLE_COLUMNS = 80;
const SIDE_MIN = 35;
const SIDE_MAX = 64;
const STACKED_FROM = 18;

export const tooSmall = (size: Size): boolean => size.columns < COLUMNS_NEEDED || size.rows < ROWS_NEEDED;
export const hasKeyBar = (size: Size): boolean => size.rows >= KEY_BAR_FROM;
/** Rows between the tabs and the bars at the bottom. */
export const bodyRows = (size: Size): number => Math.max(1, size.rows - 2 - Number(hasKeyBar(size)));

/** Console and panel in a body of that size. */
export function panes(columns: number, rows: number, panel: Panel): Panes {
  if (panel === 'none') return { console: { columns, rows }, panel: undefined };
  const whole: Panes = { console: undefined, panel: { where: 'whole', columns, rows } };
  if (panel === 'map') return whole;
  // One column is the line between them.
  const side = Math.min(SIDE_MAX, columns - CONSOLE_COLUMNS - 1);
  if (side >= SIDE_MIN)
    return { console: { columns: columns - side - 1, rows }, panel: { where: 'right', columns: side, rows } };
  if (rows < STACKED_FROM) return whole;
  const low = Math.floor(rows * 0.45);
  return { console: { columns, rows: rows - low }, panel: { where: 'below', columns, rows: low } };
}

/** Smaller than this, title and all, a pane is of no use: the focused one has all the room then. */
const PANE_COLUMNS_MIN = 38;
const PANE_ROWS_MIN = 5;

const halves = (size: number): readonly [number, number] => [Math.ceil(size / 2), Math.floor(size / 2)];

/**
 * Where the consoles are in a room of that size, column by column; between columns is a line. `alone`: only this one,
 * which is also the one that is left when there is no room for all.
 */
export function placePanes(room: Pane, grid: readonly (readonly string[])[], alone: string, zoomed: boolean): Placed[] {
  const one: Placed[] = [{ device: alone, top: 0, left: 0, titled: false, ...room }];
  if (zoomed || grid.flat().length < 2) return one;
  const widths = grid.length === 1 ? [room.columns] : halves(room.columns - 1);
  const placed: Placed[] = [];
  let left = 0;
  grid.forEach((column, index) => {
    const columns = widths[index] as number;
    const heights = column.length === 1 ? [room.rows] : halves(room.rows);
    let top = 0;
    column.forEach((device, row) => {
      const rows = heights[row] as number;
      placed.push({ device, top, left, columns, rows: rows - 1, titled: true });
      top += rows;
    });
    left += columns + 1;
  });
  const fits = placed.every(({ columns, rows }) => columns >= PANE_COLUMNS_MIN && rows + 1 >= PANE_ROWS_MIN);
  return fits ? placed : one;
}
