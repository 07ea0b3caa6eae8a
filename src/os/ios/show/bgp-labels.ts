// show ip bgp labels, show ip bgp vpnv4 … labels.        Source: capture `show ip bgp vpnv4 all label` (genieparser)

import { ipText } from '../../../base/ip.ts';
import { rdText } from '../../../route/route-distinguisher.ts';
import { inOut } from './bgp-entry.ts';
import type { BgpFacts } from './bgp-facts.ts';
import { networkText } from './bgp-table.ts';

export function bgpLabelLines({ tables }: BgpFacts): readonly string[] {
  if (tables.every(({ nets }) => nets.length === 0)) return [];
  return [
    '   Network          Next Hop      In label/Out label',
    ...tables.flatMap((table) => [
      ...(table.rd === undefined
        ? []
        : [`Route Distinguisher: ${rdText(table.rd)}${table.vrf === undefined ? '' : ` (${table.vrf})`}`]),
      ...table.nets.flatMap((net) =>
        net.paths.map((path, i) => {
          const name = (i === 0 ? networkText(net.prefix) : '').padEnd(17);
          const labels = inOut(table, net, path) ?? 'nolabel/nolabel';
          return `   ${name}${ipText(path.attributes.nexthop).padEnd(16)}${labels}`;
        }),
      ),
    ]),
  ];
}
