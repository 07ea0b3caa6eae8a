// A packet that is not for this box passes through.                          RFC 1812 §5.2, §5.3.1 (TTL), §4.2.2.7 (MTU)

import { choosePath, flowOf } from './fib.ts';
import { fragments } from './fragment.ts';
import { complain } from './icmp-errors.ts';
import { impose, launch, nextOf, refusalOf, roomFor } from './output.ts';
import type { ForwardingPath, Verdict } from './rib-types.ts';
import type { Arrival, InterfaceRecord, StackState } from './state.ts';
import { ICMP, TIME_EXCEEDED, UNREACHABLE } from './wire/iana.ts';
import { decrementTtl, destinationOf, isDf, ttlOf } from './wire/ipv4.ts';

/** Forwards by a verdict that was found; the reason when not, which its sender is told where the RFC wants it told. */
export function forward(state: StackState, arrival: Arrival, verdict: Verdict | undefined): string | undefined {
  const { packet } = arrival;
  if (!state.routing) return 'not routing';
  if (verdict?.kind !== 'forward') return refuse(state, arrival, verdict);
  const path = choosePath(verdict.paths, verdict.paths.length === 1 ? 0 : flowOf(packet, state.flowSeed));
  const out = path && state.interfaces.get(path.out);
  if (!path || !out) return refuse(state, arrival, undefined);
  // RFC 1812 §5.3.1: only a packet that would be forwarded is asked for its TTL.
  if (ttlOf(packet) <= 1) {
    complain(state, arrival, { type: ICMP.timeExceeded, code: TIME_EXCEEDED.transit });
    return 'ttl exceeded';
  }
  if (path.noLsp) return 'no lsp';
  const mtu = roomFor(out, path.push);
  if (packet.length > mtu) return cut(state, arrival, path, out, mtu);
  const stack = impose(state, path.push, packet, true, false);
  launch(state, out, nextOf(path, destinationOf(packet)), stack, true, arrival);
  return undefined;
}

function refuse(state: StackState, arrival: Arrival, verdict: Verdict | undefined): string {
  const why = refusalOf(state, verdict);
  if (verdict?.kind !== 'discard') complain(state, arrival, { type: ICMP.unreachable, code: why.code });
  return why.reason;
}

/** Too long for the way out: in pieces, or back to the sender with the size that fits. RFC 1191 §4 */
function cut(
  state: StackState,
  arrival: Arrival,
  path: ForwardingPath,
  out: InterfaceRecord,
  mtu: number,
): string | undefined {
  const { packet } = arrival;
  if (isDf(packet)) {
    complain(state, arrival, { type: ICMP.unreachable, code: UNREACHABLE.fragmentation, mtu });
    return 'fragmentation needed';
  }
  const copy = packet.slice();
  decrementTtl(copy, 0);
  const pieces = fragments(copy, mtu);
  if (pieces.length === 0) return 'mtu too small';
  const next = nextOf(path, destinationOf(packet));
  for (const piece of pieces)
    launch(state, out, next, impose(state, path.push, piece, false, false), false, { ...arrival, packet: piece });
  return undefined;
}
