// ARP: when is asked, what waits, how entries age, and who may answer for whom.

import { describe, expect, it } from 'vitest';
import type { StackTraits } from '../../../src/net/traits.ts';
import { arp } from '../../../src/net/wire/arp.ts';
import { ethernet } from '../../../src/net/wire/ethernet.ts';
import type { PortName } from '../../../src/sim/node.ts';
import { millis, seconds } from '../../../src/sim/time.ts';
import { address, type InterfaceSpec, Lab, type StackNode } from '../../harness/stack-node.ts';

const E0 = 'e0' as PortName;

function pair(traits: Partial<StackTraits> = {}, first: InterfaceSpec = '10.0.0.1/24') {
  const lab = new Lab();
  const [r1, r2] = [lab.node('r1', traits), lab.node('r2', traits)];
  lab.cable('r1 e0', 'r2 e0');
  r1.configure({ e0: first });
  r2.configure({ e0: '10.0.0.2/24' });
  lab.run(seconds(1));
  return { lab, r1, r2 };
}
const arpFrames = (lab: Lab): string[] => lab.frames.filter((line) => line.includes(' ARP '));
const learned = (node: StackNode): (string | number | undefined)[][] =>
  node.stack
    .arpEntries()
    .filter((entry) => !entry.own)
    .map(({ address: a, mac, since, expires }) => [a & 255, mac, since / 1000, expires && expires / 1000]);

/** An ARP packet out of nowhere. */
function hand(node: StackNode, operation: 'request' | 'reply', from: string, fromMac: number, about: string): void {
  const payload = arp.encode(
    {
      operation,
      senderMac: fromMac as never,
      senderIp: address(from),
      targetMac: 0 as never,
      targetIp: address(about),
    },
    undefined,
  );
  const frame = { to: 0xffffffffffff as never, from: fromMac as never, tag: undefined, type: 0x0806, payload };
  node.receive(E0, { bytes: ethernet.encode(frame, undefined) });
}

describe('asking', () => {
  it('asks three times, a second apart, then gives up; the next packet asks anew', () => {
    const { lab, r1 } = pair();
    r1.ping('10.0.0.77', { count: 1, timeout: seconds(10) });
    lab.run(seconds(10));
    const who = 'r1 e0 ARP request who has 10.0.0.77, tell 10.0.0.1';
    expect(lab.frames).toEqual([`1000 ${who}`, `2000 ${who}`, `3000 ${who}`]);
    expect(r1.drops()).toEqual({ 'arp unanswered': 1 });
    expect(learned(r1)).toEqual([]);
    r1.ping('10.0.0.77', { count: 1 });
    expect(lab.frames.at(-1)).toBe(`11000 ${who}`);
  });
  it('keeps as many packets as the vendor does, sends them in order, loses the rest', () => {
    const { lab, r1 } = pair({ arpQueue: 2 });
    for (let i = 0; i < 4; i++) r1.ping('10.0.0.2', { count: 1, size: 100 + i });
    lab.run(seconds(1));
    const lengths = lab.frames.flatMap((line) => /^1002 r1 .* length (\d+)/.exec(line)?.[1] ?? []);
    expect(lengths).toEqual(['100', '101']);
    expect(r1.drops()).toEqual({ 'arp unresolved': 2 });
  });
  it('asks only once for two packets', () => {
    const { lab, r1 } = pair();
    r1.ping('10.0.0.2', { count: 1 });
    r1.ping('10.0.0.2', { count: 1 });
    lab.run(seconds(1));
    expect(arpFrames(lab).length).toBe(2);
  });
  it('asks with its address in the subnet that is asked for', () => {
    const { lab, r1 } = pair({}, '10.0.0.1/24 192.168.5.1/24');
    r1.ping('192.168.5.9', { count: 1 });
    r1.ping('10.0.0.9', { count: 1 });
    expect(lab.frames.map((line) => line.slice(-40))).toEqual([
      expect.stringContaining('who has 192.168.5.9, tell 192.168.5.1'),
      expect.stringContaining('who has 10.0.0.9, tell 10.0.0.1'),
    ]);
  });
  it('tells the sender where the vendor does', () => {
    const { lab, r1 } = pair({ arpFailureCode: 1 });
    const lines = r1.ping('10.0.0.77', { count: 1, timeout: seconds(10) });
    lab.run();
    expect(lines).toEqual(['1000 sent 0', '4000 error 0 from 10.0.0.1 3/1', '4000 done 0/1']);
  });
});

