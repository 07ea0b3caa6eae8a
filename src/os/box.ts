// RunningBox: the management plane of one box of the lab, and a node of the world for its timers.

import { type Civil, civil } from '../base/calendar.ts';
import { must, present } from '../base/must.ts';
import { err, ok, type Result } from '../base/result.ts';
import { byText } from '../base/sorted-map.ts';
import { ConfigStore } from '../config/store.ts';
import type { ConfigTree } from '../config/tree.ts';
import type { DeviceEvent } from '../device/events.ts';
import type { Personality } from '../device/personality.ts';
import type { Router } from '../device/router.ts';
import type { PortWire } from '../device/wire.ts';
import type { Node, NodeId, PortName, TimerKey } from '../sim/node.ts';
import type { Tap } from '../sim/tap.ts';
import { type Micros, ZERO } from '../sim/time.ts';
import type { World } from '../sim/world.ts';
import { Backplane } from './backplane.ts';
import type {
  Box,
  Chassis,
  Compiled,
  ConfigError,
  LogEntry,
  Login,
  LogLine,
  Os,
  PassingFrame,
  StoredFile,
} from './os.ts';

/** What it takes to build a router; `device/device.ts` does. */
export interface RouterSpec {
  readonly id: NodeId;
  readonly world: World;
  readonly personality: Personality;
  readonly report: (event: DeviceEvent) => void;
  /** The box's sockets, as this router may use them. */
  readonly wire?: PortWire;
}

export interface BoxSpec {
  readonly name: string;
  readonly os: Os;
  readonly chassis: Chassis;
  readonly world: World;
  /** Microseconds from 1970 to lab time 0. */
  readonly epoch: number;
  readonly makeRouter: (spec: RouterSpec) => Router;
}

/** Lines of log that a box remembers. */
const LOG_KEPT = 2_000;
/** RFC 5424 §6.2.1 */
const INFORMATIONAL = 6;

/** The router that is the box itself, not one of its logical systems. */
export const MAIN_ROUTER = 'main';

const RESTART = 'restart';

export class RunningBox implements Box, Node {
  readonly id: NodeId;
  readonly name: string;
  readonly os: Os;
  readonly chassis: Chassis;
  readonly store = new ConfigStore();
  readonly logins = new Map<number, Login>();
  readonly files = new Map<string, StoredFile>();
  readonly #world: World;
  /** Microseconds from 1970 to lab time 0, as the clock had it from a moment on; the last counts. */
  #epochs: readonly { readonly from: Micros; readonly epoch: number }[];
  readonly #makeRouter: BoxSpec['makeRouter'];
  readonly #routers = new Map<string, Router>();
  readonly #backplane: Backplane;
  /** Logical systems that somebody switched off. */
  readonly #dark = new Set<string>();
  readonly #timers = new Map<string, () => void>();
  readonly #listeners = new Set<(entry: LogEntry) => void>();
  #log: LogEntry[] = [];
  #said = 0;
  #bootedAt: Micros;
  #powered = false;
  /** Who waits until it is up again. */
  #waiting: (() => void)[] = [];
  #bootConfig: ConfigTree | undefined;
  /** What its routers are told, those that are switched off included. */
  #compiled: Compiled = new Map();

  constructor(spec: BoxSpec) {
    this.id = `${spec.name}#box` as NodeId;
    this.name = spec.name;
    this.os = spec.os;
    this.chassis = spec.chassis;
    this.#world = spec.world;
    this.#epochs = [{ from: ZERO, epoch: spec.epoch }];
    this.#makeRouter = spec.makeRouter;
    this.#bootedAt = spec.world.now;
    spec.world.addNode(this);
    this.#backplane = new Backplane(spec.name as NodeId, spec.world, () => this.#routers.values());
    this.#routers.set(MAIN_ROUTER, this.#build(MAIN_ROUTER));
  }

