import { describe, expect, it } from 'vitest';
import { buildVocabulary } from '../../src/language/build.ts';
import { parseFiles } from '../../src/language/parser.ts';
import type { ParsedSection } from '../../src/language/source.ts';
import { IOS_FILES, JUNOS_FILES } from './samples.ts';

const parse = (text: string): readonly ParsedSection[] => {
  const parsed = parseFiles([{ file: 'a.cmd', text }]);
  if (!parsed.ok) throw new Error(parsed.error.map(({ line, message }) => `${line}: ${message}`).join('; '));
  return parsed.value[0]?.sections ?? [];
};
const body = (text: string): unknown => {
  const [section] = parse(`config {\n${text}\n}`);
  return section?.kind === 'section' ? section.body : section;
};
const errors = (text: string): readonly string[] => {
  const parsed = parseFiles([{ file: 'a.cmd', text }]);
  return parsed.ok ? [] : parsed.error.map(({ file, line, message }) => `${file}:${line}: ${message}`);
};

describe('a sentence', () => {
  it('is words, values, options, forks', () => {
    expect(body('ip route <net!:ipv4> <to> [<d:1..255>] (tag <t:1..9> | name <n>)* ( a | b c )')).toEqual([
      {
        line: 2,
        path: [
          'ip',
          'route',
          { arg: 'net', type: 'ipv4', key: true },
          { arg: 'to', type: 'word' },
          { optional: [{ arg: 'd', type: '1..255' }] },
          {
            any: [
              ['tag', { arg: 't', type: '1..9' }],
              ['name', { arg: 'n', type: 'word' }],
            ],
          },
          { choice: [['a'], ['b', 'c']] },
        ],
      },
    ]);
  });
  it('takes help, flags, = on, an effect and a block', () => {
    expect(
      body('neighbor "says \\"hi\\"" <n!:ipv4>... "the peer" @config-router @sorted = on -> accept "why" { x }'),
    ).toEqual([
      {
        line: 2,
        path: [
          { word: 'neighbor', help: 'says "hi"' },
          { arg: 'n', type: 'ipv4', key: true, many: true, help: 'the peer' },
        ],
        flags: ['config-router', 'sorted'],
        on: true,
        effect: ['accept', 'why'],
        block: [{ line: 2, path: ['x'] }],
      },
    ]);
  });
  it('holds words that open sections elsewhere, stars and slashes', () => {
    expect(body('clear ip route *\ndefine order words use\n10/8 +a *:b')).toEqual([
      { line: 2, path: ['clear', 'ip', 'route', '*'] },
      { line: 3, path: ['define', 'order', 'words', 'use'] },
      { line: 4, path: ['10/8', '+a', '*:b'] },
    ]);
  });
  it('tells `)*` from `) *`', () => {
    expect(body('a ( b )*\na ( b ) *')).toEqual([
      { line: 2, path: ['a', { any: [['b']] }] },
      { line: 3, path: ['a', { choice: [['b']] }, '*'] },
    ]);
  });
  it('may be broken inside brackets only', () => {
    expect(body('a ( b   # first\n | c\n ) [ d\n e ]\nf')).toEqual([
      { line: 2, path: ['a', { choice: [['b'], ['c']] }, { optional: ['d', 'e'] }] },
      { line: 6, path: ['f'] },
    ]);
  });
  it('may hold an empty block, or one on its line', () => {
    expect(body('a { }\nb { c }\nd {\n\n# nothing\n}')).toEqual([
      { line: 2, path: ['a'], block: [] },
      { line: 3, path: ['b'], block: [{ line: 3, path: ['c'] }] },
      { line: 4, path: ['d'], block: [] },
    ]);
  });
});

it('reads every kind of section', () => {
  expect(
    parse(
      'config interface <name> { }\ndefine x { use y }\norder config a { ip address\n <b> }\nwords { a "A"\n <b> "B" }',
    ),
  ).toEqual([
    { kind: 'section', line: 1, name: 'config', path: ['interface', '<name>'], body: [] },
    { kind: 'define', line: 2, name: 'x', body: [{ line: 2, use: 'y' }] },
    {
      kind: 'order',
      line: 3,
      name: 'config',
      path: ['a'],
      rows: [
        { line: 3, begins: ['ip', 'address'] },
        { line: 4, begins: ['<b>'] },
      ],
    },
    {
      kind: 'words',
      line: 5,
      entries: [
        ['a', 'A', 5],
        ['<b>', 'B', 6],
      ],
    },
  ]);
});

describe('an error', () => {
  it.each([
    ['config {\n  a ( b | c\n  d\n}', "a.cmd:4: expected ')' or ')*', found '}'"],
    ['config {\n  a [ b\n  c { }\n}', "a.cmd:3: expected ']', found '{'"],
    ['config {\n  a ]\n}', "a.cmd:2: expected the end of the line, found ']'"],
    ['config {\n  a', "a.cmd:2: expected a sentence or '}', found the end of the file"],
    ['config', "a.cmd:1: expected a word or a value or '{', found the end of the line"],
    ['config {\n a ->\n}', 'a.cmd:2: expected a word, found the end of the line'],
    ['config {\n a -> show\n}', 'a.cmd:2: expected a word or a text in quotes, found the end of the line'],
    ['config { a } b', "a.cmd:1: expected the end of the line, found 'b'"],
    ['words {\n a b\n}', "a.cmd:2: expected a text in quotes, found 'b'"],
    ['config {\n a <b:c d\n}', "a.cmd:2: cannot read '<'"],
    ['config {\n a "b\n}', 'a.cmd:2: a text in quotes is not closed'],
    ['config {\n a ?\n}', "a.cmd:2: cannot read '?'"],
    ['config {\n\n a { b } { c }\n}', "a.cmd:3: expected the end of the line, found '{'"],
    ['{ }', "a.cmd:1: expected a section, found '{'"],
  ])('says where and what was expected: %j', (text, message) => {
    expect(errors(text)).toEqual([message]);
  });
  it('does not hide the others', () => {
    expect(errors('config {\n a ]\n b\n c ->\n d\n "e"\n}\nexec {\n e ( f\n}\nexec\nexec { g ] { h } }')).toEqual([
      "a.cmd:2: expected the end of the line, found ']'",
      'a.cmd:4: expected a word, found the end of the line',
      `a.cmd:6: expected a sentence or '}', found '"e"'`,
      "a.cmd:10: expected ')' or ')*', found '}'",
      "a.cmd:11: expected a word or a value or '{', found the end of the line",
      "a.cmd:12: expected the end of the line, found ']'",
    ]);
  });
  it('of one file does not hide those of another', () => {
    const parsed = parseFiles([
      { file: 'a.cmd', text: 'config {' },
      { file: 'b.cmd', text: 'config { a ]\n}' },
    ]);
    expect(parsed.ok ? [] : parsed.error.map(({ file }) => file)).toEqual(['a.cmd', 'b.cmd']);
  });
});

it('keeps parsed files as plain JSON', () => {
  for (const files of [IOS_FILES, JUNOS_FILES]) {
    const parsed = parseFiles(files);
    if (!parsed.ok) throw new Error('the samples are right');
    const kept = JSON.parse(JSON.stringify(parsed.value));
    expect(kept).toEqual(parsed.value);
    expect(buildVocabulary(kept).ok).toBe(true);
  }
});
