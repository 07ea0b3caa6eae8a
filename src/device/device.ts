// A router: a node of the world that can be told a configuration, asked, ordered, and switched off.

import type { Rng } from '../base/rng.ts';
import { lspOf } from '../net/lsp.ts';
import type {
  LspPingReport,
  LspPingSpec,
  LspTraceReport,
  LspTraceSpec,
  Operation,
  PingReport,
  PingSpec,
  TraceReport,
  TraceSpec,
} from '../net/operations.ts';
import type { TcpHost } from '../net/tcp/host.ts';
import type { Frame } from '../sim/frame.ts';
import type { NodeId, PortName, TimerKey } from '../sim/node.ts';
import type { Micros } from '../sim/time.ts';
import type { World } from '../sim/world.ts';
import { deviceAnswers } from './answers.ts';
import { clearProcesses } from './clearing.ts';
import type { DeviceConfig } from './device-config.ts';
import type { DeviceEvent } from './events.ts';
import { Machine } from './machine.ts';
import type { MachinePort } from './machine-ports.ts';
import type { Personality } from './personality.ts';
import { Pings } from './pings.ts';
import { type Plan, plan } from './plan.ts';
import type { Ask, DeviceAnswers, DeviceQueries, PingRow } from './queries.ts';
import type { Action, ActiveWatch, FrameTap, Router } from './router.ts';
import type { PortWire } from './wire.ts';

export interface DeviceSpec {
  readonly id: NodeId;
  readonly world: World;
  readonly personality: Personality;
  /** Hears what the device reports. It must not order anything while it listens. */
  readonly report: (event: DeviceEvent) => void;
  /** Its sockets; absent: those of the world under its own name. */
  readonly wire?: PortWire;
}

const NOTHING_RUNS: Operation = { stop: () => {} };

export class Device implements Router {
  readonly id: NodeId;
  readonly #spec: DeviceSpec;
  readonly #answers: DeviceAnswers;
  readonly #pings = new Pings();
  readonly #active = new Set<ActiveWatch>();
  readonly #taps = new Set<FrameTap>();
  readonly #streams = new Map<string, Rng>();
  /** Undefined: the power is off. It comes on with the next configuration. */
  #machine: Machine | undefined;
  #config: DeviceConfig | undefined;
  #lastChange: Micros;

  constructor(spec: DeviceSpec) {
    this.id = spec.id;
    this.#spec = spec;
    this.#lastChange = spec.world.now;
    this.#answers = deviceAnswers(this);
  }

  get machine(): Machine | undefined {
    return this.#machine;
  }

  get tcp(): TcpHost | undefined {
    return this.#machine?.tcp;
  }

  get config(): DeviceConfig | undefined {
    return this.#config;
  }

  get now(): Micros {
    return this.#spec.world.now;
  }

  get pings(): readonly PingRow[] {
    return this.#pings.rows;
  }

  get lastChange(): Micros {
    return this.#lastChange;
  }

  readonly ask: Ask = <K extends keyof DeviceQueries>(question: K, args: DeviceQueries[K]['args']) => {
    const answer = this.#answers[question] as (args: DeviceQueries[K]['args']) => DeviceQueries[K]['answer'];
    return answer(args);
  };

  apply(config: DeviceConfig): Plan {
    const before = this.#machine && this.#config;
    const steps = plan(before, config);
    this.#config = config;
    this.#machine ??= this.#boot();
    this.#machine.apply(before, config, steps);
    return steps;
  }

  act(action: Action): void {
    const machine = this.#machine;
    if (!machine) return;
    if (action.kind === 'clear-counters' && action.port !== undefined) machine.stack.clearPortCounters(action.port);
    else if (action.kind === 'clear-counters') machine.stack.clearCounters(action.interface);
    else if (action.kind === 'clear-mpls-counters') machine.stack.lfib.clearCounters();
    else if (action.kind === 'restart-routing') machine.restartRouting(this.#config);
    else if (action.kind === 'clear-routes') machine.clearRoutes(action.vrf, action.prefix);
    else if (action.kind === 'clear-arp')
      machine.stack.clearArp(
        (entry) =>
          (action.vrf === undefined || machine.stack.interface(entry.interface)?.vrf === action.vrf) &&
          (action.interface === undefined || entry.interface === action.interface) &&
          (action.address === undefined || entry.address === action.address),
      );
    else clearProcesses(machine, action);
    machine.settle();
  }

  ping(spec: PingSpec, report: (report: PingReport) => void): Operation {
    if (!this.#machine) return NOTHING_RUNS;
    const record = this.#pings.follow(spec, () => this.now);
    const operation = this.#machine.stack.ping(spec, (one) => {
      record.hear(one);
      report(one);
    });
    return {
      stop: () => {
        operation.stop();
        record.end();
      },
    };
  }

