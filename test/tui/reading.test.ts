// Search and copy in a console's scrollback.

import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ScreenBuffer } from '../../src/tui/screen-buffer.ts';
import { findAll } from '../../src/tui/scroll-search.ts';
import { selectedText } from '../../src/tui/selection.ts';
import { PREFIX, TuiTest } from './screen-harness.ts';
import { type ToyConsole, ToyDesk } from './toy-desk.ts';

let tui: TuiTest | undefined;
let r1: ToyConsole;
/** What was put on the terminal's clipboard. */
let clipboard: string[];

async function lab(columns = 80, rows = 24): Promise<TuiTest> {
  const desk = new ToyDesk();
  r1 = desk.sitting.console('r1');
  clipboard = [];
  const started = await TuiTest.start(desk, columns, rows, { straight: { lab: 'first-steps' } });
  started.output.terminal.parser.registerOscHandler(52, (data) => {
    clipboard.push(Buffer.from(data.replace(/^c;/, ''), 'base64').toString());
    return true;
  });
  tui = started;
  return started;
}
afterEach(async () => {
  await tui?.stop();
  tui = undefined;
});

const say = async (tui: TuiTest, ...lines: readonly string[]): Promise<void> => {
  for (const line of lines) r1.say(`\r\n${line}`);
  await tui.pass(100);
};
const numbered = (count: number): string[] => Array.from({ length: count }, (_, at) => `line ${at + 1}`);
/** Cells of a row that look like that. */
const cells = (tui: TuiTest, row: number, looks: 'inverse' | 'underline'): string => {
  const line = tui.output.terminal.buffer.active.getLine(row);
  let text = '';
  for (let column = 0; column < tui.output.columns; column++) {
    const cell = line?.getCell(column);
    const on = looks === 'inverse' ? cell?.isInverse() : cell?.isUnderline();
    if (on) text += cell?.getChars() || ' ';
  }
  return text;
};

describe('search', () => {
  it('finds while words are typed, whatever their case, and goes on from there', async () => {
    const tui = await lab();
    await say(tui, 'interface Gi0/0', ...numbered(40), 'INTERFACE Gi0/1', ...numbered(5));
    await tui.press(`${PREFIX}/`, 'i', 'n', 't', 'erface gi');
    expect(tui.rows[22]).toMatch(/│ Search: interface gi_ {2}1 of 2$/);
    const row = tui.rows.findIndex((text) => text.startsWith('INTERFACE'));
    expect(cells(tui, row, 'inverse')).toBe('INTERFACE Gi');
    expect(r1.got).toEqual([]);
    await tui.press('\r', 'n');
    expect(tui.rows[22]).toContain('"interface gi" 2 of 2');
    expect(tui.text).toContain('interface Gi0/0');
    await tui.press('n');
    expect(tui.rows[22]).toContain('That is the oldest.');
    await tui.press('N');
    expect(tui.text).toContain('INTERFACE Gi0/1');
    await tui.press('\x1b[A');
    expect(tui.rows[22]).toContain('2 of 2');
    await tui.press('\x1b');
    await tui.pass(100);
    expect(tui.rows[21]).toBe('line 5');
    await tui.press('x');
    expect(r1.got).toEqual(['x']);
  });

  it('marks all that is in sight, and says when nothing is found', async () => {
    const tui = await lab();
    await say(tui, 'ge-0/0/0 up', 'ge-0/0/1 down');
    await tui.press(`${PREFIX}/`, 'ge-');
    expect(cells(tui, 3, 'underline')).toBe('ge-');
    expect(cells(tui, 4, 'inverse')).toBe('ge-');
    await tui.press('x');
    expect(tui.rows[22]).toContain('Search: ge-x_  not found');
    await tui.press('\x7f', '\x1b[A');
    expect(cells(tui, 3, 'inverse')).toBe('ge-');
    // Words, not patterns.
    await tui.press('\x15', '.');
    expect(tui.rows[22]).toContain('not found');
  });

  it('takes pasted words, and the last ones again when none are typed', async () => {
    const tui = await lab();
    await say(tui, ...numbered(99));
    await tui.press(`${PREFIX}/`, '\x1b[200~line 7\r\x1b[201~', '\r', '\x1b');
    await tui.pass(100);
    await tui.press(`${PREFIX}/`, '\r');
    expect(tui.rows[22]).toContain('"line 7" 1 of 11');
    await tui.press('/', 'line 33', '\r');
    expect(tui.text).toContain('line 33');
  });

  it('keeps what is read in sight while the console goes on', async () => {
    const tui = await lab();
    await say(tui, 'needle', ...numbered(30));
    await tui.press(`${PREFIX}/`, 'needle', '\r');
    const before = tui.rows.slice(1, 22);
    await say(tui, ...numbered(50), 'needle again');
    expect(tui.rows.slice(1, 22)).toEqual(before);
    expect(tui.rows[22]).toContain('2 of 2');
    await tui.press('N');
    expect(tui.text).toContain('needle again');
  });

  it('finds words across the end of a row', async () => {
    const tui = await lab(40, 12);
    await say(tui, `${'x'.repeat(35)}needle${'y'.repeat(10)}`);
    await tui.press(`${PREFIX}/`, 'needle');
    expect([cells(tui, 3, 'inverse'), cells(tui, 4, 'inverse')]).toEqual(['needl', 'e']);
  });

  it('goes on when the window has another size', async () => {
    const tui = await lab();
    await say(tui, 'x'.repeat(200), 'needle', ...numbered(60));
    await tui.press(`${PREFIX}/`, 'needle', '\r');
    tui.resizeNow(50, 20);
    await tui.pass(300);
    expect(tui.rows[18]).toContain('"needle" 1 of 1');
    const row = tui.rows.indexOf('needle');
    expect(cells(tui, row, 'inverse')).toBe('needle');
  });
});

