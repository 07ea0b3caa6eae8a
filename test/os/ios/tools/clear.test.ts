// clear …: what is asked, what is said, what is forgotten.

import { expect, it } from 'vitest';
import { seconds } from '../../../../src/sim/time.ts';
import { bgpConfig } from '../../../harness/config.ts';
import { ExecLab } from '../exec-lab.ts';

const lab = (): ExecLab =>
  new ExecLab(
    {
      R1: {
        facts: {
          interfaces: { 'GigabitEthernet0/0': '10.0.12.1/24' },
          vrfs: ['BLUE'],
          bgp: bgpConfig({ BLUE: { rd: '1:1' } }),
        },
      },
      R2: { facts: { interfaces: { 'GigabitEthernet0/0': '10.0.12.2/24' } } },
    },
    ['R1 GigabitEthernet0/0 - R2 GigabitEthernet0/0'],
  ).run(seconds(5));

const packets = (r: ExecLab): string =>
  /(\d+) packets input/.exec(r.type('R1', 'show interfaces GigabitEthernet0/0'))?.[1] ?? '';

it('clear counters asks, clears and tells the log', () => {
  const r = lab();
  r.type('R1', 'ping 10.0.12.2');
  expect(Number(packets(r))).toBeGreaterThan(4);
  r.begin('R1', 'clear counters');
  r.press('R1', 'enter');
  // Captures: question and log line of IOS routers and switches.
  expect(r.terminal('R1')).toBe('clear counters\nClear "show interface" counters on all interfaces [confirm]\nR1#');
  expect(r.box('R1').log.at(-1)?.text).toBe('%CLEAR-5-COUNTERS: Clear counter on all interfaces by console');
  expect(packets(r)).toBe('0');
  r.run(seconds(7));
  expect(r.type('R1', 'show interfaces')).toContain('Last clearing of "show interface" counters 00:00:07\n');
});

it('clear counters of one interface, and another answer', () => {
  const r = lab();
  r.type('R1', 'ping 10.0.12.2');
  const before = packets(r);
  r.begin('R1', 'clear counters GigabitEthernet0/0');
  r.press('R1', 'n');
  expect(r.terminal('R1')).toContain('counters on this interface [confirm]n\nR1#');
  expect(packets(r)).toBe(before);
  r.begin('R1', 'clear counters GigabitEthernet0/0');
  r.press('R1', 'y');
  expect(r.box('R1').log.at(-1)?.text).toBe(
    '%CLEAR-5-COUNTERS: Clear counter on interface GigabitEthernet0/0 by console',
  );
  expect(packets(r)).toBe('0');
});

it('clear arp-cache and clear ip arp ask the neighbours anew', () => {
  const r = lab();
  r.type('R1', 'ping 10.0.12.2');
  r.run(seconds(70));
  expect(r.type('R1', 'show ip arp 10.0.12.2')).toMatch(/10\.0\.12\.2 +1 /);
  expect(r.type('R1', 'clear ip arp 10.0.12.2')).toBe('');
  r.run(seconds(1));
  expect(r.type('R1', 'show ip arp 10.0.12.2')).not.toMatch(/10\.0\.12\.2 +1 /);
  expect(r.type('R1', 'clear arp-cache')).toBe('');
  expect(r.type('R1', 'clear arp-cache vrf NOPE')).toBe('% VRF NOPE does not exist\n');
});

it('clear ip bgp', () => {
  const r = lab();
  expect(r.type('R1', 'clear ip bgp *')).toBe('');
  expect(r.type('R1', 'clear ip bgp * vpnv4 unicast soft in')).toBe('');
  // Capture: `clear bgp vpnv4 unicast 192.168.11.1 soft out`, IOS 15.x.
  expect(r.type('R1', 'clear bgp vpnv4 unicast 192.168.11.1 soft out')).toBe(
    '% BGP: Unknown neighbor - "192.168.11.1"\n',
  );
  expect(r.type('R2', 'clear ip bgp *')).toBe('% BGP not active\n');
});
