// TLVs: what every LDP message is made of.                                                           RFC 5036 §3.3, §3.4

import { ByteReader, type ByteWriter } from '../../../base/bytes.ts';
import { type Ip4, isIp4 } from '../../../base/ip.ts';
import { must } from '../../../base/must.ts';
import { type Prefix, prefix } from '../../../base/prefix.ts';
import { err, ok, type Result } from '../../../base/result.ts';
import type { DecodeError } from '../../../net/codec.ts';
import { LAST_LABEL } from '../../../route/label.ts';
import { AF_IPV4, FEC_ELEMENT, TLV } from '../iana.ts';

/** RFC 5036 §2.2.2: an LSR and one of its label spaces. */
export interface LsrId {
  readonly id: Ip4;
  readonly space: number;
}

export type FecElement =
  | { readonly kind: 'wildcard' }
  | { readonly kind: 'prefix'; readonly prefix: Prefix }
  /** Every FEC of an element type. RFC 5918 §3: `more` is what belongs to the type, an address family for prefixes. */
  | { readonly kind: 'typed-wildcard'; readonly of: number; readonly more: Uint8Array }
  /** Of a type or address family that nobody here knows: the rest of the TLV. */
  | { readonly kind: 'other'; readonly bytes: Uint8Array };

/** RFC 5036 §3.4.6 */
export interface StatusTlv {
  readonly kind: 'status';
  /** The session ends. */
  readonly fatal: boolean;
  readonly forward: boolean;
  /** 30 bits. */
  readonly code: number;
  /** The message that it is about; 0: none. */
  readonly messageId: number;
  readonly messageType: number;
}

export type Tlv =
  | { readonly kind: 'fec'; readonly elements: readonly FecElement[] }
  | { readonly kind: 'label'; readonly label: number }
  /** IPv4 only; lists of other families are 'raw'. */
  | { readonly kind: 'addresses'; readonly addresses: readonly Ip4[] }
  | StatusTlv
  /** RFC 5036 §3.5.2; `gtsm`: RFC 6720 §2.1 */
  | {
      readonly kind: 'hello';
      readonly holdSeconds: number;
      readonly targeted: boolean;
      readonly requestsTargeted: boolean;
      readonly gtsm: boolean;
    }
  | { readonly kind: 'transport'; readonly address: Ip4 }
  | { readonly kind: 'configuration-sequence'; readonly number: number }
  /** RFC 5036 §3.5.3 */
  | {
      readonly kind: 'session';
      readonly version: number;
      readonly keepaliveSeconds: number;
      /** The A bit: downstream on demand. */
      readonly onDemand: boolean;
      readonly loopDetection: boolean;
      readonly pathVectorLimit: number;
      /** 255 and less: 4096. */
      readonly maxPdu: number;
      readonly receiver: LsrId;
    }
  | { readonly kind: 'label-request-id'; readonly id: number }
  /** Known by its number only: capabilities, hop counts, fault tolerance and whatever is new. */
  | {
      readonly kind: 'raw';
      readonly type: number;
      readonly unknown: boolean;
      readonly forward: boolean;
      readonly value: Uint8Array;
    };

const bad = (field: string, got: number): Result<never, DecodeError> => err({ kind: 'length', field, got });
const odd = (field: string, got: number): Result<never, DecodeError> => err({ kind: 'value', field, got });

/** Bytes of a prefix on the wire. */
const octets = (length: number): number => (length + 7) >>> 3;

function writePrefix(writer: ByteWriter, { family, address, length }: Prefix): void {
  must(family === 4 && isIp4(address), 'an IPv4 FEC');
  writer.u8(FEC_ELEMENT.prefix).u16(AF_IPV4).u8(length);
  for (let i = 0; i < octets(length); i++) writer.u8((address >>> (24 - 8 * i)) & 255);
}

function writeElement(writer: ByteWriter, element: FecElement): void {
  switch (element.kind) {
    case 'wildcard':
      writer.u8(FEC_ELEMENT.wildcard);
      break;
    case 'prefix':
      writePrefix(writer, element.prefix);
      break;
    case 'typed-wildcard':
      writer.u8(FEC_ELEMENT.typedWildcard).u8(element.of).u8(element.more.length).bytes(element.more);
      break;
    case 'other':
      writer.bytes(element.bytes);
  }
}

