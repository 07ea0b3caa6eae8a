// Rules of the schema itself, which are looked at before any process is asked: while one is broken, nothing else is told.
// Sources: Juniper community, "native-vlan-id" on QFX5100 (families of one unit); course "Introduction to Junos" of 2021,
// SRX (`filter input block-in` at a unit); NETCONF answer quoted for `access profile … routing-instance`.

import type { ConfigNode } from '../../../config/tree.ts';
import { all, type Block, type Faults, has, one } from './tree-reader.ts';

/** Looks at everything in force. */
export function checkConstraints(tree: Block, faults: Faults): void {
  for (const physical of all(one(tree, 'interfaces'), '<interface-name>')) {
    for (const unit of all(physical, 'unit')) {
      checkFamilies(physical, unit, faults);
      checkUnitFilter(tree, physical, unit, faults);
    }
  }
  const access = one(tree, 'access');
  if (access) checkInstances(tree, [access], faults);
}

/** A port of a bridge has no other families. */
function checkFamilies(physical: ConfigNode, unit: ConfigNode, faults: Faults): void {
  const families = unit.children.filter(({ spec }) => spec.name.startsWith('family '));
  const bridged = families.find(({ spec }) => spec.name === 'family ethernet-switching');
  if (!bridged || families.length === 1) return;
  faults.constraint(
    ['interfaces', physical, unit, 'family', 'ethernet-switching'],
    'Family ethernet-switching and rest of the families are mutually exclusive',
  );
}

/** A filter for all families is one of family any. */
function checkUnitFilter(tree: Block, physical: ConfigNode, unit: ConfigNode, faults: Faults): void {
  const known = all(one(one(tree, 'firewall'), 'family any'), 'filter').map(({ args }) => args['filter-name']);
  for (const node of one(unit, 'filter')?.children ?? []) {
    const name = node.args['filter-name'];
    if (name === undefined || known.includes(name)) continue;
    const path = ['interfaces', physical, unit, 'filter', node.words[0] ?? '', node];
    faults.constraint(path, 'referenced filter must be defined under firewall family any');
  }
}

/** Whoever is asked in an instance needs that instance. */
function checkInstances(tree: Block, path: readonly ConfigNode[], faults: Faults): void {
  const instances = one(tree, 'routing-instances');
  for (const node of path[path.length - 1]?.children ?? []) {
    const name = node.spec.name === 'routing-instance' ? node.args['instance'] : undefined;
    const defined = all(instances, '<instance_name>').some(({ words }) => words[0] === name);
    if (name !== undefined && name !== 'default' && !defined && !managed(tree, name)) {
      faults.constraint([...path, 'routing-instance', node], 'referenced routing-instance must be defined');
    }
    checkInstances(tree, [...path, node], faults);
  }
}

/** The instance of the management port is there when it is asked for. */
const managed = (tree: Block, name: string): boolean =>
  name === 'mgmt_junos' && has(one(tree, 'system'), 'management-instance');
