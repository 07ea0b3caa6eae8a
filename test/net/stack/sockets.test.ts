// Who hears what: protocols, UDP ports, groups, LLC; and fragments put together before anybody hears.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { internetChecksum } from '../../../src/base/checksum.ts';
import { fragments } from '../../../src/net/fragment.ts';
import { type Ipv4Packet, ipv4 } from '../../../src/net/wire/ipv4.ts';
import { udp } from '../../../src/net/wire/udp.ts';
import { type IfName, MAIN } from '../../../src/route/names.ts';
import type { PortName } from '../../../src/sim/node.ts';
import { seconds } from '../../../src/sim/time.ts';
import { address, Lab, type StackNode } from '../../harness/stack-node.ts';

const E0 = 'e0' as IfName;
function pair() {
  const lab = new Lab();
  const [r1, r2] = [lab.node('r1'), lab.node('r2')];
  lab.cable('r1 e0', 'r2 e0');
  r1.configure({ e0: '10.0.0.1/24' });
  r2.configure({ e0: '10.0.0.2/24', lo0: '2.2.2.2/32' });
  r1.route('2.2.2.2/32', '10.0.0.2 e0');
  lab.run(seconds(1));
  return { lab, r1, r2 };
}
const OPEN = { vrf: MAIN, protocol: 89, from: undefined };

describe('listeners', () => {
  it('hear their protocol in their VRF, with everything the header said', () => {
    const { lab, r1, r2 } = pair();
    const heard: unknown[] = [];
    r2.stack.hearProtocol(89, MAIN, (packet) => heard.push(packet));
    r1.stack.send({ ...OPEN, to: address('2.2.2.2'), payload: Uint8Array.of(1, 2, 3), ttl: 7, tos: 0xc0 });
    lab.run(seconds(1));
    expect(heard).toEqual([
      {
        vrf: MAIN,
        on: 'e0',
        from: address('10.0.0.1'),
        to: address('2.2.2.2'),
        ttl: 7,
        tos: 0xc0,
        payload: Uint8Array.of(1, 2, 3),
      },
    ]);
    r2.stack.hearProtocol(89, MAIN, undefined);
    r1.stack.send({ ...OPEN, to: address('2.2.2.2'), payload: new Uint8Array(0) });
    lab.run(seconds(1));
    expect(heard.length).toBe(1);
    expect(r2.drops()).toEqual({ 'protocol unreachable': 1 });
  });
  it('hear themselves', () => {
    const { lab, r2 } = pair();
    const heard: unknown[] = [];
    r2.stack.hearProtocol(89, MAIN, ({ on, from }) => heard.push([on, from]));
    expect(r2.stack.send({ ...OPEN, to: address('2.2.2.2'), payload: new Uint8Array(0) })).toBe(true);
    expect(heard).toEqual([]);
    lab.run(seconds(1));
    expect(heard).toEqual([[undefined, address('2.2.2.2')]]);
  });
  it('hear UDP without its header, and not what is damaged', () => {
    const { lab, r1, r2 } = pair();
    const heard: unknown[] = [];
    r2.stack.hearUdp(520, MAIN, ({ payload }, fromPort) => heard.push([[...payload], fromPort]));
    const [from, to] = [address('10.0.0.1'), address('10.0.0.2')];
    const payload = udp.encode({ fromPort: 1000, toPort: 520, data: Uint8Array.of(5) }, { from, to });
    r1.stack.send({ vrf: MAIN, protocol: 17, from, to, payload });
    const wrong = payload.slice();
    wrong[8] = 6;
    r1.stack.send({ vrf: MAIN, protocol: 17, from, to, payload: wrong });
    lab.run(seconds(1));
    expect(heard).toEqual([[[5], 1000]]);
    expect(r2.drops()).toEqual({ 'udp checksum': 1 });
    r2.stack.hearUdp(520, MAIN, undefined);
    r1.stack.send({ vrf: MAIN, protocol: 17, from, to, payload });
    lab.run(seconds(1));
    expect(r2.drops()).toEqual({ 'udp checksum': 1, 'port unreachable': 1 });
  });
  it('hear a group while they are members, on that interface', () => {
    const { lab, r1, r2 } = pair();
    const heard: number[] = [];
    r2.stack.hearProtocol(89, MAIN, ({ to }) => heard.push(to));
    const hello = { ...OPEN, to: address('224.0.0.5'), on: E0, payload: new Uint8Array(4), ttl: 1 };
    r1.stack.send(hello);
    lab.run(seconds(1));
    r2.stack.joinGroup(E0, address('224.0.0.5'), true);
    r1.stack.send(hello);
    lab.run(seconds(1));
    r2.stack.joinGroup(E0, address('224.0.0.5'), false);
    r1.stack.send(hello);
    lab.run(seconds(1));
    expect(heard).toEqual([address('224.0.0.5')]);
    expect(r2.drops()).toEqual({ 'multicast not joined': 2 });
    expect([...lab.sent[0]!.bytes.subarray(0, 6)]).toEqual([0x01, 0x00, 0x5e, 0, 0, 5]);
    expect(lab.frames.some((line) => line.includes('ARP'))).toBe(false);
  });
  it('hear LLC by its SAP, without padding', () => {
    const { lab, r1, r2 } = pair();
    const heard: unknown[] = [];
    const stop = r2.stack.hearLink(0xfe, (on, llc) => heard.push([on, [...llc]]));
    r1.stack.sendLink(E0, 0x0180c2000014, Uint8Array.of(0xfe, 0xfe, 3, 0x83));
    r1.stack.sendLink(E0, 0x0180c2000014, Uint8Array.of(0x42, 0x42, 3));
    r1.stack.sendLink(E0, 0x0180c2000014, Uint8Array.of(0x42));
    r1.stack.sendLink('e9' as IfName, 0x0180c2000014, Uint8Array.of(0xfe, 0xfe, 3));
    lab.run(seconds(1));
    expect(heard).toEqual([['e0', [0xfe, 0xfe, 3, 0x83]]]);
    expect(r2.drops()).toEqual({ 'llc sap': 1, 'llc short': 1 });
    expect(r1.drops()).toEqual({ 'no interface': 1 });
    expect(lab.sent[0]!.bytes.length).toBe(60);
    stop();
    r1.stack.sendLink(E0, 0x0180c2000014, Uint8Array.of(0xfe, 0xfe, 3));
    lab.run(seconds(1));
    expect(heard.length).toBe(1);
  });
});