describe('remembering', () => {
  it('learns who asks for it, and answers to the asker alone', () => {
    const { lab, r1, r2 } = pair();
    r1.ping('10.0.0.2', { count: 1 });
    lab.run(seconds(1));
    expect(arpFrames(lab)).toEqual([
      '1000 r1 e0 ARP request who has 10.0.0.2, tell 10.0.0.1',
      '1001 r2 e0 ARP reply 10.0.0.2 is at 02:00:00:00:02:00',
    ]);
    const reply = lab.sent[1]!.bytes;
    expect([...reply.subarray(0, 6)]).toEqual([2, 0, 0, 0, 1, 0]);
    expect(learned(r1)).toEqual([[2, r2.mac(0), 1002, 1002 + 14_400_000]]);
    expect(learned(r2)).toEqual([[1, r1.mac(0), 1001, 1001 + 14_400_000]]);
  });
  it('asks its holder again when an entry is old, and starts its age anew', () => {
    const { lab, r1, r2 } = pair({}, { at: '10.0.0.1/24', arpTimeout: seconds(100) });
    r1.ping('10.0.0.2', { count: 1 });
    lab.run(seconds(150));
    expect(arpFrames(lab).slice(2)).toEqual([
      '101002 r1 e0 ARP request who has 10.0.0.2, tell 10.0.0.1',
      '101003 r2 e0 ARP reply 10.0.0.2 is at 02:00:00:00:02:00',
    ]);
    const poll = lab.sent.find((frame) => frame.at === 101_002_000)!;
    expect([...poll.bytes.subarray(0, 6)]).toEqual([2, 0, 0, 0, 2, 0]);
    expect(learned(r1)).toEqual([[2, r2.mac(0), 101_004, 201_004]]);
  });
  it('uses an old entry until its holder has failed to answer', () => {
    const { lab, r1, r2 } = pair({}, { at: '10.0.0.1/24', arpTimeout: seconds(100) });
    r1.ping('10.0.0.2', { count: 1 });
    lab.run(seconds(50));
    r2.configure({ e0: '10.0.0.3/24' });
    lab.run(millis(53_500));
    expect(lab.world.now).toBe(millis(104_500));
    expect(learned(r1)).toEqual([]);
    // Polled at 101.002, 102.002, 103.002; given up at 104.002.
    expect(arpFrames(lab).length).toBe(2 + 3);
  });
  it('never asks again where the age has no limit', () => {
    const { lab, r1 } = pair({}, { at: '10.0.0.1/24', arpTimeout: seconds(0) });
    r1.ping('10.0.0.2', { count: 1 });
    lab.run(seconds(100_000));
    expect(learned(r1).map((entry) => entry[3])).toEqual([undefined]);
  });
  it('follows a neighbour that changes its MAC, and learns nobody from an announcement', () => {
    const { lab, r1 } = pair();
    r1.ping('10.0.0.2', { count: 1 });
    lab.run(seconds(1));
    hand(r1, 'request', '10.0.0.2', 0x0200000000aa, '10.0.0.2');
    hand(r1, 'request', '10.0.0.5', 0x0200000000bb, '10.0.0.5');
    expect(learned(r1)).toEqual([[2, 0x0200000000aa, 2000, 2000 + 14_400_000]]);
    expect(r1.drops()).toEqual({ 'arp not for us': 1 });
  });
  it('forgets all when the interface goes down', () => {
    const { lab, r1 } = pair();
    r1.ping('10.0.0.2', { count: 1 });
    r1.ping('10.0.0.3', { count: 1 });
    lab.run(millis(10));
    lab.world.setLink('r1-r2', false);
    lab.run(seconds(60));
    expect(r1.stack.arpEntries()).toEqual([]);
    // The packet that waited is lost with the link; no request goes into the dark.
    expect(r1.drops()).toEqual({ 'interface down': 1 });
  });
  it('lists own addresses among the others, by address', () => {
    const { lab, r1 } = pair({}, '10.0.0.5/24 10.0.1.1/24');
    r1.ping('10.0.0.2', { count: 1 });
    r1.ping('10.0.0.9', { count: 1 });
    lab.run(millis(100));
    const rows = r1.stack.arpEntries().map(({ address: a, mac, own }) => [a & 0xffff, mac, own]);
    expect(rows).toEqual([
      [2, 0x020000000200, false],
      [5, r1.mac(0), true],
      [9, undefined, false],
      [0x101, r1.mac(0), true],
    ]);
  });
  it('on order forgets; what was in use is asked for at once', () => {
    const { lab, r1 } = pair();
    r1.ping('10.0.0.2', { count: 1 });
    lab.run(seconds(1));
    hand(r1, 'request', '10.0.0.7', 0x0200000000cc, '10.0.0.1');
    lab.run(seconds(1));
    r1.stack.clearArp(() => true);
    lab.run(millis(5));
    expect(learned(r1).map((entry) => entry[0])).toEqual([2]);
    expect(arpFrames(lab).at(-2)).toBe('3000 r1 e0 ARP request who has 10.0.0.2, tell 10.0.0.1');
    r1.stack.clearArp((entry) => entry.address === address('10.0.0.99'));
    expect(learned(r1).length).toBe(1);
  });
});

