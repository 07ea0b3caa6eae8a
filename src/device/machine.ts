// What is in a router while its power is on: stack, tables, processes. When the power goes, the whole of it goes.

import { equal } from '../base/equal.ts';
import type { Mac } from '../base/mac.ts';
import { impossible, must } from '../base/must.ts';
import type { Prefix } from '../base/prefix.ts';
import { byText } from '../base/sorted-map.ts';
import { ALL_LABELS, LabelAllocator, type LabelRange } from '../net/labels.ts';
import { Stack } from '../net/stack.ts';
import type { IpStack, StackEvent } from '../net/stack-port.ts';
import { TcpHost } from '../net/tcp/host.ts';
import { Vrfs } from '../net/vrf.ts';
import { PROTOCOL } from '../net/wire/iana.ts';
import type { AggregateConfig } from '../protocols/aggregate/config.ts';
import { aggregateRoutes } from '../protocols/aggregate/index.ts';
import type { BfdConfig } from '../protocols/bfd/config.ts';
import { bfd } from '../protocols/bfd/index.ts';
import type { BgpConfig } from '../protocols/bgp/config.ts';
import { bgp } from '../protocols/bgp/index.ts';
import { connected } from '../protocols/connected/index.ts';
import type { CopyConfig } from '../protocols/copies/config.ts';
import { copies } from '../protocols/copies/index.ts';
import type { IsisConfig } from '../protocols/isis/config.ts';
import { isis } from '../protocols/isis/index.ts';
import type { LdpConfig } from '../protocols/ldp/config.ts';
import { ldp } from '../protocols/ldp/index.ts';
import type { ProcessInput, ProtocolPlugin } from '../protocols/plugin.ts';
import { staticRoutes } from '../protocols/static/index.ts';
import type { TrackConfig } from '../protocols/track/config.ts';
import { track } from '../protocols/track/index.ts';
import type { VrrpConfig } from '../protocols/vrrp/config.ts';
import { vrrp } from '../protocols/vrrp/index.ts';
import { MAIN, type ProcessId, type VrfName } from '../route/names.ts';
import { type Micros, seconds } from '../sim/time.ts';
import { Desks } from './desks.ts';
import type { DeviceConfig } from './device-config.ts';
import type { DeviceEvent } from './events.ts';
import type {
  AggregateHost,
  BfdHost,
  BgpHost,
  ConnectedHost,
  CopyHost,
  IsisHost,
  LdpHost,
  StaticHost,
  TrackHost,
  VrrpHost,
} from './hosts.ts';
import { type MachinePort, settlePort, stackPort, tcpPort } from './machine-ports.ts';
import { NamedProcesses } from './named-processes.ts';
import type { Personality } from './personality.ts';
import type { Plan } from './plan.ts';
import { ProcessHost } from './process-host.ts';
import type { ActiveWatch } from './router.ts';
import { Settler } from './settle.ts';
import { usesOf } from './uses.ts';
import { VrfProcesses } from './vrf-processes.ts';

/** What every process host can be told, whatever it hosts. */
interface Running {
  readonly id: ProcessId;
  input(input: ProcessInput): void;
  expire(timer: string): boolean;
  stop(): void;
}

/** RFC 5880 §6.8.3: between packets of a session that is not up, where nobody says more. */
const BFD_SLOW = seconds(1);

/** A process's name: the main table's goes without. */
const nameIn = (name: string, vrf: VrfName): string => (vrf === MAIN ? name : `${name}/${vrf}`);

const id = (text: string): ProcessId => text as ProcessId;

export class Machine {
  readonly stack: IpStack;
  readonly tcp: TcpHost;
  readonly vrfs = new Vrfs();
  readonly bootedAt: Micros;
  readonly #port: MachinePort;
  readonly #personality: Personality;
  readonly #settler: Settler;
  readonly #labels = new LabelAllocator();
  readonly #connected: ConnectedHost;
  readonly static: StaticHost;
  #aggregates: AggregateHost | undefined;
  #copies: CopyHost | undefined;
  readonly isis = new NamedProcesses<IsisConfig, IsisHost>((config) =>
    this.#start(isis, `isis/${config.name}`, this.#personality.isis, config.vrf),
  );
  #bgp: BgpHost | undefined;
  readonly bfd: VrfProcesses<BfdConfig, BfdHost>;
  readonly ldp: VrfProcesses<LdpConfig, LdpHost>;
  readonly vrrp: VrfProcesses<VrrpConfig, VrrpHost>;
  /** One for all VRFs, known as the main one's. */
  readonly track: VrfProcesses<TrackConfig, TrackHost>;
  readonly #desks: Desks;
  /** VRFs in which other BFD sessions are wanted than run. */
  readonly #bfdWanted = new Set<VrfName>();
  #slowInterval: Micros = BFD_SLOW;
  /** The new BGP process has told everybody: what the old one forwarded goes. */
  #restarted = false;
  #notices: StackEvent[] = [];