describe('sending', () => {
  it('is refused with a reason', () => {
    const { lab, r1 } = pair();
    const send = (packet: { to?: string; on?: IfName; size?: number; df?: boolean }): boolean => {
      const { to = '10.0.0.2', size = 10, ...rest } = packet;
      return r1.stack.send({ ...OPEN, to: address(to), payload: new Uint8Array(size), ...rest });
    };
    expect(send({})).toBe(true);
    expect(send({ to: '9.9.9.9' })).toBe(false);
    expect(send({ size: 1481, df: true })).toBe(false);
    expect(send({ size: 1481 })).toBe(true);
    expect(send({ size: 65516 })).toBe(false);
    expect(send({ on: 'e7' as IfName })).toBe(false);
    r1.configure({ e0: '' });
    expect(send({ on: E0 })).toBe(false);
    lab.world.setLink('r1-r2', false);
    lab.run(seconds(1));
    expect(send({ on: E0 })).toBe(false);
    expect(r1.drops()).toMatchObject({
      'no route': 1,
      'too big': 2,
      'no interface': 1,
      'no source address': 1,
      'interface down': expect.any(Number),
    });
  });
  it('to everybody on a link needs no ARP', () => {
    const { lab, r1, r2 } = pair();
    const heard: number[] = [];
    r2.stack.hearProtocol(89, MAIN, ({ to }) => heard.push(to));
    r1.stack.send({ ...OPEN, to: address('255.255.255.255'), on: E0, payload: new Uint8Array(4) });
    r1.stack.send({ ...OPEN, to: address('10.0.0.255'), payload: new Uint8Array(4) });
    lab.run(seconds(1));
    expect(heard).toEqual([0xffffffff, address('10.0.0.255')]);
    expect(lab.frames.length).toBe(2);
  });
});

const WHOLE: Ipv4Packet = {
  tos: 0,
  id: 99,
  df: false,
  mf: false,
  offset: 0,
  ttl: 64,
  protocol: 89,
  from: address('10.0.0.1'),
  to: address('10.0.0.2'),
  options: new Uint8Array(0),
  payload: Uint8Array.from({ length: 3000 }, (_, i) => i * 7),
};
/** Gives r2 a packet from r1's MAC. */
function hand(node: StackNode, packet: Uint8Array): void {
  const bytes = new Uint8Array(Math.max(60, 14 + packet.length));
  bytes.set([2, 0, 0, 0, 2, 0, 2, 0, 0, 0, 1, 0, 8, 0]);
  bytes.set(packet, 14);
  node.receive('e0' as PortName, { bytes });
}

