// A world of routers from a short description, to be run and asked.

import { ip4Text } from '../../src/base/ip.ts';
import { present } from '../../src/base/must.ts';
import { Device } from '../../src/device/device.ts';
import type { DeviceConfig } from '../../src/device/device-config.ts';
import type { DeviceEvent } from '../../src/device/events.ts';
import type { Personality } from '../../src/device/personality.ts';
import type { RouteRow } from '../../src/device/queries.ts';
import type { PingReport, PingSpec, TraceSpec } from '../../src/net/operations.ts';
import { RFC_TRAITS } from '../../src/net/tcp/traits.ts';
import { MAIN } from '../../src/route/names.ts';
import { Fingerprint } from '../../src/sim/fingerprint.ts';
import type { NodeId, PortName } from '../../src/sim/node.ts';
import { type Micros, micros, millis, plus, seconds } from '../../src/sim/time.ts';
import { World } from '../../src/sim/world.ts';
import { type DeviceSpec, deviceConfig } from './config.ts';
import { ip, p, vrfName } from './routes.ts';

/** No vendor's: everything at once, packets that ask for ARP are kept, imports take 100 ms. */
export const PLAIN: Personality = {
  stack: {
    initialTtl: 255,
    pingTtl: 255,
    arpQueue: 8,
    arpRequests: 3,
    arpRetry: seconds(1),
    unreachableInterval: micros(0),
    answerDelay: micros(0),
    carrierUpDelay: micros(0),
    carrierDownDelay: micros(0),
    gratuitousArp: false,
    icmpQuote: undefined,
  },
  tcp: RFC_TRAITS,
  resolve: { viaDefault: true },
  connected: { localWhileDown: false },
  isis: {
    jitterPercent: 25,
    disHelloDivisor: 3,
    disWaitHellos: 2,
    firstCircuitId: 1,
    lspHead: ['areas', 'protocols', 'router-id', 'hostname', 'ip-addresses'],
    periodicSpf: undefined,
    logLength: 20,
    lspAddresses: 'all',
    externalMetricOffset: 0,
    purgeOriginator: false,
    p2pDestination: 'all-is',
  },
  bgp: { importDelay: millis(100), routerIdFrom: 'highest-loopback' },
  bfd: { firstDiscriminator: 1, controlPlaneIndependent: false },
  ldp: { routerIdFrom: 'highest-loopback', capabilities: [], addresses: 'every', unlabelledHops: 'untag' },
};

/** `r1 e0 - r2 e0`: cables between ports. */
export interface TopologySpec {
  readonly devices: Readonly<Record<string, DeviceSpec>>;
  readonly cables?: readonly string[];
  readonly personality?: Personality;
  readonly seed?: number;
  /** Puts more nodes into the world before anything is switched on. */
  readonly more?: (world: World) => void;
}

/** Something that happened to a device, and when. */
export interface Happening {
  readonly at: Micros;
  readonly device: string;
  readonly event: DeviceEvent;
}

export class Topology {
  readonly world: World;
  readonly events: Happening[] = [];
  readonly #fingerprint = new Fingerprint();
  readonly #devices = new Map<string, Device>();
  readonly #specs: Readonly<Record<string, DeviceSpec>>;
  readonly #numbers: readonly string[];

