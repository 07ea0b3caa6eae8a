// The advertisement, of version 2 and 3.                                              RFC 3768 §5.1, RFC 5798 §5.1

import { ByteReader, ByteWriter } from '../../base/bytes.ts';
import { internetChecksum, sum16 } from '../../base/checksum.ts';
import { type Ip4, ip4Text } from '../../base/ip.ts';
import { must } from '../../base/must.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { DecodeError, PacketCodec } from '../../net/codec.ts';
import { ADVERTISEMENT, AUTHENTICATION, PROTOCOL } from './iana.ts';

const HEADER = 8;
/** The authentication data that end a packet of version 2, whatever their type. RFC 3768 §5.3.10 */
const AUTHENTICATION_DATA = 8;
const CHECKSUM_AT = 6;

interface Common {
  readonly group: number;
  readonly priority: number;
  readonly addresses: readonly Ip4[];
}

export type VrrpPacket = Common &
  (
    | {
        readonly version: 2;
        /** Seconds. */
        readonly interval: number;
        readonly authentication: number;
        /** Eight bytes. */
        readonly data: Uint8Array;
      }
    | {
        readonly version: 3;
        /** Hundredths of a second, 12 bits. */
        readonly interval: number;
      }
  );

/** What the checksum of version 3 covers besides the packet; undefined: nothing. RFC 5798 §5.2.8 */
export type VrrpEnds = { readonly from: Ip4; readonly to: Ip4 } | undefined;

export const NO_DATA = new Uint8Array(AUTHENTICATION_DATA);

function pseudoSum(ends: VrrpEnds, length: number): number {
  if (!ends) return 0;
  const head = new ByteWriter(12).u32(ends.from).u32(ends.to).u8(0).u8(PROTOCOL).u16(length);
  return sum16(head.done());
}

function encode(packet: VrrpPacket, ends: VrrpEnds): Uint8Array {
  const { version, group, priority, addresses, interval } = packet;
  must(addresses.length <= 255, `${addresses.length} virtual addresses`);
  must(interval <= (version === 2 ? 0xff : 0xfff), `interval ${interval}`);
  const length = HEADER + 4 * addresses.length + (version === 2 ? AUTHENTICATION_DATA : 0);
  const writer = new ByteWriter(length)
    .u8((version << 4) | ADVERTISEMENT)
    .u8(group)
    .u8(priority)
    .u8(addresses.length);
  if (packet.version === 2) writer.u8(packet.authentication).u8(interval);
  else writer.u16(interval);
  writer.u16(0);
  for (const address of addresses) writer.u32(address);
  if (packet.version === 2) writer.bytes(packet.data);
  const bytes = writer.done();
  const sum = internetChecksum(bytes, version === 3 ? pseudoSum(ends, length) : 0);
  bytes[CHECKSUM_AT] = sum >>> 8;
  bytes[CHECKSUM_AT + 1] = sum & 0xff;
  return bytes;
}

/** RFC 5798 §7.1, RFC 3768 §7.1: the checks on the packet itself. */
function decode(bytes: Uint8Array, ends: VrrpEnds): Result<VrrpPacket, DecodeError> {
  if (bytes.length < HEADER) return err({ kind: 'short', need: HEADER, have: bytes.length });
  const reader = new ByteReader(bytes);
  const first = reader.u8();
  const version = first >>> 4;
  if (version !== 2 && version !== 3) return err({ kind: 'version', got: version });
  if ((first & 0xf) !== ADVERTISEMENT) return err({ kind: 'type', got: first & 0xf });
  const group = reader.u8();
  const priority = reader.u8();
  const count = reader.u8();
  const length = HEADER + 4 * count + (version === 2 ? AUTHENTICATION_DATA : 0);
  if (count === 0) return err({ kind: 'value', field: 'address count', got: 0 });
  if (bytes.length < length) return err({ kind: 'short', need: length, have: bytes.length });
  if (bytes.length > length) return err({ kind: 'length', field: 'packet', got: bytes.length });
  const authentication = version === 2 ? reader.u8() : 0;
  const interval = version === 2 ? reader.u8() : reader.u16() & 0xfff;
  reader.u16();
  if (internetChecksum(bytes, version === 3 ? pseudoSum(ends, length) : 0) !== 0) return err({ kind: 'checksum' });
  const addresses = Array.from({ length: count }, () => reader.u32() as Ip4);
  const common = { group, priority, addresses, interval };
  if (version === 3) return ok({ version, ...common });
  return ok({ version, ...common, authentication, data: bytes.slice(length - AUTHENTICATION_DATA) });
}

export const vrrpPacket: PacketCodec<VrrpPacket, VrrpEnds> = {
  name: 'VRRP',
  encode,
  decode,
  summary(packet) {
    const { version, group, priority, addresses, interval } = packet;
    const pace = version === 2 ? `${interval} s` : `${interval / 100} s`;
    const secured = packet.version === 2 && packet.authentication !== AUTHENTICATION.none ? ', authenticated' : '';
    return `v${version} advertisement, vrid ${group}, prio ${priority}, intvl ${pace}${secured}, ${addresses.map(ip4Text).join(' ')}`;
  },
};
