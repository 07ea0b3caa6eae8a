// What the static process is told.

import type { Prefix } from '../../base/prefix.ts';
import type { GivenAttributes } from '../../route/attributes.ts';
import type { VrfName } from '../../route/names.ts';
import type { Nexthop } from '../../route/route.ts';
import type { BfdPath, BfdTimers } from '../plugin.ts';

/** Whom BFD watches for a path, and how closely. */
export interface StaticBfd {
  readonly path: Omit<BfdPath, 'vrf'>;
  readonly timers: BfdTimers;
}

/** One configured way to a prefix. Several of one prefix: equal preference and metric share the load, others stand by. */
export interface StaticPath {
  readonly prefix: Prefix;
  readonly nexthop: Nexthop;
  readonly preference: number;
  readonly metric: number;
  readonly tag: number | undefined;
  readonly name: string | undefined;
  /** Stays in the table although its next hop is gone, and drops packets, or refuses them. */
  readonly permanent: boolean | 'reject';
  /** Shown, not used for forwarding (Junos `no-install`). */
  readonly install: boolean;
  /**
   * May the next hop be found through another route (IOS: always)? `beyond-links`: only when it is on no link (Junos with
   * `resolve`).
   */
  readonly recursive: boolean | 'beyond-links';
  /** Counts only while BFD hears this neighbour. */
  readonly bfd?: StaticBfd;
  /** No protocol may tell it. */
  readonly noReadvertise?: true;
  /** What BGP says of it. */
  readonly given?: GivenAttributes;
  /** Counts only while this tracked object is up. */
  readonly track?: string;
}

export interface StaticConfig {
  readonly paths: Readonly<Record<VrfName, readonly StaticPath[]>>;
}
