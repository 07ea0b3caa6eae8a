// The IP header that an ICMP error quotes, as FreeBSD's ping prints it.              RFC 791 §3.1
// Source: transcripts of pings to unreachable hosts on Junos (`Vr HL TOS  Len   ID Flg  off TTL Pro  cks      Src      Dst`).

import { ip4Text } from '../../../base/ip.ts';
import { ip4At, u16At } from '../../../net/wire/fields.ts';

const HEADER = 20;

const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');

/** Heading, numbers in hexadecimal, addresses with their trailing blank. Nothing when it is cut short. */
export function quotedHeader(packet: Uint8Array | undefined): readonly string[] {
  if (!packet || packet.length < HEADER) return [];
  const [first = 0, tos = 0] = packet;
  const fragment = u16At(packet, 6);
  const sizes = `${hex(tos, 2)} ${hex(u16At(packet, 2), 4)} ${hex(u16At(packet, 4), 4)}`;
  const ends = `${ip4Text(ip4At(packet, 12))}  ${ip4Text(ip4At(packet, 16))} `;
  const travel = `${hex(packet[8] ?? 0, 2)}  ${hex(packet[9] ?? 0, 2)} ${hex(u16At(packet, 10), 4)}`;
  return [
    'Vr HL TOS  Len   ID Flg  off TTL Pro  cks      Src      Dst',
    ` ${hex(first >>> 4, 1)}  ${hex(first & 15, 1)}  ${sizes}   ${fragment >>> 13} ${hex(fragment & 0x1fff, 4)}  ${travel} ${ends}`,
  ];
}
