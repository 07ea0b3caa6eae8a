// LDP on the wire: a real capture byte for byte, the layouts of RFC 5036, and rubbish.

import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../src/base/bytes.ts';
import { present } from '../../../src/base/must.ts';
import { makeRng } from '../../../src/base/rng.ts';
import { PduStream } from '../../../src/protocols/ldp/packet/framing.ts';
import { ldpMessage, ldpPdu, lsrText, message } from '../../../src/protocols/ldp/packet/message.ts';
import type { Tlv } from '../../../src/protocols/ldp/packet/tlv.ts';
import { ip, p } from '../../harness/routes.ts';
import { FRR } from './frr-capture.ts';

const hex = (text: string): Uint8Array => present(fromHex(text.replaceAll(' ', '')), text);

/** The PDUs of a payload, decoded down to their TLVs and encoded again. */
function again(payload: Uint8Array): string {
  const pdus = new PduStream().take(payload, 4100);
  if (!pdus.ok) return pdus.error.kind;
  return pdus.value
    .map((bytes) => {
      const pdu = ldpPdu.decode(bytes, undefined);
      if (!pdu.ok) return pdu.error.kind;
      const messages = pdu.value.messages.map((one) => {
        const read = ldpMessage.decode(one, undefined);
        return read.ok ? ldpMessage.encode(read.value, undefined) : new Uint8Array(0);
      });
      return toHex(ldpPdu.encode({ lsr: pdu.value.lsr, messages }, undefined));
    })
    .join('');
}

const read = (text: string) => ldpMessage.decode(hex(text), undefined);

describe('what FRR 8.4 said', () => {
  it('is decoded and encoded to the same bytes', () => {
    for (const { hex: text } of FRR) expect(again(hex(text))).toBe(text);
  });

  it('is understood', () => {
    const texts = FRR.flatMap(({ hex: text }) => {
      const pdus = new PduStream().take(hex(text), 4100);
      return pdus.ok ? pdus.value.map((bytes) => summary(bytes)) : [];
    });
    expect(texts[0]).toBe('10.255.0.1:0; hello, hold 15, transport 10.255.0.1, sequence 2');
    expect(texts).toContain(
      '10.255.0.2:0; initialization, keepalive 180 to 10.255.0.1:0, TLV 0x506, TLV 0x50b, TLV 0x603',
    );
    expect(texts).toContain('10.255.0.1:0; address, 10.64.0.1 10.255.0.1');
    expect(texts.find((text) => text.includes('labelMapping'))).toContain(
      'labelMapping, 10.64.0.0/30, label 3; labelMapping, 10.64.0.4/30, label 3;',
    );
  });

  const summary = (bytes: Uint8Array): string => {
    const pdu = ldpPdu.decode(bytes, undefined);
    return pdu.ok ? ldpPdu.summary(pdu.value) : 'malformed';
  };
});

describe('layouts', () => {
  it('a Hello is as RFC 5036 §3.5.2 draws it', () => {
    const hello = message('hello', 7, [
      { kind: 'hello', holdSeconds: 45, targeted: true, requestsTargeted: true, gtsm: false },
      { kind: 'transport', address: ip('10.0.0.1') },
    ]);
    expect(toHex(ldpMessage.encode(hello, undefined))).toBe(
      '0100' + '0014' + '00000007' + '0400' + '0004' + '002dc000' + '0401' + '0004' + '0a000001',
    );
  });

  it('a prefix takes as many bytes as its length needs (§3.4.1)', () => {
    for (const [prefix, bytes] of [
      ['0.0.0.0/0', '02000100'],
      ['10.0.0.0/8', '020001080a'],
      ['10.128.0.0/9', '020001090a80'],
      ['10.1.2.3/32', '020001200a010203'],
    ] as const) {
      const one = message('labelRequest', 1, [{ kind: 'fec', elements: [{ kind: 'prefix', prefix: p(prefix) }] }]);
      const encoded = ldpMessage.encode(one, undefined);
      expect(toHex(encoded).slice(24)).toBe(bytes);
      expect(ldpMessage.decode(encoded, undefined)).toEqual({ ok: true, value: one });
    }
  });

  it('bits of a prefix beyond its length do not count', () => {
    const good = read('0400 000e 00000001 0100 0006 02 0001 09 0aff');
    expect(good.ok && good.value.tlvs[0]).toEqual({
      kind: 'fec',
      elements: [{ kind: 'prefix', prefix: p('10.128.0.0/9') }],
    });
  });

  it('a status keeps its E and F bits apart from its code (§3.4.6)', () => {
    const status: Tlv = { kind: 'status', fatal: true, forward: true, code: 0x0a, messageId: 5, messageType: 0x400 };
    const bytes = ldpMessage.encode(message('notification', 1, [status]), undefined);
    expect(toHex(bytes).slice(16)).toBe('0300' + '000a' + 'c000000a' + '00000005' + '0400');
    expect(ldpMessage.decode(bytes, undefined)).toMatchObject({ ok: true, value: { tlvs: [status] } });
  });

  it('elements of other families and wildcards are kept', () => {
    const got = read('0402 0010 00000001 0100 0008 01 02 0002 40 20010d');
    // A wildcard, then IPv6: where that ends nobody here need know.
    expect(got.ok && got.value.tlvs[0]).toMatchObject({ elements: [{ kind: 'wildcard' }, { kind: 'other' }] });
    const typed = read('0402 000d 00000001 0100 0005 05 02 02 0001');
    expect(typed.ok && typed.value.tlvs[0]).toMatchObject({ elements: [{ kind: 'typed-wildcard', of: 2 }] });
  });

  it('names an LSR as every vendor does', () => {
    expect(lsrText({ id: ip('10.255.0.1'), space: 0 })).toBe('10.255.0.1:0');
  });
});

