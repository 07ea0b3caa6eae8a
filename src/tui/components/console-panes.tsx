// The consoles in sight, in one to four panes, with the terminal's own cursor in the one that has the focus.

import { Box, useCursor } from 'ink';
import type { ReactNode } from 'react';
import { paneTitle } from '../bars.ts';
import type { ConsoleView } from '../console-view.ts';
import type { LabConsoles } from '../lab-consoles.ts';
import type { Placed } from '../lab-layout.ts';
import type { Program } from '../program.ts';
import { span } from '../theme.ts';
import { Pane } from './pane.tsx';

/** How many rows of a pane remain when those of the room do: its title, then its console's newest. */
function shownRows(one: Placed, rows: number): { readonly title: number; readonly console: number } {
  const left = Math.max(0, Math.min(one.rows + Number(one.titled), rows - one.top));
  const title = Math.min(left, Number(one.titled));
  return { title, console: left - title };
}

/** Panes that stand over each other. */
function columnsOf(placed: readonly Placed[]): readonly (readonly Placed[])[] {
  const lefts = [...new Set(placed.map((one) => one.left))].sort((a, b) => a - b);
  return lefts.map((left) => placed.filter((one) => one.left === left));
}

export function ConsolePanes(props: {
  readonly consoles: LabConsoles;
  readonly program: Program;
  /** Of the room for consoles; a dialog may have taken some. */
  readonly rows: number;
  /** Rows above the room. */
  readonly top: number;
  /** Keys go to a console. */
  readonly focused: boolean;
}): ReactNode {
  const { consoles, program, rows, top, focused } = props;
  const { theme } = program;
  const { placed, tabs } = consoles;
  const { setCursorPosition } = useCursor();
  let cursorAt: { x: number; y: number } | undefined;
  const pane = (one: Placed): ReactNode => {
    const view = consoles.session.view(one.device) as ConsoleView;
    const shown = shownRows(one, rows);
    const { lines, cursor } = view.view(shown.console, theme.colour);
    const here = focused && one.device === consoles.grid.focus && (view.back === 0 || view.reading !== undefined);
    if (here && cursor !== undefined && cursor.column < one.columns)
      cursorAt = { x: one.left + cursor.column, y: top + one.top + shown.title + cursor.row };
    const tab = tabs.find((other) => other.name === one.device);
    const title = tab === undefined ? [] : paneTitle(tab, view.back, one.columns, theme.signs);
    const head = shown.title === 1 ? [theme.paint(title, one.columns)] : [];
    return (
      <Pane key={one.device} lines={[...head, ...lines]} columns={one.columns} rows={shown.title + shown.console} />
    );
  };
  const rule = Array<string>(rows).fill(theme.paint([span(theme.signs.bar, 'dim')], 1));
  const columns = columnsOf(placed).map((column, index) => (
    <Box key={column[0]?.left} flexShrink={0}>
      {index > 0 ? <Pane lines={rule} columns={1} rows={rows} /> : null}
      <Box flexDirection="column" flexShrink={0}>
        {column.map(pane)}
      </Box>
    </Box>
  ));
  setCursorPosition(cursorAt);
  return (
    <Box height={rows} flexShrink={0} overflow="hidden">
      {columns}
    </Box>
  );
}
