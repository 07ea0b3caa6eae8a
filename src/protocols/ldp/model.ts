// What an LDP process remembers: shapes, and the few questions that everyone asks of them.

import type { Ip4 } from '../../base/ip.ts';
import { comparePrefix, type Prefix } from '../../base/prefix.ts';
import { byText, SortedMap } from '../../base/sorted-map.ts';
import type { ForwardingPath, TableKind } from '../../net/rib-types.ts';
import type { Label } from '../../route/label.ts';
import type { IfName } from '../../route/names.ts';
import type { Route } from '../../route/route.ts';
import type { Micros } from '../../sim/time.ts';
import type { ProcessContext, StreamKey } from '../plugin.ts';
import type { LdpConfig } from './config.ts';
import type { PduStream } from './packet/framing.ts';
import type { MessageKind } from './packet/message.ts';
import type { LsrId } from './packet/tlv.ts';
import type { LdpState } from './session-fsm.ts';
import type { DownReason, LdpEvent, SyncFact } from './show.ts';
import type { LdpTraits } from './traits.ts';

export type Context = ProcessContext<LdpTraits, LdpEvent>;

/** Somebody whose Hellos are heard. RFC 5036 §2.4 */
export interface Adjacency {
  readonly key: string;
  /** Undefined: targeted. */
  readonly on: IfName | undefined;
  /** Where the Hellos come from. */
  readonly from: Ip4;
  readonly lsr: LsrId;
  /** The peer's end of the session, and ours. */
  transport: Ip4;
  localTransport: Ip4;
  /** As each side proposes it; 0xffff: for ever. */
  peerHoldSeconds: number;
  localHoldSeconds: number;
  /** As agreed: the lesser of both. */
  hold: Micros | 'infinite';
  /** It asks us to answer its targeted Hellos. */
  requestsTargeted: boolean;
  sequence: number | undefined;
  heardAt: Micros;
  readonly since: Micros;
}

/** What both sides agreed on. RFC 5036 §3.5.3 */
export interface Agreement {
  readonly hold: Micros;
  readonly keepalive: Micros;
  readonly maxPdu: number;
}

export type MessageCounts = Map<MessageKind | 'unknown', number>;

/** Another LSR, as long as its Hellos are heard. */
export interface Peer {
  readonly name: string;
  readonly lsr: LsrId;
  /** In the order in which they were met. */
  readonly uid: number;
  readonly adjacencies: SortedMap<string, Adjacency>;
  state: LdpState;
  /** The connection, open or being opened. */
  stream: StreamKey | undefined;
  framing: PduStream;
  agreement: Agreement | undefined;
  /** Hold time and capabilities as the peer proposed them. */
  proposedHold: Micros | undefined;
  capabilities: readonly number[];
  /** When the state last changed, and when the session came up. */
  changedAt: Micros;
  upSince: Micros | undefined;
  heardAt: Micros;
  sentAt: Micros;
  /** Encoded messages that wait for the end of the event. */
  readonly outbox: Uint8Array[];
  readonly addresses: Set<Ip4>;
  /** Delay before the next attempt after a refusal; undefined: none was refused. */
  backoff: Micros | undefined;
  /** Peer's configuration sequence number: another one is a new beginning. RFC 5036 §2.5.3 */
  sequence: number | undefined;
  readonly sent: MessageCounts;
  readonly received: MessageCounts;
  /** How often its session went down that had been up. */
  flaps: number;
  lastDown: { readonly reason: DownReason; readonly at: Micros } | undefined;
}

/** A FEC: a prefix, where it leads, and its labels. RFC 5036 §2.1 */
export interface Fec {
  readonly prefix: Prefix;
  /** Undefined: no route; labels of peers are kept all the same (liberal retention, §2.6.2.2). */
  route: Route | undefined;
  /** Where the route leads; empty: this router is its end. */
  ways: readonly ForwardingPath[];
  /** Own label; 'null': this router is the egress. */
  local: Label | 'null' | undefined;
  /** Names the local label in the label space: each new label has another. */
  serial: number;
  /** Labels of peers, by their names. */
  readonly remote: SortedMap<string, number>;
  /** What was told to peers, by their names. */
  readonly told: SortedMap<string, number>;
  /** Number of the last change, among all FECs. */
  revision: number;
}

