// One BGP net in detail: `show ip bgp ADDRESS`, `show ip bgp vpnv4 … detail`.
// Source: networkdirection.net, "Leaking Routes with MP-BGP" (15.2S); genieparser ShowIpBgpDetail, ShowBgpAllDetail.

import { ip4Text, ipText } from '../../../base/ip.ts';
import { contains } from '../../../base/prefix.ts';
import type { BgpNetRow, BgpPathRow, BgpTableRow } from '../../../protocols/bgp/show.ts';
import type { Origin } from '../../../route/attributes.ts';
import { type ExtendedCommunity, extendedText } from '../../../route/community.ts';
import { MAIN } from '../../../route/names.ts';
import { rdText } from '../../../route/route-distinguisher.ts';
import type { ViewContext } from '../../os.ts';
import type { BgpFacts } from './bgp-facts.ts';
import { asText, distinguisherLine } from './bgp-table.ts';
import type { Asked } from './route-asked.ts';

/** The nets of every table that the address or prefix means. */
export function bgpEntryLines(facts: BgpFacts, asked: Asked): readonly string[] {
  const found = facts.tables.flatMap((table) => {
    const net = chosen(table, asked);
    return net ? netDetail(table, net, '') : [];
  });
  return found.length > 0 ? found : ['% Network not in table'];
}

function chosen(table: BgpTableRow, asked: Asked): BgpNetRow | undefined {
  if (asked.exact) return table.nets.find((net) => net.prefix === asked.block);
  const holding = table.nets.filter((net) => contains(net.prefix, asked.block.address));
  return holding.reduce<BgpNetRow | undefined>(
    (best, net) => (best && best.prefix.length >= net.prefix.length ? best : net),
    undefined,
  );
}

/** Every net, under its distinguisher. */
export function bgpDetailLines(context: ViewContext, facts: BgpFacts): readonly string[] {
  return facts.tables
    .filter((table) => table.nets.length > 0)
    .flatMap((table) => [
      ...(table.rd === undefined ? [] : ['', distinguisherLine(context, table)]),
      ...table.nets.flatMap((net) => netDetail(table, net, '  ')),
    ]);
}

function netDetail(table: BgpTableRow, net: BgpNetRow, indent: string): readonly string[] {
  const rd = table.rd === undefined ? '' : `${rdText(table.rd)}:`;
  return [
    `BGP routing table entry for ${rd}${net.prefix.text}, version ${net.version}`,
    `${indent}Paths: (${pathsText(table, net)})`,
    '  Not advertised to any peer',
    ...net.paths.flatMap((path) => ['  Refresh Epoch 1', ...pathLines(table, path)]),
  ];
}

function pathsText(table: BgpTableRow, net: BgpNetRow): string {
  const best = net.paths.findIndex((path) => path.best);
  const where = table.rd !== undefined && table.vrf === undefined ? 'no table' : `table ${table.vrf ?? 'default'}`;
  // 17: "Higher admin distance", Cisco, "BGP RIB-failure reasons".
  const failure = net.ribFailure ? ', RIB-failure(17)' : '';
  return `${net.paths.length} available, ${best < 0 ? 'no best path' : `best #${best + 1}, ${where}${failure}`}`;
}

function pathLines(table: BgpTableRow, path: BgpPathRow): readonly string[] {
  const source = path.importedFrom;
  const imported = source
    ? `, imported path from ${rdText(source.rd)}:${source.prefix.text} (${source.vrf ?? 'global'})`
    : '';
  return [
    `  ${asText(path.attributes.asPath)[0] ?? 'Local'}${imported}`,
    `    ${nexthopText(table, path)} from ${fromText(table, path)}`,
    `      ${attributeText(path)}`,
    ...extendedLines(path.attributes.extended ?? []),
    `      rx pathid: 0, tx pathid: ${path.best ? '0x0' : '0'}`,
  ];
}

function nexthopText(table: BgpTableRow, path: BgpPathRow): string {
  const hop = ipText(path.attributes.nexthop);
  const metric = path.from !== 'local' && path.igpMetric > 0 ? ` (metric ${path.igpMetric})` : '';
  if (table.rd === undefined) return `${hop}${metric}`;
  return `${hop}${metric} (via ${path.nexthopVrf === MAIN ? 'default' : `vrf ${path.nexthopVrf}`})`;
}

function fromText(table: BgpTableRow, { from }: BgpPathRow): string {
  if (from !== 'local') return `${ip4Text(from.peer)} (${ip4Text(from.routerId)})`;
  return `0.0.0.0 (${table.routerId === undefined ? '0.0.0.0' : ip4Text(table.routerId)})`;
}

const ORIGINS: Readonly<Record<Origin, string>> = { igp: 'IGP', egp: 'EGP', incomplete: 'incomplete' };

function attributeText(path: BgpPathRow): string {
  const { origin, med, localPref } = path.attributes;
  return [
    `Origin ${ORIGINS[origin]}`,
    ...(med === undefined ? [] : [`metric ${med}`]),
    `localpref ${localPref ?? 100}`,
    ...(path.weight > 0 ? [`weight ${path.weight}`] : []),
    ...(path.valid ? ['valid'] : []),
    ...kindWords(path),
    ...(path.best ? ['best'] : []),
  ].join(', ');
}

/** A copy of a path of this router's own counts as external in the VRF that imported it. */
function kindWords(path: BgpPathRow): readonly string[] {
  if (path.importedFrom && path.from === 'local') return ['external'];
  if (path.from !== 'local') return [path.from.external ? 'external' : 'internal'];
  if (path.origination === 'aggregate') return ['aggregated', 'local'];
  return path.origination === 'network' ? ['sourced', 'local'] : ['sourced'];
}

const NAMES = { target: 'RT:', origin: 'SoO:', other: '0x' } as const;

/** As many to a line as fit in 80 columns; broken lines keep their last blank. */
function extendedLines(communities: readonly ExtendedCommunity[]): readonly string[] {
  if (communities.length === 0) return [];
  const lines: string[] = [];
  let line = '      Extended Community:';
  for (const community of communities) {
    const text = ` ${NAMES[community.kind]}${extendedText(community)}`;
    if (line.length + text.length > 79) {
      lines.push(`${line} `);
      line = `       ${text}`;
    } else line += text;
  }
  return [...lines, line];
}
