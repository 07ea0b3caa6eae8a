// BGP messages as bytes: what a stranger sent is read and written back the same, and broken ones get RFC 7606's verdict.

import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex } from '../../../src/base/bytes.ts';
import { present } from '../../../src/base/must.ts';
import { makeRng } from '../../../src/base/rng.ts';
import type { Dialect } from '../../../src/protocols/bgp/packet/attribute.ts';
import { MessageStream } from '../../../src/protocols/bgp/packet/framing.ts';
import { decodeMessage, encodeMessage, type Message } from '../../../src/protocols/bgp/packet/message.ts';
import { capabilitiesOf } from '../../../src/protocols/bgp/packet/open.ts';
import { pathText } from '../../../src/route/as-path.ts';
import { membershipPrefix, membershipText } from '../../../src/route/membership.ts';
import { ip, p } from '../../harness/routes.ts';

import { FRR } from './frr-capture.ts';

const DIALECT: Dialect = { as4: true, addPath: new Set() };
const hex = (text: string): Uint8Array => present(fromHex(text), 'hex');

function messages(bytes: Uint8Array, dialect = DIALECT): readonly Message[] {
  const { messages: raw, error } = new MessageStream().take(bytes);
  expect(error).toBeUndefined();
  return raw.map((one) => {
    const read = decodeMessage(one, dialect);
    if (!read.ok) throw new Error(`error ${read.error.code}/${read.error.subcode}`);
    return read.value;
  });
}

/** An UPDATE of these parts, as bytes. */
const update = (withdrawn: string, attributes: string, nlri: string): Uint8Array => {
  const half = (text: string): string => (text.replace(/ /g, '').length / 2).toString(16).padStart(4, '0');
  const body = `${half(withdrawn)}${withdrawn}${half(attributes)}${attributes}${nlri}`;
  const length = 19 + body.replace(/ /g, '').length / 2;
  return hex(`${'ff'.repeat(16)}${length.toString(16).padStart(4, '0')}02${body}`);
};

const ORIGIN = '40010100';
const PATH = '400206 0201 0000fde9';
const HOP = '400304 0a000001';
const NET = '18 0a0a0a';

describe('what FRR 8.4 sent', () => {
  it.each(FRR.map((said, i) => [i, said] as const))('payload %i comes back as it was', (_i, said) => {
    const read = messages(hex(said.hex));
    expect(read.length).toBeGreaterThan(0);
    expect(toHex(concat(read.map((message) => encodeMessage(message, DIALECT))))).toBe(said.hex);
    for (const message of read) if (message.type === 'update') expect(message.update.faults).toEqual([]);
  });
  it('says what it can do', () => {
    const open = messages(
      hex(
        present(
          FRR.find((said) => said.hex[37] === '1'),
          'an OPEN',
        ).hex,
      ),
    )[0];
    if (open?.type !== 'open') throw new Error('no OPEN');
    expect(capabilitiesOf(open.open).map((capability) => capability.kind)).toEqual(
      expect.arrayContaining(['multiprotocol', 'route-refresh', 'four-octet-as', 'add-path', 'graceful-restart']),
    );
    expect(open.open.holdTime).toBe(180);
  });
});

