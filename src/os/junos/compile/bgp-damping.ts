// damping: figures of merit of flapping routes.
// Source: Junos OS BGP user guide, "BGP Route Flap Damping Parameters": half-life 15 minutes, reuse 750, suppress 3000,
// max-suppress 60 minutes; 1000 for a withdrawal and for what comes back, 500 for a change.

import type { Dampening, DampeningSet } from '../../../protocols/bgp/config.ts';
import { minutes } from '../../../sim/time.ts';
import { all, type Block, has, number, one } from './tree-reader.ts';

const HALF_LIFE = 15;
const REUSE = 750;
const SUPPRESS = 3000;
const MAXIMUM = 60;
const PENALTIES = { withdrawn: 1000, announced: 1000, changed: 500 };

const setOf = (block: Block | undefined): DampeningSet => ({
  halfLife: minutes(number(block, 'half-life', 'minutes') ?? HALF_LIFE),
  reuse: number(block, 'reuse', 'reuse') ?? REUSE,
  suppress: number(block, 'suppress', 'suppress') ?? SUPPRESS,
  maximum: minutes(number(block, 'max-suppress', 'minutes') ?? MAXIMUM),
});

/** With the sets of `policy-options damping`, which import policies name. */
export function dampingOf(tree: Block): Dampening {
  const named = all(one(tree, 'policy-options'), 'damping').filter((block) => !has(block, 'disable'));
  return {
    penalties: PENALTIES,
    usual: setOf(undefined),
    sets: Object.fromEntries(named.map((block) => [block.args['damping-name'] ?? '', setOf(block)])),
  };
}
