// Forwarding: what passes, what is cut, what is refused, and who is told.

import { describe, expect, it } from 'vitest';
import { internetChecksum } from '../../../src/base/checksum.ts';
import type { StackTraits } from '../../../src/net/traits.ts';
import { type Ipv4Packet, ipv4 } from '../../../src/net/wire/ipv4.ts';
import { MAIN } from '../../../src/route/names.ts';
import type { PortName } from '../../../src/sim/node.ts';
import { millis, seconds } from '../../../src/sim/time.ts';
import { address, type InterfaceSpec, Lab, type StackNode } from '../../harness/stack-node.ts';

/** a - r - b: two hosts and a router between them that know each other's MACs; `narrow` is the MTU of r towards b. */
function through(traits: Partial<StackTraits> = {}, narrow = 1500, routing = true) {
  const lab = new Lab();
  const [a, r, b] = [lab.node('a'), lab.node('r', traits), lab.node('b')];
  lab.cable('a e0', 'r e0');
  lab.cable('r e1', 'b e0');
  a.configure({ e0: '10.0.1.10/24' }).route('0.0.0.0/0', '10.0.1.1 e0');
  r.configure({ e0: '10.0.1.1/24', e1: { at: '10.0.2.1/24', mtu: narrow } }, { routing });
  b.configure({ e0: '10.0.2.10/24' }).route('0.0.0.0/0', '10.0.2.1 e0');
  lab.run(seconds(1));
  b.ping('10.0.2.1', { count: 1 });
  a.ping('10.0.1.1', { count: 1 });
  lab.run(seconds(1));
  lab.frames.length = 0;
  lab.sent.length = 0;
  return { lab, a, r, b };
}
const results = (lab: Lab, lines: string[]): string[] => {
  lab.run();
  return lines.filter((line) => !line.includes('sent')).map((line) => line.replace(/^\S+ /, ''));
};

/** Gives a router a packet as if a neighbour had sent it. */
function hand(node: StackNode, packet: Partial<Ipv4Packet>, to: number = node.mac(0)): void {
  const whole: Ipv4Packet = {
    tos: 0,
    id: 7,
    df: false,
    mf: false,
    offset: 0,
    ttl: 64,
    protocol: 17,
    from: address('10.0.1.10'),
    to: address('10.0.2.10'),
    options: new Uint8Array(0),
    payload: new Uint8Array(32),
    ...packet,
  };
  const body = ipv4.encode(whole, undefined);
  const bytes = new Uint8Array(Math.max(60, 14 + body.length));
  bytes.set([to / 2 ** 40, to / 2 ** 32, to / 2 ** 24, to / 2 ** 16, to / 2 ** 8, to, 2, 0, 0, 0, 1, 0, 8, 0]);
  bytes.set(body, 14);
  node.receive('e0' as PortName, { bytes });
}

describe('a packet that passes', () => {
  it('loses one of its TTL, has a right checksum, and is otherwise the same', () => {
    const { lab, a } = through();
    a.ping('10.0.2.10', { count: 1, ttl: 64, size: 60 });
    lab.run(seconds(1));
    const [before, after] = ['a e0', 'r e1'].map((from) => lab.sent.find((f) => f.from === from)!.bytes);
    expect(after!.subarray(12, 22)).toEqual(before!.subarray(12, 22));
    expect([before![22], after![22]]).toEqual([64, 63]);
    expect(internetChecksum(after!, 0, 14, 34)).toBe(0);
    expect(after!.subarray(26)).toEqual(before!.subarray(26));
    expect([...after!.subarray(0, 12)]).toEqual([2, 0, 0, 0, 3, 0, 2, 0, 0, 0, 2, 1]);
  });
  it('sheds the padding of one frame and gets that of another', () => {
    const { lab, a } = through();
    a.ping('10.0.2.10', { count: 1, size: 28 });
    lab.run(seconds(1));
    expect(lab.sent.map((frame) => frame.bytes.length)).toEqual([60, 60, 60, 60]);
    expect(lab.frames.at(-1)).toContain('length 28');
  });
  it('uses links of two addresses, and secondary addresses', () => {
    const lab = new Lab();
    const [a, r, b] = [lab.node('a'), lab.node('r'), lab.node('b')];
    lab.cable('a e0', 'r e0');
    lab.cable('r e1', 'b e0');
    a.configure({ e0: '10.0.0.0/31' }).route('0.0.0.0/0', '10.0.0.1 e0');
    r.configure({ e0: '10.0.0.1/31', e1: '10.0.2.1/24 10.0.3.1/24' });
    b.configure({ e0: '10.0.3.10/24' }).route('0.0.0.0/0', '10.0.3.1 e0');
    lab.run(seconds(1));
    expect(results(lab, a.ping('10.0.3.10', { count: 1 }))[1]).toContain('done 1/1');
    // RFC 3021: neither address of such a link is a broadcast.
    expect(results(lab, r.ping('10.0.0.0', { count: 1 }))[1]).toContain('done 1/1');
    expect(lab.frames).toContainEqual(expect.stringContaining('who has 10.0.3.10, tell 10.0.3.1'));
  });
});

