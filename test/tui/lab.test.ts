// The lab screen, on a terminal: consoles, tabs, tasks, map, time.

import { afterEach, describe, expect, it } from 'vitest';
import { F, PREFIX, TuiTest } from './screen-harness.ts';
import { type ToyConsole, ToyDesk, type ToySitting } from './toy-desk.ts';

let tui: TuiTest;
let desk: ToyDesk;
let sitting: ToySitting;
let r1: ToyConsole;
let j2: ToyConsole;

async function lab(columns = 80, rows = 24, change: (sitting: ToySitting) => void = () => {}): Promise<void> {
  desk = new ToyDesk();
  sitting = desk.sitting;
  r1 = sitting.console('r1');
  j2 = sitting.console('j2');
  change(sitting);
  tui = await TuiTest.start(desk, columns, rows, { straight: { lab: 'first-steps' } });
}
afterEach(() => tui.stop());

describe('a console', () => {
  it('shows what it prints, and where its cursor is', async () => {
    await lab();
    expect(tui.rows.slice(0, 3)).toEqual([' 1 r1  2 j2', 'Welcome to r1', 'r1>']);
    expect(tui.cursor).toEqual({ x: 3, y: 2 });
    expect(r1.size).toEqual([21, 80]);
    await tui.press('show ip\r');
    expect(tui.rows.slice(2, 5)).toEqual(['r1>show ip', 'you said so', 'r1>']);
    expect(tui.cursor).toEqual({ x: 3, y: 4 });
  });

  it('gets every key that is not the program’s, untouched and at once', async () => {
    await lab();
    const keys = ['a', '?', '\t', '\x01', '\x1a', '\x03', '\x1e', '\x7f', '\x1b[A', '\x1bb', '\x1b[3~', '\r', 'é'];
    await tui.press(...keys);
    expect(r1.got).toEqual(keys);
    await tui.press(`${PREFIX}${PREFIX}`);
    expect(r1.got.at(-1)).toBe('\x1d');
    await tui.press('\x1b[200~two\rlines\x1dq\x1b[201~');
    expect(r1.got.at(-1)).toBe('\x1b[200~two\rlines\x1dq\x1b[201~');
    expect(tui.exitCode).toBeUndefined();
  });

  it('draws an echo at once, and what comes by itself soon', async () => {
    await lab();
    await tui.press('x');
    expect(tui.rows[2]).toBe('r1>x');
    r1.say('\r\nnews');
    await tui.flush();
    expect(tui.text).not.toContain('news');
    await tui.pass(70);
    expect(tui.text).toContain('news');
  });

  it('keeps its own older lines, and returns to the end when somebody types', async () => {
    await lab();
    for (let line = 1; line <= 100; line++) r1.say(`\r\nline ${line}`);
    await tui.pass(100);
    expect(tui.rows[21]).toBe('line 100');
    await tui.press('\x1b[5~');
    expect(tui.rows[21]).toBe('line 80');
    expect(tui.rows[22]).toContain('20 lines up');
    r1.say('\r\nline 101');
    await tui.pass(100);
    expect(tui.rows[21]).toBe('line 80');
    await tui.press('\x1b[<64;5;5M');
    expect(tui.rows[21]).toBe('line 77');
    await tui.press('\x1b[<65;5;5M', '\x1b[6~');
    expect(tui.rows[21]).toBe('line 100');
    await tui.press('x');
    expect(tui.rows[21]).toBe('line 101x');
    expect(r1.got).toEqual(['x']);
  });

  it('rings the bell of the one in sight', async () => {
    await lab();
    const bells = (): number => tui.output.all.split('\x07').length - 1;
    r1.say('\x07');
    await tui.flush();
    expect(bells()).toBe(1);
    j2.say('\x07');
    await tui.flush();
    expect(bells()).toBe(1);
  });

  it('goes on where a save left it', async () => {
    await lab(80, 24, (toy) => {
      toy.console('r1').before = 'what was\r\nr1#show i';
      toy.console('r1').open = () => {};
    });
    expect(tui.rows.slice(1, 3)).toEqual(['what was', 'r1#show i']);
    expect(tui.cursor).toEqual({ x: 9, y: 2 });
  });
});

