// Checksums, digests, bytes and dates, against published values.

import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter, fromAscii, fromHex, toHex } from '../../src/base/bytes.ts';
import { civil, daysFromCivil, parseIsoUtc } from '../../src/base/calendar.ts';
import { fletcher, fletcherHolds, internetChecksum } from '../../src/base/checksum.ts';
import { hmac, hmacMd5, md5, sha1 } from '../../src/base/digest.ts';
import { sha256 } from '../../src/base/sha256.ts';

const hex = (text: string): Uint8Array => fromHex(text) as Uint8Array;

describe('the Internet checksum', () => {
  it('agrees with the example of RFC 1071 §3', () => {
    expect(internetChecksum(hex('0001f203f4f5f6f7'))).toBe(~0xddf2 & 0xffff);
  });
  it('makes data add up to zero, of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2, maxLength: 99 }), (data) => {
        const bytes = Uint8Array.from([0, 0, ...data]);
        const sum = internetChecksum(bytes);
        bytes[0] = sum >>> 8;
        bytes[1] = sum;
        expect(internetChecksum(bytes)).toBe(0);
      }),
    );
  });
});

describe("Fletcher's checksum", () => {
  it('makes data add up, wherever it stands', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 300 }), fc.nat(), (data, place) => {
        const at = place % (data.length - 1);
        const bytes = Uint8Array.from(data);
        bytes[at] = 0;
        bytes[at + 1] = 0;
        const sum = fletcher(bytes, at);
        bytes[at] = sum >>> 8;
        bytes[at + 1] = sum;
        expect(fletcherHolds(bytes)).toBe(true);
      }),
    );
  });
});

describe('digests', () => {
  // RFC 1321 A.5
  it.each([
    ['', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['abc', '900150983cd24fb0d6963f7d28e17f72'],
    [
      '12345678901234567890123456789012345678901234567890123456789012345678901234567890',
      '57edf4a22be3c955ac49da2e2107b67a',
    ],
  ])('MD5 of "%s"', (text, digest) => expect(toHex(md5(fromAscii(text)))).toBe(digest));
  // RFC 2202 §2, cases 1, 2 and 6
  it.each([
    [new Uint8Array(16).fill(0x0b), 'Hi There', '9294727a3638bb1c13f48ef8158bfc9d'],
    [fromAscii('Jefe'), 'what do ya want for nothing?', '750c783e6ab0b503eaa86e310a5db738'],
    [
      new Uint8Array(80).fill(0xaa),
      'Test Using Larger Than Block-Size Key - Hash Key First',
      '6b1ab7fe4bd7bf8f0b62e6ce61b9d0cd',
    ],
  ])('HMAC-MD5 case', (key, text, digest) => expect(toHex(hmacMd5(key, fromAscii(text)))).toBe(digest));
  // FIPS 180-2 appendices A.1, A.2, B.1, B.2
  it.each([
    [
      'abc',
      'a9993e364706816aba3e25717850c26c9cd0d89d',
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    ],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '84983e441c3bd26ebaae4aa1f95129e5e54670f1',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('SHA-1 and SHA-256 of "%s"', (text, one, two) => {
    expect(toHex(sha1(fromAscii(text)))).toBe(one);
    expect(toHex(sha256(fromAscii(text)))).toBe(two);
  });
  // RFC 2202 §3 case 2, RFC 4231 §4.3
  it('HMAC with either', () => {
    const [key, text] = [fromAscii('Jefe'), fromAscii('what do ya want for nothing?')];
    expect(toHex(hmac(sha1, key, text))).toBe('effcdf6ae5eb2fa2d27416d5f184df9c259a7c79');
    expect(toHex(hmac(sha256, key, text))).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
  });
  it('agree with those of the machine', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 150 }), (message, key) => {
        for (const [name, hash] of [
          ['md5', md5],
          ['sha1', sha1],
          ['sha256', sha256],
        ] as const) {
          expect(toHex(hash(message))).toBe(createHash(name).update(message).digest('hex'));
          expect(toHex(hmac(hash, key, message))).toBe(createHmac(name, key).update(message).digest('hex'));
        }
      }),
    );
  });
});

describe('bytes', () => {
  it('are read as they were written', () => {
    const bytes = new ByteWriter(1).u8(1).u16(0x0203).u24(0x040506).u32(0xfffefdfc).u64(0x1122334455667788n).done();
    expect(toHex(bytes)).toBe('010203040506fffefdfc1122334455667788');
    const reader = new ByteReader(bytes);
    expect([reader.u8(), reader.u16(), reader.u24(), reader.u32(), reader.u64(), reader.short]).toEqual([
      1,
      0x0203,
      0x040506,
      0xfffefdfc,
      0x1122334455667788n,
      false,
    ]);
  });
  it('past the end are zeros, and said', () => {
    const reader = new ByteReader(Uint8Array.of(7));
    expect([reader.u16(), reader.short]).toEqual([0x0700, true]);
    expect(new ByteReader(Uint8Array.of(1, 2, 3)).within(5).left).toBe(0);
  });
});

describe('dates', () => {
  it('agree with known days', () => {
    expect(daysFromCivil(1970, 1, 1)).toBe(0);
    expect(daysFromCivil(2000, 3, 1)).toBe(11_017);
    const moment = civil((parseIsoUtc('2026-03-01T10:00:11Z') as number) + 204_000);
    expect(moment).toEqual({
      year: 2026,
      month: 3,
      day: 1,
      weekday: 0,
      hour: 10,
      minute: 0,
      second: 11,
      micro: 204_000,
    });
  });
  it('that do not exist are refused', () => {
    for (const bad of ['2026-02-29T00:00:00Z', '2026-13-01T00:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01']) {
      expect(parseIsoUtc(bad), bad).toBeUndefined();
    }
    expect(parseIsoUtc('2024-02-29T23:59:59Z')).toBeDefined();
  });
  it('come back from seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3_000_000_000, max: 8_000_000_000 }), (second) => {
        const moment = civil(second * 1_000_000);
        const date = new Date(second * 1000);
        expect([
          moment.year,
          moment.month,
          moment.day,
          moment.weekday,
          moment.hour,
          moment.minute,
          moment.second,
        ]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
          date.getUTCDay(),
          date.getUTCHours(),
          date.getUTCMinutes(),
          date.getUTCSeconds(),
        ]);
      }),
    );
  });
});
