// The menu screen: heading, list, what there is to say about the chosen one.

import { Box } from 'ink';
import type { ReactNode } from 'react';
import { keyBar } from '../bars.ts';
import { DialogBox, dialogRows } from '../components/dialog-box.tsx';
import { Pane } from '../components/pane.tsx';
import { bodyRows, hasKeyBar } from '../lab-layout.ts';
import type { Program } from '../program.ts';
import { type StyledLine, span } from '../theme.ts';

const KEYS = [
  ['enter', 'open'],
  ['tab', 'labs or saves'],
  ['/', 'filter'],
  ['?', 'help'],
  ['q', 'quit'],
  ['r', 'look again'],
] as const;
const DETAIL_ROWS = 5;

export function MenuScreen(props: { readonly program: Program }): ReactNode {
  const { program } = props;
  const { menu, theme } = program;
  const { columns, rows } = program.size;
  const body = bodyRows(program.size);
  const asked = program.dialog;
  const dialog = asked === undefined ? 0 : dialogRows(asked, columns, body, program);
  const room = body - dialog;
  const list = Math.max(0, Math.min(room, program.menuRows));
  const rule: StyledLine = [span(theme.signs.horizontal.repeat(columns), 'dim')];
  const below = [rule, ...menu.details(columns - 2).map((line): StyledLine => [span(' '), ...line])];
  const paint = (line: StyledLine): string => theme.paint(line, columns);
  const title: StyledLine = [span(' Labelstack ', 'bar-strong')];
  const status: StyledLine = [span(` ${menu.message === '' ? 'Choose a lab or a save.' : menu.message}`, 'bar')];
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <Pane lines={[theme.paint([...title, span('  '), ...menu.heading()], columns)]} columns={columns} rows={1} />
      <Pane lines={menu.list(columns, list).map(paint)} columns={columns} rows={list} />
      <Pane lines={below.slice(0, DETAIL_ROWS + 1).map(paint)} columns={columns} rows={Math.max(0, room - list)} />
      {asked === undefined ? null : <DialogBox dialog={asked} program={program} columns={columns} rows={dialog} />}
      <Pane lines={[theme.paint(status, columns, 'bar')]} columns={columns} rows={1} />
      {hasKeyBar(program.size) ? <Pane lines={[paint(keyBar(KEYS, columns))]} columns={columns} rows={1} /> : null}
    </Box>
  );
}
