// The command line of an IOS box on one terminal: user and privileged exec, configuration modes, keys, messages.

import type {
  BeginOptions,
  EditingStyle,
  KeyAnswer,
  LineState,
  PromptMoment,
  Shell,
  ShellIo,
  ShellKey,
} from '../../cli/shell.ts';
import { tokenize } from '../../language/tokens.ts';
import { ZERO } from '../../sim/time.ts';
import { whenUp } from '../darkness.ts';
import type { Box, LogEntry } from '../os.ts';
import { one } from './compile/tree-reader.ts';
import { archiveInTime } from './files/archive.ts';
import { TOKEN_STYLE } from './read.ts';
import { leave } from './shell/actions.ts';
import { unaliased } from './shell/aliases.ts';
import { leaveConfiguration, runConfiguration } from './shell/configure.ts';
import { runExec } from './shell/exec.ts';
import { farewell, SETUP_QUESTION, SETUP_TITLE, STARTED, YES_OR_NO } from './shell/farewell.ts';
import { completion, helpLines } from './shell/help.ts';
import { entryText, isShown } from './shell/logging.ts';
import { logIn } from './shell/login.ts';
import { Seat } from './shell/seat.ts';
import { setUp } from './shell/setup.ts';
import { EDITING, PAGER, PLAIN_EDITING } from './shell/style.ts';
import type { System } from './system.ts';

export class IosShell implements Shell {
  readonly pager = PAGER;
  readonly #seat: Seat;
  #listening: (() => void) | undefined;
  /** Somebody is logged in: commands can be typed. */
  #seated = false;
  /** The line that comes now ends configuration mode (Ctrl-Z). */
  #ending = false;
  /** Calls under way: what the log says meanwhile is shown behind the next prompt. */
  #busy = 0;
  #held: readonly string[] = [];
  #activeAt = ZERO;
  /** RETURN was pressed at a console that somebody had left. */
  #left = false;

  constructor(box: Box, session: number, system: System) {
    this.#seat = new Seat(box, session, system);
    this.#seat.restarted = () => this.#restarted();
  }

