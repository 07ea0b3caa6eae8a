// The TUI from first frame to last: terminal, keys, Ink and the program brought together, and taken apart again.

import { type Instance, render } from 'ink';
import { keyLabel } from './commands.ts';
import type { FrontDesk, OpenRequest } from './front-desk.ts';
import { InkInput } from './ink-input.ts';
import { controlCharacter, KeyRouter, type KeySource } from './key-router.ts';
import { catchConsole, listenForTheEnd } from './last-words.ts';
import { Program } from './program.ts';
import { Frame } from './screens/frame.tsx';
import type { Size } from './stage.ts';
import { TerminalModes } from './terminal-modes.ts';
import { type Environment, makeTheme, speaksUtf8, wantsColour } from './theme.ts';
import { machineTiming, type Timing } from './timing.ts';

export type { FrontDesk, OpenRequest, Sitting } from './front-desk.ts';

/** What a test may hold on to. */
export interface TuiHandle {
  readonly program: Program;
  /** All that is to be drawn has been written. */
  flush(): Promise<void>;
}

export interface TuiOptions {
  /** Begin in this lab; leaving it then ends the program. */
  readonly straight?: OpenRequest;
  /** Lines and signs from ASCII only; otherwise the locale decides. */
  readonly ascii?: boolean;
  /** Otherwise NO_COLOR and TERM decide. */
  readonly colour?: boolean;
  /** The program's key: `ctrl-]` unless told otherwise. */
  readonly prefix?: string;
  /** Whether the wheel scrolls consoles; default true. */
  readonly mouse?: boolean;
  /** After a crash, before the process ends: what else to tell the user. */
  readonly crashed?: (error: unknown) => string;
  readonly stdin?: KeySource & { on(event: 'end', listener: () => void): unknown };
  readonly stdout?: NodeJS.WriteStream;
  readonly stderr?: { write(text: string): unknown };
  readonly env?: Environment;
  readonly timing?: Timing;
  /** Signals and uncaught errors are the caller's. */
  readonly embedded?: boolean;
  readonly started?: (handle: TuiHandle) => void;
}

const DEFAULT_PREFIX = 'ctrl-]';
const INTERNAL_ERROR = 3;
const HANGUP = 129;
/** CUP and ED 0; ED 2 would push the screen into the scrollback of some terminals. */
const HOME_AND_ERASE = '\x1b[H\x1b[J';

/** Runs the screens until the user leaves. Gives the exit code: 0, 128 + a signal, 3 after a bug. */
export function runTui(desk: FrontDesk, options: TuiOptions = {}): Promise<number> {
  return new Promise((resolve) => new Run(desk, options, resolve).begin());
}

class Run {
  readonly #options: TuiOptions;
  readonly #resolve: (code: number) => void;
  readonly #stdin: KeySource & { on(event: 'end', listener: () => void): unknown };
  readonly #stdout: NodeJS.WriteStream;
  readonly #keys: KeyRouter;
  readonly #modes: TerminalModes;
  readonly #inkInput = new InkInput();
  readonly #program: Program;
  readonly #resize: () => void;
  #ink: Instance | undefined = undefined;
  #frame = 0;
  #over = false;
  #stopListening: () => void = () => {};
  #uncatch: () => readonly string[] = () => [];

