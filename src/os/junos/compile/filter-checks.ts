// Filters that an interface names and nobody wrote.    Words: as users quote dfwd of Junos 12 to 21 ("Referenced filter 'x' is
// not defined"); which filters a family may use: CLI reference, "filter (Configuring)".

import type { ConfigNode } from '../../../config/tree.ts';
import { all, type Block, type Faults, one } from './tree-reader.ts';

/** Families whose filters stand below `firewall family X`. */
const FAMILIES = ['inet', 'inet6', 'mpls', 'ethernet-switching', 'bridge', 'vpls', 'ccc', 'any'] as const;

/** Every unit of every interface. */
export function checkFilters(tree: Block, faults: Faults): void {
  const firewall = one(tree, 'firewall');
  for (const family of FAMILIES) {
    const written = new Set(all(one(firewall, `family ${family}`), 'filter').map(nameOf));
    // What stands beside the families is of family inet.
    if (family === 'inet') for (const node of all(firewall, 'filter')) written.add(nameOf(node));
    for (const physical of all(one(tree, 'interfaces'), '<interface-name>')) {
      for (const unit of all(physical, 'unit')) {
        const used = one(unit, `family ${family}`);
        for (const node of one(used, 'filter')?.children ?? []) {
          const name = nameOf(node);
          if (name === '' || written.has(name)) continue;
          faults.error(
            ['interfaces', physical, unit, `family ${family}`, 'filter'],
            `Referenced filter '${name}' is not defined`,
          );
        }
      }
    }
  }
}

const nameOf = (node: ConfigNode): string => node.args['filter-name'] ?? '';
