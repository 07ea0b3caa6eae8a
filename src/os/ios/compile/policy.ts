// ip prefix-list, route-map: statements -> the neutral policy.
// Source: Cisco IOS IP Routing: Protocol-Independent, "route-map", "ip prefix-list"; capture of IOS XE 16.4 (snapshot
// iosxe_undefined_route_map): a route map that is not defined lets nothing through.

import { parsePrefix } from '../../../base/prefix.ts';
import { byNumber } from '../../../base/sorted-map.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { Action, Match, Policy, Term } from '../../../policy/policy.ts';
import type { PrefixList, PrefixListEntry } from '../../../policy/prefix-list.ts';
import type { Origin } from '../../../route/attributes.ts';
import { parseRouteTarget } from '../../../route/community.ts';
import { accessListNamed } from './access-list.ts';

const numbers = (text: string): readonly number[] => text.split(' ').map(Number);

/** Entries by their sequence numbers; undefined when there is no list of this name. */
export function prefixListNamed(tree: ConfigTree, name: string): PrefixList | undefined {
  const entries = tree.children
    .filter(({ spec, args }) => spec.name === 'ip prefix-list seq' && args['list'] === name)
    .flatMap(entryOf)
    .sort((a, b) => byNumber(a.sequence, b.sequence));
  return entries.length === 0 ? undefined : { name, entries };
}

function entryOf({ args, words }: ConfigNode): readonly PrefixListEntry[] {
  const prefix = parsePrefix(args['prefix'] ?? '');
  if (!prefix) return [];
  const { ge, le } = args;
  const low = ge === undefined ? prefix.length : Number(ge);
  // Without a range the length is exact; with `ge` alone, up to a host.
  const high = le !== undefined ? Number(le) : ge === undefined ? prefix.length : 32;
  const verdict = words.includes('deny') ? 'deny' : 'permit';
  return [{ sequence: Number(args['seq']), verdict, prefix, low, high }];
}

/** The policy that a statement names; undefined: it names none. */
export function policyNamed(tree: ConfigTree, name: string | undefined): Policy | undefined {
  if (name === undefined) return undefined;
  const terms = tree.children
    .filter(({ spec, args }) => spec.name === 'route-map' && args['map'] === name)
    .sort((a, b) => byNumber(Number(a.args['seq']), Number(b.args['seq'])))
    .map((node) => termOf(tree, node));
  return { name, terms, otherwise: 'reject' };
}

function termOf(tree: ConfigTree, node: ConfigNode): Term {
  const clauses = node.children.filter(({ negated }) => !negated);
  return {
    name: node.args['seq'] ?? '',
    matches: clauses.flatMap((clause) => matchesOf(tree, clause)),
    actions: clauses.flatMap(actionsOf),
    verdict: node.words[2] === 'deny' ? 'reject' : 'accept',
  };
}

function matchesOf(tree: ConfigTree, { spec, args, words }: ConfigNode): readonly Match[] {
  if (words[0] !== 'match') return [];
  switch (spec.name) {
    case 'match ip address prefix-list':
      return [prefixListMatch(tree, (args['lists'] ?? '').split(' '))];
    case 'match ip address':
      return [accessListMatch(tree, (args['lists'] ?? '').split(' '))];
    case 'match tag':
      return [{ kind: 'tags', tags: numbers(args['tags'] ?? '') }];
    case 'match metric':
      return [{ kind: 'metrics', metrics: numbers(args['metrics'] ?? '') }];
    default:
      // Kept, not simulated: what cannot be looked at does not fit.
      return [{ kind: 'undefined', name: words.join(' '), holds: false }];
  }
}

/** Any of the lists; one that is not defined lets everything through ("ip prefix-list", usage guidelines). */
export function prefixListMatch(tree: ConfigTree, names: readonly string[]): Match {
  const lists = names.map((name) => prefixListNamed(tree, name));
  const missing = names.find((_, i) => lists[i] === undefined);
  if (missing !== undefined) return { kind: 'undefined', name: missing, holds: true };
  return { kind: 'prefix-lists', lists: lists.filter((list) => list !== undefined) };
}

/** Any of the lists; one that is not defined lets everything through, as an empty one does ("access-list", usage guidelines). */
export function accessListMatch(tree: ConfigTree, names: readonly string[]): Match {
  const lists = names.map((name) => accessListNamed(tree, name));
  const missing = names.find((_, i) => !lists[i]?.entries.length);
  if (missing !== undefined) return { kind: 'undefined', name: missing, holds: true };
  return { kind: 'access-lists', lists: lists.filter((list) => list !== undefined) };
}

function actionsOf({ spec, args, words }: ConfigNode): readonly Action[] {
  switch (spec.name) {
    case 'set metric':
      return args['metric'] === undefined ? [] : [{ kind: 'set-metric', value: Number(args['metric']) }];
    case 'set local-preference':
      return [{ kind: 'set-local-pref', value: Number(args['preference']) }];
    case 'set weight':
      return [{ kind: 'set-weight', value: Number(args['weight']) }];
    case 'set tag':
      return [{ kind: 'set-tag', value: Number(args['tag']) }];
    case 'set origin':
      return [{ kind: 'set-origin', value: (words[2] ?? 'igp') as Origin }];
    case 'set extcommunity rt': {
      const communities = (args['targets'] ?? '').split(' ').flatMap((text) => parseRouteTarget(text) ?? []);
      return [{ kind: 'set-targets', communities, additive: words.includes('additive') }];
    }
    default:
      return [];
  }
}
