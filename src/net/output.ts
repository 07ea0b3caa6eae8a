// Packets on their way out: an own packet finds its path, any packet its frame.      RFC 1122 §3.3.1, RFC 3032 §3

import { ANY4, BROADCAST4, type Ip4, isIp4, isMulticast4 } from '../base/ip.ts';
import { BROADCAST, type Mac, multicastMac } from '../base/mac.ts';
import { byText } from '../base/sorted-map.ts';
import { IMPLICIT_NULL, type Label } from '../route/label.ts';
import type { VrfName } from '../route/names.ts';
import { isBroadcastOn, speaksAs } from './addresses.ts';
import { transmitVia, usedMac } from './arp-cache.ts';
import { choosePath, flowBetween } from './fib.ts';
import { fragments } from './fragment.ts';
import type { ForwardingPath, Verdict } from './rib-types.ts';
import type { OutPacket } from './stack-port.ts';
import { type Arrival, drop, type InterfaceRecord, ownedAt, type StackState, verdictOn } from './state.ts';
import { frameFor, transmit } from './transmit.ts';
import { put16, putMac } from './wire/fields.ts';
import { ETHERTYPE, ICMP, UNREACHABLE } from './wire/iana.ts';
import { decrementTtl, type Ipv4Header, ipv4, MAX_PACKET, MIN_HEADER, putHeader, tosOf, ttlOf } from './wire/ipv4.ts';
import { ENTRY, putEntry, type StackEntry } from './wire/mpls.ts';

/** Why an own packet was not sent, in the words that ICMP would use to a stranger. */
export interface Refusal {
  readonly reason: string;
  readonly type: number;
  readonly code: number;
  /** Of the link that it was too long for. */
  readonly mtu: number | undefined;
}

const NO_LABELS: readonly Label[] = [];
const NO_STACK: readonly StackEntry[] = [];
/** Of labels that hide the way from the packet under them. RFC 3443 §3.2 */
const FULL_TTL = 255;

/** Labels that appear on the wire. */
export const pushed = (push: readonly Label[]): readonly Label[] =>
  push.length === 0 || !push.includes(IMPLICIT_NULL) ? push : push.filter((label) => label !== IMPLICIT_NULL);

/** The longest packet that fits there under so many labels. */
export function roomUnder(record: InterfaceRecord, labels: number): number {
  const { mtu, mpls } = record.view;
  return labels === 0 ? mtu : (mpls?.mtu ?? mtu) - ENTRY * labels;
}

/** The longest packet that fits there under these labels. */
export const roomFor = (record: InterfaceRecord, push: readonly Label[]): number =>
  roomUnder(record, pushed(push).length);

/**
 * The labels that a packet gets at the beginning of its path. `hop`: it loses one of its TTL as well. RFC 3443 §3 for the
 * TTL; the traffic class is the packet's precedence (RFC 5462 §1, RFC 3270 §2.5: the uniform model).
 */
export function impose(
  state: StackState,
  push: readonly Label[],
  packet: Uint8Array,
  hop: boolean,
  own: boolean,
): readonly StackEntry[] {
  const labels = pushed(push);
  if (labels.length === 0) return NO_STACK;
  const { forwarded, local } = state.mpls.propagateTtl;
  const ttl = (own ? local : forwarded) ? ttlOf(packet) - (hop ? 1 : 0) : FULL_TTL;
  const exp = tosOf(packet) >>> 5;
  return labels.map((label, i) => ({ label, exp, bottom: i === labels.length - 1, ttl }));
}

/** A frame with the packet in it, under these labels; `hop`: one off its TTL, in the copy. */
function framed(record: InterfaceRecord, packet: Uint8Array, stack: readonly StackEntry[], hop: boolean): Uint8Array {
  const frame = frameFor(record, packet.length + ENTRY * stack.length);
  const start = record.header.length;
  const at = start + ENTRY * stack.length;
  frame.set(packet, at);
  if (hop) decrementTtl(frame, at);
  if (stack.length === 0) return frame;
  put16(frame, start - 2, ETHERTYPE.mpls);
  for (const [i, entry] of stack.entries()) putEntry(frame, start + ENTRY * i, entry);
  return frame;
}

/**
 * Puts a packet that fits on the link towards `next`, under these labels. A next hop that is a group or everybody needs
 * no ARP. `hop`: the packet passes through, and loses one of its TTL. `sender`: whose frame it is said to be.
 */
