// Orders that make the router forget.

import { expect, it } from 'vitest';
import { minutes, seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';

const lab = (): Routers =>
  new Routers(
    {
      R1: {
        set: `
set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.1/24
set interfaces ge-0/0/1 vlan-tagging
set interfaces ge-0/0/1 unit 10 vlan-id 10
set interfaces ge-0/0/1 unit 10 family inet address 10.0.10.1/24
set interfaces ge-0/0/1 unit 20 vlan-id 20
set interfaces ge-0/0/1 unit 20 family inet address 10.0.20.1/24
set routing-instances BLUE instance-type virtual-router
set routing-instances BLUE interface ge-0/0/1.20`,
      },
      R2: {
        set: `
set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.2/24
set interfaces ge-0/0/1 vlan-tagging
set interfaces ge-0/0/1 unit 10 vlan-id 10
set interfaces ge-0/0/1 unit 10 family inet address 10.0.10.2/24
set interfaces ge-0/0/1 unit 20 vlan-id 20
set interfaces ge-0/0/1 unit 20 family inet address 10.0.20.2/24`,
      },
    },
    ['R1 ge-0/0/0 - R2 ge-0/0/0', 'R1 ge-0/0/1 - R2 ge-0/0/1'],
  ).run(minutes(1));

const busy = (): Routers => {
  const r = lab();
  for (const to of ['10.0.12.2', '10.0.10.2', '10.0.20.2 routing-instance BLUE']) r.type('R1', `ping ${to} rapid`);
  return r;
};

const neighbours = (r: Routers): readonly string[] =>
  [...r.type('R1', 'show arp no-resolve').matchAll(/ (10\.0\.\d+\.2) /g)].map(([, address]) => address ?? '');

it('forgets neighbours, and tells which', () => {
  // Junos OS CLI reference, "clear arp", sample output: `192.168.71.254   deleted`.
  const r = busy();
  expect(neighbours(r)).toEqual(['10.0.10.2', '10.0.12.2', '10.0.20.2']);
  expect(r.type('R1', 'clear arp')).toBe('10.0.10.2        deleted\n10.0.12.2        deleted\n');
  expect(neighbours(r)).toEqual(['10.0.20.2']);
  expect(r.type('R1', 'clear arp vpn BLUE')).toBe('10.0.20.2        deleted\n');
  expect(neighbours(r)).toEqual([]);
});

it('forgets one neighbour, or those of an interface', () => {
  const r = busy();
  r.type('R1', 'clear arp hostname 10.0.12.2');
  expect(neighbours(r)).toEqual(['10.0.10.2', '10.0.20.2']);
  r.type('R1', 'clear arp interface ge-0/0/1.10');
  expect(neighbours(r)).toEqual(['10.0.20.2']);
});

it('sets counters back', () => {
  const r = busy();
  const counted = (name: string): number =>
    Number(/Input packets : (\d+)/.exec(r.type('R1', `show interfaces ${name}`))?.[1]);
  const octets = (): number =>
    Number(/Total octets +(\d+)/.exec(r.type('R1', 'show interfaces ge-0/0/1 extensive'))?.[1]);
  expect(counted('ge-0/0/0.0')).toBeGreaterThan(0);
  r.type('R1', 'clear interfaces statistics ge-0/0/1');
  expect([octets(), counted('ge-0/0/1.10'), counted('ge-0/0/1.20')]).toEqual([0, 0, 0]);
  expect(counted('ge-0/0/0.0')).toBeGreaterThan(0);
  r.run(seconds(5));
  expect(r.type('R1', 'show interfaces ge-0/0/1 detail')).toMatch(
    /Statistics last cleared: 2026-03-01 10:01:0\d UTC \(00:00:05 ago\)/,
  );
  expect(r.type('R1', 'show interfaces ge-0/0/0 detail')).toContain('Statistics last cleared: Never');
  r.type('R1', 'clear interfaces statistics all');
  expect(counted('ge-0/0/0.0')).toBe(0);
  expect(r.type('R1', 'clear interfaces statistics xe-0/0/0')).toBe('error: device xe-0/0/0 not found\n');
});

it('empties a log', () => {
  const r = lab();
  expect(r.type('R1', 'show log messages')).toContain('SNMP_TRAP_LINK_UP');
  expect(r.type('R1', 'clear log messages')).toBe('');
  expect(r.type('R1', 'show log messages')).toMatch(/^Mar {2}1 10:01:00 {2}R1 clear-log\[\d+\]: logfile cleared\n$/);
  expect(r.type('R1', 'clear log nothing')).toBe('error: could not resolve file: nothing\n');
});
