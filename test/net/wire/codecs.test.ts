// The codecs against frames made by others, both ways, and each reason to refuse once.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameBytes } from '../../../src/base/bytes.ts';
import { internetChecksum } from '../../../src/base/checksum.ts';
import { ip4, ip4Text, parseIp4 } from '../../../src/base/ip.ts';
import { mac, parseMac } from '../../../src/base/mac.ts';
import { present } from '../../../src/base/must.ts';
import type { Result } from '../../../src/base/result.ts';
import { type DecodeError, reasonOf } from '../../../src/net/codec.ts';
import { arp } from '../../../src/net/wire/arp.ts';
import { type EthernetFrame, ethernet } from '../../../src/net/wire/ethernet.ts';
import { decrementTtl, type Ipv4Packet, ipv4 } from '../../../src/net/wire/ipv4.ts';
import { mpls } from '../../../src/net/wire/mpls.ts';
import { udp } from '../../../src/net/wire/udp.ts';
import * as captured from './captured.ts';

const { hex } = captured;
const address = (text: string) => present(parseIp4(text), text);

function value<T>(read: Result<T, DecodeError>): T {
  if (!read.ok) throw new Error(reasonOf(read.error));
  return read.value;
}
const refusal = <T>(read: Result<T, DecodeError>): DecodeError | undefined => (read.ok ? undefined : read.error);
const frame = (bytes: Uint8Array): EthernetFrame => value(ethernet.decode(bytes, undefined));
const packet = (bytes: Uint8Array): Ipv4Packet => value(ipv4.decode(frame(bytes).payload, undefined));
/** With the bytes at `at` replaced. */
function changed(bytes: Uint8Array, at: number, by: string): Uint8Array {
  const copy = bytes.slice();
  copy.set(hex(by), at);
  return copy;
}
/** An IPv4 header whose checksum is right again after a change. */
function changedHeader(bytes: Uint8Array, at: number, by: string): Uint8Array {
  const copy = changed(changed(bytes, at, by), 10, '0000');
  const sum = internetChecksum(copy, 0, 0, 20);
  return changed(copy, 10, sum.toString(16).padStart(4, '0'));
}

describe('Ethernet', () => {
  it('reads and writes Ethernet II', () => {
    const read = frame(captured.ARP_REQUEST);
    expect(read).toMatchObject({
      to: parseMac('ff:ff:ff:ff:ff:ff'),
      from: parseMac('ce:05:27:45:02:b5'),
      type: 0x0806,
    });
    expect(read.payload.length).toBe(28);
    const written = ethernet.encode(read, undefined);
    expect(written.length).toBe(60);
    expect(written.subarray(0, 42)).toEqual(captured.ARP_REQUEST);
    expect(written.subarray(42).every((byte) => byte === 0)).toBe(true);
  });
  it('cuts an 802.3 frame to its length', () => {
    const padded = new Uint8Array(80);
    padded.set(captured.CSNP);
    const read = frame(padded);
    expect(read.type).toBe('llc');
    expect(read.payload).toEqual(captured.CSNP.subarray(14));
    expect(ethernet.encode(read, undefined)).toEqual(captured.CSNP);
  });
  it('reads and writes an 802.1Q tag', () => {
    const bytes = hex(`ffffffffffff 020000000001 8100 b064 0806 ${'00'.repeat(46)}`);
    const read = frame(bytes);
    expect(read.tag).toEqual({ vlan: 100, priority: 5, dropEligible: true });
    expect(read.type).toBe(0x0806);
    expect(ethernet.encode(read, undefined).subarray(0, 18)).toEqual(bytes.subarray(0, 18));
    expect(ethernet.summary(read)).toBe('02:00:00:00:00:01 > ff:ff:ff:ff:ff:ff vlan 100 priority 5 arp');
  });
  it('refuses what is no frame', () => {
    expect(refusal(ethernet.decode(new Uint8Array(13), undefined))).toEqual({ kind: 'short', need: 14, have: 13 });
    const cut = changed(new Uint8Array(16), 12, '8100');
    expect(refusal(ethernet.decode(cut, undefined))).toEqual({ kind: 'short', need: 18, have: 16 });
    expect(refusal(ethernet.decode(changed(new Uint8Array(60), 12, '05dd'), undefined))).toEqual({
      kind: 'type',
      got: 1501,
    });
    expect(refusal(ethernet.decode(changed(new Uint8Array(60), 12, '002f'), undefined))).toEqual({
      kind: 'length',
      field: 'frame',
      got: 47,
    });
  });
});

