// show ip bgp all, show bgp all: every address family in turn.
// Source: captures `show bgp all`, `show bgp all neighbors`, `… neighbors ADDRESS advertised-routes`, `… routes`, `… policy`,
// `show ip bgp all dampening parameters` (genieparser golden outputs).

import { parseIp4 } from '../../../base/ip.ts';
import type { Match } from '../../../language/spec.ts';
import type { BgpPeerRow } from '../../../protocols/bgp/show.ts';
import { MAIN } from '../../../route/names.ts';
import type { View, ViewContext } from '../../os.ts';
import { releaseOf } from '../releases.ts';
import { dampedLines, parameterLines } from './bgp-dampening.ts';
import { bgpDetailLines } from './bgp-entry.ts';
import { type BgpFacts, type FamilyTitle, keepPaths, peersOf } from './bgp-facts.ts';
import { updateGroupLines } from './bgp-groups.ts';
import { NO_SUCH, neighborLines } from './bgp-neighbors.ts';
import { neighborRouteLines } from './bgp-peer-routes.ts';
import { bgpSummaryLines } from './bgp-summary.ts';
import { bgpTableLines } from './bgp-table.ts';
import { said } from './said.ts';

/** Every family in turn, whether there is anything in it or not. */
export const showBgpAll: View = (context, match) => {
  const summary = context.ask('bgp.summary', { family: 'ipv4' });
  if (!summary) return ['% BGP not active'];
  if (match.args['neighbor'] !== undefined) return ofNeighbor(context, match);
  return familiesOf(context).flatMap((name) => [
    `For address family: ${name}`,
    ...(said(match, 'neighbors')
      ? [...neighborsOfFamily(context, name), '']
      : said(match, 'summary')
        ? [...summaryOfFamily(context, name), '']
        : ['', ...familyLines(context, match, name), '']),
  ]);
};

/** Titles of the families that this release knows. */
function familiesOf(context: ViewContext): readonly string[] {
  const vpn = Object.keys(context.router.config?.bgp?.vpns ?? {}).length > 0;
  return releaseOf(context.box.chassis.model)
    .bgpFamilies.filter((family) => vpn || !family.vpn)
    .map(({ name }) => name);
}

/** Families that this BGP holds. */
const FAMILIES: Readonly<Record<FamilyTitle, BgpFacts['family']>> = {
  'IPv4 Unicast': 'ipv4',
  'VPNv4 Unicast': 'vpnv4',
};

const TITLES: readonly FamilyTitle[] = ['IPv4 Unicast', 'VPNv4 Unicast'];

function factsOf(context: ViewContext, name: string): BgpFacts | undefined {
  const family = FAMILIES[name as FamilyTitle] as BgpFacts['family'] | undefined;
  const summary = family && context.ask('bgp.summary', { family });
  const tables = family && context.ask('bgp.tables', { family });
  return family && summary && tables ? { family, summary, tables } : undefined;
}

function familyLines(context: ViewContext, match: Match, name: string): readonly string[] {
  const facts = factsOf(context, name);
  if (!facts) return [];
  if (said(match, 'update-group')) return updateGroupLines(context, facts, () => true);
  if (said(match, 'community'))
    return bgpTableLines(
      context,
      keepPaths(facts, ({ attributes }) => (attributes.communities ?? []).length > 0),
    );
  return said(match, 'detail') ? bgpDetailLines(context, facts) : bgpTableLines(context, facts);
}

function summaryOfFamily(context: ViewContext, name: string): readonly string[] {
  const facts = factsOf(context, name);
  const peers = facts ? peersOf(context, name as FamilyTitle) : [];
  return facts && peers.length > 0 ? bgpSummaryLines(context, facts, peers) : [];
}

/** Each neighbour stands in its first family; what is said of single families is left out. Snapshot ios_add_path. */
function neighborsOfFamily(context: ViewContext, name: string): readonly string[] {
  if (!factsOf(context, name)) return [];
  const peers = peersOf(context, name as FamilyTitle).filter(
    (peer) =>
      name !== 'VPNv4 Unicast' || !peersOf(context, 'IPv4 Unicast').some(({ config }) => config === peer.config),
  );
  return peers.flatMap((peer) => [...neighborLines(context, peer, []), '']);
}

/** One neighbour, or its routes, in each family that it speaks. */
function ofNeighbor(context: ViewContext, match: Match): readonly string[] {
  const only = parseIp4(match.args['neighbor'] ?? '');
  const spoken = TITLES.flatMap((title) =>
    peersOf(context, title, { only }).map((peer): readonly [FamilyTitle, BgpPeerRow] => [title, peer]),
  );
  if (spoken.length === 0) return [NO_SUCH];
  if (said(match, 'policy')) return spoken.flatMap(([title, peer]) => routesOf(context, match, title, peer));
  const routes = ['advertised-routes', 'received-routes', 'routes'].some((word) => said(match, word));
  if (routes)
    return spoken.flatMap(([title, peer]) => [
      `For address family: ${title}`,
      ...routesOf(context, match, title, peer),
      '',
    ]);
  const first = new Map(spoken.toReversed().map(([title, peer]) => [peer.config, { title, peer }]));
  return familiesOf(context).flatMap((name) => [
    `For address family: ${name}`,
    ...[...first.values()].flatMap(({ title, peer }) =>
      title === name ? [...neighborLines(context, peer, []), ''] : [],
    ),
    '',
  ]);
}

function routesOf(context: ViewContext, match: Match, title: FamilyTitle, peer: BgpPeerRow): readonly string[] {
  const facts = factsOf(context, title);
  return facts ? neighborRouteLines(context, match, facts, peer) : [];
}

/** Each family, and behind VPNv4 each VRF. */
export const showBgpAllDampening: View = (context, match) => {
  if (!context.ask('bgp.summary', { family: 'ipv4' })) return ['% BGP not active'];
  const vrfs = Object.values(context.router.config?.bgp?.vpns ?? {}).map(({ vrf }) => vrf);
  if (!said(match, 'parameters'))
    return TITLES.filter((title) => title === 'IPv4 Unicast' || vrfs.length > 0).flatMap((title) => {
      const facts = factsOf(context, title);
      return facts ? [`For address family: ${title}`, '', ...dampedLines(context, match, facts, MAIN), ''] : [];
    });
  const section = (heading: string, lines: readonly string[]): readonly string[] => [heading, ...lines, ''];
  const spaced = (vrf: typeof MAIN): readonly string[] => {
    const lines = parameterLines(context, vrf);
    return lines.length === 1 ? ['', ...lines] : lines;
  };
  return [
    ...section('For address family: IPv4 Unicast', spaced(MAIN)),
    ...section('For address family: IPv6 Unicast', ['', '% dampening not enabled for base']),
    ...(vrfs.length === 0
      ? []
      : section('For address family: VPNv4 Unicast', ['', '% dampening not enabled for base'])),
    ...vrfs.flatMap((vrf) => section(`For vrf: ${vrf}`, spaced(vrf))),
  ];
};
