// What BFD is told: which neighbours to watch, for whom, and how closely.

import type { ProcessId } from '../../route/names.ts';
import type { Micros } from '../../sim/time.ts';
import type { BfdPath, BfdTimers } from '../plugin.ts';

/** One session, as its clients together want it. */
export interface BfdSessionConfig {
  readonly path: BfdPath;
  readonly timers: BfdTimers;
  readonly clients: readonly { readonly id: ProcessId; readonly timers: BfdTimers }[];
}

export interface BfdConfig {
  readonly sessions: readonly BfdSessionConfig[];
  /** Between packets of a session that is not up, at least; never under a second. RFC 5880 §6.8.3 */
  readonly slowInterval: Micros;
}
