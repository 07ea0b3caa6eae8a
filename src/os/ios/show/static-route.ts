// show ip static route [vrf NAME].
// Source: capture `show ip static route` (IOS XE), Frinx StaticReaderTest; genieparser ShowIpStaticRoute.

import { ipText } from '../../../base/ip.ts';
import { comparePrefix } from '../../../base/prefix.ts';
import type { StaticRow } from '../../../protocols/static/show.ts';
import { MAIN } from '../../../route/names.ts';
import type { View } from '../../os.ts';
import { vrfOf } from './said.ts';

const LEGEND = [
  'Codes: M - Manual static, A - AAA download, N - IP NAT, D - DHCP,',
  '       G - GPRS, V - Crypto VPN, C - CASA, P - Channel interface processor,',
  '       B - BootP, S - Service selection gateway',
  '       DN - Default Network, T - Tracking object',
  '       L - TL1, E - OER, I - iEdge',
  '       D1 - Dot1x Vlan Network, K - MWAM Route',
  '       PP - PPP default route, MR - MRIPv6, SS - SSLVPN',
  '       H - IPe Host, ID - IPe Domain Broadcast',
  '       U - User GPRS, TE - MPLS Traffic-eng, LI - LIIN',
  '       IR - ICMP Redirect',
  'Codes in []: A - active, N - non-active, B - BFD-tracked, D - Not Tracked, P - permanent',
  '',
];

export const showIpStaticRoute: View = (context, match) => {
  const vrf = vrfOf(match);
  if (context.router.config?.vrfs[vrf] === undefined) return [`% VRF ${vrf} does not exist`];
  const rows = [...context.ask('static.paths', { vrf })].sort(
    (a, b) => comparePrefix(a.path.prefix, b.path.prefix) || a.path.preference - b.path.preference,
  );
  const head = [...LEGEND, `Static local RIB for ${vrf === MAIN ? 'default' : vrf} `, ''];
  return [...head, ...rows.map((row, i) => staticLine(row, rows[i - 1]))];
};

function staticLine(row: StaticRow, before: StaticRow | undefined): string {
  const { prefix, preference, nexthop, permanent } = row.path;
  const repeated = before?.path.prefix === prefix;
  const out = 'out' in nexthop && nexthop.out !== undefined ? [nexthop.out] : [];
  const gateway =
    (nexthop.via === 'interface' || nexthop.via === 'address') && nexthop.gateway !== undefined
      ? [ipText(nexthop.gateway)]
      : [];
  const way = [...(out.length + gateway.length === 0 ? ['Null0'] : out), ...gateway].join(' ');
  const state = `${row.installed ? 'A' : 'N'}${permanent ? 'P' : ''}`;
  const shown = repeated ? ' '.repeat(prefix.text.length) : prefix.text;
  return `M  ${shown} [${preference}/${row.path.metric}] via ${way} [${state}]`;
}
