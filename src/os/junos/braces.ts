// Configuration text in braces to statements with their places (Chevrotain). Every sequence of tokens is read: what is
// wrong with it is found out by whoever looks the words up.    Source: CLI user guide, "load" and its tags.

import { createToken, EmbeddedActionsParser, type IToken, Lexer } from 'chevrotain';
import { must } from '../../base/must.ts';

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

const Blank = createToken({ name: 'Blank', pattern: /\s+/, group: Lexer.SKIPPED });
const Hash = createToken({ name: 'Hash', pattern: /#[^\n]*/, group: Lexer.SKIPPED });
const Remark = createToken({ name: 'Remark', pattern: /\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/, line_breaks: true });
const Text = createToken({ name: 'Text', pattern: /"(?:[^"\\]|\\[\s\S])*"?/, line_breaks: true });
const Tag = createToken({ name: 'Tag', pattern: /(?:inactive|active|protect|replace|delete):(?!\S)/ });
const Open = createToken({ name: 'Open', pattern: /\{/ });
const Close = createToken({ name: 'Close', pattern: /\}/ });
const End = createToken({ name: 'End', pattern: /;/ });
const ListOpen = createToken({ name: 'ListOpen', pattern: /\[/ });
const ListClose = createToken({ name: 'ListClose', pattern: /\]/ });
const Word = createToken({ name: 'Word', pattern: /[^\s;{}[\]"]+/ });
const TOKENS = [Blank, Hash, Remark, Text, Tag, Open, Close, End, ListOpen, ListClose, Word];

class Grammar extends EmbeddedActionsParser {
  stray: BraceWord[] = [];

  constructor() {
    super(TOKENS, { recoveryEnabled: false, maxLookahead: 1 });
    this.performSelfAnalysis();
  }

  readonly file = this.RULE('file', (): readonly BraceStatement[] => {
    const statements: BraceStatement[] = [];
    this.MANY(() =>
      this.OR([
        { ALT: () => statements.push(this.SUBRULE(this.statement)) },
        { ALT: () => this.CONSUME(End) },
        { ALT: () => this.SUBRULE(this.nameless) },
        {
          ALT: () => {
            const token = this.CONSUME(Close);
            this.ACTION(() => this.stray.push(wordOf(token)));
          },
        },
      ]),
    );
    return statements;
  });

  private readonly statement = this.RULE('statement', (): BraceStatement => {
    let comment: string | undefined;
    const tags: BraceTag[] = [];
    const words: BraceWord[] = [];
    let body: { block: readonly BraceStatement[]; close: BraceWord | undefined } | undefined;
    this.AT_LEAST_ONE(() =>
      this.OR([
        { ALT: () => words.push(this.SUBRULE(this.word)) },
        {
          ALT: () => {
            const token = this.CONSUME(Tag);
            this.ACTION(() => {
              // Behind a word it is a word like any other.
              if (words.length > 0) words.push(wordOf(token));
              else tags.push(token.image.slice(0, -1) as BraceTag);
            });
          },
        },
        {
          ALT: () => {
            const token = this.CONSUME(Remark);
            this.ACTION(() => {
              if (words.length === 0) comment = remark(token.image);
            });
          },
        },
      ]),
    );
    this.OPTION(() =>
      this.OR1([
        { ALT: () => this.CONSUME(End) },
        {
          ALT: () => {
            body = this.SUBRULE(this.block);
          },
        },
      ]),
    );
    return { tags, comment, words, block: body?.block, close: body?.close };
  });

  private readonly block = this.RULE(
    'block',
    (): { block: readonly BraceStatement[]; close: BraceWord | undefined } => {
      const block: BraceStatement[] = [];
      let close: BraceWord | undefined;
      this.CONSUME(Open);
      this.MANY(() =>
        this.OR([
          { ALT: () => block.push(this.SUBRULE(this.statement)) },
          { ALT: () => this.CONSUME(End) },
          { ALT: () => this.SUBRULE(this.nameless) },
        ]),
      );
      this.OPTION(() => {
        const token = this.CONSUME(Close);
        this.ACTION(() => {
          close = wordOf(token);
        });
      });
      return { block, close };
    },
  );

  /** A block of nothing: what is in it belongs nowhere. */
  private readonly nameless = this.RULE('nameless', (): void => {
    const token = this.CONSUME(Open);
    this.ACTION(() => this.stray.push(wordOf(token)));
    this.MANY(() =>
      this.OR([
        { ALT: () => this.SUBRULE(this.statement) },
        { ALT: () => this.CONSUME(End) },
        { ALT: () => this.SUBRULE(this.nameless) },
      ]),
    );
    this.OPTION(() => this.CONSUME(Close));
  });

  private readonly word = this.RULE('word', (): BraceWord => {
    const token = this.OR([
      { ALT: () => this.CONSUME(Word) },
      { ALT: () => this.CONSUME(Text) },
      { ALT: () => this.CONSUME(ListOpen) },
      { ALT: () => this.CONSUME(ListClose) },
    ]);
    return this.ACTION(() => wordOf(token));
  });
}

function wordOf(token: IToken): BraceWord {
  const quoted = token.image.startsWith('"');
  const start = (token.startColumn ?? 1) - 1;
  const text = quoted
    ? token.image.replace(/^"|"$/g, '').replace(/\\(["\\])/g, (pair, char) => (char === '"' ? char : pair))
    : token.image;
  return { text, quoted, line: token.startLine ?? 1, start, end: start + token.image.length };
}

/** The text of a comment: of a short one without its blanks, of a long one with its lines, each one blank to the right. */
function remark(image: string): string {
  const inner = image.slice(2, image.endsWith('*/') && image.length >= 4 ? -2 : undefined);
  return inner.includes('\n') ? inner.replace(/\r?\n[ \t]*/g, '\n ') : inner.trim();
}

/** Made when the first text is read. */
let grammar: Grammar | undefined;
let lexer: Lexer | undefined;

/** Reads a text. */
export function parseBraces(text: string): BraceText {
  lexer ??= new Lexer(TOKENS, { positionTracking: 'onlyStart' });
  grammar ??= new Grammar();
  const { tokens, errors } = lexer.tokenize(text);
  must(errors.length === 0, `every character is read: ${errors[0]?.message}`);
  grammar.input = tokens;
  grammar.stray = [];
  const statements = grammar.file();
  must(grammar.errors.length === 0, `every text is read: ${grammar.errors[0]?.message}`);
  return { statements: statements.filter(({ words }) => words.length > 0), stray: grammar.stray };
}
