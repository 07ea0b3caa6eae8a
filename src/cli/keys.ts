// Keys: terminal text in, names of keys out; it may be cut anywhere, and no timer decides what a lone ESC is.
// Sequences: ECMA-48 §5.4 (control sequences), xterm "Control Sequences", PC-style function keys.

const ESC = 0x1b;
/** Longest control sequence that is waited for; what is longer is noise. */
const SEQUENCE_MAX = 32;

/** Names of the control characters; `''` stands for one that is no key. Ctrl-Shift-6 sends 1e. */
const CONTROL: readonly string[] = [
  '',
  ...[...'abcdefghijklmnopqrstuvwxyz'].map((letter) => `ctrl-${letter}`),
  'esc',
  'ctrl-\\',
  'ctrl-]',
  'ctrl-^',
  'ctrl-_',
].map((name) => ({ 'ctrl-h': 'backspace', 'ctrl-i': 'tab', 'ctrl-j': 'enter', 'ctrl-m': 'enter' })[name] ?? name);

/** Last character of `ESC [ …` or `ESC O …`. */
const FINAL: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
  Z: 'shift-tab',
};
/** Number of `ESC [ n ~`. 200 and 201 bracket a paste: its text counts as typed, the brackets are no keys. */
const NUMBERED: Readonly<Record<string, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'page-up',
  6: 'page-down',
  7: 'home',
  8: 'end',
  11: 'f1',
  12: 'f2',
  13: 'f3',
  14: 'f4',
  15: 'f5',
  17: 'f6',
  18: 'f7',
  19: 'f8',
  20: 'f9',
  21: 'f10',
  23: 'f11',
  24: 'f12',
};

/** What stood at a place of the text: how long it is, and the key if it is one. */
interface Found {
  readonly length: number;
  readonly key?: string;
}

/** `ESC [ parameters final`; the parameters' second number says which of Shift, Alt, Ctrl were held. */
const sequenceKey = (parameters: string, final: string): string | undefined => {
  const [first = '', second = '1'] = parameters.split(';');
  const plain = parameters === '' || (first === '1' && parameters.includes(';'));
  const name = final === '~' ? NUMBERED[first] : plain ? FINAL[final] : undefined;
  if (name === undefined) return undefined;
  const held = Number(second) - 1;
  return `${held & 4 ? 'ctrl-' : ''}${held & 2 ? 'esc-' : ''}${held & 1 ? 'shift-' : ''}${name}`;
};

/** A control sequence, from behind its `ESC [`. Undefined: not all of it is here yet. */
const controlSequence = (text: string, at: number): Found | undefined => {
  // The Linux console's F1 to F5: ESC [ [ A.
  if (text[at + 2] === '[') {
    const letter = text[at + 3];
    if (letter === undefined) return undefined;
    const number = 'ABCDE'.indexOf(letter) + 1;
    return number > 0 ? { length: 4, key: `f${number}` } : { length: 3 };
  }
  for (let i = at + 2; i < at + SEQUENCE_MAX; i++) {
    if (i >= text.length) return undefined;
    const code = text.charCodeAt(i);
    if (code >= 0x40 && code <= 0x7e) {
      const key = sequenceKey(text.slice(at + 2, i), text[i] as string);
      return key === undefined ? { length: i + 1 - at } : { length: i + 1 - at, key };
    }
    if (code < 0x20 || code > 0x3f) return { length: i - at };
  }
  return { length: SEQUENCE_MAX };
};

/** What an ESC at `at` begins. Undefined: the next byte decides, and it is not here yet. */
const escapeKey = (text: string, at: number): Found | undefined => {
  if (at + 1 >= text.length) return undefined;
  const code = text.charCodeAt(at + 1);
  const next = text[at + 1] as string;
  if (next === '[') return controlSequence(text, at);
  if (next === 'O') {
    const final = text[at + 2];
    if (final === undefined) return undefined;
    if (final === 'M') return { length: 3, key: 'enter' };
    const key = FINAL[final];
    return key === undefined ? { length: 2, key: 'esc-O' } : { length: 3, key };
  }
  if (code === 0x08 || code === 0x7f) return { length: 2, key: 'esc-backspace' };
  if (code > 0x20 && code < 0x7f) return { length: 2, key: `esc-${next}` };
  if (code === 0x20) return { length: 2, key: 'esc-space' };
  return { length: 1, key: 'esc' };
};

