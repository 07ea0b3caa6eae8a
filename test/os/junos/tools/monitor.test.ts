// monitor traffic, monitor interface: what passes a port of a router, by line and on the whole screen.

import { describe, expect, it } from 'vitest';
import { parseIp4 } from '../../../../src/base/ip.ts';
import { parseFilter } from '../../../../src/os/junos/tools/packet-filter.ts';
import type { Seen } from '../../../../src/os/junos/tools/packet-text.ts';
import { seconds } from '../../../../src/sim/time.ts';
import { Routers } from '../routers.ts';

const pair = (): Routers =>
  new Routers(
    {
      R1: { set: 'set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.1/30' },
      R2: {
        set: 'set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.2/30\nset interfaces lo0 unit 0 family inet address 10.255.0.2/32',
      },
      R3: { set: 'set interfaces ge-0/0/0 unit 0 family inet address 10.0.13.3/30' },
    },
    ['R1 ge-0/0/0 - R2 ge-0/0/0'],
  ).run(seconds(5));

/** Without the time, which the delays of the cable make. */
const untimed = (text: string): readonly string[] =>
  text.split('\n').map((line) => line.replace(/^\d\d:\d\d:\d\d\.\d{6} /, 'T '));

describe('monitor traffic', () => {
  it('shows what the router hears and sends, until it is ended', () => {
    const net = pair();
    net.begin('R1', 'monitor traffic interface ge-0/0/0 no-resolve');
    net.type('R2', 'ping 10.0.12.1 count 1');
    net.press('R1', 'ctrl-c');
    const id = /id (\d+)/.exec(net.screen('R1'))?.[1];
    expect(untimed(net.screen('R1'))).toEqual([
      'verbose output suppressed, use <detail> or <extensive> for full protocol decode',
      'Address resolution is OFF.',
      'Listening on ge-0/0/0, capture size 96 bytes',
      '',
      'T  In arp who-has 10.0.12.1 tell 10.0.12.2',
      'T Out arp reply 10.0.12.1 is-at 2:5:86:71:1:0',
      // Capture of a QFX5120: 28 bytes of a ping's 84 are missing when 96 are kept.
      `T  In IP truncated-ip - 28 bytes missing! 10.0.12.2 > 10.0.12.1: ICMP echo request, id ${id}, seq 0, length 64`,
      `T Out IP truncated-ip - 28 bytes missing! 10.0.12.1 > 10.0.12.2: ICMP echo reply, id ${id}, seq 0, length 64`,
      '^C',
      '4 packets received by filter',
      '0 packets dropped by kernel',
      '',
    ]);
  });

  it('ends by itself after so many packets', () => {
    const net = pair();
    net.begin('R1', 'monitor traffic interface ge-0/0/0.0 no-resolve count 1 matching icmp size 1500');
    net.type('R2', 'ping 10.0.12.1 count 2');
    const lines = untimed(net.screen('R1')).slice(4);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^T {2}In IP 10\.0\.12\.2 > 10\.0\.12\.1: ICMP echo request, id \d+, seq 0, length 64$/);
    expect(lines[1]).toBe('1 packets received by filter');
  });

  it('reads BFD without being asked for more', () => {
    const side = (
      own: number,
      peer: number,
    ): string => `set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.${own}/30
set routing-options static route 192.0.2.${peer}/32 next-hop 10.0.12.${peer}
set routing-options static route 192.0.2.${peer}/32 bfd-liveness-detection minimum-interval 300`;
    const net = new Routers({ R1: { set: side(1, 2) }, R2: { set: side(2, 1) } }, ['R1 ge-0/0/0 - R2 ge-0/0/0']);
    net.run(seconds(20));
    net.begin('R1', 'monitor traffic interface ge-0/0/0 no-resolve count 4');
    net.run(seconds(3));
    // tcpdump(1), print-bfd.c: the wording; RFC 5880 §4.1: the fields.
    expect(net.screen('R1')).toMatch(
      /In IP 10\.0\.12\.2\.\d+ > 10\.0\.12\.1\.3784: BFDv1, Control, State Up, Flags: \[Control Plane Independent\], length: 24/,
    );
  });

  it('tells the header in detail, and the frame when asked', () => {
    const net = pair();
    net.begin(
      'R1',
      'monitor traffic interface ge-0/0/0 no-resolve detail layer2-headers count 1 matching "src host 10.0.12.2"',
    );
    net.type('R2', 'ping 10.0.12.1 count 1');
    expect(untimed(net.screen('R1'))[3]).toMatch(
      /^T {2}In 2:5:86:71:2:0 > 2:5:86:71:1:0, ethertype IPv4, length 98: IP \(tos 0x0, ttl 64, id \d+, offset 0, flags \[none\], proto: ICMP \(1\), length: 84\) 10\.0\.12\.2 > 10\.0\.12\.1: ICMP echo request/,
    );
  });

  it('does not show what is only passing by', () => {
    const net = pair();
    net.begin('R2', 'monitor traffic interface ge-0/0/0 no-resolve matching icmp');
    // R2 answers for its own addresses; nothing of it is for others.
    net.type('R1', 'ping 10.0.12.2 count 1');
    net.press('R2', 'ctrl-c');
    expect(net.screen('R2')).toContain('2 packets received by filter');
  });

  it('refuses interfaces and filters that there are not', () => {
    const net = pair();
    expect(net.type('R1', 'monitor traffic interface xe-9/0/0')).toBe('error: interface not found: xe-9/0/0\n');
    expect(net.type('R1', 'monitor traffic interface ge-0/0/0 matching "hosst 1"')).toContain(
      'error: syntax error in filter expression: hosst',
    );
  });
});

