// Grammar of the command language (commands/README.md): texts of .cmd files to ParsedFile.

import {
  createTokenInstance,
  EmbeddedActionsParser,
  type ILexingError,
  type IParserErrorMessageProvider,
  type IToken,
  type TokenType,
  tokenMatcher,
} from 'chevrotain';
import { err, ok, type Result } from '../base/result.ts';
import { ALL_TOKENS, lex, T } from './lexer.ts';
import type {
  Landmark,
  ParsedFile,
  ParsedOrderRow,
  ParsedSection,
  ParsedSentence,
  ParsedStep,
  SourceFile,
  VocabularyError,
} from './source.ts';

/** Reads files, each for itself; every error of every file is gathered. Nothing is looked up yet. */
export function parseFiles(files: readonly SourceFile[]): Result<readonly ParsedFile[], readonly VocabularyError[]> {
  const parsed: ParsedFile[] = [];
  const errors: VocabularyError[] = [];
  for (const { file, text } of files) {
    const { tokens, errors: unread } = lex(text);
    const { sections, wrong } = parse(tokens);
    const found = [...unread.map((error) => unreadable(error, text)), ...wrong].sort((a, b) => a.line - b.line);
    // What else is wrong with a line is mostly said already.
    errors.push(...found.filter(({ line }, i) => line !== found[i - 1]?.line).map((error) => ({ file, ...error })));
    if (found.length === 0) parsed.push({ file, sections });
  }
  return errors.length === 0 ? ok(parsed) : err(errors);
}

interface Wrong {
  readonly line: number;
  readonly message: string;
}

/** So many errors of one file are told. */
const ERRORS_MAX = 50;

/** Leaves out a sentence that is wrong and tries again, so that one error neither hides others nor makes them up. */
function parse(written: readonly IToken[]): { readonly sections: readonly ParsedSection[]; readonly wrong: Wrong[] } {
  const parser = grammar();
  const wrong: Wrong[] = [];
  let tokens = [...written];
  for (;;) {
    parser.input = tokens;
    const sections = parser.file();
    const [error] = parser.errors;
    if (!error) return { sections, wrong };
    const at = tokens.indexOf(error.token);
    const token = error.token === STAND_IN ? tokens[at + 1] : error.token;
    wrong.push({ line: lineOf(token, written), message: error.message });
    if (at < 0 || wrong.length === ERRORS_MAX) return { sections: [], wrong };
    tokens = withoutSentence(tokens, at);
  }
}

const ends = (token: IToken | undefined): boolean =>
  !token || [T.Newline, T.OpenBlock, T.CloseBlock].includes(token.tokenType);

/**
 * Without the tokens around `at` up to the next line breaks or braces; without the one there if there are none. A block
 * keeps a word before it, so that its sentences are still read.
 */
function withoutSentence(tokens: readonly IToken[], at: number): IToken[] {
  let from = at;
  let to = at;
  while (!ends(tokens[from - 1])) from--;
  while (!ends(tokens[to])) to++;
  const block = tokens[to]?.tokenType === T.OpenBlock && tokens[from] !== STAND_IN;
  return [...tokens.slice(0, from), ...(block ? [STAND_IN] : []), ...tokens.slice(from === to && !block ? to + 1 : to)];
}

const STAND_IN = createTokenInstance(T.Word, '…', 0, 0, 1, 1, 1, 1);

let made: Grammar | undefined;
/** Building the parser takes some milliseconds; parsing little. */
const grammar = (): Grammar => {
  made ??= new Grammar();
  return made;
};

function unreadable(error: ILexingError, text: string): { line: number; message: string } {
  const found = text.slice(error.offset, error.offset + Math.min(error.length, 20)).split('\n')[0] ?? '';
  return {
    line: error.line ?? 1,
    message: found.startsWith('"') ? 'a text in quotes is not closed' : `cannot read '${found}'`,
  };
}

/** The end of the file has no line of its own. */
const lineOf = (token: IToken | undefined, tokens: readonly IToken[]): number =>
  (token?.startLine ?? 0) > 0 ? (token?.startLine as number) : (tokens.at(-1)?.startLine ?? 1);

const label = (type: TokenType): string => type.LABEL ?? type.name;
const seen = (token: IToken | undefined): string =>
  !token || token.tokenType.name === 'EOF'
    ? 'the end of the file'
    : token.tokenType === T.Newline
      ? 'the end of the line'
      : `'${token.image}'`;
/** Keywords are words: to say so once is enough. */
const oneOf = (types: readonly TokenType[]): string => {
  const named = types.includes(T.Word) ? types.filter((type) => !type.CATEGORIES?.includes(T.Word)) : types;
  return [...new Set(named.map(label))].join(' or ');
};

