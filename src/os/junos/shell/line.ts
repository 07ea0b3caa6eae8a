// A typed line cut at its pipes: a `|` outside quotes parts commands, blanks or not (`show|compare`).

import type { Token } from '../../../language/spec.ts';
import { tokenize } from '../../../language/tokens.ts';
import { JUNOS_TOKENS } from '../schema.ts';

/** One command of a line: what stands between two pipes. Columns of the tokens are those of the whole line. */
export interface Segment {
  readonly tokens: readonly Token[];
  /** Column of its first character. */
  readonly start: number;
  /** Column behind its last. */
  readonly end: number;
}

/** The segments of a line: at least one. */
export function segmentsOf(line: string): readonly Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let quoted = false;
  const close = (end: number): void => {
    const cut = tokenize(line.slice(start, end), JUNOS_TOKENS);
    const moved = (token: Token): Token => ({ ...token, start: token.start + start, end: token.end + start });
    const tokens = start === 0 ? cut : cut.map(moved);
    segments.push({ tokens, start, end });
  };
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\' && quoted) at++;
    else if (line[at] === '"') quoted = !quoted;
    else if (line[at] === '|' && !quoted) {
      close(at);
      start = at + 1;
    }
  }
  close(line.length);
  return segments;
}

/** The place of the cursor at the end of a text. */
export interface Cursor {
  /** The commands before the one that is being typed. */
  readonly before: readonly Segment[];
  /** Whole words of that one. */
  readonly words: readonly Token[];
  /** The word at the cursor; empty when none is begun. */
  readonly partial: Token;
}

/** Where somebody is who has typed this much. */
export function cursorAt(text: string): Cursor {
  const segments = segmentsOf(text);
  const last = segments[segments.length - 1] as Segment;
  const before = segments.slice(0, -1);
  const open = last.tokens[last.tokens.length - 1];
  if (open && open.end === text.length && (open.unclosed || !/\s$/.test(text))) {
    return { before, words: last.tokens.slice(0, -1), partial: open };
  }
  const partial: Token = { text: '', start: text.length, end: text.length, quoted: false };
  return { before, words: last.tokens, partial };
}
