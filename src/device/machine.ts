// What is in a router while its power is on: stack, tables, processes. When the power goes, the whole of it goes.

import type { Ip4 } from '../base/ip.ts';
import type { Mac } from '../base/mac.ts';
import { must } from '../base/must.ts';
import type { Prefix } from '../base/prefix.ts';
import type { Rng } from '../base/rng.ts';
import { byText } from '../base/sorted-map.ts';
import { LabelAllocator } from '../net/labels.ts';
import { Resolver } from '../net/resolve.ts';
import { Stack } from '../net/stack.ts';
import type { IpStack, StackEvent, StackPort } from '../net/stack-port.ts';
import { TcpHost } from '../net/tcp/host.ts';
import { Vrfs } from '../net/vrf.ts';
import { PROTOCOL } from '../net/wire/iana.ts';
import type { BgpConfig } from '../protocols/bgp/config.ts';
import { bgp } from '../protocols/bgp/index.ts';
import type { BgpEvent } from '../protocols/bgp/process.ts';
import type { BgpQueries } from '../protocols/bgp/show.ts';
import type { BgpTraits } from '../protocols/bgp/traits.ts';
import { connected } from '../protocols/connected/index.ts';
import type { ConnectedConfig } from '../protocols/connected/process.ts';
import type { ConnectedTraits } from '../protocols/connected/traits.ts';
import type { ProcessInput, ProtocolPlugin } from '../protocols/plugin.ts';
import type { StaticConfig } from '../protocols/static/config.ts';
import { staticRoutes } from '../protocols/static/index.ts';
import type { StaticQueries } from '../protocols/static/show.ts';
import { MAIN, type ProcessId, type VrfName } from '../route/names.ts';
import type { Micros } from '../sim/time.ts';
import type { DeviceConfig } from './device-config.ts';
import type { DeviceEvent } from './events.ts';
import type { Personality } from './personality.ts';
import type { Plan } from './plan.ts';
import { ProcessHost } from './process-host.ts';
import { Settler } from './settle.ts';
import { sourceFor } from './source-address.ts';

/** What a running machine needs of its device. */
export interface MachinePort extends Omit<StackPort, 'notice' | 'random' | 'timer'> {
  timer(key: string, after: Micros | 'off'): void;
  timerAt(key: string): Micros | undefined;
  /** One stream of chance a name; it goes on after the power was off. */
  rng(name: string): Rng;
  report(event: DeviceEvent): void;
  /** A route, a label, a neighbour or an interface changed. */
  changed(): void;
}

/** What every process host can be told, whatever it hosts. */
interface Running {
  readonly id: ProcessId;
  input(input: ProcessInput): void;
  expire(timer: string): boolean;
  stop(): void;
}

