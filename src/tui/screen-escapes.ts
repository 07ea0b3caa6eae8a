// The escape sequences of the mini terminal, taken apart.   ECMA-48 §5.4 (control sequences), §8.3 (SGR)

import { type Pen, PLAIN } from './screen-row.ts';

/** A finished control sequence: `CSI 2 J`. */
export interface Csi {
  readonly final: string;
  readonly params: readonly number[];
}

type State = 'ground' | 'escape' | 'csi' | 'string' | 'string-escape' | 'charset';

/** Collects one sequence over as many writes as it takes. Sequences it does not know vanish. */
export class EscapeReader {
  #state: State = 'ground';
  #body = '';

  /** Nothing is half read. */
  get idle(): boolean {
    return this.#state === 'ground';
  }

  /** Inside a string (a window title): control characters belong to it. */
  get inString(): boolean {
    return this.#state === 'string' || this.#state === 'string-escape';
  }

  /** CAN or SUB came: what was half read is forgotten. */
  cancel(): void {
    this.#state = 'ground';
  }

  /** An ESC came. */
  begin(): void {
    this.#state = 'escape';
    this.#body = '';
  }

  /** One more character; the sequence when it is whole. */
  take(char: string): Csi | undefined {
    switch (this.#state) {
      case 'escape':
        if (char === '[') this.#state = 'csi';
        else if (']P^_X'.includes(char)) this.#state = 'string';
        else if ('()*+-./#% '.includes(char)) this.#state = 'charset';
        else this.#state = 'ground';
        return undefined;
      case 'csi':
        return this.#csi(char);
      case 'string':
        if (char === '\x1b') this.#state = 'string-escape';
        else if (char === '\x07') this.#state = 'ground';
        return undefined;
      case 'string-escape':
        this.#state = char === '\\' ? 'ground' : 'string';
        return undefined;
      default:
        this.#state = 'ground';
        return undefined;
    }
  }

  #csi(char: string): Csi | undefined {
    const code = char.charCodeAt(0);
    if (code < 0x40 || code > 0x7e) {
      // Parameters are short; whatever is longer is not one.
      if (code >= 0x20 && this.#body.length < 64) this.#body += char;
      return undefined;
    }
    this.#state = 'ground';
    if (!/^[\d;]*$/.test(this.#body)) return undefined;
    return { final: char, params: this.#body === '' ? [] : this.#body.split(';').map(Number) };
  }
}

/** The attributes that SGR switches, by the parameter that switches them on; off are 22 … 29. */
const OFF: Readonly<Record<number, readonly number[]>> = { 22: [1, 2], 23: [3], 24: [4], 27: [7], 29: [9] };
const ON = [1, 2, 3, 4, 7, 9];

/** What is switched on. */
export class PenState {
  #attributes: readonly number[] = [];
  #fore = '';
  #back = '';
  pen: Pen = PLAIN;

  /** Takes the parameters of an SGR sequence. */
  select(params: readonly number[]): void {
    const queue = params.length === 0 ? [0] : [...params];
    for (let code = queue.shift(); code !== undefined; code = queue.shift()) this.#one(code, queue);
    const colours = [this.#fore, this.#back].filter(Boolean).join(';');
    const attributes = this.#attributes.join(';');
    this.pen = colours === '' ? attributes : `${attributes}|${colours}`;
  }

  #one(code: number, rest: number[]): void {
    const off = OFF[code];
    if (code === 0) {
      this.#attributes = [];
      this.#fore = this.#back = '';
    } else if (ON.includes(code)) {
      this.#attributes = [...this.#attributes.filter((one) => one !== code), code].sort((a, b) => a - b);
    } else if (off !== undefined) {
      this.#attributes = this.#attributes.filter((one) => !off.includes(one));
    } else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) this.#fore = String(code);
    else if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107)) this.#back = String(code);
    else if (code === 39) this.#fore = '';
    else if (code === 49) this.#back = '';
    else if (code === 38 || code === 48) {
      const colour = [code, ...rest.splice(0, rest[0] === 5 ? 2 : 4)].join(';');
      if (code === 38) this.#fore = colour;
      else this.#back = colour;
    }
  }
}
