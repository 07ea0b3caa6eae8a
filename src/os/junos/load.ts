// `load merge|override|replace|update|set terminal`: text in braces or commands onto a tree, and what is said about it.
// Source: captures of Junos 25.4 (`load set terminal`, `load merge terminal` with errors).

import { ok, type Result } from '../../base/result.ts';
import { annotate, type Chain, find, rename, setInactive, setProtected } from '../../config/edit.ts';
import { type ConfigTree, EMPTY_TREE } from '../../config/tree.ts';
import type { CommandSpec, MatchError, Token } from '../../language/spec.ts';
import { type BraceStatement, type BraceWord, parseBraces } from './braces.ts';
import { findPath, graftIn, meansNothing, putAll, removeFrom, type Schema, tokensOf } from './schema.ts';

export type LoadMode = 'merge' | 'override' | 'replace' | 'update';

/** What became of a statement of the text. */
export interface LoadedLine {
  /** From 1. */
  readonly line: number;
  /** The statements that it made; undefined: it was refused, and `fault` says why. */
  readonly chains: readonly Chain[] | undefined;
  readonly fault: string | undefined;
  /** First wrong character, from 0. */
  readonly column: number | undefined;
}

export interface LoadResult {
  readonly tree: ConfigTree;
  readonly lines: readonly LoadedLine[];
  /** What the router prints about it, without its last line. */
  readonly said: readonly string[];
  readonly errors: number;
}

/** What is wrong, in the loader's words. */
export function faultText(error: MatchError): string {
  if (error.kind === 'value') return error.why.replace(/\.$/, '');
  return error.kind === 'incomplete' ? 'missing argument' : 'syntax error';
}

/** Braces on a level of a tree. `source` is what errors call the text. */
export function loadBraces(
  schema: Schema,
  text: string,
  tree: ConfigTree,
  mode: LoadMode,
  level: Chain = [],
  source = 'terminal',
): LoadResult {
  const loader = new BraceLoader(schema, source, mode === 'replace');
  const before = mode === 'override' || mode === 'update' ? EMPTY_TREE : tree;
  const { statements, stray } = parseBraces(text);
  loader.block = { children: find(before, level)?.children ?? (level.length === 0 ? before.children : []) };
  loader.read(statements, level);
  const after = level.length === 0 ? loader.block : settled(before, level, loader.block);
  for (const brace of stray) loader.refuse(brace, [], brace.text, 'syntax error', brace.end - 1);
  return { tree: after, lines: loader.lines, said: loader.said, errors: loader.errors };
}

/** The tree with a block as it has become; one that is empty and means nothing then is not kept. */
function settled(tree: ConfigTree, chain: Chain, contents: ConfigTree): ConfigTree {
  const last = chain[chain.length - 1];
  if (contents.children.length > 0 || !last || !meansNothing(last)) return graftIn(tree, chain, contents);
  return removeFrom(tree, chain).tree;
}

class BraceLoader {
  /** The statements of the block that is being read: the others wait until it is done. */
  block: ConfigTree = EMPTY_TREE;
  readonly lines: LoadedLine[] = [];
  readonly said: string[] = [];
  errors = 0;
  readonly #schema: Schema;
  readonly #source: string;
  readonly #replaces: boolean;
  readonly #known = new Map<CommandSpec | undefined, Map<string, ReturnType<typeof findPath>>>();

  constructor(schema: Schema, source: string, replaces: boolean) {
    this.#schema = schema;
    this.#source = source;
    this.#replaces = replaces;
  }

  read(statements: readonly BraceStatement[], level: Chain): void {
    for (const statement of statements) if (statement.words.length > 0) this.#statement(statement, level);
  }

  /** The statements that some words are at a level; what was read once there is read the same again. */
  #find(level: Chain, words: readonly BraceWord[], stop: 'anywhere' | 'statement'): ReturnType<typeof findPath> {
    const place = level[level.length - 1]?.spec;
    const wildcards = level[0]?.spec.name === 'groups';
    const known = this.#known.get(place) ?? new Map<string, ReturnType<typeof findPath>>();
    this.#known.set(place, known);
    const key = `${stop}${wildcards}${words.map(({ text, quoted }) => `\0${quoted ? '"' : ''}${text}`).join('')}`;
    const cached = known.get(key);
    if (cached) return cached;
    const found = findPath(this.#schema, level, words.map(tokenOf), stop);
    // A fault tells where it is.
    if (found.ok) known.set(key, found);
    return found;
  }

