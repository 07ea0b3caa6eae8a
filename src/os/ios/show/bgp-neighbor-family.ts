// show ip bgp neighbors: the section of one address family.
// Source: captures `show ip bgp neighbors` (genieparser golden outputs of IOS XE; printouts of IOSv 15: `AS_PATH loop`,
// `Other Policies`, `route-map`, tables of "Refresh activity"); Cisco IOS IP Routing: BGP, "show ip bgp neighbors".

import { ip4Text } from '../../../base/ip.ts';
import type { BgpPeerFamilyRow, BgpPeerRow } from '../../../protocols/bgp/show.ts';
import { MAIN } from '../../../route/names.ts';
import type { ViewContext } from '../../os.ts';
import { releaseOf } from '../releases.ts';
import { type FamilyTitle, familyOfPeer } from './bgp-facts.ts';
import { bgpNode } from './bgp-words.ts';

export function familySectionLines(context: ViewContext, peer: BgpPeerRow, title: FamilyTitle): readonly string[] {
  const row = familyOfPeer(peer, title);
  if (!row) return [];
  const up = peer.state === 'established' && row.agreed;
  const family = title === 'VPNv4 Unicast' ? 'vpnv4' : 'ipv4';
  const version = context.ask('bgp.summary', { family })?.version ?? 1;
  const group = up ? (row.updateGroup ?? 1) : 0;
  const vrf = peer.config.vrf;
  return [
    ` For address family: ${title}`,
    ...(vrf === MAIN ? [] : [`  Translates address family IPv4 Unicast for VRF ${vrf}`]),
    ...(up ? [`  Session: ${ip4Text(peer.config.address)}`] : []),
    `  BGP table version ${version}, neighbor version ${up ? version : 1}/0`,
    '  Output queue size : 0',
    `  Index ${group}, Advertise bit 0`,
    ...clientLine(peer, row),
    ...(up ? [`  ${group} update-group member`] : []),
    ...policyLines(context, peer, row),
    '  Slow-peer detection is disabled',
    '  Slow-peer split-update-group dynamic is disabled',
    ...activityLines(context, row),
    '',
    ...deniedLines(row),
    `  Number of NLRIs in the update sent: max ${row.activity?.mostNlri ?? 0}, min ${row.activity?.fewestNlri ?? 0}`,
    '  Last detected as dynamic slow peer: never',
    '  Dynamic slow peer recovered: never',
    `  Refresh Epoch: ${row.epochIn ?? 1}`,
    '  Last Sent Refresh Start-of-rib: never',
    '  Last Sent Refresh End-of-rib: never',
    '  Last Received Refresh Start-of-rib: never',
    '  Last Received Refresh End-of-rib: never',
    '                                       Sent       Rcvd',
    '        Refresh activity:              ----       ----',
    '          Refresh Start-of-RIB          0          0',
    '          Refresh End-of-RIB            0          0',
  ];
}

const clientLine = ({ config }: BgpPeerRow, { family }: BgpPeerFamilyRow): readonly string[] =>
  config.families[family]?.client ? ['  Route-Reflector Client'] : [];

/** What was configured, in the order of the router. */
function policyLines({ box }: ViewContext, peer: BgpPeerRow, row: BgpPeerFamilyRow): readonly string[] {
  const { config } = peer;
  const told = config.families[row.family];
  if (!told) return [];
  const family = row.family === 'vpnv4' ? 'vpnv4' : 'ipv4';
  const said = (name: string, arg: string): string | undefined => bgpNode(box, config, name, family)?.args[arg];
  const inbound = POLICIES.filter(([name]) => said(`${name} in`, name === 'route-map' ? 'map' : 'list') !== undefined);
  const outbound = POLICIES.filter(
    ([name]) => said(`${name} out`, name === 'route-map' ? 'map' : 'list') !== undefined,
  );
  const names = (found: typeof POLICIES, direction: 'in' | 'out'): readonly string[] =>
    found.map(
      ([name, incoming, outgoing]) =>
        `  ${direction === 'in' ? incoming : outgoing} is ${said(`${name} ${direction}`, name === 'route-map' ? 'map' : 'list')}`,
    );
  const most = told.maximumPrefix;
  return [
    ...(config.group === undefined ? [] : [`  ${config.group} peer-group member`]),
    ...(told.keepInbound ? ['  Inbound soft reconfiguration allowed'] : []),
    ...(told.asOverride ? ['  Overrides the neighbor AS with my AS before sending updates'] : []),
    ...(told.ownAsAllowed > 0 ? [`  My AS number is allowed for ${told.ownAsAllowed} number of times`] : []),
    ...(told.removePrivate === 'off' ? [] : ['  Private AS number removed from updates to this neighbor']),
    ...(told.nexthop === 'self' ? ['  NEXT_HOP is always this router'] : []),
    ...(told.nexthop === 'self-external' ? ['  NEXT_HOP is always this router for eBGP paths'] : []),
    ...(told.nexthop === 'unchanged' ? ['  NEXT_HOP is propagated unchanged for eBGP paths'] : []),
    ...(told.sendStandard ? ['  Community attribute sent to this neighbor'] : []),
    ...(told.sendExtended ? ['  Extended-community attribute sent to this neighbor'] : []),
    ...(told.defaultOriginate ? ['  Default information originate, default sent'] : []),
    ...(told.weight === undefined ? [] : [`  Default weight ${told.weight}`]),
    ...(inbound.length > 0 ? ['  Inbound path policy configured'] : []),
    ...(outbound.length > 0 ? ['  Outbound path policy configured'] : []),
    ...names(inbound, 'in'),
    ...names(outbound, 'out'),
    ...(most
      ? [
          `  Maximum prefixes allowed ${most.limit}${most.teardown ? '' : ' (warning-only)'}`,
          `  Threshold for warning message ${most.warnAt}%${most.restart === undefined ? '' : `, restart interval ${most.restart / 60_000_000} min`}`,
        ]
      : []),
  ];
}

