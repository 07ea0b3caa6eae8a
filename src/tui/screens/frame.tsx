// Which screen is drawn.

import { type SuspendTerminal, useApp } from 'ink';
import type { ReactNode } from 'react';
import { tooSmall } from '../lab-layout.ts';
import type { Program } from '../program.ts';
import { LabView } from './lab.tsx';
import { MenuScreen } from './menu.tsx';
import { TooSmall } from './too-small.tsx';

/** `frame` only makes each drawing differ from the one before. `suspension` gets Ink's way to leave the terminal. */
export function Frame(props: {
  readonly program: Program;
  readonly frame: number;
  readonly suspension: (suspend: SuspendTerminal) => void;
}): ReactNode {
  const { program } = props;
  props.suspension(useApp().suspendTerminal);
  if (tooSmall(program.size)) return <TooSmall program={program} />;
  return program.lab === undefined ? <MenuScreen program={program} /> : <LabView program={program} lab={program.lab} />;
}
