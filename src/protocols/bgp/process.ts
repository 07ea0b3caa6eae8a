// The life of the process: what it is told, what it hears, what follows from it.

import { equal } from '../../base/equal.ts';
import { ANY4, type Ip4, isIp4 } from '../../base/ip.ts';
import type { Prefix } from '../../base/prefix.ts';
import { byText, SortedMap } from '../../base/sorted-map.ts';
import { MAIN, type VrfName } from '../../route/names.ts';
import type { Route } from '../../route/route.ts';
import type { RouteDistinguisher } from '../../route/route-distinguisher.ts';
import { chooseRouterId } from '../common/router-id.ts';
import type { Process, ProcessInput } from '../plugin.ts';
import { activePath, EVERY_KIND, tellsActive, tellTable, touchedNets } from './active-routes.ts';
import { forgetAll, hopChanged } from './adj-rib-in.ts';
import { everythingDue, flush, netTouched, tellAgain } from './adj-rib-out.ts';
import type { Facts } from './answers.ts';
import type { BgpConfig } from './config.ts';
import { type Listener, streamInput } from './connections.ts';
import type { LadderFacts } from './decision.ts';
import { familyOfNumbers } from './iana.ts';
import { LeakedLocals } from './leaked-locals.ts';
import { decideTouched, freshLocRib, freshTable, type NetChange, putPath, removePath, renumber } from './loc-rib.ts';
import { isExternal, type LocRib, type Path, type Table } from './model.ts';
import {
  bfdTold,
  clearPeers,
  configurePeers,
  judgeAnew,
  linkChanged,
  peerTimer,
  stopPeers,
  wayFound,
} from './neighbors.ts';
import { kindsWanted, LOCAL, localPath } from './originate.ts';
import type { Context, Speaker } from './peer.ts';
import { receiveUpdate } from './rx/update.ts';
import { end } from './session.ts';
import { dropStale, importNets } from './vpn.ts';

const IMPORT = 'import';

export class BgpProcess implements Process<BgpConfig> {
  readonly #context: Context;
  readonly #rib: LocRib = freshLocRib();
  #speaker: Speaker | undefined;
  readonly #locals: LeakedLocals;
  readonly #pending = new Set<Prefix>();
  readonly #suspect = new Set<Prefix>();
  readonly #work: Listener = {
    opened: (speaker, peer) => {
      everythingDue(speaker, peer);
    },
    closed: (speaker, peer) => {
      forgetAll(speaker, peer);
      peer.sent.clear();
      peer.due.clear();
      peer.synced.clear();
      speaker.context.timer('advertise', peer.name, 'off');
    },
    update: (speaker, peer, { update }) => {
      const over = receiveUpdate(speaker, peer, update);
      if (over) end(speaker, peer, this.#work, over, false);
    },
    refresh: (speaker, peer, { afi, safi, subtype }) => {
      const family = familyOfNumbers(afi, safi);
      if (family && subtype === 0) tellAgain(speaker, peer, family);
    },
  };
  #config: BgpConfig | undefined;
  #routerId: Ip4 | undefined;
  /** It was said that there is no router ID; it is not said again until there was one. */
  #nameless = false;

  constructor(context: Context) {
    this.#context = context;
    this.#locals = new LeakedLocals(context);
  }