describe('ARP', () => {
  it('reads and writes both operations', () => {
    for (const bytes of [captured.ARP_REQUEST, captured.ARP_REPLY]) {
      const body = bytes.subarray(14);
      expect(arp.encode(value(arp.decode(body, undefined)), undefined)).toEqual(body);
    }
    expect(arp.summary(value(arp.decode(captured.ARP_REQUEST.subarray(14), undefined)))).toBe(
      'request who has 10.64.0.2, tell 10.64.0.1',
    );
    expect(arp.summary(value(arp.decode(captured.ARP_REPLY.subarray(14), undefined)))).toBe(
      'reply 10.64.0.2 is at 8e:33:0d:3f:83:4c',
    );
  });
  it('refuses other hardware, protocols, lengths and operations', () => {
    const body = captured.ARP_REQUEST.subarray(14);
    const of = (at: number, by: string) => refusal(arp.decode(changed(body, at, by), undefined));
    expect(refusal(arp.decode(body.subarray(1), undefined))).toEqual({ kind: 'short', need: 28, have: 27 });
    expect(of(0, '0006')).toEqual({ kind: 'value', field: 'hardware', got: 6 });
    expect(of(2, '86dd')).toEqual({ kind: 'value', field: 'protocol', got: 0x86dd });
    expect(of(4, '08')).toEqual({ kind: 'length', field: 'hardware', got: 8 });
    expect(of(5, '10')).toEqual({ kind: 'length', field: 'protocol', got: 16 });
    expect(of(6, '0003')).toEqual({ kind: 'type', got: 3 });
  });
});

describe('IPv4', () => {
  it('reads and writes packets with and without options', () => {
    for (const bytes of [captured.RIP_REQUEST, captured.IGMP_REPORT, captured.ECHO_TTL_1]) {
      expect(ipv4.encode(packet(bytes), undefined)).toEqual(bytes.subarray(14));
    }
    expect(packet(captured.IGMP_REPORT).options).toEqual(hex('94040000'));
    expect(ipv4.summary(packet(captured.ECHO_TTL_1))).toBe(
      '192.168.1.1 > 192.168.2.1 protocol 1 ttl 1 id 54062 length 84 df',
    );
  });
  it('drops the padding of a short frame', () => {
    const padded = new Uint8Array(100);
    padded.set(captured.IGMP_REPORT.subarray(14));
    expect(value(ipv4.decode(padded, undefined)).payload.length).toBe(16);
  });
  it('knows the worked example of a header checksum', () => {
    // "IPv4 header checksum", Wikipedia: 172.16.10.99 > 172.16.10.12, TCP, TTL 64, checksum b1e6.
    const header = hex('4500003c1c4640004006b1e6ac100a63ac100a0c');
    const read = value(ipv4.decode(changedHeader(header, 2, '0014'), undefined));
    expect(ip4Text(read.from)).toBe('172.16.10.99');
    const whole = ipv4.encode({ ...read, payload: new Uint8Array(40) }, undefined);
    expect(whole.subarray(0, 20)).toEqual(header);
  });
  it('refuses bad headers, each for its own reason', () => {
    const body = captured.ECHO_TTL_1.subarray(14);
    const of = (bytes: Uint8Array) => refusal(ipv4.decode(bytes, undefined));
    expect(of(body.subarray(0, 19))).toEqual({ kind: 'short', need: 20, have: 19 });
    expect(of(changed(body, 0, '65'))).toEqual({ kind: 'version', got: 6 });
    expect(of(changed(body, 0, '44'))).toEqual({ kind: 'length', field: 'header', got: 16 });
    expect(of(changedHeader(body, 2, '0013'))).toEqual({ kind: 'length', field: 'total', got: 19 });
    expect(of(changedHeader(body, 2, '0055'))).toEqual({ kind: 'short', need: 85, have: 84 });
    expect(of(changed(body, 8, '02'))).toEqual({ kind: 'checksum' });
  });
  it('updates the checksum with the TTL as if it were computed anew', () => {
    fc.assert(
      fc.property(
        anyPacket.filter((p) => p.ttl > 0),
        (p) => {
          const bytes = ipv4.encode(p, undefined);
          decrementTtl(bytes, 0);
          expect(bytes).toEqual(ipv4.encode({ ...p, ttl: p.ttl - 1 }, undefined));
        },
      ),
    );
  });
});

