// show ip protocols [vrf NAME] [summary].
// Source: genieparser ShowIpProtocols golden outputs (IOS XE), capture of an IOS 15.x without routing protocols.

import { compareIp, type Ip4, ip4Text } from '../../../base/ip.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { DeviceConfig } from '../../../device/device-config.ts';
import type { BgpConfig } from '../../../protocols/bgp/config.ts';
import type { BgpPeerRow } from '../../../protocols/bgp/show.ts';
import type { IsisConfig } from '../../../protocols/isis/config.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import type { RouteKind } from '../../../route/route.ts';
import type { Micros } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { all } from '../compile/tree-reader.ts';
import { bgpBlocks } from '../compile/vrf.ts';
import { DISTANCES } from '../defaults.ts';
import { releaseOf } from '../releases.ts';
import { ageText } from './age.ts';
import { bgpNode } from './bgp-words.ts';
import { originsOf } from './isis-facts.ts';
import { said, vrfOf } from './said.ts';

export const showIpProtocols: View = (context, match) => {
  const vrf = vrfOf(match);
  const { config } = context.router;
  if (config?.vrfs[vrf] === undefined) return [`% VRF ${vrf} does not exist`];
  const { application } = releaseOf(context.box.chassis.model);
  if (said(match, 'summary')) return summaryLines(application, config);
  return [
    '*** IP Routing is NSF aware ***',
    '',
    ...(application ? APPLICATION : []),
    ...config.isis.flatMap((one) => (one.vrf === vrf ? isisLines(context, one) : [])),
    ...(config.bgp ? bgpLines(context, config, config.bgp, vrf) : []),
  ];
};

/**
 * What "distribute-list" of the process filters, whatever the neighbour and the interface.
 * Source: genieparser ShowIpProtocolsSectionRip ("is 150"); show ip protocols of IOS XE 17 with "distribute-list prefix"
 * of EIGRP ("is (prefix-list) P24").
 */
function filterLines(blocks: readonly ConfigTree[]): readonly string[] {
  const ofAll = ({ args }: ConfigNode): boolean => args['source'] === undefined && args['interface'] === undefined;
  const named = (name: string): string | undefined =>
    blocks.flatMap((block) => all(block, name)).find(ofAll)?.args['list'];
  const filter = (direction: 'in' | 'out'): string => {
    const prefixes = named(`distribute-list prefix ${direction}`);
    return prefixes === undefined ? (named(`distribute-list ${direction}`) ?? 'not set') : `(prefix-list) ${prefixes}`;
  };
  return [
    `  Outgoing update filter list for all interfaces is ${filter('out')}`,
    `  Incoming update filter list for all interfaces is ${filter('in')}`,
  ];
}

const SOURCES = ['  Routing Information Sources:', '    Gateway         Distance      Last Update'];

const APPLICATION = [
  'Routing Protocol is "application"',
  '  Sending updates every 0 seconds',
  '  Invalid after 0 seconds, hold down 0, flushed after 0',
  ...filterLines([]),
  '  Maximum path: 32',
  '  Routing for Networks:',
  ...SOURCES,
  '  Distance: (default is 4)',
  '',
];

/** Cisco, "What Is Administrative Distance?" */
const ISIS_DISTANCE = DISTANCES['isis.l1'];

/** What `redistribute` calls the kinds of routes. */
const NAMES: Partial<Readonly<Record<RouteKind, string>>> = {
  connected: 'connected',
  static: 'static',
  rip: 'rip',
  'ospf.intra': 'ospf',
  'isis.l1': 'isis',
  'eigrp.internal': 'eigrp',
};

/** Every router that tells something, and when the last of it came. */
function isisSources(context: ViewContext, { name, vrf }: IsisConfig): readonly string[] {
  const rows = context.ask('routes', { vrf }) ?? [];
  const since = new Map(rows.map(({ prefix, routes }) => [prefix, routes.find((row) => row.active)?.activeSince]));
  const last = new Map<Ip4, Micros>();
  for (const [prefix, addresses] of originsOf(context, name)) {
    const at = since.get(prefix);
    if (at !== undefined)
      for (const address of addresses) last.set(address, Math.max(at, last.get(address) ?? 0) as Micros);
  }
  return [...last]
    .sort(([a], [b]) => compareIp(a, b))
    .map(([address, at]) => {
      const age = ageText((context.now - at) as Micros);
      return `    ${ip4Text(address).padEnd(16)}${String(ISIS_DISTANCE).padStart(8)}      ${age}`;
    });
}

