// Small buffers cut out of larger ones. A buffer of its own costs the machine thirty times as much from 65 bytes on, and
// most packets are a little longer than that.

/** Up to here the engine keeps the bytes within the object itself. */
const WITHIN = 64;
/** Whoever keeps a small buffer keeps its whole slab, so a slab must not be large, nor what is cut out of it. */
const SLAB = 8192;
const MOST = 512;
/** Where the next one begins. */
const ALIGNED = 8;

let slab = new ArrayBuffer(SLAB);
let used = 0;

/** So many bytes, all zero. */
export function zeroed(length: number): Uint8Array {
  if (length <= WITHIN || length > MOST) return new Uint8Array(length);
  if (used + length > SLAB) {
    slab = new ArrayBuffer(SLAB);
    used = 0;
  }
  const bytes = new Uint8Array(slab, used, length);
  used = (used + length + ALIGNED - 1) & -ALIGNED;
  return bytes;
}
