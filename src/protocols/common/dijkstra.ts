// Shortest paths with every equal-cost predecessor.                                  Dijkstra 1959; ISO 10589 annex C.2

import { Heap } from '../../base/heap.ts';

/** A way from one node to another. Nodes are numbers from 0. */
export interface Arc {
  readonly to: number;
  /** Not negative. */
  readonly cost: number;
}

export interface ShortestPaths {
  /** By node; Infinity: it cannot be reached. */
  readonly distance: Float64Array;
  /** By node: the last steps of all shortest paths to it, as arcs of the node before. Empty for the root. */
  readonly before: readonly (readonly { readonly from: number; readonly arc: Arc }[])[];
  /** The nodes that can be reached, nearest first; of equal ones the smaller number. */
  readonly order: readonly number[];
}

interface Candidate {
  readonly node: number;
  readonly distance: number;
}

/**
 * From `root` to all of `count` nodes. `arcs` answers nothing for a node that may be reached but not passed through.
 * Paths longer than `limit` are none.
 */
export function shortestPaths(
  count: number,
  root: number,
  arcs: (node: number) => readonly Arc[],
  limit = Number.POSITIVE_INFINITY,
): ShortestPaths {
  const distance = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const before: { from: number; arc: Arc }[][] = Array.from({ length: count }, () => []);
  const order: number[] = [];
  const done = new Uint8Array(count);
  const heap = new Heap<Candidate>((a, b) => a.distance < b.distance || (a.distance === b.distance && a.node < b.node));
  distance[root] = 0;
  heap.push({ node: root, distance: 0 });
  for (let next = heap.pop(); next; next = heap.pop()) {
    const { node } = next;
    if (done[node]) continue;
    done[node] = 1;
    order.push(node);
    for (const arc of arcs(node)) {
      const total = next.distance + arc.cost;
      const known = distance[arc.to] as number;
      if (total > known || total > limit || arc.to === root) continue;
      const steps = before[arc.to] as { from: number; arc: Arc }[];
      if (total < known) {
        distance[arc.to] = total;
        steps.length = 0;
        heap.push({ node: arc.to, distance: total });
      }
      steps.push({ from: node, arc });
    }
  }
  return { distance, before, order };
}
