// show route receive-protocol bgp PEER, show route advertising-protocol bgp PEER [DESTINATION] [detail | extensive] [table T].
// Source: captures `show route receive-protocol bgp`, `… extensive`, `show route advertising-protocol bgp`, `… detail`
// (genieparser golden outputs); transcripts of an MX104 (tables without routes, prefixes of VPNs, `Import Accepted`,
// `Route Distinguisher`) and of vMX (`Flags: Nexthop Change`, `AS path: [64031] I`).

import { type Ip, ip4Text, ipText, parseIp } from '../../../base/ip.ts';
import { contains, covers, type Prefix, parsePrefix, widthOf } from '../../../base/prefix.ts';
import type { RouteRow } from '../../../device/queries.ts';
import type { Match } from '../../../language/spec.ts';
import type { BgpPeerRow, BgpReceivedRow, BgpSentRow } from '../../../protocols/bgp/show.ts';
import type { PathAttributes } from '../../../route/attributes.ts';
import { rdText } from '../../../route/route-distinguisher.ts';
import type { View, ViewContext } from '../../os.ts';
import { familyTable } from './bgp-counts.ts';
import { slotPeer, slotRd, vpnHome } from './bgp-facts.ts';
import { rdOf } from './l3vpn-table.ts';
import { communityFields } from './route-detail-fields.ts';
import { countsLine, type RouteTable, routeTables, standing } from './route-tables.ts';
import { asPathText } from './route-words.ts';
import { saidOf } from './said.ts';
import { tableName } from './table-name.ts';

const HEADING = '  Prefix                  Nexthop              MED     Lclpref    AS path';
const PREFIX = 24;

/** One route as a peer told it, or was told it. */
interface Line {
  readonly prefix: Prefix;
  readonly active: boolean;
  readonly nexthop: string;
  readonly attributes: PathAttributes;
  /** Inside the AS alone it means something. */
  readonly localPref: number | undefined;
  /** `Accepted`, `Hidden` …: of a block. */
  readonly detail: readonly string[];
  readonly entries: readonly RouteRow[];
}

interface Asked {
  readonly peer: BgpPeerRow;
  readonly match: Match;
}

function askedOf({ ask }: ViewContext, match: Match): Asked | undefined {
  const address = parseIp(match.args['peer'] ?? '');
  const peer = ask('bgp.peers', {})?.find(({ config }) => config.address === address);
  return peer && { peer, match };
}

const wantsTable = ({ name }: RouteTable, { args: { table } }: Match): boolean =>
  table === undefined || name.startsWith(table);

function wantsPrefix(prefix: Prefix, { args: { destination } }: Match): boolean {
  const to = destination === undefined ? undefined : parsePrefix(destination);
  if (!to) return true;
  if (to.length === widthOf(to.address)) return contains(prefix, to.address);
  return covers(to, prefix);
}

const hidden = (match: Match): boolean => saidOf(match, 'hidden', 'all') !== undefined;

/** Every table is named, with what the peer told of it. */
export const showReceivedRoutes: View = (context, match) => {
  const asked = askedOf(context, match);
  if (!asked) return [];
  const told =
    context.ask('bgp.received', { vrf: asked.peer.config.vrf, peer: asked.peer.config.address as never }) ?? [];
  return routeTables(context)
    .filter((table) => wantsTable(table, match))
    .flatMap((table) => blocks(table, match, receivedLines(asked, table, told), undefined));
};

function receivedLines({ peer, match }: Asked, table: RouteTable, told: readonly BgpReceivedRow[]): readonly Line[] {
  return table.rows.flatMap(({ prefix, routes }) =>
    routes
      .filter(({ candidate: { route } }) => slotPeer(route) === peer.config.address)
      .filter(({ candidate: { route } }) => slotRd(route) !== undefined || table.vrf === peer.config.vrf)
      .filter((row) => (standing(row) === 'hidden') === (saidOf(match, 'hidden') !== undefined) || hidden(match))
      .filter(() => wantsPrefix(prefix, match))
      .map((row): Line => {
        const { route } = row.candidate;
        const rd = rdOf(prefix) ?? slotRd(route);
        const raw = told.find(
          ({ nlri }) =>
            (nlri.rd ? rdText(nlri.rd) : undefined) === rd &&
            prefix.text.endsWith(nlri.prefix.text) &&
            nlri.prefix.length === prefix.length,
        );
        const attributes = raw?.attributes ?? (route.bgp as PathAttributes);
        const labels = raw?.nlri.labels ?? [];
        const word = standing(row) === 'hidden' ? [] : [slotRd(route) === undefined ? 'Accepted' : 'Import Accepted'];
        return {
          prefix,
          active: row.active,
          nexthop: ipText(attributes.nexthop),
          attributes,
          localPref: peer.kind === 'external' ? undefined : attributes.localPref,
          detail: [
            ...word,
            ...(rd === undefined ? [] : [`Route Distinguisher: ${rd}`, ...labelText(labels, true)]),
            ...(rd === undefined ? labelText(labels, false) : []),
          ],
          entries: routes,
        };
      }),
  );
}

const labelText = (labels: readonly number[], vpn: boolean): readonly string[] =>
  labels.length === 0 ? [] : [`${vpn ? 'VPN' : 'Route'} Label: ${labels.join(', ')}`];

/** Only tables that something is told out of: a VPN's routes out of their instances. */
export const showAdvertisedRoutes: View = (context, match) => {
  const asked = askedOf(context, match);
  if (!asked) return [];
  const sent =
    context.ask('bgp.advertised', { vrf: asked.peer.config.vrf, peer: asked.peer.config.address as never }) ?? [];
  return routeTables(context)
    .filter((table) => wantsTable(table, match))
    .flatMap((table) => {
      const lines = sentLines(context, asked, table, sent);
      return lines.length === 0 ? [] : blocks(table, match, lines, asked.peer);
    });
};

