// The future event list, keyed (time, order of making): events of one instant run in the order they were made.

import { Heap } from '../base/heap.ts';
import { must } from '../base/must.ts';
import { type Micros, ZERO } from './time.ts';

/** A place in the future; cancelling it is cheap. */
export interface Ticket {
  readonly time: Micros;
  readonly cancelled: boolean;
}

interface Entry<E> extends Ticket {
  readonly order: number;
  readonly event: E;
  cancelled: boolean;
  done: boolean;
}

export interface Clock {
  readonly now: Micros;
  /** Events run so far. The exact stamp of an input; `now` is for people. */
  readonly executed: number;
}

/** Cancelled entries stay in the heap until they surface, or until they are more than half of it. */
const SWEEP_FROM = 1024;

export class Scheduler<E> implements Clock {
  readonly #heap = new Heap<Entry<E>>((a, b) => a.time < b.time || (a.time === b.time && a.order < b.order));
  readonly #run: (event: E) => void;
  #now = ZERO;
  #made = 0;
  #executed = 0;
  #dead = 0;

  /** `run` is called for each event when its time has come. */
  constructor(run: (event: E) => void) {
    this.#run = run;
  }

  get now(): Micros {
    return this.#now;
  }

  get executed(): number {
    return this.#executed;
  }

  /** Events that wait. */
  get pending(): number {
    return this.#heap.size - this.#dead;
  }

  at(time: Micros, event: E): Ticket {
    must(time >= this.#now, `an event at ${time}, which is before ${this.#now}`);
    const entry: Entry<E> = {
      time,
      order: this.#made++,
      event,
      cancelled: false,
      done: false,
    };
    this.#heap.push(entry);
    return entry;
  }

  cancel(ticket: Ticket): void {
    const entry = ticket as Entry<E>;
    if (entry.cancelled || entry.done) return;
    entry.cancelled = true;
    this.#dead++;
    if (this.#heap.size > SWEEP_FROM && this.#dead * 2 > this.#heap.size) {
      this.#heap.retain((item) => !item.cancelled);
      this.#dead = 0;
    }
  }

  /** Time of the next event. */
  get next(): Micros | undefined {
    this.#bury();
    return this.#heap.peek()?.time;
  }

  /** Runs one event; false when there is none. */
  step(): boolean {
    this.#bury();
    const entry = this.#heap.pop();
    if (!entry) return false;
    entry.done = true;
    this.#now = entry.time;
    this.#executed++;
    this.#run(entry.event);
    return true;
  }

  /** Lets time pass to `time` without an event. */
  pass(time: Micros): void {
    must(time >= this.#now, 'time runs forward');
    const next = this.next;
    must(next === undefined || next >= time, 'an event was passed over');
    this.#now = time;
  }

  #bury(): void {
    for (let top = this.#heap.peek(); top?.cancelled; top = this.#heap.peek()) {
      this.#heap.pop();
      this.#dead--;
    }
  }
}
