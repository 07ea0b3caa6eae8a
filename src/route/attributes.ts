// BGP path attributes as plain values.                                               RFC 4271 §5

import type { Ip, Ip4 } from '../base/ip.ts';
import type { AsPath } from './as-path.ts';
import type { Community, ExtendedCommunity, LargeCommunity } from './community.ts';

export type Origin = 'igp' | 'egp' | 'incomplete';

/** Who put several routes together. RFC 4271 §5.1.7 */
export interface Aggregator {
  readonly asn: number;
  readonly routerId: Ip4;
}

/** An attribute that nobody here understands, to be passed on. RFC 4271 §5 */
export interface UnknownAttribute {
  readonly code: number;
  readonly flags: number;
  readonly hex: string;
}

/** What a BGP route says of itself. Frozen: a change makes another. */
export interface PathAttributes {
  readonly origin: Origin;
  readonly asPath: AsPath;
  readonly nexthop: Ip;
  readonly med?: number;
  readonly localPref?: number;
  readonly communities?: readonly Community[];
  readonly extended?: readonly ExtendedCommunity[];
  readonly originatorId?: Ip4;
  readonly clusterList?: readonly Ip4[];
  /** Accumulated IGP metric. RFC 7311 §3 */
  readonly aigp?: number;
  readonly large?: readonly LargeCommunity[];
  readonly atomicAggregate?: true;
  readonly aggregator?: Aggregator;
  /** By their codes. */
  readonly unknown?: readonly UnknownAttribute[];
}

/** What a static or an aggregate route was given for those to whom BGP tells it. Junos: `community`, `as-path`. */
export type GivenAttributes = Partial<
  Pick<PathAttributes, 'origin' | 'asPath' | 'communities' | 'extended' | 'large' | 'atomicAggregate' | 'aggregator'>
>;
