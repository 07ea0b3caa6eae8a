// The shortest-path tree of a level, out of its LSPs and this router's own adjacencies.
// ISO 10589 §7.2.5 to §7.2.8, annex C.2; RFC 1195 §3.10, RFC 3787 §4, RFC 5305 §3

import type { Ip4 } from '../../base/ip.ts';
import { contains, prefix } from '../../base/prefix.ts';
import { type Arc, shortestPaths } from '../common/dijkstra.ts';
import { MAX_NARROW_PATH, MAX_WIDE_PATH } from './iana.ts';
import { isDead } from './lsdb.ts';
import { accepted } from './lsp-facts.ts';
import { metricOf } from './metric.ts';
import type { Adjacency, Circuit, Edge, Hop, Isis, LevelState, LspRecord, Tree, TreeNode } from './model.ts';
import { circuitsAt, upAt } from './neighbours.ts';
import { fragmentOf, type NodeId, nodeOf, nodeOfLsp, pseudonodeOf } from './net-address.ts';

/** A node as its LSPs make it. */
interface Vertex {
  readonly id: NodeId;
  readonly edges: readonly Edge[];
  /** May be reached, not gone through. ISO 10589 §7.2.8.1 */
  readonly closed: boolean;
}

/** The root's own links know who is at their end. */
interface FirstArc extends Arc {
  /** Point-to-point: the neighbour itself. */
  readonly hop: Hop | undefined;
  /** A LAN: who is behind its pseudonode. */
  readonly lan: ReadonlyMap<NodeId, Hop> | undefined;
}

/** Of a neighbour's addresses, the first one in a subnet of the link. RFC 1195 §4.4 */
function gatewayOf(circuit: Circuit, { addresses }: Adjacency): Ip4 | undefined {
  const subnets = circuit.view.addresses.map(({ address, length }) => prefix(address, length));
  return addresses.find((one) => subnets.some((subnet) => contains(subnet, one))) ?? addresses[0];
}

const hopOf = (circuit: Circuit, one: Adjacency): Hop => ({
  on: one.on,
  system: one.system,
  snpa: one.snpa,
  gateway: gatewayOf(circuit, one),
});

/** Every node whose zeroth LSP is there, in the order of their IDs. */
function vertices(isis: Isis, level: LevelState): readonly Vertex[] {
  const style = isis.config.level[level.level].accept;
  const all: Vertex[] = [];
  let of: LspRecord[] = [];
  const close = (): void => {
    const first = of[0];
    if (!first || fragmentOf(first.id) !== 0) return;
    const id = nodeOfLsp(first.id);
    const edges = of.length === 1 ? first.facts.edges : of.flatMap((record) => record.facts.edges);
    // A pseudonode cannot be overloaded.
    const closed = first.flags.overload && pseudonodeOf(id) === 0;
    all.push({ id, edges: accepted(edges, style, (edge) => edge.to), closed });
  };
  let current: NodeId | undefined;
  for (const record of level.lsps.values()) {
    if (isDead(record)) continue;
    const node = nodeOfLsp(record.id);
    if (node !== current) {
      close();
      of = [];
      current = node;
    }
    of.push(record);
  }
  close();
  return all;
}

/** Where the root's own links lead at this moment. Its LSPs may say so only a little later. */
function firstArcs(isis: Isis, level: LevelState, numberOf: ReadonlyMap<NodeId, number>): readonly FirstArc[] {
  return circuitsAt(isis, level.level).flatMap((circuit) => {
    const cost = metricOf(isis, circuit, level.level);
    const up = upAt(circuit, level.level);
    if (circuit.config.network === 'broadcast') return lanArc(circuit, level, cost, up, numberOf);
    return up.flatMap((one) => {
      const to = numberOf.get(nodeOf(one.system));
      return to === undefined ? [] : [{ to, cost, hop: hopOf(circuit, one), lan: undefined }];
    });
  });
}

function lanArc(
  circuit: Circuit,
  level: LevelState,
  cost: number,
  up: readonly Adjacency[],
  numberOf: ReadonlyMap<NodeId, number>,
): readonly FirstArc[] {
  const { lanId } = circuit.level[level.level];
  const to = lanId === undefined ? undefined : numberOf.get(lanId);
  if (to === undefined || up.length === 0) return [];
  return [{ to, cost, hop: undefined, lan: new Map(up.map((one) => [nodeOf(one.system), hopOf(circuit, one)])) }];
}

/** Links that both ends speak of. ISO 10589 §7.2.6 */
function twoWay(all: readonly Vertex[], numberOf: ReadonlyMap<NodeId, number>): readonly (readonly Arc[])[] {
  const heard = all.map((vertex) => new Set(vertex.edges.map((edge) => edge.to)));
  return all.map((vertex) => {
    const arcs: Arc[] = [];
    for (const edge of vertex.edges) {
      const to = numberOf.get(edge.to);
      if (to !== undefined && heard[to]?.has(vertex.id)) arcs.push({ to, cost: edge.metric });
    }
    return arcs;
  });
}