describe('tabs', () => {
  it.each([
    ['Alt-2', '\x1b2'],
    ['prefix 2', `${PREFIX}2`],
    ['prefix n', `${PREFIX}n`],
    ['prefix p', `${PREFIX}p`],
  ])('%s goes to the other device', async (_, key) => {
    await lab();
    await tui.press(key, 'x');
    expect(tui.rows.slice(1, 3)).toEqual(['Welcome to j2', 'j2>x']);
    expect([r1.got, j2.got]).toEqual([[], ['x']]);
    await tui.press('\x1b9');
    expect(j2.got).toEqual(['x']);
  });

  it('mark a console that printed since somebody looked', async () => {
    await lab();
    j2.say('%LINK-3-UPDOWN');
    await tui.pass(100);
    expect(tui.rows[0]).toBe(' 1 r1  2 j2●');
    await tui.press('\x1b2', '\x1b1');
    expect(tui.rows[0]).toBe(' 1 r1  2 j2');
    r1.say('here');
    await tui.pass(100);
    await tui.press('\x1b2');
    expect(tui.rows[0]).toBe(' 1 r1  2 j2');
  });

  it('say which device is switched off', async () => {
    await lab();
    sitting.deviceFacts = sitting.deviceFacts.map((one) => ({ ...one, powered: one.name !== 'j2' }));
    sitting.tell();
    await tui.pass(400);
    expect(tui.rows[0]).toBe(' 1 r1  2 j2 off');
  });
});

describe('time', () => {
  it('shows on the status bar, redrawn only when its text changes', async () => {
    await lab();
    expect(tui.rows[22]).toBe(' 00:12:34 ×1 │ r1 │ not saved │ first-steps');
    const before = tui.output.written;
    await tui.pass(5000);
    expect(tui.output.written - before).toBeLessThan(12);
    expect(tui.output.all.split('00:12:34').length - 1).toBe(1);
    sitting.now = (sitting.now + 1_000_000) as typeof sitting.now;
    await tui.pass(400);
    expect(tui.rows[22]).toContain('00:12:35');
  });

  it('stands still without a timer when it is paused', async () => {
    await lab();
    await tui.press(F(5));
    expect(sitting.paused).toBe(true);
    expect(tui.rows[22]).toContain('paused');
    await tui.pass(1000);
    expect(tui.timing.waiting).toBe(0);
    await tui.press(`${PREFIX} `);
    expect(sitting.paused).toBe(false);
  });

  it('goes faster and slower, and one step', async () => {
    await lab();
    await tui.press(F(6));
    expect(tui.rows[22]).toContain('×10');
    await tui.press(`${PREFIX}+`);
    expect(sitting.speed).toBe(100);
    await tui.press(`${PREFIX}-`);
    expect(sitting.speed).toBe(10);
    await tui.press(F(8));
    expect(tui.rows[22]).toContain('00:12:35 paused');
  });

  it('runs until nothing changes, and says how far that is', async () => {
    await lab();
    await tui.press(F(7));
    expect(sitting.settling).toBe(true);
    expect(tui.rows[21]).toMatch(/^ Running until nothing changes: quiet for 12 of 30 s, F7 stops █+░+$/);
    await tui.press('x');
    expect(r1.got).toEqual(['x']);
    await tui.press(F(7));
    expect(sitting.settling).toBe(false);
    expect(tui.text).not.toContain('Running until');
    await tui.press(F(7));
    sitting.settling = false;
    sitting.settled(true);
    await tui.flush();
    await tui.pass(400);
    expect(tui.rows[22]).toContain('Nothing changes any more.');
  });
});

