// clear ip route: the routes come back at once, and are young again.

import { expect, it } from 'vitest';
import { Console } from './console.ts';

const vrf = (name: string, rd: string, other: string): string =>
  `vrf definition ${name}\n rd ${rd}\n address-family ipv4\n  route-target export ${rd}\n  route-target import ${other}\n exit-address-family\n`;
const SAVED = [
  'hostname R1',
  'no logging console',
  vrf('A', '1:1', '2:2'),
  vrf('B', '2:2', '1:1'),
  'interface Loopback0\n ip address 9.0.0.1 255.255.255.255',
  'interface Loopback1\n vrf forwarding A\n ip address 1.1.1.1 255.255.255.255',
  'interface Loopback2\n vrf forwarding A\n ip address 2.2.2.2 255.255.255.255',
  'router bgp 65000',
  ' address-family ipv4 vrf A\n  redistribute connected\n exit-address-family',
  ' address-family ipv4 vrf B\n exit-address-family',
].join('\n');

it('makes leaked routes young again, all or one', () => {
  const terminal = new Console({ saved: SAVED }).wait(120);
  const ages = (): string[] =>
    [...terminal.line('show ip route vrf B bgp').matchAll(/B {8}(\S+) .*?(\d\d:\d\d:\d\d)/g)].map(
      ([, prefix, age]) => `${prefix} ${age}`,
    );
  expect(ages()).toEqual(['1.1.1.1 00:01:59', '2.2.2.2 00:01:59']);
  expect(terminal.line('clear ip route vrf B 2.2.2.2')).toBe('R1#');
  terminal.wait(5);
  expect(ages()).toEqual(['1.1.1.1 00:02:04', '2.2.2.2 00:00:05']);
  terminal.lines('clear ip route vrf B *').wait(3);
  expect(ages()).toEqual(['1.1.1.1 00:00:03', '2.2.2.2 00:00:03']);
  expect(terminal.line('clear ip route vrf B 9.9.9.9')).toBe('%No matching route to delete\nR1#');
  expect(terminal.line('clear ip route vrf X *')).toBe('% IP routing table X does not exist\nR1#');
});
