// The mini terminal against a real one (@xterm/headless), and what only it does: rewrapping.

import { Terminal } from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScreenBuffer } from '../../src/tui/screen-buffer.ts';

const LIMIT = 40;

const write = (terminal: Terminal, text: string): Promise<void> =>
  new Promise((resolve) => terminal.write(text, resolve));

/** Every line a terminal holds, blanks at the end cut off, down to the last that is used. */
async function real(columns: number, rows: number, text: string): Promise<{ lines: string[]; x: number; y: number }> {
  const terminal = new Terminal({ cols: columns, rows, scrollback: LIMIT, allowProposedApi: true });
  await write(terminal, text);
  const buffer = terminal.buffer.active;
  const lines = Array.from(
    { length: buffer.length },
    (_, row) => buffer.getLine(row)?.translateToString(true).trimEnd() ?? '',
  );
  const found = { lines, x: Math.min(buffer.cursorX, columns - 1), y: buffer.cursorY };
  terminal.dispose();
  return found;
}

function mini(columns: number, rows: number, pieces: readonly string[]): { lines: string[]; x: number; y: number } {
  const buffer = new ScreenBuffer(columns, rows, LIMIT);
  for (const piece of pieces) buffer.write(piece);
  const lines = Array.from({ length: buffer.above + rows }, (_, index) => buffer.line(index));
  return { lines, x: buffer.cursor.column, y: buffer.cursor.row };
}

