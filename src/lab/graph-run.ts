// Running a graph: until every router has every route at its right cost, then the same without the first link.

import { DEFAULT4 } from '../base/prefix.ts';
import type { Router } from '../device/router.ts';
import { MAIN } from '../route/names.ts';
import { type Micros, minutes, plus } from '../sim/time.ts';
import { type PreparedLab, RunningLab } from './build.ts';
import { type Graph, type Wanted, wantedBy } from './graph.ts';
import type { GraphLab } from './graph-lab.ts';

/** Lab time after which nobody waits any longer. */
const PATIENCE = minutes(30);

/** Routes by protocols that a router uses, and what they cost. */
function learned(router: Router): Map<string, number> {
  const rows = router.ask('routes', { vrf: MAIN, within: DEFAULT4 }) ?? [];
  const found = new Map<string, number>();
  for (const { prefix, routes } of rows) {
    const active = routes.find((one) => one.active)?.candidate.route;
    if (active?.kind.startsWith('isis')) found.set(prefix.text, active.metric);
  }
  return found;
}

const agrees = (found: ReadonlyMap<string, number>, wanted: Wanted): boolean =>
  found.size === wanted.size && [...wanted].every(([block, cost]) => found.get(block) === cost);

/** Looks at one router after the other: at the first that is not complete, again when something has changed there. */
class Watch {
  readonly #routers: readonly { readonly router: Router; readonly wanted: Wanted }[];
  #next = 0;
  #seen: Micros | undefined;

  constructor(running: RunningLab, wanted: ReadonlyMap<string, Wanted>) {
    this.#routers = [...wanted].flatMap(([name, theirs]) => {
      const router = running.router(name);
      return router ? [{ router, wanted: theirs }] : [];
    });
  }

  get complete(): boolean {
    for (let one = this.#routers[this.#next]; one; one = this.#routers[this.#next]) {
      const { lastChange } = one.router;
      if (lastChange === this.#seen) return false;
      if (!agrees(learned(one.router), one.wanted)) {
        this.#seen = lastChange;
        return false;
      }
      this.#next++;
      this.#seen = undefined;
    }
    // What was right when it was looked at may have changed since.
    const wrong = this.#routers.findIndex(({ router, wanted }) => !agrees(learned(router), wanted));
    if (wrong < 0) return true;
    this.#next = wrong;
    return false;
  }

  /** The first router that is not complete, and how many are not. */
  get missing(): string {
    const wrong = this.#routers.filter(({ router, wanted }) => !agrees(learned(router), wanted));
    const first = wrong[0];
    if (!first) return '';
    const found = learned(first.router);
    const block = [...first.wanted].find(([one, cost]) => found.get(one) !== cost)?.[0];
    return `${wrong.length} of ${this.#routers.length} routers lack routes; the first, ${first.router.id}, ${block ?? 'has one too many'}`;
  }
}

/** One phase of a run, as far as the network tells. */
export interface Phase {
  /** Empty when it came to its end; else who lacks what. */
  readonly missing: string;
  readonly labSeconds: number;
  readonly events: number;
}

/** A graph that runs. */
export class GraphRun {
  readonly running: RunningLab;
  readonly #graph: Graph;
  readonly #bench: GraphLab;

  constructor(graph: Graph, bench: GraphLab, prepared: PreparedLab) {
    this.#graph = graph;
    this.#bench = bench;
    this.running = new RunningLab(prepared, bench.lab.seed);
  }

  /** Runs until every router has every route. */
  converge(): Phase {
    return this.#phase(new Watch(this.running, wantedBy(this.#graph, this.#graph.links, this.#bench.loopbackCost)));
  }

  /** Cuts the first link and runs until every router knows the ways that are left. */
  fail(): Phase {
    this.running.world.setLink(this.#bench.firstLink, false);
    const left = this.#graph.links.slice(1);
    return this.#phase(new Watch(this.running, wantedBy(this.#graph, left, this.#bench.loopbackCost)));
  }

  /** Routes by the protocol, of all routers. */
  get routes(): number {
    let count = 0;
    for (const { name } of this.#graph.routers) {
      const router = this.running.router(name);
      if (router) count += learned(router).size;
    }
    return count;
  }

  #phase(watch: Watch): Phase {
    const { world } = this.running;
    const [from, events] = [world.now, world.executed];
    const done = this.running.until(() => watch.complete, plus(from, PATIENCE));
    return {
      missing: done ? '' : watch.missing,
      labSeconds: (world.now - from) / 1e6,
      events: world.executed - events,
    };
  }
}
