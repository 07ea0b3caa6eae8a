// What the Junos command line says about wrong lines, and the questions it asks.
// Source: captures: vJunos 25.4 (`set … metric`), SRX 12.1 (`show security idp polic`, `shoe`), cRPD 19.4, MX204, netmiko
// logs of an SRX: the caret stands under the first letter of a wrong word, and behind the last of one that is ambiguous.

import type { CommandSpec, MatchError, Token } from '../../../language/spec.ts';

/** Where a line is read: operational commands, or statements of the configuration. */
export type Reader = 'operational' | 'configuration';

/** A fault of a line: the column of its caret (from the line's first character) and what is said. */
export interface Fault {
  readonly column: number;
  readonly lines: readonly string[];
}

/** Caret line and message. `margin` is the width of what stands before the line. */
export const faultLines = (fault: Fault, margin: number): readonly string[] => [
  `${' '.repeat(margin + fault.column)}^`,
  ...fault.lines,
];

export interface FaultContext {
  readonly reader: Reader;
  /** Tokens that the error counts in. */
  readonly tokens: readonly Token[];
  /** Is the first of these tokens the first of the line? */
  readonly first: boolean;
  /** Column behind the line. */
  readonly end: number;
  /** What is missing at the end is a value. */
  readonly wantsValue: boolean;
}

/** What is wrong with a line, in the router's words. */
export function faultOf(error: MatchError, context: FaultContext): Fault {
  const { reader, tokens, first, end, wantsValue } = context;
  if (error.kind === 'incomplete') {
    const operational = reader === 'operational' && !wantsValue;
    return { column: end, lines: [operational ? 'syntax error, expecting <command>.' : 'missing argument.'] };
  }
  const token = tokens[error.token];
  if (error.kind === 'ambiguous') {
    return {
      column: token?.end ?? error.column,
      lines: [
        `'${token?.text ?? ''}' is ambiguous.`,
        'Possible completions:',
        ...error.candidates.map(({ text, help, mark }) => completionLine({ text, help, mark: signOf(mark) })),
      ],
    };
  }
  if (error.kind === 'value') return { column: Math.max(end, token?.end ?? 0), lines: [error.why] };
  const column = token?.start ?? error.column;
  if (first && error.token === 0) return { column, lines: ['unknown command.'] };
  return { column, lines: [reader === 'operational' ? 'syntax error, expecting <command>.' : 'syntax error.'] };
}

/** A row of `Possible completions:` */
export interface Completion {
  readonly text: string;
  readonly help: string;
  /** `>` before a container, `+` before a list. */
  readonly mark?: string;
}

/** What stands before a row. */
export const signOf = (mark: 'container' | 'list' | undefined): string =>
  mark === 'container' ? '>' : mark === 'list' ? '+' : ' ';

/** Mark, name padded to twenty, help; longer names push it away. */
export function completionLine({ text, help, mark = ' ' }: Completion): string {
  const name = text.length < 20 ? text.padEnd(21) : `${text}  `;
  return `${mark} ${name}${help}`.trimEnd();
}

/** `(1..65535)` behind the help of a value that is a number. */
export function rangeOf(spec: CommandSpec, word: string): string {
  const [first, second, ...others] = spec.path;
  const leaf = first?.kind === 'word' && first.text === word && second?.kind === 'arg' && others.length === 0;
  return leaf && second.type.includes('..') ? ` (${second.type})` : '';
}