describe('UDP', () => {
  const rip = packet(captured.RIP_REQUEST);
  it('reads and writes a datagram', () => {
    const read = value(udp.decode(rip.payload, rip));
    expect(read).toMatchObject({ fromPort: 520, toPort: 520 });
    expect(udp.encode(read, rip)).toEqual(rip.payload);
    expect(udp.summary(read)).toBe('520 > 520, 24 bytes');
  });
  it('takes a checksum of zero for none, and never sends one', () => {
    const without = changed(changed(rip.payload, 6, '0000'), 20, 'ff');
    expect(udp.decode(without, rip).ok).toBe(true);
    // All of the pseudo-header, ports and length sum to 0xffff: 0.0.0.0 > 0.0.0.0, 17 + 8 + 8 = 33, port 0xffde.
    const nothing = udp.encode({ fromPort: 0xffde, toPort: 0, data: new Uint8Array(0) }, { from: ip4(0), to: ip4(0) });
    expect(nothing.subarray(6)).toEqual(hex('ffff'));
  });
  it('refuses bad datagrams', () => {
    const of = (bytes: Uint8Array) => refusal(udp.decode(bytes, rip));
    expect(of(new Uint8Array(7))).toEqual({ kind: 'short', need: 8, have: 7 });
    expect(of(changed(rip.payload, 4, '0007'))).toEqual({ kind: 'length', field: 'datagram', got: 7 });
    expect(of(changed(rip.payload, 4, '0021'))).toEqual({ kind: 'length', field: 'datagram', got: 33 });
    expect(of(changed(rip.payload, 9, '03'))).toEqual({ kind: 'checksum' });
    expect(refusal(udp.decode(rip.payload, { ...rip, from: address('10.64.0.3') }))).toEqual({ kind: 'checksum' });
  });
});

describe('MPLS', () => {
  it('reads and writes a stack', () => {
    const read = value(mpls.decode(frame(captured.LABELLED).payload, undefined));
    expect(read.stack).toEqual([{ label: 17, exp: 0, bottom: true, ttl: 255 }]);
    expect(value(ipv4.decode(read.payload, undefined)).to).toBe(address('10.255.0.3'));
    const two = hex('0001103f 0005033f 45');
    expect(value(mpls.decode(two, undefined)).stack).toEqual([
      { label: 17, exp: 0, bottom: false, ttl: 63 },
      { label: 80, exp: 1, bottom: true, ttl: 63 },
    ]);
    expect(mpls.encode(value(mpls.decode(two, undefined)), undefined)).toEqual(two);
  });
  it('refuses a stack without a bottom', () => {
    expect(refusal(mpls.decode(hex('0001103f 0005'), undefined))).toEqual({ kind: 'short', need: 8, have: 6 });
    expect(refusal(mpls.decode(new Uint8Array(400), undefined))).toEqual({ kind: 'length', field: 'stack', got: 17 });
  });
});

