// ICMP messages and their extensions, and the dissector that shows them.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { internetChecksum } from '../../../src/base/checksum.ts';
import { parseIp4 } from '../../../src/base/ip.ts';
import { present } from '../../../src/base/must.ts';
import { type DecodeError, reasonOf } from '../../../src/net/codec.ts';
import { dissect, type Layer } from '../../../src/net/wire/dissect.ts';
import { type IcmpError, type IcmpMessage, icmp } from '../../../src/net/wire/icmp.ts';
import { labelStackObject, reportedLabels } from '../../../src/net/wire/icmp-extension.ts';
import * as captured from './captured.ts';

const { hex } = captured;
const inside = (frame: Uint8Array): Uint8Array => frame.subarray(34);

function message(bytes: Uint8Array): IcmpMessage {
  const read = icmp.decode(bytes, undefined);
  if (!read.ok) throw new Error(reasonOf(read.error));
  return read.value;
}
function error(bytes: Uint8Array): IcmpError {
  const read = message(bytes);
  if (read.kind !== 'error') throw new Error(read.kind);
  return read;
}
const refusal = (bytes: Uint8Array): DecodeError | undefined => {
  const read = icmp.decode(bytes, undefined);
  return read.ok ? undefined : read.error;
};
/** With bytes replaced and the ICMP checksum right again. */
function changed(bytes: Uint8Array, at: number, by: string): Uint8Array {
  const copy = bytes.slice();
  copy.set(hex(by), at);
  copy.set([0, 0], 2);
  const sum = internetChecksum(copy);
  copy.set([sum >>> 8, sum & 255], 2);
  return copy;
}

describe('ICMP', () => {
  it('reads and writes what others sent', () => {
    for (const frame of [captured.ECHO_TTL_1, captured.TIME_EXCEEDED, captured.HOST_UNREACHABLE, captured.WITH_LABELS])
      expect(icmp.encode(message(inside(frame)), undefined)).toEqual(inside(frame));
    expect(message(inside(captured.ECHO_TTL_1))).toMatchObject({ kind: 'echo', reply: false, id: 0x035c, sequence: 1 });
    const exceeded = error(inside(captured.TIME_EXCEEDED));
    expect(exceeded).toMatchObject({ type: 11, code: 0, extensions: [] });
    expect(exceeded.quoted).toEqual(captured.ECHO_TTL_1.subarray(14));
  });
  it('reads the label stack that a hop reports', () => {
    const read = error(inside(captured.WITH_LABELS));
    expect(read.quoted.length).toBe(128);
    expect(reportedLabels(read.extensions)).toEqual([{ label: 17, exp: 0, bottom: true, ttl: 1 }]);
  });
  it('finds extensions of senders that leave the length out', () => {
    const silent = changed(inside(captured.WITH_LABELS), 5, '00');
    const read = error(silent);
    expect(read.quoted.length).toBe(128);
    expect(reportedLabels(read.extensions).map((entry) => entry.label)).toEqual([17]);
    // Behind 128 bytes of an ordinary long quotation there is no structure with a right checksum: all of it is quoted.
    const long = icmp.encode({ ...read, quoted: new Uint8Array(200).fill(0x20), extensions: [] }, undefined);
    expect(error(long)).toMatchObject({ extensions: [] });
    expect(error(long).quoted.length).toBe(200);
  });
  it('leaves a damaged extension out, and says so', () => {
    const bytes = inside(captured.WITH_LABELS);
    const at = 8 + 128;
    const why = (place: number, by: string) => error(changed(bytes, place, by)).damaged;
    expect(why(at, '3000')).toEqual({ kind: 'version', got: 3 });
    expect(why(at + 2, 'ffff')).toEqual({ kind: 'checksum' });
    // A checksum of zero says that there is none.
    expect(why(at + 2, '0000 0003')).toEqual({ kind: 'length', field: 'object', got: 3 });
    expect(why(at + 2, '0000 0009')).toEqual({ kind: 'length', field: 'object', got: 9 });
    expect(why(at + 2, '0000 0006')).toEqual({ kind: 'short', need: 4, have: 2 });
    expect(error(changed(bytes.subarray(0, at + 2), 2, '0000')).damaged).toEqual({ kind: 'short', need: 4, have: 2 });
    expect(error(changed(bytes, at + 2, 'ffff')).extensions).toEqual([]);
  });
  it('carries the MTU, the pointer, the gateway', () => {
    const quoted = captured.ECHO_TTL_1.subarray(14, 42);
    const base = { kind: 'error', mtu: 0, pointer: 0, quoted, extensions: [] } as const;
    const tooBig = icmp.encode({ ...base, type: 3, code: 4, mtu: 1400 }, undefined);
    expect(tooBig.subarray(4, 8)).toEqual(hex('0000 0578'));
    expect(icmp.summary(message(tooBig))).toBe('fragmentation needed, mtu 1400');
    const pointer = icmp.encode({ ...base, type: 12, code: 0, pointer: 20 }, undefined);
    expect(pointer[4]).toBe(20);
    expect(icmp.summary(message(pointer))).toBe('parameter problem at 20');
    const gateway = present(parseIp4('10.0.0.9'), 'address');
    const redirect = icmp.encode({ kind: 'redirect', code: 1, gateway, quoted }, undefined);
    expect(redirect.subarray(4, 8)).toEqual(hex('0a000009'));
    expect(message(redirect)).toEqual({ kind: 'redirect', code: 1, gateway, quoted });
  });
  it('refuses bad messages', () => {
    const bytes = inside(captured.ECHO_TTL_1);
    expect(refusal(bytes.subarray(0, 7))).toEqual({ kind: 'short', need: 8, have: 7 });
    expect(refusal(bytes.subarray(0, 40))).toEqual({ kind: 'checksum' });
    expect(refusal(changed(bytes, 1, '01'))).toEqual({ kind: 'value', field: 'code', got: 1 });
    expect(refusal(changed(inside(captured.TIME_EXCEEDED), 5, '40'))).toEqual({
      kind: 'length',
      field: 'original datagram',
      got: 256,
    });
  });
  it('reads whatever it writes', () => {
    const number = (max: number) => fc.integer({ min: 0, max });
    const stack = fc.record({ label: number(0xfffff), exp: number(7), bottom: fc.boolean(), ttl: number(255) });
    const any: fc.Arbitrary<IcmpMessage> = fc.oneof(
      fc.record({
        kind: fc.constant('echo' as const),
        reply: fc.boolean(),
        id: number(0xffff),
        sequence: number(0xffff),
        data: fc.uint8Array(),
      }),
      fc.record({
        kind: fc.constant('error' as const),
        type: fc.constant(3 as const),
        code: fc.constant(4),
        mtu: number(0xffff),
        pointer: fc.constant(0),
        quoted: fc.uint8Array({ minLength: 128, maxLength: 128 }),
        extensions: fc.array(stack, { minLength: 1, maxLength: 4 }).map((entries) => [labelStackObject(entries)]),
      }),
      fc.record({
        kind: fc.constant('other' as const),
        type: fc.constant(13),
        code: number(255),
        rest: fc.uint8Array({ minLength: 4 }),
      }),
    );
    fc.assert(fc.property(any, (m) => void expect(message(icmp.encode(m, undefined))).toEqual(m)));
  });
});

