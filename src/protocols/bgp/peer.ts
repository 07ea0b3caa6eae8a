// A neighbour and what is known of it; what the whole process shares.                RFC 4271 §3.2, §8.1.1

import { type Ip4, ip4Text } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import { byNumber, SortedMap } from '../../base/sorted-map.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import type { VrfName } from '../../route/names.ts';
import type { Nexthop } from '../../route/route.ts';
import type { Micros } from '../../sim/time.ts';
import type { BfdPath, ProcessContext, StreamKey } from '../plugin.ts';
import type { Circumstances } from './circumstances.ts';
import type { Aggregate, BgpConfig } from './config.ts';
import { Flaps } from './dampening.ts';
import type { LadderFacts } from './decision.ts';
import type { BgpEvent, DownReason, SessionChange } from './events.ts';
import type { FamilyName } from './iana.ts';
import type { LocRib, Path, Wishes } from './model.ts';
import type { BgpNeighbor, ConditionalTelling, LocalAs, NeighborFamily } from './neighbor-config.ts';
import { NlriBook } from './nlri-book.ts';
import type { Dialect } from './packet/attribute.ts';
import type { BgpError } from './packet/error.ts';
import { MessageStream } from './packet/framing.ts';
import type { Nlri } from './packet/nlri.ts';
import type { Open } from './packet/open.ts';
import type { PolicyNumbers } from './policy-numbers.ts';
import type { Refusal, Withheld } from './refusal.ts';
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
  /** Refreshes have a beginning and an end. RFC 7313 */
  readonly enhancedRefresh: boolean;
}

/** A path as it was told: the Adj-RIB-In before any policy. */
export interface Told {
  readonly family: FamilyName;
  readonly nlri: Nlri;
  readonly attributes: PathAttributes;
  readonly at: Micros;
  readonly by: Peer;
  /** Of the peer's table at that time. */
  epoch: number;
  /** What became of it: undefined is in the Loc-RIB. */
  refused: Refusal | undefined;
  /** It is among those that are in. */
  counted: boolean;
  /** By which it was judged when it came, where that counts until a soft clear. */
  rules: NeighborFamily | undefined;
  /** The set of dampening parameters that a policy named for it. */
  set?: string | undefined;
  /** The next hop that is watched for it. */
  hop: Hop | undefined;
  /** Its session ended, and it waits for another; or a refresh has begun that has not named it yet. */
  stale: 'session' | 'refresh' | undefined;
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
  /** Of its paths in tables. */
  readonly pathKey: string;
  config: BgpNeighbor;
  /** The first one is the session's own, the second a rival until the collision is settled. */
  readonly lines: Line[];
  agreement: Agreement | undefined;
  /** What it said of itself when the session came up. */
  lastOpen: Open | undefined;
  routerId: Ip4 | undefined;
  /** Own address of the session. */
  local: Ip4 | undefined;
  since: Micros | undefined;
  readonly madeAt: Micros;
  readonly told: NlriBook<Told>;
  /** The groups in which it is told what it is told. */
  readonly groups: Map<FamilyName, UpdateGroup>;
  /** What it told of targets, made ready; undefined: to be made. */
  wishes?: Wishes | undefined;
  /** What it had to tell when the session came up, it has told. */
  toldAll: boolean;
  /** Families of which it has told everything. RFC 4724 §2 */
  readonly ended: Set<FamilyName>;
  /** The first round of routes is out. */
  readonly synced: Set<FamilyName>;
  readonly flaps: Flaps;
  readonly activity: Map<FamilyName, FamilyActivity>;
  /** It came by itself, out of this range. */
  readonly dynamic: Prefix | undefined;
  /** It is shown the process's AS instead of the one that is configured for it. */
  showsOwn: boolean;
  readonly malformed: { discarded: number; withdrawn: number };
  readonly bytes: { received: number; sent: number };
  readonly received: Counters;
  readonly sentMessages: Counters;
  established: number;
  dropped: number;
  lastDown: { readonly reason: DownReason; readonly at: Micros; readonly changed?: SessionChange } | undefined;
  lastError: { readonly error: BgpError; readonly sent: boolean; readonly at: Micros } | undefined;
  /** Where BFD watches it. */
  watched: BfdPath | undefined;
  /** By code, in their order; a connection that gave way to another (6/7) is no error of the session. */
  readonly errors: SortedMap<number, { sent: number; received: number }>;
  lastRead: Micros | undefined;
  lastWrite: Micros | undefined;
  /** It sent more than it may and waits for somebody. */
  overLimit: boolean;
}