describe('tasks', () => {
  it('open, are read while typing, and close', async () => {
    await lab();
    await tui.press(F(2));
    expect(tui.rows[13]).toContain('Tasks 0/2, points 0/3');
    expect(tui.text).toContain('✗ r1 reaches j2');
    expect(tui.text).toContain('no answer from 10.0.0.2');
    expect(r1.size).toEqual([12, 80]);
    await tui.press('x');
    expect(r1.got).toEqual([]);
    await tui.press('\x1b');
    await tui.pass(100);
    await tui.press('x');
    expect(r1.got).toEqual(['x']);
    expect(tui.text).toContain('Tasks 0/2');
    await tui.press(F(2), F(2));
    expect(tui.text).not.toContain('Tasks 0/2');
    expect(r1.size).toEqual([21, 80]);
  });

  it('give one hint at a time', async () => {
    await lab(80, 40);
    await tui.press(F(2));
    expect(tui.text).toContain('2 hints left');
    expect(tui.text).not.toContain('What is an address?');
    await tui.press('h');
    expect(tui.text).toContain('hint 1: What is an address?');
    expect(tui.text).toContain('1 hint left');
    expect(tui.text).not.toContain('255.255.255.252');
    await tui.press('h', 'h');
    expect(tui.text).toContain('hint 2: ip address 10.0.0.1 255.255.255.252');
    expect(tui.text).toContain('That was the last hint.');
  });

  it('are checked when asked, and tell when one is done', async () => {
    await lab(80, 40);
    await tui.press(F(2), 'c');
    expect(sitting.graded).toBe(1);
    expect(tui.text).toContain('1 of 2 tasks are done.');
    expect(tui.text).toContain('Tasks 1/2, points 2/3');
    sitting.passed = 'failed';
    sitting.tell();
    await tui.pass(300);
    sitting.passed = 'passed';
    sitting.tell();
    await tui.pass(300);
    expect(tui.text).toContain('Done: Make them talk');
  });

  it('unfold one after the other, and turn to the guide', async () => {
    await lab(80, 40);
    await tui.press(F(2), 'n');
    expect(tui.text).toContain('▸? 2 And then rest');
    expect(tui.text).not.toContain('255.255.255.252');
    await tui.press('p');
    expect(tui.text).toContain('▸○ 1 Make them talk');
    await tui.press('g');
    expect(tui.text).toContain('Read this first.');
    expect(tui.text).toContain('• one thing');
    await tui.press('g');
    expect(tui.text).toContain('Make them talk');
  });

  it('stand beside the console where 80 columns remain for it', async () => {
    await lab(130, 40);
    await tui.press(F(2));
    expect(tui.rows[1]).toMatch(/^Welcome to r1 +│─ Tasks 0\/2/);
    expect(r1.size).toEqual([37, 80]);
  });

  it('cover it where there is no room, and Esc uncovers it', async () => {
    await lab(60, 12);
    await tui.press(F(2));
    expect(tui.rows[1]).toContain('Tasks 0/2');
    expect(tui.text).not.toContain('Welcome');
    await tui.press('\x1b[6~', '\x1b[6~');
    expect(tui.text).toContain('And then rest');
    await tui.press('\x1b');
    await tui.pass(100);
    expect(tui.rows[1]).toBe('Welcome to r1');
    expect(r1.sizes).toEqual([]);
  });
});

