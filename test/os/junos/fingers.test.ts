// Fingers and pastes: nothing typed is lost, nothing that is thrown away does harm, and no key takes long.

import { expect, it } from 'vitest';
import { EMPTY_TREE } from '../../../src/config/tree.ts';
import { displaySet } from '../../../src/os/junos/display-set.ts';
import { loadBraces } from '../../../src/os/junos/load.ts';
import { seconds } from '../../../src/sim/time.ts';
import { type Console, JunosBox } from './console.ts';
import { schema } from './trees.ts';

const configuring = (): Console => {
  const terminal = new JunosBox().console();
  terminal.press('configure\n');
  return terminal;
};

const statements = (terminal: Console): readonly string[] => displaySet(terminal.box.box.store.candidate.children);

const LINES = Array.from(
  { length: 1000 },
  (_, i) => `set routing-options static route 172.${16 + (i >> 8)}.${i & 255}.0/24 next-hop 10.0.0.${1 + (i % 250)}`,
);

it('a paste of a thousand lines is taken whole, in one piece or cut anywhere', () => {
  const whole = configuring();
  whole.press(LINES.map((line) => `${line}\n`).join(''));
  expect(statements(whole)).toEqual(expect.arrayContaining(LINES));
  expect(statements(whole).filter((line) => line.includes(' next-hop '))).toHaveLength(1000);
  const cut = configuring();
  const text = LINES.slice(0, 100)
    .map((line) => `${line}\r`)
    .join('');
  for (let at = 0; at < text.length; at += 7) cut.vty.keys(text.slice(at, at + 7));
  expect(statements(cut)).toEqual(expect.arrayContaining(LINES.slice(0, 100)));
});

it('a paste goes through `load set terminal` as well', () => {
  const terminal = configuring();
  terminal.press('load set terminal\n');
  const shown = terminal.press(`${LINES.join('\n')}\n\x04`);
  expect(shown).toContain('load complete');
  expect(statements(terminal).filter((line) => line.includes(' next-hop '))).toEqual(LINES);
});

it('a wrong line in a paste does not disturb the others', () => {
  const terminal = configuring();
  terminal.press('set system host-name R7\nset system nonsense 1\nset system domain-name example.net\n');
  const kept = statements(terminal);
  expect(kept).toContain('set system host-name R7');
  expect(kept).toContain('set system domain-name example.net');
});

it('Ctrl-C throws the line away, wherever it comes', () => {
  const terminal = configuring();
  const before = statements(terminal);
  for (const text of ['', 'set', 'set system host-name X', 'set system "', 'show | match ', 'run show ?']) {
    const shown = terminal.press(`${text}\x03\x03\x03`);
    expect(shown.endsWith('\n[edit]\nlab@R1# ')).toBe(true);
  }
  expect(statements(terminal)).toEqual(before);
  terminal.press('\x03'.repeat(500));
  expect(terminal.press('show system host-name\n')).toContain('host-name R1;');
});

it('Ctrl-C ends what runs, what is asked and what is collected', () => {
  const terminal = configuring();
  const prompt = /\n\[edit\]\nlab@R1# $/;
  terminal.press('run ping 10.9.9.9\n');
  expect(terminal.press('\x03')).toMatch(prompt);
  terminal.press('run show cli | refresh\n');
  expect(terminal.press('\x03')).toMatch(prompt);
  terminal.press('load merge terminal\nsystem {\n');
  expect(terminal.press('\x03')).toMatch(prompt);
  terminal.press('delete\n');
  expect(terminal.press('\x03')).toMatch(prompt);
  terminal.press('set system root-authentication plain-text-password\n');
  expect(terminal.press('\x03')).toMatch(prompt);
  terminal.press('run set cli screen-length 3\nshow\n');
  expect(terminal.press('\x03')).toMatch(prompt);
  terminal.press('set system host-name X\nexit\n');
  expect(terminal.press('\x03')).toMatch(prompt);
});

