// How the body of each TLV is read and written.    ISO 10589 §9.8, §9.10; RFC 1195 §5.3; RFC 5120 §7, 5303 §3.1, 6232 §3, 7981 §2

import { type ByteReader, type ByteWriter, fromAscii } from '../../../base/bytes.ts';
import { type Ip4, type Ip6, ip4 } from '../../../base/ip.ts';
import { mac } from '../../../base/mac.ts';
import { TLV } from '../iana.ts';
import { type AreaAddress, areaBytes, areaText, idBytes, lspIdAt, type SystemId, systemAt } from '../net-address.ts';
import {
  readAll,
  readNarrowNeighbour,
  readNarrowPrefix,
  readPrefix6,
  readWideNeighbour,
  readWidePrefix,
  writeNarrowNeighbour,
  writeNarrowPrefix,
  writeWideNeighbour,
  writeWidePrefix,
} from './reach.ts';
import type { LspEntry, MtMember, ThreeWayState, TlvKind, TlvOf } from './shapes.ts';
import { readSubTlvs, writeSubTlvs } from './sub-tlv.ts';

/** One TLV's type and body. `read` answers undefined, or leaves the reader short, when the body is not right. */
export interface Form<K extends TlvKind> {
  readonly type: number;
  read(body: ByteReader): Omit<TlvOf<K>, 'kind'> | undefined;
  write(writer: ByteWriter, tlv: TlvOf<K>): void;
}

/** A body that is a list of like entries. */
function list<K extends TlvKind, T, N extends string>(
  type: number,
  name: N,
  read: (body: ByteReader) => T | undefined,
  write: (writer: ByteWriter, one: T) => void,
): Form<K> {
  return {
    type,
    read: (body) => {
      const all = readAll(body, read);
      return all && ({ [name]: all } as unknown as Omit<TlvOf<K>, 'kind'>);
    },
    write: (writer, tlv) => {
      for (const one of (tlv as unknown as Record<N, readonly T[]>)[name]) write(writer, one);
    },
  };
}

/** The same, behind the number of a topology. RFC 5120 §7.2 */
function inTopology<K extends TlvKind, T, N extends string>(
  type: number,
  name: N,
  read: (body: ByteReader) => T | undefined,
  write: (writer: ByteWriter, one: T) => void,
): Form<K> {
  const inner = list<K, T, N>(type, name, read, write);
  return {
    type,
    read: (body) => {
      const topology = body.u16() & 0xfff;
      const rest = body.short ? undefined : inner.read(body);
      return rest && ({ topology, ...rest } as unknown as Omit<TlvOf<K>, 'kind'>);
    },
    write: (writer, tlv) => {
      writer.u16((tlv as unknown as { readonly topology: number }).topology);
      inner.write(writer, tlv);
    },
  };
}

function readArea(body: ByteReader): AreaAddress | undefined {
  const bytes = body.take(body.u8());
  return bytes.length === 0 || bytes.length > 20 ? undefined : areaText(bytes);
}

function writeArea(writer: ByteWriter, area: AreaAddress): void {
  const bytes = areaBytes(area);
  writer.u8(bytes.length).bytes(bytes);
}

function readSystem(body: ByteReader): SystemId | undefined {
  const bytes = body.take(6);
  return body.short ? undefined : systemAt(bytes, 0);
}

const writeSystem = (writer: ByteWriter, system: SystemId): void => {
  writer.bytes(idBytes(system));
};

/** ISO 10589 §9.10: Remaining Lifetime, LSP ID, LSP Sequence Number, Checksum. */
function readEntry(body: ByteReader): LspEntry | undefined {
  const lifetime = body.u16();
  const id = body.take(8);
  const sequence = body.u32();
  const checksum = body.u16();
  return body.short ? undefined : { lifetime, id: lspIdAt(id, 0), sequence, checksum };
}

function writeEntry(writer: ByteWriter, one: LspEntry): void {
  writer.u16(one.lifetime).bytes(idBytes(one.id)).u32(one.sequence).u16(one.checksum);
}

function readMember(body: ByteReader): MtMember {
  const word = body.u16();
  return { topology: word & 0xfff, overload: (word & 0x8000) !== 0, attached: (word & 0x4000) !== 0 };
}

function writeMember(writer: ByteWriter, one: MtMember): void {
  writer.u16(one.topology | (one.overload ? 0x8000 : 0) | (one.attached ? 0x4000 : 0));
}

function readIp6(body: ByteReader): Ip6 {
  const high = body.u64();
  return ((high << 64n) | body.u64()) as Ip6;
}

function writeIp6(writer: ByteWriter, address: Ip6): void {
  writer.u64(address >> 64n).u64(address & 0xffffffffffffffffn);
}

/** In the order of their numbers. */
const THREE_WAY: readonly ThreeWayState[] = ['Up', 'Initializing', 'Down'];

