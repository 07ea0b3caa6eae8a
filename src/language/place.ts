// A place: everything that the files say about one block, put together when it is first needed.

import type { Glossary } from './glossary.ts';
import type { Landmark, ParsedOrderRow, ParsedSentence, ParsedStep, VocabularyError } from './source.ts';
import type { CommandSpec, Effect, Step, WordStep } from './spec.ts';
import { stepOf, wordOf, wordStep } from './steps.ts';

/** One thing that a file says about a place. */
export type Addition =
  | {
      readonly kind: 'sentences';
      readonly file: string;
      readonly body: readonly ParsedSentence[];
      /** They stand in every block, before its own. */
      readonly everywhere?: boolean;
    }
  | { readonly kind: 'order'; readonly file: string; readonly rows: readonly ParsedOrderRow[] }
  /** About a block further in: `rest` leads there. */
  | {
      readonly kind: 'deeper';
      readonly file: string;
      readonly line: number;
      readonly rest: readonly Landmark[];
      readonly says: Addition;
    };

/** What is the same for every place of a system. */
export interface Names {
  /** What is said of a section or definition. */
  additions(name: string): readonly Addition[];
  readonly glossary: Glossary;
  complain(error: VocabularyError): void;
}

type Written = Exclude<ParsedSentence, { readonly use: string }>;

/** A definition of this name stands in every block. */
export const EVERYWHERE = 'everywhere';

/** A sentence of a place while more may be said of its block. */
interface Draft {
  readonly file: string;
  readonly sentence: Written;
  readonly everywhere: boolean;
  /** Undefined: a leaf. */
  block: Addition[] | undefined;
}

/** The sentences of a place, in canonical order. */
export function unfold(additions: readonly Addition[], names: Names): readonly CommandSpec[] {
  const flat = flatten(additions, names);
  const drafts: Draft[] = [];
  const byPath = new Map<string, Draft>();
  for (const addition of flat) if (addition.kind === 'sentences') addSentences(addition, drafts, byPath);
  for (const addition of flat) if (addition.kind === 'deeper') addDeeper(addition, drafts, names);
  const kept = withoutRepeated(drafts);
  const rows = new Rows(
    flat.flatMap((addition) =>
      addition.kind === 'order' ? addition.rows.map((row) => ({ file: addition.file, ...row })) : [],
    ),
  );
  const ranked = kept.map((draft) => ({ draft, rank: rows.rankOf(draft) }));
  for (const { file, line, begins: marks } of rows.unused()) {
    names.complain({ file, line, message: `no sentence begins with '${marks.join(' ')}'` });
  }
  ranked.sort((a, b) => a.rank - b.rank);
  return ranked.map(({ draft }, order) => new Sentence(draft, order, names));
}

/** Sentences of everywhere give way to those that the place has itself. */
function withoutRepeated(drafts: readonly Draft[]): readonly Draft[] {
  if (!drafts.some((draft) => draft.everywhere)) return drafts;
  const own = new Set(drafts.filter((draft) => !draft.everywhere).map(pathOf));
  return drafts.filter((draft) => !draft.everywhere || !own.has(pathOf(draft)));
}

/** `use` replaced by what it names. Circles were refused before (build.ts). */
function flatten(additions: readonly Addition[], names: Names): Addition[] {
  return additions.flatMap((addition) => {
    if (addition.kind !== 'sentences') return [addition];
    const { file, everywhere = false } = addition;
    return addition.body.flatMap((sentence): Addition[] =>
      'use' in sentence
        ? flatten(names.additions(sentence.use), names)
        : [{ kind: 'sentences', file, everywhere, body: [sentence] }],
    );
  });
}

/** What a sentence says of its block, read when somebody types there. */
const blockOf = (file: string, sentence: Written): Addition => ({
  kind: 'sentences',
  file,
  get body() {
    return sentence.block ?? [];
  },
});

/** Two blocks opened by the same words are one block. */
function addSentences(
  { file, body, everywhere = false }: Extract<Addition, { kind: 'sentences' }>,
  drafts: Draft[],
  byPath: Map<string, Draft>,
): void {
  for (const sentence of body as readonly Written[]) {
    const block = 'block' in sentence ? [blockOf(file, sentence)] : undefined;
    const draft = { file, sentence, everywhere, block: block ?? (opensMode(sentence) ? [] : undefined) };
    const key = draft.block && JSON.stringify([sentence.path.map(bare), sentence.flags ?? [], sentence.effect ?? []]);
    const known = block && byPath.get(key ?? '');
    if (known) known.block?.push(...block);
    else {
      drafts.push(draft);
      if (key !== undefined) byPath.set(key, draft);
    }
  }
}

