// ByteReader and ByteWriter: big-endian (network order), bounds-checked.

import { must } from './must.ts';
import { zeroed } from './slab.ts';

/**
 * Walks a buffer from left to right. Reading past the end yields zeros and sets `short`, so that a decoder
 * reads a whole header and asks once whether it was all there.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at: number;
  readonly #end: number;
  /** True once anything was read past the end. */
  short = false;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = Math.min(end, bytes.length);
  }

  /** Offset of the next byte, from the start of the buffer. */
  get offset(): number {
    return this.#at;
  }

  get left(): number {
    return Math.max(0, this.#end - this.#at);
  }

  u8(): number {
    if (this.#at >= this.#end) {
      this.short = true;
      return 0;
    }
    return this.#bytes[this.#at++] as number;
  }

  u16(): number {
    return (this.u8() << 8) | this.u8();
  }

  u24(): number {
    return (this.u8() << 16) | this.u16();
  }

  u32(): number {
    return this.u16() * 0x10000 + this.u16();
  }

  u64(): bigint {
    return (BigInt(this.u32()) << 32n) | BigInt(this.u32());
  }

  /** The next `length` bytes as a view; an empty view when there are fewer. */
  take(length: number): Uint8Array {
    if (length > this.left) {
      this.short = true;
      this.#at = this.#end;
      return new Uint8Array(0);
    }
    const view = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return view;
  }

  skip(length: number): void {
    this.take(length);
  }

  /** A reader over the next `length` bytes, which are passed over here. */
  within(length: number): ByteReader {
    const start = this.#at;
    const inside = this.take(length);
    return new ByteReader(this.#bytes, start, start + inside.length);
  }

  rest(): Uint8Array {
    return this.take(this.left);
  }
}

/** Grows as it is written to. */
export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;

  constructor(capacity = 64) {
    this.#bytes = new Uint8Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  u8(value: number): this {
    this.#room(1);
    this.#bytes[this.#length++] = value;
    return this;
  }

  u16(value: number): this {
    return this.u8(value >>> 8).u8(value);
  }

  u24(value: number): this {
    return this.u8(value >>> 16).u16(value & 0xffff);
  }

  u32(value: number): this {
    return this.u16(Math.floor(value / 0x10000) & 0xffff).u16(value & 0xffff);
  }

  u64(value: bigint): this {
    return this.u32(Number((value >> 32n) & 0xffffffffn)).u32(Number(value & 0xffffffffn));
  }

  bytes(value: Uint8Array): this {
    this.#room(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
    return this;
  }

  zeros(count: number): this {
    this.#room(count);
    this.#bytes.fill(0, this.#length, this.#length + count);
    this.#length += count;
    return this;
  }

  /** Overwrites two bytes already written: lengths and checksums known only at the end. */
  patch16(offset: number, value: number): this {
    must(offset >= 0 && offset + 2 <= this.#length, `patch16 at ${offset} of ${this.#length}`);
    this.#bytes[offset] = value >>> 8;
    this.#bytes[offset + 1] = value;
    return this;
  }

  /** Overwrites one byte already written. */
  patch8(offset: number, value: number): this {
    must(offset >= 0 && offset < this.#length, `patch8 at ${offset} of ${this.#length}`);
    this.#bytes[offset] = value;
    return this;
  }

  /** What was written, as a copy of its own. */
  done(): Uint8Array {
    const done = zeroed(this.#length);
    done.set(this.#bytes.subarray(0, this.#length));
    return done;
  }

  #room(count: number): void {
    const need = this.#length + count;
    if (need <= this.#bytes.length) return;
    const larger = zeroed(Math.max(need, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

const HEX = '0123456789abcdef';

/** Lower-case hex without separators. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += (HEX[byte >>> 4] as string) + (HEX[byte & 15] as string);
  return text;
}

/** Hex (blanks allowed) to bytes; undefined when it is not hex. */
export function fromHex(text: string): Uint8Array | undefined {
  const digits = text.replace(/\s+/g, '');
  if (digits.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(digits)) return undefined;
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** ASCII (code units above 255 are cut) to bytes. */
export function fromAscii(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** One after the other. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = zeroed(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** True when both hold the same bytes. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  if (a.buffer === b.buffer && a.byteOffset === b.byteOffset) return true;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
