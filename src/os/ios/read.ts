// A configuration file on top of a tree: what a lab begins with, what `show running-config` printed on a real router.

import { find, remove } from '../../config/edit.ts';
import type { ConfigTree } from '../../config/tree.ts';
import type { Token } from '../../language/spec.ts';
import { tokenize } from '../../language/tokens.ts';
import type { LineTaken } from '../os.ts';
import {
  type BannerStart,
  bannerEnd,
  bannerStart,
  bannerTokens,
  beginsCertificate,
  endsCertificate,
} from './banner.ts';
import { interfacesNamed, makesItself } from './box-of.ts';
import { type LineEnvironment, takeLine } from './edit/line.ts';
import { depthOf, GLOBAL, type Mode, upTo } from './edit/mode.ts';
import { liveOf } from './live.ts';
import { errorText } from './words.ts';

export interface ReadResult {
  readonly tree: ConfigTree;
  readonly lines: readonly LineTaken[];
}

/** IOS knows no quotes. */
export const TOKEN_STYLE = { quotes: false, brackets: false } as const;

/** What every box has, whatever its configuration says of it. */
const PARTS = ['interface', 'line con', 'line aux', 'line vty'];
/** Blocks that hold something as soon as they are there. */
const NEVER_EMPTY = [...PARTS, 'router bgp'];

/** Headers that a router prints above a configuration. */
const HEADER =
  /^(Building configuration\.\.\.|Current configuration\s*:|Using \d+ out of \d+ bytes|Load for |Time source is )/;

export function readConfiguration(text: string, onto: ConfigTree, environment: LineEnvironment): ReadResult {
  const reader = new Reader(text, onto, { ...environment, reading: true });
  return reader.read();
}

/** Without what the box came with, but for its parts. */
const withoutFactory = (tree: ConfigTree, factory: ConfigTree): ConfigTree => ({
  children: tree.children.filter((node) => PARTS.includes(node.spec.name) || !factory.children.includes(node)),
});

class Reader {
  readonly #lines: readonly string[];
  readonly #environment: LineEnvironment;
  readonly #taken: LineTaken[] = [];
  /** Blocks are indented: a line in the first column is one of global configuration. */
  readonly #indented: boolean;
  /** A router printed it: what it does not say is not so (a port without `shutdown` is up). */
  readonly #printed: boolean;
  readonly #seen = new Set<string>();
  /** Interfaces that the file makes somewhere: its other lines may name them before. */
  readonly #coming: readonly string[];
  /** Of each open block, where it is known: how far in its first line stands, and whether its statements stand further in
   * (those of IOS 12.x families do not). */
  #blocks: { readonly column: number; inside: boolean | undefined }[] = [];
  #tree: ConfigTree;
  #mode: Mode = GLOBAL;
  #at = 0;

  constructor(text: string, onto: ConfigTree, environment: LineEnvironment) {
    this.#lines = text.replaceAll('\r\n', '\n').split('\n');
    this.#indented = this.#lines.some((line) => /^\s+[^\s!]/.test(line));
    this.#printed = this.#lines.some((line) => /^version \d/.test(line));
    this.#environment = { ...environment, printed: this.#printed && environment.factory.children.length > 0 };
    this.#coming = this.#printed ? interfacesNamed(text).filter(makesItself) : [];
    this.#tree = this.#printed ? withoutFactory(onto, environment.factory) : onto;
  }

  read(): ReadResult {
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at] as string;
      const trimmed = line.trim();
      if (trimmed === '' || trimmed.startsWith('!') || HEADER.test(trimmed)) continue;
      // What closes a block stands where its first line does, and still belongs to it.
      if (this.#indented) this.#leave(line.search(/\S/) + (/^\s+exit-/.test(line) ? 1 : 0));
      const banner = bannerStart(line);
      if (banner) this.#banner(line, banner);
      else if (beginsCertificate(line) && this.#lines[this.#at + 1]?.match(/^\s+[0-9A-F]{2}/)) this.#certificate(line);
      else this.#line(line, tokenize(line, TOKEN_STYLE));
    }
    return { tree: this.#tree, lines: this.#taken };
  }

  /** Blocks end where a line stands as far out as their own first. */
  #leave(column: number): void {
    if (column === 0) {
      this.#mode = GLOBAL;
      this.#blocks = [];
      return;
    }
    for (let last = this.#blocks.at(-1); last; last = this.#blocks.at(-1)) {
      last.inside ??= column > last.column;
      if (!last.inside || column > last.column) return;
      this.#blocks.pop();
      this.#mode = upTo(this.#mode, Math.min(depthOf(this.#mode), this.#blocks.length));
    }
  }

