// An IP packet has arrived: is it for this box, does it pass through, or may it not be at all?   RFC 1812 §5.3.5, §5.3.7

import { BROADCAST4, type Ip4, isLoopback4, isMulticast4, isReserved4 } from '../base/ip.ts';
import type { IfName } from '../route/names.ts';
import { forward } from './forward-ip.ts';
import { type Arrival, ownedAt, type StackState, verdictOn } from './state.ts';
import { u16At } from './wire/fields.ts';
import { PROTOCOL, UDP_PORT } from './wire/iana.ts';
import { destinationOf, headerLength, isFragment, protocolOf, sourceOf } from './wire/ipv4.ts';

/** Where a unicast packet goes that came in by an interface, or out of a label-switched path; the reason when nowhere. */
export function arrive(state: StackState, arrival: Arrival): string | undefined {
  const { packet, group, vrf } = arrival;
  const to = destinationOf(packet);
  if (isLspProbe(packet)) return state.probed(arrival);
  const why = martian(sourceOf(packet), to);
  if (why !== undefined) return why;
  // RFC 2644: a broadcast for an attached subnet is for this box too, and goes no further.
  const kind = ownedAt(state, vrf, to)?.kind;
  if (to === BROADCAST4 || kind === 'broadcast') {
    state.deliver(arrival);
    return undefined;
  }
  if (kind === 'network') return 'old broadcast';
  if (kind === 'unanswered') return 'virtual address';
  // RFC 1812 §5.3.4: what everybody on the link hears is forwarded by nobody.
  if (group) return 'unicast in broadcast';
  if (kind === 'virtual') {
    state.deliver(arrival);
    return undefined;
  }
  const verdict = verdictOn(state, vrf, to);
  return verdict?.kind === 'receive' ? receive(state, arrival, verdict.on) : forward(state, arrival, verdict);
}

/** For an own address: delivered in the VRF of the interface that owns it. */
function receive(state: StackState, arrival: Arrival, owner: IfName): string | undefined {
  const view = state.interfaces.get(owner)?.view;
  if (!view?.up) return 'receive interface down';
  state.deliver(view.vrf === arrival.vrf ? arrival : { ...arrival, vrf: view.vrf });
  return undefined;
}

/** RFC 8029 §2.1: the one packet to 127/8 that a wire may carry, so that it ends where its label-switched path does. */
export function isLspProbe(packet: Uint8Array): boolean {
  if (!isLoopback4(destinationOf(packet)) || protocolOf(packet) !== PROTOCOL.udp || isFragment(packet)) return false;
  const at = headerLength(packet);
  return packet.length >= at + 8 && u16At(packet, at + 2) === UDP_PORT.lspPing;
}

/** Addresses that nobody may send from or to. RFC 1812 §5.3.7, RFC 1122 §3.2.1.3 */
export function martian(from: Ip4, to: Ip4): string | undefined {
  if (isMulticast4(from) || isLoopback4(from) || isReserved4(from) || from === BROADCAST4) return 'martian source';
  // 0.0.0.0 is a host that has no address yet: it may speak to its link only.
  if (from >>> 24 === 0 && (from !== 0 || (to !== BROADCAST4 && !isMulticast4(to)))) return 'martian source';
  if (to >>> 24 === 0 || isLoopback4(to) || isReserved4(to)) return 'martian destination';
  return undefined;
}
