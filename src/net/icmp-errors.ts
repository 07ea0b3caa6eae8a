// Who is told what when a packet cannot go on.                RFC 792, RFC 1122 §3.2.2, RFC 1812 §4.3.2, RFC 1191 §4

import { BROADCAST4, type Ip4, isLoopback4, isMulticast4, isReserved4 } from '../base/ip.ts';
import { plus } from '../sim/time.ts';
import { speaksAs } from './addresses.ts';
import { send } from './output.ts';
import type { OutPacket } from './stack-port.ts';
import { type Arrival, ownedAt, type StackState, verdictOn } from './state.ts';
import { ICMP, PROTOCOL, UNREACHABLE } from './wire/iana.ts';
import { icmp } from './wire/icmp.ts';
import { encodeExtension, type IcmpObject, labelStackObject } from './wire/icmp-extension.ts';
import { destinationOf, headerLength, MIN_HEADER, offsetOf, protocolOf, sourceOf } from './wire/ipv4.ts';

/** What there is to say about a packet. */
export interface Complaint {
  readonly type: 3 | 11 | 12;
  readonly code: number;
  /** Of the next hop, for "fragmentation needed". */
  readonly mtu?: number;
  readonly pointer?: number;
}

/** The whole message is no longer than what every host takes. RFC 1812 §4.3.2.3 */
const LONGEST = 576;
const ICMP_HEADER = 8;
/** Precedence "internetwork control". RFC 1812 §4.3.2.5 */
const ERROR_TOS = 0xc0;

const isNobody = (address: Ip4): boolean =>
  address >>> 24 === 0 ||
  isLoopback4(address) ||
  isMulticast4(address) ||
  isReserved4(address) ||
  address === BROADCAST4;

/** True for ICMP messages that are errors themselves, or that nobody knows. RFC 1122 §3.2.2, RFC 1812 §4.3.2.7 */
function isIcmpError(packet: Uint8Array): boolean {
  if (protocolOf(packet) !== PROTOCOL.icmp) return false;
  const type = packet[headerLength(packet)];
  const queries: readonly (number | undefined)[] = [ICMP.echo, ICMP.echoReply, 9, 10, 13, 14, 15, 16, 17, 18];
  return !queries.includes(type);
}

/** RFC 1812 §4.3.2.7: about these nobody complains. */
function isUnmentionable(state: StackState, arrival: Arrival): boolean {
  const { packet, group } = arrival;
  const to = destinationOf(packet);
  if (group || isMulticast4(to) || to === BROADCAST4) return true;
  const vrf = arrival.on?.view.vrf ?? arrival.vrf;
  if (ownedAt(state, vrf, to)?.kind === 'broadcast') return true;
  return offsetOf(packet) > 0 || isNobody(sourceOf(packet)) || isIcmpError(packet);
}

/** RFC 1812 §4.3.2.8. Fragmentation needed has a clock of its own: path MTU discovery shall not starve. */
function isTooSoon(state: StackState, what: Complaint): boolean {
  const { unreachableInterval } = state.traits;
  if (what.type !== ICMP.unreachable || unreachableInterval === 0) return false;
  const clock = what.code === UNREACHABLE.fragmentation ? 'fragmentation' : 'other';
  const last = state.lastUnreachable[clock];
  if (last !== undefined && state.port.now < plus(last, unreachableInterval)) return true;
  state.lastUnreachable[clock] = state.port.now;
  return false;
}

/** The header and as much behind it as this vendor quotes. RFC 1812 §4.3.2.3; with extensions, RFC 4884 §3 */
function quote(state: StackState, packet: Uint8Array, extensions: readonly IcmpObject[]): Uint8Array {
  const { icmpQuote } = state.traits;
  const most = icmpQuote === undefined ? LONGEST : headerLength(packet) + icmpQuote;
  const behind = extensions.length === 0 ? 0 : encodeExtension(extensions).length;
  return packet.subarray(0, Math.min(most, LONGEST - MIN_HEADER - ICMP_HEADER - behind));
}

/** RFC 1812 §4.3.2.4 for what a router says, RFC 1122 §3.2.2 for what a host says of a packet that was for it. */
function speaker(state: StackState, arrival: Arrival, what: Complaint): Ip4 | undefined {
  const asHost =
    what.type === ICMP.unreachable && (what.code === UNREACHABLE.port || what.code === UNREACHABLE.protocol);
  if (asHost && state.traits.unreachableFrom !== 'interface') return destinationOf(arrival.packet);
  if (arrival.on && arrival.on.view.vrf !== arrival.vrf) return insideAs(state, arrival);
  return arrival.on && speaksAs(arrival.on.view, sourceOf(arrival.packet));
}

/**
 * A label brought the packet into another VRF than its link's, where nobody knows the link's address: the interface towards
 * its destination speaks (traceroutes across VPNs of an MX104 and of IOS: the last provider edge answers with its address
 * towards the customer).
 */
function insideAs(state: StackState, { packet, vrf }: Arrival): Ip4 | undefined {
  const verdict = verdictOn(state, vrf, destinationOf(packet));
  const out =
    verdict?.kind === 'forward' ? verdict.paths[0]?.out : verdict?.kind === 'receive' ? verdict.on : undefined;
  const named = out === undefined ? undefined : state.interfaces.get(out);
  const own =
    named?.view.vrf === vrf ? named : [...state.interfaces.values()].find(({ view }) => view.vrf === vrf && view.up);
  return own && speaksAs(own.view, undefined);
}

/** What a packet's sender is told, ready to be sent; undefined: good manners or the rate limit forbid it. */
export function complaintAbout(state: StackState, arrival: Arrival, what: Complaint): OutPacket | undefined {
  if (isUnmentionable(state, arrival) || isTooSoon(state, what)) return undefined;
  const { packet, vrf, labels } = arrival;
  const { type, code, mtu = 0, pointer = 0 } = what;
  // RFC 4950 §3: with which labels it came.
  const extensions = labels ? [labelStackObject(labels)] : [];
  const quoted = quote(state, packet, extensions);
  const payload = icmp.encode({ kind: 'error', type, code, mtu, pointer, quoted, extensions }, undefined);
  const from = speaker(state, arrival, what);
  return { vrf, protocol: PROTOCOL.icmp, to: sourceOf(packet), from, payload, tos: ERROR_TOS };
}

/** Tells a packet's sender what became of it, by the table of the VRF that it came through. */
export function complain(state: StackState, arrival: Arrival, what: Complaint): void {
  const complaint = complaintAbout(state, arrival, what);
  if (complaint) answer(state, arrival, () => void send(state, complaint));
}

/**
 * Does what answers a packet, after the time that the control plane needs. Between own addresses only the way counts:
 * each direction takes that time once.
 */
export function answer(state: StackState, arrival: Arrival, say: () => void): void {
  if (arrival.on === undefined || state.traits.answerDelay === 0) say();
  else state.timers.start(`net/answer/${state.nextTimer++}`, state.traits.answerDelay, say);
}
