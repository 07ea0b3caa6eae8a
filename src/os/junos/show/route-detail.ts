// One route of `show route detail` and `show route extensive`: a block of fields.
// Source: captures `show route protocol static | bgp … extensive` (genieparser golden outputs, vMX and vSRX of public labs):
// order of the fields, their blanks, several next hops, secondary tables; Junos OS CLI reference, "show route detail" (State).

import { ipText } from '../../../base/ip.ts';
import type { RouteRow } from '../../../device/queries.ts';
import type { Route } from '../../../route/route.ts';
import { since } from '../../../sim/time.ts';
import { LABEL_LENGTH } from './label-table.ts';
import { hopAddress, hopKey } from './next-hops.ts';
import { aggregateFields } from './route-aggregates.ts';
import { announcedLines } from './route-announced.ts';
import type { ChosenPrefix } from './route-choice.ts';
import { bgpAsFields, bgpHopFields, bgpOriginFields, bgpReason, bgpStateWords, bgpTask } from './route-detail-bgp.ts';
import { communityFields, type DetailScene, inKernel, toldTo, wayFields } from './route-detail-fields.ts';
import { metricsOf } from './route-metrics.ts';
import { standing } from './route-tables.ts';
import { asPathText, MPLS, protocolOf, wayOf } from './route-words.ts';
import { longAgeText } from './spans.ts';
import { tableName } from './table-name.ts';

const FIELD = ' '.repeat(16);
const TAG = ' '.repeat(24);

/** A prefix and those of its routes that were asked for. */
export function detailLines(scene: DetailScene, chosen: ChosenPrefix): readonly string[] {
  const { prefix, routes, all } = chosen;
  const announced = all.filter((row) => toldTo(scene, chosen.vrf, row).length > 0).length;
  const entries = all.length === 1 ? 'entry' : 'entries';
  return [
    `${prefix.text} (${all.length} ${entries}, ${announced} announced)`,
    ...(scene.extensive ? toldLines(scene, chosen) : []),
    ...routes.flatMap((row) => blockLines(scene, chosen, row)),
  ];
}

/** What those that are told of it keep: the kernel, BGP. */
function toldLines(scene: DetailScene, { vrf, all }: ChosenPrefix): readonly string[] {
  const active = all.find((row) => row.active);
  const lines = [...kernelLines(all), ...(active ? announcedLines(scene, vrf, active) : [])];
  return lines.length === 0 ? [] : ['TSI:', ...lines];
}

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
    ...(route.bgp ? bgpHopFields(scene, vrf, row) : hopFields(scene, row)),
    ...stateFields(scene, vrf, all, row),
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
  return [
    `Next hop type: ${type}, Next hop index: ${gateways ? hop?.index : 0}`,
    `Address: ${hopAddress(row)}`,
    `Next-hop reference count: ${hop?.references ?? 1}${session}`,
    ...(style.kernelTable ? ['Kernel Table Id: 0'] : []),
    ...wayFields(scene, way, gateways ? hop : undefined),
  ];
}

function stateFields(
  scene: DetailScene,
  vrf: ChosenPrefix['vrf'],
  all: readonly RouteRow[],
  row: RouteRow,
): readonly string[] {
  const { route } = row.candidate;
  const words = stateWords(scene, vrf, all, row);
  const why = whyNot(scene, vrf, all, row);
  return [
    `State: <${words.join(' ')}>`,
    ...(why === undefined ? [] : [`Inactive reason: ${why}`]),
    ...(route.bgp
      ? bgpAsFields(scene, vrf, row)
      : scene.asn === undefined
        ? []
        : [`Local AS: ${scene.asn.padStart(5)} `]),
  ];
}

/** Why another is used; undefined for the active one. */
export const whyNot = (
  scene: DetailScene,
  vrf: ChosenPrefix['vrf'],
  all: readonly RouteRow[],
  row: RouteRow,
): string | undefined => (row.candidate.route.bgp ? bgpReason(scene, vrf, all, row) : inactiveReason(all, row));

