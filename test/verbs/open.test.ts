// The screens over real plays: menu, consoles, tasks, cables, saves, and what is kept when the terminal goes away.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { seconds } from '../../src/sim/time.ts';
import { Reception } from '../../src/verbs/reception.ts';
import { builtProgram } from '../harness/built.ts';
import { temporaryFolder, writeFiles } from '../harness/lab-folder.ts';
import { bed } from '../harness/program.ts';
import { ManualTiming } from '../tui/manual-timing.ts';
import { PtyRun } from '../tui/pty-harness.ts';
import { F, TuiTest } from '../tui/screen-harness.ts';
import { wallOf } from '../tui/wall.ts';

let tui: TuiTest | undefined;
afterEach(async () => {
  await tui?.stop();
  tui = undefined;
});

/** The screens over the labs and saves of a bed of toys. */
async function screens(files = bed()): Promise<{ tui: TuiTest; reception: Reception; files: ReturnType<typeof bed> }> {
  const timing = new ManualTiming();
  const reception = new Reception(files.program, wallOf(timing));
  tui = await TuiTest.start(reception, 80, 24, {}, timing);
  return { tui, reception, files };
}

/** The same, in the toy lab, logged in to a. */
async function atConsole(files = bed()): Promise<Awaited<ReturnType<typeof screens>>> {
  const all = await screens(files);
  await all.tui.press('\r');
  await all.tui.shows('login:');
  await all.tui.pass(1000);
  await all.tui.press('me\r', 'secret\r');
  return all;
}

