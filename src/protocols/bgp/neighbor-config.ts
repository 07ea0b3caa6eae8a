// What the BGP process is told of one neighbour: complete, every default filled in by the operating system.

import type { Ip4 } from '../../base/ip.ts';
import type { Policy } from '../../policy/policy.ts';
import type { VrfName } from '../../route/names.ts';
import type { Micros } from '../../sim/time.ts';
import type { BfdTimers } from '../plugin.ts';
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

/** 'all': every private AS of the path. 'leading': those before the first that is not. RFC 6996 §5 */
export type RemovePrivate = 'off' | 'leading' | 'all' | 'replace';

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
  /** Capability of RFC 4724, offered and nothing more; seconds. */
  readonly gracefulRestart: number | undefined;
  readonly bfd: BfdTimers | undefined;
  /** The group that its owner put it in. */
  readonly group: string | undefined;
}
