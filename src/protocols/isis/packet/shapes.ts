// The shapes of TLVs: what the variable-length fields say.   ISO 10589 §9.8; RFC 1195 §5.3; RFC 5120, 5301, 5303, 5305, 5308

import type { Ip4, Ip6 } from '../../../base/ip.ts';
import type { Mac } from '../../../base/mac.ts';
import type { AreaAddress, LspId, SystemId } from '../net-address.ts';
import type { NarrowNeighbour, NarrowPrefix, WideNeighbour, WidePrefix } from './reach.ts';
import type { SubTlv } from './sub-tlv.ts';

/** What an SNP says of one LSP. ISO 10589 §9.10 */
export interface LspEntry {
  readonly lifetime: number;
  readonly id: LspId;
  readonly sequence: number;
  readonly checksum: number;
}

/** Adjacency Three-Way State. RFC 5303 §3.1 */
export type ThreeWayState = 'Up' | 'Initializing' | 'Down';

/** Who the sender means by the neighbour on this link. */
export interface ThreeWayNeighbour {
  readonly system: SystemId;
  /** Undefined: the short form without it. */
  readonly circuit: number | undefined;
}

/** A topology that a router takes part in. RFC 5120 §7.1 */
export interface MtMember {
  readonly topology: number;
  readonly overload: boolean;
  readonly attached: boolean;
}

export type Tlv =
  | { readonly kind: 'areas'; readonly areas: readonly AreaAddress[] }
  | { readonly kind: 'is-narrow'; readonly virtual: number; readonly neighbours: readonly NarrowNeighbour[] }
  | { readonly kind: 'lan-neighbours'; readonly snpas: readonly Mac[] }
  | { readonly kind: 'padding'; readonly bytes: Uint8Array }
  | { readonly kind: 'entries'; readonly entries: readonly LspEntry[] }
  | { readonly kind: 'authentication'; readonly type: number; readonly value: Uint8Array }
  | { readonly kind: 'purge-originator'; readonly systems: readonly SystemId[] }
  | { readonly kind: 'buffer-size'; readonly size: number }
  | { readonly kind: 'is-wide'; readonly neighbours: readonly WideNeighbour[] }
  | { readonly kind: 'ip-internal'; readonly prefixes: readonly NarrowPrefix[] }
  | { readonly kind: 'protocols'; readonly nlpids: readonly number[] }
  | { readonly kind: 'ip-external'; readonly prefixes: readonly NarrowPrefix[] }
  | { readonly kind: 'ip-addresses'; readonly addresses: readonly Ip4[] }
  | { readonly kind: 'router-id'; readonly address: Ip4 }
  | { readonly kind: 'ip-wide'; readonly prefixes: readonly WidePrefix[] }
  | { readonly kind: 'hostname'; readonly name: string }
  | { readonly kind: 'topologies'; readonly topologies: readonly MtMember[] }
  | { readonly kind: 'mt-is'; readonly topology: number; readonly neighbours: readonly WideNeighbour[] }
  | { readonly kind: 'mt-ip'; readonly topology: number; readonly prefixes: readonly WidePrefix[] }
  | { readonly kind: 'mt-ipv6'; readonly topology: number; readonly prefixes: readonly WidePrefix[] }
  | { readonly kind: 'ipv6-addresses'; readonly addresses: readonly Ip6[] }
  | { readonly kind: 'ipv6'; readonly prefixes: readonly WidePrefix[] }
  | {
      readonly kind: 'three-way';
      readonly state: ThreeWayState;
      /** Extended Local Circuit ID; undefined: the form of one byte. */
      readonly circuit: number | undefined;
      readonly neighbour: ThreeWayNeighbour | undefined;
    }
  | { readonly kind: 'capability'; readonly routerId: Ip4; readonly flags: number; readonly sub: readonly SubTlv[] }
  /** Of a type that is not known here, or with a body that is not right (RFC 8918 §3.2): kept as it came. */
  | { readonly kind: 'other'; readonly type: number; readonly value: Uint8Array };

export type TlvKind = Tlv['kind'];
/** The TLV of one kind. */
export type TlvOf<K extends TlvKind> = Extract<Tlv, { readonly kind: K }>;
