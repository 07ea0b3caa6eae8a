// protocols isis: statements -> an IS-IS process of each instance.
// Source: Junos OS IS-IS user guide and CLI reference, with the defaults they name.

import { compareIp, type Ip4, isIp4, parseIp4 } from '../../../base/ip.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { InterfaceConfig } from '../../../net/interface.ts';
import {
  type CircuitConfig,
  type IsisConfig,
  type Level,
  type LevelConfig,
  type NetAddress,
  type OverloadConfig,
  parseNet,
} from '../../../protocols/isis/config.ts';
import { type IfName, MAIN, type VrfName } from '../../../route/names.ts';
import { millis, seconds } from '../../../sim/time.ts';
import { NO_NAME } from '../defaults.ts';
import { MASTER } from '../instance-name.ts';
import { logicalName, parseLogical } from '../interface-names.ts';
import type { Instances } from './instances.ts';
import { levelAuth } from './isis-auth.ts';
import { circuitOf, isPointToPoint, type Surroundings } from './isis-circuit.ts';
import { isisExports } from './isis-export.ts';
import { chainOf } from './policy.ts';
import { all, type Block, has, number, one, value, worded } from './tree-reader.ts';

const LEVELS: readonly Level[] = [1, 2];
/** ISO/IEC TR 9577: IPv4, IPv6. */
const NLPID = { ip: 0xcc, ip6: 0x8e } as const;
/** "lsp-lifetime": 1200 seconds; LSPs are told anew 317 seconds before they would end. "max-lsp-size": 1492 bytes. */
const LIFETIME = 1200;
const REFRESH_BEFORE = 317;
const LSP_SIZE = 1492;
/** "multipath": sixteen ways of equal cost. */
const MAX_PATHS = 16;
/** "spf-options": `SPF delay: 200 msec, SPF holddown: 5000 msec, SPF rapid runs: 3` (capture `show isis overview`). */
const SPF = { delay: 200, holddown: 5000, rapidRuns: 3 } as const;
/** Not documented: own LSPs follow what they tell of within a moment, and slow down as SPF does. */
const GENERATION_MS = 50;

type Interfaces = Readonly<Record<IfName, InterfaceConfig>>;

/** The main instance calls itself so. */

/** One for each instance that runs it: only where an interface has a network entity title. */
export function compileIsis(tree: Block, instances: Instances, interfaces: Interfaces): readonly IsisConfig[] {
  const holders: readonly [VrfName, Block][] = [
    [MAIN, tree],
    ...[...instances.byName].map(([name, { node }]): [VrfName, Block] => [name, node]),
  ];
  return holders.flatMap(([vrf, holder]) => {
    const isis = one(one(holder, 'protocols'), 'isis');
    const nets = netsOf(tree, isis, interfaces, vrf);
    if (!isis || has(isis, 'disable') || nets.length === 0) return [];
    return [instanceOf({ tree, holder, isis, vrf, nets, interfaces })];
  });
}

interface Found {
  readonly tree: Block;
  /** The root, or the instance: where `routing-options` stands. */
  readonly holder: Block;
  readonly isis: ConfigNode;
  readonly vrf: VrfName;
  readonly nets: readonly NetAddress[];
  readonly interfaces: Interfaces;
}

const levelNode = (isis: Block, level: Level): ConfigNode | undefined =>
  all(isis, 'level').find(({ args }) => args['level'] === String(level));

const isWideOnly = (isis: Block, level: Level): boolean => has(levelNode(isis, level), 'wide-metrics-only');

function instanceOf(found: Found): IsisConfig {
  const { tree, isis, vrf, nets } = found;
  const levels = LEVELS.filter((level) => !has(levelNode(isis, level), 'disable'));
  const lifetime = number(isis, 'lsp-lifetime', 'seconds') ?? LIFETIME;
  const level = (of: Level): LevelConfig => levelOf(tree, isis, of);
  return {
    name: vrf === MAIN ? MASTER : vrf,
    vrf,
    nets,
    levels,
    level: { 1: level(1), 2: level(2) },
    circuits: circuitsOf(found, levels),
    hostname: value(one(tree, 'system'), 'host-name', 'host-name') ?? NO_NAME,
    routerId: routerIdOf(found),
    nlpids: [...(has(isis, 'no-ipv4-routing') ? [] : [NLPID.ip]), ...(has(isis, 'no-ipv6-routing') ? [] : [NLPID.ip6])],
    lspLifetimeSeconds: lifetime,
    lspRefresh: seconds(lifetime - REFRESH_BEFORE),
    lspBufferSize: number(isis, 'max-lsp-size', 'bytes') ?? LSP_SIZE,
    overload: overloadOf(isis),
    attached: {
      send: worded(isis, 'suppress-attached-bit') === undefined,
      accept: worded(isis, 'ignore-attached-bit') === undefined,
    },
    maxPaths: MAX_PATHS,
    preference: undefined,
    checkSubnet: true,
    ...isisExports(tree, isis, levels),
    summaries: [],
    defaultRoute: undefined,
    importPolicy: importOf(tree, isis),
  };
}