describe('an expression of a filter', () => {
  const seen = (from: string, to: string, protocol: number, ports?: readonly [number, number]): Seen =>
    ({
      frame: { type: 0x0800 },
      packet: { from: parseIp4(from), to: parseIp4(to), protocol },
      ports,
      length: 98,
    }) as unknown as Seen;
  const bgp = seen('10.0.0.1', '10.0.0.2', 6, [179, 40000]);
  const ospf = seen('10.0.0.1', '224.0.0.5', 89);

  it.each([
    ['proto ospf', false, true],
    ['ip proto 89', false, true],
    ['tcp', true, false],
    ['tcp port 179', true, false],
    ['port 40000', true, false],
    ['dst port 179', false, false],
    ['host 10.0.0.2', true, false],
    ['src host 10.0.0.1', true, true],
    ['dst 224.0.0.5 or port 179', true, true],
    ['not tcp and net 10.0.0.0/8', false, true],
    ['!(tcp || udp)', false, true],
    ['net 10.0.0.0/30 && !port 22', true, true],
    ['arp', false, false],
  ])('%s', (text, first, second) => {
    const filter = parseFilter(text);
    expect(filter.ok && [filter.value(bgp), filter.value(ospf)]).toEqual([first, second]);
  });

  it.each(['', 'host', 'and tcp', '(tcp', 'tcp)', 'port x', 'proto nothing'])('%s is none', (text) => {
    expect(parseFilter(text).ok).toBe(false);
  });
});

describe('monitor interface', () => {
  it('counts on one screen until q', () => {
    const net = pair();
    net.begin('R1', 'monitor interface ge-0/0/0');
    net.type('R2', 'ping 10.0.12.1 count 1');
    net.run(seconds(2));
    const last = net.screen('R1').split('\x1b[H\x1b[J').at(-1)?.split('\n') ?? [];
    expect(last[0]).toMatch(/^R1 {31} {1}Seconds: \d+ +Time: 10:00:\d\d$/);
    expect(last[2]).toBe('Interface: ge-0/0/0, Enabled, Link is Up');
    // Its neighbour's announcement by ARP came before anybody looked.
    expect(last[7]).toMatch(/^ {2}Input packets: +3 \(0 pps\) +\[2\]$/);
    expect(last.at(-1)).toBe("Next='n', Quit='q' or ESC, Freeze='f', Thaw='t', Clear='c', Interface='i'");
    net.press('R1', 'q');
    expect(net.type('R1', 'show system information')).toContain('Hostname: R1');
  });

  it('goes on to the next, forgets, stands still', () => {
    const net = pair();
    net.begin('R1', 'monitor interface ge-0/0/0');
    const screen = (): string => net.screen('R1').split('\x1b[H\x1b[J').at(-1) ?? '';
    net.press('R1', 'n');
    expect(screen()).toContain('Interface: ge-0/0/1');
    net.press('R1', 'f');
    const before = net.screen('R1').length;
    net.run(seconds(3));
    expect(net.screen('R1').length).toBe(before);
    net.press('R1', 't');
    net.run(seconds(2));
    expect(net.screen('R1').length).toBeGreaterThan(before);
  });

  it('shows all ports in a table', () => {
    const net = pair();
    net.begin('R1', 'monitor interface traffic');
    net.run(seconds(1));
    const last = net.screen('R1').split('\x1b[H\x1b[J').at(-1)?.split('\n') ?? [];
    expect(last[2]).toBe('Interface    Link  Input packets       (pps)     Output packets       (pps)');
    expect(last[3]).toMatch(/^ ge-0\/0\/0 +Up +1 +\(0\) +1 +\(0\)$/);
    expect(last.at(-1)).toBe('Bytes=b, Clear=c, Delta=d, Packets=p, Quit=q or ESC, Rate=r, Up=^U, Down=^D');
    expect(net.press('R1', 'q').type('R1', 'monitor interface xe-9/9/9')).toBe('error: device xe-9/9/9 not found\n');
  });
});