type StaticHost = ProcessHost<StaticConfig, undefined, never, StaticQueries>;
type BgpHost = ProcessHost<BgpConfig, BgpTraits, BgpEvent, BgpQueries>;

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
  readonly #connected: ProcessHost<ConnectedConfig, ConnectedTraits, never, Record<never, never>>;
  readonly #static: StaticHost;
  #bgp: BgpHost | undefined;
  #notices: StackEvent[] = [];

  constructor(port: MachinePort, personality: Personality) {
    this.#port = port;
    this.#personality = personality;
    this.bootedAt = port.now;
    this.stack = new Stack(this.#stackPort(), personality.stack);
    this.tcp = new TcpHost(this.#tcpPort(), personality.tcp);
    this.#settler = this.#makeSettler();
    this.#connected = this.#start(connected, 'connected', personality.connected);
    this.#static = this.#start(staticRoutes, 'static', undefined);
    this.#connected.configure({});
  }

  /** Undefined: it does not run. */
  get bgp(): BgpHost | undefined {
    return this.#bgp;
  }

  get static(): StaticHost {
    return this.#static;
  }

  /** Brings everything into line: what routes stand on first, then routes, then what stands on routes. */
  apply(before: DeviceConfig | undefined, config: DeviceConfig, steps: Plan): void {
    const touched = new Set(steps.map((step) => step.what));
    if (touched.has('vrfs')) for (const vrf of names(config.vrfs)) this.#define(vrf, config);
    if (touched.has('interfaces')) {
      const { routing, ports, interfaces } = config;
      this.stack.configure({ routing, ports: inOrder(ports), interfaces: inOrder(interfaces) });
    }
    this.#drain();
    if (touched.has('static')) this.#static.configure(config.static);
    if (touched.has('bgp')) this.#configureBgp(config.bgp);
    const gone = names(before?.vrfs ?? {}).filter((vrf) => !(vrf in config.vrfs));
    for (const vrf of gone) this.vrfs.undefine(vrf);
    this.settle();
    for (const vrf of gone) this.#drop(vrf);
  }

  /** A timer of the device whose key this machine chose. */
  expire(key: string): void {
    if (key.startsWith('net/tcp/')) this.tcp.expire(key);
    else if (key.startsWith('net/')) this.stack.expire(key);
    else
      must(
        this.#running().some((process) => process.expire(key)),
        `timer ${key} is nobody's`,
      );
  }

  /** After every event: what the stack noticed is told, and the tables agree. */
  settle(): void {
    this.#drain();
    this.#settler.settle();
    while (this.#notices.length > 0) {
      this.#drain();
      this.#settler.settle();
    }
  }

  clearBgp(soft: boolean): void {
    this.#bgp?.input({ kind: 'action', name: 'clear', args: { soft: String(soft) } });
  }

  clearRoutes(vrf: VrfName, only: Prefix | undefined): void {
    const { unicast } = this.vrfs.get(vrf);
    for (const { prefix } of only ? unicast.within(only) : unicast.entries())
      if (only === undefined || prefix === only) unicast.renew(prefix, this.#port.now);
  }

  #configureBgp(config: BgpConfig | undefined): void {
    if (this.#bgp && (!config || this.#bgp.configure(config) === 'restart')) {
      this.#bgp.stop();
      this.#bgp = undefined;
    }
    if (!config || this.#bgp) return;
    this.#bgp = this.#start(bgp, `bgp/${config.asn}`, this.#personality.bgp);
    this.#bgp.configure(config);
  }

  #define(vrf: VrfName, config: DeviceConfig): void {
    const wanted = config.vrfs[vrf];
    if (!wanted) return;
    if (!this.vrfs.defined(vrf)) this.stack.hearProtocol(PROTOCOL.tcp, vrf, (packet) => this.tcp.receive(packet));
    this.vrfs.define(vrf, wanted.preferences);
  }

  #drop(vrf: VrfName): void {
    this.stack.hearProtocol(PROTOCOL.tcp, vrf, undefined);
    this.stack.dropFib(vrf);
  }

  /** In the order in which they are told things. */
  #running(): readonly Running[] {
    return [this.#connected, this.#static, ...(this.#bgp ? [this.#bgp] : [])];
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
    };
    return new ProcessHost(host, { plugin, id: id(name), vrf: MAIN, traits, emit: (event) => port.report(event) });
  }

  #makeSettler(): Settler {
    const { vrfs, stack } = this;
    const port = this.#port;
    const around = {
      rib: (place: Parameters<Vrfs['rib']>[0]) => vrfs.rib(place),
      up: (name: Parameters<IpStack['interface']>[0]): boolean => stack.interface(name)?.up === true,
    };
    return new Settler({
      vrfs,
      resolver: new Resolver(around, this.#personality.resolve),
      get now(): Micros {
        return port.now;
      },
      fib: (vrf) => stack.fib(vrf),
      deliver: (to, input) =>
        this.#running()
          .find((process) => process.id === to)
          ?.input(input),
      changed: () => port.changed(),
      unstable: (rounds) => port.report({ kind: 'unstable', rounds }),
    });
  }

  #stackPort(): StackPort {
    const port = this.#port;
    const rng = port.rng('stack');
    return {
      get now(): Micros {
        return port.now;
      },
      timer: (key, after) => port.timer(key, after),
      transmit: (name, frame) => port.transmit(name, frame),
      light: (name, on) => port.light(name, on),
      carrier: (name) => port.carrier(name),
      random: (below) => rng.below(below),
      notice: (event) => this.#notices.push(event),
    };
  }

  #tcpPort(): ConstructorParameters<typeof TcpHost>[0] {
    const { stack } = this;
    const port = this.#port;
    const rng = port.rng('tcp');
    return {
      get now(): Micros {
        return port.now;
      },
      timer: (key, after) => port.timer(key, after),
      random: (below) => rng.below(below),
      send: (packet) => stack.send(packet),
      source: (vrf: VrfName, peer: Ip4) => sourceFor(stack, vrf, peer),
      notice: (failure) => port.report(failure),
    };
  }
}

const names = (vrfs: DeviceConfig['vrfs']): readonly VrfName[] => (Object.keys(vrfs) as VrfName[]).sort(byText);
const inOrder = <T>(record: Readonly<Record<string, T>>): readonly T[] =>
  Object.keys(record)
    .sort(byText)
    .map((key) => record[key] as T);