  #report(line: string, number: number, taken: LineTaken['taken'], why?: string, column?: number): void {
    this.#taken.push({ line: number, text: line, taken, why, column });
  }

  #line(line: string, tokens: readonly Token[], number = this.#at + 1): void {
    const outcome = takeLine(this.#tree, this.#mode, tokens, liveOf(this.#tree, this.#coming), this.#environment);
    switch (outcome.kind) {
      case 'error': {
        const column = 'column' in outcome.error ? outcome.error.column : undefined;
        this.#report(line, number, 'rejected', errorText(outcome.error, line), column);
        break;
      }
      case 'refused':
        this.#report(line, number, 'rejected', outcome.say.filter((text) => text !== '').join(' '));
        break;
      case 'command':
        this.#command(line, outcome.match.words[0] ?? '');
        break;
      case 'done':
        this.#tree = outcome.tree;
        this.#entered(line, outcome.mode);
        this.#mode = outcome.mode;
        if (this.#printed && NEVER_EMPTY.includes(outcome.statement.spec.name)) this.#beginAnew();
        if (outcome.kept === undefined) this.#report(line, number, 'simulated');
        else this.#report(line, number, 'kept', outcome.kept);
        break;
    }
  }

  /** The blocks that are open then: those that were, and perhaps the one that this line opens. */
  #entered(line: string, mode: Mode): void {
    const depth = depthOf(mode);
    const opens = mode !== this.#mode && mode.chains !== this.#mode.chains && depth > 0 && !this.#isOpen(mode);
    this.#blocks = this.#blocks.slice(0, opens ? depth - 1 : depth);
    if (opens) this.#blocks.push({ column: line.search(/\S/), inside: undefined });
  }

  /** Has one of the blocks that are open been gone back to? */
  #isOpen(mode: Mode): boolean {
    const depth = depthOf(mode);
    if (depth > depthOf(this.#mode)) return false;
    const last = mode.chains[0]?.at(-1);
    return this.#mode.chains[0]?.[depth - 1] === last;
  }

  /** `exit` leaves a block, `end` all of them; orders do nothing in a file. */
  #command(line: string, word: string): void {
    if (word === 'exit' || word === 'quit') {
      this.#mode = upTo(this.#mode, Math.max(0, depthOf(this.#mode) - 1));
      this.#blocks = this.#blocks.slice(0, depthOf(this.#mode));
    } else if (word === 'end') this.#mode = GLOBAL;
    else this.#report(line, this.#at + 1, 'kept', 'orders do nothing in a configuration file');
  }

  /** A block is found for the first time: what it came with goes. */
  #beginAnew(): void {
    for (const chain of this.#mode.chains) {
      const name = chain.flatMap(({ words }) => words).join(' ');
      const node = this.#seen.has(name) ? undefined : find(this.#tree, chain);
      this.#seen.add(name);
      // An address is told of, or its absence.
      const gone = node?.children.filter(({ spec }) => spec.name !== 'ip address') ?? [];
      for (const child of gone) this.#tree = remove(this.#tree, [...chain, child]).tree;
    }
  }

  #banner(line: string, start: BannerStart): void {
    const number = this.#at + 1;
    const first = bannerEnd(start.rest, start.delimiter);
    const lines = [first ?? start.rest];
    for (let end = first; end === undefined && this.#at + 1 < this.#lines.length; ) {
      const next = this.#lines[++this.#at] as string;
      end = bannerEnd(next, start.delimiter);
      lines.push(end ?? next);
    }
    this.#line(line, bannerTokens(start, lines), number);
  }

  /** The hexadecimal below belongs to the line: it is kept as it was printed. */
  #certificate(line: string): void {
    const number = this.#at + 1;
    const lines: string[] = [];
    for (let next = this.#lines[++this.#at]; next !== undefined; next = this.#lines[++this.#at]) {
      lines.push(next);
      if (endsCertificate(next)) break;
    }
    const tokens = tokenize(line, TOKEN_STYLE);
    const last = tokens.at(-1);
    if (!last) return;
    this.#line(line, [...tokens.slice(0, -1), { ...last, text: [last.text, ...lines].join('\n') }], number);
  }
}