const pathOf = ({ sentence }: Draft): string => JSON.stringify(sentence.path.map(bare));

/** Without its help. */
function bare(step: ParsedStep): unknown {
  if (typeof step === 'string') return step;
  if ('word' in step) return step.word;
  if ('arg' in step) return { ...step, help: undefined };
  if ('optional' in step) return { optional: step.optional.map(bare) };
  return 'choice' in step
    ? { choice: step.choice.map((branch) => branch.map(bare)) }
    : { any: step.any.map((branch) => branch.map(bare)) };
}

function addDeeper(addition: Extract<Addition, { kind: 'deeper' }>, drafts: Draft[], names: Names): void {
  const { file, line, rest, says } = addition;
  const found = targets(drafts, rest);
  if (found.length > 1) {
    names.complain({ file, line, message: `'${rest.join(' ')}' may be any of ${found.length} blocks` });
    return;
  }
  const [target] = found;
  const used = target?.used ?? 1;
  const onward: Addition = used < rest.length ? { ...addition, rest: rest.slice(used) } : says;
  if (target) target.draft.block?.push(onward);
  else if (says.kind === 'order') names.complain({ file, line, message: `there is no block '${rest.join(' ')}'` });
  else if (rest[0]?.startsWith('<')) names.complain({ file, line, message: `there is no block '${rest[0]}'` });
  else drafts.push({ file, sentence: { line, path: [rest[0] ?? ''] }, everywhere: false, block: [onward] });
}

/** The blocks that a path may mean: one, unless the path is too short to tell. */
function targets(drafts: readonly Draft[], path: readonly Landmark[]): { draft: Draft; used: number }[] {
  const fits = drafts.flatMap((draft) => {
    const fit = draft.block && begins(draft.sentence.path, path, true);
    return fit ? [{ draft, ...fit }] : [];
  });
  const whole = fits.filter((fit) => fit.whole);
  const most = Math.max(...whole.map((fit) => fit.used));
  return whole.length > 0 ? whole.filter((fit) => fit.used === most) : fits;
}

/**
 * Does a sentence begin with these landmarks? Values that they do not name are passed over, so are forks and options.
 * `used` landmarks are of this sentence; with `onward` the others may be of its block, if it was gone through `whole`.
 */
function begins(
  path: readonly ParsedStep[],
  marks: readonly Landmark[],
  onward = false,
): { used: number; whole: boolean } | undefined {
  let used = 0;
  for (const step of path) {
    const mark = marks[used];
    const word = wordOf(step);
    if (word !== undefined) {
      if (mark === undefined) return { used, whole: false };
      if (mark !== word) return undefined;
      used++;
    } else if (typeof step === 'object' && 'arg' in step && mark === `<${step.arg}>`) used++;
  }
  return used > 0 && (onward || used === marks.length) ? { used, whole: true } : undefined;
}

interface Row extends ParsedOrderRow {
  readonly file: string;
  readonly rank: number;
}

/** The canonical order of a place, found by the first word of a sentence. */
class Rows {
  readonly #rows: readonly Row[];
  readonly #byWord = new Map<string, Row[]>();
  readonly #used = new Set<Row>();

  constructor(rows: readonly Omit<Row, 'rank'>[]) {
    this.#rows = rows.map((row, rank) => ({ ...row, rank }));
    for (const row of this.#rows) {
      const word = row.begins[0] ?? '';
      const known = this.#byWord.get(word);
      if (known) known.push(row);
      else this.#byWord.set(word, [row]);
    }
  }

  /** That of the longest row that the sentence begins with. */
  rankOf({ sentence: { path }, everywhere }: Draft): number {
    let rank = everywhere ? -1 : this.#rows.length;
    let longest = 0;
    const word = path[0] === undefined ? undefined : wordOf(path[0]);
    for (const row of word === undefined ? this.#rows : (this.#byWord.get(word) ?? [])) {
      if (!begins(path, row.begins)) continue;
      this.#used.add(row);
      if (row.begins.length <= longest) continue;
      rank = row.rank;
      longest = row.begins.length;
    }
    return rank;
  }

  /** Rows that no sentence began with. */
  unused(): readonly Row[] {
    return this.#rows.filter((row) => !this.#used.has(row));
  }
}