const hopKey = (hop: Hop): string => `${hop.system} ${hop.on}`;

/** Each hop once, in the order of neighbours and circuits. */
function mergedHops(a: readonly Hop[], b: readonly Hop[]): readonly Hop[] {
  if (b.length === 0 || a === b) return a;
  if (a.length === 0) return b;
  const known = new Map(a.map((hop) => [hopKey(hop), hop]));
  const before = known.size;
  for (const hop of b) if (!known.has(hopKey(hop))) known.set(hopKey(hop), hop);
  if (known.size === before) return a;
  return [...known].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, hop]) => hop);
}

/** First hops to every node: its predecessors', unless it is one itself, or sits on a LAN of the root's. */
class FirstHops {
  readonly #all: readonly Vertex[];
  readonly #root: number;
  /** By node. */
  readonly hops: (readonly Hop[])[];
  /** Of pseudonodes next to the root: who is behind them. */
  readonly #lans = new Map<number, ReadonlyMap<NodeId, Hop>[]>();

  constructor(all: readonly Vertex[], root: number) {
    this.#all = all;
    this.#root = root;
    this.hops = all.map(() => []);
  }

  /** True when the node got new ones by this step. */
  step(node: number, from: number, arc: Arc): boolean {
    const gained = mergedHops(this.hops[node] as readonly Hop[], this.#by(node, from, arc));
    if (gained === this.hops[node]) return false;
    this.hops[node] = gained;
    return true;
  }

  #by(node: number, from: number, arc: Arc): readonly Hop[] {
    if (from === this.#root) {
      const { hop, lan } = arc as FirstArc;
      if (lan) this.#lans.set(node, [...(this.#lans.get(node) ?? []), lan]);
      return hop ? [hop] : [];
    }
    const lans = this.#lans.get(from);
    const { id } = this.#all[node] as Vertex;
    if (!lans) return this.hops[from] as readonly Hop[];
    const direct = lans.flatMap((lan) => lan.get(id) ?? []);
    // Further away than its own link: by whoever leads to the LAN.
    return mergedHops(direct, this.hops[from] as readonly Hop[]);
  }
}

type Paths = ReturnType<typeof shortestPaths>;

/** Over links without cost a node may have its place before one that leads to it: until nothing is gained any more. */
function firstHops(all: readonly Vertex[], root: number, paths: Paths): readonly (readonly Hop[])[] {
  const found = new FirstHops(all, root);
  const later = new Set<number>();
  for (const node of paths.order) {
    for (const { from, arc } of paths.before[node] ?? []) {
      found.step(node, from, arc);
      if (paths.distance[from] === paths.distance[node] && from !== node) later.add(node);
    }
  }
  let gained = later.size > 0;
  for (let round = 0; gained && round < all.length; round++) {
    gained = false;
    for (const node of paths.order) {
      for (const { from, arc } of paths.before[node] ?? [])
        if (from !== root && found.step(node, from, arc)) gained = true;
    }
  }
  return found.hops;
}

/** Shortest paths from this system to everybody in the level. */
export function shortestPathTree(isis: Isis, level: LevelState): Tree {
  const self = nodeOf(isis.system);
  const known = vertices(isis, level);
  // Without an own LSP the root is there all the same.
  const all = known.some((vertex) => vertex.id === self) ? known : [...known, { id: self, edges: [], closed: false }];
  const numberOf = new Map(all.map((vertex, number) => [vertex.id, number]));
  const root = numberOf.get(self) as number;
  const arcs = twoWay(all, numberOf);
  const first = firstArcs(isis, level, numberOf).filter((arc) => all[arc.to]?.edges.some((edge) => edge.to === self));
  const limit = isis.config.level[level.level].accept === 'narrow' ? MAX_NARROW_PATH : MAX_WIDE_PATH;
  const open = (node: number): readonly Arc[] => {
    if (node === root) return first;
    return all[node]?.closed ? [] : (arcs[node] as readonly Arc[]);
  };
  const paths = shortestPaths(all.length, root, open, limit);
  const hops = firstHops(all, root, paths);
  const nodes = new Map<NodeId, TreeNode>();
  for (const number of paths.order) {
    const { id } = all[number] as Vertex;
    const steps = paths.before[number] ?? [];
    const parents = [...new Set(steps.map(({ from }) => (all[from] as Vertex).id))];
    nodes.set(id, { id, distance: paths.distance[number] as number, hops: hops[number] as readonly Hop[], parents });
  }
  return { level: level.level, at: isis.port.now, nodes };
}
