// However the program ends, the terminal is as it was. On a real pseudo-terminal, with the real process.

import { describe, expect, it } from 'vitest';
import { PtyRun, toyProgram } from './pty-harness.ts';

const start = async (): Promise<PtyRun> => new PtyRun(await toyProgram(), ['lab']);

/** The screen the user came from, with nothing left switched on. */
function expectClean(run: PtyRun): void {
  expect(run.all).toContain('\x1b[?1049h');
  expect(run.alternate).toBe(false);
  expect(run.modesLeftOn).toEqual([]);
  expect(run.cursorShown).toBe(true);
}

describe('on a terminal', () => {
  it('starts, echoes, follows the size, and leaves', async () => {
    const run = await start();
    await run.shows('Welcome to r1');
    run.type('show ip?');
    await run.shows('r1>show ip?');
    // Ctrl-Z and Ctrl-C are the router's.
    run.type('\x1a\x03');
    run.resize(100, 30);
    await run.shows(/\n 00:12:34.*\n.*F1 help/);
    run.type('\x1dq');
    const { exitCode } = await run.ended;
    expect(exitCode).toBe(0);
    expectClean(run);
    expect(run.text.trim()).toBe('left with 0');
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ])('leaves clean on %s', async (signal, code) => {
    const run = await start();
    await run.shows('Welcome to r1');
    run.signal(signal);
    expect((await run.ended).exitCode).toBe(code);
    expectClean(run);
  });

  it.each([
    ['in a key', 'X', 'thrown at a key'],
    ['in a promise', 'P', 'thrown in a promise'],
    ['while drawing', 'R', 'thrown while drawing'],
  ])('leaves clean when something throws %s, and says what', async (_, key, words) => {
    const run = await start();
    await run.shows('Welcome to r1');
    run.type(key);
    expect((await run.ended).exitCode).toBe(3);
    expectClean(run);
    expect(run.text).toContain(words);
    expect(run.text).toContain('Nothing is lost.');
    expect(run.all).not.toContain('OUT OF TURN');
  });

  it('keeps stray lines off the screen, and tells them at the end', async () => {
    const run = await start();
    await run.shows('Welcome to r1');
    run.type('L');
    await run.shows('r1>L');
    expect(run.text).not.toContain('a stray line');
    run.type('\x1dq');
    await run.ended;
    expectClean(run);
    expect(run.text).toContain('a stray line');
  });
});
