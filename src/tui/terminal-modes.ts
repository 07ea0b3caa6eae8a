// What the program switches on in a terminal, and off again whatever happens.
// xterm control sequences (ctlseqs): DEC private modes 25, 1000, 1006, 1049, 2004; OSC 52.

import { writeSync } from 'node:fs';

const on = (...modes: readonly number[]): string => modes.map((mode) => `\x1b[?${mode}h`).join('');
const off = (...modes: readonly number[]): string => modes.map((mode) => `\x1b[?${mode}l`).join('');

/** Button events in SGR coordinates: the wheel. */
const MOUSE = [1000, 1006];
const PASTE = 2004;
const ALTERNATE = 1049;
const CURSOR = 25;
const PLAIN = '\x1b[0m';

/** Longer ones are cut short by some terminals, and end up on the screen of others. */
const CLIPBOARD_MAX = 100_000;

/** Puts text on the terminal's clipboard, where the terminal lets programs do that (OSC 52). Undefined: too long. */
export function clipboardSequence(text: string): string | undefined {
  const encoded = Buffer.from(text).toString('base64');
  return encoded.length > CLIPBOARD_MAX ? undefined : `\x1b]52;c;${encoded}\x07`;
}

/** The part of an output stream that is used here. */
export interface ModeSink {
  readonly fd?: number;
  write(text: string): unknown;
}

/** The modes of one terminal. Ink owns the alternate screen and the cursor; this takes them back when Ink cannot. */
export class TerminalModes {
  readonly #sink: ModeSink;
  #entered = false;

  constructor(sink: ModeSink) {
    this.#sink = sink;
  }

  enter(mouse: boolean): void {
    this.#entered = true;
    this.#sink.write(on(PASTE) + (mouse ? on(...MOUSE) : ''));
  }

  mouse(wanted: boolean): void {
    this.#sink.write(wanted ? on(...MOUSE) : off(...MOUSE.toReversed()));
  }

  /** What `enter` switched on goes off. `inkLeft`: the alternate screen has been left properly. */
  leave(inkLeft: boolean): void {
    if (!this.#entered) return;
    this.#entered = false;
    const rest = inkLeft ? '' : PLAIN + off(ALTERNATE);
    this.#write(off(...MOUSE.toReversed(), PASTE) + rest + on(CURSOR));
  }

  /** At once, even when the process ends right after. */
  #write(text: string): void {
    try {
      if (this.#sink.fd === undefined) this.#sink.write(text);
      else writeSync(this.#sink.fd, text);
    } catch {
      // The terminal is gone, and with it whatever was switched on.
    }
  }
}
