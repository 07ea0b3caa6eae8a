// Which address names this router.                                                   RFC 4271 §1 (BGP Identifier)

import { type Ip4, isIp4 } from '../../base/ip.ts';
import type { Interface } from '../../net/interface.ts';
import { MAIN } from '../../route/names.ts';
import type { BgpTraits } from './traits.ts';

/** Primary addresses of interfaces of the global table that are up; a VRF's are never taken. */
function candidates(interfaces: readonly Interface[], kind: Interface['kind']): readonly Ip4[] {
  return interfaces
    .filter((on) => on.kind === kind && on.up && on.vrf === MAIN)
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
  traits: Pick<BgpTraits, 'routerIdFrom'>,
  current: Ip4 | undefined,
): Ip4 | undefined {
  const [loopbacks, others] = [candidates(interfaces, 'loopback'), candidates(interfaces, 'ethernet')];
  if (current !== undefined && (loopbacks.includes(current) || others.includes(current))) return current;
  const from = loopbacks.length > 0 ? loopbacks : others;
  if (from.length === 0) return undefined;
  return from.reduce((a, b) => (traits.routerIdFrom === 'highest-loopback' ? (a > b ? a : b) : a < b ? a : b));
}
