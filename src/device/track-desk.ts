// Who wants to hear how which tracked object stands.

import { byText, SortedMap } from '../base/sorted-map.ts';
import type { TrackState } from '../protocols/plugin.ts';
import type { ProcessId } from '../route/names.ts';
import type { News } from './redistribution.ts';

interface Watch {
  readonly who: ProcessId;
  readonly object: string;
  /** Undefined: nothing was said yet. */
  told: TrackState | undefined;
}

export class TrackDesk {
  readonly #states = new Map<string, TrackState>();
  readonly #watches = new SortedMap<string, Watch>(byText);
  /** Somebody may have to be told something; `news` takes the mark away. */
  stirred = false;

  watch(who: ProcessId, object: string, wanted: boolean): void {
    const name = `${who} ${object}`;
    this.stirred = true;
    if (!wanted) this.#watches.delete(name);
    else if (!this.#watches.has(name)) this.#watches.set(name, { who, object, told: undefined });
  }

  forget(who: ProcessId): void {
    for (const { object } of this.#watches.values().filter((watch) => watch.who === who))
      this.watch(who, object, false);
  }

  /** An object is reported. */
  heard(object: string, state: TrackState): void {
    this.#states.set(object, state);
    this.stirred = true;
  }

  /** What has to be said, by process and object. */
  news(): readonly News[] {
    if (!this.stirred) return [];
    this.stirred = false;
    return this.#watches.values().flatMap((watch): readonly News[] => {
      const { who: to, object } = watch;
      const state = this.#states.get(object) ?? 'undefined';
      if (watch.told === state) return [];
      watch.told = state;
      return [{ to, input: { kind: 'track', object, state } }];
    });
  }
}
