// One route of `show route detail` and `show route extensive`: a block of fields.
// Source: captures `show route protocol static | bgp … extensive` (genieparser golden outputs, vMX and vSRX of public labs):
// order of the fields, their blanks, several next hops, secondary tables; Junos OS CLI reference, "show route detail" (State).

import { ipText } from '../../../base/ip.ts';
import type { SortedMap } from '../../../base/sorted-map.ts';
import type { RouteRow } from '../../../device/queries.ts';
import type { ForwardingPath } from '../../../net/rib-types.ts';
import type { Community } from '../../../route/community.ts';
import { administeredText } from '../../../route/extended.ts';
import type { Route } from '../../../route/route.ts';
import { since } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';
import type { RouteStyle } from '../releases/release.ts';
import { LABEL_LENGTH } from './label-table.ts';
import { hopAddress, hopKey, type NumberedHop, pathKey } from './next-hops.ts';
import { peerOf } from './route-brief.ts';
import type { ChosenPrefix } from './route-choice.ts';
import { metricsOf } from './route-metrics.ts';
import { type RouteTable, standing } from './route-tables.ts';
import { asPathText, hopText, MPLS, protocolOf, pushText, type Way, wayOf } from './route-words.ts';
import { longAgeText } from './spans.ts';
import { tableName } from './table-name.ts';

/** What the blocks of one command share. */
export interface DetailScene {
  readonly context: ViewContext;
  readonly style: RouteStyle;
  readonly hops: SortedMap<string, NumberedHop>;
  /** Undefined: this router belongs to no AS. */
  readonly asn: string | undefined;
  /** Every table of the router: routes of one may stand in others too. */
  readonly tables: readonly RouteTable[];
  readonly extensive: boolean;
}

const FIELD = ' '.repeat(16);
const TAG = ' '.repeat(24);

/** A prefix and those of its routes that were asked for. */
export function detailLines(scene: DetailScene, chosen: ChosenPrefix): readonly string[] {
  const { prefix, routes, all } = chosen;
  const announced = all.filter(inKernel).length;
  const entries = all.length === 1 ? 'entry' : 'entries';
  return [
    `${prefix.text} (${all.length} ${entries}, ${announced} announced)`,
    ...(scene.extensive ? kernelLines(all) : []),
    ...routes.flatMap((row) => blockLines(scene, chosen, row)),
  ];
}

/** rpd tells the kernel; what comes from interfaces the kernel knows by itself. */
const inKernel = ({ active, candidate: { route } }: RouteRow): boolean =>
  active && route.kind !== 'connected' && route.kind !== 'local' && route.noInstall !== true;

function kernelLines(all: readonly RouteRow[]): readonly string[] {
  const row = all.find(inKernel);
  if (!row) return [];
  const way = wayOf(row);
  const paths = way.kind === 'paths' ? way.paths : [];
  const { text, length } = row.candidate.route.prefix;
  const label = length === LABEL_LENGTH;
  const hops = paths.map(({ gateway, out }) => (gateway === undefined ? out : ipText(gateway)));
  if (label && way.kind === 'word') hops.push(way.word);
  if (label && way.kind === 'table') hops.push(way.name);
  return [
    'TSI:',
    `KRT in-kernel ${text}${label ? ` /${length}` : ''} -> {${hops.length > 1 ? 'list:' : ''}${hops.join(', ')}}`,
  ];
}

function blockLines(scene: DetailScene, { vrf, all }: ChosenPrefix, row: RouteRow): readonly string[] {
  const { route, preference } = row.candidate;
  const second = route.bgp ? `/-${(route.bgp.localPref ?? 100) + 1}` : '';
  const head = `${row.active ? '*' : ' '}${(protocolOf(route) ?? '').padEnd(6)} Preference: ${preference}${second}`;
  const level = isisLevel(route);
  const fields = [
    ...(level === undefined ? [] : [`Level: ${level}`]),
    ...hopFields(scene, row),
    ...stateFields(scene, all, row),
    ...ageFields(scene, vrf, row),
    ...originFields(scene, vrf, row),
  ];
  return [`        ${head}`, ...fields.map((field) => (field.startsWith(' ') ? field : FIELD + field))];
}

