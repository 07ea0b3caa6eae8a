// One login of Junos: where it is, what it has set, whose candidate it edits.

import type { Chain } from '../../../config/edit.ts';
import type { ConfigTree } from '../../../config/tree.ts';
import type { Micros } from '../../../sim/time.ts';
import type { Box, Login } from '../../os.ts';
import { homeOf } from '../files.ts';
import { seenFrom } from './standing.ts';

export type Mode = 'login' | 'unix' | 'operational' | 'configuration';

/** `set cli …` */
export interface CliSettings {
  completeOnSpace: boolean;
  /** Undefined: as many as the terminal has. 0: no paging. */
  screenLength: number | undefined;
  screenWidth: number | undefined;
  /** Minutes; 0: never; undefined: what the user's class says. */
  idleTimeout: number | undefined;
  timestamp: boolean;
  prompt: string | undefined;
  terminal: string;
  restartOnUpgrade: boolean;
  /** Where names of files begin; undefined: at home. */
  directory: string | undefined;
}

/** A session in configuration mode, as the others see it. */
export interface Editing {
  readonly since: Micros;
  readonly level: Chain;
  readonly kind: 'shared' | 'private' | 'exclusive' | 'batch';
}

/** A login that may be editing. */
export interface JunosLogin extends Login {
  /** When it last entered a line. */
  readonly heard: Micros;
  readonly editing: Editing | undefined;
}

/** A candidate of its own (`configure private`), and what it was made from. */
export interface PrivateCandidate {
  tree: ConfigTree;
  base: ConfigTree;
}

export class Session {
  readonly box: Box;
  /** 0 is the console. */
  readonly number: number;
  mode: Mode = 'login';
  user = '';
  /** Came from the Unix shell, and goes back there. */
  fromUnix = false;
  readonly settings: CliSettings = {
    completeOnSpace: true,
    screenLength: undefined,
    screenWidth: undefined,
    idleTimeout: undefined,
    timestamp: false,
    prompt: undefined,
    terminal: 'vt100',
    directory: undefined,
    restartOnUpgrade: true,
  };
  /** Lines entered, for `show cli history`. */
  readonly entered: { readonly at: Micros; readonly line: string; readonly mode: Mode }[] = [];
  /** The logical system that it stands in; undefined: the box itself. */
  logicalSystem: string | undefined;
  /** It may stand nowhere else: its class says so. */
  bound = false;
  /** Statements from the root of the configuration to those of its logical system: they are not told. */
  root: Chain = [];
  /** The level of the hierarchy that is edited, from the root of the whole configuration on. */
  level: Chain = [];
  /** Levels that `exit` goes back to. */
  earlier: Chain[] = [];
  own: PrivateCandidate | undefined;
  /** When it last changed the candidate. */
  changedAt: Micros | undefined;

  /** Files of the log that are shown as they grow, and what ends that. */
  readonly monitors = new Map<string, () => void>();
  /** The file whose lines were shown last. */
  monitored: string | undefined;

  constructor(box: Box, number: number) {
    this.box = box;
    this.number = number;
  }

  get candidate(): ConfigTree {
    return this.own?.tree ?? this.box.store.candidate;
  }

  set candidate(tree: ConfigTree) {
    if (this.own) this.own.tree = tree;
    else this.box.store.candidate = tree;
  }

  /** Where names of files begin. */
  get directory(): string {
    return this.settings.directory ?? homeOf(this.user);
  }

  /** Changes that are in force nowhere yet. */
  get dirty(): boolean {
    return this.own ? this.own.tree !== this.own.base : this.box.store.dirty;
  }

  /** The process that serves this login; the first of the box is 8812. */
  get pid(): number {
    return 8812 + this.number;
  }

  /** Words of the level that is edited, as they are told. */
  get levelWords(): readonly string[] {
    return this.level.slice(this.root.length).flatMap(({ words }) => words);
  }

  /** What the configuration offers to whoever stands there. */
  seen(tree: ConfigTree): ConfigTree {
    return seenFrom(tree, this.root);
  }

  get editing(): Editing | undefined {
    return (this.box.logins.get(this.number) as JunosLogin | undefined)?.editing;
  }

  /** Is known to the others from now on, or with another state. */
  register(login: Omit<JunosLogin, 'session' | 'user'>): void {
    this.box.logins.set(this.number, { ...login, session: this.number, user: this.user });
  }

  /** A line was entered. */
  hear(): void {
    const login = this.box.logins.get(this.number);
    if (login) this.box.logins.set(this.number, { ...login, heard: this.box.now } as JunosLogin);
  }

  /** Tells the others what is edited; undefined: nothing any more. */
  tellEditing(editing: Editing | undefined): void {
    const login = this.box.logins.get(this.number) as JunosLogin | undefined;
    if (login) this.register({ ...login, editing });
  }
}

/** `u0` for the console, `pts/0` … for the others. */
export const terminalOf = (session: number): string => (session === 0 ? 'u0' : `pts/${session - 1}`);

/** Everybody in configuration mode, by session. */
export function editorsOf(box: Box): readonly JunosLogin[] {
  return [...box.logins.values()]
    .map((login) => login as JunosLogin)
    .filter((login) => login.editing !== undefined)
    .sort((a, b) => a.session - b.session);
}
