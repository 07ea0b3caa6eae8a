// show ip bgp summary, show ip bgp vpnv4 … summary.
// Source: captures `show ip bgp summary` (7206VXR 15.2(4)S7), genieparser ShowBgpAllSummary, ShowIpBgpSummary.

import { ip4Text } from '../../../base/ip.ts';
import type { BgpPathRow } from '../../../protocols/bgp/show.ts';
import { pathText } from '../../../route/as-path.ts';
import { extendedText } from '../../../route/community.ts';
import type { ViewContext } from '../../os.ts';
import { releaseOf } from '../releases.ts';
import type { BgpFacts } from './bgp-facts.ts';

export function bgpSummaryLines(context: ViewContext, facts: BgpFacts): readonly string[] {
  const { summary } = facts;
  const id = summary.routerId === undefined ? '0.0.0.0' : ip4Text(summary.routerId);
  return [
    `BGP router identifier ${id}, local AS number ${summary.asn}`,
    `BGP table version is ${summary.version}, main routing table version ${summary.version}`,
    ...(summary.nets > 0 ? memoryLines(context, facts) : []),
  ];
}

/** Attribute sets that differ are kept once each. */
function attributeKey({ attributes: a }: BgpPathRow): string {
  const extended = (a.extended ?? []).map((community) => `${community.kind} ${extendedText(community)}`).join(' ');
  return [a.origin, pathText(a.asPath), a.med, a.localPref, (a.communities ?? []).join(' '), extended].join('|');
}

const distinct = (keys: readonly string[]): number => new Set(keys).size;

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
  const bytes = {
    nets: summary.nets * (family === 'vpnv4' ? sizes.vpnNetwork : sizes.network),
    paths: summary.paths * sizes.path,
    attributes: attributes * sizes.attribute,
    extended: extended * sizes.extended,
  };
  const total = bytes.nets + bytes.paths + bytes.attributes + bytes.extended;
  return [
    `${summary.nets} network entries using ${bytes.nets} bytes of memory`,
    `${summary.paths} path entries using ${bytes.paths} bytes of memory`,
    `${attributes}/${best} BGP path/bestpath attribute entries using ${bytes.attributes} bytes of memory`,
    ...(extended > 0 ? [`${extended} BGP extended community entries using ${bytes.extended} bytes of memory`] : []),
    '0 BGP route-map cache entries using 0 bytes of memory',
    '0 BGP filter-list cache entries using 0 bytes of memory',
    `BGP using ${total} total bytes of memory`,
    `BGP activity ${summary.nets}/0 prefixes, ${summary.paths}/0 paths, scan interval 60 secs`,
  ];
}