describe('who is who', () => {
  it('announces new addresses where the vendor does', () => {
    const { lab, r1 } = pair({ gratuitousArp: true });
    const own = (a: string) => `r1 e0 ARP request who has ${a}, tell ${a}`;
    expect(lab.frames.filter((line) => line.includes('r1'))).toEqual([`0 ${own('10.0.0.1')}`]);
    r1.configure({ e0: '10.0.0.1/24 10.0.9.1/24' });
    expect(lab.frames.at(-1)).toBe(`1000 ${own('10.0.9.1')}`);
    lab.world.setLink('r1-r2', false);
    lab.run(seconds(1));
    lab.world.setLink('r1-r2', true);
    lab.run(seconds(1));
    expect(lab.frames.filter((line) => line.includes('r1')).slice(2)).toEqual([
      `2000 ${own('10.0.0.1')}`,
      `2000 ${own('10.0.9.1')}`,
    ]);
  });
  it('notices that its address is used by another, and defends it once in ten seconds', () => {
    const lab = new Lab();
    const [r1, r2] = [lab.node('r1', { gratuitousArp: true }), lab.node('r2', { gratuitousArp: true })];
    lab.cable('r1 e0', 'r2 e0');
    r1.configure({ e0: '10.0.0.1/24' });
    r2.configure({ e0: '10.0.0.1/24' });
    lab.run(seconds(5));
    const clashes = (node: StackNode) => node.events.filter(({ event }) => event.kind === 'duplicate-address');
    // Both announce at 0, both hear it at 1 ms and defend, which the other hears within its ten seconds.
    expect(clashes(r1).map(({ at, event }) => [at, event])).toEqual([
      [millis(1), { kind: 'duplicate-address', interface: 'e0', address: address('10.0.0.1'), mac: r2.mac(0) }],
    ]);
    expect(clashes(r2).length).toBe(1);
    expect(arpFrames(lab).length).toBe(4);
    lab.run(seconds(5));
    hand(r1, 'reply', '10.0.0.1', r2.mac(0), '10.0.0.9');
    hand(r1, 'reply', '10.0.0.1', r2.mac(0), '10.0.0.9');
    lab.run(seconds(1));
    expect(clashes(r1).length).toBe(1);
    lab.run(seconds(1));
    hand(r1, 'reply', '10.0.0.1', r2.mac(0), '10.0.0.9');
    expect(clashes(r1).length).toBe(2);
  });
  it('answers a probe without learning the one who has no address yet', () => {
    const { lab, r1 } = pair();
    hand(r1, 'request', '0.0.0.0', 0x0200000000dd, '10.0.0.1');
    expect(lab.frames.at(-1)).toBe('1000 r1 e0 ARP reply 10.0.0.1 is at 02:00:00:00:01:00');
    expect(learned(r1)).toEqual([]);
  });
  it('believes no impossible sender', () => {
    const { lab, r1 } = pair();
    hand(r1, 'request', '192.168.1.1', 0x0200000000dd, '10.0.0.1');
    hand(r1, 'request', '10.0.0.9', 0x0300000000dd, '10.0.0.1');
    hand(r1, 'request', '10.0.0.9', r1.mac(0), '10.0.0.1');
    hand(r1, 'request', '10.0.0.255', 0x0200000000dd, '10.0.0.1');
    hand(r1, 'reply', '10.0.0.9', 0x0200000000dd, '10.0.0.8');
    expect(lab.frames).toEqual([]);
    expect(learned(r1)).toEqual([]);
    expect(r1.drops()).toEqual({
      'arp other subnet': 1,
      'arp sender mac': 1,
      'arp own mac': 1,
      'arp sender': 1,
      'arp not asked': 1,
    });
  });
  it('answers only in the interface that has the address', () => {
    const lab = new Lab();
    const [r1, host] = [lab.node('r1'), lab.node('host')];
    lab.cable('r1 e0', 'host e0');
    r1.configure({ e0: '10.0.0.1/24', lo0: '1.1.1.1/32' });
    host.configure({ e0: '10.0.0.2/24' }).route('1.1.1.1/32', 'link e0');
    lab.run(seconds(1));
    host.ping('1.1.1.1', { count: 1 });
    lab.run(seconds(10));
    expect(host.drops()).toEqual({ 'arp unanswered': 1 });
  });
});

