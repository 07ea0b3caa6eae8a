// Regular expressions in time linear in the text: a pattern somebody typed may match slowly, it may not hang.
// Parsed to a program of choices that is run for all choices at once (K. Thompson, CACM 11:6, 1968).
// Syntax: POSIX extended regular expressions (IEEE Std 1003.1 §9.4), each vendor's differences as options.

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

/** Most characters of a pattern, and most steps of its program. */
const PATTERN_MAX = 1_000;
const PROGRAM_MAX = 4_000;
const REPEAT_MAX = 255;
/** Most pieces written into a program: `(){255}{255}` has many, though they come to nothing. */
const PIECES_MAX = 50_000;

interface CharSet {
  readonly negated: boolean;
  /** Pairs: first and last code of a range. */
  readonly ranges: readonly number[];
}

type Piece =
  | { readonly kind: 'char'; readonly code: number }
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'begin' | 'end' | 'nothing' }
  | { readonly kind: 'sequence' | 'choice'; readonly of: readonly Piece[] }
  | { readonly kind: 'repeat'; readonly of: Piece; readonly least: number; readonly most: number };

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
const one = (char: string): Piece => ({ kind: 'char', code: code(char) });
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

/** One step of a program; `split` goes on at both places, `jump` at one. */
type Step =
  | { readonly op: 'char'; readonly code: number }
  | { readonly op: 'set'; readonly set: CharSet }
  | { readonly op: 'begin' | 'end' | 'match' }
  | { readonly op: 'split'; a: number; b: number };

interface Program {
  readonly steps: Step[];
  pieces: number;
}

const emit = (piece: Piece, program: Program): void => {
  const { steps } = program;
  if (steps.length > PROGRAM_MAX || program.pieces++ > PIECES_MAX) throw new Bad('long', 0);
  switch (piece.kind) {
    case 'nothing':
      return;
    case 'char':
      steps.push({ op: 'char', code: piece.code });
      return;
    case 'set':
      steps.push({ op: 'set', set: piece.set });
      return;
    case 'begin':
    case 'end':
      steps.push({ op: piece.kind });
      return;
    case 'sequence':
      for (const part of piece.of) emit(part, program);
      return;
    case 'choice':
      emitChoice(piece.of, program);
      return;
    case 'repeat':
      emitRepeat(piece.of, piece.least, piece.most, program);
      return;
  }
};

const emitChoice = (of: readonly Piece[], program: Program): void => {
  const { steps } = program;
  const ends: { b: number }[] = [];
  of.forEach((part, i) => {
    const last = i === of.length - 1;
    const split = { op: 'split' as const, a: steps.length + 1, b: 0 };
    if (!last) steps.push(split);
    emit(part, program);
    if (last) return;
    const jump = { op: 'split' as const, a: 0, b: 0 };
    steps.push(jump);
    ends.push(jump);
    split.b = steps.length;
  });
  for (const jump of ends) Object.assign(jump, { a: steps.length, b: steps.length });
};

const emitRepeat = (of: Piece, least: number, most: number, program: Program): void => {
  const { steps } = program;
  for (let i = 0; i < least; i++) emit(of, program);
  if (most === Infinity) {
    const at = steps.length;
    const split = { op: 'split' as const, a: at + 1, b: 0 };
    steps.push(split);
    emit(of, program);
    steps.push({ op: 'split', a: at, b: at });
    split.b = steps.length;
    return;
  }
  const splits: { b: number }[] = [];
  for (let i = least; i < most; i++) {
    const split = { op: 'split' as const, a: steps.length + 1, b: 0 };
    steps.push(split);
    splits.push(split);
    emit(of, program);
  }
  for (const split of splits) split.b = steps.length;
};

const has = ({ negated, ranges }: CharSet, char: number): boolean => {
  for (let i = 0; i < ranges.length; i += 2) {
    if (char >= (ranges[i] as number) && char <= (ranges[i + 1] as number)) return !negated;
  }
  return negated;
};

/** Runs a program over a text, for all choices at once. */
const run = (program: readonly Step[], text: string): boolean => {
  // When each step was last reached: `at + 1`, so that nothing is reached twice at one place.
  const reached = new Int32Array(program.length);
  let here: number[] = [];
  let next: number[] = [];
  const stack: number[] = [];
  /** Follows what takes no character from `start` on; true when that is the end of the program. */
  const follow = (start: number, at: number, into: number[]): boolean => {
    stack.push(start);
    for (let pc = stack.pop(); pc !== undefined; pc = stack.pop()) {
      if (reached[pc] === at + 1) continue;
      reached[pc] = at + 1;
      const step = program[pc] as Step;
      if (step.op === 'match') return true;
      if (step.op === 'split') stack.push(step.a, step.b);
      else if (step.op === 'begin' ? at === 0 : step.op === 'end' && at === text.length) stack.push(pc + 1);
      else if (step.op === 'char' || step.op === 'set') into.push(pc);
    }
    return false;
  };
  for (let at = 0; ; at++) {
    if (follow(0, at, here)) return true;
    if (at >= text.length) return false;
    const char = text.charCodeAt(at);
    for (const pc of here) {
      const step = program[pc] as Step;
      const fits = step.op === 'char' ? step.code === char : step.op === 'set' && has(step.set, char);
      if (fits && follow(pc + 1, at + 1, next)) return true;
    }
    [here, next] = [next, here];
    next.length = 0;
  }
};

/** The text a pattern is, when it is nothing but characters. */
const literal = (piece: Piece): string | undefined => {
  const of = piece.kind === 'sequence' ? piece.of : [piece];
  return of.every((part) => part.kind === 'char') ? String.fromCharCode(...of.map((part) => part.code)) : undefined;
};

/** Reads a pattern. */
export const compileRegex = (pattern: string, options: RegexOptions = {}): Result<Regex, RegexError> => {
  if (pattern === '') return err({ kind: 'empty', at: 0 });
  if (pattern.length > PATTERN_MAX) return err({ kind: 'long', at: PATTERN_MAX });
  const fold = options.ignoreCase ? lower : (text: string): string => text;
  const program: Program = { steps: [], pieces: 0 };
  try {
    const piece = new Parser(pattern, options).parse();
    const plain = literal(piece);
    if (plain !== undefined) return ok({ test: (text) => fold(text).includes(plain) });
    emit(piece, program);
  } catch (bad) {
    if (bad instanceof Bad) return err(bad.error);
    throw bad;
  }
  program.steps.push({ op: 'match' });
  return ok({ test: (text) => run(program.steps, fold(text)) });
};
