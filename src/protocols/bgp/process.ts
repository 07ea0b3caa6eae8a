// The life of the process: what it is told, what it hears, what follows from it.

import { equal } from '../../base/equal.ts';
import { ANY4, type Ip4, isIp4 } from '../../base/ip.ts';
import { DEFAULT4, type Prefix } from '../../base/prefix.ts';
import { MAIN, type VrfName } from '../../route/names.ts';
import { ROUTE_KINDS, type Route } from '../../route/route.ts';
import type { RouteDistinguisher } from '../../route/route-distinguisher.ts';
import { chooseRouterId } from '../common/router-id.ts';
import type { Process, ProcessInput } from '../plugin.ts';
import { tellTable, touchedNets } from './active-routes.ts';
import { hopChanged } from './adj-rib-in.ts';
import { dropLabels, everythingDue, netTouched } from './adj-rib-out.ts';
import { bestChanged, configureAggregates, formAggregates } from './aggregates.ts';
import type { Facts } from './answers.ts';
import type { BgpConfig } from './config.ts';
import { type Listener, streamInput } from './connections.ts';
import { hasConverged } from './convergence.ts';
import type { LadderFacts } from './decision.ts';
import { clearFlaps, reviewFlaps } from './flap-review.ts';
import { importsGlobal } from './global-leaks.ts';
import { hopName } from './hops.ts';
import { LeakedLocals } from './leaked-locals.ts';
import { decideTouched, freshLocRib, freshTable, putPath, removePath, renumber } from './loc-rib.ts';
import { flushAll, groupsOf, join, leaveGroups } from './membership.ts';
import type { LocRib, Table } from './model.ts';
import {
  bfdTold,
  clearPeers,
  configurePeers,
  judgeAnew,
  linkChanged,
  peerTimer,
  stopPeers,
  sweep,
  wayFound,
} from './neighbors.ts';
import { kindsWanted, LOCAL, localPath } from './originate.ts';
import { activityOf, type Context, ownId, type Speaker } from './peer.ts';
import { REUSE_TIMER } from './penalties.ts';
import { allHaveTold, beginDeferral, choose, DEFERRAL_TIMER, TELL_TIMER, tellAtLast } from './restarting.ts';
import { install, remapped, sameRd, wantedTables } from './rib-routes.ts';
import { originateTargets } from './route-targets.ts';
import { receiveRefresh } from './rx/refresh.ts';
import { receiveUpdate } from './rx/update.ts';
import { end } from './session.ts';
import { freshSpeaker } from './speaker.ts';
import { keepOrForget, resume } from './stale-paths.ts';
import { clearHits, traceBest } from './trace.ts';
import { conditionNet, defaultRoute, due } from './update-groups.ts';
import { dropStale, importNets } from './vpn.ts';

const IMPORT = 'import';

type NexthopInput = ProcessInput & { readonly kind: 'nexthop' };

