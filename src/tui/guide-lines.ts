// A guide as lines: as much of Markdown as guides use (headings, lists, fenced and indented code, emphasis).

import { cutText } from './glyph-width.ts';
import { type Signs, type StyledLine, span } from './theme.ts';
import { printable, wrapWords } from './wrap-words.ts';

/** Marks within a line are taken out; what they mark stays. */
const bare = (text: string): string =>
  text
    .replace(/\[([^\]]+)\]\([^)\s]+\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/`([^`]+)`/g, '$1');

/** A paragraph is one text until a blank line, a list item or a heading; its source lines do not show. */
export function guideLines(guide: string, width: number, signs: Signs): StyledLine[] {
  const out: StyledLine[] = [];
  let paragraph = '';
  let hang = '';
  let fenced = false;
  const flush = (): void => {
    if (paragraph !== '') for (const line of wrapWords(paragraph, width, hang)) out.push([span(line)]);
    paragraph = '';
    hang = '';
  };
  for (const raw of guide.split(/\r?\n/)) {
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(raw);
    const item = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/.exec(raw);
    if (/^\s*(```|~~~)/.test(raw)) {
      flush();
      fenced = !fenced;
    } else if (fenced || (paragraph === '' && /^( {4}|\t)/.test(raw) && !item)) {
      out.push([span(cutText(`  ${printable(raw)}`, width), 'accent')]);
    } else if (heading) {
      flush();
      for (const line of wrapWords(bare(heading[1] as string), width)) out.push([span(line, 'title')]);
    } else if (item) {
      flush();
      const mark = /\d/.test(item[2] as string) ? item[2] : signs.bullet;
      paragraph = `${item[1]}${mark} ${bare(item[3] as string)}`;
      hang = ' '.repeat((mark?.length ?? 1) + 1);
    } else if (raw.trim() === '') {
      flush();
      out.push([]);
    } else if (/^\s*(---+|\*\*\*+|___+)\s*$/.test(raw)) {
      flush();
      out.push([span(signs.horizontal.repeat(Math.max(0, width)), 'dim')]);
    } else paragraph = paragraph === '' ? bare(raw.trim()) : `${paragraph} ${bare(raw.trim())}`;
  }
  flush();
  return out;
}
