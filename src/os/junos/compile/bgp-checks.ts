// What the routing process refuses of BGP before a neighbour is ever called.    Words: as users quote the commit of an
// external group without `peer-as`; `type` and its default: CLI reference, "type (Protocols BGP)".

import type { ConfigNode } from '../../../config/tree.ts';
import { all, type Block, type Faults, one, value } from './tree-reader.ts';

/** The main instance and all others. */
export function checkBgp(tree: Block, faults: Faults): void {
  checkProtocols(one(tree, 'protocols'), [], faults);
  for (const node of all(one(tree, 'routing-instances'), '<instance_name>')) {
    checkProtocols(one(node, 'protocols'), ['routing-instances', node], faults);
  }
}

function checkProtocols(
  protocols: ConfigNode | undefined,
  above: readonly (ConfigNode | string)[],
  faults: Faults,
): void {
  const bgp = one(protocols, 'bgp');
  for (const group of all(bgp, 'group')) {
    if (type(group) === 'internal') continue;
    for (const neighbor of all(group, 'neighbor')) {
      if ([neighbor, group, bgp].some((level) => value(level, 'peer-as', 'peer-as') !== undefined)) continue;
      const address = neighbor.args['neighbor'] ?? '';
      faults.error(
        [...above, 'protocols', 'bgp'],
        `Error in neighbor ${address} of group ${group.args['group'] ?? ''}:\npeer AS number must be configured for an external peer`,
      );
    }
  }
}

/** A group is external unless it says otherwise. */
const type = (group: ConfigNode): string => one(group, 'type')?.words[1] ?? 'external';
