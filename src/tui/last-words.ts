// The ways a process can be ended from outside or from within, brought to one place.

/** What there is to do when the program cannot go on. */
export interface LastWords {
  /** A signal: leave, with this exit code. */
  ended(code: number): void;
  /** A bug. Nothing may be trusted any more. */
  crashed(error: unknown): void;
}

/** 128 + the signal's number, as shells report it (POSIX XCU §2.8.2). */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
/** The terminal is gone. */
export const HANGUP = SIGNALS.SIGHUP;

/** Somebody who can be listened to. */
interface Speaker {
  on(event: string, hear: (what: unknown) => void): unknown;
  off(event: string, hear: (what: unknown) => void): unknown;
  rawListeners(event: string): readonly unknown[];
}
type Ear = (what: unknown) => void;

/** The only listener to an event, for a while; the returned function puts the others back. */
function alone(speaker: Speaker, event: string, hear: Ear): () => void {
  const others = speaker.rawListeners(event) as readonly Ear[];
  for (const other of others) speaker.off(event, other);
  speaker.on(event, hear);
  return () => {
    for (const other of others) speaker.on(event, other);
    speaker.off(event, hear);
  };
}

/**
 * Listens from now on; the returned function ends it. What the rest of the program does about errors that nobody
 * caught must wait: it would print into the screen. `streams`: those of the terminal, which fail when it is gone.
 */
export function listenForTheEnd(streams: readonly unknown[], words: LastWords): () => void {
  let hungUp = false;
  const end = (code: number): void => {
    hungUp ||= code === HANGUP;
    words.ended(code);
  };
  const signals = Object.entries(SIGNALS).map(([name, code]) => [name, () => end(code)] as const);
  for (const [name, hear] of signals) process.on(name, hear);
  const machine = process as unknown as Speaker;
  const errors = [
    alone(machine, 'uncaughtException', (error) => words.crashed(error)),
    alone(machine, 'unhandledRejection', (error) => words.crashed(error)),
  ];
  const losses = streams.map((stream) => alone(stream as Speaker, 'error', () => end(HANGUP)));
  return () => {
    for (const [name, hear] of signals) process.off(name, hear);
    for (const restore of errors) restore();
    // Once the terminal is gone, what is still written to it fails again, and is nobody's error.
    if (!hungUp) for (const restore of losses) restore();
  };
}

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;
const KEPT = 200;

/** A line printed into a frame would break it: `console` is caught; the returned function gives back what was said. */
export function catchConsole(): () => readonly string[] {
  const said: string[] = [];
  const before = METHODS.map((method) => [method, console[method]] as const);
  for (const method of METHODS)
    console[method] = (...words: unknown[]) => {
      if (said.length < KEPT) said.push(words.map(String).join(' '));
    };
  return () => {
    for (const [method, real] of before) console[method] = real;
    return said;
  };
}
