// show ip bgp, show bgp: which table, which net, how much of it.
// Source: captures `show ip bgp all`, `show ip bgp all neighbors`, snapshots iosxe_vrf_route_leaking_export_map and
// ios_basic_vrrp (`% BGP not active`).

import type { View, ViewContext } from '../../os.ts';
import { releaseOf } from '../releases.ts';
import { bgpDetailLines, bgpEntryLines } from './bgp-entry.ts';
import { type BgpFacts, bgpFacts } from './bgp-facts.ts';
import { bgpSummaryLines } from './bgp-summary.ts';
import { bgpTableLines } from './bgp-table.ts';
import { askedPrefix } from './route-asked.ts';
import { said } from './said.ts';

export const showBgp: View = (context, match) => {
  const facts = bgpFacts(context, match);
  if (typeof facts === 'string') return [facts];
  if (said(match, 'summary')) return bgpSummaryLines(context, facts);
  if (said(match, 'neighbors')) return [];
  const asked = askedPrefix(match);
  if (asked) return bgpEntryLines(facts, asked);
  return said(match, 'detail') ? bgpDetailLines(context, facts) : bgpTableLines(context, facts);
};

/** Every family in turn, whether there is anything in it or not. */
export const showBgpAll: View = (context, match) => {
  const summary = context.ask('bgp.summary', { family: 'ipv4' });
  if (!summary) return ['% BGP not active'];
  const vpn = Object.keys(context.router.config?.bgp?.vpns ?? {}).length > 0;
  const families = releaseOf(context.box.chassis.model).bgpFamilies.filter((family) => vpn || !family.vpn);
  const brief = said(match, 'neighbors') || said(match, 'summary');
  return families.flatMap(({ name }) => [
    `For address family: ${name}`,
    ...(brief ? [''] : ['', ...familyLines(context, name, said(match, 'detail')), '']),
  ]);
};

/** Families that this BGP holds. */
const FAMILIES: Readonly<Record<string, BgpFacts['family']>> = { 'IPv4 Unicast': 'ipv4', 'VPNv4 Unicast': 'vpnv4' };

function familyLines(context: ViewContext, name: string, detail: boolean): readonly string[] {
  const family = FAMILIES[name];
  const summary = family && context.ask('bgp.summary', { family });
  const tables = family && context.ask('bgp.tables', { family });
  if (!family || !summary || !tables) return [];
  const facts = { family, summary, tables };
  return detail ? bgpDetailLines(context, facts) : bgpTableLines(context, facts);
}
