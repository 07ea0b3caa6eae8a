// show ip prefix-list [NAME | summary [NAME]]; show route-map [NAME].
// Source: genieparser ShowIpPrefixListDetail, ShowRouteMapAll golden outputs.

import { byNumber, byText } from '../../../base/sorted-map.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { View } from '../../os.ts';
import { after, statements } from '../statements.ts';
import { said } from './said.ts';

interface ListFacts {
  readonly name: string;
  /** `seq 5 permit 10.0.0.0/8 le 16` */
  readonly entries: readonly (readonly string[])[];
}

/** Every prefix list with its entries in their order. */
function prefixLists(tree: ConfigTree): readonly ListFacts[] {
  const lists = new Map<string, (readonly string[])[]>();
  for (const node of statements(tree, 'ip prefix-list')) {
    const [name, seq, ...rest] = after(node, 'ip prefix-list');
    if (name === undefined || seq !== 'seq') continue;
    lists.set(name, [...(lists.get(name) ?? []), [seq, ...rest]]);
  }
  return [...lists]
    .map(([name, entries]) => ({ name, entries: entries.sort((a, b) => byNumber(Number(a[1]), Number(b[1]))) }))
    .sort((a, b) => byText(a.name, b.name));
}

export const showIpPrefixList: View = (context, match) => {
  const wanted = match.args['name'];
  const tree = context.box.store.running;
  const lists = prefixLists(tree).filter(({ name }) => wanted === undefined || name === wanted);
  if (wanted !== undefined && lists.length === 0) return ["% Can't find specified prefix-list"];
  if (said(match, 'summary')) return lists.flatMap((list) => summaryLines(list, tree));
  return lists.flatMap(({ name, entries }) => [
    `ip prefix-list ${name}: ${entries.length} entries`,
    ...entries.map((words) => `   ${words.join(' ')}`),
  ]);
};

function summaryLines({ name, entries }: ListFacts, tree: ConfigTree): readonly string[] {
  const ranges = entries.filter((words) => words.includes('ge') || words.includes('le')).length;
  const users = statements(tree, 'route-map').filter((map) =>
    statements(map, 'match ip address prefix-list').some((match) => match.words.slice(4).includes(name)),
  ).length;
  const [first, last] = [entries[0]?.[1] ?? '', entries.at(-1)?.[1] ?? ''];
  return [
    `ip prefix-list ${name}:`,
    `   count: ${entries.length}, range entries: ${ranges}, sequences: ${first} - ${last}, refcount: ${users}`,
  ];
}

export const showRouteMap: View = (context, match) => {
  const wanted = match.args['name'];
  const terms = statements(context.box.store.running, 'route-map')
    .filter((node) => wanted === undefined || node.words[1] === wanted)
    .sort((a, b) => byText(a.words[1] ?? '', b.words[1] ?? '') || byNumber(Number(a.words[3]), Number(b.words[3])));
  if (wanted !== undefined && terms.length === 0) return [`route-map ${wanted} not found`];
  return terms.flatMap(termLines);
};

function termLines(term: ConfigNode): readonly string[] {
  const [, name, verdict, sequence] = term.words;
  return [
    `route-map ${name}, ${verdict}, sequence ${sequence}`,
    '  Match clauses:',
    ...statements(term, 'match').map((node) => `    ${matchText(node.words)}`),
    '  Set clauses:',
    ...statements(term, 'set').map((node) => `    ${setText(after(node, 'set'))}`),
    '  Policy routing matches: 0 packets, 0 bytes',
  ];
}

/** How the clauses are introduced; values follow, each with a blank behind it. */
const MATCHES: readonly (readonly [string, string])[] = [
  ['match ip address prefix-list', 'ip address prefix-lists: '],
  ['match ip address', 'ip address (access-lists): '],
  ['match as-path', 'as-path (as-path filter): '],
  ['match community', 'community (community-list filter): '],
  ['match extcommunity', 'extcommunity (extcommunity-list filter):'],
  ['match metric', 'metric  '],
  ['match', ''],
];

function matchText(words: readonly string[]): string {
  for (const [beginning, shown] of MATCHES) {
    const length = beginning.split(' ').length;
    if (words.slice(0, length).join(' ') !== beginning) continue;
    return `${shown}${words.slice(length).join(' ')} `;
  }
  return words.join(' ');
}

function setText(words: readonly string[]): string {
  if (words[0] !== 'extcommunity') return words.join(' ');
  const prefix = words[1] === 'rt' ? 'RT:' : 'SoO:';
  const values = words.slice(2).map((word) => (word === 'additive' ? word : prefix + word));
  return `extended community ${values.join(' ')}`;
}
