// What a VTY needs of a terminal, and what it tells of itself.

import type { OutputKind } from './output.ts';

/** The terminal, or whatever stands for one. */
export interface VtyTerminal {
  readonly rows: number;
  readonly columns: number;
  write(text: string, kind: OutputKind): void;
  /** After a hang-up the line waits for Enter and greets again (default); false: it is closed. */
  readonly console?: boolean;
}

/** Whom the keys reach: the line editor, a question, the pager, the lines being collected; nobody; no session. */
export type VtyState = 'prompt' | 'question' | 'pager' | 'running' | 'collect' | 'closed';
