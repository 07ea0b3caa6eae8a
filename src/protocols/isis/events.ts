// What an IS-IS process reports, in no vendor's words.

import type { IfName, VrfName } from '../../route/names.ts';
import type { LspId, SystemId } from './net-address.ts';
import type { AuthFault } from './packet/auth.ts';
import type { Level } from './packet/pdu.ts';

/** Why an adjacency came or went. */
export type AdjacencyReason =
  | 'new'
  | 'hold-time'
  | 'interface-down'
  | 'circuit-removed'
  | 'no-area'
  | 'wrong-level'
  /** The neighbour does not see this router (any more). */
  | 'one-way'
  | 'restarted'
  | 'bfd'
  | 'cleared'
  | 'other-system';

interface Of {
  /** The instance's name. */
  readonly instance: string;
  readonly vrf: VrfName;
}

export type IsisEvent =
  | (Of & {
      readonly kind: 'isis-adjacency';
      readonly up: boolean;
      readonly levels: readonly Level[];
      readonly system: SystemId;
      /** Its name, where it is known. */
      readonly hostname: string | undefined;
      readonly on: IfName;
      readonly reason: AdjacencyReason;
    })
  /** A PDU was not believed. Told once a reason and circuit until one is. */
  | (Of & {
      readonly kind: 'isis-authentication';
      readonly on: IfName;
      readonly pdu: 'hello' | 'lsp' | 'csnp' | 'psnp';
      readonly level: Level | undefined;
      readonly fault: AuthFault;
      readonly lsp: LspId | undefined;
    })
  | (Of & { readonly kind: 'isis-overload'; readonly on: boolean })
  /** More to say than 256 LSPs hold. */
  | (Of & { readonly kind: 'isis-lsp-full'; readonly level: Level })
  /** Another router uses this one's system ID. */
  | (Of & { readonly kind: 'isis-duplicate-system'; readonly on: IfName; readonly system: SystemId })
  /** This router's LSPs ran out of sequence numbers: it is silent until the old ones have aged out. ISO 10589 §7.3.16.1 */
  | (Of & { readonly kind: 'isis-sequence-exhausted'; readonly level: Level })
  /** An LSP of the other system with the sequence number and a different checksum. ISO 10589 §7.3.16.2 */
  | (Of & { readonly kind: 'isis-lsp-confused'; readonly level: Level; readonly lsp: LspId });