  refuse(at: BraceWord, level: Chain, shown: string, why: string, column = at.start): void {
    this.errors++;
    const words = level.flatMap((statement) => statement.words);
    this.said.push(
      `${this.#source}:${at.line}:(${at.end}) ${why}: ${at.text}`,
      `  [edit${words.map((word) => ` ${word}`).join('')}]`,
      `    '${shown}'`,
      `      ${why}`,
    );
    this.lines.push({ line: at.line, chains: undefined, fault: why, column });
  }

  #statement(statement: BraceStatement, level: Chain): void {
    const { words, block, tags } = statement;
    const found = this.#find(level, words, block || tags.includes('delete') ? 'anywhere' : 'statement');
    const chains = found.ok ? found.value : [];
    const last = chains[0]?.[chains[0].length - 1];
    if (!found.ok || (block && !last?.spec.container)) {
      this.#refuseStatement(statement, level, found);
      return;
    }
    if (tags.includes('delete')) {
      for (const chain of chains) this.block = removeFrom(this.block, chain).tree;
      this.#took(statement, within(level, chains));
      return;
    }
    if (tags.includes('replace') && this.#replaces) {
      for (const chain of chains) this.block = removeFrom(this.block, chain).tree;
    }
    this.#took(statement, within(level, chains));
    if (!block) this.block = putAll(this.block, chains);
    else this.#inside(statement, level, chains[0] as Chain);
    // What stands on the line of its container (`then accept;`) does not take the container's marks.
    const marked = chains.map((chain) => (block ? chain : chain.slice(0, 1)));
    for (const chain of marked) this.#mark(statement, chain);
  }

  #took({ words }: BraceStatement, chains: readonly Chain[]): void {
    this.lines.push({ line: words[0]?.line ?? 1, chains, fault: undefined, column: undefined });
  }

  /** A container is made with its contents, or for itself when it says something. */
  #inside(statement: BraceStatement, level: Chain, chain: Chain): void {
    const outer = this.block;
    this.block = { children: find(outer, chain)?.children ?? [] };
    this.read(statement.block ?? [], [...level, ...chain]);
    const inner = this.block;
    this.block = settled(outer, chain, inner);
    const last = chain[chain.length - 1];
    if (inner.children.length > 0 || !last || !meansNothing(last)) return;
    const above = [...level, ...chain.slice(0, -1)].flatMap(({ words }) => words);
    this.said.push(
      `[edit${above.map((word) => ` ${word}`).join('')}]`,
      `  '${last.words.join(' ')}'`,
      '    warning: statement has no contents; ignored',
    );
  }

  #mark({ tags, comment }: BraceStatement, chain: Chain): void {
    const change = (made: Result<ConfigTree, unknown>): void => {
      if (made.ok) this.block = made.value;
    };
    if (tags.includes('inactive')) change(setInactive(this.block, chain, true));
    if (tags.includes('active')) change(setInactive(this.block, chain, false));
    if (tags.includes('protect')) change(setProtected(this.block, chain, true));
    if (comment !== undefined) change(annotate(this.block, chain, comment));
  }

  /** A block that cannot be opened is passed over as a whole. */
  #refuseStatement(statement: BraceStatement, level: Chain, found: ReturnType<typeof findPath>): void {
    const { words, block, close } = statement;
    const error: MatchError = found.ok ? { kind: 'incomplete' } : found.error;
    const at = words[error.kind === 'incomplete' ? words.length - 1 : error.token] ?? words[0];
    if (!at) return;
    const text = words.map((word) => (word.quoted ? `"${word.text}"` : word.text)).join(' ');
    this.refuse(at, level, `${text}${block ? ' {' : ';'}`, faultText(error));
    if (!block) return;
    this.#passOver(block);
    if (!close) return;
    const why = 'error recovery ignores input until this point';
    this.refuse(close, level, '}', why);
    this.lines.pop();
  }

  #passOver(block: readonly BraceStatement[]): void {
    for (const { words, block: inner } of block) {
      const [first] = words;
      if (first) this.lines.push({ line: first.line, chains: undefined, fault: 'syntax error', column: first.start });
      if (inner) this.#passOver(inner);
    }
  }
}

const tokenOf = ({ text, quoted, start, end }: BraceWord): Token => ({ text, quoted, start, end });

const within = (level: Chain, chains: readonly Chain[]): readonly Chain[] =>
  chains.map((chain) => [...level, ...chain]);

/** `set`, `delete`, `deactivate` … line by line. */
export function loadSet(
  schema: Schema,
  text: string,
  tree: ConfigTree,
  level: Chain = [],
  source = 'terminal',
): LoadResult {
  const lines: LoadedLine[] = [];
  const said: string[] = [];
  let result = tree;
  let errors = 0;
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (isNoise(line)) continue;
    const done = applyLine(schema, line, result, level);
    result = done.tree;
    if (done.error) {
      errors++;
      said.push(`${source}:${i + 1}:(${done.error.start}) ${done.error.why}: ${done.error.text}`);
      lines.push({ line: i + 1, chains: undefined, fault: done.error.why, column: done.error.start });
    } else lines.push({ line: i + 1, chains: done.chains, fault: undefined, column: undefined });
  }
  return { tree: result, lines, said, errors };
}

