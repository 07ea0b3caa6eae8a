// debug: what is told of packets on a cable, of which interfaces, and how it ends.

import { beforeEach, expect, it } from 'vitest';
import { World } from '../../../src/sim/world.ts';
import { Console, plug } from './console.ts';

let near: Console;
let far: Console;

beforeEach(() => {
  const world = new World(1);
  const saved = (n: number): string =>
    `hostname R${n}\nno service timestamps debug\ninterface gi0/0\n ip address 10.0.12.${n} 255.255.255.0\n no shutdown`;
  near = new Console({ world, name: 'R1', mac: 0xaabbcc000100, saved: saved(1), power: false });
  far = new Console({ world, name: 'R2', mac: 0xaabbcc000200, saved: saved(2), power: false });
  plug(world, 'R1 GigabitEthernet0/0 - R2 GigabitEthernet0/0');
  near.power();
  far.power();
  near.wait(10).screen();
  far.screen();
});

const SUCCESS = 'Success rate is';

/** Forms of lines: captures of `debug arp` (IOL) and `debug ip icmp` (CSR 1000V). */
it('tells of ARP and ICMP, at both ends', () => {
  expect(near.line('debug arp')).toBe('ARP packet debugging is on\nR1#');
  expect(far.line('debug arp')).toBe('ARP packet debugging is on\nR2#');
  expect(near.line('debug ip icmp')).toBe('ICMP packet debugging is on\nR1#');
  far.line('debug ip icmp');
  const screen = near.line('ping 10.0.12.2 repeat 2');
  expect(screen).toContain(SUCCESS);
  expect(screen).toContain(
    'IP ARP: sent req src 10.0.12.1 aabb.cc00.0100, dst 10.0.12.2 0000.0000.0000 GigabitEthernet0/0\n',
  );
  expect(screen).toContain('IP ARP: rcvd rep src 10.0.12.2 aabb.cc00.0200, dst 10.0.12.1 GigabitEthernet0/0\n');
  expect(screen).toContain('ICMP: echo reply rcvd, src 10.0.12.2, dst 10.0.12.1, topology BASE, dscp 0 topoid 0\n');
  const there = far.screen();
  expect(there).toContain('IP ARP: rcvd req src 10.0.12.1 aabb.cc00.0100, dst 10.0.12.2 GigabitEthernet0/0\n');
  expect(there).toContain(
    'IP ARP: sent rep src 10.0.12.2 aabb.cc00.0200, dst 10.0.12.1 aabb.cc00.0100 GigabitEthernet0/0\n',
  );
  expect(there).toContain('ICMP: echo reply sent, src 10.0.12.2, dst 10.0.12.1, topology BASE, dscp 0 topoid 0\n');
});

it('tells of IP packets of the box itself', () => {
  near.line('debug ip packet');
  const screen = near.line('ping 10.0.12.2 repeat 1 size 60');
  near.settle();
  near.line('ping 10.0.12.2 repeat 1 size 60');
  expect(screen + near.line('show logging | include IP:')).toContain(
    'IP: s=10.0.12.1 (local), d=10.0.12.2 (GigabitEthernet0/0), len 60, sending\n',
  );
  expect(near.line('show logging | include rcvd')).toContain(
    'IP: s=10.0.12.2 (GigabitEthernet0/0), d=10.0.12.1, len 60, rcvd 3\n',
  );
});

it('is silent again when it is switched off, one by one or all at once', () => {
  near.lines('debug arp', 'debug ip icmp');
  expect(near.line('show debugging')).toBe(
    'ARP:\n  ARP packet debugging is on\nGeneric IP:\n  ICMP packet debugging is on\nR1#',
  );
  expect(near.line('no debug arp')).toBe('ARP packet debugging is off\nR1#');
  expect(near.line('undebug ip icmp')).toBe('ICMP packet debugging is off\nR1#');
  expect(near.line('show debugging')).toBe('R1#');
  near.line('debug ip icmp');
  expect(near.line('u all')).toBe('All possible debugging has been turned off\nR1#');
  expect(near.line('ping 10.0.12.2')).not.toContain('ICMP: ');
});

it('is confined to interfaces', () => {
  near.lines('debug ip icmp');
  expect(near.line('debug condition interface gi0/1')).toBe('Condition 1 set\nR1#');
  expect(near.line('ping 10.0.12.2')).not.toContain('ICMP: ');
  expect(near.line('debug condition interface gi0/0')).toBe('Condition 2 set\nR1#');
  expect(near.line('show debugging condition')).toContain('Condition 2: interface Gi0/0 (1 flags triggered)\n');
  expect(near.line('ping 10.0.12.2')).toContain('ICMP: ');
  expect(near.line('no debug condition interface gi0/0')).toBe('Condition 2 has been removed\nR1#');
  near.keys('no debug condition interface gi0/1\r');
  expect(near.screen()).toMatch(/are first removed\.\n\nProceed with removal\? \[yes\/no\]: $/);
  near.keys('yes\r');
  expect(near.screen()).toBe('yes\nCondition 1 has been removed\nR1#');
});

it('goes with a reload', () => {
  near.line('debug ip icmp');
  near.keys('reload\r\r').wait(90);
  near.screen();
  expect(near.line('show debugging')).toBe('R1#');
  expect(near.line('ping 10.0.12.2')).not.toContain('ICMP: ');
});

it('has time stamps of its own', () => {
  near.lines('configure terminal', 'service timestamps debug datetime msec', 'no service timestamps log', 'end');
  near.lines('debug ip icmp');
  expect(near.line('ping 10.0.12.2')).toMatch(/\*Mar {2}1 10:00:1\d\.\d{3}: ICMP: echo reply rcvd/);
});
