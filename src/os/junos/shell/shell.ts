// The Junos command line of one login: where it stands, what its keys do, and who does what was typed.

import type {
  BeginOptions,
  KeyAnswer,
  LineState,
  PagerStyle,
  PromptMoment,
  Shell,
  ShellIo,
  ShellKey,
} from '../../../cli/shell.ts';
import type { ConfigTree } from '../../../config/tree.ts';
import { whenUp } from '../../darkness.ts';
import type { Box } from '../../os.ts';
import { NO_NAME } from '../defaults.ts';
import { fullPath, writeFile } from '../files.ts';
import { releaseOf } from '../releases.ts';
import { timestampLine } from './cli-settings.ts';
import { log, minutesToRollback } from './commit.ts';
import { completedLine, type KeyContext, onHelp, onSpace, onTab } from './completion.ts';
import { runConfiguration } from './configuration-mode.ts';
import type { ShellContext, ShellParts } from './context.ts';
import type { Vocabularies } from './ground.ts';
import { waitForKeys } from './idle.ts';
import { liveOf } from './live.ts';
import { failedLogin, lastLogin, tellLogin } from './logins.ts';
import { stopMonitors } from './monitor-orders.ts';
import { runOperational } from './operational-mode.ts';
import { FULL_RIGHTS, type Rights } from './rights.ts';
import { Session, terminalOf } from './session.ts';
import { standIn } from './standing-orders.ts';
import { JUNOS_EDITING, JUNOS_PAGER } from './style.ts';
import { showLogTo } from './terminal-log.ts';
import { runUnix } from './unix-shell.ts';
import { ROOT, Users, unescaped } from './users.ts';

export class JunosShell implements Shell {
  readonly historyDepth = 200;
  readonly pager: PagerStyle;
  readonly editing = JUNOS_EDITING;
  readonly #session: Session;
  readonly #parts: ShellParts;
  #io: ShellIo | undefined;
  /** The next prompt follows what somebody typed at a login, not a command. */
  #fresh = true;
  /** No lines of the log on this terminal any more. */
  #unlisten: () => void = () => {};
  /** Nobody is asked for a name. */
  #auto = false;
  #rights: Rights = FULL_RIGHTS;
  /** The logical system that this line leads to. */
  readonly #home: string | undefined;
  #known: { readonly user: string; readonly running: ConfigTree; readonly words: Vocabularies } | undefined;
  /** A fault was told under the line: the prompt comes without its banner. */
  #faulted = false;

  constructor(parts: ShellParts, box: Box, session: number, logicalSystem?: string) {
    this.#parts = parts;
    this.#home = logicalSystem;
    this.#session = new Session(box, session);
    this.pager = {
      ...JUNOS_PAGER,
      save: (name, lines) => {
        const { user, directory } = this.#session;
        writeFile(box, user, fullPath(user, name, directory), lines);
        return [`Wrote ${lines.length} lines of output to '${name}'`];
      },
    };
  }

