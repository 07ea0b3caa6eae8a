// The own address that speaks to a peer: of the interface that leads there.                 RFC 1122 §3.3.4.3

import { type Ip4, isIp4 } from '../base/ip.ts';
import { speaksAs } from '../net/addresses.ts';
import type { IpStack } from '../net/stack-port.ts';
import type { VrfName } from '../route/names.ts';

/** VRFs that one lookup may lead through. */
const MAX_LOOKUPS = 8;

/** Undefined: nothing leads to the peer. */
export function sourceFor(stack: IpStack, vrf: VrfName, peer: Ip4, lookups = MAX_LOOKUPS): Ip4 | undefined {
  const verdict = stack.fib(vrf).lookup(peer)?.verdict;
  if (verdict?.kind === 'receive') return peer;
  if (verdict?.kind === 'lookup') return lookups > 0 ? sourceFor(stack, verdict.vrf, peer, lookups - 1) : undefined;
  const path = verdict?.kind === 'forward' ? verdict.paths[0] : undefined;
  const out = path && stack.interface(path.out);
  return out && speaksAs(out, path.gateway !== undefined && isIp4(path.gateway) ? path.gateway : peer);
}
