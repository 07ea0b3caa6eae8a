// Keys that were pressed and not yet heard, in order; taking them is linear however many there are.

export class TypeAhead {
  #keys: string[] = [];
  #head = 0;
  /** Up to here there is no break key. */
  #searched = 0;

  get empty(): boolean {
    return this.#head >= this.#keys.length;
  }

  push(keys: readonly string[]): void {
    for (const key of keys) this.#keys.push(key);
  }

  /** The next key. */
  take(): string | undefined {
    const key = this.#keys[this.#head++];
    this.#tidy();
    return key;
  }

  /** The keys in front that fit, at most `most`. */
  takeWhile(most: number, fits: (key: string) => boolean): readonly string[] {
    const from = this.#head;
    while (this.#head < this.#keys.length && this.#head - from < most && fits(this.#keys[this.#head] as string)) {
      this.#head++;
    }
    const run = this.#keys.slice(from, this.#head);
    this.#tidy();
    return run;
  }

  /** Is there a break key? If so it is taken, and what came before it is dropped. */
  takeBreak(breaks: readonly string[]): boolean {
    for (let at = Math.max(this.#head, this.#searched); at < this.#keys.length; at++) {
      if (!breaks.includes(this.#keys[at] as string)) continue;
      this.#head = at + 1;
      this.#tidy();
      return true;
    }
    this.#searched = this.#keys.length;
    return false;
  }

  #tidy(): void {
    if (!this.empty) return;
    this.#keys = [];
    this.#head = 0;
    this.#searched = 0;
  }
}
