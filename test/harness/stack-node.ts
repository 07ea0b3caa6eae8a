// A router that is only an IP stack: interfaces and routes set by hand, in a world of simulated cables.

import { type Ip4, ip4Text, parseIp4 } from '../../src/base/ip.ts';
import { mac } from '../../src/base/mac.ts';
import { present } from '../../src/base/must.ts';
import { hostPrefix, parseIpWithLength, parsePrefix, prefix } from '../../src/base/prefix.ts';
import type { InterfaceConfig, PortConfig } from '../../src/net/interface.ts';
import type { PingReport, PingSpec, TraceReport, TraceSpec } from '../../src/net/operations.ts';
import type { Verdict } from '../../src/net/rib-types.ts';
import { Stack } from '../../src/net/stack.ts';
import type { StackEvent } from '../../src/net/stack-port.ts';
import type { StackTraits } from '../../src/net/traits.ts';
import { dissect } from '../../src/net/wire/dissect.ts';
import type { Label } from '../../src/route/label.ts';
import { type IfName, MAIN, type VrfName } from '../../src/route/names.ts';
import type { Frame } from '../../src/sim/frame.ts';
import type { Node, NodeId, PortName, TimerKey } from '../../src/sim/node.ts';
import { type Micros, micros, millis, seconds } from '../../src/sim/time.ts';
import { World } from '../../src/sim/world.ts';

/** An interface by its addresses (`10.0.0.1/24 10.0.1.1/24`: the first is primary), or in detail. */
export type InterfaceSpec = string | (Partial<Omit<InterfaceConfig, 'name' | 'addresses'>> & { readonly at?: string });

/** Behaves at once: no delays but those of the cables. Packets that ask for ARP are kept. */
export const PLAIN: StackTraits = {
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
};

export const address = (text: string): Ip4 => present(parseIp4(text), text);
const block = (text: string) => present(parsePrefix(text), text);

export class StackNode implements Node {
  readonly id: NodeId;
  readonly stack: Stack;
  /** Everything the stack noticed, with its time. */
  readonly events: { readonly at: Micros; readonly event: StackEvent }[] = [];
  readonly #world: World;
  readonly #number: number;
  readonly #static: (readonly [VrfName, string, Verdict])[] = [];
  #ports: readonly PortConfig[] = [];
  #interfaces: readonly InterfaceConfig[] = [];
  #routing = true;

  constructor(world: World, name: string, number: number, traits: Partial<StackTraits> = {}) {
    this.#world = world;
    this.#number = number;
    this.id = name as NodeId;
    const random = world.rng.stream(name);
    const { id } = this;
    this.stack = new Stack(
      {
        get now() {
          return world.now;
        },
        timer: (key, after) => world.timer(id, key as TimerKey, after),
        transmit: (port, frame) => world.transmit(id, port, frame),
        light: (port, on) => world.light(id, port, on),
        carrier: (port) => world.carrier(id, port),
        random: (below) => random.below(below),
        notice: (event) => {
          this.events.push({ at: world.now, event });
          if (event.kind === 'interface') this.#connect();
        },
      },
      { ...PLAIN, ...traits },
    );
    world.addNode(this);
  }

  receive(port: PortName, frame: Frame): void {
    this.stack.receive(port, frame);
  }

  expire(timer: TimerKey): void {
    this.stack.expire(timer);
  }

  carrier(port: PortName, up: boolean): void {
    this.stack.carrier(port, up);
  }

