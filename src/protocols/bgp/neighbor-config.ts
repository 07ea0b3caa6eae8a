// What the BGP process is told of one neighbour: complete, every default filled in by the operating system.

import type { Ip4 } from '../../base/ip.ts';
import type { Policy } from '../../policy/policy.ts';
import type { SiteOfOrigin } from '../../route/community.ts';
import type { VrfName } from '../../route/names.ts';
import type { Micros } from '../../sim/time.ts';
import type { BfdTimers } from '../plugin.ts';
import type { Dampening } from './dampening-config.ts';
import type { FamilyName } from './iana.ts';

/** Prefixes that a neighbour may send. */
export interface MaximumPrefix {
  readonly limit: number;
  /** Percent of the limit at which somebody is told; 0: nobody. */
  readonly warnAt: number;
  /** Beyond the limit: told only, or the session ends. */
  readonly teardown: boolean;
  /** It comes back by itself after so long; undefined: when somebody clears it. */
  readonly restart: Micros | undefined;
}

/**
 * Private ASs (RFC 6996 §5) in paths that are told. 'all': none stays. 'leading': those before the first public one go.
 * 'if-only': they go where the path has no other. 'replace', 'leading-replace': our AS stands in their place.
 * 'nearest': the public AS that is nearest before them, or ours, does. Who is told stays in the path, whatever its number.
 */
export type RemovePrivate = 'off' | 'leading' | 'leading-replace' | 'if-only' | 'all' | 'replace' | 'nearest';

/** MED of what is told, unless the export policy sets one. */
export type MetricOut =
  | { readonly kind: 'fixed'; readonly value: number }
  /** The metric to the path's next hop plus the offset; 'minimum-igp': the least that it ever was. */
  | { readonly kind: 'igp' | 'minimum-igp'; readonly offset: number };

/** Some routes are told only while others are there, or are not. */
export interface ConditionalTelling {
  /** Which routes: those that it accepts, as it leaves them. */
  readonly which: Policy;
  /** A best path of the same table that it accepts is there ('exist'), or is not. */
  readonly when: Policy;
  readonly exists: boolean;
}

/** One address family of one neighbour. */
export interface NeighborFamily {
  /** Undefined: everything, unchanged. */
  readonly importPolicy: Policy | undefined;
  readonly exportPolicy: Policy | undefined;
  /** What it told is kept for a policy that changes (soft reconfiguration): it need not be asked to tell it again. */
  readonly keepInbound: boolean;
  /**
   * 'self': this router, whoever told us; 'self-external': this router for what came from outside, while what is
   * reflected keeps its own. 'unchanged': even to external peers.
   */
  readonly nexthop: 'rules' | 'self' | 'self-external' | 'unchanged';
  /** It is a client of this route reflector. RFC 4456 §4 */
  readonly client: boolean;
  readonly sendStandard: boolean;
  readonly sendExtended: boolean;
  readonly sendLarge: boolean;
  readonly maximumPrefix: MaximumPrefix | undefined;
  /** A default route is told to it, whether there is one or not. */
  readonly defaultOriginate: boolean;
  /** How often the own AS may stand in a path that it sends. */
  readonly ownAsAllowed: number;
  /** Its own AS in the path is replaced by ours. */
  readonly asOverride: boolean;
  readonly removePrivate: RemovePrivate;
  /** Routes that it told us are told back to it as well. */
  readonly tellBack: boolean;
  /** Of every path it sends; undefined: 0, or what the policy says. */
  readonly weight: number | undefined;
  /** Path identifiers. RFC 7911; `send`: so many paths, 0: only the best. */
  readonly addPath: { readonly receive: boolean; readonly send: number };
  /** The default route is told while a route of the VRF's table passes, with the attributes that it sets. */
  readonly defaultPolicy?: Policy;
  readonly conditional?: readonly ConditionalTelling[];
  /** Of what aggregates suppress, this is told to the neighbour all the same. */
  readonly unsuppress?: Policy;
  /** Paths that begin with the neighbour's own AS are told to it. Absent: yes. */
  readonly tellPeerAs?: boolean;
  /** The best path of peers is told although the routing table prefers another's route. For `tells: 'active'`. */
  readonly tellInactive?: boolean;
  /** Where the best path is an internal one, the best external one is told inside. Absent: no. */
  readonly bestExternal?: boolean;
  readonly metricOut?: MetricOut;
  /** It is put on everything that comes in, and what bears it already is not told to this neighbour. RFC 4364 §7 */
  readonly siteOfOrigin?: SiteOfOrigin;
  /** AIGP is sent and believed. Absent: inside the AS. RFC 7311 §3.4 */
  readonly aigp?: boolean;
  /** 'all': even what its path says is a loop. 'none': nothing that is not in use; it is asked for again. Absent: all but loops. */
  readonly keep?: 'all' | 'none';
  /** Route preference of its paths. Absent: the table's for their kind. */
  readonly preference?: number;
  /** Local preference of its paths, unless a policy sets one; of what is told, inside. Absent: as told. */
  readonly localPref?: number;
  /** Local preference of what it tells with the community GRACEFUL_SHUTDOWN. RFC 8326 §4.1; absent: as without. */
  readonly shutdownPref?: number;
  /**
   * The session is to go: what is told bears GRACEFUL_SHUTDOWN, inside this local preference, which paths of an external
   * peer get as well. RFC 8326 §4.2; absent: it stays.
   */
  readonly leavingPref?: number;
  /** Absent: the family's of the VRF. */
  readonly dampening?: Dampening;
  /** Labels are needed on the way to its next hops ('labeled'), or none, or whichever way is better. Absent: 'labeled' for families with labels. */
  readonly resolve?: 'unicast' | 'labeled' | 'both';
  /** Where its labelled paths are put: for packets ('unicast'), or as ways to next hops ('labeled'). Absent: 'unicast'. */
  readonly into?: 'unicast' | 'labeled' | 'both';
  /** The export policy is asked about routes of this router's own VRFs as well as about those of others. Absent: yes. */
  readonly policyForVrfs?: boolean;
  /** Counts paths after the import policy. */
  readonly maximumAccepted?: MaximumPrefix;
}

