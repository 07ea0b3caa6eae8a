// The plain mode as the program starts it: from a pipe, and on a terminal that can do nothing else.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtProgram } from '../harness/built.ts';
import { temporaryFolder, writeFiles } from '../harness/lab-folder.ts';
import { bed } from '../harness/program.ts';
import { PtyRun } from '../tui/pty-harness.ts';

const PCS = {
  'labs/pcs/lab.json': {
    title: 'Two PCs',
    summary: 'On a cable.',
    minutes: 1,
    devices: [
      { name: 'H1', os: 'host' },
      { name: 'H2', os: 'host' },
    ],
    links: [{ ends: ['H1:eth0', 'H2:eth0'] }],
    tasks: [],
  },
  'saves/.keep': '',
};

describe('from a pipe', () => {
  it('goes through a whole lab: menu, console, check, save', async () => {
    const { run, folder } = bed();
    const lines = [
      'toys',
      'go a',
      'me',
      'secret',
      'set hostname X',
      '~.',
      'task 1',
      'check',
      'save done',
      'quit',
      'saves',
      'quit',
    ];
    const { code, out, complaints } = await run('--plain', `${lines.join('\n')}\n`);
    expect([code, complaints]).toEqual([0, '']);
    expect(out).toContain('1. toys: Two toys. A cable between them. About 5 minutes.');
    expect(out).toContain('A> set hostname X\n* configured: hostname X\nX>');
    expect(out).toContain('1. A name. 1 point, done.');
    expect(out).toContain('1 of 2 tasks are done.');
    expect(out).toMatch(/2\. done, of the lab toys\. Lab time 00:0\d:\d\d\./);
    expect(out).not.toContain('\x1b');
    expect(existsSync(join(folder, 'saves/done.json'))).toBe(true);
  });

  it('begins in a lab, and keeps what was not saved at the end of the input', async () => {
    const { run, folder } = bed();
    const { code, out, complaints } = await run('open toys --plain --speed 10', 'go a\nme\n');
    expect(code).toBe(0);
    expect(out).toContain('login: me\n');
    expect(complaints).toBe('What was not saved is kept as "kept-1".\n');
    expect(readFileSync(join(folder, 'saves/kept-1.json'), 'utf8')).toContain('me\\r');
  });

  it('is not what a pipe gets unasked', async () => {
    expect(await bed().run('')).toMatchObject({ code: 2, out: '' });
    expect(await bed().run('open toys')).toMatchObject({ code: 2, complaints: expect.stringContaining('--plain') });
  });
});

describe('on a terminal', { retry: 2 }, () => {
  const start = async (env: Readonly<Record<string, string>>, ...args: string[]): Promise<PtyRun> => {
    const { folder } = await builtProgram();
    const own = writeFiles(temporaryFolder(), PCS);
    const places = { LABELSTACK_LABS: join(own, 'labs'), LABELSTACK_SAVES: join(own, 'saves') };
    return new PtyRun(join(folder, 'bin/labelstack.mjs'), args, { ...places, ...env });
  };

  it('is what TERM=dumb gets: no cursor motion, the console’s own echo, the terminal’s own lines', async () => {
    const run = await start({ TERM: 'dumb' });
    await run.shows('menu>');
    run.type('1\r');
    await run.shows('pcs>');
    run.type('go H1\r');
    await run.shows('H1>');
    run.type('ip 10.0.0.1/24\rshow i?');
    await run.shows('Address, gateway and hardware address');
    run.type('\x1d');
    await run.shows('Back in the lab');
    run.type('quit\r');
    await run.shows('anything else: neither.');
    run.type('d\r');
    await run.shows(/Labs:[\s\S]*Labs:[\s\S]*menu>/);
    run.type('q\r');
    expect((await run.ended).exitCode).toBe(0);
    expect(run.all).not.toMatch(/\x1b/);
  });

  it('ends with Ctrl-C at its own prompt, and keeps what was not saved', async () => {
    const run = await start({}, 'open', 'pcs', '--plain');
    await run.shows('pcs>');
    run.type('type H1 ip 10.0.0.1/24\r');
    await run.shows('H1> ip 10.0.0.1/24');
    run.type('settle\r');
    // A settling of its own, or the lab's first one where that is still under way.
    await run.shows(/Lab time 00:0(0:[3-9]|[1-9])/);
    run.type('\x03');
    expect((await run.ended).exitCode).toBe(130);
    expect(run.text).toContain('What was not saved is kept as "kept-1".');
  });
});
