// Which address names this router, where its owner names none.                    RFC 4271 §1, RFC 5036 §2.2.2

import { type Ip4, isIp4 } from '../../base/ip.ts';
import type { Interface } from '../../net/interface.ts';
import type { VrfName } from '../../route/names.ts';

/** From which loopback it is taken. */
export type RouterIdFrom = 'highest-loopback' | 'lowest-loopback';

/** Primary addresses of interfaces of the VRF that are up. */
function candidates(interfaces: readonly Interface[], kind: Interface['kind'], vrf: VrfName): readonly Ip4[] {
  return interfaces
    .filter((on) => on.kind === kind && on.up && on.vrf === vrf)
    .flatMap((on) =>
      on.addresses
        .filter((at) => !at.secondary)
        .map((at) => at.address)
        .filter(isIp4),
    );
}

/**
 * A loopback's address, otherwise another interface's. One that was chosen stays as long as it is up, whatever else
 * comes: a new identifier would cost every session. Undefined: there is none to choose.
 */
export function chooseRouterId(
  interfaces: readonly Interface[],
  from: RouterIdFrom,
  current: Ip4 | undefined,
  vrf: VrfName,
): Ip4 | undefined {
  const [loopbacks, others] = [candidates(interfaces, 'loopback', vrf), candidates(interfaces, 'ethernet', vrf)];
  if (current !== undefined && (loopbacks.includes(current) || others.includes(current))) return current;
  const among = loopbacks.length > 0 ? loopbacks : others;
  if (among.length === 0) return undefined;
  return among.reduce((a, b) => (from === 'highest-loopback' ? (a > b ? a : b) : a < b ? a : b));
}
