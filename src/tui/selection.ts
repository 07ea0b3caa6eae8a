// A marked region of a console's text: characters, whole lines, or a block of columns.

import { fullRow, type Place } from './rewrap.ts';
import type { ScreenBuffer } from './screen-buffer.ts';
import { cellsOf } from './screen-row.ts';
import { before } from './scroll-search.ts';

export type Shape = 'chars' | 'lines' | 'block';

export interface Selection {
  readonly shape: Shape;
  /** Both ends belong to it. */
  readonly from: Place;
  readonly to: Place;
}

/** Cells of a line that belong to it, from, up to and not with; undefined: none. */
export function spanOn(
  selection: Selection,
  line: number,
  columns: number,
): { readonly from: number; readonly to: number } | undefined {
  const { shape } = selection;
  const [first, last] = before(selection.to, selection.from)
    ? [selection.to, selection.from]
    : [selection.from, selection.to];
  if (line < first.line || line > last.line) return undefined;
  if (shape === 'lines') return { from: 0, to: columns };
  if (shape === 'block') {
    const [left, right] = [Math.min(first.column, last.column), Math.max(first.column, last.column)];
    return { from: left, to: right + 1 };
  }
  return { from: line === first.line ? first.column : 0, to: line === last.line ? last.column + 1 : columns };
}

/**
 * The marked text. Blanks at the ends of lines are left out; what was wrapped is one line again, unless a block was
 * marked. Whole lines end with a line end.
 */
export function selectedText(buffer: ScreenBuffer, selection: Selection): string {
  const first = Math.min(selection.from.line, selection.to.line);
  const last = Math.max(selection.from.line, selection.to.line);
  const lines: string[] = [];
  for (let number = first; number <= last; number++) {
    const line = buffer.lineAt(number);
    const span = spanOn(selection, number, buffer.columns);
    if (line === undefined || span === undefined) continue;
    const cells = cellsOf(line.text);
    const joins = line.wrapped && number > first && selection.shape !== 'block';
    if (joins) {
      const above = cellsOf(buffer.lineAt(number - 1)?.text ?? '');
      const gap = fullRow(above, cells, buffer.columns) - above.length;
      lines[lines.length - 1] += ' '.repeat(Math.max(0, gap));
    }
    const text = cells.slice(span.from, span.to).join('');
    if (joins) lines[lines.length - 1] += text;
    else lines.push(text);
  }
  const text = lines.map((line) => line.trimEnd()).join('\n');
  return selection.shape === 'lines' ? `${text}\n` : text;
}
