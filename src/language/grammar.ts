// The sentences of one place as a graph: states that expect a word or a value, and sets of states walked together.
// Sets are made when they are first reached and kept, so a line costs one look-up a word however many sentences there are.

import type { ArgStep, CommandSpec, Expectation, Step, WordStep } from './spec.ts';

/** What remains of a sentence: steps from `at` on, or the branches of a `( … )*` not taken yet; then `next`. */
type Rest =
  | { readonly kind: 'steps'; readonly steps: readonly Step[]; readonly at: number; readonly next: Rest | undefined }
  | {
      readonly kind: 'any';
      readonly of: readonly (readonly Step[])[];
      readonly left: readonly number[];
      readonly next: Rest | undefined;
    };

/** A point in a sentence: before a word or a value, or behind its last (`step` undefined). */
export interface State {
  readonly id: number;
  readonly spec: CommandSpec;
  readonly step: WordStep | ArgStep | undefined;
  readonly after: Rest | undefined;
}

/** A word that may come next, and the states that wait for it. */
export interface Keyword {
  readonly text: string;
  /** Small letters: by these the list is sorted and searched. */
  readonly fold: string;
  /** Of the first sentence that tells one. */
  readonly help: string;
  /** No sentence that shows itself has it here. */
  readonly hidden: boolean;
  readonly states: readonly State[];
}

/** Values of one type that may come next. */
export interface ArgGroup {
  readonly type: string;
  readonly many: boolean;
  readonly states: readonly State[];
}

/** States that one and the same beginning of a line leads to. */
export interface StateSet {
  readonly grammar: Grammar;
  readonly states: readonly State[];
  /** Sentences that may end here, in canonical order. */
  readonly ends: readonly State[];
  /** Sorted by `fold`. */
  readonly keywords: readonly Keyword[];
  readonly args: readonly ArgGroup[];
}

const grammars = new WeakMap<readonly CommandSpec[], Grammar>();

/** The grammar of a list of sentences. It is kept with the list: give the same list, not a copy. */
export function grammarOf(specs: readonly CommandSpec[]): Grammar {
  const known = grammars.get(specs);
  if (known) return known;
  const made = new Grammar(specs);
  grammars.set(specs, made);
  return made;
}

export class Grammar {
  readonly specs: readonly CommandSpec[];
  readonly #states = new Map<string, State>();
  readonly #reach = new Map<State, readonly State[]>();
  readonly #sets = new Map<string, StateSet>();
  readonly #targets = new Map<object, StateSet>();
  readonly #ids = new Map<object, number>();
  #count = 0;
  #initial: StateSet | undefined;

  constructor(specs: readonly CommandSpec[]) {
    this.specs = specs;
  }

  /** Before the first word. */
  get initial(): StateSet {
    this.#initial ??= this.#begin();
    return this.#initial;
  }

