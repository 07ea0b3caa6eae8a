// A router of the tests: one address a port, a ping of its own over the links, and nothing else.

import { type Ip4, ip4Text } from '../../src/base/ip.ts';
import { comparePrefix, prefix } from '../../src/base/prefix.ts';
import type { DeviceConfig } from '../../src/device/device-config.ts';
import type { PingRow, PrefixRow } from '../../src/device/queries.ts';
import type { Router } from '../../src/device/router.ts';
import type { PingReport, PingSpec, TraceReport, TraceSpec } from '../../src/net/operations.ts';
import type { RouterSpec } from '../../src/os/box.ts';
import { MAIN } from '../../src/route/names.ts';
import type { Frame } from '../../src/sim/frame.ts';
import type { NodeId, PortName, TimerKey } from '../../src/sim/node.ts';
import { type Micros, seconds, since } from '../../src/sim/time.ts';
import type { World } from '../../src/sim/world.ts';

/** What the toy system compiles to; it travels in place of a DeviceConfig. */
export interface ToyConfig {
  readonly hostname: string;
  readonly ports: readonly PortName[];
  readonly addresses: Readonly<Record<string, Ip4>>;
}

interface Running {
  readonly spec: PingSpec;
  readonly report: (report: PingReport) => void;
  readonly row: { -readonly [K in keyof PingRow]: PingRow[K] };
  readonly rtts: Micros[];
  sequence: number;
  sentAt: Micros;
}

/** Request or reply, destination, source, sequence: each in four bytes. */
const encode = (kind: 1 | 2, to: Ip4, from: Ip4, sequence: number): Frame => {
  const words = Uint32Array.of(kind, to, from, sequence);
  return { bytes: new Uint8Array(words.buffer) };
};

export class ToyRouter implements Router {
  readonly id: NodeId;
  readonly #world: World;
  #config: ToyConfig | undefined;
  #lastChange: Micros;
  readonly #up = new Set<PortName>();
  #pings: PingRow[] = [];
  readonly #running = new Map<number, Running>();
  #made = 0;

  constructor(spec: RouterSpec) {
    this.id = spec.id;
    this.#world = spec.world;
    this.#lastChange = spec.world.now;
  }

  get config(): DeviceConfig | undefined {
    return this.#config as unknown as DeviceConfig | undefined;
  }

  tap(): () => void {
    return () => {};
  }

  watchActive(): () => void {
    return () => {};
  }

  get tcp(): undefined {
    return undefined;
  }

  get lastChange(): Micros {
    return this.#lastChange;
  }

