// Configured routes. They stand in the table as candidates; the table knows whether their next hops can be reached.

import { equal } from '../../base/equal.ts';
import { compareIp, type Ip, ipText } from '../../base/ip.ts';
import { byText } from '../../base/sorted-map.ts';
import type { Candidate } from '../../net/rib-types.ts';
import type { VrfName } from '../../route/names.ts';
import type { Nexthop, Route } from '../../route/route.ts';
import type { BfdPath, Process, ProcessContext, ProcessInput, TrackState } from '../plugin.ts';
import type { StaticConfig, StaticPath } from './config.ts';
import type { StaticRow } from './show.ts';

type Wanted = Omit<Route, 'source'> & { readonly slot: string };

/** Paths that share the load are one route: of one prefix, preference and metric. Others stand by in slots of their own. */
const slotOf = (path: StaticPath): string => `${path.preference}/${path.metric}${path.install ? '' : '/no-install'}`;

/** The next hop as the resolver shall take it. */
function hopOf({ nexthop, recursive }: StaticPath): Nexthop {
  if (nexthop.via !== 'address' || recursive === true) return nexthop;
  return { ...nexthop, direct: recursive ? 'preferred' : true };
}

const gatewayOf = (hop: Nexthop): Ip | undefined =>
  hop.via === 'interface' || hop.via === 'address' ? hop.gateway : undefined;
const outOf = (hop: Nexthop): string => ('out' in hop ? (hop.out ?? '') : '');

/** Gateways in address order, after next hops that need none. */
function compareHops(a: Nexthop, b: Nexthop): number {
  const [left, right] = [gatewayOf(a), gatewayOf(b)];
  if (left === undefined || right === undefined)
    return (
      Number(left !== undefined) - Number(right !== undefined) || byText(outOf(a), outOf(b)) || byText(a.via, b.via)
    );
  return compareIp(left, right) || byText(outOf(a), outOf(b)) || byText(a.via, b.via);
}

/** The routes that a list of paths amounts to. */
export const staticRoutes = (paths: readonly StaticPath[]): readonly Wanted[] => grouped(paths).map(routeOf);

/** Paths of one route. */
function grouped(paths: readonly StaticPath[]): readonly (readonly StaticPath[])[] {
  const groups = new Map<string, StaticPath[]>();
  for (const path of paths) {
    const key = `${path.prefix.text} ${slotOf(path)}`;
    const group = groups.get(key);
    if (group) group.push(path);
    else groups.set(key, [path]);
  }
  return [...groups.values()];
}

function routeOf(group: readonly StaticPath[]): Wanted {
  const first = group[0] as StaticPath;
  const hops = group.map(hopOf).sort(compareHops);
  const tag = group.find((path) => path.tag !== undefined)?.tag;
  const permanent = group.find((path) => path.permanent)?.permanent;
  return {
    prefix: first.prefix,
    kind: 'static',
    slot: slotOf(first),
    metric: first.metric,
    preference: first.preference,
    nexthops: hops.filter((hop, i) => i === 0 || !equal(hop, hops[i - 1])),
    ...(tag === undefined ? {} : { tag }),
    ...(permanent ? { permanent } : {}),
    ...(first.install ? {} : { noInstall: true }),
    ...(first.noReadvertise ? { noReadvertise: true } : {}),
    ...(first.given ? { given: first.given } : {}),
  };
}

const bfdKey = ({ vrf, peer, on, local }: BfdPath): string =>
  `${vrf} ${ipText(peer)} ${on ?? ''} ${local === undefined ? '' : ipText(local)}`;

interface Installed {
  readonly vrf: VrfName;
  readonly route: Wanted;
}

export class StaticProcess implements Process<StaticConfig> {
  readonly #context: ProcessContext<undefined, never>;
  #config: StaticConfig = { paths: {} };
  #installed: ReadonlyMap<string, Installed> = new Map();
  /** Routes of one path, by that path: a configuration that grows hands most of them in again as they were. */
  readonly #single = new WeakMap<StaticPath, Wanted>();
  /** Neighbours that BFD watches for some path, and what it said last. */
  #watched = new Map<string, { readonly path: BfdPath; state: 'up' | 'down' | 'admin-down' | undefined }>();

  /** Objects that paths go by, and how they stand. */
  readonly #tracked = new Map<string, TrackState>();

