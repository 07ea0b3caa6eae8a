// A statement as Junos writes it: quotes where they are needed, lists in brackets, the leaf lists of a block gathered.
// Source: captures of Junos 17.4 to 25.4 (`show configuration`, `| display set`).

import { holdsKey } from '../../config/identity.ts';
import type { ConfigNode } from '../../config/tree.ts';
import { align } from '../../language/align.ts';
import type { CommandSpec, Step } from '../../language/spec.ts';

/**
 * Characters that need no quotes: addresses, URLs, wildcards of groups, masks of AS paths without blanks. `/*` begins a
 * remark, `inactive:` and its like mark what follows.
 */
const PLAIN = /^(?!\/\*|(?:inactive|active|protect|replace|delete):$)[\w\-.:/@+*<>%~,=]+$/;

/** Policies in an expression. */
const EXPRESSION = /^!?\( .*(?:&&|\|\||!).* \)$/;

/** A word, in quotes where it could be misread. */
export function quoted(word: string): string {
  return PLAIN.test(word) || EXPRESSION.test(word) ? word : inQuotes(word);
}

// CLI reference, "message": `\n` stands in a text as it was typed; only a quote needs a backslash before it.
const inQuotes = (word: string): string => `"${word.replace(/"/g, '\\"')}"`;

/** Words as they are printed; the value of a secret always has quotes. */
function printedWords(node: ConfigNode): readonly string[] {
  return node.words.map((word, i) => (node.spec.secret && i === node.words.length - 1 ? inQuotes(word) : quoted(word)));
}

/** A statement as one behind `set`: every word, lists in brackets. */
export function statementText(node: ConfigNode): string {
  const words = printedWords(node);
  if (!hasOpenList(node.spec)) return words.join(' ');
  const aligned = align(node) ?? [];
  const text: string[] = [];
  for (let i = 0; i < words.length; ) {
    const step = aligned[i]?.step;
    let end = i + 1;
    if (step?.kind === 'arg' && step.many) while (aligned[end]?.step === step) end++;
    const values = words.slice(i, end);
    text.push(...(values.length > 1 ? ['[', ...values, ']'] : values));
    i = end;
  }
  return text.join(' ');
}

/** Several values of one argument in one statement (`members [ 1 2 ]` of a confederation). */
const hasOpenList = (spec: CommandSpec): boolean => spec.path.some((step) => listArg(step, false));

function listArg(step: Step, key: boolean): boolean {
  if (step.kind === 'word') return false;
  if (step.kind === 'arg') return step.many && step.key === key;
  return step.kind === 'optional'
    ? step.of.some((inner) => listArg(inner, key))
    : step.of.some((branch) => branch.some((inner) => listArg(inner, key)));
}

/** A sentence each of whose values is a statement of its own, gathered when printed (`export [ A B ]`). */
export function isLeafList(spec: CommandSpec): boolean {
  const last = spec.path[spec.path.length - 1];
  return !spec.container && last !== undefined && last.kind === 'arg' && listArg(last, true);
}

/** A statement that stands beside others of its sentence, told apart by a value. */
export function isList(spec: CommandSpec): boolean {
  return spec.path.some(holdsKey);
}

/** A container that means nothing while it is empty: it is never printed like that, and not kept. */
export function needsContents(spec: CommandSpec): boolean {
  return spec.container && spec.presence !== true && !isList(spec);
}

/** What is printed as one: a statement, or the values of a leaf list. */
export type Entry = readonly [ConfigNode, ...ConfigNode[]];

/** Neither inactive nor protected, and nothing written above it. */
export const isUnmarked = (node: ConfigNode): boolean =>
  !node.inactive && !node.protected && node.annotation === undefined;

/** Statements of a block, the values of a leaf list together. */
export function entriesOf(nodes: readonly ConfigNode[]): readonly Entry[] {
  const entries: [ConfigNode, ...ConfigNode[]][] = [];
  for (const node of nodes) {
    const last = entries[entries.length - 1];
    const joins = last?.[0].spec === node.spec && isLeafList(node.spec) && isUnmarked(node) && isUnmarked(last[0]);
    if (last && joins) last.push(node);
    else entries.push([node]);
  }
  return entries;
}

/** The text of an entry without `;` or braces. */
export function entryText(entry: Entry): string {
  const [first, ...others] = entry;
  if (others.length === 0) return statementText(first);
  const words = printedWords(first);
  const values = entry.map((node) => printedWords(node).at(-1) as string);
  return [...words.slice(0, -1), '[', ...values, ']'].join(' ');
}

/** `inactive: `, `protect: ` */
export function marksOf(node: ConfigNode): string {
  return `${node.inactive ? 'inactive: ' : ''}${node.protected ? 'protect: ' : ''}`;
}
