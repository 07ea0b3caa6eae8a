// interfaces: statements -> ports and logical interfaces.    Words of the refusals: Junos 12.1 dcd ("Only unit 0 is valid
// for this encapsulation"), Junos 21.4 dcd as users quote them.

import { byName } from '../../../base/by-name.ts';
import { compareIp, type Ip4, ipText } from '../../../base/ip.ts';
import { mac } from '../../../base/mac.ts';
import { parseIpWithLength } from '../../../base/prefix.ts';
import { byText } from '../../../base/sorted-map.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { InterfaceAddress, InterfaceConfig, InterfaceFamily, PortConfig } from '../../../net/interface.ts';
import type { IfName, VrfName } from '../../../route/names.ts';
import type { PortName } from '../../../sim/node.ts';
import type { Chassis } from '../../os.ts';
import { ARP_MINUTES, ETHERNET_HEADER, LOOPBACK_MTU, MEDIA_MTU, minutes, SPEED_KBPS, VLAN_TAG } from '../defaults.ts';
import { logicalName, parsePhysical } from '../interface-names.ts';
import { type Instances, instanceOf } from './instances.ts';
import { mplsOf } from './mpls.ts';
import { all, type Block, type Faults, number, one, value, worded } from './tree-reader.ts';
import { isTunnel, isVlanEnd, type Tunnels } from './tunnels.ts';

export interface Interfaces {
  readonly ports: Readonly<Record<PortName, PortConfig>>;
  readonly interfaces: Readonly<Record<IfName, InterfaceConfig>>;
}

/** Ports of the chassis, and every unit that lies on one or is a loopback. Others are kept, and never come up. */
export function compileInterfaces(
  tree: Block,
  chassis: Chassis,
  tunnels: Tunnels,
  instances: Instances,
  faults: Faults,
): Interfaces {
  const physicals = all(one(tree, 'interfaces'), '<interface-name>');
  const ports: Record<PortName, PortConfig> = byName<PortConfig>();
  const sockets = [...chassis.model.ports, ...bundlesOf(tree, chassis)];
  for (const [i, name] of sockets.entries()) {
    const node = physicals.find((physical) => physical.words[0] === name);
    ports[name] = { name, mac: mac(chassis.macBase + i), ...portOf(node) };
  }
  const interfaces: Record<IfName, InterfaceConfig> = byName<InterfaceConfig>();
  for (const physical of physicals) {
    checkUnits(physical, faults);
    const name = physical.words[0] ?? '';
    const port = sockets.find((known) => known === name);
    const loopback = parsePhysical(name)?.type === 'lo';
    for (const unit of all(physical, 'unit')) {
      const end = tunnels.get(logicalName(name, unit.args['unit'] ?? '0'));
      if (end) ports[end.name] = end;
      else if (port === undefined && !loopback) continue;
      const config = interfaceOf(tree, physical, unit, loopback ? undefined : (end?.name ?? port), instances);
      interfaces[config.name] = config;
    }
  }
  checkAddresses(interfaces, faults);
  return { ports, interfaces };
}

/** Aggregated Ethernet is there when the chassis was told how many; its members are not looked at. */
function bundlesOf(tree: Block, { model }: Chassis): readonly PortName[] {
  const ethernet = one(one(one(tree, 'chassis'), 'aggregated-devices'), 'ethernet');
  return (model.bundles ?? []).slice(0, number(ethernet, 'device-count', 'number') ?? 0);
}

/** What its owner said of the socket; undefined: nothing. */
function portOf(node: ConfigNode | undefined): Omit<PortConfig, 'name' | 'mac'> {
  const description = value(node, 'description', 'description');
  const mtu = number(node, 'mtu', 'bytes');
  return {
    enabled: worded(node, 'disable') === undefined,
    ...(description === undefined ? {} : { description }),
    ...(mtu === undefined ? {} : { mtu }),
    ...(node && isTagged(node) ? { tagged: true } : {}),
  };
}

/** Does the port carry VLAN tags? */
const isTagged = (physical: ConfigNode): boolean =>
  ['vlan-tagging', 'flexible-vlan-tagging', 'stacked-vlan-tagging'].some((word) => worded(physical, word));

const isEthernet = (name: string): boolean => /^(?:fe|ge|xe|et|ae|fxp|em)[-\d]/.test(name);

function checkUnits(physical: ConfigNode, faults: Faults): void {
  const units = all(physical, 'unit');
  const tagged = isTagged(physical);
  const used = new Set<string>();
  if (!isEthernet(physical.words[0] ?? '') || one(physical, 'encapsulation')) return;
  for (const unit of units) {
    const path = ['interfaces', physical, unit];
    const vlan = value(unit, 'vlan-id', 'vlan-id');
    if (!tagged && unit.args['unit'] !== '0') faults.error(path, 'Only unit 0 is valid for this encapsulation');
    else if (!tagged && vlan !== undefined) {
      faults.error(
        [...path, one(unit, 'vlan-id') as ConfigNode],
        'VLAN-ID can only be specified on tagged ethernet interfaces',
      );
    } else if (tagged && vlan === undefined && !one(unit, 'vlan-tags') && !one(unit, 'vlan-id-list')) {
      faults.error(path, 'VLAN-ID must be specified on tagged ethernet interfaces');
    } else if (vlan !== undefined && used.has(vlan)) {
      faults.error([...path, one(unit, 'vlan-id') as ConfigNode], 'duplicate VLAN-ID on interface');
    }
    if (vlan !== undefined) used.add(vlan);
  }
}

