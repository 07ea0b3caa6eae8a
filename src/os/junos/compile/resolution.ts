// routing-options resolution, forwarding-table export: through which routes of a table next hops are found, which routes
// forward over all of their paths.
// Source: CLI reference, "resolution", "import (Routing Options)"; capture of 17.4R1 (lab-validation juniper_resolution: with
// a policy of /24s the /31 of a link does not lead to the next hop of an internal BGP route, and its /24 does).

import type { VrfConfig } from '../../../device/device-config.ts';
import type { Policy } from '../../../policy/policy.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { chainOf } from './policy.ts';
import { all, type Block, one } from './tree-reader.ts';

/** What the `routing-options` of an instance say of its own tables; undefined: nothing. */
export function resolutionOf(tree: Block, options: Block | undefined, vrf: VrfName): VrfConfig['resolveThrough'] {
  const own = vrf === MAIN ? '' : `${vrf}.`;
  const ribs = all(one(options, 'resolution'), 'rib');
  const policyOf = (table: string) => {
    const rib = ribs.find(({ args }) => args['rib-name'] === own + table);
    const names = all(rib, 'import').map(({ args }) => args['policy'] ?? '');
    return names.length === 0 ? undefined : chainOf(tree, names, { otherwise: 'accept', to: undefined });
  };
  const [unicast, labeled] = [policyOf('inet.0'), policyOf('inet.3')];
  return unicast || labeled ? { ...(unicast ? { unicast } : {}), ...(labeled ? { labeled } : {}) } : undefined;
}

/** "resolution-ribs": where the next hops of a table's routes are looked for; undefined: in the usual tables. */
export function searchedTables(tree: Block, table: string): 'unicast' | 'labeled' | 'both' | undefined {
  const ribs = all(one(one(tree, 'routing-options'), 'resolution'), 'rib');
  const rib = ribs.find(({ args }) => args['rib-name'] === table);
  const names = all(rib, 'resolution-ribs').map(({ args }) => args['rib'] ?? '');
  const [unicast, labeled] = [names.includes('inet.0'), names.includes('inet.3')];
  if (unicast) return labeled ? 'both' : 'unicast';
  return labeled ? 'labeled' : undefined;
}

/**
 * One path of each route is given to forwarding, unless a policy says `load-balance per-packet`. Junos OS Routing Policies,
 * "Understanding Per-Packet Load Balancing".
 */
export function balancingOf(tree: Block): Policy {
  const exports = all(one(one(tree, 'routing-options'), 'forwarding-table'), 'export');
  const names = exports.map(({ args }) => args['policy'] ?? '');
  return chainOf(tree, names, { otherwise: 'accept', to: undefined });
}
