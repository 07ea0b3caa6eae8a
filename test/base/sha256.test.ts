// SHA-256 and what is made of it, against the vectors of their documents.

import { createHash, pbkdf2Sync, scryptSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { hmacSha256, pbkdf2, scrypt, sha256 } from '../../src/base/sha256.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const hex = (value: Uint8Array): string => Buffer.from(value).toString('hex');

it('is SHA-256 (FIPS 180-4, examples; every length around a block)', () => {
  expect(hex(sha256(bytes('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  for (let length = 0; length < 200; length += 7) {
    const text = 'x'.repeat(length);
    expect(hex(sha256(bytes(text)))).toBe(createHash('sha256').update(text).digest('hex'));
  }
});

it('authenticates (RFC 4231, test case 2)', () => {
  expect(hex(hmacSha256(bytes('Jefe'), bytes('what do ya want for nothing?')))).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

it('stretches (PBKDF2, against another implementation)', () => {
  for (const [password, salt, rounds, length] of [
    ['password', 'salt', 1, 32],
    ['passwd', 'salt', 1, 64],
    ['Password', 'NaCl', 1000, 40],
    ['k'.repeat(80), '', 3, 7],
  ] as const)
    expect(hex(pbkdf2(bytes(password), bytes(salt), rounds, length))).toBe(
      pbkdf2Sync(password, salt, rounds, length, 'sha256').toString('hex'),
    );
});

it('stretches at a price (scrypt, RFC 7914 §12)', () => {
  expect(hex(scrypt(bytes(''), bytes(''), { n: 16, r: 1, p: 1 }, 64))).toBe(
    '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906',
  );
  expect(hex(scrypt(bytes('pleaseletmein'), bytes('SodiumChloride'), { n: 64, r: 8, p: 2 }, 32))).toBe(
    scryptSync('pleaseletmein', 'SodiumChloride', 32, { N: 64, r: 8, p: 2 }).toString('hex'),
  );
});
