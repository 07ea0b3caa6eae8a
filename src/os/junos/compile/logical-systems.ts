// logical-systems: each is a configuration of its own below its name, within a box whose ports it shares.
// Source: "Logical Systems Overview" (what a logical system has, what it takes from the box); words of the refusals were not
// captured and follow those of dcd.

import type { ConfigNode } from '../../../config/tree.ts';
import { all, type Block, type Faults, one, value } from './tree-reader.ts';
import { isTunnel } from './tunnels.ts';

/** A logical system: its name, and everything that it is configured with. */
export interface LogicalSystem {
  readonly name: string;
  readonly block: Block;
  /** Statements from the root to its own. */
  readonly path: readonly (ConfigNode | string)[];
}

/** Every logical system of a box. */
export function logicalSystems(tree: Block): readonly LogicalSystem[] {
  return all(one(tree, 'logical-systems'), '<logical-system>').map((node) => ({
    name: node.words[0] ?? '',
    block: blockOf(tree, node),
    path: ['logical-systems', node],
  }));
}

/** What a logical system is told by the box, unless it says so itself. */
const INHERITED = ['policy-options', 'firewall'];
/** What only the box can say. */
const OF_THE_BOX = ['system', 'chassis', 'logical-systems'];

function blockOf(tree: Block, own: ConfigNode): Block {
  const inherited = INHERITED.filter((name) => !one(own, name));
  const above = [...OF_THE_BOX, ...inherited]
    .flatMap((name) => one(tree, name) ?? [])
    .map((node) => (node.spec.name === 'system' ? renamed(node, own.words[0] ?? '') : node));
  const children = own.children
    .filter(({ spec }) => !OF_THE_BOX.includes(spec.name))
    .map((node) => (node.spec.name === 'interfaces' ? interfacesOf(tree, node) : node));
  return { children: [...above, ...children] };
}

/** Its neighbours know it by both names: `granada-re0-milan` (`show isis adjacency` beside a logical system, MX480, 12.3R9). */
function renamed(system: ConfigNode, name: string): ConfigNode {
  const children = system.children.map((node) => {
    const host = node.args['host-name'];
    if (node.spec.name !== 'host-name' || host === undefined) return node;
    const both = `${host}-${name}`;
    return { ...node, words: [node.words[0] ?? '', both], args: { ...node.args, 'host-name': both } };
  });
  return { ...system, children };
}

/** Its units, on ports as the box configured them. */
function interfacesOf(tree: Block, own: ConfigNode): ConfigNode {
  const ports = all(one(tree, 'interfaces'), '<interface-name>');
  const children = own.children.map((node) => {
    const port = ports.find(({ words }) => words[0] === node.words[0]);
    const settings = port?.children.filter(({ spec }) => spec.name !== 'unit') ?? [];
    return { ...node, children: [...settings, ...node.children] };
  });
  return { ...own, children };
}

/** Words that stand for the box itself, or for all of them, where a logical system is named. */
const RESERVED = ['all', 'default', 'main'];

/** A name may not mean something else; a unit belongs to one router, and so does a VLAN of a port. */
export function checkShared(tree: Block, systems: readonly LogicalSystem[], faults: Faults): void {
  for (const { name, path } of systems)
    if (RESERVED.includes(name)) faults.error(path, `Logical system name '${name}' is reserved`);
  const units = new Map<string, string>();
  const vlans = new Set<string>();
  const look = (block: Block, above: readonly (ConfigNode | string)[], owner: string): void => {
    for (const physical of all(one(block, 'interfaces'), '<interface-name>')) {
      // Both ends of a tunnel may have one VLAN.
      const shares = !isTunnel(physical.words[0] ?? '');
      for (const unit of all(physical, 'unit')) {
        const name = `${physical.words[0]}.${unit.args['unit']}`;
        const path = [...above, 'interfaces', physical, unit];
        const before = units.get(name);
        if (before !== undefined) faults.error(path, `Interface ${name} is already configured in ${before}`);
        units.set(name, owner);
        const vlan = value(unit, 'vlan-id', 'vlan-id');
        const tag = `${physical.words[0]} ${vlan}`;
        // Within one router the interfaces' own check tells.
        if (shares && vlan !== undefined && vlans.has(tag) && before === undefined)
          faults.error([...path, one(unit, 'vlan-id') as ConfigNode], 'duplicate VLAN-ID on interface');
      }
    }
    for (const physical of all(one(block, 'interfaces'), '<interface-name>'))
      for (const unit of all(physical, 'unit')) vlans.add(`${physical.words[0]} ${value(unit, 'vlan-id', 'vlan-id')}`);
  };
  look(tree, [], 'the main router');
  for (const { block, path, name } of systems) look(block, path, `logical-system ${name}`);
}
