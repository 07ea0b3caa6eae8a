// router isis: statements -> the IS-IS processes.
// Source: Cisco IOS IP Routing: IS-IS command reference, with the defaults it names

import { parseIp4 } from '../../../base/ip.ts';
import { prefixFromMask } from '../../../base/prefix.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { Policy } from '../../../policy/policy.ts';
import {
  type CircuitConfig,
  type IsisConfig,
  type IsisRedistribution,
  type LdpSyncConfig,
  type Level,
  type LevelConfig,
  type MetricStyle,
  type OverloadConfig,
  parseNet,
  type SummaryConfig,
} from '../../../protocols/isis/config.ts';
import { type IfName, MAIN, type ProcessId, type VrfName } from '../../../route/names.ts';
import type { RouteKind } from '../../../route/route.ts';
import { millis, seconds } from '../../../sim/time.ts';
import { interfaceNode, interfaceNodes } from '../edit/addresses.ts';
import { authOf, circuitOf, forLevel, levelsNamed, type ProcessDefaults } from './isis-circuit.ts';
import { policyNamed } from './policy.ts';
import { accessListMatch, prefixListMatch } from './route-map-match.ts';
import { all, isOn, numberOf, one, textOf } from './tree-reader.ts';
import { bgpBlocks } from './vrf.ts';

const LEVELS: readonly Level[] = [1, 2];
/** ISO/IEC TR 9577: IPv4. */
const NLPID_IPV4 = 0xcc;
const HOSTNAME = 'Router';
/** "max-lsp-lifetime": 1200 seconds; "lsp-refresh-interval": 900; "lsp-mtu": 1492 bytes; "maximum-paths": 4. */
const LIFETIME = 1200;
const REFRESH = 900;
const LSP_MTU = 1492;
const MAX_PATHS = 4;
/** "redistribute", "default-information": told with metric 0, at level 2, unless it is said otherwise. */
const REDISTRIBUTED = 0;
const DEFAULT_ROUTE = 0;

/** Seconds and milliseconds of "spf-interval", "prc-interval", "lsp-gen-interval". */
const SPF = { maximum: 10, initial: 5500, second: 5500 };
const PRC = { maximum: 5, initial: 2000, second: 5000 };
const GENERATION = { maximum: 5, initial: 50, second: 5000 };

/** All processes, in the order of the configuration. */
export const compileIsis = (tree: ConfigTree): readonly IsisConfig[] =>
  all(tree, 'router isis').map((process) => instanceOf(tree, process));

/** Of a `router isis`. */
export const tagOf = ({ args }: ConfigNode): string => args['process'] ?? '';

function instanceOf(tree: ConfigTree, process: ConfigNode): IsisConfig {
  const type = one(process, 'is-type');
  const levels = (type && levelsNamed(type.words)) ?? LEVELS;
  const nets = all(process, 'net').flatMap(({ args }) => parseNet(args['net'] ?? '') ?? []);
  const level = (number: Level): LevelConfig => levelOf(tree, process, number);
  return {
    name: tagOf(process),
    vrf: (textOf(process, 'vrf', 'vrf') ?? MAIN) as VrfName,
    nets,
    levels,
    level: { 1: level(1), 2: level(2) },
    circuits: circuitsOf(tree, process, levels),
    hostname: isOn(process, 'hostname dynamic') ? (textOf(tree, 'hostname', 'hostname') ?? HOSTNAME) : undefined,
    routerId: undefined,
    nlpids: [NLPID_IPV4],
    lspLifetimeSeconds: numberOf(process, 'max-lsp-lifetime', 'seconds') ?? LIFETIME,
    lspRefresh: seconds(numberOf(process, 'lsp-refresh-interval', 'seconds') ?? REFRESH),
    lspBufferSize: numberOf(process, 'lsp-mtu', 'bytes') ?? LSP_MTU,
    overload: overloadOf(process),
    attached: { send: true, accept: one(process, 'ignore-attached-bit') === undefined },
    maxPaths: numberOf(process, 'maximum-paths', 'paths') ?? MAX_PATHS,
    preference: numberOf(process, 'distance', 'distance'),
    checkSubnet: true,
    redistribute: redistributionsOf(tree, process),
    leaks: leaksOf(tree, process, levels),
    summaries: all(process, 'summary-address').flatMap(summaryOf),
    defaultRoute: defaultOf(tree, process),
    importPolicy: importOf(tree, process),
  };
}

