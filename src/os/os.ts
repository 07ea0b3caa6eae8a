// What an operating system is (four drawers behind one record: shell, compile, traits, words), and the box it runs on.

import type { Civil } from '../base/calendar.ts';
import type { Mac } from '../base/mac.ts';
import type { Result } from '../base/result.ts';
import type { Shell } from '../cli/shell.ts';
import type { ConfigStore } from '../config/store.ts';
import type { ConfigTree } from '../config/tree.ts';
import type { DeviceConfig } from '../device/device-config.ts';
import type { DeviceEvent } from '../device/events.ts';
import type { Personality } from '../device/personality.ts';
import type { Ask } from '../device/queries.ts';
import type { Router } from '../device/router.ts';
import type { ArgType, Match, Vocabulary } from '../language/spec.ts';
import type { PortName } from '../sim/node.ts';
import type { Micros } from '../sim/time.ts';

/** A kind of box: what it has in it and what `show version` says of it. */
export interface Model {
  readonly name: string;
  /** Ports of a box out of the factory, in the vendor's order. */
  readonly ports: readonly PortName[];
  /** Sockets that its owner may make of several ports; a bundle counts as one. */
  readonly bundles?: readonly PortName[];
  /** Software release, as the vendor writes it. */
  readonly release: string;
}

/** One box as it left the factory: its kind and its addresses. */
export interface Chassis {
  readonly model: Model;
  /** The first port's; the others follow in order. */
  readonly macBase: Mac;
}

/** What is wrong with a configuration. IOS says it under the line, Junos at commit. */
export interface ConfigError {
  /** Words of the statements from the root to the one it is about. */
  readonly path: readonly string[];
  readonly message: string;
  /** Taken all the same (a warning). */
  readonly warning: boolean;
  /** A rule of the schema itself is broken; Junos ends its refusal with another line then. */
  readonly constraint?: true;
}

/** What became of one line of a configuration file. */
export interface LineTaken {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** `kept`: understood and printed again, but nothing is simulated. */
  readonly taken: 'simulated' | 'kept' | 'rejected';
  /** Kept: the reason. Rejected: the router's own words. */
  readonly why: string | undefined;
  /** Rejected with a marker: the first impossible character, from 0. */
  readonly column: number | undefined;
}

/** Something the box has to say, in its vendor's letters. */
export interface LogLine {
  /** Without the time stamp: `%LINK-3-UPDOWN: Interface …` */
  readonly text: string;
  readonly severity: number;
  /** Junos: the daemon and its pid (`mib2d[5990]`). */
  readonly process?: string;
  /** Said that much later: a vendor's line protocol follows its link by a second. */
  readonly after?: Micros;
}

/** A line of the box's log, stamped. */
export interface LogEntry extends LogLine {
  readonly at: Micros;
  /** Counts from 1 since the box was switched on. */
  readonly number: number;
}

/** A file that somebody keeps on the box. */
export interface StoredFile {
  readonly lines: readonly string[];
  /** When it was written last. */
  readonly at: Micros;
  readonly user: string;
}

/** A frame at a socket of the box, as it passes. */
export interface PassingFrame {
  readonly direction: 'in' | 'out';
  readonly bytes: Uint8Array;
}

/** Somebody at a line of the box. */
export interface Login {
  readonly session: number;
  readonly user: string;
  readonly since: Micros;
  /** Where from: empty for the console. */
  readonly from: string;
  /** Shows lines in the middle of whatever the terminal shows. */
  notify(lines: readonly string[]): void;
}

/**
 * A box of the lab: the management plane around one router, or around several logical ones. It owns the
 * configuration, the users' logins, the log and the clock; each router in it owns its tables.
 */