/** What a console line emits. (Not ED 1: at the end of the last row it throws inside @xterm/headless 6.0.0.) */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[ -~]{0,30}$/) },
  { weight: 3, arbitrary: fc.constant('\r\n') },
  {
    weight: 4,
    arbitrary: fc.constantFrom('\r', '\n', '\b', '\b \b', '\x07', '\t', '\x1b[K', '\x1b[1K', '\x1b[2K', '\x1b[J'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('\x1b[2J', '\x1b[H', '\x1b[m', '\x1b[1;31m', '\x1b[0m', '\x1b[?25h', '\x1b]0;x\x07'),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom('A', 'B', 'C', 'D', 'G'))
      .map(([count, final]) => `\x1b[${count}${final}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 40 }))
      .map(([row, column]) => `\x1b[${row};${column}H`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('--More-- \b\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\b\b', '漢字', 'e\u0301', 'é'),
  },
);

describe('the mini terminal', () => {
  it('shows what xterm shows, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 8 }),
        fc.array(piece, { maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        async (columns, rows, pieces, step) => {
          const text = pieces.join('');
          const cut = Array.from({ length: Math.ceil(text.length / step) }, (_, i) =>
            text.slice(i * step, (i + 1) * step),
          );
          expect(mini(columns, rows, cut)).toEqual(await real(columns, rows, text));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps as many lines as it was told, the newest', () => {
    const buffer = new ScreenBuffer(20, 4, 10);
    for (let line = 1; line <= 100; line++) buffer.write(`line ${line}\r\n`);
    expect(buffer.above).toBe(10);
    expect(buffer.line(0)).toBe('line 88');
    expect(buffer.scrolled).toBe(97);
    expect(buffer.view(4).lines).toEqual(['line 98', 'line 99', 'line 100', '']);
    expect(buffer.view(4, 3).lines).toEqual(['line 95', 'line 96', 'line 97', 'line 98']);
    expect(buffer.view(4, 999).lines[0]).toBe('line 88');
  });

  it('hands colours on, and leaves them out when there shall be none', () => {
    const buffer = new ScreenBuffer(20, 1);
    buffer.write('a\x1b[1;31mb\x1b[39mc\x1b[0md');
    expect(buffer.view(1).lines[0]).toBe('a\x1b[1;31mb\x1b[0m\x1b[1mc\x1b[0md');
    expect(buffer.view(1, 0, false).lines[0]).toBe('a\x1b[1mbc\x1b[0md');
  });

  it('erases from the beginning of the screen', () => {
    const buffer = new ScreenBuffer(5, 3);
    buffer.write('aaaaabbbbbccccc\x1b[2;3H\x1b[1J');
    expect(buffer.view(3).lines).toEqual(['', '   bb', 'ccccc']);
  });

  it('rings, and swallows what it does not know', () => {
    const buffer = new ScreenBuffer(20, 2);
    buffer.write('\x07a\x1b[?2004h\x1b[5 qb\x1b(Bc\x1bPx\x1b\\d\x1b[12\x18e\x07');
    expect(buffer.bells).toBe(2);
    expect(buffer.line(0)).toBe('abcde');
  });

  it('shows the end of the text in a smaller window, with the cursor', () => {
    const buffer = new ScreenBuffer(20, 10);
    buffer.write('one\r\ntwo\r\nthree\r\nr1#sh');
    expect(buffer.view(2)).toMatchObject({ lines: ['three', 'r1#sh'], cursor: { row: 1, column: 5 } });
    expect(buffer.view(2, 2)).toMatchObject({ lines: ['one', 'two'], cursor: undefined });
    expect(buffer.view(10).lines.slice(0, 5)).toEqual(['one', 'two', 'three', 'r1#sh', '']);
  });

  it('is linear: a megabyte in one call', () => {
    const buffer = new ScreenBuffer(80, 24);
    buffer.write('x'.repeat(1_000_000));
    expect(buffer.scrolled).toBe(12_500 - 24);
    expect(buffer.above).toBe(10_000);
  });
});

describe('another size', () => {
  it('wraps long lines anew and back, and keeps the cursor at its character', () => {
    const buffer = new ScreenBuffer(20, 5);
    buffer.write('short\r\nabcdefghijklmnopqrstuvwxyz0123456789\r\nr1#show ip');
    buffer.resize(10, 5);
    expect(buffer.view(5)).toMatchObject({
      lines: ['abcdefghij', 'klmnopqrst', 'uvwxyz0123', '456789', 'r1#show ip'],
      cursor: { row: 4, column: 9 },
    });
    expect(buffer.line(0)).toBe('short');
    buffer.write(' route');
    expect(buffer.view(2).lines).toEqual(['r1#show ip', ' route']);
    buffer.resize(40, 5);
    expect(buffer.view(5)).toMatchObject({
      lines: ['short', 'abcdefghijklmnopqrstuvwxyz0123456789', 'r1#show ip route', '', ''],
      cursor: { row: 2, column: 16 },
    });
  });

  it('gives lines back from above when it grows, takes the empty ones below when it shrinks', () => {
    const buffer = new ScreenBuffer(20, 3);
    buffer.write('1\r\n2\r\n3\r\n4\r\n5');
    buffer.resize(20, 5);
    expect(buffer.view(5).lines).toEqual(['1', '2', '3', '4', '5']);
    buffer.resize(20, 8);
    buffer.resize(20, 4);
    expect(buffer.view(4)).toMatchObject({ lines: ['2', '3', '4', '5'], cursor: { row: 3, column: 1 } });
  });

  it('tells where a place in the text has gone', () => {
    const size = fc.tuple(fc.integer({ min: 2, max: 50 }), fc.integer({ min: 1, max: 12 }));
    const line = fc.stringMatching(/^[a-z]{0,60}$/);
    fc.assert(
      fc.property(fc.array(line), line, fc.array(line), fc.array(size), (above, before, below, sizes) => {
        const buffer = new ScreenBuffer(30, 6, 1000);
        const text = [...above, `${before}!`, ...below].join('\r\n');
        buffer.write(text);
        let place = { line: -1, column: -1 };
        for (let number = buffer.first; number < buffer.written; number++) {
          const column = buffer.lineAt(number)?.text.indexOf('!') ?? -1;
          if (column >= 0) place = { line: number, column };
        }
        for (const [columns, rows] of sizes) [place] = buffer.resize(columns, rows, [place]) as [typeof place];
        expect(buffer.lineAt(place.line)?.text[place.column]).toBe('!');
      }),
    );
  });

  it('loses no character in a storm of sizes', () => {
    const size = fc.tuple(fc.integer({ min: 2, max: 50 }), fc.integer({ min: 1, max: 12 }));
    const line = fc.oneof(fc.stringMatching(/^[!-~]{0,60}$/), fc.stringMatching(/^[a-z漢字]{0,20}$/));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.array(size, { maxLength: 10 }), (lines, sizes) => {
        const buffer = new ScreenBuffer(30, 6);
        buffer.write(lines.join('\r\n'));
        for (const [columns, rows] of sizes) buffer.resize(columns, rows);
        const width = buffer.columns;
        const all = Array.from({ length: buffer.lineCount }, (_, index) => buffer.line(index));
        expect(all.join('').replaceAll(' ', '')).toBe(lines.join(''));
        for (const text of all) expect([...text].length).toBeLessThanOrEqual(width);
        // Where it stands, it goes on.
        buffer.write('|');
        const after = Array.from({ length: buffer.lineCount }, (_, index) => buffer.line(index));
        expect(after.join('').replaceAll(' ', '')).toBe(`${lines.join('')}|`);
      }),
      { numRuns: 300 },
    );
  });
});
