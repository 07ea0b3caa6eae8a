import { describe, expect, it } from 'vitest';
import { passwordFits } from '../../src/base/crypt.ts';
import { sha512 } from '../../src/base/sha512.ts';

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('SHA-512', () => {
  // FIPS 180-4 example computations (NIST, "Example Algorithms: SHA-512").
  it('gives the digests of the standard', () => {
    expect(hex(sha512(ascii('abc')))).toBe(
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    );
    expect(
      hex(
        sha512(
          ascii(
            'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
          ),
        ),
      ),
    ).toBe(
      '8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909',
    );
  });
  it('knows where its padding needs another block', () => {
    // `printf 'a%.0s' {1..112} | sha512sum`
    expect(hex(sha512(ascii('a'.repeat(112)))).slice(0, 32)).toBe('c01d080efd492776a1c43bd23dd99d0a');
    expect(hex(sha512(ascii(''))).slice(0, 32)).toBe('cf83e1357eefb8bdf1542850d66d8007');
  });
});

describe('passwords', () => {
  // Salts and passwords of the test vectors in "Unix crypt using SHA-256 and SHA-512"; `openssl passwd -6` gives these.
  it('fit their SHA-512 hashes', () => {
    const plain =
      '$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1';
    const rounds =
      '$6$rounds=10000$saltstringsaltst$OW1/O6BYHV6BcXZu8QVeXbDWra3Oeqh0sbHbbMCVNSnCM/UrjmM0Dp8vOuZeHBy/YTBmSK6H9qs/y3RnOaw5v.';
    expect(passwordFits('Hello world!', plain)).toBe(true);
    expect(passwordFits('Hello world', plain)).toBe(false);
    expect(passwordFits('Hello world!', rounds)).toBe(true);
  });
  // `openssl passwd -1 -salt 5RPVAd secret`, and of a longer one.
  it('fit their MD5 hashes', () => {
    expect(passwordFits('secret', '$1$5RPVAd$rpbhcAFbQjzFQyi5fdX8K0')).toBe(false);
    expect(passwordFits('secret', '$1$5RPVAd$GPYq3OS.TkXYpmUYPFj7D.')).toBe(true);
    expect(passwordFits('a password of more than sixteen letters', '$1$5RPVAd$f6MDuuOImKqqEaz473IJE0')).toBe(true);
  });
  it('fit nothing else', () => {
    for (const hash of ['', 'secret', '$9$abcdef', '$5$salt$hash', '$6$salt'])
      expect(passwordFits('secret', hash)).toBe(false);
  });
});