/** Another AS number than the process's towards this neighbour. */
export interface LocalAs {
  readonly asn: number;
  /** It is put into paths that this neighbour sends. */
  readonly prependIn: boolean;
  /** The process's own AS stands in paths that it is sent, before this one. */
  readonly prependOwn: boolean;
  /** How often it may stand in a path that comes in. */
  readonly loops: number;
  /** The neighbour may know us by the process's AS as well. Absent: no. */
  readonly dual?: boolean;
}

export interface BgpNeighbor {
  readonly vrf: VrfName;
  readonly address: Ip4;
  readonly remoteAs: number;
  readonly localAs: LocalAs | undefined;
  readonly description: string | undefined;
  /** Never opens a connection. */
  readonly passive: boolean;
  readonly shutdown: boolean;
  readonly localAddress: Ip4 | undefined;
  readonly md5: string | undefined;
  /** Of packets to it; undefined: the router's usual one. */
  readonly ttl: number | undefined;
  /** RFC 5082 */
  readonly minTtl: number | undefined;
  /** It must be on a link of this router, and so must be the next hops it sends. */
  readonly direct: boolean;
  /** RFC 4271 §4.2: 0, or three seconds at least. */
  readonly holdTime: Micros;
  /** At most a third of the agreed hold time, when that is shorter. */
  readonly keepalive: Micros;
  readonly connectRetry: Micros;
  /** From the end of a session to the next attempt. RFC 4271 §8.1.1 IdleHoldTime */
  readonly idleHold: Micros;
  /** RFC 4271 §9.2.1.1; 0: at once. */
  readonly advertisementInterval: Micros;
  readonly families: Readonly<Partial<Record<FamilyName, NeighborFamily>>>;
  /** Capability of RFC 4724, offered when defined; seconds. */
  readonly gracefulRestart: number | undefined;
  /** Families are named in it: this router goes on forwarding while it restarts. RFC 4724 §3; absent: none is. */
  readonly keepsForwarding?: boolean;
  readonly bfd: BfdTimers | undefined;
  /** The group that its owner put it in. */
  readonly group: string | undefined;
  /** Only opens connections and answers none. Absent: no. */
  readonly activeOnly?: boolean;
  /** The least hold time that it may offer. Absent: three seconds. */
  readonly leastHold?: Micros;
  /** A change of the tables is told so long after. Absent: at once. */
  readonly outDelay?: Micros;
  /** Its paths must begin with its AS. Absent: as the process says. */
  readonly enforceFirstAs?: boolean;
  /** Requests are answered with a beginning and an end. RFC 7313; absent: no. */
  readonly enhancedRefresh?: boolean;
  /** What it told is used for so long after it is gone, until it comes back. RFC 4724 §4.2; absent: not at all. */
  readonly helper?: { readonly stale: Micros };
  /** No capabilities are offered. RFC 5492; absent: they are. */
  readonly plainOpen?: boolean;
}

/** Is AIGP sent and believed there? RFC 7311 §3.4 */
export const addsUp = ({ aigp }: Pick<NeighborFamily, 'aigp'>, external: boolean): boolean => aigp ?? !external;
