// What VRRP is told: which virtual routers this router takes part in, and how.

import type { Ip4 } from '../../base/ip.ts';
import type { IfName } from '../../route/names.ts';
import type { Micros } from '../../sim/time.ts';

/** What becomes of the group while a tracked object is not up: its priority is less by so much, or it stops. */
export interface VrrpTrack {
  readonly object: string;
  readonly effect: number | 'stop';
}

export interface VrrpGroupConfig {
  readonly on: IfName;
  /** The virtual router's number (VRID), 1 to 255. */
  readonly group: number;
  /** 3 with `alsoVersion2`: both are sent and heard. RFC 5798 §8.4 */
  readonly version: 2 | 3;
  readonly alsoVersion2: boolean;
  /** False: its owner shut it. */
  readonly enabled: boolean;
  /** The virtual addresses, the first one first; empty: the group waits for one. */
  readonly addresses: readonly Ip4[];
  /** Whom it speaks as; undefined: the interface's primary address. */
  readonly local: Ip4 | undefined;
  /** 1 to 254, or 255: the owner of the addresses. */
  readonly priority: number;
  /** Takes over from a master with less priority, when that has lasted `after`; undefined: never. */
  readonly preempt: { readonly after: Micros } | undefined;
  /** Between advertisements. */
  readonly interval: Micros;
  /** As backup, goes by the master's interval (version 2; version 3 always does). */
  readonly learn: boolean;
  /** So many advertisements may be missed before the master counts as gone. RFC 5798 §6.1: 3 */
  readonly threshold: number;
  /**
   * What the better priority's advance is a part of: the master's interval (RFC 5798 §6.1), this time (RFC 3768 §6.1: a
   * second), or nothing.
   */
  readonly skew: 'interval' | Micros;
  /** Accept_Mode. RFC 5798 §6.1 */
  readonly accept: boolean;
  /** Refuses advertisements for other addresses than its own. RFC 5798 §7.1 */
  readonly matchAddresses: boolean;
  /** A version 3 checksum covers the addresses of the packet as well. RFC 5798 §5.2.8 */
  readonly pseudoHeader: boolean;
  /** Version 2: eight bytes at most. */
  readonly password: string | undefined;
  readonly tracks: readonly VrrpTrack[];
  /** From one change of priority that tracking brings about to the next, at least: one that takes, one that gives. */
  readonly priorityHold: { readonly lower: Micros; readonly raise: Micros };
  /** After it began, nobody's silence counts for so long. */
  readonly silence: Micros;
  /** After its interface came up it does not begin for so long. Absent: it begins at once. */
  readonly startDelay?: Micros;
  readonly description: string | undefined;
}

export interface VrrpConfig {
  readonly groups: readonly VrrpGroupConfig[];
}
