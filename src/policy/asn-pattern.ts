// Regular expressions over the ASs of a path: each AS is one symbol.
// Source: Junos OS Routing Policies, "Understanding AS Path Regular Expressions for Use as Routing Policy Match Conditions":
// terms are an AS, a range, `.`, a set in brackets or a group in parentheses; `{m,n}`, `*`, `+`, `?` repeat the term before;
// `|` is either; the whole path must fit, and `()` is the empty one.

import { automaton, type Piece } from '../base/automaton.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { AsPath } from '../route/as-path.ts';
import { parseAsn } from '../route/extended.ts';

export interface AsnPatternError {
  readonly kind: 'number' | 'parenthesis' | 'bracket' | 'range' | 'repeat' | 'long';
  /** Where in the pattern. */
  readonly at: number;
}

class Bad {
  readonly error: AsnPatternError;
  constructor(kind: AsnPatternError['kind'], at: number) {
    this.error = { kind, at };
  }
}

const NOTHING: Piece = { kind: 'nothing' };
const ANY: Piece = { kind: 'set', set: { negated: true, ranges: [] } };
const REPEAT_MAX = 255;

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): Piece {
    const of = this.#choice();
    if (this.#at < this.#text.length) throw new Bad('parenthesis', this.#at);
    return { kind: 'sequence', of: [{ kind: 'begin' }, of, { kind: 'end' }] };
  }

  /** The next character that is not a blank; '' at the end. */
  #peek(): string {
    while (this.#text[this.#at] === ' ') this.#at++;
    return this.#text[this.#at] ?? '';
  }

  #choice(): Piece {
    const of = [this.#sequence()];
    while (this.#peek() === '|') {
      this.#at++;
      of.push(this.#sequence());
    }
    return of.length === 1 ? (of[0] as Piece) : { kind: 'choice', of };
  }

  #sequence(): Piece {
    const of: Piece[] = [];
    for (let char = this.#peek(); char !== '' && char !== '|' && char !== ')'; char = this.#peek()) {
      of.push(this.#repeated(this.#term(char)));
    }
    return of.length === 0 ? NOTHING : { kind: 'sequence', of };
  }

  #repeated(term: Piece): Piece {
    let of = term;
    for (;;) {
      const char = this.#peek();
      if (char === '{') of = this.#interval(of);
      else if (char === '*' || char === '+' || char === '?') {
        this.#at++;
        of = { kind: 'repeat', of, least: char === '+' ? 1 : 0, most: char === '?' ? 1 : Infinity };
      } else return of;
    }
  }

  #interval(of: Piece): Piece {
    const found = /^\{ *(\d{1,3}) *(, *(\d{0,3}) *)?\}/.exec(this.#text.slice(this.#at));
    const least = Number(found?.[1]);
    const most = found?.[2] === undefined ? least : found[3] === '' ? Infinity : Number(found[3]);
    if (found === null || least > most || least > REPEAT_MAX || (most > REPEAT_MAX && most !== Infinity))
      throw new Bad('repeat', this.#at);
    this.#at += found[0].length;
    return { kind: 'repeat', of, least, most };
  }

  #term(char: string): Piece {
    const at = this.#at;
    switch (char) {
      case '.':
        this.#at++;
        return ANY;
      case '^':
        this.#at++;
        return { kind: 'begin' };
      case '$':
        this.#at++;
        return { kind: 'end' };
      case '(': {
        this.#at++;
        const inner = this.#choice();
        if (this.#peek() !== ')') throw new Bad('parenthesis', at);
        this.#at++;
        return inner;
      }
      case '[':
        return this.#set();
      default:
        return { kind: 'set', set: { negated: false, ranges: this.#range() } };
    }
  }

  #set(): Piece {
    const at = this.#at++;
    const negated = this.#peek() === '^';
    if (negated) this.#at++;
    const ranges: number[] = [];
    while (this.#peek() !== ']') {
      if (this.#at >= this.#text.length) throw new Bad('bracket', at);
      ranges.push(...this.#range());
    }
    this.#at++;
    return { kind: 'set', set: { negated, ranges } };
  }

  /** One AS, or all from one to another. */
  #range(): readonly [number, number] {
    const at = this.#at;
    const first = this.#asn();
    if (this.#peek() !== '-') return [first, first];
    this.#at++;
    this.#peek();
    const last = this.#asn();
    if (last < first) throw new Bad('range', at);
    return [first, last];
  }

  /** Plain or dotted; a dot that no digit follows is the next term. */
  #asn(): number {
    const found = /^\d{1,10}(\.\d{1,5})?/.exec(this.#text.slice(this.#at));
    const asn = found ? parseAsn(found[0]) : undefined;
    if (!found || asn === undefined) throw new Bad('number', this.#at);
    this.#at += found[0].length;
    return asn;
  }
}

/** All ASs of a path behind each other, those of sets too. */
const numbersOf = (path: AsPath): readonly number[] =>
  path.length === 1 ? (path[0]?.asns ?? []) : path.flatMap(({ asns }) => asns);

/** Reads a pattern. */
export function asnPattern(pattern: string): Result<(path: AsPath) => boolean, AsnPatternError> {
  if (pattern.length > 1_000) return err({ kind: 'long', at: 1_000 });
  try {
    const machine = automaton(new Parser(pattern).parse());
    if (!machine) return err({ kind: 'long', at: 0 });
    return ok((path) => {
      const numbers = numbersOf(path);
      return machine.test(numbers.length, (at) => numbers[at] as number);
    });
  } catch (bad) {
    if (bad instanceof Bad) return err(bad.error);
    throw bad;
  }
}
