// What holds for all keys: cutting changes nothing, the screen shows the line, nothing is lost, nothing throws.

import xterm from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRng } from '../../src/base/rng.ts';
import { keyBytes } from '../../src/cli/keys.ts';
import { TinyTerminal } from '../harness/tiny-terminal.ts';
import { Session, type ToyOptions } from './toy-shell.ts';

const bytes = (name: string): string => keyBytes(name) ?? name;

const EDITING = [
  ...['a', 'b', ' ', 'long-word-', 'é', '?', 'interface GigabitEthernet0/1 '],
  ...['left', 'right', 'home', 'up', 'down', 'backspace', 'delete', 'tab', 'enter', 'esc-b', 'esc-f', 'esc-d', 'esc-y'],
  ...[...'abcdefklnprtuwxyz'].map((letter) => `ctrl-${letter}`),
  ...['esc-c', 'esc-u', 'esc-l', 'esc-/', 'ctrl-v', 'f5'],
].map(bytes);
const COMMANDS = [
  'lines 30',
  'ask',
  'password',
  'key',
  'collect',
  'run',
  'prefill ab',
  'exit',
  'configure',
  'held',
].map((line) => `${line}\r`);
const ANYTHING = [
  ...EDITING,
  ...COMMANDS,
  ...[
    'q',
    '/',
    '+',
    'g',
    'G',
    'm',
    'c',
    's',
    'H',
    'n',
    '#',
    '\x1b',
    '\x1b[',
    '1',
    ';',
    '~',
    '\0',
    '\n',
    '\x1e',
    '\ud83d',
  ],
  '\x1b[200~show version\rno\x1b[201~',
];

const options = (vendor: 'ios' | 'junos', width: number): ToyOptions => ({
  vendor,
  width,
  pageLength: 8,
  words: ['configure', 'lines', 'a'],
});
const styles = fc.constantFrom<'ios' | 'junos'>('ios', 'junos');

/** All that can be seen of a session. */
const seen = (session: Session): unknown => ({
  written: session.written.reduce(
    (text, part, i, all) => `${text}${all[i - 1]?.kind === part.kind ? '' : `<${part.kind}>`}${part.text}`,
    '',
  ),
  state: session.vty.state,
  line: session.vty.line,
  entered: session.shell.entered,
  heard: session.shell.heard,
  ended: session.shell.ended,
});

it('writes the same however the keys are cut', () => {
  const keys = fc.array(fc.constantFrom(...ANYTHING), { maxLength: 60 });
  fc.assert(
    fc.property(styles, keys, fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (vendor, pieces, cuts) => {
      const text = pieces.join('');
      const whole = new Session(options(vendor, 50));
      whole.vty.keys(text);
      const cut = new Session(options(vendor, 50));
      for (let at = 0, i = 0; at < text.length; i++) {
        const length = cuts[i % cuts.length] as number;
        cut.vty.keys(text.slice(at, at + length));
        at += length;
      }
      expect(seen(cut)).toEqual(seen(whole));
    }),
    { numRuns: 300 },
  );
});

describe('the screen shows prompt and line, the cursor where the editor has it', () => {
  const check = (vendor: 'ios' | 'junos', width: number, pieces: readonly string[]): void => {
    const columns = width === 0 ? 4000 : width;
    const session = new Session(options(vendor, width));
    const terminal = new TinyTerminal(columns);
    for (const piece of ['', ...pieces]) {
      session.vty.keys(piece);
      terminal.write(session.take());
      const line = session.vty.line;
      if (line === undefined || session.vty.state !== 'prompt') continue;
      const { prompt, cells, cursor } = line.shown;
      expect(terminal.row).toBe(`${prompt}${cells}`.trimEnd());
      expect(terminal.column).toBe(prompt.length + cursor);
      expect(prompt.length + cells.length).toBeLessThanOrEqual(columns);
    }
  };
  it.each([
    ['ios', 40],
    ['ios', 80],
    ['ios', 24],
    ['junos', 40],
    ['junos', 80],
    ['ios', 0],
    ['junos', 0],
  ] as const)('%s, width %i', (vendor, width) => {
    const keys = fc.array(fc.constantFrom(...EDITING), { maxLength: 80 });
    fc.assert(
      fc.property(keys, (pieces) => check(vendor, width, pieces)),
      { numRuns: 150 },
    );
  });

  it('and what it shows is the line, but for what is under the marks', () => {
    const keys = fc.array(fc.constantFrom(...EDITING.filter((key) => key !== '\x16' && key !== '\x12')), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(styles, keys, (vendor, pieces) => {
        const session = new Session(options(vendor, 40));
        session.vty.keys(pieces.join(''));
        const line = session.vty.line;
        if (line === undefined) return;
        const { cells, cursor } = line.shown;
        const mark = vendor === 'ios' ? '$' : '...';
        const left = cells.startsWith(mark) ? mark.length : 0;
        const right = cells.endsWith(mark) && cells.length > mark.length ? mark.length : 0;
        const start = line.cursor - cursor + left;
        const inside = cells.slice(left, cells.length - right);
        expect(line.text.slice(start, start + inside.length)).toBe(inside);
        expect(left > 0).toBe(line.cursor > cursor);
        expect(right > 0).toBe(start + inside.length < line.text.length);
        // The cursor is never on a mark.
        expect(cursor).toBeGreaterThanOrEqual(left);
        expect(cursor).toBeLessThanOrEqual(cells.length - right);
      }),
      { numRuns: 300 },
    );
  });
});