export class BgpProcess implements Process<BgpConfig> {
  readonly #context: Context;
  readonly #rib: LocRib = freshLocRib();
  #speaker: Speaker | undefined;
  readonly #locals: LeakedLocals;
  readonly #pending = new Set<Prefix>();
  readonly #suspect = new Set<Prefix>();
  /** What the ladder of each table needs, until the configuration or the router ID changes. */
  readonly #ladders = new Map<VrfName, LadderFacts>();
  readonly #work: Listener = {
    opened: (speaker, peer) => {
      peer.activity.clear();
      peer.toldAll = false;
      peer.ended.clear();
      for (const told of peer.told.values()) if (told.counted) activityOf(peer, told.family).accepted++;
      resume(speaker, peer);
      join(speaker, peer);
    },
    closed: (speaker, peer, why) => {
      leaveGroups(speaker, peer);
      keepOrForget(speaker, peer, why);
    },
    update: (speaker, peer, { update }) => {
      const over = receiveUpdate(speaker, peer, update);
      if (over) end(speaker, peer, this.#work, over, !peer.overLimit);
    },
    refresh: receiveRefresh,
  };
  #config: BgpConfig | undefined;
  #routerId: Ip4 | undefined;
  /** It was said that there is no router ID; it is not said again until there was one. */
  #nameless = false;
  /** It takes over from a process that went. */
  #succeeds = false;
  /** It was said that everybody has told everything: once is enough. */
  #converged = false;

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
    if (this.#succeeds && !before) beginDeferral(speaker);
    this.#ladders.clear();
    speaker.around.configure(wanted);
    this.#build(wanted);
    for (const [table, { prefix, best, also }] of remapped(this.#rib, before, wanted))
      install(this.#context, wanted, { table, prefix, before: best, after: best, also });
    const families = (of: BgpConfig | undefined) =>
      Object.values(of?.families ?? {}).map(({ aggregates }) => aggregates ?? []);
    if (before === undefined || !equal(families(before), families(wanted)) || renamed) configureAggregates(speaker);
    originateTargets(speaker);
    configurePeers(speaker, this.#work, renamed);
    if (before && !equal({ ...before, neighbors: [] }, { ...wanted, neighbors: [] })) judgeAnew(speaker);
    this.#run(wanted);
    this.#reviewDeferral(wanted);
    return 'applied';
  }

  handle(input: ProcessInput): void {
    const config = this.#config;
    if (input.kind === 'action' && input.name === 'succeed') this.#succeeds = true;
    if (!config) return;
    switch (input.kind) {
      case 'route':
        this.#heardRoute(config, input.vrf, input.prefix, input.active);
        break;
      case 'interface':
        this.#locals.interfaceChanged(input.interface.name);
        if (this.#name(config)) this.#renamed(config);
        else linkChanged(this.#speak(config), input.interface, this.#work);
        for (const group of this.#speaker?.groups.values() ?? []) group.cache = new WeakMap();
        this.#run(config);
        break;
      case 'timer':
        if (input.name === IMPORT) this.#import(config);
        else if (input.name === DEFERRAL_TIMER) this.#choose(config);
        else if (input.name === TELL_TIMER) tellAtLast(this.#speak(config));
        else if (input.name === REUSE_TIMER) reviewFlaps(this.#speak(config));
        else peerTimer(this.#speak(config), input.name, input.key, this.#work);
        this.#run(config);
        break;
      case 'stream':
        streamInput(this.#speak(config), input, this.#work);
        this.#run(config);
        this.#reviewConvergence(config);
        this.#reviewDeferral(config);
        break;
      case 'nexthop':
        if (isIp4(input.gateway)) this.#heardHop(config, input, input.gateway);
        break;
      case 'bfd':
        bfdTold(this.#speak(config), input, this.#work);
        this.#run(config);
        break;
      case 'action':
        this.#act(config, input.name, input.args);
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
        groups: this.#speaker?.groups.values() ?? [],
        speaker: this.#speaker,
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
    this.#ladders.clear();
    return old !== this.#routerId;
  }

  #heardHop(config: BgpConfig, { vrf, metric, search }: NexthopInput, gateway: Ip4): void {
    const speaker = this.#speak(config);
    const hop = speaker.hops.get(hopName(vrf, gateway, search));
    if (hop) hopChanged(speaker, hop, metric);
    if (metric !== undefined && search === undefined) wayFound(speaker, vrf, gateway);
    this.#run(config);
  }

  #reviewConvergence(config: BgpConfig): void {
    if (this.#converged || !hasConverged(this.#speak(config))) return;
    this.#converged = true;
    this.#context.emit({ kind: 'bgp-converged' });
  }

  #reviewDeferral(config: BgpConfig): void {
    const speaker = this.#speak(config);
    if (speaker.deferred === 'choosing' && allHaveTold(speaker)) this.#choose(config);
  }

  #choose(config: BgpConfig): void {
    choose(this.#speak(config));
    this.#again(config);
  }

  /** What all files share, as it is now. */
  #speak(config: BgpConfig): Speaker {
    this.#speaker ??= freshSpeaker(this.#context, config, this.#rib, {
      pending: this.#pending,
      suspect: this.#suspect,
      factsOf: (vrf) => this.#facts(vrf),
    });
    this.#speaker.config = config;
    this.#speaker.routerId = this.#routerId;
    return this.#speaker;
  }

  /** Another identifier is another speaker: every session begins anew. */
  #renamed(config: BgpConfig): void {
    this.#build(config);
    configurePeers(this.#speak(config), this.#work, true);
  }

  #act(config: BgpConfig, name: string, args: Readonly<Record<string, string>>): void {
    const speaker = this.#speak(config);
    if (name === 'clear-list-hits') clearHits(speaker, args);
    if (name === 'trace') speaker.traced = args['on'] === 'yes';
    if (name === 'clear-flaps') {
      clearFlaps(speaker, args);
      this.#run(config);
    }
    if (name !== 'clear') return;
    clearPeers(speaker, args, this.#work);
    // Everything is looked at once more.
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
    this.#rib.twins.clear();
  }

  #open(config: BgpConfig, vrf: VrfName, rd: RouteDistinguisher | undefined): void {
    const table = this.#rib.tables.getOrMake(vrf, () => freshTable(vrf, rd));
    if (!sameRd(table.rd, rd)) renumber(this.#rib, table, rd);
    const every = this.#speaker?.around.watches(vrf) === true;
    this.#context.watchRoutes(vrf, every ? ROUTE_KINDS : kindsWanted(config, vrf));
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
    const had = table.routes.has(prefix);
    if (active && !own) table.routes.set(prefix, active);
    else if (had) table.routes.delete(prefix);
    this.#locals.follow(vrf, prefix, own ? active : undefined);
    const speaker = this.#speak(config);
    if (speaker.around.heard(vrf, prefix)) {
      judgeAnew(speaker);
      this.#run(config);
    }
    if (own && !had) return;
    this.#originate(config, table, prefix);
    for (const group of groupsOf(speaker, vrf))
      if (defaultRoute(group, prefix, table.routes.get(prefix))) due(group, vrf, DEFAULT4);
    if (config.tells === 'active') {
      netTouched(speaker, table, prefix);
      this.#due(table, prefix);
    }
    this.#run(config);
  }

  #originate(config: BgpConfig, table: Table, prefix: Prefix): void {
    const route = table.routes.get(prefix);
    const path = route && localPath(this.#speak(config), table, route);
    if (path) putPath(this.#rib, table, prefix, path, this.#context.now);
    else removePath(table, prefix, LOCAL);
    if (table.touched.has(prefix)) this.#due(table, prefix);
  }

  /** Others may have to import this net, or no longer. Plain tables are not imported from. */
  #due(table: Table, prefix: Prefix): void {
    if (!table.rd && !importsGlobal(this.#config)) return;
    this.#pending.add(prefix);
    this.#suspect.add(prefix);
  }

  /** Decides, tells the routing table, takes stale copies away, until nothing is touched; new copies come later. */
  #run(config: BgpConfig): void {
    const speaker = this.#speak(config);
    if (speaker.deferred === 'choosing') return;
    if (this.#suspect.size > 0) {
      dropStale(this.#rib, config, this.#facts(MAIN), this.#suspect);
      this.#suspect.clear();
    }
    do this.#decide(speaker);
    while (formAggregates(speaker));
    flushAll(speaker);
    if (config.listen) sweep(speaker, this.#work);
    if (this.#pending.size === 0 || this.#context.timerAt(IMPORT, '') !== undefined) return;
    this.#context.timer(IMPORT, '', this.#context.traits.importDelay);
  }

  #decide(speaker: Speaker): void {
    for (const table of this.#rib.tables.values())
      for (const prefix of table.touched) netTouched(speaker, table, prefix);
    const every = speaker.config.tells === 'active';
    const nets = every ? touchedNets(this.#rib) : [];
    const changes = decideTouched(this.#rib, ({ vrf }) => this.#facts(vrf));
    for (const [table, net] of nets) tellTable(speaker, table, net, this.#facts(table.vrf));
    for (const change of changes) {
      const { table, prefix, after } = change;
      if (!every) install(this.#context, speaker.config, change);
      traceBest(speaker, change);
      if (speaker.aggregates.size > 0) bestChanged(speaker, table, prefix, after);
      if (!after && speaker.labelled.size > 0) dropLabels(speaker, table, prefix);
      for (const group of speaker.groups.values())
        if (
          group.conditions.length > 0 &&
          group.vrf === table.vrf &&
          conditionNet(group, prefix, table.nets.get(prefix))
        )
          everythingDue(speaker, group);
    }
  }

  #import(config: BgpConfig): void {
    const facts = this.#facts(MAIN);
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

  /** The ladder of a VRF's table. */
  #facts(vrf: VrfName): LadderFacts {
    const config = this.#config;
    const known = this.#ladders.get(vrf);
    if (known) return known;
    const { ladder = [], defaultLocalPref = 0, multipath, families, med, tells } = config ?? {};
    const several = families?.[vrf]?.multipath ?? multipath;
    const routerId = (config && ownId({ config, routerId: this.#routerId }, vrf)) ?? ANY4;
    const facts: LadderFacts = {
      ladder,
      defaultLocalPref,
      routerId,
      ...(several ? { multipath: several } : {}),
      ...(med ? { med } : {}),
      ...(tells ? { tells } : {}),
    };
    this.#ladders.set(vrf, facts);
    return facts;
  }
}
