// The standard input that Ink is given: it holds what the key router hands to a dialog, and nothing else.

import { Readable } from 'node:stream';

/**
 * Keys come out one a turn of the event loop: ink-text-input computes each from the state it last rendered, so two keys
 * read together would lose the first.
 */
export class InkInput extends Readable {
  readonly isTTY = true;
  readonly #queue: string[] = [];
  #pumping: NodeJS.Immediate | undefined = undefined;

  constructor() {
    super({ objectMode: true, read: () => {} });
  }

  /** A key, or a run of printable characters. */
  feed(keys: string): void {
    this.#queue.push(keys);
    this.#pumping ??= setImmediate(() => this.#pump());
  }

  /** The dialog is gone: what it has not read is nobody's. */
  forget(): void {
    this.#queue.length = 0;
    while (this.read() !== null);
  }

  /** Nothing waits to be read. */
  get idle(): boolean {
    return this.#queue.length === 0;
  }

  #pump(): void {
    const next = this.#queue.shift();
    if (next !== undefined) this.push(next);
    this.#pumping = this.#queue.length > 0 ? setImmediate(() => this.#pump()) : undefined;
  }

  // What Ink asks of a terminal. The real one is the key router's.
  setRawMode(): this {
    return this;
  }
  override setEncoding(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}
