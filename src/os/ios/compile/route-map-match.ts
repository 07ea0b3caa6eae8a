// match: clauses of a route map -> what a route is asked.
// Source: Cisco IOS IP Routing: Protocol-Independent and BGP command references, "match …".

import { parseIp4 } from '../../../base/ip.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { AccessList } from '../../../policy/access-list.ts';
import type { CommunityList } from '../../../policy/community-list.ts';
import type { Match } from '../../../policy/policy.ts';
import type { PrefixList } from '../../../policy/prefix-list.ts';
import { ROUTE_KINDS, type RouteKind } from '../../../route/route.ts';
import { accessListNamed } from './access-list.ts';
import { communityListNamed, extendedListNamed, largeListNamed, pathListNamed } from './attribute-lists.ts';
import { prefixListNamed } from './prefix-list.ts';

const list = (text: string | undefined): readonly string[] => (text ?? '').split(' ').filter((word) => word !== '');
const numbers = (text: string | undefined): readonly number[] => list(text).map(Number);

/** What a clause asks; a clause of another kind asks nothing. */
export function matchesOf(tree: ConfigTree, clause: ConfigNode): readonly Match[] {
  const { spec, args, words } = clause;
  if (words[0] !== 'match') return [];
  switch (spec.name) {
    case 'match ip address prefix-list':
      return [prefixListMatch(tree, list(args['lists']))];
    case 'match ip address':
      return [accessListMatch(tree, list(args['lists']))];
    case 'match ip next-hop prefix-list':
    case 'match ip next-hop':
      return [addressMatch(tree, 'nexthop', clause)];
    case 'match ip route-source prefix-list':
    case 'match ip route-source':
      return [addressMatch(tree, 'source', clause)];
    case 'match tag':
      return [{ kind: 'tags', tags: tagsOf(args) }];
    case 'match policy-list':
      return policyListMatches(tree, list(args['lists']));
    case 'match metric':
      return [{ kind: 'metrics', metrics: numbers(args['metrics']) }];
    case 'match metric +-':
      return [
        { kind: 'numbers', field: 'metric', values: numbers(args['metrics']), within: Number(args['deviation'] ?? 0) },
      ];
    case 'match local-preference':
      return [{ kind: 'numbers', field: 'localPref', values: numbers(args['values']) }];
    case 'match interface':
      return [{ kind: 'interfaces', names: list(args['interfaces']) }];
    case 'match route-type':
      return [{ kind: 'route-kinds', kinds: kindsOfType(words.slice(2)) }];
    case 'match source-protocol':
      return [{ kind: 'route-kinds', kinds: list(args['protocols']).flatMap((word) => KINDS[word] ?? []) }];
    default:
      return attributeMatches(tree, clause);
  }
}

/** Tags are numbers, or are written as addresses. */
const tagsOf = ({ tags, dotted }: ConfigNode['args']): readonly number[] =>
  dotted === undefined ? numbers(tags) : list(dotted).flatMap((text) => parseIp4(text) ?? []);

/** "match policy-list": the clauses of a list that permits stand in the place of its name. Others fit nothing. */
function policyListMatches(tree: ConfigTree, names: readonly string[]): readonly Match[] {
  return names.flatMap((name): readonly Match[] => {
    const found = tree.children.find(({ spec, args }) => spec.name === 'ip policy-list' && args['name'] === name);
    if (!found || found.words.includes('deny')) return [{ kind: 'undefined', name, holds: false }];
    return found.children.filter(({ negated }) => !negated).flatMap((clause) => matchesOf(tree, clause));
  });
}

/**
 * Lists about BGP's attributes. A route that bears none of them passes (batfish issue 6333: routes that are redistributed
 * into BGP pass `match as-path` and `match community` on routers).
 */
