// Initial sequence numbers and local ports: unguessable from outside, the same in every run of one seed.   RFC 6528, RFC 6056

import { ByteWriter, fromAscii } from '../../base/bytes.ts';
import { md5 } from '../../base/digest.ts';
import type { Micros } from '../../sim/time.ts';
import type { Endpoints } from './endpoints.ts';

/** ISN = M + F(endpoints, secret), M ticking every 4 microseconds. RFC 6528 §3 */
export function initialSequence(of: Endpoints, secret: readonly number[], now: Micros): number {
  const message = new ByteWriter(64).u32(of.local).u16(of.localPort).u32(of.peer).u16(of.peerPort);
  for (const word of secret) message.u32(word);
  message.bytes(fromAscii(of.vrf));
  const digest = md5(message.done());
  const f = new DataView(digest.buffer, digest.byteOffset, 4).getUint32(0);
  return (f + Math.floor(now / 4)) % 2 ** 32;
}

/** A port that is not in use, searched from a random one on; undefined when all are. RFC 6056 §3.3.1 */
export function ephemeralPort(
  [first, last]: readonly [number, number],
  random: (below: number) => number,
  used: (port: number) => boolean,
): number | undefined {
  const count = last - first + 1;
  const start = random(count);
  for (let i = 0; i < count; i++) {
    const port = first + ((start + i) % count);
    if (!used(port)) return port;
  }
  return undefined;
}
