// One BGP net in detail: `show ip bgp ADDRESS`, `show ip bgp vpnv4 … detail`.
// Source: networkdirection.net, "Leaking Routes with MP-BGP" (15.2S); genieparser ShowIpBgpDetail, ShowBgpAllDetail.

import { ip4Text, ipText } from '../../../base/ip.ts';
import { contains } from '../../../base/prefix.ts';
import type { BgpNetRow, BgpPathRow, BgpTableRow } from '../../../protocols/bgp/show.ts';
import type { Origin } from '../../../route/attributes.ts';
import { type Community, type ExtendedCommunity, extendedText, largeText } from '../../../route/community.ts';
import { IMPLICIT_NULL, type Label } from '../../../route/label.ts';
import { MAIN } from '../../../route/names.ts';
import { rdText } from '../../../route/route-distinguisher.ts';
import type { ViewContext } from '../../os.ts';
import { statement } from '../statements.ts';
import type { BgpFacts } from './bgp-facts.ts';
import { onlyReceived, type ShownNet, type ShownPath, withReceived } from './bgp-received.ts';
import { asText, distinguisherLine, isAdditional, ofTable, selectsPaths } from './bgp-table.ts';
import type { Asked } from './route-asked.ts';

/** What the lines of a net need beside it. */
interface Setting {
  readonly context: ViewContext;
  readonly table: BgpTableRow;
}

const settingOf = (context: ViewContext, table: BgpTableRow): Setting => ({
  context,
  table,
});

/** The nets of every table that the address or prefix means. */
export function bgpEntryLines(
  context: ViewContext,
  facts: BgpFacts,
  asked: Asked,
  keep: (path: BgpPathRow) => boolean = () => true,
): readonly string[] {
  const found = facts.tables.flatMap((table) => {
    const net = chosen(table, asked) ?? (asked.exact ? onlyReceived(context, table, asked.block) : undefined);
    return net ? netDetail(settingOf(context, table), net, '', keep) : [];
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
      ...table.nets.flatMap((net) => netDetail(settingOf(context, table), net, '  ')),
    ]);
}

function netDetail(
  setting: Setting,
  told: BgpNetRow,
  indent: string,
  keep: (path: BgpPathRow) => boolean = () => true,
): readonly string[] {
  const { table } = setting;
  const net: ShownNet = withReceived(setting.context, table, ofTable(table, told));
  const rd = table.rd === undefined ? '' : `${rdText(table.rd)}:`;
  return [
    `BGP routing table entry for ${rd}${net.prefix.text}, version ${net.version}`,
    `${indent}Paths: (${pathsText(table, net)})`,
    ...multipathLine(setting.context, indent),
    ...toldLines(net),
    ...net.paths
      .filter(keep)
      .flatMap((path) => [`  Refresh Epoch ${path.refreshEpoch ?? 1}`, ...pathLines(setting, net, path)]),
  ];
}

function pathsText(table: BgpTableRow, net: ShownNet): string {
  const best = net.paths.findIndex((path) => path.best);
  if (best < 0) return `${net.paths.length} available, no best path`;
  const where = table.rd !== undefined && table.vrf === undefined ? 'no table' : `table ${table.vrf ?? 'default'}`;
  // 17: "Higher admin distance", Cisco, "BGP RIB-failure reasons".
  const failure = net.ribFailure ? ', RIB-failure(17)' : '';
  const bound = net.paths[best]?.attributes.communities ?? [];
  const kept = BOUNDS.find(([community]) => bound.includes(community));
  return `${net.paths.length} available, best #${best + 1}, ${where}${kept ? `, ${kept[1]}` : ''}${failure}`;
}

/** Cisco, "BGP Case Studies", no-export and its kin: `best #1, table Default-IP-Routing-Table, not advertised to EBGP peer`. */
const BOUNDS: readonly (readonly [Community, string])[] = [
  [0xffffff02, 'not advertised to any peer'],
  [0xffffff01, 'not advertised to EBGP peer'],
  [0xffffff03, 'not advertised outside local AS'],
];