/** "metric-style": narrow; `transition` on either side sends or accepts both. */
function stylesOf(process: ConfigNode, level: Level): { readonly send: MetricStyle; readonly accept: MetricStyle } {
  const said = all(process, 'metric-style').find(({ words }) => levelsNamed(words)?.includes(level) ?? true);
  if (!said) return { send: 'narrow', accept: 'narrow' };
  if (said.words.includes('transition')) return { send: 'both', accept: 'both' };
  return said.words.includes('wide') ? { send: 'wide', accept: 'wide' } : { send: 'narrow', accept: 'narrow' };
}

type Interval = typeof SPF;

function throttleOf(node: ConfigNode | undefined, silent: Interval): LevelConfig['spf'] {
  const given = (arg: string): number | undefined =>
    node?.args[arg] === undefined ? undefined : Number(node.args[arg]);
  const initial = given('initial') ?? silent.initial;
  return {
    kind: 'doubling',
    initial: millis(initial),
    second: millis(given('second') ?? (given('initial') === undefined ? silent.second : initial)),
    maximum: seconds(given('maximum') ?? silent.maximum),
  };
}

function levelOf(tree: ConfigTree, process: ConfigNode, level: Level): LevelConfig {
  const password = textOf(process, level === 1 ? 'area-password' : 'domain-password', 'password');
  const lsp = authOf(tree, process, '', level, password);
  // Passwords of old vouch for LSPs only; with "authentication", sequence numbers PDUs are signed too.
  const snp = forLevel(process, 'authentication mode', level) ? lsp : undefined;
  return {
    ...stylesOf(process, level),
    auth: { lsp, csnp: snp, psnp: snp },
    spf: throttleOf(forLevel(process, 'spf-interval', level), SPF),
    prc: throttleOf(one(process, 'prc-interval'), PRC),
    lspGeneration: throttleOf(forLevel(process, 'lsp-gen-interval', level), GENERATION),
  };
}

/** The metric is the highest until LDP works; an adjacency waits until then, or for the hold-down time. */
function ldpSyncOf(tree: ConfigTree): LdpSyncConfig {
  const hold = numberOf(tree, 'mpls ldp igp sync holddown', 'millis');
  return { holdDown: undefined, adjacencyAfter: hold === undefined ? undefined : millis(hold) };
}

/** Interfaces with `ip router isis` of this tag, and those that `passive-interface` names. */
function circuitsOf(
  tree: ConfigTree,
  process: ConfigNode,
  levels: readonly Level[],
): Readonly<Record<IfName, CircuitConfig>> {
  const named = new Set(all(process, 'passive-interface').map(({ args }) => args['interface'] ?? ''));
  const spared = process.children.filter(({ spec, negated }) => negated && spec.name === 'passive-interface');
  const active = new Set(spared.map(({ args }) => args['interface'] ?? ''));
  const byDefault = one(process, 'passive-interface default') !== undefined;
  const metric = (level: Level): number | undefined => {
    const value = forLevel(process, 'metric', level)?.args['metric'];
    return value === undefined ? undefined : Number(value);
  };
  const common = {
    levels,
    metric: { 1: metric(1), 2: metric(2) },
    padding: isOn(process, 'hello padding'),
    passiveOnly: one(process, 'advertise passive-only') !== undefined,
    ldpSync: one(process, 'mpls ldp sync') && ldpSyncOf(tree),
    bfd: one(process, 'bfd all-interfaces') !== undefined,
  };
  const circuits: [IfName, CircuitConfig][] = [];
  for (const node of interfaceNodes(tree)) {
    const name = node.words[1] as IfName;
    const router = one(node, 'ip router isis');
    const joins = router !== undefined && (router.args['tag'] ?? '') === tagOf(process);
    if (!joins && !named.has(name)) continue;
    const passive = named.has(name) || (byDefault && !active.has(name));
    const defaults: ProcessDefaults = { ...common, passive };
    circuits.push([name, circuitOf(tree, name, interfaceNode(tree, name) ?? node, defaults)]);
  }
  return Object.fromEntries(circuits);
}

/** "distribute-list … in": what IS-IS computed goes into the routing table only where the list permits it. */
function importOf(tree: ConfigTree, process: ConfigNode): Policy | undefined {
  const map = textOf(process, 'distribute-list route-map in', 'map');
  if (map !== undefined) return policyNamed(tree, map);
  const prefixes = textOf(process, 'distribute-list prefix in', 'list');
  const networks = textOf(process, 'distribute-list in', 'list');
  const name = prefixes ?? networks;
  if (name === undefined) return undefined;
  const match = prefixes === undefined ? accessListMatch(tree, [name]) : prefixListMatch(tree, [name]);
  return { name, terms: [{ name, matches: [match], actions: [], verdict: 'accept' }], otherwise: 'reject' };
}

