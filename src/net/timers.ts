// The stack's timers: a key, a time, and what happens then.

import { must } from '../base/must.ts';
import type { Micros } from '../sim/time.ts';
import type { StackPort } from './stack-port.ts';

/** Keys begin with `net/`; starting a key again moves it. */
export class Timers {
  readonly #port: Pick<StackPort, 'timer'>;
  readonly #armed = new Map<string, () => void>();

  constructor(port: Pick<StackPort, 'timer'>) {
    this.#port = port;
  }

  start(key: string, after: Micros, then: () => void): void {
    this.#armed.set(key, then);
    this.#port.timer(key, after);
  }

  stop(key: string): void {
    if (this.#armed.delete(key)) this.#port.timer(key, 'off');
  }

  stopAll(): void {
    for (const key of this.#armed.keys()) this.#port.timer(key, 'off');
    this.#armed.clear();
  }

  expire(key: string): void {
    const then = this.#armed.get(key);
    must(then, `timer ${key} was not armed`);
    this.#armed.delete(key);
    then();
  }
}
