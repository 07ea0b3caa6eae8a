// The port of one process: what it may do to the router it runs on, and how the router reaches it.

import type { Ip } from '../base/ip.ts';
import type { Mac } from '../base/mac.ts';
import type { Prefix } from '../base/prefix.ts';
import type { Rng } from '../base/rng.ts';
import type { Imposition } from '../net/imposition.ts';
import type { Interface, VirtualRouter } from '../net/interface.ts';
import type { LabelAllocator } from '../net/labels.ts';
import type { Operation, PingSpec } from '../net/operations.ts';
import type { LabelRoute, RibEntry, TableKind } from '../net/rib-types.ts';
import type { IpStack } from '../net/stack-port.ts';
import type { TcpHost } from '../net/tcp/host.ts';
import type { Vrfs } from '../net/vrf.ts';
import type {
  Admission,
  BfdPath,
  BfdTimers,
  EchoAsked,
  NexthopSearch,
  Process,
  ProcessContext,
  ProcessInput,
  ProtocolPlugin,
  RibPort,
  RouteWatch,
  SendOptions,
  StreamFacts,
  StreamKey,
  StreamOptions,
} from '../protocols/plugin.ts';
import type { Label } from '../route/label.ts';
import type { IfName, ProcessId, VrfName } from '../route/names.ts';
import type { Route, RouteKind } from '../route/route.ts';
import type { Micros } from '../sim/time.ts';
import type { Desks } from './desks.ts';
import { Hearings } from './hearings.ts';
import type { Settler } from './settle.ts';
import { Streams } from './streams.ts';

/** What a router gives each of its processes. */
export interface HostPort {
  readonly now: Micros;
  readonly rng: Rng;
  readonly stack: IpStack;
  readonly tcp: TcpHost;
  readonly vrfs: Vrfs;
  readonly settler: Settler;
  readonly labels: LabelAllocator;
  timer(key: string, after: Micros | 'off'): void;
  timerAt(key: string): Micros | undefined;
  /** A label or a forwarding entry changed. */
  changed(): void;
  /** What processes ask of one another without knowing one another. */
  readonly desks: Desks;
}

/** A plug-in, and what it runs with. */
export interface Program<Config, Traits, Event, Queries> {
  readonly plugin: ProtocolPlugin<Config, Traits, Event, Queries>;
  readonly id: ProcessId;
  readonly vrf: VrfName;
  readonly traits: Traits;
  emit(event: Event): void;
}

/** A timer as the process calls it, and as the router does. The latter is put together once: it is long, and much asked. */
interface NamedTimer {
  readonly name: string;
  readonly key: string;
  readonly text: string;
  /** False: it is heard just now, and not armed again yet. */
  armed: boolean;
}

/** One running process and its port. */
export class ProcessHost<Config, Traits, Event, Queries> implements ProcessContext<Traits, Event> {
  readonly id: ProcessId;
  readonly vrf: VrfName;
  readonly traits: Traits;
  readonly ask: ReturnType<ProtocolPlugin<Config, Traits, Event, Queries>['start']>['ask'];
  readonly #port: HostPort;
  readonly #program: Program<Config, Traits, Event, Queries>;
  readonly #rng: Rng;
  readonly #process: Process<Config>;
  /** Those that run, by the router's name for them. */
  readonly #timers = new Map<string, NamedTimer>();
  /** The same by the process's names. */
  readonly #named = new Map<string, Map<string, NamedTimer>>();
  /** Of one that took over: FECs that it asked a label for. */
  #claimed: Set<string> | undefined;
  /** Prefixes whose labels this process imposes. */
  readonly #imposed = new Map<string, { readonly vrf: VrfName; readonly prefix: Prefix }>();
  /** Requests that are not answered yet. */
  readonly #echoes = new Map<string, Operation>();
  readonly #hearings: Hearings;
  readonly #streams: Streams;

  constructor(port: HostPort, program: Program<Config, Traits, Event, Queries>) {
    this.#port = port;
    this.#program = program;
    this.id = program.id;
    this.vrf = program.vrf;
    this.traits = program.traits;
    this.#rng = port.rng.stream(program.id);
    const { hears } = program.plugin;
    this.#hearings = new Hearings(port.stack, program.vrf, hears, (input) => this.input(input));
    this.#streams = new Streams(port.tcp, hears, (input) => this.input(input));
    const started = program.plugin.start(this);
    this.#process = started;
    this.ask = started.ask;
  }

