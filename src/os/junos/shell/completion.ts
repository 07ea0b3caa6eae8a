// Space, Tab, Enter and the question mark: what becomes of the word at the cursor.
// Source: CLI user guide, "CLI Command Completion": Space completes the words of the system, Tab also names that the owner
// gave; Enter completes as Space does, and the blank it adds is echoed (test data of gnetcli).

import type { KeyAnswer, LineState } from '../../../cli/shell.ts';
import type { ArgType, Expectation, MatchError, Token } from '../../../language/spec.ts';
import { parsePhysical } from '../interface-names.ts';
import { type Ground, type GroundContext, groundAt } from './ground.ts';
import { type Cursor, cursorAt } from './line.ts';
import { type Completion, completionLine, type Fault, faultLines, faultOf, rangeOf, signOf } from './words.ts';

/** What the shell knows when a key is pressed. */
export interface KeyContext extends GroundContext {
  /** Columns before the line: a caret counts them. */
  readonly margin: number;
}

/** What may become of the word at the cursor. */
type Outcome =
  /** The word stands, and may be followed by a blank. */
  | { readonly kind: 'whole' }
  | { readonly kind: 'completed'; readonly text: string }
  | { readonly kind: 'ambiguous'; readonly fitting: readonly Expectation[] }
  | { readonly kind: 'wrong'; readonly fault: Fault; readonly value: boolean };

interface Place {
  readonly cursor: Cursor;
  readonly ground: Ground;
  /** Words of the ground before the cursor. */
  readonly before: readonly Token[];
}

function placeAt(context: KeyContext, text: string): Place {
  const cursor = cursorAt(text);
  const ground = groundAt(context, cursor);
  return { cursor, ground, before: cursor.words.slice(ground.from) };
}

/** A value that is one of some words of the system: told and completed like keywords. */
const isKeywordValue = (type: ArgType | undefined): boolean => type?.expect !== undefined;

/** Things that Space may complete to; with `names` also those that only Tab does. */
function completable(context: KeyContext, expected: readonly Expectation[], names: boolean): readonly Expectation[] {
  return expected.filter(({ kind, arg }) => {
    if (kind === 'word') return true;
    return kind === 'offer' && (names || isKeywordValue(context.words.schema.types[arg?.type ?? '']));
  });
}

function outcomeOf(context: KeyContext, { cursor, ground, before }: Place, names: boolean): Outcome {
  const { partial } = cursor;
  const found = ground.expect(before, partial);
  const fitting = found.ok ? completable(context, found.value, names) : [];
  const accepted = ground.accepts([...before, partial]);
  const exact = fitting.some(({ text }) => text === partial.text);
  if (exact || partial.quoted || partial.text === '[' || partial.text === ']') return { kind: 'whole' };
  const [only, ...others] = fitting;
  // A value that fits wins over words that it only begins like.
  const isValue = accepted.ok && found.ok && found.value.some(({ kind }) => kind === 'arg');
  if (only && others.length === 0 && (only.kind === 'word' || !isValue || names)) {
    return { kind: 'completed', text: only.text };
  }
  if (accepted.ok && (isValue || fitting.length === 0)) return { kind: 'whole' };
  if (others.length > 0) return { kind: 'ambiguous', fitting };
  const error: MatchError = accepted.ok ? { kind: 'incomplete' } : accepted.error;
  return { kind: 'wrong', fault: faultAt(ground, [...before, partial], error), value: error.kind === 'value' };
}

function faultAt(ground: Ground, tokens: readonly Token[], error: MatchError): Fault {
  const end = tokens[tokens.length - 1]?.end ?? 0;
  const { reader, first } = ground;
  return faultOf(error, { reader, tokens, first, end, wantsValue: false });
}

/** A fault told under the line, which stays as it is for its owner to mend. */
const told = (context: KeyContext, fault: Fault, line: LineState): KeyAnswer => ({
  kind: 'list',
  echo: '',
  lines: faultLines(fault, context.margin),
  line,
});

const ended = (text: string): LineState => ({ text, cursor: text.length });

/** The space bar. */
export function onSpace(context: KeyContext, line: LineState): KeyAnswer {
  const { text, cursor } = line;
  const place = placeAt(context, text);
  const { partial } = place.cursor;
  if (cursor < text.length || partial.text === '' || partial.unclosed) return { kind: 'plain' };
  const outcome = outcomeOf(context, place, false);
  switch (outcome.kind) {
    case 'whole':
      return spaced(place, text);
    case 'completed':
      return { kind: 'replace', fresh: false, line: ended(`${text.slice(0, partial.start)}${outcome.text} `) };
    case 'ambiguous':
      return told(context, ambiguity(partial, outcome.fitting), line);
    case 'wrong':
      return told(context, outcome.fault, line);
  }
}

