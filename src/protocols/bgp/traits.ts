// What no command changes of a vendor's BGP.

import type { Micros } from '../../sim/time.ts';

export interface BgpTraits {
  /** From a changed import target to the imported route. */
  readonly importDelay: Micros;
  /** Which addresses a router ID is chosen from when none is configured. */
  readonly routerIdFrom: 'highest-loopback' | 'lowest-loopback';
}
