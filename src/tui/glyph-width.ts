// How many cells a character takes: 1 unless it is known to be wide or to sit on the one before it.
// After Unicode Standard Annex #11 (East Asian Width), ranges rounded to blocks.

const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];
const ZERO: readonly (readonly [number, number])[] = [
  [0x0300, 0x036f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200b, 0x200f],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
];

const within = (code: number, ranges: readonly (readonly [number, number])[]): boolean =>
  ranges.some(([first, last]) => code >= first && code <= last);

/** Cells of the character with this code point: 0, 1 or 2. */
export function glyphWidth(code: number): 0 | 1 | 2 {
  if (code < 0x300) return 1;
  if (within(code, ZERO)) return 0;
  return within(code, WIDE) ? 2 : 1;
}

/** Cells of a text that holds no control characters. */
export function textWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const glyph of text) width += glyphWidth(glyph.codePointAt(0) as number);
  return width;
}

/** As much of the text as fits into that many cells. */
export function cutText(text: string, cells: number): string {
  if (text.length <= cells && textWidth(text) <= cells) return text;
  let width = 0;
  let out = '';
  for (const glyph of text) {
    width += glyphWidth(glyph.codePointAt(0) as number);
    if (width > cells) break;
    out += glyph;
  }
  return out;
}
