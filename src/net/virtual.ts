// Virtual routers that an interface stands for: addresses and a MAC that are not its own.   RFC 3768 §8, RFC 5798 §6.4.3, §8

import type { Ip4 } from '../base/ip.ts';
import type { Mac } from '../base/mac.ts';
import type { IfName } from '../route/names.ts';
import { ownership } from './addresses.ts';
import { announceAs, forgetAddress } from './arp-cache.ts';
import type { VirtualRouter } from './interface.ts';
import type { InterfaceRecord, StackState } from './state.ts';

/** Stands for a virtual router from now on, or (undefined) no longer. A new one is announced: RFC 5798 §6.4.1 (125). */
export function standFor(state: StackState, on: IfName, mac: Mac, router: VirtualRouter | undefined): void {
  const record = state.interfaces.get(on);
  // One that is gone has taken everything along.
  if (!record) return;
  const before = record.virtual.get(mac)?.addresses ?? [];
  if (router) record.virtual.set(mac, router);
  else record.virtual.delete(mac);
  state.owned = ownership(state.interfaces.values());
  for (const address of router?.addresses ?? []) if (!before.includes(address)) takeOver(state, record, address, mac);
}

function takeOver(state: StackState, record: InterfaceRecord, address: Ip4, mac: Mac): void {
  forgetAddress(state, record, address);
  announceAs(state, record, address, mac);
}
