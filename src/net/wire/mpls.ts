// The MPLS label stack.                                                                              RFC 3032 §2.1

import { err, ok, type Result } from '../../base/result.ts';
import type { DecodeError, PacketCodec } from '../codec.ts';
import { put32, u32At } from './fields.ts';

/** Bytes of one entry. */
export const ENTRY = 4;
/** More than any network here pushes: a stack without an end is refused, not read. */
const DEEPEST = 16;

export interface StackEntry {
  /** 20 bits. */
  readonly label: number;
  /** Traffic class. RFC 5462 */
  readonly exp: number;
  readonly bottom: boolean;
  readonly ttl: number;
}

export interface Labelled {
  /** Outermost first; only the last is at the bottom. */
  readonly stack: readonly StackEntry[];
  readonly payload: Uint8Array;
}

/** Writes one entry. */
export function putEntry(bytes: Uint8Array, at: number, entry: StackEntry): void {
  put32(bytes, at, ((entry.label << 12) | (entry.exp << 9) | (entry.bottom ? 0x100 : 0) | entry.ttl) >>> 0);
}

/** The entry at `at`; the caller knows that four bytes are there. */
export function entryAt(bytes: Uint8Array, at: number): StackEntry {
  const word = u32At(bytes, at);
  return { label: word >>> 12, exp: (word >>> 9) & 7, bottom: (word & 0x100) !== 0, ttl: word & 0xff };
}

function encode(message: Labelled): Uint8Array {
  const bytes = new Uint8Array(message.stack.length * ENTRY + message.payload.length);
  for (const [i, entry] of message.stack.entries()) putEntry(bytes, i * ENTRY, entry);
  bytes.set(message.payload, message.stack.length * ENTRY);
  return bytes;
}

function decode(bytes: Uint8Array): Result<Labelled, DecodeError> {
  const stack: StackEntry[] = [];
  for (;;) {
    const at = stack.length * ENTRY;
    if (at + ENTRY > bytes.length) return err({ kind: 'short', need: at + ENTRY, have: bytes.length });
    if (stack.length === DEEPEST) return err({ kind: 'length', field: 'stack', got: stack.length + 1 });
    const entry = entryAt(bytes, at);
    stack.push(entry);
    if (entry.bottom) return ok({ stack, payload: bytes.subarray(at + ENTRY) });
  }
}

export const mpls: PacketCodec<Labelled> = {
  name: 'MPLS',
  encode,
  decode,
  summary: ({ stack }) => stack.map((e) => `label ${e.label} exp ${e.exp} ttl ${e.ttl}`).join(', '),
};
