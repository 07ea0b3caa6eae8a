// MPLS echo requests and replies.                                                                       RFC 8029 §3

import { ByteReader, ByteWriter } from '../../base/bytes.ts';
import type { Ip4 } from '../../base/ip.ts';
import { type Prefix, prefix } from '../../base/prefix.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { DecodeError, PacketCodec } from '../codec.ts';

/** Registry: MPLS LSP Ping Parameters, Return Codes. RFC 8029 §3.1 */
export const RETURN_CODE = {
  none: 0,
  malformed: 1,
  'TLV not understood': 2,
  egress: 3,
  'no mapping': 4,
  'label switched': 8,
  'no MPLS forwarding': 9,
  'other mapping': 10,
  'no label entry': 11,
} as const;

/** Registry: the same, Message Types and Reply Modes. */
export const LSP_MESSAGE = { request: 1, reply: 2 } as const;
export const REPLY_MODE = { none: 1, udp: 2, udpRouterAlert: 3 } as const;
/** Registry: the same, TLVs. */
const TLV = { fecStack: 1, downstream: 2, pad: 3, errored: 9 } as const;
/** Registry: the same, sub-TLVs of the Target FEC Stack. */
const FEC = { ldpIpv4: 1, genericIpv4: 14 } as const;
/** TLVs from here on may be passed over in silence. §3 */
const OPTIONAL_TLV = 32768;
const VERSION = 1;
const HEADER = 32;
/** Registry: the same, Downstream Mapping Address Type. */
const NUMBERED_IPV4 = 1;
/** Registry: the same, protocol of a downstream label. */
const BY_LDP = 3;

export interface DownstreamLabel {
  readonly label: number;
  readonly exp: number;
}

/** RFC 8029 §3.4 (the mapping of RFC 4379, still understood everywhere). */
export interface Downstream {
  /** Largest packet, labels and all, that goes on there. */
  readonly mtu: number;
  readonly address: Ip4;
  readonly interfaceAddress: Ip4;
  readonly labels: readonly DownstreamLabel[];
}

export interface LspEcho {
  readonly kind: 'request' | 'reply';
  /** The V flag: who only passes it on shall look at the FEC as well. */
  readonly validate: boolean;
  readonly replyMode: number;
  readonly code: number;
  readonly subcode: number;
  readonly handle: number;
  readonly sequence: number;
  /** 64 bits of NTP time each, as they came. */
  readonly sentAt: bigint;
  readonly receivedAt: bigint;
  /** The FECs of the path, the bottom of the stack last; undefined: one that nobody here knows. */
  readonly fecs: readonly (Prefix | undefined)[];
  readonly downstream: readonly Downstream[];
  /** Bytes of padding behind its type and length; undefined: no such TLV. */
  readonly pad: number | undefined;
  /** Types of TLVs that were not understood and may not be passed over. */
  readonly errored: readonly number[];
}

/** Microseconds as NTP writes time. RFC 5905 §6 */
export const ntp = (micros: number): bigint =>
  (BigInt(Math.floor(micros / 1_000_000)) << 32n) | ((BigInt(Math.floor(micros % 1_000_000)) << 32n) / 1_000_000n);

/** A TLV with its value, padded to a multiple of four. §3 */
function writeTlv(writer: ByteWriter, type: number, write: (value: ByteWriter) => void): void {
  const value = new ByteWriter(32);
  write(value);
  const { length } = value;
  writer
    .u16(type)
    .u16(length)
    .bytes(value.done())
    .zeros(-length & 3);
}

function writeDownstream(writer: ByteWriter, { mtu, address, interfaceAddress, labels }: Downstream): void {
  writer.u16(mtu).u8(NUMBERED_IPV4).u8(0).u32(address).u32(interfaceAddress).u8(0).u8(0).u16(0);
  for (const [i, { label, exp }] of labels.entries())
    writer.u32(((label << 12) | (exp << 9) | (i === labels.length - 1 ? 0x100 : 0) | BY_LDP) >>> 0);
}

