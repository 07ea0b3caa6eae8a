// Values of every type that the command files name: those that exist in the labs, and those that stand at an edge.

import type { Dice } from './dice.ts';

const ADDRESSES = [
  '10.0.12.1',
  '10.0.12.2',
  '10.0.23.2',
  '192.168.10.1',
  '192.168.10.11',
  '192.168.30.1',
  '10.10.10.1',
  '10.30.30.1',
  '127.0.0.1',
  '224.0.0.5',
  '255.255.255.255',
  '0.0.0.0',
  '169.254.0.1',
];
const PREFIXES = ['10.0.12.0/30', '192.168.10.0/24', '10.0.0.0/8', '0.0.0.0/0', '10.1.2.3/32', '192.0.2.0/31'];
const PREFIXES6 = ['2001:db8::/32', '::/0', 'fe80::/10', '2001:db8:1::1/128'];
const NAMES = ['RED', 'VRF-A', 'VRF-B', 'GUEST', 'all', 'default', 'A1', '10', 'PL', 'inet.0', 'x'];
const IOS_PORTS = [
  'GigabitEthernet0/0',
  'gi0/1',
  'Gi0/1.10',
  'Loopback0',
  'lo10',
  'Null0',
  'Tunnel5',
  'FastEthernet0/0',
];
const JUNOS_PORTS = [
  'ge-0/0/0',
  'ge-0/0/1',
  'ge-0/0/2.0',
  'ge-0/0/0.10',
  'lo0',
  'lo0.0',
  'ae0',
  'fxp0',
  'irb.1',
  'gr-0/0/0',
];

const VALUES: Readonly<Record<string, readonly string[]>> = {
  word: NAMES,
  name: NAMES,
  text: [...NAMES, '"two words"', '""', 'a.b', '[', '"a \\" b"'],
  string: [...NAMES, '"two words"'],
  line: ['some text', 'x', '"', 'a | b', 'deny any', '65000:1 65000:2', '_65000$'],
  vrf: ['VRF-A', 'VRF-B', 'GUEST', 'RED', 'nope'],
  instance: ['VRF-A', 'guest', 'RED', 'nope'],
  'any-instance': ['VRF-A', 'guest', 'all', 'master'],
  peer: ['10.0.12.2', '10.0.23.2', 'IBGP', '2001:DB8::1'],
  ipv4: ADDRESSES,
  ip: [...ADDRESSES, '2001:db8::1'],
  ipv6: ['2001:db8::1', '::', 'fe80::1'],
  'host-name': ['router', 'R-1', 'r_2'],
  'host-address': ['192.168.10.11/24', '10.0.0.1/8', '0.0.0.0/0', '192.168.10.11 255.255.255.0'],
  wildcard: ['0.0.0.255', '0.0.0.0', '255.255.255.255', '0.255.0.255'],
  mask: ['255.255.255.0', '255.255.255.252', '255.255.255.255', '0.0.0.0', '255.0.255.0'],
  prefix: PREFIXES,
  'any-prefix': [...PREFIXES, ...PREFIXES6],
  'interface-address': ['10.0.12.2/30', '10.0.23.1/30', '192.168.99.1/24', '10.0.0.0/8', '0.0.0.0/0', '1.1.1.1'],
  'interface-address6': ['2001:db8::1/64', '::/0'],
  prefix6: PREFIXES6,
  'prefix-or-all': [...PREFIXES, 'all'],
  'route-destination': [...PREFIXES, ...ADDRESSES, 'default'],
  'next-hop': [...ADDRESSES, 'ge-0/0/1.0'],
  interface: IOS_PORTS,
  'new-interface': IOS_PORTS,
  'interface-range': ['GigabitEthernet0/0 - 2', 'Loopback0 - 1', 'gi0/0 - 9999', 'lo1 - 3 , gi0/1'],
  'interface-name': JUNOS_PORTS,
  'interface-pattern': ['ge-0/0/*', 'ge-0/0/0', 'lo0', '*', '['],
  ifl: JUNOS_PORTS,
  'ifl-or-all': [...JUNOS_PORTS, 'all'],
  rd: ['65000:1', '192.0.2.1:3', '4200000000:1'],
  'route-distinguisher': ['65000:1', '192.0.2.1:3', '4200000000L:1'],
  'route-target': ['65000:1', '65000:2', 'target:65000:1', '192.0.2.1:3'],
  area: ['0', '0.0.0.0', '10.0.0.0', '4294967295'],
  asn: ['65000', '1.5', '4200000000', '0'],
  community: ['65000:1', 'no-export'],
  'community-member': ['65000:1', 'target:65000:1', 'no-export', '^65000:.*$', '*:*'],
  'as-path': ['AP1'],
  severity: ['3', 'debugging'],
  mac: ['0011.2233.4455', '00:11:22:33:44:55'],
  hex16: ['0x2102', '0xffff'],
  clock: ['10:00:00'],
  rib: ['inet.0', 'inet.3', 'bgp.l3vpn.0', 'RED.inet.0', 'inet6.0'],
  'route-table': ['inet.0', 'inet6.0', 'nope.inet.0'],
  'length-range': ['/24-/32', '/8-/8', '/33-/1'],
  'prefix-length': ['/24', '/0', '/32', '/33'],
  bandwidth: ['10m', '1g', '100000', '1k'],
  bytes: ['1m', '64k', '100'],
  'iso-address': ['49.0001.0100.0000.0001.00'],
  rollback: ['0', '1', '2', '49', '50'],
  amount: ['10', '0', '99999999'],
  'instance-type': ['vrf', 'virtual-router', 'forwarding'],
  permission: ['all', 'view'],
  protocol: ['static', 'direct', 'bgp', 'ospf'],
  'route-protocol': ['static', 'direct', 'bgp'],
};

const range = (type: string, dice: Dice): string | undefined => {
  const [, low, high] = /^(-?\d+)\.\.(\d+)$/.exec(type) ?? [];
  if (low === undefined || high === undefined) return undefined;
  const [from, to] = [Number(low), Number(high)];
  return String(
    dice.weighed([
      [3, from],
      [2, to],
      [4, Math.min(to, from + dice.below(20))],
      [1, from - 1],
      [1, to + 1],
    ]),
  );
};

/** A value of a type, mostly a good one. */
export function sampleOf(type: string, dice: Dice): string {
  return range(type, dice) ?? dice.pick(VALUES[type] ?? NAMES);
}
