// show ip bgp summary, show ip bgp vpnv4 … summary.
// Source: captures `show ip bgp summary` (7206VXR 15.2(4)S7), genieparser ShowBgpAllSummary, ShowIpBgpSummary.

import { ip4Text } from '../../../base/ip.ts';
import type { BgpMessageCounts, BgpPathRow, BgpPeerRow } from '../../../protocols/bgp/show.ts';
import { pathText } from '../../../route/as-path.ts';
import { extendedText, largeText } from '../../../route/community.ts';
import type { Micros } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';
import { releaseOf } from '../releases.ts';
import { ageText } from './age.ts';
import { type BgpFacts, type FamilyTitle, familyOfPeer, stateOf } from './bgp-facts.ts';

export function bgpSummaryLines(
  context: ViewContext,
  facts: BgpFacts,
  peers: readonly BgpPeerRow[] = [],
): readonly string[] {
  const { summary } = facts;
  const id = summary.routerId === undefined ? '0.0.0.0' : ip4Text(summary.routerId);
  return [
    `BGP router identifier ${id}, local AS number ${summary.asn}`,
    `BGP table version is ${summary.version}, main routing table version ${summary.version}`,
    ...(summary.nets > 0 ? memoryLines(context, facts) : []),
    ...(peers.length === 0 ? [] : ['', TITLE, ...peers.map((peer) => peerLine(context, facts, peer))]),
    ...dynamicLines(context, peers),
  ];
}

const TITLE = 'Neighbor        V           AS MsgRcvd MsgSent   TblVer  InQ OutQ Up/Down  State/PfxRcd';

export const messages = (counts: BgpMessageCounts): number =>
  counts.opens + counts.updates + counts.notifications + counts.keepalives + counts.refreshes;

function peerLine(context: ViewContext, facts: BgpFacts, peer: BgpPeerRow): string {
  const { config, received, sent } = peer;
  const name = `${peer.dynamic ? '*' : ''}${ip4Text(config.address)}`;
  const up = peer.state === 'established';
  const counts = [messages(received), messages(sent)].map((count) => String(count).padStart(8)).join('');
  const version = String(up ? facts.summary.version : 1).padStart(9);
  const since = peer.since === undefined ? 'never' : ageText((context.now - peer.since) as Micros);
  const columns = `${config.remoteAs}`.padStart(13) + counts + version + String(0).padStart(5) + String(0).padStart(5);
  return `${name.padEnd(16)}4${columns} ${since.padEnd(8)} ${stateText(context, facts, peer)}`;
}

/** Prefixes that were taken in, or how far the session is. */
function stateText(context: ViewContext, facts: BgpFacts, peer: BgpPeerRow): string {
  const title: FamilyTitle = facts.family === 'vpnv4' ? 'VPNv4 Unicast' : 'IPv4 Unicast';
  if (peer.state === 'established') return String(familyOfPeer(peer, title)?.accepted ?? 0).padStart(8);
  if (peer.config.shutdown) return 'Idle (Admin)';
  return peer.overLimit ? 'Idle (PfxCt)' : STATES[stateOf(context, peer)];
}

/** Cisco IOS IP Routing: BGP, "show ip bgp summary": State/PfxRcd. */
export const STATES: Readonly<Record<BgpPeerRow['state'], string>> = {
  idle: 'Idle',
  connect: 'Connect',
  active: 'Active',
  'open-sent': 'OpenSent',
  'open-confirm': 'OpenConfirm',
  established: 'Established',
};