describe('a packet that is too long', () => {
  it('is cut into pieces that fit, and put together by its receiver', () => {
    const { lab, a, b } = through({}, 600);
    const lines = a.ping('10.0.2.10', { count: 1, size: 1400 });
    lab.run();
    // Of the 1380 bytes of data 576 fit each time: 580 is no multiple of 8.
    expect(lab.frames.filter((line) => line.includes(' r e1 ')).map((line) => /length.*/.exec(line)![0])).toEqual([
      'length 596 fragment 0+, fragment 576 bytes',
      'length 596 fragment 576+, fragment 576 bytes',
      'length 248 fragment 1152, fragment 228 bytes',
    ]);
    // The echo comes back whole: only the router's way out towards b is narrow.
    expect(lines.at(-1)).toBe('2004 done 1/1 4');
    expect(b.drops()).toEqual({});
  });
  it('goes back with the size that fits, when it must not be cut', () => {
    const { lab, a, r } = through({}, 600);
    expect(results(lab, a.ping('10.0.2.10', { count: 1, size: 601, df: true }))[0]).toBe(
      'error 0 from 10.0.1.1 3/4 mtu 600',
    );
    expect(results(lab, a.ping('10.0.2.10', { count: 1, size: 600, df: true }))[1]).toContain('done 1/1');
    expect(r.drops()).toEqual({ 'fragmentation needed': 1 });
  });
  it('is cut by its sender too', () => {
    const { lab, a, b } = through();
    expect(results(lab, a.ping('10.0.2.10', { count: 1, size: 4000 }))[1]).toContain('done 1/1');
    expect(b.drops()).toEqual({});
  });
});

