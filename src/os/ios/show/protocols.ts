// show ip protocols [vrf NAME] [summary].
// Source: genieparser ShowIpProtocols golden outputs (IOS XE), capture of an IOS 15.x without routing protocols.

import { compareIp, type Ip4, ip4Text } from '../../../base/ip.ts';
import type { DeviceConfig } from '../../../device/device-config.ts';
import type { BgpConfig } from '../../../protocols/bgp/config.ts';
import type { IsisConfig } from '../../../protocols/isis/config.ts';
import type { VrfName } from '../../../route/names.ts';
import type { RouteKind } from '../../../route/route.ts';
import type { Micros } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { DISTANCES } from '../defaults.ts';
import { releaseOf } from '../releases.ts';
import { ageText } from './age.ts';
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
    ...(config.bgp ? bgpLines(config.bgp, vrf) : []),
  ];
};

const FILTERS = [
  '  Outgoing update filter list for all interfaces is not set',
  '  Incoming update filter list for all interfaces is not set',
];

const SOURCES = ['  Routing Information Sources:', '    Gateway         Distance      Last Update'];

const APPLICATION = [
  'Routing Protocol is "application"',
  '  Sending updates every 0 seconds',
  '  Invalid after 0 seconds, hold down 0, flushed after 0',
  ...FILTERS,
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
  const summaries = config.summaries.map(({ prefix }) => `    ${prefix.text}`);
  return [
    `Routing Protocol is "${`isis ${config.name}`.trim()}"`,
    ...FILTERS,
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

function bgpLines(bgp: BgpConfig, vrf: VrfName): readonly string[] {
  const taken = (bgp.families[vrf]?.redistribute ?? []).flatMap(({ kinds }) => kinds.map((kind) => NAMES[kind]));
  const names = [...new Set(taken.filter((name) => name !== undefined))];
  return [
    `Routing Protocol is "bgp ${bgp.asn}"`,
    ...FILTERS,
    '  IGP synchronization is disabled',
    '  Automatic route summarization is disabled',
    ...(names.length > 0 ? [`  Redistributing: ${names.join(', ')}`] : []),
    '  Maximum path: 1',
    ...SOURCES,
    '  Distance: external 20 internal 200 local 200',
    '',
  ];
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
