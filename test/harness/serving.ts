// `labelstack serve` inside a test: its ports when it is ready, its end when the test says so.

import type { Machinery } from '../../src/lab/build.ts';
import { dispatch } from '../../src/verbs/dispatch.ts';
import { type Bed, bed, type Outcome } from './program.ts';

export interface Serving {
  readonly bed: Bed;
  /** A port by what is printed behind it: a device, a link, or `asks for the device`. */
  port(name: string): number;
  /** As the machine's SIGTERM does. */
  end(): Promise<Outcome>;
}

/** Starts it and waits until it is ready. Throws when it does not become so. */
export async function serving(
  line: string,
  files?: Readonly<Record<string, unknown>>,
  machinery?: Machinery,
): Promise<Serving> {
  const place = bed(files, machinery);
  let out = '';
  let complaints = '';
  let signal = (_: 'end'): void => {};
  let ready = (): void => {};
  const isReady = new Promise<'ready'>((resolve) => {
    ready = () => resolve('ready');
  });
  const { program } = place;
  const before = { out: program.out, complain: program.complain, onSignal: program.onSignal };
  Object.assign(program, {
    out: (text: string) => {
      out += text;
      if (out.includes('Ready')) ready();
    },
    complain: (text: string) => {
      complaints += text;
    },
    onSignal: (then: (what: 'end') => void) => {
      signal = then;
      return () => {};
    },
  });
  const code = dispatch(['serve', ...line.split(' ')], program);
  if ((await Promise.race([isReady, code])) !== 'ready') throw new Error(`it ended: ${complaints}${out}`);
  return {
    bed: place,
    port: (name) => {
      const row = out.split('\n').find((one) => one.endsWith(`  ${name}`));
      const port = /^\w+ +127\.0\.0\.1[ :](\d+) /.exec(row ?? '')?.[1];
      if (port === undefined) throw new Error(`no port for ${name} in:\n${out}`);
      return Number(port);
    },
    async end() {
      signal('end');
      const ended = { code: await code, out, complaints };
      // What the bed runs from now on speaks to the bed again.
      Object.assign(program, before);
      return ended;
    },
  };
}