describe('a packet that cannot go on', () => {
  it('has no route: net unreachable, or what the vendor says', () => {
    const { lab, a, r } = through();
    expect(results(lab, a.ping('10.9.9.9', { count: 1 }))[0]).toBe('error 0 from 10.0.1.1 3/0');
    expect(r.drops()).toEqual({ 'no route': 1 });
    const other = through({ noRouteCode: 1 });
    expect(results(other.lab, other.a.ping('10.9.9.9', { count: 1 }))[0]).toBe('error 0 from 10.0.1.1 3/1');
  });
  it('is refused by a reject route, and swallowed by a discard route', () => {
    const { lab, a, r } = through({ rejectCode: 13 });
    r.route('10.8.0.0/16', 'reject').route('10.7.0.0/16', 'discard').route('10.6.0.0/16', 'link null0');
    r.configure({ e0: '10.0.1.1/24', e1: '10.0.2.1/24', null0: '' });
    lab.run(seconds(1));
    expect(results(lab, a.ping('10.8.1.1', { count: 1 }))[0]).toBe('error 0 from 10.0.1.1 3/13');
    expect(results(lab, a.ping('10.7.1.1', { count: 1 }))[0]).toBe('timeout 0');
    expect(results(lab, a.ping('10.6.1.1', { count: 1 }))[0]).toBe('timeout 0');
    expect(r.drops()).toEqual({ 'reject route': 1, 'discard route': 1, 'null interface': 1 });
    const plain = through();
    plain.r.route('10.8.0.0/16', 'reject');
    expect(results(plain.lab, plain.a.ping('10.8.1.1', { count: 1 }))[0]).toBe('error 0 from 10.0.1.1 3/1');
  });
  it('is too old', () => {
    const { lab, a, r } = through();
    expect(results(lab, a.ping('10.0.2.10', { count: 1, ttl: 1 }))[0]).toBe('error 0 from 10.0.1.1 11/0');
    expect(results(lab, a.ping('10.0.2.10', { count: 1, ttl: 2 }))[1]).toContain('done 1/1');
    // For this box itself the TTL does not matter, and without a route it is not the reason.
    expect(results(lab, a.ping('10.0.2.1', { count: 1, ttl: 1 }))[1]).toContain('done 1/1');
    expect(results(lab, a.ping('10.9.9.9', { count: 1, ttl: 1 }))[0]).toBe('error 0 from 10.0.1.1 3/0');
    expect(r.drops()).toEqual({ 'ttl exceeded': 1, 'no route': 1 });
  });
  it('finds its last neighbour silent', () => {
    const { lab, a, r } = through({ arpFailureCode: 1 });
    const lines = results(lab, a.ping('10.0.2.99', { count: 1, timeout: seconds(10) }));
    expect(lines[0]).toBe('error 0 from 10.0.1.1 3/1');
    expect(r.drops()).toEqual({ 'arp unanswered': 1 });
    const quiet = through();
    expect(results(quiet.lab, quiet.a.ping('10.0.2.99', { count: 1 }))[0]).toBe('timeout 0');
  });
  it('is not carried by a box that does not route', () => {
    const { lab, a, r } = through({}, 1500, false);
    expect(results(lab, a.ping('10.0.2.10', { count: 1 }))[0]).toBe('timeout 0');
    expect(r.drops()).toEqual({ 'not routing': 1 });
    expect(results(lab, a.ping('10.0.2.1', { count: 1 }))[1]).toContain('done 1/1');
  });
  it('is for nobody here: port and protocol unreachable, from the address it was sent to', () => {
    const { lab, a } = through();
    const heard: string[] = [];
    a.stack.hearProtocol(1, MAIN, (packet) => heard.push(`${packet.payload[0]}/${packet.payload[1]} ${packet.from}`));
    const base = { vrf: MAIN, to: address('10.0.2.1'), from: undefined };
    a.stack.send({ ...base, protocol: 17, payload: Uint8Array.from([0, 9, 0, 9, 0, 8, 0, 0]) });
    a.stack.send({ ...base, protocol: 89, payload: new Uint8Array(4) });
    a.stack.send({ ...base, protocol: 6, payload: new Uint8Array(20) });
    lab.run(seconds(1));
    const from = address('10.0.2.1');
    expect(heard).toEqual([`3/3 ${from}`, `3/2 ${from}`, `3/2 ${from}`]);
  });
});

describe('about some packets nobody complains', () => {
  const noRoute = address('10.9.9.9');
  const count = (node: StackNode, lab: Lab): number => {
    lab.run(seconds(1));
    expect(node.drops()).not.toEqual({});
    return lab.frames.filter((line) => line.includes('unreachable') || line.includes('exceeded')).length;
  };
  const ttl = { ttl: 1 };
  it.each<[string, Partial<Ipv4Packet>, number?]>([
    ['ICMP errors', { ...ttl, protocol: 1, payload: Uint8Array.from([3, 0, 0xfc, 0xff, 0, 0, 0, 0]) }],
    ['ICMP of unknown kind', { ...ttl, protocol: 1, payload: Uint8Array.from([99, 0, 0, 0, 0, 0, 0, 0]) }],
    ['later fragments', { ...ttl, offset: 8 }],
    ['a sender that is nobody', { ...ttl, from: address('0.0.0.5') }],
    ['a group as sender', { ...ttl, from: address('224.0.0.5') }],
    ['a frame for everybody', { to: noRoute }, 0xffffffffffff],
    ['a group', { to: address('224.0.0.99') }, 0x01005e000063],
    ['everybody', { to: address('255.255.255.255') }, 0xffffffffffff],
    ['everybody on a subnet', { to: address('10.0.1.255') }, 0xffffffffffff],
    ['everybody on another subnet', { to: address('10.0.2.255') }],
    ['the number of a subnet', { to: address('10.0.2.0') }],
  ])('%s', (_what, packet, mac) => {
    const { lab, r } = through();
    hand(r, packet, mac);
    expect(count(r, lab)).toBe(0);
  });
  it('but about a first fragment and an echo they do', () => {
    const { lab, r } = through();
    hand(r, { ...ttl, mf: true });
    hand(r, { ...ttl, protocol: 1, payload: Uint8Array.from([8, 0, 0xf7, 0xff, 0, 0, 0, 0]) });
    expect(count(r, lab)).toBe(2);
  });
  it('too often: at most one in the vendor’s interval, fragmentation needed on a clock of its own', () => {
    const { lab, r } = through({ unreachableInterval: millis(500) }, 600);
    const tell = (): void => {
      hand(r, { to: noRoute });
      hand(r, { df: true, payload: new Uint8Array(800) });
      hand(r, { ttl: 1 });
    };
    const times = (what: string) =>
      lab.frames.filter((line) => line.includes(what)).map((line) => Number(line.split(' ')[0]));
    for (let i = 0; i < 6; i++) {
      tell();
      lab.run(millis(200));
    }
    expect(times('net unreachable')).toEqual([2000, 2600]);
    expect(times('fragmentation needed')).toEqual([2000, 2600]);
    expect(times('time exceeded')).toEqual([2000, 2200, 2400, 2600, 2800, 3000]);
    expect(r.drops()).toEqual({ 'no route': 6, 'fragmentation needed': 6, 'ttl exceeded': 6 });
  });
});