/** `Multipath: eBGP iBGP`: printouts of "BGP multipath" on IOS 15. */
function multipathLine({ router }: ViewContext, indent: string): readonly string[] {
  const several = router.config?.bgp?.multipath;
  if (!several) return [];
  const kinds = [...(several.external > 1 ? ['eBGP'] : []), ...(several.internal > 1 ? ['iBGP'] : [])];
  return kinds.length === 0 ? [] : [`${indent}Multipath: ${several.mixed === undefined ? kinds.join(' ') : 'eiBGP'}`];
}

/** Captures `show ip bgp vpnv4 … detail`: each number has ten columns and a blank. */
function toldLines({ updateGroups = [] }: BgpNetRow): readonly string[] {
  if (updateGroups.length === 0) return ['  Not advertised to any peer'];
  return ['  Advertised to update-groups:', `     ${updateGroups.map((one) => String(one).padEnd(10)).join(' ')}`];
}

function pathLines(setting: Setting, net: ShownNet, path: ShownPath): readonly string[] {
  const { attributes } = path;
  return [
    `  ${asText(attributes.asPath)[0] ?? 'Local'}${headText(path)}`,
    `    ${nexthopText(setting.table, path)} from ${fromText(setting.table, path)}`,
    `      ${attributeText(setting, path)}`,
    ...listed(
      'Community',
      (attributes.communities ?? []).map((one) => communityText(setting.context, one)),
    ),
    ...listed('Large Community', (attributes.large ?? []).map(largeText)),
    ...extendedLines(attributes.extended ?? []),
    ...reflectedLines(path),
    ...labelLines(setting.table, net, path),
    `      rx pathid: ${hex(path.receivedId)}, tx pathid: ${sentText(setting, net, path)}`,
  ];
}

const hex = (id: number | undefined): string =>
  id === undefined || id === 0 ? '0' : `0x${id.toString(16).toUpperCase()}`;

/** Of the best path `0x0`, of others that are told as well their number. */
function sentText({ context }: Setting, net: BgpNetRow, path: BgpPathRow): string {
  if (path.best) return '0x0';
  return selectsPaths(context) && isAdditional(net, path) ? hex(path.sentId) : '0';
}

/** What follows the AS path. Printouts of reflectors on IOS 15: `65001, (Received from a RR-client)`. */
function headText(path: ShownPath): string {
  const source = path.importedFrom;
  const { aggregator } = path.attributes;
  return [
    ...(source
      ? [
          `, imported path from ${source.rd ? `${rdText(source.rd)}:` : ''}${source.prefix.text} (${source.vrf === undefined || source.vrf === MAIN ? 'global' : source.vrf})`,
        ]
      : []),
    ...(aggregator ? [`, (aggregated by ${aggregator.asn} ${ip4Text(aggregator.routerId)})`] : []),
    ...(path.client ? [', (Received from a RR-client)'] : []),
    ...(path.kept ? [path.kept === 'same' ? ', (received & used)' : ', (received-only)'] : []),
    ...(path.dampening?.suppressed ? [', (suppressed due to dampening)'] : []),
    ...(path.history ? [', (history entry)'] : []),
    ...(path.stale ? [', (stale)'] : []),
  ].join('');
}

function nexthopText(table: BgpTableRow, path: BgpPathRow): string {
  const hop = ipText(path.attributes.nexthop);
  const metric = path.from !== 'local' && path.igpMetric > 0 ? ` (metric ${path.igpMetric})` : '';
  const far = path.valid ? metric : ' (inaccessible)';
  if (table.rd === undefined) return `${hop}${far}`;
  return `${hop}${far} (via ${path.nexthopVrf === MAIN ? 'default' : `vrf ${path.nexthopVrf}`})`;
}

function fromText(table: BgpTableRow, { from }: BgpPathRow): string {
  if (from !== 'local') return `${ip4Text(from.peer)} (${ip4Text(from.routerId)})`;
  return `0.0.0.0 (${table.routerId === undefined ? '0.0.0.0' : ip4Text(table.routerId)})`;
}

