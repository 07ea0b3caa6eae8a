// show ip bgp rtfilter, show bgp rtfilter unicast: who wants VPN routes with which targets.
// Source: Cisco IOS IP Routing: BGP, "BGP: RT Constrained Route Distribution" (the table of `show ip bgp rtfilter all`: the
// AS that asks, 2 for "route target", the target; `0:0:0:0` for all of them).

import type { BgpNetRow } from '../../../protocols/bgp/show.ts';
import { parseRouteTarget } from '../../../route/community.ts';
import { membershipTarget, membershipText, targetValue } from '../../../route/membership.ts';
import type { View } from '../../os.ts';
import { bgpTableLines } from './bgp-table.ts';
import { said } from './said.ts';

const textOf = ({ prefix }: BgpNetRow): string => (prefix.length === 0 ? '0:0:0:0' : membershipText(prefix, '2:'));

export const showBgpRtfilter: View = (context, match) => {
  const summary = context.ask('bgp.summary', { family: 'rtfilter' });
  const tables = context.ask('bgp.tables', { family: 'rtfilter' });
  if (!summary || !tables) return ['% BGP not active'];
  const target = parseRouteTarget(match.args['target'] ?? '');
  const wanted = ({ prefix }: BgpNetRow): boolean => {
    if (said(match, 'default')) return prefix.length === 0;
    if (!target) return true;
    const { value, bits } = membershipTarget(prefix);
    return bits === 64 && value === targetValue(target);
  };
  const shown = tables.map((table) => ({
    ...table,
    nets: table.nets
      .filter(wanted)
      .map((net) => ({ ...net, ribFailure: false, prefix: { ...net.prefix, text: textOf(net) } })),
  }));
  return bgpTableLines(context, { family: 'ipv4', summary, tables: shown });
};
