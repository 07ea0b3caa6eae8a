// Tokens of the command language (commands/README.md).

import { createToken, createTokenInstance, type ILexingError, type IToken, Lexer, type TokenType } from 'chevrotain';

const Blank = createToken({ name: 'Blank', pattern: /[ \t\r]+/, group: Lexer.SKIPPED });
const Comment = createToken({ name: 'Comment', pattern: /#[^\n]*/, group: Lexer.SKIPPED });
const Newline = createToken({ name: 'Newline', label: 'the end of the line', pattern: /\n/, line_breaks: true });
const Arrow = createToken({ name: 'Arrow', label: "'->'", pattern: /->/ });
const Word = createToken({ name: 'Word', label: 'a word', pattern: /[A-Za-z0-9\-_./+*:]+/ });
const Value = createToken({
  name: 'Value',
  label: 'a value',
  pattern: /<[A-Za-z][\w-]*!?(?::[^<>\s]+)?>(?:\.\.\.)?/,
});
const Text = createToken({ name: 'Text', label: 'a text in quotes', pattern: /"(?:[^"\\\n]|\\["\\])*"/ });
const Flag = createToken({ name: 'Flag', label: 'a flag', pattern: /@[A-Za-z][\w-]*/ });
const Equals = createToken({ name: 'Equals', label: "'= on'", pattern: /=/ });
const Bar = createToken({ name: 'Bar', label: "'|'", pattern: /\|/ });
const Open = createToken({ name: 'Open', label: "'('", pattern: /\(/ });
const CloseAny = createToken({ name: 'CloseAny', label: "')*'", pattern: /\)\*/ });
const Close = createToken({ name: 'Close', label: "')'", pattern: /\)/ });
const OpenOptional = createToken({ name: 'OpenOptional', label: "'['", pattern: /\[/ });
const CloseOptional = createToken({ name: 'CloseOptional', label: "']'", pattern: /\]/ });
const OpenBlock = createToken({ name: 'OpenBlock', label: "'{'", pattern: /\{/ });
const CloseBlock = createToken({ name: 'CloseBlock', label: "'}'", pattern: /\}/ });

/** A word that opens something where a section or a sentence begins, and is any word elsewhere. */
const keyword = (name: string): TokenType =>
  createToken({
    name: `Keyword_${name}`,
    label: `'${name}'`,
    pattern: new RegExp(name),
    longer_alt: Word,
    categories: Word,
  });
const Define = keyword('define');
const Order = keyword('order');
const Words = keyword('words');
const Use = keyword('use');

/** By name, for the grammar. */
export const T = {
  Newline,
  Arrow,
  Define,
  Order,
  Words,
  Use,
  Word,
  Value,
  Text,
  Flag,
  Equals,
  Bar,
  Open,
  CloseAny,
  Close,
  OpenOptional,
  CloseOptional,
  OpenBlock,
  CloseBlock,
};

/** All of them; of two that fit, the first wins. */
export const ALL_TOKENS: TokenType[] = [Blank, Comment, ...Object.values(T)];

let lexer: Lexer | undefined;

/**
 * A text as tokens. Line breaks inside `( )` and `[ ]` are left out; several in a row are one; the last sentence of a
 * block ends with one even where it is not written, and so does the file.
 */
export function lex(text: string): { readonly tokens: IToken[]; readonly errors: readonly ILexingError[] } {
  lexer ??= new Lexer(ALL_TOKENS, { ensureOptimizations: true, positionTracking: 'full' });
  const { tokens, errors } = lexer.tokenize(text);
  return { tokens: layout(tokens), errors };
}

function layout(tokens: readonly IToken[]): IToken[] {
  const out: IToken[] = [];
  const last = (): TokenType | undefined => out[out.length - 1]?.tokenType;
  let depth = 0;
  for (const token of tokens) {
    const type = token.tokenType;
    if (type === Open || type === OpenOptional) depth++;
    else if (type === Close || type === CloseAny || type === CloseOptional) depth = Math.max(0, depth - 1);
    const open = depth > 0;
    // A bracket left open must not swallow the rest of the file: no sentence holds these inside brackets.
    if (type === OpenBlock || type === CloseBlock || type === Arrow) depth = 0;
    if (type === Newline && (open || out.length === 0 || last() === Newline)) continue;
    if (type === CloseBlock && !open && last() !== Newline && last() !== OpenBlock) out.push(newlineAt(token));
    out.push(token);
  }
  const end = out[out.length - 1];
  if (end && end.tokenType !== Newline) out.push(newlineAt(end));
  return out;
}

function newlineAt(token: IToken): IToken {
  const line = token.startLine ?? 1;
  const column = token.startColumn ?? 1;
  return createTokenInstance(Newline, '\n', token.startOffset, token.startOffset, line, line, column, column);
}
