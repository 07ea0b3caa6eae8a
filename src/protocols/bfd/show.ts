// What can be asked of BFD: rows of facts, the union of what vendors print.

import type { Ip } from '../../base/ip.ts';
import type { IfName, ProcessId, VrfName } from '../../route/names.ts';
import type { Micros } from '../../sim/time.ts';
import type { BfdPath, BfdTimers } from '../plugin.ts';
import type { BfdDiagnostic, BfdState } from './iana.ts';
import type { BfdPacket } from './packet.ts';

/** By their codes. RFC 5880 §4.1 */
export { DIAGNOSTICS } from './iana.ts';

/** What the process reports. `state` is what the session's clients are told. */
export interface BfdEvent {
  readonly kind: 'bfd-session';
  readonly path: BfdPath;
  readonly state: 'up' | 'down' | 'admin-down';
  readonly diagnostic: BfdDiagnostic;
  readonly localDiscriminator: number;
}

/** Packets and the microseconds between them. */
export interface BfdIntervals {
  readonly count: number;
  readonly least: Micros | undefined;
  readonly most: Micros | undefined;
  readonly average: Micros | undefined;
  /** When the last one was. */
  readonly last: Micros | undefined;
}

export interface BfdSessionRow {
  readonly vrf: VrfName;
  readonly peer: Ip;
  /** Undefined: over several hops. */
  readonly on: IfName | undefined;
  /** Own address; undefined: none is known. */
  readonly local: Ip | undefined;
  readonly state: BfdState;
  readonly remoteState: BfdState;
  readonly localDiscriminator: number;
  readonly remoteDiscriminator: number;
  readonly diagnostic: BfdDiagnostic;
  /** As heard last. */
  readonly remoteDiagnostic: BfdDiagnostic | undefined;
  /** As its clients want it. */
  readonly wanted: BfdTimers;
  readonly clients: readonly { readonly id: ProcessId; readonly timers: BfdTimers }[];
  /** As announced: slower than wanted while the session is not up. */
  readonly minTx: Micros;
  readonly minRx: Micros;
  readonly remoteMinTx: number;
  readonly remoteMinRx: number;
  readonly remoteMultiplier: number;
  /** As negotiated, before jitter; undefined: the peer wants no packets. */
  readonly transmitInterval: Micros | undefined;
  /** Undefined: nothing was heard yet. */
  readonly detectionTime: Micros | undefined;
  readonly slowInterval: Micros;
  readonly polling: boolean;
  readonly upSince: Micros | undefined;
  readonly downSince: Micros | undefined;
  /** How long it was up before it went down last. */
  readonly lastUptime: Micros | undefined;
  readonly failures: number;
  readonly sent: BfdIntervals;
  readonly received: BfdIntervals;
  readonly lastPacket: BfdPacket | undefined;
  readonly fromPort: number;
}

export interface BfdQueries {
  /** By peer and interface. */
  'bfd.sessions': { args: { readonly vrf?: VrfName }; answer: readonly BfdSessionRow[] };
}