/** What came down from level 2 is a route of level 1. */
function isisLevel({ kind }: Route): 1 | 2 | undefined {
  if (!kind.startsWith('isis.')) return undefined;
  return kind.startsWith('isis.l2') ? 2 : 1;
}

const HOP_TYPES = { paths: 'Router', own: 'Interface', local: 'Local', table: 'Table' } as const;

function hopFields(scene: DetailScene, row: RouteRow): readonly string[] {
  const { style, hops } = scene;
  const way = wayOf(row);
  const hop = hops.get(hopKey(row));
  const gateways = way.kind === 'paths' && way.paths.some(({ gateway }) => gateway !== undefined);
  const type = way.kind === 'word' ? way.word : way.kind === 'paths' && !gateways ? 'Interface' : HOP_TYPES[way.kind];
  const session = style.kernelTable ? `, Next-hop session id: ${gateways ? hop?.session : 0}` : '';
  const peer = peerOf(row);
  return [
    `Next hop type: ${type}, Next hop index: ${gateways ? hop?.index : 0}`,
    `Address: ${hopAddress(row)}`,
    `Next-hop reference count: ${hop?.references ?? 1}${session}`,
    ...(style.kernelTable ? ['Kernel Table Id: 0'] : []),
    ...(peer === undefined ? [] : [`Source: ${ipText(peer)}`]),
    ...wayFields(scene, way, gateways ? hop : undefined),
  ];
}

function wayFields({ style, hops }: DetailScene, way: Way, hop: NumberedHop | undefined): readonly string[] {
  switch (way.kind) {
    case 'paths':
      return way.paths.flatMap((path, i) =>
        pathFields(style, path, i === 0, way.paths.length > 1 ? hops.get(pathKey(path)) : hop),
      );
    case 'own':
      return [`Next hop: via ${way.on}, selected`];
    case 'local':
      return [`Interface: ${way.on}`];
    case 'table':
      return [`Next table: ${way.name}`];
    case 'word':
      return [];
  }
}

function pathFields(
  { kernelTable }: RouteStyle,
  path: ForwardingPath,
  selected: boolean,
  hop: NumberedHop | undefined,
): readonly string[] {
  const push = pushText(path);
  return [
    `Next hop: ${hopText(path)}${selected ? ', selected' : ''}`,
    ...(push === undefined ? [] : [`Label operation: ${push.trimEnd()}`]),
    ...(hop ? [`Session Id: ${kernelTable ? hop.session : `0x${hop.session.toString(16)}`}`] : []),
  ];
}

function stateFields(scene: DetailScene, all: readonly RouteRow[], row: RouteRow): readonly string[] {
  const { route } = row.candidate;
  const state = standing(row);
  const words = [
    ...(route.leakedFrom === undefined ? [] : ['Secondary']),
    ...(state === 'inactive' ? [] : [state === 'active' ? 'Active' : 'Hidden']),
    ...sortWords(route),
  ];
  const why = inactiveReason(all, row);
  const asn = scene.asn;
  const peer = route.bgp?.asPath[0]?.asns[0];
  const peerText = peer === undefined ? '' : `Peer AS: ${String(peer).padStart(5)}`;
  return [
    `State: <${words.join(' ')}>`,
    ...(why === undefined ? [] : [`Inactive reason: ${why}`]),
    ...(asn === undefined ? [] : [`Local AS: ${asn.padStart(5)} ${peerText}`]),
  ];
}

/** `Int`: of this router's own protocols; `Ext`: brought from outside of them. */
function sortWords({ kind }: Route): readonly string[] {
  if (kind === 'connected' || kind === 'aggregate' || kind === 'ospf.intra' || kind === 'ospf.inter') return ['Int'];
  // `State: <Active Int>`, `show route detail` of an IS-IS route on vQFX.
  if (kind.startsWith('isis.')) return ['Int'];
  if (kind === 'local') return ['NoReadvrt', 'Int'];
  if (kind === 'ldp') return ['Int'];
  return kind === 'bgp.external' ? ['Ext'] : ['Int', 'Ext'];
}