function isisLines(context: ViewContext, config: IsisConfig): readonly string[] {
  const taken = config.redistribute.flatMap(({ kinds }) => kinds.slice(0, 1).map((kind) => NAMES[kind] ?? 'bgp'));
  const circuits = Object.entries(config.circuits);
  const names = (passive: boolean): readonly string[] =>
    circuits.filter(([, one]) => one.passive === passive).map(([name]) => `    ${name}`);
  const process = all(context.box.store.running, 'router isis').filter(
    ({ args }) => (args['process'] ?? '') === config.name,
  );
  const summaries = config.summaries.map(({ prefix }) => `    ${prefix.text}`);
  return [
    `Routing Protocol is "${`isis ${config.name}`.trim()}"`,
    ...filterLines(process),
    `  Redistributing: ${['isis', ...new Set(taken)].join(', ')}`,
    '  Address Summarization:',
    ...(summaries.length > 0 ? summaries : ['    None']),
    `  Maximum path: ${config.maxPaths}`,
    '  Routing for Networks:',
    ...names(false),
    ...(names(true).length > 0 ? ['  Passive Interface(s):', ...names(true)] : []),
    ...SOURCES,
    ...isisSources(context, config),
    `  Distance: (default is ${config.preference ?? ISIS_DISTANCE})`,
    '',
  ];
}

function bgpLines(context: ViewContext, config: DeviceConfig, bgp: BgpConfig, vrf: VrfName): readonly string[] {
  const taken = (bgp.families[vrf]?.redistribute ?? []).flatMap(({ kinds }) => kinds.map((kind) => NAMES[kind]));
  const names = [...new Set(taken.filter((name) => name !== undefined))];
  const peers = context.ask('bgp.peers', { vrf }) ?? [];
  const several = bgp.families[vrf]?.multipath ?? bgp.multipath;
  const preferences = config.vrfs[vrf]?.preferences ?? DISTANCES;
  const distance = (kind: RouteKind): number => preferences[kind];
  const distances = `external ${distance('bgp.external')} internal ${distance('bgp.internal')} local ${distance('bgp.local')}`;
  return [
    `Routing Protocol is "bgp ${bgp.asn}"`,
    ...filterLines(bgpBlocks(context.box.store.running, vrf)),
    '  IGP synchronization is disabled',
    '  Automatic route summarization is disabled',
    ...(names.length > 0 ? [`  Redistributing: ${names.join(', ')}`] : []),
    ...(peers.length > 0 ? ['  Neighbor(s):', NEIGHBORS, ...peers.map((peer) => neighborLine(context, peer))] : []),
    `  Maximum path: ${several?.mixed ?? several?.external ?? 1}`,
    ...SOURCES,
    ...bgpSources(context, peers, vrf, distance),
    `  Distance: ${distances}`,
    '',
  ];
}

const NEIGHBORS = '    Address          FiltIn FiltOut DistIn DistOut Weight RouteMap';

/** Numbered lists and the route map of the neighbour. */
function neighborLine({ box }: ViewContext, { config }: BgpPeerRow): string {
  const value = (name: string, arg: string): string => bgpNode(box, config, name)?.args[arg] ?? '';
  return [
    `    ${ip4Text(config.address)}`.padEnd(21),
    value('filter-list in', 'list').padStart(6),
    value('filter-list out', 'list').padStart(8),
    value('distribute-list in', 'list').padStart(7),
    value('distribute-list out', 'list').padStart(8),
    value('weight', 'weight').padStart(7),
    ` ${value('route-map in', 'map')}`,
  ].join('');
}

/** Neighbours that told what is in the table, and when the last of it came. */
function bgpSources(
  context: ViewContext,
  peers: readonly BgpPeerRow[],
  vrf: VrfName,
  distance: (kind: RouteKind) => number,
): readonly string[] {
  const tables = context.ask('bgp.tables', vrf === MAIN ? { family: 'ipv4' } : { family: 'vpnv4', vrf }) ?? [];
  const paths = tables.flatMap(({ nets }) => nets.flatMap((net) => net.paths.filter(({ best }) => best)));
  const known = new Map(peers.map((peer) => [peer.config.address, peer] as const));
  const last = new Map<Ip4, { readonly at: Micros; readonly external: boolean }>();
  for (const { from, since } of paths) {
    if (from === 'local' || (vrf === MAIN && !known.has(from.peer))) continue;
    const before = last.get(from.peer)?.at ?? 0;
    last.set(from.peer, { at: Math.max(since, before) as Micros, external: from.external });
  }
  return [...last]
    .sort(([a], [b]) => compareIp(a, b))
    .map(([address, { at, external }]) => {
      const far = String(distance(external ? 'bgp.external' : 'bgp.internal')).padStart(7);
      return `    ${ip4Text(address).padEnd(16)}${far}      ${ageText((context.now - at) as Micros)}`;
    });
}

function summaryLines(application: boolean, { bgp, isis }: DeviceConfig): readonly string[] {
  const processes = isis.map(({ name }) => `isis ${name}`.trim());
  const names = ['connected', 'static', ...(application ? ['application'] : []), ...processes];
  return [
    'Index Process Name',
    ...names.map((name, i) => `${String(i).padEnd(6)}${name}`),
    ...(bgp ? [`${String(names.length).padEnd(6)}bgp ${bgp.asn}`] : []),
    '*** IP Routing is NSF aware ***',
    '',
  ];
}
