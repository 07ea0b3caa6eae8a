// Parsed files of one operating system to its Vocabulary: sections merged, names looked up, blocks left to be unfolded.

import { err, ok, type Result } from '../base/result.ts';
import { glossary, repeatedHelp } from './glossary.ts';
import { type Addition, flagError, type Names, unfold, VERBS } from './place.ts';
import type { Landmark, ParsedFile, ParsedSection, ParsedSentence, VocabularyError } from './source.ts';
import type { CommandSpec, Section, Vocabulary } from './spec.ts';

/** What a section may be called (commands/README.md, Sections). */
export const SECTIONS: ReadonlySet<string> = new Set([
  'exec',
  'privileged',
  'anyconfig',
  'config',
  'operational',
  'editing',
  'pipe',
]);

/**
 * Puts the files together. Sentences keep the order of the files and of their lines unless `order` says otherwise.
 * `known` files were built before without an error: nothing is looked for, and every section waits until it is asked.
 */
export function buildVocabulary(
  files: readonly ParsedFile[],
  known = false,
): Result<Vocabulary, readonly VocabularyError[]> {
  const said = gather(files);
  const words = glossary(files);
  const errors: VocabularyError[] = known
    ? []
    : [...repeatedHelp(files), ...said.errors, ...looseNames(files, said.places)];
  if (errors.length > 0) return err(inOrder(errors, files));
  const names: Names = {
    additions: (name) => said.places.get(name) ?? [],
    glossary: words,
    // The same line may be unfolded in many places (`use`); it is wrong once.
    complain: (error) => {
      if (!errors.some(({ file, line }) => file === error.file && line === error.line)) errors.push(error);
    },
  };
  const sections = new Map<string, Section>();
  for (const name of SECTIONS) {
    const additions = said.places.get(name);
    if (additions) sections.set(name, new UnfoldedLater(name, () => unfold(additions, names)));
  }
  if (known) return ok({ sections });
  for (const { commands } of sections.values()) visit(commands, []);
  for (const { name, path } of said.paths) visit(sections.get(name)?.commands ?? [], path);
  return errors.length > 0 ? err(inOrder(errors, files)) : ok({ sections });
}

/** A section whose sentences are looked at when they are first asked for. */
class UnfoldedLater implements Section {
  readonly name: string;
  readonly #unfold: () => readonly CommandSpec[];
  #commands: readonly CommandSpec[] | undefined;

  constructor(name: string, unfolded: () => readonly CommandSpec[]) {
    this.name = name;
    this.#unfold = unfolded;
  }

  get commands(): readonly CommandSpec[] {
    this.#commands ??= this.#unfold();
    return this.#commands;
  }
}

/** Unfolds along a path, so that what is wrong with it is told now and not when somebody types there. */
function visit(commands: readonly CommandSpec[], path: readonly Landmark[]): void {
  if (path.length === 0) return;
  for (const spec of commands) {
    const marks = spec.path.flatMap((step) => {
      if (step.kind === 'word') return [step.text];
      return step.kind === 'arg' && path.includes(`<${step.name}>`) ? [`<${step.name}>`] : [];
    });
    const fits = marks.length > 0 && marks.every((mark, i) => path[i] === undefined || path[i] === mark);
    if (spec.container && fits) visit(spec.children, path.slice(marks.length));
  }
}

interface Gathered {
  /** What is said of each section and definition. */
  readonly places: Map<string, Addition[]>;
  /** Paths that lead into blocks. */
  readonly paths: { readonly name: string; readonly path: readonly Landmark[] }[];
  readonly errors: VocabularyError[];
}