/** Blank lines, comments, and what a terminal shows between two commands. */
const isNoise = (line: string): boolean => /^\s*(?:#.*|\{[a-z]+(?::[a-z]*\d+)?\}(?:\[edit\])?)?\s*$/.test(line);

interface LineDone {
  readonly tree: ConfigTree;
  readonly chains: readonly Chain[];
  readonly error?: { readonly start: number; readonly text: string; readonly why: string };
}

const VERBS = ['set', 'delete', 'deactivate', 'activate', 'protect', 'unprotect', 'rename'] as const;

/** Does this text consist of commands? */
export const isSetText = (text: string): boolean => {
  const first = text.split(/\r?\n/).find((line) => !isNoise(line)) ?? '';
  return VERBS.some((verb) => first.trimStart().startsWith(`${verb} `));
};

/** One command of a file or of `load set`. */
export function applyLine(schema: Schema, line: string, tree: ConfigTree, level: Chain): LineDone {
  const [verb, ...path] = tokensOf(line);
  const name = VERBS.find((known) => known === verb?.text);
  if (!verb || !name) return failed(tree, { kind: 'unknown', column: 0, token: 0 }, [verb ?? NOTHING]);
  if (name === 'rename') return renameLine(schema, path, tree, level);
  const stop = name === 'set' ? 'statement' : 'unvalued';
  const found = findPath(schema, level, path, stop);
  if (!found.ok)
    return { ...failed(tree, found.error, path), tree: keepPrefix(schema, path, tree, level, name, found) };
  const chains = within(level, found.value);
  return { chains, tree: chains.reduce((into, chain) => applyVerb(name, into, chain), tree) };
}

const NOTHING: Token = { text: '', start: 0, end: 0, quoted: false };

function applyVerb(verb: (typeof VERBS)[number], tree: ConfigTree, chain: Chain): ConfigTree {
  if (verb === 'set') return putAll(tree, [chain]);
  if (verb === 'delete') return removeFrom(tree, chain).tree;
  const made =
    verb === 'protect' || verb === 'unprotect'
      ? setProtected(tree, chain, verb === 'protect')
      : setInactive(tree, chain, verb === 'deactivate');
  return made.ok ? made.value : tree;
}

/** Capture: what stands before the wrong word is kept when it is a statement by itself. */
function keepPrefix(
  schema: Schema,
  path: readonly Token[],
  tree: ConfigTree,
  level: Chain,
  verb: string,
  found: ReturnType<typeof findPath>,
): ConfigTree {
  if (verb !== 'set' || found.ok || found.error.kind !== 'unknown') return tree;
  const before = findPath(schema, level, path.slice(0, found.error.token), 'statement');
  return before.ok ? putAll(tree, within(level, before.value)) : tree;
}

function failed(tree: ConfigTree, error: MatchError, path: readonly Token[]): LineDone {
  const at = (error.kind === 'incomplete' ? path[path.length - 1] : path[error.token]) ?? NOTHING;
  return { tree, chains: [], error: { start: at.start, text: at.text, why: faultText(error) } };
}

function renameLine(schema: Schema, path: readonly Token[], tree: ConfigTree, level: Chain): LineDone {
  const moved = renameAlong(schema, path, tree, level);
  return moved.ok ? { tree: moved.value, chains: [] } : failed(tree, moved.error, path);
}

/** `A to B`: B is read beside A. */
export function renameAlong(
  schema: Schema,
  path: readonly Token[],
  tree: ConfigTree,
  level: Chain,
): Result<ConfigTree, MatchError> {
  const to = path.findIndex(({ text, quoted }) => text === 'to' && !quoted);
  if (to < 0) return { ok: false, error: { kind: 'incomplete' } };
  const from = findPath(schema, level, path.slice(0, to), 'statement');
  if (!from.ok) return from;
  const [chain = []] = from.value;
  const above = [...level, ...chain.slice(0, -1)];
  const target = findPath(schema, above, path.slice(to + 1), 'statement');
  if (!target.ok) return target;
  const last = target.value[0]?.[0];
  const made = last && last.spec === chain.at(-1)?.spec ? rename(tree, [...level, ...chain], last) : undefined;
  return made?.ok ? ok(made.value) : { ok: false, error: { kind: 'incomplete' } };
}
