// A frame comes in: whose it is, what is in it, whether its packet is for this box.   RFC 1812 §5.2.2, §5.3.5, §5.3.7

import { BROADCAST4, type Ip4, isLoopback4, isMulticast4, isReserved4 } from '../base/ip.ts';
import { BROADCAST, isGroupMac, type Mac, multicastMac } from '../base/mac.ts';
import type { Label } from '../route/label.ts';
import type { IfName } from '../route/names.ts';
import type { Frame } from '../sim/frame.ts';
import type { PortName } from '../sim/node.ts';
import { arpInput } from './arp-cache.ts';
import { reasonOf } from './codec.ts';
import { forward } from './forward-ip.ts';
import {
  type Arrival,
  drop,
  type InterfaceRecord,
  ownedAt,
  type PortRecord,
  type StackState,
  UNTAGGED,
  verdictOn,
} from './state.ts';
import { HEADER, MAX_LENGTH, TAG } from './wire/ethernet.ts';
import { macAt, u16At } from './wire/fields.ts';
import { ETHERTYPE } from './wire/iana.ts';
import { destinationOf, headerFault, sourceOf } from './wire/ipv4.ts';
import { ENTRY, entryAt } from './wire/mpls.ts';

/** 224.0.0.1: every host is a member. RFC 1112 §4 */
const ALL_SYSTEMS = 0xe0000001 as Ip4;

/** Why something was thrown away; undefined: it was not. */
type Reason = string | undefined;

/** A frame arrived at a port. */
export function frameInput(state: StackState, name: PortName, frame: Frame): void {
  const port = state.ports.get(name);
  const taker = port?.state === 'up' ? takerOf(state, port, frame.bytes) : 'port down';
  if (typeof taker === 'string') {
    drop(state, port, taker);
    return;
  }
  const reason = payloadInput(state, taker, frame.bytes);
  if (reason !== undefined) drop(state, taker, reason);
}

/** Where the frame's payload begins: a tag is passed over. The frame is long enough for its type field. */
const payloadStart = (bytes: Uint8Array): number =>
  u16At(bytes, HEADER - 2) === ETHERTYPE.vlan ? HEADER + TAG : HEADER;

/** The interface that the frame is for; else, why it is for none. */
function takerOf(state: StackState, port: PortRecord, bytes: Uint8Array): InterfaceRecord | string {
  const { counters } = port;
  port.lastInput = state.port.now;
  port.load.count(state.port.now, 'in', bytes.length);
  counters.inPackets++;
  counters.inBytes += bytes.length;
  if (bytes.length < HEADER) return 'frame short';
  const to = macAt(bytes, 0);
  if (isGroupMac(to)) counters.inBroadcasts++;
  else if (to !== port.config.mac) return 'other mac';
  const at = payloadStart(bytes);
  if (bytes.length < at) return 'frame short';
  const vlan = at === HEADER ? UNTAGGED : u16At(bytes, HEADER) & 0xfff;
  return port.byVlan.get(vlan) ?? (vlan === UNTAGGED ? 'untagged' : 'unknown vlan');
}

function payloadInput(state: StackState, record: InterfaceRecord, bytes: Uint8Array): Reason {
  if (!record.view.up) return 'interface down';
  const { counters } = record;
  const at = payloadStart(bytes);
  const type = u16At(bytes, at - 2);
  counters.inPackets++;
  if (((bytes[0] as number) & 1) === 1) counters.inBroadcasts++;
  if (type === ETHERTYPE.ipv4) return packetInput(state, record, bytes, at);
  counters.inBytes += type <= MAX_LENGTH ? Math.min(type, bytes.length - at) : bytes.length - at;
  if (type === ETHERTYPE.arp) return arpInput(state, record, bytes.subarray(at));
  if (type === ETHERTYPE.mpls) return labelInput(state, bytes, at);
  return type <= MAX_LENGTH ? llcInput(state, record, bytes, at, type) : 'unknown ethertype';
}

function llcInput(state: StackState, record: InterfaceRecord, bytes: Uint8Array, at: number, length: number): Reason {
  if (length > bytes.length - at) return 'llc length';
  if (length < 3) return 'llc short';
  const listeners = state.links.get(bytes[at] as number);
  if (!listeners) return 'llc sap';
  const llc = bytes.subarray(at, at + length);
  for (const listener of [...listeners]) listener(record.view.name, llc, macAt(bytes, 6));
  return undefined;
}

/** Nothing here switches labels yet: the reason tells an unknown label from a known one. */
function labelInput(state: StackState, bytes: Uint8Array, at: number): Reason {
  if (bytes.length < at + ENTRY) return 'mpls short';
  return state.lfib.get(entryAt(bytes, at).label as Label) ? 'mpls not switched' : 'mpls unknown label';
}

function packetInput(state: StackState, record: InterfaceRecord, bytes: Uint8Array, at: number): Reason {
  const fault = headerFault(bytes, at);
  if (fault) return `ip ${reasonOf(fault)}`;
  const packet = bytes.subarray(at, at + u16At(bytes, at + 2));
  record.counters.inBytes += packet.length;
  const group = ((bytes[0] as number) & 1) === 1;
  const { vrf } = record.view;
  const to = destinationOf(packet);
  const arrival: Arrival = { packet, on: record, vrf, group };
  const why = martian(sourceOf(packet), to);
  if (why !== undefined) return why;
  if (isMulticast4(to)) return groupInput(state, record, arrival, to, macAt(bytes, 0));
  // RFC 2644: a broadcast for an attached subnet is for this box too, and goes no further.
  const kind = ownedAt(state, vrf, to)?.kind;
  if (to === BROADCAST4 || kind === 'broadcast') {
    state.deliver(arrival);
    return undefined;
  }
  if (kind === 'network') return 'old broadcast';
  // RFC 1812 §5.3.4: what everybody on the link hears is forwarded by nobody.
  if (group) return 'unicast in broadcast';
  const verdict = verdictOn(state, vrf, to);
  return verdict?.kind === 'receive' ? receive(state, arrival, verdict.on) : forward(state, arrival, verdict);
}

/** For an own address: delivered in the VRF of the interface that owns it. */
function receive(state: StackState, arrival: Arrival, owner: IfName): Reason {
  const view = state.interfaces.get(owner)?.view;
  if (!view?.up) return 'receive interface down';
  state.deliver(view.vrf === arrival.vrf ? arrival : { ...arrival, vrf: view.vrf });
  return undefined;
}

/** Addresses that nobody may send from or to. RFC 1812 §5.3.7, RFC 1122 §3.2.1.3 */
function martian(from: Ip4, to: Ip4): Reason {
  if (isMulticast4(from) || isLoopback4(from) || isReserved4(from) || from === BROADCAST4) return 'martian source';
  // 0.0.0.0 is a host that has no address yet: it may speak to its link only.
  if (from >>> 24 === 0 && (from !== 0 || (to !== BROADCAST4 && !isMulticast4(to)))) return 'martian source';
  if (to >>> 24 === 0 || isLoopback4(to) || isReserved4(to)) return 'martian destination';
  return undefined;
}

function groupInput(state: StackState, record: InterfaceRecord, arrival: Arrival, to: Ip4, mac: Mac): Reason {
  if (mac !== multicastMac(to) && mac !== BROADCAST) return 'multicast mac';
  if (!record.groups.has(to) && to !== ALL_SYSTEMS) return 'multicast not joined';
  state.deliver(arrival);
  return undefined;
}
