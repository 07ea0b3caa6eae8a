// The own address that speaks to a peer: of the interface that leads there.                 RFC 1122 §3.3.4.3

import { type Ip4, isIp4 } from '../base/ip.ts';
import { contains, prefix } from '../base/prefix.ts';
import type { Interface } from '../net/interface.ts';
import type { IpStack } from '../net/stack-port.ts';
import type { VrfName } from '../route/names.ts';

/** The address in the subnet of the next hop, otherwise the primary one. */
function addressFor(on: Interface | undefined, nexthop: Ip4): Ip4 | undefined {
  const own = on?.addresses.filter((at) => isIp4(at.address)) ?? [];
  const near = own.find((at) => contains(prefix(at.address, at.length), nexthop));
  return (near ?? own.find((at) => !at.secondary) ?? own[0])?.address as Ip4 | undefined;
}

/** Undefined: nothing leads to the peer. */
export function sourceFor(stack: IpStack, vrf: VrfName, peer: Ip4): Ip4 | undefined {
  const verdict = stack.fib(vrf).lookup(peer)?.verdict;
  if (verdict?.kind === 'receive') return peer;
  if (verdict?.kind === 'lookup') return sourceFor(stack, verdict.vrf, peer);
  const path = verdict?.kind === 'forward' ? verdict.paths[0] : undefined;
  if (!path) return undefined;
  const gateway = path.gateway !== undefined && isIp4(path.gateway) ? path.gateway : peer;
  return addressFor(stack.interface(path.out), gateway);
}