/** `Active Int Ext` */
export function stateWords(
  scene: DetailScene,
  vrf: ChosenPrefix['vrf'],
  all: readonly RouteRow[],
  row: RouteRow,
): readonly string[] {
  const { route } = row.candidate;
  if (route.bgp) return bgpStateWords(scene, vrf, all, row);
  const state = standing(row);
  return [
    ...(route.leakedFrom === undefined ? [] : ['Secondary']),
    ...(state === 'inactive' ? [] : [state === 'active' ? 'Active' : 'Hidden']),
    ...sortWords(route),
  ];
}

/** `Int`: of this router's own protocols; `Ext`: brought from outside of them. */
function sortWords({ kind }: Route): readonly string[] {
  if (kind === 'connected' || kind === 'ospf.intra' || kind === 'ospf.inter') return ['Int'];
  // `State: <Active Int>`, `show route detail` of an IS-IS route on vQFX.
  if (kind.startsWith('isis.')) return ['Int'];
  if (kind === 'local') return ['NoReadvrt', 'Int'];
  if (kind === 'ldp') return ['Int'];
  return ['Int', 'Ext'];
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
  const further = route.marks?.metric2 ?? metric2;
  const items = [
    `Age: ${longAgeText(since(from, context.now))} `,
    ...(own === undefined ? [] : [`Metric: ${own} `]),
    ...(further === undefined ? [] : [`Metric2: ${further} `]),
  ];
  return [
    items.join('\t'),
    'Validation State: unverified ',
    ...(route.tag === undefined ? [] : [`${TAG}Tag: ${route.tag} `]),
  ];
}

function originFields(scene: DetailScene, vrf: ChosenPrefix['vrf'], row: RouteRow): readonly string[] {
  const { style, tables } = scene;
  const { route } = row.candidate;
  const { bgp } = route;
  const told = toldTo(scene, vrf, row);
  const suffix = route.prefix.family === 4 ? 'inet.0' : 'inet6.0';
  const secondary = tables.filter(({ rows }) =>
    rows.some(
      ({ prefix, routes }) =>
        prefix === route.prefix &&
        routes.some(({ candidate: { route: other } }) => other.leakedFrom === vrf && other.kind === route.kind),
    ),
  );
  return [
    `Task: ${bgp ? bgpTask(scene, vrf, row) : taskOf(row)}`,
    ...(told.length === 0 ? [] : [`Announcement bits (${told.length}): ${told.join(' ')} `]),
    ...(bgp ? bgpOriginFields(scene, vrf, row, bgp) : givenFields(scene, vrf, row)),
    ...(route.leakedFrom === undefined ? [] : [`Primary Routing Table: ${tableName(route.leakedFrom, suffix)}`]),
    ...(secondary.length === 0 ? [] : [`Secondary Tables: ${secondary.map(({ name }) => name).join(' ')} `]),
    ...(style.thread ? ['Thread: junos-main '] : []),
  ];
}

/** The AS path of a route that BGP did not make, and what goes with it. */
function givenFields(scene: DetailScene, vrf: ChosenPrefix['vrf'], row: RouteRow): readonly string[] {
  const { kind, given } = row.candidate.route;
  const path = `AS path: ${asPathText(given)} `;
  const communities = given ? communityFields(given) : [];
  if (kind !== 'aggregate') return [path, ...communities];
  return [`${path} (LocalAgg)`, ...communities, ...aggregateFields(scene, vrf, row)];
}

/** The part of rpd that put it there. */
export function taskOf(row: RouteRow): string {
  const { route } = row.candidate;
  if (route.source === MPLS) return 'MPLS';
  if (route.kind === 'connected' || route.kind === 'local') return 'IF';
  if (route.kind === 'aggregate') return 'Aggregate';
  return route.kind === 'static' ? 'RT' : (protocolOf(route) ?? '');
}
