// show route instance [NAME] [brief | summary | detail | extensive]
// Source: captures `show route instance`, `show route instance detail` (genieparser golden outputs; lab-validation
// junos_static_route_defaults for order and tables); `show route instance cust-1 extensive` of a vMX (vrf).

import { ip4Text } from '../../../base/ip.ts';
import { byText } from '../../../base/sorted-map.ts';
import type { Match } from '../../../language/spec.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { rdText } from '../../../route/route-distinguisher.ts';
import type { View, ViewContext } from '../../os.ts';
import { group, leaf, number, spaceOf, type Tag } from '../answer.ts';
import { MANAGEMENT } from '../compile/instances.ts';
import { all, type Block, one, value } from '../compile/tree-reader.ts';
import { instanceName, MASTER, vrfNamed } from '../instance-name.ts';
import { releaseOf } from '../releases.ts';
import { instanceBlock, isInstance, routerIdOf } from './configured.ts';
import { comparePhysical } from './interface-facts.ts';
import { countsOf, routeTables } from './route-tables.ts';
import { saidOf } from './said.ts';
import type { TaggedView } from './tagged-view.ts';

interface TableCounts {
  readonly name: string;
  readonly active: number;
  readonly hidden: number;
  readonly routes: number;
}

interface InstanceFacts {
  readonly name: string;
  readonly type: string;
  readonly routerId: string;
  readonly interfaces: readonly string[];
  readonly tables: readonly TableCounts[];
  /** Lines of `detail` that only a VPN has. */
  readonly vpn: readonly string[];
}

export const showRouteInstance: View = (context, match) => {
  const shown = wantedOf(context, match);
  if (shown.length === 0) return [`error: instance ${match.args['instance']} not found`];
  if (saidOf(match, 'detail', 'extensive') === undefined) return listing(shown);
  return shown.flatMap((one, i) => [...(i > 0 ? [''] : []), ...detailLines(one)]);
};

/** The list as elements: capture `show route instance | display json` (lab-validation junos_static_route_defaults). */
export const routeInstanceTags: TaggedView = (context, match) => {
  const shown = wantedOf(context, match);
  if (shown.length === 0 || saidOf(match, 'detail', 'extensive') !== undefined) return undefined;
  const { release } = context.box.chassis.model;
  return {
    ...group('instance-information', ...shown.map(coreTag)),
    attributes: [
      ['xmlns', spaceOf(release, 'junos-routing')],
      ['junos:style', 'terse'],
    ],
  };
};

const coreTag = ({ name, type, tables }: InstanceFacts): Tag =>
  group(
    'instance-core',
    leaf('instance-name', name),
    leaf('instance-type', type),
    ...tables.map((table) =>
      group(
        'instance-rib',
        leaf('irib-name', table.name),
        number('irib-active-count', table.active),
        leaf('irib-holddown-count', '0'),
        number('irib-hidden-count', table.hidden),
      ),
    ),
  );

/** Those that were asked for, the main one first. */
function wantedOf(context: ViewContext, match: Match): readonly InstanceFacts[] {
  const wanted = match.args['instance'];
  const every = [...configured(context), ...internal(context)].sort((a, b) => compareInstances(a.name, b.name));
  const name = wanted !== undefined && isInstance(context, vrfNamed(wanted)) ? instanceName(vrfNamed(wanted)) : wanted;
  return every.filter((one) => wanted === undefined || one.name === name);
}

/** The main instance first. */
const compareInstances = (a: string, b: string): number => Number(b === MASTER) - Number(a === MASTER) || byText(a, b);

