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

/** Listens from now on; the returned function ends it. */
export function listenForTheEnd(words: LastWords): () => void {
  const signals = Object.entries(SIGNALS).map(([name, code]) => [name, () => words.ended(code)] as const);
  const crashed = (error: unknown): void => words.crashed(error);
  for (const [name, hear] of signals) process.on(name, hear);
  process.on('uncaughtException', crashed);
  process.on('unhandledRejection', crashed);
  return () => {
    for (const [name, hear] of signals) process.off(name, hear);
    process.off('uncaughtException', crashed);
    process.off('unhandledRejection', crashed);
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
