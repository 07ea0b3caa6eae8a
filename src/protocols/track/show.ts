// What can be asked of tracked objects, and what is reported of them.

import type { IfName } from '../../route/names.ts';
import type { RouteKind } from '../../route/route.ts';
import type { Micros } from '../../sim/time.ts';
import type { TrackState } from '../plugin.ts';
import type { Probe, Tracked, TrackObject } from './config.ts';

/** An object changed. 'undefined': it was made, or is gone. */
export interface TrackEvent {
  readonly kind: 'track';
  readonly object: string;
  readonly what: Tracked;
  readonly before: TrackState;
  readonly state: TrackState;
}

/** How the last request went. 'unknown': there was none yet, or there will be none any more. */
export type ProbeVerdict = 'unknown' | 'ok' | 'over-threshold' | 'timeout';

export interface ProbeRow {
  readonly probe: Probe;
  readonly verdict: ProbeVerdict;
  /** Of the last request, where it was answered. */
  readonly rtt: Micros | undefined;
  /** When the last request left. */
  readonly at: Micros | undefined;
  readonly successes: number;
  readonly failures: number;
  /** Its time is not over. */
  readonly active: boolean;
  /** Until its time is over; undefined: that is never. */
  readonly left: Micros | undefined;
}

export interface TrackRow {
  readonly object: TrackObject;
  readonly up: boolean;
  readonly changes: number;
  /** When it last changed, or was made. */
  readonly changed: Micros;
  /** Of a route that is there: where it leads, by the first of its next hops; undefined: nowhere. */
  readonly via: IfName | undefined;
  /** What kind of route it is. */
  readonly route: RouteKind | undefined;
  /** Of an object that stands on one. */
  readonly probe?: ProbeRow;
  /** A change waits until then. */
  readonly pending: Micros | undefined;
}

export interface TrackQueries {
  /** In the order of their names, numbers by number. */
  'track.objects': { args: Record<string, never>; answer: readonly TrackRow[] };
  /** In the same order. */
  'track.probes': { args: Record<string, never>; answer: readonly ProbeRow[] };
}
