// show ip route [vrf NAME] summary.
// Source: captures `show ip route summary` (7206VXR 15.2(4)S7; IOS and IOS XE, genieparser ShowIpRouteSummary: `isis test1`
// above `bgp 65000`, `  Level 1: 1 Level 2: 0 Inter-area: 0`).

import type { PrefixRow } from '../../../device/queries.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import type { ViewContext } from '../../os.ts';
import type { RouteMemory } from '../releases/release.ts';
import { releaseOf } from '../releases.ts';
import { type ActiveRow, activeRows, groupsOf, networkOf, standsAlone } from './route-table.ts';
import { vrfIdOf } from './vrf-facts.ts';

interface Count {
  readonly networks: number;
  readonly subnets: number;
}

export function summaryLines(context: ViewContext, vrf: VrfName, rows: readonly PrefixRow[]): readonly string[] {
  const active = activeRows(rows);
  const memory = releaseOf(context.box.chassis.model).routeMemory;
  const sources = memory.sources.map((name) => ({ name, count: countOf(active, (kind) => sourceOf(kind) === name) }));
  const asn = context.router.config?.bgp?.asn;
  const bgp = asn === undefined ? undefined : countOf(active, (kind) => kind.startsWith('bgp'));
  const internal = groupsOf(active).filter((group) => !standsAlone(group)).length;
  const isis = (context.router.config?.isis ?? [])
    .filter((process) => process.vrf === vrf)
    .map(({ name: tag }) => ({ tag, mine: active.filter(({ row }) => row.candidate.route.source === `isis/${tag}`) }));
  const all = [
    ...sources.map(({ count }) => count),
    ...isis.map(({ mine }) => countOf(mine, () => true)),
    ...(bgp ? [bgp] : []),
  ];
  const name = vrf === MAIN ? 'default' : vrf;
  return [
    `IP routing table name is ${name} (0x${vrfIdOf(context.box, vrf).toString(16).toUpperCase()})`,
    'IP routing table maximum-paths is 32',
    'Route Source    Networks    Subnets     Replicates  Overhead    Memory (bytes)',
    ...sources.map(({ name: source, count }) => countLine(source, count, memory)),
    ...isis.flatMap(({ tag, mine }) => [
      countLine(
        `isis ${tag}`.trimEnd(),
        countOf(mine, () => true),
        memory,
      ),
      levelLine(mine),
    ]),
    ...(bgp && asn !== undefined ? [countLine(`bgp ${asn}`, bgp, memory), bgpLine(active)] : []),
    ...(internal > 0 ? [`internal        ${String(internal).padEnd(48)}${internal * memory.internal}`] : []),
    totalLine(all, internal, memory),
  ];
}

const sourceOf = (kind: string): string => (kind === 'local' ? 'connected' : kind);

function levelLine(rows: readonly ActiveRow[]): string {
  const of = (start: string): number => rows.filter(({ row }) => row.candidate.route.kind.startsWith(start)).length;
  return `  Level 1: ${of('isis.l1')} Level 2: ${of('isis.l2')} Inter-area: ${of('isis.ia')}`;
}

function countOf(rows: readonly ActiveRow[], mine: (kind: string) => boolean): Count {
  const owned = rows.filter(({ row }) => mine(row.candidate.route.kind));
  const networks = owned.filter(({ prefix }) => {
    const network = networkOf(prefix);
    return network === undefined || network === prefix;
  }).length;
  return { networks, subnets: owned.length - networks };
}

const cells = (...values: readonly (string | number)[]): string =>
  values
    .map((value, i) => (i === values.length - 1 ? String(value) : String(value).padEnd(i === 0 ? 16 : 12)))
    .join('');

function countLine(name: string, { networks, subnets }: Count, memory: RouteMemory): string {
  const routes = networks + subnets;
  return cells(name, networks, subnets, 0, routes * memory.overhead, routes * memory.bytes);
}

function bgpLine(rows: readonly ActiveRow[]): string {
  const of = (kind: string): number => rows.filter(({ row }) => row.candidate.route.kind === kind).length;
  return `  External: ${of('bgp.external')} Internal: ${of('bgp.internal')} Local: ${of('bgp.local')}`;
}

function totalLine(counts: readonly Count[], internal: number, memory: RouteMemory): string {
  const networks = counts.reduce((sum, count) => sum + count.networks, 0);
  const subnets = counts.reduce((sum, count) => sum + count.subnets, 0);
  const routes = networks + subnets;
  const bytes = routes * memory.bytes + internal * memory.internal;
  return cells('Total', networks + internal, subnets, 0, routes * memory.overhead, bytes);
}