export function launch(
  state: StackState,
  record: InterfaceRecord,
  next: Ip4,
  stack: readonly StackEntry[],
  hop: boolean,
  arrival: Arrival,
  sender?: Mac,
): void {
  const frame = framed(record, arrival.packet, stack, hop);
  if (sender !== undefined) putMac(frame, 6, sender);
  const length = arrival.packet.length + ENTRY * stack.length;
  const to = macTowards(record, next, hop);
  if (to !== undefined) transmit(state, record, frame, to, length);
  else transmitVia(state, record, next, frame, length, arrival);
}

/** The MAC of the next hop; undefined: it is not known yet. */
function macTowards(record: InterfaceRecord, next: Ip4, hop: boolean): Mac | undefined {
  if (isMulticast4(next)) return multicastMac(next);
  if (next === BROADCAST4 || (!hop && isBroadcastOn(record.view, next))) return BROADCAST;
  return usedMac(record, next);
}

/** The next hop of a path: its gateway, or the destination itself. */
export const nextOf = (path: ForwardingPath, to: Ip4): Ip4 =>
  path.gateway !== undefined && isIp4(path.gateway) ? path.gateway : to;

const refusal = (reason: string, code: number, mtu?: number): Refusal => ({
  reason,
  type: ICMP.unreachable,
  code,
  mtu,
});

/** What answers to own packets, and to a neighbour's, have in common: the verdict in other words. */
export function refusalOf(state: StackState, verdict: Verdict | undefined): Refusal {
  const noRoute = state.traits.noRouteCode ?? UNREACHABLE.net;
  if (verdict?.kind === 'discard') return refusal('discard route', UNREACHABLE.host);
  if (verdict?.kind === 'reject') return refusal('reject route', state.traits.rejectCode ?? UNREACHABLE.host);
  if (verdict?.kind === 'lookup') return refusal('lookup loop', noRoute);
  return refusal('no route', noRoute);
}

const NO_OPTIONS = new Uint8Array(0);

function headerOf(state: StackState, packet: OutPacket, from: Ip4): Ipv4Header {
  const id = state.nextId;
  state.nextId = (id + 1) & 0xffff;
  return {
    tos: packet.tos ?? 0,
    id,
    df: packet.df ?? false,
    mf: false,
    offset: 0,
    ttl: packet.ttl ?? state.traits.initialTtl,
    protocol: packet.protocol,
    from,
    to: packet.to,
    options: NO_OPTIONS,
  };
}

/** An own packet with its header, as it leaves. */
export function finished(state: StackState, packet: OutPacket, from: Ip4): Uint8Array {
  return ipv4.encode({ ...headerOf(state, packet, from), payload: packet.payload }, undefined);
}

/** How an own packet leaves, before it has a header. */
type Way =
  | { readonly kind: 'out'; readonly record: InterfaceRecord; readonly next: Ip4; readonly push: readonly Label[] }
  /** To an own address, in the VRF of the interface that owns it. */
  | { readonly kind: 'home'; readonly vrf: VrfName }
  | { readonly kind: 'refused'; readonly why: Refusal };

const out = (record: InterfaceRecord, next: Ip4, push: readonly Label[]): Way => ({ kind: 'out', record, next, push });
const refused = (why: Refusal): Way => ({ kind: 'refused', why });

function wayTo(state: StackState, vrf: VrfName, to: Ip4, from: Ip4 | undefined, protocol: number): Way {
  const owned = ownedAt(state, vrf, to);
  if (owned?.kind === 'broadcast') return out(owned.record, to, NO_LABELS);
  if (owned?.kind === 'virtual') return { kind: 'home', vrf };
  const verdict = verdictOn(state, vrf, to);
  if (verdict?.kind === 'receive') {
    const owner = state.interfaces.get(verdict.on);
    if (owner?.view.up) return { kind: 'home', vrf: owner.view.vrf };
    return refused(refusal('receive interface down', UNREACHABLE.host));
  }
  if (verdict?.kind !== 'forward') return refused(refusalOf(state, verdict));
  const path = choosePath(verdict.paths, flowBetween(from ?? ANY4, to, protocol, state.flowSeed));
  if (path?.noLsp) return refused(refusal('no lsp', UNREACHABLE.host));
  const record = path && state.interfaces.get(path.out);
  return path && record ? out(record, nextOf(path, to), path.push) : refused(refusalOf(state, undefined));
}

