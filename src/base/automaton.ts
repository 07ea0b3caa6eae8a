// Patterns over sequences of symbols (characters of a text, ASs of a path), in time linear in the sequence: a program of
// choices that is run for all choices at once.                               K. Thompson, CACM 11:6, 1968

import { never } from './must.ts';

/** Most steps of a program. */
const PROGRAM_MAX = 4_000;
/** Most pieces written into a program: `(){255}{255}` has many, though they come to nothing. */
const PIECES_MAX = 50_000;

export interface SymbolSet {
  readonly negated: boolean;
  /** Pairs: first and last of a range. */
  readonly ranges: readonly number[];
}

/** A pattern over symbols: numbers, of characters or of anything else. */
export type Piece =
  | { readonly kind: 'symbol'; readonly code: number }
  | { readonly kind: 'set'; readonly set: SymbolSet }
  | { readonly kind: 'begin' | 'end' | 'nothing' }
  | { readonly kind: 'sequence' | 'choice'; readonly of: readonly Piece[] }
  | { readonly kind: 'repeat'; readonly of: Piece; readonly least: number; readonly most: number };

/** Says whether some part of a sequence fits. */
export interface Automaton {
  test(length: number, symbolAt: (at: number) => number): boolean;
}

/** Thrown while a program is written, and caught where that began. */
const TOO_LONG: unique symbol = Symbol('too long');

/** One step of a program; `split` goes on at both places, `jump` at one. */
type Step =
  | { readonly op: 'symbol'; readonly code: number }
  | { readonly op: 'set'; readonly set: SymbolSet }
  | { readonly op: 'begin' | 'end' | 'match' }
  | { readonly op: 'split'; a: number; b: number };

interface Program {
  readonly steps: Step[];
  pieces: number;
}

const emit = (piece: Piece, program: Program): void => {
  const { steps } = program;
  if (steps.length > PROGRAM_MAX || program.pieces++ > PIECES_MAX) throw TOO_LONG;
  switch (piece.kind) {
    case 'nothing':
      return;
    case 'symbol':
      steps.push({ op: 'symbol', code: piece.code });
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
    default:
      never(piece);
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

const has = ({ negated, ranges }: SymbolSet, symbol: number): boolean => {
  for (let i = 0; i < ranges.length; i += 2) {
    if (symbol >= (ranges[i] as number) && symbol <= (ranges[i + 1] as number)) return !negated;
  }
  return negated;
};

/** Runs a program over symbols, for all choices at once. */
const run = (program: readonly Step[], length: number, symbolAt: (at: number) => number): boolean => {
  // When each step was last reached: `at + 1`, so that nothing is reached twice at one place.
  const reached = new Int32Array(program.length);
  let here: number[] = [];
  let next: number[] = [];
  const stack: number[] = [];
  /** Follows what takes no symbol from `start` on; true when that is the end of the program. */
  const follow = (start: number, at: number, into: number[]): boolean => {
    stack.push(start);
    for (let pc = stack.pop(); pc !== undefined; pc = stack.pop()) {
      if (reached[pc] === at + 1) continue;
      reached[pc] = at + 1;
      const step = program[pc] as Step;
      if (step.op === 'match') return true;
      if (step.op === 'split') stack.push(step.a, step.b);
      else if (step.op === 'begin' ? at === 0 : step.op === 'end' && at === length) stack.push(pc + 1);
      else if (step.op === 'symbol' || step.op === 'set') into.push(pc);
    }
    return false;
  };
  for (let at = 0; ; at++) {
    if (follow(0, at, here)) return true;
    if (at >= length) return false;
    const symbol = symbolAt(at);
    for (const pc of here) {
      const step = program[pc] as Step;
      const fits = step.op === 'symbol' ? step.code === symbol : step.op === 'set' && has(step.set, symbol);
      if (fits && follow(pc + 1, at + 1, next)) return true;
    }
    [here, next] = [next, here];
    next.length = 0;
  }
};

/** Undefined: it would be too long. */
export function automaton(piece: Piece): Automaton | undefined {
  const program: Program = { steps: [], pieces: 0 };
  try {
    emit(piece, program);
  } catch (bad) {
    if (bad === TOO_LONG) return undefined;
    throw bad;
  }
  program.steps.push({ op: 'match' });
  return { test: (length, symbolAt) => run(program.steps, length, symbolAt) };
}