function writeHello(writer: ByteWriter, tlv: Tlv & { kind: 'hello' }): void {
  const flags = (tlv.targeted ? 0x8000 : 0) | (tlv.requestsTargeted ? 0x4000 : 0) | (tlv.gtsm ? 0x2000 : 0);
  writer.u16(tlv.holdSeconds).u16(flags);
}

function writeSession(writer: ByteWriter, tlv: Tlv & { kind: 'session' }): void {
  const flags = (tlv.onDemand ? 0x80 : 0) | (tlv.loopDetection ? 0x40 : 0);
  writer.u16(tlv.version).u16(tlv.keepaliveSeconds).u8(flags).u8(tlv.pathVectorLimit).u16(tlv.maxPdu);
  writer.u32(tlv.receiver.id).u16(tlv.receiver.space);
}

/** Writes what is in the TLV and tells its type. */
function writeValue(writer: ByteWriter, tlv: Tlv): number {
  switch (tlv.kind) {
    case 'fec':
      for (const element of tlv.elements) writeElement(writer, element);
      return TLV.fec;
    case 'label':
      writer.u32(tlv.label);
      return TLV.genericLabel;
    case 'addresses':
      writer.u16(AF_IPV4);
      for (const address of tlv.addresses) writer.u32(address);
      return TLV.addressList;
    case 'status': {
      const bits = (tlv.fatal ? 0x80000000 : 0) + (tlv.forward ? 0x40000000 : 0);
      writer
        .u32(bits + tlv.code)
        .u32(tlv.messageId)
        .u16(tlv.messageType);
      return TLV.status;
    }
    case 'hello':
      writeHello(writer, tlv);
      return TLV.commonHello;
    case 'transport':
      writer.u32(tlv.address);
      return TLV.ipv4Transport;
    case 'configuration-sequence':
      writer.u32(tlv.number);
      return TLV.configurationSequence;
    case 'session':
      writeSession(writer, tlv);
      return TLV.commonSession;
    case 'label-request-id':
      writer.u32(tlv.id);
      return TLV.labelRequestId;
    case 'raw':
      writer.bytes(tlv.value);
      return tlv.type | (tlv.unknown ? 0x8000 : 0) | (tlv.forward ? 0x4000 : 0);
  }
}

/** Writes a whole TLV. */
export function writeTlv(writer: ByteWriter, tlv: Tlv): void {
  const at = writer.length;
  writer.u16(0).u16(0);
  const type = writeValue(writer, tlv);
  writer.patch16(at, type).patch16(at + 2, writer.length - at - 4);
}

function readPrefix(reader: ByteReader): Result<FecElement, DecodeError> {
  const length = reader.u8();
  if (length > 32) return odd('prefix length', length);
  let address = 0;
  for (let i = 0; i < octets(length); i++) address += reader.u8() * 2 ** (24 - 8 * i);
  return ok({ kind: 'prefix', prefix: prefix(address as Ip4, length) });
}

function readFec(value: Uint8Array): Result<Tlv, DecodeError> {
  const reader = new ByteReader(value);
  const elements: FecElement[] = [];
  while (reader.left > 0 && !reader.short) {
    const at = reader.offset;
    const type = reader.u8();
    if (type === FEC_ELEMENT.wildcard) elements.push({ kind: 'wildcard' });
    else if (type === FEC_ELEMENT.typedWildcard) {
      const of = reader.u8();
      elements.push({ kind: 'typed-wildcard', of, more: reader.take(reader.u8()).slice() });
    } else if (type === FEC_ELEMENT.prefix && reader.u16() === AF_IPV4) {
      const read = readPrefix(reader);
      if (!read.ok) return read;
      elements.push(read.value);
    } else {
      // Where another type's element ends nobody here can tell.
      elements.push({ kind: 'other', bytes: value.slice(at) });
      return ok({ kind: 'fec', elements });
    }
  }
  return reader.short ? bad('FEC', value.length) : ok({ kind: 'fec', elements });
}

