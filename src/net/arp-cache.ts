// Who has which MAC: asking, waiting, remembering, forgetting.            RFC 826, RFC 1122 §2.3.2, RFC 5227 §2, RFC 1027

import { BROADCAST4, type Ip4, ip4Text, isMulticast4 } from '../base/ip.ts';
import { BROADCAST, isGroupMac, isVirtualMac, type Mac, ZERO_MAC } from '../base/mac.ts';
import { byNumber } from '../base/sorted-map.ts';
import { plus, seconds, since } from '../sim/time.ts';
import { addresses4, isBroadcastOn, isOnLink, isOwn, speaksAs, virtualMac } from './addresses.ts';
import { reasonOf } from './codec.ts';
import type { ArpState } from './stack-port.ts';
import { type ArpEntry, type Arrival, drop, type InterfaceRecord, type StackState, verdictOn } from './state.ts';
import { transmit, typedFrame } from './transmit.ts';
import { type ArpPacket, arp } from './wire/arp.ts';
import { putMac } from './wire/fields.ts';
import { ETHERTYPE } from './wire/iana.ts';

const ARP_LENGTH = 28;
const NOBODY = 0 as Ip4;
/** An own address is defended, and its other claimant reported, at most once in this time. RFC 5227 §2.4(b) */
const DEFEND_INTERVAL = seconds(10);

const timerOf = (record: InterfaceRecord, address: Ip4): string => `net/arp/${record.view.name}/${ip4Text(address)}`;

function sendArp(state: StackState, record: InterfaceRecord, to: Mac, message: ArpPacket, as?: Mac): void {
  const frame = typedFrame(record, ETHERTYPE.arp, arp.encode(message, undefined));
  if (as !== undefined) putMac(frame, 6, as);
  transmit(state, record, frame, to, ARP_LENGTH);
}

/** Asks for an entry: its holder alone when one is known, else everybody. */
function ask(state: StackState, record: InterfaceRecord, entry: ArpEntry): void {
  const mac = record.port?.config.mac;
  if (mac === undefined) return;
  entry.asked++;
  sendArp(state, record, entry.mac ?? BROADCAST, {
    operation: 'request',
    senderMac: mac,
    senderIp: speaksAs(record.view, entry.address) ?? NOBODY,
    targetMac: ZERO_MAC,
    targetIp: entry.address,
  });
  state.timers.start(timerOf(record, entry.address), state.traits.arpRetry, () => {
    if (entry.asked < state.traits.arpRequests) ask(state, record, entry);
    else forget(state, record, entry, 'arp unanswered');
  });
}

/** Nobody answered: what waited is lost, and whoever sent it may be told. */
function forget(state: StackState, record: InterfaceRecord, entry: ArpEntry, reason: string): void {
  state.timers.stop(timerOf(record, entry.address));
  record.arp.delete(entry.address);
  for (const { arrival } of entry.waiting) {
    drop(state, record, reason);
    if (arrival && reason === 'arp unanswered') state.unresolved(arrival);
  }
}

function newEntry(state: StackState, record: InterfaceRecord, address: Ip4): ArpEntry {
  const entry: ArpEntry = {
    address,
    mac: undefined,
    since: state.port.now,
    expires: undefined,
    asked: 0,
    used: false,
    waiting: [],
  };
  record.arp.set(address, entry);
  return entry;
}

/** Writes down an answer, sends what waited for it, and sets its age to zero. */
function learn(state: StackState, record: InterfaceRecord, address: Ip4, mac: Mac): void {
  const entry = record.arp.get(address) ?? newEntry(state, record, address);
  const { arpTimeout } = record.view;
  const key = timerOf(record, address);
  entry.mac = mac;
  entry.since = state.port.now;
  entry.asked = 0;
  if (arpTimeout > 0) {
    entry.expires = plus(state.port.now, arpTimeout);
    // RFC 1122 §2.3.2.1 (2): a unicast poll, and only silence removes the entry.
    state.timers.start(key, arpTimeout, () => ask(state, record, entry));
  } else {
    entry.expires = undefined;
    state.timers.stop(key);
  }
  const waiting = entry.waiting;
  entry.waiting = [];
  for (const { frame, length } of waiting) transmit(state, record, frame, mac, length);
}

