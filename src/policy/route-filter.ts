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
  /** Asked by itself, whichever block is the longest (prefixes of a list). */
  readonly apart?: true;
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

/** Some of the blocks, to be found by their prefixes. */
interface Index {
  readonly covering: Covering;
  readonly places: readonly number[];
}

interface Indexes {
  readonly together: Index;
  readonly apart: Index;
  /** Places of those that are asked by their masks. */
  readonly masked: readonly number[];
}

const known = new WeakMap<readonly RouteBlock[], Indexes>();

function indexesOf(blocks: readonly RouteBlock[]): Indexes {
  const old = known.get(blocks);
  if (old) return old;
  const all = blocks.map((_, i) => i);
  const index = (wanted: (block: RouteBlock) => boolean): Index => {
    const places = all.filter((i) => blocks[i]?.mask === undefined && wanted(blocks[i] as RouteBlock));
    return { covering: new Covering(places.map((i) => (blocks[i] as RouteBlock).prefix)), places };
  };
  const made: Indexes = {
    together: index((block) => !block.apart),
    apart: index((block) => block.apart === true),
    masked: all.filter((i) => blocks[i]?.mask !== undefined),
  };
  known.set(blocks, made);
  return made;
}

function found(
  blocks: readonly RouteBlock[],
  { covering, places }: Index,
  route: Prefix,
  walkUp: boolean,
): number | undefined {
  let place: number | undefined;
  covering.each(route, (equal) => {
    const at = equal.find((i) => takes(blocks[places[i] as number] as RouteBlock, route));
    if (at !== undefined) place = places[at];
    return at !== undefined || !walkUp;
  });
  return place;
}

/** The place of the block that takes the route; undefined: none. */
export function takenBy(blocks: readonly RouteBlock[], route: Prefix, walkUp: boolean): number | undefined {
  const { together, apart, masked } = indexesOf(blocks);
  return (
    found(blocks, together, route, walkUp) ??
    found(blocks, apart, route, true) ??
    masked.find((i) => takes(blocks[i] as RouteBlock, route))
  );
}