/** Out of which table it came: that of the instance with this distinguisher, where it has the route. */
function homeOf(context: ViewContext, peer: BgpPeerRow, { family, nlri }: BgpSentRow): string {
  if (family !== 'vpnv4' || !nlri.rd) return familyTable(family, peer.config);
  const vrf = vpnHome(context.ask, nlri.rd, nlri.prefix);
  return vrf === undefined ? 'bgp.l3vpn.0' : tableName(vrf, 'inet.0');
}

function sentLines(
  context: ViewContext,
  { peer, match }: Asked,
  table: RouteTable,
  sent: readonly BgpSentRow[],
): readonly Line[] {
  return sent
    .filter((one) => homeOf(context, peer, one) === table.name)
    .filter(({ nlri }) => wantsPrefix(nlri.prefix, match))
    .map(({ nlri, attributes }): Line => {
      const text =
        table.name === 'bgp.l3vpn.0' && nlri.rd ? `${rdText(nlri.rd)}:${nlri.prefix.text}` : nlri.prefix.text;
      const row = table.rows.find(({ prefix }) => prefix.text === text);
      const self = isSelf(peer, attributes.nexthop);
      const vpn = nlri.rd !== undefined;
      return {
        prefix: row?.prefix ?? nlri.prefix,
        active: row?.routes.some(({ active }) => active) ?? false,
        nexthop: self ? 'Self' : ipText(attributes.nexthop),
        attributes,
        localPref: peer.kind === 'external' ? undefined : (attributes.localPref ?? 100),
        detail: [...(nlri.rd ? [`Route Distinguisher: ${rdText(nlri.rd)}`] : []), ...labelText(nlri.labels ?? [], vpn)],
        entries: row?.routes ?? [],
      };
    })
    .sort((a, b) => place(table, a.prefix) - place(table, b.prefix));
}

const place = ({ rows }: RouteTable, prefix: Prefix): number =>
  rows.findIndex((row) => row.prefix.text === prefix.text);

/** Is it the address that this router speaks to that peer from? */
export const isSelf = ({ local, config }: BgpPeerRow, nexthop: Ip): boolean =>
  nexthop === (local ?? config.localAddress);

/** `peer`: who is told; undefined: who told. */
function blocks(
  table: RouteTable,
  match: Match,
  lines: readonly Line[],
  peer: BgpPeerRow | undefined,
): readonly string[] {
  const long = saidOf(match, 'detail', 'extensive') !== undefined;
  const head = ['', countsLine(table)];
  if (lines.length === 0) return head;
  if (!long) return [...head, HEADING, ...lines.flatMap((line) => columns(line, peer))];
  return [...head, ...lines.flatMap((line, i) => [...(i > 0 ? [''] : []), ...block(line, peer)])];
}

function columns(
  { prefix, active, nexthop, attributes, localPref }: Line,
  peer: BgpPeerRow | undefined,
): readonly string[] {
  const mark = active ? '*' : ' ';
  const rest = [
    nexthop.padEnd(20),
    String(attributes.med ?? '').padEnd(7),
    String(localPref ?? '').padEnd(10),
    toldPath(attributes, peer),
  ].join(' ');
  const vpn = rdOf(prefix) !== undefined;
  if (!vpn && prefix.text.length < PREFIX) return [`${mark} ${prefix.text.padEnd(PREFIX)}${rest}`];
  return [`  ${prefix.text}${' '.repeat(vpn ? 20 : 0)}`, `${mark.padEnd(PREFIX + 2)}${rest}`];
}

function block(line: Line, peer: BgpPeerRow | undefined): readonly string[] {
  const { prefix, active, attributes, localPref, detail, entries, nexthop } = line;
  const announced = entries.filter((row) => row.active).length;
  const { originatorId, clusterList } = attributes;
  const own = peer ? `[${peer.localAs}] ` : '';
  return [
    `${active ? '* ' : '  '}${prefix.text} (${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}, ${announced} announced)`,
    ...(peer
      ? [` BGP group ${peer.config.group ?? ''} type ${peer.kind === 'internal' ? 'Internal' : 'External'}`]
      : []),
    ...[
      ...detail,
      `Nexthop: ${nexthop}`,
      ...(peer && nexthop === 'Self' ? ['Flags: Nexthop Change'] : []),
      ...(attributes.med === undefined ? [] : [`MED: ${attributes.med}`]),
      ...(localPref === undefined ? [] : [`Localpref: ${localPref}`]),
      `AS path: ${own}${toldPath(attributes, peer)} ${originatorId === undefined || peer ? '' : ' (Originator)'}`,
      ...(clusterList && !peer ? [`Cluster list:  ${clusterList.map(ip4Text).join(' ')}`] : []),
      ...(clusterList && peer ? [`Cluster ID: ${ip4Text(clusterList[0] as never)}`] : []),
      ...(originatorId === undefined ? [] : [`Originator ID: ${ip4Text(originatorId)}`]),
      ...communityFields(attributes),
    ].map((field) => `     ${field}`),
  ];
}

/** What stands in brackets is put there while it is told. */
export function toldPath(attributes: PathAttributes, peer: BgpPeerRow | undefined): string {
  const text = asPathText(attributes);
  const own = `${peer?.localAs} `;
  return peer && peer.kind !== 'internal' && text.startsWith(own) ? text.slice(own.length) : text;
}