  get now(): Micros {
    return this.#world.now;
  }

  get bootedAt(): Micros {
    return this.#bootedAt;
  }

  get bootConfig(): ConfigTree | undefined {
    return this.#bootConfig;
  }

  get powered(): boolean {
    return this.#powered;
  }

  isOn(router: string): boolean {
    return this.#powered && this.#routers.has(router) && !this.#dark.has(router);
  }

  get routers(): ReadonlyMap<string, Router> {
    return this.#routers;
  }

  get log(): readonly LogEntry[] {
    return this.#log;
  }

  get hostname(): string {
    // A box that was given no name answers to the one on the map.
    return this.router().config?.hostname || this.name;
  }

  clock(at: Micros = this.now): Civil {
    const { epoch } = present(this.#epochs.findLast(({ from }) => from <= at) ?? this.#epochs[0], 'a clock');
    return civil(epoch + at);
  }

  get clockIsSet(): boolean {
    return this.#epochs.length > 1;
  }

  setClock(epoch: number): void {
    this.#epochs = [...this.#epochs, { from: this.now, epoch: epoch - this.now }];
  }

  router(name: string = MAIN_ROUTER): Router {
    return present(this.#routers.get(name), `router ${name} of ${this.name}`);
  }

  /** A cable is plugged in: an end of a link, as the lab names it. */
  socket(name: PortName): void {
    this.#backplane.socket(name);
  }

  /** Switches one logical system off, or on again; the others go on. */
  powerRouter(name: string, on: boolean): void {
    const router = this.router(name);
    if (!this.#powered || this.isOn(name) === on) return;
    if (on) this.#dark.delete(name);
    else this.#dark.add(name);
    const config = this.#compiled.get(name);
    if (!on) router.powerOff();
    else if (config) router.apply(config);
    this.#share();
  }

  /**
   * The power comes on: the saved configuration is put into force, or that of the factory. A lab's box has one that was
   * checked.
   */
  powerOn(): void {
    must(!this.#powered, `${this.name} is on already`);
    this.#powered = true;
    this.timer(RESTART, 'off');
    this.#bootedAt = this.now;
    this.#bootConfig = this.store.startup?.tree;
    const saved = this.#bootConfig ?? this.os.factory(this.chassis.model);
    const applied = this.apply(saved);
    must(applied.ok, `the saved configuration of ${this.name} is broken`);
    if (this.store.commits[0]?.tree !== saved) {
      this.store.replace({ tree: saved, at: this.now, user: 'root', client: 'other', comment: undefined });
    }
  }

  /** The power goes: all but what is saved is forgotten. Its sessions are the caller's to close. */
  powerOff(): void {
    this.#powered = false;
    this.#waiting = [];
    this.#world.stopTimers(this.id);
    this.#timers.clear();
    for (const router of this.#routers.values()) router.powerOff();
    this.#dark.clear();
    this.#log = [];
    this.#said = 0;
    this.logins.clear();
  }

  restart(after: Micros, then: () => void): void {
    if (this.restarting) {
      this.#waiting.push(then);
      return;
    }
    this.powerOff();
    this.#waiting = [then];
    this.timer(RESTART, after, () => {
      this.powerOn();
      for (const waiting of this.#waiting.splice(0)) waiting();
    });
  }

  /** It is off, and on its way up again. */
  get restarting(): boolean {
    return this.timerAt(RESTART) !== undefined;
  }

  check(tree: ConfigTree): Result<readonly ConfigError[], readonly ConfigError[]> {
    const compiled = this.os.compile(tree, this.chassis);
    return compiled.ok ? ok(compiled.value.warnings) : err(compiled.error);
  }

  apply(tree: ConfigTree): Result<readonly ConfigError[], readonly ConfigError[]> {
    const result = this.os.compile(tree, this.chassis);
    if (!result.ok) return err(result.error);
    this.#become(result.value.compiled);
    this.os.serve?.(this, tree);
    return ok(result.value.warnings);
  }

  say(line: LogLine): void {
    if (line.after === undefined || line.after === 0) this.#note(line);
    else this.timer(`say/${this.#said++}`, line.after, () => this.#note(line));
  }

  listen(hear: (entry: LogEntry) => void): () => void {
    this.#listeners.add(hear);
    return () => this.#listeners.delete(hear);
  }

  capture(port: PortName, see: (frame: PassingFrame) => void): () => void {
    const plane = this.#backplane;
    const tap: Tap = {
      event: (_time, event) => {
        if (event.kind === 'frame' && plane.leadsTo(event.to, port)) see({ direction: 'in', bytes: event.frame.bytes });
      },
      sent: (_time, _link, from, frame) => {
        if (plane.leadsTo(from, port)) see({ direction: 'out', bytes: frame.bytes });
      },
    };
    this.#world.watch(tap);
    return () => this.#world.unwatch(tap);
  }

  timer(name: string, after: Micros | 'off', then?: () => void): void {
    this.#world.timer(this.id, name as TimerKey, after);
    if (after === 'off') this.#timers.delete(name);
    else this.#timers.set(name, present(then, `timer ${name} does something`));
  }

  timerAt(name: string): Micros | undefined {
    return this.#world.timerAt(this.id, name as TimerKey);
  }

  expire(key: TimerKey): void {
    const then = this.#timers.get(key);
    this.#timers.delete(key);
    then?.();
  }

  /** A box has no ports of its own: its routers have them. */
  receive(): void {}
  carrier(): void {}

  #become(compiled: Compiled): void {
    for (const [name, router] of this.#routers) {
      if (compiled.has(name)) continue;
      router.powerOff();
      this.#world.removeNode(router.id);
      this.#routers.delete(name);
      this.#dark.delete(name);
    }
    // Its own first: the others stand behind its ports.
    const guests = [...compiled.keys()].filter((name) => name !== MAIN_ROUTER).sort(byText);
    for (const name of [MAIN_ROUTER, ...guests]) {
      let router = this.#routers.get(name);
      if (!router) {
        router = this.#build(name);
        this.#routers.set(name, router);
      }
      if (!this.#dark.has(name)) router.apply(present(compiled.get(name), name));
    }
    this.#compiled = compiled;
    this.#share();
  }

  #share(): void {
    const guests = [...this.#routers].filter(([name]) => name !== MAIN_ROUTER && !this.#dark.has(name));
    this.#backplane.share(guests.map(([, router]) => router));
  }

  #build(name: string): Router {
    const router = this.#makeRouter({
      id: (name === MAIN_ROUTER ? this.name : `${this.name}:${name}`) as NodeId,
      world: this.#world,
      personality: this.os.personality,
      report: (event) => {
        const said = this.#powered ? this.os.phrase(event, this, name) : undefined;
        for (const line of said === undefined ? [] : [said].flat()) this.say(line);
      },
      wire: name === MAIN_ROUTER ? this.#backplane.main : this.#backplane.guest,
    });
    // The box itself is known to the world by its backplane.
    if (name !== MAIN_ROUTER) this.#world.addNode(router);
    return router;
  }

  /** Half of the log goes, but for what was more than a note of what somebody typed. */
  #forget(): void {
    const half = LOG_KEPT / 2;
    const notable = this.#log.slice(0, -half).filter(({ severity }) => severity < INFORMATIONAL);
    this.#log = [...notable.slice(-half / 2), ...this.#log.slice(-half)];
  }

  #note(line: LogLine): void {
    const last = this.#log.at(-1)?.number ?? 0;
    const entry: LogEntry = { ...line, at: this.now, number: last + 1 };
    this.#log.push(entry);
    if (this.#log.length > LOG_KEPT) this.#forget();
    for (const hear of [...this.#listeners]) hear(entry);
  }
}
