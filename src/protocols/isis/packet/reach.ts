// Who and what can be reached: the entries of TLVs 2, 22, 128, 130, 135, 236.   ISO 10589 §9.8; RFC 1195 §5.3; RFC 5305; RFC 5308

import type { ByteReader, ByteWriter } from '../../../base/bytes.ts';
import { type Ip4, type Ip6, ip4, isIp4 } from '../../../base/ip.ts';
import { lengthOfMask, maskOf, type Prefix, prefix } from '../../../base/prefix.ts';
import { idBytes, type NodeId, nodeAt } from '../net-address.ts';
import { readSubTlvs, type SubTlv, subTlvsLength, writeSubTlvs } from './sub-tlv.ts';

/** The delay, expense and error metrics of a router that knows none: their S bits, nothing else. */
export const UNSUPPORTED = 0x808080;

/** An entry of TLV 2. */
export interface NarrowNeighbour {
  readonly node: NodeId;
  /** 0 … 63 */
  readonly metric: number;
  /** The I/E bit. */
  readonly external: boolean;
  /** The three other metrics as they came. */
  readonly others: number;
}

/** An entry of TLV 22, and of 222 in its topology. */
export interface WideNeighbour {
  readonly node: NodeId;
  /** 24 bits */
  readonly metric: number;
  readonly sub: readonly SubTlv[];
}

/** An entry of TLV 128 or 130. */
export interface NarrowPrefix {
  readonly prefix: Prefix;
  readonly metric: number;
  readonly external: boolean;
  /** The up/down bit. RFC 5302 §2 */
  readonly down: boolean;
  readonly others: number;
}

/** An entry of TLV 135 or 235 (IPv4), 236 or 237 (IPv6). */
export interface WidePrefix {
  readonly prefix: Prefix;
  /** 32 bits */
  readonly metric: number;
  readonly down: boolean;
  /** The X bit, of IPv6 only. RFC 5308 §2 */
  readonly external: boolean;
  /** Undefined: the entry says that it has none. */
  readonly sub: readonly SubTlv[] | undefined;
}

/** Reads entries until the block ends; undefined when one of them is not right. */
export function readAll<T>(block: ByteReader, read: (block: ByteReader) => T | undefined): readonly T[] | undefined {
  const all: T[] = [];
  while (block.left > 0) {
    const one = read(block);
    if (one === undefined || block.short) return undefined;
    all.push(one);
  }
  return all;
}

/** ISO 10589 §9.8, "Intermediate System Neighbours" */
export function readNarrowNeighbour(block: ByteReader): NarrowNeighbour | undefined {
  const metric = block.u8();
  const others = block.u24();
  const id = block.take(7);
  if (block.short) return undefined;
  return { node: nodeAt(id, 0), metric: metric & 0x3f, external: (metric & 0x40) !== 0, others };
}

export function writeNarrowNeighbour(writer: ByteWriter, one: NarrowNeighbour): void {
  writer
    .u8(one.metric | (one.external ? 0x40 : 0))
    .u24(one.others)
    .bytes(idBytes(one.node));
}

/** RFC 5305 §3 */
export function readWideNeighbour(block: ByteReader): WideNeighbour | undefined {
  const id = block.take(7);
  const metric = block.u24();
  const length = block.u8();
  if (block.short || length > block.left) return undefined;
  const sub = readSubTlvs(block.within(length));
  return sub && { node: nodeAt(id, 0), metric, sub };
}

export function writeWideNeighbour(writer: ByteWriter, one: WideNeighbour): void {
  writer.bytes(idBytes(one.node)).u24(one.metric).u8(subTlvsLength(one.sub));
  writeSubTlvs(writer, one.sub);
}

/** RFC 1195 §5.3.4; bit 8 of the default metric: RFC 5302 §2. */
export function readNarrowPrefix(block: ByteReader): NarrowPrefix | undefined {
  const metric = block.u8();
  const others = block.u24();
  const address = block.u32();
  const length = lengthOfMask(ip4(block.u32()));
  if (block.short || length === undefined) return undefined;
  return {
    prefix: prefix(ip4(address), length),
    metric: metric & 0x3f,
    external: (metric & 0x40) !== 0,
    down: (metric & 0x80) !== 0,
    others,
  };
}

export function writeNarrowPrefix(writer: ByteWriter, one: NarrowPrefix): void {
  writer.u8(one.metric | (one.external ? 0x40 : 0) | (one.down ? 0x80 : 0)).u24(one.others);
  writer.u32(one.prefix.address as Ip4).u32(maskOf(one.prefix.length));
}

/** The bytes of a prefix that count, as many as its length needs. */
function readAddress4(block: ByteReader, length: number): Ip4 {
  let value = 0;
  const count = (length + 7) >> 3;
  for (let i = 0; i < 4; i++) value = value * 256 + (i < count ? block.u8() : 0);
  return ip4(value);
}

function readSub(block: ByteReader, present: boolean): readonly SubTlv[] | 'none' | undefined {
  if (!present) return 'none';
  const length = block.u8();
  return length > block.left ? undefined : readSubTlvs(block.within(length));
}

/** RFC 5305 §4 */
export function readWidePrefix(block: ByteReader): WidePrefix | undefined {
  const metric = block.u32();
  const control = block.u8();
  const length = control & 0x3f;
  if (block.short || length > 32) return undefined;
  const address = readAddress4(block, length);
  const sub = readSub(block, (control & 0x40) !== 0);
  if (sub === undefined || block.short) return undefined;
  const down = (control & 0x80) !== 0;
  return { prefix: prefix(address, length), metric, down, external: false, sub: sub === 'none' ? undefined : sub };
}

/** RFC 5308 §2 */
export function readPrefix6(block: ByteReader): WidePrefix | undefined {
  const metric = block.u32();
  const control = block.u8();
  const length = block.u8();
  if (block.short || length > 128) return undefined;
  let address = 0n;
  const count = (length + 7) >> 3;
  for (let i = 0; i < 16; i++) address = (address << 8n) | BigInt(i < count ? block.u8() : 0);
  const sub = readSub(block, (control & 0x20) !== 0);
  if (sub === undefined || block.short) return undefined;
  return {
    prefix: prefix(address as Ip6, length),
    metric,
    down: (control & 0x80) !== 0,
    external: (control & 0x40) !== 0,
    sub: sub === 'none' ? undefined : sub,
  };
}

/** Of either family: which one its TLV carries is the prefix's own. */
export function writeWidePrefix(writer: ByteWriter, one: WidePrefix): void {
  const { address, length } = one.prefix;
  const count = (length + 7) >> 3;
  writer.u32(one.metric);
  if (isIp4(address)) {
    writer.u8((one.down ? 0x80 : 0) | (one.sub ? 0x40 : 0) | length);
    for (let i = 0; i < count; i++) writer.u8((address >>> (24 - 8 * i)) & 0xff);
  } else {
    writer.u8((one.down ? 0x80 : 0) | (one.external ? 0x40 : 0) | (one.sub ? 0x20 : 0)).u8(length);
    for (let i = 0; i < count; i++) writer.u8(Number((address >> BigInt(120 - 8 * i)) & 0xffn));
  }
  if (one.sub) {
    writer.u8(subTlvsLength(one.sub));
    writeSubTlvs(writer, one.sub);
  }
}