describe('cutting', () => {
  it('gives pieces that fit and hold everything, whatever the MTU and the options', () => {
    const options = fc.constantFrom(
      [],
      [0x94, 4, 0, 0],
      [1, 1, 1, 0],
      [7, 7, 4, 0, 0, 0, 0, 0x83, 3, 4, 0, 0],
      [0x94, 0, 9, 9],
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 68, max: 1500 }),
        fc.integer({ min: 0, max: 4000 }),
        options,
        (mtu, size, bytes) => {
          const message = { ...WHOLE, payload: WHOLE.payload.subarray(0, size), options: Uint8Array.from(bytes) };
          const pieces = fragments(ipv4.encode(message, undefined), mtu).map((piece) => {
            expect(piece.length).toBeLessThanOrEqual(mtu);
            expect(internetChecksum(piece, 0, 0, (piece[0]! & 15) * 4)).toBe(0);
            const read = ipv4.decode(piece, undefined);
            if (!read.ok) throw new Error(read.error.kind);
            return read.value;
          });
          let at = 0;
          for (const [i, piece] of pieces.entries()) {
            expect(piece.offset).toBe(at);
            expect(piece.mf).toBe(i < pieces.length - 1);
            expect(piece.payload).toEqual(message.payload.subarray(at, at + piece.payload.length));
            at += piece.payload.length;
          }
          expect(at).toBe(message.payload.length);
        },
      ),
    );
  });
  it('copies the options that are to be copied', () => {
    // Record route (7, not copied) and router alert (0x94, copied).
    const options = Uint8Array.from([7, 7, 4, 0, 0, 0, 0, 0x94, 4, 0, 0, 0]);
    const [first, second] = fragments(ipv4.encode({ ...WHOLE, options }, undefined), 1500);
    expect(first![0]).toBe(0x48);
    expect(second![0]).toBe(0x46);
    expect([...second!.subarray(20, 24)]).toEqual([0x94, 4, 0, 0]);
  });
  it('cuts fragments again', () => {
    const [first, second] = fragments(ipv4.encode(WHOLE, undefined), 1500);
    const again = [...fragments(first!, 700), ...fragments(second!, 700)].map((piece) => {
      const read = ipv4.decode(piece, undefined);
      return read.ok ? [read.value.offset, read.value.payload.length, read.value.mf] : undefined;
    });
    expect(again).toEqual([
      [0, 680, true],
      [680, 680, true],
      [1360, 120, true],
      [1480, 680, true],
      [2160, 680, true],
      [2840, 120, true],
    ]);
  });
});

describe('putting together', () => {
  const pieces = fragments(ipv4.encode(WHOLE, undefined), 700);
  function listening() {
    const { lab, r1, r2 } = pair();
    const heard: Uint8Array[] = [];
    r2.stack.hearProtocol(89, MAIN, ({ payload }) => heard.push(payload));
    return { lab, r1, r2, heard };
  }
  it('works in any order, with duplicates', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...pieces, ...pieces], { minLength: 10, maxLength: 10 }), (order) => {
        const { r2, heard } = listening();
        for (const piece of order) hand(r2, piece);
        // Duplicates before the end are known as such; after it they begin anew, and wait.
        expect(heard.length).toBeGreaterThanOrEqual(1);
        for (const payload of heard) expect(payload).toEqual(WHOLE.payload);
      }),
      { numRuns: 20 },
    );
  });
  it('keeps datagrams apart by their number and sender', () => {
    const { r2, heard } = listening();
    const other = fragments(ipv4.encode({ ...WHOLE, id: 100, payload: new Uint8Array(3000) }, undefined), 700);
    for (const [i, piece] of pieces.entries()) {
      hand(r2, piece);
      hand(r2, other[i]!);
    }
    expect(heard).toEqual([WHOLE.payload, new Uint8Array(3000)]);
  });
  it('gives up after 30 s, and says so when the beginning was there', () => {
    const { lab, r1, r2, heard } = listening();
    const told: string[] = [];
    r1.stack.hearProtocol(1, MAIN, ({ payload }) => told.push(`${lab.world.now / 1000} ${payload[0]}/${payload[1]}`));
    hand(r2, pieces[0]!);
    lab.run(seconds(20));
    for (const piece of pieces.slice(2)) hand(r2, piece);
    lab.run(seconds(20));
    // 31 s, ARP for the sender there and back, and the way.
    expect(told).toEqual(['31003 11/1']);
    expect(heard).toEqual([]);
    expect(r2.drops()).toEqual({ 'reassembly timeout': 1 });
    hand(r2, pieces[1]!);
    lab.run(seconds(31));
    expect(told.length).toBe(1);
    expect(r2.drops()).toEqual({ 'reassembly timeout': 2 });
  });
  const odd = (packet: Partial<Ipv4Packet>) =>
    ipv4.encode({ ...WHOLE, payload: new Uint8Array(16), ...packet }, undefined);
  it('refuses pieces that cannot be of one datagram', () => {
    const { r2 } = listening();
    hand(r2, odd({ mf: true }));
    hand(r2, odd({ offset: 8 }));
    hand(r2, odd({ id: 1, mf: true, payload: new Uint8Array(15) }));
    hand(r2, odd({ id: 2, mf: true, payload: new Uint8Array(0) }));
    hand(r2, odd({ id: 3, offset: 65528 }));
    hand(r2, odd({ id: 4, offset: 800 }));
    hand(r2, odd({ id: 4, offset: 1600, mf: true }));
    hand(r2, odd({ id: 5, offset: 1600, mf: true }));
    hand(r2, odd({ id: 5, offset: 800 }));
    hand(r2, odd({ id: 6, offset: 800 }));
    hand(r2, odd({ id: 6, offset: 400 }));
    expect(r2.drops()).toEqual({ 'fragment overlap': 4, 'fragment length': 2, 'fragment too long': 1 });
  });
  it('has a limit', () => {
    const { lab, r2 } = listening();
    for (let id = 0; id < 70; id++) hand(r2, odd({ id, mf: true }));
    expect(r2.drops()).toEqual({ 'fragment table full': 6 });
    lab.run(seconds(31));
    for (let id = 0; id < 10; id++) hand(r2, odd({ id, mf: true }));
    expect(r2.drops()['fragment table full']).toBe(6);
  });
});