  #begin(): StateSet {
    const words = new Map<string, Begun[]>();
    for (const spec of this.specs) {
      const begun = this.#begun(spec);
      if (!begun) return this.#set(this.specs.flatMap((one) => this.#whole(one)));
      for (const one of begun) {
        const known = words.get(one.first.text);
        if (known) known.push(one);
        else words.set(one.first.text, [one]);
      }
    }
    const keywords = [...words].map(([text, begun]): Keyword => new FirstWord(text, begun));
    return new FirstSet(this, keywords.sort(byFold));
  }

  /** All states that a sentence begins with. */
  #whole(spec: CommandSpec): readonly State[] {
    return this.#open(spec, { kind: 'steps', steps: spec.path, at: 0, next: undefined });
  }

  /** The words that a sentence may begin with; undefined: it may begin with a value. */
  #begun(spec: CommandSpec): readonly Begun[] | undefined {
    const { first } = spec;
    if (first) return [{ first, spec, state: () => this.#before(spec, first) }];
    const begun: Begun[] = [];
    for (const state of this.#whole(spec)) {
      if (state.step?.kind !== 'word') return undefined;
      begun.push({ first: state.step, spec, state: () => state });
    }
    return begun;
  }

  /** Before the first word of a sentence: what follows is looked at when the word was said. */
  #before(spec: CommandSpec, first: WordStep): State {
    const after: Rest = {
      kind: 'steps',
      get steps() {
        return spec.path;
      },
      at: 1,
      next: undefined,
    };
    return { id: this.#count++, spec, step: first, after };
  }

  /** The states behind this one's word or value. */
  reach(state: State): readonly State[] {
    const known = this.#reach.get(state);
    if (known) return known;
    const found = state.step ? this.#open(state.spec, state.after) : [];
    this.#reach.set(state, found);
    return found;
  }

  /** The set behind a keyword, or behind one value of a group. */
  behind(label: Keyword | ArgGroup): StateSet {
    return this.#target(label, () => label.states.flatMap((state) => this.reach(state)));
  }

  /** The set behind a value after which another of the same argument may follow. */
  again(group: ArgGroup): StateSet {
    return this.#target(group.states, () => [...group.states.flatMap((state) => this.reach(state)), ...group.states]);
  }

  #target(key: object, states: () => readonly State[]): StateSet {
    const known = this.#targets.get(key);
    if (known) return known;
    const made = this.#set(states());
    this.#targets.set(key, made);
    return made;
  }

  /** The states that `rest` begins with: options and forks are gone into, each way. */
  #open(spec: CommandSpec, rest: Rest | undefined): State[] {
    if (!rest) return [this.#state(spec, undefined, undefined)];
    if (rest.kind === 'any') {
      const { of, left, next } = rest;
      const taken = left.flatMap((branch) =>
        this.#open(spec, {
          kind: 'steps',
          steps: of[branch] as readonly Step[],
          at: 0,
          next: { kind: 'any', of, left: left.filter((other) => other !== branch), next },
        }),
      );
      return [...taken, ...this.#open(spec, next)];
    }
    const step = rest.steps[rest.at];
    if (!step) return this.#open(spec, rest.next);
    const next: Rest = { ...rest, at: rest.at + 1 };
    switch (step.kind) {
      case 'word':
      case 'arg':
        return [this.#state(spec, step, next)];
      case 'optional':
        return [...this.#open(spec, { kind: 'steps', steps: step.of, at: 0, next }), ...this.#open(spec, next)];
      case 'choice':
        return step.of.flatMap((steps) => this.#open(spec, { kind: 'steps', steps, at: 0, next }));
      case 'any':
        return this.#open(spec, { kind: 'any', of: step.of, left: step.of.map((_, i) => i), next });
    }
  }

  /** Equal points of a sentence are one object. */
  #state(spec: CommandSpec, step: State['step'], after: Rest | undefined): State {
    let key = `${this.#id(spec)}`;
    for (let rest = after; rest; rest = rest.next) {
      key +=
        rest.kind === 'steps' ? `,${this.#id(rest.steps)}.${rest.at}` : `,${this.#id(rest.of)}*${rest.left.join()}`;
    }
    const known = this.#states.get(key);
    if (known) return known;
    const made = { id: this.#count++, spec, step, after };
    this.#states.set(key, made);
    return made;
  }

  #id(object: object): number {
    const known = this.#ids.get(object);
    if (known !== undefined) return known;
    this.#ids.set(object, this.#ids.size);
    return this.#ids.size - 1;
  }

  #set(states: readonly State[]): StateSet {
    const distinct = [...new Set(states)];
    // In their order, which a line determines: what was typed before must not show in an answer.
    const key = distinct.map((state) => state.id).join();
    const known = this.#sets.get(key);
    if (known) return known;
    const made: StateSet = {
      grammar: this,
      states: distinct,
      ends: distinct.filter((state) => !state.step).sort((a, b) => a.spec.order - b.spec.order),
      keywords: keywordsOf(distinct),
      args: groupsOf(distinct),
    };
    this.#sets.set(key, made);
    return made;
  }
}

/** A sentence by the word that it begins with. */
interface Begun {
  readonly first: WordStep;
  readonly spec: CommandSpec;
  readonly state: () => State;
}

/** A word that sentences begin with. Most are never said: their states are made for those that are. */
class FirstWord implements Keyword {
  readonly text: string;
  readonly fold: string;
  readonly #begun: readonly Begun[];
  #states: readonly State[] | undefined;

  constructor(text: string, begun: readonly Begun[]) {
    this.text = text;
    this.fold = text.toLowerCase();
    this.#begun = begun;
  }

  get hidden(): boolean {
    return this.#begun.every(({ spec }) => spec.hidden);
  }

  get help(): string {
    const shown = this.#begun.filter(({ spec }) => !spec.hidden);
    const telling = shown.length > 0 ? shown : this.#begun;
    return telling.find(({ first }) => first.help !== '')?.first.help ?? '';
  }

