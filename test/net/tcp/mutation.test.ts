// Twenty thousand spoilt segments into live connections: nothing throws, and what is promised of the stream holds.

import { describe, expect, it } from 'vitest';
import { sameBytes } from '../../../src/base/bytes.ts';
import { internetChecksum } from '../../../src/base/checksum.ts';
import { makeRng, type Rng } from '../../../src/base/rng.ts';
import type { OutPacket } from '../../../src/net/stack-port.ts';
import { PROTOCOL } from '../../../src/net/wire/iana.ts';
import { MAIN } from '../../../src/route/names.ts';
import { seconds } from '../../../src/sim/time.ts';
import { B, pair } from './stations.ts';

/** Makes the checksum right again. */
function reseal(payload: Uint8Array, packet: OutPacket): void {
  if (payload.length < 20) return;
  const from = packet.from ?? 0;
  const { to } = packet;
  payload.set([0, 0], 16);
  const pseudo = (from >>> 16) + (from & 0xffff) + (to >>> 16) + (to & 0xffff) + PROTOCOL.tcp + payload.length;
  const sum = internetChecksum(payload, pseudo);
  payload.set([sum >>> 8, sum & 255], 16);
}

/** Flips, overwrites, cuts or lengthens. */
function spoil(payload: Uint8Array, rng: Rng): Uint8Array {
  let bytes = payload.slice();
  const kind = rng.below(10);
  if (kind === 0) bytes = bytes.slice(0, rng.below(bytes.length + 1));
  else if (kind === 1) {
    const longer = new Uint8Array(bytes.length + 1 + rng.below(20));
    longer.set(bytes);
    bytes = longer;
  } else {
    // Header bytes are the interesting ones.
    const reach = rng.below(4) === 0 ? bytes.length : Math.min(44, bytes.length);
    const times = 1 + rng.below(3);
    for (let i = 0; i < times; i++) {
      const at = rng.below(reach);
      bytes[at] = rng.below(2) === 0 ? rng.below(256) : (bytes[at] as number) ^ (1 << rng.below(8));
    }
  }
  return bytes;
}

interface Attack {
  readonly seed: number;
  readonly md5?: string;
  readonly resealed: boolean;
  /** Only one bit is flipped: no checksum misses that. */
  readonly oneBit?: boolean;
  readonly count: number;
}

/** Spoilt copies of everything that is said are thrown at both ends while they talk; connections lost are made anew. */
function attack({ seed, md5, resealed, oneBit, count }: Attack) {
  const lab = pair({ seed, log: false });
  const rng = makeRng(seed).stream('attacker');
  const noise = Uint8Array.from({ length: 400_000 }, (_, i) => (i * 7 + (i >> 8)) & 255);
  let thrown = 0;
  let intact = true;
  const throwAt = (station: typeof lab.a, packet: OutPacket): void => {
    let payload: Uint8Array;
    if (oneBit) {
      payload = packet.payload.slice();
      const bit = rng.below(payload.length * 8);
      payload[bit >> 3] = (payload[bit >> 3] as number) ^ (1 << (bit & 7));
    } else payload = spoil(packet.payload, rng);
    if (resealed) reseal(payload, packet);
    thrown++;
    const from = packet.from ?? B;
    station.host.receive({ vrf: MAIN, on: undefined, from, to: packet.to, ttl: 255, tos: 0, payload });
  };
  lab.b.host.listen(
    MAIN,
    179,
    () => {
      let heard = 0;
      return {
        data: (bytes) => {
          if (!sameBytes(bytes, noise.subarray(heard, heard + bytes.length))) intact = false;
          heard += bytes.length;
        },
        closed: () => {},
      };
    },
    { peer: () => ({ md5 }) },
  );
  let reasons = '';
  while (thrown < count) {
    const left = lab.owner();
    const made = lab.a.host.connect(MAIN, { peer: B, port: 179, md5 }, left);
    if (!made.ok) throw new Error(made.error);
    let at = 0;
    for (let round = 0; round < 60 && left.reason === undefined && thrown < count; round++) {
      lab.a.packets.length = 0;
      lab.b.packets.length = 0;
      made.value.write(noise.subarray(at, at + 3000));
      at += 3000;
      lab.world.runUntil((lab.world.now + 40_000) as typeof lab.world.now);
      for (const packet of [...lab.a.packets]) for (let i = 0; i < 3; i++) throwAt(lab.b, packet);
      for (const packet of [...lab.b.packets]) for (let i = 0; i < 3; i++) throwAt(lab.a, packet);
    }
    lab.world.runUntil((lab.world.now + 2_000_000) as typeof lab.world.now);
    reasons += `${left.reason ?? 'open'} `;
    made.value.abort();
  }
  lab.world.runUntil((lab.world.now + seconds(1000)) as typeof lab.world.now);
  return { thrown, intact, reasons, left: lab.a.host.connections().length, drops: lab.b.host.drops };
}

describe('twenty thousand spoilt segments', () => {
  it('with one wrong bit: none is believed, no connection suffers', () => {
    const result = attack({ seed: 1, resealed: false, oneBit: true, count: 20_000 });
    expect(result.intact).toBe(true);
    expect(new Set(result.reasons.trim().split(' '))).toEqual(new Set(['open']));
  });

  it('with any fault and the checksum made good: nothing throws, and every connection comes to an end', () => {
    const result = attack({ seed: 2, resealed: true, count: 20_000 });
    expect(result.thrown).toBeGreaterThanOrEqual(20_000);
    expect(result.left).toBe(0);
  });

  it('with any fault, the checksum made good, and a key: the stream is intact and no connection is lost', () => {
    const result = attack({ seed: 3, resealed: true, md5: 'secret', count: 20_000 });
    expect(result.intact).toBe(true);
    expect(new Set(result.reasons.trim().split(' '))).toEqual(new Set(['open']));
    expect(result.drops.get('md5-wrong')).toBeGreaterThan(1000);
  });
});