const says: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected, actual, ruleName }) =>
    ruleName === 'block' && expected === T.CloseBlock
      ? `expected a sentence or '}', found ${seen(actual)}`
      : `expected ${label(expected)}, found ${seen(actual)}`,
  buildNotAllInputParsedMessage: ({ firstRedundant }) => `expected a section, found ${seen(firstRedundant)}`,
  buildNoViableAltMessage: ({ expectedPathsPerAlt, actual }) => {
    let paths = expectedPathsPerAlt.flat();
    for (let i = 0; ; i++) {
      const token = actual[i];
      const fitting = paths.filter((path) => token && path[i] && tokenMatcher(token, path[i] as TokenType));
      if (fitting.length > 0) paths = fitting;
      else return `expected ${oneOf(paths.flatMap((path) => path[i] ?? []))}, found ${seen(token)}`;
    }
  },
  buildEarlyExitMessage: ({ expectedIterationPaths, actual }) =>
    `expected ${oneOf(expectedIterationPaths.flatMap((path) => path.slice(0, 1)))}, found ${seen(actual[0])}`,
};

const unquote = (token: IToken): string => token.image.slice(1, -1).replace(/\\(["\\])/g, '$1');

/** `<name!:type>...` */
function value(token: IToken, help: string | undefined): ParsedStep {
  const parts = /^<([\w-]+)(!?)(?::([^>]+))?>(\.\.\.)?$/.exec(token.image);
  return {
    arg: parts?.[1] ?? '',
    type: parts?.[3] ?? 'word',
    ...(parts?.[2] ? { key: true as const } : {}),
    ...(parts?.[4] ? { many: true as const } : {}),
    ...(help === undefined ? {} : { help }),
  };
}

const landmark = (token: IToken): Landmark =>
  token.tokenType === T.Value ? `<${/^<([\w-]+)/.exec(token.image)?.[1] ?? ''}>` : token.image;

const line = (token: IToken): number => token.startLine ?? 1;

class Grammar extends EmbeddedActionsParser {
  constructor() {
    super(ALL_TOKENS, { maxLookahead: 2, errorMessageProvider: says });
    this.performSelfAnalysis();
  }

  readonly file = this.RULE('file', (): ParsedSection[] => {
    const sections: ParsedSection[] = [];
    this.MANY(() => sections.push(this.SUBRULE(this.section)));
    return sections;
  });

  private readonly section = this.RULE(
    'section',
    (): ParsedSection =>
      this.OR({
        // A keyword is a word too; where it opens something it wins.
        IGNORE_AMBIGUITIES: true,
        DEF: [
          { ALT: () => this.SUBRULE(this.glossary) },
          { ALT: () => this.SUBRULE(this.definition) },
          { ALT: () => this.SUBRULE(this.ordering) },
          { ALT: () => this.SUBRULE(this.place) },
        ],
      }),
  );

  private readonly glossary = this.RULE('glossary', (): ParsedSection => {
    const opens = this.CONSUME(T.Words);
    const entries: [string, string, number][] = [];
    this.CONSUME(T.OpenBlock);
    this.OPTION(() => this.CONSUME(T.Newline));
    this.MANY(() => {
      const item = this.SUBRULE(this.landmark);
      const help = this.CONSUME(T.Text);
      this.CONSUME1(T.Newline);
      this.ACTION(() => entries.push([item, unquote(help), line(help)]));
    });
    this.CONSUME(T.CloseBlock);
    this.CONSUME2(T.Newline);
    return { kind: 'words', line: line(opens), entries };
  });

  private readonly definition = this.RULE('definition', (): ParsedSection => {
    const opens = this.CONSUME(T.Define);
    const name = this.CONSUME(T.Word).image;
    const body = this.SUBRULE(this.block);
    this.CONSUME(T.Newline);
    return { kind: 'define', line: line(opens), name, body };
  });

  private readonly ordering = this.RULE('ordering', (): ParsedSection => {
    const opens = this.CONSUME(T.Order);
    const name = this.CONSUME(T.Word).image;
    const path: Landmark[] = [];
    const rows: ParsedOrderRow[] = [];
    this.MANY(() => path.push(this.SUBRULE(this.landmark)));
    this.CONSUME(T.OpenBlock);
    this.OPTION(() => this.CONSUME(T.Newline));
    this.MANY1(() => {
      const begins: Landmark[] = [];
      const at = this.LA(1);
      this.AT_LEAST_ONE(() => begins.push(this.SUBRULE1(this.landmark)));
      this.CONSUME1(T.Newline);
      this.ACTION(() => rows.push({ line: line(at), begins }));
    });
    this.CONSUME(T.CloseBlock);
    this.CONSUME2(T.Newline);
    return { kind: 'order', line: line(opens), name, path, rows };
  });

  private readonly place = this.RULE('place', (): ParsedSection => {
    const name = this.CONSUME(T.Word);
    const path: Landmark[] = [];
    this.MANY(() => path.push(this.SUBRULE(this.landmark)));
    const body = this.SUBRULE(this.block);
    this.CONSUME(T.Newline);
    return { kind: 'section', line: line(name), name: name.image, path, body };
  });

  private readonly landmark = this.RULE(
    'landmark',
    (): Landmark =>
      this.OR([{ ALT: () => landmark(this.CONSUME(T.Word)) }, { ALT: () => landmark(this.CONSUME(T.Value)) }]),
  );

  private readonly block = this.RULE('block', (): ParsedSentence[] => {
    const sentences: ParsedSentence[] = [];
    this.CONSUME(T.OpenBlock);
    this.OPTION(() => this.CONSUME(T.Newline));
    this.MANY(() => sentences.push(this.SUBRULE(this.sentence)));
    this.CONSUME(T.CloseBlock);
    return sentences;
  });

  private readonly sentence = this.RULE('sentence', (): ParsedSentence => {
    const sentence = this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [{ ALT: () => this.SUBRULE(this.inclusion) }, { ALT: () => this.SUBRULE(this.command) }],
    });
    this.CONSUME(T.Newline);
    return sentence;
  });

  private readonly inclusion = this.RULE('inclusion', (): ParsedSentence => {
    const opens = this.CONSUME(T.Use);
    return { line: line(opens), use: this.CONSUME(T.Word).image };
  });

  private readonly command = this.RULE('command', (): ParsedSentence => {
    const first = this.LA(1);
    const path = this.SUBRULE(this.steps);
    const flags: string[] = [];
    let on = false;
    let effect: readonly [string, string] | undefined;
    let block: ParsedSentence[] | undefined;
    this.MANY(() =>
      this.OR([
        { ALT: () => flags.push(this.CONSUME(T.Flag).image.slice(1)) },
        {
          ALT: () => {
            this.CONSUME(T.Equals);
            this.CONSUME(T.Word);
            on = true;
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.Arrow);
            effect = this.SUBRULE(this.binding);
          },
        },
      ]),
    );
    this.OPTION(() => {
      block = this.SUBRULE(this.block);
    });
    return {
      line: line(first),
      path,
      ...(flags.length > 0 ? { flags } : {}),
      ...(on ? { on: true as const } : {}),
      ...(effect ? { effect } : {}),
      ...(block ? { block } : {}),
    };
  });

  private readonly binding = this.RULE('binding', (): readonly [string, string] => {
    const verb = this.CONSUME(T.Word).image;
    const what = this.OR([
      { ALT: () => this.CONSUME1(T.Word).image },
      {
        ALT: () => {
          const text = this.CONSUME(T.Text);
          return this.ACTION(() => unquote(text));
        },
      },
    ]);
    return [verb, what];
  });

  private readonly steps = this.RULE('steps', (): ParsedStep[] => {
    const steps: ParsedStep[] = [];
    this.AT_LEAST_ONE(() => steps.push(this.SUBRULE(this.step)));
    return steps;
  });

  private readonly step = this.RULE(
    'step',
    (): ParsedStep =>
      this.OR([
        {
          ALT: () => {
            const word = this.CONSUME(T.Word).image;
            const help = this.SUBRULE(this.help);
            return help === undefined ? word : { word, help };
          },
        },
        {
          ALT: () => {
            const token = this.CONSUME(T.Value);
            const help = this.SUBRULE1(this.help);
            return this.ACTION(() => value(token, help));
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.OpenOptional);
            const optional = this.SUBRULE(this.steps);
            this.CONSUME(T.CloseOptional);
            return { optional };
          },
        },
        { ALT: () => this.SUBRULE(this.fork) },
      ]),
  );

  private readonly help = this.RULE('help', (): string | undefined =>
    this.OPTION(() => {
      const text = this.CONSUME(T.Text);
      return this.ACTION(() => unquote(text));
    }),
  );

  private readonly fork = this.RULE('fork', (): ParsedStep => {
    const branches: ParsedStep[][] = [];
    this.CONSUME(T.Open);
    this.AT_LEAST_ONE_SEP({ SEP: T.Bar, DEF: () => branches.push(this.SUBRULE(this.steps)) });
    return this.OR([
      { ALT: () => this.CONSUME(T.Close) && { choice: branches } },
      { ALT: () => this.CONSUME(T.CloseAny) && { any: branches } },
    ]);
  });
}
