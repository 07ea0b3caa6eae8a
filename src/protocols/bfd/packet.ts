// The BFD control packet.                                                                              RFC 5880 §4.1

import { ByteReader, ByteWriter } from '../../base/bytes.ts';
import { must } from '../../base/must.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { DecodeError, PacketCodec } from '../../net/codec.ts';
import { type BfdState, DIAGNOSTICS, STATES } from './iana.ts';

const VERSION = 1;
/** The mandatory section. */
export const LENGTH = 24;
const FLAG = { poll: 0x20, final: 0x10, independent: 0x08, authenticated: 0x04, demand: 0x02, multipoint: 0x01 };

export interface BfdPacket {
  /** As a number: codes beyond the registry are kept. */
  readonly diagnostic: number;
  readonly state: BfdState;
  readonly poll: boolean;
  readonly final: boolean;
  readonly controlPlaneIndependent: boolean;
  readonly demand: boolean;
  /** Reserved; a packet with it set is dropped. */
  readonly multipoint: boolean;
  readonly multiplier: number;
  readonly myDiscriminator: number;
  /** 0: not known. */
  readonly yourDiscriminator: number;
  /** Microseconds. */
  readonly desiredMinTx: number;
  readonly requiredMinRx: number;
  readonly requiredMinEchoRx: number;
  /** The authentication section as it came, type and length included; undefined: there is none. RFC 5880 §4.2 */
  readonly authentication: Uint8Array | undefined;
}

function encode(packet: BfdPacket): Uint8Array {
  const { authentication } = packet;
  const length = LENGTH + (authentication?.length ?? 0);
  must(length <= 255, `a BFD packet of ${length} bytes`);
  const flags =
    (packet.poll ? FLAG.poll : 0) |
    (packet.final ? FLAG.final : 0) |
    (packet.controlPlaneIndependent ? FLAG.independent : 0) |
    (authentication ? FLAG.authenticated : 0) |
    (packet.demand ? FLAG.demand : 0) |
    (packet.multipoint ? FLAG.multipoint : 0);
  return new ByteWriter(length)
    .u8((VERSION << 5) | packet.diagnostic)
    .u8((STATES.indexOf(packet.state) << 6) | flags)
    .u8(packet.multiplier)
    .u8(length)
    .u32(packet.myDiscriminator)
    .u32(packet.yourDiscriminator)
    .u32(packet.desiredMinTx)
    .u32(packet.requiredMinRx)
    .u32(packet.requiredMinEchoRx)
    .bytes(authentication ?? new Uint8Array(0))
    .done();
}

function decode(bytes: Uint8Array): Result<BfdPacket, DecodeError> {
  const reader = new ByteReader(bytes);
  const first = reader.u8();
  const second = reader.u8();
  const multiplier = reader.u8();
  const length = reader.u8();
  if (bytes.length < LENGTH) return err({ kind: 'short', need: LENGTH, have: bytes.length });
  if (first >>> 5 !== VERSION) return err({ kind: 'version', got: first >>> 5 });
  const authenticated = (second & FLAG.authenticated) !== 0;
  // RFC 5880 §6.8.6: the least length, and no more than there is.
  if (length < LENGTH + (authenticated ? 2 : 0) || length > bytes.length)
    return err({ kind: 'length', field: 'packet', got: length });
  return ok({
    diagnostic: first & 0x1f,
    state: STATES[second >>> 6] as BfdState,
    poll: (second & FLAG.poll) !== 0,
    final: (second & FLAG.final) !== 0,
    controlPlaneIndependent: (second & FLAG.independent) !== 0,
    demand: (second & FLAG.demand) !== 0,
    multipoint: (second & FLAG.multipoint) !== 0,
    multiplier,
    myDiscriminator: reader.u32(),
    yourDiscriminator: reader.u32(),
    desiredMinTx: reader.u32(),
    requiredMinRx: reader.u32(),
    requiredMinEchoRx: reader.u32(),
    authentication: authenticated ? bytes.slice(LENGTH, length) : undefined,
  });
}

export const bfdPacket: PacketCodec<BfdPacket> = {
  name: 'BFD',
  encode,
  decode,
  summary(p) {
    const flags = `${p.poll ? ' poll' : ''}${p.final ? ' final' : ''}`;
    const diagnostic = p.diagnostic === 0 ? '' : ` (${DIAGNOSTICS[p.diagnostic] ?? p.diagnostic})`;
    return `${p.state}${diagnostic}${flags}, ${p.myDiscriminator} > ${p.yourDiscriminator}, ${p.desiredMinTx}/${p.requiredMinRx} us x ${p.multiplier}`;
  },
};
