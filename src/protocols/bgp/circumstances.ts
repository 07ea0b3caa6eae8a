// What policies ask beyond the path that they see: whether other routes exist. And how often entries of their lists took one.

import type { Prefix } from '../../base/prefix.ts';
import { byText } from '../../base/sorted-map.ts';
import { conditionsOf } from '../../policy/conditions.ts';
import type { Policy, RouteCondition, Surroundings } from '../../policy/policy.ts';
import type { VrfName } from '../../route/names.ts';
import type { RibPort } from '../plugin.ts';
import type { BgpConfig } from './config.ts';
import type { LocRib } from './model.ts';
import type { BgpListHitRow } from './show.ts';

/** Policies of neighbours, named ones and those that come by a range. */
function policiesOf({ neighbors = [], listen = [] }: BgpConfig): readonly Policy[] {
  const all = [...neighbors, ...listen.map(({ template }) => template)];
  return all.flatMap(({ families }) =>
    Object.values(families).flatMap(({ importPolicy, exportPolicy }) =>
      [importPolicy ?? [], exportPolicy ?? []].flat(),
    ),
  );
}

/** The routing tables of this router. */
interface Tables {
  rib(vrf: VrfName): Pick<RibPort, 'entry'>;
}

export class Circumstances implements Surroundings {
  readonly #tables: Tables;
  readonly #rib: LocRib;
  readonly #hits = new Map<string, BgpListHitRow>();
  /** Prefixes that conditions ask for, by VRF, and whether there was an active route last. */
  #asked: ReadonlyMap<VrfName, Map<Prefix, boolean>> = new Map();

  constructor(tables: Tables, rib: LocRib) {
    this.#tables = tables;
    this.#rib = rib;
  }

  configure(config: BgpConfig): void {
    const asked = new Map<VrfName, Map<Prefix, boolean>>();
    for (const { vrf, prefix } of policiesOf(config).flatMap(conditionsOf)) {
      const prefixes = asked.get(vrf) ?? new Map<Prefix, boolean>();
      asked.set(vrf, prefixes.set(prefix, this.#isActive(vrf, prefix)));
    }
    this.#asked = asked;
  }

  /** Conditions ask for routes of this VRF, of whatever kind. */
  watches(vrf: VrfName): boolean {
    return this.#asked.has(vrf);
  }

  /** A route came, changed or went; true when what a condition says is another thing now. */
  heard(vrf: VrfName, prefix: Prefix): boolean {
    const prefixes = this.#asked.get(vrf);
    const before = prefixes?.get(prefix);
    if (!prefixes || before === undefined) return false;
    const now = this.#isActive(vrf, prefix);
    prefixes.set(prefix, now);
    return now !== before;
  }

  exists({ vrf, prefix, peers }: RouteCondition): boolean {
    if (!this.#isActive(vrf, prefix)) return false;
    const from = this.#rib.tables.get(vrf)?.nets.get(prefix)?.best?.from;
    return peers.length === 0 || (from !== undefined && from !== 'local' && peers.includes(from.peer));
  }

  readonly hit = (list: string, sequence: number): void => {
    const key = `${list} ${sequence}`;
    this.#hits.set(key, { list, sequence, hits: (this.#hits.get(key)?.hits ?? 0) + 1 });
  };

  /** Of a list, of one of its entries, or of all. */
  forgetHits(list: string | undefined, sequence: number | undefined): void {
    for (const [key, row] of this.#hits)
      if ((list === undefined || row.list === list) && (sequence === undefined || row.sequence === sequence))
        this.#hits.delete(key);
  }

  /** By list and sequence number. */
  hits(): readonly BgpListHitRow[] {
    return [...this.#hits.values()].sort((a, b) => byText(a.list, b.list) || a.sequence - b.sequence);
  }

  #isActive(vrf: VrfName, prefix: Prefix): boolean {
    return this.#tables.rib(vrf).entry(prefix)?.active !== undefined;
  }
}
