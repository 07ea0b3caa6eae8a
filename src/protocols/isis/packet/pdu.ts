// The PDUs: hellos, LSPs, sequence numbers.                                         ISO 10589 §9.5 to §9.13

import { ByteReader, ByteWriter } from '../../../base/bytes.ts';
import { fletcher, fletcherHolds } from '../../../base/checksum.ts';
import { err, ok, type Result } from '../../../base/result.ts';
import type { DecodeError, PacketCodec } from '../../../net/codec.ts';
import { DISCRIMINATOR, PDU } from '../iana.ts';
import { idBytes, type LspId, lspIdAt, type NodeId, nodeAt, type SystemId, systemAt } from '../net-address.ts';
import type { Tlv } from './shapes.ts';
import { readTlvs, writeTlv } from './tlv.ts';

export type Level = 1 | 2;

/** Which levels a circuit, or a router, takes part in. ISO 10589 §9.5 Circuit Type, §9.8 IS Type */
export type LevelBits = 1 | 2 | 3;

/** ISO 10589 §9.5, §9.6 */
export interface LanHello {
  readonly kind: 'lan-hello';
  readonly level: Level;
  readonly circuitType: LevelBits;
  readonly source: SystemId;
  readonly holdSeconds: number;
  /** 0 … 127 */
  readonly priority: number;
  /** Who the sender takes for designated, and the number that it gave the LAN. */
  readonly lanId: NodeId;
  readonly tlvs: readonly Tlv[];
}

/** ISO 10589 §9.7 */
export interface P2pHello {
  readonly kind: 'p2p-hello';
  readonly circuitType: LevelBits;
  readonly source: SystemId;
  readonly holdSeconds: number;
  readonly circuitId: number;
  readonly tlvs: readonly Tlv[];
}

/** The last byte before an LSP's TLVs. ISO 10589 §9.8 */
export interface LspFlags {
  readonly partition: boolean;
  /** Attached by the error, expense, delay, default metric: four bits, the default one lowest. */
  readonly attached: number;
  readonly overload: boolean;
  /** 1: a level 1 router; 3: one of level 2. */
  readonly isType: number;
}

/** An LSP without what it says. */
export interface LspHead {
  readonly level: Level;
  readonly lifetime: number;
  readonly id: LspId;
  readonly sequence: number;
  readonly checksum: number;
  readonly flags: LspFlags;
}

/** ISO 10589 §9.8, §9.9 */
export interface Lsp extends LspHead {
  readonly kind: 'lsp';
  readonly tlvs: readonly Tlv[];
}

/** ISO 10589 §9.10, §9.11 */
export interface Csnp {
  readonly kind: 'csnp';
  readonly level: Level;
  readonly source: NodeId;
  readonly start: LspId;
  readonly end: LspId;
  readonly tlvs: readonly Tlv[];
}

/** ISO 10589 §9.12, §9.13 */
export interface Psnp {
  readonly kind: 'psnp';
  readonly level: Level;
  readonly source: NodeId;
  readonly tlvs: readonly Tlv[];
}

export type Pdu = LanHello | P2pHello | Lsp | Csnp | Psnp;

/** What is fixed of a PDU type: bytes up to its TLVs, and where it says how long it is. */
interface Layout {
  readonly kind: Pdu['kind'];
  readonly level: Level | undefined;
  readonly header: number;
  readonly lengthAt: number;
}

const LAYOUTS: ReadonlyMap<number, Layout> = new Map<number, Layout>([
  [PDU.lanHello1, { kind: 'lan-hello', level: 1, header: 27, lengthAt: 17 }],
  [PDU.lanHello2, { kind: 'lan-hello', level: 2, header: 27, lengthAt: 17 }],
  [PDU.p2pHello, { kind: 'p2p-hello', level: undefined, header: 20, lengthAt: 17 }],
  [PDU.lsp1, { kind: 'lsp', level: 1, header: 27, lengthAt: 8 }],
  [PDU.lsp2, { kind: 'lsp', level: 2, header: 27, lengthAt: 8 }],
  [PDU.csnp1, { kind: 'csnp', level: 1, header: 33, lengthAt: 8 }],
  [PDU.csnp2, { kind: 'csnp', level: 2, header: 33, lengthAt: 8 }],
  [PDU.psnp1, { kind: 'psnp', level: 1, header: 17, lengthAt: 8 }],
  [PDU.psnp2, { kind: 'psnp', level: 2, header: 17, lengthAt: 8 }],
]);

/** Bytes of an LSP before its TLVs. */
export const LSP_HEADER = 27;
/** Where an LSP keeps its Remaining Lifetime, which its checksum leaves out; the checksum begins at the LSP ID behind it. */
export const LIFETIME_AT = 10;
export const SUM_FROM = 12;
export const CHECKSUM_AT = 24;