describe('the screens over a real play', () => {
  it('list labs and saves as they lie on the disk', async () => {
    const files = bed();
    writeFileSync(join(files.folder, 'saves/torn.json'), '{"format": 1,');
    const { tui } = await screens(files);
    expect(tui.rows[1]).toMatch(/^▸ toys {19}Two toys +5 min$/);
    await tui.press('\t');
    expect(tui.rows[1]).toContain('▸ torn');
    expect(tui.text.replace(/\s+/g, ' ')).toContain('saves/torn.json:1:');
  });

  it('open a lab that is up, and log in at its console', async () => {
    const { tui, reception } = await atConsole();
    expect(tui.rows.slice(2, 7)).toEqual(['Toy console', 'login: me', 'Password:', 'Welcome', 'A>']);
    expect(reception.sitting?.time()).toBeGreaterThanOrEqual(seconds(30));
    expect(reception.sitting?.pace()).toEqual({ speed: 1, paused: false, settling: undefined });
    expect(reception.sitting?.dirty()).toBe(true);
  });

  it('let lab time go on with the clock, faster, slower, and stand still', async () => {
    const { tui, reception } = await atConsole();
    const sitting = reception.sitting as NonNullable<typeof reception.sitting>;
    const passed = async (millis: number): Promise<number> => {
      const before = sitting.time();
      await tui.pass(millis);
      return Math.round((sitting.time() - before) / 1_000_000);
    };
    expect(await passed(3000)).toBe(3);
    await tui.press(F(6));
    expect(await passed(3000)).toBe(30);
    await tui.press(F(5));
    expect(await passed(3000)).toBe(0);
    expect(tui.rows[22]).toContain('paused ×10');
    await tui.press(F(8));
    expect(await passed(100)).toBe(1);
    await tui.press(F(5));
    expect(await passed(1000)).toBe(10);
    expect(await passed(700_000)).toBeLessThan(6_100);
    expect(tui.rows[22]).toContain('nobody was here for ten minutes');
    await tui.press('x');
    expect(sitting.pace().paused).toBe(false);
  });

  it('check tasks in a copy, and tell which is done', async () => {
    const { tui } = await atConsole();
    await tui.press('set hostname X\r', F(2));
    await tui.pass(600);
    await tui.press('\x1b[H');
    expect(tui.text).toContain('✓ 1 A name');
    expect(tui.text).toContain('not tried since something changed');
    await tui.press('c');
    await tui.pass(1000);
    expect(tui.text).toContain('1 of 2 tasks are done.');
    expect(tui.text).toContain('✗ a reaches b');
  });

  it('cut a cable, which the map and the devices see', async () => {
    const { tui, reception } = await atConsole();
    await tui.press(F(3), '\tcy');
    expect(reception.sitting?.links()[0]?.state).toBe('cut');
    expect(tui.text).toContain('✕');
    await tui.press('c');
    expect(reception.sitting?.links()[0]?.state).toBe('up');
  });

  it('save, and go on from there: the screen, the half-typed line, the running command', async () => {
    const { tui, reception, files } = await atConsole();
    await tui.press('set address eth0 10.0.0.1\r', 'ping 10.0.0.2\r');
    await tui.press('\x1b2', 'me\r', 'secret\r', 'clo', '\x1b1');
    await tui.pass(3500);
    const before = tui.rows.slice(0, 22);
    const fingerprint = reception.sitting?.fingerprint();
    await tui.press(F(9), '-1\r');
    await tui.shows('Saved as toys-1.');
    expect(readdirSync(join(files.folder, 'saves'))).toContain('toys-1.json');
    await tui.press(F(10));
    expect(files.program.precious).toBeUndefined();
    await tui.shows('Saves 1');
    await tui.press('\t\r');
    await tui.shows('A> ping');
    expect(tui.rows.slice(0, 22)).toEqual(before);
    expect(reception.sitting?.fingerprint()).toBe(fingerprint);
    expect(reception.sitting?.dirty()).toBe(false);
    await tui.press('\x03');
    expect(tui.text).toMatch(/A> ping 10\.0\.0\.2\n\.+\n+A>/);
    await tui.press('\x1b2', 'ck\r');
    expect(tui.text).toMatch(/B> clock\n\d+:\d+:\d+\nB>/);
  });

  it('lose nothing of a save that another window wrote meanwhile', async () => {
    const { tui, files } = await atConsole();
    await tui.press(F(9), '\r');
    await tui.shows('Saved as toys.');
    await tui.press(F(9));
    await tui.shows('Saved as toys.');
    const file = join(files.folder, 'saves/toys.json');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n`);
    await tui.press('clock\r', F(9));
    await tui.shows('Another window has written the save');
    await tui.press('y');
    await tui.shows('Saved as toys.');
  });

  it('say why a save cannot be written', async () => {
    const { tui } = await atConsole();
    await tui.press(F(9), '\x7f'.repeat(4), '../up\r');
    expect(tui.text).toContain('"../up" cannot name a save');
  });
});

describe('labelstack open', { retry: 2 }, () => {
  it('is refused where it cannot be', async () => {
    const { run, program } = bed();
    expect(await run('open toys')).toMatchObject({ code: 2, complaints: expect.stringContaining('needs a terminal') });
    Object.assign(program, { terminal: true });
    expect(await run('open nosuch')).toMatchObject({ code: 2, complaints: expect.stringContaining('there is no lab') });
    expect(await run('open toys --speed 7')).toMatchObject({
      code: 2,
      complaints: expect.stringContaining('1, 10 or 100'),
    });
    expect(await run('open toys --save no')).toMatchObject({
      code: 2,
      complaints: expect.stringContaining('there is no save'),
    });
  });

  const HOSTS = {
    'labs/pcs/lab.json': {
      title: 'Two PCs',
      summary: 'On a cable.',
      minutes: 1,
      devices: [
        { name: 'H1', os: 'host' },
        { name: 'H2', os: 'host' },
      ],
      links: [{ ends: ['H1:eth0', 'H2:eth0'], delay: '1ms' }],
      tasks: [],
    },
    'saves/.keep': '',
  };
  const onTerminal = async (args: readonly string[]): Promise<{ run: PtyRun; saves: string }> => {
    const { folder } = await builtProgram();
    const own = writeFiles(temporaryFolder(), HOSTS);
    const places = { LABELSTACK_LABS: join(own, 'labs'), LABELSTACK_SAVES: join(own, 'saves') };
    return { run: new PtyRun(join(folder, 'bin/labelstack.mjs'), args, places), saves: join(own, 'saves') };
  };

  it('draws the menu without a verb, and a lab with one', async () => {
    const { run } = await onTerminal([]);
    await run.shows('Two PCs');
    run.type('\r');
    await run.shows('H1>');
    run.type('?');
    await run.shows('Send requests');
    run.type('\x1dq');
    await run.shows('leave without saving');
    run.type('d');
    await run.shows('Choose a lab');
    run.type('q');
    expect((await run.ended).exitCode).toBe(0);
    expect([run.alternate, run.modesLeftOn]).toEqual([false, []]);
  });

  it.each([
    ['SIGTERM', (run: PtyRun) => run.signal('SIGTERM')],
    ['a terminal that is gone', (run: PtyRun) => run.hangUp()],
  ])('keeps what was not saved on %s', async (_, end) => {
    const { run, saves } = await onTerminal(['open', 'pcs']);
    await run.shows('H1>');
    run.type('ip 10.0.0.1/24\r');
    await run.shows('H1> ip 10.0.0.1/24');
    end(run);
    await run.ended;
    expect(existsSync(join(saves, 'kept-1.json'))).toBe(true);
    expect(readFileSync(join(saves, 'kept-1.json'), 'utf8')).toContain('ip 10.0.0.1/24');
  });
});
