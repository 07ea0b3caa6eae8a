// ping on the console: what the screen shows, and when.

import { describe, expect, it } from 'vitest';
import { signOf } from '../../../../src/os/ios/tools/ping-run.ts';
import { millis, seconds } from '../../../../src/sim/time.ts';
import { ip } from '../../../harness/routes.ts';
import { ExecLab, type RouterSpec } from '../exec-lab.ts';

const R1: RouterSpec = {
  facts: {
    interfaces: {
      'GigabitEthernet0/0': '10.0.12.1/24',
      'GigabitEthernet0/1': { at: '10.0.99.1/24', down: true },
      Loopback0: '1.1.1.1/32',
      Loopback7: { at: '7.7.7.1/24', vrf: 'BLUE' },
      Loopback8: { vrf: 'EMPTY' },
    },
    vrfs: ['BLUE', 'EMPTY'],
    static: { default: [{ to: '0.0.0.0/0', via: '10.0.12.2' }] },
  },
  text: 'no ip domain lookup\nip host R2 10.0.12.2\n',
};
const R2: RouterSpec = { facts: { interfaces: { 'GigabitEthernet0/0': '10.0.12.2/24', Loopback0: '2.2.2.2/32' } } };

const lab = (first: RouterSpec = R1): ExecLab =>
  new ExecLab({ R1: first, R2 }, ['R1 GigabitEthernet0/0 - R2 GigabitEthernet0/0']).run(seconds(5));

const SUCCESS = 'Success rate is 100 percent (5/5), round-trip min/avg/max = 1/1/1 ms';

