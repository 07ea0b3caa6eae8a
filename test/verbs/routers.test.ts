// Routers in panes: the pager while the window changes, and messages that come in mid-line.

import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Machinery } from '../../src/lab/build.ts';
import { SYSTEMS } from '../../src/os/index.ts';
import type { ConsoleView } from '../../src/tui/console-view.ts';
import { selectedText } from '../../src/tui/selection.ts';
import { loadMachinery } from '../../src/verbs/machinery.ts';
import { Reception } from '../../src/verbs/reception.ts';
import { bed } from '../harness/program.ts';
import { ManualTiming } from '../tui/manual-timing.ts';
import { F, PREFIX, TuiTest } from '../tui/screen-harness.ts';
import { wallOf } from '../tui/wall.ts';

let machinery: Machinery;
beforeAll(async () => {
  machinery = await loadMachinery(join(import.meta.dirname, '../..'));
});

let tui: TuiTest;
afterEach(() => tui.stop());

async function lab(files: Readonly<Record<string, unknown>>, columns: number, rows: number): Promise<void> {
  const timing = new ManualTiming();
  const reception = new Reception(bed({ ...files, 'saves/.keep': '' }, machinery).program, wallOf(timing));
  tui = await TuiTest.start(reception, columns, rows, { straight: { lab: 'routers' } }, timing);
  for (let turn = 0; reception.sitting === undefined || reception.sitting.pace().settling !== undefined; turn++) {
    if (turn === 2000) throw new Error('it never came up');
    await tui.pass(100);
  }
}

const view = (name: string): ConsoleView => tui.program.lab?.consoles.session.view(name) as ConsoleView;
/** All that a console has shown; lines that were wrapped are whole. */
function shown(name: string): string[] {
  const { text } = view(name);
  if (text === undefined) return [];
  const [from, to] = [text.first, text.written - 1].map((line) => ({ line, column: 0 })) as [Place, Place];
  return selectedText(text, { shape: 'lines', from, to }).split('\n').slice(0, -1);
}
type Place = { readonly line: number; readonly column: number };
/** What came after the last time that was typed. */
function answer(name: string, typed: string): string[] {
  const lines = shown(name);
  return lines.slice(lines.findLastIndex((line) => line.endsWith(typed)) + 1);
}

/** Turns page after page, with another window at each, until the prompt is back. */
async function turnPages(name: string, prompt: string): Promise<number> {
  let pages = 0;
  for (; view(name).state === 'pager'; pages++) {
    if (pages === 200) throw new Error(`it never ended:\n${tui.text}`);
    tui.resizeNow(90 + ((pages * 53) % 110), 24 + ((pages * 17) % 36));
    await tui.pass(pages % 3 === 0 ? 20 : 300);
    await tui.press(' ');
  }
  tui.resizeNow(200, 60);
  await tui.pass(300);
  expect(shown(name).at(-1)).toBe(prompt);
  return pages;
}

