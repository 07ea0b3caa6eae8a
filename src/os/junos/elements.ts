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
  while (at < aligned.length && aligned[at]?.step.kind === 'word') names.push(tagName(aligned[at++]?.word ?? ''));
  const rest = aligned.slice(at);
  const entry = names.length === 0 ? [ENTRIES[above] ?? above] : names;
  const [first] = rest;
  // `type external`: one of some words is the element's text, too.
  if (isOneOfWords(node.spec)) {
    return nested(names.slice(0, -1), { ...PLAIN, text: node.words[names.length - 1] ?? '', ...marks });
  }
  if (above === 'then' && names[0] === 'community') return communityElement(node, marks);
  // `host-name R1`, `export [ A B ]`: the value is the element's text.
  const plain = rest.length === 1 && first && (!isList(node.spec) || isLeafList(node.spec)) && !node.spec.container;
  if (plain && names.length > 0) {
    const element = { ...PLAIN, text: first.word, numeric: isNumber(first.step, first.word), ...marks };
    const deeper = innerName(names, first.step, above);
    return nested(deeper === undefined ? entry : [...entry, deeper], { ...element, many: isLeafList(node.spec) });
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
    if (tag) return { ...PLAIN, name: tagName(word) };
    const name = step.kind === 'arg' && (step.key || i === 0) && i === 0 ? keyName(names, above) : argName(step);
    return { ...PLAIN, name, text: word, numeric: isNumber(step, word) };
  });
  return nested(entry, { ...PLAIN, ...marks, many: isList(node.spec), children: [...joined(values), ...inner] });
}

const OPERATIONS: Readonly<Record<string, string>> = { '+': 'add', '-': 'delete', '=': 'set' };

/** `<community><add/><community-name>C</community-name></community>`: configurations of MX in public repositories. */
function communityElement({ words: [, how = '', name = ''] }: ConfigNode, marks: Partial<Element>): Element {
  const children = [
    { ...PLAIN, name: OPERATIONS[how] ?? how },
    { ...PLAIN, name: 'community-name', text: name },
  ];
  return { ...PLAIN, name: 'community', ...marks, many: true, children };
}

/** Actions whose value may also be said otherwise (`add 5`, `self`): it has a name of its own then. */
const SAID_OTHERWISE = 'metric metric2 tag tag2 preference preference2 local-preference color color2 next-hop'.split(
  ' ',
);

/** `<local-preference><local-preference>200`, `<route-distinguisher><rd-type>1:1` (as above; a generator of configurations). */
function innerName(names: readonly string[], step: Step, above: string): string | undefined {
  if (step.kind !== 'arg') return undefined;
  if (step.type === 'route-distinguisher') return 'rd-type';
  const [name = '', ...more] = names;
  if (above !== 'then' || more.length > 0 || !SAID_OTHERWISE.includes(name)) return undefined;
  return name === 'next-hop' ? 'address' : step.name;
}

/** Actions of policies that have an element for each of their words (`<load-balance><per-packet/></load-balance>`). */
const ELEMENT_EACH = ['load-balance'];

/** A name, then one of some words and nothing behind it (`<type>external</type>`: BGP groups in public configurations). */
function isOneOfWords(spec: ConfigNode['spec']): boolean {
  if (!spec || spec.container) return false;
  const last = spec.path.at(-1);
  const [first, ...between] = spec.path.slice(0, -1);
  return (
    first?.kind === 'word' &&
    !ELEMENT_EACH.includes(first.text) &&
    between.every(({ kind }) => kind === 'word') &&
    last?.kind === 'choice' &&
    last.of.every((way) => way.length === 1 && way[0]?.kind === 'word')
  );
}

/** No element begins with a digit: `<ieee-802.3ad>` (configurations of MX and EX in XML, in public repositories). */
const tagName = (word: string): string => (/^802\./.test(word) ? `ieee-${word}` : word);

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
