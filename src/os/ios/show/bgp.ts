// show ip bgp, show bgp: which table, which net, how much of it.
// Source: captures `show ip bgp all`, `show ip bgp all neighbors`, snapshots iosxe_vrf_route_leaking_export_map and
// ios_basic_vrrp (`% BGP not active`).

import { classfulLength, ipText, isIp4 } from '../../../base/ip.ts';
import { contains } from '../../../base/prefix.ts';
import type { BgpNetRow } from '../../../protocols/bgp/show.ts';
import { pathText } from '../../../route/as-path.ts';
import type { View, ViewContext } from '../../os.ts';
import { releaseOf } from '../releases.ts';
import { bgpDetailLines, bgpEntryLines } from './bgp-entry.ts';
import { askedPeers, type BgpFacts, bgpFacts, type FamilyTitle, keepPaths, peersOf } from './bgp-facts.ts';
import { bgpLabelLines } from './bgp-labels.ts';
import { neighborLines } from './bgp-neighbors.ts';
import { bgpSummaryLines } from './bgp-summary.ts';
import { bgpTableLines } from './bgp-table.ts';
import { askedPrefix } from './route-asked.ts';
import { said } from './said.ts';

export const showBgp: View = (context, match) => {
  const facts = bgpFacts(context, match);
  if (typeof facts === 'string') return [facts];
  if (said(match, 'summary')) return bgpSummaryLines(context, facts, askedPeers(context, match));
  const asked = askedPrefix(match);
  if (asked && said(match, 'bestpath')) return bgpEntryLines(context, facts, asked, ({ best }) => best);
  if (asked && said(match, 'multipaths'))
    return bgpEntryLines(context, facts, asked, ({ best, multipath }) => best || multipath === true);
  if (asked) return bgpEntryLines(context, facts, asked);
  if (said(match, 'detail')) return bgpDetailLines(context, facts);
  if (said(match, 'labels')) return bgpLabelLines(facts);
  if (said(match, 'rib-failure')) return ribFailureLines(facts);
  return bgpTableLines(
    context,
    part(facts, (word) => said(match, word)),
  );
};

/** The nets that a word of the command keeps. */
function part(facts: BgpFacts, has: (word: string) => boolean): BgpFacts {
  if (has('cidr-only')) return keepPaths(facts, (_, { prefix }) => !isNatural(prefix));
  if (!has('inconsistent-as')) return facts;
  return keepPaths(facts, (_, net) => new Set(net.paths.map(originAs)).size > 1);
}

const isNatural = ({ address, length }: BgpNetRow['prefix']): boolean =>
  length === 0 || (isIp4(address) && classfulLength(address) === length);

const originAs = ({ attributes }: BgpNetRow['paths'][number]): string =>
  pathText(attributes.asPath).split(' ').at(-1) ?? '';

export const showBgpLonger: View = (context, match) => {
  const facts = bgpFacts(context, match);
  if (typeof facts === 'string') return [facts];
  const asked = askedPrefix(match);
  if (!asked) return [];
  const inside = ({ prefix }: BgpNetRow): boolean =>
    prefix.length >= asked.block.length && contains(asked.block, prefix.address);
  return bgpTableLines(
    context,
    keepPaths(facts, (_, net) => inside(net)),
  );
};

/** Cisco IOS IP Routing: BGP, "show ip bgp rib-failure". */
function ribFailureLines(facts: BgpFacts): readonly string[] {
  const failed = facts.tables.flatMap(({ nets }) => nets.filter(({ ribFailure }) => ribFailure));
  return [
    '  Network            Next Hop                      RIB-failure   RIB-NH Matches',
    ...failed.flatMap((net) => {
      const best = net.paths.find((path) => path.best);
      if (!best) return [];
      const hop = ipText(best.attributes.nexthop);
      return [`${net.prefix.text.padEnd(19)}${hop.padEnd(20)}Higher admin distance              n/a`];
    }),
  ];
}

/** Every family in turn, whether there is anything in it or not. */
export const showBgpAll: View = (context, match) => {
  const summary = context.ask('bgp.summary', { family: 'ipv4' });
  if (!summary) return ['% BGP not active'];
  const vpn = Object.keys(context.router.config?.bgp?.vpns ?? {}).length > 0;
  const families = releaseOf(context.box.chassis.model).bgpFamilies.filter((family) => vpn || !family.vpn);
  return families.flatMap(({ name }) => [
    `For address family: ${name}`,
    ...(said(match, 'neighbors')
      ? [...neighborsOfFamily(context, name), '']
      : said(match, 'summary')
        ? [...summaryOfFamily(context, name), '']
        : ['', ...familyLines(context, name, said(match, 'detail')), '']),
  ]);
};

/** Families that this BGP holds. */
const FAMILIES: Readonly<Record<FamilyTitle, BgpFacts['family']>> = {
  'IPv4 Unicast': 'ipv4',
  'VPNv4 Unicast': 'vpnv4',
};

function factsOf(context: ViewContext, name: string): BgpFacts | undefined {
  const family = FAMILIES[name as FamilyTitle] as BgpFacts['family'] | undefined;
  const summary = family && context.ask('bgp.summary', { family });
  const tables = family && context.ask('bgp.tables', { family });
  return family && summary && tables ? { family, summary, tables } : undefined;
}

function familyLines(context: ViewContext, name: string, detail: boolean): readonly string[] {
  const facts = factsOf(context, name);
  if (!facts) return [];
  return detail ? bgpDetailLines(context, facts) : bgpTableLines(context, facts);
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
