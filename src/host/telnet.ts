// Telnet, the server's side of one connection: bytes of the wire <-> keys and texts.
// RFC 854 (the protocol), RFC 855 (options), RFC 857 (ECHO), RFC 858 (SUPPRESS-GO-AHEAD), RFC 1073 (NAWS),
// RFC 1143 (how a negotiation never goes round in circles).

import { StringDecoder } from 'node:string_decoder';

/** RFC 854, "TELNET COMMAND STRUCTURE". */
const IAC = 255;
const [DONT, DO, WONT, WILL, SB] = [254, 253, 252, 251, 250];
const [EL, EC, AYT, IP, SE] = [248, 247, 246, 244, 240];
const [NUL, LF, CR] = [0, 10, 13];

const ECHO = 1;
const SUPPRESS_GO_AHEAD = 3;
const WINDOW_SIZE = 31;
/** A subnegotiation that is longer is none that is understood here. */
const SUBNEGOTIATION_MAX = 64;
/** More rows or columns than this are not a screen, and a save would not take them. */
const SIZE_MAX = 1_000;

/** What a key of the network virtual terminal is on a keyboard. */
const FUNCTION_KEYS: Readonly<Record<number, string>> = { [IP]: '\x03', [EC]: '\x7f', [EL]: '\x15' };

/** Whom the codec tells. */
export interface TelnetEnd {
  /** Bytes for the wire. */
  send(bytes: Uint8Array): void;
  /** What was pressed. */
  keys(text: string): void;
  /** The client's window, as it says. */
  size(rows: number, columns: number): void;
}

/** Where one option of one side stands: RFC 1143 without its queue, for nothing is ever asked twice here. */
type OptionState = 'no' | 'asked' | 'yes';

/** Where in the stream the next byte stands. */
type Place = 'data' | 'command' | 'option' | 'sub' | 'sub-command';

export class Telnet {
  readonly #end: TelnetEnd;
  readonly #decoder = new StringDecoder('utf8');
  /** Options that we perform, and that the client performs. */
  readonly #ours = new Map<number, OptionState>();
  readonly #theirs = new Map<number, OptionState>();
  #place: Place = 'data';
  #command = 0;
  #sub: number[] = [];
  #afterReturn = false;

  constructor(end: TelnetEnd) {
    this.#end = end;
  }

  /** We echo, both sides speak whenever they like, and the client is to tell its window. */
  begin(): void {
    for (const option of [ECHO, SUPPRESS_GO_AHEAD]) {
      this.#ours.set(option, 'asked');
      this.#say(WILL, option);
    }
    for (const option of [SUPPRESS_GO_AHEAD, WINDOW_SIZE]) {
      this.#theirs.set(option, 'asked');
      this.#say(DO, option);
    }
  }

  /** Console text. A CR that begins no new line is followed by NUL (RFC 854, "THE NVT PRINTER AND KEYBOARD"). */
  print(text: string): void {
    // UTF-8 has no byte 255: nothing needs to be doubled.
    this.#end.send(Buffer.from(text.replaceAll(/\r(?!\n)/g, '\r\0')));
  }

  /** What came from the wire, cut anywhere. */
  receive(bytes: Uint8Array): void {
    const data: number[] = [];
    for (const byte of bytes) this.#byte(byte, data);
    this.#flush(data);
  }

  #flush(data: number[]): void {
    if (data.length === 0) return;
    const text = this.#decoder.write(Buffer.from(data.splice(0)));
    if (text !== '') this.#end.keys(text);
  }

  #byte(byte: number, data: number[]): void {
    switch (this.#place) {
      case 'data':
        if (byte === IAC) this.#place = 'command';
        else this.#data(byte, data);
        break;
      case 'command':
        this.#commandByte(byte, data);
        break;
      case 'option':
        this.#place = 'data';
        this.#negotiate(this.#command, byte);
        break;
      case 'sub':
        if (byte === IAC) this.#place = 'sub-command';
        else if (this.#sub.length <= SUBNEGOTIATION_MAX) this.#sub.push(byte);
        break;
      case 'sub-command':
        this.#place = byte === IAC ? 'sub' : 'data';
        if (byte === IAC) this.#sub.push(byte);
        else if (byte === SE) {
          this.#flush(data);
          this.#subnegotiated();
        }
        break;
    }
  }

  /** Enter is CR NUL or CR LF on the wire (RFC 854), and one key here. */
  #data(byte: number, data: number[]): void {
    const belongs = this.#afterReturn && (byte === NUL || byte === LF);
    this.#afterReturn = byte === CR;
    if (!belongs) data.push(byte);
  }

  #commandByte(byte: number, data: number[]): void {
    this.#place = 'data';
    const key = FUNCTION_KEYS[byte];
    if (byte === IAC) this.#data(byte, data);
    else if (byte === SB) {
      this.#sub = [];
      this.#place = 'sub';
    } else if (byte >= WILL) {
      this.#command = byte;
      this.#place = 'option';
    } else if (key !== undefined) {
      this.#flush(data);
      this.#end.keys(key);
    } else if (byte === AYT) this.print('\r\n[Yes]\r\n');
    // GA, NOP, AO, DM and BRK ask nothing of a console.
  }

  #say(command: number, option: number): void {
    this.#end.send(Uint8Array.of(IAC, command, option));
  }

  /** RFC 1143 §7: an answer to what was asked is not answered; what is not known is refused once. */
  #negotiate(command: number, option: number): void {
    const mine = command === DO || command === DONT;
    const states = mine ? this.#ours : this.#theirs;
    const on = command === DO || command === WILL;
    const state = states.get(option);
    const known = state !== undefined;
    const [agree, refuse] = mine ? [WILL, WONT] : [DO, DONT];
    if (on) {
      if (!known) this.#say(refuse, option);
      else if (state === 'no') this.#say(agree, option);
      if (known) states.set(option, 'yes');
      return;
    }
    if (state === 'yes') this.#say(refuse, option);
    if (known) states.set(option, 'no');
  }

  /** IAC SB NAWS width width height height IAC SE (RFC 1073); 0 means that the client does not say. */
  #subnegotiated(): void {
    const [option, w1 = 0, w0 = 0, h1 = 0, h0 = 0] = this.#sub;
    if (option !== WINDOW_SIZE || this.#sub.length !== 5) return;
    const [columns, rows] = [256 * w1 + w0, 256 * h1 + h0];
    if (columns > 0 && rows > 0) this.#end.size(Math.min(rows, SIZE_MAX), Math.min(columns, SIZE_MAX));
  }
}
