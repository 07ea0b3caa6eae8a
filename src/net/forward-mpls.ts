// A packet with labels: swap, pop, push, and what becomes of it at the end of its path.       RFC 3031 §3.10, RFC 3032

import { EXPLICIT_NULL, FIRST_LABEL, type Label } from '../route/label.ts';
import type { VrfName } from '../route/names.ts';
import { arrive, isLspProbe } from './arrive.ts';
import { reasonOf } from './codec.ts';
import { choosePath, flowOf, flowOfLabels } from './fib.ts';
import { fragments } from './fragment.ts';
import { answer, type Complaint, complain, complaintAbout } from './icmp-errors.ts';
import { finished, launch, nextOf, pushed, roomUnder, send } from './output.ts';
import type { ForwardingPath, LfibEntry } from './rib-types.ts';
import { type Arrival, drop, type InterfaceRecord, type StackState } from './state.ts';
import { ICMP, TIME_EXCEEDED, UNREACHABLE } from './wire/iana.ts';
import { decrementTtl, destinationOf, headerFault, isDf, setTtl, totalLength, ttlOf } from './wire/ipv4.ts';
import { ENTRY, mpls, type StackEntry } from './wire/mpls.ts';

/** Why something was thrown away; undefined: it was not. */
type Reason = string | undefined;

/** A packet under its labels. */
interface Labelled {
  /** Outermost first; never empty. */
  readonly stack: readonly StackEntry[];
  /** As it came, for those who report it. */
  readonly received: readonly StackEntry[];
  readonly packet: Uint8Array;
  /** What is below is IPv4. RFC 3032 §2.2: only the label tells; the first nibble and the header agree with it. */
  readonly ip: boolean;
  /** Undefined: this box made it. */
  readonly on: InterfaceRecord | undefined;
  readonly vrf: VrfName;
}

const topOf = ({ stack }: Labelled): StackEntry => stack[0] as StackEntry;
const lengthOf = ({ stack, packet }: Labelled): number => ENTRY * stack.length + packet.length;

/** A frame with labels came in; its payload begins at `at`. */
export function labelInput(state: StackState, record: InterfaceRecord, bytes: Uint8Array, at: number): Reason {
  if (!record.view.mpls) return 'mpls not enabled';
  if (((bytes[0] as number) & 1) === 1) return 'mpls in broadcast';
  const read = mpls.decode(bytes.subarray(at), undefined);
  if (!read.ok) return `mpls ${reasonOf(read.error)}`;
  const { stack, payload } = read.value;
  const ip = headerFault(payload, 0) === undefined;
  const packet = ip ? payload.subarray(0, totalLength(payload)) : payload;
  return carry(state, { stack, received: stack, packet, ip, on: record, vrf: record.view.vrf });
}

/** Does with a packet what its top label says. */
function carry(state: StackState, it: Labelled): Reason {
  const top = topOf(it);
  if (top.label < FIRST_LABEL) return top.label === EXPLICIT_NULL ? explicitNull(state, it) : `mpls label ${top.label}`;
  const entry = state.lfib.get(top.label as Label);
  // RFC 8029 §4.4: only who looks at a packet because its TTL is used up says so to anybody.
  if (!entry) return top.ttl <= 1 && it.ip && isLspProbe(it.packet) ? probe(state, it) : 'mpls unknown label';
  if (it.on && entry.from !== undefined && entry.from !== it.vrf) return 'mpls label of another vrf';
  const { verdict } = entry;
  if (verdict.kind === 'discard') return 'mpls no way';
  if (verdict.kind === 'forward') return swap(state, it, entry, verdict.paths);
  if (it.stack.length > 1) return 'mpls labels below';
  state.lfib.count(entry.label, undefined, lengthOf(it));
  return surface(state, it, verdict.vrf);
}

/** RFC 3032 §2.1 (2.1), RFC 4182 §1: the label that says nothing, at the bottom or above others. */
function explicitNull(state: StackState, it: Labelled): Reason {
  const [top, below, ...rest] = it.stack as [StackEntry, StackEntry | undefined, ...StackEntry[]];
  if (!below) return surface(state, it, it.vrf);
  return carry(state, { ...it, stack: [{ ...below, ttl: Math.min(below.ttl, top.ttl) }, ...rest] });
}

/** The end of the path: the packet goes on as IP in this VRF, and loses its hop's TTL there. RFC 3443 §3 */
function surface(state: StackState, it: Labelled, vrf: VrfName): Reason {
  if (!it.ip) return 'mpls payload';
  const packet = lowered(state, it.packet, topOf(it).ttl);
  return arrive(state, {
    packet,
    on: it.on,
    vrf,
    group: false,
    ...(isLspProbe(packet) ? { labels: it.received } : {}),
  });
}

/** The packet with no more TTL than its label had, where the one goes into the other. RFC 3443 §3.1 */
function lowered(state: StackState, packet: Uint8Array, ttl: number): Uint8Array {
  if (!state.mpls.propagateTtl.forwarded || ttlOf(packet) <= ttl) return packet;
  const copy = packet.slice();
  setTtl(copy, 0, ttl);
  return copy;
}

