// A configuration tree -> what the router is told. Total: whatever can be typed can be compiled.

import { ok } from '../../../base/result.ts';
import type { ConfigTree } from '../../../config/tree.ts';
import type { DeviceConfig } from '../../../device/device-config.ts';
import { MAIN_ROUTER } from '../../box.ts';
import type { Chassis, ConfigError, Os } from '../../os.ts';
import { compileBfd } from './bfd.ts';
import { compileBgp } from './bgp.ts';
import { compileInterfaces, compilePorts } from './interfaces.ts';
import { compileIsis } from './isis.ts';
import { compileLdp, compileMpls } from './mpls.ts';
import { compileStatic } from './static.ts';
import { compileTrack } from './track.ts';
import { isOn, textOf } from './tree-reader.ts';
import { compileVrfs } from './vrf.ts';
import { compileVrrp } from './vrrp.ts';

/** The factory's name, for a configuration that holds none. */
const HOSTNAME = 'Router';

export function deviceConfig(tree: ConfigTree, chassis: Chassis): DeviceConfig {
  const vrfs = compileVrfs(tree);
  const interfaces = compileInterfaces(tree, chassis);
  const tables = new Set(Object.keys(vrfs));
  return {
    hostname: textOf(tree, 'hostname', 'hostname') ?? HOSTNAME,
    routing: isOn(tree, 'ip routing'),
    ports: compilePorts(tree, chassis),
    interfaces,
    vrfs,
    static: compileStatic(tree, tables),
    isis: compileIsis(tree),
    bgp: compileBgp(tree),
    mpls: compileMpls(tree),
    ldp: compileLdp(tree, new Set(Object.keys(interfaces)), tables),
    bfd: compileBfd(tree),
    track: compileTrack(tree),
    vrrp: compileVrrp(tree, new Set(Object.keys(interfaces))),
  };
}

/** IOS says what is wrong with a line when it is typed (edit/rules.ts); nothing is left to be said here. */
export const compile: Os['compile'] = (tree, chassis) => {
  const warnings: readonly ConfigError[] = [];
  return ok({ compiled: new Map([[MAIN_ROUTER, deviceConfig(tree, chassis)]]), warnings });
};
