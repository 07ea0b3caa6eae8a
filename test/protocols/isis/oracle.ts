// What every router should reach, worked out from the network as it was drawn: no packets, no databases.
// ISO 10589 §7.2, RFC 1195 §3.2, RFC 5302 §3.2 with wide metrics. Only what the random networks use.

import type { LinkSpec, RouterSpec } from '../../harness/isis-lab.ts';

export interface Drawn {
  readonly routers: Readonly<Record<string, RouterSpec>>;
  readonly links: readonly LinkSpec[];
}

type Level = 1 | 2;
interface Reach {
  readonly metric: number;
  readonly kind: string;
  readonly via: ReadonlySet<string>;
}
interface Path {
  readonly distance: number;
  readonly via: ReadonlySet<string>;
}

/** Ways out are a neighbour and a link: parallel ones are two. */
const namesOf = (via: ReadonlySet<string>): string =>
  [...via]
    .map((way) => way.split(' ')[0])
    .sort()
    .join(',');

const LOOPBACK_METRIC = 10;

export class Oracle {
  readonly #drawn: Drawn;
  readonly #names: readonly string[];

  constructor(drawn: Drawn) {
    this.#drawn = drawn;
    this.#names = Object.keys(drawn.routers);
  }

  #spec(name: string): RouterSpec {
    return this.#drawn.routers[name] as RouterSpec;
  }
  #levels(name: string): readonly Level[] {
    return this.#spec(name).levels ?? [1, 2];
  }
  #isOverloaded(name: string): boolean {
    return this.#spec(name).overload?.when === 'always';
  }
  #cost(link: LinkSpec, name: string): number {
    return link.ends?.[name]?.metric ?? link.metric ?? 10;
  }

  /** Everybody next to a router at a level, and the cost of the link. */
  #edges(name: string, level: Level): readonly (readonly [string, number, number])[] {
    if (!this.#levels(name).includes(level)) return [];
    return this.#drawn.links.flatMap((link, i) => {
      const ends = link.on.split(' ');
      if (!ends.includes(name)) return [];
      const near = ends.filter(
        (other) =>
          other !== name &&
          this.#levels(other).includes(level) &&
          (level === 2 || this.#spec(other).area === this.#spec(name).area),
      );
      return near.map((other) => [other, this.#cost(link, name), i] as const);
    });
  }

  /** Bellman and Ford, not Dijkstra: nothing of what is tested is repeated here. */
  paths(from: string, level: Level): ReadonlyMap<string, Path> {
    const best = new Map<string, Path>([[from, { distance: 0, via: new Set() }]]);
    for (let changed = true; changed; ) {
      changed = false;
      for (const [name, { distance, via }] of [...best]) {
        if (name !== from && this.#isOverloaded(name)) continue;
        for (const [other, cost, link] of this.#edges(name, level)) {
          if (other === from) continue;
          const ways = name === from ? new Set([`${other} ${link}`]) : via;
          const known = best.get(other);
          const total = distance + cost;
          const isNew = !known || total < known.distance;
          const adds = known && total === known.distance && [...ways].some((way) => !known.via.has(way));
          if (!isNew && !adds) continue;
          best.set(other, { distance: total, via: isNew ? ways : new Set([...(known?.via ?? []), ...ways]) });
          changed = true;
        }
      }
    }
    best.delete(from);
    return best;
  }

  /** Own prefixes and what they cost to tell. */
  #own(name: string): ReadonlyMap<string, number> {
    const own = new Map([[`10.255.0.${this.#names.indexOf(name) + 1}/32`, LOOPBACK_METRIC]]);
    this.#drawn.links.forEach((link, i) => {
      if (link.on.split(' ').includes(name)) own.set(`10.0.${i}.0/24`, this.#cost(link, name));
    });
    return own;
  }

  /** The nearest of those who tell a prefix. */
  #reach(name: string, level: Level, told: ReadonlyMap<string, ReadonlyMap<string, number>>, kind: string) {
    const found = new Map<string, Reach>();
    for (const [other, { distance, via }] of this.paths(name, level)) {
      for (const [prefix, cost] of told.get(other) ?? []) {
        const metric = distance + cost;
        const known = found.get(prefix);
        if (known && known.metric < metric) continue;
        const ways = known?.metric === metric ? new Set([...known.via, ...via]) : via;
        found.set(prefix, { metric, kind, via: ways });
      }
    }
    for (const prefix of this.#own(name).keys()) found.delete(prefix);
    return found;
  }

  #at(level: Level): readonly string[] {
    return this.#names.filter((name) => this.#levels(name).includes(level));
  }

  isAttached(name: string): boolean {
    if (!this.#levels(name).includes(2)) return false;
    return [...this.paths(name, 2).keys()].some((other) => this.#spec(other).area !== this.#spec(name).area);
  }

  /** `10.255.0.2/32 20 l1 r2`, as the lab prints it. */
  routes(): Readonly<Record<string, readonly string[]>> {
    const own = new Map(this.#names.map((name) => [name, this.#own(name)]));
    const one = new Map(this.#at(1).map((name) => [name, this.#reach(name, 1, own, 'l1')]));
    const toldUp = new Map(
      this.#at(2).map((name) => {
        const all = new Map(own.get(name));
        // Level 1 routers that are in level 2 too tell it what they reach.
        for (const [prefix, { metric }] of one.get(name) ?? []) all.set(prefix, metric);
        return [name, all];
      }),
    );
    const two = new Map(this.#at(2).map((name) => [name, this.#reach(name, 2, toldUp, 'l2')]));
    const toldDown = new Map(
      this.#at(1).map((name) => {
        const leaks = this.#spec(name).leaks?.some((leak) => leak.from === 2) === true;
        const down = [...(leaks ? (two.get(name) ?? []) : [])].filter(([prefix]) => !one.get(name)?.has(prefix));
        return [name, new Map(down.map(([prefix, { metric }]) => [prefix, metric]))];
      }),
    );
    const lines = this.#names.map((name): [string, readonly string[]] => {
      const best = new Map<string, Reach>();
      if (one.has(name)) for (const [prefix, reach] of this.#reach(name, 1, toldDown, 'ia')) best.set(prefix, reach);
      for (const [prefix, reach] of two.get(name) ?? []) best.set(prefix, reach);
      for (const [prefix, reach] of one.get(name) ?? []) best.set(prefix, reach);
      const exit = this.#exit(name);
      if (exit) best.set('0.0.0.0/0', exit);
      return [name, [...best].map(([prefix, { metric, kind, via }]) => `${prefix} ${metric} ${kind} ${namesOf(via)}`)];
    });
    return Object.fromEntries(lines);
  }

  /** To the nearest router that leads out of the area and is not overloaded. */
  #exit(name: string): Reach | undefined {
    if (!this.#levels(name).includes(1) || this.isAttached(name)) return undefined;
    let best: Reach | undefined;
    for (const [other, { distance, via }] of this.paths(name, 1)) {
      if (!this.isAttached(other) || this.#isOverloaded(other)) continue;
      if (best && best.metric < distance) continue;
      best = { metric: distance, kind: 'l1', via: best?.metric === distance ? new Set([...best.via, ...via]) : via };
    }
    return best;
  }
}