/** What one family of a peer went through since the session came up. */
export interface FamilyActivity {
  epochIn: number;
  epochOut: number;
  announcedIn: number;
  announcedOut: number;
  implicitIn: number;
  implicitOut: number;
  explicitIn: number;
  explicitOut: number;
  mostNlri: number;
  fewestNlri: number;
  accepted: number;
  /** The limit was reported. */
  warned: boolean;
  readonly deniedIn: Map<Refusal, number>;
}

/** By which ways a next hop is looked for. */
export type Search = 'unicast' | 'labeled' | 'both';

/** A next hop that is watched, and for whom: paths, and sessions by their names. */
export interface Hop {
  readonly name: string;
  readonly vrf: VrfName;
  readonly gateway: Ip4;
  readonly search: Search;
  metric: number | undefined;
  /** The least that it ever was. */
  least: number | undefined;
  readonly paths: Set<Told>;
  /** Of routes without labels that lead there. */
  nexthops: readonly Nexthop[] | undefined;
  readonly users: Set<string>;
}

/** A path as it was told: the Adj-RIB-Out of a group. */
export interface Sent {
  readonly family: FamilyName;
  readonly nlri: Nlri;
  readonly attributes: PathAttributes;
  /** The peer that told it, which does not hear of it again. */
  readonly from: string | undefined;
}

/**
 * Peers that are told the same: it is worked out once, and written to all of them. What differs between them is only
 * that none hears its own paths again.
 */
export interface UpdateGroup {
  readonly key: string;
  /** The same for groups that differ in nothing but the address of this router. */
  readonly number: number;
  readonly face: string;
  readonly family: FamilyName;
  readonly vrf: VrfName;
  readonly kind: PeerKind;
  /** Of any of its members: they agree in everything that matters. */
  config: BgpNeighbor;
  terms: NeighborFamily;
  readonly shownAs: number;
  readonly local: Ip4 | undefined;
  readonly dialect: Dialect;
  readonly members: Set<Peer>;
  /** Nets that may have to be told, or told otherwise, by table. */
  readonly due: Map<VrfName, Set<Prefix>>;
  readonly sent: NlriBook<Sent>;
  /** What becomes of paths with these attributes, by who told them. */
  /** Its only member says which targets it wants. RFC 4684 */
  readonly chooser?: Peer;
  cache: WeakMap<PathAttributes, Map<string, PathAttributes | Withheld>>;
  readonly denied: Map<Withheld, number>;
  /** What is told on conditions, and the nets that meet them. */
  conditions: readonly { readonly telling: ConditionalTelling; readonly matching: Set<Prefix> }[];
  /** Routes of the VRF's table that ask for a default route. */
  readonly defaults: Set<Prefix>;
  formatted: number;
  replicated: number;
  /** The delay before changes are told is over. */
  released: boolean;
  /** Its members have been told the whole table once. */
  synced: boolean;
}

/** An aggregate, and the best paths of the nets that it is made of. */
export interface AggregateState {
  readonly vrf: VrfName;
  readonly aggregate: Aggregate;
  readonly parts: Map<Prefix, Path>;
  /** Nets that are not told beside it. */
  readonly hides: Set<Prefix>;
  /** Its parts have changed since it was made. */
  stale?: boolean;
}

