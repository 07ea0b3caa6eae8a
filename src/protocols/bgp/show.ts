// What can be asked of the BGP process: rows of facts.

import type { Ip4 } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import type { Label } from '../../route/label.ts';
import type { VrfName } from '../../route/names.ts';
import type { RouteDistinguisher } from '../../route/route-distinguisher.ts';
import type { Micros } from '../../sim/time.ts';
import type { Rung } from './config.ts';
import type { DownReason, SessionChange } from './events.ts';
import type { FamilyName } from './iana.ts';
import type { BgpNeighbor } from './neighbor-config.ts';
import type { BgpError } from './packet/error.ts';
import type { Nlri } from './packet/nlri.ts';
import type { Open } from './packet/open.ts';
import type { Refusal, Withheld } from './refusal.ts';
import type { BgpState } from './session-fsm.ts';

/** One path to one prefix. */
export interface BgpPathRow {
  readonly attributes: PathAttributes;
  readonly weight: number;
  /** Who told us: nobody for a path that this router originated. A local path that was imported counts as external. */
  readonly from:
    | 'local'
    | {
        readonly peer: Ip4;
        readonly routerId: Ip4;
        readonly external: boolean;
        /** Of another AS of our confederation. */
        readonly confederation?: true;
      };
  /** `network` (sourced, local) or redistributed; undefined for a received path. */
  readonly origination: 'network' | 'redistributed' | 'aggregate' | undefined;
  readonly valid: boolean;
  readonly best: boolean;
  /** Used beside the best one. */
  readonly multipath?: true;
  /** The next hop is found in this table. */
  readonly nexthopVrf: VrfName;
  readonly igpMetric: number;
  /** A copy that an import made: of which net. */
  readonly importedFrom:
    | {
        /** Undefined: of the global table. */
        readonly rd: RouteDistinguisher | undefined;
        readonly prefix: Prefix;
        readonly vrf: VrfName | undefined;
      }
    | undefined;
  readonly since: Micros;
  /** Where it lost against the best path. */
  readonly lostAt: Rung | undefined;
  /** Labels that it came with, from the top. */
  readonly labels?: readonly Label[];
  /** Path identifiers that it came with and that it is told with. RFC 7911 */
  readonly receivedId?: number;
  readonly sentId?: number;
  /** Told by a client of this reflector. */
  readonly client?: true;
  /** Aggregates hide it. */
  readonly suppressed?: true;
  /** It flapped: what it earned, and whether it is out of use for it. */
  readonly dampening?: BgpFlapRow;
  /** It is gone, and only its flaps are remembered. */
  readonly history?: true;
  /** Its peer is gone, and it is used until that comes back. RFC 4724 §4.2 */
  readonly stale?: true;
  /** Of its peer's table, at the time it came: 1, and one more for every refresh. */
  readonly refreshEpoch?: number;
  /** Of its origin: nobody looked. RFC 6811 §2 */
  readonly validation?: 'unverified' | 'not-found' | 'valid' | 'invalid';
  /** Route preference of its own. */
  readonly preference?: number;
  /** What tells it from others in the routing table, where that holds every path. */
  readonly slot?: string;
  /** Kept but never used, and why. */
  readonly hidden?: Refusal;
  /** The next hop's way is no label-switched path, and it needs one. */
  readonly noLsp?: true;
}

/** What a path has earned by its flaps. RFC 2439 §4.4 */
export interface BgpFlapRow {
  readonly penalty: number;
  readonly flaps: number;
  readonly firstFlap: Micros;
  readonly lastFlap: Micros;
  readonly suppressed: boolean;
  /** It may be used again after so long. */
  readonly reuseIn: Micros | undefined;
  /** The set of parameters that holds for it; undefined: the usual one. */
  readonly set: string | undefined;
}

/** One prefix of one table. */
export interface BgpNetRow {
  readonly prefix: Prefix;
  /** Table version at which its best path last changed. */
  readonly version: number;
  /** In the order in which the vendor lists them. */
  readonly paths: readonly BgpPathRow[];
  /** The best path is not the one in the routing table. */
  readonly ribFailure: boolean;
  /** Numbers of the update groups that are told it, and the peers in them, by address. */
  readonly updateGroups?: readonly number[];
  readonly toldTo?: readonly Ip4[];
  /** The label that this router told it with. */
  readonly localLabel?: Label;
  /** An aggregate hides it from everybody. */
  readonly suppressed?: true;
}