  get states(): readonly State[] {
    this.#states ??= this.#begun.map(({ state }) => state());
    return this.#states;
  }
}

/** A word that states wait for. Whether and how it is told is found out when somebody asks. */
class Waited implements Keyword {
  readonly text: string;
  readonly fold: string;
  readonly states: readonly State[];

  constructor(text: string, states: readonly State[]) {
    this.text = text;
    this.fold = text.toLowerCase();
    this.states = states;
  }

  get hidden(): boolean {
    return this.states.every((state) => state.spec.hidden);
  }

  get help(): string {
    const shown = this.states.filter((state) => !state.spec.hidden);
    const telling = (shown.length > 0 ? shown : this.states).map((state) => state.step?.help ?? '');
    return telling.find((text) => text !== '') ?? '';
  }
}

/** The set before the first word, when all sentences begin with one. */
class FirstSet implements StateSet {
  readonly grammar: Grammar;
  readonly keywords: readonly Keyword[];
  readonly ends: readonly State[] = [];
  readonly args: readonly ArgGroup[] = [];

  constructor(grammar: Grammar, keywords: readonly Keyword[]) {
    this.grammar = grammar;
    this.keywords = keywords;
  }

  get states(): readonly State[] {
    return this.keywords.flatMap(({ states }) => states);
  }
}

const byFold = (a: Keyword, b: Keyword): number =>
  a.fold < b.fold ? -1 : a.fold > b.fold ? 1 : a.text < b.text ? -1 : 1;

function keywordsOf(states: readonly State[]): readonly Keyword[] {
  const byText = new Map<string, State[]>();
  for (const state of states) {
    if (state.step?.kind !== 'word') continue;
    const known = byText.get(state.step.text);
    if (known) known.push(state);
    else byText.set(state.step.text, [state]);
  }
  const keywords = [...byText].map(([text, waiting]): Keyword => new Waited(text, waiting));
  return keywords.sort(byFold);
}

function groupsOf(states: readonly State[]): readonly ArgGroup[] {
  const groups = new Map<string, { type: string; many: boolean; states: State[] }>();
  for (const state of states) {
    if (state.step?.kind !== 'arg') continue;
    const { type, many } = state.step;
    const key = `${type} ${many}`;
    const known = groups.get(key);
    if (known) known.states.push(state);
    else groups.set(key, { type, many, states: [state] });
  }
  return [...groups.values()];
}

/** Keywords that begin with `text`. A few dozen at most: the place in the list is found by halving. */
export function keywordsFrom(set: StateSet, text: string, exactCase: boolean): readonly Keyword[] {
  const fold = text.toLowerCase();
  const from = position(set.keywords, fold);
  let to = from;
  while (set.keywords[to]?.fold.startsWith(fold)) to++;
  const found = set.keywords.slice(from, to);
  return exactCase ? found.filter((keyword) => keyword.text.startsWith(text)) : found;
}

/** How many characters of `text` some keyword begins with. */
export function goodForKeywords(set: StateSet, text: string, exactCase: boolean): number {
  let good = 0;
  const fold = text.toLowerCase();
  // The best is a neighbour of where the text would stand, unless large and small letters differ.
  const at = position(set.keywords, fold);
  const near = exactCase ? set.keywords : set.keywords.slice(Math.max(0, at - 1), at + 1);
  for (const keyword of near) {
    const word = exactCase ? keyword.text : keyword.fold;
    const typed = exactCase ? text : fold;
    let same = 0;
    while (same < typed.length && typed[same] === word[same]) same++;
    good = Math.max(good, same);
  }
  return good;
}

function position(keywords: readonly Keyword[], fold: string): number {
  let low = 0;
  let high = keywords.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keywords[middle] as Keyword).fold < fold) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sentences behind some states that `?` tells of. */
export const shown = (states: readonly State[]): CommandSpec[] => [
  ...new Set(states.filter((state) => !state.spec.hidden).map((state) => state.spec)),
];

/** Junos' `>` before what leads into a block, its `+` before what takes a list of values. */
export function markOf(states: readonly State[]): Pick<Expectation, 'mark'> {
  const specs = shown(states);
  if (specs.some((spec) => spec.container)) return { mark: 'container' };
  return specs.some((spec) => spec.path.some((step) => step.kind === 'arg' && step.many)) ? { mark: 'list' } : {};
}
