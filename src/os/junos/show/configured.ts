// What the configuration in force says, where a view or an order needs words that no table holds.

import { type Ip4, isIp4, parseIp4 } from '../../../base/ip.ts';
import type { Interface } from '../../../net/interface.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { MAIN_ROUTER } from '../../box.ts';
import type { Box, ViewContext } from '../../os.ts';
import { logicalSystems } from '../compile/logical-systems.ts';
import { all, type Block, one, value } from '../compile/tree-reader.ts';
import { expandGroups } from '../groups.ts';

/** Of one of a box's routers: the box itself, or a logical system. */
export interface Of {
  readonly box: Pick<Box, 'store' | 'os' | 'routers'>;
  readonly router: object;
}

/** The committed configuration of the box with what it inherits from its groups. */
export function inForceAt(box: Pick<Box, 'store' | 'os'>): Block {
  return expandGroups(box.store.running, box.os.vocabulary.sections.get('config')?.commands ?? []).tree;
}

/** The same of the router that is looked at. */
export function inForce({ box, router }: Of): Block {
  const tree = inForceAt(box);
  const name = [...box.routers].find(([, one]) => one === router)?.[0] ?? MAIN_ROUTER;
  return name === MAIN_ROUTER ? tree : (logicalSystems(tree).find((one) => one.name === name)?.block ?? tree);
}

/** A routing instance as it was written; undefined: the main one, or one that the system made. */
export const instanceBlock = (of: Of, name: VrfName): Block | undefined =>
  all(one(inForce(of), 'routing-instances'), '<instance_name>').find((node) => node.words[0] === name);

/** `routing-options autonomous-system`, as it was written. */
export const ownAs = (of: Of): string | undefined =>
  value(one(inForce(of), 'routing-options'), 'autonomous-system', 'as-number');

const primaries = (of: readonly Interface[], kind: Interface['kind']): readonly Ip4[] =>
  of
    .filter((on) => on.kind === kind && on.up)
    .flatMap(({ addresses }) => addresses.filter(({ secondary }) => !secondary).map(({ address }) => address))
    .filter(isIp4)
    .sort((a, b) => a - b);

/**
 * The router ID of an instance: configured, the main instance's for a VPN, or chosen by the system: a loopback's address,
 * otherwise another interface's. Junos OS Routing Protocols, "router-id".
 */
export function routerIdOf({ ask }: Pick<ViewContext, 'ask'>, vrf: VrfName): Ip4 {
  const configured = ask('vrfs', {}).find(({ name }) => name === vrf)?.routerId;
  if (configured !== undefined) return configured;
  const own = ask('interfaces', {})
    .map((row) => row.interface)
    .filter((on) => on.vrf === vrf);
  const [chosen] = [...primaries(own, 'loopback'), ...primaries(own, 'ethernet')];
  return chosen ?? (parseIp4('0.0.0.0') as Ip4);
}

/** Is there an instance of this name, the main one included? */
export const isInstance = ({ ask }: Pick<ViewContext, 'ask'>, vrf: VrfName): boolean =>
  vrf === MAIN || ask('vrfs', {}).some(({ name }) => name === vrf);
