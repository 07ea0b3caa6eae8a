// Cost communities: what a path costs at which point of the ladder.       draft-retana-bgp-custom-decision §3

import type { ExtendedCommunity } from '../../route/community.ts';

/** Where it counts: before everything else, or after the IGP metric. */
export const COST_POINT = { before: 128, igp: 129 } as const;

/** Of a path that has none of this identifier: half of the highest one. */
export const DEFAULT_COST = 0x7fffffff;

/** Opaque, subtype 1: point of insertion, identifier, four bytes of cost. */
const COST = /^4301([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{8})$/i;

/** The costs for this point, by their identifiers. */
export function costsOf(
  communities: readonly ExtendedCommunity[] | undefined,
  point: number,
): ReadonlyMap<number, number> {
  const costs = new Map<number, number>();
  for (const one of communities ?? []) {
    const [, at = '', id = '', cost = ''] = (one.kind === 'other' && COST.exec(one.hex)) || [];
    if (Number.parseInt(at, 16) === point) costs.set(Number.parseInt(id, 16), Number.parseInt(cost, 16));
  }
  return costs;
}
