// Wrapping words into lines of so many cells.

import { cutText, textWidth } from './glyph-width.ts';

/** Control characters would move the cursor under the frame's feet. */
export const printable = (text: string): string => text.replace(/[\x00-\x1f\x7f-\x9f]/g, ' ');

/**
 * The lines of a text, each at most `width` cells; a word longer than that is broken. `indent` is put before the second
 * line and all after it.
 */
export function wrapWords(text: string, width: number, indent = ''): string[] {
  const out: string[] = [];
  for (const paragraph of text.split('\n')) out.push(...wrapOne(printable(paragraph), Math.max(1, width), indent));
  return out;
}

function wrapOne(text: string, width: number, indent: string): string[] {
  if (textWidth(text) <= width) return [text.trimEnd()];
  const own = /^ */.exec(text)?.[0] ?? '';
  const lead = textWidth(own) < width ? own : '';
  const hang = textWidth(lead + indent) < width ? lead + indent : '';
  const out: string[] = [];
  let line = lead;
  let empty = true;
  for (const word of text.split(' ').filter((part) => part !== '')) {
    if (!empty && textWidth(line) + 1 + textWidth(word) > width) {
      out.push(line);
      line = hang;
      empty = true;
    }
    let rest = word;
    if (!empty) line += ' ';
    while (textWidth(line) + textWidth(rest) > width) {
      const part = cutText(rest, width - textWidth(line)) || [...rest].slice(0, 1).join('');
      out.push(line + part);
      rest = rest.slice(part.length);
      line = hang;
    }
    line += rest;
    empty = false;
  }
  out.push(line.trimEnd());
  return out;
}