/** The address that an own packet to `to` would bear; undefined when it could not be sent. */
export function sourceFor(state: StackState, vrf: VrfName, to: Ip4, protocol: number): Ip4 | undefined {
  const way = wayTo(state, vrf, to, undefined, protocol);
  if (way.kind === 'out') return bears(state, vrf, way.record, way.next, way.push);
  return way.kind === 'home' ? to : undefined;
}

/**
 * The interface's address. What leaves a VRF under labels, by an interface of another table, bears one of the VRF's own:
 * nobody there would know the way back to any other (pings of PEs into their VPNs).
 */
function bears(
  state: StackState,
  vrf: VrfName,
  { view }: InterfaceRecord,
  next: Ip4,
  push: readonly Label[],
): Ip4 | undefined {
  if (push.length === 0 || view.vrf === vrf) return speaksAs(view, next);
  const own = [...state.interfaces.values()]
    .filter((one) => one.view.vrf === vrf && one.view.up)
    .sort((a, b) => byText(a.view.name, b.view.name))
    .map((one) => speaksAs(one.view, next))
    .find((address) => address !== undefined);
  return own ?? speaksAs(view, next);
}

function sendOut(
  state: StackState,
  packet: OutPacket,
  record: InterfaceRecord,
  next: Ip4,
  push: readonly Label[],
): Refusal | undefined {
  if (!record.view.up) return refusal('interface down', UNREACHABLE.host);
  const from = packet.from ?? bears(state, packet.vrf, record, next, push);
  if (from === undefined) return refusal('no source address', UNREACHABLE.host);
  const mtu = roomFor(record, push);
  if (push.length === 0 && MIN_HEADER + packet.payload.length <= mtu) {
    sendWhole(state, packet, record, next, from);
    return undefined;
  }
  const whole = finished(state, packet, from);
  if (whole.length > mtu && packet.df) return refusal('too big', UNREACHABLE.fragmentation, mtu);
  const pieces = fragments(whole, mtu);
  if (pieces.length === 0) return refusal('too big', UNREACHABLE.fragmentation, mtu);
  for (const piece of pieces) {
    const stack = impose(state, push, piece, false, true);
    const arrival: Arrival = { packet: piece, on: undefined, vrf: packet.vrf, group: false };
    launch(state, record, next, stack, false, arrival, packet.sender);
  }
  return undefined;
}

/** What needs neither labels nor fragments is most of what a router says: it is written where it will be sent from. */
function sendWhole(state: StackState, packet: OutPacket, record: InterfaceRecord, next: Ip4, from: Ip4): void {
  const { payload, sender } = packet;
  const length = MIN_HEADER + payload.length;
  const frame = frameFor(record, length);
  const at = record.header.length;
  putHeader(frame, at, headerOf(state, packet, from), length);
  frame.set(payload, at + MIN_HEADER);
  if (sender !== undefined) putMac(frame, 6, sender);
  const to = macTowards(record, next, false);
  if (to !== undefined) {
    transmit(state, record, frame, to, length);
    return;
  }
  const whole = frame.subarray(at, at + length);
  transmitVia(state, record, next, frame, length, { packet: whole, on: undefined, vrf: packet.vrf, group: false });
}

/** To an own address: no wire, but the time that the control plane takes. */
function sendHome(state: StackState, packet: OutPacket, vrf: VrfName): void {
  const whole = finished(state, packet, packet.from ?? packet.to);
  state.timers.start(`net/home/${state.nextTimer++}`, state.traits.answerDelay, () =>
    state.deliver({ packet: whole, on: undefined, vrf, group: false }),
  );
}

function sendBy(state: StackState, packet: OutPacket, way: Way): Refusal | undefined {
  if (way.kind === 'out') return sendOut(state, packet, way.record, way.next, way.push);
  if (way.kind === 'refused') return way.why;
  sendHome(state, packet, way.vrf);
  return undefined;
}

/** Sends a packet of this box; undefined: it is on its way. Of a refused one the reason is counted. */
export function send(state: StackState, packet: OutPacket): Refusal | undefined {
  const { vrf, to, from, protocol, payload, on } = packet;
  const record = on === undefined ? undefined : state.interfaces.get(on);
  let why: Refusal | undefined;
  if (payload.length > MAX_PACKET - MIN_HEADER) why = refusal('too big', UNREACHABLE.fragmentation);
  else if (on === undefined) why = sendBy(state, packet, wayTo(state, vrf, to, from, protocol));
  else if (record) why = sendOut(state, packet, record, to, NO_LABELS);
  else why = refusal('no interface', UNREACHABLE.host);
  if (why) drop(state, record, why.reason);
  return why;
}
