// routing-options static: statements -> static paths of each instance.    Source: CLI reference, "static (Routing
// Options)", "qualified-next-hop"; scope of `defaults`: capture of Junos 25.4 (each static block has its own).

import { byName } from '../../../base/by-name.ts';
import { parseIp } from '../../../base/ip.ts';
import { contains, type Prefix, parsePrefix, prefix as prefixOf } from '../../../base/prefix.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { InterfaceConfig } from '../../../net/interface.ts';
import type { StaticBfd, StaticPath } from '../../../protocols/static/config.ts';
import { type IfName, MAIN, type VrfName } from '../../../route/names.ts';
import type { Nexthop } from '../../../route/route.ts';
import { PREFERENCES, STATIC_METRIC } from '../defaults.ts';
import { staticBfd } from './bfd.ts';
import type { Instances } from './instances.ts';
import { all, type Block, type Faults, number, one, value, worded } from './tree-reader.ts';

/** What a route or the `defaults` of its block say. */
interface Options {
  readonly preference: number | undefined;
  readonly metric: number | undefined;
  readonly tag: number | undefined;
  readonly resolve: boolean | undefined;
  readonly install: boolean | undefined;
}

/** The paths of every instance. */
export function compileStatic(
  tree: Block,
  instances: Instances,
  interfaces: Readonly<Record<IfName, InterfaceConfig>>,
  faults: Faults,
): Readonly<Record<VrfName, readonly StaticPath[]>> {
  const scope = (vrf: VrfName): Scope => ({ vrf, instances, interfaces, faults });
  const paths: Record<VrfName, readonly StaticPath[]> = byName<readonly StaticPath[]>();
  paths[MAIN] = pathsOf(one(tree, 'routing-options'), ['routing-options'], scope(MAIN));
  for (const [name, { node }] of instances.byName) {
    const options = one(node, 'routing-options');
    paths[name] = pathsOf(options, ['routing-instances', node, 'routing-options'], scope(name));
  }
  return paths;
}

/** `inet.0` of an instance: where its IPv4 routes stand. */
export const tableOf = (vrf: VrfName): string => (vrf === MAIN ? 'inet.0' : `${vrf}.inet.0`);

function pathsOf(
  options: ConfigNode | undefined,
  path: readonly (ConfigNode | string)[],
  scope: Scope,
): readonly StaticPath[] {
  const own = all(options, 'rib').find((rib) => rib.args['rib-name'] === tableOf(scope.vrf));
  const blocks: readonly [Block | undefined, readonly (ConfigNode | string)[]][] = [
    [options, path],
    [own, own ? [...path, own] : path],
  ];
  return blocks.flatMap(([block, above]) => {
    const found = one(block, 'static');
    const defaults = optionsOf(one(found, 'defaults'));
    return all(found, 'route').flatMap((route) => routePaths(route, defaults, [...above, 'static', route], scope));
  });
}

interface Scope {
  readonly vrf: VrfName;
  readonly instances: Instances;
  readonly interfaces: Readonly<Record<IfName, InterfaceConfig>>;
  readonly faults: Faults;
}

function routePaths(
  route: ConfigNode,
  defaults: Options,
  path: readonly (ConfigNode | string)[],
  scope: Scope,
): readonly StaticPath[] {
  const prefix = parsePrefix(route.args['destination'] ?? '');
  if (prefix?.family !== 4) return [];
  const own = optionsOf(route);
  const options: Options = {
    preference: own.preference ?? defaults.preference,
    metric: own.metric ?? defaults.metric,
    tag: own.tag ?? defaults.tag,
    resolve: own.resolve ?? defaults.resolve,
    install: own.install ?? defaults.install,
  };
  const paths = [
    ...hops(route, scope, path).map((hop) => pathOf(prefix, hop, options, watched(route, hop, scope))),
    ...qualified(route, prefix, options, scope),
  ];
  if (paths.length === 0) scope.faults.error(path, 'next hop must be specified for the route');
  return paths;
}

function optionsOf(block: Block | undefined): Options {
  const choice = (yes: string, no: string): boolean | undefined =>
    worded(block, yes) ? true : worded(block, no) ? false : undefined;
  return {
    preference: number(block, 'preference', 'preference'),
    metric: number(block, 'metric', 'metric'),
    tag: number(block, 'tag', 'tag'),
    resolve: choice('resolve', 'no-resolve'),
    install: choice('install', 'no-install'),
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
    const own = optionsOf(node);
    const out = value(node, 'interface', 'interface');
    const hop = hopOf(node.args['qualified-next-hop'] ?? '');
    const through: Nexthop =
      out !== undefined && hop.via === 'address'
        ? { via: 'interface', out: out as IfName, gateway: hop.gateway, labels: [] }
        : hop;
    const chosen: Options = {
      ...options,
      preference: own.preference ?? options.preference,
      metric: own.metric ?? options.metric,
      tag: own.tag ?? options.tag,
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
  permanent: false,
  install: options.install ?? true,
  recursive: options.resolve ? 'beyond-links' : false,
  ...(bfd ? { bfd } : {}),
});