it('keys at random end where Ctrl-C ends', () => {
  const terminal = configuring();
  let state = 7;
  const random = (below: number): number => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  for (let round = 0; round < 150; round++) {
    const keys = Array.from({ length: 20 }, () => String.fromCharCode(1 + random(126))).join('');
    // Not out of the mode, nor the end of the line.
    terminal.press(keys.replace(/[\r\n\x1a]/g, ' '));
    terminal.press('\x1b\x03\x03\x03');
  }
  expect(terminal.press('show system host-name\n')).toContain('host-name R1;');
});

it('a question mark is answered at once, wherever it stands', () => {
  const terminal = configuring();
  terminal.press(LINES.map((line) => `${line}\n`).join(''));
  for (const text of [
    '',
    'set ',
    'set interfaces ',
    'set routing-options static route ',
    'delete routing-options static route 172.16.0.0/24 ',
    'run show ',
    'show | ',
  ]) {
    terminal.press(text);
    terminal.press('?');
    const start = process.cpuUsage();
    for (let i = 0; i < 5; i++) terminal.press('?');
    const spent = process.cpuUsage(start).user / 1000 / 5;
    // Five milliseconds on a quiet machine; a busy one is given room.
    expect(spent, `? behind '${text}'`).toBeLessThan(40);
    terminal.press('\x15');
  }
});

it('nothing of the log shows unless it was asked for', () => {
  const terminal = configuring();
  terminal.press('set interfaces ge-0/0/0 disable\ncommit\n');
  terminal.take();
  terminal.box.run(seconds(30));
  expect(terminal.take()).toBe('');
  expect(terminal.press('run show log messages | match LINK_DOWN | count\n')).toContain('Count: 1 lines');
});

it('the log shows where `syslog user` or `syslog console` sends it', () => {
  const terminal = configuring();
  const other = terminal.box.console({ session: 1 });
  terminal.press('set system syslog user lab any any\ncommit\n');
  other.take();
  terminal.press('set interfaces ge-0/0/0 disable\ncommit\n');
  const line = /\nMar {2}1 10:00:05 {2}R1 mib2d\[5990\]: SNMP_TRAP_LINK_DOWN: ifIndex 526/;
  expect(other.take()).toMatch(line);
  terminal.press('delete system syslog user lab\nset system syslog console any any\ncommit\n');
  other.take();
  expect(terminal.press('delete interfaces\ncommit\n')).toContain('UI_COMMIT: ');
  expect(other.take()).toBe('');
  terminal.press('delete system syslog console\nset system syslog user * any any\ncommit\n');
  other.take();
  terminal.press('commit\n');
  expect(other.take()).toContain(
    "\x07Message from syslogd@R1 at Mar  1 10:00:05  ...\nR1 mgd[8812]: UI_COMMIT: User 'lab' requested 'commit' operation",
  );
});

it('a configuration of five thousand lines is loaded and shown without a wait', () => {
  const units = Array.from(
    { length: 700 },
    (_, i) => `        unit ${i + 1} {
            description "customer ${i}";
            vlan-id ${i + 1};
            family inet {
                address 10.${i >> 8}.${i & 255}.1/24;
            }
        }`,
  );
  const text = `interfaces {\n    ge-0/0/0 {\n        vlan-tagging;\n${units.join('\n')}\n    }\n}\n`;
  expect(text.split('\n').length).toBeGreaterThan(4_900);
  const spent = (what: () => void): number => {
    const times = Array.from({ length: 3 }, () => {
      const start = process.cpuUsage();
      what();
      return process.cpuUsage(start).user / 1000;
    });
    return Math.min(...times);
  };
  let tree = EMPTY_TREE;
  // 100 ms and 50 ms on a quiet machine; a busy one is given room.
  expect(
    spent(() => {
      tree = loadBraces(schema(), text, EMPTY_TREE, 'override').tree;
    }),
  ).toBeLessThan(400);
  expect(spent(() => displaySet(tree.children))).toBeLessThan(150);
  expect(displaySet(tree.children)).toHaveLength(2101);
});