/** Both styles are told until one is enough; both are understood always. "wide-metrics-only" */
function levelOf(tree: Block, isis: Block, level: Level): LevelConfig {
  const options = one(isis, 'spf-options');
  const spf: LevelConfig['spf'] = {
    kind: 'rapid',
    delay: millis(number(options, 'delay', 'milliseconds') ?? SPF.delay),
    runs: number(options, 'rapid-runs', 'runs') ?? SPF.rapidRuns,
    pause: millis(number(options, 'holddown', 'milliseconds') ?? SPF.holddown),
  };
  return {
    send: isWideOnly(isis, level) ? 'wide' : 'both',
    accept: 'both',
    auth: levelAuth(tree, isis, level),
    spf,
    prc: spf,
    lspGeneration: { ...spf, delay: millis(GENERATION_MS) },
  };
}

/** What the owner named `interface X`, or `interface all` for those that he did not: only units with `family iso`. */
function circuitsOf({ tree, isis, vrf, interfaces }: Found, levels: readonly Level[]): IsisConfig['circuits'] {
  const statements = new Map(all(isis, 'interface').map((node) => [unitNamed(node.args['interface'] ?? ''), node]));
  const everyone = statements.get('all');
  const chosen = Object.values(interfaces)
    .filter((unit) => unit.vrf === vrf && unit.families?.includes('iso'))
    .flatMap((unit): readonly [ConfigNode, InterfaceConfig][] => {
      const node = statements.get(unit.name) ?? everyone;
      return node && !has(node, 'disable') ? [[node, unit]] : [];
    });
  const around: Surroundings = {
    tree,
    isis,
    levels,
    wideOnly: { 1: isWideOnly(isis, 1), 2: isWideOnly(isis, 2) },
    links: chosen.filter(([node, unit]) => unit.kind === 'ethernet' && isPointToPoint(node)).length,
  };
  return Object.fromEntries(
    chosen.map(([node, unit]): [string, CircuitConfig] => [unit.name, circuitOf(around, node, unit)]),
  ) as IsisConfig['circuits'];
}

/** A name without a unit is unit 0. */
function unitNamed(text: string): string {
  const parsed = text === 'all' ? undefined : parseLogical(text);
  return parsed ? logicalName(parsed.physical, parsed.unit) : text;
}

/**
 * Titles of the process itself, else of lo0, else of another unit of the instance ("Configuring IS-IS": on lo0 as a rule).
 * A router has one system ID: those of another than the first are left out.
 */
function netsOf(tree: Block, isis: Block | undefined, interfaces: Interfaces, vrf: VrfName): readonly NetAddress[] {
  const own = all(isis, 'net').flatMap(({ args }) => parseNet(args['net'] ?? '') ?? []);
  const titled = (loopback: boolean): readonly NetAddress[] =>
    all(one(tree, 'interfaces'), '<interface-name>').flatMap((physical) =>
      all(physical, 'unit').flatMap((unit) => {
        const config = interfaces[logicalName(physical.words[0] ?? '', unit.args['unit'] ?? '0') as IfName];
        if (config?.vrf !== vrf || (config.kind === 'loopback') !== loopback) return [];
        return all(one(unit, 'family iso'), 'address').flatMap(({ args }) => parseNet(args['net'] ?? '') ?? []);
      }),
    );
  const nets = [own, titled(true), titled(false)].find((some) => some.length > 0) ?? [];
  const [first] = nets;
  return nets.filter((net, i) => net.system === first?.system && nets.findIndex((one) => one.area === net.area) === i);
}

/** "router-id": configured, else the primary address of lo0, else of another interface. */
function routerIdOf({ holder, interfaces, vrf }: Found): Ip4 | undefined {
  const configured = parseIp4(value(one(holder, 'routing-options'), 'router-id', 'router-id') ?? '');
  if (configured !== undefined) return configured;
  const addresses = (loopback: boolean): readonly Ip4[] =>
    Object.values(interfaces)
      .filter((unit) => unit.vrf === vrf && (unit.kind === 'loopback') === loopback)
      .flatMap((unit) => unit.addresses.filter(({ secondary }) => !secondary).map(({ address }) => address))
      .filter(isIp4)
      .filter((address) => address >>> 24 !== 127)
      .sort(compareIp);
  return addresses(true)[0] ?? addresses(false)[0];
}

/** "overload": for ever, or `timeout` from the commit or the start; routes of the other level are kept back meanwhile. */
function overloadOf(isis: Block): OverloadConfig {
  const said = one(isis, 'overload');
  if (!said) return { when: 'never', suppress: [], highMetrics: false };
  const timeout = number(said, 'timeout', 'seconds');
  return {
    when: timeout === undefined ? 'always' : { forSeconds: timeout, since: 'configuration' },
    suppress: has(said, 'allow-route-leaking') ? [] : ['interlevel'],
    highMetrics: has(said, 'advertise-high-metrics'),
  };
}

/** "import": only external routes may be kept out; silence accepts. */
function importOf(tree: Block, isis: Block): IsisConfig['importPolicy'] {
  const names = all(isis, 'import').map(({ args }) => args['policy'] ?? '');
  return names.length === 0 ? undefined : chainOf(tree, names, { otherwise: 'accept', to: undefined });
}