describe('an error', () => {
  const error = (traits: Partial<StackTraits>, size: number): Uint8Array => {
    const { lab, r } = through(traits);
    hand(r, { ttl: 1, options: new Uint8Array(4), payload: new Uint8Array(size - 24).fill(0xaa) });
    lab.run(seconds(1));
    return lab.sent.find((frame) => frame.from === 'r e0')!.bytes;
  };
  it('quotes what fits 576 bytes, or the header and what the vendor adds', () => {
    expect(error({}, 1000).length).toBe(14 + 576);
    expect(error({}, 200).length).toBe(14 + 28 + 200);
    expect(error({ icmpQuote: 8 }, 1000).length).toBe(14 + 28 + 24 + 8);
    expect(error({ icmpQuote: 2000 }, 1000).length).toBe(14 + 576);
  });
  it('has precedence 6 and the vendor’s TTL, and quotes the packet as it came', () => {
    const bytes = error({ initialTtl: 64 }, 100);
    expect([bytes[15], bytes[22]]).toEqual([0xc0, 64]);
    expect(bytes[14 + 28 + 8]).toBe(1);
  });
  it('comes after the time that the control plane takes', () => {
    const { lab, a } = through({ answerDelay: millis(7) });
    const lines = a.ping('10.0.2.10', { count: 1, ttl: 1 });
    lab.run();
    expect(lines[1]).toBe('2009 error 0 from 10.0.1.1 11/0');
  });
});

describe('impossible packets', () => {
  it.each<[string, Partial<Ipv4Packet>]>([
    ['martian source', { from: address('127.0.0.1') }],
    ['martian source', { from: address('239.1.1.1') }],
    ['martian source', { from: address('255.255.255.255') }],
    ['martian source', { from: address('240.0.0.1') }],
    ['martian source', { from: address('0.0.0.0') }],
    ['martian destination', { to: address('127.0.0.1') }],
    ['martian destination', { to: address('0.1.2.3') }],
    ['martian destination', { to: address('250.1.2.3') }],
    ['old broadcast', { to: address('10.0.1.0') }],
    ['multicast mac', { to: address('224.0.0.5') }],
  ])('are dropped: %s', (reason, packet) => {
    const { r } = through();
    hand(r, packet);
    expect(r.drops()).toEqual({ [reason]: 1 });
  });
  it('frames for others, and for nobody known, are dropped', () => {
    const { lab, r } = through();
    hand(r, {}, 0x020000009999);
    const short = new Uint8Array(13);
    short.set([2, 0, 0, 0, 2, 0]);
    r.receive('e0' as PortName, { bytes: short });
    hand(r, { to: address('224.0.0.5') }, 0x01005e000005);
    const odd = new Uint8Array(60);
    odd.set([2, 0, 0, 0, 2, 0, 2, 0, 0, 0, 1, 0, 0x86, 0xdd]);
    r.receive('e0' as PortName, { bytes: odd });
    odd.set([0x88, 0x47, 0, 1, 1, 0x3f], 12);
    r.receive('e0' as PortName, { bytes: odd });
    r.receive('e7' as PortName, { bytes: odd });
    lab.run(seconds(1));
    expect(r.drops()).toEqual({
      'other mac': 1,
      'frame short': 1,
      'multicast not joined': 1,
      'unknown ethertype': 1,
      'mpls not enabled': 1,
      'port down': 1,
    });
  });
});

