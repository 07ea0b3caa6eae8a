// from, to: conditions -> what a route is asked.
// Source: Junos OS Routing Policies, "Routing Policy Match Conditions" (several of one kind are alternatives; those of
// different kinds must all hold).

import { parseIp } from '../../../base/ip.ts';
import { hostPrefix, parsePrefix } from '../../../base/prefix.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { CommunityList } from '../../../policy/community-list.ts';
import type { PathEntry, PathList } from '../../../policy/path-list.ts';
import type { Comparison, Match, NumberField, RouteCondition, Validation } from '../../../policy/policy.ts';
import type { PrefixList } from '../../../policy/prefix-list.ts';
import type { Origin } from '../../../route/attributes.ts';
import { parseAsn } from '../../../route/extended.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { ROUTE_KINDS, type RouteKind } from '../../../route/route.ts';
import { communityNamed } from './communities.ts';
import { CONTRIBUTOR } from './contributors.ts';
import { FILTERS } from './route-filter.ts';
import { all, type Block, one, value } from './tree-reader.ts';

export const NEVER = (name: string): Match => ({ kind: 'undefined', name, holds: false });

const beginning = (...names: readonly string[]): readonly RouteKind[] =>
  ROUTE_KINDS.filter((kind) => names.some((name) => kind === name || kind.startsWith(`${name}.`)));

const KINDS: Readonly<Record<string, readonly RouteKind[]>> = {
  aggregate: ['aggregate'],
  bgp: beginning('bgp'),
  direct: ['connected'],
  isis: ['isis.l1', 'isis.l2', 'isis.l1.ext', 'isis.l2.ext', 'isis.ia'],
  ldp: ['ldp'],
  local: ['local'],
  ospf: beginning('ospf'),
  rip: ['rip'],
  static: ['static'],
};

/** By IS-IS level. What came down from level 2 is a route of level 1. */
const OF_LEVEL: Readonly<Record<string, readonly RouteKind[]>> = {
  1: ['isis.l1', 'isis.l1.ext', 'isis.ia'],
  2: ['isis.l2', 'isis.l2.ext'],
};

const EXTERNAL: readonly RouteKind[] = ['isis.l1.ext', 'isis.l2.ext', 'ospf.ext1', 'ospf.ext2'];
/** Paths without a local preference have it (capture junos_then_action_conflicts: `add 50` comes to 150). */
const LOCAL_PREFERENCE = 100;
const NUMBERS: Readonly<Record<string, NumberField>> = {
  'local-preference': 'localPref',
  metric2: 'metric2',
  preference: 'preference',
  preference2: 'preference2',
  color: 'color',
  color2: 'color2',
  tag2: 'tag2',
};

const kindsMatch = (kinds: readonly RouteKind[]): Match => ({ kind: 'route-kinds', kinds });

/** Everything that a `from` says but its blocks and the policies that it asks; each kind of condition once. */
export function fromMatches(tree: Block, conditions: readonly ConfigNode[]): readonly Match[] {
  const names = [...new Set(conditions.map(nameOf))];
  return names
    .filter((name) => !FILTERS.includes(name) && name !== 'policy' && name !== CONTRIBUTOR)
    .flatMap((name) => {
      const nodes = conditions.filter((node) => nameOf(node) === name);
      return matchesOf(tree, name, nodes);
    });
}

/** Sentences that are a choice begin with the word that counts. */
const nameOf = ({ spec, words }: ConfigNode): string => (spec.name.startsWith('<') ? (words[0] ?? '') : spec.name);

