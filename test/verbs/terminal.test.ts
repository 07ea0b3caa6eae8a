// The console verb on a real terminal.

import { join } from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import { expect, it } from 'vitest';
import { builtProgram } from '../harness/built.ts';
import { temporaryFolder, writeFiles } from '../harness/lab-folder.ts';

const LAB = {
  'lab.json': {
    title: 'Two PCs',
    summary: 'A cable.',
    minutes: 1,
    devices: [
      { name: 'h1', os: 'host' },
      { name: 'h2', os: 'host' },
    ],
    links: [{ ends: ['h1:eth0', 'h2:eth0'] }],
  },
  'start/h1.host': 'ip 10.0.0.1/24\n',
  'start/h2.host': 'ip 10.0.0.2/24\n',
};

/** A program on a terminal: what it shows so far, and a wait for more of it. */
async function onTerminal(...args: string[]) {
  const { folder } = await builtProgram();
  const command = [join(folder, 'bin/labelstack.mjs'), ...args];
  const pty: IPty = spawn(process.execPath, command, { cols: 80, rows: 24, cwd: folder });
  let screen = '';
  const waiting: { readonly text: string; readonly hit: () => void }[] = [];
  pty.onData((text) => {
    screen += text;
    for (const one of [...waiting]) if (screen.includes(one.text)) one.hit();
  });
  const ended = new Promise<number>((resolve) => pty.onExit(({ exitCode }) => resolve(exitCode)));
  return {
    pty,
    ended,
    screen: () => screen,
    async until(text: string): Promise<void> {
      const seen = new Promise<void>((resolve) => waiting.push({ text, hit: resolve }));
      if (!screen.includes(text)) await Promise.race([seen, ended]);
      expect(screen).toContain(text);
    },
  };
}

it('is the console itself, and Ctrl-] leaves it', { retry: 2 }, async () => {
  const lab = writeFiles(temporaryFolder(), LAB);
  const saves = temporaryFolder();
  process.env['LABELSTACK_SAVES'] = saves;
  const { pty, until, ended, screen } = await onTerminal('console', lab, 'h1', '--save', 'mine');
  await until('h1> ');
  pty.write('ping 10.0.0.2 -c 1\r');
  await until('84 bytes from 10.0.0.2 icmp_seq=1');
  pty.write('show i');
  await until('show i');
  pty.write('\x1d');
  expect(await ended).toBe(0);
  expect(screen()).toContain('Ctrl-] leaves it.');
  // The save holds the half-typed line.
  const again = await onTerminal('console', lab, 'h1', '--save', 'mine');
  await again.until('h1> show i');
  again.pty.write('p\r');
  await again.until('10.0.0.1/24');
  again.pty.write('\x1d');
  expect(await again.ended).toBe(0);
  delete process.env['LABELSTACK_SAVES'];
});

it('ends cleanly when it is asked to', { retry: 2 }, async () => {
  const lab = writeFiles(temporaryFolder(), LAB);
  const { pty, until, ended } = await onTerminal('console', lab, 'h1');
  await until('h1> ');
  pty.kill('SIGTERM');
  expect(await ended).toBe(0);
});
