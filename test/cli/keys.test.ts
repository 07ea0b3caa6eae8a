import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyReader, keyBytes, keyText } from '../../src/cli/keys.ts';

const keysOf = (...chunks: readonly string[]): string[] => {
  const reader = new KeyReader();
  return chunks.flatMap((chunk) => reader.push(chunk));
};

describe('keys', () => {
  it.each([
    ['show ip\r', ['s', 'h', 'o', 'w', 'space', 'i', 'p', 'enter']],
    ['a\r\nb\nc\r\rd', ['a', 'enter', 'b', 'enter', 'c', 'enter', 'enter', 'd']],
    ['\r\n\n', ['enter', 'enter']],
    ['\x7f\x08', ['backspace', 'backspace']],
    ['\x01\x1a\x1e\x1d\t', ['ctrl-a', 'ctrl-z', 'ctrl-^', 'ctrl-]', 'tab']],
    ['a\0b', ['a', 'b']],
    ['\x1b[A\x1b[B\x1b[C\x1b[D\x1bOA', ['up', 'down', 'right', 'left', 'up']],
    [
      '\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[5~\x1b[6~\x1b[3~',
      ['home', 'end', 'home', 'end', 'page-up', 'page-down', 'delete'],
    ],
    ['\x1bOP\x1b[15~\x1b[24~\x1b[[A', ['f1', 'f5', 'f12', 'f1']],
    ['\x1b[1;5C\x1b[1;3D\x1b[3;5~\x1b[1;2A', ['ctrl-right', 'esc-left', 'ctrl-delete', 'shift-up']],
    ['\x1bb\x1bB\x1b\x7f\x1b ', ['esc-b', 'esc-B', 'esc-backspace', 'esc-space']],
    ['\x1b\x1b[A', ['esc', 'up']],
    // A control character inside a sequence ends the sequence and is heard: Ctrl-C is never lost.
    ['\x1b[\x03x', ['ctrl-c', 'x']],
    ['\x1b\x03', ['esc', 'ctrl-c']],
    ['\x1b[200~show ver\rno\x1b[201~!', ['s', 'h', 'o', 'w', 'space', 'v', 'e', 'r', 'enter', 'n', 'o', '!']],
    // Mouse and focus reports are no keys.
    ['\x1b[<0;10;10M\x1b[<0;10;10m\x1b[I\x1b[10;20Rx', ['x']],
    ['é€😀', ['é', '€', '😀']],
    ['\ud83dx', ['\ufffd', 'x']],
  ])('%j', (text, keys) => {
    expect(keysOf(text)).toEqual(keys);
  });

  it('waits for the rest of a sequence without a timer', () => {
    const reader = new KeyReader();
    expect(reader.push('a\x1b')).toEqual(['a']);
    expect(reader.pending).toBe(true);
    expect(reader.push('[')).toEqual([]);
    expect(reader.push('1;5')).toEqual([]);
    expect(reader.push('C')).toEqual(['ctrl-right']);
    expect(reader.pending).toBe(false);
    expect(reader.push('\ud83d')).toEqual([]);
    expect(reader.push('\ude00')).toEqual(['😀']);
  });

  it('flushes what it waited for', () => {
    const reader = new KeyReader();
    reader.push('\x1b');
    expect(reader.flush()).toEqual(['esc']);
    reader.push('\x1b[1');
    expect(reader.flush()).toEqual(['esc-[', '1']);
    reader.push('\x1bO');
    expect(reader.flush()).toEqual(['esc-O']);
    expect(reader.flush()).toEqual([]);
    expect(reader.pending).toBe(false);
  });

  it('gives up on a sequence that does not end', () => {
    // 82 characters, of which 32 were taken for a sequence.
    expect(keysOf(`\x1b[${'1;'.repeat(40)}`)).toHaveLength(50);
  });

  it('reads the same however the text is cut', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '\r',
      '\n',
      '\x1b',
      '[',
      'O',
      '1',
      ';',
      '5',
      'C',
      '~',
      '\0',
      '\x03',
      '😀',
      '\x9b',
      '200',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.array(fc.nat({ max: 3 })), (pieces, cuts) => {
        const text = pieces.join('');
        const whole = new KeyReader();
        const cut = new KeyReader();
        const expected = [...whole.push(text), ...whole.flush()];
        const keys: string[] = [];
        let at = 0;
        for (const length of cuts) {
          keys.push(...cut.push(text.slice(at, at + length)));
          at += length;
        }
        expect([...keys, ...cut.push(text.slice(at)), ...cut.flush()]).toEqual(expected);
      }),
    );
  });

  it.each([
    ['tab', '\t'],
    ['?', '?'],
    ['space', ' '],
    ['enter', '\r'],
    ['up', '\x1b[A'],
    ['down', '\x1b[B'],
    ['ctrl-a', '\x01'],
    ['ctrl-z', '\x1a'],
    ['ctrl-h', '\x08'],
    ['ctrl-shift-6', '\x1e'],
    ['ctrl-^', '\x1e'],
    ['esc', '\x1b'],
    ['esc-b', '\x1bb'],
    ['esc-backspace', '\x1b\x7f'],
    ['f5', '\x1b[15~'],
    ['page-up', '\x1b[5~'],
    ['x', 'x'],
    ['nothing', undefined],
    ['', undefined],
  ])('a terminal sends %s as %j', (name, bytes) => {
    expect(keyBytes(name)).toBe(bytes);
  });

  it('hears the keys whose bytes it knows', () => {
    for (const name of [
      'up',
      'home',
      'end',
      'delete',
      'insert',
      'f1',
      'f12',
      'shift-tab',
      'page-down',
      'ctrl-_',
      'esc-f',
    ]) {
      expect(keysOf(keyBytes(name) as string)).toEqual([name]);
    }
  });

  it('inserts one column a character', () => {
    expect(['a', 'space', 'é', '─', '日', '😀', '\u0301', '\u200b'].map(keyText)).toEqual([
      'a',
      ' ',
      'é',
      '─',
      '?',
      '?',
      '?',
      '?',
    ]);
    expect(keyText('up')).toBeUndefined();
    expect(keyText('ctrl-a')).toBeUndefined();
  });
});
