// A line walked through a grammar: which points of which sentences it can have come to, and where it broke.

import { must } from '../base/must.ts';
import { typeOf } from './arg-types.ts';
import {
  type ArgGroup,
  goodForKeywords,
  grammarOf,
  type Keyword,
  keywordsFrom,
  markOf,
  type State,
  type StateSet,
} from './grammar.ts';
import type { ArgType, CommandSpec, Live, MatchError, Reading, Token } from './spec.ts';

export type Types = Readonly<Record<string, ArgType>>;

/** How a line is read. */
export interface WalkOptions {
  /** A line leads through blocks, and leaf statements of one block may follow each other (Junos `set`). */
  readonly path: boolean;
  /** Letters must agree in size too. */
  readonly exactCase: boolean;
  /** `<ge-*>` is a value of any type (Junos groups). */
  readonly wildcards: boolean;
  /** The word at the cursor, when the question is what may stand there; the line is what comes before it. */
  readonly cursor: Token | undefined;
}

/** How a point was come to from the one before. */
export type Taken =
  | { readonly kind: 'word'; readonly keyword: Keyword }
  | { readonly kind: 'values'; readonly group: ArgGroup; readonly values: readonly string[] }
  /** Into the block of the sentence that ended, or (a leaf) to the next statement of the same block. */
  | { readonly kind: 'enter'; readonly end: State }
  | { readonly kind: 'next'; readonly end: State };

/** A point that the line can have come to. */
export interface Point {
  readonly set: StateSet;
  readonly from: Point | undefined;
  readonly taken: Taken | undefined;
  /** The widths of the values taken, in order: smaller is a better reading. */
  readonly cost: readonly number[];
  /** Words of the current sentence so far. */
  readonly depth: number;
}

/** A value that is being typed where the line ends. */
export interface OpenValue {
  readonly point: Point;
  readonly group: ArgGroup;
  /** Token at which the value begins. */
  readonly at: number;
  /** Inside `[ … ]`: values so far. */
  readonly list?: readonly string[];
}

export interface Walk {
  /** Points at the end of the line, best first. */
  readonly points: readonly Point[];
  readonly open: readonly OpenValue[];
  /** Where it broke, if it did. */
  readonly error: MatchError;
}

/** Walks the tokens from the start of the sentences of one place. */
export function walk(
  specs: readonly CommandSpec[],
  tokens: readonly Token[],
  types: Types,
  live: Live,
  options: WalkOptions,
): Walk {
  const walker = new Walker(tokens, types, live, options);
  walker.start(specs);
  for (let at = 0; at < tokens.length && walker.alive(at); at++) walker.step(at);
  return walker.finish();
}

class Walker {
  readonly #tokens: readonly Token[];
  readonly #types: Types;
  readonly #live: Live;
  readonly #options: WalkOptions;
  /** By token. */
  readonly #points: Point[][] = [];
  readonly #open: OpenValue[] = [];
  #error: MatchError = { kind: 'incomplete' };
  /** Token of the error: the farthest counts. */
  #broken = -1;
  /** A value lacks its further words. */
  #unfinished = false;

  constructor(tokens: readonly Token[], types: Types, live: Live, options: WalkOptions) {
    this.#tokens = tokens;
    this.#types = types;
    this.#live = live;
    this.#options = options;
  }

  start(specs: readonly CommandSpec[]): void {
    const set = grammarOf(specs).initial;
    this.#points[0] = [{ set, from: undefined, taken: undefined, cost: [], depth: 0 }];
  }

  /** Something of the line may still be read from this token on. */
  alive(at: number): boolean {
    return at < this.#points.length;
  }

  step(at: number): void {
    const points = this.#settle(at);
    const token = this.#tokens[at] as Token;
    if (points.length === 0) return;
    const words = token.quoted ? 'none' : this.#words(points, token, at);
    if (words === 'none') this.#values(points, token, at);
  }

