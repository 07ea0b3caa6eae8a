// Who wants to know whether a next hop can be reached, and what is news to them.          RFC 4271 §9.1.2.1

import { type Ip, ipText } from '../base/ip.ts';
import { byText, SortedMap } from '../base/sorted-map.ts';
import type { Footing, Resolver } from '../net/resolve.ts';
import type { NexthopSearch } from '../protocols/plugin.ts';
import type { ProcessId, VrfName } from '../route/names.ts';
import type { News } from './redistribution.ts';

interface Watch {
  readonly who: ProcessId;
  readonly vrf: VrfName;
  readonly gateway: Ip;
  readonly search: NexthopSearch;
  /** Null: not told yet. */
  told: number | undefined | null;
}

const nameOf = (who: ProcessId, vrf: VrfName, gateway: Ip, search: NexthopSearch): string =>
  `${who} ${vrf} ${ipText(gateway)}${search === 'unicast' ? '' : ` ${search}`}`;

export class NexthopWatches {
  readonly #resolver: Resolver;
  /** What the answer to a watch stood on; undefined: the watch is over. */
  readonly #standsOn: (watch: string, footing: Footing | undefined) => void;
  readonly #watches = new SortedMap<string, Watch>(byText);
  readonly #askAgain = new Set<string>();

  constructor(resolver: Resolver, standsOn: (watch: string, footing: Footing | undefined) => void) {
    this.#resolver = resolver;
    this.#standsOn = standsOn;
  }

  get pending(): boolean {
    return this.#askAgain.size > 0;
  }

  watch(who: ProcessId, vrf: VrfName, gateway: Ip, on: boolean, search: NexthopSearch = 'unicast'): void {
    const name = nameOf(who, vrf, gateway, search);
    if (!on) {
      this.#watches.delete(name);
      this.#standsOn(name, undefined);
    } else if (!this.#watches.has(name)) {
      this.#watches.set(name, { who, vrf, gateway, search, told: null });
      this.#askAgain.add(name);
    }
  }

  forget(who: ProcessId): void {
    for (const { who: owner, vrf, gateway, search } of this.#watches.values())
      if (owner === who) this.watch(who, vrf, gateway, false, search);
  }

  /** The answer may be another now. */
  askAgain(watch: string): void {
    this.#askAgain.add(watch);
  }

  /** What has to be said, by process, VRF, gateway. */
  news(): readonly News[] {
    const names = [...this.#askAgain].sort(byText);
    this.#askAgain.clear();
    return names.flatMap((name) => this.#ask(name) ?? []);
  }

  #ask(name: string): News | undefined {
    const watch = this.#watches.get(name);
    if (!watch) return undefined;
    const { who, vrf, gateway, search } = watch;
    const { metric, footing } = this.#resolver.metric(gateway, { vrf, table: search });
    this.#standsOn(name, footing);
    if (watch.told === metric) return undefined;
    watch.told = metric;
    const named = search === 'unicast' ? {} : { search };
    return { to: who, input: { kind: 'nexthop', vrf, gateway, metric, ...named } };
  }
}
