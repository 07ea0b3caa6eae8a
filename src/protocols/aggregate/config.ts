// What the process of aggregates is told: routes that stand while more specific ones do.

import type { Prefix } from '../../base/prefix.ts';
import type { Policy } from '../../policy/policy.ts';
import type { GivenAttributes } from '../../route/attributes.ts';
import type { VrfName } from '../../route/names.ts';

/** A route that stands for several more specific ones. One a prefix. */
export interface AggregateRoute {
  readonly prefix: Prefix;
  /**
   * What becomes of packets that no more specific route takes: they are dropped, refused, or go where the first
   * contributor goes (a "generated" route, Junos), to which only routes with a gateway can contribute.
   */
  readonly toward: 'discard' | 'reject' | 'first-contributor';
  /** Generated, whatever becomes of its packets. */
  readonly generated: boolean;
  /** Which routes contribute; what it makes of the first one's preference is the aggregate's. Absent: all. */
  readonly contributors?: Policy;
  readonly preference: number;
  readonly metric: number;
  readonly tag: number | undefined;
  /** Of AS paths: 'full', the ASs of all contributors; 'brief', only with what all of them begin. */
  readonly path: 'full' | 'brief';
  /** In the place of what contributors bring. */
  readonly given: GivenAttributes;
  /** Without contributors it stays, and refuses packets. */
  readonly passive: boolean;
}

export interface AggregateConfig {
  readonly routes: Readonly<Record<VrfName, readonly AggregateRoute[]>>;
}