/** A label that was taken back and is not free before everybody has let it go. RFC 5036 §3.5.10 */
export interface Retiring {
  readonly prefix: Prefix;
  readonly key: string;
  readonly peers: Set<string>;
}

/** A connection that is nobody's yet. RFC 5036 §2.5.3: its first message tells whose it is. */
export interface Stranger {
  readonly stream: StreamKey;
  readonly framing: PduStream;
}

export interface Ldp {
  readonly context: Context;
  config: LdpConfig;
  routerId: Ip4 | undefined;
  /** Number of the next message. */
  messageId: number;
  nextUid: number;
  revision: number;
  readonly peers: SortedMap<string, Peer>;
  readonly adjacencies: SortedMap<string, Adjacency>;
  readonly fecs: SortedMap<Prefix, Fec>;
  /** FECs to be looked at when the event is over, in their order: those of one event get their labels in one go. */
  readonly touched: Set<Prefix>;
  readonly retiring: Map<Label, Retiring>;
  /** FECs whose label was told long enough after their next hop took back its own. */
  readonly expired: Set<Prefix>;
  /** Prefixes with a route of LDP's own, by table. */
  readonly installed: Readonly<Record<TableKind, Set<Prefix>>>;
  /** Far ends of sessions that outlive their links; `holding`: there is no link at the moment. */
  readonly protected: SortedMap<Ip4, { readonly holding: boolean }>;
  /** Interfaces on which Hellos are sent. */
  readonly active: Set<IfName>;
  readonly sync: SortedMap<IfName, SyncFact>;
  /** Connections of those whose Hellos have not come yet, by name. */
  readonly strangers: Map<string, Stranger>;
  /** Adjacencies, sessions or interfaces changed: what hangs on them must be looked at when the event is over. */
  stirred: boolean;
  /** Addresses that peers were told of. */
  advertised: readonly Ip4[];
  /** What was thrown away, by reason. */
  readonly drops: Map<string, number>;
  readonly helloSent: Map<string, number>;
  readonly helloReceived: Map<string, number>;
}

export function freshLdp(context: Context, config: LdpConfig): Ldp {
  return {
    context,
    config,
    routerId: undefined,
    messageId: 0,
    nextUid: 1,
    revision: 0,
    peers: new SortedMap(byText),
    adjacencies: new SortedMap(byText),
    fecs: new SortedMap(comparePrefix),
    touched: new Set(),
    retiring: new Map(),
    strangers: new Map(),
    expired: new Set(),
    installed: { labeled: new Set(), unicast: new Set() },
    protected: new SortedMap<Ip4, { readonly holding: boolean }>((a, b) => a - b),
    active: new Set(),
    sync: new SortedMap<IfName, SyncFact>(byText),
    stirred: true,
    advertised: [],
    drops: new Map(),
    helloSent: new Map(),
    helloReceived: new Map(),
  };
}

export const countOne = (counts: Map<string, number>, what: string): void => {
  counts.set(what, (counts.get(what) ?? 0) + 1);
};

/** Counts a drop and its reason. */
export const dropped = (ldp: Ldp, reason: string): void => countOne(ldp.drops, reason);

/** The peer's name in the order of addresses: its LSR ID in hexadecimal, then as it is written. */
export const peerKey = ({ id, space }: LsrId): string => `${id.toString(16).padStart(8, '0')}:${space}`;

/** RFC 5036 §2.5.2: the greater transport address opens the connection. */
export function isActive(peer: Peer): boolean {
  const adjacency = peer.adjacencies.values()[0];
  return adjacency !== undefined && adjacency.localTransport > adjacency.transport;
}

/** Both ends of the peer's session, as its Hellos and ours say. */
export function transportsOf(peer: Peer): { readonly local: Ip4; readonly remote: Ip4 } | undefined {
  const adjacency = peer.adjacencies.values()[0];
  return adjacency && { local: adjacency.localTransport, remote: adjacency.transport };
}

export const isUp = (peer: Peer): boolean => peer.state === 'operational';

/** Peers whose session is up, in order. */
export const operational = (ldp: Ldp): readonly Peer[] => ldp.peers.values().filter(isUp);

/** Who has told us that this address is his. */
export const ownerOf = (ldp: Ldp, address: Ip4): Peer | undefined =>
  ldp.peers.values().find((peer) => isUp(peer) && peer.addresses.has(address));
