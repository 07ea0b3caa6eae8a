// What no command changes of a vendor's IS-IS.

import type { Micros } from '../../sim/time.ts';

export interface IsisTraits {
  /** Periodic timers fire up to this share of their interval early. ISO 10589 §10.1 */
  readonly jitterPercent: number;
  /** A designated router's hellos come so many times as often, and hold as much shorter. */
  readonly disHelloDivisor: number;
  /** So many hello intervals pass before a LAN that came up elects. ISO 10589 §8.4.5: two. */
  readonly disWaitHellos: number;
  /** Shortest paths are calculated at least this often, whatever happens. */
  readonly periodicSpf: Micros | undefined;
  /** The number of the first link that may need one, which names its pseudonode on a LAN. */
  readonly firstCircuitId: number;
  /** What begins a router's zeroth LSP, in this order; what there is nothing to say of is left out. */
  readonly lspHead: readonly ('areas' | 'buffer-size' | 'protocols' | 'router-id' | 'hostname' | 'ip-addresses')[];
  /** Which addresses an LSP lists in TLV 132: all of its circuits, or the highest one of a loopback, else of any circuit. */
  readonly lspAddresses: 'all' | 'one';
  /** Added to the metric of a route with external metric where it is shown and compared with other protocols'. */
  readonly externalMetricOffset: number;
  /** Says who purged an LSP. RFC 6232 */
  readonly purgeOriginator: boolean;
  /** Where point-to-point PDUs go on a broadcast medium. RFC 5309 §4 */
  readonly p2pDestination: 'all-is' | 'by-level';
  /** Entries of the logs of SPF runs and of LSPs. */
  readonly logLength: number;
}