describe('copy', () => {
  it('puts the marked characters on the clipboard, and types them at the console', async () => {
    const tui = await lab();
    await say(tui, 'ip address 10.0.0.1 255.255.255.0', 'r1#');
    await tui.press(`${PREFIX}[`, 'k', '0', 'w', 'w', ' ', 'e');
    expect(cells(tui, 3, 'inverse')).toBe('10.0.0.1');
    expect(tui.cursor).toEqual({ x: 18, y: 3 });
    await tui.press('\r');
    expect(clipboard).toEqual(['10.0.0.1']);
    expect(tui.rows[22]).toContain('Copied 8 characters');
    expect(cells(tui, 3, 'inverse')).toBe('');
    await tui.press(`${PREFIX}]`);
    expect(r1.got).toEqual(['10.0.0.1']);
  });

  it('copies lines whole, and types them with Enter after each', async () => {
    const tui = await lab();
    await say(tui, 'interface lo0', ' ip address 1.1.1.1 255.255.255.255', 'r1#');
    await tui.press(`${PREFIX}[`, '\x1b[A', '\x1b[A', 'V', 'j');
    expect(tui.rows[22]).toContain('Copy: 2 lines marked');
    await tui.press('y', `${PREFIX}]`);
    expect(clipboard).toEqual(['interface lo0\n ip address 1.1.1.1 255.255.255.255\n']);
    expect(r1.got).toEqual(['interface lo0\r ip address 1.1.1.1 255.255.255.255\r']);
  });

  it('copies a block', async () => {
    const tui = await lab();
    await say(tui, 'Gi0/0  10.0.0.1  up', 'Gi0/1  10.0.1.1  up', 'r1#');
    await tui.press(`${PREFIX}[`, 'k', 'k', '0', 'w', '\x16', 'j', 'e', '\r');
    expect(clipboard).toEqual(['10.0.0.1\n10.0.1.1']);
  });

  it('begins at a match', async () => {
    const tui = await lab();
    await say(tui, 'description to-customer-7', ...numbered(40));
    await tui.press(`${PREFIX}/`, 'to-cust', '\r', ' ', '$', '\r');
    expect(clipboard).toEqual(['to-customer-7']);
  });

  it('searches from within, and takes the mark along', async () => {
    const tui = await lab();
    await say(tui, 'begin here', 'middle', 'end there', 'r1#');
    await tui.press(`${PREFIX}[`, 'v', '/', 'begin', '\r', 'y');
    expect(clipboard).toEqual(['begin here\nmiddle\nend there\nr1#']);
  });

  it('says what is missing, and is left with Esc', async () => {
    const tui = await lab();
    await tui.press(`${PREFIX}]`);
    expect(tui.rows[22]).toContain('Nothing has been copied yet.');
    await tui.press(`${PREFIX}[`, '\r');
    expect(tui.rows[22]).toContain('Press Space where the copy begins.');
    await tui.press(' ', '\x1b');
    await tui.pass(100);
    expect(tui.rows[23]).toContain('Space mark');
    await tui.press('\x1b');
    await tui.pass(100);
    await tui.press('x');
    expect([clipboard, r1.got]).toEqual([[], ['x']]);
  });

  it('reaches every line there is, with its own cursor in sight', async () => {
    const tui = await lab();
    await say(tui, ...numbered(200));
    await tui.press(`${PREFIX}[`, 'g');
    expect(tui.rows[1]).toBe('Welcome to r1');
    expect(tui.cursor).toEqual({ x: 0, y: 1 });
    await tui.press('\x1b[6~', '\x04', '\x15', 'G');
    expect(tui.rows[21]).toBe('line 200');
    expect(tui.cursor).toEqual({ x: 0, y: 21 });
    await tui.press('k'.repeat(30));
    expect(tui.rows[1]).toBe('line 170');
    expect(tui.cursor.y).toBe(1);
  });

  it('keeps what is too long for a clipboard all the same', async () => {
    const tui = await lab();
    for (let part = 0; part < 30; part++) r1.say(`\r\n${'x'.repeat(70)} ${numbered(300).join('\r\n')}`);
    await tui.pass(100);
    await tui.press(`${PREFIX}[`, 'g', 'V', 'G', 'y');
    expect(clipboard).toEqual([]);
    expect(tui.rows[22]).toContain('too many for the clipboard');
    await tui.press(`${PREFIX}]`);
    expect(r1.got[0]?.split('\r').length).toBeGreaterThan(6000);
  });

  it('goes on when older lines are kept no longer', async () => {
    const tui = await lab();
    await say(tui, ...numbered(100));
    await tui.press(`${PREFIX}[`, 'g', ' ');
    for (let part = 0; part < 11; part++) r1.say(`\r\n${numbered(1000).join('\r\n')}`);
    await tui.pass(100);
    await tui.press('j', '$', 'y');
    expect(clipboard[0]?.split('\n').length).toBeLessThanOrEqual(2);
    await tui.press('x');
    expect(tui.rows[21]).toBe('line 1000x');
  });
});