const bits = (count: number) => fc.integer({ min: 0, max: 2 ** count - 1 });
const bytes = (maxLength: number) => fc.uint8Array({ maxLength });
const anyMac = fc.maxSafeInteger().map((n) => mac(Math.abs(n) % 2 ** 48));
const anyIp = fc.maxSafeInteger().map((n) => ip4(Math.abs(n) % 2 ** 32));
const anyPacket: fc.Arbitrary<Ipv4Packet> = fc.record({
  tos: bits(8),
  id: bits(16),
  df: fc.boolean(),
  mf: fc.boolean(),
  offset: bits(13).map((n) => n * 8),
  ttl: bits(8),
  protocol: bits(8),
  from: anyIp,
  to: anyIp,
  options: bits(3).map((n) => new Uint8Array(n * 4).fill(1)),
  payload: bytes(200),
});

describe('whatever is written can be read', () => {
  it('Ethernet', () => {
    const tag = fc.record({ vlan: bits(12), priority: bits(3), dropEligible: fc.boolean() });
    const type = fc.oneof(fc.constant('llc' as const), fc.integer({ min: 0x0600, max: 0xffff }));
    const any = fc.record({
      to: anyMac,
      from: anyMac,
      tag: fc.option(tag, { nil: undefined }),
      type,
      payload: bytes(200),
    });
    fc.assert(
      fc.property(
        any.filter((f) => f.type !== 0x8100),
        (message) => {
          const read = frame(ethernet.encode(message, undefined));
          // Only Ethernet II keeps its padding.
          const payload = message.type === 'llc' ? read.payload : read.payload.subarray(0, message.payload.length);
          expect({ ...read, payload }).toEqual(message);
        },
      ),
    );
  });
  it('ARP, IPv4, UDP, MPLS', () => {
    const operation = fc.constantFrom('request' as const, 'reply' as const);
    const anyArp = fc.record({ operation, senderMac: anyMac, senderIp: anyIp, targetMac: anyMac, targetIp: anyIp });
    fc.assert(
      fc.property(anyArp, (m) => void expect(value(arp.decode(arp.encode(m, undefined), undefined))).toEqual(m)),
    );
    fc.assert(
      fc.property(anyPacket, (m) => void expect(value(ipv4.decode(ipv4.encode(m, undefined), undefined))).toEqual(m)),
    );
    const datagram = fc.record({ fromPort: bits(16), toPort: bits(16), data: bytes(200) });
    fc.assert(
      fc.property(
        datagram,
        anyIp,
        anyIp,
        (m, from, to) => void expect(value(udp.decode(udp.encode(m, { from, to }), { from, to }))).toEqual(m),
      ),
    );
    const entry = fc.record({ label: bits(20), exp: bits(3), ttl: bits(8) });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 8 }), bytes(50), (entries, payload) => {
        const stack = entries.map((e, i) => ({ ...e, bottom: i === entries.length - 1 }));
        expect(value(mpls.decode(mpls.encode({ stack, payload }, undefined), undefined))).toEqual({ stack, payload });
      }),
    );
  });
  it('and a changed bit in an IPv4 header or a UDP datagram is noticed', () => {
    fc.assert(
      fc.property(anyPacket, fc.nat(), (p, n) => {
        const written = ipv4.encode(p, undefined);
        const at = n % ((written[0]! & 15) * 4 * 8);
        written[at >> 3]! ^= 0x80 >> (at & 7);
        expect(ipv4.decode(written, undefined).ok).toBe(false);
      }),
    );
  });
  it('a frame is never encoded into the caller’s buffer', () => {
    const payload = hex('fefe03');
    const written = ethernet.encode({ to: mac(1), from: mac(2), tag: undefined, type: 'llc', payload }, undefined);
    written.fill(0xff);
    expect(sameBytes(payload, hex('fefe03'))).toBe(true);
  });
});