const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] as number) << 8) | (bytes[at + 1] as number);

/** The common header, right, and the PDU cut to the length that it says. */
export interface Envelope {
  readonly layout: Layout;
  readonly bytes: Uint8Array;
}

/** ISO 10589 §9.1 to §9.4: what every PDU begins with; §7.3.14.2, §8.2.4.1: what is refused. */
export function openPdu(bytes: Uint8Array): Result<Envelope, DecodeError> {
  if (bytes.length < 8) return err({ kind: 'short', need: 8, have: bytes.length });
  const [discriminator, headerLength, version, idLength, type, version2, , maxAreas] = bytes as unknown as number[];
  if (discriminator !== DISCRIMINATOR)
    return err({ kind: 'value', field: 'discriminator', got: discriminator as number });
  if (version !== 1 || version2 !== 1)
    return err({ kind: 'version', got: (version === 1 ? version2 : version) as number });
  if (idLength !== 0 && idLength !== 6) return err({ kind: 'value', field: 'id length', got: idLength as number });
  if (maxAreas !== 0 && maxAreas !== 3) return err({ kind: 'value', field: 'maximum areas', got: maxAreas as number });
  const layout = LAYOUTS.get((type as number) & 0x1f);
  if (!layout) return err({ kind: 'type', got: (type as number) & 0x1f });
  if (headerLength !== layout.header) return err({ kind: 'length', field: 'header', got: headerLength as number });
  if (bytes.length < layout.header) return err({ kind: 'short', need: layout.header, have: bytes.length });
  const length = u16(bytes, layout.lengthAt);
  if (length < layout.header || length > bytes.length) return err({ kind: 'length', field: 'pdu', got: length });
  return ok({ layout, bytes: length === bytes.length ? bytes : bytes.subarray(0, length) });
}

const levelBits = (byte: number): LevelBits | undefined => {
  const bits = byte & 3;
  return bits === 0 ? undefined : (bits as LevelBits);
};

function readHello({ layout, bytes }: Envelope): Result<LanHello | P2pHello, DecodeError> {
  const circuitType = levelBits(bytes[8] as number);
  if (!circuitType) return err({ kind: 'value', field: 'circuit type', got: bytes[8] as number });
  const tlvs = readTlvs(new ByteReader(bytes, layout.header));
  if (!tlvs.ok) return tlvs;
  const common = { circuitType, source: systemAt(bytes, 9), holdSeconds: u16(bytes, 15), tlvs: tlvs.value };
  if (layout.level === undefined) return ok({ kind: 'p2p-hello', ...common, circuitId: bytes[19] as number });
  const priority = (bytes[19] as number) & 0x7f;
  return ok({ kind: 'lan-hello', level: layout.level, ...common, priority, lanId: nodeAt(bytes, 20) });
}

const flagsOf = (byte: number): LspFlags => ({
  partition: (byte & 0x80) !== 0,
  attached: (byte >>> 3) & 0xf,
  overload: (byte & 0x04) !== 0,
  isType: byte & 3,
});

/** The header of an LSP that `openPdu` let pass. */
export function lspHead({ layout, bytes }: Envelope): LspHead {
  const sequence = u16(bytes, 20) * 0x10000 + u16(bytes, 22);
  return {
    level: layout.level as Level,
    lifetime: u16(bytes, LIFETIME_AT),
    id: lspIdAt(bytes, SUM_FROM),
    sequence,
    checksum: u16(bytes, CHECKSUM_AT),
    flags: flagsOf(bytes[26] as number),
  };
}

/** What an LSP says. */
export const lspTlvs = (bytes: Uint8Array): Result<readonly Tlv[], DecodeError> =>
  readTlvs(new ByteReader(bytes, LSP_HEADER));

/** True when an LSP's checksum adds up. ISO 10589 §7.3.11 */
export const lspSumHolds = (bytes: Uint8Array): boolean => fletcherHolds(bytes.subarray(SUM_FROM));

function readSnp({ layout, bytes }: Envelope): Result<Csnp | Psnp, DecodeError> {
  const tlvs = readTlvs(new ByteReader(bytes, layout.header));
  if (!tlvs.ok) return tlvs;
  const common = { level: layout.level as Level, source: nodeAt(bytes, 10), tlvs: tlvs.value };
  if (layout.kind === 'psnp') return ok({ kind: 'psnp', ...common });
  return ok({ kind: 'csnp', ...common, start: lspIdAt(bytes, 17), end: lspIdAt(bytes, 25) });
}

