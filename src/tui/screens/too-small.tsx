// What a window that is too small still says: what is needed, what is asked, how to leave.

import type { ReactNode } from 'react';
import { dialogLines } from '../components/dialog-box.tsx';
import { Pane } from '../components/pane.tsx';
import { COLUMNS_NEEDED, ROWS_NEEDED } from '../lab-layout.ts';
import type { Program } from '../program.ts';
import { wrapWords } from '../wrap-words.ts';

export function TooSmall(props: { readonly program: Program }): ReactNode {
  const { program } = props;
  const { columns, rows } = program.size;
  const text =
    `Labelstack needs ${COLUMNS_NEEDED} columns and ${ROWS_NEEDED} rows. This window has ${columns} and ${rows}. ` +
    `Make it larger, or press ${program.prefixLabel} q to leave.`;
  const lines =
    program.dialog === undefined
      ? wrapWords(text, columns)
      : dialogLines(program.dialog, columns, program).map((line) => program.theme.paint(line, columns));
  return <Pane lines={lines} columns={columns} rows={rows} />;
}