/** A character that is no control character. Undefined: half a character, the rest is not here yet. */
const character = (text: string, at: number): Found | undefined => {
  const code = text.charCodeAt(at);
  if (code === 0x20) return { length: 1, key: 'space' };
  if (code === 0x7f) return { length: 1, key: 'backspace' };
  if (code < 0xa0 && code > 0x7f) return { length: 1 };
  if (code < 0xd800 || code > 0xdfff) return { length: 1, key: text[at] as string };
  if (code < 0xdc00 && at + 1 >= text.length) return undefined;
  const point = text.codePointAt(at) as number;
  return point > 0xffff ? { length: 2, key: String.fromCodePoint(point) } : { length: 1, key: '\ufffd' };
};

/** Turns what a terminal sends into keys, in order. */
export class KeyReader {
  /** An escape sequence or half a character whose rest has not come. */
  #held = '';
  /** The last was a CR: an LF right behind it belongs to it. */
  #afterReturn = false;

  /** Something is held back until more comes, or `flush`. */
  get pending(): boolean {
    return this.#held !== '';
  }

  /** The keys in `text`, by name; a printable character is its own name, but for `space`. */
  push(text: string): string[] {
    const all = this.#held + text;
    const keys: string[] = [];
    let at = 0;
    this.#held = '';
    while (at < all.length) {
      const code = all.charCodeAt(at);
      if (code < 0x20 && code !== ESC) {
        at++;
        const repeated = code === 0x0a && this.#afterReturn;
        this.#afterReturn = code === 0x0d;
        if (code !== 0 && !repeated) keys.push(CONTROL[code] as string);
        continue;
      }
      this.#afterReturn = false;
      const found = code === ESC ? escapeKey(all, at) : character(all, at);
      if (found === undefined) {
        this.#held = all.slice(at);
        break;
      }
      if (found.key !== undefined) keys.push(found.key);
      at += found.length;
    }
    return keys;
  }

  /** What was held back, taken for what it is: a lone ESC is the key of that name. */
  flush(): string[] {
    const held = this.#held;
    this.#held = '';
    if (held === '') return [];
    if (held.charCodeAt(0) !== ESC) return ['\ufffd'];
    return held === '\x1b' ? ['esc'] : [`esc-${held[1]}`, ...this.push(held.slice(2))];
  }
}

/** What a script may call a key, beside the names that `KeyReader` gives. */
const ALIASES: Readonly<Record<string, string>> = {
  'ctrl-shift-6': '\x1e',
  'ctrl-h': '\x08',
  'ctrl-i': '\t',
  'ctrl-j': '\n',
  'ctrl-m': '\r',
  escape: '\x1b',
  return: '\r',
  space: ' ',
  backspace: '\x7f',
  tab: '\t',
  enter: '\r',
  pgup: '\x1b[5~',
  pgdn: '\x1b[6~',
};

const BYTES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(NUMBERED).map(([number, name]) => [name, `\x1b[${number}~`] as const),
  ...Object.entries(FINAL).map(([final, name]) => [name, `\x1b${'PQRS'.includes(final) ? 'O' : '['}${final}`] as const),
  ...CONTROL.map((name, code) => [name, String.fromCharCode(code)] as const).slice(1),
  ...Object.entries(ALIASES),
]);

/** What a terminal sends for a key; undefined when there is no such key. `keyBytes('up')` is `ESC [ A`. */
export const keyBytes = (name: string): string | undefined => {
  const bytes = BYTES.get(name);
  if (bytes !== undefined) return bytes;
  if (name.startsWith('esc-')) {
    const rest = keyBytes(name.slice(4));
    return rest?.length === 1 ? `\x1b${rest}` : undefined;
  }
  return [...name].length === 1 && name >= ' ' ? name : undefined;
};

/** Characters that take no column or two (Unicode 15, East Asian Width W and F; roughly, by block). */
const ODD_WIDTH =
  /[\p{M}\p{Cf}\p{Emoji_Presentation}\u1100-\u115f\u2028\u2029\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/**
 * What a key inserts; undefined when it cannot be printed. A router's line editor counts one column a character: what
 * would take none or two becomes `?`.
 */
export const keyText = (key: string): string | undefined => {
  if (key.length === 1) return key < '\x7f' || !ODD_WIDTH.test(key) ? key : '?';
  if (key === 'space') return ' ';
  return key.length === 2 && key >= '\ud800' && key < '\udc00' ? '?' : undefined;
};
