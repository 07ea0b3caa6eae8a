// `load patch`: the text of `show | compare`, done to a tree.    Source: "load" (CLI user guide), patch; capture of Junos (a
// header of a level, statements behind `-` and `+`); what `compare.ts` writes is read here.

import { type Chain, find, findAll, insert, remove, setInactive } from '../../config/edit.ts';
import { identityOf } from '../../config/identity.ts';
import type { ConfigNode, ConfigTree } from '../../config/tree.ts';
import { type BraceStatement, parseBraces } from './braces.ts';
import { type LoadResult, loadBraces } from './load.ts';
import { findPath, meansNothing, removeFrom, type Schema, tokensOf } from './schema.ts';

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
  patch.finish();
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
  /** What was taken away under this header, and behind what it stood. */
  readonly #emptied: Chain[] = [];
  readonly #gone = new Map<string, { readonly anchor: ConfigNode | undefined }>();

  constructor(schema: Schema, source: string, tree: ConfigTree) {
    this.#schema = schema;
    this.#source = source;
    this.tree = tree;
  }

  level(path: string, line: number): Chain | undefined {
    this.#behind = undefined;
    this.#gone.clear();
    if (path === '') return [];
    const found = findPath(this.#schema, [], tokensOf(path), 'anywhere');
    if (found.ok) return found.value[0] ?? [];
    this.errors++;
    this.said.push(`${this.#source}:${line}:(0) syntax error: ${path}`);
    return undefined;
  }

  /** Containers that nothing has come into again go with what was taken out of them. */
  finish(): void {
    for (const chain of this.#emptied) {
      for (let length = chain.length; length > 0; length--) {
        const here = chain.slice(0, length);
        const node = find(this.tree, here);
        if (node && node.children.length === 0 && meansNothing(node)) this.tree = removeFrom(this.tree, here).tree;
      }
    }
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
    // `route 10.0.0.0/8 discard;` tells of the route, not of what is in it.
    return found.ok ? found.value.map((chain) => [...level, ...chain.slice(0, 1)]) : [];
  }

  #add(text: string, level: Chain, first: number): void {
    const padded = '\n'.repeat(first - 1) + text;
    const loaded = loadBraces(this.#schema, padded, this.tree, 'merge', level, this.#source);
    this.tree = loaded.tree;
    this.said.push(...loaded.said);
    this.errors += loaded.errors;
    for (const statement of parseBraces(text).statements) {
      const [chain] = this.#chains(statement, level);
      if (chain) this.#place(chain);
    }
  }

  /** Where a statement of a list that its owner orders belongs. */
  #place(chain: Chain): void {
    const last = chain[chain.length - 1] as Chain[number];
    const old = this.#gone.get(identityOf(last));
    const shown = this.#behind?.at(-1);
    // What is told without its neighbour stands first; what was only changed stays where it was.
    const anchor = old ? old.anchor : shown?.spec === last.spec ? shown : undefined;
    const first = this.#siblings(chain).find((node) => identityOf(node) !== identityOf(last));
    const target = anchor ?? first;
    const made = target && insert(this.tree, chain, anchor ? 'after' : 'before', target);
    if (made?.ok) this.tree = made.value;
    this.#behind = chain;
  }

  /** The statements of the same sentence beside it. */
  #siblings(chain: Chain): readonly ConfigNode[] {
    const above = chain.slice(0, -1);
    const block = above.length === 0 ? this.tree : find(this.tree, above);
    return block?.children.filter(({ spec }) => spec === chain[chain.length - 1]?.spec) ?? [];
  }

  /** Removed statements are told as a whole; one that is not there is passed over. */
  #remove(text: string, level: Chain): void {
    for (const statement of parseBraces(text).statements) {
      for (const chain of this.#chains(statement, level)) {
        const last = chain[chain.length - 1] as Chain[number];
        const siblings = this.#siblings(chain);
        const at = siblings.findIndex((node) => identityOf(node) === identityOf(last));
        this.#gone.set(identityOf(last), { anchor: siblings[at - 1] });
        this.tree = remove(this.tree, chain, { exact: true }).tree;
        this.#emptied.push(chain.slice(0, -1));
      }
    }
  }

  /** `inactive: `, `active: `, or a statement in another place. */
  #toggle(lines: readonly string[], level: Chain): void {
    for (const line of lines) {
      const [, mark, rest = ''] = /^\s*(inactive:|active:)?\s*(.*)$/.exec(line) ?? [];
      const text = rest.replace(/\{ \.\.\. \}\s*$/, ';');
      const [chain] = this.#chains(parseBraces(text).statements[0], level);
      if (!chain || findAll(this.tree, chain).length === 0) continue;
      if (mark === undefined) this.#place(chain);
      else {
        const made = setInactive(this.tree, chain, mark === 'inactive:');
        if (made.ok) this.tree = made.value;
      }
    }
  }
}