  constructor(port: MachinePort, personality: Personality) {
    this.#port = port;
    this.#personality = personality;
    this.bootedAt = port.now;
    this.stack = new Stack(
      stackPort(port, (event) => this.#notices.push(event)),
      personality.stack,
    );
    this.tcp = new TcpHost(tcpPort(port, this.stack), personality.tcp);
    this.#desks = new Desks((vrf) => this.#bfdWanted.add(vrf));
    this.#settler = new Settler(
      settlePort(port, this.stack, this.vrfs, personality.resolve, (to, input) => this.#deliver(to, input)),
    );
    this.bfd = new VrfProcesses((vrf) => this.#startBfd(vrf));
    this.ldp = new VrfProcesses((vrf) => this.#startLdp(vrf));
    this.vrrp = new VrfProcesses((vrf) => this.#start(vrrp, nameIn('vrrp', vrf), undefined, vrf));
    this.track = new VrfProcesses((vrf) =>
      this.#start(track, 'track', undefined, vrf, ({ object, state }) => this.#desks.track.heard(object, state)),
    );
    this.#connected = this.#start(connected, 'connected', personality.connected);
    this.static = this.#start(staticRoutes, 'static', undefined);
    this.#connected.configure({});
  }

  get labelRange(): LabelRange {
    return this.#labels.range;
  }

  /** Undefined: there are none. */
  get aggregates(): AggregateHost | undefined {
    return this.#aggregates;
  }

  /** Undefined: it does not run. */
  get bgp(): BgpHost | undefined {
    return this.#bgp;
  }

  /** Brings everything into line: what routes stand on first, then routes, then what stands on routes. */
  apply(before: DeviceConfig | undefined, config: DeviceConfig, steps: Plan): void {
    const touched = new Set(steps.map((step) => step.what));
    if (touched.has('vrfs')) for (const vrf of names(config.vrfs)) this.#define(vrf, before, config);
    if (touched.has('interfaces')) {
      const { routing, ports, interfaces, mpls } = config;
      this.#labels.setRange(mpls?.labels ?? ALL_LABELS);
      this.stack.configure({ routing, ports: inOrder(ports), interfaces: inOrder(interfaces), mpls: mpls?.forwarding });
    }
    this.#drain();
    if (touched.has('static')) this.static.configure(config.static);
    if (touched.has('aggregate')) this.#configureAggregates(config.aggregate ?? { routes: {} });
    if (touched.has('copies')) this.#configureCopies(config.copies ?? { copyings: [] });
    if (touched.has('bfd')) this.#slowBfd(config.bfd?.slowInterval ?? BFD_SLOW);
    if (touched.has('isis')) this.isis.configureAll(config.isis);
    if (touched.has('ldp')) this.ldp.configureAll(config.ldp ?? {});
    if (touched.has('bgp')) this.#configureBgp(config.bgp);
    if (touched.has('track')) this.track.configure(MAIN, config.track);
    if (touched.has('vrrp')) this.vrrp.configureAll(config.vrrp ?? {});
    const gone = names(before?.vrfs ?? {}).filter((vrf) => !(vrf in config.vrfs));
    for (const vrf of gone) this.vrfs.undefine(vrf);
    this.settle();
    for (const vrf of gone) this.#drop(vrf);
  }

  /** A timer of the device whose key this machine chose. */
  expire(key: string): void {
    if (key.startsWith('net/tcp/')) this.tcp.expire(key);
    else if (key.startsWith('net/')) this.stack.expire(key);
    else if (!this.#expire(key)) impossible(`timer ${key} is nobody's`);
  }

  /** True when it was some process's. Those with many timers are asked first. */
  #expire(key: string): boolean {
    const its = (process: Running): boolean => process.expire(key);
    return this.bfd.some(its) || this.isis.some(its) || this.ldp.some(its) || this.#running().some(its);
  }

  /** After every event: what the stack noticed is told, and the tables agree. */
  settle(): void {
    do {
      this.#drain();
      this.#settler.settle();
    } while (this.#errands() || this.#takeLeave());
  }

  /** What processes want of one another. True when something was done: tables may no longer agree. */
  #errands(): boolean {
    if (this.#bfdWanted.size === 0 && !this.#desks.stirred) return this.#notices.length > 0;
    const vrfs = [...this.#bfdWanted].sort(byText);
    this.#bfdWanted.clear();
    for (const vrf of vrfs) this.#configureBfd(vrf);
    const news = this.#desks.news();
    for (const { to, input } of news) this.#deliver(to, input);
    return vrfs.length > 0 || news.length > 0 || this.#notices.length > 0;
  }

  /** What a process that was restarted left is not needed any more. True: there was something. */
  #takeLeave(): boolean {
    const due = this.#restarted;
    this.#restarted = false;
    if (!due) return false;
    this.#settler.release();
    this.#bgp?.dropInherited();
    return true;
  }

  #slowBfd(interval: Micros): void {
    this.#slowInterval = interval;
    for (const { vrf } of this.bfd.all()) this.#bfdWanted.add(vrf);
  }

  #configureBfd(vrf: VrfName): void {
    const sessions = this.#desks.bfd.sessions(vrf);
    const wanted: BfdConfig = { sessions, slowInterval: this.#slowInterval };
    // Who has sessions to shut takes leave of its peers: the process stays once it runs.
    if (sessions.length > 0 || this.bfd.of(vrf)) this.bfd.configure(vrf, wanted);
  }

  #startBfd(vrf: VrfName): BfdHost {
    return this.#start(bfd, nameIn('bfd', vrf), this.#personality.bfd, vrf, (event) => {
      this.#desks.bfd.heard(event.path, event.state);
    });
  }

  #startLdp(vrf: VrfName): LdpHost {
    return this.#start(ldp, nameIn('ldp', vrf), this.#personality.ldp, vrf, (event) => {
      if (event.kind === 'ldp-sync') this.#desks.ldpSync.heard(event.on, event.state);
    });
  }

  #deliver(to: ProcessId, input: ProcessInput): void {
    this.#running()
      .find((process) => process.id === to)
      ?.input(input);
  }

  clearRoutes(vrf: VrfName, only: Prefix | undefined): void {
    const { unicast } = this.vrfs.get(vrf);
    for (const { prefix } of only ? unicast.within(only) : unicast.entries())
      if (only === undefined || prefix === only) unicast.renew(prefix, this.#port.now);
  }

  #configureAggregates(config: AggregateConfig): void {
    this.#aggregates ??= this.#start(aggregateRoutes, 'aggregate', undefined);
    this.#aggregates.configure(config);
  }

  #configureCopies(config: CopyConfig): void {
    this.#copies ??= this.#start(copies, 'copies', undefined);
    this.#copies.configure(config);
  }

  #configureBgp(config: BgpConfig | undefined): void {
    if (this.#bgp && (!config || this.#bgp.configure(config) === 'restart')) {
      this.#bgp.stop();
      this.#bgp = undefined;
    }
    if (!config || this.#bgp) return;
    this.#startBgp(config).configure(config);
  }

  #startBgp({ asn }: BgpConfig): BgpHost {
    this.#desks.bgp.heard(false);
    const host = this.#start(bgp, `bgp/${asn}`, this.#personality.bgp, MAIN, (event) => {
      if (event.kind === 'bgp-converged') this.#desks.bgp.heard(true);
      if (event.kind === 'bgp-restarted') this.#restarted = true;
    });
    this.#bgp = host;
    return host;
  }

  /** The routing protocols begin anew: BGP alone and gracefully, or all of them. */
  restartRouting(config: DeviceConfig | undefined): void {
    if (!config) return;
    const old = this.#bgp;
    if (old && config.bgp?.restart) {
      this.#settler.hold(old.id);
      old.abandon();
      const host = this.#startBgp(config.bgp);
      host.succeed();
      host.configure(config.bgp);
      return;
    }
    this.#configureBgp(undefined);
    this.ldp.configureAll({});
    this.isis.configureAll([]);
    this.settle();
    this.isis.configureAll(config.isis);
    this.ldp.configureAll(config.ldp ?? {});
    this.#configureBgp(config.bgp);
  }

  #define(vrf: VrfName, before: DeviceConfig | undefined, config: DeviceConfig): void {
    const wanted = config.vrfs[vrf];
    if (!wanted) return;
    if (!this.vrfs.defined(vrf)) this.stack.hearProtocol(PROTOCOL.tcp, vrf, (packet) => this.tcp.receive(packet));
    this.vrfs.define(vrf, wanted.preferences, usesOf(wanted));
    if (!equal(wanted.balancing, before?.vrfs[vrf]?.balancing)) this.#settler.balancingChanged(vrf);
    for (const table of ['unicast', 'labeled'] as const)
      if (!equal(wanted.resolveThrough?.[table], before?.vrfs[vrf]?.resolveThrough?.[table]))
        this.#settler.leadingChanged({ vrf, table });
  }

  #drop(vrf: VrfName): void {
    this.stack.hearProtocol(PROTOCOL.tcp, vrf, undefined);
    this.stack.dropFib(vrf);
  }

  /** In the order in which they are told things. */
  #running(): readonly Running[] {
    return [
      this.#connected,
      this.static,
      ...(this.#aggregates ? [this.#aggregates] : []),
      ...(this.#copies ? [this.#copies] : []),
      ...this.bfd.all(),
      ...this.isis.all(),
      ...this.ldp.all(),
      ...(this.#bgp ? [this.#bgp] : []),
      ...this.track.all(),
      ...this.vrrp.all(),
    ];
  }

  #drain(): void {
    if (this.#notices.length === 0) return;
    const notices = this.#notices;
    this.#notices = [];
    for (const notice of notices) this.#heard(notice);
  }

  #heard(notice: StackEvent): void {
    const { report } = this.#port;
    if (notice.kind === 'port') report(notice);
    else if (notice.kind === 'duplicate-address') report({ ...notice, mac: notice.mac as Mac });
    else this.#interfaceChanged(notice);
  }

  #interfaceChanged({ before, interface: now }: Extract<StackEvent, { kind: 'interface' }>): void {
    const one = now ?? before;
    must(one, 'an interface that is or was');
    this.#port.changed();
    if ((before?.up ?? false) !== (now?.up ?? false))
      this.#port.report({ kind: 'interface', interface: one.name, up: now?.up ?? false });
    this.#settler.interfaceChanged(one.name);
    const change = !before ? 'added' : now ? 'changed' : 'removed';
    for (const process of this.#running()) process.input({ kind: 'interface', change, interface: one });
  }

  #start<Config, Traits, Event extends DeviceEvent, Queries>(
    plugin: ProtocolPlugin<Config, Traits, Event, Queries>,
    name: string,
    traits: Traits,
    vrf: VrfName = MAIN,
    hear: (event: Event) => void = () => {},
  ): ProcessHost<Config, Traits, Event, Queries> {
    const { vrfs, stack, tcp } = this;
    const port = this.#port;
    const host = {
      get now(): Micros {
        return port.now;
      },
      rng: port.rng(name),
      vrfs,
      stack,
      tcp,
      settler: this.#settler,
      labels: this.#labels,
      timer: (key: string, after: Micros | 'off'): void => port.timer(key, after),
      timerAt: (key: string): Micros | undefined => port.timerAt(key),
      changed: (): void => port.changed(),
      desks: this.#desks,
    };
    const emit = (event: Event): void => {
      hear(event);
      port.report(event);
    };
    return new ProcessHost(host, { plugin, id: id(name), vrf, traits, emit });
  }

  watchActive(see: ActiveWatch | undefined): void {
    this.#settler.watch = see;
  }
}

const names = (vrfs: DeviceConfig['vrfs']): readonly VrfName[] => (Object.keys(vrfs) as VrfName[]).sort(byText);
const inOrder = <T>(record: Readonly<Record<string, T>>): readonly T[] =>
  Object.keys(record)
    .sort(byText)
    .map((key) => record[key] as T);
