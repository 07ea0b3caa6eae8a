import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromAscii, fromHex, toHex } from '../../../src/base/bytes.ts';
import { type Ip4, parseIp4 } from '../../../src/base/ip.ts';
import {
  ACK,
  FIN,
  flagsText,
  md5Digest,
  PSH,
  SYN,
  sequenceLength,
  type TcpOption,
  type TcpSegment,
  tcp,
  tcpOption,
} from '../../../src/net/wire/tcp.ts';

const address = (text: string): Ip4 => parseIp4(text) as Ip4;
const bytes = (text: string): Uint8Array => fromHex(text) as Uint8Array;
const decoded = (payload: Uint8Array, from: string, to: string): TcpSegment => {
  const result = tcp.decode(payload, { from: address(from), to: address(to) });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

// FRR capture: two FRR 8.4 routers opening BGP and LDP sessions (Linux TCP), TCP part of the frames.
const CAPTURES: readonly (readonly [string, string, string, string, string])[] = [
  [
    'BGP SYN',
    '10.255.0.2',
    '10.255.0.1',
    'a37f00b3b7ad7dbb00000000a002faf0bfa60000 020405b40402080a2c1e71ab000000000103030a',
    '41855 > 179 SYN seq 3081600443 win 64240 len 0 (mss 1460, option 4, option 8, option 3)',
  ],
  [
    'BGP SYN ACK',
    '10.255.0.1',
    '10.255.0.2',
    '00b3a37fa08329a4b7ad7dbca012fe88c78c0000 020405b40402080abd526cf62c1e71ab0103030a',
    '179 > 41855 SYN ACK seq 2692950436 ack 3081600444 win 65160 len 0 (mss 1460, option 4, option 8, option 3)',
  ],
  [
    'BGP KEEPALIVE',
    '10.255.0.1',
    '10.255.0.2',
    '00b3a37fa0832a03b7ad7e2d80180040efa50000 0101080abd526cf72c1e71ac ffffffffffffffffffffffffffffffff001304',
    '179 > 41855 PSH ACK seq 2692950531 ack 3081600557 win 64 len 19 (option 8)',
  ],
  [
    'LDP Initialization',
    '10.255.0.1',
    '10.255.0.2',
    '028697adf21a37f0bf937948801800402b780000 0101080a26349d1f6957e695 0001001c0aff0001000003000012000000050101000a00010a4000010aff0001',
    '646 > 38829 PSH ACK seq 4061804528 ack 3214113096 win 64 len 32 (option 8)',
  ],
];

describe('segments of others', () => {
  it.each(CAPTURES)('%s: checksum, meaning, and the same bytes again', (_name, from, to, hex, summary) => {
    const payload = bytes(hex);
    const segment = decoded(payload, from, to);
    expect(tcp.summary(segment)).toBe(summary);
    expect(toHex(tcp.encode(segment, { from: address(from), to: address(to) }))).toBe(toHex(payload));
  });

  it('reads the options of the SYN in their order', () => {
    const [, from, to, hex] = CAPTURES[0] as (typeof CAPTURES)[number];
    const segment = decoded(bytes(hex), from, to);
    expect(segment.options).toEqual([
      { kind: 'mss', size: 1460 },
      { kind: 'opaque', type: 4, value: new Uint8Array(0) },
      { kind: 'opaque', type: 8, value: bytes('2c1e71ab00000000') },
      { kind: 'nop' },
      { kind: 'opaque', type: 3, value: bytes('0a') },
    ]);
    expect(tcpOption(segment, 'mss')?.size).toBe(1460);
    expect(tcpOption(segment, 'md5')).toBeUndefined();
    expect(sequenceLength(segment)).toBe(1);
  });

  it('sees an address that was changed on the way: the pseudo-header counts', () => {
    const [, from, , hex] = CAPTURES[0] as (typeof CAPTURES)[number];
    const result = tcp.decode(bytes(hex), { from: address(from), to: address('10.255.0.3') });
    expect(result).toEqual({ ok: false, error: { kind: 'checksum' } });
  });
});

describe('what is refused', () => {
  const context = { from: address('10.0.12.1'), to: address('10.0.12.2') };
  /** A header with its checksum put right. */
  const sealed = (hex: string): Uint8Array => {
    const raw = bytes(hex);
    raw.set([0, 0], 16);
    // One's complement by hand: the pseudo-header, then the words.
    let sum = 0x0a00 + 0x0c01 + 0x0a00 + 0x0c02 + 6 + raw.length;
    for (let i = 0; i < raw.length; i += 2) sum += ((raw[i] as number) << 8) | (raw[i + 1] ?? 0);
    while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
    raw.set([(~sum >>> 8) & 255, ~sum & 255], 16);
    return raw;
  };
  const head = (offset: string, options: string): string =>
    `c35000b3 01020304 00000000 ${offset}02 4000 0000 0000 ${options}`;

  it('accepts the header it is built from', () => {
    expect(tcp.decode(sealed(head('60', '020405b4')), context).ok).toBe(true);
  });
  it.each([
    [
      'nineteen bytes',
      bytes('c35000b301020304000000005002400000000000').subarray(0, 19),
      { kind: 'short', need: 20, have: 19 },
    ],
    ['a data offset inside the header', sealed(head('40', '')), { kind: 'length', field: 'data offset', got: 16 }],
    ['a data offset beyond the end', sealed(head('60', '')), { kind: 'length', field: 'data offset', got: 24 }],
    ['an option of length 0', sealed(head('60', '02000000')), { kind: 'length', field: 'option', got: 0 }],
    ['an option of length 1', sealed(head('60', '08010000')), { kind: 'length', field: 'option', got: 1 }],
    ['an option longer than the header', sealed(head('60', '02060000')), { kind: 'length', field: 'option', got: 6 }],
    ['an option without its length', sealed(head('60', '01010102')), { kind: 'length', field: 'option', got: 0 }],
    ['an MSS of three bytes', sealed(head('60', '02030500')), { kind: 'length', field: 'mss option', got: 3 }],
    ['an MD5 option without a digest', sealed(head('60', '13020000')), { kind: 'length', field: 'md5 option', got: 2 }],
    ['a wrong checksum', bytes('c35000b301020304000000005002400000010000'), { kind: 'checksum' }],
  ])('%s', (_name, payload, error) => {
    expect(tcp.decode(payload as Uint8Array, context)).toEqual({ ok: false, error });
  });

  it('stops reading options at the end mark', () => {
    const segment = decoded(sealed(head('70', '020405b4 00ff0207')), '10.0.12.1', '10.0.12.2');
    expect(segment.options).toEqual([{ kind: 'mss', size: 1460 }]);
  });
});

describe('MD5 signatures', () => {
  const context = { from: address('10.0.12.1'), to: address('10.0.12.2'), key: fromAscii('cisco') };
  const base = { sourcePort: 50000, destinationPort: 179, window: 16384, urgent: 0 };
  // Computed apart from this program, with Python's hashlib and struct, from the words of RFC 2385 §2.0.
  const SIGNED_SYN = 'c35000b30102030400000000b002400063310000020405b4010113122587775fcf881753d1736fe07ab05cfa';
  const SIGNED_KEEPALIVE =
    'c35000b3010203050a0b0c0da01840001bce000001011312329ea3b3f91b43f08c6dd83359b50fd7ffffffffffffffffffffffffffffffff001304';

  it('signs a SYN with its MSS option', () => {
    const syn: TcpSegment = {
      ...base,
      sequence: 0x01020304,
      acknowledgment: 0,
      flags: SYN,
      options: [{ kind: 'mss', size: 1460 }],
      data: new Uint8Array(0),
    };
    expect(toHex(tcp.encode(syn, context))).toBe(SIGNED_SYN);
  });

  it('signs data', () => {
    const data: TcpSegment = {
      ...base,
      sequence: 0x01020305,
      acknowledgment: 0x0a0b0c0d,
      flags: PSH | ACK,
      options: [],
      data: bytes(`${'ff'.repeat(16)}001304`),
    };
    expect(toHex(tcp.encode(data, context))).toBe(SIGNED_KEEPALIVE);
  });

  it('finds in a signed segment the digest that the key gives', () => {
    const payload = bytes(SIGNED_KEEPALIVE);
    const segment = decoded(payload, '10.0.12.1', '10.0.12.2');
    expect(toHex(tcpOption(segment, 'md5')?.digest as Uint8Array)).toBe('329ea3b3f91b43f08c6dd83359b50fd7');
    expect(toHex(md5Digest(payload, context, context.key))).toBe('329ea3b3f91b43f08c6dd83359b50fd7');
    expect(toHex(md5Digest(payload, context, fromAscii('Cisco')))).not.toBe('329ea3b3f91b43f08c6dd83359b50fd7');
  });

  it('covers pseudo-header, header without options and checksum, data and key, whatever they are', () => {
    fc.assert(
      fc.property(segments(), fc.string({ minLength: 1, maxLength: 80 }), (segment, password) => {
        const key = fromAscii(password.replace(/[^ -~]/g, '?'));
        const { from, to } = context;
        const payload = tcp.encode(segment, { from, to });
        const header = payload.slice(0, 20);
        header.set([0, 0], 16);
        const pseudo = bytes(`0a000c01 0a000c02 0006 ${payload.length.toString(16).padStart(4, '0')}`);
        const hash = createHash('md5').update(pseudo).update(header).update(segment.data).update(key);
        expect(toHex(md5Digest(payload, context, key))).toBe(hash.digest('hex'));
      }),
    );
  });
});

/** Any segment whose options fit beside a signature. */
function segments(): fc.Arbitrary<TcpSegment> {
  const option: fc.Arbitrary<TcpOption> = fc.oneof(
    fc.constant<TcpOption>({ kind: 'nop' }),
    fc.integer({ min: 0, max: 65535 }).map((size): TcpOption => ({ kind: 'mss', size })),
    fc
      .tuple(fc.integer({ min: 20, max: 255 }), fc.uint8Array({ maxLength: 3 }))
      .map(([type, value]): TcpOption => ({ kind: 'opaque', type, value })),
  );
  const port = fc.integer({ min: 0, max: 65535 });
  const number = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  return fc.record({
    sourcePort: port,
    destinationPort: port,
    sequence: number,
    acknowledgment: number,
    flags: fc.integer({ min: 0, max: 255 }),
    window: port,
    urgent: port,
    options: fc.array(option, { maxLength: 4 }),
    data: fc.uint8Array({ maxLength: 60 }),
  });
}

describe('any segment', () => {
  const context = { from: address('192.0.2.1'), to: address('198.51.100.7') };
  it('comes back as it was', () => {
    fc.assert(
      fc.property(segments(), (segment) => {
        const result = tcp.decode(tcp.encode(segment, context), context);
        expect(result.ok && result.value).toEqual(segment);
      }),
    );
  });
  it('with one wrong bit is not believed', () => {
    fc.assert(
      fc.property(segments(), fc.nat(), (segment, where) => {
        const payload = tcp.encode(segment, context);
        const bit = where % (payload.length * 8);
        payload[bit >> 3] = (payload[bit >> 3] as number) ^ (1 << (bit & 7));
        expect(tcp.decode(payload, context).ok).toBe(false);
      }),
    );
  });
  it('made of random bytes never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (payload) => {
        tcp.decode(payload, context);
      }),
    );
  });
});

it('names flags', () => {
  expect(flagsText(0)).toBe('none');
  expect(flagsText(SYN | ACK)).toBe('SYN ACK');
  expect(flagsText(FIN | PSH | ACK)).toBe('FIN PSH ACK');
  expect(flagsText(0xff)).toBe('SYN FIN RST PSH ACK URG ECE CWR');
});
