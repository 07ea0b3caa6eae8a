// Panes over a real play of four PCs: long pastes, storms of keys and sizes, attach. Nothing is lost.

import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Machinery } from '../../src/lab/build.ts';
import { loadMachinery } from '../../src/verbs/machinery.ts';
import { Reception } from '../../src/verbs/reception.ts';
import { bed } from '../harness/program.ts';
import { ManualTiming } from '../tui/manual-timing.ts';
import { PREFIX, TuiTest } from '../tui/screen-harness.ts';
import { wallOf } from '../tui/wall.ts';

const NAMES = ['PC1', 'PC2', 'PC3', 'PC4'];
const FILES = {
  'labs/pcs/lab.json': {
    title: 'Four PCs',
    summary: 'On two cables.',
    minutes: 1,
    devices: NAMES.map((name) => ({ name, os: 'host' })),
    links: [{ ends: ['PC1:eth0', 'PC2:eth0'] }, { ends: ['PC3:eth0', 'PC4:eth0'] }],
    tasks: [],
  },
  ...Object.fromEntries(NAMES.map((name, at) => [`labs/pcs/start/${name}.host`, `ip 10.0.0.${at + 1}/24\n`])),
  'saves/.keep': '',
};

let machinery: Machinery;
beforeAll(async () => {
  machinery = await loadMachinery(join(import.meta.dirname, '../..'));
});

let tui: TuiTest;
let reception: Reception;
async function lab(columns = 200, rows = 60): Promise<void> {
  const timing = new ManualTiming();
  reception = new Reception(bed(FILES, machinery).program, wallOf(timing));
  tui = await TuiTest.start(reception, columns, rows, { straight: { lab: 'pcs' } }, timing);
  await tui.shows('PC1>');
  await tui.pass(1000);
}
afterEach(() => tui.stop());

/** All that a console has shown. */
const shown = (name: string): string[] => {
  const text = tui.program.lab?.consoles.session.view(name)?.text;
  return Array.from({ length: text?.lineCount ?? 0 }, (_, at) => text?.line(at) ?? '');
};
const lines = (name: string): string[] => Array.from({ length: 1000 }, (_, at) => `${name} line ${at + 1}`);
/** The lines of a console that echo something typed, without their prompt. */
const typed = (name: string): string[] => shown(name).flatMap((line) => /^PC\d> (.+)$/.exec(line)?.[1] ?? []);

describe('a paste of 1,000 lines', () => {
  it.each([
    ['bracketed, in one piece', (text: string) => [`\x1b[200~${text}\x1b[201~`]],
    ['bracketed, as a terminal cuts it', (text: string) => `\x1b[200~${text}\x1b[201~`.match(/[\s\S]{1,1023}/g) ?? []],
    ['bare', (text: string) => text.match(/[\s\S]{1,4096}/g) ?? []],
  ])('into each of four consoles, %s: every line arrives, in order', async (_, cut) => {
    await lab();
    await tui.press(`${PREFIX}#`);
    for (const name of NAMES) {
      for (const chunk of cut(
        lines(name)
          .map((line) => `${line}\r`)
          .join(''),
      ))
        tui.keyboard.emit('data', Buffer.from(chunk));
      await tui.press(`${PREFIX}o`);
    }
    await tui.pass(1000);
    for (const name of NAMES) {
      expect(typed(name)).toEqual(lines(name));
      expect(shown(name).at(-1)).toBe(`${name}>`);
    }
    // And they are on the screen, each in its pane.
    for (const name of NAMES) expect(tui.text).toContain(`${name} line 1000`);
  });

  it('into four at once', async () => {
    await lab();
    await tui.press(`${PREFIX}#`, `${PREFIX}t`);
    await tui.press(`\x1b[200~${lines('all').join('\r')}\r\x1b[201~`);
    await tui.pass(1000);
    for (const name of NAMES) expect(typed(name)).toEqual(lines('all'));
  });

  it('of what was copied, typed without the marks of a paste', async () => {
    await lab();
    await tui.press('show\r', `${PREFIX}[`, 'g', 'V', 'G', 'k', 'y', `${PREFIX}]`);
    const { inputs } = (reception.sitting as NonNullable<typeof reception.sitting>).setup.play;
    const last = inputs.at(-1);
    expect(JSON.stringify(last)).toMatch(/\\rPC1> show\\r\\rNAME .*\\rPC1 +10\.0\.0\.1\/24 [^\\]*(\\r)+"/);
    expect(JSON.stringify(inputs)).not.toContain('200~');
  });
});

describe('storms', () => {
  it('of Ctrl-C stop what runs, and leave a prompt', async () => {
    await lab();
    await tui.press(`${PREFIX}#`, `${PREFIX}t`, 'ping 10.0.0.9 -c 500\r');
    await tui.pass(2500);
    for (let times = 0; times < 100; times++) tui.keyboard.emit('data', Buffer.from('\x03'.repeat(10)));
    await tui.pass(1000);
    await tui.press('sho', '\x03', 'show ip\r');
    await tui.pass(500);
    NAMES.forEach((name, at) => {
      expect(shown(name).at(-1)).toBe(`${name}>`);
      expect(shown(name).join('\n')).toContain(`10.0.0.${at + 1}/24`);
      expect(shown(name).filter((line) => line.includes('show ip')).length).toBe(1);
    });
  });

  it('of sizes while four consoles print: each ends as it would at that size', async () => {
    await lab();
    await tui.press(`${PREFIX}#`, `${PREFIX}t`, 'ping 10.0.0.1 -c 500\r', `${PREFIX}t`);
    for (let round = 0; round < 60; round++) {
      tui.resizeNow(20 + ((round * 37) % 190), 5 + ((round * 13) % 60));
      await tui.pass(round % 3 === 0 ? 150 : 20);
    }
    tui.resizeNow(200, 60);
    await tui.pass(1000);
    for (const name of NAMES) {
      const view = tui.program.lab?.consoles.session.view(name);
      expect([view?.text?.columns, view?.text?.rows]).toEqual(
        name === 'PC1' || name === 'PC3' ? [100, name === 'PC1' ? 28 : 27] : [99, name === 'PC2' ? 28 : 27],
      );
      // A line of a ping is a line, whatever it was wrapped to meanwhile.
      expect(
        shown(name)
          .filter((line) => line.includes('icmp_seq'))
          .every((line) => /ms$|reachable|time(d )?out/i.test(line)),
      ).toBe(true);
    }
    expect(tui.output.terminal.buffer.active.baseY).toBe(0);
    const { inputs } = (reception.sitting as NonNullable<typeof reception.sitting>).setup.play;
    const last = NAMES.map((name) => inputs.findLast((one) => one.kind === 'resize' && one.device === name));
    expect(last.map((one) => one?.kind === 'resize' && [one.columns, one.rows])).toEqual([
      [100, 28],
      [99, 28],
      [100, 27],
      [99, 27],
    ]);
  });
});

it('a console that is attached prints on, and the screens know it afterwards', async () => {
  await lab(80, 24);
  await tui.press('ping 10.0.0.2 -c 500\r', `${PREFIX}a`);
  await tui.pass(3000);
  expect(tui.alternate).toBe(false);
  expect(tui.text.match(/icmp_seq/g)?.length).toBeGreaterThanOrEqual(3);
  await tui.press('\x03', 'show ip\r', PREFIX);
  expect(tui.alternate).toBe(true);
  expect(tui.text).toMatch(/icmp_seq=3[\s\S]*PC1> show ip[\s\S]*10\.0\.0\.1\/24/);
});
