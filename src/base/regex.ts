// Regular expressions in time linear in the text: a pattern somebody typed may match slowly, it may not hang.
// Syntax: POSIX extended regular expressions (IEEE Std 1003.1 §9.4), each vendor's differences as options.

import { automaton, type Piece } from './automaton.ts';
import { err, ok, type Result } from './result.ts';

export interface RegexOptions {
  /** ASCII letters match in either case. */
  readonly ignoreCase?: boolean;
  /** `{2,3}` repeats; otherwise braces are characters. */
  readonly intervals?: boolean;
  /** Inside brackets a backslash makes the next character one of the set. */
  readonly bracketEscapes?: boolean;
  /** `_` is any of `,{}() `, or the beginning or the end (AS paths); `or-itself`: or an underscore. */
  readonly underscore?: 'delimiter' | 'or-itself';
}

export interface Regex {
  /** Does some part of the text match? */
  test(text: string): boolean;
}

export interface RegexError {
  readonly kind: 'empty' | 'parenthesis' | 'bracket' | 'range' | 'repeat' | 'backslash' | 'long';
  /** Where in the pattern. */
  readonly at: number;
}

/** Most characters of a pattern. */
const PATTERN_MAX = 1_000;
const REPEAT_MAX = 255;

/** Thrown inside the parser only; `compileRegex` turns it into a value. */
class Bad {
  readonly error: RegexError;
  constructor(kind: RegexError['kind'], at: number) {
    this.error = { kind, at };
  }
}

const NOTHING: Piece = { kind: 'nothing' };
const ANY: Piece = { kind: 'set', set: { negated: true, ranges: [] } };
const code = (char: string): number => char.charCodeAt(0);
const one = (char: string): Piece => ({ kind: 'symbol', code: code(char) });
const delimiter = (chars: string): Piece => ({
  kind: 'choice',
  of: [{ kind: 'begin' }, { kind: 'end' }, { kind: 'set', set: { negated: false, ranges: spans(chars) } }],
});
/** Character classes, `[[:digit:]]`. */
const CLASSES: Readonly<Record<string, readonly number[]>> = {
  alnum: spans('09AZaz'),
  alpha: spans('AZaz'),
  blank: spans('  \t\t'),
  cntrl: spans('\0\x1f\x7f\x7f'),
  digit: spans('09'),
  graph: spans('!~'),
  lower: spans('az'),
  print: spans(' ~'),
  punct: spans('!/:@[`{~'),
  space: spans('  \t\r'),
  upper: spans('AZ'),
  xdigit: spans('09AFaf'),
};

function spans(text: string): readonly number[] {
  return [...text].map(code);
}

/** The letters of a range in lower case too: texts are compared in lower case. */
const bothCases = (ranges: readonly number[]): readonly number[] => {
  const all = [...ranges];
  for (let i = 0; i < ranges.length; i += 2) {
    const first = Math.max(ranges[i] as number, code('A'));
    const last = Math.min(ranges[i + 1] as number, code('Z'));
    if (first <= last) all.push(first + 32, last + 32);
  }
  return all;
};

class Parser {
  readonly #text: string;
  readonly #options: RegexOptions;
  #at = 0;

  constructor(text: string, options: RegexOptions) {
    this.#text = text;
    this.#options = options;
  }

