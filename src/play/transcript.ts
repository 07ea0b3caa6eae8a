// What a console shows of what it was sent: carriage returns, backspaces and bells are played, not printed.

import type { OutputKind } from '../cli/output.ts';

/** The lines on a terminal of unlimited width after `text`; the last is the one that the cursor is in. */
export function shownLines(text: string): readonly string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let column = 0;
  for (const c of text) {
    if (c === '\n') {
      lines.push(line.join(''));
      line = [];
      column = 0;
    } else if (c === '\r') column = 0;
    else if (c === '\b') column = Math.max(0, column - 1);
    else if (c >= ' ' || c === '\t') {
      while (line.length < column) line.push(' ');
      line[column++] = c;
    }
  }
  lines.push(line.join(''));
  return lines;
}

/** The same as one text. */
export function shown(text: string): string {
  return shownLines(text).join('\n');
}

/** Prompt, echo of what is typed, or everything else. */
export type StreamKind = OutputKind;

/** A stretch of a console's stream. */
export interface Chunk {
  readonly kind: StreamKind;
  readonly text: string;
}

/** What was printed of one kind only: the output of a command, without prompt and echo. */
export function only(kind: StreamKind, chunks: readonly Chunk[]): string {
  return shown(
    chunks
      .filter((chunk) => chunk.kind === kind)
      .map((chunk) => chunk.text)
      .join(''),
  );
}
