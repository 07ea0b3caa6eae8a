// routing-options static: statements -> static paths of each instance.    Source: CLI reference, "static (Routing
// Options)", "qualified-next-hop"; scope of `defaults`: capture of Junos 25.4 (each static block has its own);
// "passive (Static Routes)": a route whose next hop is gone stays, and rejects packets; "readvertise".

import { byName } from '../../../base/by-name.ts';
import { parseIp } from '../../../base/ip.ts';
import { contains, type Prefix, parsePrefix, prefix as prefixOf } from '../../../base/prefix.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { InterfaceConfig } from '../../../net/interface.ts';
import type { StaticBfd, StaticPath } from '../../../protocols/static/config.ts';
import type { GivenAttributes } from '../../../route/attributes.ts';
import { type IfName, MAIN, type VrfName } from '../../../route/names.ts';
import type { Nexthop } from '../../../route/route.ts';
import { PREFERENCES, STATIC_METRIC } from '../defaults.ts';
import { staticBfd } from './bfd.ts';
import { givenOf } from './given-attributes.ts';
import type { Instances } from './instances.ts';
import { blocksFor, tableOf } from './rib-blocks.ts';
import { all, type Block, type Faults, number, one, value, worded } from './tree-reader.ts';

/** What a route or the `defaults` of its block say. */
interface Options {
  readonly preference: number | undefined;
  readonly metric: number | undefined;
  readonly tag: number | undefined;
  readonly resolve: boolean | undefined;
  readonly install: boolean | undefined;
  readonly readvertise: boolean | undefined;
  readonly passive: boolean | undefined;
  readonly given: GivenAttributes | undefined;
}

/** The paths of every instance. */
export function compileStatic(
  tree: Block,
  instances: Instances,
  interfaces: Readonly<Record<IfName, InterfaceConfig>>,
  faults: Faults,
): Readonly<Record<VrfName, readonly StaticPath[]>> {
  const scope = (vrf: VrfName): Scope => ({ tree, vrf, instances, interfaces, faults });
  const paths: Record<VrfName, readonly StaticPath[]> = byName<readonly StaticPath[]>();
  paths[MAIN] = pathsOf(one(tree, 'routing-options'), ['routing-options'], scope(MAIN));
  for (const [name, { node }] of instances.byName) {
    const options = one(node, 'routing-options');
    paths[name] = pathsOf(options, ['routing-instances', node, 'routing-options'], scope(name));
  }
  return paths;
}

function pathsOf(
  options: ConfigNode | undefined,
  path: readonly (ConfigNode | string)[],
  scope: Scope,
): readonly StaticPath[] {
  return blocksFor(scope.tree, scope.vrf, options, path).flatMap(({ block, above }) => {
    const found = one(block, 'static');
    const defaults = one(found, 'defaults');
    return all(found, 'route').flatMap((route) => routePaths(route, defaults, [...above, 'static', route], scope));
  });
}

interface Scope {
  readonly tree: Block;
  readonly vrf: VrfName;
  readonly instances: Instances;
  readonly interfaces: Readonly<Record<IfName, InterfaceConfig>>;
  readonly faults: Faults;
}

function routePaths(
  route: ConfigNode,
  defaults: Block | undefined,
  path: readonly (ConfigNode | string)[],
  scope: Scope,
): readonly StaticPath[] {
  const prefix = parsePrefix(route.args['destination'] ?? '');
  if (prefix?.family !== 4) return [];
  const options = optionsOf(route, defaults);
  const paths = [
    ...hops(route, scope, path).map((hop) => pathOf(prefix, hop, options, watched(route, hop, scope))),
    ...qualified(route, prefix, options, scope),
  ];
  if (paths.length === 0) scope.faults.error(path, 'next hop must be specified for the route');
  return paths;
}