/** Cisco IOS IP Routing: BGP Configuration Guide, "BGP Dynamic Neighbors", show ip bgp summary. */
function dynamicLines(context: ViewContext, peers: readonly BgpPeerRow[]): readonly string[] {
  const listen = context.router.config?.bgp?.listen ?? [];
  const found = peers.filter(({ dynamic }) => dynamic !== undefined);
  if (listen.length === 0) return [];
  const groups = [...new Set(listen.map(({ template }) => template.group ?? ''))];
  return [
    ...(found.length > 0 ? ['* Dynamically created based on a listen range command'] : []),
    `Dynamically created neighbors: ${found.length}, Subnet ranges: ${listen.length}`,
    '',
    ...groups.flatMap((group) => [
      `BGP peergroup ${group} listen range group members: `,
      ...listen.filter(({ template }) => template.group === group).map(({ range }) => `  ${range.text} `),
    ]),
    '',
    `Total dynamically created neighbors: ${found.length}/(${context.router.config?.bgp?.listenLimit ?? 100} max), Subnet ranges: ${listen.length}`,
  ];
}

/** Attribute sets that differ are kept once each. */
function attributeKey({ attributes: a }: BgpPathRow): string {
  const extended = (a.extended ?? []).map((community) => `${community.kind} ${extendedText(community)}`).join(' ');
  return [a.origin, pathText(a.asPath), a.med, a.localPref, (a.communities ?? []).join(' '), extended].join('|');
}

const distinct = (keys: readonly string[]): number => new Set(keys).size;

/** Captures `show bgp vpnv4 unicast rd … summary`: 502 rrinfo entries using 20080 bytes, 201 AS-PATH entries using 4824. */
const REFLECTED = 40;
const ENTRY = 24;

function memoryLines(context: ViewContext, { family, summary, tables }: BgpFacts): readonly string[] {
  const sizes = releaseOf(context.box.chassis.model).bgpMemory;
  const paths = tables.flatMap((table) => table.nets.flatMap((net) => net.paths));
  const attributes = distinct(paths.map(attributeKey));
  const best = distinct(paths.filter((path) => path.best).map(attributeKey));
  const extended = distinct(
    paths.flatMap((path) =>
      path.attributes.extended?.length ? [path.attributes.extended.map(extendedText).join(' ')] : [],
    ),
  );
  const used = (text: (path: BgpPathRow) => string): number => distinct(paths.map(text).filter((key) => key !== ''));
  const asPaths = used(({ attributes: a }) => pathText(a.asPath));
  const plain = used(({ attributes: a }) => (a.communities ?? []).join(' '));
  const large = used(({ attributes: a }) => (a.large ?? []).map(largeText).join(' '));
  const reflected = used(({ attributes: a }) => [a.originatorId ?? '', ...(a.clusterList ?? [])].join(' ').trim());
  const bytes = {
    reflected: reflected * REFLECTED,
    asPaths: asPaths * ENTRY,
    plain: plain * ENTRY,
    large: large * ENTRY,
    nets: summary.nets * (family === 'vpnv4' ? sizes.vpnNetwork : sizes.network),
    paths: summary.paths * sizes.path,
    attributes: attributes * sizes.attribute,
    extended: extended * sizes.extended,
  };
  const total = Object.values(bytes).reduce((sum, one) => sum + one, 0);
  const line = (count: number, what: string, size: number): readonly string[] =>
    count > 0 ? [`${count} BGP ${what} entries using ${size} bytes of memory`] : [];
  return [
    `${summary.nets} network entries using ${bytes.nets} bytes of memory`,
    `${summary.paths} path entries using ${bytes.paths} bytes of memory`,
    `${attributes}/${best} BGP path/bestpath attribute entries using ${bytes.attributes} bytes of memory`,
    ...line(reflected, 'rrinfo', bytes.reflected),
    ...line(asPaths, 'AS-PATH', bytes.asPaths),
    ...line(plain, 'community', bytes.plain),
    ...line(large, 'large-community', bytes.large),
    ...line(extended, 'extended community', bytes.extended),
    '0 BGP route-map cache entries using 0 bytes of memory',
    '0 BGP filter-list cache entries using 0 bytes of memory',
    `BGP using ${total} total bytes of memory`,
    `BGP activity ${summary.nets}/0 prefixes, ${summary.paths}/0 paths, scan interval 60 secs`,
  ];
}
