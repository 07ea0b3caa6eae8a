// show ip bgp neighbors ADDRESS advertised-routes, received-routes, routes, policy.
// Source: captures `show ip bgp neighbors … advertised-routes`, `show bgp all neighbors … routes`, `… received-routes`, `…
// policy` (genieparser golden outputs). Advertised routes stand as in the own table, before they are changed for the neighbour.

import { ip4Text, parseIp4 } from '../../../base/ip.ts';
import type { Prefix } from '../../../base/prefix.ts';
import type { Match } from '../../../language/spec.ts';
import type { BgpNetRow, BgpPathRow, BgpPeerRow, BgpTableRow } from '../../../protocols/bgp/show.ts';
import { MAIN } from '../../../route/names.ts';
import { compareRd, type RouteDistinguisher, rdText } from '../../../route/route-distinguisher.ts';
import type { View, ViewContext } from '../../os.ts';
import { type BgpFacts, bgpFacts, familyOfPeer, keepPaths, peersOf, titleOf } from './bgp-facts.ts';
import { NO_SUCH } from './bgp-neighbors.ts';
import { bgpTableLines } from './bgp-table.ts';
import { bgpNode } from './bgp-words.ts';
import { said } from './said.ts';

export const showBgpNeighborRoutes: View = (context, match) => {
  const facts = bgpFacts(context, match);
  if (typeof facts === 'string') return [facts];
  const only = parseIp4(match.args['neighbor'] ?? '');
  const vrf = match.args['vrf'] as BgpPeerRow['config']['vrf'] | undefined;
  const [peer] = peersOf(context, titleOf(match), { vrf, only });
  return peer ? neighborRouteLines(context, match, facts, peer) : [NO_SUCH];
};

/** What the command asks of one neighbour in one family. */
export function neighborRouteLines(
  context: ViewContext,
  match: Match,
  facts: BgpFacts,
  peer: BgpPeerRow,
): readonly string[] {
  if (said(match, 'policy')) return policyLines(context, peer, facts.family);
  if (said(match, 'received-routes')) return receivedLines(context, facts, peer);
  const mine = ofPeer(facts, peer);
  if (said(match, 'routes'))
    return counted(
      context,
      keepPaths(mine, (path) => toldBy(path, peer)),
    );
  return advertisedLines(context, mine, peer);
}

/** The tables that a VRF's neighbour has to do with. */
const ofPeer = (facts: BgpFacts, { config }: BgpPeerRow): BgpFacts =>
  config.vrf === MAIN ? facts : { ...facts, tables: facts.tables.filter(({ vrf }) => vrf === config.vrf) };

const toldBy = ({ from }: BgpPathRow, { config }: BgpPeerRow): boolean =>
  from !== 'local' && from.peer === config.address;

function counted(context: ViewContext, facts: BgpFacts, before: readonly string[] = []): readonly string[] {
  const count = facts.tables.reduce(
    (sum, { nets }) => sum + nets.reduce((paths, net) => paths + net.paths.length, 0),
    0,
  );
  return [...bgpTableLines(context, facts, before), '', `Total number of prefixes ${count} `];
}

const sameRd = (a: RouteDistinguisher | undefined, b: RouteDistinguisher | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && compareRd(a, b) === 0);

function advertisedLines(context: ViewContext, facts: BgpFacts, peer: BgpPeerRow): readonly string[] {
  const { vrf, address } = peer.config;
  const sent = context.ask('bgp.advertised', { vrf, peer: address }) ?? [];
  const vpn = vrf === MAIN && facts.family === 'vpnv4';
  const family = familyOfPeer(peer, vpn ? 'VPNv4 Unicast' : vrf === MAIN ? 'IPv4 Unicast' : 'VPNv4 Unicast')?.family;
  const mine = sent.filter((row) => row.family === family);
  const isSent = (table: BgpTableRow, prefix: Prefix, path: BgpPathRow): boolean =>
    mine.some(
      ({ nlri }) =>
        nlri.prefix === prefix &&
        (!vpn || sameRd(nlri.rd, table.rd)) &&
        (nlri.pathId === undefined ? path.best : path.best || path.sentId === nlri.pathId),
    );
  const known = keepPaths(facts, (path, net, table) => isSent(table, net.prefix, path));
  const told = peer.config.families[family ?? 'ipv4'];
  const before = told?.defaultOriginate ? ['Originating default network 0.0.0.0'] : [];
  return counted(context, known, before);
}

