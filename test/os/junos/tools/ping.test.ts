// ping on the console: what the screen shows, and when.

import { describe, expect, it } from 'vitest';
import type { Ip4 } from '../../../../src/base/ip.ts';
import { parseIp4 } from '../../../../src/base/ip.ts';
import { present } from '../../../../src/base/must.ts';
import type { PingReport } from '../../../../src/net/operations.ts';
import { micros, millis, minutes, seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';
import { Staged } from './staged.ts';

const ip = (text: string): Ip4 => present(parseIp4(text), text);

const sent = (sequence: number): PingReport => ({ kind: 'sent', sequence });
const reply = (sequence: number, rtt: number, more = {}): PingReport => ({
  kind: 'reply',
  sequence,
  from: ip('10.135.0.2'),
  ttl: 64,
  rtt: micros(rtt),
  bytes: 64,
  duplicate: false,
  ...more,
});

describe('what it says', () => {
  it('prints replies and their statistics', () => {
    // Capture: Junos ping, genieparser golden output 3.
    const rtts = [1013, 1013, 1117, 1086, 904, 1037, 913, 935, 946, 1156];
    const stage = new Staged('ping 10.135.0.2 ttl 5 count 10 wait 1');
    for (const [i, rtt] of rtts.entries()) stage.hear(sent(i), reply(i, rtt));
    expect(stage.text).toBe(`\
PING 10.135.0.2 (10.135.0.2): 56 data bytes
64 bytes from 10.135.0.2: icmp_seq=0 ttl=64 time=1.013 ms
64 bytes from 10.135.0.2: icmp_seq=1 ttl=64 time=1.013 ms
64 bytes from 10.135.0.2: icmp_seq=2 ttl=64 time=1.117 ms
64 bytes from 10.135.0.2: icmp_seq=3 ttl=64 time=1.086 ms
64 bytes from 10.135.0.2: icmp_seq=4 ttl=64 time=0.904 ms
64 bytes from 10.135.0.2: icmp_seq=5 ttl=64 time=1.037 ms
64 bytes from 10.135.0.2: icmp_seq=6 ttl=64 time=0.913 ms
64 bytes from 10.135.0.2: icmp_seq=7 ttl=64 time=0.935 ms
64 bytes from 10.135.0.2: icmp_seq=8 ttl=64 time=0.946 ms
64 bytes from 10.135.0.2: icmp_seq=9 ttl=64 time=1.156 ms

--- 10.135.0.2 ping statistics ---
10 packets transmitted, 10 packets received, 0% packet loss
round-trip min/avg/max/stddev = 0.904/1.012/1.156/0.083 ms
`);
    expect(stage).toMatchObject({ running: false, stopped: true });
    expect(stage.spec).toMatchObject({ ttl: 5, count: 10, size: 84, pace: seconds(1), df: false });
  });

  it('is endless, and gives the sum when it is stopped', () => {
    // Capture: a ping that was interrupted on Junos: `^C` and the statistics directly below.
    const stage = new Staged('ping 10.135.0.2').hear(sent(0), reply(0, 1000), sent(1), reply(1, 900), sent(2));
    expect(stage.endless).toBe(true);
    expect(stage.interrupt().text.split('\n').slice(2)).toEqual([
      '64 bytes from 10.135.0.2: icmp_seq=1 ttl=64 time=0.900 ms',
      '^C',
      '--- 10.135.0.2 ping statistics ---',
      '3 packets transmitted, 2 packets received, 33% packet loss',
      'round-trip min/avg/max/stddev = 0.900/0.950/1.000/0.050 ms',
      '',
    ]);
    expect(stage.running).toBe(false);
  });

  it('tells duplicates', () => {
    const stage = new Staged('ping 10.135.0.2 count 1 size 100');
    stage.hear(sent(0), reply(0, 1000, { bytes: 108 }));
    expect(stage.running).toBe(false);
    const two = new Staged('ping 10.135.0.2 count 2').hear(
      sent(0),
      reply(0, 1000),
      reply(0, 2000, { duplicate: true }),
    );
    expect(two.text).toContain('icmp_seq=0 ttl=64 time=2.000 ms (DUP!)\n');
    two.hear(sent(1), reply(1, 1000));
    expect(two.text).toContain('2 packets transmitted, 2 packets received, +1 duplicates, 0% packet loss\n');
  });

  it('cannot tell the time of a packet that has no room for it', () => {
    const stage = new Staged('ping 10.135.0.2 count 1 size 4').hear(sent(0), reply(0, 1000, { bytes: 12 }));
    expect(stage.text).toBe(`\
PING 10.135.0.2 (10.135.0.2): 4 data bytes
12 bytes from 10.135.0.2: icmp_seq=0 ttl=64

--- 10.135.0.2 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
`);
  });

  it('prints what an ICMP error quotes', () => {
    // Transcript of a ping from a Junos router to a network that its neighbour does not know (public lab notes).
    const quoted = Uint8Array.from(
      '45 00 00 54 5e 1b 00 00 3e 01 09 65 0a 00 00 02 0a 01 01 01 08 00 00 00 00 00 00 00'
        .split(' ')
        .map((octet) => Number.parseInt(octet, 16)),
    );
    const error: PingReport = {
      kind: 'error',
      sequence: 0,
      from: ip('10.0.0.1'),
      type: 3,
      code: 0,
      mtu: undefined,
      bytes: 36,
      quoted,
    };
    const stage = new Staged('ping 10.1.1.1').hear(sent(0), error);
    expect(stage.text.split('\n').slice(1)).toEqual([
      '36 bytes from 10.0.0.1: Destination Net Unreachable',
      'Vr HL TOS  Len   ID Flg  off TTL Pro  cks      Src      Dst',
      ' 4  5  00 0054 5e1b   0 0000  3e  01 0965 10.0.0.2  10.1.1.1 ',
      '',
      '',
    ]);
  });

  // FreeBSD ping(8): its names for ICMP messages.
  it.each([
    [3, 1, undefined, 'Destination Host Unreachable'],
    [3, 2, undefined, 'Destination Protocol Unreachable'],
    [3, 3, undefined, 'Destination Port Unreachable'],
    [3, 4, 1400, 'frag needed and DF set (MTU 1400)'],
    [3, 13, undefined, 'Communication prohibited by filter'],
    [11, 0, undefined, 'Time to live exceeded'],
    [11, 1, undefined, 'Frag reassembly time exceeded'],
  ])('calls %i/%i by its name', (type, code, mtu, text) => {
    const error: PingReport = { kind: 'error', sequence: 0, from: ip('10.0.0.1'), type, code, mtu, bytes: 36 };
    expect(new Staged('ping 10.1.1.1').hear(sent(0), error).text).toContain(`\n36 bytes from 10.0.0.1: ${text}\n`);
  });

  it('cannot send', () => {
    const refused = (code: number): PingReport => ({
      kind: 'error',
      sequence: 0,
      from: undefined,
      type: 3,
      code,
      mtu: undefined,
    });
    const stage = (line: string, code: number, ask = {}) =>
      new Staged(line, { ask }).hear(sent(0), refused(code), sent(1));
    expect(stage('ping 10.1.1.1', 0).text).toContain('\nping: sendto: No route to host\n');
    expect(stage('ping 10.1.1.1 do-not-fragment size 2000', 4).text).toContain('\nping: sendto: Message too long\n');
    expect(stage('ping 10.1.1.1 rapid', 0).text).toMatch(/\nping: sendto: No route to host\n\.$/);
    // What a discard route takes is lost without a word.
    const discard = { lookup: { verdict: { kind: 'discard' } } };
    expect(stage('ping 10.1.1.1', 1, discard).text.split('\n')).toHaveLength(2);
  });
});

describe('rapid', () => {
  it('shows a sign for every request', () => {
    const stage = new Staged('ping 10.135.0.2 rapid');
    expect(stage.spec).toMatchObject({ count: 5, pace: 'answer' });
    stage.hear(sent(0), { kind: 'timeout', sequence: 0 });
    for (const i of [1, 2, 3, 4]) stage.hear(sent(i), reply(i, 1000));
    stage.hear({ kind: 'done', totals: { sent: 5, received: 4, rtts: [] } });
    expect(stage.text).toBe(`\
PING 10.135.0.2 (10.135.0.2): 56 data bytes
.!!!!
--- 10.135.0.2 ping statistics ---
5 packets transmitted, 4 packets received, 20% packet loss
round-trip min/avg/max/stddev = 1.000/1.000/1.000/0.000 ms
`);
  });
});

describe('how long it waits', () => {
  // FreeBSD ping(8): an interval after the last request the last replies are waited for: a second where some have come, ten
  // where none has (`wait`).
  it('for the rest', () => {
    const stage = new Staged('ping 10.135.0.2 count 2').hear(sent(0), reply(0, 1000), sent(1));
    expect(stage.armed).toEqual([['ping/0', seconds(1)]]);
    stage.expire('ping/0');
    expect(stage.armed[1]).toEqual(['ping/0', seconds(1)]);
    expect(stage.running).toBe(true);
    expect(stage.expire('ping/0').text).toContain('2 packets transmitted, 1 packets received, 50% packet loss');
  });

  it('for anybody', () => {
    const stage = new Staged('ping 10.135.0.2 count 1').hear(sent(0)).expire('ping/0');
    expect(stage.armed[1]).toEqual(['ping/0', seconds(10)]);
    expect(stage.expire('ping/0').text).toMatch(/100% packet loss\n$/);
    expect(new Staged('ping 10.135.0.2 wait 3').hear(sent(0)).spec).toMatchObject({ count: 5 });
  });
});

it('says why it does not begin', () => {
  expect(new Staged('ping R9').text).toBe('ping: cannot resolve R9: Host name lookup failure\n');
  expect(new Staged('ping 10.0.0.1 source 10.0.0.9').text).toBe("ping: bind: Can't assign requested address\n");
  expect(new Staged('ping 10.0.0.1 routing-instance NONE').text).toBe('error: instance NONE not found\n');
});

describe('between routers', () => {
  const lab = (): Routers =>
    new Routers(
      {
        R1: {
          set: `
set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.1/24
set interfaces ge-0/0/1 unit 0 family inet address 10.0.13.1/24
set interfaces lo0 unit 0 family inet address 1.1.1.1/32
set routing-instances BLUE instance-type virtual-router
set routing-instances BLUE interface ge-0/0/1.0
set routing-options static route 0.0.0.0/0 next-hop 10.0.12.2
set system static-host-mapping R2 inet 10.0.12.2`,
        },
        R2: {
          set: `
set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.2/24
set interfaces ge-0/0/1 unit 0 family inet address 10.0.13.2/24
set routing-options static route 1.1.1.1/32 next-hop 10.0.12.1`,
        },
      },
      ['R1 ge-0/0/0 - R2 ge-0/0/0', 'R1 ge-0/0/1 - R2 ge-0/0/1'],
      millis(1),
    ).run(minutes(1));

  it('waits for the neighbour, and loses nothing', () => {
    // The first packet waits while the address is asked for: twice the way there and back.
    expect(lab().type('R1', 'ping R2 count 2')).toBe(`\
PING R2 (10.0.12.2): 56 data bytes
64 bytes from 10.0.12.2: icmp_seq=0 ttl=64 time=4.100 ms
64 bytes from 10.0.12.2: icmp_seq=1 ttl=64 time=2.100 ms

--- R2 ping statistics ---
2 packets transmitted, 2 packets received, 0% packet loss
round-trip min/avg/max/stddev = 2.100/3.100/4.100/1.000 ms
`);
  });

  it('speaks with another address, and in another instance', () => {
    const r = lab();
    expect(r.type('R1', 'ping 10.0.12.2 rapid source 1.1.1.1')).toContain('\n!!!!!\n');
    expect(r.type('R1', 'ping 10.0.13.2 rapid routing-instance BLUE')).toContain('\n!!!!!\n');
    // The main instance has no way to R2's second link but R2 itself.
    expect(r.type('R1', 'ping 10.9.9.9 rapid count 2')).toContain('\n..\n');
    expect(r.type('R1', 'ping 10.9.9.9 routing-instance BLUE rapid count 1')).toContain(
      'ping: sendto: No route to host\n.\n--- 10.9.9.9 ping statistics ---\n',
    );
  });

  it('is stopped by ^C, after any time', () => {
    const r = lab();
    r.begin('R1', 'ping 10.0.12.2');
    r.run(seconds(3.5));
    expect(r.press('R1', 'ctrl-c').screen('R1')).toMatch(
      /icmp_seq=3 ttl=64 time=2\.100 ms\n\^C\n--- 10\.0\.12\.2 ping statistics ---\n4 packets transmitted, 4 /,
    );
    expect(r.type('R1', 'show version | match Model')).toBe('Model: vmx\n');
  });

  it('leaves what it was asked in the record of the router', () => {
    const r = lab();
    r.type('R1', 'ping 10.0.12.2 count 3');
    expect(r.box('R1').router().ask('pings', {})).toMatchObject([{ sent: 3, received: 3 }]);
  });
});
