// show ip cef [vrf NAME] [ADDRESS [MASK] | PREFIX] [detail].
// Source: captures of an IOSv 15.x (`show ip cef vrf BLUE 10.10.10.1`, `… 172.16.100.1 detail`, `… 10.10.10.2 detail`) and of
// IOS XE (`sh ip cef 10.2.3.1`, `show ip cef 10.16.2.2 detail`: genieparser ShowIpCef); `show ip cef vrf … detail` of VPN routes
// (`flags [rib defined all labels]`, `recursive via 4.4.4.4 label 19`), `local label info: global/16`: printouts of IOS 15;
// `dflt local label info: global/302 [0x3]`: of IOS XE.

import { type Ip, ip4Text, ipText, isIp4 } from '../../../base/ip.ts';
import { covers, hostPrefix, type Prefix } from '../../../base/prefix.ts';
import type { ArpRow } from '../../../device/queries.ts';
import type { ForwardingPath } from '../../../net/rib-types.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import type { Nexthop } from '../../../route/route.ts';
import type { View, ViewContext } from '../../os.ts';
import { releaseOf } from '../releases.ts';
import { cefSummaryLines, cefTableLines } from './cef-table.ts';
import { type Asked, askedPrefix } from './route-asked.ts';
import { type ActiveRow, activeRows } from './route-table.ts';
import { said, vrfOf } from './said.ts';

export const showIpCef: View = (context, match) => {
  const vrf = vrfOf(match);
  const rows = context.ask('routes', { vrf });
  if (rows === undefined) return [`% VRF ${vrf} does not exist`];
  if (said(match, 'summary')) return cefSummaryLines(context, vrf);
  const asked = askedPrefix(match);
  const out = match.args['interface'];
  if (out !== undefined) return cefTableLines(context, vrf, ({ ways }) => ways.some(([, way]) => way === out));
  if (asked && said(match, 'longer-prefixes'))
    return cefTableLines(context, vrf, ({ prefix }) => covers(asked.block, prefix));
  if (!asked) return cefTableLines(context, vrf);
  return entry(context, vrf, activeRows(rows), asked, said(match, 'detail'));
};

function entry(
  context: ViewContext,
  vrf: VrfName,
  rows: readonly ActiveRow[],
  asked: Asked,
  detail: boolean,
): readonly string[] {
  const { address } = asked.block;
  if (!isIp4(address)) return [];
  const row = asked.exact
    ? rows.find(({ prefix }) => prefix === asked.block)
    : rows.find(({ prefix }) => prefix === context.ask('lookup', { vrf, to: address })?.prefix);
  const host = asked.exact && asked.block.length < 32 ? undefined : neighbour(context, vrf, row, address);
  if (host) return neighbourLines(host, row?.prefix ?? asked.block, detail);
  if (!row) return asked.exact ? ['%Prefix not found'] : ['0.0.0.0/0', '  no route'];
  return detail ? detailLines(context, vrf, row) : [row.prefix.text, ...plainLines(context, row)];
}

/** A neighbour on the link that the address lies on. */
function neighbour(context: ViewContext, vrf: VrfName, row: ActiveRow | undefined, address: Ip): ArpRow | undefined {
  if (row?.row.candidate.route.kind !== 'connected') return undefined;
  return context.ask('arp', { vrf }).find((arp) => arp.address === address && arp.mac !== undefined && !arp.own);
}

function neighbourLines(arp: ArpRow, cover: Prefix, detail: boolean): readonly string[] {
  const prefix = hostPrefix(arp.address).text;
  if (!detail) return [prefix, `  attached to ${arp.interface}`];
  return [
    `${prefix}, epoch 0, flags [attached]`,
    `  Adj source: IP adj out of ${arp.interface}, addr ${ip4Text(arp.address)} ${adjacency(arp)}`,
    `    Dependent covered prefix type adjfib, cover ${cover.text}`,
    `  attached to ${arp.interface}`,
  ];
}

