// Blocks of addresses of which the longest one that holds a route is asked.
// Source: Junos OS Routing Policies, "Understanding Route Filters for Use in Routing Policy Match Conditions" (longest-match
// lookup on the address alone, then the match type of that block; `walkup` asks wider ones too).

import { type Ip4, isIp4 } from '../base/ip.ts';
import { covers, type Prefix } from '../base/prefix.ts';
import { Covering } from './covering.ts';

/** Takes routes inside `prefix` whose length is in `low` … `high`. */
export interface RouteBlock {
  readonly prefix: Prefix;
  readonly low: number;
  readonly high: number;
  /** Only those on the direct way from `prefix` to this one. */
  readonly through?: Prefix;
  /** Instead of the prefix's own mask: routes of the same length that agree in these bits. */
  readonly mask?: Ip4;
}

/** Does this block take the route? */
export function takes({ prefix, low, high, through, mask }: RouteBlock, route: Prefix): boolean {
  if (mask !== undefined) {
    const [a, b] = [prefix.address, route.address];
    return isIp4(a) && isIp4(b) && ((a ^ b) & mask) === 0 && route.length === prefix.length;
  }
  if (route.length < low || route.length > high || !covers(prefix, route)) return false;
  return through === undefined || covers(route, through);
}

interface Index {
  readonly covering: Covering;
  /** Places of the blocks that the covering holds. */
  readonly places: readonly number[];
  /** Those that are asked by their masks. */
  readonly masked: readonly number[];
}

const indexes = new WeakMap<readonly RouteBlock[], Index>();

function indexOf(blocks: readonly RouteBlock[]): Index {
  const known = indexes.get(blocks);
  if (known) return known;
  const all = blocks.map((_, i) => i);
  const places = all.filter((i) => blocks[i]?.mask === undefined);
  const made: Index = {
    covering: new Covering(places.map((i) => (blocks[i] as RouteBlock).prefix)),
    places,
    masked: all.filter((i) => blocks[i]?.mask !== undefined),
  };
  indexes.set(blocks, made);
  return made;
}

/** The place of the block that takes the route; undefined: none. */
export function takenBy(blocks: readonly RouteBlock[], route: Prefix, walkUp: boolean): number | undefined {
  const { covering, places, masked } = indexOf(blocks);
  let found: number | undefined;
  covering.each(route, (equal) => {
    const at = equal.find((i) => takes(blocks[places[i] as number] as RouteBlock, route));
    if (at !== undefined) found = places[at];
    return at !== undefined || !walkUp;
  });
  return found ?? masked.find((i) => takes(blocks[i] as RouteBlock, route));
}