/** The router looks the name of an interface up, and shows the row again (raw echo in the test data of gnetcli). */
function spaced({ cursor, before }: Place, text: string): KeyAnswer {
  const looked = before[before.length - 1]?.text === 'interfaces' && parsePhysical(cursor.partial.text) !== undefined;
  return looked ? { kind: 'replace', fresh: false, redraw: true, line: ended(`${text} `) } : { kind: 'plain' };
}

const ambiguity = (partial: Token, fitting: readonly Expectation[]): Fault => ({
  column: partial.end,
  lines: [
    `'${partial.text}' is ambiguous.`,
    'Possible completions:',
    ...sorted(fitting.map(completionOf)).map(completionLine),
  ],
});

/** The Tab key: completes as far as all that fits is alike, else lists it. */
export function onTab(context: KeyContext, line: LineState): KeyAnswer {
  const { text, cursor } = line;
  const place = placeAt(context, text);
  const { partial } = place.cursor;
  if (cursor < text.length || partial.unclosed) return { kind: 'bell' };
  if (partial.text === '') return onHelp(context, line, '');
  const outcome = outcomeOf(context, place, true);
  switch (outcome.kind) {
    case 'whole':
      return { kind: 'replace', fresh: false, line: ended(`${text} `) };
    case 'completed':
      return { kind: 'replace', fresh: false, line: ended(`${text.slice(0, partial.start)}${outcome.text} `) };
    case 'wrong':
      return told(context, outcome.fault, line);
    case 'ambiguous': {
      const alike = commonStart(outcome.fitting.map((each) => each.text));
      if (alike.length <= partial.text.length) return onHelp(context, line, '');
      return { kind: 'replace', fresh: false, bell: true, line: ended(`${text.slice(0, partial.start)}${alike}`) };
    }
  }
}

function commonStart(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}

/** The line as Enter leaves it: its last word completed, a blank behind it. */
export function completedLine(context: KeyContext, text: string): string {
  const place = placeAt(context, text);
  const { partial } = place.cursor;
  if (partial.text === '' && !partial.quoted) return text;
  if (partial.unclosed) return text;
  const outcome = outcomeOf(context, place, false);
  // A value is taken as typed, right or wrong; a wrong word is not (captures `set interfaces sdfsdf `, `sh vor`).
  if (outcome.kind === 'whole' || (outcome.kind === 'wrong' && outcome.value)) return `${text} `;
  return outcome.kind === 'completed' ? `${text.slice(0, partial.start)}${outcome.text} ` : text;
}

/** The question mark. */
export function onHelp(context: KeyContext, line: LineState, echo = '?'): KeyAnswer {
  const text = line.text.slice(0, line.cursor);
  const place = placeAt(context, text);
  if (place.cursor.partial.unclosed) return { kind: 'plain' };
  const found = place.ground.expect(place.before, place.cursor.partial);
  if (!found.ok)
    return told(context, faultAt(place.ground, [...place.before, place.cursor.partial], found.error), line);
  const lines = completionLines(found.value);
  return {
    kind: 'list',
    echo,
    line,
    lines: lines.length > 0 ? ['Possible completions:', ...lines] : ['No valid completions'],
  };
}

/** Rows of a list of completions: what ends the line first, the pipe last, between them by their letters. */
function completionLines(expected: readonly Expectation[]): readonly string[] {
  const canEnd = expected.some(({ kind }) => kind === 'end');
  const rows = sorted(expected.filter(({ kind }) => kind !== 'end').map(completionOf));
  const enter: Completion = { text: '<[Enter]>', help: 'Execute this command' };
  const pipe: Completion = { text: '|', help: 'Pipe through a command' };
  return [...(canEnd ? [enter] : []), ...rows, ...(canEnd ? [pipe] : [])].map(completionLine);
}

function completionOf({ kind, text, help, mark, specs, arg }: Expectation): Completion {
  if (kind === 'open') return { text, help: 'Open a set of values' };
  if (kind === 'close') return { text, help: 'Close the set of values' };
  if (kind !== 'word')
    return { text, help: `${help}${arg?.type.includes('..') && kind === 'arg' ? ` (${arg.type})` : ''}` };
  const [spec] = specs;
  const range = specs.length === 1 && spec ? rangeOf(spec, text) : '';
  return { text, help: `${help}${range}`, mark: signOf(mark) };
}

const sorted = (rows: readonly Completion[]): readonly Completion[] =>
  [...rows].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
