// Bytes that were written and are not yet acknowledged.   RFC 9293 §3.8.1

const FIRST_CAPACITY = 1024;

/** A queue of bytes, read by offset from its front. */
export class SendQueue {
  #bytes = new Uint8Array(0);
  #start = 0;
  #end = 0;

  get length(): number {
    return this.#end - this.#start;
  }

  append(bytes: Uint8Array): void {
    if (this.#end + bytes.length > this.#bytes.length) this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** `length` bytes from `offset` on; a view that the next `append` may move. */
  peek(offset: number, length: number): Uint8Array {
    const from = this.#start + offset;
    return this.#bytes.subarray(from, Math.min(from + length, this.#end));
  }

  /** Takes `count` bytes off the front. */
  drop(count: number): void {
    this.#start += Math.min(count, this.length);
    if (this.#start === this.#end) this.clear();
  }

  clear(): void {
    this.#start = 0;
    this.#end = 0;
    // A large burst does not stay in memory for the rest of the connection.
    if (this.#bytes.length > 64 * FIRST_CAPACITY) this.#bytes = new Uint8Array(0);
  }

  /** Moves what is left to the front of a buffer that is at most half full afterwards, so that moves stay rare. */
  #makeRoom(count: number): void {
    const need = this.length + count;
    let target = this.#bytes;
    if (need * 2 > target.length) target = new Uint8Array(Math.max(FIRST_CAPACITY, need * 2));
    const length = this.length;
    target.set(this.#bytes.subarray(this.#start, this.#end));
    this.#bytes = target;
    this.#start = 0;
    this.#end = length;
  }
}