function readAddresses(value: Uint8Array, raw: Tlv): Result<Tlv, DecodeError> {
  const reader = new ByteReader(value);
  if (value.length < 2) return bad('address list', value.length);
  if (reader.u16() !== AF_IPV4) return ok(raw);
  if (reader.left % 4 !== 0) return bad('address list', value.length);
  const addresses: Ip4[] = [];
  while (reader.left > 0) addresses.push(reader.u32() as Ip4);
  return ok({ kind: 'addresses', addresses });
}

function readStatus(value: Uint8Array): Tlv {
  const reader = new ByteReader(value);
  const word = reader.u32();
  return {
    kind: 'status',
    fatal: word >= 0x80000000,
    forward: (word & 0x40000000) !== 0,
    code: word & 0x3fffffff,
    messageId: reader.u32(),
    messageType: reader.u16(),
  };
}

function readHello(value: Uint8Array): Tlv {
  const reader = new ByteReader(value);
  const holdSeconds = reader.u16();
  const flags = reader.u16();
  const [targeted, requestsTargeted, gtsm] = [0x8000, 0x4000, 0x2000].map((bit) => (flags & bit) !== 0) as [
    boolean,
    boolean,
    boolean,
  ];
  return { kind: 'hello', holdSeconds, targeted, requestsTargeted, gtsm };
}

function readSession(value: Uint8Array): Tlv {
  const reader = new ByteReader(value);
  const version = reader.u16();
  const keepaliveSeconds = reader.u16();
  const flags = reader.u8();
  const pathVectorLimit = reader.u8();
  const maxPdu = reader.u16();
  const receiver = { id: reader.u32() as Ip4, space: reader.u16() };
  const [onDemand, loopDetection] = [(flags & 0x80) !== 0, (flags & 0x40) !== 0];
  return { kind: 'session', version, keepaliveSeconds, onDemand, loopDetection, pathVectorLimit, maxPdu, receiver };
}

/** Lengths of the TLVs that have but one. */
const LENGTHS = new Map<number, number>([
  [TLV.genericLabel, 4],
  [TLV.status, 10],
  [TLV.commonHello, 4],
  [TLV.ipv4Transport, 4],
  [TLV.configurationSequence, 4],
  [TLV.commonSession, 14],
  [TLV.labelRequestId, 4],
]);

function readValue(type: number, value: Uint8Array, raw: Tlv): Result<Tlv, DecodeError> {
  const wanted = LENGTHS.get(type);
  if (wanted !== undefined && value.length !== wanted) return bad(`TLV 0x${type.toString(16)}`, value.length);
  const word = wanted === 4 ? new ByteReader(value).u32() : 0;
  switch (type) {
    case TLV.fec:
      return readFec(value);
    case TLV.genericLabel:
      return word > LAST_LABEL ? odd('label', word) : ok({ kind: 'label', label: word });
    case TLV.addressList:
      return readAddresses(value, raw);
    case TLV.status:
      return ok(readStatus(value));
    case TLV.commonHello:
      return ok(readHello(value));
    case TLV.ipv4Transport:
      return ok({ kind: 'transport', address: word as Ip4 });
    case TLV.configurationSequence:
      return ok({ kind: 'configuration-sequence', number: word });
    case TLV.commonSession:
      return ok(readSession(value));
    case TLV.labelRequestId:
      return ok({ kind: 'label-request-id', id: word });
    default:
      return ok(raw);
  }
}

/** Reads TLVs up to the end. */
export function readTlvs(reader: ByteReader): Result<readonly Tlv[], DecodeError> {
  const tlvs: Tlv[] = [];
  while (reader.left > 0) {
    const word = reader.u16();
    const length = reader.u16();
    if (reader.short || length > reader.left) return bad('TLV', length);
    const value = reader.take(length);
    const type = word & 0x3fff;
    const raw: Tlv = {
      kind: 'raw',
      type,
      unknown: (word & 0x8000) !== 0,
      forward: (word & 0x4000) !== 0,
      value: value.slice(),
    };
    const read = readValue(type, value, raw);
    if (!read.ok) return read;
    tlvs.push(read.value);
  }
  return ok(tlvs);
}
