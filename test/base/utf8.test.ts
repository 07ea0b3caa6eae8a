import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/base/utf8.ts';

describe('text as UTF-8', () => {
  it.each([
    ['one byte', 'A', [0x41]],
    ['two bytes', 'é', [0xc3, 0xa9]],
    ['three bytes', '€', [0xe2, 0x82, 0xac]],
    ['four bytes', '😀', [0xf0, 0x9f, 0x98, 0x80]],
    ['half a pair', 'a\ud83d', [0x61, 0xef, 0xbf, 0xbd]],
  ])('%s', (_, text, bytes) => {
    expect([...utf8(text)]).toEqual(bytes);
  });
});
