// A line of global configuration mode typed in a block leaves the block, though the block has longer words that begin so.

import { expect, it } from 'vitest';
import { Boxes } from './boxes.ts';

const BLOCKS: readonly (readonly string[])[] = [
  ['vrf definition A', 'address-family ipv4'],
  ['interface GigabitEthernet0/0'],
  ['router bgp 65001', 'address-family vpnv4'],
  ['router isis'],
  ['router ospf 1'],
  ['router eigrp 1'],
  ['route-map M permit 10'],
  ['key chain K', 'key 1'],
  ['line vty 0 4'],
  ['track 2 list boolean and'],
  ['ip access-list extended Y'],
  ['policy-map P'],
  ['ip sla 1'],
  ['l2vpn'],
  ['aaa group server tacacs+ T'],
];

const LINES: readonly string[] = [
  'router bgp 65001',
  'router isis Q',
  'router ospf 9',
  'interface Loopback77',
  'key chain ZZ',
  'ip route 10.9.0.0 255.255.0.0 Null0',
  'ip community-list 9 permit 1:1',
  'vrf definition ZZ',
  'track 99 interface GigabitEthernet0/1 line-protocol',
  'mpls ldp router-id GigabitEthernet0/1',
  'access-list 77 permit any',
  'route-map ZZ permit 10',
];

it.each(BLOCKS)('from %s %s', (...block) => {
  const boxes = new Boxes('IOSv', { R1: '' }, []).run(1);
  for (const line of LINES) boxes.configure('R1', ...block.filter((words) => words !== undefined), line);
  const shown = boxes.shown('R1', 'show running-config').split('\n');
  expect(LINES.filter((line) => !shown.includes(line))).toEqual([]);
});

it('what global configuration mode does not understand stays in the block, shortened or not', () => {
  const boxes = new Boxes('IOSv', { R1: '' }, []).run(1);
  boxes.configure('R1', 'router isis', 'router GigabitEthernet0/1');
  boxes.configure('R1', 'router ospf 1', 'router 10.0.0.1');
  expect(boxes.shown('R1', 'show running-config | section router isis')).toContain(' router-id GigabitEthernet0/1');
  expect(boxes.shown('R1', 'show running-config | section router ospf')).toContain(' router-id 10.0.0.1');
});
