// show ip prefix-list [detail | summary] [NAME [seq N | PREFIX [longer | first-match]]].
// Source: genieparser ShowIpPrefixListDetail golden output; Cisco IOS IP Routing: BGP command reference, "show ip prefix-list".

import { covers, parsePrefix } from '../../../base/prefix.ts';
import { byNumber, byText } from '../../../base/sorted-map.ts';
import type { ConfigTree } from '../../../config/tree.ts';
import type { Match } from '../../../language/spec.ts';
import type { PrefixListEntry } from '../../../policy/prefix-list.ts';
import type { BgpListHitRow } from '../../../protocols/bgp/show.ts';
import type { View } from '../../os.ts';
import { prefixListNamed } from '../compile/prefix-list.ts';
import { after, statements } from '../statements.ts';
import { said } from './said.ts';

interface ListFacts {
  readonly name: string;
  readonly description: string | undefined;
  readonly entries: readonly PrefixListEntry[];
  /** `seq 5 permit 10.0.0.0/8 le 16` */
  readonly lines: readonly string[];
}

/** Every prefix list with its entries in their order. */
function prefixLists(tree: ConfigTree): readonly ListFacts[] {
  const nodes = statements(tree, 'ip prefix-list').filter(({ args }) => args['list'] !== undefined);
  const names = [...new Set(nodes.map(({ args }) => args['list'] as string))].sort(byText);
  return names.flatMap((name): readonly ListFacts[] => {
    const own = nodes.filter(({ args }) => args['list'] === name);
    const entries = prefixListNamed(tree, name)?.entries ?? [];
    const lines = own
      .filter(({ args }) => args['seq'] !== undefined)
      .sort((a, b) => byNumber(Number(a.args['seq']), Number(b.args['seq'])))
      .map((node) => after(node, 'ip prefix-list').slice(1).join(' '));
    const description = own.find(({ words }) => words.includes('description'))?.args['text'];
    return entries.length === 0 ? [] : [{ name, description, entries, lines }];
  });
}

export const showIpPrefixList: View = (context, match) => {
  const wanted = match.args['name'];
  const tree = context.box.store.running;
  const lists = prefixLists(tree).filter(({ name }) => wanted === undefined || name === wanted);
  if (wanted !== undefined && lists.length === 0) return ["% Can't find specified prefix-list"];
  const long = said(match, 'summary') || said(match, 'detail');
  if (long) {
    const last = lists.at(-1)?.name;
    const heading =
      wanted === undefined && last !== undefined ? [`Prefix-list with the last deletion/insertion: ${last}`] : [];
    const counted = said(match, 'detail') ? (context.ask('bgp.list-hits', {}) ?? []) : undefined;
    return [...heading, ...lists.flatMap((list) => longLines(list, tree, counted))];
  }
  const chosen = lists.map((list) => ({ ...list, lines: chosenLines(list, match) }));
  if (match.args['prefix'] !== undefined || match.args['seq'] !== undefined)
    return chosen.flatMap(({ lines }) => lines.map((line) => `   ${line}`));
  return chosen.flatMap(({ name, lines }) => [
    `ip prefix-list ${name}: ${lines.length} entries`,
    ...lines.map((line) => `   ${line}`),
  ]);
};

/** The entries that are asked for; all, where none is. */
function chosenLines({ entries, lines }: ListFacts, match: Match): readonly string[] {
  const { seq } = match.args;
  if (seq !== undefined) return lines.filter((_, i) => entries[i]?.sequence === Number(seq));
  const prefix = parsePrefix(match.args['prefix'] ?? '');
  if (!prefix) return lines;
  const fits = ({ prefix: own, low, high }: PrefixListEntry): boolean => {
    if (said(match, 'longer')) return covers(prefix, own);
    if (!said(match, 'first-match')) return own === prefix;
    return covers(own, prefix) && prefix.length >= low && prefix.length <= high;
  };
  const found = lines.filter((_, i) => fits(entries[i] as PrefixListEntry));
  return said(match, 'first-match') ? found.slice(0, 1) : found;
}

/** `counted`: in detail, with how often each entry took a route. */
function longLines(
  { name, description, entries, lines }: ListFacts,
  tree: ConfigTree,
  counted: readonly BgpListHitRow[] | undefined,
): readonly string[] {
  const ranges = entries.filter(({ low, high }) => low !== high).length;
  const users = statements(tree, 'route-map').filter((map) =>
    statements(map, 'match').some(({ words }) => words.includes('prefix-list') && words.includes(name)),
  ).length;
  const [first, last] = [entries[0]?.sequence ?? 0, entries.at(-1)?.sequence ?? 0];
  const hits = (sequence: number | undefined): number =>
    counted?.find((row) => row.list === name && row.sequence === sequence)?.hits ?? 0;
  return [
    `ip prefix-list ${name}:`,
    ...(description === undefined ? [] : [`   Description: ${description}`]),
    `   count: ${entries.length}, range entries: ${ranges}, sequences: ${first} - ${last}, refcount: ${users}`,
    ...(counted ? lines.map((line, i) => `   ${line} (hit count: ${hits(entries[i]?.sequence)}, refcount: 0)`) : []),
  ];
}
