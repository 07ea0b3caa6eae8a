// BGP path attributes as plain values.                                               RFC 4271 §5

import type { Ip, Ip4 } from '../base/ip.ts';
import type { AsPath } from './as-path.ts';
import type { Community, ExtendedCommunity } from './community.ts';

export type Origin = 'igp' | 'egp' | 'incomplete';

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
}
