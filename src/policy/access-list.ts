// Access lists as routing asks them: the first entry whose address fits the route's network, and whose second address
// (of an extended list) fits its mask. Source: Cisco, "Filter BGP routes with an extended ACL"; Cisco IOS IP Routing:
// Protocol-Independent, "distribute-list".

import { type Ip4, isIp4 } from '../base/ip.ts';
import { maskOf, type Prefix } from '../base/prefix.ts';

/** Bits that are set in `wildcard` do not matter. */
export interface AddressRange {
  readonly address: Ip4;
  readonly wildcard: Ip4;
}

export interface AccessListEntry {
  readonly verdict: 'permit' | 'deny';
  readonly network: AddressRange;
  /** Undefined: any mask (a standard list). */
  readonly mask: AddressRange | undefined;
}

export interface AccessList {
  readonly name: string;
  /** In the order in which they are tried. */
  readonly entries: readonly AccessListEntry[];
}

const fits = ({ address, wildcard }: AddressRange, value: Ip4): boolean => ((address ^ value) & ~wildcard) >>> 0 === 0;

/** Does the list let this route through? What no entry fits it does not. */
export function permitsRoute(list: AccessList, route: Prefix): boolean {
  const { address } = route;
  if (!isIp4(address)) return false;
  const entry = list.entries.find(
    ({ network, mask }) => fits(network, address) && (mask === undefined || fits(mask, maskOf(route.length))),
  );
  return entry?.verdict === 'permit';
}