/** The nets of one route distinguisher, or of the global table. */
export interface BgpTableRow {
  readonly rd: RouteDistinguisher | undefined;
  readonly vrf: VrfName | undefined;
  /** Of this VRF, where it has its own; otherwise the process's. */
  readonly routerId: Ip4 | undefined;
  readonly nets: readonly BgpNetRow[];
}

export interface BgpSummaryRow {
  readonly asn: number;
  readonly routerId: Ip4 | undefined;
  readonly version: number;
  readonly nets: number;
  readonly paths: number;
}

/** One address family of a peer. */
export interface BgpPeerFamilyRow {
  readonly family: FamilyName;
  /** Both sides speak it. */
  readonly agreed: boolean;
  /** Told by the peer; of these in the tables. */
  readonly received: number;
  readonly accepted: number;
  readonly advertised: number;
  /** The first round of routes is out. */
  readonly synced: boolean;
  readonly addPathReceive: boolean;
  readonly addPathSend: boolean;
  /** Peers with one number are told the same. Absent: it is not up. */
  readonly updateGroup?: number;
  /** Of what it told: in use, used beside the best, out of use for its flaps. */
  readonly best?: number;
  readonly multipath?: number;
  readonly dampened?: number;
  readonly history?: number;
  /** What is in use and the routing table has active. */
  readonly active?: number;
  readonly activity?: BgpPrefixActivity;
  /** Prefixes that were not taken in, and not told, by reason. Counted since the session came up. */
  readonly deniedIn?: Readonly<Partial<Record<Refusal, number>>>;
  readonly deniedOut?: Readonly<Partial<Record<Withheld, number>>>;
  /** Rounds of the whole table, begun with 1. */
  readonly epochIn?: number;
  readonly epochOut?: number;
  /** Nets that wait to be told. */
  readonly pending?: number;
}

/** Prefixes that came and went in this session, either way. */
export interface BgpPrefixActivity {
  readonly announcedIn: number;
  readonly announcedOut: number;
  /** Another announcement took its place. */
  readonly implicitIn: number;
  readonly implicitOut: number;
  readonly explicitIn: number;
  readonly explicitOut: number;
  /** In one message, the most and the fewest; 0: none was sent. */
  readonly mostNlri: number;
  readonly fewestNlri: number;
}

/** Messages, by type. */
export interface BgpMessageCounts {
  readonly opens: number;
  readonly updates: number;
  readonly notifications: number;
  readonly keepalives: number;
  readonly refreshes: number;
}

/** One neighbour. */
export interface BgpPeerRow {
  readonly config: BgpNeighbor;
  readonly kind: 'internal' | 'confederation' | 'external';
  /** The AS that it sees us in. */
  readonly localAs: number;
  readonly state: BgpState;
  /** Up, or down, since then; undefined: never was up. */
  readonly since: Micros | undefined;
  /** When it was made known. */
  readonly madeAt: Micros;
  readonly routerId: Ip4 | undefined;
  /** Own address of the session that stands. */
  readonly local: Ip4 | undefined;
  /** The peer opened the connection. */
  readonly passive: boolean;
  /** What it said of itself. */
  readonly open: Open | undefined;
  /** As agreed; 0: nobody is missed. */
  readonly hold: Micros | undefined;
  readonly keepalive: Micros | undefined;
  readonly as4: boolean;
  readonly refresh: boolean;
  readonly gracefulRestart: boolean;
  readonly families: readonly BgpPeerFamilyRow[];
  readonly received: BgpMessageCounts;
  readonly sent: BgpMessageCounts;
  readonly lastRead: Micros | undefined;
  readonly lastWrite: Micros | undefined;
  /** How often it came up, how often it went. */
  readonly established: number;
  readonly dropped: number;
  readonly lastDown: { readonly reason: DownReason; readonly at: Micros; readonly changed?: SessionChange } | undefined;
  readonly lastError: { readonly error: BgpError; readonly sent: boolean; readonly at: Micros } | undefined;
  /** Errors by code, in their order; connections that gave way to others are left out. */
  readonly errors: readonly { readonly code: number; readonly sent: number; readonly received: number }[];
  /** It sent more prefixes than it may and waits. */
  readonly overLimit: boolean;
  /** Nets that wait for the advertisement interval. */
  readonly pending: number;
  /** The connection of the session that stands. */
  readonly tcp?: { readonly localPort: number; readonly peerPort: number; readonly since: Micros };
  /** It came by itself, out of this range. */
  readonly dynamic?: Prefix;
  /** It was told, or asked for, so many times; with beginnings and ends. RFC 7313 */
  readonly enhancedRefresh?: boolean;
  /** The AS that it knows us by, where it may be one of two. */
  readonly shownAs?: number;
  /** Bytes since the connection was made. */
  readonly bytes?: { readonly received: number; readonly sent: number };
  /** Updates with attributes that could not be read, and what became of them. RFC 7606 */
  readonly malformed?: { readonly discarded: number; readonly withdrawn: number };
  /** What it says of its restarts; families of which it kept what it forwards are `saved`. RFC 4724 §3 */
  readonly restarts?: {
    readonly seconds: number;
    readonly families: readonly FamilyName[];
    readonly saved: readonly FamilyName[];
  };
  /** This router restarts, and has chosen no paths yet. */
  readonly restarting?: boolean;
}

