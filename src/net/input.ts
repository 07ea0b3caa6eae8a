// A frame comes in: whose it is, and what is in it.                                    RFC 1812 §5.2.2, RFC 894, RFC 1042

import { type Ip4, isMulticast4 } from '../base/ip.ts';
import { BROADCAST, isGroupMac, isVirtualMac, type Mac, multicastMac } from '../base/mac.ts';
import type { Frame } from '../sim/frame.ts';
import type { PortName } from '../sim/node.ts';
import { arpInput } from './arp-cache.ts';
import { arrive, martian } from './arrive.ts';
import { reasonOf } from './codec.ts';
import { labelInput } from './forward-mpls.ts';
import { type Arrival, drop, type InterfaceRecord, type PortRecord, type StackState, UNTAGGED } from './state.ts';
import { HEADER, MAX_LENGTH, TAG } from './wire/ethernet.ts';
import { macAt, u16At } from './wire/fields.ts';
import { ETHERTYPE } from './wire/iana.ts';
import { destinationOf, headerFault, sourceOf } from './wire/ipv4.ts';

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
  else if (to !== port.config.mac && !isVirtualMac(to)) return 'other mac';
  const at = payloadStart(bytes);
  if (bytes.length < at) return 'frame short';
  const vlan = at === HEADER ? UNTAGGED : u16At(bytes, HEADER) & 0xfff;
  const taker = port.byVlan.get(vlan);
  if (!taker) return vlan === UNTAGGED ? 'untagged' : 'unknown vlan';
  // RFC 5798 §6.4.2 (345), §6.4.3 (645): only the master takes frames for the virtual router.
  return isVirtualMac(to) && to !== port.config.mac && !taker.virtual.has(to) ? 'other mac' : taker;
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
  if (type === ETHERTYPE.mpls) return labelInput(state, record, bytes, at);
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

function packetInput(state: StackState, record: InterfaceRecord, bytes: Uint8Array, at: number): Reason {
  const fault = headerFault(bytes, at);
  if (fault) return `ip ${reasonOf(fault)}`;
  const packet = bytes.subarray(at, at + u16At(bytes, at + 2));
  record.counters.inBytes += packet.length;
  const group = ((bytes[0] as number) & 1) === 1;
  const arrival: Arrival = { packet, on: record, vrf: record.view.vrf, group };
  const to = destinationOf(packet);
  return isMulticast4(to) ? groupInput(state, record, arrival, to, macAt(bytes, 0)) : arrive(state, arrival);
}

function groupInput(state: StackState, record: InterfaceRecord, arrival: Arrival, to: Ip4, mac: Mac): Reason {
  const why = martian(sourceOf(arrival.packet), to);
  if (why !== undefined) return why;
  if (mac !== multicastMac(to) && mac !== BROADCAST) return 'multicast mac';
  if (!record.groups.has(to) && to !== ALL_SYSTEMS) return 'multicast not joined';
  state.deliver(arrival);
  return undefined;
}