  /** MAC of the port with this number (from 0): `02:00:00:00:NN:PP`. */
  mac(port: number) {
    return mac(0x020000000000 + this.#number * 256 + port);
  }

  /** `e0`, `e0.10`, `lo0`, `null0`: what a port is follows from the name. Ports are numbered by their digits. */
  configure(
    specs: Readonly<Record<string, InterfaceSpec>>,
    options: { routing?: boolean; dark?: string[] } = {},
  ): this {
    this.#interfaces = Object.entries(specs).map(([name, spec]) => interfaceOf(name, spec));
    const names = [...new Set(this.#interfaces.map((config) => config.port).filter((port) => port !== undefined))];
    this.#ports = names.map((name) => ({
      name,
      enabled: !options.dark?.includes(name),
      mac: this.mac(Number(name.replace(/\D/g, ''))),
    }));
    this.#routing = options.routing ?? true;
    this.stack.configure({ routing: this.#routing, ports: this.#ports, interfaces: this.#interfaces });
    return this;
  }

  /** A static route: `via` is `10.0.0.2 e0`, several joined by commas; `discard`; `reject`; `vrf NAME`; `on lo0`. */
  route(to: string, via: string, vrf: VrfName = MAIN): this {
    const verdict = verdictOf(via);
    this.#static.push([vrf, to, verdict]);
    this.stack.fib(vrf).set(block(to), verdict);
    return this;
  }

  drops(): Record<string, number> {
    return Object.fromEntries(this.stack.drops());
  }

  /** Starts a ping and gives the list that its reports will be in, as lines with their time in milliseconds. */
  ping(to: string, spec: Partial<PingSpec> = {}): string[] {
    const lines: string[] = [];
    this.stack.ping({ ...PING, to: address(to), ...spec }, (report) => lines.push(this.#stamp(pingLine(report))));
    return lines;
  }

  traceroute(to: string, spec: Partial<TraceSpec> = {}): string[] {
    const lines: string[] = [];
    this.stack.traceroute({ ...TRACE, to: address(to), ...spec }, (report) =>
      lines.push(this.#stamp(traceLine(report))),
    );
    return lines;
  }

  #stamp(line: string): string {
    return `${this.#world.now / 1000} ${line}`;
  }

  /** What a device would put into its tables: own addresses and subnets of what is up, and the routes set by hand. */
  #connect(): void {
    const wanted = new Map<VrfName, Map<string, Verdict>>();
    const add = (vrf: VrfName, to: string, verdict: Verdict): void => {
      const table = wanted.get(vrf) ?? new Map<string, Verdict>();
      wanted.set(vrf, table.set(to, verdict));
    };
    for (const view of this.stack.interfaces()) {
      if (!view.up) continue;
      for (const { address: own, length } of view.addresses) {
        const path = { out: view.name, gateway: undefined, push: [] };
        add(view.vrf, prefix(own, length).text, { kind: 'forward', paths: [path] });
        add(view.vrf, hostPrefix(own).text, { kind: 'receive', on: view.name });
      }
    }
    for (const [vrf, to, verdict] of this.#static) add(vrf, to, verdict);
    for (const vrf of new Set([...wanted.keys(), ...this.stack.interfaces().map((view) => view.vrf)])) {
      this.stack.dropFib(vrf);
      for (const [to, verdict] of wanted.get(vrf) ?? []) this.stack.fib(vrf).set(block(to), verdict);
    }
  }
}

const PING: PingSpec = {
  vrf: MAIN,
  to: address('0.0.0.0'),
  from: undefined,
  count: 5,
  size: 100,
  df: false,
  ttl: 255,
  tos: 0,
  timeout: seconds(2),
  pace: 'answer',
  pattern: 0xabcd,
};

const TRACE: TraceSpec = {
  vrf: MAIN,
  to: address('0.0.0.0'),
  from: undefined,
  probes: 3,
  timeout: seconds(3),
  firstTtl: 1,
  maxTtl: 30,
  port: 33434,
  size: 28,
};

function interfaceOf(name: string, spec: InterfaceSpec): InterfaceConfig {
  const { at = '', ...rest } = typeof spec === 'string' ? { at: spec } : spec;
  const kind = name.startsWith('lo') ? 'loopback' : name.startsWith('null') ? 'null' : 'ethernet';
  const [port, unit] = name.split('.');
  return {
    name: name as IfName,
    kind,
    port: kind === 'ethernet' ? (port as PortName) : undefined,
    vlan: unit === undefined ? undefined : Number(unit),
    vrf: MAIN,
    enabled: true,
    mtu: 1500,
    addresses: at
      .split(' ')
      .filter((text) => text !== '')
      .map((text, i) => ({ ...present(parseIpWithLength(text), text), secondary: i > 0 })),
    description: undefined,
    bandwidthKbps: 1_000_000,
    delayMicros: 10,
    arpTimeout: seconds(14_400),
    proxyArp: false,
    ...rest,
  };
}

function verdictOf(via: string): Verdict {
  const [first, second] = via.split(' ');
  if (first === 'discard' || first === 'reject') return { kind: first };
  if (first === 'vrf') return { kind: 'lookup', vrf: second as VrfName };
  if (first === 'on') return { kind: 'receive', on: second as IfName };
  const paths = via.split(', ').map((path) => {
    const [gateway, out, ...labels] = path.split(' ');
    return {
      out: out as IfName,
      gateway: gateway === 'link' ? undefined : address(gateway as string),
      push: labels.map((label) => Number(label) as Label),
    };
  });
  return { kind: 'forward', paths };
}

function pingLine(report: PingReport): string {
  switch (report.kind) {
    case 'sent':
    case 'timeout':
      return `${report.kind} ${report.sequence}`;
    case 'reply': {
      const { sequence, from, ttl, rtt, bytes, duplicate } = report;
      const again = duplicate ? ' duplicate' : '';
      return `reply ${sequence} from ${ip4Text(from)} ttl ${ttl} rtt ${rtt / 1000} bytes ${bytes}${again}`;
    }
    case 'error': {
      const { sequence, from, type, code, mtu } = report;
      return `error ${sequence} from ${from === undefined ? 'us' : ip4Text(from)} ${type}/${code}${mtu ? ` mtu ${mtu}` : ''}`;
    }
    case 'done':
      return `done ${report.totals.received}/${report.totals.sent} ${report.totals.rtts.map((rtt) => rtt / 1000).join(' ')}`.trim();
  }
}

function traceLine(report: TraceReport): string {
  switch (report.kind) {
    case 'hop':
      return `hop ${report.ttl}`;
    case 'answer': {
      const { ttl, probe, from, rtt, type, code, labels } = report;
      const stack = labels.map((entry) => ` label ${entry.label}`).join('');
      return `${ttl}/${probe} ${ip4Text(from)} rtt ${rtt / 1000} ${type}/${code}${stack}`;
    }
    case 'timeout':
    case 'unsendable':
      return `${report.ttl}/${report.probe} ${report.kind}`;
    case 'done':
      return `done ${report.reached ? 'reached' : 'not reached'}`;
  }
}

/** A world with stacks in it. Cables come before configuration: a port without one sees no light. */
export class Lab {
  readonly world: World;
  readonly #nodes = new Map<string, StackNode>();
  /** Frames that were put on cables: `time node port layer, layer`, the Ethernet layer left out. */
  readonly frames: string[] = [];
  readonly sent: { readonly at: Micros; readonly from: string; readonly bytes: Uint8Array }[] = [];

  constructor(seed = 1) {
    this.world = new World(seed);
    this.world.watch({
      sent: (at, _link, from, frame) => {
        const layers = dissect(frame.bytes).slice(1);
        const text = layers.map((layer) => `${layer.name} ${layer.summary}`).join(', ');
        this.frames.push(`${at / 1000} ${from.node} ${from.port} ${text}`);
        this.sent.push({ at, from: `${from.node} ${from.port}`, bytes: frame.bytes });
      },
    });
  }

  node(name: string, traits: Partial<StackTraits> = {}): StackNode {
    const node = new StackNode(this.world, name, this.#nodes.size + 1, traits);
    this.#nodes.set(name, node);
    return node;
  }

  /** `lab.cable('r1 e0', 'r2 e0')`: one millisecond each way, unless told otherwise; three ends make a LAN. */
  cable(...ends: (string | Micros)[]): void {
    const delay = ends.find((end) => typeof end === 'number') ?? millis(1);
    const ports = ends
      .filter((end) => typeof end === 'string')
      .map((end) => {
        const [node, port] = end.split(' ');
        return { node: node as NodeId, port: port as PortName };
      });
    this.world.addLink({ id: ports.map((end) => end.node).join('-'), ports, delay });
  }

  /** Lets this much time pass. */
  run(time: Micros = seconds(60)): void {
    this.world.runUntil((this.world.now + time) as Micros);
  }
}