describe('ping', () => {
  it('loses the packet that asks for the neighbour', () => {
    const r = lab();
    // Capture: IOSv 15.x, R1-VRF: `.!!!!` on the first ping, `!!!!!` afterwards.
    expect(r.type('R1', 'ping 10.0.12.2')).toBe(`\
Type escape sequence to abort.
Sending 5, 100-byte ICMP Echos to 10.0.12.2, timeout is 2 seconds:
.!!!!
Success rate is 80 percent (4/5), round-trip min/avg/max = 1/1/1 ms
`);
    expect(r.type('R1', 'ping 10.0.12.2').split('\n').slice(2, 4)).toEqual(['!!!!!', SUCCESS]);
  });

  it('tells what it was asked to send', () => {
    const r = lab();
    r.type('R1', 'ping 10.0.12.2');
    const shown = r.type(
      'R1',
      'ping 10.0.12.2 source Loopback0 repeat 2 size 1400 df-bit timeout 1 data ffff validate',
    );
    // Captures: IOSv 15.x and IOS XE; the blank behind the source address is theirs. R2 has no way back to 1.1.1.1.
    expect(shown).toBe(`\
Type escape sequence to abort.
Sending 2, 1400-byte ICMP Echos to 10.0.12.2, timeout is 1 seconds:
Packet sent with a source address of 1.1.1.1 
Packet sent with the DF bit set
Reply data will be validated
Packet has data pattern 0xFFFF
..
Success rate is 0 percent (0/2)
`);
  });

  it('hears every second time that there is no route, for the other router complains twice a second at most', () => {
    const r = lab();
    r.type('R1', 'ping 10.0.12.2');
    // Capture: IOS, an unreachable host behind a router: `U.U.U`.
    expect(r.type('R1', 'ping 9.9.9.9').split('\n').slice(2, 4)).toEqual(['U.U.U', 'Success rate is 0 percent (0/5)']);
  });

  it('takes its time where nothing can be sent', () => {
    const r = lab({ ...R1, facts: { ...R1.facts, static: {} } });
    const from = r.world.now;
    expect(r.type('R1', 'ping 9.9.9.9').split('\n')[2]).toBe('.....');
    expect(r.world.now - from).toBe(10_000_000);
  });

  it('counts dots as the seconds pass', () => {
    const r = lab({ ...R1, facts: { ...R1.facts, static: {} } });
    r.begin('R1', 'ping 9.9.9.9');
    expect(r.screen('R1').endsWith('seconds:\n')).toBe(true);
    r.run(millis(1999));
    expect(r.screen('R1').endsWith('seconds:\n')).toBe(true);
    r.run(millis(2));
    expect(r.screen('R1').endsWith('seconds:\n.')).toBe(true);
  });

  it('begins a new row after seventy signs', () => {
    const r = lab();
    r.type('R1', 'ping 10.0.12.2');
    expect(r.type('R1', 'ping 10.0.12.2 repeat 150').split('\n').slice(2)).toEqual([
      '!'.repeat(70),
      '!'.repeat(70),
      '!'.repeat(10),
      'Success rate is 100 percent (150/150), round-trip min/avg/max = 1/1/1 ms',
      '',
    ]);
    expect(r.type('R1', 'ping 10.0.12.2 repeat 70').split('\n').slice(2, 4)).toEqual([
      '!'.repeat(70),
      'Success rate is 100 percent (70/70), round-trip min/avg/max = 1/1/1 ms',
    ]);
  });

  it('is ended by the break key, with the sum so far', () => {
    const r = lab({ ...R1, facts: { ...R1.facts, static: {} } });
    r.begin('R1', 'ping 9.9.9.9');
    r.run(seconds(5)).press('R1', 'ctrl-shift-6');
    expect(r.terminal('R1').split('\n').slice(3)).toEqual(['..', 'Success rate is 0 percent (0/2)', 'R1#']);
    expect(r.type('R1', 'show clock')).toContain('UTC');
  });

  it('tells each reply in words when asked', () => {
    const r = lab();
    // Words: a script for `ping` with option V (IOS 12.2T).
    expect(r.type('R1', 'ping 10.0.12.2 repeat 3 verbose').split('\n').slice(2, 6)).toEqual([
      'Request 0 timed out',
      'Reply to request 1 (1 ms)',
      'Reply to request 2 (1 ms)',
      'Success rate is 66 percent (2/3), round-trip min/avg/max = 1/1/1 ms',
    ]);
  });

  it('knows the names in its own table, and asks nobody else when told so', () => {
    const r = lab();
    expect(r.type('R1', 'ping R2').split('\n')[1]).toBe(
      'Sending 5, 100-byte ICMP Echos to 10.0.12.2, timeout is 2 seconds:',
    );
    // Capture: IOS XE, `ping plex`.
    expect(r.type('R1', 'ping plex')).toBe('% Unrecognized host or address, or protocol not running.\n\n');
    expect(r.type('R1', 'ping 3.3.3..2')).toBe('% Unrecognized host or address, or protocol not running.\n\n');
  });

  it('asks name servers in vain for a while', () => {
    const r = lab({ ...R1, text: '' });
    const from = r.world.now;
    // Capture: IOS 15.x.
    expect(r.type('R1', 'ping foo')).toBe(`\
Translating "foo"...domain server (255.255.255.255)
% Unrecognized host or address, or protocol not running.

`);
    expect(r.world.now - from).toBe(9_000_000);
    r.begin('R1', 'ping foo');
    r.press('R1', 'ctrl-shift-6');
    expect(r.terminal('R1').endsWith('protocol not running.\n\nR1#')).toBe(true);
  });

  // Captures: IOS XE; unicon and netmiko users' lists of errors.
  it.each([
    ['ping vrf NOPE 1.1.1.1', '% VRF NOPE does not exist'],
    ['ping 2.2.2.2 source 10.0.16.1', '% Invalid source address- IP address not on any of our up interfaces'],
    ['ping 2.2.2.2 source 10.0.99.1', '% Invalid source address- IP address not on any of our up interfaces'],
    ['ping 2.2.2.2 source GigabitEthernet0/1', '% Invalid source interface - IP not enabled or interface is down'],
    [
      'ping 2.2.2.2 source Loopback7',
      '% Invalid source interface - Interface vrf does not match the vrf used for ping',
    ],
    ['ping vrf EMPTY 2.2.2.2', '% VRF EMPTY does not have a usable source address'],
  ])('%s', (line, answer) => {
    expect(lab().type('R1', line)).toBe(`${answer}\n`);
  });

  it('without any address of its own, IP does not run', () => {
    const r = lab({ facts: { interfaces: { 'GigabitEthernet0/0': {} } } });
    expect(r.type('R1', 'ping 10.0.12.2')).toBe('% Unrecognized host or address, or protocol not running.\n\n');
  });
});

