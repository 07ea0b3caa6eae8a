// `load patch`: the text of `show | compare`, done to a tree.    Source: "load" (CLI user guide), patch; capture of Junos (a
// header of a level, statements behind `-` and `+`); what `compare.ts` writes is read here.

import { type Chain, findAll, insert, setInactive } from '../../config/edit.ts';
import type { ConfigTree } from '../../config/tree.ts';
import { type BraceStatement, parseBraces } from './braces.ts';
import { type LoadResult, loadBraces } from './load.ts';
import { findPath, removeFrom, type Schema, tokensOf } from './schema.ts';

/** A run of lines of one sign under a header. */
interface Run {
  readonly sign: string;
  readonly first: number;
  readonly lines: string[];
}

/** The patch on a tree; errors as of other texts. */
export function loadPatch(schema: Schema, text: string, tree: ConfigTree, source = 'terminal'): LoadResult {
  const patch = new Patch(schema, source, tree);
  let level: Chain | undefined = [];
  let run: Run | undefined;
  const close = (): void => {
    if (run && level) patch.apply(run, level);
    run = undefined;
  };
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const header = /^\s*\[edit(.*)\]\s*$/.exec(line);
    const sign = /^[-+! ]/.exec(line)?.[0];
    if (header) {
      close();
      level = patch.level(header[1]?.trim() ?? '', i + 1);
    } else if (sign !== undefined && line.trim() !== '') {
      if (run?.sign !== sign) close();
      run ??= { sign, first: i + 1, lines: [] };
      run.lines.push(line.slice(1));
    }
  }
  close();
  return { tree: patch.tree, lines: [], said: patch.said, errors: patch.errors };
}

class Patch {
  tree: ConfigTree;
  readonly said: string[] = [];
  errors = 0;
  readonly #schema: Schema;
  readonly #source: string;
  /** The statement that was shown last without a sign: what is new stands behind it. */
  #behind: Chain | undefined;

  constructor(schema: Schema, source: string, tree: ConfigTree) {
    this.#schema = schema;
    this.#source = source;
    this.tree = tree;
  }

  level(path: string, line: number): Chain | undefined {
    this.#behind = undefined;
    if (path === '') return [];
    const found = findPath(this.#schema, [], tokensOf(path), 'anywhere');
    if (found.ok) return found.value[0] ?? [];
    this.errors++;
    this.said.push(`${this.#source}:${line}:(0) syntax error: ${path}`);
    return undefined;
  }

  apply({ sign, first, lines }: Run, level: Chain): void {
    const text = lines.join('\n').replaceAll('{ ... }', ';');
    if (sign === '+') this.#add(text, level, first);
    else if (sign === '-') this.#remove(text, level);
    else if (sign === '!') this.#toggle(lines, level);
    else this.#behind = this.#chains(parseBraces(text).statements.at(-1), level)[0];
  }

  #chains(statement: BraceStatement | undefined, level: Chain): readonly Chain[] {
    if (!statement) return [];
    const tokens = statement.words.map(({ text, quoted, start, end }) => ({ text, quoted, start, end }));
    const found = findPath(this.#schema, level, tokens, 'anywhere');
    return found.ok ? found.value.map((chain) => [...level, ...chain]) : [];
  }

  #add(text: string, level: Chain, first: number): void {
    const padded = '\n'.repeat(first - 1) + text;
    const loaded = loadBraces(this.#schema, padded, this.tree, 'merge', level, this.#source);
    this.tree = loaded.tree;
    this.said.push(...loaded.said);
    this.errors += loaded.errors;
    for (const statement of parseBraces(text).statements) {
      const [chain] = this.#chains(statement, level);
      const anchor = this.#behind?.at(-1);
      if (chain && anchor) this.#move(chain, anchor);
      if (chain) this.#behind = chain;
    }
  }

  #move(chain: Chain, anchor: Chain[number]): void {
    const made = insert(this.tree, chain, 'after', anchor);
    if (made.ok) this.tree = made.value;
  }

  /** Removed statements are told as a whole; one that is not there is passed over. */
  #remove(text: string, level: Chain): void {
    for (const statement of parseBraces(text).statements) {
      for (const chain of this.#chains(statement, level)) this.tree = removeFrom(this.tree, chain).tree;
    }
  }

  /** `inactive: `, `active: `, or a statement in another place. */
  #toggle(lines: readonly string[], level: Chain): void {
    for (const line of lines) {
      const [, mark, rest = ''] = /^\s*(inactive:|active:)?\s*(.*)$/.exec(line) ?? [];
      const text = rest.replace(/\{ \.\.\. \}\s*$/, ';');
      const [chain] = this.#chains(parseBraces(text).statements[0], level);
      if (!chain || findAll(this.tree, chain).length === 0) continue;
      const anchor = this.#behind?.at(-1);
      if (mark === undefined && anchor) this.#move(chain, anchor);
      if (mark !== undefined) {
        const made = setInactive(this.tree, chain, mark === 'inactive:');
        if (made.ok) this.tree = made.value;
      }
      this.#behind = chain;
    }
  }
}
