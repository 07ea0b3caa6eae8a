// The question mark and Tab, byte for byte.

import { describe, expect, it } from 'vitest';
import { Console, type ConsoleOptions } from './console.ts';

/** What a question mark behind this text puts on the screen; the line stands there again afterwards. */
function help(text: string, mode: readonly string[] = [], options: ConsoleOptions = {}): string {
  const terminal = new Console(options).lines(...mode);
  terminal.screen();
  terminal.keys(`${text}?`);
  const screen = terminal.screen();
  expect(screen.startsWith(`${text}?\n`)).toBe(true);
  expect(screen.endsWith(`#${text}`)).toBe(true);
  return screen.slice(text.length + 2, screen.lastIndexOf('\n') + 1);
}

const CONFIG = ['configure terminal'];
const PORT = [...CONFIG, 'interface gi0/0'];

describe('the question mark', () => {
  it('lists what may come next in columns', () => {
    expect(help('ip address ', PORT)).toBe(
      '  A.B.C.D  IP address\n  dhcp     IP Address negotiated via DHCP\n  pool     IP Address autoconfigured from a local DHCP pool\n\n',
    );
    expect(help('ip address 10.0.12.1 255.255.255.252 ', PORT)).toBe(
      '  secondary  Make this IP address a secondary address\n  <cr>\n\n',
    );
  });

  it('tells of pipes behind what prints', () => {
    expect(help('show clock ')).toBe('  detail  Display detailed information\n  |       Output modifiers\n  <cr>\n\n');
    expect(help('do show clock ', CONFIG)).toContain('  |       Output modifiers\n');
    expect(help('show clock | s')).toBe('section\n\n');
    expect(help('configure terminal ')).toBe('  revert  Parameters for reverting the configuration\n  <cr>\n\n');
  });

  it('repeats the end of the line on IOS XE', () => {
    expect(help('show clock detail ', [], { model: 'CSR1000V', saved: 'hostname R1\n' })).toBe(
      '  |     Output modifiers\n  <cr>  <cr>\n\n',
    );
  });

  it('lists words behind part of a word', () => {
    expect(help('cl')).toBe('clear  clock\n\n');
    expect(help('ip ro', CONFIG)).toBe('route  routing\n\n');
    expect(help('no ip ro', CONFIG)).toBe('route  routing\n\n');
    expect(help('interface gi', CONFIG)).toBe('GigabitEthernet\n\n');
  });

  it('names the numbers that an interface may have', () => {
    expect(help('interface gigabitEthernet ', CONFIG)).toBe('  <0-0>  GigabitEthernet interface number\n\n');
    expect(help('interface gigabitEthernet 0/', CONFIG)).toBe('  <0-15>  GigabitEthernet interface number\n\n');
    expect(help('interface loopback ', CONFIG)).toBe('  <0-2147483647>  Loopback interface number\n\n');
  });

  it('has a title where nothing was typed', () => {
    expect(help('').split('\n')[0]).toBe('Exec commands:');
    expect(help('', CONFIG).split('\n')[0]).toBe('Configure commands:');
    expect(help('', PORT).split('\n')[0]).toBe('Interface configuration commands:');
    expect(help('do ', CONFIG).split('\n')[0]).toBe('Exec commands:');
    expect(help('no ', CONFIG).split('\n')[0]).not.toContain('commands:');
  });

  it('lists in a block what the block has, not what the blocks above have', () => {
    expect(help('', PORT)).not.toContain('hostname');
    expect(help('', PORT)).toMatch(/^ {2}exit +Exit from interface configuration mode$/m);
    expect(help('ip route ', PORT)).toContain('  A.B.C.D  Destination prefix\n');
  });

  it('knows what it cannot help with', () => {
    expect(help('foo ')).toBe('% Unrecognized command\n');
    expect(help('show foo')).toBe('% Unrecognized command\n');
    expect(help('c ')).toBe('% Ambiguous command:  "c "\n');
  });

  it('is about what stands before the cursor, and the line stays whole', () => {
    const terminal = new Console();
    terminal.keys('show clock').press('left', 'left', 'left', 'left', 'left', 'left');
    terminal.screen();
    terminal.keys('?');
    expect(terminal.screen()).toMatch(/^\?\nshow\n\nR1#show clock/);
    expect(terminal.vty.line).toMatchObject({ text: 'show clock', cursor: 4 });
  });

  it('goes page by page', () => {
    const terminal = new Console({ typed: true }).press('enter');
    terminal.lines('enable', 'configure terminal');
    terminal.screen();
    terminal.keys('?');
    const first = terminal.screen();
    expect(first.endsWith('\n --More-- ')).toBe(true);
    expect(first.split('\n')).toHaveLength(25);
    terminal.keys('q');
    expect(terminal.screen()).toBe(`${'\b'.repeat(9)}${' '.repeat(8)}${'\b'.repeat(9)}R1(config)#`);
  });
});

describe('Tab', () => {
  const tab = (text: string, mode: readonly string[] = []): string => {
    const terminal = new Console().lines(...mode);
    terminal.screen();
    terminal.keys(text).press('tab');
    return terminal.screen().slice(text.length);
  };

  it('completes on a new line, with a blank behind', () => {
    expect(tab('conf')).toBe('\nR1#configure ');
    expect(tab('show ip ro')).toBe('\nR1#show ip route ');
    expect(tab('do sh ver', CONFIG)).toBe('\nR1(config)#do sh version ');
    expect(tab('no ip add', PORT)).toBe('\nR1(config-if)#no ip address ');
  });

  it('repeats the line where several words begin so, or none', () => {
    expect(tab('show i')).toBe('\x07\nR1#show i');
    expect(tab('foo')).toBe('\x07\nR1#foo');
    expect(tab('show ')).toBe('\x07\nR1#show ');
  });

  it('completes the class of an interface with a small letter', () => {
    expect(tab('interface gi', CONFIG)).toBe('\nR1(config)#interface gigabitEthernet ');
  });

  it('keeps what stands behind the cursor', () => {
    const terminal = new Console();
    terminal.keys('sh clock').press('ctrl-a', 'right', 'right', 'tab');
    expect(terminal.vty.line).toMatchObject({ text: 'show  clock', cursor: 5 });
  });
});
