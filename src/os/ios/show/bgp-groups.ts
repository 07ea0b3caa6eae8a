// show ip bgp update-group, peer-group, template; show bgp all cluster-ids.
// Source: printouts of `show ip bgp update-group` (IOS 15.x), Cisco IOS IP Routing: BGP, "show ip bgp peer-group", captures
// `show ip bgp template peer-session`, `… peer-policy`, `show bgp all cluster-ids` (genieparser golden outputs).

import { ip4Text, parseIp4 } from '../../../base/ip.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { BgpPeerRow, BgpUpdateGroupRow } from '../../../protocols/bgp/show.ts';
import { MAIN } from '../../../route/names.ts';
import { wholeSeconds } from '../../../sim/time.ts';
import type { View, ViewContext } from '../../os.ts';
import { saidOf } from '../compile/bgp-said.ts';
import { all, one } from '../compile/tree-reader.ts';
import { type BgpFacts, bgpFacts } from './bgp-facts.ts';
import { said } from './said.ts';

export const showBgpUpdateGroup: View = (context, match) => {
  const facts = bgpFacts(context, match);
  if (typeof facts === 'string') return [facts];
  const number = match.args['group'] === undefined ? undefined : Number(match.args['group']);
  const member = parseIp4(match.args['neighbor'] ?? '');
  return updateGroupLines(
    context,
    facts,
    (group) =>
      (number === undefined || group.number === number) && (member === undefined || group.peers.includes(member)),
  );
};

/** The groups of a family that are wanted. */
export function updateGroupLines(
  context: ViewContext,
  facts: BgpFacts,
  wanted: (group: BgpUpdateGroupRow) => boolean,
): readonly string[] {
  const groups = (context.ask('bgp.update-groups', {}) ?? [])
    .filter(({ family, vrf }) => (family === 'vpnv4' || vrf !== MAIN) === (facts.family === 'vpnv4'))
    .filter(wanted);
  return groups.flatMap((group, i) => [...(i === 0 ? [] : ['']), ...groupLines(context, group, facts.summary.version)]);
}

function groupLines(context: ViewContext, group: BgpUpdateGroupRow, version: number): readonly string[] {
  const { number, kind, family, vrf } = group;
  const title = family === 'vpnv4' || vrf !== MAIN ? 'VPNv4 Unicast' : 'IPv4 Unicast';
  const members = (context.ask('bgp.peers', { vrf }) ?? []).filter(({ config }) =>
    group.peers.includes(config.address),
  );
  const told = members[0]?.config.families[family];
  const pace = members[0]?.config.advertisementInterval;
  const mss = members[0] ? 1460 : 0;
  return [
    `BGP version 4 update-group ${number}, ${kind === 'internal' ? 'internal' : 'external'}, Address Family: ${title}`,
    `  BGP Update version : ${version}/0, messages 0, active RGs: 1`,
    ...(told?.client ? ['  Route-Reflector Client'] : []),
    ...(told?.nexthop === 'self' ? ['  NEXT_HOP is always this router'] : []),
    ...(told?.nexthop === 'self-external' ? ['  NEXT_HOP is always this router for eBGP paths'] : []),
    ...(told?.sendStandard ? ['  Community attribute sent to this neighbor'] : []),
    ...(told?.sendExtended ? ['  Extended-community attribute sent to this neighbor'] : []),
    ...(told?.defaultOriginate ? ['  Unconditional default-originate'] : []),
    `  Topology: ${vrf === MAIN ? 'global' : vrf}, highest version: ${version}, tail marker: ${version}`,
    '  Format state: Current working (OK, last not in list)',
    '                Refresh blocked (not in list, last not in list)',
    `  Update messages formatted ${group.formatted}, replicated ${group.replicated}, current 0, refresh 0, limit 1000, mss ${mss}, SSO is disabled`,
    `  Number of NLRIs in the update sent: max ${nlri(members, family, 'mostNlri')}, min ${nlri(members, family, 'fewestNlri')}`,
    `  Minimum time between advertisement runs is ${pace === undefined ? 0 : wholeSeconds(pace)} seconds`,
    `  Has ${members.length} member${members.length === 1 ? '' : 's'}:`,
    ...fours(group.peers.map(ip4Text)),
  ];
}

const nlri = (members: readonly BgpPeerRow[], family: string, what: 'mostNlri' | 'fewestNlri'): number =>
  Math.max(0, ...members.map((peer) => peer.families.find((row) => row.family === family)?.activity?.[what] ?? 0));

/** Four addresses a line, each in seventeen columns. */
function fours(names: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (let i = 0; i < names.length; i += 4)
    lines.push(
      `   ${names
        .slice(i, i + 4)
        .map((name) => name.padEnd(17))
        .join('')
        .slice(0, -1)}`,
    );
  return lines;
}

export const showBgpPeerGroup: View = (context, match) => {
  const facts = bgpFacts(context, match);
  if (typeof facts === 'string') return [facts];
  const process = one(context.box.store.running, 'router bgp');
  if (!process) return [];
  const wanted = match.args['group'];
  const groups = all(process, 'neighbor peer-group')
    .filter(({ args }) => args['group'] === undefined)
    .map(({ args }) => args['neighbor'] ?? '')
    .filter((name) => wanted === undefined || name === wanted);
  return groups.flatMap((name, i) => [...(i === 0 ? [] : ['']), ...peerGroupLines(context, process, name)]);
};

