// interface: statements -> ports and layer-3 interfaces.

import { byName } from '../../../base/by-name.ts';
import { mac } from '../../../base/mac.ts';
import type { ConfigNode, ConfigTree } from '../../../config/tree.ts';
import type { InterfaceConfig, PortConfig } from '../../../net/interface.ts';
import { type IfName, MAIN, type VrfName } from '../../../route/names.ts';
import type { PortName } from '../../../sim/node.ts';
import { seconds } from '../../../sim/time.ts';
import type { Chassis } from '../../os.ts';
import { ARP_TIMEOUT, mediumOf } from '../defaults.ts';
import { addressesOf, interfaceNodes, isShut, vrfOf } from '../edit/addresses.ts';
import { isSubinterface, nameParts, portOf } from '../interface-names.ts';
import { mplsOf } from './mpls.ts';
import { isOn, numberOf, one, textOf } from './tree-reader.ts';

/** Every port of the box, with the address that is burned in. */
export function compilePorts(tree: ConfigTree, chassis: Chassis): Readonly<Record<PortName, PortConfig>> {
  const shut = new Set(
    interfaceNodes(tree)
      .filter(isShut)
      .map(({ words }) => words[1]),
  );
  const ports = chassis.model.ports.map(
    (name, i): PortConfig => ({ name, enabled: !shut.has(name), mac: mac(chassis.macBase + i) }),
  );
  return byName(ports.map((port) => [port.name, port]));
}

/** Ports that the box has, their sub-interfaces, loopbacks and Null0; tunnels and bundles are only kept. */
export function compileInterfaces(tree: ConfigTree, chassis: Chassis): Readonly<Record<IfName, InterfaceConfig>> {
  const ports = new Set<string>(chassis.model.ports);
  const interfaces: [IfName, InterfaceConfig][] = [];
  for (const node of interfaceNodes(tree)) {
    const name = node.words[1] as IfName;
    const kind = kindOf(name, ports);
    if (kind) interfaces.push([name, { ...interfaceOf(name, kind, node), ...labelsOf(tree, node, kind) }]);
  }
  return byName(interfaces);
}

function kindOf(name: string, ports: ReadonlySet<string>): InterfaceConfig['kind'] | undefined {
  const { className } = nameParts(name);
  if (className === 'Loopback') return 'loopback';
  if (className === 'Null') return 'null';
  return ports.has(portOf(name)) ? 'ethernet' : undefined;
}

/** Largest labelled packet: the interface's own MTU, whatever `ip mtu` says. */
function labelsOf(tree: ConfigTree, node: ConfigNode, kind: InterfaceConfig['kind']): Pick<InterfaceConfig, 'mpls'> {
  if (kind !== 'ethernet') return {};
  const medium = mediumOf(nameParts(node.words[1] ?? '').className);
  const mpls = mplsOf(tree, node, numberOf(node, 'mtu', 'bytes') ?? medium.mtu);
  return mpls ? { mpls } : {};
}

function interfaceOf(name: IfName, kind: InterfaceConfig['kind'], node: ConfigNode): InterfaceConfig {
  const medium = mediumOf(nameParts(name).className);
  const dot1q = one(node, 'encapsulation dot1Q');
  const tagged = dot1q !== undefined && !dot1q.words.includes('native');
  const timeout = numberOf(node, 'arp timeout', 'seconds');
  const delay = numberOf(node, 'delay', 'tens');
  return {
    name,
    kind,
    port: kind === 'ethernet' ? (portOf(name) as PortName) : undefined,
    vlan: tagged ? Number(dot1q.args['vlan']) : undefined,
    vrf: (vrfOf(node) ?? MAIN) as VrfName,
    // A sub-interface hears nothing until it is told which frames are its own.
    enabled: !isShut(node) && (!isSubinterface(name) || dot1q !== undefined),
    mtu: numberOf(node, 'ip mtu', 'bytes') ?? numberOf(node, 'mtu', 'bytes') ?? medium.mtu,
    addresses: [...addressesOf(node)].sort((a, b) => Number(a.secondary) - Number(b.secondary)),
    description: textOf(node, 'description', 'text'),
    bandwidthKbps: numberOf(node, 'bandwidth', 'kbps') ?? medium.bandwidthKbps,
    delayMicros: delay === undefined ? medium.delayMicros : delay * 10,
    arpTimeout: timeout === undefined ? ARP_TIMEOUT : seconds(timeout),
    proxyArp: isOn(node, 'ip proxy-arp'),
  };
}