function configured(context: ViewContext): readonly InstanceFacts[] {
  const tables = routeTables(context);
  return context.ask('vrfs', {}).map(({ name: vrf, rd }) => {
    const block = instanceBlock(context, vrf);
    return {
      name: instanceName(vrf),
      type: typeOf(vrf, block),
      routerId: ip4Text(routerIdOf(context, vrf)),
      interfaces: vrf === MAIN ? [] : membersOf(vrf, context),
      tables: tables
        .filter((table) => table.vrf === vrf)
        .map(({ name, rows }) => ({ name, ...countsOf(rows.flatMap(({ routes }) => routes)) })),
      vpn: block && rd ? vpnLines(vrf, block, rdText(rd)) : [],
    };
  });
}

const membersOf = (vrf: VrfName, { ask }: ViewContext): readonly string[] =>
  ask('interfaces', {})
    .filter((row) => row.interface.vrf === vrf)
    .map((row) => row.interface.name as string)
    .sort(compareUnits);

/** Those that the system makes belong to the box, not to its logical systems. */
function internal({ box, router }: ViewContext): readonly InstanceFacts[] {
  if (router !== box.router()) return [];
  return releaseOf(box.chassis.model).internal.map(({ name, tables, interfaces }) => ({
    name,
    type: 'forwarding',
    routerId: '0.0.0.0',
    interfaces,
    tables: tables.map(([table, active, hidden]) => ({
      name: `${name}.${table}`,
      active,
      hidden,
      routes: active + hidden,
    })),
    vpn: [],
  }));
}

function typeOf(vrf: VrfName, block: Block | undefined): string {
  if (vrf === MAIN || vrf === MANAGEMENT) return 'forwarding';
  const type = value(block, 'instance-type', 'instance-type') ?? 'no-forwarding';
  return type === 'no-forwarding' ? 'non-forwarding' : type;
}

function vpnLines(name: VrfName, block: Block, rd: string): readonly string[] {
  const targets = one(block, 'vrf-target');
  const both = value(targets, '<community>', 'community');
  const list = (words: readonly string[]): string => `[ ${words.join(' ')} ]`;
  const policies = (way: 'import' | 'export'): readonly string[] => {
    const written = all(block, `vrf-${way}`).map(({ args }) => args['policy'] ?? '');
    return written.length > 0 ? written : [`__vrf-${way}-${name}-internal__`];
  };
  const target = (way: 'import' | 'export'): readonly string[] => {
    const community = value(targets, way, `${way}-target`) ?? both;
    return community === undefined ? [] : [`  Vrf-${way}-target: ${list([community])}`];
  };
  return [
    `  Route-distinguisher: ${rd}`,
    `  Vrf-import: ${list(policies('import'))}`,
    `  Vrf-export: ${list(policies('export'))}`,
    ...target('import'),
    ...target('export'),
    '  Fast-reroute-priority: low',
  ];
}

function listing(shown: readonly InstanceFacts[]): readonly string[] {
  return [
    'Instance             Type',
    '         Primary RIB                                     Active/holddown/hidden',
    ...shown.flatMap(({ name, type, tables }, i) => [
      ...(i > 0 ? [''] : []),
      `${name.padEnd(20)} ${type.padEnd(15)}`,
      ...tables.map((table) => `         ${table.name.padEnd(48)}${table.active}/0/${table.hidden}`),
    ]),
  ];
}

function detailLines({ name, type, routerId, interfaces, tables, vpn }: InstanceFacts): readonly string[] {
  return [
    `${name}:`,
    `  Router ID: ${routerId}`,
    `  Type: ${type.padEnd(18)}State: Active        `,
    ...section('Interfaces', interfaces),
    ...vpn,
    ...section(
      'Tables',
      tables.map(
        (table) =>
          `${table.name.padEnd(23)}: ${table.routes} routes (${table.active} active, 0 holddown, ${table.hidden} hidden)`,
      ),
    ),
  ];
}

/** Ports in the order of the box, units by number. */
function compareUnits(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  return comparePhysical(left[0] ?? a, right[0] ?? b) || Number(left[1] ?? 0) - Number(right[1] ?? 0);
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`  ${title}:`, ...lines.map((line) => `    ${line}`)];
