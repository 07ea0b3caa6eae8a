// protocols bgp: what a neighbor inherits: statement by statement, from itself, its group, or all of BGP.
// Source: Junos OS BGP user guide, "BGP Configuration Overview": the most specific statement holds alone.

import type { ConfigNode } from '../../../config/tree.ts';
import { all, type Block, has, one } from './tree-reader.ts';

/** A neighbor and the blocks around it, the most specific first. */
export interface Inherited {
  readonly neighbor: ConfigNode;
  readonly group: ConfigNode;
  readonly bgp: ConfigNode;
}

export const levelsOf = ({ neighbor, group, bgp }: Inherited): readonly ConfigNode[] => [neighbor, group, bgp];

/** The first of these blocks that has such a statement. */
export const holding = (from: Inherited, name: string): ConfigNode | undefined =>
  levelsOf(from).find((level) => has(level, name));

/** The statement itself. */
export const inherited = (from: Inherited, name: string): ConfigNode | undefined => one(holding(from, name), name);

/** Of several statements with one name (a chain of policies): those of the block that has any. */
export const inheritedAll = (from: Inherited, name: string): readonly ConfigNode[] => all(holding(from, name), name);

/** Whole families count: who names one at his own level inherits none. */
export const familyHolder = (from: Inherited): ConfigNode | undefined =>
  levelsOf(from).find((level) => level.children.some(({ spec }) => spec.name.startsWith('family ')));

/** `protocols bgp` of an instance, unless it is disabled. */
export function bgpBlock(holder: Block): ConfigNode | undefined {
  const block = one(one(holder, 'protocols'), 'bgp');
  return block && !has(block, 'disable') ? block : undefined;
}

/** A group is external unless it says otherwise. */
export const isInternalGroup = (group: Block): boolean => one(group, 'type')?.words[1] === 'internal';

/** Every neighbor of a block. */
export const neighborsOf = (bgp: ConfigNode): readonly Inherited[] =>
  all(bgp, 'group').flatMap((group) => all(group, 'neighbor').map((neighbor) => ({ neighbor, group, bgp })));