function interfaceOf(
  tree: Block,
  physical: ConfigNode,
  unit: ConfigNode,
  port: PortName | undefined,
  instances: Instances,
): InterfaceConfig {
  const type = parsePhysical(physical.words[0] ?? '')?.type ?? '';
  const name = logicalName(physical.words[0] ?? '', unit.args['unit'] ?? '0') as IfName;
  const inet = one(unit, 'family inet');
  const vlan =
    isTagged(physical) || (isTunnel(physical.words[0] ?? '') && isVlanEnd(unit))
      ? number(unit, 'vlan-id', 'vlan-id')
      : undefined;
  const mpls = port && mplsOf(tree, unit, name, protocolMtu(physical, port));
  return {
    name,
    kind: port === undefined ? 'loopback' : 'ethernet',
    port,
    vlan,
    vrf: instanceOf(instances, name, tree),
    enabled: !worded(physical, 'disable') && !worded(unit, 'disable'),
    mtu: number(inet, 'mtu', 'bytes') ?? protocolMtu(physical, port),
    addresses: addressesOf(inet),
    families: FAMILIES.filter((family) => one(unit, `family ${family}`) !== undefined),
    description: value(unit, 'description', 'description'),
    bandwidthKbps: bandwidth(value(unit, 'bandwidth', 'bandwidth')) ?? SPEED_KBPS[type] ?? 0,
    delayMicros: 0,
    arpTimeout: minutes(number(one(one(tree, 'system'), 'arp'), 'aging-timer', 'minutes') ?? ARP_MINUTES),
    ...(mpls ? { mpls } : {}),
    proxyArp: one(unit, 'proxy-arp') !== undefined,
  };
}

const FAMILIES: readonly InterfaceFamily[] = ['inet', 'inet6', 'iso', 'mpls'];

/** What remains of the media MTU for an IP packet. */
function protocolMtu(physical: ConfigNode, port: PortName | undefined): number {
  if (port === undefined) return LOOPBACK_MTU;
  const tag = isTagged(physical) ? VLAN_TAG : 0;
  return (number(physical, 'mtu', 'bytes') ?? MEDIA_MTU + tag) - ETHERNET_HEADER - tag;
}

/**
 * Addresses in the order of typing. One is the interface's own: `primary`, else the lowest ("Configuring the Interface
 * Address": default primary address).
 */
export function addressesOf(inet: ConfigNode | undefined): readonly InterfaceAddress[] {
  const found = all(inet, 'address').flatMap((node) => {
    const parsed = parseIpWithLength(node.args['ipv4-prefix'] ?? '');
    return parsed ? [{ ...parsed, chosen: one(node, 'primary') !== undefined }] : [];
  });
  const [lowest] = [...found].sort((a, b) => compareIp(a.address, b.address));
  const own = found.find(({ chosen }) => chosen) ?? lowest;
  return found.map((each) => ({ address: each.address, length: each.length, secondary: each !== own }));
}

const UNITS: Readonly<Record<string, number>> = { k: 1, m: 1_000, g: 1_000_000, t: 1_000_000_000 };

/** `10m`, `1g`, or bits a second, as kbit/s. */
function bandwidth(text: string | undefined): number | undefined {
  const parts = /^(\d+(?:\.\d+)?)([kmgt]?)$/.exec(text ?? '');
  if (!parts) return undefined;
  const [, digits = '0', unit = ''] = parts;
  return Math.floor(unit === '' ? Number(digits) / 1_000 : Number(digits) * (UNITS[unit] ?? 1));
}

/** No address may be on two interfaces of one instance. */
function checkAddresses(interfaces: Readonly<Record<IfName, InterfaceConfig>>, faults: Faults): void {
  const owners = new Map<string, { readonly name: IfName; readonly vrf: VrfName }>();
  for (const name of (Object.keys(interfaces) as IfName[]).sort(byText)) {
    const config = interfaces[name] as InterfaceConfig;
    for (const { address } of config.addresses) {
      const key = `${config.vrf} ${ipText(address as Ip4)}`;
      const owner = owners.get(key);
      if (owner && owner.name !== name) {
        const [physical, unit] = [name.slice(0, name.lastIndexOf('.')), name.slice(name.lastIndexOf('.') + 1)];
        faults.error(
          ['interfaces', physical, `unit ${unit}`, 'family inet'],
          `identical local address found on rt_inst [${config.vrf}], intfs [${owner.name} and ${name}], family [inet].`,
        );
      } else owners.set(key, { name, vrf: config.vrf });
    }
  }
}
