// The key router owns the terminal's input: one prefix key is the program's, every other byte goes to whoever has the
// focus, in order and untouched.

import { StringDecoder } from 'node:string_decoder';
import { InputTokens, keyName, type Token } from './input-tokens.ts';
import type { Timing } from './timing.ts';

/** What reaches the screens. */
export type Press =
  | Exclude<Token, { readonly kind: 'prefix' }>
  /** The key after the prefix: `t`, `3`, `enter`; `prefix` when it was the prefix again. */
  | { readonly kind: 'command'; readonly name: string; readonly raw: string };

export interface PressSink {
  press(press: Press): void;
  /** The prefix key was pressed. True: a key shall follow; false: that was all. */
  prefixPressed(): boolean;
  /** The prefix was pressed and its key is awaited, or no longer. */
  awaiting(command: boolean): void;
}

/** The part of a terminal's input that is used. */
export interface KeySource {
  readonly isTTY?: boolean;
  setRawMode?(raw: boolean): unknown;
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
  off(event: 'data', listener: (chunk: Buffer) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

/** How long the rest of an escape sequence may take; ssh seldom splits them at all. */
const SEQUENCE_MILLIS = 40;
/** A paste of which the end never comes is a paste all the same. */
const PASTE_MILLIS = 1000;

/** `ctrl-]` to the character it sends; undefined when that is no control key. */
export function controlCharacter(name: string): string | undefined {
  const letter = /^ctrl-([a-z[\\\]^_@])$/i.exec(name)?.[1];
  return letter === undefined ? undefined : String.fromCharCode(letter.toUpperCase().charCodeAt(0) - 0x40);
}

export class KeyRouter {
  readonly #source: KeySource;
  readonly #timing: Timing;
  readonly #sink: PressSink;
  readonly #tokens: InputTokens;
  readonly #decoder = new StringDecoder('utf8');
  #awaiting = false;
  #forget: (() => void) | undefined = undefined;
  readonly #hear = (chunk: Buffer): void => this.#data(chunk);

  /** `prefix`: the control character that is the program's. */
  constructor(source: KeySource, timing: Timing, prefix: string, sink: PressSink) {
    this.#source = source;
    this.#timing = timing;
    this.#sink = sink;
    this.#tokens = new InputTokens(prefix);
  }

  start(): void {
    this.#source.setRawMode?.(true);
    this.#source.on('data', this.#hear);
    this.#source.resume();
  }

  stop(): void {
    this.#forget?.();
    this.#source.off('data', this.#hear);
    this.#source.setRawMode?.(false);
    this.#source.pause();
  }

  #data(chunk: Buffer): void {
    this.#forget?.();
    this.#forget = undefined;
    this.#take(this.#tokens.push(this.#decoder.write(chunk)));
    const pending = this.#tokens.pending;
    if (pending === 'nothing') return;
    this.#forget = this.#timing.after(pending === 'paste' ? PASTE_MILLIS : SEQUENCE_MILLIS, () => {
      this.#forget = undefined;
      this.#take(this.#tokens.flush());
    });
  }

  #take(tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (this.#awaiting) this.#command(token);
      else if (token.kind !== 'prefix') this.#sink.press(token);
      else if (this.#sink.prefixPressed()) this.#await(true);
    }
  }

  #await(on: boolean): void {
    this.#awaiting = on;
    this.#sink.awaiting(on);
  }

  /** The first key of the token belongs to the prefix, the rest of it does not. */
  #command(token: Token): void {
    if (token.kind === 'wheel' || token.kind === 'mouse') {
      this.#sink.press(token);
      return;
    }
    this.#await(false);
    if (token.kind === 'prefix') this.#sink.press({ kind: 'command', name: 'prefix', raw: token.raw });
    else if (token.kind === 'key') this.#sink.press({ kind: 'command', name: token.name, raw: token.raw });
    else if (token.kind === 'paste') this.#sink.press(token);
    else {
      const [first] = token.raw;
      this.#sink.press({ kind: 'command', name: keyName(first as string), raw: first as string });
      const rest = token.raw.slice((first as string).length);
      if (rest !== '') this.#sink.press({ kind: 'text', raw: rest });
    }
  }
}