/** A PDU that `openPdu` let pass. An LSP's checksum is not looked at: what to make of it is the update process's. */
export function readPdu(envelope: Envelope): Result<Pdu, DecodeError> {
  switch (envelope.layout.kind) {
    case 'lan-hello':
    case 'p2p-hello':
      return readHello(envelope);
    case 'lsp': {
      const tlvs = lspTlvs(envelope.bytes);
      return tlvs.ok ? ok({ kind: 'lsp', ...lspHead(envelope), tlvs: tlvs.value }) : tlvs;
    }
    default:
      return readSnp(envelope);
  }
}

function typeOf(pdu: Pdu): number {
  if (pdu.kind === 'p2p-hello') return PDU.p2pHello;
  const first = { 'lan-hello': PDU.lanHello1, lsp: PDU.lsp1, csnp: PDU.csnp1, psnp: PDU.psnp1 }[pdu.kind];
  const second = { 'lan-hello': PDU.lanHello2, lsp: PDU.lsp2, csnp: PDU.csnp2, psnp: PDU.psnp2 }[pdu.kind];
  return pdu.level === 1 ? first : second;
}

/** The byte that `LspFlags` are. */
export const flagsByte = (flags: LspFlags): number =>
  (flags.partition ? 0x80 : 0) | (flags.attached << 3) | (flags.overload ? 0x04 : 0) | flags.isType;

function writeFixed(writer: ByteWriter, pdu: Pdu): void {
  switch (pdu.kind) {
    case 'lan-hello':
    case 'p2p-hello':
      writer.u8(pdu.circuitType).bytes(idBytes(pdu.source)).u16(pdu.holdSeconds).u16(0);
      if (pdu.kind === 'p2p-hello') writer.u8(pdu.circuitId);
      else writer.u8(pdu.priority).bytes(idBytes(pdu.lanId));
      break;
    case 'lsp':
      writer.u16(0).u16(pdu.lifetime).bytes(idBytes(pdu.id)).u32(pdu.sequence).u16(pdu.checksum);
      writer.u8(flagsByte(pdu.flags));
      break;
    case 'csnp':
      writer.u16(0).bytes(idBytes(pdu.source)).bytes(idBytes(pdu.start)).bytes(idBytes(pdu.end));
      break;
    default:
      writer.u16(0).bytes(idBytes(pdu.source));
  }
}

/** The bytes of a PDU. `body`: its TLVs, when they are bytes already. */
export function writePdu(pdu: Pdu, body?: Uint8Array): Uint8Array {
  const writer = new ByteWriter(256);
  const type = typeOf(pdu);
  const layout = LAYOUTS.get(type) as Layout;
  writer.u8(DISCRIMINATOR).u8(layout.header).u8(1).u8(0).u8(type).u8(1).u8(0).u8(0);
  writeFixed(writer, pdu);
  if (body) writer.bytes(body);
  else for (const tlv of pdu.tlvs) writeTlv(writer, tlv);
  return writer.patch16(layout.lengthAt, writer.length).done();
}

/** Puts the right checksum into an LSP that is being made: the only time that anybody edits one. */
export function sealLsp(bytes: Uint8Array): void {
  bytes[CHECKSUM_AT] = 0;
  bytes[CHECKSUM_AT + 1] = 0;
  const sum = fletcher(bytes.subarray(SUM_FROM), CHECKSUM_AT - SUM_FROM);
  bytes[CHECKSUM_AT] = sum >>> 8;
  bytes[CHECKSUM_AT + 1] = sum & 0xff;
}

/** The same LSP with another Remaining Lifetime, as a copy: how it is sent. */
export function withLifetime(bytes: Uint8Array, lifetime: number): Uint8Array {
  const copy = bytes.slice();
  copy[LIFETIME_AT] = lifetime >>> 8;
  copy[LIFETIME_AT + 1] = lifetime & 0xff;
  return copy;
}

function summary(pdu: Pdu): string {
  switch (pdu.kind) {
    case 'lan-hello':
      return `L${pdu.level} LAN hello from ${pdu.source}, LAN ${pdu.lanId}, hold ${pdu.holdSeconds} s`;
    case 'p2p-hello':
      return `point-to-point hello from ${pdu.source}, hold ${pdu.holdSeconds} s`;
    case 'lsp':
      return `L${pdu.level} LSP ${pdu.id} sequence ${pdu.sequence} lifetime ${pdu.lifetime} s`;
    case 'csnp':
      return `L${pdu.level} CSNP from ${pdu.source}, ${pdu.start} to ${pdu.end}`;
    case 'psnp':
      return `L${pdu.level} PSNP from ${pdu.source}`;
  }
}

/** Without the LLC header. */
export const isisPdu: PacketCodec<Pdu> = {
  name: 'IS-IS',
  encode: (pdu) => writePdu(pdu),
  decode: (bytes) => {
    const opened = openPdu(bytes);
    return opened.ok ? readPdu(opened.value) : opened;
  },
  summary,
};