/** What all files of the process share. */
export interface Speaker {
  readonly context: Context;
  config: BgpConfig;
  routerId: Ip4 | undefined;
  readonly rib: LocRib;
  readonly peers: SortedMap<string, Peer>;
  /** By key: whoever is told the same. */
  readonly groups: SortedMap<string, UpdateGroup>;
  /** Policies that were seen, so that equal ones are known as such. */
  readonly policies: PolicyNumbers;
  /** What policies ask beyond a path. */
  readonly around: Circumstances;
  /** Aggregates and what they are made of. */
  readonly aggregates: SortedMap<string, AggregateState>;
  /** VRFs in which connections are heard. */
  listening: ReadonlySet<VrfName>;
  readonly hops: Map<string, Hop>;
  /** Nets of which copies are to be made, changed or looked at when the import timer fires. */
  readonly pending: Set<Prefix>;
  /** Nets of which a copy may not be held any more: to be looked at before anything is decided. */
  readonly suspect: Set<Prefix>;
  /** FECs that have a label, and for which nets; nets, and which FECs they use. */
  readonly labels: Map<string, Set<string>>;
  readonly labelled: Map<string, Set<string>>;
  lines: number;
  /**
   * After a restart, until everybody has told everything: 'choosing' waits with the choice of paths, 'telling' with what is
   * told of them.                                                                                    RFC 4724 §4.1
   */
  deferred: 'choosing' | 'telling' | undefined;
  /** This process took over what another one forwarded. */
  restarted: boolean;
  /** Somebody wants to know of every message. */
  traced: boolean;
  /** What the ladder of a table needs to know. */
  factsOf(vrf: VrfName): LadderFacts;
  /** A net is hidden by an aggregate, or no longer: whoever hears of it must hear of that. */
  reveal(vrf: VrfName, prefix: Prefix): void;
  /** Everything of the group is to be looked at again. */
  again(group: UpdateGroup): void;
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

const freshActivity = (): FamilyActivity => ({
  epochIn: 1,
  epochOut: 1,
  announcedIn: 0,
  announcedOut: 0,
  implicitIn: 0,
  implicitOut: 0,
  explicitIn: 0,
  explicitOut: 0,
  mostNlri: 0,
  fewestNlri: 0,
  accepted: 0,
  warned: false,
  deniedIn: new Map(),
});

export function activityOf(peer: Peer, family: FamilyName): FamilyActivity {
  const known = peer.activity.get(family);
  if (known) return known;
  const fresh = freshActivity();
  peer.activity.set(family, fresh);
  return fresh;
}

export const freshPeer = (speaker: Speaker, config: BgpNeighbor, dynamic?: Prefix): Peer => ({
  name: peerName(config.vrf, config.address),
  pathKey: `peer ${peerName(config.vrf, config.address)}`,
  config,
  lines: [freshLine(speaker)],
  agreement: undefined,
  lastOpen: undefined,
  routerId: undefined,
  local: undefined,
  since: undefined,
  madeAt: speaker.context.now,
  told: new NlriBook(),
  groups: new Map(),
  toldAll: false,
  ended: new Set(),
  synced: new Set(),
  flaps: new Flaps(),
  activity: new Map(),
  dynamic,
  showsOwn: false,
  malformed: { discarded: 0, withdrawn: 0 },
  bytes: { received: 0, sent: 0 },
  received: counters(),
  sentMessages: counters(),
  established: 0,
  dropped: 0,
  lastDown: undefined,
  lastError: undefined,
  watched: undefined,
  errors: new SortedMap(byNumber),
  lastRead: undefined,
  lastWrite: undefined,
  overLimit: false,
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

/** Our AS in a VRF. */
export const ownAsn = (config: BgpConfig, vrf: VrfName): number => config.families[vrf]?.asn ?? config.asn;

/** Our identifier in a VRF. */
export const ownId = ({ config, routerId }: Pick<Speaker, 'config' | 'routerId'>, vrf: VrfName): Ip4 | undefined =>
  config.vpns[vrf]?.routerId ?? config.families[vrf]?.routerId ?? routerId;

type Known = Pick<Peer, 'config' | 'showsOwn'>;

/** The AS number that this peer alone is shown. RFC 7705 */
export const localAsOf = ({ config, showsOwn }: Known): LocalAs | undefined => (showsOwn ? undefined : config.localAs);

/** The AS that a peer sees us in. RFC 5065 §4 */
export function asnTowards(config: BgpConfig, peer: Known): number {
  const local = localAsOf(peer);
  if (local) return local.asn;
  const { remoteAs, vrf } = peer.config;
  const own = ownAsn(config, vrf);
  const { confederation } = config;
  const inside = !confederation || remoteAs === own || confederation.members.includes(remoteAs);
  return inside ? own : confederation.identifier;
}

export function kindOf(config: BgpConfig, peer: Known): PeerKind {
  const { remoteAs, vrf } = peer.config;
  if (remoteAs === asnTowards(config, peer) || remoteAs === ownAsn(config, vrf)) return 'internal';
  return config.confederation?.members.includes(remoteAs) ? 'confederation' : 'external';
}

/** What was agreed on and is configured. */
export const familyOfPeer = (peer: Peer, family: FamilyName): NeighborFamily | undefined =>
  peer.agreement?.families.has(family) ? peer.config.families[family] : undefined;
