// protocols isis interface: statements -> a circuit.
// Source: Junos OS IS-IS, "interface", "hello-interval" (9 seconds, 3 on a designated router), "hold-time" (three hellos),
// "priority" (64), "metric" (10; 0 on lo0), "reference-bandwidth", "hello-padding", "csnp-interval", "lsp-interval" (100 ms).

import type { ConfigNode } from '../../../config/tree.ts';
import type { InterfaceConfig } from '../../../net/interface.ts';
import type { CircuitConfig, CircuitLevelConfig, HelloPadding, Level } from '../../../protocols/isis/config.ts';
import { millis, seconds } from '../../../sim/time.ts';
import { bfdTimers } from './bfd.ts';
import { helloAuth } from './isis-auth.ts';
import { all, type Block, has, number, one, value } from './tree-reader.ts';

const METRIC = 10;
const PRIORITY = 64;
const HELLO = 9;
const MULTIPLIER = 3;
/** Without `wide-metrics-only` the metric has to fit into six bits ("show isis interface": 63 is shown and told). */
const MAX_NARROW = 63;
const CSNP = 10;
/**
 * On point-to-point links the interval grows with their number: `CSNP interval: 15 s` of a router with three of them, `20 s`
 * with four (captures `show isis interface extensive` of MX and vMX).
 */
const CSNP_A_LINK = 5;
const PACING_MS = 100;
/** ISO 10589 minimumLSPTransmissionInterval, partialSNPInterval. */
const RETRANSMIT = 5;
const PSNP = 2;

/** What the process says of every circuit. */
export interface Surroundings {
  readonly tree: Block;
  readonly isis: ConfigNode;
  /** Those that the process runs. */
  readonly levels: readonly Level[];
  readonly wideOnly: Readonly<Record<Level, boolean>>;
  /** Point-to-point links of the process. */
  readonly links: number;
}

const levelNode = (node: Block | undefined, level: Level): ConfigNode | undefined =>
  all(node, 'level').find(({ args }) => args['level'] === String(level));

export const isPointToPoint = (node: Block): boolean => has(node, 'point-to-point');

const UNITS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, g: 1e9, t: 1e12 };

/** `10g` in bits a second. */
function bits(text: string | undefined): number | undefined {
  const parts = /^(\d+(?:\.\d+)?)([kmgt]?)$/.exec(text ?? '');
  return parts ? Number(parts[1]) * (UNITS[parts[2] ?? ''] ?? 1) : undefined;
}

/** Reference bandwidth through the interface's, one at least. */
function byBandwidth(isis: Block, unit: InterfaceConfig): number | undefined {
  const reference = bits(value(isis, 'reference-bandwidth', 'bandwidth'));
  if (reference === undefined || unit.bandwidthKbps === 0) return undefined;
  return Math.max(1, Math.floor(reference / (unit.bandwidthKbps * 1000)));
}

function metricOf({ isis, wideOnly }: Surroundings, node: Block, unit: InterfaceConfig, level: Level): number {
  const silent = unit.kind === 'loopback' ? 0 : (byBandwidth(isis, unit) ?? METRIC);
  const metric = number(levelNode(node, level), 'metric', 'metric') ?? silent;
  return wideOnly[level] ? metric : Math.min(metric, MAX_NARROW);
}

function csnpInterval(around: Surroundings, node: Block): CircuitLevelConfig['csnpInterval'] {
  const said = one(node, 'csnp-interval');
  if (said?.words.includes('disable')) return undefined;
  const silent = isPointToPoint(node) ? CSNP_A_LINK * Math.max(1, around.links) : CSNP;
  return seconds(number(node, 'csnp-interval', 'seconds') ?? silent);
}

function levelOf(around: Surroundings, node: Block, unit: InterfaceConfig, level: Level): CircuitLevelConfig {
  const own = levelNode(node, level);
  const hello = number(own, 'hello-interval', 'seconds') ?? HELLO;
  return {
    metric: metricOf(around, node, unit, level),
    helloInterval: seconds(hello),
    holdSeconds: number(own, 'hold-time', 'seconds') ?? Math.min(65_535, hello * MULTIPLIER),
    priority: number(own, 'priority', 'priority') ?? PRIORITY,
    auth: helloAuth(around.tree, around.isis, node, level),
    csnpInterval: csnpInterval(around, node),
  };
}

/** "hello-padding": both `loose` (silence) and `adaptive` end with the adjacency. */
function paddingOf(node: Block): HelloPadding {
  const said = one(node, 'hello-padding')?.words[1];
  if (said === 'strict') return 'always';
  return said === 'disable' ? 'never' : 'until-up';
}

/** "ldp-synchronization": point-to-point links only; without `hold-time` there is no end to it (`config holdtime: infinity`). */
function ldpSync(node: Block): CircuitConfig['ldpSync'] {
  const said = one(node, 'ldp-synchronization');
  if (!said || has(said, 'disable') || !isPointToPoint(node)) return undefined;
  const hold = number(said, 'hold-time', 'seconds');
  return { holdDown: hold === undefined ? undefined : seconds(hold), adjacencyAfter: 'at-once' };
}

/** Levels that the interface takes part in. */
const levelsOf = ({ levels }: Surroundings, node: Block): readonly Level[] =>
  levels.filter((level) => !has(levelNode(node, level), 'disable'));

/** Passive where it says so, for all or at each of its levels; loopbacks always are. */
function isPassive(node: Block, unit: InterfaceConfig, levels: readonly Level[]): boolean {
  if (unit.kind === 'loopback' || has(node, 'passive')) return true;
  return levels.length > 0 && levels.every((level) => has(levelNode(node, level), 'passive'));
}

/** `node`: the statement of the interface, or `interface all`. */
export function circuitOf(around: Surroundings, node: Block, unit: InterfaceConfig): CircuitConfig {
  const levels = levelsOf(around, node);
  const level = (of: Level): CircuitLevelConfig => levelOf(around, node, unit, of);
  return {
    network: isPointToPoint(node) ? 'point-to-point' : 'broadcast',
    passive: isPassive(node, unit, levels),
    levels,
    level: { 1: level(1), 2: level(2) },
    advertise: true,
    tag: undefined,
    padding: paddingOf(node),
    lspInterval: millis(number(node, 'lsp-interval', 'milliseconds') ?? PACING_MS),
    retransmitInterval: seconds(RETRANSMIT),
    psnpInterval: seconds(PSNP),
    bfd: bfdTimers(one(node, 'family inet')) ?? bfdTimers(node),
    ldpSync: ldpSync(node),
  };
}
