// Which IGP wants to hear how LDP stands on which interface.                                               RFC 5443 §2

import { byText, SortedMap } from '../base/sorted-map.ts';
import type { LdpSyncState } from '../protocols/plugin.ts';
import type { IfName, ProcessId } from '../route/names.ts';
import type { News } from './redistribution.ts';

interface Watch {
  readonly who: ProcessId;
  readonly on: IfName;
  /** Undefined: nothing was said yet. */
  told: LdpSyncState | undefined;
}

export class LdpSyncDesk {
  readonly #states = new Map<IfName, LdpSyncState>();
  /** Somebody may have to be told something; `news` takes the mark away. */
  stirred = false;
  readonly #watches = new SortedMap<string, Watch>(byText);

  watch(who: ProcessId, on: IfName, wanted: boolean): void {
    const name = `${who} ${on}`;
    this.stirred = true;
    if (!wanted) this.#watches.delete(name);
    else if (!this.#watches.has(name)) this.#watches.set(name, { who, on, told: undefined });
  }

  forget(who: ProcessId): void {
    for (const { on } of this.#watches.values().filter((watch) => watch.who === who)) this.watch(who, on, false);
  }

  /** LDP reports an interface. */
  heard(on: IfName, state: LdpSyncState): void {
    this.#states.set(on, state);
    this.stirred = true;
  }

  /** How LDP stands there. */
  state(on: IfName): LdpSyncState {
    return this.#states.get(on) ?? 'not-required';
  }

  /** Who listens for an interface, in the order of names. */
  watchers(on: IfName): readonly ProcessId[] {
    return this.#watches.values().flatMap((watch) => (watch.on === on ? [watch.who] : []));
  }

  /** What has to be said, by process and interface. */
  news(): readonly News[] {
    if (!this.stirred) return [];
    this.stirred = false;
    return this.#watches.values().flatMap((watch): readonly News[] => {
      const { who: to, on } = watch;
      const state = this.state(on);
      if (watch.told === state) return [];
      watch.told = state;
      return [{ to, input: { kind: 'ldp-sync', on, state } }];
    });
  }
}