describe('the map', () => {
  it('shows devices and cables, up and down, and follows what happens', async () => {
    await lab();
    await tui.press(F(3));
    expect(tui.text).toContain('│ r1 │─Gi0/0─');
    expect(tui.text).toContain('╌Gi0/1╌');
    expect(tui.text).toContain('device r1 ios, cables 2');
    sitting.states.set('r1-j2', 'down');
    sitting.tell();
    await tui.pass(400);
    expect(tui.text).toContain('│ r1 │╌Gi0/0╌');
  });

  it('cuts the chosen cable after asking, and mends it', async () => {
    await lab();
    await tui.press(F(3), 'c');
    expect(tui.text).toContain('Choose a cable with Tab first.');
    await tui.press('\t', 'c');
    expect(tui.text).toContain('Cut this cable?');
    await tui.press('\x1b');
    await tui.pass(100);
    expect(sitting.states.get('r1-j2')).toBe('up');
    await tui.press('c', 'y');
    expect(sitting.states.get('r1-j2')).toBe('cut');
    expect(tui.text).toContain('✕');
    expect(tui.text).toContain('Cut: r1 Gi0/0 – j2 ge-0/0/0');
    await tui.press('c');
    expect(sitting.states.get('r1-j2')).toBe('up');
    await tui.press('\t', 'c', '\r');
    expect(sitting.states.get('second')).toBe('cut');
  });

  it('takes keys that come together one after the other', async () => {
    await lab();
    await tui.press(F(3), '\tcy');
    expect(sitting.states.get('r1-j2')).toBe('cut');
    await tui.press('\rshow');
    expect(r1.got).toEqual(['show']);
  });

  it('goes to the console of the chosen device', async () => {
    await lab();
    await tui.press(F(3), '\x1b[C');
    expect(tui.text).toContain('device j2 junos');
    await tui.press('\r', 'x');
    expect(tui.rows[1]).toBe('Welcome to j2');
    expect(j2.got).toEqual(['x']);
  });

  it('is a list where it does not fit, or when asked', async () => {
    await lab();
    await tui.press(F(3), 'l', '\t');
    expect(tui.text).toContain('▸ up   r1 Gi0/0 – j2 ge-0/0/0 r1-j2');
    expect(tui.text).toContain('  down r1 Gi0/1 – j2 ge-0/0/1 second');
    await tui.press('\x1b[B');
    expect(tui.text).toContain('▸ down r1 Gi0/1');
    await tui.press(F(3));
    expect(tui.rows[1]).toBe('Welcome to r1');
  });
});

it('draws with ASCII alone where the locale has nothing else', async () => {
  desk = new ToyDesk();
  tui = await TuiTest.start(desk, 80, 24, { straight: { lab: 'first-steps' }, env: { LANG: 'C', TERM: 'xterm' } });
  await tui.press(F(2), 'h', 'g', 'g', F(3), '\t', 'c');
  expect(tui.text).toContain('Cut this cable?');
  await tui.press('y', F(7), F(1));
  for (const row of tui.rows) expect(row).toMatch(/^[ -~]*$/);
});

it('has no colours with NO_COLOR', async () => {
  desk = new ToyDesk();
  const env = { LANG: 'C.UTF-8', TERM: 'xterm', NO_COLOR: '1' };
  tui = await TuiTest.start(desk, 80, 24, { straight: { lab: 'first-steps' }, env });
  desk.sitting.console('r1').say('\x1b[31mred\x1b[0m');
  await tui.pass(100);
  await tui.press(F(2), F(3), '\t', 'c', 'y', F(1));
  expect(tui.text).toContain('Keys');
  expect(tui.output.all).not.toMatch(/\x1b\[[\d;]*\b(3[0-7]|4[0-7]|9[0-7]|10[0-7])m/);
});

it('says how a save was opened when there is something to say', async () => {
  await lab(80, 24, (toy) => {
    toy.notes = ['The program has changed since this save was written.'];
  });
  expect(tui.text).toContain('The program has changed');
  await tui.press('\r');
  expect(tui.rows[1]).toBe('Welcome to r1');
});

it('gives the mouse to the terminal and takes it back', async () => {
  await lab();
  expect(tui.output.all).toContain('\x1b[?1000h\x1b[?1006h');
  await tui.press(`${PREFIX}M`);
  expect(tui.output.all).toContain('\x1b[?1006l\x1b[?1000l');
  expect(tui.text).toContain('select text with it');
});

it('shows what may follow the prefix, and what it did not understand', async () => {
  await lab();
  await tui.press(PREFIX);
  expect(tui.rows[23]).toContain('/ search');
  await tui.press('j');
  expect(tui.rows[22]).toContain('Ctrl-] j means nothing');
  expect(tui.rows[23]).toContain('F2 tasks');
  expect(r1.got).toEqual([]);
});

it('has another key of its own when told so', async () => {
  desk = new ToyDesk();
  tui = await TuiTest.start(desk, 80, 24, { straight: { lab: 'first-steps' }, prefix: 'ctrl-o' });
  expect(tui.rows[23]).toContain('Ctrl-O more');
  await tui.press('\x1d', '\x0f2');
  expect(desk.sitting.console('r1').got).toEqual(['\x1d']);
  expect(tui.rows[1]).toBe('Welcome to j2');
  await tui.press('\x0fq');
  expect(tui.exitCode).toBe(0);
});
