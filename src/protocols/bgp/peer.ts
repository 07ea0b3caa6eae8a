// A neighbour and what is known of it; what the whole process shares.                RFC 4271 §3.2, §8.1.1

import type { Ip4 } from '../../base/ip.ts';
import { ip4Text } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import { byText, SortedMap } from '../../base/sorted-map.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import type { VrfName } from '../../route/names.ts';
import type { Micros } from '../../sim/time.ts';
import type { ProcessContext, StreamKey } from '../plugin.ts';
import type { BgpConfig } from './config.ts';
import type { BgpEvent, DownReason } from './events.ts';
import type { FamilyName } from './iana.ts';
import type { LocRib } from './model.ts';
import type { BgpNeighbor, NeighborFamily } from './neighbor-config.ts';
import type { Dialect } from './packet/attribute.ts';
import type { BgpError } from './packet/error.ts';
import { MessageStream } from './packet/framing.ts';
import type { Nlri } from './packet/nlri.ts';
import type { Open } from './packet/open.ts';
import type { Refusal } from './refusal.ts';
import type { BgpState } from './session-fsm.ts';
import type { BgpTraits } from './traits.ts';

export type Context = ProcessContext<BgpTraits, BgpEvent>;

/** One connection, or the attempt at one. */
export interface Line {
  readonly id: number;
  state: BgpState;
  stream: StreamKey | undefined;
  /** The peer opened it. */
  readonly passive: boolean;
  readonly framing: MessageStream;
  /** What the peer said of itself here. */
  open: Open | undefined;
}

/** What both sides can do. */
export interface Agreement {
  readonly hold: Micros;
  readonly keepalive: Micros;
  readonly families: ReadonlySet<FamilyName>;
  readonly reading: Dialect;
  readonly writing: Dialect;
  readonly refresh: boolean;
  readonly gracefulRestart: boolean;
}

/** A path as it was told: the Adj-RIB-In before any policy. */
export interface Told {
  readonly family: FamilyName;
  readonly nlri: Nlri;
  readonly attributes: PathAttributes;
  readonly at: Micros;
  /** What became of it: undefined is in the Loc-RIB. */
  refused: Refusal | undefined;
  /** The next hop that is watched for it. */
  hop: string | undefined;
}

/** A path as it was told to the peer: the Adj-RIB-Out. */
export interface Sent {
  readonly family: FamilyName;
  readonly nlri: Nlri;
  readonly attributes: PathAttributes;
  /** Equal for equal attributes. */
  readonly text: string;
}

export interface Counters {
  opens: number;
  updates: number;
  notifications: number;
  keepalives: number;
  refreshes: number;
}

export interface Peer {
  readonly name: string;
  config: BgpNeighbor;
  /** The first one is the session's own, the second a rival until the collision is settled. */
  readonly lines: Line[];
  agreement: Agreement | undefined;
  routerId: Ip4 | undefined;
  /** Own address of the session. */
  local: Ip4 | undefined;
  since: Micros | undefined;
  readonly told: SortedMap<string, Told>;
  readonly sent: SortedMap<string, Sent>;
  /** Nets that may have to be told, or told otherwise, by family and table. */
  readonly due: SortedMap<string, Due>;
  /** The first round of routes is out. */
  synced: Set<FamilyName>;
  readonly received: Counters;
  readonly sentMessages: Counters;
  established: number;
  dropped: number;
  lastDown: { readonly reason: DownReason; readonly at: Micros } | undefined;
  lastError: { readonly error: BgpError; readonly sent: boolean; readonly at: Micros } | undefined;
  lastRead: Micros | undefined;
  lastWrite: Micros | undefined;
  /** It sent more than it may and waits for somebody. */
  overLimit: boolean;
  warned: boolean;
}

/** A net that a peer may have to hear of. */
export interface Due {
  readonly family: FamilyName;
  readonly table: VrfName;
  readonly prefix: Prefix;
}

/** A next hop that is watched, and by how many paths. */
export interface Hop {
  readonly vrf: VrfName;
  readonly gateway: Ip4;
  metric: number | undefined;
  readonly users: Set<string>;
}

/** What all files of the process share. */
export interface Speaker {
  readonly context: Context;
  config: BgpConfig;
  routerId: Ip4 | undefined;
  readonly rib: LocRib;
  readonly peers: SortedMap<string, Peer>;
  readonly hops: Map<string, Hop>;
  /** Nets of which copies are to be made, changed or looked at when the import timer fires. */
  readonly pending: Set<Prefix>;
  /** Nets of which a copy may not be held any more: to be looked at before anything is decided. */
  readonly suspect: Set<Prefix>;
  /** FECs that have a label, and for which nets. */
  readonly labels: Map<string, Set<string>>;
  lines: number;
}

export const peerName = (vrf: VrfName, address: Ip4): string => `${vrf} ${ip4Text(address)}`;

const counters = (): Counters => ({ opens: 0, updates: 0, notifications: 0, keepalives: 0, refreshes: 0 });

export const freshLine = (speaker: Speaker, stream?: StreamKey): Line => ({
  id: ++speaker.lines,
  state: stream ? 'active' : 'idle',
  stream,
  passive: stream !== undefined,
  framing: new MessageStream(),
  open: undefined,
});

export const freshPeer = (speaker: Speaker, config: BgpNeighbor): Peer => ({
  name: peerName(config.vrf, config.address),
  config,
  lines: [freshLine(speaker)],
  agreement: undefined,
  routerId: undefined,
  local: undefined,
  since: undefined,
  told: new SortedMap(byText),
  sent: new SortedMap(byText),
  due: new SortedMap(byText),
  synced: new Set(),
  received: counters(),
  sentMessages: counters(),
  established: 0,
  dropped: 0,
  lastDown: undefined,
  lastError: undefined,
  lastRead: undefined,
  lastWrite: undefined,
  overLimit: false,
  warned: false,
});

const RANK: Readonly<Record<BgpState, number>> = {
  idle: 0,
  connect: 2,
  active: 1,
  'open-sent': 3,
  'open-confirm': 4,
  established: 5,
};

/** How far the session is: as far as its farthest connection. */
export const stateOf = (peer: Peer): BgpState =>
  peer.lines.reduce<BgpState>((best, { state }) => (RANK[state] > RANK[best] ? state : best), 'idle');

export const isEstablished = (peer: Peer): boolean => peer.lines[0]?.state === 'established';

/** Inside the AS, inside the confederation, or outside. RFC 4271 §1.1, RFC 5065 §2 */
export type PeerKind = 'internal' | 'confederation' | 'external';

/** The AS that a peer sees us in. RFC 5065 §4 */
export function asnTowards(config: BgpConfig, peer: BgpNeighbor): number {
  if (peer.localAs) return peer.localAs.asn;
  const { confederation } = config;
  const inside = !confederation || peer.remoteAs === config.asn || confederation.members.includes(peer.remoteAs);
  return inside ? config.asn : confederation.identifier;
}

export function kindOf(config: BgpConfig, peer: BgpNeighbor): PeerKind {
  if (peer.remoteAs === asnTowards(config, peer)) return 'internal';
  return config.confederation?.members.includes(peer.remoteAs) ? 'confederation' : 'external';
}

/** What was agreed on and is configured. */
export const familyOfPeer = (peer: Peer, family: FamilyName): NeighborFamily | undefined =>
  peer.agreement?.families.has(family) ? peer.config.families[family] : undefined;
