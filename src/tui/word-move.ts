// The cursor from word to word, across line ends.

import type { Place } from './rewrap.ts';
import type { ScreenBuffer } from './screen-buffer.ts';
import { cellsOf } from './screen-row.ts';

/** Addresses, interface names and masks are words as they stand: only blanks part them. */
const isBlank = (cell: string | undefined): boolean => cell === undefined || cell === ' ';

/** `next`: the beginning of the next word; `start`: of this one, or of the one before; `end`: the end of this or the next. */
export function wordMove(buffer: ScreenBuffer, from: Place, how: 'next' | 'start' | 'end'): Place {
  const by = how === 'start' ? -1 : 1;
  const last = buffer.written - 1;
  let { line, column } = from;
  let cells = cellsOf(buffer.lineAt(line)?.text ?? '');
  /** One cell on; a line's end is a blank. False: there is nothing more. */
  const step = (): boolean => {
    column += by;
    if (column >= 0 && column <= cells.length) return true;
    if (by < 0 ? line <= buffer.first : line >= last) {
      column -= by;
      return false;
    }
    line += by;
    cells = cellsOf(buffer.lineAt(line)?.text ?? '');
    column = by < 0 ? cells.length : 0;
    return true;
  };
  if (how === 'next') while (!isBlank(cells[column]) && step());
  else if (!step()) return from;
  while (isBlank(cells[column])) if (!step()) return from;
  if (how !== 'next') while (!isBlank(cells[column + by])) column += by;
  return { line, column };
}
