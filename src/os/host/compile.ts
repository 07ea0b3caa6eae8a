// A PC's two statements -> DeviceConfig: one interface, and a default route by the gateway.

import { type Ip4, parseIp4 } from '../../base/ip.ts';
import { mac } from '../../base/mac.ts';
import { DEFAULT4, parseIpWithLength } from '../../base/prefix.ts';
import { ok, type Result } from '../../base/result.ts';
import type { ConfigNode, ConfigTree } from '../../config/tree.ts';
import type { DeviceConfig } from '../../device/device-config.ts';
import type { InterfaceConfig } from '../../net/interface.ts';
import type { Preferences } from '../../net/rib-types.ts';
import type { StaticPath } from '../../protocols/static/config.ts';
import { type IfName, MAIN } from '../../route/names.ts';
import { ROUTE_KINDS } from '../../route/route.ts';
import { seconds } from '../../sim/time.ts';
import { MAIN_ROUTER } from '../box.ts';
import type { Chassis, Compiled, ConfigError } from '../os.ts';

/** Only two kinds of route exist here: what is on the cable, and the way out. */
const PREFERENCES = Object.fromEntries(ROUTE_KINDS.map((kind) => [kind, kind === 'static' ? 1 : 0])) as Preferences;

/** The statement that begins with these words. */
export const statement = (tree: ConfigTree, name: string): ConfigNode | undefined =>
  tree.children.find((node) => node.spec.name === name);

function interfaceOf(port: string, ip: ConfigNode | undefined): InterfaceConfig {
  const address = parseIpWithLength(ip?.args['address'] ?? '');
  return {
    name: port as IfName,
    kind: 'ethernet',
    port: port as InterfaceConfig['port'],
    vlan: undefined,
    vrf: MAIN,
    enabled: true,
    mtu: 1500,
    addresses: address ? [{ ...address, secondary: false }] : [],
    description: undefined,
    bandwidthKbps: 1_000_000,
    delayMicros: 10,
    arpTimeout: seconds(120),
    proxyArp: false,
  };
}

function defaultRoute(gateway: Ip4): StaticPath {
  return {
    prefix: DEFAULT4,
    nexthop: { via: 'address', gateway, labels: [], table: 'unicast' },
    preference: 1,
    metric: 0,
    tag: undefined,
    name: undefined,
    permanent: false,
    install: true,
    recursive: false,
  };
}

/** Never fails: what can be typed can be done. */
export function compile(
  tree: ConfigTree,
  chassis: Chassis,
): Result<{ readonly compiled: Compiled; readonly warnings: readonly ConfigError[] }, readonly ConfigError[]> {
  const ip = statement(tree, 'ip');
  const gateway = parseIp4(ip?.args['gateway'] ?? '');
  const ports = Object.fromEntries(
    chassis.model.ports.map((name, i) => [name, { name, enabled: true, mac: mac(chassis.macBase + i) }]),
  );
  const interfaces = Object.fromEntries(chassis.model.ports.map((name) => [name, interfaceOf(name, ip)]));
  const config: DeviceConfig = {
    hostname: statement(tree, 'set pcname')?.args['name'] ?? '',
    routing: false,
    ports,
    interfaces,
    vrfs: {
      [MAIN]: {
        name: MAIN,
        preferences: PREFERENCES,
        rd: undefined,
        routerId: undefined,
        description: undefined,
        kind: 'main',
      },
    },
    static: { paths: { [MAIN]: gateway === undefined ? [] : [defaultRoute(gateway)] } },
    isis: [],
    bgp: undefined,
  };
  return ok({ compiled: new Map([[MAIN_ROUTER, config]]), warnings: [] });
}
