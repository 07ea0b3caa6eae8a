// Is a segment signed as it should be?   RFC 2385

import { sameBytes } from '../../base/bytes.ts';
import type { Ip4 } from '../../base/ip.ts';
import type { VrfName } from '../../route/names.ts';
import type { InPacket } from '../stack-port.ts';
import { md5Digest, type TcpSegment, tcpOption } from '../wire/tcp.ts';

/** A segment that was not heard for its signature. */
export interface Md5Failure {
  /** No signature where one is wanted, a wrong one, one where none is wanted. */
  readonly kind: 'md5-missing' | 'md5-wrong' | 'md5-unexpected';
  readonly vrf: VrfName;
  readonly from: Ip4;
  readonly fromPort: number;
  readonly to: Ip4;
  readonly toPort: number;
}

/** What is wrong with the segment's signature, when it should be signed with `key` (undefined: not at all). */
export function signatureFault(
  packet: InPacket,
  segment: TcpSegment,
  key: Uint8Array | undefined,
): Md5Failure['kind'] | undefined {
  const signature = tcpOption(segment, 'md5');
  if (!key) return signature ? 'md5-unexpected' : undefined;
  if (!signature) return 'md5-missing';
  const digest = md5Digest(packet.payload, { from: packet.from, to: packet.to }, key);
  return sameBytes(digest, signature.digest) ? undefined : 'md5-wrong';
}
