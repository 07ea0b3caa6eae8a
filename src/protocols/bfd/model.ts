// What a BFD process remembers: shapes only.                                                         RFC 5880 §6.8.1

import { ipText } from '../../base/ip.ts';
import type { Micros } from '../../sim/time.ts';
import type { BfdPath } from '../plugin.ts';
import type { BfdSessionConfig } from './config.ts';
import type { BfdDiagnostic, BfdState } from './iana.ts';
import type { BfdPacket } from './packet.ts';

/** Intervals between packets, as they were seen. */
export interface Intervals {
  count: number;
  sum: number;
  least: Micros | undefined;
  most: Micros | undefined;
  last: Micros | undefined;
}

export const noIntervals = (): Intervals => ({ count: 0, sum: 0, least: undefined, most: undefined, last: undefined });

export interface Session {
  readonly key: string;
  readonly path: BfdPath;
  config: BfdSessionConfig;
  /** bfd.LocalDiscr, bfd.RemoteDiscr */
  readonly localDiscriminator: number;
  remoteDiscriminator: number;
  readonly fromPort: number;
  state: BfdState;
  remoteState: BfdState;
  diagnostic: BfdDiagnostic;
  /** bfd.DesiredMinTxInterval and bfd.RequiredMinRxInterval as they are announced. */
  minTx: Micros;
  minRx: Micros;
  /** As they count: a slower announcement waits for the peer's Final. §6.8.3 */
  txInUse: Micros;
  rxInUse: Micros;
  /** bfd.RemoteMinRxInterval; 0: it wants no packets. */
  remoteMinRx: number;
  remoteMinTx: number;
  remoteMultiplier: number;
  /** A poll sequence is on its way. §6.5 */
  polling: boolean;
  /** The encoded packet, until something in it changes. */
  bytes: Uint8Array | undefined;
  heardAt: Micros | undefined;
  /** The last packet that was heard, as bytes and as it was understood. */
  heardBytes: Uint8Array | undefined;
  heard: BfdPacket | undefined;
  /** When `state` last went to up, and last left it. */
  upSince: Micros | undefined;
  downSince: Micros | undefined;
  /** How long it had been up when it last went down. */
  lastUptime: Micros | undefined;
  readonly sent: Intervals;
  readonly received: Intervals;
  /** How often it went down. */
  failures: number;
}

export interface BfdModel {
  readonly sessions: Map<string, Session>;
  readonly byDiscriminator: Map<number, Session>;
  nextDiscriminator: number;
  nextPort: number;
  slowInterval: Micros;
  /** Packets thrown away, by reason. */
  readonly drops: Map<string, number>;
}

/** One session a neighbour and link, or a pair of ends. RFC 5881 §3, RFC 5883 §3 */
export const keyOf = ({ peer, on, local }: Omit<BfdPath, 'vrf'>): string =>
  `${ipText(peer)} ${on ?? (local === undefined ? '' : `from ${ipText(local)}`)}`;

/** §6.8.4: how long the peer may be silent; undefined: it has said nothing yet. */
export function detectionTime(session: Session): Micros | undefined {
  if (session.remoteMultiplier === 0) return undefined;
  return (session.remoteMultiplier * Math.max(session.rxInUse, session.remoteMinTx)) as Micros;
}

/** §6.8.7: between our packets, before jitter; undefined: the peer wants none. */
export function transmitInterval(session: Session): Micros | undefined {
  return session.remoteMinRx === 0 ? undefined : (Math.max(session.txInUse, session.remoteMinRx) as Micros);
}