function gather(files: readonly ParsedFile[]): Gathered {
  const places = new Map<string, Addition[]>();
  const paths: Gathered['paths'] = [];
  const errors: VocabularyError[] = [];
  for (const { file, sections } of files) {
    for (const section of sections) {
      if (section.kind === 'words') continue;
      const wrong = nameError(section);
      if (wrong) errors.push({ file, line: section.line, message: wrong });
      const says: Addition =
        section.kind === 'order' ? { kind: 'order', file, rows: section.rows } : saysLater(file, () => section.body);
      const path = section.kind === 'define' ? [] : section.path;
      const addition: Addition =
        path.length > 0 ? { kind: 'deeper', file, line: section.line, rest: path, says } : says;
      if (path.length > 0) paths.push({ name: section.name, path });
      const known = places.get(section.name);
      if (known) known.push(addition);
      else places.set(section.name, [addition]);
    }
  }
  return { places, paths, errors };
}

/** What a file says, read when somebody asks. */
const saysLater = (file: string, body: () => readonly ParsedSentence[]): Addition => ({
  kind: 'sentences',
  file,
  get body() {
    return body();
  },
});

function nameError(section: Exclude<ParsedSection, { kind: 'words' }>): string | undefined {
  const known = SECTIONS.has(section.name);
  if (section.kind === 'section' && !known) return `unknown section '${section.name}'`;
  return section.kind === 'define' && known ? `'${section.name}' is the name of a section` : undefined;
}

/** Errors that need no unfolding: names that nobody defines, groups that hold themselves, unknown flags and verbs. */
function looseNames(files: readonly ParsedFile[], places: ReadonlyMap<string, readonly Addition[]>): VocabularyError[] {
  const errors: VocabularyError[] = [];
  const circular = circles(places);
  const walk = (file: string, body: readonly ParsedSentence[]): void => {
    for (const sentence of body) {
      const wrong = 'use' in sentence ? inclusionError(sentence.use, places, circular) : sentenceError(sentence);
      if (wrong) errors.push({ file, line: sentence.line, message: wrong });
      if (!('use' in sentence) && sentence.block) walk(file, sentence.block);
    }
  };
  for (const { file, sections } of files) {
    for (const section of sections) {
      if (section.kind === 'section' || section.kind === 'define') walk(file, section.body);
      if (section.kind === 'order' && !places.get(section.name)?.some((addition) => addition.kind !== 'order')) {
        errors.push({ file, line: section.line, message: `nothing is called '${section.name}'` });
      }
    }
  }
  return errors;
}

function inclusionError(
  name: string,
  places: ReadonlyMap<string, readonly Addition[]>,
  circular: ReadonlySet<string>,
): string | undefined {
  if (!places.has(name)) return `nothing is called '${name}'`;
  return circular.has(name) ? `'${name}' holds itself without a block between` : undefined;
}

function sentenceError(sentence: Exclude<ParsedSentence, { use: string }>): string | undefined {
  const flags = flagError(sentence.flags ?? []);
  if (flags) return flags;
  const verb = sentence.effect?.[0];
  return verb !== undefined && !VERBS.has(verb) ? `unknown effect '${verb}'` : undefined;
}

/** Names that come back to themselves through `use` on one level: unfolding them would not end. */
function circles(places: ReadonlyMap<string, readonly Addition[]>): ReadonlySet<string> {
  const uses = new Map<string, string[]>();
  for (const [name, additions] of places) {
    const direct = additions.flatMap((addition) => (addition.kind === 'sentences' ? addition.body : []));
    uses.set(
      name,
      direct.flatMap((sentence) => ('use' in sentence ? [sentence.use] : [])),
    );
  }
  const circular = new Set<string>();
  for (const name of uses.keys()) {
    const reached = new Set<string>();
    const queue = [...(uses.get(name) ?? [])];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      queue.push(...(uses.get(next) ?? []));
    }
    if (reached.has(name)) circular.add(name);
  }
  return circular;
}

/** By file, then by line. */
function inOrder(errors: readonly VocabularyError[], files: readonly ParsedFile[]): VocabularyError[] {
  const rank = new Map(files.map(({ file }, i) => [file, i]));
  return [...errors].sort((a, b) => (rank.get(a.file) ?? 0) - (rank.get(b.file) ?? 0) || a.line - b.line);
}
