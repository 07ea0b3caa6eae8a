// What an IS-IS process is told: complete, every default filled in by the operating system.

import type { Ip4 } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import type { Policy } from '../../policy/policy.ts';
import type { IfName, ProcessId, VrfName } from '../../route/names.ts';
import type { RouteKind } from '../../route/route.ts';
import type { Micros } from '../../sim/time.ts';
import type { ThrottleConfig } from '../common/throttle.ts';
import type { BfdTimers } from '../plugin.ts';
import type { NetAddress } from './net-address.ts';
import type { AuthKey } from './packet/auth.ts';
import type { Level } from './packet/pdu.ts';

export { type NetAddress, netText, parseNet } from './net-address.ts';
export type { AuthKey } from './packet/auth.ts';
export type { Level } from './packet/pdu.ts';

/** One thing for each level. */
export type PerLevel<T> = Readonly<Record<Level, T>>;

/** With which key PDUs are signed, and whose are believed. */
export interface AuthConfig {
  /** Undefined: nothing is signed. */
  readonly send: AuthKey | undefined;
  /** Any of them will do; none at all, and every PDU is accepted. */
  readonly accept: readonly AuthKey[];
}

/** Metrics of 6 bits, of 24, or both at once. */
export type MetricStyle = 'narrow' | 'wide' | 'both';

/** How hellos are filled up to the MTU, so that a link that cannot carry it does not come up. ISO 10589 §8.2.3 */
export type HelloPadding =
  | 'always'
  | 'never'
  /** Until the neighbour was heard. */
  | 'until-heard'
  /** Until there is an adjacency. */
  | 'until-up'
  /** So many hellos after the circuit came up. */
  | { readonly first: number };

/** An interface at one level. */
export interface CircuitLevelConfig {
  readonly metric: number;
  /** Between hellos; a designated router's come more often (see traits). */
  readonly helloInterval: Micros;
  /** What the neighbour shall wait for the next one. */
  readonly holdSeconds: number;
  /** 0 … 127. The highest is elected. */
  readonly priority: number;
  readonly auth: AuthConfig | undefined;
  /** Between CSNPs: of the designated router on a LAN, of either on a point-to-point link. Undefined: only the first. */
  readonly csnpInterval: Micros | undefined;
}

/** While LDP does not work on a link, its metric is the highest there is, or there is no adjacency yet. RFC 5443 §2 */
export interface LdpSyncConfig {
  /** How long the metric stays so at most; undefined: until LDP works. */
  readonly holdDown: Micros | undefined;
  /** How long no adjacency is formed where LDP is expected without it; undefined: until LDP works. */
  readonly adjacencyAfter: Micros | 'at-once' | undefined;
}

/** An interface that takes part. */
export interface CircuitConfig {
  readonly network: 'broadcast' | 'point-to-point';
  /** Its prefixes are told, but nobody is spoken to. Loopbacks are passive whatever this says. */
  readonly passive: boolean;
  /** Those of the instance that are not here are off on this interface. */
  readonly levels: readonly Level[];
  readonly level: PerLevel<CircuitLevelConfig>;
  /** Are its prefixes told to others? */
  readonly advertise: boolean;
  /** Goes with its prefixes. Wide metrics only. */
  readonly tag: number | undefined;
  readonly padding: HelloPadding;
  /** Between two LSPs sent here. ISO 10589 §7.3.15.6 */
  readonly lspInterval: Micros;
  /** On a point-to-point link, until an LSP that was not acknowledged is sent again. ISO 10589 §7.3.15.5 */
  readonly retransmitInterval: Micros;
  /** How long acknowledgements are gathered. ISO 10589 §7.3.15.4 */
  readonly psnpInterval: Micros;
  /** Watches neighbours with BFD. */
  readonly bfd: BfdTimers | undefined;
  readonly ldpSync: LdpSyncConfig | undefined;
}

/** One level of the instance. */
export interface LevelConfig {
  readonly send: MetricStyle;
  readonly accept: MetricStyle;
  /** Of the area's or domain's LSPs, and of sequence numbers PDUs. */
  readonly auth: {
    readonly lsp: AuthConfig | undefined;
    readonly csnp: AuthConfig | undefined;
    readonly psnp: AuthConfig | undefined;
  };
  readonly spf: ThrottleConfig;
  /** When prefixes changed and no way to any router did. */
  readonly prc: ThrottleConfig;
  readonly lspGeneration: ThrottleConfig;
}

