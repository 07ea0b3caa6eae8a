// What is wrong with a vocabulary that reads well: help missing, two sentences alike, an effect that nobody serves.

import { rangeOf, typeOf } from './arg-types.ts';
import { grammarOf, type StateSet } from './grammar.ts';
import type { ArgStep, ArgType, CommandSpec, Section, Step, Vocabulary, WordStep } from './spec.ts';

/** What an operating system has to serve its vocabulary with. */
export interface Served {
  readonly views: ReadonlySet<string>;
  readonly actions: ReadonlySet<string>;
  readonly watches: ReadonlySet<string>;
  readonly types: Readonly<Record<string, ArgType>>;
}

export interface Complaint {
  /** Undefined: it is about something that no file mentions. */
  readonly at: CommandSpec['at'] | undefined;
  readonly message: string;
}

/** Walks everything that can be typed; blocks that hold themselves are walked once. By file and line. */
export function checkVocabulary(vocabulary: Vocabulary, served: Served): readonly Complaint[] {
  const checker = new Checker(vocabulary, served);
  checker.run();
  return checker.complaints();
}

/** Sections that are typed in one place, besides themselves (commands/README.md, Sections). */
const TOGETHER: Readonly<Record<string, string>> = { exec: 'privileged', config: 'anyconfig' };

class Checker {
  readonly #sections: ReadonlyMap<string, Section>;
  readonly #served: Served;
  readonly #complaints = new Map<string, Complaint>();
  readonly #specs = new Set<string>();
  readonly #places = new Set<string>();
  readonly #used = { views: new Set<string>(), actions: new Set<string>(), watches: new Set<string>() };
  /** Blocks are modes with a prompt. */
  readonly #modes: boolean;

  constructor(vocabulary: Vocabulary, served: Served) {
    this.#sections = vocabulary.sections;
    this.#served = served;
    this.#modes = this.#commands('config').some((spec) => spec.mode !== undefined);
  }

  run(): void {
    for (const { name, commands } of this.#sections.values()) {
      const beside = this.#commands(TOGETHER[name] ?? '');
      this.#place(beside.length > 0 ? [...commands, ...beside] : commands);
      this.#walk(name, commands);
    }
    for (const kind of ['views', 'actions', 'watches'] as const) {
      for (const name of this.#served[kind]) {
        if (!this.#used[kind].has(name)) this.#say(undefined, `nothing uses '${name}' of the ${kind}`);
      }
    }
  }

  complaints(): readonly Complaint[] {
    const key = ({ at }: Complaint): string => (at ? `${at.file}:${String(at.line).padStart(6, '0')}` : '\uffff');
    return [...this.#complaints.values()].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  }

  #commands(section: string): readonly CommandSpec[] {
    return this.#sections.get(section)?.commands ?? [];
  }

  #say(spec: CommandSpec | undefined, message: string): void {
    const at = spec?.at;
    const key = `${at?.file}:${at?.line}:${message}`;
    if (!this.#complaints.has(key)) this.#complaints.set(key, { at, message });
  }

  #walk(section: string, specs: readonly CommandSpec[]): void {
    for (const spec of specs) {
      const name = nameOf(spec);
      if (!this.#specs.has(name)) {
        this.#specs.add(name);
        this.#sentence(section, spec);
      }
      if (!spec.container) continue;
      const place = `${section}|${spec.children.map(nameOf).join('|')}`;
      if (this.#places.has(place)) continue;
      this.#places.add(place);
      const beside = this.#modes ? this.#commands('anyconfig') : [];
      this.#place(beside.length > 0 ? [...spec.children, ...beside] : spec.children);
      this.#walk(section, spec.children);
    }
  }

  #sentence(section: string, spec: CommandSpec): void {
    for (const step of leavesOf(spec.path)) {
      const item = step.kind === 'word' ? step.text : `<${step.name}>`;
      if (step.help === '' && !spec.hidden) this.#say(spec, `'${item}' has no help`);
      if (step.kind === 'arg') this.#type(spec, step);
    }
    this.#effect(section, spec);
    if (!spec.container) return;
    if (section !== 'config') this.#say(spec, `'${spec.name}' has a block, and nothing is configured here`);
    else if (this.#modes && spec.mode === undefined) this.#say(spec, `'${spec.name}' has a block without a prompt`);
  }

  #type(spec: CommandSpec, step: ArgStep): void {
    const [low, high] = rangeOf(step.type) ?? [0n, 0n];
    if (low > high) this.#say(spec, `'${step.type}' holds nothing`);
    if (!typeOf(this.#served.types, step.type)) this.#say(spec, `unknown type '${step.type}'`);
  }

  #effect(section: string, spec: CommandSpec): void {
    const { effect } = spec;
    const data = effect.kind === 'statement' || effect.kind === 'accept';
    if (section === 'config' && !data) this.#say(spec, `'${spec.name}' is configuration and never runs`);
    if (section !== 'config' && effect.kind === 'statement') this.#say(spec, `'${spec.name}' does nothing`);
    if (effect.kind === 'show') this.#serves(spec, 'views', effect.view);
    if (effect.kind === 'do') this.#serves(spec, 'actions', effect.action);
    if (effect.kind === 'watch') this.#serves(spec, 'watches', effect.events);
  }

  #serves(spec: CommandSpec, kind: 'views' | 'actions' | 'watches', name: string): void {
    this.#used[kind].add(name);
    if (!this.#served[kind].has(name)) this.#say(spec, `nothing serves '${name}' of the ${kind}`);
  }

  /** Sentences of one place that one line could be, and sentences that no word is. */
  #place(specs: readonly CommandSpec[]): void {
    const { initial } = grammarOf(specs);
    for (const { spec } of initial.ends) this.#say(spec, `'${spec.name}' may be empty`);
    const seen = new Set<StateSet>();
    const queue = [initial];
    for (let set = queue.pop(); set; set = queue.pop()) {
      if (seen.has(set) || new Set(set.states.map((state) => state.spec)).size < 2) continue;
      seen.add(set);
      const [first, ...others] = new Set(set.ends.map((end) => end.spec));
      for (const other of first ? others : []) this.#alike(first as CommandSpec, other);
      for (const keyword of set.keywords) queue.push(set.grammar.behind(keyword));
      for (const group of set.args) {
        queue.push(set.grammar.behind(group));
        if (group.many) queue.push(set.grammar.again(group));
      }
    }
  }

  #alike(a: CommandSpec, b: CommandSpec): void {
    this.#say(b, `'${b.name}' cannot be told from '${a.name}' (${a.at.file}:${a.at.line})`);
  }
}

const nameOf = (spec: CommandSpec): string => `${spec.at.file}:${spec.at.line}:${spec.name}`;

function leavesOf(path: readonly Step[]): readonly (WordStep | ArgStep)[] {
  return path.flatMap((step): readonly (WordStep | ArgStep)[] => {
    if (step.kind === 'word' || step.kind === 'arg') return [step];
    return step.kind === 'optional' ? leavesOf(step.of) : step.of.flatMap(leavesOf);
  });
}
