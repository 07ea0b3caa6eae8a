// One terminal of a box: who sits there, how far he may go, where in the configuration he stands.

import type { ShellIo } from '../../../cli/shell.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { CommandSpec, Live } from '../../../language/spec.ts';
import { type Micros, seconds } from '../../../sim/time.ts';
import type { Box, ViewContext } from '../../os.ts';
import type { ActionContext } from '../action.ts';
import { all, numberOf, one } from '../compile/tree-reader.ts';
import { EXEC_TIMEOUT } from '../defaults.ts';
import type { Mode } from '../edit/mode.ts';
import { liveOf } from '../live.ts';
import type { Memory } from '../memory.ts';
import type { System } from '../system.ts';
import { Sessions } from '../telnet/sessions.ts';
import { execCommands } from './privilege.ts';

/** Rows and columns of a terminal that nobody asked. Source: Cisco IOS Configuration Fundamentals, "terminal length". */
const ROWS = 24;
const COLUMNS = 80;
/** Configuration modes show so much of a long hostname (known to all who read prompts by program: netmiko, cisco_ios). */
const NAME_SHOWN = 20;
/** Releases that remember 20 lines; others remember ten (Cisco IOS Configuration Fundamentals, "terminal history"). */
const LONG_HISTORY = ['16.4'];

export class Seat {
  readonly box: Box;
  readonly session: number;
  readonly system: System;
  /** 15: privileged exec. */
  privilege = 1;
  /** Undefined: exec. */
  mode: Mode | undefined;
  user = '';
  /** Nobody types: no pages, no widths. */
  auto = false;
  /** `terminal …`: for this login only. */
  rows: number | undefined;
  columns: number | undefined;
  lines: number | undefined;
  monitor = false;
  /** Every command tells the time first. */
  timestamps: boolean | undefined;
  /** Keys that edit the line do so. */
  editing = true;
  /** Connections to other boxes. */
  readonly sessions = new Sessions();
  /** The box was restarted and is up again. */
  restarted: () => void = () => {};
  #io: ShellIo | undefined;
  /** What may be typed in exec: the last answer, and what it was asked for. */
  #commands: { readonly tree: ConfigTree; readonly level: number; readonly specs: readonly CommandSpec[] } | undefined;

  constructor(box: Box, session: number, system: System) {
    this.box = box;
    this.session = session;
    this.system = system;
  }

  get io(): ShellIo {
    return this.#io as ShellIo;
  }

  /** The terminal is there: everything begins anew. */
  sitDown(io: ShellIo, auto: boolean): void {
    this.#io = io;
    this.auto = auto;
    this.mode = undefined;
    this.user = '';
    this.rows = undefined;
    this.columns = undefined;
    this.lines = undefined;
    this.monitor = false;
    this.timestamps = undefined;
    this.editing = true;
    this.privilege = this.startPrivilege;
  }

  /** What the box remembers as long as it runs. */
  get memory(): Memory {
    return this.system.memory(this.box);
  }

  get running(): ConfigTree {
    return this.box.store.running;
  }

  get live(): Live {
    return liveOf(this.running);
  }

  get privileged(): boolean {
    return this.privilege >= 2;
  }

  /** Commands of exec that may be typed here. */
  get exec(): readonly CommandSpec[] {
    const { running, privilege } = this;
    if (this.#commands?.tree !== running || this.#commands.level !== privilege)
      this.#commands = { tree: running, level: privilege, specs: execCommands(this.system, running, privilege) };
    return this.#commands.specs;
  }

  /** What the configuration says of this line. */
  get line(): ConfigNode | undefined {
    if (this.session === 0) return one(this.running, 'line con');
    const number = this.session - 1;
    return all(this.running, 'line vty').find(({ args }) => {
      const first = Number(args['first']);
      return first <= number && number <= Number(args['last'] ?? first);
    });
  }

  get startPrivilege(): number {
    const line = this.line;
    return this.auto ? 15 : ((line && numberOf(line, 'privilege level', 'level')) ?? 1);
  }

  /** Came over the network: the far end says how large its window is. */
  get remote(): boolean {
    return this.memory.remotes.has(this.session);
  }

  get pageLength(): number {
    if (this.rows !== undefined) return this.rows;
    return this.auto
      ? 0
      : ((this.line && numberOf(this.line, 'length', 'rows')) ?? (this.remote ? this.io.rows : ROWS));
  }

  get width(): number {
    if (this.columns !== undefined) return this.columns;
    const byDefault = this.remote ? this.io.columns : COLUMNS;
    return this.auto ? 0 : ((this.line && numberOf(this.line, 'width', 'columns')) ?? byDefault);
  }

  /** Idle so long, the login is over; 0: never. */
  get patience(): Micros {
    const timeout = this.line && one(this.line, 'exec-timeout');
    if (!timeout) return EXEC_TIMEOUT;
    return seconds(Number(timeout.args['minutes'] ?? 0) * 60 + Number(timeout.args['seconds'] ?? 0));
  }

  get historyDepth(): number {
    const byDefault = LONG_HISTORY.includes(this.train) ? 20 : 10;
    return this.lines ?? (this.line && numberOf(this.line, 'history size', 'lines')) ?? byDefault;
  }

  /** `terminal exec prompt timestamp`, or the same of the line. */
  get stamped(): boolean {
    return this.timestamps ?? (this.line !== undefined && one(this.line, 'exec prompt timestamp') !== undefined);
  }

  /** `15.7` */
  get train(): string {
    return one(this.running, 'version')?.words[1] ?? '';
  }

  get prompt(): string {
    const { hostname } = this.box;
    if (this.mode) return `${hostname.slice(0, NAME_SHOWN)}(${this.mode.prompt})#`;
    return `${hostname}${this.privileged ? '#' : '>'}`;
  }

  get context(): ActionContext {
    const { box, session, user, privileged, io } = this;
    return { box, router: box.router(), session, user, privileged, io };
  }

  get view(): ViewContext {
    const { box, session } = this;
    const router = box.router();
    return { box, router, ask: router.ask, now: box.now, session };
  }

  /** What runs from now on. IOS has no commit: every line is in force at once. */
  commit(tree: ConfigTree): void {
    if (tree === this.running) return;
    const { box, user } = this;
    const applied = box.apply(tree);
    if (!applied.ok) {
      this.io.print(applied.error.map(({ message }) => `% ${message}`));
      return;
    }
    box.store.replace({ tree, at: box.now, user, client: 'cli', comment: undefined });
  }
}