it.each([
  [3, 0, 'N'],
  [3, 1, 'U'],
  [3, 2, 'P'],
  [3, 3, 'U'],
  [3, 4, 'M'],
  [3, 10, 'A'],
  [3, 13, 'U'],
  [4, 0, 'Q'],
  [11, 0, '&'],
  [5, 0, '?'],
])('ICMP type %i code %i is %s', (type, code, sign) => {
  expect(signOf({ kind: 'error', sequence: 0, from: ip('1.1.1.1'), type, code, mtu: undefined })).toBe(sign);
});

describe('the extended ping', () => {
  const answers = (r: ExecLab, ...texts: readonly string[]): string => {
    for (const text of texts) r.answer('R1', text);
    r.finish('R1');
    return r.terminal('R1');
  };

  it('asks for everything in turn', () => {
    const r = lab();
    r.type('R1', 'ping 10.0.12.2');
    r.begin('R1', 'ping');
    // Order and defaults: captures of an IOSv-class router (GNS3) and IOS XE 16.
    expect(answers(r, '', '10.0.12.2', '', '', '', 'y', '', '10.0.12.1', '', '', '', '', '', '')).toBe(`\
ping
Protocol [ip]: 
Target IP address: 10.0.12.2
Repeat count [5]: 
Datagram size [100]: 
Timeout in seconds [2]: 
Extended commands [n]: y
Ingress ping [n]: 
Source address or interface: 10.0.12.1
Type of service [0]: 
Set DF bit in IP header? [no]: 
Validate reply data? [no]: 
Data pattern [0x0000ABCD]: 
Loose, Strict, Record, Timestamp, Verbose[none]: 
Sweep range of sizes [n]: 
Type escape sequence to abort.
Sending 5, 100-byte ICMP Echos to 10.0.12.2, timeout is 2 seconds:
Packet sent with a source address of 10.0.12.1 
!!!!!
${SUCCESS}
R1#`);
  });

  it('is shorter without the extended commands', () => {
    const r = lab();
    r.type('R1', 'ping 10.0.12.2');
    r.begin('R1', 'ping ip');
    const shown = answers(r, '10.0.12.2', '3', '', '', '', '');
    // Capture: cisco3, IOS XE (netmiko exercise).
    expect(shown.split('\n').slice(0, 9)).toEqual([
      'ping ip',
      'Target IP address: 10.0.12.2',
      'Repeat count [5]: 3',
      'Datagram size [100]: ',
      'Timeout in seconds [2]: ',
      'Extended commands [n]: ',
      'Sweep range of sizes [n]: ',
      'Type escape sequence to abort.',
      'Sending 3, 100-byte ICMP Echos to 10.0.12.2, timeout is 2 seconds:',
    ]);
  });

  it('asks again after an answer that will not do', () => {
    const r = lab();
    r.type('R1', 'ping 10.0.12.2');
    r.begin('R1', 'ping');
    const shown = answers(
      r,
      'ip',
      '10.0.12.2',
      'abc',
      '1',
      '20',
      '',
      '',
      'maybe',
      'yes',
      '',
      '9.9.9.9',
      'lo0',
      '',
      '',
      '',
      '',
      'x',
      'v',
      '',
      '',
    );
    expect(shown.split('\n').slice(3, 15)).toEqual([
      'Repeat count [5]: abc',
      '% A decimal number between 1 and 2147483647.',
      'Repeat count [5]: 1',
      'Datagram size [100]: 20',
      '% A decimal number between 36 and 18024.',
      'Datagram size [100]: ',
      'Timeout in seconds [2]: ',
      'Extended commands [n]: maybe',
      "% Please answer 'yes' or 'no'.",
      'Extended commands [n]: yes',
      'Ingress ping [n]: ',
      'Source address or interface: 9.9.9.9',
    ]);
    expect(shown).toContain(
      '% Invalid source. Must use IP address or full interface name without spaces (e.g. Serial0/1)\nSource address or interface: lo0\n',
    );
    // Capture: an IOS XE router, option `Timestamp, Verbose`: no line break behind the complaint.
    expect(shown).toContain(
      'Verbose[none]: x\n% No such option - "x"Loose, Strict, Record, Timestamp, Verbose[none]: v\nLoose, Strict, Record, Timestamp, Verbose[V]: \n',
    );
    expect(shown).toContain('Packet sent with a source address of 1.1.1.1 \nRequest 0 timed out\n');
  });

  it('sweeps over sizes', () => {
    const r = lab();
    r.type('R1', 'ping 10.0.12.2');
    r.begin('R1', 'ping');
    const shown = answers(r, '', '10.0.12.2', '1', '', '', '', 'y', '1400', '1404', '2');
    // Header: capture of a sweep, IOS XE.
    expect(shown.split('\n').slice(7)).toEqual([
      'Sweep range of sizes [n]: y',
      'Sweep min size [36]: 1400',
      'Sweep max size [18024]: 1404',
      'Sweep interval [1]: 2',
      'Type escape sequence to abort.',
      'Sending 3, [1400..1404]-byte ICMP Echos to 10.0.12.2, timeout is 2 seconds:',
      '!!!',
      'Success rate is 100 percent (3/3), round-trip min/avg/max = 1/1/1 ms',
      'R1#',
    ]);
  });

  it('ends with a wrong protocol or no address', () => {
    const r = lab();
    r.begin('R1', 'ping');
    expect(answers(r, 'ipx').split('\n').slice(2)).toEqual([
      '% Unknown protocol - "ipx", type "ping ?" for help',
      'R1#',
    ]);
    r.begin('R1', 'ping');
    expect(answers(r, '', '').split('\n').slice(3)).toEqual(['% Bad IP address', 'R1#']);
  });

  it('has older questions on a 7206VXR', () => {
    const r = lab({ ...R1, model: '7206VXR' });
    r.begin('R1', 'ping');
    const shown = answers(r, '', '10.0.12.2', '1', '', '', 'y', '', '', '', '', '');
    // Capture: IOS 12.2T and 15.x of routers without `Ingress ping`.
    expect(shown.split('\n').slice(6, 12)).toEqual([
      'Extended commands [n]: y',
      'Source address or interface: ',
      'Type of service [0]: ',
      'Set DF bit in IP header? [no]: ',
      'Validate reply data? [no]: ',
      'Data pattern [0xABCD]: ',
    ]);
  });
});

it.each([
  // Captures: `min/avg/max = 20/26/36`, `28/29/32` of 7200s and the like; `1/1/2` of IOSv.
  ['7206VXR', '8/8/8'],
  ['IOSv', '10/10/10'],
])('a %s tells time in steps of its clock', (model, times) => {
  const cable = ['R1 GigabitEthernet0/0 - R2 GigabitEthernet0/0'];
  const r = new ExecLab({ R1: { ...R1, model }, R2 }, cable, millis(5)).run(seconds(5));
  r.type('R1', 'ping 10.0.12.2');
  expect(r.type('R1', 'ping 10.0.12.2')).toContain(`round-trip min/avg/max = ${times} ms`);
});