/** "ip bgp-community new-format": `65000:1`; otherwise one number. */
export function communityText({ box }: ViewContext, community: Community): string {
  const name = WELL_KNOWN.find(([value]) => value === community)?.[1];
  if (name !== undefined) return name;
  const parts = statement(box.store.running, 'ip bgp-community new-format') !== undefined;
  return parts ? `${community >>> 16}:${community & 0xffff}` : String(community >>> 0);
}

const WELL_KNOWN: readonly (readonly [Community, string])[] = [
  [0, 'internet'],
  [0xffff0000, 'gshut'],
  [0xffffff01, 'no-export'],
  [0xffffff02, 'no-advertise'],
  [0xffffff03, 'local-AS'],
];

const listed = (title: string, texts: readonly string[]): readonly string[] =>
  texts.length === 0 ? [] : [`      ${title}: ${texts.join(' ')}`];

function reflectedLines({ attributes: { originatorId, clusterList = [] } }: BgpPathRow): readonly string[] {
  if (originatorId === undefined) return [];
  return [`      Originator: ${ip4Text(originatorId)}, Cluster list: ${clusterList.map(ip4Text).join(', ')}`];
}

/** Captures: `mpls labels in/out nolabel/11438`, `16/aggregate(vpn2)`, `17/nolabel`. */
function labelLines(table: BgpTableRow, net: BgpNetRow, path: BgpPathRow): readonly string[] {
  const labels = inOut(table, net, path);
  return labels === undefined ? [] : [`      mpls labels in/out ${labels}`];
}

/** Undefined: no label either way. */
export function inOut(table: BgpTableRow, net: BgpNetRow, path: BgpPathRow): string | undefined {
  const given = path.best ? net.localLabel : undefined;
  const [out] = path.labels ?? [];
  if (given === undefined && out === undefined) return undefined;
  const own = path.from === 'local' && table.vrf !== undefined ? `aggregate(${table.vrf})` : 'nolabel';
  return `${labelText(given)}/${out === undefined ? own : labelText(out)}`;
}

const labelText = (label: Label | undefined): string =>
  label === undefined ? 'nolabel' : label === IMPLICIT_NULL ? 'imp-null' : String(label);

const ORIGINS: Readonly<Record<Origin, string>> = { igp: 'IGP', egp: 'EGP', incomplete: 'incomplete' };

function attributeText(setting: Setting, path: BgpPathRow): string {
  const { origin, med, localPref, aigp } = path.attributes;
  return [
    `Origin ${ORIGINS[origin]}`,
    // Cisco IOS IP Routing: BGP, "BGP Accumulated IGP".
    ...(aigp === undefined ? [] : [`aigp-metric ${aigp}`]),
    ...(med === undefined ? [] : [`metric ${med}`]),
    `localpref ${localPref ?? 100}`,
    ...(path.weight > 0 ? [`weight ${path.weight}`] : []),
    ...(path.history ? [] : ['valid']),
    ...kindWords(setting, path),
    ...(path.attributes.atomicAggregate ? ['atomic-aggregate'] : []),
    ...(sharesTraffic(setting.table, path) ? ['multipath'] : []),
    ...(path.best ? ['best'] : []),
  ].join(', ');
}

/** The best path of several that are used says so as well. */
const sharesTraffic = (table: BgpTableRow, path: BgpPathRow): boolean =>
  path.multipath === true ||
  (path.best && table.nets.some(({ paths }) => paths.includes(path) && paths.some((one) => one.multipath)));

/** A copy of a path of this router's own counts as external in the VRF that imported it. */
function kindWords({ context }: Setting, path: BgpPathRow): readonly string[] {
  if (path.importedFrom && path.from === 'local') return ['external'];
  if (path.from !== 'local') {
    const united = context.router.config?.bgp?.confederation !== undefined;
    if (path.from.confederation) return ['confed-external'];
    return [path.from.external ? 'external' : united ? 'confed-internal' : 'internal'];
  }
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