describe('an UPDATE', () => {
  const one = (bytes: Uint8Array, dialect = DIALECT) => {
    const raw = present(new MessageStream().take(bytes).messages[0], 'a message');
    return decodeMessage(raw, dialect);
  };
  const faults = (bytes: Uint8Array): readonly string[] => {
    const read = one(bytes);
    if (!read.ok) return [`reset ${read.error.code}/${read.error.subcode}`];
    return read.value.type === 'update' ? read.value.update.faults.map((f) => `${f.class} ${f.code}`) : [];
  };
  it('is read', () => {
    const read = one(update('', ORIGIN + PATH + HOP, NET));
    if (!read.ok || read.value.type !== 'update') throw new Error('no UPDATE');
    const { nlri, attributes } = read.value.update;
    expect(nlri.map(({ prefix }) => prefix.text)).toEqual(['10.10.10.0/24']);
    const path = attributes.find(({ body }) => body.kind === 'as-path')?.body;
    expect(path?.kind === 'as-path' && pathText(path.path)).toBe('65001');
  });
  // RFC 7606 §7 and §3, by attribute; RFC 4271 §6.3.
  it.each([
    ['a bad ORIGIN', update('', `40010107${PATH}${HOP}`, NET), ['withdraw 1', 'withdraw 1']],
    [
      'a path whose count runs over',
      update('', `${ORIGIN}400206 0202 0000fde9${HOP}`, NET),
      ['withdraw 2', 'withdraw 2'],
    ],
    ['a NEXT_HOP of three bytes', update('', `${ORIGIN}${PATH}400303 0a0000`, NET), ['withdraw 3', 'withdraw 3']],
    ['a MED of two bytes', update('', `${ORIGIN}${PATH}${HOP}800402 0001`, NET), ['withdraw 4']],
    ['an ATOMIC_AGGREGATE with a value', update('', `${ORIGIN}${PATH}${HOP}400601 00`, NET), ['discard 6']],
    ['an AGGREGATOR of two-byte form', update('', `${ORIGIN}${PATH}${HOP}c00706 fde9 0a000001`, NET), ['discard 7']],
    ['five bytes of communities', update('', `${ORIGIN}${PATH}${HOP}c00805 0000000001`, NET), ['withdraw 8']],
    ['no communities at all', update('', `${ORIGIN}${PATH}${HOP}c00800`, NET), ['withdraw 8']],
    ['flags that do not fit', update('', `80010100${PATH}${HOP}`, NET), ['withdraw 1', 'withdraw 1']],
    ['ORIGIN twice', update('', `${ORIGIN}${ORIGIN}${PATH}${HOP}`, NET), ['discard 1']],
    ['no NEXT_HOP', update('', `${ORIGIN}${PATH}`, NET), ['withdraw 3']],
    ['an attribute that runs over the end', update('', `${ORIGIN}${PATH}${HOP}c008ff 00`, NET), ['withdraw 8']],
    ['an unknown well-known one', update('', `${ORIGIN}${PATH}${HOP}406300`, NET), ['reset 3/2']],
    ['an unknown optional one', update('', `${ORIGIN}${PATH}${HOP}c06300`, NET), []],
    ['a prefix of 33 bits', update('', ORIGIN + PATH + HOP, '21 0a0a0a0a00'), ['reset 3/10']],
    ['MP_REACH twice', update('', `${'800e0d 000101 04 0a000001 00 18 0a0a0a'.repeat(2)}`, ''), ['reset 3/1']],
    ['a broken MP_REACH', update('', '800e03 000101', ''), ['reset 3/9']],
  ])('with %s', (_what, bytes, wanted) => {
    expect(faults(bytes)).toEqual(wanted);
  });
  it('with VPN prefixes keeps label, distinguisher and next hop', () => {
    // RFC 4364 §4.3.4, RFC 8277 §2.2: label 100, bottom of stack; RD 65000:1; 10.1.0.0/16 => 24 + 64 + 16 bits.
    const reach = '800e1f 0001 80 0c 0000000000000000 0aff0001 00 68 000641 0000fde800000001 0a01';
    const bytes = update('', `${reach}${ORIGIN}${PATH}`, '');
    const read = one(bytes);
    if (!read.ok || read.value.type !== 'update') throw new Error('no UPDATE');
    const body = read.value.update.attributes[0]?.body;
    if (body?.kind !== 'mp-reach') throw new Error('no MP_REACH');
    expect([body.family, body.nexthop]).toEqual(['vpnv4', ip('10.255.0.1')]);
    expect(body.nlri).toEqual([
      { prefix: p('10.1.0.0/16'), labels: [100], rd: { form: 'as2', admin: 65000, number: 1 } },
    ]);
    expect(toHex(encodeMessage(read.value, DIALECT))).toBe(toHex(bytes));
  });
  it('with route target memberships keeps them as blocks of 96 bits', () => {
    // RFC 4684 §4: AS 65000 wants 65000:1 (96 bits), somebody everything (0), 65001 all targets of AS 65000 (64 bits).
    const nlri = '60 0000fde8 0002fde800000001 00 40 0000fde9 0002fde8';
    const reach = `800e20 000184 04 0aff0001 00 ${nlri}`;
    const bytes = update('', `${reach}${ORIGIN}${PATH}`, '');
    const read = one(bytes);
    if (!read.ok || read.value.type !== 'update') throw new Error('no UPDATE');
    const body = read.value.update.attributes[0]?.body;
    if (body?.kind !== 'mp-reach') throw new Error('no MP_REACH');
    expect([body.family, body.nexthop]).toEqual(['rtfilter', ip('10.255.0.1')]);
    expect(body.nlri.map(({ prefix }) => [membershipText(prefix), prefix.length])).toEqual([
      ['65000:65000:1', 96],
      ['0:0', 0],
      ['65001:0002fde800000000', 64],
    ]);
    const target = { kind: 'target', value: { form: 'as2', admin: 65000, number: 1 } } as const;
    expect(body.nlri[0]?.prefix).toBe(membershipPrefix(65000, target));
    expect(toHex(encodeMessage(read.value, DIALECT))).toBe(toHex(bytes));
    const long = update('', `800e16 000184 04 0aff0001 00 61 0000fde8 0002fde800000001 00${ORIGIN}${PATH}`, '');
    expect(faults(long)).toEqual(['reset 3/9']);
    const short = update('', `800e0b 000184 04 0aff0001 00 08 fd${ORIGIN}${PATH}`, '');
    expect(faults(short)).toEqual(['reset 3/9']);
  });
  it('with path identifiers keeps them', () => {
    const dialect: Dialect = { as4: true, addPath: new Set(['ipv4']) };
    const bytes = update('00000007 18 0a0b0b', ORIGIN + PATH + HOP, '00000009 18 0a0a0a');
    const read = one(bytes, dialect);
    if (!read.ok || read.value.type !== 'update') throw new Error('no UPDATE');
    const { withdrawn, nlri } = read.value.update;
    expect([withdrawn[0]?.pathId, nlri[0]?.pathId]).toEqual([7, 9]);
    expect(toHex(encodeMessage(read.value, dialect))).toBe(toHex(bytes));
  });
});