  begin(io: ShellIo, options: BeginOptions): void {
    this.#io = io;
    this.#auto = options.auto;
    this.#forget();
    if (options.auto || this.#home !== undefined) this.#enterCli(this.#users().first, io);
    if (options.auto) {
      this.#session.settings.screenLength = 0;
      this.#session.settings.screenWidth = 0;
    }
    // Whoever sits down at a logical system came in by the box.
    if (options.auto || this.#home !== undefined) return;
    const { message } = this.#users();
    if (message !== undefined) io.print(unescaped(message), { page: false });
    io.print(['', `${this.#session.box.hostname} (${tty(this.#session.number)})`, ''], { page: false });
    this.#askName(io);
  }

  prompt(moment: PromptMoment): string {
    const { mode, user, box } = this.#session;
    const bare = moment !== 'new' || this.#fresh;
    const line = this.#promptLine();
    const faulted = this.#faulted;
    this.#fresh = false;
    this.#faulted = false;
    if (mode === 'unix') return `${user}@${box.hostname === NO_NAME ? '' : box.hostname}:~ # `;
    if (mode !== 'configuration') return bare ? line : `\n${line}`;
    if (moment === 'again' || faulted) return line;
    const minutes = minutesToRollback(box);
    const countdown =
      minutes === undefined
        ? ''
        : `# commit confirmed will be rolled back in ${minutes} minute${minutes === 1 ? '' : 's'}\n`;
    const level = this.#session.levelWords.map((word) => ` ${word}`);
    const banner = `${countdown}[edit${level.join('')}]\n`;
    return moment === 'list' ? `${banner}${line}` : `\n${banner}${line}`;
  }

  enter(line: string, io: ShellIo): void {
    // The box has started anew meanwhile.
    if (this.#session.mode !== 'login' && !this.#session.box.logins.has(this.#session.number)) {
      if (this.#session.number === 0) whenUp(this.#session.box, io, () => this.begin(io, { auto: this.#auto }));
      else io.hangup();
      return;
    }
    this.#session.hear();
    const text = line.trim();
    const { mode, box, settings } = this.#session;
    if (mode === 'unix') {
      runUnix(this.#context(io), text);
      this.#fresh = this.#session.mode !== 'unix';
      return;
    }
    if (text === '') return;
    this.#session.entered.push({ at: box.now, line: text, mode });
    log(this.#session, `UI_CMDLINE_READ_LINE: User '${this.#session.user}', command '${line}'`);
    if (settings.timestamp) io.print([timestampLine(box)], { page: false });
    if (mode === 'configuration') runConfiguration(this.#context(io), line);
    else runOperational(this.#context(io), line);
  }

  key(key: ShellKey, line: LineState, _io: ShellIo): KeyAnswer {
    const { mode, settings } = this.#session;
    if (key === 'interrupt') return { kind: 'drop', echo: '^C' };
    if (mode !== 'operational' && mode !== 'configuration') return { kind: 'plain' };
    const context = this.#keyContext();
    switch (key) {
      case 'space':
        return settings.completeOnSpace ? this.#answered(onSpace(context, line)) : { kind: 'plain' };
      case 'tab':
        return this.#answered(onTab(context, line));
      case 'help':
        return this.#answered(onHelp(context, line));
      case 'enter':
        return { kind: 'submit', text: completedLine(context, line.text) };
      case 'eof':
      case 'end':
        return { kind: 'plain' };
    }
  }

  history(): string | undefined {
    const { mode } = this.#session;
    return mode === 'login' ? undefined : mode;
  }

  pageLength(): number {
    return this.#session.settings.screenLength ?? this.#io?.rows ?? 0;
  }

  width(): number {
    return this.#session.settings.screenWidth ?? this.#io?.columns ?? 0;
  }

  /** Keys came: the session is not idle. */
  active(): void {
    const { mode, settings, box } = this.#session;
    const io = this.#io;
    if (!io || (mode !== 'operational' && mode !== 'configuration')) return;
    const minutes = settings.idleTimeout ?? this.#rights.idleTimeout ?? 0;
    if (minutes === 0 && box.timerAt(`idle/${this.#session.number}`) === undefined) return;
    waitForKeys(this.#session, io, minutes, () => this.#hangUp(io));
  }

  redrawsAfterMessage(): boolean {
    return false;
  }

  end(): void {
    this.#session.box.logins.delete(this.#session.number);
    this.#forget();
  }

  /** A fault keeps the line: the next prompt is only its last row. */
  #answered(answer: KeyAnswer): KeyAnswer {
    if (answer.kind === 'list' && answer.lines[0]?.trim() === '^') this.#faulted = true;
    return answer;
  }

  #promptLine(): string {
    const { mode, user, box, settings, logicalSystem } = this.#session;
    if (settings.prompt !== undefined) return settings.prompt;
    const sign = mode === 'configuration' ? '#' : '>';
    const named = box.hostname === NO_NAME ? user : `${user}@${box.hostname}`;
    return `${named}${logicalSystem === undefined ? '' : `:${logicalSystem}`}${sign} `;
  }

  #users(): Users {
    return new Users(this.#session.box.store.running, this.#parts.words.schema.specs);
  }

  /** The words that the user may use; looked up again when the configuration has changed. */
  #words(): Vocabularies {
    const { user, box } = this.#session;
    const { running } = box.store;
    if (this.#known?.user === user && this.#known.running === running) return this.#known.words;
    this.#rights = this.#users().rights(user);
    const { words } = this.#parts;
    const operational = words.operational.filter((spec) => this.#rights.knows(spec));
    const own = operational.length === words.operational.length ? words : { ...words, operational };
    this.#known = { user, running, words: own };
    return own;
  }

  #keyContext(): KeyContext {
    const { mode, level, root, box, candidate } = this.#session;
    const configuring = mode === 'configuration';
    const tree = configuring ? candidate : box.store.running;
    return {
      words: this.#words(),
      live: liveOf(box, this.#session.seen(tree)),
      tree,
      root,
      systems: box,
      inside: this.#session.logicalSystem !== undefined,
      running: box.store.running,
      mode: configuring ? 'configuration' : 'operational',
      level,
      margin: this.#promptLine().length,
    };
  }

  #context(io: ShellIo): ShellContext {
    return {
      ...this.#parts,
      words: this.#words(),
      session: this.#session,
      rights: this.#rights,
      io,
      margin: this.#promptLine().length,
      leave: () => this.#leave(io),
      rebooted: () => this.begin(io, { auto: this.#auto }),
    };
  }

  #askName(io: ShellIo): void {
    io.ask('login: ', { echo: true }, (name) => {
      if (name.kind === 'interrupt' || name.text.trim() === '') {
        this.#askName(io);
        return;
      }
      const user = name.text.trim();
      if (this.#users().needsNone(user)) this.#welcome(user, io);
      else this.#askPassword(user, io);
    });
  }

  #askPassword(user: string, io: ShellIo): void {
    io.ask('Password:', { echo: false }, (password) => {
      if (password.kind === 'line' && this.#users().accepts(user, password.text)) {
        this.#welcome(user, io);
        return;
      }
      failedLogin(this.#session.box, user, tty(this.#session.number));
      io.print(['Login incorrect'], { page: false });
      this.#askName(io);
    });
  }

  /** After the password: what the system has to say, then the shell or the command line. */
  #welcome(user: string, io: ShellIo): void {
    const { announcement } = this.#users();
    const { box, number } = this.#session;
    io.print(['', ...lastLogin(box, user), releaseOf(box.chassis.model).banner], { page: false });
    tellLogin(box, user, tty(number));
    if (announcement !== undefined) io.print(unescaped(announcement), { page: false });
    this.#enterCli(user, io);
    if (user !== ROOT) return;
    this.#session.mode = 'unix';
    this.#session.fromUnix = true;
  }

  #enterCli(user: string, io: ShellIo): void {
    const { box } = this.#session;
    this.#session.user = user;
    const bound = this.#users().logicalSystemOf(user);
    this.#session.bound = bound !== undefined;
    this.#stand(bound ?? this.#home);
    this.#unlisten();
    this.#unlisten = showLogTo(box, user, this.#session.number, io);
    this.#session.mode = 'operational';
    this.#fresh = true;
    this.#session.register({
      since: box.now,
      heard: box.now,
      from: '',
      editing: undefined,
      notify: (lines) => io.print(lines, { page: false }),
    });
  }

  #stand(logicalSystem: string | undefined): void {
    standIn(this.#session, this.#parts.words.schema, logicalSystem);
  }

  /** `exit` at the end of the way: back to the Unix shell, or logged out. */
  #leave(io: ShellIo): void {
    const session = this.#session;
    if (session.fromUnix && session.mode === 'operational') {
      session.mode = 'unix';
      return;
    }
    this.#logOut(io);
  }

  /** Whoever sits at the console is greeted anew when a key is pressed. */
  #hangUp(io: ShellIo): void {
    this.#session.box.logins.delete(this.#session.number);
    this.#forget();
    io.hangup();
  }

  #logOut(io: ShellIo): void {
    const session = this.#session;
    session.box.logins.delete(session.number);
    this.#forget();
    if (session.number === 0) this.begin(io, { auto: false });
    else io.hangup();
  }

  #forget(): void {
    const session = this.#session;
    session.mode = 'login';
    session.user = '';
    session.fromUnix = false;
    this.#stand(undefined);
    session.own = undefined;
    stopMonitors(session);
    this.#unlisten();
    this.#fresh = true;
  }
}

const tty = (session: number): string => (session === 0 ? 'ttyu0' : terminalOf(session));
