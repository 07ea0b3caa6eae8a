// The Internet checksum (RFC 1071) and Fletcher's (ISO 8473 annex C, RFC 905 annex B).

/** One's-complement sum of 16-bit words, carried on from `sum`; an odd last byte is padded with zero. */
export function sum16(bytes: Uint8Array, sum = 0, start = 0, end = bytes.length): number {
  let total = sum;
  const even = start + ((end - start) & ~1);
  for (let i = start; i < even; i += 2) total += ((bytes[i] as number) << 8) | (bytes[i + 1] as number);
  if (even < end) total += (bytes[even] as number) << 8;
  while (total > 0xffff) total = (total & 0xffff) + Math.floor(total / 0x10000);
  return total;
}

/** RFC 1071: the complement of the sum. Over data that holds a correct checksum the answer is 0. */
export function internetChecksum(bytes: Uint8Array, sum = 0, start = 0, end = bytes.length): number {
  return ~sum16(bytes, sum, start, end) & 0xffff;
}

/** Bytes whose sums stay small integers without being reduced. */
const STRIDE = 256;

/** Both running sums of Fletcher's algorithm, modulo 255. */
function fletcherSums(bytes: Uint8Array): readonly [number, number] {
  let c0 = 0;
  let c1 = 0;
  for (let start = 0; start < bytes.length; start += STRIDE) {
    const end = Math.min(start + STRIDE, bytes.length);
    for (let i = start; i < end; i++) {
      c0 += bytes[i] as number;
      c1 += c0;
    }
    c0 %= 255;
    c1 %= 255;
  }
  return [c0, c1];
}

/**
 * Fletcher's checksum for a field of two bytes at `at`, which must hold zeros while it is computed.
 * ISO 8473 annex C.2: the result makes both running sums zero modulo 255.
 */
export function fletcher(bytes: Uint8Array, at: number): number {
  const [c0, c1] = fletcherSums(bytes);
  let x = ((bytes.length - at - 1) * c0 - c1) % 255;
  if (x <= 0) x += 255;
  let y = 510 - c0 - x;
  if (y > 255) y -= 255;
  return (x << 8) | y;
}

/** True when data that holds its Fletcher checksum adds up. */
export function fletcherHolds(bytes: Uint8Array): boolean {
  const [c0, c1] = fletcherSums(bytes);
  return c0 === 0 && c1 === 0;
}
