// Paths per net, the best of each, and the table version that counts its changes.    RFC 4271 §9.1

import { equal } from '../../base/equal.ts';
import { comparePrefix, type Prefix } from '../../base/prefix.ts';
import { byText, type Order, SortedMap } from '../../base/sorted-map.ts';
import { WalkedMap } from '../../base/walked-map.ts';
import type { VrfName } from '../../route/names.ts';
import { compareRd, type RouteDistinguisher, rdText } from '../../route/route-distinguisher.ts';
import type { Micros } from '../../sim/time.ts';
import { decide, equals, type LadderFacts } from './decision.ts';
import { familyOf, isSourced, type LocRib, type Net, type Path, type PathKey, type Table } from './model.ts';

/** A path as somebody makes it; the Loc-RIB stamps it. */
export type NewPath = Omit<Path, 'since' | 'order' | 'sentId'>;

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
  versions: { ipv4: 1, vpnv4: 1, rtfilter: 1 },
  twins: new Map(),
  arrivals: 0,
});

export const freshTable = (vrf: VrfName, rd: RouteDistinguisher | undefined): Table => ({
  vrf,
  rd,
  nets: new WalkedMap(comparePrefix),
  routes: new WalkedMap(comparePrefix),
  touched: new Set(),
});

/** Of the table of what peers told under a distinguisher. */
export const remoteName = (rd: RouteDistinguisher): VrfName => `rd ${rdText(rd)}` as VrfName;

/** The nets that peers told under a distinguisher, in a table of their own. */
export function remoteTable(rib: LocRib, rd: RouteDistinguisher): Table {
  const name = remoteName(rd);
  return rib.tables.getOrMake(name, () => {
    rib.twins.clear();
    return { ...freshTable(name, rd), remote: true as const };
  });
}

/** Tables without a distinguisher first, then by distinguisher, then by name. */
const compareTables: Order<Table> = (a, b) => {
  if (!a.rd || !b.rd) return Number(a.rd !== undefined) - Number(b.rd !== undefined) || byText(a.vrf, b.vrf);
  return compareRd(a.rd, b.rd) || byText(a.vrf, b.vrf);
};

export const tablesInOrder = (rib: LocRib): readonly Table[] => [...rib.tables.values()].sort(compareTables);

/** The smallest identifier that no path of the net has. RFC 7911 §3: it names the path as long as that is there. */
function freeId(net: Net): number {
  if (net.paths.size === 0) return 1;
  const taken = new Set([...net.paths.values()].map(({ sentId }) => sentId));
  let id = 1;
  while (taken.has(id)) id++;
  return id;
}

/** What of a path may change without its being another one. */
const lasting = ({ epoch: _epoch, stale: _stale, barred: _barred, ...path }: NewPath): unknown => path;

/** Adds the path, or replaces the one of its key. The same path again changes nothing. */
export function putPath(rib: LocRib, table: Table, prefix: Prefix, path: NewPath, now: Micros): void {
  const net = table.nets.getOrMake(prefix, () => freshNet(prefix));
  const old = net.paths.get(path.key);
  const kept = old && equal({ ...(lasting(path) as object), ...stampOf(old) }, lasting(old)) ? old : undefined;
  const stamp = kept ? stampOf(kept) : { since: now, order: rib.arrivals++, sentId: old?.sentId ?? freeId(net) };
  if (kept && kept.epoch === path.epoch && kept.stale === path.stale && kept.barred === path.barred) return;
  net.paths.set(path.key, { ...path, ...stamp });
  table.touched.add(prefix);
}

const stampOf = ({ since, order, sentId }: Path) => ({ since, order, sentId });

export function removePath(table: Table, prefix: Prefix, key: PathKey): void {
  if (table.nets.get(prefix)?.paths.delete(key)) table.touched.add(prefix);
}

const NOTHING_LOST: Net['lost'] = new Map();

const freshNet = (prefix: Prefix): Net => ({
  prefix,
  version: 0,
  paths: new Map(),
  best: undefined,
  also: [],
  lost: NOTHING_LOST,
  hidden: 0,
});

/** Chooses anew where something was touched: tables in order, nets in order, so versions do not depend on arrival. */
export function decideTouched(rib: LocRib, factsOf: (table: Table) => LadderFacts): readonly NetChange[] {
  const changes: NetChange[] = [];
  for (const table of tablesInOrder(rib)) {
    if (table.touched.size === 0) continue;
    const facts = factsOf(table);
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
  const old = net.also;
  const paths = candidatesOf(net, facts);
  const decision = decide(paths, facts);
  const { best, lost } = decision;
  const also = paths.length > 1 ? equals(paths, decision, facts) : NO_PATHS;
  const same = before === best && also.length === old.length && also.every((path, i) => path === old[i]);
  net.best = best;
  net.lost = lost;
  net.also = also;
  if (net.paths.size === 0) table.nets.delete(prefix);
  if (same) return undefined;
  net.version = ++rib.versions[familyOf(table)];
  return { table, prefix, before, after: best, also };
}

const NO_PATHS: readonly Path[] = [];

/** Where the routing table decides between routes of ours and of others, only what peers told is compared here. */
function candidatesOf(net: Net, { tells }: LadderFacts): readonly Path[] {
  const paths = [...net.paths.values()];
  return tells === 'active' ? paths.filter((path) => !isSourced(path) || path.origination === 'aggregate') : paths;
}

/** Gives the table another distinguisher: every net of the old one is gone, and new under the new one. */
export function renumber(rib: LocRib, table: Table, rd: RouteDistinguisher | undefined): void {
  for (const net of table.nets.values()) {
    if (net.best) rib.versions[familyOf(table)]++;
    net.best = undefined;
    table.touched.add(net.prefix);
  }
  table.rd = rd;
  rib.twins.clear();
}
