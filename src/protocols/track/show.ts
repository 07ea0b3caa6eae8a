// What can be asked of tracked objects, and what is reported of them.

import type { IfName } from '../../route/names.ts';
import type { RouteKind } from '../../route/route.ts';
import type { Micros } from '../../sim/time.ts';
import type { TrackState } from '../plugin.ts';
import type { Tracked, TrackObject } from './config.ts';

/** An object changed. 'undefined': it was made, or is gone. */
export interface TrackEvent {
  readonly kind: 'track';
  readonly object: string;
  readonly what: Tracked;
  readonly before: TrackState;
  readonly state: TrackState;
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
  /** A change waits until then. */
  readonly pending: Micros | undefined;
}

export interface TrackQueries {
  /** In the order of their names, numbers by number. */
  'track.objects': { args: Record<string, never>; answer: readonly TrackRow[] };
}
