// Split panes, typing into several at once, jumping to what printed: on a terminal of every size.

import { afterEach, describe, expect, it } from 'vitest';
import { F, PREFIX, TuiTest } from './screen-harness.ts';
import { type ToyConsole, ToyDesk, type ToySitting } from './toy-desk.ts';

const DEVICES = ['r1', 'j2', 'r3', 'j4', 'r5'];
let tui: TuiTest;
let sitting: ToySitting;
const toy = (name: string): ToyConsole => sitting.console(name);

async function lab(columns = 80, rows = 24, devices = DEVICES): Promise<void> {
  const desk = new ToyDesk(devices);
  sitting = desk.sitting;
  tui = await TuiTest.start(desk, columns, rows, { straight: { lab: 'first-steps' } });
}
afterEach(() => tui.stop());

/** After the prefix. */
const P = (...keys: readonly string[]): string[] => keys.map((key) => `${PREFIX}${key}`);

describe('two panes at 80x24', () => {
  it('one over the other: both readable, each console told its size', async () => {
    await lab();
    await tui.press(...P('='));
    expect(tui.rows[1]).toMatch(/^─ r1 ─{70,}$/);
    expect(tui.rows.slice(2, 4)).toEqual(['Welcome to r1', 'r1>']);
    expect(tui.rows[12]).toMatch(/^─ j2 ─/);
    expect(tui.rows.slice(13, 15)).toEqual(['Welcome to j2', 'j2>']);
    expect([toy('r1').size, toy('j2').size]).toEqual([
      [10, 80],
      [9, 80],
    ]);
    await tui.press('x');
    expect(toy('j2').got).toEqual(['x']);
    expect(tui.cursor).toEqual({ x: 4, y: 14 });
    toy('r1').say('\r\nfrom itself');
    await tui.pass(100);
    expect(tui.rows[4]).toBe('from itself');
  });

  it('side by side, with a line between', async () => {
    await lab();
    await tui.press(...P('|'), 'y');
    expect(tui.rows[1]).toMatch(/^─ r1 ─{35}│─ j2 ─+$/);
    expect(tui.rows[2]).toBe(`${'Welcome to r1'.padEnd(40)}│Welcome to j2`);
    expect(tui.rows[3]).toBe(`${'r1>'.padEnd(40)}│j2>y`);
    expect(tui.rows[20]).toBe(`${''.padEnd(40)}│`);
    expect([toy('r1').size, toy('j2').size]).toEqual([
      [20, 40],
      [20, 39],
    ]);
    expect(tui.cursor).toEqual({ x: 45, y: 3 });
  });

  it('close and zoom, and the one that is left has its size again', async () => {
    await lab();
    await tui.press(...P('=', 'z'));
    expect(toy('j2').size).toEqual([21, 80]);
    expect(tui.rows[1]).toBe('Welcome to j2');
    expect(tui.rows[22]).toContain('j2 (1 of 2 panes)');
    await tui.press(...P('z', 'x'));
    expect(tui.rows.slice(1, 3)).toEqual(['Welcome to r1', 'r1>']);
    expect(toy('r1').size).toEqual([21, 80]);
    await tui.press(...P('x'));
    expect(tui.rows[1]).toBe('Welcome to r1');
  });

  it('show any device, never one twice', async () => {
    await lab();
    await tui.press(...P('='), '\x1b5');
    expect(tui.rows[12]).toMatch(/^─ r5 ─/);
    await tui.press('\x1b1');
    expect([tui.rows[1]?.slice(0, 5), tui.rows[12]?.slice(0, 5)]).toEqual(['─ r5 ', '─ r1 ']);
    await tui.press(...P('}'));
    expect([tui.rows[1]?.slice(0, 5), tui.rows[12]?.slice(0, 5)]).toEqual(['─ r1 ', '─ r5 ']);
    await tui.press('x');
    expect(toy('r1').got).toEqual(['x']);
  });

  it('stand beside tasks, too, and are covered by the map', async () => {
    await lab(180, 40);
    await tui.press(...P('='), F(2));
    expect(tui.text).toContain('Tasks 0/2');
    expect(toy('r1').size).toEqual([18, 115]);
    await tui.press(F(2), F(3));
    expect(tui.text).not.toContain('Welcome');
    await tui.press('\x1b');
    await tui.pass(100);
    expect(tui.text).toContain('Welcome to r1');
    expect(tui.text).toContain('Welcome to j2');
  });
});