  begin(io: ShellIo, { auto }: BeginOptions): void {
    const seat = this.#seat;
    seat.sitDown(this.#watched(io), auto);
    this.#listening ??= seat.box.listen((entry) => this.#hear(entry));
    this.#takeSeat();
    archiveInTime(seat);
    if (auto) this.#enterExec();
    else if (seat.session > 0 || this.#left) this.#logIn();
    else if (seat.box.bootConfig === undefined) this.#setUp(SETUP_TITLE);
    else this.#greet(farewell(seat.box.hostname));
  }

  prompt(moment: PromptMoment): string {
    if (moment === 'new') this.#tellHeld();
    return this.#seat.prompt;
  }

  enter(line: string): void {
    const { box, session, io } = this.#seat;
    // The box was started anew at another console. A script goes on with its line, anybody else begins anew.
    if (this.#seated && !box.logins.has(session)) {
      if (session > 0) this.#restarted();
      else whenUp(box, io, () => this.#restarted());
      if (session > 0 || !box.powered || !this.#seat.auto) return;
    }
    this.#during(() => {
      const seat = this.#seat;
      const ending = this.#ending;
      this.#ending = false;
      const trimmed = line.trim();
      if (trimmed === '' && !seat.mode) seat.sessions.resume(seat.io);
      else if (trimmed !== '' && !trimmed.startsWith('!')) {
        const full = unaliased(seat, line);
        if (seat.mode) runConfiguration(seat, full, runExec);
        else runExec(seat, tokenize(full, TOKEN_STYLE), full);
      }
      if (ending) leaveConfiguration(seat);
    });
  }

  key(key: ShellKey, line: LineState): KeyAnswer {
    const seat = this.#seat;
    const text = line.text.slice(0, line.cursor);
    switch (key) {
      case 'help':
        return { kind: 'list', echo: '?', lines: helpLines(seat, text), line };
      case 'tab': {
        const completed = completion(seat, text);
        if (completed === undefined) return { kind: 'replace', line, fresh: true, bell: true };
        const rest = line.text.slice(line.cursor);
        return { kind: 'replace', line: { text: completed + rest, cursor: completed.length }, fresh: true };
      }
      case 'end':
        if (!seat.mode) return { kind: 'plain' };
        this.#ending = true;
        return { kind: 'submit', text: line.text, echo: '^Z' };
      case 'interrupt':
        if (!seat.mode) return { kind: 'drop', echo: '' };
        this.#during(() => leaveConfiguration(seat));
        return { kind: 'drop', echo: '^C' };
      default:
        return { kind: 'plain' };
    }
  }

  get editing(): EditingStyle {
    return this.#seat.editing ? EDITING : PLAIN_EDITING;
  }

  history(): string {
    return this.#seat.mode ? 'config' : 'exec';
  }

  get historyDepth(): number {
    return this.#seat.historyDepth;
  }

  pageLength(): number {
    return this.#seat.pageLength;
  }

  width(): number {
    return this.#seat.width;
  }

  redrawsAfterMessage(): boolean {
    const { line } = this.#seat;
    return line !== undefined && one(line, 'logging synchronous') !== undefined;
  }

  /** Somebody is there: the time after which he is taken to have gone begins anew. */
  active(): void {
    const seat = this.#seat;
    this.#activeAt = seat.box.now;
    if (seat.auto || !this.#seated) return;
    const span = seat.patience;
    seat.box.timer(this.#timer, span === 0 ? 'off' : span, () => this.#expire());
  }

  end(): void {
    const { memory, session, sessions } = this.#seat;
    this.#listening?.();
    this.#listening = undefined;
    this.#leave();
    sessions.drop();
    memory.seats.delete(session);
    memory.remotes.get(session)?.left();
  }

  get #timer(): string {
    return `exec-timeout/${this.#seat.session}`;
  }

  /** Others of the box may see who sits here, and end it. */
  #takeSeat(): void {
    const { memory, session, sessions } = this.#seat;
    memory.seats.set(session, {
      end: () => {
        if (this.#seated) this.#expire();
      },
      hosts: () => sessions.open.map(({ host }) => host),
      idleSince: () => this.#activeAt,
    });
  }

  /** RETURN wakes a console; other keys do nothing. */
  #greet(lines: readonly string[]): void {
    const { io } = this.#seat;
    io.print(lines);
    io.ask('', { echo: false }, (answer) => {
      if (answer.kind === 'line') this.#logIn();
      else this.#greet([]);
    });
  }

  /** Nothing was saved. */
  #setUp(lines: readonly string[]): void {
    const { io } = this.#seat;
    io.print(lines);
    io.ask(SETUP_QUESTION, { echo: true }, (answer) => {
      const typed = answer.kind === 'line' ? answer.text.trim().toLowerCase() : 'no';
      if (typed !== '' && 'no'.startsWith(typed)) this.#greet(STARTED);
      else if (typed !== '' && 'yes'.startsWith(typed)) setUp(this.#seat, () => this.#greet(STARTED));
      else this.#setUp([YES_OR_NO]);
    });
  }

  /** The box is up again: who typed for himself begins at RETURN, a script goes on. */
  #restarted(): void {
    const seat = this.#seat;
    this.#leave();
    seat.sessions.drop();
    // Who came over the network is gone.
    if (seat.session > 0) {
      seat.io.hangup();
      return;
    }
    this.#takeSeat();
    seat.sitDown(seat.io, seat.auto);
    if (seat.auto) this.#enterExec();
    else if (seat.box.bootConfig === undefined) this.#setUp(SETUP_TITLE);
    else this.#greet(STARTED);
  }

  #logIn(): void {
    this.#left = false;
    logIn(this.#seat, () => this.#enterExec());
  }

  #enterExec(): void {
    const { box, session, user } = this.#seat;
    const { memory } = this.#seat;
    this.#seated = true;
    memory.seated.add(session);
    memory.uses.set(session, (memory.uses.get(session) ?? 0) + 1);
    box.logins.set(session, {
      session,
      user,
      since: box.now,
      from: this.#seat.memory.remotes.get(session)?.from ?? '',
      notify: (lines) => this.#seat.io.message(lines),
    });
    this.active();
  }

  /** The login is over: by `exit`, by time, by the cable. */
  #leave(): void {
    const { box, session } = this.#seat;
    this.#seated = false;
    this.#seat.memory.seated.delete(session);
    this.#left = session === 0;
    box.timer(this.#timer, 'off');
    box.logins.delete(session);
  }

  #expire(): void {
    leaveConfiguration(this.#seat);
    leave(this.#seat);
  }

  #hear(entry: LogEntry): void {
    const seat = this.#seat;
    if (!isShown(seat, entry)) return;
    const text = entryText(seat.box, entry);
    if (this.#busy > 0) this.#held = [...this.#held, text];
    else seat.io.message([text]);
  }

  #tellHeld(): void {
    const held = this.#held;
    this.#held = [];
    if (held.length > 0) this.#seat.io.message(held);
  }

  #during(what: () => void): void {
    this.#busy++;
    try {
      what();
    } finally {
      this.#busy--;
    }
  }

  /** The terminal, with an eye on answers to questions and on the end of the session. */
  #watched(io: ShellIo): ShellIo {
    return Object.assign(Object.create(io) as ShellIo, {
      ask: (question: string, options: { readonly echo: boolean }, then: Parameters<ShellIo['ask']>[2]) =>
        io.ask(question, options, (answer) => this.#during(() => then(answer))),
      askKey: (question: string, then: (key: string) => void) =>
        io.askKey(question, (key) => this.#during(() => then(key))),
      collect: (ends: Parameters<ShellIo['collect']>[0], then: Parameters<ShellIo['collect']>[1]) =>
        io.collect(ends, (lines) => this.#during(() => then(lines))),
      running: (interrupt: () => void, options?: Parameters<ShellIo['running']>[1]) => {
        const end = io.running(interrupt, options);
        this.#tellHeld();
        return end;
      },
      hangup: () => {
        this.#leave();
        io.hangup();
      },
    });
  }
}
