// Where statements of BGP stand: in the process, or in the block of IPv4 once somebody asked for address families.
// Source: running configurations of IOS 15 and XE 16 (snapshots of Batfish's networks): with `address-family ipv4` all that is
// said of IPv4 stands in it, each neighbor with `activate` or `no … activate`; without, it stands in the process.

import { parseIp4 } from '../../../base/ip.ts';
import { type Chain, find, put, remove } from '../../../config/edit.ts';
import type { ConfigNode, ConfigTree, Statement } from '../../../config/tree.ts';
import type { CommandSpec } from '../../../language/spec.ts';
import { specNamed, statementOf } from './edit.ts';

/** Of a neighbor: what is said of its routes. Everything else is said of its session. */
export const FAMILY_NEIGHBOR: readonly string[] = [
  'neighbor activate',
  'neighbor weight',
  'neighbor send-community',
  'neighbor send-label',
  'neighbor route-reflector-client',
  'neighbor next-hop-self',
  'neighbor next-hop-unchanged',
  'neighbor remove-private-as',
  'neighbor as-override',
  'neighbor additional-paths',
  'neighbor advertise additional-paths',
  'neighbor advertise',
  'neighbor advertise-map',
  'neighbor allowas-in',
  'neighbor soft-reconfiguration inbound',
  'neighbor soo',
  'neighbor default-originate',
  'neighbor unsuppress-map',
  'neighbor distribute-list in',
  'neighbor distribute-list out',
  'neighbor prefix-list in',
  'neighbor prefix-list out',
  'neighbor filter-list in',
  'neighbor filter-list out',
  'neighbor route-map in',
  'neighbor route-map out',
  'neighbor maximum-prefix',
  'neighbor inherit peer-policy',
];

/** What the family itself says. */
export const FAMILY_STATEMENTS: readonly string[] = [
  'network',
  'aggregate-address',
  'redistribute connected',
  'redistribute static',
  'redistribute isis',
  'redistribute ospf',
  'redistribute eigrp',
  'redistribute rip',
  'maximum-paths',
  'maximum-paths ibgp',
  'maximum-paths eibgp',
  'distance bgp',
  'default-information originate',
  'default-metric',
  'bgp dampening',
  'table-map',
];

const processOf = (tree: ConfigTree): ConfigNode | undefined =>
  tree.children.find(({ spec }) => spec.name === 'router bgp');

/** The block of IPv4 unicast in the global table. */
export const ipv4Block = (tree: ConfigTree): ConfigNode | undefined =>
  processOf(tree)?.children.find(({ spec, words }) => spec.name === 'address-family ipv4' && words.length === 2);

/** The same sentence where it is used elsewhere. */
const counterpart = (spec: CommandSpec, specs: readonly CommandSpec[]): CommandSpec | undefined =>
  specs.find((one) => one.name === spec.name && one.at.file === spec.at.file && one.at.line === spec.at.line);

/** The statement as it stands in a block, in the words of that block's own sentences. */
export function asIn(block: ConfigNode, statement: Statement): Statement {
  return { ...statement, spec: counterpart(statement.spec, block.spec.children) ?? statement.spec };
}

/** "bgp default ipv4-unicast" */
export const activeByDefault = (process: ConfigNode): boolean =>
  !process.children.some(({ spec, negated }) => negated && spec.name === 'bgp default ipv4-unicast');

/** `neighbor ADDRESS activate` in the words of a block. */
export function activation(block: Statement, neighbor: string): Statement {
  const spec = specNamed(block.spec.children, 'neighbor activate');
  return statementOf(spec, ['neighbor', neighbor, 'activate'], { neighbor });
}

/**
 * The tree with a block of IPv4: all that is said of the family in the process moves there, and every neighbor that is
 * active says so. `at`: the process. A tree that has the block is given back as it is.
 */
export function withIpv4Block(tree: ConfigTree, at: Chain): ConfigTree {
  const process = find(tree, at);
  if (!process || ipv4Block(tree)) return tree;
  const spec = specNamed(process.spec.children, 'address-family ipv4');
  const block = statementOf(spec, ['address-family', 'ipv4'], {});
  let made = put(tree, [...at, block]);
  for (const node of process.children) {
    const moves = FAMILY_STATEMENTS.includes(node.spec.name) || FAMILY_NEIGHBOR.includes(node.spec.name);
    const there = moves ? counterpart(node.spec, spec.children) : undefined;
    if (!there) continue;
    made = remove(made, [...at, node]).tree;
    made = put(made, [...at, block, { ...node, spec: there }], { negated: node.negated });
  }
  const names = process.children
    .filter(
      ({ spec: one, args, negated }) => !negated && (one.name === 'neighbor remote-as' || args['group'] !== undefined),
    )
    .map(({ args }) => args['neighbor'] ?? '');
  const known = find(made, [...at, block])?.children.filter(({ spec: one }) => one.name === 'neighbor activate') ?? [];
  for (const name of new Set(names)) {
    const said = known.some(({ args }) => args['neighbor'] === name);
    if (said || parseIp4(name) === undefined || !activeByDefault(process)) continue;
    made = put(made, [...at, block, activation(block, name)]);
  }
  return made;
}