/** RFC 5303 §3.1: 1, 5, 11 or 15 bytes. */
function readThreeWay(body: ByteReader): Omit<TlvOf<'three-way'>, 'kind'> | undefined {
  const length = body.left;
  const state = THREE_WAY[body.u8()];
  if (state === undefined || ![1, 5, 11, 15].includes(length)) return undefined;
  const circuit = length >= 5 ? body.u32() : undefined;
  const system = length >= 11 ? readSystem(body) : undefined;
  if (!system) return { state, circuit, neighbour: undefined };
  return { state, circuit, neighbour: { system, circuit: length === 15 ? body.u32() : undefined } };
}

function writeThreeWay(writer: ByteWriter, { state, circuit, neighbour }: TlvOf<'three-way'>): void {
  writer.u8(THREE_WAY.indexOf(state));
  if (circuit === undefined) return;
  writer.u32(circuit);
  if (!neighbour) return;
  writeSystem(writer, neighbour.system);
  if (neighbour.circuit !== undefined) writer.u32(neighbour.circuit);
}

/** Every TLV that is understood. */
export const FORMS: { readonly [K in Exclude<TlvKind, 'other'>]: Form<K> } = {
  areas: list(TLV.areas, 'areas', readArea, writeArea),
  'is-narrow': {
    type: TLV.narrowIs,
    read: (body) => {
      const virtual = body.u8();
      const neighbours = readAll(body, readNarrowNeighbour);
      return neighbours && { virtual, neighbours };
    },
    write: (writer, tlv) => {
      writer.u8(tlv.virtual);
      for (const one of tlv.neighbours) writeNarrowNeighbour(writer, one);
    },
  },
  'lan-neighbours': list(
    TLV.lanNeighbours,
    'snpas',
    (body) => mac(body.u16() * 2 ** 32 + body.u32()),
    (writer, snpa) => writer.u16(Math.floor(snpa / 2 ** 32)).u32(snpa % 2 ** 32),
  ),
  padding: {
    type: TLV.padding,
    read: (body) => ({ bytes: body.rest() }),
    write: (writer, tlv) => writer.bytes(tlv.bytes),
  },
  entries: list(TLV.entries, 'entries', readEntry, writeEntry),
  authentication: {
    type: TLV.authentication,
    read: (body) => ({ type: body.u8(), value: body.rest() }),
    write: (writer, tlv) => writer.u8(tlv.type).bytes(tlv.value),
  },
  'purge-originator': {
    type: TLV.purgeOriginator,
    read: (body) => {
      const count = body.u8();
      const systems = readAll(body, readSystem);
      return systems?.length === count ? { systems } : undefined;
    },
    write: (writer, tlv) => {
      writer.u8(tlv.systems.length);
      for (const system of tlv.systems) writeSystem(writer, system);
    },
  },
  'buffer-size': {
    type: TLV.bufferSize,
    read: (body) => (body.left === 2 ? { size: body.u16() } : undefined),
    write: (writer, tlv) => writer.u16(tlv.size),
  },
  'is-wide': list(TLV.wideIs, 'neighbours', readWideNeighbour, writeWideNeighbour),
  'ip-internal': list(TLV.ipInternal, 'prefixes', readNarrowPrefix, writeNarrowPrefix),
  protocols: list(
    TLV.protocols,
    'nlpids',
    (body) => body.u8(),
    (writer, nlpid) => writer.u8(nlpid),
  ),
  'ip-external': list(TLV.ipExternal, 'prefixes', readNarrowPrefix, writeNarrowPrefix),
  'ip-addresses': list(
    TLV.ipAddresses,
    'addresses',
    (body) => ip4(body.u32()),
    (writer, address: Ip4) => writer.u32(address),
  ),
  'router-id': {
    type: TLV.routerId,
    read: (body) => (body.left === 4 ? { address: ip4(body.u32()) } : undefined),
    write: (writer, tlv) => writer.u32(tlv.address),
  },
  'ip-wide': list(TLV.ipWide, 'prefixes', readWidePrefix, writeWidePrefix),
  hostname: {
    type: TLV.hostname,
    read: (body) => (body.left === 0 ? undefined : { name: String.fromCharCode(...body.rest()) }),
    write: (writer, tlv) => writer.bytes(fromAscii(tlv.name)),
  },
  topologies: list(TLV.topologies, 'topologies', readMember, writeMember),
  'mt-is': inTopology(TLV.mtIs, 'neighbours', readWideNeighbour, writeWideNeighbour),
  'mt-ip': inTopology(TLV.mtIp, 'prefixes', readWidePrefix, writeWidePrefix),
  'mt-ipv6': inTopology(TLV.mtIpv6, 'prefixes', readPrefix6, writeWidePrefix),
  'ipv6-addresses': list(TLV.ipv6Addresses, 'addresses', readIp6, writeIp6),
  ipv6: list(TLV.ipv6, 'prefixes', readPrefix6, writeWidePrefix),
  'three-way': { type: TLV.threeWay, read: readThreeWay, write: writeThreeWay },
  capability: {
    type: TLV.capability,
    read: (body) => {
      const routerId = ip4(body.u32());
      const flags = body.u8();
      const sub = body.short ? undefined : readSubTlvs(body);
      return sub && { routerId, flags, sub };
    },
    write: (writer, tlv) => {
      writer.u32(tlv.routerId).u8(tlv.flags);
      writeSubTlvs(writer, tlv.sub);
    },
  },
};
