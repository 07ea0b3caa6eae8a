// An interface's addresses: which are its own, which are on its link, which one speaks for it.      RFC 950, RFC 3021

import { type Ip4, isIp4 } from '../base/ip.ts';
import type { Mac } from '../base/mac.ts';
import { broadcastOf, contains, type Prefix, prefix } from '../base/prefix.ts';
import type { VrfName } from '../route/names.ts';
import type { Interface } from './interface.ts';
import type { InterfaceRecord, Owned } from './state.ts';

/** An IPv4 address of an interface, and the subnet that it stands in. */
interface Standing {
  readonly address: Ip4;
  readonly secondary: boolean;
  readonly subnet: Prefix;
}

/** Asked for at every packet, and the same as long as the interface is. */
const standings = new WeakMap<Interface, readonly Standing[]>();

function on4(view: Interface): readonly Standing[] {
  const known = standings.get(view);
  if (known) return known;
  const made = view.addresses.flatMap(({ address, length, secondary }) =>
    isIp4(address) ? [{ address, secondary, subnet: prefix(address, length) }] : [],
  );
  standings.set(view, made);
  return made;
}

/** Its IPv4 addresses, in the order of its configuration. */
export const addresses4 = (view: Interface): readonly Ip4[] => on4(view).map((a) => a.address);

/** True for each of its own addresses, secondary ones included. */
export const isOwn = (view: Interface, address: Ip4): boolean => view.addresses.some((a) => a.address === address);

/** The MAC of the virtual router whose address it is; undefined: it is none's that the interface stands for. */
export function virtualMac({ virtual }: InterfaceRecord, address: Ip4): Mac | undefined {
  for (const [mac, { addresses }] of virtual) if (addresses.includes(address)) return mac;
  return undefined;
}

/** True when the address lies in one of its subnets. */
export const isOnLink = (view: Interface, address: Ip4): boolean =>
  on4(view).some(({ subnet }) => contains(subnet, address));

/** Its own address in the subnet of `towards`, or its primary; undefined when it has none. */
export function speaksAs(view: Interface, towards: Ip4 | undefined): Ip4 | undefined {
  const all = on4(view);
  const near = towards === undefined ? undefined : all.find(({ subnet }) => contains(subnet, towards));
  const chosen = near ?? all.find((a) => !a.secondary) ?? all[0];
  return chosen?.address;
}

/** True when the address means everybody in one of its subnets. */
export const isBroadcastOn = (view: Interface, address: Ip4): boolean =>
  on4(view).some(({ subnet }) => broadcastOf(subnet) === address);

/** Who owns which address, by VRF; only interfaces that are up. An own address stands before a broadcast one. */
export function ownership(records: Iterable<InterfaceRecord>): ReadonlyMap<VrfName, ReadonlyMap<Ip4, Owned>> {
  const tables = new Map<VrfName, Map<Ip4, Owned>>();
  for (const record of records) {
    if (!record.view.up) continue;
    const table = tables.get(record.view.vrf) ?? new Map<Ip4, Owned>();
    tables.set(record.view.vrf, table);
    for (const { address: host, subnet } of on4(record.view)) {
      if (table.get(host)?.kind !== 'host') table.set(host, { record, kind: 'host' });
      const broadcast = broadcastOf(subnet);
      if (broadcast === undefined) continue;
      if (!table.has(broadcast)) table.set(broadcast, { record, kind: 'broadcast' });
      const network = subnet.address as Ip4;
      if (!table.has(network)) table.set(network, { record, kind: 'network' });
    }
    for (const { addresses, accept } of record.virtual.values())
      for (const address of addresses)
        if (table.get(address)?.kind !== 'host')
          table.set(address, { record, kind: accept ? 'virtual' : 'unanswered' });
  }
  return tables;
}
