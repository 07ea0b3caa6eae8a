// How the lab screen shares out the window.

import type { Size } from './stage.ts';

/** What is beside, below or in place of the console. */
export type Panel = 'none' | 'tasks' | 'map';

export interface Pane {
  readonly columns: number;
  readonly rows: number;
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