function attributeMatches(tree: ConfigTree, { spec, args, words }: ConfigNode): readonly Match[] {
  const names = list(args['lists']);
  switch (spec.name) {
    case 'match as-path':
      return [{ kind: 'as-paths', lists: names.flatMap((name) => pathListNamed(tree, name) ?? []), absent: true }];
    case 'match community':
      return [communityMatch(names, (name) => communityListNamed(tree, name), words.includes('exact-match'))];
    case 'match extcommunity':
      return [communityMatch(names, (name) => extendedListNamed(tree, name), words.includes('exact-match'))];
    case 'match large-community':
      return [communityMatch(names, (name) => largeListNamed(tree, name), words.includes('exact-match'))];
    default:
      // Kept, not simulated: what cannot be looked at does not fit.
      return [{ kind: 'undefined', name: words.join(' '), holds: false }];
  }
}

function communityMatch(
  names: readonly string[],
  named: (name: string) => CommunityList | undefined,
  exact: boolean,
): Match {
  const lists = names.flatMap((name) => named(name) ?? []);
  return { kind: 'communities', lists, absent: true, ...(exact ? { exact } : {}) };
}

/** Any of the lists; one that is not defined lets everything through ("ip prefix-list", usage guidelines). */
export function prefixListMatch(tree: ConfigTree, names: readonly string[]): Match {
  const lists = names.map((name) => prefixListNamed(tree, name));
  const missing = names.find((_, i) => lists[i] === undefined);
  if (missing !== undefined) return { kind: 'undefined', name: missing, holds: true };
  return { kind: 'prefix-lists', lists: lists.filter((one) => one !== undefined) };
}

/** Any of the lists; one that is not defined lets everything through, as an empty one does ("access-list", usage guidelines). */
export function accessListMatch(tree: ConfigTree, names: readonly string[]): Match {
  const lists = names.map((name) => accessListNamed(tree, name));
  const missing = names.find((_, i) => !lists[i]?.entries.length);
  if (missing !== undefined) return { kind: 'undefined', name: missing, holds: true };
  return { kind: 'access-lists', lists: lists.filter((one) => one !== undefined) };
}

/** The address instead of the route's prefix. */
function addressMatch(tree: ConfigTree, of: 'nexthop' | 'source', { args, words }: ConfigNode): Match {
  const names = list(args['lists']);
  const plain = words.includes('prefix-list') ? prefixListMatch(tree, names) : accessListMatch(tree, names);
  if (plain.kind === 'prefix-lists') return { kind: 'addresses', of, lists: plain.lists as readonly PrefixList[] };
  if (plain.kind !== 'access-lists') return plain;
  return { kind: 'addresses', of, lists: [], accessLists: plain.lists as readonly AccessList[] };
}

const beginning = (...names: readonly string[]): readonly RouteKind[] =>
  ROUTE_KINDS.filter((kind) => names.some((name) => kind === name || kind.startsWith(`${name}.`)));

const KINDS: Readonly<Record<string, readonly RouteKind[]>> = {
  bgp: beginning('bgp'),
  connected: ['connected', 'local'],
  eigrp: beginning('eigrp'),
  isis: beginning('isis'),
  ospf: beginning('ospf'),
  rip: ['rip'],
  static: ['static'],
};

const TYPES: Readonly<Record<string, readonly RouteKind[]>> = {
  internal: ['ospf.intra', 'ospf.inter', 'eigrp.internal'],
  external: ['ospf.ext1', 'ospf.ext2', 'eigrp.external', 'bgp.external'],
  'external type-1': ['ospf.ext1'],
  'external type-2': ['ospf.ext2'],
  'level-1': ['isis.l1', 'isis.l1.ext', 'isis.ia'],
  'level-2': ['isis.l2', 'isis.l2.ext'],
  /** What this router itself originates. */
  local: ROUTE_KINDS.filter((kind) => kind !== 'bgp.external' && kind !== 'bgp.internal'),
  'nssa-external': ['ospf.nssa1', 'ospf.nssa2'],
  'nssa-external type-1': ['ospf.nssa1'],
  'nssa-external type-2': ['ospf.nssa2'],
};

/** `external type-1 level-2`: types, some of two words. */
function kindsOfType(words: readonly string[]): readonly RouteKind[] {
  return words.flatMap((word, i) => {
    if (word.startsWith('type-')) return [];
    const next = words[i + 1];
    const whole = next?.startsWith('type-') ? `${word} ${next}` : word;
    return TYPES[whole] ?? [];
  });
}