/** What the route says, or else the defaults of its block. */
function optionsOf(block: Block, defaults: Block | undefined): Options {
  const choice = (yes: string, no: string): boolean | undefined => {
    const said = (from: Block | undefined) => (worded(from, yes) ? true : worded(from, no) ? false : undefined);
    return said(block) ?? said(defaults);
  };
  const figure = (name: string): number | undefined => number(block, name, name) ?? number(defaults, name, name);
  return {
    preference: figure('preference'),
    metric: figure('metric'),
    tag: figure('tag'),
    resolve: choice('resolve', 'no-resolve'),
    install: choice('install', 'no-install'),
    readvertise: choice('readvertise', 'no-readvertise'),
    passive: choice('passive', 'active'),
    given: givenOf(block, defaults),
  };
}

/** Next hops that share the route's preference and metric. */
function hops(
  route: ConfigNode,
  { vrf, instances, faults }: Scope,
  path: readonly (ConfigNode | string)[],
): readonly Nexthop[] {
  const listed = all(route, 'next-hop').map((node) => hopOf(node.args['next-hop'] ?? ''));
  if (worded(route, 'discard')) return [{ via: 'discard' }];
  if (worded(route, 'reject')) return [{ via: 'reject' }];
  if (worded(route, 'receive')) return [{ via: 'receive', out: 'lo0.0' as IfName }];
  const table = value(route, 'next-table', 'table');
  if (table === undefined) return listed;
  const target = table === 'inet.0' ? MAIN : [...instances.byName.keys()].find((name) => tableOf(name) === table);
  if (target === undefined || target === vrf)
    faults.error(path, `RT: next-table ${table} is not a table of another instance`);
  return target === undefined || target === vrf ? listed : [...listed, { via: 'vrf', vrf: target }];
}

/** An address, or an interface by name. */
function hopOf(text: string): Nexthop {
  const gateway = parseIp(text);
  return gateway === undefined
    ? { via: 'interface', out: text as IfName, labels: [] }
    : { via: 'address', gateway, labels: [], table: 'unicast' };
}

/** Each qualified next hop is a route of its own, by its own preference and metric. */
function qualified(route: ConfigNode, prefix: Prefix, options: Options, scope: Scope): readonly StaticPath[] {
  return all(route, 'qualified-next-hop').map((node) => {
    const out = value(node, 'interface', 'interface');
    const hop = hopOf(node.args['qualified-next-hop'] ?? '');
    const through: Nexthop =
      out !== undefined && hop.via === 'address'
        ? { via: 'interface', out: out as IfName, gateway: hop.gateway, labels: [] }
        : hop;
    const chosen: Options = {
      ...options,
      preference: number(node, 'preference', 'preference') ?? options.preference,
      metric: number(node, 'metric', 'metric') ?? options.metric,
      tag: number(node, 'tag', 'tag') ?? options.tag,
    };
    return pathOf(prefix, through, chosen, watched(node, through, scope) ?? watched(route, through, scope));
  });
}

/** Who must be heard by BFD for this next hop to count. */
function watched(block: ConfigNode, hop: Nexthop, { vrf, interfaces }: Scope): StaticBfd | undefined {
  const gateway = hop.via === 'address' || hop.via === 'interface' ? hop.gateway : undefined;
  const behind = Object.values(interfaces).find(
    (config) =>
      gateway !== undefined &&
      config.vrf === vrf &&
      config.addresses.some(({ address, length }) => contains(prefixOf(address, length), gateway)),
  );
  return staticBfd(block, gateway, hop.via === 'interface' ? hop.out : behind?.name);
}

const pathOf = (prefix: Prefix, nexthop: Nexthop, options: Options, bfd: StaticBfd | undefined): StaticPath => ({
  prefix,
  nexthop,
  preference: options.preference ?? PREFERENCES.static,
  metric: options.metric ?? STATIC_METRIC,
  tag: options.tag,
  name: undefined,
  permanent: options.passive ? 'reject' : false,
  install: options.install ?? true,
  recursive: options.resolve ? 'beyond-links' : false,
  ...(options.readvertise === false ? { noReadvertise: true } : {}),
  ...(options.given ? { given: options.given } : {}),
  ...(bfd ? { bfd } : {}),
});
