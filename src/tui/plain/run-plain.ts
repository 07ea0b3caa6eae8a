// The plain mode from first line to last: every screen as linear text, for screen readers, slow lines and pipes.

import { keyLabel } from '../commands.ts';
import type { FrontDesk, OpenRequest } from '../front-desk.ts';
import { controlCharacter } from '../key-router.ts';
import { HANGUP, listenForTheEnd } from '../last-words.ts';
import { machineTiming, type Timing } from '../timing.ts';
import { PlainLab } from './plain-lab.ts';
import { PlainMenu } from './plain-menu.ts';
import { type PlainSink, type PlainSource, PlainTerminal } from './plain-terminal.ts';

export interface PlainOptions {
  /** Begin in this lab; leaving it then ends the program. */
  readonly straight?: OpenRequest;
  /** The key that leaves a console, `ctrl-o`; `ctrl-]` when that is no control key. */
  readonly prefix?: string;
  readonly stdin?: PlainSource;
  readonly stdout?: PlainSink & { on(event: 'resize', listener: () => void): unknown };
  readonly timing?: Timing;
  /** Signals and uncaught errors are the caller's. */
  readonly embedded?: boolean;
}

const DEFAULT_PREFIX = 'ctrl-]';
const INTERRUPTED = 130;

/** Runs until the user leaves or the input ends. Gives the exit code: 0, or 128 + a signal. Rejects after a bug. */
export function runPlain(desk: FrontDesk, options: PlainOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => new PlainRun(desk, options, resolve, reject).begin());
}

class PlainRun {
  readonly #desk: FrontDesk;
  readonly #options: PlainOptions;
  readonly #resolve: (code: number) => void;
  readonly #reject: (error: unknown) => void;
  readonly #terminal: PlainTerminal;
  #lab: PlainLab | undefined = undefined;
  #over = false;
  #stopListening: () => void = () => {};

  constructor(
    desk: FrontDesk,
    options: PlainOptions,
    resolve: (code: number) => void,
    reject: (error: unknown) => void,
  ) {
    this.#desk = desk;
    this.#options = options;
    this.#resolve = resolve;
    this.#reject = reject;
    const stdout = options.stdout ?? process.stdout;
    this.#terminal = new PlainTerminal(options.stdin ?? process.stdin, stdout);
    stdout.on('resize', () => this.#lab?.resized());
  }

  begin(): void {
    if (!this.#options.embedded)
      this.#stopListening = listenForTheEnd([process.stdin, process.stdout, process.stderr], {
        ended: (code) => this.#signalled(code),
        crashed: (error) => this.#end({ error }),
      });
    this.#run().then(
      () => this.#end({ code: 0 }),
      (error: unknown) => this.#end({ error }),
    );
  }

  async #run(): Promise<void> {
    const { straight } = this.#options;
    if (straight !== undefined) {
      await this.#visit(straight);
      return;
    }
    const menu = new PlainMenu(this.#desk, this.#terminal);
    for (let going = true; going; ) {
      const chosen = await menu.choose();
      going = chosen !== undefined && (await this.#visit(chosen));
    }
  }

  /** One lab, until it is left. False: the input is over. */
  async #visit(what: OpenRequest): Promise<boolean> {
    this.#terminal.say(`Opening ${what.save ?? what.lab}.`);
    const opened = await this.#desk.open(what);
    if (this.#over) return false;
    if (!opened.ok) {
      this.#terminal.say(`This cannot be opened: ${opened.error}`);
      return true;
    }
    const name = this.#options.prefix ?? '';
    const prefixName = controlCharacter(name) === undefined ? DEFAULT_PREFIX : name;
    this.#lab = new PlainLab(opened.value, {
      terminal: this.#terminal,
      timing: this.#options.timing ?? machineTiming,
      prefix: controlCharacter(prefixName) as string,
      prefixLabel: keyLabel(prefixName),
    });
    const going = await this.#lab.run();
    this.#lab.close(going ? 'left' : 'ended');
    this.#lab = undefined;
    return going;
  }

  /** Ctrl-C first stops what the program itself is busy with. */
  #signalled(code: number): void {
    if (code === INTERRUPTED && this.#lab?.stopSettling()) return;
    this.#end({ code });
  }

  #end(how: { readonly code: number } | { readonly error: unknown }): void {
    if (this.#over) return;
    this.#over = true;
    this.#lab?.close('ended');
    this.#lab = undefined;
    this.#terminal.close();
    if (!('code' in how && how.code === HANGUP)) this.#terminal.freshLine();
    setImmediate(this.#stopListening);
    if ('error' in how) this.#reject(how.error);
    else this.#resolve(how.code);
  }
}