export interface Box {
  /** As the lab calls it; the hostname may be another. */
  readonly name: string;
  readonly os: Os;
  readonly chassis: Chassis;
  readonly now: Micros;
  /** False while it restarts, too. */
  readonly powered: boolean;
  /** Is this router of it switched on, as well as the box? */
  isOn(router: string): boolean;
  /** When its power came on. */
  readonly bootedAt: Micros;
  /** The moment as the box's clock shows it, UTC; of another lab time when given. */
  clock(at?: Micros): Civil;
  /** Somebody set the clock; until then nobody should trust it. */
  readonly clockIsSet: boolean;
  /** From now on the clock shows this moment: microseconds from 1970. What was stamped before keeps its stamp. */
  setClock(epoch: number): void;
  readonly hostname: string;
  readonly store: ConfigStore;
  /** What its users keep on its disk, by full path; it survives power-off. */
  readonly files: Map<string, StoredFile>;
  /** What was in force when the power came on; undefined: nothing had been saved. */
  readonly bootConfig: ConfigTree | undefined;
  /** `main`, or a logical system. */
  router(name?: string): Router;
  readonly routers: ReadonlyMap<string, Router>;
  /** What would become of it: the same errors as `apply`, without doing it. */
  check(tree: ConfigTree): Result<readonly ConfigError[], readonly ConfigError[]>;
  /** Compiles the tree and makes every router do it; the caller records it in the store. Gives the warnings. */
  apply(tree: ConfigTree): Result<readonly ConfigError[], readonly ConfigError[]>;
  readonly log: readonly LogEntry[];
  /** Says something: into the log, and to whoever listens. */
  say(line: LogLine): void;
  /** Hear what is said; the returned function ends it. */
  listen(hear: (entry: LogEntry) => void): () => void;
  /** Sees every frame that passes one of its sockets, and touches none; the returned function ends it. */
  capture(port: PortName, see: (frame: PassingFrame) => void): () => void;
  /** Who is logged in, by session. */
  readonly logins: Map<number, Login>;
  /**
   * Switches itself off and comes up again after this time, with what is saved (without that: as it left the factory).
   * Whoever is logged in is so no longer, but consoles stay plugged in; `then` is called when it is up. While it starts
   * already nothing more happens but that.
   */
  restart(after: Micros, then: () => void): void;
  /** Management timers (exec-timeout, commit confirmed): named, replaced when armed again. */
  timer(name: string, after: Micros | 'off', then?: () => void): void;
  timerAt(name: string): Micros | undefined;
}

/** What a view may ask while it is printed. */
export interface ViewContext {
  readonly box: Box;
  /** The router or logical system that is looked at. */
  readonly router: Router;
  readonly ask: Ask;
  readonly now: Micros;
  readonly session: number;
  /** Columns of the terminal, for systems that break long lines themselves (Junos); absent or 0: they are not broken. */
  readonly columns?: number;
}

/** A show command: facts asked, said in the vendor's letters. Lines without line ends; an error is printed like any line. */
export type View = (context: ViewContext, match: Match) => readonly string[];

/** What a configuration means, by logical system; `main` is the box itself. */
export type Compiled = ReadonlyMap<string, DeviceConfig>;

export interface Os {
  readonly name: string;
  readonly vocabulary: Vocabulary;
  readonly types: Readonly<Record<string, ArgType>>;
  readonly personality: Personality;
  readonly models: readonly Model[];
  /** The box that a configuration is of, with the ports that it names; absent: the first model serves all. */
  modelFor?(text: string): Model;
  /** The tree of a box out of the factory. */
  factory(model: Model): ConfigTree;
  /** A configuration file on top of a tree. A rejected line does not stop it; blank lines and comments are not reported. */
  read(
    text: string,
    onto: ConfigTree,
    model: Model,
  ): { readonly tree: ConfigTree; readonly lines: readonly LineTaken[] };
  /** Total: a tree is a complete configuration or a list of what is wrong. Warnings come with either. */
  compile(
    tree: ConfigTree,
    chassis: Chassis,
  ): Result<{ readonly compiled: Compiled; readonly warnings: readonly ConfigError[] }, readonly ConfigError[]>;
  /** The tree as its owner reads it (`show running-config`, `show configuration`), without headers. */
  print(tree: ConfigTree): readonly string[];
  /** What the log says of it; `router` is whose event it is. Undefined or empty: nobody is told. */
  phrase(event: DeviceEvent, box: Box, router: string): LogLine | readonly LogLine[] | undefined;
  /** What the command files may bind to; a test compares the two. */
  readonly served: {
    readonly views: readonly string[];
    readonly actions: readonly string[];
    readonly watches: readonly string[];
  };
  /** A configuration has come into force: what the box itself does by it (logins over the network). */
  serve?(box: Box, tree: ConfigTree): void;
  /** `session` is 0 for the console, then 1, 2 …; `router`: of one of its logical systems. */
  shell(box: Box, session: number, router?: string): Shell;
}
