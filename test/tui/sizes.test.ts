// Every size of window, and storms of them: the screen is what it would have been at that size from the beginning.

import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { F, PREFIX, TuiTest } from './screen-harness.ts';
import { ToyDesk } from './toy-desk.ts';

const started: TuiTest[] = [];
const start = async (columns: number, rows: number, keys: readonly string[]): Promise<TuiTest> => {
  const tui = await TuiTest.start(new ToyDesk(['r1', 'j2', 'r3', 'j4']), columns, rows, {
    straight: { lab: 'first-steps' },
  });
  started.push(tui);
  await tui.press(...keys);
  await tui.pass(500);
  return tui;
};
afterEach(async () => {
  for (const tui of started.splice(0)) await tui.stop();
});

const VIEWS: readonly (readonly [string, readonly string[]])[] = [
  ['a console', ['show ip']],
  ['tasks', [F(2)]],
  ['the map', [F(3), '\t']],
  ['a question', [F(3), '\t', 'c']],
  ['a field', [F(9)]],
  ['the keys', [F(1)]],
  ['settling', [F(7)]],
  // Ctrl-C after the prefix: what a small window had to say is taken away.
  ['two panes', [`${PREFIX}|`, `${PREFIX}\x03`, 'show ip']],
  ['four panes', [`${PREFIX}#`, `${PREFIX}t`, `${PREFIX}\x03`]],
  ['panes and tasks', [`${PREFIX}=`, F(2), `${PREFIX}\x03`]],
  ['search', [`${PREFIX}=`, `${PREFIX}/`, `${PREFIX}\x03`, 'wel']],
  ['copying', [`${PREFIX}[`, 'k', ' ', 'e']],
];

describe.each(VIEWS)('%s', (_, keys) => {
  it.each([
    [80, 24],
    [200, 60],
    [40, 10],
    [60, 15],
    [20, 10],
    [1, 1],
    [3, 50],
    [200, 3],
  ])('fits %i columns and %i rows', async (columns, rows) => {
    const tui = await start(columns, rows, keys);
    // Nothing has scrolled: the frame is no higher than the window.
    expect(tui.output.terminal.buffer.active.baseY).toBe(0);
    expect(tui.exitCode).toBeUndefined();
    if (columns >= 40 && rows >= 10) expect(tui.rows.at(rows >= 16 ? -2 : -1)).toContain('00:12:34');
    else if (columns >= 10) expect(tui.text).toMatch(/Labelstack|Cut|Save|Keys/);
  });

  it('looks after a storm of sizes as it would have from the beginning', async () => {
    const size = fc.tuple(fc.integer({ min: 5, max: 160 }), fc.integer({ min: 3, max: 50 }));
    await fc.assert(
      fc.asyncProperty(fc.array(size, { minLength: 1, maxLength: 6 }), fc.boolean(), async (sizes, hurried) => {
        const tui = await start(80, 24, keys);
        for (const [columns, rows] of sizes) {
          tui.resizeNow(columns, rows);
          if (!hurried) await tui.flush();
        }
        await tui.pass(500);
        const [columns, rows] = sizes.at(-1) as [number, number];
        const fresh = await start(columns, rows, columns < 40 || rows < 10 ? [] : keys);
        if (columns >= 40 && rows >= 10) expect(tui.text).toBe(fresh.text);
        expect(tui.output.terminal.buffer.active.baseY).toBe(0);
        for (const one of started.splice(0)) await one.stop();
      }),
      {
        numRuns: 4,
        // xterm.js keeps cells that a narrower window hid, and shows them again.
        examples: [
          [
            [
              [40, 10],
              [41, 10],
            ],
            false,
          ],
        ],
      },
    );
  }, 30_000);
});

describe('a window that is too small', () => {
  it('says what it needs, types nothing, and still takes quit', async () => {
    const tui = await start(20, 10, ['x']);
    expect(tui.text.replace(/\s+/g, ' ')).toContain(
      'Labelstack needs 40 columns and 10 rows. This window has 20 and 10.',
    );
    expect(tui.program.lab?.console?.text?.line(1)).toBe('r1>');
    await tui.press(`${PREFIX}q`);
    expect(tui.exitCode).toBe(0);
  });

  it('asks its question there too', async () => {
    const desk = new ToyDesk();
    const tui = await TuiTest.start(desk, 20, 8, { straight: { lab: 'first-steps' } });
    started.push(tui);
    desk.sitting.isDirty = true;
    await tui.press(`${PREFIX}q`);
    expect(tui.text).toContain('Leave the lab?');
    await tui.press('d');
    expect(tui.exitCode).toBe(0);
  });

  it('comes back when it grows', async () => {
    const tui = await start(20, 5, []);
    tui.resizeNow(80, 24);
    await tui.pass(500);
    expect(tui.rows[1]).toBe('Welcome to r1');
    await tui.press('x');
    expect(tui.rows[2]).toBe('r1>x');
  });
});
