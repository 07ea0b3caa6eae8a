// What IOS says of a line that it does not take: word for word, the caret in its column.

import { describe, expect, it } from 'vitest';
import { Console } from './console.ts';

const INVALID = "% Invalid input detected at '^' marker.";
const caret = (column: number): string => `${' '.repeat(column)}^\n${INVALID}\n\n`;

/** Privileged exec of R1: the prompt `R1#` is three wide. */
describe('in exec', () => {
  const exec = new Console();
  it.each([
    ['show ip rout3', `${caret(15)}`],
    ['show ips', caret(10)],
    ['show version detail', caret(16)],
    ['  show foo', caret(11)],
    ['show xoo', caret(8)],
    ['hostname R2', caret(4)],
    ['show vrf | foo', caret(14)],
    ['sh i', '% Ambiguous command:  "sh i"\n'],
    ['show ip', '% Incomplete command.\n\n'],
    ['show running-config |', '% Incomplete command.\n\n'],
    ['! a comment', ''],
    ['', ''],
    ['write network', caret(9)],
  ])('%s', (line, screen) => {
    expect(exec.line(line)).toBe(`${screen}R1#`);
  });

  it('does not know in user exec what is privileged', () => {
    const user = new Console();
    user.line('disable');
    expect(user.line('show running-config')).toBe(`         ^\n${INVALID}\n\nR1>`);
  });
});

/** `R1(config)#` is eleven wide, `R1(config-if)#` fourteen. */
describe('in configuration', () => {
  const config = (mode: readonly string[] = []): Console => new Console().lines('configure terminal', ...mode);
  it.each([
    [[], 'hostnane X', caret(17)],
    [[], 'interface gi0/99', caret(26)],
    [[], 'interface foo0', caret(21)],
    [[], 'interface gi0/0 up', caret(27)],
    [[], 'ip route 10.0.0.256 255.0.0.0 1.1.1.1', caret(29)],
    [[], 'no hostnane', caret(20)],
    [[], 'do sh ip rout3', caret(24)],
    [[], 'ip route 10.0.0.0', '% Incomplete command.\n\n'],
    [[], 'no', '% Incomplete command.\n\n'],
    [[], 'no ip route', '% Incomplete command.\n\n'],
    [[], 'no router bgp', '% Incomplete command.\n\n'],
    [[], 'ip s', '% Ambiguous command:  "ip s"\n'],
    [['interface gi0/0'], 'ip addresss 1.1.1.1', caret(24)],
    [['interface gi0/0'], 'ip address 1.1.1.1', '% Incomplete command.\n\n'],
    [['interface lo0'], 'duplex full', caret(15)],
    [['interface gi0/0'], 'encapsulation dot1q 5', caret(16)],
  ])('%j %s', (mode, line, screen) => {
    const terminal = config(mode);
    const answer = terminal.line(line);
    expect(answer.slice(0, answer.lastIndexOf('\n') + 1)).toBe(screen);
  });

  it('marks the mode that understood most of the line', () => {
    // `ip route` is the beginning of two interface commands, and a command of the mode above.
    const terminal = config(['interface gi0/0']);
    expect(terminal.line('ip route 10.0.0.0 255.0.0.0 1.1.1.1 300')).toBe(`${caret(52)}R1(config-if)#`);
    expect(terminal.line('ip route 10.0.0.0 255.0.0.0 1.1.1.1 30')).toBe('R1(config)#');
  });
});

describe('a word that is no command', () => {
  const unknown = '% Unknown command or computer name, or unable to find computer address\n';

  it('is looked up as the name of a host, which takes its time', () => {
    const terminal = new Console();
    terminal.keys('foo\r');
    expect(terminal.screen()).toBe('R1#foo\nTranslating "foo"...domain server (255.255.255.255)');
    terminal.wait(8);
    expect(terminal.vty.state).toBe('running');
    terminal.wait(2);
    expect(terminal.screen()).toBe(`\n\n% Bad IP address or host name\n${unknown}R1#`);
  });

  it('is given up at the break key', () => {
    const terminal = new Console();
    terminal.keys('foo\r').press('ctrl-shift-6');
    expect(terminal.screen()).toContain('% Bad IP address or host name');
    expect(terminal.world.now).toBe(0);
  });

  it('is not asked for where names are not looked up', () => {
    const terminal = new Console({ saved: 'hostname R1\nno ip domain lookup\n' });
    const twice = 'Translating "foo"\n\nTranslating "foo"\n\n';
    expect(terminal.line('foo')).toBe(`${twice}% Bad IP address or host name\n${unknown}R1#`);
  });

  it('is told on one line by IOS XE', () => {
    const terminal = new Console({ model: 'CSR1000V', saved: 'hostname R1\nno ip domain-lookup\n' });
    expect(terminal.line('foo')).toBe(`% Bad IP address or host name${unknown}R1#`);
  });

  it('is marked where the line prefers no transport', () => {
    const terminal = new Console({ saved: 'hostname R1\nline con 0\n transport preferred none\n' });
    expect(terminal.line('foo')).toBe(`   ^\n${INVALID}\n\nR1#`);
  });
});
