// traceroute on the console: hops as they come in.

import { describe, expect, it } from 'vitest';
import { millis, seconds } from '../../../../src/sim/time.ts';
import { ExecLab, type RouterSpec } from '../exec-lab.ts';

const STATIC = (via: string) => ({ default: [{ to: '0.0.0.0/0', via }] });

const R1: RouterSpec = {
  facts: {
    interfaces: { 'GigabitEthernet0/0': '10.0.12.1/24', Loopback0: '1.1.1.1/32' },
    static: STATIC('10.0.12.2'),
  },
  text: 'no ip domain lookup\n',
};
const R2: RouterSpec = {
  facts: {
    interfaces: { 'GigabitEthernet0/0': '10.0.12.2/24', 'GigabitEthernet0/1': '10.0.23.2/24' },
    static: {
      default: [
        { to: '1.1.1.1/32', via: '10.0.12.1' },
        { to: '3.3.3.3/32', via: '10.0.23.3' },
      ],
    },
  },
};
const R3: RouterSpec = {
  facts: {
    interfaces: { 'GigabitEthernet0/0': '10.0.23.3/24', Loopback0: '3.3.3.3/32' },
    static: STATIC('10.0.23.2'),
  },
};

const CABLES = ['R1 GigabitEthernet0/0 - R2 GigabitEthernet0/0', 'R2 GigabitEthernet0/1 - R3 GigabitEthernet0/0'];

function lab(first: RouterSpec = R1): ExecLab {
  const r = new ExecLab({ R1: first, R2, R3 }, CABLES, millis(1)).run(seconds(5));
  r.type('R1', 'ping 3.3.3.3');
  r.type('R1', 'ping 3.3.3.3');
  return r;
}

describe('traceroute', () => {
  it('shows a line a hop; the last router may complain only twice a second', () => {
    // Shape: captures of IOS 15.x (`3 10.0.34.4 4 msec *  5 msec`).
    expect(lab().type('R1', 'traceroute 3.3.3.3')).toBe(`\
Type escape sequence to abort.
Tracing the route to 3.3.3.3
VRF info: (vrf in name/id, vrf out name/id)
  1 10.0.12.2 2 msec 2 msec 2 msec
  2 10.0.23.3 4 msec *  4 msec
`);
  });

  it('shows names where the router knows them', () => {
    const r = lab({ ...R1, text: 'no ip domain lookup\nip host R2 10.0.12.2\nip host far 3.3.3.3\n' });
    expect(r.type('R1', 'traceroute far probe 1').split('\n').slice(1)).toEqual([
      'Tracing the route to far (3.3.3.3)',
      'VRF info: (vrf in name/id, vrf out name/id)',
      '  1 R2 (10.0.12.2) 2 msec',
      '  2 10.0.23.3 4 msec',
      '',
    ]);
    expect(r.type('R1', 'traceroute far numeric ttl 1 1 probe 2').split('\n').slice(1)).toEqual([
      'Tracing the route to 3.3.3.3',
      'VRF info: (vrf in name/id, vrf out name/id)',
      '  1 10.0.12.2 2 msec 2 msec',
      '',
    ]);
  });

  it('shows where the way ends', () => {
    const lines = lab().type('R1', 'traceroute 9.9.9.9').split('\n').slice(3);
    // Words: Cisco, "Understand the Extended ping and Extended traceroute Commands": !H host unreachable.
    expect(lines).toEqual(['  1 10.0.12.2 !H  *  !H ', '']);
  });

  it('shows stars for silence until somebody breaks it off', () => {
    const r = lab();
    r.begin('R1', 'traceroute 3.3.3.3 port 5 source Loopback0 ttl 3 5 timeout 1');
    r.run(seconds(1));
    expect(r.screen('R1')).toContain('  3 10.0.23.3 ');
    r.finish('R1');
    const dark = lab({ ...R1, facts: { ...R1.facts, static: {} } });
    dark.begin('R1', 'traceroute 3.3.3.3 timeout 1');
    dark.run(millis(4500)).press('R1', 'ctrl-shift-6');
    // Shape: capture of a traceroute with silent hops, IOS 15.x: `  8  *  *  * `.
    expect(dark.terminal('R1').split('\n').slice(4)).toEqual(['  1  *  *  * ', '  2  * ', 'R1#']);
  });

  it('asks for everything in turn', () => {
    const r = lab();
    r.begin('R1', 'traceroute');
    for (const text of ['', '3.3.3.3', '', '1.1.1.1', 'y', '1', '1', '2', '', '', '']) r.answer('R1', text);
    r.finish('R1');
    // Order and defaults: captures of IOS 15.x (CTD-C5, 2014) and of IOS XE (ingress).
    expect(r.terminal('R1')).toBe(`\
traceroute
Protocol [ip]: 
Target IP address: 3.3.3.3
Ingress traceroute [n]: 
Source address: 1.1.1.1
Numeric display [n]: y
Timeout in seconds [3]: 1
Probe count [3]: 1
Minimum Time to Live [1]: 2
Maximum Time to Live [30]: 
Port Number [33434]: 
Loose, Strict, Record, Timestamp, Verbose[none]: 
Type escape sequence to abort.
Tracing the route to 3.3.3.3
VRF info: (vrf in name/id, vrf out name/id)
  2 10.0.23.3 4 msec
R1#`);
  });

  it.each([
    ['traceroute vrf NOPE 1.1.1.1', '% VRF NOPE does not exist\n'],
    ['traceroute nobody', '% Unrecognized host or address, or protocol not running.\n\n'],
    ['traceroute 3.3.3.3 source 9.9.9.9', '% Invalid source address- IP address not on any of our up interfaces\n'],
  ])('%s', (line, answer) => {
    expect(lab().type('R1', line)).toBe(answer);
  });
});
