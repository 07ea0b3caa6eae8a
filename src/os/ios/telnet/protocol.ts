// Telnet: text and commands in one stream of bytes.            RFC 854, RFC 857 (echo), RFC 858 (go-ahead), RFC 1073 (size)

import { fromAscii } from '../../../base/bytes.ts';

const IAC = 255;
const DONT = 254;
const DO = 253;
const WONT = 252;
const WILL = 251;
const SB = 250;
const SE = 240;

/** Options that somebody here knows. */
const ECHO = 1;
const SUPPRESS_GO_AHEAD = 3;
const TERMINAL_TYPE = 24;
const WINDOW_SIZE = 31;

/** What came: text for the terminal, the answer that is due, and the size of the other's window when it was told. */
export interface Heard {
  readonly text: string;
  readonly answer: Uint8Array;
  readonly size: { readonly rows: number; readonly columns: number } | undefined;
}

/** What an IOS vty says first: it echoes, nobody waits for his turn; it asks for the terminal's type and size. */
export const GREETING = Uint8Array.of(
  ...[IAC, WILL, ECHO],
  ...[IAC, WILL, SUPPRESS_GO_AHEAD],
  ...[IAC, DO, TERMINAL_TYPE],
  ...[IAC, DO, WINDOW_SIZE],
);

/** Text on its way: a byte 255 is said twice, a return is followed by nothing (RFC 854: CR NUL). RFC 1123 §3.3.1 */
export function encode(text: string, returns: 'nul' | 'bare'): Uint8Array {
  const plain = returns === 'nul' ? text.replaceAll('\r', '\r\0') : text;
  return fromAscii(plain.replace(/[^\0-\x7f]/g, '?'));
}

/** Takes the stream apart, wherever it is cut. */
export class Telnet {
  readonly #server: boolean;
  readonly #window: { readonly rows: number; readonly columns: number };
  /** A command whose end has not come. */
  #held: number[] = [];
  /** The last character was a return: a NUL behind it belongs to it. */
  #returned = false;

  /** `window`: the size that a client tells. */
  constructor(server: boolean, window = { rows: 24, columns: 80 }) {
    this.#server = server;
    this.#window = window;
  }

  hear(bytes: Uint8Array): Heard {
    const all = [...this.#held, ...bytes];
    this.#held = [];
    const answer: number[] = [];
    let text = '';
    let size: Heard['size'];
    for (let at = 0; at < all.length; ) {
      const byte = all[at] as number;
      if (byte !== IAC) {
        if (!(byte === 0 && this.#returned)) text += String.fromCharCode(byte);
        this.#returned = byte === 13;
        at++;
        continue;
      }
      const length = commandLength(all, at);
      if (length === undefined) {
        this.#held = all.slice(at);
        break;
      }
      const command = all.slice(at, at + length);
      if (command[1] === IAC) text += '\xff';
      else if (command[1] === SB && command[2] === WINDOW_SIZE) size = windowOf(command);
      else answer.push(...this.#answer(command));
      at += length;
    }
    return { text, answer: Uint8Array.from(answer), size };
  }

  /** Options are agreed on or refused. RFC 1143 without its queue: nobody here changes his mind. */
  #answer([, verb = 0, option = 0]: readonly number[]): readonly number[] {
    if (verb === DO) {
      const known = this.#server ? [ECHO, SUPPRESS_GO_AHEAD] : [SUPPRESS_GO_AHEAD, WINDOW_SIZE];
      // What the server offered itself, it does not confirm again.
      if (known.includes(option)) return this.#server ? [] : this.#agreed(option);
      return [IAC, WONT, option];
    }
    if (verb === WILL && !this.#server) {
      return [IAC, [ECHO, SUPPRESS_GO_AHEAD].includes(option) ? DO : DONT, option];
    }
    return [];
  }

  #agreed(option: number): readonly number[] {
    if (option !== WINDOW_SIZE) return [IAC, WILL, option];
    const { rows, columns } = this.#window;
    const size = [columns >> 8, columns & 255, rows >> 8, rows & 255].flatMap((byte) =>
      byte === IAC ? [IAC, IAC] : [byte],
    );
    return [IAC, WILL, WINDOW_SIZE, IAC, SB, WINDOW_SIZE, ...size, IAC, SE];
  }
}

/** Undefined: its end has not come. */
function commandLength(bytes: readonly number[], at: number): number | undefined {
  const verb = bytes[at + 1];
  if (verb === undefined) return undefined;
  if (verb === SB) {
    for (let end = at + 2; end + 1 < bytes.length; end++) {
      if (bytes[end] !== IAC) continue;
      if (bytes[end + 1] === SE) return end + 2 - at;
      end++;
    }
    return undefined;
  }
  if (verb < WILL || verb === IAC) return 2;
  return bytes[at + 2] === undefined ? undefined : 3;
}

/** RFC 1073: two bytes each, width first; a size of 0 is not told. */
function windowOf(command: readonly number[]): Heard['size'] {
  const plain = command.slice(3, -2).filter((byte, i, all) => !(byte === IAC && all[i - 1] === IAC));
  const [w1 = 0, w2 = 0, h1 = 0, h2 = 0] = plain;
  const [columns, rows] = [w1 * 256 + w2, h1 * 256 + h2];
  return columns > 0 && rows > 0 ? { rows, columns } : undefined;
}
