import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRegex, type RegexOptions } from '../../src/base/regex.ts';

const matches = (pattern: string, text: string, options?: RegexOptions): boolean => {
  const regex = compileRegex(pattern, options);
  if (!regex.ok) throw new Error(`${pattern}: ${regex.error.kind} at ${regex.error.at}`);
  return regex.value.test(text);
};
const error = (pattern: string, options?: RegexOptions): string => {
  const regex = compileRegex(pattern, options);
  return regex.ok ? 'none' : `${regex.error.kind} ${regex.error.at}`;
};

describe('a regular expression', () => {
  it.each([
    ['Gig', 'GigabitEthernet0/1', true],
    ['gig', 'GigabitEthernet0/1', false],
    ['^Gig', ' GigabitEthernet0/1', false],
    ['0/1$', 'GigabitEthernet0/1', true],
    ['0/1$', 'GigabitEthernet0/10', false],
    ['^$', '', true],
    ['^$', ' ', false],
    ['up|down', 'is down', true],
    ['^(up|down)$', 'down', true],
    ['^(up|)$', '', true],
    ['10.1.1.1', '10x1y1z1', true],
    ['10\\.1', '10x1', false],
    ['ab*c', 'ac', true],
    ['ab+c', 'ac', false],
    ['ab?c', 'abbc', false],
    ['[0-9]+/[0-9]+', 'Gi0/1', true],
    ['^[^ ]', ' indented', false],
    ['[]x]', 'a]', true],
    ['[^]x]', ']x', false],
    ['[a-]', '-', true],
    ['[[:digit:]]', 'a1', true],
    ['^[[:alpha:][:blank:]]+$', 'a b', true],
    ['a**', 'b', true],
    ['(a*)*b', 'aab', true],
    ['a{2}', 'a{2}', true],
    ['a_b', 'a_b', true],
    ['\\*', '2*3', true],
    ['x^', 'x', false],
  ])('%s on %j: %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it('ignores case when told', () => {
    expect(matches('OSPF', 'protocols ospf', { ignoreCase: true })).toBe(true);
    expect(matches('[A-C]x', 'bX', { ignoreCase: true })).toBe(true);
    expect(matches('[^A]', 'a', { ignoreCase: true })).toBe(false);
  });

  it('repeats by interval when told', () => {
    const options = { intervals: true };
    expect(matches('^a{2,3}$', 'aa', options)).toBe(true);
    expect(matches('^a{2,3}$', 'aaaa', options)).toBe(false);
    expect(matches('^a{2}$', 'aa', options)).toBe(true);
    expect(matches('^a{2,}$', 'aaaaa', options)).toBe(true);
    expect(matches('^a{2,}$', 'a', options)).toBe(false);
    expect(error('a{3,2}', options)).toBe('repeat 1');
    expect(error('a{300}', options)).toBe('repeat 1');
    expect(error('{2}', options)).toBe('repeat 0');
  });

  it('reads an underscore as the delimiters of an AS path when told', () => {
    const as = (path: string): boolean => matches('_65001_', path, { underscore: 'delimiter' });
    expect(['65001', '1 65001', '65001 2', '1 65001 2', '{1,65001}', '(65001)'].map(as)).toEqual(Array(6).fill(true));
    expect(['650010', '165001', '1 650012'].map(as)).toEqual([false, false, false]);
    expect(matches('a_b', 'a_b', { underscore: 'delimiter' })).toBe(false);
    expect(matches('a_b', 'a_b', { underscore: 'or-itself' })).toBe(true);
  });

  it.each([
    ['', 'empty 0'],
    ['(a', 'parenthesis 0'],
    ['a)', 'parenthesis 1'],
    ['a(b|c', 'parenthesis 1'],
    ['[a', 'bracket 0'],
    ['x[^', 'bracket 1'],
    ['[[:what:]]', 'bracket 1'],
    ['[z-a]', 'range 3'],
    ['*a', 'repeat 0'],
    ['a|+', 'repeat 2'],
    ['a\\', 'backslash 1'],
    ['a'.repeat(1001), 'long 1000'],
  ])('%j is refused: %s', (pattern, expected) => {
    expect(error(pattern)).toBe(expected);
  });

  it('agrees with the language it is written in where both mean the same', () => {
    const atom = fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '(a|b)', '(ab)', '^', '$', '(a|)', '(b*c)');
    const repeat = fc.constantFrom('', '', '', '*', '+', '?');
    // Repeated assertions are no expressions in JavaScript.
    const piece = fc.tuple(atom, repeat).map(([a, r]) => ('^$'.includes(a) ? a : a + r));
    const sequence = fc.array(piece, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
    const pattern = fc.array(sequence, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('|'));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (source, line) => {
        expect(matches(source, line)).toBe(new RegExp(source).test(line));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['(a+)+$', undefined],
    ['^(a|a)*$', undefined],
    ['(a*)*(a*)*(a*)*b', undefined],
    ['.*.*.*.*.*.*.*.*x', undefined],
    ['(a?){100}a{100}', { intervals: true }],
  ] as const)('%s does not hang', (pattern, options) => {
    // A matcher that tries one way after the other needs more steps here than there is time.
    const text = `${'a'.repeat(2000)}!`;
    expect(matches(pattern, text, options)).toBe(pattern.endsWith('{100}'));
  });

  it('refuses what would be too large', () => {
    expect(error('((a{200}){200}){200}', { intervals: true })).toBe('long 0');
    expect(error('((((){255}){255}){255}){255}', { intervals: true })).toBe('long 0');
    expect(error(`${'('.repeat(500)}a${')'.repeat(499)}`)).toMatch(/^parenthesis/);
    expect(matches(`${'('.repeat(499)}a${')'.repeat(499)}`, 'a')).toBe(true);
  });

  it('never throws', () => {
    const unit = fc.constantFrom(
      'a',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '*',
      '+',
      '?',
      '|',
      '^',
      '$',
      '\\',
      '-',
      ':',
      '1',
      ',',
      '_',
    );
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 30 }),
        fc.string({ maxLength: 20 }),
        fc.boolean(),
        (pattern, text, on) => {
          const regex = compileRegex(pattern, { intervals: on, ignoreCase: on, bracketEscapes: on });
          if (regex.ok) regex.value.test(text);
          else expect(regex.error.at).toBeLessThanOrEqual(pattern.length);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
