// The TUI from first frame to last: terminal, keys, Ink and the program brought together, and taken apart again.

import { type Instance, render, type SuspendTerminal } from 'ink';
import type { BareTerminal } from './attachment.ts';
import { keyLabel } from './commands.ts';
import type { FrontDesk, OpenRequest } from './front-desk.ts';
import { InkInput } from './ink-input.ts';
import { controlCharacter, KeyRouter, type KeySource } from './key-router.ts';
import { catchConsole, HANGUP, listenForTheEnd } from './last-words.ts';
import { Program } from './program.ts';
import { Frame } from './screens/frame.tsx';
import type { Size } from './stage.ts';
import { clipboardSequence, TerminalModes } from './terminal-modes.ts';
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
  /** The program's key, `ctrl-o`; `ctrl-]` when that is no control key. */
  readonly prefix?: string;
  /** Whether the wheel scrolls consoles; default true. */
  readonly mouse?: boolean;
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
/** CUP and ED 0; ED 2 would push the screen into the scrollback of some terminals. */
const HOME_AND_ERASE = '\x1b[H\x1b[J';

/**
 * Runs the screens until the user leaves. Gives the exit code: 0, or 128 + a signal. After a bug, wherever it was
 * thrown, it leaves the terminal clean and rejects with the error.
 */
export function runTui(desk: FrontDesk, options: TuiOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => new Run(desk, options, resolve, reject).begin());
}

class Run {
  readonly #options: TuiOptions;
  readonly #resolve: (code: number) => void;
  readonly #reject: (error: unknown) => void;
  readonly #stdin: KeySource & { on(event: 'end', listener: () => void): unknown };
  readonly #stdout: NodeJS.WriteStream;
  readonly #keys: KeyRouter;
  readonly #modes: TerminalModes;
  readonly #inkInput = new InkInput();
  readonly #program: Program;
  readonly #resize: () => void;
  #ink: Instance | undefined = undefined;
  /** Ink's own way to leave the terminal for a while. */
  #suspend: SuspendTerminal | undefined = undefined;
  /** The terminal is out of our hands. */
  #handedOver = false;
  #frame = 0;
  #over = false;
  #stopListening: () => void = () => {};
  #uncatch: () => readonly string[] = () => [];

  constructor(desk: FrontDesk, options: TuiOptions, resolve: (code: number) => void, reject: (error: unknown) => void) {
    this.#options = options;
    this.#resolve = resolve;
    this.#reject = reject;
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
      clip: (text) => this.#clip(text),
      handOver: () => this.#handOver(),
      exit: (code) => this.#end({ code }),
    });
    this.#keys = new KeyRouter(this.#stdin, timing, prefix, this.#program);
    this.#resize = () => this.#resized();
  }

  begin(): void {
    if (!this.#options.embedded) {
      this.#uncatch = catchConsole();
      this.#stopListening = listenForTheEnd([this.#stdin, this.#stdout, process.stderr], {
        ended: (code) => this.#end({ code }),
        crashed: (error) => this.#end({ error }),
      });
    }
    try {
      this.#open();
    } catch (error) {
      this.#end({ error });
    }
  }

  #open(): void {
    // Before Ink's own listener: the tree has the new size when Ink lays it out.
    this.#stdout.on('resize', this.#resize);
    this.#stdin.on('end', () => this.#end({ code: HANGUP }));
    this.#modes.enter(this.#options.mouse ?? true);
    const ink = render(this.#tree(), {
      stdin: this.#inkInput,
      stdout: this.#stdout,
      alternateScreen: true,
      incrementalRendering: true,
      maxFps: 60,
      exitOnCtrlC: false,
      patchConsole: false,
      interactive: true,
    });
    this.#ink = ink;
    ink.waitUntilExit().catch((error: unknown) => this.#end({ error }));
    this.#keys.start();
    this.#options.started?.({ program: this.#program, flush: () => ink.waitUntilRenderFlush() });
    this.#program.begin(this.#options.straight);
  }

  #size(): Size {
    return { columns: this.#stdout.columns || 80, rows: this.#stdout.rows || 24 };
  }

  #tree(): React.ReactNode {
    return (
      <Frame
        program={this.#program}
        frame={this.#frame}
        suspension={(suspend) => {
          this.#suspend = suspend;
        }}
      />
    );
  }

  #clip(text: string): boolean {
    const sequence = clipboardSequence(text);
    if (sequence !== undefined) this.#stdout.write(sequence);
    return sequence !== undefined;
  }

  /** The alternate screen is left; keys still come here. */
  #handOver(): BareTerminal {
    this.#handedOver = true;
    let resume: (() => Promise<void>) | undefined;
    void this.#suspend?.().then((suspension) => {
      resume = suspension.resume;
    });
    return {
      write: (text) => this.#stdout.write(text),
      takeBack: () => {
        this.#handedOver = false;
        // What is drawn first must fit the window as it is now.
        this.#paint();
        // Enters the alternate screen before it returns, and draws all of it.
        void resume?.();
      },
    };
  }

  #paint(): void {
    if (this.#over || this.#ink === undefined) return;
    this.#frame++;
    this.#ink.rerender(this.#tree());
  }

  /** What a terminal does with its cells when it changes its size is its own affair: the frame is drawn anew. */
  #resized(): void {
    if (!this.#handedOver) {
      this.#ink?.clear();
      this.#stdout.write(HOME_AND_ERASE);
    }
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

  #end(how: { readonly code: number } | { readonly error: unknown }): void {
    if (this.#over) return;
    let last = how;
    try {
      this.#leave();
    } catch (error) {
      // The first error is the one to report.
      if (!('error' in how)) last = { error };
    }
    // Not yet: Ink's own handler kills the process when it finds that nobody else listens to a signal.
    setImmediate(this.#stopListening);
    const said = this.#uncatch();
    if (said.length > 0) (this.#options.stderr ?? process.stderr).write(`${said.join('\n')}\n`);
    if ('error' in last) this.#reject(last.error);
    else this.#resolve(last.code);
  }
}
