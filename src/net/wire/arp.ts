// ARP packets for IPv4 over Ethernet.                                                                        RFC 826

import { type Ip4, ip4Text } from '../../base/ip.ts';
import { type Mac, macColons } from '../../base/mac.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { DecodeError, PacketCodec } from '../codec.ts';
import { ip4At, macAt, put16, put32, putMac, u16At } from './fields.ts';
import { ARP_OP, ETHERTYPE } from './iana.ts';

const LENGTH = 28;
const ETHERNET_HARDWARE = 1;

export interface ArpPacket {
  readonly operation: 'request' | 'reply';
  readonly senderMac: Mac;
  /** 0.0.0.0 in a probe. RFC 5227 §2.1.1 */
  readonly senderIp: Ip4;
  readonly targetMac: Mac;
  readonly targetIp: Ip4;
}

function encode(message: ArpPacket): Uint8Array {
  const bytes = new Uint8Array(LENGTH);
  put16(bytes, 0, ETHERNET_HARDWARE);
  put16(bytes, 2, ETHERTYPE.ipv4);
  bytes[4] = 6;
  bytes[5] = 4;
  put16(bytes, 6, ARP_OP[message.operation]);
  putMac(bytes, 8, message.senderMac);
  put32(bytes, 14, message.senderIp);
  putMac(bytes, 18, message.targetMac);
  put32(bytes, 24, message.targetIp);
  return bytes;
}

/** RFC 826 "Packet Reception": the first two questions, hardware and protocol, and the lengths that follow from them. */
function decode(bytes: Uint8Array): Result<ArpPacket, DecodeError> {
  if (bytes.length < LENGTH) return err({ kind: 'short', need: LENGTH, have: bytes.length });
  const hardware = u16At(bytes, 0);
  if (hardware !== ETHERNET_HARDWARE) return err({ kind: 'value', field: 'hardware', got: hardware });
  const protocol = u16At(bytes, 2);
  if (protocol !== ETHERTYPE.ipv4) return err({ kind: 'value', field: 'protocol', got: protocol });
  if (bytes[4] !== 6) return err({ kind: 'length', field: 'hardware', got: bytes[4] as number });
  if (bytes[5] !== 4) return err({ kind: 'length', field: 'protocol', got: bytes[5] as number });
  const operation = u16At(bytes, 6);
  if (operation !== ARP_OP.request && operation !== ARP_OP.reply) return err({ kind: 'type', got: operation });
  return ok({
    operation: operation === ARP_OP.request ? 'request' : 'reply',
    senderMac: macAt(bytes, 8),
    senderIp: ip4At(bytes, 14),
    targetMac: macAt(bytes, 18),
    targetIp: ip4At(bytes, 24),
  });
}

export const arp: PacketCodec<ArpPacket> = {
  name: 'ARP',
  encode: (message) => encode(message),
  decode: (bytes) => decode(bytes),
  summary({ operation, senderIp, senderMac, targetIp }) {
    if (operation === 'reply') return `reply ${ip4Text(senderIp)} is at ${macColons(senderMac)}`;
    return `request who has ${ip4Text(targetIp)}, tell ${ip4Text(senderIp)}`;
  },
};