/** Routes of other protocols, told as this router's own. The first statement that names a kind and a level decides. */
export interface IsisRedistribution {
  readonly kinds: readonly RouteKind[];
  /** Only those of this process; undefined: whoever's. */
  readonly source: ProcessId | undefined;
  readonly levels: readonly Level[];
  readonly policy: Policy | undefined;
  /** Unless the policy sets one. 'route': that of the route. */
  readonly metric: number | 'route';
  /** Narrow metrics: with the I/E bit, not to be compared with internal ones. */
  readonly metricType: 'internal' | 'external';
}

/** What one level tells the other. From 1 to 2 it is the rule, from 2 to 1 it asks for a policy. RFC 5302 */
export interface LeakConfig {
  readonly from: Level;
  readonly to: Level;
  readonly policy: Policy | undefined;
  /** Those that came from other protocols as well (narrow metrics tell them apart). */
  readonly external: boolean;
}

/** One prefix in place of those inside it that come from the other level or from other protocols. */
export interface SummaryConfig {
  readonly prefix: Prefix;
  readonly levels: readonly Level[];
  /** Undefined: the smallest among what it stands for. */
  readonly metric: number | undefined;
  readonly tag: number | undefined;
}

/** A default route of this router's own. */
export interface DefaultOrigination {
  readonly levels: readonly Level[];
  readonly metric: number;
  readonly tag: number | undefined;
  /**
   * 'always', or while the VRF's table has a route that this policy accepts. To look at every route, the process watches
   * all kinds.
   */
  readonly when: 'always' | Policy;
}

export interface OverloadConfig {
  readonly when:
    | 'never'
    | 'always'
    /** After the process was started, or after this was configured; `orBgp`: no longer than BGP needs to converge. */
    | { readonly forSeconds: number; readonly since: 'start' | 'configuration'; readonly orBgp?: 'converged' };
  /** What is not told meanwhile. */
  readonly suppress: readonly ('external' | 'interlevel')[];
  /** In place of the overload bit, every link has the highest metric. */
  readonly highMetrics: boolean;
}

/** The attached bit: what level 1 routers take for the way out of the area. ISO 10589 §7.2.9.2, RFC 1195 §3.2 */
export interface AttachedConfig {
  /** Sets it while level 2 leads to another area. */
  readonly send: boolean;
  /** Believes those of others: the default route. */
  readonly accept: boolean;
}

export interface IsisConfig {
  /** The instance's; part of the process's name. May be empty. */
  readonly name: string;
  readonly vrf: VrfName;
  /** At least one, all with the same system ID; the areas are one. */
  readonly nets: readonly NetAddress[];
  readonly levels: readonly Level[];
  readonly level: PerLevel<LevelConfig>;
  readonly circuits: Readonly<Record<IfName, CircuitConfig>>;
  /** Told to others as this system's name; undefined: not told. RFC 5301 */
  readonly hostname: string | undefined;
  /** TLV 134. */
  readonly routerId: Ip4 | undefined;
  /** Protocols supported, as hellos and LSPs say. */
  readonly nlpids: readonly number[];
  readonly lspLifetimeSeconds: number;
  readonly lspRefresh: Micros;
  /** originatingL1LSPBufferSize, originatingL2LSPBufferSize. ISO 10589 §7.3.4.2 */
  readonly lspBufferSize: number;
  readonly overload: OverloadConfig;
  readonly attached: AttachedConfig;
  /** Ways of equal cost that are used. */
  readonly maxPaths: number;
  /** Of this process's routes, in place of the VRF's for their kind. */
  readonly preference: number | undefined;
  /** No adjacency with a neighbour none of whose addresses is in a subnet of the link. */
  readonly checkSubnet: boolean;
  readonly redistribute: readonly IsisRedistribution[];
  readonly leaks: readonly LeakConfig[];
  readonly summaries: readonly SummaryConfig[];
  readonly defaultRoute: DefaultOrigination | undefined;
  /** Of what was computed, only what it accepts goes into the routing table. */
  readonly importPolicy: Policy | undefined;
}
