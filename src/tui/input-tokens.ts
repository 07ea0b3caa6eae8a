// What a terminal sends, taken apart: text, keys that arrive as escape sequences, pastes, the mouse wheel.
// ECMA-48 §5.4; xterm control sequences (ctlseqs: function keys, bracketed paste mode, SGR mouse mode 1006).

/** Every token carries the bytes it was made of: a router's console gets them untouched. */
export type Token =
  /** Characters and control characters, as many as came together. */
  | { readonly kind: 'text'; readonly raw: string }
  /** `up`, `f5`, `pgup`, `ctrl-left`, `alt-3`, `escape`; empty: a sequence without a name. */
  | { readonly kind: 'key'; readonly name: string; readonly raw: string }
  /** The program's own key. */
  | { readonly kind: 'prefix'; readonly raw: string }
  | { readonly kind: 'paste'; readonly text: string; readonly raw: string }
  /** -1: away from the reader, towards older lines. Where the pointer is, from 0. */
  | {
      readonly kind: 'wheel';
      readonly by: -1 | 1;
      readonly column: number;
      readonly row: number;
      readonly raw: string;
    }
  /** Another mouse report: nobody's. */
  | { readonly kind: 'mouse'; readonly raw: string };

const PASTE_BEGIN = '\x1b[200~';
const PASTE_END = '\x1b[201~';
const CSI = /\x1b\[(<?[0-?]*)[ -/]*([@-~])/y;
const LINUX_FUNCTION_KEY = /\x1b\[\[([A-E])/y;
const OLD_MOUSE = /\x1b\[M[\s\S]{3}/y;
const SS3 = /\x1bO([A-Za-z])/y;
const ALT = /\x1b([ -NP-Z\\-\x7f])/y;
/** What may still become one of those. */
const UNFINISHED = /\x1b(\[(<?[0-?]*[ -/]*|\[|M[\s\S]{0,2})|O)?$/y;

const LETTERS: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
  Z: 'shift-tab',
};
const NUMBERS: Readonly<Record<string, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'pgup',
  6: 'pgdn',
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

/** xterm's modifier parameter: 1 + shift 1, alt 2, ctrl 4. */
function modifiers(param: string | undefined): string {
  const bits = Number(param ?? '1') - 1;
  if (!(bits > 0)) return '';
  return `${bits & 4 ? 'ctrl-' : ''}${bits & 2 ? 'alt-' : ''}${bits & 1 ? 'shift-' : ''}`;
}

function csiToken(raw: string, params: string, final: string): Token {
  if (params.startsWith('<')) {
    const [button, column, row] = params.slice(1).split(';').map(Number) as [number, number?, number?];
    // 64 and 65, with the modifiers' bits 4, 8, 16 in between.
    const wheel = (button & ~0b11100) === 64 ? -1 : (button & ~0b11100) === 65 ? 1 : undefined;
    return wheel !== undefined && final === 'M'
      ? { kind: 'wheel', by: wheel, column: (column ?? 1) - 1, row: (row ?? 1) - 1, raw }
      : { kind: 'mouse', raw };
  }
  const [first, second] = params.split(';');
  const name = final === '~' ? NUMBERS[first ?? ''] : LETTERS[final];
  return { kind: 'key', name: name === undefined ? '' : modifiers(second) + name, raw };
}

/** The sequence that begins with the ESC at `at`; undefined when it is none. */
function sequence(data: string, at: number): Token | undefined {
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(data);
  };
  const linux = match(LINUX_FUNCTION_KEY);
  if (linux) return { kind: 'key', name: `f${'ABCDE'.indexOf(linux[1] as string) + 1}`, raw: linux[0] };
  const mouse = match(OLD_MOUSE);
  if (mouse) return { kind: 'mouse', raw: mouse[0] };
  const csi = match(CSI);
  if (csi) return csiToken(csi[0], csi[1] as string, csi[2] as string);
  const ss3 = match(SS3);
  if (ss3) return { kind: 'key', name: LETTERS[ss3[1] as string] ?? '', raw: ss3[0] };
  const alt = match(ALT);
  if (alt) return { kind: 'key', name: `alt-${keyName(alt[1] as string)}`, raw: alt[0] };
  return undefined;
}

/** The name of a key that arrives as one character. */
export function keyName(char: string): string {
  const code = char.charCodeAt(0);
  if (code === 0x0d || code === 0x0a) return 'enter';
  if (code === 0x09) return 'tab';
  if (code === 0x08 || code === 0x7f) return 'backspace';
  if (code === 0x1b) return 'escape';
  if (code === 0x20) return 'space';
  return code < 0x20 ? `ctrl-${String.fromCharCode(code + 0x40).toLowerCase()}` : char;
}

/** Takes input apart, cut anywhere. What may be the beginning of a sequence waits for more, or for `flush`. */
export class InputTokens {
  #held = '';
  /** Bytes of an unfinished paste. */
  #paste: string | undefined = undefined;
  readonly #prefix: string;

  /** `prefix`: the one control character that is the program's. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** Something waits for more. */
  get pending(): 'nothing' | 'sequence' | 'paste' {
    if (this.#paste !== undefined) return 'paste';
    return this.#held === '' ? 'nothing' : 'sequence';
  }

  push(chunk: string): Token[] {
    const tokens: Token[] = [];
    let data = this.#held + chunk;
    this.#held = '';
    while (data !== '') data = this.#paste === undefined ? this.#keys(data, tokens) : this.#pasted(data, tokens);
    return tokens;
  }

  /** Nothing more came for a while: what waits is what it is. */
  flush(): Token[] {
    const held = this.#held;
    const paste = this.#paste;
    this.#held = '';
    this.#paste = undefined;
    if (paste !== undefined) return [{ kind: 'paste', text: paste, raw: `${PASTE_BEGIN}${paste}${PASTE_END}` }];
    if (held === '') return [];
    return [{ kind: 'key', name: held === '\x1b' ? 'escape' : '', raw: held }];
  }

  /** Up to a paste or the end; gives what is left. */
  #keys(data: string, tokens: Token[]): string {
    let from = 0;
    const text = (to: number): void => {
      if (to > from) tokens.push({ kind: 'text', raw: data.slice(from, to) });
    };
    for (let at = 0; at < data.length; ) {
      const char = data[at];
      if (char === this.#prefix) {
        text(at);
        tokens.push({ kind: 'prefix', raw: this.#prefix });
        from = ++at;
      } else if (char !== '\x1b') at++;
      else {
        text(at);
        from = at;
        if (data.startsWith(PASTE_BEGIN, at)) {
          this.#paste = '';
          return data.slice(at + PASTE_BEGIN.length);
        }
        UNFINISHED.lastIndex = at;
        if (UNFINISHED.test(data)) {
          this.#held = data.slice(at);
          return '';
        }
        const token = sequence(data, at);
        tokens.push(token ?? { kind: 'key', name: 'escape', raw: '\x1b' });
        at += token?.raw.length ?? 1;
        from = at;
      }
    }
    text(data.length);
    return '';
  }

  #pasted(data: string, tokens: Token[]): string {
    const before = this.#paste as string;
    const all = before + data;
    const end = all.indexOf(PASTE_END, Math.max(0, before.length - PASTE_END.length));
    if (end < 0) {
      this.#paste = all;
      return '';
    }
    this.#paste = undefined;
    const text = all.slice(0, end);
    tokens.push({ kind: 'paste', text, raw: `${PASTE_BEGIN}${text}${PASTE_END}` });
    return all.slice(end + PASTE_END.length);
  }
}
