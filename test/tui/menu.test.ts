// The menu, on a terminal.

import { afterEach, describe, expect, it } from 'vitest';
import { wallDate } from '../../src/tui/lab-clock.ts';
import { F, PREFIX, TuiTest } from './screen-harness.ts';
import { ToyDesk } from './toy-desk.ts';

let tui: TuiTest;
let desk: ToyDesk;
const menu = async (columns = 80, rows = 24): Promise<void> => {
  desk = new ToyDesk();
  tui = await TuiTest.start(desk, columns, rows);
};
afterEach(() => tui.stop());

describe('the menu', () => {
  it('lists labs with title and minutes, sub-labs under theirs, and says what the chosen one is', async () => {
    await menu();
    expect(tui.alternate).toBe(true);
    expect(tui.rows.slice(0, 5)).toEqual([
      ' Labelstack    Labs 4   Saves 2',
      '▸ first-steps            First steps                                      15 min',
      '  vrf-leak               Leaking routes                                   40 min',
      '    wrong-import         Wrong import                                     10 min',
      '  torn                   torn                                            damaged',
    ]);
    expect(tui.text).toContain('Two routers and a cable.');
    expect(tui.rows[23]).toContain('Enter open');
    await tui.press('\x1b[B');
    expect(tui.rows[2]).toMatch(/^▸ vrf-leak/);
    expect(tui.text).toContain('Three VRFs.');
  });

  it('lists saves with lab, lab time and date, and says what is wrong with a damaged one', async () => {
    await menu();
    await tui.press('\t');
    expect(tui.rows[1]).toBe(
      `▸ night                  first-steps                  00:12:34  ${wallDate(1_700_000_000_000)}`,
    );
    expect(tui.text).toContain('first-steps: First steps');
    await tui.press('j');
    expect(tui.text).toContain('damaged: saves/broken.json is empty');
    await tui.press('\r');
    expect(tui.text).toContain('This cannot be opened');
    expect(desk.opened).toEqual([]);
    await tui.press('x', 'k', '\r');
    expect(desk.opened).toEqual([{ lab: 'first-steps', save: 'night' }]);
  });

  it('opens a lab, and says why when it cannot', async () => {
    await menu();
    await tui.press('\x1b[B', '\r');
    expect(tui.text).toContain('there is no lab "vrf-leak"');
    await tui.press('\x1b', '\x1b[A');
    await tui.pass(100);
    await tui.press('\x1b[A', '\r');
    expect(tui.rows[1]).toBe('Welcome to r1');
  });

  it('filters as told, and shows all again', async () => {
    await menu();
    await tui.press('/', 'import', '\r');
    expect(tui.rows[0]).toContain('only "import"');
    expect(tui.rows.slice(1, 3).map((row) => row.slice(0, 20).trim())).toEqual(['▸   wrong-import', '']);
    await tui.press('\x1b');
    await tui.pass(100);
    expect(tui.rows[2]).toContain('vrf-leak');
    await tui.press('/', 'nosuch', '\r');
    expect(tui.rows[1]).toBe(' Nothing has that in its name.');
  });

  it('keeps the chosen one in sight in a long list', async () => {
    await menu(80, 16);
    desk.labList = Array.from({ length: 50 }, (_, index) => ({
      id: `lab${index}`,
      title: `Lab ${index}`,
      summary: '',
      minutes: 5,
    }));
    await tui.press('r');
    expect(tui.rows[0]).toContain('Labs 50');
    await tui.press('\x1b[F');
    expect(tui.text).toContain('▸ lab49');
    await tui.press('\x1b[5~');
    expect(tui.text).toContain('▸ lab43');
    await tui.press('\x1b[H');
    expect(tui.rows[1]).toContain('▸ lab0');
  });

  it('shows its keys', async () => {
    await menu();
    await tui.press(F(1));
    expect(tui.text).toContain('Everything you type goes to the router in sight');
    await tui.press('\x1b[F');
    expect(tui.text).toContain('leave the program');
    await tui.press('q');
    expect(tui.rows[1]).toContain('first-steps');
    expect(tui.exitCode).toBeUndefined();
  });

  it.each([['q'], ['\x03'], [F(10)], [`${PREFIX}q`]])('leaves on %j, and leaves the terminal clean', async (key) => {
    await menu();
    await tui.press(key);
    expect(tui.exitCode).toBe(0);
    expect(tui.alternate).toBe(false);
    expect(tui.keyboard.raw).toBe(false);
    expect(tui.keyboard.listenerCount('data')).toBe(0);
    expect(tui.timing.waiting).toBe(0);
  });
});
