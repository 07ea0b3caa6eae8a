// What a vendor's IP stack does that no command changes.

import type { Micros } from '../sim/time.ts';

/** One record a vendor; sources beside the values, in os/<os>/personality.ts. */
export interface StackTraits {
  /** TTL of packets that the box itself sends. */
  readonly initialTtl: number;
  /** TTL of the echo requests of `ping`. */
  readonly pingTtl: number;
  /** So many packets wait for one ARP answer; 0: the packet that asks is lost. */
  readonly arpQueue: number;
  /** Requests sent before giving up, and the pause between them. */
  readonly arpRequests: number;
  readonly arpRetry: Micros;
  /** At most one ICMP unreachable in this time (code 4, fragmentation needed, counted apart); 0: no limit. */
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
  /** Code of the unreachable for a packet without a route. Absent: 0, net. RFC 1812 §4.3.3.1, §5.2.7.1 */
  readonly noRouteCode?: number;
  /** Code of the unreachable for a `reject` route. Absent: 1, host. */
  readonly rejectCode?: number;
  /** Code of the unreachable for packets whose next hop does not answer ARP. Absent: they are lost without a word. */
  readonly arpFailureCode?: number;
  /**
   * Whose address complains of a closed port or an unheard protocol: the one the packet was sent to (absent), or that of
   * the interface it came in by.
   */
  readonly unreachableFrom?: 'destination' | 'interface';
}

/** How a vendor finds next hops that are not on a link. */
export interface ResolveTraits {
  /** May a next hop be found through 0.0.0.0/0 (or ::/0)? */
  readonly viaDefault: boolean;
  /**
   * Where the label-switched path to a next hop is found: in the labelled table (absent), or in the labels that routes of
   * the unicast table were given.
   */
  readonly lspFrom?: 'labeled-table' | 'unicast-labels';
}