function peerGroupLines(context: ViewContext, process: ConfigNode, name: string): readonly string[] {
  const words = saidOf(process, [process], [process], name);
  const asn = words.one('remote-as')?.args['asn'];
  const members = (context.ask('bgp.peers', {}) ?? []).filter(({ config }) => config.group === name);
  const internal = asn === process.args['asn'];
  return [
    `BGP peer-group is ${name}${asn === undefined ? '' : `,  remote AS ${asn}`}`,
    '  BGP version 4',
    '  Neighbor sessions:',
    '    0 active, is not multisession capable (disabled)',
    `  Default minimum time between advertisement runs is ${internal ? 0 : 30} seconds`,
    '',
    ' For address family: IPv4 Unicast',
    `  BGP neighbor is ${name}, peer-group ${internal ? 'internal' : 'external'}, members:`,
    `  ${members.map(({ config }) => ip4Text(config.address)).join('  ')}  `,
    '  Index 0, Advertise bit 0',
    '  Update messages formatted 0, replicated 0',
    '  Number of NLRIs in the update sent: max 0, min 0',
  ];
}

export const showBgpTemplate: View = (context, match) => {
  const process = one(context.box.store.running, 'router bgp');
  if (!process) return ['% BGP not active'];
  const kind = said(match, 'peer-session') ? 'peer-session' : 'peer-policy';
  const wanted = match.args['name'];
  const templates = all(process, 'template').filter(({ words }) => words[1] === kind);
  return templates
    .map((node, i) => ({ node, index: i + 1 }))
    .filter(({ node }) => wanted === undefined || node.args['name'] === wanted)
    .flatMap(({ node, index }) => templateLines(process, node, index, kind));
};

function templateLines(process: ConfigNode, node: ConfigNode, index: number, kind: string): readonly string[] {
  const session = kind === 'peer-session';
  const own = node.children.filter(({ spec }) => !spec.name.startsWith('inherit'));
  const above = all(node, `inherit ${kind}`).flatMap(({ args }) =>
    inheritedFrom(process, kind, args['name'] ?? '', []),
  );
  const inherited = above.filter((one) => !own.some(({ spec }) => spec.name === one.spec.name));
  const line = (one: ConfigNode): string => `${session ? ' ' : '  '}${wordsOf(one)}`;
  return [
    `Template:${node.args['name']}, index:${index}${session ? '' : '.'}`,
    `Local policies:0x${mask(own)}, Inherited polices:0x${mask(inherited)}`,
    ...(session ? [] : ['Local disable policies:0x0, Inherited disable policies:0x0']),
    session ? 'Locally configured session commands:' : 'Locally configured policies:',
    ...own.map(line),
    session ? 'Inherited session commands:' : 'Inherited policies:',
    ...inherited.map(line),
    ...(session ? [''] : ['', '']),
  ];
}

/** Nearest first; a template that inherits itself is passed over. */
function inheritedFrom(
  process: ConfigNode,
  kind: string,
  name: string,
  seen: readonly string[],
): readonly ConfigNode[] {
  const node = all(process, 'template').find(({ words, args }) => words[1] === kind && args['name'] === name);
  if (!node || seen.includes(name)) return [];
  return [
    ...node.children.filter(({ spec }) => !spec.name.startsWith('inherit')),
    ...all(node, `inherit ${kind}`).flatMap(({ args }) =>
      inheritedFrom(process, kind, args['name'] ?? '', [...seen, name]),
    ),
  ];
}

/** A password is not told. */
const wordsOf = ({ spec, words }: ConfigNode): string =>
  spec.name === 'password' ? 'password is configured' : words.join(' ');

/** A bit for every kind of statement. Which bits the router takes is not documented. */
function mask(nodes: readonly ConfigNode[]): string {
  const bits = nodes.reduce((sum, { spec }) => sum | (1 << (spec.name.length % 24)), 0);
  return bits.toString(16).toUpperCase();
}

export const showBgpClusterIds: View = (context) => {
  const bgp = context.router.config?.bgp;
  const summary = context.ask('bgp.summary', { family: 'ipv4' });
  if (!bgp || !summary) return ['% BGP not active'];
  const configured = bgp.clusterId === undefined ? '0.0.0.0' : ip4Text(bgp.clusterId);
  const used = bgp.clusterId ?? summary.routerId ?? parseIp4('0.0.0.0');
  const on = bgp.reflectBetweenClients === false ? 'DISABLED' : 'ENABLED';
  return [
    `Global cluster-id: ${used === undefined ? '0.0.0.0' : ip4Text(used)} (configured: ${configured})`,
    'BGP client-to-client reflection:         Configured    Used',
    `  all (inter-cluster and intra-cluster): ${on}`,
    `  intra-cluster:                         ${on.padEnd(14)}${on}`,
    '',
    'List of cluster-ids:',
    'Cluster-id     #-neighbors C2C-rfl-CFG C2C-rfl-USE',
  ];
};