  apply(config: DeviceConfig): ReturnType<Router['apply']> {
    this.#config = config as unknown as ToyConfig;
    this.#lastChange = this.#world.now;
    for (const port of this.#config.ports) this.#world.light(this.id, port, true);
    return undefined as unknown as ReturnType<Router['apply']>;
  }

  readonly ask = ((question: string, args: { readonly within?: unknown; readonly vrf?: string }): unknown => {
    switch (question) {
      case 'isis.instances':
        return [];
      case 'pings':
        return this.#pings;
      case 'routes':
        return args.vrf === undefined || args.vrf === MAIN ? this.#routes() : undefined;
      case 'interfaces':
        return Object.entries(this.#config?.addresses ?? {}).map(([name, address]) => ({
          interface: {
            name,
            up: this.#up.has(name as PortName),
            vrf: MAIN,
            addresses: [{ address, length: 24, secondary: false }],
          },
        }));
      case 'vrfs':
        return [{ name: MAIN }, { name: 'RED', rd: { form: 'as2', admin: 65000, number: 1 } }];
      default:
        return undefined;
    }
  }) as unknown as Router['ask'];

  #routes(): readonly PrefixRow[] {
    const rows = Object.entries(this.#config?.addresses ?? {})
      .filter(([port]) => this.#up.has(port as PortName))
      .map(([port, address]) => ({
        prefix: prefix(address, 24),
        routes: [
          {
            active: true,
            candidate: { route: { kind: 'connected', nexthops: [{ via: 'interface', out: port, labels: [] }] } },
            paths: [{ out: port, gateway: undefined, push: [] }],
          },
        ],
      }));
    return rows.sort((a, b) => comparePrefix(a.prefix, b.prefix)) as unknown as readonly PrefixRow[];
  }

  act(): void {}

  ping(spec: PingSpec, report: (report: PingReport) => void): { stop(): void } {
    const id = ++this.#made;
    const row = { vrf: spec.vrf, to: spec.to, from: spec.from, sent: 0, received: 0, at: this.#world.now };
    this.#pings.push(row);
    const running: Running = { spec, report, row, rtts: [], sequence: 0, sentAt: this.#world.now };
    this.#running.set(id, running);
    this.#next(id, running);
    return { stop: () => this.#end(id, false) };
  }

  #next(id: number, running: Running): void {
    if (running.sequence === running.spec.count) {
      this.#end(id, true);
      return;
    }
    running.sequence++;
    running.row.sent++;
    running.sentAt = this.#world.now;
    running.report({ kind: 'sent', sequence: running.sequence });
    for (const [port, address] of Object.entries(this.#config?.addresses ?? {}))
      this.#world.transmit(
        this.id,
        port as PortName,
        encode(1, running.spec.to, address, id * 65_536 + running.sequence),
      );
    this.#world.timer(this.id, `ping/${id}` as TimerKey, running.spec.timeout);
  }

  #end(id: number, told: boolean): void {
    const running = this.#running.get(id);
    if (!running) return;
    this.#running.delete(id);
    this.#world.timer(this.id, `ping/${id}` as TimerKey, 'off');
    const totals = { sent: running.row.sent, received: running.row.received, rtts: running.rtts };
    if (told) running.report({ kind: 'done', totals });
  }

  /** One hop: the address itself, when a ping reaches it. */
  traceroute(spec: TraceSpec, report: (report: TraceReport) => void): { stop(): void } {
    const { vrf, to, from, timeout } = spec;
    const answer = (hit: boolean): void => {
      report({ kind: 'hop', ttl: 1 });
      const facts = { ttl: 1, probe: 1, from: to, rtt: 0 as Micros, type: 3, code: 3, labels: [] };
      report(hit ? { kind: 'answer', ...facts } : { kind: 'timeout', ttl: 1, probe: 1 });
      report({ kind: 'done', reached: hit });
    };
    const ping: PingSpec = {
      vrf,
      to,
      from,
      count: 1,
      size: 60,
      df: false,
      ttl: 1,
      tos: 0,
      timeout,
      pace: 'answer',
      pattern: undefined,
    };
    return this.ping(ping, (one) => {
      if (one.kind === 'done') answer(one.totals.received === 1);
    });
  }

  lspPing(): { stop(): void } {
    return { stop: () => {} };
  }

  lspTrace(): { stop(): void } {
    return { stop: () => {} };
  }

  powerOff(): void {
    this.#world.stopTimers(this.id);
    for (const port of this.#config?.ports ?? []) this.#world.light(this.id, port, false);
    this.#config = undefined;
    this.#pings = [];
    this.#running.clear();
    this.#up.clear();
  }

  receive(port: PortName, frame: Frame): void {
    const [kind, to, from, sequence] = new Uint32Array(frame.bytes.slice().buffer) as unknown as [
      1 | 2,
      Ip4,
      Ip4,
      number,
    ];
    const own = this.#config?.addresses[port];
    if (own === undefined) return;
    if (kind === 1 && to === own) this.#world.transmit(this.id, port, encode(2, from, own, sequence));
    if (kind === 2 && to === own) this.#reply(Math.floor(sequence / 65_536), sequence % 65_536);
  }

  #reply(id: number, sequence: number): void {
    const running = this.#running.get(id);
    if (!running || running.sequence !== sequence || running.row.received >= running.row.sent) return;
    running.row.received++;
    const rtt = since(running.sentAt, this.#world.now);
    running.rtts.push(rtt);
    const { to } = running.spec;
    running.report({ kind: 'reply', sequence, from: to, ttl: 64, rtt, bytes: 16, duplicate: false });
    const pause = running.spec.pace === 'answer' ? 0 : running.spec.pace;
    if (pause === 0) this.#next(id, running);
    else this.#world.timer(this.id, `ping/${id}` as TimerKey, pause as Micros);
  }

  expire(timer: TimerKey): void {
    const id = Number(timer.slice('ping/'.length));
    const running = this.#running.get(id);
    if (!running) return;
    if (running.row.received < running.row.sent && running.rtts.length < running.sequence)
      running.report({ kind: 'timeout', sequence: running.sequence });
    this.#next(id, running);
  }

  carrier(port: PortName, up: boolean): void {
    if (up) this.#up.add(port);
    else this.#up.delete(port);
    this.#lastChange = this.#world.now;
  }

  /** For messages of a failing test. */
  toString(): string {
    return Object.values(this.#config?.addresses ?? {})
      .map(ip4Text)
      .join(' ');
  }
}

export const TOY_TIMEOUT = seconds(2);
