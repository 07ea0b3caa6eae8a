// What can be asked of the BGP process: rows of facts.

import type { Ip4 } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import type { PathAttributes } from '../../route/attributes.ts';
import type { VrfName } from '../../route/names.ts';
import type { RouteDistinguisher } from '../../route/route-distinguisher.ts';
import type { Micros } from '../../sim/time.ts';
import type { Rung } from './config.ts';
import type { DownReason } from './events.ts';
import type { FamilyName } from './iana.ts';
import type { BgpNeighbor } from './neighbor-config.ts';
import type { BgpError } from './packet/error.ts';
import type { Nlri } from './packet/nlri.ts';
import type { Open } from './packet/open.ts';
import type { Refusal } from './refusal.ts';
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
        readonly rd: RouteDistinguisher;
        readonly prefix: Prefix;
        readonly vrf: VrfName | undefined;
      }
    | undefined;
  readonly since: Micros;
  /** Where it lost against the best path. */
  readonly lostAt: Rung | undefined;
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
  readonly lastDown: { readonly reason: DownReason; readonly at: Micros } | undefined;
  readonly lastError: { readonly error: BgpError; readonly sent: boolean; readonly at: Micros } | undefined;
  /** It sent more prefixes than it may and waits. */
  readonly overLimit: boolean;
  /** Nets that wait for the advertisement interval. */
  readonly pending: number;
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

export interface BgpQueries {
  /** By VRF and address; only `vrf`'s when given. Undefined: no BGP runs here. */
  'bgp.peers': { args: { readonly vrf?: VrfName }; answer: readonly BgpPeerRow[] | undefined };
  /** Undefined: no such peer. */
  'bgp.received': { args: OfPeer; answer: readonly BgpReceivedRow[] | undefined };
  'bgp.advertised': { args: OfPeer; answer: readonly BgpSentRow[] | undefined };
  /** Undefined: no BGP runs here. */
  'bgp.summary': {
    args: { readonly family: 'ipv4' | 'vpnv4'; readonly vrf?: VrfName };
    answer: BgpSummaryRow | undefined;
  };
  /** ipv4: the global table. vpnv4: one row a distinguisher, sorted by it; only `vrf`'s or `rd`'s when given. */
  'bgp.tables': {
    args: {
      readonly family: 'ipv4' | 'vpnv4';
      readonly vrf?: VrfName;
      readonly rd?: RouteDistinguisher;
    };
    answer: readonly BgpTableRow[] | undefined;
  };
}
