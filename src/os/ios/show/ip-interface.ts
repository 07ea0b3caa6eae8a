// show ip interface [NAME].
// Source: genieparser ShowIpInterface golden outputs (IOS, IOS XE); a VRF's line: capture of a CSR1000V, 2019.

import { ip4Text, isIp4 } from '../../../base/ip.ts';
import type { InterfaceRow } from '../../../device/queries.ts';
import type { InterfaceAddress } from '../../../net/interface.ts';
import { MAIN } from '../../../route/names.ts';
import type { View } from '../../os.ts';
import { type AddressMethod, addressMethod } from './address-method.ts';
import { interfacesOf, lineState, protocolState } from './interface-state.ts';

export const showIpInterface: View = (context, match) =>
  interfacesOf(context, match.args['interface']).flatMap((row) =>
    ipInterfaceLines(row, addressMethod(row, context.box)),
  );

/** The block of one interface. */
export function ipInterfaceLines(row: InterfaceRow, method: AddressMethod): readonly string[] {
  const { interface: it } = row;
  const head = `${it.name} is ${lineState(row)}, line protocol is ${protocolState(row)}`;
  const addresses = it.addresses.filter((address) => isIp4(address.address));
  const primary = addresses.find((address) => !address.secondary);
  if (!primary) return [head, '  Internet protocol processing disabled'];
  return [
    head,
    `  Internet address is ${addressText(primary)}`,
    '  Broadcast address is 255.255.255.255',
    `  Address determined by ${method === 'NVRAM' ? 'non-volatile memory' : 'setup command'}`,
    `  MTU is ${it.mtu} bytes`,
    '  Helper address is not set',
    '  Directed broadcast forwarding is disabled',
    ...addresses.filter((address) => address.secondary).map((address) => `  Secondary address ${addressText(address)}`),
    ...FILTERS,
    `  Proxy ARP is ${it.proxyArp ? 'enabled' : 'disabled'}`,
    ...SWITCHING,
    ...(it.vrf === MAIN ? [] : [`  VPN Routing/Forwarding "${it.vrf}"`]),
    '  Associated unicast routing topologies:',
    `        Topology "base", operation state is ${it.up ? 'UP' : 'DOWN'}`,
    ...REST,
  ];
}

const addressText = ({ address, length }: InterfaceAddress): string =>
  isIp4(address) ? `${ip4Text(address)}/${length}` : '';

const FILTERS = [
  '  Outgoing Common access list is not set ',
  '  Outgoing access list is not set',
  '  Inbound Common access list is not set ',
  '  Inbound  access list is not set',
];

const SWITCHING = [
  '  Local Proxy ARP is disabled',
  '  Security level is default',
  '  Split horizon is enabled',
  '  ICMP redirects are always sent',
  '  ICMP unreachables are always sent',
  '  ICMP mask replies are never sent',
  '  IP fast switching is enabled',
  '  IP Flow switching is disabled',
  '  IP CEF switching is enabled',
  '  IP CEF switching turbo vector',
  '  IP Null turbo vector',
];

const REST = [
  '  IP multicast fast switching is enabled',
  '  IP multicast distributed fast switching is disabled',
  '  IP route-cache flags are Fast, CEF',
  '  Router Discovery is disabled',
  '  IP output packet accounting is disabled',
  '  IP access violation accounting is disabled',
  '  TCP/IP header compression is disabled',
  '  RTP/IP header compression is disabled',
  '  Probe proxy name replies are disabled',
  '  Policy routing is disabled',
  '  Network address translation is disabled',
  '  BGP Policy Mapping is disabled',
  '  Input features: MCI Check',
  '  IPv4 WCCP Redirect outbound is disabled',
  '  IPv4 WCCP Redirect inbound is disabled',
  '  IPv4 WCCP Redirect exclude is disabled',
];