describe('equal paths', () => {
  /** a - r with four ways out, each to a silent neighbour with a known MAC: counts what leaves where. */
  function ways(seed: number): { counts: number[]; flows: string[] } {
    const lab = new Lab(seed);
    const r = lab.node('r');
    const a = lab.node('a');
    lab.cable('a e0', 'r e0');
    const specs: Record<string, InterfaceSpec> = { e0: '10.0.1.1/24' };
    for (let i = 1; i <= 4; i++) {
      const neighbour = lab.node(`n${i}`);
      lab.cable(`r e${i}`, `n${i} e0`);
      neighbour.configure({ e0: `10.0.1${i}.2/24` });
      specs[`e${i}`] = `10.0.1${i}.1/24`;
    }
    a.configure({ e0: '10.0.1.10/24' });
    r.configure(specs).route('20.0.0.0/8', '10.0.11.2 e1, 10.0.12.2 e2, 10.0.13.2 e3, 10.0.14.2 e4');
    lab.run(seconds(1));
    for (let i = 1; i <= 4; i++) r.ping(`10.0.1${i}.2`, { count: 1 });
    lab.run(seconds(1));
    lab.sent.length = 0;
    for (let flow = 0; flow < 200; flow++) {
      const payload = Uint8Array.from([0x10, flow, 0, 53, 0, 12, 0, 0, 1, 2, 3, 4]);
      hand(r, { to: address('20.0.0.1'), payload });
      hand(r, { to: address('20.0.0.1'), payload });
      // A fragment shows no ports: all fragments of two hosts go one way.
      hand(r, { to: address('20.0.0.1'), payload, mf: true });
    }
    lab.run(seconds(1));
    const flows = lab.sent
      .filter((f) => f.from !== 'r e0')
      .map((f) => `${f.from} ${f.bytes[20]! & 0x20} ${f.bytes[35]}`);
    const counts = [1, 2, 3, 4].map((i) => flows.filter((f) => f.startsWith(`r e${i} 0 `)).length);
    return { counts, flows };
  }
  it('share the flows; a flow keeps its path; fragments keep one', () => {
    const { counts, flows } = ways(1);
    expect(counts.reduce((a, b) => a + b)).toBe(400);
    for (const count of counts) expect(count).toBeGreaterThan(60);
    expect(counts.every((count) => count % 2 === 0)).toBe(true);
    expect(new Set(flows.filter((f) => f.includes(' 32 ')).map((f) => f.slice(0, 4))).size).toBe(1);
  });
  it('are chosen differently by another router, and alike in every run', () => {
    expect(ways(1).flows).toEqual(ways(1).flows);
    expect(ways(2).flows).not.toEqual(ways(1).flows);
  });
});

describe('labels on a path', () => {
  it('are pushed, outermost first, with the TTL of the packet, and make the room smaller', () => {
    const { lab, r, a } = through();
    r.route('30.0.0.0/8', '10.0.2.10 e1 17 80').route('31.0.0.0/8', '10.0.2.10 e1 3');
    a.ping('30.0.0.1', { count: 1, ttl: 9, timeout: seconds(1) });
    lab.run(seconds(1));
    expect(lab.frames[1]).toContain(' r e1 MPLS label 17 exp 0 ttl 8, label 80 exp 0 ttl 8, IPv4 10.0.1.10 > 30.0.0.1');
    expect(results(lab, a.ping('30.0.0.1', { count: 1, size: 1493, df: true }))[0]).toContain('3/4 mtu 1492');
    // Implicit null is no label on the wire.
    lab.frames.length = 0;
    a.ping('31.0.0.1', { count: 1, timeout: seconds(1) });
    lab.run(seconds(1));
    expect(lab.frames[1]).toContain(' r e1 IPv4 10.0.1.10 > 31.0.0.1');
  });
});
