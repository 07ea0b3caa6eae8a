// show ip bgp, show bgp: which table, which net, how much of it.
// Source: captures `show ip bgp all`, `show ip bgp all neighbors`, snapshots iosxe_vrf_route_leaking_export_map and
// ios_basic_vrrp (`% BGP not active`).

import { classfulLength, ipText, isIp4 } from '../../../base/ip.ts';
import { contains } from '../../../base/prefix.ts';
import type { BgpNetRow } from '../../../protocols/bgp/show.ts';
import { pathText } from '../../../route/as-path.ts';
import type { View } from '../../os.ts';
import { bgpDetailLines, bgpEntryLines } from './bgp-entry.ts';
import { askedPeers, type BgpFacts, bgpFacts, keepPaths } from './bgp-facts.ts';
import { bgpLabelLines } from './bgp-labels.ts';
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
  const least = Number(match.args['shortest'] ?? 0);
  const inside = ({ prefix }: BgpNetRow): boolean =>
    said(match, 'shorter-prefixes')
      ? prefix.length >= least && prefix.length <= asked.block.length && contains(prefix, asked.block.address)
      : prefix.length >= asked.block.length && contains(asked.block, prefix.address);
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

/** Paths that nobody injected, prefixes that wait for nothing. */
export const showBgpNothing: View = (context, match) => {
  const facts = bgpFacts(context, match);
  return typeof facts === 'string' ? [facts] : [];
};