const POLICIES: readonly (readonly [string, string, string])[] = [
  ['prefix-list', 'Incoming update prefix filter list', 'Outgoing update prefix filter list'],
  ['distribute-list', 'Incoming update network filter list', 'Outgoing update network filter list'],
  ['filter-list', 'Incoming update AS path filter list', 'Outgoing update AS path filter list'],
  ['route-map', 'Route map for incoming advertisements', 'Route map for outgoing advertisements'],
];

function activityLines(context: ViewContext, row: BgpPeerFamilyRow): readonly string[] {
  const { path } = releaseOf(context.box.chassis.model).bgpMemory;
  const consumed = row.accepted > 0 ? ` (Consumes ${row.accepted * path} bytes)` : '';
  const { activity } = row;
  const line = (name: string, out: number | 'n/a', into: number): string =>
    `    ${`${name}:`.padEnd(21)}${String(out).padStart(12)}${String(into).padStart(11)}`;
  return [
    '                                 Sent       Rcvd',
    '  Prefix activity:               ----       ----',
    `${line('Prefixes Current', row.advertised, row.accepted)}${consumed}`,
    line('Prefixes Total', activity?.announcedOut ?? row.advertised, activity?.announcedIn ?? row.received),
    line('Implicit Withdraw', activity?.implicitOut ?? 0, activity?.implicitIn ?? 0),
    line('Explicit Withdraw', activity?.explicitOut ?? 0, activity?.explicitIn ?? 0),
    line('Used as bestpath', 'n/a', row.best ?? row.accepted),
    line('Used as multipath', 'n/a', row.multipath ?? 0),
    line('Used as secondary', 'n/a', 0),
  ];
}

/** Reasons in the words of the captures. */
const DENIED_IN: Readonly<Partial<Record<string, string>>> = {
  'as-loop': 'AS_PATH loop',
  'originator-loop': 'ORIGINATOR loop',
  'cluster-loop': 'CLUSTER_LIST loop',
  policy: 'route-map',
  'own-nexthop': 'Invalid/Martian Next hop',
  'first-as': 'Other Policies',
  'no-target': 'AF Permit Check',
  site: 'SOO loop',
};
const DENIED_OUT: Readonly<Partial<Record<string, string>>> = {
  'from-peer': 'Bestpath from this peer',
  inside: 'Bestpath from iBGP peer',
  community: 'Well-known Community',
  policy: 'route-map',
  suppressed: 'Suppressed duplicate',
  condition: 'Other Policies',
  site: 'SOO loop',
};

function deniedLines({ deniedIn = {}, deniedOut = {} }: BgpPeerFamilyRow): readonly string[] {
  const counts = new Map<string, { out: number | 'n/a'; into: number | 'n/a' }>();
  const countOf = (name: string): { out: number | 'n/a'; into: number | 'n/a' } => {
    const known = counts.get(name) ?? { out: 'n/a', into: 'n/a' };
    counts.set(name, known);
    return known;
  };
  for (const [reason, count] of Object.entries(deniedIn)) {
    const one = countOf(DENIED_IN[reason] ?? 'Other Policies');
    one.into = (one.into === 'n/a' ? 0 : one.into) + count;
  }
  for (const [reason, count] of Object.entries(deniedOut)) {
    const one = countOf(DENIED_OUT[reason] ?? 'Other Policies');
    one.out = (one.out === 'n/a' ? 0 : one.out) + count;
  }
  const line = (name: string, out: number | string, into: number | string): string =>
    `    ${`${name}:`.padEnd(24)}${String(out).padStart(15)}${String(into).padStart(11)}`;
  const sum = (side: 'out' | 'into'): number =>
    [...counts.values()].reduce((total, one) => total + (one[side] === 'n/a' ? 0 : (one[side] as number)), 0);
  const rows = [...counts].filter(([, { out, into }]) => out !== 0 || into !== 0);
  return [
    '                                   Outbound    Inbound',
    '  Local Policy Denied Prefixes:    --------    -------',
    ...rows.map(([name, { out, into }]) => line(name, out, into)),
    line('Total', sum('out'), sum('into')),
  ];
}
