// A typed line as tokens: blanks separate; where the system quotes, a quoted text is one token.

import type { Token } from './spec.ts';

export interface TokenStyle {
  /** Junos: `"…"` is one token; inside, a backslash takes the meaning from a quote and otherwise stands for itself. IOS has
   * no quotes. */
  readonly quotes: boolean;
  /** Junos: `[` before and `]` behind a list are tokens, blanks or not. `ge-0/0/[0-3]` stays one word. */
  readonly brackets: boolean;
}

const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t';

/** Cuts a line into tokens. `start` and `end` are columns in it, so that a caret can be put under a character. */
export function tokenize(line: string, style: TokenStyle): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < line.length; ) {
    if (isBlank(line[at])) at++;
    else if (style.quotes && line[at] === '"') {
      const token = quoted(line, at);
      tokens.push(token);
      at = token.end;
    } else {
      let end = at;
      while (end < line.length && !isBlank(line[end]) && !(style.quotes && line[end] === '"')) end++;
      const parts = style.brackets ? unbracket(line, at, end) : [plain(line, at, end)];
      tokens.push(...parts);
      at = end;
    }
  }
  return tokens;
}

const plain = (line: string, start: number, end: number): Token => ({
  text: line.slice(start, end),
  start,
  end,
  quoted: false,
});

function quoted(line: string, start: number): Token {
  let text = '';
  let at = start + 1;
  for (; at < line.length && line[at] !== '"'; at++) {
    const next = line[at + 1];
    if (line[at] === '\\' && next === '"') at++;
    // Two of them are two: the second does not take the meaning from what follows.
    else if (line[at] === '\\' && next === '\\') text += line[at++];
    text += line[at];
  }
  const closed = at < line.length;
  return { text, start, end: closed ? at + 1 : at, quoted: true, ...(closed ? {} : { unclosed: true as const }) };
}

/** `[a` is two tokens, `b]` is two, `x[1-3]` is one. */
function unbracket(line: string, start: number, end: number): Token[] {
  if (line[start] === '[') {
    return [plain(line, start, start + 1), ...(start + 1 < end ? unbracket(line, start + 1, end) : [])];
  }
  const word = line.slice(start, end);
  const closes = word.endsWith(']') && word.split('[').length < word.split(']').length;
  if (!closes) return [plain(line, start, end)];
  return [...(start < end - 1 ? unbracket(line, start, end - 1) : []), plain(line, end - 1, end)];
}