  constructor(spec: TopologySpec) {
    this.world = new World(spec.seed ?? 1);
    this.world.watch(this.#fingerprint);
    this.#specs = spec.devices;
    this.#numbers = Object.keys(spec.devices);
    for (const name of this.#numbers) this.#add(name, spec.personality ?? PLAIN);
    for (const cable of spec.cables ?? []) this.#plug(cable);
    spec.more?.(this.world);
    for (const name of this.#numbers) this.configure(name, this.#specs[name] as DeviceSpec);
    this.run(millis(1));
  }

  get fingerprint(): string {
    return this.#fingerprint.value;
  }

  device(name: string): Device {
    return present(this.#devices.get(name), name);
  }

  config(name: string, spec: DeviceSpec): DeviceConfig {
    return deviceConfig({ hostname: name, ...spec }, this.#numbers.indexOf(name) + 1);
  }

  /** Tells a device its configuration; what is not said stays as it was described at first. */
  configure(name: string, spec: DeviceSpec): ReturnType<Device['apply']> {
    return this.device(name).apply(this.config(name, { ...this.#specs[name], ...spec }));
  }

  run(span: Micros): this {
    this.world.runUntil(plus(this.world.now, span));
    return this;
  }

  cut(cable: number): this {
    this.world.setLink(`l${cable}`, false);
    return this.run(millis(1));
  }

  mend(cable: number): this {
    this.world.setLink(`l${cable}`, true);
    return this.run(millis(1));
  }

  /** `C 10.0.0.0/24 e0` `S 20.0.0.0/8 10.0.0.2 e0`: the active routes, their kinds' first letters, as paths. */
  table(name: string, vrf: string = MAIN): readonly string[] {
    const rows = this.device(name).ask('routes', { vrf: vrfName(vrf) }) ?? [];
    return rows.flatMap(({ prefix, routes }) =>
      routes.filter((row) => row.active).map((row) => `${letter(row)} ${prefix.text} ${pathsText(row)}`),
    );
  }

  /** The candidates of a prefix, best first: `kind/preference`, with a star on the active one. */
  candidates(name: string, prefix: string, vrf: string = MAIN): readonly string[] {
    const rows = this.device(name).ask('routes', { vrf: vrfName(vrf), within: p(prefix) }) ?? [];
    const row = rows.find((one) => one.prefix === p(prefix));
    return (row?.routes ?? []).map(
      ({ candidate, active }) => `${active ? '*' : ''}${candidate.route.kind}/${candidate.preference}`,
    );
  }

  /** Runs a ping of five to its end: how many were answered. */
  ping(name: string, to: string, options: { readonly vrf?: string; readonly from?: string } = {}): number {
    const reports = this.pingReports(name, to, options);
    const done = reports.find((report) => report.kind === 'done');
    return done?.kind === 'done' ? done.totals.received : -1;
  }

  pingReports(
    name: string,
    to: string,
    options: { readonly vrf?: string; readonly from?: string } = {},
  ): readonly PingReport[] {
    const spec: PingSpec = {
      vrf: vrfName(options.vrf ?? MAIN),
      to: ip(to),
      from: options.from === undefined ? undefined : ip(options.from),
      count: 5,
      size: 100,
      df: false,
      ttl: 255,
      tos: 0,
      timeout: seconds(2),
      pace: 'answer',
      pattern: 0xabcd,
    };
    const reports: PingReport[] = [];
    this.device(name).ping(spec, (report) => reports.push(report));
    for (let i = 0; i < 20 && reports.at(-1)?.kind !== 'done'; i++) this.run(seconds(1));
    return reports;
  }

  /** Runs a traceroute to its end: `1 10.0.12.2 [17/0/1]` each hop, by its first probe. */
  trace(name: string, to: string, options: Partial<TraceSpec> = {}): readonly string[] {
    const lines: string[] = [];
    const spec: TraceSpec = {
      vrf: MAIN,
      to: ip(to),
      from: undefined,
      probes: 1,
      timeout: seconds(2),
      firstTtl: 1,
      maxTtl: 8,
      port: 33434,
      size: 60,
      ...options,
    };
    let done = false;
    this.device(name).traceroute(spec, (report) => {
      if (report.kind === 'done') done = true;
      else if (report.kind === 'timeout') lines.push(`${report.ttl} *`);
      else if (report.kind === 'answer') {
        const stack = report.labels.map(({ label, exp, ttl }) => ` [${label}/${exp}/${ttl}]`);
        lines.push(`${report.ttl} ${ip4Text(report.from)}${stack.join('')}`);
      }
    });
    for (let i = 0; i < 40 && !done; i++) this.run(seconds(1));
    return lines;
  }

  /** What was reported, without the times. */
  said(name: string): readonly string[] {
    return this.events.filter((one) => one.device === name).map(({ event }) => eventText(event));
  }

  #add(name: string, personality: Personality): void {
    const device = new Device({
      id: name as NodeId,
      world: this.world,
      personality,
      report: (event) => this.events.push({ at: this.world.now, device: name, event }),
    });
    this.#devices.set(name, device);
    this.world.addNode(device);
  }

  #plug(cable: string): void {
    const ends = cable.split(' - ').map((end) => {
      const [node, port] = end.split(' ');
      return { node: node as NodeId, port: port as PortName };
    });
    this.world.addLink({ id: `l${this.world.links.length}`, ports: ends, delay: micros(500) });
  }
}

const letter = ({ candidate }: RouteRow): string =>
  ({ connected: 'C', local: 'L', static: 'S' })[candidate.route.kind as string] ??
  candidate.route.kind[0]?.toUpperCase() ??
  '?';

function pathsText({ candidate, paths }: RouteRow): string {
  const { verdict } = candidate;
  if (verdict?.kind === 'receive') return `me@${verdict.on}`;
  if (verdict?.kind !== 'forward') return verdict?.kind ?? 'nowhere';
  return paths
    .map(({ out, gateway }) => (gateway === undefined ? out : `${ip4Text(gateway as never)} ${out}`))
    .join(', ');
}

function eventText(event: DeviceEvent): string {
  switch (event.kind) {
    case 'port':
      return `port ${event.port} ${event.state}`;
    case 'interface':
      return `interface ${event.interface} ${event.up ? 'up' : 'down'}`;
    default:
      return event.kind;
  }
}