describe('of a text', () => {
  const buffer = (columns: number, text: string): ScreenBuffer => {
    const made = new ScreenBuffer(columns, 5, 1000);
    made.write(text.replaceAll('\n', '\r\n'));
    return made;
  };

  it('search finds what a search in the text as it was printed finds', () => {
    const words = fc.stringMatching(/^[abAB .]{1,3}$/);
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[abAB .]{0,30}$/), { maxLength: 12 }),
        words,
        fc.integer({ min: 1, max: 12 }),
        (lines, word, columns) => {
          // Blanks at the ends of lines are not kept.
          const kept = lines.map((line) => line.trimEnd());
          const text = kept.join('\n').toLowerCase();
          const expected = word === '' ? 0 : text.split(word.toLowerCase()).length - 1;
          expect(findAll(buffer(columns, kept.join('\n')), word).length).toBe(expected);
        },
      ),
    );
  });

  it('copying all gives it back, however it was wrapped', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^([!-~]( ?[!-~é])*|[漢a]+)$/), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 2, max: 20 }),
        (lines, columns) => {
          const made = buffer(columns, lines.join('\n'));
          const from = { line: made.first, column: 0 };
          const to = { line: made.written - 1, column: columns };
          expect(selectedText(made, { shape: 'chars', from, to })).toBe(lines.join('\n'));
          expect(selectedText(made, { shape: 'lines', from: to, to: from })).toBe(`${lines.join('\n')}\n`);
        },
      ),
    );
  });
});