const isMode = (flag: string): boolean => flag.startsWith('config') || flag.startsWith('cfg');
const opensMode = (sentence: Written): boolean => sentence.flags?.some(isMode) ?? false;

/** Flags other than the name of a mode. */
export const FLAGS: ReadonlySet<string> = new Set([
  'sorted',
  'hidden',
  'secret',
  'presence',
  'oneline',
  'flat',
  'apart',
  'whole',
]);

/** `@case-1`, `@case-2` … */
const isCase = (flag: string): boolean => /^case-\d$/.test(flag);

/** What is wrong with the flags of a sentence. */
export function flagError(flags: readonly string[]): string | undefined {
  const modes = flags.filter(isMode);
  if (modes.length > 1) return `two modes: ${modes.join(', ')}`;
  const unknown = flags.find((flag) => !FLAGS.has(flag) && !isMode(flag) && !isCase(flag));
  return unknown && `unknown flag '@${unknown}'`;
}

class Sentence implements CommandSpec {
  readonly at: CommandSpec['at'];
  readonly first: WordStep | undefined;
  readonly effect: Effect;
  readonly container: boolean;
  readonly mode: string | undefined;
  readonly defaultOn: boolean;
  readonly sorted: boolean;
  readonly hidden: boolean;
  readonly secret: boolean;
  readonly presence: boolean;
  readonly oneLine: boolean;
  readonly flat: boolean;
  readonly excludes: string | undefined;
  readonly apart: boolean;
  readonly whole: boolean;
  readonly order: number;
  readonly #sentence: Written;
  readonly #block: readonly Addition[];
  readonly #names: Names;
  #path: readonly Step[] | undefined;
  #name: string | undefined;
  #children: readonly CommandSpec[] | undefined;

  constructor({ file, sentence, block }: Draft, order: number, names: Names) {
    const flags = sentence.flags ?? [];
    this.at = { file, line: sentence.line };
    const [first] = sentence.path;
    this.first = first !== undefined && wordOf(first) !== undefined ? wordStep(first, file, names.glossary) : undefined;
    this.effect = effectOf(sentence.effect);
    this.container = block !== undefined;
    this.mode = flags.find(isMode);
    this.defaultOn = sentence.on ?? false;
    this.sorted = flags.includes('sorted');
    this.hidden = flags.includes('hidden');
    this.secret = flags.includes('secret');
    this.presence = flags.includes('presence');
    this.oneLine = flags.includes('oneline');
    this.apart = flags.includes('apart');
    this.whole = flags.includes('whole');
    this.flat = flags.includes('flat');
    this.excludes = flags.find(isCase);
    this.order = order;
    this.#sentence = sentence;
    this.#block = block ?? [];
    this.#names = names;
  }

  get path(): readonly Step[] {
    this.#path ??= this.#sentence.path.map((step, i) =>
      i === 0 && this.first ? this.first : stepOf(step, this.at.file, this.#names.glossary),
    );
    return this.#path;
  }

  get name(): string {
    this.#name ??= nameOf(this.#sentence.path);
    return this.#name;
  }

  get children(): readonly CommandSpec[] {
    this.#children ??= unfold([...everywhere(this.#names), ...this.#block], this.#names);
    return this.#children;
  }
}

const everywhere = (names: Names): readonly Addition[] =>
  names
    .additions(EVERYWHERE)
    .map((addition) => (addition.kind === 'sentences' ? { ...addition, everywhere: true } : addition));

/** What may stand behind `->`. */
export const VERBS: ReadonlySet<string> = new Set(['show', 'do', 'watch', 'accept']);

function effectOf(effect: readonly [string, string] | undefined): Effect {
  const [verb, what] = effect ?? ['', ''];
  if (verb === 'show') return { kind: 'show', view: what };
  if (verb === 'do') return { kind: 'do', action: what };
  if (verb === 'watch') return { kind: 'watch', events: what };
  return verb === 'accept' ? { kind: 'accept', why: what } : { kind: 'statement' };
}

function nameOf(path: readonly ParsedStep[]): string {
  const words = path.flatMap((step) => wordOf(step) ?? []);
  if (words.length > 0) return words.join(' ');
  const [first] = path;
  if (typeof first !== 'object') return '';
  if ('arg' in first) return `<${first.arg}>`;
  if ('word' in first) return first.word;
  return 'optional' in first
    ? nameOf(first.optional)
    : ('choice' in first ? first.choice : first.any).map(nameOf).join('|');
}
