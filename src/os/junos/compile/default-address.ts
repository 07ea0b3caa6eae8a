// system default-address-selection: the address that the router speaks as when nobody says which.
// Source: CLI reference, "default-address-selection" (of the loopback, or else of the default interface); captures `show bgp
// neighbor` of internal sessions (17.4R1, lab-validation junos_default_address_selection: 2.2.2.2 of lo0; without an address
// there 169.254.0.2 of em1.0, the first interface that has one).

import type { Ip4 } from '../../../base/ip.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { comparePhysical, logicalName } from '../interface-names.ts';
import { addressesOf } from './interfaces.ts';
import { all, type Block, has, one } from './tree-reader.ts';

/** Undefined: it was not asked for, or there is none; interfaces lend their own then. */
export function defaultAddress(tree: Block, vrf: VrfName): Ip4 | undefined {
  if (!has(one(tree, 'system'), 'default-address-selection')) return undefined;
  const claimed = new Map(
    all(one(tree, 'routing-instances'), '<instance_name>').flatMap((node) =>
      all(node, 'interface').map(({ args }) => [args['interface'] ?? '', node.words[0] ?? ''] as const),
    ),
  );
  const isLoopback = (name: string): boolean => name.startsWith('lo');
  const first = (a: string, b: string): number =>
    Number(isLoopback(b)) - Number(isLoopback(a)) || comparePhysical(a, b);
  const physicals = [...all(one(tree, 'interfaces'), '<interface-name>')].sort((a, b) =>
    first(a.words[0] ?? '', b.words[0] ?? ''),
  );
  for (const physical of physicals)
    for (const unit of all(physical, 'unit')) {
      const name = logicalName(physical.words[0] ?? '', unit.args['unit'] ?? '0');
      const own = addressesOf(one(unit, 'family inet')).find(({ secondary }) => !secondary);
      if (own && (claimed.get(name) ?? MAIN) === vrf) return own.address as Ip4;
    }
  return undefined;
}
