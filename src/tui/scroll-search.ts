// Search in a console's text: the words as they stand, small and capital letters alike, also across wrapped rows.

import { fullRow, type Place } from './rewrap.ts';
import type { ScreenBuffer } from './screen-buffer.ts';
import { cellsOf } from './screen-row.ts';

/** A match: from a cell up to, not with, another; lines by their numbers. */
export interface Found {
  readonly from: Place;
  readonly to: Place;
}

/** The text between two line ends, and where in it each of its rows begins. */
interface Paragraph {
  readonly text: string;
  readonly starts: readonly number[];
}

function paragraph(buffer: ScreenBuffer, first: number): Paragraph {
  let text = buffer.lineAt(first)?.text ?? '';
  const starts = [0];
  for (let line = first + 1; buffer.lineAt(line)?.wrapped === true; line++) {
    const next = buffer.lineAt(line)?.text ?? '';
    const above = cellsOf(text.slice(starts.at(-1)));
    text += ' '.repeat(Math.max(0, fullRow(above, cellsOf(next), buffer.columns) - above.length));
    starts.push(text.length);
    text += next;
  }
  return { text, starts };
}

/** Cells before a character of a text. */
const cellsBefore = (text: string, at: number): number =>
  /^[\x20-\x7e]*$/.test(text) ? at : cellsOf(text.slice(0, at)).length;

function placeOf({ text, starts }: Paragraph, first: number, at: number, end: boolean): Place {
  // The end of a match at the end of a row belongs to that row.
  const row = starts.findLastIndex((start) => (end && start > 0 ? start < at : start <= at));
  const start = starts[row] ?? 0;
  return { line: first + row, column: cellsBefore(text.slice(start, starts[row + 1]), at - start) };
}

/** Every match, oldest first. Nothing matches nothing. */
export function findAll(buffer: ScreenBuffer, words: string): readonly Found[] {
  if (words === '') return [];
  const pattern = new RegExp(words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'), 'giu');
  const found: Found[] = [];
  const end = buffer.first + buffer.lineCount;
  for (let first = buffer.first; first < end; ) {
    const whole = paragraph(buffer, first);
    for (const match of whole.text.matchAll(pattern)) {
      const { index } = match;
      found.push({
        from: placeOf(whole, first, index, false),
        to: placeOf(whole, first, index + match[0].length, true),
      });
    }
    first += whole.starts.length;
  }
  return found;
}

/** Whether a place stands before another. */
export const before = (a: Place, b: Place): boolean => a.line < b.line || (a.line === b.line && a.column < b.column);
