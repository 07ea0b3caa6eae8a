// One address family of one BGP neighbour: statements -> what it is told and believed.
// Source: Cisco IOS IP Routing: BGP command reference (each command's "Command Default").

import type { Ip4 } from '../../../base/ip.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { Match, Policy, Term } from '../../../policy/policy.ts';
import type {
  ConditionalTelling,
  MaximumPrefix,
  NeighborFamily,
  RemovePrivate,
} from '../../../protocols/bgp/config.ts';
import { parseAdministered } from '../../../route/extended.ts';
import { minutes } from '../../../sim/time.ts';
import { accessListNamed } from './access-list.ts';
import { pathListNamed } from './attribute-lists.ts';
import { distanceOf, withDistances } from './bgp-distance.ts';
import type { Said } from './bgp-said.ts';
import { policyNamed } from './policy.ts';
import { prefixListNamed } from './prefix-list.ts';
import { all, one } from './tree-reader.ts';

/** "neighbor maximum-prefix": told of at 75 percent. */
const WARN_AT = 75;
/** "neighbor allowas-in": three times. */
const OWN_AS = 3;
/** "neighbor advertise additional-paths all". */
const EVERY_PATH = 255;

const numberIn = (node: ConfigNode | undefined, arg: string): number | undefined =>
  node?.args[arg] === undefined ? undefined : Number(node.args[arg]);

export function familyOf(
  tree: ConfigTree,
  said: Said,
  blocks: readonly ConfigNode[],
  neighbor: Ip4 | undefined,
): NeighborFamily {
  const defaultPolicy = policyNamed(tree, said.one('default-originate')?.args['map']);
  const unsuppress = policyNamed(tree, said.one('unsuppress-map')?.args['map']);
  const conditional = conditionOf(tree, said.one('advertise-map'));
  const site = parseAdministered(said.one('soo')?.args['soo'] ?? '');
  const community = said.one('send-community')?.words ?? [];
  const every = community.includes('all');
  const sends = (kind: string): boolean =>
    community.length > 0 && (every || community.includes(kind) || community.includes('both'));
  const plain = community.length > 0 && community.at(-1) === 'send-community';
  const allowed = said.one('allowas-in');
  return {
    importPolicy: withDistances(filtered(tree, said, blocks, 'in'), tree, blocks, neighbor),
    exportPolicy: filtered(tree, said, blocks, 'out'),
    keepInbound: said.one('soft-reconfiguration inbound') !== undefined,
    nexthop: nexthopOf(said),
    client: said.one('route-reflector-client') !== undefined,
    sendStandard: plain || sends('standard'),
    sendExtended: sends('extended'),
    sendLarge: plain || sends('standard') || sends('large'),
    maximumPrefix: maximumOf(said.one('maximum-prefix')),
    defaultOriginate: said.one('default-originate') !== undefined,
    ownAsAllowed: allowed ? (numberIn(allowed, 'times') ?? OWN_AS) : 0,
    asOverride: said.one('as-override') !== undefined,
    removePrivate: removePrivateOf(said.one('remove-private-as')),
    tellBack: false,
    weight: numberIn(said.one('weight'), 'weight'),
    addPath: addPathOf(said, blocks),
    ...distanceOf(blocks, neighbor),
    ...(defaultPolicy ? { defaultPolicy } : {}),
    ...(unsuppress ? { unsuppress } : {}),
    ...(conditional ? { conditional: [conditional] } : {}),
    ...(said.one('aigp') ? { aigp: true } : {}),
    ...(site ? { siteOfOrigin: { kind: 'origin', value: site } } : {}),
    ...(tellsBestExternal(said, blocks) ? { bestExternal: true } : {}),
  };
}

/** "neighbor advertise-map": while the other map lets a route of the table through, or while it does not. */
function conditionOf(tree: ConfigTree, node: ConfigNode | undefined): ConditionalTelling | undefined {
  const which = policyNamed(tree, node?.args['map']);
  const when = policyNamed(tree, node?.args['exist'] ?? node?.args['nonexist']);
  return which && when ? { which, when, exists: node?.args['exist'] !== undefined } : undefined;
}

/** "next-hop-self": of what came from outside; with `all`, of what is reflected too. */
function nexthopOf(said: Said): NeighborFamily['nexthop'] {
  if (said.one('next-hop-unchanged')) return 'unchanged';
  const self = said.one('next-hop-self');
  if (!self) return 'rules';
  return self.words.includes('all') ? 'self' : 'self-external';
}

