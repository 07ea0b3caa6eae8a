// A dialog at the bottom of the body: what is above it stays readable.

import { Box, Text } from 'ink';
import TextInput from 'ink-text-input';
import { type ReactNode, useState } from 'react';
import { keyLabel } from '../commands.ts';
import type { Dialog } from '../dialog.ts';
import type { Program } from '../program.ts';
import { type StyledLine, span, type Theme } from '../theme.ts';
import { wrapWords } from '../wrap-words.ts';
import { Pane } from './pane.tsx';

type TextDialog = Extract<Dialog, { kind: 'text' }>;

/** Border and padding on both sides. */
const FRAME_COLUMNS = 4;
const FRAME_ROWS = 2;

/** The lines over the field, or all there are. */
export function dialogLines(dialog: Dialog, columns: number, program: Program): readonly StyledLine[] {
  const title: StyledLine = [span(dialog.title, 'title')];
  if (dialog.kind === 'page') return [title, ...program.pageLines(dialog).map((line): StyledLine => [span(line)])];
  const lines = dialog.lines.flatMap((line) => wrapWords(line, columns)).map((line): StyledLine => [span(line)]);
  if (dialog.kind === 'text') {
    const error = dialog.error === undefined ? [] : wrapWords(dialog.error, columns);
    return [title, ...error.map((line): StyledLine => [span(line, 'bad')]), ...lines];
  }
  const choices = [...dialog.choices, { key: 'escape', label: 'neither: stay here' }];
  return [
    title,
    ...lines,
    ...choices.map(
      ({ key, label }, index): StyledLine => [
        span(keyLabel(key).padEnd(4), 'accent'),
        span(index === 0 ? `${label} (or Enter)` : label),
      ],
    ),
  ];
}

/** How many of `rows` it takes. */
export function dialogRows(dialog: Dialog, columns: number, rows: number, program: Program): number {
  if (dialog.kind === 'page') return rows;
  const lines = dialogLines(dialog, columns - FRAME_COLUMNS, program).length;
  return Math.min(rows, lines + FRAME_ROWS + (dialog.kind === 'text' ? 2 : 0));
}

function Field(props: { readonly dialog: TextDialog; readonly program: Program }): ReactNode {
  const [value, setValue] = useState(props.dialog.value);
  return (
    <Box height={1} overflow="hidden">
      <Text>{'> '}</Text>
      <TextInput value={value} onChange={setValue} onSubmit={(done) => props.program.submit(done)} />
    </Box>
  );
}

export function DialogBox(props: {
  readonly dialog: Dialog;
  readonly program: Program;
  readonly columns: number;
  readonly rows: number;
}): ReactNode {
  const { dialog, program, columns, rows } = props;
  const theme: Theme = program.theme;
  const inside = columns - FRAME_COLUMNS;
  const field = dialog.kind === 'text' ? 2 : 0;
  const room = Math.max(0, rows - FRAME_ROWS - field);
  const all = dialogLines(dialog, inside, program);
  // A page scrolls under its title.
  const top = dialog.kind === 'page' ? program.pageTop : 0;
  const lines = [...all.slice(0, 1), ...all.slice(1 + top)].slice(0, room);
  return (
    <Box
      width={columns}
      height={rows}
      flexShrink={0}
      flexDirection="column"
      borderStyle={theme.signs.border}
      paddingX={1}
      overflow="hidden"
    >
      <Pane
        lines={lines.map((line) => theme.paint(line, inside))}
        columns={inside}
        rows={Math.min(room, lines.length)}
      />
      {dialog.kind === 'text' ? <Field key={program.dialogNumber} dialog={dialog} program={program} /> : null}
      {dialog.kind === 'text' ? (
        <Text wrap="truncate">{theme.paint([span('Enter accepts, Esc leaves', 'dim')], inside)}</Text>
      ) : null}
    </Box>
  );
}