/** What was kept for a policy that changes. A path that is in the table as it came, and best there, is marked so. */
function receivedLines(context: ViewContext, facts: BgpFacts, peer: BgpPeerRow): readonly string[] {
  const { vrf, address, families } = peer.config;
  if (!Object.values(families).some(({ keepInbound }) => keepInbound))
    return [`% Inbound soft reconfiguration not enabled on ${ip4Text(address)}`];
  const rows = context.ask('bgp.received', { vrf, peer: address }) ?? [];
  const wanted = familyOfPeer(peer, vrf === MAIN && facts.family === 'ipv4' ? 'IPv4 Unicast' : 'VPNv4 Unicast')?.family;
  const own = facts.tables.find((table) => table.vrf === vrf) ?? facts.tables[0];
  const tables = new Map<string, BgpTableRow & { nets: BgpNetRow[] }>();
  for (const { family, nlri, attributes, since } of rows) {
    if (family !== wanted) continue;
    const rd = nlri.rd ?? (vrf === MAIN ? undefined : own?.rd);
    const home = facts.tables.find((table) => sameRd(table.rd, rd));
    const key = rd === undefined ? '' : rdText(rd);
    const table = tables.get(key) ?? { rd, vrf: home?.vrf, routerId: home?.routerId ?? own?.routerId, nets: [] };
    tables.set(key, table);
    const best = home?.nets.find((net) => net.prefix === nlri.prefix)?.paths.find((path) => path.best);
    const path: BgpPathRow = {
      attributes,
      weight: 0,
      from: {
        peer: address,
        routerId: peer.routerId ?? address,
        external: peer.kind !== 'internal',
      },
      origination: undefined,
      valid: true,
      best: best !== undefined && toldBy(best, peer),
      nexthopVrf: vrf,
      igpMetric: 0,
      importedFrom: undefined,
      since,
      lostAt: undefined,
    };
    table.nets.push({ prefix: nlri.prefix, version: 0, paths: [path], ribFailure: false });
  }
  return counted(context, { ...facts, tables: [...tables.values()] });
}

/** Statements of the family that let through, change or choose. */
const POLICIES = [
  'prefix-list in',
  'prefix-list out',
  'distribute-list in',
  'distribute-list out',
  'filter-list in',
  'filter-list out',
  'route-map in',
  'route-map out',
  'default-originate',
  'soft-reconfiguration inbound',
  'maximum-prefix',
  'route-reflector-client',
  'next-hop-self',
  'send-community',
  'allowas-in',
  'as-override',
  'weight',
];

function policyLines(context: ViewContext, { config }: BgpPeerRow, family: BgpFacts['family']): readonly string[] {
  const title = config.vrf !== MAIN || family === 'vpnv4' ? 'VPNv4 Unicast' : 'IPv4 Unicast';
  const vrf = config.vrf === MAIN ? '' : ` (${config.vrf})`;
  const found = POLICIES.flatMap((name) => bgpNode(context.box, config, name, family) ?? []);
  const own = found.filter(({ args }) => args['neighbor'] === ip4Text(config.address));
  const others = found.filter((node) => !own.includes(node));
  const text = (words: readonly string[]): string => {
    const from = words[0] === 'neighbor' ? 2 : 0;
    return `  ${words.slice(from).join(' ')}`;
  };
  return [
    ` Neighbor: ${ip4Text(config.address)}, Address-Family: ${title}${vrf}`,
    ...(own.length === 0 ? [] : [' Locally configured policies:', ...own.map(({ words }) => text(words))]),
    ...(others.length === 0 ? [] : [' Inherited polices:', ...others.map(({ words }) => text(words))]),
  ];
}
