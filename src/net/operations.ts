// ping and traceroute as a router's owner orders them: what is asked, what is reported while they run.

import type { Ip4 } from '../base/ip.ts';
import type { Prefix } from '../base/prefix.ts';
import type { VrfName } from '../route/names.ts';
import type { Micros } from '../sim/time.ts';
import type { ForwardingPath } from './rib-types.ts';

/** Something that runs in lab time until it is done or stopped. */
export interface Operation {
  /** Ends it early; no further report comes. */
  stop(): void;
}

export interface PingSpec {
  readonly vrf: VrfName;
  readonly to: Ip4;
  /** Undefined: the address of the interface that the first packet leaves by. */
  readonly from: Ip4 | undefined;
  /** Undefined: until stopped. */
  readonly count: number | undefined;
  /** Whole IP packet, headers included. */
  readonly size: number;
  readonly df: boolean;
  readonly ttl: number;
  readonly tos: number;
  readonly timeout: Micros;
  /** 'answer': the next request follows the last one's answer or timeout. Otherwise one each interval, answered or not. */
  readonly pace: 'answer' | Micros;
  /** The data are this pattern of 16 bits, repeated; undefined: counting bytes. */
  readonly pattern: number | undefined;
}

export type PingReport =
  | { readonly kind: 'sent'; readonly sequence: number }
  | {
      readonly kind: 'reply';
      readonly sequence: number;
      readonly from: Ip4;
      readonly ttl: number;
      readonly rtt: Micros;
      /** Bytes of ICMP, header included. */
      readonly bytes: number;
      readonly duplicate: boolean;
    }
  | { readonly kind: 'timeout'; readonly sequence: number }
  /** An ICMP error about the request, or (from: undefined) this router's own refusal to send it. */
  | {
      readonly kind: 'error';
      readonly sequence: number;
      readonly from: Ip4 | undefined;
      readonly type: number;
      readonly code: number;
      readonly mtu: number | undefined;
      /** Of the error's ICMP, header included, and what it quotes of the request. Absent when `from` is. */
      readonly bytes?: number;
      readonly quoted?: Uint8Array;
    }
  | { readonly kind: 'done'; readonly totals: PingTotals };

export interface PingTotals {
  readonly sent: number;
  readonly received: number;
  /** Round trips in the order of their replies. */
  readonly rtts: readonly Micros[];
}

export interface TraceSpec {
  readonly vrf: VrfName;
  readonly to: Ip4;
  readonly from: Ip4 | undefined;
  readonly probes: number;
  readonly timeout: Micros;
  readonly firstTtl: number;
  readonly maxTtl: number;
  /** UDP port of the first probe; each further probe takes the next. */
  readonly port: number;
  /** Whole IP packet, headers included. */
  readonly size: number;
}

/** A label stack entry that a hop reported. RFC 4950 */
export interface ReportedLabel {
  readonly label: number;
  readonly exp: number;
  readonly bottom: boolean;
  readonly ttl: number;
}

export type TraceReport =
  | { readonly kind: 'hop'; readonly ttl: number }
  | {
      readonly kind: 'answer';
      readonly ttl: number;
      readonly probe: number;
      readonly from: Ip4;
      readonly rtt: Micros;
      readonly type: number;
      readonly code: number;
      readonly labels: readonly ReportedLabel[];
    }
  | { readonly kind: 'timeout'; readonly ttl: number; readonly probe: number }
  /** The probe could not even be sent: no route. */
  | {
      readonly kind: 'unsendable';
      readonly ttl: number;
      readonly probe: number;
    }
  | { readonly kind: 'done'; readonly reached: boolean };

/** What an MPLS echo request asks about, and by which path it goes. RFC 8029 §4.3 */
interface LspSpec {
  readonly vrf: VrfName;
  /** The prefix whose label-switched path is meant. */
  readonly fec: Prefix;
  /** Where it begins; undefined: there is none. */
  readonly path: ForwardingPath | undefined;
  /** 127/8: it goes nowhere but along the path. */
  readonly to: Ip4;
  /** Undefined: the address of the interface that it leaves by. */
  readonly from: Ip4 | undefined;
  readonly exp: number;
  /** RFC 8029 §3: 1 no reply, 2 a UDP packet, 3 the same with router alert. */
  readonly replyMode: number;
  readonly timeout: Micros;
}

export interface LspPingSpec extends LspSpec {
  readonly count: number;
  /** Whole IP packet, padded where it would be shorter. */
  readonly size: number;
  readonly ttl: number;
  /** From an answer or a timeout to the next request. */
  readonly interval: Micros;
}

export type LspPingReport =
  | { readonly kind: 'sent'; readonly sequence: number }
  /** Codes as RFC 8029 §3.1 has them: 3 is the end of the path. */
  | {
      readonly kind: 'reply';
      readonly sequence: number;
      readonly from: Ip4;
      readonly rtt: Micros;
      readonly code: number;
      readonly subcode: number;
    }
  | { readonly kind: 'timeout'; readonly sequence: number }
  | { readonly kind: 'unsendable'; readonly sequence: number }
  | { readonly kind: 'done'; readonly totals: PingTotals };

export interface LspTraceSpec extends LspSpec {
  readonly maxTtl: number;
}

/** What a router on the path tells of the one behind it. */
export interface LspHop {
  readonly mtu: number;
  readonly address: Ip4;
  /** 3 is implicit null. */
  readonly labels: readonly { readonly label: number; readonly exp: number }[];
}

export type LspTraceReport =
  /** Where it begins: this router, and the first hop. */
  | { readonly kind: 'start'; readonly from: Ip4; readonly downstream: LspHop }
  | {
      readonly kind: 'answer';
      readonly ttl: number;
      readonly from: Ip4;
      readonly rtt: Micros;
      readonly code: number;
      readonly subcode: number;
      readonly downstream: LspHop | undefined;
    }
  | { readonly kind: 'timeout'; readonly ttl: number }
  | { readonly kind: 'unsendable'; readonly ttl: number }
  | { readonly kind: 'done'; readonly reached: boolean };
