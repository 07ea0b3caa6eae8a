// What may come next in a line: the question mark, Tab, and Junos' space.

import { err, ok, type Result } from '../base/result.ts';
import { typeOf } from './arg-types.ts';
import { type ArgGroup, goodForKeywords, keywordsFrom, markOf, type State, shown } from './grammar.ts';
import { type MatchOptions, type PathOptions, stopsAt, walkPath } from './match.ts';
import type { ArgStep, ArgType, CommandSpec, Expectation, Live, MatchError, Offer, Token } from './spec.ts';
import { type Point, type Types, type Walk, walk } from './walk.ts';

/**
 * What may stand at the cursor, after the given whole words: `partial` is what is typed of the word there (perhaps
 * nothing) and everything told begins with it. As a token it has its own column, otherwise it stands one blank behind.
 * Values first, then words by the alphabet, then the end of the line. An error: the words before do not fit, or nothing begins like `partial`.
 */
export function expect(
  specs: readonly CommandSpec[],
  tokensBefore: readonly Token[],
  partial: string | Token,
  types: Types,
  live: Live,
  options: MatchOptions = {},
): Result<readonly Expectation[], MatchError> {
  const { exactCase = false } = options;
  const cursor = cursorAt(tokensBefore, partial);
  const walked = walk(specs, tokensBefore, types, live, { path: false, exactCase, wildcards: false, cursor });
  const ends = walked.points.flatMap((point) => point.set.ends);
  return new Asked(tokensBefore, cursor, types, live, exactCase, false).answer(walked, ends);
}

/** The same for a path through nested blocks (`matchPath`). */
export function expectPath(
  specs: readonly CommandSpec[],
  tokensBefore: readonly Token[],
  partial: string | Token,
  types: Types,
  live: Live,
  options: PathOptions = {},
): Result<readonly Expectation[], MatchError> {
  const { exactCase = false, stop = 'statement' } = options;
  const cursor = cursorAt(tokensBefore, partial);
  const walked = walkPath(specs, tokensBefore, types, live, options, cursor);
  const ends = walked.points.flatMap((point) => stopsAt(point, stop));
  return new Asked(tokensBefore, cursor, types, live, exactCase, true).answer(walked, ends);
}

/** Where only its text is known, the word at the cursor is one blank behind the others. */
function cursorAt(before: readonly Token[], partial: string | Token): Token {
  if (typeof partial !== 'string') return partial;
  const start = before.length === 0 ? 0 : (before[before.length - 1] as Token).end + 1;
  return { text: partial, start, end: start + partial.length, quoted: false };
}

class Asked {
  readonly #tokens: readonly Token[];
  readonly #before: readonly Token[];
  readonly #partial: string;
  readonly #types: Types;
  readonly #live: Live;
  readonly #exactCase: boolean;
  readonly #path: boolean;
  readonly #values: Expectation[] = [];

  constructor(before: readonly Token[], cursor: Token, types: Types, live: Live, exactCase: boolean, path: boolean) {
    this.#before = before;
    this.#tokens = [...before, cursor];
    this.#partial = cursor.text;
    this.#types = types;
    this.#live = live;
    this.#exactCase = exactCase;
    this.#path = path;
  }

