// Configuration text in braces to statements with their places. Every sequence of tokens is read: what is wrong with it
// is found out by whoever looks the words up.    Source: CLI user guide, "load" and its tags.

/** A word of the text, or a bracket of a list. */
export interface BraceWord {
  readonly text: string;
  readonly quoted: boolean;
  /** From 1. */
  readonly line: number;
  /** Columns before it, and up to its end. */
  readonly start: number;
  readonly end: number;
}

export type BraceTag = 'inactive' | 'active' | 'protect' | 'replace' | 'delete';

/** A statement as written. */
export interface BraceStatement {
  readonly tags: readonly BraceTag[];
  readonly comment: string | undefined;
  readonly words: readonly BraceWord[];
  /** Undefined: it ended with `;`. */
  readonly block: readonly BraceStatement[] | undefined;
  /** The brace that ends the block. */
  readonly close: BraceWord | undefined;
}

/** The statements of a text, and braces that open or close nothing, in their order. */
export interface BraceText {
  readonly statements: readonly BraceStatement[];
  readonly stray: readonly BraceWord[];
}

interface Token {
  readonly kind: 'remark' | 'tag' | 'word' | '{' | '}' | ';';
  readonly image: string;
  /** From 1. */
  readonly line: number;
  /** Columns before it. */
  readonly start: number;
}

/** Blanks and `#` remarks, remarks, quoted text, tags, punctuation, words: the first that fits. Every character does. */
const TOKEN =
  /(\s+)|(#[^\n]*)|(\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?)|("(?:[^"\\]|\\[\s\S])*"?|[[\]])|((?:inactive|active|protect|replace|delete):(?!\S))|([{};])|([^\s;{}[\]"]+)/gy;
const LINE_END = /\r\n?|\n/g;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let lineStart = 0;
  for (const found of text.matchAll(TOKEN)) {
    const [image, blank, hash, remark, , tag, mark] = found;
    if (hash !== undefined) continue;
    const kind = remark !== undefined ? 'remark' : tag !== undefined ? 'tag' : ((mark as Token['kind']) ?? 'word');
    if (blank === undefined) tokens.push({ kind, image, line, start: found.index - lineStart });
    for (const end of image.matchAll(LINE_END)) {
      line++;
      lineStart = found.index + end.index + end[0].length;
    }
  }
  return tokens;
}

class Reader {
  readonly stray: BraceWord[] = [];
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  file(): readonly BraceStatement[] {
    const statements: BraceStatement[] = [];
    while (this.#next !== undefined) {
      statements.push(...this.#items());
      const close = this.#taken('}');
      if (close) this.stray.push(wordOf(close));
    }
    return statements;
  }

  get #next(): Token['kind'] | undefined {
    return this.#tokens[this.#at]?.kind;
  }

  #taken(kind: Token['kind']): Token | undefined {
    return this.#next === kind ? this.#tokens[this.#at++] : undefined;
  }

  /** Statements up to the brace that closes, or to the end. */
  #items(): readonly BraceStatement[] {
    const statements: BraceStatement[] = [];
    while (this.#next !== undefined && this.#next !== '}') {
      if (this.#next === '{') this.#nameless();
      else if (!this.#taken(';')) statements.push(this.#statement());
    }
    return statements;
  }

  #statement(): BraceStatement {
    let comment: string | undefined;
    const tags: BraceTag[] = [];
    const words: BraceWord[] = [];
    for (;;) {
      const token = this.#taken('word') ?? this.#taken('tag') ?? this.#taken('remark');
      if (!token) break;
      if (token.kind === 'remark') {
        if (words.length === 0) comment = remark(token.image);
      } else if (token.kind === 'tag' && words.length === 0) tags.push(token.image.slice(0, -1) as BraceTag);
      // Behind a word a tag is a word like any other.
      else words.push(wordOf(token));
    }
    if (this.#taken(';') || !this.#taken('{')) return { tags, comment, words, block: undefined, close: undefined };
    const block = this.#items();
    const close = this.#taken('}');
    return { tags, comment, words, block, close: close && wordOf(close) };
  }

  /** A block of nothing: what is in it belongs nowhere. */
  #nameless(): void {
    this.stray.push(wordOf(this.#tokens[this.#at++] as Token));
    this.#items();
    this.#taken('}');
  }
}

function wordOf({ image, line, start }: Token): BraceWord {
  const quoted = image.startsWith('"');
  const text = quoted
    ? image.replace(/^"|"$/g, '').replace(/\\(["\\])/g, (pair, char) => (char === '"' ? char : pair))
    : image;
  return { text, quoted, line, start, end: start + image.length };
}

/** The text of a comment: of a short one without its blanks, of a long one with its lines, each one blank to the right. */
function remark(image: string): string {
  const inner = image.slice(2, image.endsWith('*/') && image.length >= 4 ? -2 : undefined);
  return inner.includes('\n') ? inner.replace(/\r?\n[ \t]*/g, '\n ') : inner.trim();
}

/** Reads a text. */
export function parseBraces(text: string): BraceText {
  const reader = new Reader(text);
  const statements = reader.file();
  return { statements: statements.filter(({ words }) => words.length > 0), stray: reader.stray };
}