  parse(): Piece {
    const piece = this.#choice();
    if (this.#at < this.#text.length) throw new Bad('parenthesis', this.#at);
    return piece;
  }

  #choice(): Piece {
    const of = [this.#sequence()];
    while (this.#text[this.#at] === '|') {
      this.#at++;
      of.push(this.#sequence());
    }
    return of.length === 1 ? (of[0] as Piece) : { kind: 'choice', of };
  }

  #sequence(): Piece {
    const of: Piece[] = [];
    for (let char = this.#text[this.#at]; char !== undefined && char !== '|' && char !== ')'; ) {
      of.push(this.#repeated(this.#atom(char)));
      char = this.#text[this.#at];
    }
    return of.length === 0 ? NOTHING : { kind: 'sequence', of };
  }

  #repeated(atom: Piece): Piece {
    let piece = atom;
    for (;;) {
      const char = this.#text[this.#at] ?? '';
      if (char === '{' && this.#options.intervals) piece = this.#interval(piece);
      else if (char === '*' || char === '+' || char === '?') {
        this.#at++;
        piece = { kind: 'repeat', of: piece, least: char === '+' ? 1 : 0, most: char === '?' ? 1 : Infinity };
      } else return piece;
    }
  }

  #interval(of: Piece): Piece {
    const found = /^\{(\d{1,3})(,(\d{0,3}))?\}/.exec(this.#text.slice(this.#at));
    const least = Number(found?.[1]);
    const most = found?.[2] === undefined ? least : found[3] === '' ? Infinity : Number(found[3]);
    if (found === null || least > most || least > REPEAT_MAX || (most > REPEAT_MAX && most !== Infinity)) {
      throw new Bad('repeat', this.#at);
    }
    this.#at += found[0].length;
    return { kind: 'repeat', of, least, most };
  }

  #atom(char: string): Piece {
    const at = this.#at++;
    switch (char) {
      case '.':
        return ANY;
      case '^':
        return { kind: 'begin' };
      case '$':
        return { kind: 'end' };
      case '[':
        return this.#set();
      case '(': {
        const inner = this.#choice();
        if (this.#text[this.#at] !== ')') throw new Bad('parenthesis', at);
        this.#at++;
        return inner;
      }
      case '*':
      case '+':
      case '?':
        throw new Bad('repeat', at);
      case '{':
        if (this.#options.intervals) throw new Bad('repeat', at);
        return one(char);
      case '_':
        if (this.#options.underscore === undefined) return one(char);
        return delimiter(this.#options.underscore === 'delimiter' ? ',,{{}}(())  ' : ',,{{}}(())  __');
      case '\\':
        if (this.#at >= this.#text.length) throw new Bad('backslash', at);
        return this.#literal(this.#text[this.#at++] as string);
      default:
        return this.#literal(char);
    }
  }

  #literal(char: string): Piece {
    return one(this.#options.ignoreCase ? lower(char) : char);
  }

  #set(): Piece {
    const start = this.#at;
    const negated = this.#text[this.#at] === '^';
    if (negated) this.#at++;
    const ranges: number[] = [];
    for (let first = true; first || this.#text[this.#at] !== ']'; first = false) {
      const named = /^\[:(\w+):\]/.exec(this.#text.slice(this.#at, this.#at + 12));
      if (named !== null) {
        const known = CLASSES[named[1] as string];
        if (known === undefined) throw new Bad('bracket', this.#at);
        this.#at += named[0].length;
        ranges.push(...known);
        continue;
      }
      const from = this.#member(start);
      const dash = this.#text[this.#at] === '-' && this.#text[this.#at + 1] !== ']';
      if (dash) this.#at++;
      const to = dash ? this.#member(start) : from;
      if (to < from) throw new Bad('range', this.#at - 1);
      ranges.push(from, to);
    }
    this.#at++;
    return { kind: 'set', set: { negated, ranges: this.#options.ignoreCase ? bothCases(ranges) : ranges } };
  }

  #member(start: number): number {
    if (this.#options.bracketEscapes && this.#text[this.#at] === '\\') this.#at++;
    const char = this.#text[this.#at++];
    if (char === undefined) throw new Bad('bracket', start - 1);
    return code(char);
  }
}

const lower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** The text a pattern is, when it is nothing but characters. */
const literal = (piece: Piece): string | undefined => {
  const of = piece.kind === 'sequence' ? piece.of : [piece];
  return of.every((part) => part.kind === 'symbol') ? String.fromCharCode(...of.map((part) => part.code)) : undefined;
};

/** Reads a pattern. */
export const compileRegex = (pattern: string, options: RegexOptions = {}): Result<Regex, RegexError> => {
  if (pattern === '') return err({ kind: 'empty', at: 0 });
  if (pattern.length > PATTERN_MAX) return err({ kind: 'long', at: PATTERN_MAX });
  const fold = options.ignoreCase ? lower : (text: string): string => text;
  let piece: Piece;
  try {
    piece = new Parser(pattern, options).parse();
  } catch (bad) {
    if (bad instanceof Bad) return err(bad.error);
    throw bad;
  }
  const plain = literal(piece);
  if (plain !== undefined) return ok({ test: (text) => fold(text).includes(plain) });
  const machine = automaton(piece);
  if (!machine) return err({ kind: 'long', at: 0 });
  return ok({
    test: (text) => {
      const folded = fold(text);
      return machine.test(folded.length, (at) => folded.charCodeAt(at));
    },
  });
};
