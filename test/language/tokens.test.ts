import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/language/tokens.ts';
import { iosLine, junosLine } from './samples.ts';

const texts = (tokens: ReturnType<typeof iosLine>): string[] => tokens.map(({ text }) => text);

describe('a line as tokens', () => {
  it('is cut at blanks, with columns', () => {
    expect(iosLine('  ip  route\t10.0.0.0 ')).toEqual([
      { text: 'ip', start: 2, end: 4, quoted: false },
      { text: 'route', start: 6, end: 11, quoted: false },
      { text: '10.0.0.0', start: 12, end: 20, quoted: false },
    ]);
    expect(iosLine('   ')).toEqual([]);
  });
  it('keeps a quoted text together where there are quotes', () => {
    expect(junosLine('description "to R2, \\"b\\" \\\\ x" next')).toEqual([
      { text: 'description', start: 0, end: 11, quoted: false },
      { text: 'to R2, "b" \\\\ x', start: 12, end: 31, quoted: true },
      { text: 'next', start: 32, end: 36, quoted: false },
    ]);
    expect(texts(iosLine('description "to R2"'))).toEqual(['description', '"to', 'R2"']);
    expect(junosLine('"" a')[0]).toEqual({ text: '', start: 0, end: 2, quoted: true });
  });
  it('says when a quote is left open', () => {
    expect(junosLine('a "b c')[1]).toEqual({ text: 'b c', start: 2, end: 6, quoted: true, unclosed: true });
  });
  it('takes the brackets of a list apart and leaves those inside a word', () => {
    expect(texts(junosLine('members [ a b ]'))).toEqual(['members', '[', 'a', 'b', ']']);
    expect(texts(junosLine('members [a b]'))).toEqual(['members', '[', 'a', 'b', ']']);
    expect(texts(junosLine('interfaces ge-0/0/[0-3] x'))).toEqual(['interfaces', 'ge-0/0/[0-3]', 'x']);
    expect(texts(junosLine('[ge-0/0/[0-3] x]'))).toEqual(['[', 'ge-0/0/[0-3]', 'x', ']']);
    expect(junosLine('"[" []').map(({ text, quoted }) => [text, quoted])).toEqual([
      ['[', true],
      ['[', false],
      [']', false],
    ]);
    expect(texts(iosLine('a [b]'))).toEqual(['a', '[b]']);
  });
  it('loses no character that is not a blank, and its columns are right', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab ["]\\\t') }), fc.boolean(), (line, quotes) => {
        const tokens = tokenize(line, { quotes, brackets: true });
        const covered = new Set(
          tokens.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
        );
        for (const [i, char] of [...line].entries())
          if (char !== ' ' && char !== '\t') expect(covered.has(i)).toBe(true);
        for (const [i, token] of tokens.entries()) {
          expect(token.start).toBeGreaterThanOrEqual(tokens[i - 1]?.end ?? 0);
          if (!token.quoted) expect(line.slice(token.start, token.end)).toBe(token.text);
        }
      }),
    );
  });
});
