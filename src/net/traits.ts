// What a vendor's IP stack does that no command changes.

import type { Micros } from '../sim/time.ts';

/** One record a vendor; sources beside the values, in os/<os>/personality.ts. */
export interface StackTraits {
  /** TTL of packets that the box itself sends. */
  readonly initialTtl: number;
  /** TTL of the echo requests of `ping`. */
  readonly pingTtl: number;
  /** True: packets wait for ARP (up to `arpQueue`); false: the packet that asks is lost. */
  readonly arpQueue: number;
  /** Requests sent before giving up, and the pause between them. */
  readonly arpRequests: number;
  readonly arpRetry: Micros;
  /** At most one ICMP unreachable in this time; 0: no limit. */
  readonly unreachableInterval: Micros;
  /** Time from a packet for this box to its answer: the control plane is slow. */
  readonly answerDelay: Micros;
  /** From light on the cable to a usable interface. */
  readonly carrierUpDelay: Micros;
  /** From darkness to a dead interface. */
  readonly carrierDownDelay: Micros;
  /** Sends a gratuitous ARP when an address comes up. */
  readonly gratuitousArp: boolean;
  /** Bytes of data of the original packet that an ICMP error quotes, beyond its IP header; undefined: all that fits 576. */
  readonly icmpQuote: number | undefined;
}

/** How a vendor finds next hops that are not on a link. */
export interface ResolveTraits {
  /** May a next hop be found through 0.0.0.0/0 (or ::/0)? */
  readonly viaDefault: boolean;
}
