// A router that stands for a virtual one: whose MAC is told, whose frames are taken, who answers.   RFC 5798 §6.4, §7.3, §8

import { describe, expect, it } from 'vitest';
import { virtualRouterMac } from '../../../src/base/mac.ts';
import { ethernet } from '../../../src/net/wire/ethernet.ts';
import { MAIN } from '../../../src/route/names.ts';
import type { PortName } from '../../../src/sim/node.ts';
import { seconds } from '../../../src/sim/time.ts';
import { ifName } from '../../harness/routes.ts';
import { address, Lab, type StackNode } from '../../harness/stack-node.ts';

const MAC = virtualRouterMac(1);
const VIP = address('10.0.0.254');

/** h and two routers on a LAN; behind r1 and r2 is r9. */
function gateway() {
  const lab = new Lab();
  const [h, r1, r2, r9] = [lab.node('h'), lab.node('r1'), lab.node('r2'), lab.node('r9')];
  lab.cable('h e0', 'r1 e0', 'r2 e0');
  lab.cable('r1 e1', 'r9 e0');
  h.configure({ e0: '10.0.0.9/24' }, { routing: false });
  h.route('0.0.0.0/0', '10.0.0.254 e0');
  r1.configure({ e0: '10.0.0.1/24', e1: '10.1.0.1/24' });
  r2.configure({ e0: '10.0.0.2/24' });
  r9.configure({ e0: '10.1.0.9/24' });
  r9.route('10.0.0.0/24', '10.1.0.1 e0');
  lab.run(seconds(1));
  lab.frames.length = 0;
  return { lab, h, r1, r2, r9 };
}

const stand = (node: StackNode, accept: boolean | undefined, virtual = VIP): void =>
  node.stack.standFor(ifName('e0'), MAC, accept === undefined ? undefined : { addresses: [virtual], accept });

const known = (node: StackNode, own: boolean): readonly unknown[] =>
  node.stack
    .arpEntries()
    .filter((entry) => entry.own === own && entry.address === VIP)
    .map(({ mac }) => mac);

/** The first frame that a node sends, with its Ethernet addresses. */
function firstFrame(lab: Lab, doing: () => void) {
  const before = lab.sent.length;
  doing();
  lab.run(seconds(0.1));
  const read = ethernet.decode(lab.sent[before]?.bytes ?? new Uint8Array(0), undefined);
  if (!read.ok) throw new Error('no frame');
  return read.value;
}

describe('ARP', () => {
  it('the router says where the address is now, in a frame of the virtual router', () => {
    const { lab, r1 } = gateway();
    const frame = firstFrame(lab, () => stand(r1, false));
    expect([frame.from, frame.to]).toEqual([MAC, 0xffffffffffff]);
    expect(lab.frames).toEqual(['1000 r1 e0 ARP request who has 10.0.0.254, tell 10.0.0.254']);
  });
  it('requests are answered with the virtual MAC', () => {
    const { lab, h, r1 } = gateway();
    stand(r1, false);
    h.ping('10.1.0.9', { count: 1 });
    lab.run(seconds(1));
    expect(known(h, false)).toEqual([MAC]);
    expect(known(r1, true)).toEqual([MAC]);
  });
  it('nobody answers when nobody stands, nor any more afterwards', () => {
    const { lab, h, r1 } = gateway();
    stand(r1, true);
    stand(r1, undefined);
    lab.frames.length = 0;
    h.ping('10.0.0.254', { count: 1 });
    lab.run(seconds(1));
    expect(lab.frames.some((line) => line.includes('reply'))).toBe(false);
    expect(known(r1, true)).toEqual([]);
  });
  it('who takes over forgets who had it; who had it says nothing, and reports nothing', () => {
    const { lab, h, r1, r2 } = gateway();
    stand(r1, true);
    r2.ping('10.0.0.254', { count: 1 });
    h.ping('10.0.0.254', { count: 1 });
    lab.run(seconds(1));
    expect(known(r2, false)).toEqual([MAC]);
    lab.frames.length = 0;
    stand(r2, true);
    lab.run(seconds(1));
    expect([known(r2, false), lab.frames.length]).toEqual([[], 1]);
    expect(r1.events.filter(({ event }) => event.kind === 'duplicate-address')).toEqual([]);
  });
  it('of an owner, whose own address it is, the virtual MAC is told as well (RFC 5798 §8.1.2)', () => {
    const { lab, h, r1 } = gateway();
    stand(r1, true, address('10.0.0.1'));
    h.ping('10.0.0.1', { count: 2 });
    lab.run(seconds(1));
    expect(h.stack.arpEntries().find((entry) => entry.address === address('10.0.0.1'))?.mac).toBe(MAC);
  });
});

describe('packets', () => {
  it('to the virtual MAC are forwarded by who stands for it, and by nobody else', () => {
    const { lab, h, r1 } = gateway();
    stand(r1, false);
    const lines = h.ping('10.1.0.9', { count: 2 });
    lab.run(seconds(5));
    expect(lines.at(-1)).toContain('2/2');
    stand(r1, undefined);
    h.ping('10.1.0.9', { count: 1 });
    lab.run(seconds(5));
    expect(r1.drops()['other mac']).toBe(1);
  });
  it('to the virtual address are for the router that accepts them, also its own', () => {
    const { lab, h, r1 } = gateway();
    stand(r1, true);
    const [theirs, own] = [h.ping('10.0.0.254', { count: 2 }), r1.ping('10.0.0.254', { count: 2 })];
    lab.run(seconds(9));
    expect([theirs.at(-1), own.at(-1)].map((line) => line?.includes('2/2'))).toEqual([true, true]);
  });
  it('are for nobody where it does not (Accept_Mode, RFC 5798 §6.4.3 (655))', () => {
    const { lab, h, r1 } = gateway();
    stand(r1, false);
    const lines = h.ping('10.0.0.254', { count: 2 });
    lab.run(seconds(9));
    expect([lines.at(-1)?.includes('0/2'), r1.drops()['virtual address']]).toEqual([true, 2]);
  });
  it('it is no address of the router: it is nowhere owned', () => {
    const { r1 } = gateway();
    stand(r1, true);
    expect([r1.stack.owns(MAIN, VIP), r1.stack.interface(ifName('e0'))?.addresses.length]).toEqual([undefined, 1]);
  });
  it('a frame for the virtual router of another VLAN of the port is not taken', () => {
    const { r1 } = gateway();
    r1.configure({ 'e0.10': { at: '10.0.0.1/24', vlan: 10 }, 'e0.20': { at: '10.2.0.1/24', vlan: 20 } });
    r1.stack.standFor(ifName('e0.10'), MAC, { addresses: [VIP], accept: true });
    const frame = (id: number) => ({
      to: MAC,
      from: 0x020000000900 as never,
      tag: { priority: 0, dei: false, vlan: id } as never,
      type: 0x0800,
      payload: new Uint8Array(46),
    });
    const before = r1.drops()['other mac'] ?? 0;
    r1.receive('e0' as PortName, { bytes: ethernet.encode(frame(20), undefined) });
    expect(r1.drops()['other mac']).toBe(before + 1);
    r1.receive('e0' as PortName, { bytes: ethernet.encode(frame(10), undefined) });
    expect(r1.drops()['other mac']).toBe(before + 1);
  });
});