function encode(echo: LspEcho): Uint8Array {
  const writer = new ByteWriter(64).u16(VERSION).u16(echo.validate ? 1 : 0);
  writer.u8(LSP_MESSAGE[echo.kind]).u8(echo.replyMode).u8(echo.code).u8(echo.subcode);
  writer.u32(echo.handle).u32(echo.sequence).u64(echo.sentAt).u64(echo.receivedAt);
  const fecs = echo.fecs.filter((fec) => fec !== undefined);
  if (fecs.length > 0)
    writeTlv(writer, TLV.fecStack, (stack) => {
      for (const { address, length } of fecs)
        writeTlv(stack, FEC.ldpIpv4, (value) => value.u32(address as Ip4).u8(length));
    });
  for (const one of echo.downstream) writeTlv(writer, TLV.downstream, (value) => writeDownstream(value, one));
  if (echo.errored.length > 0)
    writeTlv(writer, TLV.errored, (value) => {
      for (const type of echo.errored) value.u16(type).u16(0);
    });
  // §3.6: the first byte says that the padding is dropped from the reply.
  const { pad } = echo;
  if (pad !== undefined) writeTlv(writer, TLV.pad, (value) => value.u8(1).zeros(Math.max(0, pad - 1)));
  return writer.done();
}

/** Undefined: a FEC of a kind that nobody here knows. */
function readFec(type: number, value: ByteReader): Prefix | undefined {
  if (type !== FEC.ldpIpv4 && type !== FEC.genericIpv4) return undefined;
  const address = value.u32() as Ip4;
  const length = value.u8();
  return value.short || length > 32 ? undefined : prefix(address, length);
}

function readDownstream(value: ByteReader): Downstream | undefined {
  const mtu = value.u16();
  const type = value.u8();
  value.skip(1);
  const [address, interfaceAddress] = [value.u32() as Ip4, value.u32() as Ip4];
  value.skip(2);
  value.skip(value.u16());
  const labels: DownstreamLabel[] = [];
  while (!value.short && value.left >= 4) {
    const word = value.u32();
    labels.push({ label: word >>> 12, exp: (word >>> 9) & 7 });
  }
  return value.short || type !== NUMBERED_IPV4 ? undefined : { mtu, address, interfaceAddress, labels };
}

interface Read {
  readonly fecs: (Prefix | undefined)[];
  readonly downstream: Downstream[];
  readonly errored: number[];
  pad: number | undefined;
}

/** Each TLV of a region to `take`; false: it does not add up. */
function eachTlv(reader: ByteReader, take: (type: number, value: ByteReader, length: number) => void): boolean {
  while (reader.left > 0) {
    const type = reader.u16();
    const length = reader.u16();
    if (reader.short || length > reader.left) return false;
    take(type, new ByteReader(reader.take(length)), length);
    reader.skip(Math.min(-length & 3, reader.left));
  }
  return true;
}

function readTlvs(reader: ByteReader): Read | undefined {
  const read: Read = { fecs: [], downstream: [], errored: [], pad: undefined };
  let inner = true;
  const whole = eachTlv(reader, (type, value, length) => {
    if (type === TLV.fecStack) inner &&= eachTlv(value, (kind, fec) => read.fecs.push(readFec(kind, fec)));
    else if (type === TLV.downstream) {
      const one = readDownstream(value);
      if (one) read.downstream.push(one);
      else inner = false;
    } else if (type === TLV.pad) read.pad = length;
    else if (type === TLV.errored) inner &&= eachTlv(value, (kind) => read.errored.push(kind));
    else if (type < OPTIONAL_TLV) read.errored.push(type);
  });
  return whole && inner ? read : undefined;
}

function decode(bytes: Uint8Array): Result<LspEcho, DecodeError> {
  if (bytes.length < HEADER) return err({ kind: 'short', need: HEADER, have: bytes.length });
  const reader = new ByteReader(bytes);
  const version = reader.u16();
  if (version !== VERSION) return err({ kind: 'version', got: version });
  const validate = (reader.u16() & 1) === 1;
  const type = reader.u8();
  if (type !== LSP_MESSAGE.request && type !== LSP_MESSAGE.reply)
    return err({ kind: 'value', field: 'type', got: type });
  const head = {
    kind: type === LSP_MESSAGE.request ? 'request' : 'reply',
    validate,
    replyMode: reader.u8(),
    code: reader.u8(),
    subcode: reader.u8(),
    handle: reader.u32(),
    sequence: reader.u32(),
    sentAt: reader.u64(),
    receivedAt: reader.u64(),
  } as const;
  const read = readTlvs(reader);
  return read ? ok({ ...head, ...read }) : err({ kind: 'length', field: 'TLV', got: bytes.length });
}

export const lspEcho: PacketCodec<LspEcho> = {
  name: 'MPLS echo',
  encode,
  decode,
  summary: ({ kind, sequence, code, subcode, fecs }) => {
    const what = fecs.map((fec) => fec?.text ?? 'unknown FEC').join(' ');
    return kind === 'request' ? `request ${sequence} for ${what}` : `reply ${sequence}, code ${code}/${subcode}`;
  },
};
