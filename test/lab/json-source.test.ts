import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/lab/json-source.ts';

describe('reading JSON with its lines', () => {
  it('reads what JSON.parse reads, and the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const read = parseJson(text);
        expect(read.ok && read.value.value).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '1',
      '01',
      '1.',
      '-',
      'true',
      'nul',
      ' ',
      '\n',
      '"\\x"',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        let good = true;
        let value: unknown;
        try {
          value = JSON.parse(text);
        } catch {
          good = false;
        }
        const read = parseJson(text);
        const twice = !read.ok && read.error.message.includes('twice');
        if (!twice) expect(read.ok).toBe(good);
        if (read.ok) expect(read.value.value).toEqual(value);
      }),
      { numRuns: 2_000 },
    );
  });

  it('knows the line of every value, and of what is missing the line of what should hold it', () => {
    const read = parseJson('{\n  "a": 1,\n  "list": [\n    10,\n    {\n      "deep": true\n    }\n  ]\n}\n');
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.lineOf([])).toBe(1);
    expect(read.value.lineOf(['a'])).toBe(2);
    expect(read.value.lineOf(['list', 0])).toBe(4);
    expect(read.value.lineOf(['list', 1, 'deep'])).toBe(6);
    expect(read.value.lineOf(['list', 1, 'absent'])).toBe(5);
    expect(read.value.at(['list', 1, 'deep'])).toBe(true);
    expect(read.value.at(['list', 7, 'deep'])).toBeUndefined();
  });

  it.each([
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'found """ where "," or "}" was expected'],
    ['{\n  "a": 1,\n}', 3, 1, 'found "}" where a name in double quotes was expected'],
    ['{ "a": 1, "a": 2 }', 1, 11, '"a" stands here twice'],
    ['{ "a": ios }', 1, 8, '"ios" is no JSON value'],
    ['{ "a": [1, 2 }', 1, 14, 'found "}" where "," or "]" was expected'],
    ['{ "a": "x\n}', 1, 8, 'the line ends inside a text'],
    ['{ "a": 1', 1, 9, 'the file ends where "," or "}" was expected'],
    ['', 1, 1, 'the file ends where a value was expected'],
    ['{} {}', 1, 4, 'nothing more was expected here'],
    ['['.repeat(200), 1, 102, 'nested too deep'],
  ])('says what is wrong in %j', (text, line, column, message) => {
    const read = parseJson(text);
    expect(read).toEqual({ ok: false, error: { line, column, message } });
  });

  it('takes __proto__ for a key', () => {
    const read = parseJson('{"__proto__": {"polluted": 1}}');
    expect(read.ok && Object.keys(read.value.value as object)).toEqual(['__proto__']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