describe('proxy ARP', () => {
  /** host (with too short a mask) - r1 - r2 */
  function behind(spec: { proxyArp: boolean; routing?: boolean }) {
    const lab = new Lab();
    const [host, r1, r2] = [lab.node('host'), lab.node('r1'), lab.node('r2')];
    lab.cable('host e0', 'r1 e0');
    lab.cable('r1 e1', 'r2 e0');
    host.configure({ e0: '10.0.1.9/8' });
    r1.configure(
      { e0: { at: '10.0.1.1/24', proxyArp: spec.proxyArp }, e1: { at: '10.0.2.1/24', proxyArp: spec.proxyArp } },
      { routing: spec.routing ?? true },
    );
    r2.configure({ e0: '10.0.2.2/24' }).route('0.0.0.0/0', '10.0.2.1 e0');
    lab.run(seconds(1));
    return { lab, host, r1, r2 };
  }
  it('answers for what it would forward elsewhere', () => {
    const { lab, host, r1 } = behind({ proxyArp: true });
    const lines = host.ping('10.0.2.2', { count: 1 });
    lab.run();
    expect(lab.frames[1]).toBe('1001 r1 e0 ARP reply 10.0.2.2 is at 02:00:00:00:02:00');
    expect(lines.at(-1)).toBe('1008 done 1/1 8');
    // Its own address on the far side counts as well.
    const far = host.ping('10.0.2.1', { count: 1 });
    lab.run();
    expect(far.at(-1)).toContain('done 1/1');
    expect(r1.drops()).toEqual({});
  });
  it('is silent about its own link, about what has no route, and where it was not told to', () => {
    const own = behind({ proxyArp: true });
    own.host.ping('10.0.1.77', { count: 1 });
    own.host.ping('10.9.9.9', { count: 1 });
    own.lab.run();
    expect(arpFrames(own.lab).filter((line) => line.includes('reply'))).toEqual([]);
    const off = behind({ proxyArp: false });
    off.host.ping('10.0.2.2', { count: 1 });
    off.lab.run();
    expect(off.host.drops()).toEqual({ 'arp unanswered': 1 });
    const host = behind({ proxyArp: true, routing: false });
    host.host.ping('10.0.2.2', { count: 1 });
    host.lab.run();
    expect(host.host.drops()).toEqual({ 'arp unanswered': 1 });
  });
});
