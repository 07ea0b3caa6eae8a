// SHA-512 (FIPS 180-4), for the passwords that configurations hold. Words of 64 bits are kept as two of 32.

/** The first `count` primes. */
function primes(count: number): readonly bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n++) if (found.every((p) => n % p !== 0n)) found.push(n);
  return found;
}

/** The largest whole number whose `power`th power is at most `n` (Newton's iteration). */
function root(n: bigint, power: bigint): bigint {
  let x = 1n << (BigInt(n.toString(2).length) / power + 1n);
  for (;;) {
    const next = ((power - 1n) * x + n / x ** (power - 1n)) / power;
    if (next >= x) return x;
    x = next;
  }
}

const MASK = (1n << 64n) - 1n;
const split = (values: readonly bigint[]): Int32Array =>
  Int32Array.from(values.flatMap((value) => [Number(value >> 32n) | 0, Number(value & 0xffffffffn) | 0]));

/** FIPS 180-4 §4.2.3: the first 64 bits of the fractions of the cube roots of the first eighty primes. */
const K = split(primes(80).map((p) => root(p << 192n, 3n) & MASK));
/** FIPS 180-4 §5.3.5: the same of the square roots of the first eight. */
const H = split(primes(8).map((p) => root(p << 128n, 2n) & MASK));

function padded(message: Uint8Array): DataView {
  const bytes = new Uint8Array(((message.length + 16) >> 7) * 128 + 128);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(bytes.length - 4, (message.length << 3) >>> 0);
  return view;
}

/** Carry of the sum of low halves. */
const carry = (low: number): number => Math.floor(low / 0x1_0000_0000);

/** FIPS 180-4 §6.4.2 step 1: sixteen words of the message, and sixty-four made of them. */
function schedule(view: DataView, offset: number, w: Int32Array): void {
  for (let i = 0; i < 32; i++) w[i] = view.getInt32(offset + 4 * i);
  for (let t = 32; t < 160; t += 2) {
    const [h15, l15] = [w[t - 30] as number, w[t - 29] as number];
    const [h2, l2] = [w[t - 4] as number, w[t - 3] as number];
    const h0 = ((h15 >>> 1) | (l15 << 31)) ^ ((h15 >>> 8) | (l15 << 24)) ^ (h15 >>> 7);
    const l0 = ((l15 >>> 1) | (h15 << 31)) ^ ((l15 >>> 8) | (h15 << 24)) ^ ((l15 >>> 7) | (h15 << 25));
    const h1 = ((h2 >>> 19) | (l2 << 13)) ^ ((l2 >>> 29) | (h2 << 3)) ^ (h2 >>> 6);
    const l1 = ((l2 >>> 19) | (h2 << 13)) ^ ((h2 >>> 29) | (l2 << 3)) ^ ((l2 >>> 6) | (h2 << 26));
    const low = (l0 >>> 0) + (l1 >>> 0) + ((w[t - 13] as number) >>> 0) + ((w[t - 31] as number) >>> 0);
    w[t] = (h0 + h1 + (w[t - 14] as number) + (w[t - 32] as number) + carry(low)) | 0;
    w[t + 1] = low | 0;
  }
}

/** FIPS 180-4 §6.4.2 steps 2 to 4. */
function compress(state: Int32Array, w: Int32Array, v: Int32Array): void {
  v.set(state);
  for (let t = 0; t < 160; t += 2) {
    const [eh, el] = [v[8] as number, v[9] as number];
    const [ah, al] = [v[0] as number, v[1] as number];
    const s1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23));
    const s1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23));
    const chh = (eh & (v[10] as number)) ^ (~eh & (v[12] as number));
    const chl = (el & (v[11] as number)) ^ (~el & (v[13] as number));
    const low1 =
      ((v[15] as number) >>> 0) +
      (s1l >>> 0) +
      (chl >>> 0) +
      ((K[t + 1] as number) >>> 0) +
      ((w[t + 1] as number) >>> 0);
    const t1h = ((v[14] as number) + s1h + chh + (K[t] as number) + (w[t] as number) + carry(low1)) | 0;
    const t1l = low1 | 0;
    const s0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25));
    const s0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25));
    const [bh, bl, ch, cl] = [v[2] as number, v[3] as number, v[4] as number, v[5] as number];
    const low2 = (s0l >>> 0) + (((al & bl) ^ (al & cl) ^ (bl & cl)) >>> 0);
    const t2h = (s0h + ((ah & bh) ^ (ah & ch) ^ (bh & ch)) + carry(low2)) | 0;
    const t2l = low2 | 0;
    v.copyWithin(2, 0, 14);
    const lowE = ((v[9] as number) >>> 0) + (t1l >>> 0);
    v[8] = ((v[8] as number) + t1h + carry(lowE)) | 0;
    v[9] = lowE | 0;
    const lowA = (t1l >>> 0) + (t2l >>> 0);
    v[0] = (t1h + t2h + carry(lowA)) | 0;
    v[1] = lowA | 0;
  }
  for (let i = 0; i < 16; i += 2) {
    const low = ((state[i + 1] as number) >>> 0) + ((v[i + 1] as number) >>> 0);
    state[i] = ((state[i] as number) + (v[i] as number) + carry(low)) | 0;
    state[i + 1] = low | 0;
  }
}

/** SHA-512 of a message: 64 bytes. */
export function sha512(message: Uint8Array): Uint8Array {
  const view = padded(message);
  const state = H.slice();
  const w = new Int32Array(160);
  const v = new Int32Array(16);
  for (let offset = 0; offset < view.byteLength; offset += 128) {
    schedule(view, offset, w);
    compress(state, w, v);
  }
  const out = new Uint8Array(64);
  const outView = new DataView(out.buffer);
  for (let i = 0; i < 16; i++) outView.setInt32(4 * i, state[i] as number);
  return out;
}