  constructor(desk: FrontDesk, options: TuiOptions, resolve: (code: number) => void) {
    this.#options = options;
    this.#resolve = resolve;
    this.#stdin = options.stdin ?? process.stdin;
    this.#stdout = options.stdout ?? process.stdout;
    const env = options.env ?? process.env;
    const timing = options.timing ?? machineTiming;
    const prefixName =
      controlCharacter(options.prefix ?? '') === undefined ? DEFAULT_PREFIX : (options.prefix as string);
    const prefix = controlCharacter(prefixName) as string;
    this.#modes = new TerminalModes(this.#stdout);
    this.#program = new Program({
      desk,
      theme: makeTheme({ colour: options.colour ?? wantsColour(env), ascii: options.ascii ?? !speaksUtf8(env) }),
      timing,
      dialogKeys: this.#inkInput,
      prefix,
      prefixLabel: keyLabel(prefixName),
      size: () => this.#size(),
      paint: () => this.#paint(),
      bell: () => this.#stdout.write('\x07'),
      mouse: (on) => this.#modes.mouse(on),
      exit: (code) => this.#finish(code),
    });
    this.#keys = new KeyRouter(this.#stdin, timing, prefix, this.#program);
    this.#resize = () => this.#resized();
  }

  begin(): void {
    const stdout = this.#stdout;
    if (!this.#options.embedded) {
      this.#uncatch = catchConsole();
      this.#stopListening = listenForTheEnd({
        ended: (code) => this.#finish(code),
        crashed: (error) => this.#crash(error),
      });
    }
    // Before Ink's own listener: the tree has the new size when Ink lays it out.
    stdout.on('resize', this.#resize);
    stdout.on('error', () => this.#finish(HANGUP));
    this.#stdin.on('end', () => this.#finish(HANGUP));
    this.#ink = render(this.#tree(), {
      stdin: this.#inkInput,
      stdout,
      alternateScreen: true,
      incrementalRendering: true,
      maxFps: 60,
      exitOnCtrlC: false,
      patchConsole: false,
      interactive: true,
    });
    this.#ink.waitUntilExit().catch((error: unknown) => this.#crash(error));
    this.#modes.enter(this.#options.mouse ?? true);
    this.#keys.start();
    const ink = this.#ink;
    this.#options.started?.({ program: this.#program, flush: () => ink.waitUntilRenderFlush() });
    this.#program.begin(this.#options.straight);
  }

  #size(): Size {
    return { columns: this.#stdout.columns || 80, rows: this.#stdout.rows || 24 };
  }

  #tree(): React.ReactNode {
    return <Frame program={this.#program} frame={this.#frame} />;
  }

  #paint(): void {
    if (this.#over || this.#ink === undefined) return;
    this.#frame++;
    this.#ink.rerender(this.#tree());
  }

  /** What a terminal does with its cells when it changes its size is its own affair: the frame is drawn anew. */
  #resized(): void {
    this.#ink?.clear();
    this.#stdout.write(HOME_AND_ERASE);
    this.#program.resized();
  }

  /** Leaves the terminal as it was. */
  #leave(): void {
    this.#over = true;
    this.#stdout.off('resize', this.#resize);
    let inkLeft = false;
    try {
      this.#program.end();
      this.#keys.stop();
    } finally {
      try {
        this.#ink?.unmount();
        inkLeft = this.#ink !== undefined;
      } finally {
        this.#modes.leave(inkLeft);
      }
    }
  }

  #finish(code: number): void {
    if (this.#over) return;
    try {
      this.#leave();
    } catch (error) {
      this.#report(error);
      this.#resolve(INTERNAL_ERROR);
      return;
    }
    // Not yet: Ink's own handler kills the process when it finds that nobody else listens to a signal.
    setImmediate(this.#stopListening);
    const said = this.#uncatch();
    if (said.length > 0) this.#say(`${said.join('\n')}\n`);
    this.#resolve(code);
  }

  #crash(error: unknown): void {
    if (this.#over) return;
    try {
      this.#leave();
    } catch {
      // The first error is the one to report.
    }
    this.#report(error);
    if (!this.#options.embedded) process.exit(INTERNAL_ERROR);
    this.#resolve(INTERNAL_ERROR);
  }

  #report(error: unknown): void {
    const said = this.#uncatch();
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    let more = '';
    try {
      more = this.#options.crashed?.(error) ?? '';
    } catch (second) {
      more = String(second);
    }
    this.#say(
      [...said, 'Labelstack has stopped because of an error in it. Please report:', what, more].join('\n').trimEnd(),
    );
    this.#say('\n');
  }

  #say(text: string): void {
    (this.#options.stderr ?? process.stderr).write(text);
  }
}