/** Peers that are told the same, so that it is worked out once. */
export interface BgpUpdateGroupRow {
  readonly number: number;
  readonly family: FamilyName;
  readonly vrf: VrfName;
  readonly kind: 'internal' | 'confederation' | 'external';
  /** By address. */
  readonly peers: readonly Ip4[];
  /** Messages that were made for it, and sent to all of its peers together. */
  readonly formatted: number;
  readonly replicated: number;
}

/** A path as a peer told it: the Adj-RIB-In before any policy. */
export interface BgpReceivedRow {
  readonly family: FamilyName;
  readonly nlri: Nlri;
  readonly attributes: PathAttributes;
  readonly since: Micros;
  /** Why it is not in the tables; undefined: it is. */
  readonly refused: Refusal | undefined;
}

/** A path as a peer was told it: the Adj-RIB-Out after every policy. */
export interface BgpSentRow {
  readonly family: FamilyName;
  readonly nlri: Nlri;
  readonly attributes: PathAttributes;
}

/** Which peer. */
export interface OfPeer {
  readonly vrf: VrfName;
  readonly peer: Ip4;
}

/** How often an entry of a prefix list took a route, for policies of neighbours. */
export interface BgpListHitRow {
  readonly list: string;
  readonly sequence: number;
  readonly hits: number;
}

export interface BgpQueries {
  /** By list and sequence number; undefined: no BGP runs here. */
  'bgp.list-hits': { args: object; answer: readonly BgpListHitRow[] | undefined };
  /** By number; empty: nobody is up. */
  'bgp.update-groups': { args: { readonly family?: FamilyName }; answer: readonly BgpUpdateGroupRow[] | undefined };
  /** By VRF and address; only `vrf`'s when given. Undefined: no BGP runs here. */
  'bgp.peers': { args: { readonly vrf?: VrfName }; answer: readonly BgpPeerRow[] | undefined };
  /** Undefined: no such peer. */
  'bgp.received': { args: OfPeer; answer: readonly BgpReceivedRow[] | undefined };
  'bgp.advertised': { args: OfPeer; answer: readonly BgpSentRow[] | undefined };
  /** Undefined: no BGP runs here. */
  'bgp.summary': {
    args: { readonly family: 'ipv4' | 'vpnv4' | 'rtfilter'; readonly vrf?: VrfName };
    answer: BgpSummaryRow | undefined;
  };
  /**
   * ipv4: the global table. vpnv4: one row a distinguisher, sorted by it; only `vrf`'s or `rd`'s when given. rtfilter:
   * memberships as prefixes (`route/membership.ts`).
   */
  'bgp.tables': {
    args: {
      readonly family: 'ipv4' | 'vpnv4' | 'rtfilter';
      readonly vrf?: VrfName;
      readonly rd?: RouteDistinguisher;
      /** What peers told, even under the distinguisher of a VRF of this router, and nothing else. */
      readonly told?: true;
    };
    answer: readonly BgpTableRow[] | undefined;
  };
}
