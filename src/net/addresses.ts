// An interface's addresses: which are its own, which are on its link, which one speaks for it.      RFC 950, RFC 3021

import { type Ip4, isIp4 } from '../base/ip.ts';
import type { Mac } from '../base/mac.ts';
import { broadcastOf, contains, prefix } from '../base/prefix.ts';
import type { VrfName } from '../route/names.ts';
import type { Interface, InterfaceAddress } from './interface.ts';
import type { InterfaceRecord, Owned } from './state.ts';

const on4 = (view: Interface): readonly InterfaceAddress[] => view.addresses.filter((a) => isIp4(a.address));
const subnetOf = (address: InterfaceAddress) => prefix(address.address, address.length);

/** Its IPv4 addresses, in the order of its configuration. */
export const addresses4 = (view: Interface): readonly Ip4[] => on4(view).map((a) => a.address as Ip4);

/** True for each of its own addresses, secondary ones included. */
export const isOwn = (view: Interface, address: Ip4): boolean => view.addresses.some((a) => a.address === address);

/** The MAC of the virtual router whose address it is; undefined: it is none's that the interface stands for. */
export function virtualMac({ virtual }: InterfaceRecord, address: Ip4): Mac | undefined {
  for (const [mac, { addresses }] of virtual) if (addresses.includes(address)) return mac;
  return undefined;
}

/** True when the address lies in one of its subnets. */
export const isOnLink = (view: Interface, address: Ip4): boolean =>
  on4(view).some((a) => contains(subnetOf(a), address));

/** Its own address in the subnet of `towards`, or its primary; undefined when it has none. */
export function speaksAs(view: Interface, towards: Ip4 | undefined): Ip4 | undefined {
  const all = on4(view);
  const near = towards === undefined ? undefined : all.find((a) => contains(subnetOf(a), towards));
  const chosen = near ?? all.find((a) => !a.secondary) ?? all[0];
  return chosen?.address as Ip4 | undefined;
}

/** True when the address means everybody in one of its subnets. */
export const isBroadcastOn = (view: Interface, address: Ip4): boolean =>
  on4(view).some((a) => broadcastOf(subnetOf(a)) === address);

/** Who owns which address, by VRF; only interfaces that are up. An own address stands before a broadcast one. */
export function ownership(records: Iterable<InterfaceRecord>): ReadonlyMap<VrfName, ReadonlyMap<Ip4, Owned>> {
  const tables = new Map<VrfName, Map<Ip4, Owned>>();
  for (const record of records) {
    if (!record.view.up) continue;
    const table = tables.get(record.view.vrf) ?? new Map<Ip4, Owned>();
    tables.set(record.view.vrf, table);
    for (const address of on4(record.view)) {
      const host = address.address as Ip4;
      if (table.get(host)?.kind !== 'host') table.set(host, { record, kind: 'host' });
      const block = subnetOf(address);
      const broadcast = broadcastOf(block);
      if (broadcast === undefined) continue;
      if (!table.has(broadcast)) table.set(broadcast, { record, kind: 'broadcast' });
      const network = block.address as Ip4;
      if (!table.has(network)) table.set(network, { record, kind: 'network' });
    }
    for (const { addresses, accept } of record.virtual.values())
      for (const address of addresses)
        if (table.get(address)?.kind !== 'host')
          table.set(address, { record, kind: accept ? 'virtual' : 'unanswered' });
  }
  return tables;
}
