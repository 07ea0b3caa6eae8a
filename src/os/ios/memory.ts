// What the software of a box remembers while it runs: it is gone after a reload.

import type { ConfigTree } from '../../config/tree.ts';
import type { IfName } from '../../route/names.ts';
import type { Micros } from '../../sim/time.ts';
import type { Flag } from './debug/packets.ts';

/** A configuration that comes back when nobody confirms the new one. */
export interface Rollback {
  readonly tree: ConfigTree;
  /** Its file in the archive. */
  readonly file: string;
  readonly since: Micros;
  readonly at: Micros;
  readonly minutes: number;
  /** Who ordered it, as the log names him. */
  readonly who: string;
}

/** A reload that somebody has ordered for later. */
export interface PlannedReload {
  readonly at: Micros;
  readonly who: string;
  readonly reason: string;
  /** A time of day was named, not a span. */
  readonly named: boolean;
}

/** A terminal as others of the box see it. */
export interface Seated {
  /** Ends what somebody does there. */
  end(): void;
  /** Whom he is connected to. */
  hosts(): readonly string[];
  /** When a key was pressed last. */
  idleSince(): Micros;
}

export class Memory {
  /** The last line of the log that `clear logging` took out of the buffer. */
  clearedLog = 0;
  /** Files of the archive, oldest first, and the number of the next. */
  archive: readonly string[] = [];
  archived = 0;
  rollback: Rollback | undefined;
  reload: PlannedReload | undefined;
  /** Debugging that is switched on. */
  debugging: ReadonlySet<Flag> = new Set();
  /** Interfaces that debugging is confined to; none: it tells of all. */
  conditions: readonly IfName[] = [];
  /** Ends the looking at frames that debugging needs. */
  untap: (() => void) | undefined;
  /** Terminals that somebody may sit at, by session. */
  readonly seats = new Map<number, Seated>();
  /** Sessions where somebody is logged in, and how often that was so. */
  readonly seated = new Set<number>();
  readonly uses = new Map<number, number>();
  /** Sessions that came over the network: from where, and what happens when they are over. */
  readonly remotes = new Map<number, { readonly from: string; readonly left: () => void }>();
}