/** RFC 3031 §3.11: to the next hop, under the labels that it wants. */
function swap(state: StackState, it: Labelled, entry: LfibEntry, paths: readonly ForwardingPath[]): Reason {
  const flow =
    paths.length === 1 ? 0 : it.ip ? flowOf(it.packet, state.flowSeed) : flowOfLabels(it.stack, state.flowSeed);
  const path = choosePath(paths, flow);
  const out = path && state.interfaces.get(path.out);
  if (!path || !out) return 'mpls no way';
  if (path.noLsp) return 'no lsp';
  // RFC 8029 §4.4: it ends with the labels.
  if (path.untagged && it.ip && isLspProbe(it.packet)) return probe(state, it);
  const top = topOf(it);
  // RFC 3032 §2.4.2: a packet whose TTL is used up goes no further, whatever would become of its label.
  if (top.ttl <= 1 || (isEndUnseen(state, it, path) && ttlOf(it.packet) <= 1))
    return expired(state, it, path.untagged ? out.view.vrf : it.vrf);
  state.lfib.count(entry.label, path, lengthOf(it));
  return leave(state, it, path, out);
}

/**
 * The path ends here, although no label says so, and nobody on it has touched the packet's TTL: this router is the hop
 * that counts. RFC 3443 §3.2
 */
const isEndUnseen = (state: StackState, it: Labelled, path: ForwardingPath): boolean =>
  path.untagged === true && it.ip && !state.mpls.propagateTtl.forwarded;

/** The packet as it goes on without labels. */
function bare(state: StackState, it: Labelled, path: ForwardingPath): Uint8Array {
  if (!isEndUnseen(state, it, path)) return lowered(state, it.packet, topOf(it).ttl - 1);
  const copy = it.packet.slice();
  decrementTtl(copy, 0);
  return copy;
}

/** The stack under which the packet leaves: empty where it goes on as IP. */
function stackAfter(it: Labelled, path: ForwardingPath): readonly StackEntry[] {
  const [top, ...below] = it.stack as [StackEntry, ...StackEntry[]];
  if (path.untagged) return [];
  const ttl = top.ttl - 1;
  const labels = pushed(path.push);
  if (labels.length > 0)
    return [
      ...labels.map((label, i) => ({ ...top, label, ttl, bottom: below.length === 0 && i === labels.length - 1 })),
      ...below,
    ];
  const [next, ...rest] = below;
  // RFC 3443 §3.1: what was hidden below knows now how far it has come.
  return next ? [{ ...next, ttl: Math.min(next.ttl, ttl) }, ...rest] : [];
}

function leave(state: StackState, it: Labelled, path: ForwardingPath, out: InterfaceRecord): Reason {
  const stack = stackAfter(it, path);
  if (stack.length === 0 && !it.ip) return 'mpls payload';
  if (path.gateway === undefined && !it.ip) return 'mpls no gateway';
  const packet = stack.length === 0 ? bare(state, it, path) : it.packet;
  const room = roomUnder(out, stack.length);
  const pieces = packet.length <= room ? [packet] : cut(state, it, packet, room);
  if (typeof pieces === 'string') return pieces;
  const next = nextOf(path, it.ip ? destinationOf(packet) : (0 as never));
  for (const piece of pieces) {
    const arrival: Arrival = { packet: piece, on: it.on, vrf: it.vrf, group: false };
    launch(state, out, next, stack, false, stack.length === 0 ? arrival : { ...arrival, labels: it.received });
  }
  return undefined;
}

/** Too long for the way out: in pieces under the same labels, or back to the sender. RFC 3032 §3.4, §3.5 */
function cut(state: StackState, it: Labelled, packet: Uint8Array, room: number): readonly Uint8Array[] | string {
  if (!it.ip) return 'mpls too big';
  if (isDf(packet)) {
    complainLabelled(state, it, { type: ICMP.unreachable, code: UNREACHABLE.fragmentation, mtu: room });
    return 'mpls fragmentation needed';
  }
  const pieces = fragments(packet, room);
  return pieces.length === 0 ? 'mtu too small' : pieces;
}

const probe = (state: StackState, it: Labelled): Reason =>
  state.probed({ packet: it.packet, on: it.on, vrf: it.vrf, group: false, labels: it.received });

/** `vrf`: of the interface behind which the path ends; its table knows the sender, where it is not the core's. */
function expired(state: StackState, it: Labelled, vrf: VrfName): Reason {
  if (it.ip && isLspProbe(it.packet)) return probe(state, it);
  const what: Complaint = { type: ICMP.timeExceeded, code: TIME_EXCEEDED.transit };
  if (vrf === it.vrf || !it.ip) complainLabelled(state, it, what);
  else complain(state, { packet: it.packet, on: it.on, vrf, group: false, labels: it.received }, what);
  return 'mpls ttl exceeded';
}

/**
 * An ICMP error about a packet under labels. Who switches labels may know no way to its sender: the error goes on where
 * the packet was going, and the end of that path sends it back. RFC 3032 §2.3.2
 */
function complainLabelled(state: StackState, it: Labelled, what: Complaint): void {
  if (!it.ip || !it.on) return;
  const arrival: Arrival = { packet: it.packet, on: it.on, vrf: it.vrf, group: false, labels: it.received };
  const complaint = complaintAbout(state, arrival, what);
  if (!complaint) return;
  const { errorsDownPath } = state.mpls;
  const down = errorsDownPath !== 'never' && it.received.length > errorsDownPath.deeperThan;
  const { from, vrf } = complaint;
  answer(state, arrival, () => {
    if (!down) send(state, complaint);
    else if (from !== undefined) {
      const stack = it.received.map((entry) => ({ ...entry, ttl: 255 }));
      const packet = finished(state, complaint, from);
      const reason = carry(state, { stack, received: stack, packet, ip: true, on: undefined, vrf });
      if (reason !== undefined) drop(state, undefined, reason);
    }
  });
}