describe.skipIf(SYSTEMS['ios'] === undefined)('IOS', () => {
  const start = (name: string, more: string): string =>
    `hostname ${name}\ninterface GigabitEthernet0/0\n ip address 10.0.0.1 255.255.255.0\n no shutdown\nline con 0\n exec-timeout 0 0\n${more}end\n`;
  const FILES = {
    'labs/routers/lab.json': {
      title: 'Two routers',
      summary: 'On a cable.',
      minutes: 1,
      devices: ['R1', 'R2'].map((name) => ({ name, os: 'ios' })),
      links: [{ ends: ['R1:GigabitEthernet0/0', 'R2:GigabitEthernet0/0'] }],
      tasks: [],
    },
    'labs/routers/start/R1.ios': start('R1', ''),
    'labs/routers/start/R2.ios': start('R2', ' logging synchronous\n'),
  };
  /** Both, one over the other; keys go to both until they are asked not to. */
  const both = async (): Promise<void> => {
    await lab(FILES, 100, 50);
    await tui.press(`${PREFIX}=`, `${PREFIX}t`, '\r', 'enable\r');
  };

  it('loses no line and shows none twice when the window changes at --More--', async () => {
    await both();
    await tui.press('show running-config\r');
    expect(tui.text).toContain('--More--');
    expect(await turnPages('R1', 'R1#')).toBeGreaterThan(3);
    const paged = answer('R1', '#show running-config');
    await tui.press('terminal length 0\r', 'show running-config\r');
    expect(answer('R1', '#show running-config')).toEqual(paged);
    expect(paged).toContain('hostname R1');
  });

  it('pages by its own length, whatever the size of its pane', async () => {
    await both();
    await tui.press(`${PREFIX}z`);
    expect(view('R2').text?.rows).toBe(47);
    await tui.press('show running-config\r');
    // 24 rows, the marker's among them: the default of "terminal length" (Cisco IOS Terminal Services Command Reference).
    expect(answer('R2', '#show running-config').length).toBe(24);
  });

  it('q at --More-- leaves the prompt where it was', async () => {
    await both();
    await tui.press('show running-config\r', 'q');
    for (const name of ['R1', 'R2']) {
      expect(shown(name).at(-1)).toBe(`${name}#`);
      expect(shown(name).join('\n')).not.toContain('More');
    }
  });

  /** A message comes while `show clo` stands there; then the line is ended. */
  const interrupted = async (): Promise<void> => {
    await both();
    await tui.press('show clo', F(3), '\tcy', F(3));
    await tui.pass(2000);
  };
  const MESSAGE = /^\*.*%LINK-3-UPDOWN: Interface GigabitEthernet0\/0, changed state to down$/;

  it('a message breaks into the line, which goes on where the cursor is', async () => {
    await interrupted();
    const lines = answer('R1', 'R1#show clo');
    expect(lines[0]).toMatch(MESSAGE);
    expect(lines.slice(1).join('\n')).not.toContain('show clo');
    await tui.press('ck\r');
    expect(answer('R1', 'ck')[0]).toMatch(/^\*?\d\d:\d\d:\d\d\.\d{3} UTC /);
    expect(shown('R1').at(-1)).toBe('R1#');
  });

  it('with logging synchronous the line is shown again below the message', async () => {
    await interrupted();
    expect(tui.rows.some((row) => row === 'R2#show clo')).toBe(true);
    expect(tui.cursor).toEqual({ x: 'R2#show clo'.length, y: tui.rows.lastIndexOf('R2#show clo') });
    const lines = shown('R2').slice(shown('R2').indexOf('R2#show clo'));
    expect(lines.filter((line) => line === 'R2#show clo').length).toBeGreaterThan(1);
    expect(lines[1]).toMatch(MESSAGE);
    await tui.press('ck\r');
    expect(answer('R2', 'R2#show clock')[0]).toMatch(/^\*?\d\d:\d\d:\d\d\.\d{3} UTC /);
  });

  it('a message arrives in a console that is attached, too', async () => {
    await interrupted();
    await tui.press(`${PREFIX}a`);
    await tui.press('ck\r', '\x03');
    expect(tui.alternate).toBe(false);
    expect(tui.text).toMatch(/R2#show clo\n\*.*%LINK-3-UPDOWN[\s\S]*R2#show clock\n\*?\d\d:/);
  });
});

describe.skipIf(SYSTEMS['junos'] === undefined)('Junos', () => {
  const start = (name: string): string =>
    [
      `set system host-name ${name}`,
      'set system login user lab class super-user',
      // openssl passwd -6 -salt labstack lab123
      `set system login user lab authentication encrypted-password "$6$labstack$sHxJptWbMO5LnVq7CbnUNmPDFHSLOZnPZQZVApBAbVBbulJZfq.bO/tscxdH/0JsYs0lY/RntROhqRYD5DnCJ0"`,
      `set system root-authentication encrypted-password "$6$labsroot$s/qGemA7.5UC1ErxuBUNiT89kLzHxMGLcSPfYUk7gXb5HvmEiSJ6gLe63JvBrp93sZk2l0Pyxob9CEppa6.RB0"`,
      ...Array.from(
        { length: 40 },
        (_, unit) => `set interfaces lo0 unit ${unit} family inet address 10.9.${unit}.1/32`,
      ),
      '',
    ].join('\n');
  const FILES = {
    'labs/routers/lab.json': {
      title: 'Two routers',
      summary: 'On a cable.',
      minutes: 1,
      devices: ['J1', 'J2'].map((name) => ({ name, os: 'junos' })),
      links: [{ ends: ['J1:ge-0/0/0', 'J2:ge-0/0/0'] }],
      tasks: [],
    },
    'labs/routers/start/J1.junos': start('J1'),
    'labs/routers/start/J2.junos': start('J2'),
  };
  /** Both, one over the other, with 13 and 12 rows. */
  const both = async (): Promise<void> => {
    await lab(FILES, 100, 30);
    await tui.press(`${PREFIX}=`, `${PREFIX}t`, 'lab\r', 'lab123\r');
    expect(shown('J1').at(-1)).toBe('lab@J1>');
  };

  it('fills its pane with a page, the marker in the last row', async () => {
    await both();
    await tui.press('show configuration interfaces\r');
    expect(tui.rows.slice(2, 4)).toEqual(['lo0 {', '    unit 0 {']);
    expect(tui.rows[14]).toBe('---(more)---');
    expect(tui.rows[16]).toBe('lo0 {');
    expect(tui.rows[27]).toBe('---(more)---');
  });

  it('loses no line and shows none twice when the window changes at ---(more)---', async () => {
    await both();
    await tui.press('show configuration\r');
    expect(await turnPages('J1', 'lab@J1>')).toBeGreaterThan(3);
    const paged = answer('J1', '> show configuration');
    await tui.press('show configuration | no-more\r');
    expect(answer('J1', '> show configuration | no-more')).toEqual(paged);
    expect(paged).toContain('    host-name J1;');
  });

  it('turns pages of the size that its pane has by then', async () => {
    await both();
    await tui.press('show configuration interfaces\r');
    const at = (): number => answer('J1', '> show configuration interfaces').length;
    tui.resizeNow(100, 60);
    await tui.pass(300);
    const before = at();
    await tui.press(' ');
    // A page is the rows of the pane without the marker's.
    expect(at() - before).toBe((view('J1').text?.rows ?? 0) - 1);
  });
});
