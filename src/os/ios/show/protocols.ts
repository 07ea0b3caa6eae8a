// show ip protocols [vrf NAME] [summary].
// Source: genieparser ShowIpProtocols golden outputs (IOS XE), capture of an IOS 15.x without routing protocols.

import type { BgpConfig } from '../../../protocols/bgp/config.ts';
import type { VrfName } from '../../../route/names.ts';
import type { RouteKind } from '../../../route/route.ts';
import type { View } from '../../os.ts';
import { releaseOf } from '../releases.ts';
import { said, vrfOf } from './said.ts';

export const showIpProtocols: View = (context, match) => {
  const vrf = vrfOf(match);
  const { config } = context.router;
  if (config?.vrfs[vrf] === undefined) return [`% VRF ${vrf} does not exist`];
  const { application } = releaseOf(context.box.chassis.model);
  if (said(match, 'summary')) return summaryLines(application, config.bgp);
  return [
    '*** IP Routing is NSF aware ***',
    '',
    ...(application ? APPLICATION : []),
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

/** What `redistribute` calls the kinds of routes. */
const NAMES: Partial<Readonly<Record<RouteKind, string>>> = {
  connected: 'connected',
  static: 'static',
  rip: 'rip',
  'ospf.intra': 'ospf',
  'isis.l1': 'isis',
  'eigrp.internal': 'eigrp',
};

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

function summaryLines(application: boolean, bgp: BgpConfig | undefined): readonly string[] {
  const names = ['connected', 'static', ...(application ? ['application'] : [])];
  return [
    'Index Process Name',
    ...names.map((name, i) => `${String(i).padEnd(6)}${name}`),
    ...(bgp ? [`${String(names.length).padEnd(6)}bgp ${bgp.asn}`] : []),
    '*** IP Routing is NSF aware ***',
    '',
  ];
}