describe('four panes at 200x60', () => {
  it('are all there, row by row, and arrows go from one to the other', async () => {
    await lab(200, 60);
    await tui.press(...P('#'));
    expect(tui.rows[1]).toMatch(/^─ r1 ─+│─ j2 ─+$/);
    expect(tui.rows[30]).toMatch(/^─ r3 ─+│─ j4 ─+$/);
    expect(['r1', 'j2', 'r3', 'j4'].map((name) => toy(name).size)).toEqual([
      [28, 100],
      [28, 99],
      [27, 100],
      [27, 99],
    ]);
    await tui.press(...P('\x1b[C', '\x1b[B'), 'd', ...P('\x1b[D'), 'c', ...P('\x1b[A'), 'a', ...P('\x1b[C'), 'b');
    expect(['r1', 'j2', 'r3', 'j4'].map((name) => toy(name).got)).toEqual([['a'], ['b'], ['c'], ['d']]);
    await tui.press(...P('o', 'o', 'o', 'o'), 'b');
    expect(toy('j2').got).toEqual(['b', 'b']);
  });

  it('become three when one is closed', async () => {
    await lab(200, 60);
    await tui.press(...P('#', 'x'));
    expect(tui.rows[1]).toMatch(/^─ r3 ─+│─ j2 ─+$/);
    expect(toy('r3').size).toEqual([56, 100]);
    expect(tui.rows[30]).toMatch(/│─ j4 ─+$/);
  });

  it('are as many as there are devices', async () => {
    await lab(200, 60, ['r1', 'j2', 'r3']);
    await tui.press(...P('#'));
    expect(tui.rows[1]).toMatch(/^─ r1 ─+│─ j2 ─+$/);
    expect(tui.rows[30]).toMatch(/^─ r3 ─+│$/);
    await tui.press(...P('='));
    expect(tui.rows[58]).toContain('Every console is in sight.');
  });

  it('give way to one where they have no room, and come back', async () => {
    await lab(200, 60);
    await tui.press(...P('#', 'o', 'o'));
    tui.resizeNow(70, 20);
    await tui.pass(300);
    expect(tui.rows[1]).toBe('Welcome to r3');
    expect(tui.rows[18]).toContain('r3 (1 of 4 panes)');
    expect(toy('r3').size).toEqual([17, 70]);
    tui.resizeNow(200, 60);
    await tui.pass(300);
    expect(tui.rows[30]).toMatch(/^─ r3 ─+│─ j4 ─+$/);
    expect(toy('r3').size).toEqual([27, 100]);
  });

  it('say so when they are asked for in a window that is too small', async () => {
    await lab(60, 14);
    await tui.press(...P('|'));
    expect(tui.rows[13]).toContain('The window is too small for these panes');
    expect(tui.rows[1]).toBe('Welcome to j2');
  });

  it('tell each router its last size only, however long the window is dragged', async () => {
    await lab(200, 60);
    await tui.press(...P('#'));
    const before = toy('r1').sizes.length;
    for (let step = 0; step < 40; step++) {
      tui.resizeNow(200 - step, 60 - Math.floor(step / 2));
      await tui.pass(10);
    }
    await tui.pass(300);
    expect(toy('r1').sizes.slice(before)).toEqual([[18, 80]]);
    expect(tui.output.terminal.buffer.active.baseY).toBe(0);
    expect(tui.rows[1]).toMatch(/^─ r1 ─+│─ j2 ─+$/);
  });
});

describe('the mouse wheel', () => {
  it('turns the pane under the pointer', async () => {
    await lab(80, 24);
    await tui.press(...P('='));
    for (let line = 1; line <= 50; line++) toy('r1').say(`\r\nline ${line}`);
    await tui.pass(100);
    expect(tui.rows[11]).toBe('line 50');
    await tui.press('\x1b[<64;5;5M');
    expect(tui.rows[11]).toBe('line 47');
    expect(tui.rows[1]).toContain(' r1  3 lines up ─');
    await tui.press('\x1b[<65;5;5M');
    expect(tui.rows[11]).toBe('line 50');
  });
});

