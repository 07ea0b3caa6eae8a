// Attach mode: one console on the whole terminal, and back.

import { afterEach, describe, expect, it } from 'vitest';
import { PtyRun, toyProgram } from './pty-harness.ts';
import { F, PREFIX, TuiTest } from './screen-harness.ts';
import { type ToyConsole, ToyDesk, type ToySitting } from './toy-desk.ts';

let tui: TuiTest;
let sitting: ToySitting;
let r1: ToyConsole;

async function lab(columns = 80, rows = 24): Promise<void> {
  const desk = new ToyDesk();
  sitting = desk.sitting;
  r1 = sitting.console('r1');
  tui = await TuiTest.start(desk, columns, rows, { straight: { lab: 'first-steps' } });
}
afterEach(() => tui?.stop());

const HINT = '-- The console of r1. Ctrl-] returns to the screens. --';

describe('attached', () => {
  it('the console has the terminal, its lines in the terminal’s own scrollback', async () => {
    await lab();
    await tui.press('show\r', `${PREFIX}a`);
    expect(tui.alternate).toBe(false);
    expect(r1.size).toEqual([24, 80]);
    expect(tui.rows.slice(0, 5)).toEqual([HINT, 'Welcome to r1', 'r1>show', 'you said so', 'r1>']);
    expect(tui.cursor).toEqual({ x: 3, y: 4 });
    expect(tui.output.all.endsWith('r1>')).toBe(true);
    for (let line = 1; line <= 40; line++) r1.say(`\r\nline ${line}`);
    await tui.flush();
    expect(tui.output.terminal.buffer.active.baseY).toBe(21);
    expect(tui.rows[23]).toBe('line 40');
  });

  it('gets every key as it is, and prints what comes by itself at once', async () => {
    await lab();
    await tui.press(F(4));
    const keys = ['a', '?', '\t', '\x01', '\x03', '\x1b[A', F(10), '\x1b2', '\x1b[200~x\x1dy\x1b[201~'];
    await tui.press(...keys);
    expect(r1.got).toEqual(keys);
    r1.say('\r\n%LINK-3-UPDOWN: up\x07');
    await tui.flush();
    expect(tui.text).toContain('%LINK-3-UPDOWN: up');
    expect(tui.output.all.endsWith('up\x07')).toBe(true);
    sitting.console('j2').say('elsewhere');
    await tui.pass(1000);
    expect(tui.text).not.toContain('elsewhere');
  });

  it('goes back with the prefix key alone, and everything is as it was', async () => {
    await lab();
    await tui.press(`${PREFIX}=`, 'x');
    const before = tui.text;
    await tui.press(`${PREFIX}a`);
    expect(tui.alternate).toBe(false);
    await tui.press(PREFIX);
    expect(tui.alternate).toBe(true);
    expect(tui.text).toBe(before);
    await tui.press('q');
    expect(sitting.console('j2').got).toEqual(['x', 'q']);
    expect(sitting.console('j2').size).toEqual([9, 80]);
  });

  it('as often as one likes: the terminal keeps what was there', async () => {
    await lab();
    for (let round = 1; round <= 3; round++) {
      await tui.press(`${PREFIX}a`, `round ${round}`, '\r', PREFIX);
      expect(tui.alternate).toBe(true);
      expect(tui.text).toContain(`r1>round ${round}`);
    }
    await tui.press(`${PREFIX}a`);
    const buffer = tui.output.terminal.buffer.normal;
    const all = Array.from({ length: buffer.length }, (_, row) => buffer.getLine(row)?.translateToString(true) ?? '');
    expect(all.filter((line) => line === HINT).length).toBe(4);
    for (const round of ['round 1', 'round 2', 'round 3']) expect(all.join('\n')).toContain(`>${round}`);
    // Every hint stands at the beginning of a row of its own.
    expect(all.filter((line) => line.includes('The console of r1')).every((line) => line.startsWith('-- '))).toBe(true);
  });

  it('leaves the mouse to the terminal meanwhile', async () => {
    await lab();
    const mouse = (): string[] => [...tui.output.all.matchAll(/\x1b\[\?1000[hl]/g)].map(([text]) => text.slice(-1));
    await tui.press(`${PREFIX}a`, PREFIX);
    expect(mouse()).toEqual(['h', 'l', 'h']);
    await tui.press(`${PREFIX}M`, `${PREFIX}a`, PREFIX);
    expect(mouse()).toEqual(['h', 'l', 'h', 'l']);
  });

  it('tells the console the size of the terminal, and draws nothing over it', async () => {
    await lab();
    await tui.press(`${PREFIX}a`, 'x');
    const before = tui.output.all.length;
    for (const [columns, rows] of [
      [100, 30],
      [60, 20],
      [20, 8],
      [70, 25],
    ] as const) {
      tui.resizeNow(columns, rows);
      await tui.flush();
    }
    await tui.pass(1000);
    expect(tui.output.all.slice(before)).toBe('');
    expect(r1.size).toEqual([25, 70]);
    await tui.press(PREFIX);
    expect(tui.rows.slice(1, 3)).toEqual(['Welcome to r1', 'r1>x']);
    expect(tui.rows[23]).toContain('00:12:34');
    expect(r1.size).toEqual([22, 70]);
  });

  it('types to one, whoever else hears on the screens', async () => {
    await lab();
    await tui.press(`${PREFIX}t`, `${PREFIX}a`, 'x');
    expect([r1.got, sitting.console('j2').got]).toEqual([['x'], []]);
  });

  it('prints colours as they were, and puts the cursor where it belongs', async () => {
    await lab();
    r1.say('\r\n\x1b[1mbold\x1b[0m\r\nabcdef\x1b[3D');
    await tui.press(`${PREFIX}a`);
    expect(tui.output.all).toContain('\x1b[1mbold\x1b[0m');
    r1.say('X');
    await tui.flush();
    expect(tui.text).toContain('abcXef');
  });

  it('works in a window that is too small for the screens', async () => {
    await lab(20, 8);
    await tui.press(`${PREFIX}a`, 'x');
    expect(tui.alternate).toBe(false);
    expect(r1.got).toEqual(['x']);
  });
});

describe('on a terminal', { retry: 2 }, () => {
  const attached = async (): Promise<PtyRun> => {
    const run = new PtyRun(await toyProgram(), ['lab']);
    await run.shows('Welcome to r1');
    run.type('\x1da');
    await run.shows(HINT);
    expect(run.alternate).toBe(false);
    return run;
  };
  const expectClean = (run: PtyRun): void => {
    expect(run.alternate).toBe(false);
    expect(run.modesLeftOn).toEqual([]);
    expect(run.cursorShown).toBe(true);
    expect(run.text).toContain(HINT);
  };

  it('attaches, types, returns, attaches again, and leaves', async () => {
    const run = await attached();
    run.type('one\r');
    await run.shows('r1>one');
    run.type('\x1d');
    await run.shows('F1 help');
    run.type('\x1da');
    await run.shows(/r1>one[\s\S]*returns to the screens[\s\S]*r1>one/);
    run.type('two\r');
    await run.shows('r1>two');
    run.type('\x1d\x1dq');
    expect((await run.ended).exitCode).toBe(0);
    expectClean(run);
    expect(run.text.trimEnd().split('\n').at(-1)).toBe('left with 0');
  });

  it.each([
    ['SIGTERM', 143, (run: PtyRun) => run.signal('SIGTERM')],
    ['a crash', 3, (run: PtyRun) => run.type('X')],
  ])('leaves clean on %s', async (_, code, end) => {
    const run = await attached();
    run.type('typed');
    await run.shows('r1>typed');
    end(run);
    expect((await run.ended).exitCode).toBe(code);
    expectClean(run);
    // What is said at the end stands below what was there.
    expect(run.text).toMatch(/r1>typed\n(left with 143|Error: thrown at a key)/);
  });
});