  constructor(context: ProcessContext<undefined, never>) {
    this.#context = context;
  }

  configure(wanted: StaticConfig): 'applied' {
    this.#config = wanted;
    this.#watch();
    this.#watchTracks();
    this.#install();
    return 'applied';
  }

  /** Asks BFD for what the paths need, and for nothing else. */
  #watch(): void {
    const before = this.#watched;
    this.#watched = new Map();
    for (const [vrf, paths] of Object.entries(this.#config.paths) as [VrfName, readonly StaticPath[]][])
      for (const { bfd } of paths) {
        if (!bfd) continue;
        const path: BfdPath = { ...bfd.path, vrf };
        const key = bfdKey(path);
        if (this.#watched.has(key)) continue;
        this.#watched.set(key, { path, state: before.get(key)?.state });
        this.#context.bfd(path, bfd.timers);
      }
    for (const [key, { path }] of before) if (!this.#watched.has(key)) this.#context.bfd(path, undefined);
  }

  /** The objects that paths go by. */
  #watchTracks(): void {
    const paths = Object.values(this.#config.paths).flat();
    const wanted = new Set(paths.flatMap(({ track }) => track ?? []).sort(byText));
    for (const object of this.#tracked.keys())
      if (!wanted.has(object)) {
        this.#tracked.delete(object);
        this.#context.watchTrack(object, false);
      }
    for (const object of wanted)
      if (!this.#tracked.has(object)) {
        this.#tracked.set(object, 'undefined');
        this.#context.watchTrack(object, true);
      }
  }

  /** A neighbour that BFD has not heard, or hears no longer, is no way. One whose owner shut BFD is (RFC 5882 §3.2). */
  #counts(vrf: VrfName, { bfd, track }: StaticPath): boolean {
    if (track !== undefined && this.#tracked.get(track) !== 'up') return false;
    if (!bfd) return true;
    const state = this.#watched.get(bfdKey({ ...bfd.path, vrf }))?.state;
    return state === 'up' || state === 'admin-down';
  }

  #install(): void {
    const { paths } = this.#config;
    const routes = new Map<string, Installed>();
    for (const vrf of (Object.keys(paths) as VrfName[]).sort(byText)) {
      for (const group of grouped((paths[vrf] ?? []).filter((path) => this.#counts(vrf, path)))) {
        const route = this.#routeOf(group);
        routes.set(`${vrf} ${route.prefix.text} ${route.slot}`, { vrf, route });
      }
    }
    for (const [key, { vrf, route }] of this.#installed) {
      if (!routes.has(key)) this.#context.rib(vrf).withdraw(route.prefix, route.slot);
    }
    for (const [key, { vrf, route }] of routes) {
      if (this.#installed.get(key)?.route !== route) this.#context.rib(vrf).install(route);
    }
    this.#installed = routes;
  }

  #routeOf(group: readonly StaticPath[]): Wanted {
    const [only] = group;
    if (only === undefined || group.length > 1) return routeOf(group);
    const route = this.#single.get(only) ?? routeOf(group);
    this.#single.set(only, route);
    return route;
  }

  /** Interfaces and next hops are the table's business. */
  handle(input: ProcessInput): void {
    if (input.kind === 'track') {
      this.#tracked.set(input.object, input.state);
      this.#install();
    }
    if (input.kind !== 'bfd') return;
    const watched = this.#watched.get(bfdKey(input.path));
    if (!watched) return;
    watched.state = input.state;
    this.#install();
  }

  stop(): void {
    this.configure({ paths: {} });
  }

  /** Every configured path of the VRF, in the order of the configuration. */
  rows(vrf: VrfName): readonly StaticRow[] {
    return (this.#config.paths[vrf] ?? []).map((path) => this.#row(vrf, path));
  }

  #row(vrf: VrfName, path: StaticPath): StaticRow {
    const entry = this.#context.rib(vrf).entry(path.prefix);
    const mine = (candidate: Candidate): boolean =>
      candidate.route.source === this.#context.id && candidate.route.slot === slotOf(path);
    const candidate = entry?.candidates.find(mine);
    const at = candidate?.route.nexthops.findIndex((hop) => equal(hop, hopOf(path))) ?? -1;
    const usable = candidate?.reachable[at] ?? false;
    const active = entry?.active !== undefined && mine(entry.active);
    return { path, usable, installed: active && (usable || path.permanent !== false) };
  }
}