  finish(): Walk {
    const points = this.#settle(this.#tokens.length);
    const alive = points.length > 0 || this.#unfinished || this.#open.some(({ list }) => list);
    return { points, open: this.#open, error: alive ? { kind: 'incomplete' } : this.#error };
  }

  /** The points at a token: equal ones once, best first; in a path also those behind a finished statement. */
  #settle(at: number): readonly Point[] {
    const arrived = this.#points[at] ?? [];
    if (arrived.length === 0) return arrived;
    if (arrived.length > 1) arrived.sort(byCost);
    const ends = arrived.some((point) => point.depth > 0 && point.set.ends.length > 0);
    // Nearly always one point, and nothing behind it.
    if (arrived.length === 1 && !(this.#options.path && ends)) return arrived;
    const seen = new Set<StateSet>();
    const settled: Point[] = [];
    for (const point of arrived) {
      if (seen.has(point.set)) continue;
      seen.add(point.set);
      settled.push(point);
    }
    if (!this.#options.path || !ends) return settled;
    for (const point of [...settled]) {
      if (point.depth === 0) continue;
      for (const end of point.set.ends) {
        const inner = end.spec.container;
        const set = inner ? grammarOf(end.spec.children).initial : point.set.grammar.initial;
        if (seen.has(set)) continue;
        seen.add(set);
        const taken: Taken = inner ? { kind: 'enter', end } : { kind: 'next', end };
        settled.push({ set, from: point, taken, cost: point.cost, depth: 0 });
      }
    }
    return settled;
  }

  /** A keyword wins over every value; an exact one over those that it only begins. */
  #words(points: readonly Point[], token: Token, at: number): 'taken' | 'ambiguous' | 'none' {
    const { exactCase } = this.#options;
    const fitting = points.flatMap((point) =>
      keywordsFrom(point.set, token.text, exactCase).map((keyword) => ({ point, keyword })),
    );
    const whole = fitting.filter(({ keyword }) => keyword.text.length === token.text.length);
    const shown = whole.length > 0 ? whole : fitting.filter(({ keyword }) => !keyword.hidden);
    const chosen = shown.length > 0 ? shown : fitting;
    const texts = new Map(chosen.map(({ keyword }) => [keyword.text, keyword] as const).reverse());
    if (texts.size === 0) return 'none';
    if (texts.size > 1) {
      const candidates = [...texts.values()].map(({ text, help, states }) => ({
        text,
        help,
        ...(this.#options.path ? markOf(states) : {}),
      }));
      candidates.sort((a, b) => (a.text < b.text ? -1 : 1));
      const place = { column: token.end, token: at };
      this.#fail(at, shown.length > 0 ? { kind: 'ambiguous', ...place, candidates } : { kind: 'unknown', ...place });
      return 'ambiguous';
    }
    for (const { point, keyword } of chosen) {
      this.#push(at + 1, point, point.set.grammar.behind(keyword), { kind: 'word', keyword }, 0);
    }
    return 'taken';
  }

  #values(points: readonly Point[], token: Token, at: number): void {
    const { exactCase, path } = this.#options;
    let moved = false;
    let best: { good: number; name: string; why: string | undefined } | undefined;
    for (const point of points) {
      for (const group of point.set.args) {
        if (path && group.many && !token.quoted && token.text === '[') {
          moved = this.#list(point, group, at) || moved;
          continue;
        }
        const reading = this.#read(group, this.#tokens, at);
        if (this.#options.cursor) this.#reachesCursor(point, group, at);
        if (reading.kind === 'value') {
          const { grammar } = point.set;
          // A list without brackets goes on where lines have no brackets.
          const set = group.many && !path ? grammar.again(group) : grammar.behind(group);
          const taken: Taken = { kind: 'values', group, values: [reading.value] };
          this.#push(at + reading.taken, point, set, taken, 1 + this.#width(group));
          moved = true;
        } else if (reading.kind === 'partial' && reading.more) {
          this.#unfinished = true;
        } else {
          const good = reading.kind === 'partial' ? lengthFrom(this.#tokens, at) : reading.good;
          const why = reading.why;
          if (!best || good > best.good || (good === best.good && why !== undefined && best.why === undefined)) {
            best = { good, name: group.states[0]?.step?.kind === 'arg' ? group.states[0].step.name : '', why };
          }
        }
      }
    }
    if (moved) return;
    const words = token.quoted
      ? 0
      : Math.max(0, ...points.map((point) => goodForKeywords(point.set, token.text, exactCase)));
    const place = { column: token.start + Math.max(words, best?.good ?? 0), token: at };
    const others = points.some((point) => point.set.keywords.length > 0);
    if (best?.why !== undefined && (best.good > words || !others)) {
      this.#fail(at, { kind: 'value', ...place, arg: best.name, why: best.why });
    } else this.#fail(at, { kind: 'unknown', ...place });
  }

  /** `[ a b c ]` from the opening bracket on. */
  #list(point: Point, group: ArgGroup, open: number): boolean {
    const values: string[] = [];
    let at = open + 1;
    while (at < this.#tokens.length) {
      const token = this.#tokens[at] as Token;
      if (!token.quoted && token.text === ']') {
        const taken: Taken = { kind: 'values', group, values };
        if (values.length > 0)
          this.#push(at + 1, point, point.set.grammar.behind(group), taken, 1 + this.#width(group));
        else this.#fail(at, { kind: 'unknown', column: token.start, token: at });
        return values.length > 0;
      }
      const reading = this.#read(group, this.#tokens, at);
      if (reading.kind !== 'value') {
        const good = reading.kind === 'bad' ? reading.good : token.text.length;
        const why = reading.why;
        const place = { column: token.start + good, token: at };
        const arg = group.states[0]?.step?.kind === 'arg' ? group.states[0].step.name : '';
        this.#fail(at, why === undefined ? { kind: 'unknown', ...place } : { kind: 'value', ...place, arg, why });
        return false;
      }
      values.push(reading.value);
      at += reading.taken;
    }
    this.#open.push({ point, group, at, list: values });
    return false;
  }

  /** Is the word at the cursor still part of this value? */
  #reachesCursor(point: Point, group: ArgGroup, at: number): void {
    const { cursor } = this.#options;
    if (!cursor) return;
    const reading = this.#read(group, [...this.#tokens, cursor], at);
    const all = this.#tokens.length + 1 - at;
    if (reading.kind === 'partial' || (reading.kind === 'value' && reading.taken === all)) {
      this.#open.push({ point, group, at });
    }
  }

  #read(group: ArgGroup, tokens: readonly Token[], at: number): Reading {
    const token = tokens[at];
    if (this.#options.wildcards && token && !token.quoted && /^<[^<>]+>$/.test(token.text)) {
      return { kind: 'value', taken: 1, value: token.text };
    }
    const reading = this.#type(group).read(tokens, at, group.type, this.#live);
    must(reading.kind !== 'value' || reading.taken > 0, `type ${group.type} took nothing`);
    return reading;
  }

  #type(group: ArgGroup): ArgType {
    const type = typeOf(this.#types, group.type);
    must(type, `no type '${group.type}'`);
    return type;
  }

  #width(group: ArgGroup): number {
    return this.#type(group).width;
  }

  #push(at: number, from: Point, set: StateSet, taken: Taken, cost: number): void {
    if (at > this.#tokens.length) return;
    const points = this.#points[at] ?? [];
    this.#points[at] = points;
    points.push({ set, from, taken, cost: [...from.cost, cost], depth: from.depth + 1 });
  }

  #fail(at: number, error: MatchError): void {
    if (at <= this.#broken) return;
    this.#broken = at;
    this.#error = error;
  }
}

/** Characters from a token's first to the last of the line. */
const lengthFrom = (tokens: readonly Token[], at: number): number =>
  (tokens[tokens.length - 1]?.end ?? 0) - (tokens[at]?.start ?? 0);

function byCost(a: Point, b: Point): number {
  for (let i = 0; i < Math.min(a.cost.length, b.cost.length); i++) {
    const difference = (a.cost[i] as number) - (b.cost[i] as number);
    if (difference !== 0) return difference;
  }
  return a.cost.length - b.cost.length;
}
