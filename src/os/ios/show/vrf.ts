// show vrf, show ip vrf: names and interfaces, and the families in detail.
// Source: captures `show vrf` (IOSv 15.x; snapshots iosxe_vrf_route_leaking_export_map, …_classic_eigrp), `show ip vrf`
// (networkdirection.net, "Leaking Routes with MP-BGP"), genieparser ShowVrfDetail, ShowIpVrfDetail.

import { ip4Text, isIp4 } from '../../../base/ip.ts';
import type { Match } from '../../../language/spec.ts';
import type { View, ViewContext } from '../../os.ts';
import { releaseOf } from '../releases.ts';
import { protocolState } from './interface-state.ts';
import { said } from './said.ts';
import { shortName } from './short-name.ts';
import { type VrfFacts, type VrfFamily, vrfFacts } from './vrf-facts.ts';

export const showVrf: View = (context, match) => {
  const vrfs = chosen(context, match);
  if (typeof vrfs === 'string') return [vrfs];
  if (said(match, 'detail')) return detailLines(context, vrfs);
  if (vrfs.length === 0) return [];
  return [
    '  Name                             Default RD            Protocols   Interfaces',
    ...vrfs.flatMap((vrf) => nameLines(vrf, [vrf.rd ?? '<not set>', protocols(vrf)])),
  ];
};

export const showIpVrf: View = (context, match) => {
  const named = chosen(context, match);
  if (typeof named === 'string') return [named];
  const vrfs = named.filter((vrf) => vrf.ipv4 !== undefined);
  if (said(match, 'detail')) return detailLines(context, vrfs);
  if (said(match, 'interfaces')) return interfaceLines(vrfs);
  if (vrfs.length === 0) return [];
  return [
    '  Name                             Default RD            Interfaces',
    ...vrfs.flatMap((vrf) => nameLines(vrf, [vrf.rd ?? '<not set>'])),
  ];
};

/** The one that was named, or all; in words when there is none of this name. */
function chosen(context: ViewContext, match: Match): readonly VrfFacts[] | string {
  const name = match.args['vrf'];
  const vrfs = vrfFacts(context);
  if (name === undefined) return vrfs;
  const one = vrfs.filter((vrf) => vrf.name === name);
  return one.length > 0 ? one : `% No VRF named ${name}`;
}

const protocols = (vrf: VrfFacts): string =>
  [vrf.ipv4 ? 'ipv4' : '', vrf.ipv6 ? 'ipv6' : ''].filter((text) => text !== '').join(',');

const WIDTHS = [22, 12];

/** A line with the first interface; each further one on a line of its own. */
function nameLines(vrf: VrfFacts, columns: readonly string[]): readonly string[] {
  const head = `  ${vrf.name.padEnd(33)}${columns.map((text, i) => text.padEnd(WIDTHS[i] ?? 0)).join('')}`;
  const [first, ...more] = vrf.interfaces.map((row) => shortName(row.interface.name));
  return [head + (first ?? ''), ...more.map((name) => ' '.repeat(head.length) + name)];
}

function interfaceLines(vrfs: readonly VrfFacts[]): readonly string[] {
  const rows = vrfs.flatMap((vrf) => vrf.interfaces.map((row) => ({ vrf, row })));
  return [
    'Interface              IP-Address      VRF                              Protocol',
    ...rows.map(({ vrf, row }) => {
      const primary = row.interface.addresses.find((address) => !address.secondary)?.address;
      const address = primary !== undefined && isIp4(primary) ? ip4Text(primary) : 'unassigned';
      const name = shortName(row.interface.name).padEnd(23);
      return `${name}${address.padEnd(16)}${vrf.name.padEnd(33)}${protocolState(row).padEnd(8)}`;
    }),
  ];
}

function detailLines(context: ViewContext, vrfs: readonly VrfFacts[]): readonly string[] {
  const families = releaseOf(context.box.chassis.model).vrfFamilies;
  return vrfs.flatMap((vrf, i) => [...(i > 0 ? [''] : []), ...vrfDetail(vrf, families)]);
}

function vrfDetail(vrf: VrfFacts, families: readonly string[]): readonly string[] {
  const flags = (vrf.oldSyntax ? 0x8 : 0x1808) + (vrf.rd === undefined ? 0 : 4);
  const names = vrf.interfaces.map((row) => shortName(row.interface.name));
  const inactive = families.filter((family) => !(family === 'ipv6 unicast' && vrf.ipv6));
  return [
    `VRF ${vrf.name} (VRF Id = ${vrf.id}); default RD ${vrf.rd ?? '<not set>'}; default VPNID <not set>`,
    ...(vrf.description === undefined ? [] : [`  Description: ${vrf.description}`]),
    vrf.oldSyntax ? '  Old CLI format, supports IPv4 only' : '  New CLI format, supports multiple address-families',
    `  Flags: 0x${flags.toString(16).toUpperCase()}`,
    ...(names.length === 0 ? ['  No interfaces'] : ['  Interfaces:', ...inColumns(names)]),
    ...(vrf.ipv4 ? familyLines('ipv4 unicast', vrf.ipv4, vrf.id) : ['Address family ipv4 unicast not active']),
    ...(vrf.ipv6 ? familyLines('ipv6 unicast', vrf.ipv6, 0x1e000000 + vrf.id) : []),
    ...inactive.map((family) => `Address family ${family} not active`),
  ];
}

/** Three to a line, each as wide as 24 columns. */
function inColumns(names: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (let i = 0; i < names.length; i += 3) {
    const line = names.slice(i, i + 3).map((name) => name.padEnd(24));
    lines.push(`    ${line.join(' ')}`);
  }
  return lines;
}

/** genieparser ShowVrfDetail: `Import route-map for ipv4 unicast: import_from_global_map (prefix limit: 1000)`. */
function importLines({ importMap, fromGlobal }: VrfFamily): readonly string[] {
  const own = importMap === undefined ? [] : [`  Import route-map: ${importMap}`];
  const other = fromGlobal
    ? [`  Import route-map for ipv4 unicast: ${fromGlobal.map} (prefix limit: ${fromGlobal.limit})`]
    : [];
  return own.length + other.length === 0 ? ['  No import route-map'] : [...own, ...other];
}

function familyLines(name: string, family: VrfFamily, table: number): readonly string[] {
  const list = (direction: string, targets: readonly string[]): readonly string[] =>
    targets.length === 0
      ? [`  No ${direction} VPN route-target communities`]
      : [`  ${direction} VPN route-target communities`, ...inColumns(targets.map((target) => `RT:${target}`))];
  return [
    `Address family ${name} (Table ID = 0x${table.toString(16).toUpperCase()}):`,
    '  Flags: 0x0',
    ...list('Export', family.exports),
    ...list('Import', family.imports),
    ...importLines(family),
    family.toGlobal
      ? `  Global export route-map for ipv4 unicast: ${family.toGlobal.map} (prefix limit: ${family.toGlobal.limit})`
      : '  No global export route-map',
    family.exportMap === undefined ? '  No export route-map' : `  Export route-map: ${family.exportMap}`,
    '  VRF label distribution protocol: not configured',
    '  VRF label allocation mode: per-prefix',
  ];
}
