// The inputs so far: append only. Typing between two events is kept as one input.

import type { Deed, Input, Stamp } from './input.ts';

/** Text that only lands in a line editor: it asks nothing of the router, so when exactly it was typed shows nowhere. */
const TYPING = /^[\x20-\x3e\x40-\x7e]*$/;

/** How the last input may still grow: by keys at any time, by keys of the same instant, not at all. */
type Growth = 'typing' | 'instant' | 'no';

export class InputLog {
  readonly #inputs: Input[] = [];
  readonly #sealed: (input: Input) => void;
  #growth: Growth = 'no';
  #unsealed = false;

  /** `sealed` hears of every input once, when it will not grow any more. */
  constructor(sealed: (input: Input) => void) {
    this.#sealed = sealed;
  }

  get inputs(): readonly Input[] {
    return this.#inputs;
  }

  /**
   * Notes a deed. Keys of one session with no event between them become one input: always within one instant, and
   * over a span of time while all of it was plain text typed into a line (`editing`: the console takes a line). Such
   * an input carries the stamp of its last key.
   */
  add(stamp: Stamp, deed: Deed, editing: boolean): void {
    const typing = editing && deed.kind === 'keys' && TYPING.test(deed.keys);
    const last = this.#inputs.at(-1);
    const near = this.#growth === 'typing' || (this.#growth === 'instant' && last?.at === stamp.at);
    if (
      near &&
      last?.kind === 'keys' &&
      deed.kind === 'keys' &&
      last.device === deed.device &&
      last.session === deed.session &&
      last.executed === stamp.executed
    ) {
      this.#inputs[this.#inputs.length - 1] = { ...last, ...stamp, keys: last.keys + deed.keys };
      if (!typing) this.#growth = 'instant';
      return;
    }
    this.seal();
    this.#inputs.push({ ...stamp, ...deed });
    this.#unsealed = true;
    this.#growth = deed.kind !== 'keys' ? 'no' : typing ? 'typing' : 'instant';
  }

  /** The last input is finished: something happens after it. */
  seal(): void {
    const last = this.#inputs.at(-1);
    this.#growth = 'no';
    if (!this.#unsealed || !last) return;
    this.#unsealed = false;
    this.#sealed(last);
  }
}
