// The Junos command line of one login: where it stands, what its keys do, and who does what was typed.

import type { BeginOptions, KeyAnswer, LineState, PromptMoment, Shell, ShellIo, ShellKey } from '../../../cli/shell.ts';
import type { Box } from '../../os.ts';
import { NO_NAME } from '../defaults.ts';
import { releaseOf } from '../releases.ts';
import { timestampLine } from './cli-settings.ts';
import { minutesToRollback } from './commit.ts';
import { completedLine, type KeyContext, onHelp, onSpace, onTab } from './completion.ts';
import { runConfiguration } from './configuration-mode.ts';
import type { ShellContext, ShellParts } from './context.ts';
import { liveOf } from './live.ts';
import { runOperational } from './operational-mode.ts';
import { Session, terminalOf } from './session.ts';
import { JUNOS_EDITING, JUNOS_PAGER } from './style.ts';
import { runUnix } from './unix-shell.ts';
import { ROOT, Users, unescaped } from './users.ts';

export class JunosShell implements Shell {
  readonly historyDepth = 200;
  readonly pager = JUNOS_PAGER;
  readonly editing = JUNOS_EDITING;
  readonly #session: Session;
  readonly #parts: ShellParts;
  #io: ShellIo | undefined;
  /** The next prompt follows what somebody typed at a login, not a command. */
  #fresh = true;
  /** A fault was told under the line: the prompt comes without its banner. */
  #faulted = false;

  constructor(parts: ShellParts, box: Box, session: number) {
    this.#parts = parts;
    this.#session = new Session(box, session);
  }

  begin(io: ShellIo, options: BeginOptions): void {
    this.#io = io;
    this.#forget();
    if (options.auto) {
      this.#enterCli(this.#users().first, io);
      this.#session.settings.screenLength = 0;
      this.#session.settings.screenWidth = 0;
      return;
    }
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
    const level = this.#session.level.flatMap(({ words }) => words).map((word) => ` ${word}`);
    const banner = `${countdown}[edit${level.join('')}]\n`;
    return moment === 'list' ? `${banner}${line}` : `\n${banner}${line}`;
  }

  enter(line: string, io: ShellIo): void {
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
    const { mode, user, box, settings } = this.#session;
    if (settings.prompt !== undefined) return settings.prompt;
    const sign = mode === 'configuration' ? '#' : '>';
    const named = box.hostname === NO_NAME ? user : `${user}@${box.hostname}`;
    return `${named}${sign} `;
  }

  #users(): Users {
    return new Users(this.#session.box.store.running, this.#parts.words.schema.specs);
  }

  #keyContext(): KeyContext {
    const { mode, level, box, candidate } = this.#session;
    const configuring = mode === 'configuration';
    return {
      words: this.#parts.words,
      live: liveOf(box, configuring ? candidate : box.store.running),
      mode: configuring ? 'configuration' : 'operational',
      level,
      margin: this.#promptLine().length,
    };
  }

  #context(io: ShellIo): ShellContext {
    return {
      ...this.#parts,
      session: this.#session,
      io,
      margin: this.#promptLine().length,
      leave: () => this.#leave(io),
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
      io.print(['Login incorrect'], { page: false });
      this.#askName(io);
    });
  }

  /** After the password: what the system has to say, then the shell or the command line. */
  #welcome(user: string, io: ShellIo): void {
    const { announcement } = this.#users();
    io.print(['', releaseOf(this.#session.box.chassis.model).banner], { page: false });
    if (announcement !== undefined) io.print(unescaped(announcement), { page: false });
    this.#enterCli(user, io);
    if (user !== ROOT) return;
    this.#session.mode = 'unix';
    this.#session.fromUnix = true;
  }

  #enterCli(user: string, io: ShellIo): void {
    const { box } = this.#session;
    this.#session.user = user;
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

  /** `exit` at the end of the way: back to the Unix shell, or logged out. */
  #leave(io: ShellIo): void {
    const session = this.#session;
    if (session.fromUnix && session.mode === 'operational') {
      session.mode = 'unix';
      return;
    }
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
    session.level = [];
    session.earlier = [];
    session.own = undefined;
    this.#fresh = true;
  }
}

const tty = (session: number): string => (session === 0 ? 'ttyu0' : terminalOf(session));