it('draws on a real terminal what it draws on the tiny one', async () => {
  const rng = makeRng(7);
  const session = new Session(options('junos', 50));
  for (let i = 0; i < 3000; i++) session.vty.keys(ANYTHING[rng.below(ANYTHING.length)] as string);
  const tiny = new TinyTerminal(50);
  tiny.write(session.all);
  const real = new xterm.Terminal({ cols: 50, rows: 24, scrollback: 100_000, allowProposedApi: true });
  await new Promise<void>((resolve) => real.write(session.all, resolve));
  const buffer = real.buffer.active;
  const rows = Array.from({ length: tiny.rows.length }, (_, i) => buffer.getLine(i)?.translateToString(true).trimEnd());
  expect(rows).toEqual(tiny.rows);
  expect(buffer.cursorX).toBe(tiny.column);
});

it('survives 100,000 random keys', () => {
  const rng = makeRng(20_260_301);
  for (const vendor of ['ios', 'junos'] as const) {
    const session = new Session({ ...options(vendor, 60), login: true });
    for (let i = 0; i < 50_000; i++) {
      session.vty.keys(ANYTHING[rng.below(ANYTHING.length)] as string);
      if (rng.below(50) === 0) session.vty.notify(['%SYS-5-NOTE']);
      if (rng.below(200) === 0) session.shell.done?.();
      if (rng.below(500) === 0) session.vty.resize(1 + rng.below(60), 1 + rng.below(200));
      if (session.written.length > 1000) session.written.length = 0;
    }
    // It still works: whatever was open is closed, and a line is entered.
    for (let i = 0; session.vty.state !== 'prompt' && i < 20; i++) session.press('enter', 'q', 'ctrl-c', '#', 'enter');
    session.press('ctrl-c', 'still here', 'enter');
    expect(session.shell.entered.at(-1)?.trim()).toBe('still here');
  }
});

describe('a paste', () => {
  it('of 1,000 lines loses nothing', () => {
    const session = new Session({ vendor: 'junos', width: 80 });
    const lines = Array.from(
      { length: 1000 },
      (_, i) => `set interfaces ge-0/0/${i} description "port ${i}, to nobody"`,
    );
    session.vty.keys(`\x1b[200~${lines.join('\n')}\n\x1b[201~`);
    expect(session.shell.entered.map((line) => line.trimEnd())).toEqual(lines);
  });

  it('of a megabyte is taken key by key, none twice', () => {
    const session = new Session({ vendor: 'ios', width: 0 });
    const line = 'x'.repeat(199);
    session.vty.keys(`${line}\r`.repeat(5000));
    expect(session.shell.entered).toHaveLength(5000);
    expect(session.shell.entered.every((entered) => entered === line)).toBe(true);
    // Linear: a line costs a prompt, an echo, a new line, its output.
    expect(session.written.length).toBeLessThanOrEqual(4 * 5000 + 1);
  });

  it('of a megabyte while something runs waits and is typed then', () => {
    const session = new Session({ vendor: 'ios', width: 80 });
    session.vty.keys('run\r');
    for (let i = 0; i < 100; i++) session.vty.keys(`${'y'.repeat(99)}\r`.repeat(100));
    expect(session.shell.entered).toEqual(['run']);
    session.shell.done?.();
    expect(session.shell.entered).toHaveLength(10_001);
  });

  it('of one endless line rings, and the line is what fits', () => {
    const session = new Session({ vendor: 'ios', width: 80 });
    session.vty.keys('z'.repeat(100_000));
    expect(session.vty.line?.text).toBe('z'.repeat(254));
    expect(session.all.match(/\x07/g)).toHaveLength(100_000 - 254);
  });

  it('of text to be collected is collected', () => {
    const session = new Session({ vendor: 'junos', width: 80 });
    session.vty.keys('collect\r');
    const lines = Array.from({ length: 20_000 }, (_, i) => `\tset system host-name R${i} ?`);
    session.vty.keys(`${lines.join('\r\n')}\r\n\x04`);
    expect(JSON.parse(session.shell.heard[0] as string)).toEqual(lines);
  });
});