function matchesOf(tree: Block, name: string, nodes: readonly ConfigNode[]): readonly Match[] {
  const values = nodes.map((node) => node.words[1] ?? '');
  switch (name) {
    case 'protocol':
      return [kindsMatch(values.flatMap((protocol) => KINDS[protocol] ?? []))];
    case 'level':
      return values.map((level) => kindsMatch(OF_LEVEL[level] ?? []));
    case 'tag':
      return [{ kind: 'tags', tags: values.map(Number) }];
    case 'metric':
      return [{ kind: 'metrics', metrics: values.map(Number) }];
    case 'external':
      return nodes.map((node) => kindsMatch(externalOf(value(node, 'type', 'type'))));
    case 'route-type':
      return [kindsMatch(values.flatMap(ofType))];
    case 'state':
      return values.map((state) => ({ kind: 'active', active: state === 'active' }));
    case 'neighbor':
      return [{ kind: 'addresses', of: 'source', lists: [hosts(values)] }];
    case 'next-hop':
      return [{ kind: 'addresses', of: 'nexthop', lists: [hosts(values)] }];
    case 'interface':
      return [{ kind: 'interfaces', names: values }];
    default:
      return name in NUMBERS
        ? [
            {
              kind: 'numbers',
              field: NUMBERS[name] as NumberField,
              values: values.map(Number),
              ...(name === 'local-preference' ? { usual: LOCAL_PREFERENCE } : {}),
            },
          ]
        : bgpMatches(tree, name, nodes, values);
  }
}

function externalOf(type: string | undefined): readonly RouteKind[] {
  return type === undefined ? EXTERNAL : EXTERNAL.filter((kind) => kind === `ospf.ext${type}`);
}

const ofType = (type: string): readonly RouteKind[] =>
  type === 'external'
    ? [...EXTERNAL, 'bgp.external']
    : ROUTE_KINDS.filter((kind) => !EXTERNAL.includes(kind) && kind !== 'bgp.external');

const hosts = (addresses: readonly string[]): PrefixList => ({
  name: 'addresses',
  entries: addresses.flatMap((text, i) => {
    const address = parseIp(text);
    if (address === undefined) return [];
    const prefix = hostPrefix(address);
    return [{ sequence: i + 1, verdict: 'permit' as const, prefix, low: prefix.length, high: prefix.length }];
  }),
});

function bgpMatches(
  tree: Block,
  name: string,
  nodes: readonly ConfigNode[],
  values: readonly string[],
): readonly Match[] {
  switch (name) {
    case 'community':
      return [
        {
          kind: 'communities',
          lists: values.flatMap((text): CommunityList[] => [communityNamed(tree, text) ?? []].flat()),
        },
      ];
    case 'as-path':
      return [{ kind: 'as-paths', lists: [pathsNamed(tree, values)] }];
    case 'as-path-group':
      return [{ kind: 'as-paths', lists: values.map((group) => groupNamed(tree, group)) }];
    case 'as-path-neighbors':
      return [{ kind: 'as-numbers', at: 'neighbor', ranges: rangesOf(tree, values) }];
    case 'as-path-origins':
      return [{ kind: 'as-numbers', at: 'origin', ranges: rangesOf(tree, values) }];
    case 'as-path-transits':
      return [{ kind: 'as-numbers', at: 'transit', ranges: rangesOf(tree, values) }];
    case 'as-path-calc-length':
      return nodes.map((node) => ({ kind: 'as-path-count', of: 'length', ...counted(node) }));
    case 'as-path-unique-count':
      return nodes.map((node) => ({ kind: 'as-path-count', of: 'unique', ...counted(node) }));
    case 'community-count':
      return nodes.map((node) => ({ kind: 'community-count', ...counted(node) }));
    case 'origin':
      return [{ kind: 'origins', origins: values as readonly Origin[] }];
    case 'validation-database':
      return [{ kind: 'validation', states: values as readonly Validation[] }];
    default:
      return placeMatches(tree, name, nodes, values);
  }
}

function placeMatches(
  tree: Block,
  name: string,
  nodes: readonly ConfigNode[],
  values: readonly string[],
): readonly Match[] {
  switch (name) {
    case 'condition':
      return [{ kind: 'conditions', conditions: values.flatMap((text) => conditionsNamed(tree, text)) }];
    case 'instance':
      return [{ kind: 'instances', names: values }];
    case 'rib':
      return values.includes('inet.0') ? [] : [{ kind: 'tables', names: values }];
    case 'family':
      return values.includes('inet') ? [] : [NEVER(`family ${values.join(' ')}`)];
    default:
      return nodes.map(({ words }) => NEVER(words.join(' ')));
  }
}

const COMPARED: Readonly<Record<string, Comparison>> = { equal: 'equal', orhigher: 'or-higher', orlower: 'or-lower' };

