// The real machine as a Program: its streams, its terminal, its signals.

import { setFlagsFromString } from 'node:v8';
import type { Program } from './program.ts';

declare const LABELSTACK_ENGINE: string | undefined;

/** Digest of the sources that decide how a lab runs; build.mjs puts it here. */
const ENGINE = typeof LABELSTACK_ENGINE === 'string' ? LABELSTACK_ENGINE : 'unbuilt';

/** The process as verbs see it. */
export function realProgram(folder: string, machinery: Program['machinery']): Program {
  const { stdin, stdout, stderr, env } = process;
  return {
    out: (text) => stdout.write(text),
    complain: (text) => stderr.write(text),
    stdin,
    terminal: stdin.isTTY === true && stdout.isTTY === true,
    size: () => ({ rows: stdout.rows ?? 24, columns: stdout.columns ?? 80 }),
    onSignal(then) {
      const resize = (): void => then('resize');
      const end = (): void => then('end');
      const signals = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const;
      stdout.on('resize', resize);
      for (const signal of signals) process.on(signal, end);
      return () => {
        stdout.off('resize', resize);
        for (const signal of signals) process.off(signal, end);
      };
    },
    environment: env,
    cwd: process.cwd(),
    // https://no-color.org: set and not empty.
    colour: stdout.isTTY === true && !env['NO_COLOR'] && !process.argv.includes('--no-color'),
    folder,
    engine: ENGINE,
    machinery,
    precious: undefined,
  };
}

/** Whoever reads our output may stop reading (`| head`): that is no error, and nobody needs to hear of it. */
export function quietPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
}

/**
 * Keeps V8's young generation at the size it has: what a large graph makes lives long, and the room that V8 would add is
 * a third of the whole process, for a tenth less CPU. The old one may double between two collections, and no more.
 */
export function smallNursery(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=100');
}

/**
 * At the start of a lab most of what is made stays: tables, sessions, timers. V8 concludes that frames and timers made at
 * the same places later will stay as well, puts them where only a full collection looks, and the process grows to twice
 * the size. It is told not to conclude (allocation site pretenuring).
 */
export function mortalFrames(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}

/** Ends the process when everything that was written is out. */
export function leave(code: number): void {
  process.exitCode = code;
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}
