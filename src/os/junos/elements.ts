// A configuration as Junos' XML and JSON name its parts: every statement an element, the value that tells entries of a list
// apart its `name`.    Source: "Junos XML API Configuration Developer Reference" (mapping of statements to tags); "Mapping
// Junos OS Configuration Statements to JSON" (NETCONF XML management protocol guide).

import type { ConfigNode } from '../../config/tree.ts';
import { align } from '../../language/align.ts';
import type { Step } from '../../language/spec.ts';
import { KEYWORD_TYPES } from './enumerations.ts';
import { isLeafList, isList } from './statement-text.ts';

/** An element: a value, or what is in it; empty when it has neither. */
export interface Element {
  readonly name: string;
  readonly text: string | undefined;
  /** The value is a number. */
  readonly numeric: boolean;
  /** It may stand beside others of its name. */
  readonly many: boolean;
  readonly inactive: boolean;
  readonly protected: boolean;
  readonly comment: string | undefined;
  readonly children: readonly Element[];
  /** The statement it was made of, for marks that depend on it. */
  readonly node: ConfigNode | undefined;
}

const PLAIN = {
  text: undefined,
  numeric: false,
  many: false,
  inactive: false,
  protected: false,
  comment: undefined,
  children: [],
  node: undefined,
} as const;

/** What entries without a word of their own are called, by the block they stand in. */
const ENTRIES: Readonly<Record<string, string>> = {
  interfaces: 'interface',
  'routing-instances': 'instance',
  groups: 'groups',
  'prefix-list': 'prefix-list-item',
  file: 'contents',
  user: 'contents',
  host: 'contents',
  'interface-range': 'member',
};

/** The elements of a block; `above` is the word it begins with. */
export function elementsOf(nodes: readonly ConfigNode[], above: string): readonly Element[] {
  const elements: Element[] = [];
  for (const node of nodes) {
    // Every group is an element `groups` of its own.
    const made = node.words[0] === 'groups' ? elementsOf(node.children, 'groups') : [elementOf(node, above)];
    for (const element of made) {
      const last = elements[elements.length - 1];
      const joins = last && !last.many && !element.many && last.name === element.name && last.text === undefined;
      if (joins) elements[elements.length - 1] = { ...last, children: [...last.children, ...element.children] };
      else elements.push(element);
    }
  }
  return elements;
}

const isNumber = (step: Step, word: string): boolean =>
  step.kind === 'arg' && step.type.includes('..') && /^\d+$/.test(word);

function elementOf(node: ConfigNode, above: string): Element {
  const aligned = align(node) ?? node.words.map((word) => ({ word, step: { kind: 'word' } as Step }));
  const marks = {
    inactive: node.inactive,
    protected: node.protected,
    comment: node.annotation,
    node,
  };
  const inner = elementsOf(node.children, node.words[0] ?? '');
  const names: string[] = [];
  let at = 0;
  while (at < aligned.length && aligned[at]?.step.kind === 'word') names.push(aligned[at++]?.word ?? '');
  const rest = aligned.slice(at);
  const entry = names.length === 0 ? [ENTRIES[above] ?? above] : names;
  const [first] = rest;
  // `host-name R1`, `export [ A B ]`: the value is the element's text.
  const plain = rest.length === 1 && first && (!isList(node.spec) || isLeafList(node.spec)) && !node.spec.container;
  if (plain && names.length > 0) {
    const element = { ...PLAIN, text: first.word, numeric: isNumber(first.step, first.word), ...marks };
    return nested(entry, { ...element, many: isLeafList(node.spec) });
  }
  // `autonomous-system 65000 loops 2`: the value has a name that is never typed.
  if (plain && !isList(node.spec)) {
    return {
      ...PLAIN,
      name: argName(first.step),
      text: first.word,
      numeric: isNumber(first.step, first.word),
      ...marks,
    };
  }
  const values = rest.map(({ word, step }, i): Element => {
    // `any notice;`: what is one of some words is a tag of its own.
    const tag = step.kind === 'word' || (i > 0 && step.kind === 'arg' && step.type in KEYWORD_TYPES);
    if (tag) return { ...PLAIN, name: word };
    const name = step.kind === 'arg' && (step.key || i === 0) && i === 0 ? keyName(names, above) : argName(step);
    return { ...PLAIN, name, text: word, numeric: isNumber(step, word) };
  });
  return nested(entry, { ...PLAIN, ...marks, many: isList(node.spec), children: [...joined(values), ...inner] });
}

/** A word in a fork names the value behind it (`tag 7`). */
function joined(values: readonly Element[]): readonly Element[] {
  const made: Element[] = [];
  for (const value of values) {
    const last = made[made.length - 1];
    const names = last && last.text === undefined && value.text !== undefined && made.length > 1;
    if (names) made[made.length - 1] = { ...value, name: last.name };
    else made.push(value);
  }
  return made;
}

const keyName = (names: readonly string[], above: string): string =>
  names[0] === 'route-filter' || (names[0] === 'source-address-filter' && above === 'from') ? 'address' : 'name';

const argName = (step: Step): string => (step.kind === 'arg' ? step.name : 'name');

/** `family inet`: one element in the other. */
function nested(names: readonly string[], innermost: Omit<Element, 'name'>): Element {
  const [name = 'name', ...deeper] = names;
  if (deeper.length === 0) return { ...innermost, name };
  return { ...PLAIN, name, node: innermost.node, children: [nested(deeper, innermost)] };
}