describe('the header', () => {
  const wrong = (bytes: Uint8Array): string => {
    const { error } = new MessageStream().take(bytes);
    return error ? `${error.code}/${error.subcode} ${toHex(error.data)}` : 'none';
  };
  // RFC 4271 §6.1
  it.each([
    ['a broken marker', `${'ff'.repeat(15)}fe001304`, '1/1 '],
    ['a length of 18', `${'ff'.repeat(16)}001204`, '1/2 0012'],
    ['a length beyond 4096', `${'ff'.repeat(16)}100102`, '1/2 1001'],
    ['a KEEPALIVE with a body', `${'ff'.repeat(16)}00140400`, '1/2 0014'],
    ['an unknown type', `${'ff'.repeat(16)}001309`, '1/3 09'],
    ['half a KEEPALIVE', 'ff'.repeat(16), 'none'],
  ])('with %s', (_what, text, verdict) => {
    expect(wrong(hex(text))).toBe(verdict);
  });
  it('may come byte by byte', () => {
    const stream = new MessageStream();
    const bytes = hex(present(FRR[0], 'a payload').hex);
    const whole = new MessageStream().take(bytes).messages;
    const parts = [...bytes].flatMap((byte) => stream.take(Uint8Array.of(byte)).messages);
    expect(parts.map(({ type, body }) => [type, toHex(body)])).toEqual(
      whole.map(({ type, body }) => [type, toHex(body)]),
    );
  });
});

it('survives 100,000 mutations: a verdict or a message that can be written again', () => {
  const seeds = FRR.map((said) => hex(said.hex)).flatMap((bytes) => new MessageStream().take(bytes).messages);
  const rng = makeRng(Number(process.env['FUZZ_SEED'] ?? 1));
  for (let i = 0; i < 100_000; i++) {
    const { type, body } = present(seeds[rng.below(seeds.length)], 'a seed');
    const bytes = body.slice(0, rng.below(8) === 0 ? rng.below(body.length + 1) : body.length);
    for (let n = rng.below(4); n >= 0 && bytes.length > 0; n--) bytes[rng.below(bytes.length)] = rng.below(256);
    const read = decodeMessage({ type: rng.below(16) === 0 ? rng.below(7) : type, body: bytes }, DIALECT);
    if (!read.ok) {
      expect(read.error.code).toBeGreaterThan(0);
      continue;
    }
    const again = messages(encodeMessage(read.value, DIALECT));
    expect(again.length).toBe(1);
  }
});