  /** The process takes the configuration, or says that it must be begun anew. */
  configure(wanted: Config): 'applied' | 'restart' {
    return this.#process.configure(wanted);
  }

  input(input: ProcessInput): void {
    if (input.kind === 'interface') this.#hearings.interfaceChanged(input.change, input.interface);
    this.#process.handle(input);
  }

  /** A timer of the router fired: true when it was this process's. */
  expire(timer: string): boolean {
    const named = this.#timers.get(timer);
    if (!named) return false;
    const { name, key } = named;
    named.armed = false;
    this.#process.handle({ kind: 'timer', name, key });
    // Most timers are armed again while they are heard.
    if (!named.armed) this.#forgetTimer(named);
    return true;
  }

  /** The process ends; nothing of it stays. */
  stop(): void {
    this.#process.stop();
    this.abandon();
    this.#port.vrfs.labels.removeAll(this.id);
    for (const { vrf, prefix } of this.#imposed.values()) this.#port.vrfs.impose(vrf, prefix, []);
    this.#imposed.clear();
    this.#port.labels.releaseAll(this.#fec(''));
  }

  /** The process is gone without a word, and its routes with it; its labels lead on, for who takes over. */
  abandon(): void {
    this.#hearings.stop();
    this.#streams.stop();
    for (const key of [...this.#echoes.keys()]) this.echo(key, undefined);
    for (const timer of this.#timers.keys()) this.#port.timer(timer, 'off');
    this.#timers.clear();
    this.#named.clear();
    this.#port.settler.forget(this.id);
    for (const { unicast, labeled } of this.#port.vrfs.all()) {
      unicast.removeAll(this.id);
      labeled.removeAll(this.id);
    }
    this.#port.desks.forget(this.id);
  }

  /** Takes over from a process of the same name that was abandoned, its labels among what it left. */
  succeed(): void {
    this.#claimed = new Set();
    this.input({ kind: 'action', name: 'succeed', args: {} });
  }

  /** Labels of the process before that nobody asked for again go. */
  dropInherited(): void {
    const { labels, vrfs } = this.#port;
    const claimed = this.#claimed;
    this.#claimed = undefined;
    if (!claimed) return;
    const kept = new Set([...claimed].map((fec) => labels.of(fec)));
    for (const { label, source } of vrfs.labels.all())
      if (source === this.id && !kept.has(label)) vrfs.labels.remove(label, source);
    labels.releaseAll(this.#fec(''), claimed);
  }

  get now(): Micros {
    return this.#port.now;
  }

  random(below: number): number {
    return this.#rng.below(below);
  }

  interfaces(): readonly Interface[] {
    return this.#port.stack.interfaces();
  }

  interface(name: IfName): Interface | undefined {
    return this.#port.stack.interface(name);
  }

  timer(name: string, key: string, after: Micros | 'off'): void {
    const known = this.#named.get(name)?.get(key);
    if (after !== 'off') {
      const timer = known ?? this.#nameTimer(name, key);
      timer.armed = true;
      this.#port.timer(timer.text, after);
    } else if (known) {
      this.#forgetTimer(known);
      this.#port.timer(known.text, 'off');
    }
  }

  timerAt(name: string, key: string): Micros | undefined {
    const known = this.#named.get(name)?.get(key);
    return known && this.#port.timerAt(known.text);
  }

  send(on: IfName | undefined, to: Ip | 'link', bytes: Uint8Array, options?: SendOptions): void {
    this.#hearings.send(on, to, bytes, options);
  }

  connect(vrf: VrfName, peer: Ip, options: StreamOptions & { readonly local?: Ip }): StreamKey | undefined {
    return this.#streams.connect(vrf, peer, options);
  }

  listen(vrf: VrfName, admit: Admission | 'off'): void {
    this.#streams.listen(vrf, admit);
  }

  write(stream: StreamKey, bytes: Uint8Array): void {
    this.#streams.write(stream, bytes);
  }

  close(stream: StreamKey, how?: 'reset'): void {
    this.#streams.close(stream, how);
  }

  stream(stream: StreamKey): StreamFacts | undefined {
    return this.#streams.facts(stream);
  }

  rib(vrf: VrfName, table: TableKind = 'unicast'): RibPort {
    const rib = this.#port.vrfs.rib({ vrf, table });
    const source = this.id;
    return {
      install: (route: Omit<Route, 'source'>): void => rib.put({ ...route, source }, this.#port.now),
      withdraw: (prefix: Prefix, slot?: string): void => rib.remove(prefix, source, slot),
      entry: (prefix: Prefix): RibEntry | undefined => rib.entry(prefix),
      longest: (address: Ip): RibEntry | undefined => rib.longest(address, (entry) => entry.active !== undefined),
    };
  }

  watchRoutes(vrf: VrfName, kinds: readonly RouteKind[], which?: RouteWatch): void {
    this.#port.settler.watchRoutes(this.id, vrf, kinds, which);
  }

  watchNexthop(vrf: VrfName, gateway: Ip, on: boolean, search?: NexthopSearch): void {
    this.#port.settler.watchNexthop(this.id, vrf, gateway, on, search);
  }

  label(fec: string, of?: 'tables'): Label | undefined {
    this.#claimed?.add(this.#fec(fec));
    const label = this.#port.labels.allocate(this.#fec(fec), of);
    return label.ok ? label.value : undefined;
  }

  freeLabel(fec: string): void {
    this.#claimed?.delete(this.#fec(fec));
    const label = this.#port.labels.of(this.#fec(fec));
    if (label !== undefined) this.lfib(label, undefined);
    this.#port.labels.release(this.#fec(fec));
  }

  lfib(label: Label, route: Omit<LabelRoute, 'label' | 'source'> | undefined): void {
    const { labels } = this.#port.vrfs;
    if (route) labels.put({ ...route, label, source: this.id });
    else labels.remove(label, this.id);
  }

  impose(vrf: VrfName, prefix: Prefix, labels: readonly Imposition[]): void {
    const key = `${vrf} ${prefix.text}`;
    if (labels.length > 0) this.#imposed.set(key, { vrf, prefix });
    else this.#imposed.delete(key);
    this.#port.vrfs.impose(vrf, prefix, labels);
  }

  bfd(path: BfdPath, wanted: BfdTimers | undefined): void {
    this.#port.desks.bfd.wish(this.id, path, wanted);
  }

  watchLdpSync(on: IfName, wanted: boolean): void {
    this.#port.desks.ldpSync.watch(this.id, on, wanted);
  }

  watchBgp(wanted: boolean): void {
    this.#port.desks.bgp.watch(this.id, wanted);
  }

  watchTrack(object: string, wanted: boolean): void {
    this.#port.desks.track.watch(this.id, object, wanted);
  }

  echo(key: string, asked: EchoAsked | undefined): void {
    this.#echoes.get(key)?.stop();
    this.#echoes.delete(key);
    if (!asked) return;
    const spec: PingSpec = { ...asked, count: 1, df: false, ttl: 255, pace: 'answer', pattern: undefined };
    const operation = this.#port.stack.ping(spec, (report) => {
      // The end is never reported before this returns.
      if (report.kind !== 'done') return;
      this.#echoes.delete(key);
      this.input({ kind: 'echo', key, rtt: report.totals.rtts[0] });
    });
    this.#echoes.set(key, operation);
  }

  standFor(on: IfName, mac: Mac, router: VirtualRouter | undefined): void {
    this.#port.stack.standFor(on, mac, router);
  }

  emit(event: Event): void {
    this.#program.emit(event);
  }

  #nameTimer(name: string, key: string): NamedTimer {
    const text = `proc/${this.id}/${name}${key === '' ? '' : `/${key}`}`;
    const timer = { name, key, text, armed: false };
    const known = this.#named.get(name) ?? new Map<string, NamedTimer>();
    this.#named.set(name, known.set(key, timer));
    this.#timers.set(text, timer);
    return timer;
  }

  /** Unless it was stopped and armed anew in the meantime, which makes it another. */
  #forgetTimer(timer: NamedTimer): void {
    const { name, key, text } = timer;
    if (this.#timers.get(text) !== timer) return;
    this.#timers.delete(text);
    this.#named.get(name)?.delete(key);
  }

  #fec(fec: string): string {
    return `${this.id} ${fec}`;
  }
}