describe('the dissector', () => {
  const lines = (frame: Uint8Array): string[] => dissect(frame).map((layer) => `${layer.name}: ${layer.summary}`);
  it('names every layer', () => {
    expect(lines(captured.TIME_EXCEEDED)).toEqual([
      'Ethernet: 42:c8:8d:50:cb:02 > f6:1d:29:a3:5d:c9 ipv4',
      'IPv4: 172.30.1.1 > 192.168.1.1 protocol 1 ttl 64 id 3922 length 112 tos 0xc0',
      'ICMP: time exceeded in transit',
      'about: 192.168.1.1 > 192.168.2.1 protocol 1 ttl 1',
    ]);
    expect(lines(captured.LABELLED)).toEqual([
      'Ethernet: 52:e9:e1:7d:16:bc > a6:d8:7c:b4:05:83 mpls',
      'MPLS: label 17 exp 0 ttl 255',
      'IPv4: 10.255.0.1 > 10.255.0.3 protocol 6 ttl 255 id 0 length 60 tos 0xc0 df',
      'TCP: 179 > 44195 SYN ACK seq 231692372 ack 1849277089 win 64980 len 0 (mss 1456, option 4, option 8, option 3)',
    ]);
    expect(lines(captured.RIP_REQUEST).slice(2)).toEqual(['UDP: 520 > 520, 24 bytes', 'data: 24 bytes']);
    expect(lines(captured.CSNP).slice(1)).toEqual(['LLC: sap 0xfe, 54 bytes']);
    expect(lines(captured.IGMP_REPORT).slice(2)).toEqual(['protocol 2: 16 bytes']);
    expect(lines(captured.WITH_LABELS)[2]).toBe('ICMP: time exceeded in transit, labels 17');
  });
  it('lets others read what they know', () => {
    const igmp = (payload: Uint8Array): readonly Layer[] => [{ name: 'IGMP', summary: `type ${payload[0]}` }];
    expect(dissect(captured.IGMP_REPORT, new Map([[2, igmp]])).at(-1)).toEqual({ name: 'IGMP', summary: 'type 34' });
  });
  it('says where it stopped', () => {
    expect(lines(captured.TIME_EXCEEDED.subarray(0, 50))[1]).toBe('IPv4: malformed: short');
    expect(lines(new Uint8Array(5))).toEqual(['Ethernet: malformed: short']);
  });
  it('never throws', () => {
    const seeds = Object.values(captured).filter((seed) => seed instanceof Uint8Array);
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(), fc.nat(255))),
        fc.nat(),
        (seed, edits, cut) => {
          const bytes = seed.slice(0, seed.length - (cut % seed.length));
          for (const [at, by] of edits) bytes[at % bytes.length] = by;
          expect(dissect(bytes).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
