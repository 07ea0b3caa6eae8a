// Sub-TLVs of neighbours, prefixes and capabilities: kept as they came, read where somebody wants to know.
// RFC 5305 §3, §4; RFC 5130

import type { ByteReader, ByteWriter } from '../../../base/bytes.ts';
import { ByteWriter as Writer } from '../../../base/bytes.ts';
import { PREFIX_SUB } from '../iana.ts';

export interface SubTlv {
  readonly type: number;
  readonly value: Uint8Array;
}

/** Shared by everything that has none. */
export const NO_SUB: readonly SubTlv[] = [];

/** The whole of a block; undefined when one of them is longer than what is left. */
export function readSubTlvs(block: ByteReader): readonly SubTlv[] | undefined {
  if (block.left === 0) return NO_SUB;
  const all: SubTlv[] = [];
  while (block.left > 0) {
    const type = block.u8();
    const value = block.take(block.u8());
    all.push({ type, value });
  }
  return block.short ? undefined : all;
}

/** Without a length of their own in front. */
export function writeSubTlvs(writer: ByteWriter, all: readonly SubTlv[]): void {
  for (const { type, value } of all) writer.u8(type).u8(value.length).bytes(value);
}

/** Bytes that `writeSubTlvs` writes. */
export const subTlvsLength = (all: readonly SubTlv[]): number =>
  all.reduce((sum, one) => sum + 2 + one.value.length, 0);

/** The first 32-bit administrative tag of a prefix. RFC 5130 §3.1 */
export function tagOf(all: readonly SubTlv[] | undefined): number | undefined {
  const found = all?.find((one) => one.type === PREFIX_SUB.tag32 && one.value.length >= 4)?.value;
  return found && new DataView(found.buffer, found.byteOffset, 4).getUint32(0);
}

/** A prefix's sub-TLVs that say its tag, or nothing. */
export function tagged(tag: number | undefined): readonly SubTlv[] | undefined {
  return tag === undefined ? undefined : [{ type: PREFIX_SUB.tag32, value: new Writer(4).u32(tag).done() }];
}