  traceroute(spec: TraceSpec, report: (report: TraceReport) => void): Operation {
    return this.#machine?.stack.traceroute(spec, report) ?? NOTHING_RUNS;
  }

  lspPing(spec: Omit<LspPingSpec, 'path'>, report: (report: LspPingReport) => void): Operation {
    const machine = this.#machine;
    return machine?.stack.lspPing({ ...spec, path: lspOf(machine.vrfs, spec.vrf, spec.fec) }, report) ?? NOTHING_RUNS;
  }

  lspTrace(spec: Omit<LspTraceSpec, 'path'>, report: (report: LspTraceReport) => void): Operation {
    const machine = this.#machine;
    return machine?.stack.lspTrace({ ...spec, path: lspOf(machine.vrfs, spec.vrf, spec.fec) }, report) ?? NOTHING_RUNS;
  }

  tap(see: FrameTap): () => void {
    this.#taps.add(see);
    return () => this.#taps.delete(see);
  }

  watchActive(see: ActiveWatch): () => void {
    this.#active.add(see);
    this.#seeActive();
    return () => {
      this.#active.delete(see);
      this.#seeActive();
    };
  }

  /** Nothing is looked at for nobody. */
  #seeActive(): void {
    const seen = this.#active;
    this.#machine?.watchActive(
      seen.size === 0
        ? undefined
        : (change) => {
            for (const see of seen) see(change);
          },
    );
  }

  powerOff(): void {
    const { world } = this.#spec;
    world.stopTimers(this.id);
    for (const { config } of this.#machine?.stack.portStates() ?? []) this.#wire.light(config.name, false);
    this.#machine = undefined;
    this.#pings.clear();
    this.#taps.clear();
    this.#active.clear();
    this.#lastChange = this.now;
  }

  receive(port: PortName, frame: Frame): void {
    if (this.#taps.size > 0) for (const see of this.#taps) see('in', port, frame);
    this.#machine?.stack.receive(port, frame);
    this.#machine?.settle();
  }

  carrier(port: PortName, up: boolean): void {
    this.#machine?.stack.carrier(port, up);
    this.#machine?.settle();
  }

  expire(timer: TimerKey): void {
    this.#machine?.expire(timer);
    this.#machine?.settle();
  }

  get #wire(): PortWire {
    const { wire, world } = this.#spec;
    const { id } = this;
    return (
      wire ?? {
        transmit: (port, frame) => world.transmit(id, port, frame),
        light: (port, on) => world.light(id, port, on),
        carrier: (port) => world.carrier(id, port),
      }
    );
  }

  #boot(): Machine {
    this.#changed();
    return new Machine(this.#machinePort(), this.#spec.personality);
  }

  #changed(): void {
    this.#lastChange = this.now;
  }

  #machinePort(): MachinePort {
    const { world, report } = this.#spec;
    const { id } = this;
    const wire = this.#wire;
    return {
      get now(): Micros {
        return world.now;
      },
      timer: (key, after) => world.timer(id, key as TimerKey, after),
      timerAt: (key) => world.timerAt(id, key as TimerKey),
      transmit: (port, frame) => {
        if (this.#taps.size > 0) for (const see of this.#taps) see('out', port, frame);
        return wire.transmit(port, frame);
      },
      light: (port, on) => wire.light(port, on),
      carrier: (port) => wire.carrier(port),
      rng: (name) => this.#stream(name),
      report,
      changed: () => this.#changed(),
    };
  }

  /** Streams outlive the power, so that a second start does not repeat the first one's chance. */
  #stream(name: string): Rng {
    const known = this.#streams.get(name);
    if (known) return known;
    const made = this.#spec.world.rng.stream(`${this.id}/${name}`);
    this.#streams.set(name, made);
    return made;
  }
}
