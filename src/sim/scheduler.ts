// The future event list, keyed (time, order of making): events of one instant run in the order they were made.

import { impossible, must } from '../base/must.ts';
import { type Micros, ZERO } from './time.ts';

/** A place in the future; cancelling it is cheap. */
export interface Ticket {
  readonly time: Micros;
  readonly cancelled: boolean;
  /** Its time has come: it is run, or was. */
  readonly done: boolean;
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
  /** A binary heap, written out here: it is asked at every event, and a comparison that is a call costs more than it does. */
  #heap: Entry<E>[] = [];
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
    return this.#heap.length - this.#dead;
  }

  at(time: Micros, event: E): Ticket {
    if (time < this.#now) impossible(`an event at ${time}, which is before ${this.#now}`);
    const entry: Entry<E> = {
      time,
      order: this.#made++,
      event,
      cancelled: false,
      done: false,
    };
    this.#push(entry);
    return entry;
  }

  cancel(ticket: Ticket): void {
    const entry = ticket as Entry<E>;
    if (entry.cancelled || entry.done) return;
    entry.cancelled = true;
    this.#dead++;
    if (this.#heap.length > SWEEP_FROM && this.#dead * 2 > this.#heap.length) this.#sweep();
  }

  /** Time of the next event. */
  get next(): Micros | undefined {
    this.#bury();
    return this.#heap[0]?.time;
  }

  /** Runs one event; false when there is none. */
  step(): boolean {
    this.#bury();
    const entry = this.#pop();
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
    for (let top = this.#heap[0]; top?.cancelled; top = this.#heap[0]) {
      this.#pop();
      this.#dead--;
    }
  }

  #sweep(): void {
    const kept = this.#heap.filter((entry) => !entry.cancelled);
    this.#heap = [];
    for (const entry of kept) this.#push(entry);
    this.#dead = 0;
  }

  #push(entry: Entry<E>): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent] as Entry<E>;
      if (!before(entry, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = entry;
  }

  #pop(): Entry<E> | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    const size = heap.length;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && before(heap[child + 1] as Entry<E>, heap[child] as Entry<E>)) child++;
      const below = heap[child] as Entry<E>;
      if (!before(below, last)) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

/** A strict order: no two entries are made at once. */
const before = (a: Entry<unknown>, b: Entry<unknown>): boolean =>
  a.time < b.time || (a.time === b.time && a.order < b.order);
