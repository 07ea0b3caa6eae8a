// What no command changes of a vendor's BGP.

import type { Micros } from '../../sim/time.ts';

export interface BgpTraits {
  /** From a changed import target, or a new route to import, to its copy. What may not be imported any more goes at once. */
  readonly importDelay: Micros;
  /** Which addresses a router ID is chosen from when none is configured. */
  readonly routerIdFrom: 'highest-loopback' | 'lowest-loopback';
  /**
   * What a changed policy for a neighbour's routes applies to: those that are there, too, or ('new') only to what comes after,
   * until somebody asks for the rest (a soft clear).
   */
  readonly importRules?: 'new';
  /** The first attempt to open a session waits for a moment by chance, up to this. Absent: none. */
  readonly openDelay?: Micros;
}
