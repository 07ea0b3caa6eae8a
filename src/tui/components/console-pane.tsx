// A console in its pane, with the terminal's own cursor in it.

import { useCursor } from 'ink';
import type { ReactNode } from 'react';
import type { ConsoleView } from '../console-view.ts';
import { Pane } from './pane.tsx';

export function ConsolePane(props: {
  readonly view: ConsoleView;
  readonly columns: number;
  readonly rows: number;
  /** Rows and columns between the window's corner and the pane's. */
  readonly top: number;
  readonly left: number;
  readonly focused: boolean;
  readonly colour: boolean;
}): ReactNode {
  const { view, columns, rows, top, left, focused } = props;
  const { lines, cursor } = view.view(rows, props.colour);
  const { setCursorPosition } = useCursor();
  const shown = focused && view.back === 0 && cursor !== undefined && cursor.column < columns;
  setCursorPosition(shown ? { x: left + cursor.column, y: top + cursor.row } : undefined);
  return <Pane lines={lines} columns={columns} rows={rows} />;
}
