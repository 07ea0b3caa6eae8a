// set: clauses of a route map -> what is done to a route.
// Source: Cisco IOS IP Routing: Protocol-Independent and BGP command references, "set …"; draft-retana-bgp-custom-decision
// (cost communities).

import { parseIp4 } from '../../../base/ip.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { Action, Subject } from '../../../policy/policy.ts';
import type { Origin } from '../../../route/attributes.ts';
import { type ExtendedCommunity, parseLarge, parseRouteTarget } from '../../../route/community.ts';
import { parseAdministered, parseAsn } from '../../../route/extended.ts';
import { communityListNamed, extendedListNamed, largeListNamed, parseCommunity } from './attribute-lists.ts';
import { one } from './tree-reader.ts';

const list = (text: string | undefined): readonly string[] => (text ?? '').split(' ').filter((word) => word !== '');

/** What the clauses do. Communities go before others come ("set comm-list delete", usage guidelines). */
export function actionsOf(tree: ConfigTree, clauses: readonly ConfigNode[]): readonly Action[] {
  const isDeletion = ({ spec }: ConfigNode): boolean => /^set (comm|extcomm|large-comm)-list/.test(spec.name);
  return [...clauses.filter(isDeletion), ...clauses.filter((clause) => !isDeletion(clause))].flatMap((clause) =>
    actionOf(tree, clause),
  );
}

function actionOf(tree: ConfigTree, clause: ConfigNode): readonly Action[] {
  const { spec, args, words } = clause;
  switch (spec.name) {
    case 'set metric':
      return metricOf(args);
    case 'set local-preference':
      return [{ kind: 'set-local-pref', value: Number(args['preference']) }];
    case 'set aigp-metric':
      return [{ kind: 'set-aigp', value: args['metric'] === undefined ? 'metric' : Number(args['metric']) }];
    case 'set weight':
      return [{ kind: 'set-weight', value: Number(args['weight']) }];
    case 'set tag':
      return [{ kind: 'set-tag', value: Number(args['tag'] ?? parseIp4(args['dotted'] ?? '') ?? 0) }];
    case 'set origin':
    case 'set origin egp':
      return [{ kind: 'set-origin', value: (words[2] ?? 'igp') as Origin }];
    case 'set metric-type':
      return metricType(words[2]);
    case 'set level':
      return [{ kind: 'set-levels', levels: LEVELS[words[2] ?? ''] ?? [] }];
    case 'set dampening':
      return [{ kind: 'set-dampening', value: words.slice(2).join(' ') }];
    default:
      return pathActions(tree, clause) ?? communityActions(tree, clause);
  }
}

const LEVELS: Readonly<Record<string, readonly number[]>> = { 'level-1': [1], 'level-2': [2], 'level-1-2': [1, 2] };

/** A value, or `+20`, `-20`: more or less than there was. */
function metricOf(args: ConfigNode['args']): readonly Action[] {
  const { metric, change } = args;
  if (metric !== undefined) return [{ kind: 'set-metric', value: Number(metric) }];
  if (change === undefined || !/^[+-] ?\d{1,10}$/.test(change)) return [];
  return [{ kind: 'change', field: 'metric', by: Number(change.replace(' ', '')), from: 0 }];
}

/** Of a route that BGP tells, `internal` is the metric to the next hop. */
function metricType(word: string | undefined): readonly Action[] {
  const said: Action = { kind: 'set-metric-type', value: (word ?? 'internal') as NonNullable<Subject['metricType']> };
  return word === 'internal' ? [said, { kind: 'metric-igp', offset: 0, least: false }] : [said];
}

function pathActions(tree: ConfigTree, { spec, args, words }: ConfigNode): readonly Action[] | undefined {
  switch (spec.name) {
    case 'set as-path prepend':
      return [{ kind: 'prepend', asns: list(args['asns']).flatMap((text) => parseAsn(text) ?? []) }];
    case 'set as-path prepend last-as':
      return [{ kind: 'prepend-last', times: Number(args['times']) }];
    // The own AS stands where the others stood (batfish pull request 8081; printed configurations of hubs behind Azure).
    case 'set as-path replace any':
    case 'set as-path replace': {
      const by = parseAsn(one(tree, 'router bgp')?.args['asn'] ?? '');
      const asns = list(args['asns']).flatMap((text) => parseAsn(text) ?? []);
      return by === undefined ? [] : [{ kind: 'replace-asns', asns: asns.length > 0 ? asns : 'any', by }];
    }
    case 'set as-path tag':
      return [{ kind: 'path-from-tag' }];
    case 'set ip next-hop': {
      const word = words[3];
      if (word === 'self' || word === 'peer-address' || word === 'unchanged')
        return [{ kind: 'set-toward', toward: word }];
      const nexthop = parseIp4(list(args['hops'])[0] ?? '');
      return nexthop === undefined ? [] : [{ kind: 'set-nexthop', nexthop }];
    }
    default:
      return undefined;
  }
}

function communityActions(tree: ConfigTree, { spec, args, words }: ConfigNode): readonly Action[] {
  const extended = (text: string | undefined): readonly ExtendedCommunity[] =>
    list(text).flatMap((one) => parseRouteTarget(one) ?? []);
  switch (spec.name) {
    case 'set community none':
      return [{ kind: 'communities', how: 'replace', list: [] }];
    case 'set community': {
      const said = list(args['communities']);
      const how = said.includes('additive') || words.includes('additive') ? 'add' : 'replace';
      if (said.includes('none')) return [{ kind: 'communities', how: 'replace', list: [] }];
      return [{ kind: 'communities', how, list: said.flatMap((text) => parseCommunity(text) ?? []) }];
    }
    case 'set comm-list delete':
    case 'set comm-list':
      return deletion(communityListNamed(tree, args['list'] ?? ''));
    case 'set extcomm-list delete':
    case 'set extcomm-list':
      return deletion(extendedListNamed(tree, args['list'] ?? ''));
    case 'set large-comm-list delete':
    case 'set large-comm-list':
      return deletion(largeListNamed(tree, args['list'] ?? ''));
    case 'set large-community none':
      return [{ kind: 'large', how: 'replace', list: [] }];
    case 'set large-community': {
      const how = words.includes('additive') ? 'add' : 'replace';
      return [{ kind: 'large', how, list: list(args['large']).flatMap((text) => parseLarge(text) ?? []) }];
    }
    case 'set extcommunity rt':
      return [{ kind: 'set-targets', communities: extended(args['targets']), additive: words.includes('additive') }];
    case 'set extcommunity soo': {
      const value = parseAdministered(args['soo'] ?? '');
      return value ? [{ kind: 'extended', how: 'replace-kind', list: [{ kind: 'origin', value }] }] : [];
    }
    case 'set extcommunity cost': {
      const cost = costCommunity(list(args['what']));
      return cost ? [{ kind: 'extended', how: 'add', list: [cost] }] : [];
    }
    default:
      return [];
  }
}

const deletion = (from: ReturnType<typeof communityListNamed>): readonly Action[] =>
  from ? [{ kind: 'delete-listed', list: from }] : [];

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** `[igp | pre-bestpath] IDENTIFIER COST` */
function costCommunity(words: readonly string[]): ExtendedCommunity | undefined {
  const point = words.includes('pre-bestpath') ? 128 : 129;
  const [id, cost] = words.filter((word) => /^\d+$/.test(word)).map(Number);
  if (id === undefined || cost === undefined || id > 0xff || cost > 0xffffffff) return undefined;
  return { kind: 'other', hex: `4301${hex(point, 2)}${hex(id, 2)}${hex(cost, 8)}` };
}