/** The MAC of a neighbour that is known, for a packet that is going to it. */
export function usedMac(record: InterfaceRecord, next: Ip4): Mac | undefined {
  const entry = record.arp.get(next);
  if (entry?.mac === undefined) return undefined;
  entry.used = true;
  return entry.mac;
}

/**
 * Sends a frame to a neighbour whose MAC is not known yet, as soon as it is. `arrival` is the packet in it, for the
 * complaint if nobody answers.
 */
export function transmitVia(
  state: StackState,
  record: InterfaceRecord,
  next: Ip4,
  frame: Uint8Array,
  length: number,
  arrival: Arrival | undefined,
): void {
  if (!record.view.up || !record.port) {
    drop(state, record, record.view.up ? `${record.view.kind} interface` : 'interface down');
    return;
  }
  const known = record.arp.get(next);
  const first = known === undefined;
  const entry = known ?? newEntry(state, record, next);
  entry.used = true;
  if (entry.waiting.length < state.traits.arpQueue) entry.waiting.push({ frame, length, arrival });
  else drop(state, record, 'arp unresolved');
  if (first) ask(state, record, entry);
}

/** Another box uses an own address: say so to the owner and, on the wire, to whoever was misled. RFC 5227 §2.4(b) */
function defend(state: StackState, record: InterfaceRecord, address: Ip4, mac: Mac): void {
  const last = record.defended.get(address);
  if (last !== undefined && since(last, state.port.now) < DEFEND_INTERVAL) return;
  record.defended.set(address, state.port.now);
  announce(state, record, address);
  state.port.notice({ kind: 'duplicate-address', interface: record.view.name, address, mac });
}

/** A gratuitous ARP: a request for its own address, to everybody. RFC 5227 §3 */
export function announce(state: StackState, record: InterfaceRecord, address: Ip4): void {
  const mac = record.port?.config.mac;
  if (mac !== undefined) announceAs(state, record, address, mac);
}

/** The same for a virtual router's address; bridges learn from the frame where its MAC is now. RFC 5798 §8.2.1 */
export function announceAs(state: StackState, record: InterfaceRecord, address: Ip4, mac: Mac): void {
  const message: ArpPacket = {
    operation: 'request',
    senderMac: mac,
    senderIp: address,
    targetMac: ZERO_MAC,
    targetIp: address,
  };
  sendArp(state, record, BROADCAST, message, mac);
}

/** Forgets who had the address. */
export function forgetAddress(state: StackState, record: InterfaceRecord, address: Ip4): void {
  const entry = record.arp.get(address);
  if (entry) forget(state, record, entry, 'arp cleared');
}

/** True when this box would carry packets for the target away by another interface. RFC 1027 §2.4 */
function answersFor(state: StackState, record: InterfaceRecord, target: Ip4): boolean {
  if (!record.view.proxyArp || !state.routing) return false;
  const verdict = verdictOn(state, record.view.vrf, target);
  if (verdict?.kind === 'receive') return verdict.on !== record.view.name;
  return verdict?.kind === 'forward' && verdict.paths.every((path) => path.out !== record.view.name);
}

/** Why a sender cannot be what it says. */
function implausible(record: InterfaceRecord, { senderMac, senderIp }: ArpPacket): string | undefined {
  if (isGroupMac(senderMac) || senderMac === ZERO_MAC) return 'arp sender mac';
  if (senderMac === record.port?.config.mac || record.virtual.has(senderMac)) return 'arp own mac';
  if (isMulticast4(senderIp) || senderIp === BROADCAST4 || isBroadcastOn(record.view, senderIp)) return 'arp sender';
  return undefined;
}