  configure(wanted: BgpConfig): 'applied' | 'restart' {
    if (this.#config && this.#config.asn !== wanted.asn) return 'restart';
    const before = this.#config;
    this.#config = wanted;
    const renamed = this.#name(wanted) || (before !== undefined && !equal(before.confederation, wanted.confederation));
    const speaker = this.#speak(wanted);
    this.#build(wanted);
    configurePeers(speaker, this.#work, renamed);
    if (before && !equal({ ...before, neighbors: [] }, { ...wanted, neighbors: [] })) judgeAnew(speaker);
    this.#run(wanted);
    return 'applied';
  }

  handle(input: ProcessInput): void {
    const config = this.#config;
    if (!config) return;
    switch (input.kind) {
      case 'route':
        this.#heardRoute(config, input.vrf, input.prefix, input.active);
        break;
      case 'interface':
        this.#locals.interfaceChanged(input.interface.name);
        if (this.#name(config)) this.#renamed(config);
        else linkChanged(this.#speak(config), input.interface, this.#work);
        this.#run(config);
        break;
      case 'timer':
        if (input.name === IMPORT) this.#import(config);
        else peerTimer(this.#speak(config), input.name, input.key, this.#work);
        this.#run(config);
        break;
      case 'stream':
        streamInput(this.#speak(config), input, this.#work);
        this.#run(config);
        break;
      case 'nexthop':
        if (isIp4(input.gateway)) this.#heardHop(config, input.vrf, input.gateway, input.metric);
        break;
      case 'bfd':
        bfdTold(this.#speak(config), input, this.#work);
        this.#run(config);
        break;
      case 'action':
        if (input.name === 'clear') this.#clear(config, input.args);
        break;
      default:
        break;
    }
  }

  /** Peers are told that we go; the host takes routes, watches and timers away. */
  stop(): void {
    if (this.#speaker) stopPeers(this.#speaker, this.#work);
  }

  /** For the answers; undefined before the first configuration. */
  get facts(): Facts | undefined {
    return (
      this.#config && {
        id: this.#context.id,
        config: this.#config,
        rib: this.#rib,
        routerId: this.#routerId,
        routes: (table) => this.#context.rib(table.vrf),
        peers: this.#speaker?.peers.values() ?? [],
        now: this.#context.now,
      }
    );
  }

  /** Chooses the router ID anew; true when it is another one. */
  #name(config: BgpConfig): boolean {
    const { traits } = this.#context;
    const old = this.#routerId;
    this.#routerId = config.routerId ?? chooseRouterId(this.#context.interfaces(), traits.routerIdFrom, old, MAIN);
    const nameless = this.#routerId === undefined;
    if (nameless && !this.#nameless) this.#context.emit({ kind: 'bgp-no-router-id' });
    this.#nameless = nameless;
    return old !== this.#routerId;
  }

  #heardHop(config: BgpConfig, vrf: VrfName, gateway: Ip4, metric: number | undefined): void {
    const speaker = this.#speak(config);
    hopChanged(speaker, vrf, gateway, metric);
    if (metric !== undefined) wayFound(speaker, vrf, gateway);
    this.#run(config);
  }

  /** What all files share, as it is now. */
  #speak(config: BgpConfig): Speaker {
    this.#speaker ??= {
      context: this.#context,
      config,
      routerId: this.#routerId,
      rib: this.#rib,
      peers: new SortedMap(byText),
      hops: new Map(),
      pending: this.#pending,
      suspect: this.#suspect,
      labels: new Map(),
      lines: 0,
    };
    this.#speaker.config = config;
    this.#speaker.routerId = this.#routerId;
    return this.#speaker;
  }

  /** Another identifier is another speaker: every session begins anew. */
  #renamed(config: BgpConfig): void {
    this.#build(config);
    configurePeers(this.#speak(config), this.#work, true);
  }

  /** Everything is looked at once more; sessions end, unless it is a soft one. */
  #clear(config: BgpConfig, args: Readonly<Record<string, string>>): void {
    clearPeers(this.#speak(config), args, this.#work);
    this.#again(config);
  }

  /** Brings the tables into line with the configuration. Without a router ID nothing runs. RFC 4271 §4.2 needs one. */
  #build(config: BgpConfig): void {
    const wanted = this.#routerId === undefined ? new Map() : wantedTables(config);
    const gone = this.#rib.tables.values().filter((table) => !table.remote && !wanted.has(table.vrf));
    for (const table of gone) this.#empty(table);
    for (const [vrf, rd] of wanted) this.#open(config, vrf, rd);
    for (const table of this.#rib.tables.values()) for (const prefix of table.nets.keys()) this.#due(table, prefix);
    this.#run(config);
    for (const table of gone) this.#rib.tables.delete(table.vrf);
  }

  #open(config: BgpConfig, vrf: VrfName, rd: RouteDistinguisher | undefined): void {
    const table = this.#rib.tables.getOrMake(vrf, () => freshTable(vrf, rd));
    if (!sameRd(table.rd, rd)) renumber(this.#rib, table, rd);
    this.#context.watchRoutes(vrf, tellsActive(config) ? EVERY_KIND : kindsWanted(config.families[vrf]));
    for (const prefix of table.routes.keys()) this.#originate(config, table, prefix);
  }

  #empty(table: Table): void {
    this.#context.watchRoutes(table.vrf, []);
    this.#locals.forget(table.vrf);
    table.routes.clear();
    for (const net of table.nets.values()) for (const key of net.paths.keys()) removePath(table, net.prefix, key);
    for (const prefix of table.touched) this.#due(table, prefix);
  }

  #heardRoute(config: BgpConfig, vrf: VrfName, prefix: Prefix, active: Route | undefined): void {
    const table = this.#rib.tables.get(vrf);
    if (!table) return;
    const own = active?.source === this.#context.id;
    if (active && !own) table.routes.set(prefix, active);
    else table.routes.delete(prefix);
    this.#locals.follow(vrf, prefix, own ? active : undefined);
    this.#originate(config, table, prefix);
    this.#run(config);
  }

  #originate(config: BgpConfig, table: Table, prefix: Prefix): void {
    const route = table.routes.get(prefix);
    const path = route && (tellsActive(config) ? activePath(table, route) : localPath(table, route, config));
    if (path) putPath(this.#rib, table, prefix, path, this.#context.now);
    else removePath(table, prefix, LOCAL);
    if (table.touched.has(prefix)) this.#due(table, prefix);
  }

  /** Others may have to import this net, or no longer. Plain tables are not imported from. */
  #due(table: Table, prefix: Prefix): void {
    if (!table.rd) return;
    this.#pending.add(prefix);
    this.#suspect.add(prefix);
  }

  /** Decides, tells the routing table, takes stale copies away, until nothing is touched; new copies come later. */
  #run(config: BgpConfig): void {
    const facts = this.#ladder(config);
    const speaker = this.#speak(config);
    dropStale(this.#rib, config, facts, this.#suspect);
    this.#suspect.clear();
    for (const table of this.#rib.tables.values())
      for (const prefix of table.touched) netTouched(speaker, table, prefix);
    const nets = tellsActive(config) ? touchedNets(this.#rib) : [];
    for (const change of decideTouched(this.#rib, facts)) if (!tellsActive(config)) this.#install(change);
    for (const [table, net] of nets) tellTable(speaker, table, net, facts);
    for (const peer of speaker.peers.values()) flush(speaker, peer, facts);
    if (this.#pending.size === 0 || this.#context.timerAt(IMPORT, '') !== undefined) return;
    this.#context.timer(IMPORT, '', this.#context.traits.importDelay);
  }

  #import(config: BgpConfig): void {
    const facts = this.#ladder(config);
    const prefixes = [...this.#pending];
    this.#pending.clear();
    importNets(this.#rib, config, facts, prefixes, this.#context.now);
    this.#run(config);
  }

  /** Everything is looked at once more, at once. */
  #again(config: BgpConfig): void {
    this.#build(config);
    this.#context.timer(IMPORT, '', 'off');
    this.#import(config);
  }

  #install(change: NetChange): void {
    const { table, prefix, before, after, also } = change;
    if (table.remote) return;
    const rib = this.#context.rib(table.vrf);
    const route = after && ribRoute(prefix, after, also);
    if (route) rib.install(route);
    else if (before?.nexthops) rib.withdraw(prefix);
  }

  #ladder(config: BgpConfig): LadderFacts {
    const { ladder, defaultLocalPref, multipath } = config;
    const several = multipath ? { multipath } : {};
    return { ladder, defaultLocalPref, routerId: this.#routerId ?? ANY4, ...several };
  }
}

/**
 * What the routing table is told. A leaked route is of the external kind, whatever it was at home (capture: IOS-XE 16.4
 * lab-validation iosxe_vrf_route_leaking_classic_eigrp: `B 192.168.123.1 [20/130816] via 10.13.11.1 (d1_ce)`).
 */
function ribRoute(prefix: Prefix, path: Path, also: readonly Path[]): Omit<Route, 'source'> | undefined {
  if (!path.nexthops) return undefined;
  const vrf = path.importedFrom?.vrf;
  return {
    prefix,
    kind: isExternal(path) ? 'bgp.external' : 'bgp.internal',
    metric: path.attributes.med ?? 0,
    nexthops: [path, ...also].flatMap((one) => one.nexthops ?? []),
    bgp: path.attributes,
    ...(vrf === undefined ? {} : { leakedFrom: vrf }),
  };
}

/** A table for every VRF that has a family or is a VPN, in the order of their names. */
function wantedTables(config: BgpConfig): ReadonlyMap<VrfName, RouteDistinguisher | undefined> {
  const talked = (config.neighbors ?? []).map((neighbor) => neighbor.vrf);
  const names = new Set([...Object.keys(config.families), ...Object.keys(config.vpns), ...talked] as VrfName[]);
  return new Map([...names].sort(byText).map((vrf) => [vrf, vrf === MAIN ? undefined : config.vpns[vrf]?.rd]));
}

function sameRd(a: RouteDistinguisher | undefined, b: RouteDistinguisher | undefined): boolean {
  return (
    a === b || (a !== undefined && b !== undefined && a.form === b.form && a.admin === b.admin && a.number === b.number)
  );
}