/** Where a real router keeps the adjacency in its memory: some number that stays the same. */
const adjacency = (arp: ArpRow): string =>
  (0x0f000000 + ((arp.address * 304) % 0x1000000)).toString(16).toUpperCase().padStart(8, '0');

function special(hop: Nexthop | undefined): string | undefined {
  if (hop?.via === 'receive') return `receive for ${hop.out}`;
  if (hop?.via === 'discard' || hop?.via === 'reject') return `attached to ${hop.out ?? 'Null0'}`;
  return undefined;
}

/** The label that was given out for a prefix of the global table. */
const localLabel = (context: ViewContext, prefix: Prefix): number | undefined =>
  context
    .ask('lfib', {})
    .find(({ entry: { fec } }) => fec.kind === 'prefix' && fec.vrf === MAIN && fec.prefix === prefix)?.entry.label;

/** IOS XE tells the label that was given out as well: `label 17-(local:18)`. Implicit null is no label. */
function labelText(context: ViewContext, prefix: Prefix, { push }: ForwardingPath): string {
  if (push.length === 0) return '';
  const local = localLabel(context, prefix);
  const own = releaseOf(context.box.chassis.model).cefLocalLabels && local !== undefined ? `-(local:${local})` : '';
  return ` label ${push.join(' ')}${own}`;
}

const pathText = (context: ViewContext, prefix: Prefix, path: ForwardingPath): string =>
  path.gateway === undefined
    ? `attached to ${path.out}`
    : `nexthop ${ipText(path.gateway)} ${path.out}${labelText(context, prefix, path)}`;

function plainLines(context: ViewContext, { prefix, row }: ActiveRow): readonly string[] {
  const text = special(row.candidate.route.nexthops[0]);
  return text === undefined ? row.paths.map((path) => `  ${pathText(context, prefix, path)}`) : [`  ${text}`];
}

function detailLines(context: ViewContext, vrf: VrfName, active: ActiveRow): readonly string[] {
  const { route } = active.row.candidate;
  const flags =
    route.kind === 'connected' && route.nexthops[0]?.via === 'interface'
      ? ', flags [attached, connected, cover dependents, need deagg]'
      : route.nexthops[0]?.via === 'receive'
        ? ', flags [attached, connected, receive, local]'
        : route.nexthops[0]?.via === 'discard'
          ? ', flags [attached]'
          : '';
  const labelled = route.nexthops.some((hop) => hop.via === 'address' && hop.labels.length > 0);
  const sharing = active.row.paths.length > 1 ? ', per-destination sharing' : '';
  const whole = labelled ? ', flags [rib defined all labels]' : flags;
  const local = vrf === MAIN ? localLabel(context, active.prefix) : undefined;
  const info = releaseOf(context.box.chassis.model).cefLocalLabels
    ? `  dflt local label info: global/${local} [0x3]`
    : `  local label info: global/${local}`;
  return [
    `${active.prefix.text}, epoch 0${whole}${sharing}`,
    ...(local === undefined ? [] : [info]),
    ...recursiveLines(context, active),
  ];
}

/** A next hop that had to be looked up, and what it was found to be. */
function recursiveLines(context: ViewContext, active: ActiveRow): readonly string[] {
  const { route } = active.row.candidate;
  if (!route.nexthops.every((hop) => hop.via === 'address')) return plainLines(context, active);
  return route.nexthops.flatMap((hop, i) => {
    const path = active.row.paths[i] ?? active.row.paths[0];
    if (hop.via !== 'address' || !path) return [];
    const direct = path.gateway === hop.gateway || path.gateway === undefined;
    // The innermost labels came with the route (`recursive via 4.4.4.4 label 19`), the others are those of the way.
    const own = hop.labels.length > 0 ? ` label ${hop.labels.join(' ')}` : '';
    const way = { ...path, push: path.push.slice(0, path.push.length - hop.labels.length) };
    return [
      `  recursive via ${ipText(hop.gateway)}${own}`,
      `    ${direct ? `attached to ${path.out}` : pathText(context, active.prefix, way)}`,
    ];
  });
}
