// The life of the process: what is looked at, when it changes, and what stands on it.

import { equal } from '../../base/equal.ts';
import { isIp4 } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import { byText, SortedMap } from '../../base/sorted-map.ts';
import type { Interface } from '../../net/interface.ts';
import type { VrfName } from '../../route/names.ts';
import { ROUTE_KINDS } from '../../route/route.ts';
import type { Micros } from '../../sim/time.ts';
import type { Process, ProcessContext, ProcessInput } from '../plugin.ts';
import type { TrackConfig, Tracked, TrackObject } from './config.ts';
import { byObjectName } from './object-name.ts';
import { Probes } from './probes.ts';
import type { ProbeRow, TrackEvent, TrackRow } from './show.ts';

type Context = ProcessContext<undefined, TrackEvent>;

interface Watched {
  object: TrackObject;
  up: boolean;
  changes: number;
  changed: Micros;
}

export class TrackProcess implements Process<TrackConfig> {
  readonly #context: Context;
  readonly #watched = new SortedMap<string, Watched>(byObjectName);
  readonly #probes: Probes;
  #routeInterval = 0 as Micros;
  #vrfs: readonly VrfName[] = [];

  constructor(context: Context) {
    this.#context = context;
    this.#probes = new Probes(context);
  }

  configure(wanted: TrackConfig): 'applied' {
    const names = new Set(wanted.objects.map(({ name }) => name));
    for (const [name, { object, up }] of this.#watched.entries())
      if (!names.has(name)) {
        this.#watched.delete(name);
        this.#context.timer('delay', name, 'off');
        this.#report(object, up ? 'up' : 'down', 'undefined');
      }
    this.#routeInterval = wanted.routeInterval;
    this.#watchRoutes(wanted.objects);
    this.#probes.configure(wanted.probes ?? []);
    for (const object of [...wanted.objects].sort((a, b) => byObjectName(a.name, b.name))) this.#define(object);
    this.#followLists();
    return 'applied';
  }

  handle(input: ProcessInput): void {
    if (input.kind === 'interface') this.#review(({ kind }) => kind === 'interface' || kind === 'port');
    else if (input.kind === 'route') this.#routeChanged(input.prefix);
    else if (input.kind === 'echo') {
      this.#probes.answered(input.key, input.rtt);
      this.#review(ofProbes);
    } else if (input.kind === 'timer' && this.#probes.expire(input.name, input.key)) this.#review(ofProbes);
    else if (input.kind === 'timer' && input.name === 'delay') this.#settled(input.key);
    else if (input.kind === 'timer') this.#review(ofRoutes);
    this.#followLists();
  }

  stop(): void {
    this.configure({ objects: [], routeInterval: 0 as Micros });
  }

  probes(): readonly ProbeRow[] {
    return this.#probes.rows();
  }

  rows(): readonly TrackRow[] {
    return this.#watched.entries().map(([name, { object, up, changes, changed }]) => ({
      object,
      up,
      changes,
      changed,
      ...this.#way(object.what),
      ...this.#probed(object.what),
      pending: this.#context.timerAt('delay', name),
    }));
  }

  #define(object: TrackObject): void {
    const { name, what } = object;
    const known = this.#watched.get(name);
    if (known && equal(known.object.what, what)) {
      known.object = object;
      return;
    }
    const up = this.#isUp(what);
    const { now } = this.#context;
    const news = known?.up !== up;
    const changes = (known?.changes ?? 0) + (news ? 1 : 0);
    this.#watched.set(name, { object, up, changes, changed: news ? now : (known?.changed ?? now) });
    this.#context.timer('delay', name, 'off');
    if (news) this.#report(object, known ? (known.up ? 'up' : 'down') : 'undefined', up ? 'up' : 'down');
  }

  /** Routes of all kinds, in the VRFs that objects name. */
  #watchRoutes(objects: readonly TrackObject[]): void {
    const vrfs = [...new Set(objects.flatMap(({ what }) => (what.kind === 'route' ? [what.vrf] : [])))].sort(byText);
    for (const vrf of this.#vrfs) if (!vrfs.includes(vrf)) this.#context.watchRoutes(vrf, []);
    for (const vrf of vrfs) if (!this.#vrfs.includes(vrf)) this.#context.watchRoutes(vrf, ROUTE_KINDS);
    this.#vrfs = vrfs;
  }

  #routeChanged(prefix: Prefix): void {
    const concerned = this.#watched.values().some(({ object: { what } }) => isConcerned(what, prefix));
    if (!concerned) return;
    if (this.#routeInterval === 0) this.#review(ofRoutes);
    else if (this.#context.timerAt('routes', '') === undefined) {
      const left = this.#routeInterval - (this.#context.now % this.#routeInterval);
      this.#context.timer('routes', '', left as Micros);
    }
  }

  #isUp(what: Tracked): boolean {
    switch (what.kind) {
      case 'interface':
        return isUp(this.#context.interface(what.on), what);
      case 'port':
        return this.#context.interfaces().some((face) => face.port === what.port && isUp(face, what));
      case 'route':
        return this.#context.rib(what.vrf).entry(what.prefix)?.active !== undefined;
      case 'probe': {
        const verdict = this.#probes.row(what.name)?.verdict;
        return verdict === 'ok' || (verdict === 'over-threshold' && what.asked === 'reachability');
      }
      case 'list': {
        const stands = what.members.map(({ object, not }) => (this.#watched.get(object)?.up ?? false) !== not);
        // Nothing at all is not up.
        return what.boolean === 'and' ? stands.length > 0 && stands.every(Boolean) : stands.some(Boolean);
      }
      case 'fixed':
        return what.up;
    }
  }

  #probed(what: Tracked): Pick<TrackRow, 'probe'> {
    const probe = what.kind === 'probe' ? this.#probes.row(what.name) : undefined;
    return probe ? { probe } : {};
  }

  #way(what: Tracked): Pick<TrackRow, 'via' | 'route'> {
    const active = what.kind === 'route' ? this.#context.rib(what.vrf).entry(what.prefix)?.active : undefined;
    const verdict = active?.verdict;
    const via = verdict?.kind === 'forward' ? verdict.paths[0]?.out : undefined;
    return { via: verdict?.kind === 'receive' ? verdict.on : via, route: active?.route.kind };
  }

  /** Looks at these objects again. True: one has changed. */
  #review(which: (what: Tracked) => boolean): boolean {
    let news = false;
    for (const [name, { object, up }] of this.#watched.entries()) {
      if (!which(object.what)) continue;
      const stands = this.#isUp(object.what);
      const delay = stands ? object.delay.up : object.delay.down;
      if (stands === up) this.#context.timer('delay', name, 'off');
      else if (delay === 0) {
        this.#change(name, stands);
        news = true;
      } else if (this.#context.timerAt('delay', name) === undefined) this.#context.timer('delay', name, delay);
    }
    return news;
  }

  #settled(name: string): void {
    const watched = this.#watched.get(name);
    if (!watched) return;
    const stands = this.#isUp(watched.object.what);
    if (stands !== watched.up) this.#change(name, stands);
  }

  #change(name: string, up: boolean): void {
    const watched = this.#watched.get(name);
    if (!watched) return;
    watched.up = up;
    watched.changes++;
    watched.changed = this.#context.now;
    this.#report(watched.object, up ? 'down' : 'up', up ? 'up' : 'down');
  }

  /** Lists may hold lists: looked at until none changes, or as often as a circle of them could need. */
  #followLists(): void {
    for (let round = 0; round < this.#watched.size; round++) if (!this.#review(({ kind }) => kind === 'list')) return;
  }

  #report({ name, what }: TrackObject, before: TrackEvent['before'], state: TrackEvent['state']): void {
    this.#context.emit({ kind: 'track', object: name, what, before, state });
  }
}

const ofRoutes = ({ kind }: Tracked): boolean => kind === 'route';
const ofProbes = ({ kind }: Tracked): boolean => kind === 'probe';

const isConcerned = (what: Tracked, prefix: Prefix): boolean =>
  what.kind === 'route' && what.prefix.text === prefix.text;

const isUp = (face: Interface | undefined, what: Tracked & { readonly kind: 'interface' | 'port' }): boolean =>
  face?.up === true &&
  (what.kind === 'port' || what.what === 'line' || face.addresses.some(({ address }) => isIp4(address)));