/**
 * Cisco IOS IP Routing: IS-IS Command Reference, "set-overload-bit": "If BGP does not signal IS-IS that it is converged,
 * IS-IS will turn off the overload bit after 10 minutes."
 */
const WAIT_FOR_BGP = 600;

function overloadOf(process: ConfigNode): OverloadConfig {
  const said = one(process, 'set-overload-bit');
  if (!said) return { when: 'never', suppress: [], highMetrics: false };
  const startup = said.args['seconds'];
  const suppress = (['external', 'interlevel'] as const).filter((what) => said.words.includes(what));
  if (said.words.includes('wait-for-bgp')) {
    const when = { forSeconds: WAIT_FOR_BGP, since: 'start', orBgp: 'converged' } as const;
    return { when, suppress, highMetrics: false };
  }
  const when = startup === undefined ? 'always' : ({ forSeconds: Number(startup), since: 'start' } as const);
  return { when, suppress, highMetrics: false };
}

function redistributionsOf(tree: ConfigTree, process: ConfigNode): readonly IsisRedistribution[] {
  const from = (
    name: string,
    kinds: readonly RouteKind[],
    source: (node: ConfigNode) => ProcessId | undefined = () => undefined,
  ): readonly IsisRedistribution[] =>
    all(process, `redistribute ${name}`).map((node) => ({
      kinds,
      source: source(node),
      levels: levelsNamed(node.words) ?? [2],
      policy: policyNamed(tree, node.args['map']),
      metric: node.args['metric'] === undefined ? REDISTRIBUTED : Number(node.args['metric']),
      metricType: node.words.includes('external') ? 'external' : 'internal',
    }));
  return [
    ...from('connected', ['connected']),
    ...from('static', ['static']),
    ...from(
      'bgp',
      tellsInternal(tree, process) ? ['bgp.external', 'bgp.internal', 'bgp.local'] : ['bgp.external', 'bgp.local'],
      ({ args }) => `bgp/${args['asn'] ?? ''}` as ProcessId,
    ),
  ];
}

/** "bgp redistribute-internal": routes of internal peers as well; of a VPN's table they always are. */
const tellsInternal = (tree: ConfigTree, process: ConfigNode): boolean =>
  one(process, 'vrf') !== undefined ||
  bgpBlocks(tree, MAIN).some((block) => one(block, 'bgp redistribute-internal') !== undefined);

/** Level 1 tells level 2 everything unless a route map says otherwise; the other way only where it is asked for. */
function leaksOf(tree: ConfigTree, process: ConfigNode, levels: readonly Level[]): IsisConfig['leaks'] {
  if (levels.length < 2) return [];
  const up = one(process, 'redistribute isis ip level-1 into level-2');
  const down = one(process, 'redistribute isis ip level-2 into level-1');
  return [
    { from: 1, to: 2, policy: leakPolicy(tree, up), external: true },
    ...(down ? [{ from: 2, to: 1, policy: leakPolicy(tree, down), external: true } as const] : []),
  ];
}

function leakPolicy(tree: ConfigTree, node: ConfigNode | undefined): Policy | undefined {
  const name = node?.args['list'];
  if (name === undefined) return policyNamed(tree, node?.args['map']);
  const match = accessListMatch(tree, [name]);
  return { name, terms: [{ name, matches: [match], actions: [], verdict: 'accept' }], otherwise: 'reject' };
}

/** "summary-address": level 2 unless it is said. */
function summaryOf(node: ConfigNode): readonly SummaryConfig[] {
  const block = prefixFromMask(node.args['network'] ?? '', node.args['mask'] ?? '');
  if (!block || parseIp4(node.args['network'] ?? '') === undefined) return [];
  const metric = node.args['metric'] === undefined ? undefined : Number(node.args['metric']);
  const { tag } = node.args;
  return [
    { prefix: block, levels: levelsNamed(node.words) ?? [2], metric, tag: tag === undefined ? undefined : Number(tag) },
  ];
}

/** "default-information originate": always, at level 2, or while a route fits the route map. */
function defaultOf(tree: ConfigTree, process: ConfigNode): IsisConfig['defaultRoute'] {
  const said = one(process, 'default-information originate');
  if (!said) return undefined;
  return { levels: [2], metric: DEFAULT_ROUTE, tag: undefined, when: policyNamed(tree, said.args['map']) ?? 'always' };
}
