// Paths per net, the best of each, and the table version that counts its changes.    RFC 4271 §9.1

import { equal } from '../../base/equal.ts';
import { comparePrefix, type Prefix } from '../../base/prefix.ts';
import { byText, type Order, SortedMap } from '../../base/sorted-map.ts';
import type { VrfName } from '../../route/names.ts';
import { compareRd, type RouteDistinguisher, rdText } from '../../route/route-distinguisher.ts';
import type { Micros } from '../../sim/time.ts';
import { decide, equals, type LadderFacts } from './decision.ts';
import { familyOf, type LocRib, type Net, type Path, type PathKey, type Table } from './model.ts';

/** A path as somebody makes it; the Loc-RIB stamps it. */
export type NewPath = Omit<Path, 'since' | 'order'>;

/** A net whose best path is another now. */
export interface NetChange {
  readonly table: Table;
  readonly prefix: Prefix;
  readonly before: Path | undefined;
  readonly after: Path | undefined;
  /** Used beside it. */
  readonly also: readonly Path[];
}

/** Nothing in it; versions begin at 1. */
export const freshLocRib = (): LocRib => ({
  tables: new SortedMap<VrfName, Table>(byText),
  versions: { ipv4: 1, vpnv4: 1 },
  arrivals: 0,
});

export const freshTable = (vrf: VrfName, rd: RouteDistinguisher | undefined): Table => ({
  vrf,
  rd,
  nets: new SortedMap(comparePrefix),
  routes: new SortedMap(comparePrefix),
  touched: new Set(),
});

/** The nets that peers told under a distinguisher, in a table of their own. */
export function remoteTable(rib: LocRib, rd: RouteDistinguisher): Table {
  const name = `rd ${rdText(rd)}` as VrfName;
  return rib.tables.getOrMake(name, () => ({ ...freshTable(name, rd), remote: true as const }));
}

/** Tables without a distinguisher first, then by distinguisher, then by name. */
const compareTables: Order<Table> = (a, b) => {
  if (!a.rd || !b.rd) return Number(a.rd !== undefined) - Number(b.rd !== undefined) || byText(a.vrf, b.vrf);
  return compareRd(a.rd, b.rd) || byText(a.vrf, b.vrf);
};

export const tablesInOrder = (rib: LocRib): readonly Table[] => [...rib.tables.values()].sort(compareTables);

/** Adds the path, or replaces the one of its key. The same path again changes nothing. */
export function putPath(rib: LocRib, table: Table, prefix: Prefix, path: NewPath, now: Micros): void {
  const net = table.nets.getOrMake(prefix, () => freshNet(prefix));
  const old = net.paths.get(path.key);
  if (old && equal({ ...path, since: old.since, order: old.order }, old)) return;
  net.paths.set(path.key, { ...path, since: now, order: rib.arrivals++ });
  table.touched.add(prefix);
}

export function removePath(table: Table, prefix: Prefix, key: PathKey): void {
  if (table.nets.get(prefix)?.paths.delete(key)) table.touched.add(prefix);
}

const freshNet = (prefix: Prefix): Net => ({
  prefix,
  version: 0,
  paths: new Map(),
  best: undefined,
  also: [],
  lost: new Map(),
});

/** Chooses anew where something was touched: tables in order, nets in order, so versions do not depend on arrival. */
export function decideTouched(rib: LocRib, facts: LadderFacts): readonly NetChange[] {
  const changes: NetChange[] = [];
  for (const table of tablesInOrder(rib)) {
    const touched = [...table.touched].sort(comparePrefix);
    table.touched.clear();
    for (const prefix of touched) {
      const change = decideNet(rib, table, prefix, facts);
      if (change) changes.push(change);
    }
  }
  return changes;
}

function decideNet(rib: LocRib, table: Table, prefix: Prefix, facts: LadderFacts): NetChange | undefined {
  const net = table.nets.get(prefix);
  if (!net) return undefined;
  const before = net.best;
  const paths = [...net.paths.values()];
  const decision = decide(paths, facts);
  const { best, lost } = decision;
  const also = equals(paths, decision, facts);
  const same = before === best && also.length === net.also.length && also.every((path, i) => path === net.also[i]);
  net.best = best;
  net.lost = lost;
  net.also = also;
  if (net.paths.size === 0) table.nets.delete(prefix);
  if (same) return undefined;
  net.version = ++rib.versions[familyOf(table)];
  return { table, prefix, before, after: best, also };
}

/** Gives the table another distinguisher: every net of the old one is gone, and new under the new one. */
export function renumber(rib: LocRib, table: Table, rd: RouteDistinguisher | undefined): void {
  for (const net of table.nets.values()) {
    if (net.best) rib.versions[familyOf(table)]++;
    net.best = undefined;
    table.touched.add(net.prefix);
  }
  table.rd = rd;
}