  answer({ points, open, error }: Walk, ends: readonly State[]): Result<readonly Expectation[], MatchError> {
    const at = this.#before.length;
    for (const { group, at: begun, list } of open) {
      if (!list) this.#value(group, begun);
      else this.#fresh(group, begun);
      if (list && list.length > 0) this.#bracket('close', ']', group.states);
    }
    for (const point of points) {
      for (const group of point.set.args) {
        this.#fresh(group, at);
        if (this.#path && group.many) this.#bracket('open', '[', group.states);
      }
    }
    const words = this.#words(points);
    const found: Expectation[] = [...distinct(this.#values), ...words];
    if (this.#partial === '' && ends.length > 0) {
      found.push({ kind: 'end', text: '', help: '', specs: [...new Set(ends.map((end) => end.spec))] });
    }
    if (found.length > 0) return ok(found);
    if (points.length === 0 && open.length === 0 && error.kind !== 'incomplete') return err(error);
    const start = (this.#tokens[at] as Token).start;
    return err({ kind: 'unknown', column: start + this.#good(points), token: at });
  }

  /** A value that begins at the cursor. */
  #fresh(group: ArgGroup, at: number): void {
    const reading = this.#partial === '' ? undefined : this.#type(group).read(this.#tokens, at, group.type, this.#live);
    if (reading?.kind !== 'bad') this.#value(group, at);
    else this.#offers(group);
  }

  #value(group: ArgGroup, at: number): void {
    const type = this.#type(group);
    const [arg, specs] = told(group.states);
    if (!arg) return;
    const offers = type.expect?.(this.#tokens, at, group.type, this.#live);
    if (offers) {
      for (const offer of offers) this.#offer(offer, arg, specs, group);
      return;
    }
    const text = type.placeholder(group.type, arg.name);
    this.#values.push({ kind: 'arg', text, help: arg.help, arg, specs, ...this.#mark(group.states) });
    if (at === this.#before.length) this.#offers(group);
  }

  /** Values that exist and begin like what is typed. */
  #offers(group: ArgGroup): void {
    const [arg, specs] = told(group.states);
    if (!arg) return;
    for (const offer of this.#type(group).offers?.(this.#live) ?? []) {
      if (begins(offer.text, this.#partial)) this.#offer(offer, arg, specs, group);
    }
  }

  #offer({ text, help, placeholder }: Offer, arg: ArgStep, specs: readonly CommandSpec[], group: ArgGroup): void {
    const kind = placeholder ? 'arg' : 'offer';
    this.#values.push({ kind, text, help: help ?? arg.help, arg, specs, ...this.#mark(group.states) });
  }

  #bracket(kind: 'open' | 'close', text: string, states: readonly State[]): void {
    const [arg, specs] = told(states);
    if (arg && text.startsWith(this.#partial)) this.#values.push({ kind, text, help: '', arg, specs });
  }

  #words(points: readonly Point[]): Expectation[] {
    const byText = new Map<string, { help: string; states: State[] }>();
    for (const point of points) {
      for (const keyword of keywordsFrom(point.set, this.#partial, this.#exactCase)) {
        if (keyword.hidden) continue;
        const known = byText.get(keyword.text);
        if (known) known.states.push(...keyword.states);
        else byText.set(keyword.text, { help: keyword.help, states: [...keyword.states] });
      }
    }
    return [...byText]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([text, { help, states }]) => ({ kind: 'word', text, help, specs: shown(states), ...this.#mark(states) }));
  }

  #good(points: readonly Point[]): number {
    const goods = points.flatMap((point) => [
      ...point.set.args.map((group) => {
        const reading = this.#type(group).read(this.#tokens, this.#before.length, group.type, this.#live);
        return reading.kind === 'bad' ? reading.good : this.#partial.length;
      }),
      goodForKeywords(point.set, this.#partial, this.#exactCase),
    ]);
    return Math.max(0, ...goods);
  }

  #mark(states: readonly State[]): Pick<Expectation, 'mark'> {
    return this.#path ? markOf(states) : {};
  }

  #type(group: ArgGroup): ArgType {
    return typeOf(this.#types, group.type) as ArgType;
  }
}

const begins = (text: string, partial: string): boolean => text.toLowerCase().startsWith(partial.toLowerCase());

/** The argument by which a group is told, and the sentences it stands for; nothing when all are hidden. */
function told(states: readonly State[]): [ArgStep | undefined, readonly CommandSpec[]] {
  const first = states.find((state) => !state.spec.hidden);
  return [first?.step?.kind === 'arg' ? first.step : undefined, shown(states)];
}

/** Each text once. */
function distinct(expectations: readonly Expectation[]): Expectation[] {
  const byText = new Map<string, Expectation>();
  for (const expectation of expectations) {
    const known = byText.get(expectation.text);
    byText.set(
      expectation.text,
      known ? { ...known, specs: [...new Set([...known.specs, ...expectation.specs])] } : expectation,
    );
  }
  return [...byText.values()];
}
