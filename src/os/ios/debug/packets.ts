// What debugging says of a frame: ARP, ICMP and IP packets of the box itself.
// Source: captures of `debug arp` (IOL, 2016: `IP ARP: sent req src 192.168.100.6 aabb.cc00.6000, dst …`), `debug ip icmp`
// (CSR 1000V; IOS 15.x: `ICMP: echo reply rcvd, src …, topology BASE, dscp 0 topoid 0`), `debug ip packet` (IOS 15.x).

import { type Ip4, ip4Text } from '../../../base/ip.ts';
import { macDots, ZERO_MAC } from '../../../base/mac.ts';
import type { Interface } from '../../../net/interface.ts';
import { type ArpPacket, arp } from '../../../net/wire/arp.ts';
import { ethernet } from '../../../net/wire/ethernet.ts';
import { ETHERTYPE, PROTOCOL } from '../../../net/wire/iana.ts';
import { icmp } from '../../../net/wire/icmp.ts';
import { destinationOf, type Ipv4Packet, ipv4, totalLength } from '../../../net/wire/ipv4.ts';
import type { VrrpGroupRow } from '../../../protocols/vrrp/show.ts';
import type { Frame } from '../../../sim/frame.ts';
import type { Micros } from '../../../sim/time.ts';
import { vrrpLines } from './vrrp.ts';

export type Flag = 'arp' | 'icmp' | 'ip' | 'bgp' | 'routing' | 'vrrp-events' | 'vrrp-packets' | `bgp-updates ${string}`;

/** Flags for which frames are looked at. */
export const OF_FRAMES: readonly Flag[] = ['arp', 'icmp', 'ip', 'vrrp-events', 'vrrp-packets'];

/** A frame at a port of a box, and the box's interfaces. */
export interface Sight {
  readonly way: 'in' | 'out';
  readonly frame: Frame;
  /** The interface that the frame belongs to. */
  readonly at: Interface;
  readonly interfaces: readonly Interface[];
  /** Groups of VRRP, and the time. */
  readonly groups: () => readonly VrrpGroupRow[];
  readonly now: Micros;
}

/** Lines about one frame, for the flags that are up. */
export function debugLines(sight: Sight, flags: ReadonlySet<Flag>): readonly string[] {
  const frame = ethernet.decode(sight.frame.bytes, undefined);
  if (!frame.ok) return [];
  if (frame.value.type === ETHERTYPE.arp) {
    const packet = arp.decode(frame.value.payload, undefined);
    return packet.ok && flags.has('arp') ? arpLines(sight, packet.value) : [];
  }
  if (frame.value.type !== ETHERTYPE.ipv4) return [];
  const bytes = frame.value.payload.subarray(0, totalLength(frame.value.payload));
  const packet = ipv4.decode(bytes, undefined);
  if (!packet.ok) return [];
  return [
    ...(flags.has('ip') ? ipLines(sight, packet.value, bytes.length) : []),
    ...(flags.has('icmp') ? icmpLines(sight, packet.value) : []),
    ...(flags.has('vrrp-events') || flags.has('vrrp-packets') ? vrrpSeen(sight, packet.value, flags) : []),
  ];
}

function vrrpSeen({ way, at, groups, now }: Sight, packet: Ipv4Packet, flags: ReadonlySet<Flag>): readonly string[] {
  const told = { groups: groups(), now, events: flags.has('vrrp-events'), packets: flags.has('vrrp-packets') };
  return vrrpLines(way, at.name, packet, told);
}

function arpLines({ way, at }: Sight, packet: ArpPacket): readonly string[] {
  const verb = way === 'in' ? 'rcvd' : 'sent';
  const what = packet.operation === 'request' ? 'req' : 'rep';
  const from = `src ${ip4Text(packet.senderIp)} ${macDots(packet.senderMac)}`;
  const target = way === 'in' ? '' : ` ${macDots(what === 'req' ? ZERO_MAC : packet.targetMac)}`;
  return [`IP ARP: ${verb} ${what} ${from}, dst ${ip4Text(packet.targetIp)}${target} ${at.name}`];
}

const owns = ({ interfaces }: Sight, address: Ip4): boolean =>
  interfaces.some((it) => it.addresses.some((one) => one.address === address));

/** Packets that the box forwards are not seen: they take the fast way. */
function isOwn(sight: Sight, packet: Ipv4Packet): boolean {
  return sight.way === 'in' ? owns(sight, packet.to) : owns(sight, packet.from);
}

function ipLines(sight: Sight, packet: Ipv4Packet, length: number): readonly string[] {
  if (!isOwn(sight, packet)) return [];
  const { name } = sight.at;
  const [from, to] = [ip4Text(packet.from), ip4Text(packet.to)];
  return sight.way === 'in'
    ? [`IP: s=${from} (${name}), d=${to}, len ${length}, rcvd 3`]
    : [`IP: s=${from} (local), d=${to} (${name}), len ${length}, sending`];
}

const UNREACHABLE: Readonly<Record<number, string>> = {
  0: 'net unreachable',
  1: 'host unreachable',
  2: 'protocol unreachable',
  3: 'port unreachable',
  4: 'frag. needed and DF set',
  9: 'administratively prohibited',
  10: 'administratively prohibited',
  13: 'administratively prohibited',
};

function icmpLines(sight: Sight, packet: Ipv4Packet): readonly string[] {
  if (packet.protocol !== PROTOCOL.icmp || packet.offset > 0 || !isOwn(sight, packet)) return [];
  const message = icmp.decode(packet.payload, undefined);
  if (!message.ok) return [];
  const { value } = message;
  const [from, to] = [ip4Text(packet.from), ip4Text(packet.to)];
  const isIn = sight.way === 'in';
  const topology = `topology BASE, dscp ${packet.tos >> 2} topoid 0`;
  if (value.kind === 'echo') {
    // A request is not told of: the reply to it is.
    return value.reply ? [`ICMP: echo reply ${isIn ? 'rcvd' : 'sent'}, src ${from}, dst ${to}, ${topology}`] : [];
  }
  if (value.kind !== 'error') return [];
  const about = value.quoted.length >= 20 ? ip4Text(destinationOf(value.quoted)) : to;
  if (value.type === 11)
    return [
      isIn
        ? `ICMP: time exceeded rcvd from ${from}`
        : `ICMP: time exceeded (time to live) sent to ${to} (dest was ${about}), ${topology}`,
    ];
  if (value.type !== 3) return [];
  const why = UNREACHABLE[value.code] ?? 'unreachable';
  return [`ICMP: dst (${isIn ? to : about}) ${why} ${isIn ? `rcv from ${from}` : `sent to ${to}`}`];
}