describe('typing into several', () => {
  it('reaches the panes, and who hears is on the screen all the time', async () => {
    await lab();
    await tui.press(...P('=', 't'));
    expect(tui.rows[0]).toBe(' 1 r1»  2 j2»  3 r3  4 j4  5 r5');
    expect([tui.rows[1]?.slice(0, 6), tui.rows[12]?.slice(0, 6)]).toEqual(['─ r1» ', '─ j2» ']);
    expect(tui.rows[22]).toMatch(/^ » r1 j2 │ 00:12:34/);
    await tui.press('show ip\r', '\x1b[200~a\rb\x1b[201~', '\x03');
    expect(toy('r1').got).toEqual(['show ip\r', '\x1b[200~a\rb\x1b[201~', '\x03']);
    expect(toy('j2').got).toEqual(toy('r1').got);
    expect(toy('r3').got).toEqual([]);
    await tui.press(...P('t'), 'x');
    expect([toy('r1').got.length, toy('j2').got.at(-1)]).toEqual([3, 'x']);
    expect(tui.text).not.toContain('»');
  });

  it('reaches every console when there is one pane', async () => {
    await lab();
    await tui.press(...P('t'), 'x');
    expect(DEVICES.map((name) => toy(name).got)).toEqual(DEVICES.map(() => ['x']));
    expect(tui.rows[22]).toMatch(/^ » r1 j2 r3 j4 r5 │/);
  });

  it('reaches those that were picked, and only from among them', async () => {
    await lab();
    await tui.press(...P('T'), '\x1b3', ...P('T'), 'x');
    expect(DEVICES.map((name) => toy(name).got.length)).toEqual([1, 0, 1, 0, 0]);
    await tui.press('\x1b2', 'y');
    expect(DEVICES.map((name) => toy(name).got.length)).toEqual([1, 1, 1, 0, 0]);
    expect(tui.rows[22]).toMatch(/^ » r1 r3, not j2 │/);
    await tui.press('\x1b3', ...P('T'), 'z');
    expect(DEVICES.map((name) => toy(name).got.length)).toEqual([1, 1, 2, 0, 0]);
    expect(tui.rows[22]).toMatch(/^ » r1, not r3 │/);
  });

  it('counts them when their names are too long', async () => {
    await lab(40, 24);
    await tui.press(...P('t'));
    expect(tui.rows[22]).toMatch(/^ » 5 consoles │ 00:12:34/);
  });
});

describe('jumping', () => {
  it('goes from console to console that printed since somebody looked', async () => {
    await lab();
    toy('j4').say('\r\nnews');
    toy('j2').say('\r\nnews');
    await tui.pass(100);
    expect(tui.rows[0]).toBe(' 1 r1  2 j2●  3 r3  4 j4●  5 r5');
    await tui.press(...P('g'));
    expect(tui.rows[1]).toBe('Welcome to j2');
    await tui.press(...P('g'));
    expect(tui.rows[1]).toBe('Welcome to j4');
    expect(tui.rows[0]).not.toContain('●');
    await tui.press(...P('g'));
    expect(tui.rows[22]).toContain('No other console has printed anything.');
  });

  it('does not move a console that has a pane', async () => {
    await lab();
    await tui.press(...P('='));
    for (let line = 1; line <= 30; line++) toy('r1').say(`\r\nline ${line}`);
    await tui.press(...P('\x1b[A'), '\x1b[5~', ...P('\x1b[B'));
    toy('r1').say('\r\nfresh');
    await tui.pass(100);
    // It is in sight, but not what it printed.
    expect(tui.rows[1]).toContain(' r1● ');
    await tui.press(...P('g'), 'x');
    expect(tui.rows[11]).toBe('freshx');
    expect(tui.rows[12]).toMatch(/^─ j2 ─/);
  });
});

it('shows it all with ASCII alone', async () => {
  const desk = new ToyDesk(DEVICES);
  sitting = desk.sitting;
  const env = { LANG: 'C', TERM: 'xterm' };
  tui = await TuiTest.start(desk, 200, 60, { straight: { lab: 'first-steps' }, env });
  toy('r5').say('x');
  await tui.press(...P('#', 't', '/'), 'wel');
  for (const row of tui.rows) expect(row).toMatch(/^[ -~]*$/);
  expect(tui.rows[0]).toContain('1 r1&');
  expect(tui.rows[58]).toMatch(/^ & r1 j2 r3 j4 \|/);
});
