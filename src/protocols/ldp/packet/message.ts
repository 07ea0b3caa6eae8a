// LDP messages and the PDUs that carry them.                                                  RFC 5036 §3.1, §3.5, §3.7

import { ByteReader, ByteWriter } from '../../../base/bytes.ts';
import { type Ip4, ip4Text } from '../../../base/ip.ts';
import { err, ok, type Result } from '../../../base/result.ts';
import type { DecodeError, PacketCodec } from '../../../net/codec.ts';
import { LDP_VERSION, MESSAGE } from '../iana.ts';
import { type FecElement, type LsrId, readTlvs, type Tlv, writeTlv } from './tlv.ts';

export type MessageKind = keyof typeof MESSAGE;

/** A message is its kind, its number and its TLVs in their order: the mandatory ones stand first. */
export interface LdpMessage {
  readonly kind: MessageKind | 'unknown';
  /** 15 bits, without the U bit. */
  readonly type: number;
  /** Who does not know the type may pass over it in silence. */
  readonly unknownBit: boolean;
  readonly id: number;
  readonly tlvs: readonly Tlv[];
  /** Of an unknown kind: what followed the number, whatever it is. */
  readonly body?: Uint8Array;
}

/** A PDU header and the messages as bytes: a bad one does not hide the others. */
export interface LdpPdu {
  readonly lsr: LsrId;
  readonly messages: readonly Uint8Array[];
}

/** Version and length. */
const PDU_START = 4;
/** What the length counts besides the messages: the LDP identifier. */
const PDU_ID = 6;
const MESSAGE_START = 4;

const KINDS = new Map<number, MessageKind>(
  (Object.keys(MESSAGE) as MessageKind[]).map((kind) => [MESSAGE[kind], kind] as const),
);

export const lsrText = ({ id, space }: LsrId): string => `${ip4Text(id)}:${space}`;

/** A message of a known kind. */
export const message = (kind: MessageKind, id: number, tlvs: readonly Tlv[]): LdpMessage => ({
  kind,
  type: MESSAGE[kind],
  unknownBit: false,
  id,
  tlvs,
});

/** The first TLV of a kind. */
export function tlvOf<K extends Tlv['kind']>(from: LdpMessage, kind: K): (Tlv & { readonly kind: K }) | undefined {
  return from.tlvs.find((tlv): tlv is Tlv & { readonly kind: K } => tlv.kind === kind);
}

function encodeMessage(one: LdpMessage): Uint8Array {
  const writer = new ByteWriter(64)
    .u16(one.type | (one.unknownBit ? 0x8000 : 0))
    .u16(0)
    .u32(one.id);
  for (const tlv of one.tlvs) writeTlv(writer, tlv);
  if (one.body) writer.bytes(one.body);
  return writer.patch16(2, writer.length - MESSAGE_START).done();
}

function decodeMessage(bytes: Uint8Array): Result<LdpMessage, DecodeError> {
  const reader = new ByteReader(bytes);
  const word = reader.u16();
  const length = reader.u16();
  if (bytes.length < MESSAGE_START + 4 || length !== bytes.length - MESSAGE_START)
    return err({ kind: 'length', field: 'message', got: length });
  const type = word & 0x7fff;
  const kind = KINDS.get(type) ?? 'unknown';
  const id = reader.u32();
  const unknownBit = (word & 0x8000) !== 0;
  if (kind === 'unknown') return ok({ kind, type, unknownBit, id, tlvs: [], body: reader.rest().slice() });
  const tlvs = readTlvs(reader);
  return tlvs.ok ? ok({ kind, type, unknownBit, id, tlvs: tlvs.value }) : tlvs;
}

function elementText(element: FecElement): string {
  if (element.kind === 'prefix') return element.prefix.text;
  return element.kind === 'other' ? `element ${element.bytes[0]}` : element.kind;
}

function tlvText(tlv: Tlv): string {
  switch (tlv.kind) {
    case 'fec':
      return tlv.elements.map(elementText).join(' ');
    case 'label':
      return `label ${tlv.label}`;
    case 'addresses':
      return tlv.addresses.map(ip4Text).join(' ');
    case 'status':
      return `status 0x${tlv.code.toString(16)}${tlv.fatal ? ' fatal' : ''}`;
    case 'hello':
      return `hold ${tlv.holdSeconds}${tlv.targeted ? ' targeted' : ''}`;
    case 'transport':
      return `transport ${ip4Text(tlv.address)}`;
    case 'configuration-sequence':
      return `sequence ${tlv.number}`;
    case 'session':
      return `keepalive ${tlv.keepaliveSeconds} to ${lsrText(tlv.receiver)}`;
    case 'label-request-id':
      return `request ${tlv.id}`;
    case 'raw':
      return `TLV 0x${tlv.type.toString(16)}`;
  }
}

export const ldpMessage: PacketCodec<LdpMessage> = {
  name: 'LDP',
  encode: encodeMessage,
  decode: decodeMessage,
  summary: ({ kind, type, tlvs }) =>
    [kind === 'unknown' ? `type 0x${type.toString(16)}` : kind, ...tlvs.map(tlvText)].join(', '),
};

function messageText(bytes: Uint8Array): string {
  const read = decodeMessage(bytes);
  return read.ok ? ldpMessage.summary(read.value) : 'malformed';
}

function encodePdu(pdu: LdpPdu): Uint8Array {
  const size = pdu.messages.reduce((sum, bytes) => sum + bytes.length, PDU_ID);
  const writer = new ByteWriter(size + PDU_START).u16(LDP_VERSION).u16(size).u32(pdu.lsr.id).u16(pdu.lsr.space);
  for (const bytes of pdu.messages) writer.bytes(bytes);
  return writer.done();
}

/** One whole PDU: `bytes` are exactly it. */
function decodePdu(bytes: Uint8Array): Result<LdpPdu, DecodeError> {
  const reader = new ByteReader(bytes);
  const version = reader.u16();
  const length = reader.u16();
  const lsr = { id: reader.u32() as Ip4, space: reader.u16() };
  if (reader.short) return err({ kind: 'short', need: PDU_START + PDU_ID, have: bytes.length });
  if (version !== LDP_VERSION) return err({ kind: 'version', got: version });
  if (length !== bytes.length - PDU_START) return err({ kind: 'length', field: 'PDU', got: length });
  const messages: Uint8Array[] = [];
  while (reader.left > 0) {
    const at = reader.offset;
    reader.skip(2);
    const size = MESSAGE_START + reader.u16();
    if (reader.short || at + size > bytes.length || size < MESSAGE_START + 4)
      return err({ kind: 'length', field: 'message', got: size - MESSAGE_START });
    messages.push(bytes.subarray(at, at + size));
    reader.skip(size - MESSAGE_START);
  }
  return ok({ lsr, messages });
}

export const ldpPdu: PacketCodec<LdpPdu> = {
  name: 'LDP',
  encode: encodePdu,
  decode: decodePdu,
  summary: ({ lsr, messages }) => [lsrText(lsr), ...messages.map(messageText)].join('; '),
};
