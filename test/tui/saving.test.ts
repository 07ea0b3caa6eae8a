// Saving and leaving: nothing is lost without a question.

import { afterEach, describe, expect, it } from 'vitest';
import { F, PREFIX, TuiTest } from './screen-harness.ts';
import { ToyDesk, type ToySitting } from './toy-desk.ts';

let tui: TuiTest;
let sitting: ToySitting;

async function lab(straight = false): Promise<void> {
  const desk = new ToyDesk();
  sitting = desk.sitting;
  tui = await TuiTest.start(desk, 80, 24, straight ? { straight: { lab: 'first-steps' } } : {});
  if (!straight) await tui.press('\r');
}
afterEach(() => tui.stop());

describe('saving', () => {
  it('asks for a name the first time, then no more', async () => {
    await lab();
    await tui.press(F(9));
    expect(tui.text).toContain('> first-steps');
    await tui.press('-2', '\r');
    expect(sitting.written).toEqual(['first-steps-2']);
    expect(tui.rows[22]).toContain('Saved as first-steps-2.');
    sitting.isDirty = true;
    await tui.press('x');
    expect(tui.rows[22]).toContain('first-steps-2*');
    await tui.press(`${PREFIX}s`);
    expect(sitting.written).toEqual(['first-steps-2', 'first-steps-2']);
  });

  it('edits the name as people do, also when keys come together', async () => {
    await lab();
    await tui.press(F(9), '\x7f'.repeat(11), 'abc', '\x1b[D\x1b[D', 'X', '\r');
    expect(sitting.written).toEqual(['aXbc']);
    await tui.press(`${PREFIX}S`, '\x7f\x7f\x7f\x7fone\x01\x02\ttwo\r');
    expect(sitting.written.at(-1)).toBe('onetwo');
    await tui.press(`${PREFIX}S`, '\x7f'.repeat(6), '\x1b[200~pas\rted\x1b[201~', '\r');
    expect(sitting.written.at(-1)).toBe('pasted');
  });

  it('asks before it writes over another save', async () => {
    await lab();
    await tui.press(`${PREFIX}S`, '\x7f'.repeat(11), 'night', '\r');
    expect(tui.text).toContain('There is a save "night" already.');
    await tui.press('n', '-2', '\r');
    expect(sitting.written).toEqual(['night-2']);
    await tui.press(`${PREFIX}S`, '\x7f\x7f', '\r', 'y');
    expect(sitting.written).toEqual(['night-2', 'night']);
  });

  it('asks before it writes over what another window has saved meanwhile', async () => {
    await lab();
    await tui.press(F(9), '\r');
    sitting.elsewhere = true;
    await tui.press(F(9));
    expect(tui.text).toContain('Another window has written the save "first-steps" since it was opened here.');
    await tui.press('n', '-2', '\r');
    expect(sitting.written).toEqual(['first-steps', 'first-steps-2']);
  });

  it('says why a name cannot be, and asks again', async () => {
    await lab();
    await tui.press(F(9), '/x', '\r');
    expect(tui.text).toContain('"first-steps/x" is not a name');
    await tui.press('\x7f\x7f', '\r');
    expect(sitting.written).toEqual(['first-steps']);
  });

  it('does nothing on Esc', async () => {
    await lab();
    await tui.press(F(9), 'x', '\x1b');
    await tui.pass(100);
    expect(tui.text).not.toContain('Save as');
    await tui.press('y');
    expect(sitting.written).toEqual([]);
    expect(sitting.console('r1').got).toEqual(['y']);
  });
});

describe('leaving a lab', () => {
  it('goes to the menu at once when nothing is lost', async () => {
    await lab();
    await tui.press(F(10));
    expect(sitting.closed).toBe('left');
    expect(tui.rows[0]).toContain('Labelstack');
    expect(tui.exitCode).toBeUndefined();
  });

  it('asks otherwise: stay', async () => {
    await lab();
    sitting.isDirty = true;
    await tui.press(F(10));
    expect(tui.text).toContain('What you did since the last save is not saved.');
    await tui.press('\x1b');
    await tui.pass(100);
    expect(tui.rows[1]).toBe('Welcome to r1');
    expect(sitting.closed).toBeUndefined();
  });

  it('asks otherwise: save first', async () => {
    await lab();
    sitting.isDirty = true;
    await tui.press(F(10), 's', '\r');
    expect(sitting.written).toEqual(['first-steps']);
    expect(sitting.closed).toBe('left');
    expect(tui.rows[0]).toContain('Labelstack');
  });

  it('does not leave when saving fails', async () => {
    await lab();
    sitting.isDirty = true;
    await tui.press(F(10), '\r', '/', '\r');
    expect(tui.text).toContain('is not a name');
    expect(sitting.closed).toBeUndefined();
  });

  it('asks otherwise: without saving', async () => {
    await lab();
    sitting.isDirty = true;
    await tui.press(`${PREFIX}q`, 'd');
    expect([sitting.written, sitting.closed]).toEqual([[], 'left']);
  });

  it('ends the program when it began in the lab', async () => {
    await lab(true);
    await tui.press(F(10));
    expect([tui.exitCode, tui.alternate]).toEqual([0, false]);
  });
});