describe('what is wrong', () => {
  it.each([
    ['a message shorter than it says', '0201 0005 00000001', 'length'],
    ['a TLV longer than its message', '0400 000c 00000001 0200 0008 00000010', 'length'],
    ['a label TLV of three bytes', '0400 000b 00000001 0200 0003 000010', 'length'],
    ['a label of 21 bits', '0400 000c 00000001 0200 0004 00100000', 'value'],
    ['a prefix of 33 bits', '0400 0010 00000001 0100 0008 02 0001 21 0a000001', 'value'],
    ['an address list of five bytes', '0300 000f 00000001 0101 0007 0001 0a00000101', 'length'],
  ])('%s', (_, text, kind) => {
    const got = read(text);
    expect(got.ok ? 'decoded' : got.error.kind).toBe(kind);
  });

  it('a PDU of another version, too short, too long', () => {
    const stream = (text: string, max = 4100) => {
      const got = new PduStream().take(hex(text), max);
      return got.ok ? got.value.length : got.error.kind;
    };
    expect(stream('0002 0006 0a000001 0000')).toBe('version');
    expect(stream('0001 0005 0a000001 00')).toBe('length');
    expect(stream('0001 1001 0a000001')).toBe('length');
    expect(stream('0001 0006 0a000001 0000')).toBe(1);
    expect(stream('0001 0006 0a0000')).toBe(0);
  });
});

describe('a stream', () => {
  it('gives the same PDUs however it is cut', () => {
    const all = FRR.filter(({ to }) => to !== '224.0.0.2')
      .map(({ hex: text }) => text)
      .join('');
    const whole = new PduStream().take(hex(all), 4100);
    const bytes = hex(all);
    for (const step of [1, 7, 100]) {
      const stream = new PduStream();
      const pdus: string[] = [];
      for (let at = 0; at < bytes.length; at += step) {
        const got = stream.take(bytes.subarray(at, at + step), 4100);
        if (got.ok) pdus.push(...got.value.map(toHex));
      }
      expect(pdus).toEqual(whole.ok ? whole.value.map(toHex) : []);
    }
  });
});

describe('mutations', () => {
  it('never throw, and what is decoded is encoded again to something that decodes to the same', () => {
    const rng = makeRng(7);
    const samples = FRR.map(({ hex: text }) => hex(text));
    let decoded = 0;
    for (let i = 0; i < 100_000; i++) {
      const bytes = (samples[rng.below(samples.length)] as Uint8Array).slice();
      for (let n = rng.below(3); n >= 0; n--) bytes[rng.below(bytes.length)] = rng.below(256);
      const pdus = new PduStream().take(rng.below(4) === 0 ? bytes.subarray(0, rng.below(bytes.length)) : bytes, 4100);
      for (const one of pdus.ok ? pdus.value : []) {
        const pdu = ldpPdu.decode(one, undefined);
        const text = pdu.ok ? (pdu.value.messages[0] ?? new Uint8Array(0)) : new Uint8Array(0);
        const got = ldpMessage.decode(text, undefined);
        if (!got.ok) continue;
        decoded++;
        const back = ldpMessage.decode(ldpMessage.encode(got.value, undefined), undefined);
        if (i % 20 === 0) expect(back).toEqual(got);
      }
    }
    expect(decoded).toBeGreaterThan(50_000);
  });
});