/** "neighbor remove-private-as": where the path has private ASs only; with `all`, wherever they stand. */
function removePrivateOf(node: ConfigNode | undefined): RemovePrivate {
  if (!node) return 'off';
  if (node.words.includes('replace-as')) return 'replace';
  return node.words.includes('all') ? 'all' : 'if-only';
}

function maximumOf(node: ConfigNode | undefined): MaximumPrefix | undefined {
  const limit = numberIn(node, 'most');
  if (!node || limit === undefined) return undefined;
  const restart = numberIn(node, 'minutes');
  return {
    limit,
    warnAt: numberIn(node, 'threshold') ?? WARN_AT,
    teardown: !node.words.includes('warning-only'),
    restart: restart === undefined ? undefined : minutes(restart),
  };
}

/** Lists and the route map of one direction: all of them must let a route through. */
function filtered(
  tree: ConfigTree,
  said: Said,
  blocks: readonly ConfigNode[],
  direction: 'in' | 'out',
): Policy | undefined {
  const map = policyNamed(tree, said.one(`route-map ${direction}`)?.args['map']);
  const lists = [
    ...prefixFilter(tree, said.one(`prefix-list ${direction}`)?.args['list']),
    ...accessFilter(tree, said.one(`distribute-list ${direction}`)?.args['list']),
    ...pathFilter(tree, said.one(`filter-list ${direction}`)?.args['list']),
    ...blocks.flatMap((block) => listsOfAll(tree, block, direction)),
  ];
  if (lists.length === 0) return map;
  const all: Term = { name: '', matches: [], actions: [], verdict: 'accept' };
  const terms = map ? map.terms : [all];
  return {
    name: map?.name ?? '',
    terms: terms.map((term): Term => ({ ...term, matches: [...lists, ...term.matches] })),
    otherwise: 'reject',
    ...(map?.deferred ? { deferred: true } : {}),
  };
}

/** "distribute-list" of the process or its family counts for every neighbour; with a protocol behind it, for that alone. */
function listsOfAll(tree: ConfigTree, block: ConfigNode, direction: 'in' | 'out'): readonly Match[] {
  const plain = all(block, `distribute-list ${direction}`);
  const prefixes = all(block, `distribute-list prefix ${direction}`);
  const ofAll = ({ args }: ConfigNode): boolean => args['source'] === undefined && args['interface'] === undefined;
  return [
    ...plain.filter(ofAll).flatMap(({ args }) => accessFilter(tree, args['list'])),
    ...prefixes.filter(ofAll).flatMap(({ args }) => prefixFilter(tree, args['list'])),
  ];
}

/** Of the neighbour, or "bgp advertise-best-external" of its family. */
const tellsBestExternal = (said: Said, blocks: readonly ConfigNode[]): boolean =>
  said.one('advertise')?.words.includes('best-external') === true ||
  blocks.some((block) => one(block, 'bgp advertise-best-external') !== undefined);

/** A list that is not defined lets everything through ("ip prefix-list", usage guidelines). */
function prefixFilter(tree: ConfigTree, name: string | undefined): readonly Match[] {
  const list = name === undefined ? undefined : prefixListNamed(tree, name);
  return list ? [{ kind: 'prefix-lists', lists: [list] }] : [];
}

function accessFilter(tree: ConfigTree, name: string | undefined): readonly Match[] {
  const list = name === undefined ? undefined : accessListNamed(tree, name);
  return list?.entries.length ? [{ kind: 'access-lists', lists: [list] }] : [];
}

/** An undefined one lets everything through. */
function pathFilter(tree: ConfigTree, name: string | undefined): readonly Match[] {
  const list = name === undefined ? undefined : pathListNamed(tree, name);
  return list ? [{ kind: 'as-paths', lists: [list] }] : [];
}

/** `additional-paths send receive` of the neighbour, else of its family; `advertise additional-paths` says how many. */
function addPathOf(said: Said, blocks: readonly ConfigTree[]): NeighborFamily['addPath'] {
  const own = said.one('additional-paths');
  const family = blocks
    .flatMap(({ children }) => children.filter(({ spec, negated }) => !negated && spec.name === 'bgp additional-paths'))
    .at(-1);
  const words = (own ?? family)?.words ?? [];
  if (words.includes('disable')) return { receive: false, send: 0 };
  const chosen = said.one('advertise additional-paths');
  const most = chosen?.words.includes('all') ? EVERY_PATH : (numberIn(chosen, 'paths') ?? 1);
  return { receive: words.includes('receive'), send: words.includes('send') ? most : 0 };
}
