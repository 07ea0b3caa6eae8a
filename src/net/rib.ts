// One routing table: candidates per prefix, the active one of each, and which prefixes must be looked at again.

import { equal } from '../base/equal.ts';
import type { Ip } from '../base/ip.ts';
import { comparePrefix, DEFAULT4, DEFAULT6, type Prefix } from '../base/prefix.ts';
import { byText } from '../base/sorted-map.ts';
import { Trie } from '../base/trie.ts';
import type { ProcessId } from '../route/names.ts';
import type { Route } from '../route/route.ts';
import { type Micros, ZERO } from '../sim/time.ts';
import type { Candidate, Preferences, RibEntry, Verdict } from './rib-types.ts';

/** How far the next hops of a route lead at this moment. */
export interface Reach {
  readonly reachable: readonly boolean[];
  readonly usable: boolean;
  readonly verdict: Verdict | undefined;
}

/** What looking at a prefix again brought to light. */
export interface Refreshed {
  readonly before: Candidate | undefined;
  readonly after: Candidate | undefined;
  /** Another route is active, or none. */
  readonly routeChanged: boolean;
  /** Packets go another way. */
  readonly verdictChanged: boolean;
}

const sameRoute = (route: Route, source: ProcessId, slot: string | undefined): boolean =>
  route.source === source && route.slot === slot;

const orderOf = ({ rank, metric }: Route): number => rank ?? metric;

/** Best first. Preference and metric decide; source and slot only make the order total. */
function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    Number(mayBeActive(b)) - Number(mayBeActive(a)) ||
    a.preference - b.preference ||
    orderOf(a.route) - orderOf(b.route) ||
    byText(a.route.source, b.route.source) ||
    byText(a.route.slot ?? '', b.route.slot ?? '')
  );
}

/** Nothing but its place among the routes of its process is another. */
const isReranked = (old: Route, route: Route): boolean =>
  old.rank !== undefined && route.rank !== undefined && equal({ ...old, rank: route.rank }, route);

const mayBeActive = (candidate: Candidate): boolean => candidate.usable && candidate.route.hidden === undefined;

/**
 * The table only marks what was touched; `refresh` draws the consequences when its owner (settling) asks for them.
 * Entries and candidates are values: a change makes new ones.
 */
export class Rib {
  readonly #entries = new Trie<RibEntry>();
  readonly #dirty = new Set<Prefix>();
  readonly #mark: () => void;
  #preferences: Preferences | undefined;

  /** `mark` is called whenever there is something to look at again. */
  constructor(mark: () => void = () => {}) {
    this.#mark = mark;
  }

  /** Undefined: the table's VRF is not there (yet); nothing in it becomes active. */
  get preferences(): Preferences | undefined {
    return this.#preferences;
  }

  set preferences(wanted: Preferences | undefined) {
    if (equal(this.#preferences, wanted)) return;
    this.#preferences = wanted;
    for (const { prefix } of this.entries()) this.touch(prefix);
  }

  /** Adds the route, or replaces the one of the same source and slot. The same route again changes nothing. */
  put(route: Route, now: Micros): void {
    const entry = this.#entries.get(route.prefix);
    const old = entry?.candidates.find((candidate) => sameRoute(candidate.route, route.source, route.slot));
    if (old && equal(old.route, route)) return;
    const fresh: Candidate =
      old && isReranked(old.route, route)
        ? { ...old, route }
        : {
            route,
            preference: route.preference ?? this.#preferences?.[route.kind] ?? 0,
            since: now,
            usable: false,
            reachable: route.nexthops.map(() => false),
            verdict: undefined,
          };
    const others = entry?.candidates.filter((candidate) => candidate !== old) ?? [];
    this.#store(route.prefix, [...others, fresh], entry);
  }

  /** Takes the route of this source and slot away. */
  remove(prefix: Prefix, source: ProcessId, slot?: string): void {
    const entry = this.#entries.get(prefix);
    const kept = entry?.candidates.filter((candidate) => !sameRoute(candidate.route, source, slot));
    if (entry && kept && kept.length < entry.candidates.length) this.#store(prefix, kept, entry);
  }

  /** Takes everything of a source away. */
  removeAll(source: ProcessId): void {
    for (const entry of this.entries()) {
      const kept = entry.candidates.filter((candidate) => candidate.route.source !== source);
      if (kept.length < entry.candidates.length) this.#store(entry.prefix, kept, entry);
    }
  }

  /** The active route was taken out and put in again: it is as old as this moment. */
  renew(prefix: Prefix, now: Micros): void {
    const entry = this.#entries.get(prefix);
    if (!entry?.active) return;
    this.#entries.set(prefix, { ...entry, activeSince: now });
    this.touch(prefix);
  }

  /** Marks a prefix whose next hops may lead elsewhere now. */
  touch(prefix: Prefix): void {
    this.#dirty.add(prefix);
    this.#mark();
  }

  /** The marked prefixes, in table order; the marks are gone then. */
  takeTouched(): readonly Prefix[] {
    if (this.#dirty.size === 0) return [];
    const touched = [...this.#dirty].sort(comparePrefix);
    this.#dirty.clear();
    return touched;
  }

  get touched(): boolean {
    return this.#dirty.size > 0;
  }

  /** Asks anew where every candidate of the prefix leads, sorts them and makes the best one active. */
  refresh(prefix: Prefix, reachOf: (route: Route) => Reach, now: Micros): Refreshed {
    const entry = this.#entries.get(prefix);
    const before = entry?.active;
    const candidates = (entry?.candidates ?? []).map((old) => this.#renewed(old, reachOf(old.route), now));
    candidates.sort(compareCandidates);
    const first = candidates[0];
    const after = first && this.#preferences && mayBeActive(first) ? first : undefined;
    const routeChanged = before?.route !== after?.route;
    if (candidates.length === 0) this.#entries.delete(prefix);
    else if (entry) {
      const activeSince = routeChanged ? now : entry.activeSince;
      this.#entries.set(prefix, { prefix, candidates, active: after, activeSince });
    }
    return { before, after, routeChanged, verdictChanged: !equal(before?.verdict, after?.verdict) };
  }

  entry(prefix: Prefix): RibEntry | undefined {
    return this.#entries.get(prefix);
  }

  /** The entry of the longest prefix that holds the address, among those that `accept` takes. */
  longest(address: Ip, accept: (entry: RibEntry) => boolean): RibEntry | undefined {
    return this.#entries.holding(address).find((held) => accept(held.value))?.value;
  }

  /** In table order. */
  entries(): readonly RibEntry[] {
    return [...this.within(DEFAULT4), ...this.within(DEFAULT6)];
  }

  /** The entries inside a block (itself included), in table order. */
  within(block: Prefix): readonly RibEntry[] {
    return this.#entries.within(block).map((held) => held.value);
  }

  #renewed(old: Candidate, reach: Reach, now: Micros): Candidate {
    const preference = old.route.preference ?? this.#preferences?.[old.route.kind] ?? 0;
    const since = reach.usable && !old.usable ? now : old.since;
    // What the answer stood on is not the table's to keep.
    const { reachable, usable, verdict } = reach;
    const renewed: Candidate = { route: old.route, preference, since, usable, reachable, verdict };
    return equal(old, renewed) ? old : renewed;
  }

  /** The active candidate stays what it was until the next refresh: it is what forwarding still uses. */
  #store(prefix: Prefix, candidates: readonly Candidate[], old: RibEntry | undefined): void {
    this.#entries.set(prefix, {
      prefix,
      candidates,
      active: old?.active,
      activeSince: old?.activeSince ?? ZERO,
    });
    this.touch(prefix);
  }
}
