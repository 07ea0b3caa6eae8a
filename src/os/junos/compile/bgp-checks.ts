// What the routing process refuses of BGP before a neighbour is ever called.    Words: as users quote the commit of an
// external group without `peer-as`, and of a router without an AS; `type` and its default: CLI reference, "type (Protocols BGP)".

import type { ConfigNode } from '../../../config/tree.ts';
import { all, type Block, type Faults, has, one, value } from './tree-reader.ts';

/** The main instance and all others. */
export function checkBgp(tree: Block, faults: Faults): void {
  const named = hasAs(tree);
  checkProtocols(one(tree, 'protocols'), [], named, faults);
  for (const node of all(one(tree, 'routing-instances'), '<instance_name>')) {
    checkProtocols(one(node, 'protocols'), ['routing-instances', node], named || hasAs(node), faults);
  }
}

const hasAs = (holder: Block): boolean => has(one(holder, 'routing-options'), 'autonomous-system');

function checkProtocols(
  protocols: ConfigNode | undefined,
  above: readonly (ConfigNode | string)[],
  named: boolean,
  faults: Faults,
): void {
  const bgp = one(protocols, 'bgp');
  if (has(bgp, 'disable')) return;
  for (const group of all(bgp, 'group')) {
    for (const neighbor of all(group, 'neighbor')) {
      const levels = [neighbor, group, bgp];
      const peered = levels.some((level) => value(level, 'peer-as', 'peer-as') !== undefined);
      const local = named || levels.some((level) => has(level, 'local-as'));
      const wrong = type(group) === 'external' && !peered ? NO_PEER_AS : local ? undefined : NO_AS;
      if (wrong === undefined) continue;
      const address = neighbor.args['neighbor'] ?? '';
      const text = `Error in neighbor ${address} of group ${group.args['group'] ?? ''}:\n${wrong}`;
      faults.error([...above, 'protocols', 'bgp'], text);
    }
  }
}

const NO_AS = 'must define local autonomous system when enabling BGP';
const NO_PEER_AS = 'peer AS number must be configured for an external peer';

/** A group is external unless it says otherwise. */
const type = (group: ConfigNode): string => one(group, 'type')?.words[1] ?? 'external';
