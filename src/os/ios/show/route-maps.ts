// show route-map [NAME | all].
// Source: genieparser ShowRouteMapAll and ShowRouteMapName golden outputs; Cisco IOS IP Routing: BGP Configuration Guide,
// "BGP Route Map Continue" (`Continue:` and where to).

import { byNumber, byText } from '../../../base/sorted-map.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { View } from '../../os.ts';
import { parseCommunity } from '../compile/attribute-lists.ts';
import { after, statement, statements } from '../statements.ts';
import { said } from './said.ts';

export const showRouteMap: View = (context, match) => {
  const wanted = match.args['name'];
  const tree = context.box.store.running;
  const terms = statements(tree, 'route-map')
    .filter((node) => wanted === undefined || node.words[1] === wanted)
    .sort((a, b) => byText(a.words[1] ?? '', b.words[1] ?? '') || byNumber(Number(a.words[3]), Number(b.words[3])));
  if (wanted !== undefined && terms.length === 0) return [`route-map ${wanted} not found`];
  const lines = terms.flatMap((term) => termLines(tree, term));
  if (!said(match, 'all')) return said(match, 'dynamic') ? DYNAMIC : lines;
  return ['STATIC routemaps', ...lines, 'DYNAMIC routemaps', ...DYNAMIC];
};

const DYNAMIC = ['Current active dynamic routemaps = 0'];

function termLines(tree: ConfigTree, term: ConfigNode): readonly string[] {
  const [, name, verdict, sequence] = term.words;
  const jump = statement(term, 'continue');
  return [
    `route-map ${name}, ${verdict}, sequence ${sequence}`,
    ...statements(term, 'description').map(({ args }) => `  Description: ${args['text']}`),
    '  Match clauses:',
    ...statements(term, 'match').map((node) => `    ${matchText(node.words)}`),
    ...(jump ? ['  Continue:', `    to next entry ${jump.args['next'] ?? ''}`.trimEnd()] : []),
    '  Set clauses:',
    ...statements(term, 'set').map((node) => `    ${setText(tree, after(node, 'set'))}`),
    '  Policy routing matches: 0 packets, 0 bytes',
  ];
}

/** How the clauses are introduced; values follow, each with a blank behind it. */
const MATCHES: readonly (readonly [string, string])[] = [
  ['match ip address prefix-list', 'ip address prefix-lists: '],
  ['match ip address', 'ip address (access-lists): '],
  ['match ip next-hop prefix-list', 'ip next-hop prefix-lists: '],
  ['match ip next-hop', 'ip next-hop (access-lists): '],
  ['match ip route-source prefix-list', 'ip route-source prefix-lists: '],
  ['match ip route-source', 'ip route-source (access-lists): '],
  ['match as-path', 'as-path (as-path filter): '],
  ['match community', 'community (community-list filter): '],
  ['match extcommunity', 'extcommunity (extcommunity-list filter):'],
  ['match large-community', 'large-community (large-community-list filter): '],
  ['match metric', 'metric  '],
  ['match tag', ' tag '],
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

function setText(tree: ConfigTree, words: readonly string[]): string {
  const [word, kind] = words;
  if (word === 'tag') return `${words.join(' ')} `;
  if (word === 'community')
    return `community ${words
      .slice(1)
      .map((one) => communityText(tree, one))
      .join(' ')}`;
  if (word !== 'extcommunity' || (kind !== 'rt' && kind !== 'soo')) return words.join(' ');
  const prefix = kind === 'rt' ? 'RT:' : 'SoO:';
  const values = words.slice(2).map((one) => (one === 'additive' ? one : prefix + one));
  return `extended community ${values.join(' ')}`;
}

/** A pair is one number, unless `ip bgp-community new-format` says otherwise. */
export function communityText(tree: ConfigTree, text: string): string {
  const pair = statement(tree, 'ip bgp-community new-format') !== undefined;
  if (!/^[\d:]+$/.test(text)) return text;
  const value = parseCommunity(text);
  if (value === undefined) return text;
  return pair ? `${value >>> 16}:${value & 0xffff}` : String(value);
}
