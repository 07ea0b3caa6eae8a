// show running-config partition: one part of the configuration. Source: Cisco IOS Configuration Management guide,
// "Configuration Partitioning". Lines that are printed otherwise than they were typed: logging trap, exec-timeout, username.

import { describe, expect, it } from 'vitest';
import { Console } from './console.ts';

const privileged = (...lines: readonly string[]): Console =>
  new Console().lines('enable', 'configure terminal', ...lines, 'end');

const blocks = (console: Console, partition: string): readonly string[] =>
  console
    .line(`show running-config partition ${partition}`)
    .split('\n')
    .filter((line) => /^(router|ip|interface|hostname|line)/.test(line));

describe('show running-config partition', () => {
  const console = privileged('router bgp 65000', 'router isis CORE', 'ip prefix-list A permit 10.0.0.0/8');

  it('says which part it is', () => {
    const text = console.line('show running-config partition router bgp 65000');
    expect(text).toContain('!\nConfiguration of Partition - router bgp 65000\n!\n!\n!\nrouter bgp 65000\n');
    expect(text).toContain('!\n!\nend\n\nR1#');
  });

  it('has that part and no other', () => {
    expect(blocks(console, 'router')).toEqual(['router isis CORE', 'router bgp 65000']);
    expect(blocks(console, 'router isis CORE')).toEqual(['router isis CORE']);
    expect(blocks(console, 'router bgp 1')).toEqual([]);
    expect(blocks(console, 'ip-prefix-list')).toEqual(['ip prefix-list A seq 5 permit 10.0.0.0/8']);
    expect(blocks(console, 'interface g0/1')).toEqual(['interface GigabitEthernet0/1']);
    expect(blocks(console, 'common')).toContain('hostname R1');
    expect(blocks(console, 'common')).not.toContain('router bgp 65000');
  });
});

describe('lines and users', () => {
  const printed = (what: RegExp, ...lines: readonly string[]): readonly string[] =>
    privileged(...lines)
      .config()
      .filter((line) => what.test(line));

  it('have a timeout in minutes and seconds', () => {
    expect(printed(/exec-timeout/, 'line con 0', 'exec-timeout 5')).toEqual([' exec-timeout 5 0']);
    expect(printed(/exec-timeout/, 'line con 0', 'exec-timeout 5 30', 'no exec-timeout')).toEqual([
      ' exec-timeout 0 0',
    ]);
    expect(printed(/exec-timeout/, 'line con 0', 'exec-timeout 5 30', 'default exec-timeout')).toEqual([]);
  });

  it('have a password or a secret', () => {
    const console = privileged('username x secret 0 y').lines('configure terminal');
    expect(console.line('username x password z')).toContain(
      'ERROR: Can not have both a user password and a user secret.\nPlease choose one or the other.\n',
    );
    expect(printed(/^username/, 'username x password y', 'username x secret z')).toEqual(['username x password 0 y']);
    expect(printed(/^username/, 'username x password y', 'username x privilege 15')).toEqual([
      'username x privilege 15 password 0 y',
    ]);
  });
});

describe('logging trap', () => {
  const printed = (...lines: readonly string[]): readonly string[] =>
    privileged(...lines)
      .config()
      .filter((line) => line.includes('logging trap'));

  it('is printed unless it is informational', () => {
    expect(printed('logging trap')).toEqual([]);
    expect(printed('logging trap warnings', 'logging trap informational')).toEqual([]);
    expect(printed('logging trap 4')).toEqual(['logging trap warnings']);
    expect(printed('logging trap 4', 'no logging trap')).toEqual(['no logging trap']);
    expect(printed('no logging trap', 'logging trap')).toEqual([]);
  });
});
