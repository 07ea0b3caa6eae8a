// A tree of Junos -> what its routers are told: all families, in order; errors gathered.

import { byName } from '../../../base/by-name.ts';
import { parseIp4 } from '../../../base/ip.ts';
import { err, ok, type Result } from '../../../base/result.ts';
import type { ConfigTree } from '../../../config/tree.ts';
import type { DeviceConfig, VrfConfig } from '../../../device/device-config.ts';
import { MAIN } from '../../../route/names.ts';
import { MAIN_ROUTER } from '../../box.ts';
import type { Chassis, Compiled, ConfigError } from '../../os.ts';
import { NO_NAME } from '../defaults.ts';
import { expandGroups } from '../groups.ts';
import { releaseOf } from '../releases.ts';
import type { Schema } from '../schema.ts';
import { compileAggregates } from './aggregates.ts';
import { compileBfd } from './bfd.ts';
import { compileBgp } from './bgp.ts';
import { checkBgp } from './bgp-checks.ts';
import { checkStatements } from './checks.ts';
import { checkConstraints } from './constraints.ts';
import { compileCopies } from './copies.ts';
import { checkFilters } from './filter-checks.ts';
import { compileInstances, preferencesOf } from './instances.ts';
import { compileInterfaces } from './interfaces.ts';
import { compileIsis } from './isis.ts';
import { compileLdp } from './ldp.ts';
import { checkShared, logicalSystems } from './logical-systems.ts';
import { compileMpls } from './mpls.ts';
import { balancingOf, resolutionOf } from './resolution.ts';
import { compileStatic } from './static.ts';
import { type Block, Faults, one, value } from './tree-reader.ts';
import { type Tunnels, tunnelsOf } from './tunnels.ts';
import { compileVrrp } from './vrrp.ts';

/** Total: a complete configuration, or everything that is wrong. */
export function compileJunos(
  schema: Schema,
  tree: ConfigTree,
  chassis: Chassis,
): Result<{ readonly compiled: Compiled; readonly warnings: readonly ConfigError[] }, readonly ConfigError[]> {
  const faults = new Faults();
  const { tree: inForce, undefinedGroups } = expandGroups(tree, schema.specs);
  for (const { path, group } of undefinedGroups) faults.error(path, `configuration group '${group}' is not defined`);
  const systems = logicalSystems(inForce);
  checkConstraints(inForce, faults);
  for (const { block, path } of systems) checkConstraints(block, faults.below(path));
  if (faults.errors.length > 0) return err(faults.errors);
  const tunnels = tunnelsOf(inForce, [inForce, ...systems.map(({ block }) => block)], chassis);
  const compiled = new Map([[MAIN_ROUTER, deviceConfig(inForce, chassis, tunnels, faults)]]);
  for (const { name, block, path } of systems)
    compiled.set(name, guestConfig(deviceConfig(block, chassis, tunnels, faults.below(path))));
  checkShared(inForce, systems, faults);
  checkStatements(inForce, faults);
  checkFilters(inForce, faults);
  checkBgp(inForce, faults);
  for (const { block, path } of systems) checkBgp(block, faults.below(path));
  if (faults.errors.length > 0) return err(faults.errors);
  return ok({ compiled, warnings: faults.warnings });
}

/** A logical system has the ports that its units lie on. */
function guestConfig(config: DeviceConfig): DeviceConfig {
  const used = new Set(Object.values(config.interfaces).map(({ port }) => port));
  const ports = byName(Object.values(config.ports).flatMap((port) => (used.has(port.name) ? [[port.name, port]] : [])));
  return { ...config, ports };
}

function deviceConfig(tree: Block, chassis: Chassis, tunnels: Tunnels, faults: Faults): DeviceConfig {
  const instances = compileInstances(tree, faults);
  const { ports, interfaces } = compileInterfaces(tree, chassis, tunnels, instances, faults);
  const others = [...instances.byName].map(
    ([name, { vrf, node }]) => [name, resolving(vrf, tree, one(node, 'routing-options'))] as const,
  );
  const vrfs = byName<VrfConfig>([[MAIN, resolving(main(tree), tree, one(tree, 'routing-options'))], ...others]);
  return {
    hostname: value(one(tree, 'system'), 'host-name', 'host-name') ?? NO_NAME,
    routing: true,
    ports,
    interfaces,
    vrfs,
    static: { paths: compileStatic(tree, instances, interfaces, faults) },
    aggregate: compileAggregates(tree, instances),
    copies: compileCopies(tree, instances),
    isis: compileIsis(tree, instances, interfaces),
    bgp: compileBgp(tree, instances, releaseOf(chassis.model).bgp.threads),
    mpls: compileMpls(tree),
    ldp: compileLdp(tree, instances, interfaces),
    bfd: compileBfd(),
    ...compileVrrp(tree, instances, interfaces, faults),
  };
}

function resolving(vrf: VrfConfig, tree: Block, options: Block | undefined): VrfConfig {
  const resolveThrough = resolutionOf(tree, options, vrf.name);
  return { ...vrf, balancing: balancingOf(tree), ...(resolveThrough ? { resolveThrough } : {}) };
}

function main(tree: Block): VrfConfig {
  const routerId = value(one(tree, 'routing-options'), 'router-id', 'router-id');
  return {
    name: MAIN,
    preferences: preferencesOf(tree),
    rd: undefined,
    routerId: routerId === undefined ? undefined : parseIp4(routerId),
    description: undefined,
    kind: 'main',
  };
}
