// rib-groups, instance-import: routes of one table that stand in others, too.
// Source: CLI reference, "rib-groups", "import-rib" (the first table is the primary one, where the routes stand anyway),
// "import-policy", "interface-routes", "rib-group" of static routes, BGP and IS-IS; "instance-import", "instance-export" (the
// active routes of other instances that a policy accepts; the main one is `master`).

import { type Ip4, parseIp4 } from '../../../base/ip.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { CopyConfig, Copying } from '../../../protocols/copies/config.ts';
import { MAIN, type VrfName } from '../../../route/names.ts';
import { ROUTE_KINDS, type RouteKind } from '../../../route/route.ts';
import { instanceName } from '../instance-name.ts';
import { bgpBlock, familyHolder, type Inherited, neighborsOf } from './bgp-levels.ts';
import type { Instances } from './instances.ts';
import { chainOf } from './policy.ts';
import { tableOf } from './rib-blocks.ts';
import { all, type Block, one, value } from './tree-reader.ts';

interface Holder {
  readonly vrf: VrfName;
  readonly block: Block;
}

const kindsOf = (beginning: string): readonly RouteKind[] => ROUTE_KINDS.filter((kind) => kind.startsWith(beginning));
const INTERFACE: readonly RouteKind[] = ['connected', 'local'];
const LABELED = 'inet.3';

/** Undefined: every route stands in its own table alone. */
export function compileCopies(tree: Block, instances: Instances): CopyConfig | undefined {
  const holders: readonly Holder[] = [
    { vrf: MAIN, block: tree },
    ...[...instances.byName].map(([vrf, { node }]) => ({ vrf, block: node })),
  ];
  const copyings = holders.flatMap((holder) => [
    ...grouped(tree, holder, instances),
    ...imported(tree, holder, holders),
  ]);
  return copyings.length === 0 ? undefined : { copyings };
}

interface Use {
  readonly group: string;
  readonly kinds: readonly RouteKind[];
  readonly tellers?: readonly Ip4[];
}

/** Everything of an instance that names a group. */
function usesOf({ block }: Holder): readonly Use[] {
  const options = one(block, 'routing-options');
  const protocols = one(block, 'protocols');
  const use = (group: string | undefined, kinds: readonly RouteKind[]): readonly Use[] =>
    group === undefined ? [] : [{ group, kinds }];
  return [
    ...use(value(one(one(options, 'interface-routes'), 'rib-group'), 'inet', 'rib-group'), INTERFACE),
    ...use(value(one(options, 'static'), 'rib-group', 'rib-group'), ['static']),
    ...use(value(one(one(protocols, 'isis'), 'rib-group'), 'inet', 'rib-group'), kindsOf('isis.')),
    ...toldBy(bgpBlock(block)),
  ];
}

/** Neighbours of BGP whose family names a group. */
function toldBy(bgp: ConfigNode | undefined): readonly Use[] {
  if (!bgp) return [];
  return neighborsOf(bgp).flatMap((from): readonly Use[] => {
    const group = groupOf(from);
    const address = parseIp4(from.neighbor.args['neighbor'] ?? from.neighbor.words[1] ?? '');
    if (group === undefined || address === undefined) return [];
    return [{ group, kinds: kindsOf('bgp.'), tellers: [address] }];
  });
}

function groupOf(from: Inherited): string | undefined {
  const inet = one(familyHolder(from), 'family inet');
  return value(one(inet, 'unicast') ?? one(inet, 'any'), 'rib-group', 'rib-group');
}

function grouped(tree: Block, holder: Holder, instances: Instances): readonly Copying[] {
  const { vrf } = holder;
  const groups = all(one(one(tree, 'routing-options'), 'rib-groups'), '<rib-group-name>');
  return usesOf(holder).flatMap(({ group, kinds, tellers }) => {
    const found = groups.find(({ words }) => words[0] === group);
    const [primary, ...secondary] = all(found, 'import-rib').map(({ args }) => args['rib'] ?? '');
    if (primary !== tableOf(vrf)) return [];
    const names = all(found, 'import-policy').map(({ args }) => args['policy'] ?? '');
    return secondary.flatMap((table): readonly Copying[] => {
      const to = placeOf(table, instances);
      if (!to) return [];
      const asked = { otherwise: 'accept', to: undefined, table, instance: instanceName(to.vrf) } as const;
      return [
        {
          from: vrf,
          to,
          kinds,
          ...(tellers ? { tellers } : {}),
          which: 'every',
          policies: names.length === 0 ? [] : [chainOf(tree, names, asked)],
          table: tableOf(vrf),
          instance: instanceName(vrf),
        },
      ];
    });
  });
}

/** A table by its name. */
function placeOf(table: string, instances: Instances): Copying['to'] | undefined {
  if (table === LABELED) return { vrf: MAIN, table: 'labeled' };
  const vrf = [MAIN, ...instances.byName.keys()].find((name) => tableOf(name) === table);
  return vrf === undefined ? undefined : { vrf, table: 'unicast' };
}

/** `instance-import`: from all others, as far as their `instance-export` lets routes go. */
function imported(tree: Block, { vrf, block }: Holder, holders: readonly Holder[]): readonly Copying[] {
  const policies = (of: Block, name: string): readonly string[] =>
    all(one(of, 'routing-options'), name).map(({ args }) => args['policy'] ?? '');
  const names = policies(block, 'instance-import');
  if (names.length === 0) return [];
  const instance = instanceName(vrf);
  return holders
    .filter((other) => other.vrf !== vrf)
    .map((other): Copying => {
      const exported = policies(other.block, 'instance-export');
      return {
        from: other.vrf,
        to: { vrf, table: 'unicast' },
        kinds: ROUTE_KINDS,
        which: 'active',
        policies: [
          ...(exported.length === 0 ? [] : [chainOf(tree, exported, { otherwise: 'accept', to: undefined, instance })]),
          chainOf(tree, names, { otherwise: 'reject', to: undefined, instance }),
        ],
        table: tableOf(other.vrf),
        instance: instanceName(other.vrf),
      };
    });
}