/** An ARP packet came in; the reason when it was of no use. RFC 826 "Packet Reception" */
export function arpInput(state: StackState, record: InterfaceRecord, bytes: Uint8Array): string | undefined {
  const read = arp.decode(bytes, undefined);
  if (!read.ok) return `arp ${reasonOf(read.error)}`;
  const why = implausible(record, read.value);
  if (why !== undefined) return why;
  const { operation, senderMac, senderIp, targetIp } = read.value;
  const virtual = virtualMac(record, targetIp);
  if (isOwn(record.view, senderIp) || virtualMac(record, senderIp) !== undefined) {
    // Two masters settle it among themselves.
    if (!isVirtualMac(senderMac) && virtualMac(record, senderIp) === undefined)
      defend(state, record, senderIp, senderMac);
    return 'arp duplicate address';
  }
  // "Merge_flag": whoever is known already, or was asked for, is known better now.
  const known = record.arp.has(senderIp);
  if (!known && senderIp !== NOBODY && !isOnLink(record.view, senderIp)) return 'arp other subnet';
  const own = virtual !== undefined || isOwn(record.view, targetIp);
  const asked = operation === 'request';
  const proxied = asked && !own && senderIp !== NOBODY && senderIp !== targetIp && answersFor(state, record, targetIp);
  // "If I am the target": whoever asks for this box will be talked to.
  if (known || ((own || proxied) && senderIp !== NOBODY)) learn(state, record, senderIp, senderMac);
  if (asked && (own || proxied)) reply(state, record, read.value, virtual ?? record.port?.config.mac);
  else if (!known && !own) return asked ? 'arp not for us' : 'arp not asked';
  return undefined;
}

/** RFC 5798 §8.1.2: for a virtual router with its MAC, in a frame from the router itself. */
function reply(state: StackState, record: InterfaceRecord, asked: ArpPacket, mac: Mac | undefined): void {
  if (mac === undefined) return;
  const { senderMac, senderIp, targetIp } = asked;
  sendArp(state, record, senderMac, {
    operation: 'reply',
    senderMac: mac,
    senderIp: targetIp,
    targetMac: senderMac,
    targetIp: senderIp,
  });
}

/** Forgets everything on this interface: it went down. */
export function flushArp(state: StackState, record: InterfaceRecord): void {
  for (const entry of [...record.arp.values()]) forget(state, record, entry, 'interface down');
  record.defended.clear();
}

/** Forgets the neighbours that are in none of its subnets any more, and its own new addresses. */
export function pruneArp(state: StackState, record: InterfaceRecord): void {
  for (const entry of [...record.arp.values()]) {
    const { address } = entry;
    if (!isOnLink(record.view, address) || isOwn(record.view, address)) forget(state, record, entry, 'arp cleared');
  }
}

/** Forgets an entry on its owner's order. One in use is asked for at once. */
function clear(state: StackState, record: InterfaceRecord, entry: ArpEntry): void {
  forget(state, record, entry, 'arp cleared');
  if (entry.used && entry.mac !== undefined) ask(state, record, newEntry(state, record, entry.address));
}

/** The cache as it is to be shown: by interface, then address; own addresses among the learned ones. */
function rowsOf(record: InterfaceRecord): readonly { readonly row: ArpState; readonly entry: ArpEntry | undefined }[] {
  const { view, port } = record;
  if (!view.up || !port) return [];
  const { name, changed } = view;
  const stands = [...record.virtual.values()].flatMap(({ addresses }) => addresses);
  const own = [...new Set([...addresses4(view), ...stands])].map((address) => {
    const mac = virtualMac(record, address) ?? port.config.mac;
    return { row: { interface: name, address, mac, since: changed, expires: undefined, own: true }, entry: undefined };
  });
  const learned = [...record.arp.values()].map((entry) => {
    const { address, mac, since: learnedAt, expires } = entry;
    return { row: { interface: view.name, address, mac, since: learnedAt, expires, own: false }, entry };
  });
  return [...own, ...learned].sort((a, b) => byNumber(a.row.address, b.row.address));
}

export const arpRows = (state: StackState): readonly ArpState[] =>
  [...state.interfaces.values()].flatMap((record) => rowsOf(record).map(({ row }) => row));

/** Forgets the learned entries that match. */
export function clearArp(state: StackState, matches: (entry: ArpState) => boolean): void {
  for (const record of state.interfaces.values())
    for (const { row, entry } of rowsOf(record)) if (entry && matches(row)) clear(state, record, entry);
}
