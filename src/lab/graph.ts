// Graph: a plain graph of routers as a file has it, and what each of them must know: costs by Bellman and Ford.

import { present } from '../base/must.ts';
import { parseIpWithLength, prefix } from '../base/prefix.ts';
import { err, ok, type Result } from '../base/result.ts';
import { parseJson } from './json-source.ts';

export interface GraphRouter {
  readonly name: string;
  /** `10.255.0.1/32` */
  readonly loopback: string;
  /** Address with its length, by name; links name them. */
  readonly interfaces: ReadonlyMap<string, string>;
}

export interface GraphLink {
  readonly ends: readonly [GraphEnd, GraphEnd];
  /** In both directions. */
  readonly cost: number;
}

export interface GraphEnd {
  readonly router: string;
  readonly interface: string;
}

export interface Graph {
  readonly routers: readonly GraphRouter[];
  readonly links: readonly GraphLink[];
}

const COST_DEFAULT = 10;
const COST_MAX = 16_777_214;
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,30}$/;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with the file, thrown where it is found. */
class GraphFault extends Error {}
function want(condition: boolean, why: string): asserts condition {
  if (!condition) throw new GraphFault(why);
}

/** `{routers: {NAME: {loopback, interfaces: {NAME: ADDRESS}}}, links: [{ends: [[ROUTER, INTERFACE], …], cost}]}`. The error is for people. */
export function readGraph(text: string): Result<Graph, string> {
  const source = parseJson(text);
  if (!source.ok) return err(`line ${source.error.line}: ${source.error.message}`);
  try {
    return ok(graphOf(source.value.value));
  } catch (error) {
    if (error instanceof GraphFault) return err(error.message);
    throw error;
  }
}

function graphOf(value: unknown): Graph {
  want(isObject(value), 'a graph is an object with "routers" and "links"');
  want(isObject(value['routers']), '"routers" is missing: an object, a router a key');
  want(Array.isArray(value['links']) && value['links'].length > 0, '"links" is missing: a list with a link at least');
  const routers = Object.entries(value['routers']).map(([name, entry]) => routerOf(name, entry));
  const used = new Set<string>();
  const links = value['links'].map((entry, i) => linkOf(`link ${i + 1}`, entry, routers, used));
  return { routers, links };
}

const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && typeof parseIpWithLength(value)?.address === 'number';

function routerOf(name: string, entry: unknown): GraphRouter {
  want(NAME.test(name), `"${name}" is no name for a router`);
  want(isObject(entry), `router "${name}" is no object`);
  const { loopback, interfaces } = entry;
  want(isAddress(loopback), `"loopback" of ${name} is no address with a length (10.255.0.1/32)`);
  want(isObject(interfaces), `"interfaces" of ${name} is missing: addresses by name`);
  const found = new Map<string, string>();
  for (const [port, address] of Object.entries(interfaces)) {
    want(isAddress(address), `the address of ${name} ${port} is none with a length (10.0.0.1/30)`);
    found.set(port, address);
  }
  return { name, loopback, interfaces: found };
}

function linkOf(what: string, entry: unknown, routers: readonly GraphRouter[], used: Set<string>): GraphLink {
  want(isObject(entry) && Array.isArray(entry['ends']), `${what} has no "ends"`);
  want(entry['ends'].length === 2, `${what} has ${entry['ends'].length} ends; a link of a graph has two`);
  const ends = entry['ends'].map((end: unknown): GraphEnd => {
    want(Array.isArray(end) && end.length === 2, `an end of ${what} is no [router, interface]`);
    const [router, port] = end as readonly unknown[];
    const known = routers.find((one) => one.name === router);
    want(known !== undefined, `${what} ends at "${String(router)}", which is no router`);
    want(typeof port === 'string' && known.interfaces.has(port), `${known.name} has no interface "${String(port)}"`);
    const key = `${known.name}:${port}`;
    want(!used.has(key), `two links end at ${key}`);
    used.add(key);
    return { router: known.name, interface: port };
  });
  const cost = entry['cost'] ?? COST_DEFAULT;
  const whole = typeof cost === 'number' && Number.isInteger(cost) && cost >= 1 && cost <= COST_MAX;
  want(whole, `"cost" of ${what} is no whole number from 1 to ${COST_MAX}`);
  return { ends: ends as unknown as GraphLink['ends'], cost };
}

/** Prefixes that a router must reach through others, by their texts, and the cost of the best way. */
export type Wanted = ReadonlyMap<string, number>;

const blockOf = (address: string): string => {
  const parsed = present(parseIpWithLength(address), 'an address that was read');
  return prefix(parsed.address, parsed.length).text;
};

/** What every router must know while `links` are there. `loopback`: what a loopback costs at its owner. */
export function wantedBy(graph: Graph, links: readonly GraphLink[], loopback: number): ReadonlyMap<string, Wanted> {
  const all = new Map<string, Wanted>();
  for (const { name } of graph.routers) {
    const costs = costsFrom(name, links);
    const wanted = new Map<string, number>();
    const own = new Set<string>();
    const offer = (owner: string, address: string, cost: number): void => {
      const at = costs.get(owner);
      if (at === undefined) return;
      const block = blockOf(address);
      if (owner === name) own.add(block);
      else wanted.set(block, Math.min(wanted.get(block) ?? Number.POSITIVE_INFINITY, at + cost));
    };
    for (const router of graph.routers) offer(router.name, router.loopback, loopback);
    for (const { ends, cost } of links) for (const end of ends) offer(end.router, addressAt(graph, end), cost);
    for (const block of own) wanted.delete(block);
    all.set(name, wanted);
  }
  return all;
}

export const addressAt = (graph: Graph, end: GraphEnd): string =>
  present(
    graph.routers.find((one) => one.name === end.router)?.interfaces.get(end.interface),
    'an interface that was read',
  );

/** Costs from one router, round after round until nothing gets cheaper: not what the routers do themselves. */
function costsFrom(name: string, links: readonly GraphLink[]): ReadonlyMap<string, number> {
  const costs = new Map([[name, 0]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { ends, cost } of links) {
      for (const [from, to] of [ends, [ends[1], ends[0]] as const]) {
        const there = (costs.get(from.router) ?? Number.POSITIVE_INFINITY) + cost;
        if (there < (costs.get(to.router) ?? Number.POSITIVE_INFINITY)) {
          costs.set(to.router, there);
          changed = true;
        }
      }
    }
  }
  return costs;
}