const counted = ({ args, words }: ConfigNode): { readonly count: number; readonly how: Comparison } => ({
  count: Number(args['count']),
  how: COMPARED[words[2] ?? 'equal'] ?? 'equal',
});

/** Junos regular expressions are over whole numbers of ASs. */
export const pathPattern = (pattern: string): PathEntry => ({
  verdict: 'permit',
  pattern: { syntax: 'numbers', pattern },
});

function pathsNamed(tree: Block, names: readonly string[]): PathList {
  const defined = all(one(tree, 'policy-options'), 'as-path');
  const entries = names.flatMap((name) => {
    const node = defined.find(({ args }) => args['as-path-name'] === name);
    return node ? [pathPattern(node.args['path'] ?? '')] : [];
  });
  return { name: names.join(' '), entries };
}

function groupNamed(tree: Block, name: string): PathList {
  const group = all(one(tree, 'policy-options'), 'as-path-group').find(({ args }) => args['group-name'] === name);
  return { name, entries: all(group, 'as-path').map(({ args }) => pathPattern(args['path'] ?? '')) };
}

/** Of lists by their names, and of ASs by themselves. */
function rangesOf(tree: Block, names: readonly string[]): readonly (readonly [number, number])[] {
  const members = all(one(tree, 'policy-options'), 'as-list members');
  return names
    .flatMap((name) => {
      const listed = members.filter(({ args }) => args['list-name'] === name);
      return listed.length > 0 ? listed.map(({ args }) => args['as-range'] ?? '') : [name];
    })
    .flatMap((text) => {
      const [first, last = first] = text.split('-').map((part) => parseAsn(part));
      return first === undefined || last === undefined ? [] : [[first, last] as const];
    });
}

/** `inet.0`, `RED.inet.0`; undefined: a table of another family. */
export function vrfOfTable(table: string): VrfName | undefined {
  if (table === 'inet.0') return MAIN;
  return table.endsWith('.inet.0') ? (table.slice(0, -'.inet.0'.length) as VrfName) : undefined;
}

/** One prefix each; nobody asks for a condition that has none. */
function conditionsNamed(tree: Block, name: string): readonly RouteCondition[] {
  const node = all(one(tree, 'policy-options'), 'condition').find(({ args }) => args['condition-name'] === name);
  const exists = one(node, 'if-route-exists');
  const vrf = vrfOfTable(value(exists, 'table', 'table') ?? 'inet.0');
  if (vrf === undefined) return [];
  const peers = all(exists, 'peer').flatMap(({ args }) => parseIp(args['address'] ?? '') ?? []);
  return (exists?.children ?? []).flatMap(({ spec, args }) => {
    const prefix = spec.name === '<address>' ? parsePrefix(args['address'] ?? '') : undefined;
    return prefix ? [{ name, prefix, vrf, peers }] : [];
  });
}

/** What policies are asked for: the level that routes go to, and the protocol. */
export interface Destination {
  /** Of IS-IS. */
  readonly to: number | undefined;
  readonly protocol?: string;
  /** The table and the instance that it comes to. */
  readonly table?: string;
  readonly instance?: string;
}

/** `to`: whom it is told. */
export function toMatches(
  conditions: readonly ConfigNode[],
  { to, protocol, table = 'inet.0', instance }: Destination,
): readonly Match[] {
  const names = [...new Set(conditions.map(({ spec }) => spec.name))].filter((name) => name !== 'policy');
  return names.flatMap((name): readonly Match[] => {
    const nodes = conditions.filter(({ spec }) => spec.name === name);
    const values = nodes.map(({ words }) => words[1] ?? '');
    if (name === 'level' && values.includes(String(to))) return [];
    if (name === 'protocol' && values.includes(protocol ?? 'isis')) return [];
    if (name === 'neighbor') return [{ kind: 'addresses', of: 'peer', lists: [hosts(values)] }];
    if (name === 'rib' && values.includes(table)) return [];
    if (name === 'instance' && instance !== undefined && values.includes(instance)) return [];
    return [NEVER(nodes.map(({ words }) => words.join(' ')).join(' '))];
  });
}