/** Undefined for the active one. */
function inactiveReason(all: readonly RouteRow[], row: RouteRow): string | undefined {
  const state = standing(row);
  if (state === 'active') return undefined;
  if (state === 'hidden') return row.candidate.route.hidden ?? 'Unusable path';
  const best = all.find(({ active }) => active)?.candidate;
  if (best && best.preference !== row.candidate.preference) return 'Route Preference';
  if (best && best.route.metric !== row.candidate.route.metric) return 'Route Metric or MED comparison';
  return 'Active preferred';
}

function ageFields({ context }: DetailScene, vrf: ChosenPrefix['vrf'], row: RouteRow): readonly string[] {
  const { route, since: from } = row.candidate;
  const { metric, metric2 } = metricsOf(context, vrf, row);
  const own = route.bgp?.med ?? metric;
  const items = [
    `Age: ${longAgeText(since(from, context.now))} `,
    ...(own === undefined ? [] : [`Metric: ${own} `]),
    ...(metric2 === undefined ? [] : [`Metric2: ${metric2} `]),
  ];
  return [
    items.join('\t'),
    'Validation State: unverified ',
    ...(route.tag === undefined ? [] : [`${TAG}Tag: ${route.tag} `]),
  ];
}

function originFields({ style, tables }: DetailScene, vrf: ChosenPrefix['vrf'], row: RouteRow): readonly string[] {
  const { route } = row.candidate;
  const { bgp } = route;
  const suffix = route.prefix.family === 4 ? 'inet.0' : 'inet6.0';
  const secondary = tables.filter(({ rows }) =>
    rows.some(
      ({ prefix, routes }) =>
        prefix === route.prefix &&
        routes.some(({ candidate: { route: other } }) => other.leakedFrom === vrf && other.kind === route.kind),
    ),
  );
  return [
    `Task: ${taskOf(row)}`,
    ...(inKernel(row) ? ['Announcement bits (1): 0-KRT '] : []),
    `AS path: ${asPathText(bgp)} `,
    ...communityFields(bgp?.communities ?? [], bgp?.extended ?? []),
    ...(bgp ? ['Accepted', `Localpref: ${bgp.localPref ?? 100}`] : []),
    ...(route.leakedFrom === undefined ? [] : [`Primary Routing Table: ${tableName(route.leakedFrom, suffix)}`]),
    ...(secondary.length === 0 ? [] : [`Secondary Tables: ${secondary.map(({ name }) => name).join(' ')} `]),
    ...(style.thread ? ['Thread: junos-main '] : []),
  ];
}

function communityFields(
  standard: readonly Community[],
  extended: NonNullable<NonNullable<Route['bgp']>['extended']>,
): readonly string[] {
  const texts = [
    ...standard.map((value) => `${value >>> 16}:${value & 0xffff}`),
    ...extended.map((one) =>
      one.kind === 'other'
        ? `unknown type 0x${one.hex.slice(0, 4)} value 0x${one.hex.slice(4)}`
        : `${one.kind}:${administeredText(one.value)}`,
    ),
  ];
  return texts.length === 0 ? [] : [`Communities: ${texts.join(' ')}`];
}

/** The part of rpd that put it there. */
function taskOf(row: RouteRow): string {
  const { route } = row.candidate;
  if (route.source === MPLS) return 'MPLS';
  if (route.kind === 'connected' || route.kind === 'local') return 'IF';
  if (route.kind === 'aggregate') return 'Aggregate';
  if (!route.bgp) return route.kind === 'static' ? 'RT' : (protocolOf(route) ?? '');
  const peer = peerOf(row);
  const asn = route.bgp.asPath[0]?.asns[0];
  return `BGP${asn === undefined ? '' : `_${asn}`}${peer === undefined ? '' : `.${ipText(peer)}`}`;
}
